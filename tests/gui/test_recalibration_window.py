"""The window of recalibration with the real trainer: table, library, refusals, a candidate."""

import csv
import hashlib

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QTableWidget

from desktop.jobs import recalibrating
from desktop.views.monitoring.recalibration_window import RecalibrationWindow
from desktop.views.monitoring.reliability_chart import ReliabilityChart
from desktop.views.widgets.plain_label import PlainLabel
from engine.decisions import ACCEPTED, REJECTED, Decision, Record
from engine.inference.predict import predict
from engine.library.decisions import index_record
from engine.library.images import Sighting, put_images
from engine.library.opening import open_library
from engine.library.predictions import FindingScore, Scored, put_prediction
from tests.gui.conftest import WAIT_MS
from tests.support.bundles import tiny_logit
from tests.support.studies import AT, key, sighting

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]

CASES = 420


def logistic(value):
    return 1.0 / (1.0 + np.exp(-value))


@pytest.fixture(scope="module")
def films(tmp_path_factory):
    """Pictures of one grey each, and whether they are bright: file, score of the model, truth."""
    folder, dice = tmp_path_factory.mktemp("films"), np.random.default_rng(7)
    told = []
    for number in range(CASES):
        grey = int(dice.integers(0, 256))
        logit = tiny_logit(np.full((8, 8), grey / 255.0))
        path = folder / f"film{number}.png"
        Image.fromarray(np.full((16, 16), grey, np.uint8)).save(path)
        told.append((path, float(logistic(logit)), bool(dice.random() < logistic(2.5 * logit - 3))))
    return told


@pytest.fixture
def table(films, tmp_path):
    """The films as a table; `count` says how many of them."""

    def write(count=CASES):
        path = tmp_path / f"cases{count}.csv"
        with path.open("w", newline="", encoding="utf-8") as handle:
            writer = csv.writer(handle)
            writer.writerow(("path", "label", "patient_id"))
            for number, (film, _, is_there) in enumerate(films[:count]):
                writer.writerow((film, "bright" if is_there else "not bright", f"p{number}"))
        return path

    return write


@pytest.fixture
def decided(films, user_folders):
    """The same in the library: a reader answered every film."""
    library = open_library(user_folders / "library").library
    with library.writing() as connection:
        for number, (film, score, is_there) in enumerate(films):
            seen = sighting(number)
            digest = hashlib.sha256(film.read_bytes()).hexdigest()
            put_images(connection, [Sighting(seen.key, film, seen.facts, film.name, digest)], AT)
            scores = (FindingScore("bright", score, score >= 0.5, "balanced", 0.5),)
            put_prediction(
                connection,
                Scored(key(number), 0, "tiny-1", "Tiny", "1", "CPU", "accepted", (), scores),
                AT,
            )
            verdict = ACCEPTED if (score >= 0.5) == is_there else REJECTED
            said = Decision("bright", "tiny-1", "1", 0, score, verdict, "", "ann", AT)
            index_record(connection, key(number), Record("", (), (said,)))
    library.close()


@pytest.fixture
def opened(qtbot, window, desk):
    """Opens the window by its command, once the models are listed."""

    def open_window():
        qtbot.waitUntil(lambda: desk.state.models.active_id == "tiny-1", timeout=WAIT_MS)
        with qtbot.waitSignal(desk.recalibrating.cases.counted, timeout=WAIT_MS):
            window.actions_by_id["recalibrate"].trigger()
        return window.findChild(RecalibrationWindow)

    return open_window


def words_of(window):
    return " ".join(label.text() for label in window.result.findChildren(PlainLabel))


@pytest.mark.training
def test_cases_of_the_library_make_a_candidate(decided, opened, desk, qtbot):
    window = opened()
    assert window.from_library.isChecked()
    assert f"{CASES} case" in window.counts.text()
    assert "patients with" in window.counts.text()
    assert window.start.isEnabled()

    with qtbot.waitSignal(desk.recalibrating.made, timeout=WAIT_MS):
        window.start.click()
    assert "nearer to the truth" in words_of(window)
    folder = desk.state.settings.folder / "recalibration"
    qtbot.waitUntil(lambda: not (folder / "cases.csv").exists(), timeout=WAIT_MS)
    assert f"fitted on {CASES} images of {CASES} patients" in words_of(window)
    assert "too high for the clinic's mix" in words_of(window)
    figures = window.result.findChild(QTableWidget)
    before, after = (float(figures.item(0, column).text()) for column in (1, 2))
    assert after < before
    assert window.result.findChild(ReliabilityChart).accessibleDescription()
    assert window.grab().toImage().width() > 0

    with qtbot.waitSignal(desk.models_life.imported, timeout=WAIT_MS) as taken:
        window.take_in.click()
    new = taken.args[0].model
    assert new.id.startswith("tiny-1-site-")
    assert desk.state.models.active_id == "tiny-1"
    qtbot.waitUntil(lambda: "is a candidate now" in window.note.text(), timeout=WAIT_MS)
    assert not window.take_in.isEnabled()

    with qtbot.waitSignal(desk.models_life.promoted, timeout=WAIT_MS):
        desk.models_life.promote(new.id, "fits this site")
    qtbot.waitUntil(lambda: desk.state.models.open_model(new.id) is not None, timeout=WAIT_MS)
    assert desk.state.models.active_id == new.id
    model = desk.state.models.open_model(new.id)
    fitted = desk.recalibrating.found.facts["classes"][0]
    grey = np.full((1, 1, 8, 8), 0.6, np.float32)
    shown = predict(model, grey).scores[0]
    expected = logistic(fitted["slope"] * tiny_logit(grey[0, 0]) + fitted["offset"])
    assert shown.probability == pytest.approx(expected, abs=1e-3)
    assert shown.operating_point.threshold == fitted["thresholds"]["new"]["balanced"]


@pytest.mark.training
def test_a_table_with_too_few_patients_is_refused_in_words(table, opened, desk, qtbot):
    window = opened()
    assert "knows no case" in window.counts.text()
    assert not window.start.isEnabled()

    path = table(120)
    window._prompts.ask_table = lambda _folder: path
    window.choose.click()
    assert window.start.isEnabled()
    with qtbot.waitSignal(desk.recalibrating.refused, timeout=WAIT_MS):
        window.start.click()
    assert "Too few patients: bright: " in window.problem.text()
    assert "100 with the finding and 100 without" in window.problem.text()
    assert not window.take_in.isEnabled()
    assert window.start.isEnabled()


@pytest.mark.training
def test_it_can_be_given_up(table, opened, desk, qtbot):
    window, path = opened(), table()
    window._prompts.ask_table = lambda _folder: path
    window.choose.click()
    window.start.click()
    assert window.stop.isEnabled()
    with qtbot.waitSignal(desk.recalibrating.ended, timeout=WAIT_MS):
        window.stop.click()
    assert desk.recalibrating.found is None
    assert window.start.isEnabled()
    assert not window.take_in.isEnabled()


def test_without_a_trainer_that_is_said(table, opened, desk, qtbot, monkeypatch):
    monkeypatch.setattr(recalibrating, "find_trainer", lambda: None)
    window, path = opened(), table()
    window._prompts.ask_table = lambda _folder: path
    window.choose.click()
    window.start.click()
    assert "The trainer is not installed here" in window.problem.text()
    assert window.start.isEnabled()


@pytest.mark.parametrize("has_administrator", [False])
def test_it_is_the_administrators(window, desk, monkeypatch, has_administrator):
    asked = []
    monkeypatch.setattr(
        "desktop.views.main_window.admits", lambda *given, **_more: asked.append(given) or False
    )
    window.actions_by_id["recalibrate"].trigger()
    assert len(asked) == 1
    assert window.findChild(RecalibrationWindow) is None
