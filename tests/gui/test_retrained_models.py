"""A clinic trains with the real trainer: one model gets better and is used, one gets worse."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import numpy_helper
from PySide6.QtCore import QTimer

pytest.importorskip("tensorflow", reason="needs the dependency group train")

from desktop.paths import SAMPLES, SHIPPED_MODELS, library_folder, retraining_folder
from desktop.retraining import run_folder
from desktop.retraining import trainer as program
from desktop.retraining.runs import Runs
from desktop.views.models.models_window import ModelsWindow
from desktop.views.models.reason_dialog import ReasonDialog
from desktop.views.report.dialog import ReportDialog
from desktop.views.retraining.promotion_dialog import PromotionDialog
from desktop.views.retraining.retraining_window import CHECK, RESULT, TRAINING, RetrainingWindow
from engine.bundle.recommendation import NOT_RECOMMENDED, RECOMMENDED
from engine.bundle.store import read_bundle, write_bundle
from engine.library import audit
from engine.library.database import connect_to_read
from engine.library.opening import NAME
from tests.gui.conftest import WAIT_MS
from tests.gui.test_retraining_window import page
from tests.support.runs import phantom_folder

pytestmark = [
    pytest.mark.gui,
    pytest.mark.training,
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints"),
]
LONG_MS = 300_000
TESTED, VALIDATED, COUNT = 80, 110, 180  # the first are for the test, the next for validation
FILM = SAMPLES / "phantom-500002.dcm"
GENTLE = {"schedule.epochs": 3, "network.frozen_epochs": 0, "schedule.batch": 16,
          "schedule.learning_rate": 1e-3, "network.finetune_learning_rate": 1e-3,
          "evaluation.rounds": 40}  # fmt: skip
WILD = GENTLE | {"schedule.learning_rate": 3e-2, "network.finetune_learning_rate": 3e-2}


@pytest.fixture(scope="module")
def phantoms(tmp_path_factory) -> Path:
    """Phantoms of 64 x 64 pixels; ``true.csv``, and ``false.csv`` whose labels teach nonsense."""
    folder = phantom_folder(tmp_path_factory.mktemp("site") / "films", COUNT, first=700_000)
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    random = np.random.default_rng(5)
    for name, is_true in (("true.csv", True), ("false.csv", False)):
        with (folder / name).open("w", newline="", encoding="utf-8") as stream:
            table = csv.writer(stream)
            table.writerow(["path", "label", "patient_id", "split"])
            for number, row in enumerate(rows):
                label = row["label"]
                if not is_true and number >= TESTED:
                    label = ("no opacity", "opacity")[random.integers(2)]
                split = ("test", "val", "train")[(number >= TESTED) + (number >= VALIDATED)]
                table.writerow([row["path"], label, row["patient_id"], split])
    return folder


@pytest.fixture(scope="module")
def weak(tmp_path_factory) -> Path:
    """The model for phantoms with much noise in its last layers: AUC 0.80 here, and not 0.95."""
    bundle = read_bundle(SHIPPED_MODELS / "phantom-opacity-1")
    model, random = onnx.load_from_string(bundle.model), np.random.default_rng(1)
    for stored in model.graph.initializer:
        values = numpy_helper.to_array(stored)
        if values.ndim == 2 and values.dtype == np.float32:
            noise = random.normal(0, 2 * values.std(), values.shape)
            stored.CopyFrom(numpy_helper.from_array((values + noise).astype("f4"), stored.name))
    altered = model.SerializeToString()
    session = onnxruntime.InferenceSession(altered, providers=["CPUExecutionProvider"])
    said = session.run(None, {session.get_inputs()[0].name: bundle.selftest_input})[0]
    folder = tmp_path_factory.mktemp("bundles") / "weak"
    write_bundle(
        folder,
        replace(bundle.manifest, id="weak", name="Weak", metrics={}),
        model=altered,
        selftest_input=bundle.selftest_input,
        selftest_output=said,
        card="# Weak\n",
    )
    return folder


@pytest.fixture
def clinic(qtbot, window, desk, monkeypatch):
    """The window of a clinic; its trainings are deleted in the end."""
    monkeypatch.delenv(program.CHOSEN, raising=False)
    qtbot.waitUntil(lambda: desk.state.models.active_id == "tiny-1", timeout=WAIT_MS)
    yield window
    trainings = Runs(retraining_folder(desk.state.settings.folder))
    for run in trainings.views():  # here and now: the window is about to be deleted
        trainings.delete(run.id)


def take_into_use(qtbot, window, bundle: Path) -> None:
    """As a person does: imports it, gives a reason, makes it active."""
    with qtbot.waitSignal(window.desk.models_life.brought, timeout=WAIT_MS):
        window.desk.import_model(bundle)
    qtbot.waitUntil(lambda: window.activation.dialog is not None, timeout=WAIT_MS)
    window.activation.dialog.reason.setText("the one we had")
    with qtbot.waitSignal(window.desk.models_life.promoted, timeout=WAIT_MS):
        window.activation.dialog.act.click()


def open_film(qtbot, window):
    """The film on screen, scored by the active model."""
    window.desk.open_paths([FILM])
    return scored_by(qtbot, window, window.desk.state.models.active_id)


def scored_by(qtbot, window, model_id: str):
    """The image on screen, once it has the score of that model."""
    workspace = window.desk.state.workspace

    def is_scored() -> bool:
        item = workspace.current
        reading = None if item is None else item.reading
        return reading is not None and reading.prediction.model_id == model_id

    qtbot.waitUntil(is_scored, timeout=WAIT_MS)
    return workspace.current


def retrain(qtbot, window, table: Path, options: dict[str, float]) -> RetrainingWindow:
    """Through the retrain window to the figures of the result; maps are not made."""
    window.actions_by_id["retrain"].trigger()
    shown = window.findChild(RetrainingWindow)
    shown.images.add((table,))
    qtbot.waitUntil(shown.next.isEnabled, timeout=WAIT_MS)
    shown.next.click()
    assert page(shown) == CHECK
    qtbot.waitUntil(shown.next.isEnabled, timeout=LONG_MS)
    shown.next.click()
    qtbot.waitUntil(lambda: "schedule.epochs" in shown.expert.rows, timeout=LONG_MS)
    for name, value in options.items():
        shown.expert.rows[name].field.setText(str(value))
    shown.next.click()
    qtbot.waitUntil(lambda: page(shown) == TRAINING, timeout=WAIT_MS)
    trainings = window.desk.retraining
    qtbot.waitUntil(lambda: not trainings.run(shown._run_id).is_alive, timeout=LONG_MS)
    run = trainings.run(shown._run_id)
    assert run.state == run_folder.FINISHED, run.error
    qtbot.waitUntil(shown.next.isVisible, timeout=WAIT_MS)
    shown.next.click()
    assert page(shown) == RESULT
    shown.result.looks_by_itself = False
    comparison = window.desk.model_comparison
    qtbot.waitUntil(lambda: comparison.judgement is not None, timeout=LONG_MS)
    return shown


def press_promote(shown: RetrainingWindow, act: Callable[[PromotionDialog], None]) -> None:
    """Presses the button and does something with the dialog that follows."""
    QTimer.singleShot(0, shown, lambda: act(shown.findChild(PromotionDialog)))
    shown.result.promote.click()


def acts(user: Path) -> list[tuple[str, str]]:
    """Which models were made active, as the audit tells."""
    connection = connect_to_read(library_folder(user) / NAME)
    lines = list(audit.lines(connection))
    connection.close()
    assert audit.verify(lines).broken_line is None
    entries = [json.loads(line) for line in lines]
    kinds = (audit.MODEL_ACTIVATED, audit.MODEL_ROLLED_BACK)
    return [(e["event"], e["details"]["model"]) for e in entries if e["event"] in kinds]


def codes(recommendation) -> set[str]:
    return {reason.code for reason in recommendation.reasons}


def test_a_weak_model_is_retrained_promoted_and_taken_back(
    qtbot, clinic, desk, phantoms, weak, tmp_path
):
    take_into_use(qtbot, clinic, weak)
    item = open_film(qtbot, clinic)
    before = item.reading.prediction
    shown = retrain(qtbot, clinic, phantoms / "true.csv", GENTLE)
    told = desk.model_comparison.judgement.recommendation
    assert told.verdict == RECOMMENDED
    assert "auc-better" in codes(told)
    assert desk.state.models.active_id == "weak"

    def agree(dialog):
        assert not dialog.understood.isVisible()
        assert not dialog.promote.isEnabled()
        dialog.reason.setText("better on our own films")
        dialog.promote.click()

    with qtbot.waitSignal(desk.models_life.promoted, timeout=WAIT_MS) as promoted:
        press_promote(shown, agree)
    new_id = promoted.args[0]
    assert new_id != "weak"
    assert "is the active model now" in shown.result.told.text()

    item = scored_by(qtbot, clinic, new_id)
    assert item.reading.prediction.scores[0].logit != before.scores[0].logit
    clinic.actions_by_id["explain"].trigger()
    qtbot.waitUntil(
        lambda: item.explanation is not None and item.explanation.model_id == new_id,
        timeout=WAIT_MS,
    )
    clinic.actions_by_id["report"].trigger()
    report = clinic.findChild(ReportDialog)
    clinic.prompts.ask_report_to_save = lambda _folder, _name: tmp_path / "report.pdf"
    qtbot.waitUntil(lambda: report.paper.count > 0, timeout=WAIT_MS)
    assert report._reading.prediction.model_id == new_id
    assert report._reading.explanations == (item.explanation,)
    with qtbot.waitSignal(report.written, timeout=WAIT_MS):
        report.save.click()
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    report.reject()

    clinic.actions_by_id["models"].trigger()
    models = clinic.findChild(ModelsWindow)
    qtbot.waitUntil(models.button("roll-back").isEnabled, timeout=WAIT_MS)
    models.button("roll-back").click()
    asked = next(d for d in models.findChildren(ReasonDialog) if d.isVisible())
    asked.reason.setText("only a try")
    with qtbot.waitSignal(desk.models_life.promoted, timeout=WAIT_MS):
        asked.act.click()
    assert desk.state.models.active_id == "weak"
    again = scored_by(qtbot, clinic, "weak").reading.prediction
    assert again.scores[0].logit == before.scores[0].logit

    assert acts(tmp_path / "user")[-2:] == [
        (audit.MODEL_ACTIVATED, new_id),
        (audit.MODEL_ROLLED_BACK, "weak"),
    ]
    assert shown.result.promote.isEnabled()  # whoever went back may decide anew


def test_a_model_that_was_taught_nonsense_is_not_recommended(qtbot, clinic, desk, phantoms):
    take_into_use(qtbot, clinic, SHIPPED_MODELS / "phantom-opacity-1")
    shown = retrain(qtbot, clinic, phantoms / "false.csv", WILD)
    told = desk.model_comparison.judgement.recommendation
    assert told.verdict == NOT_RECOMMENDED
    assert "auc-worse" in codes(told)
    written = json.loads(
        next(desk.retraining.run(shown._run_id).folder.glob("**/comparison.json")).read_text()
    )
    assert "auc-worse" in {one["code"] for one in written["recommendation"]["reasons"]}
    assert shown.result.promote.property("role") != "primary"
    seen = []

    def hesitate(dialog):
        seen.append(dialog.warning.text())
        dialog.reason.setText("I want it")
        seen.append(dialog.promote.isEnabled())
        dialog.understood.setChecked(True)
        seen.append(dialog.promote.isEnabled())
        dialog.keep.click()

    press_promote(shown, hesitate)

    assert "not recommended" in seen[0]
    assert "area under the ROC curve" in seen[0]
    assert seen[1:] == [False, True]
    assert desk.state.models.active_id == "phantom-opacity-1"
