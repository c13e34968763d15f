"""Runs with a tiny network: what is written is what was trained, killed runs go on as they were."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import onnxruntime

from engine.bundle.manifest import Manifest
from engine.bundle.store import read_bundle
from engine.errors import ModelError, RequestError
from tests.conftest import ROOT
from tests.support.runs import Heard, export_here, phantom_folder, small_config
from training.config import TrainingConfig, read_config
from training.data.index import Sample, index_folder
from training.data.split import split_by_patient
from training.evaluate.of_bundle import evaluate_bundle
from training.run import fit as fitting
from training.run.crossvalidate import crossvalidate, spread_of
from training.run.fit import fit, probabilities_of
from training.run.prepare import Folders, prepare
from training.run.progress import Epoch, Progress, learning_rate
from training.run.repeat import preference, repeat
from training.run.train import train

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    # Keras' own conversion of its variables, with NumPy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]


def table(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def phantoms(tmp_path_factory) -> Path:
    return phantom_folder(tmp_path_factory.mktemp("phantoms"))


@pytest.fixture(scope="module")
def prepared(phantoms):
    return prepare(Folders((phantoms,), Path()), small_config(), Heard())


@pytest.fixture(scope="module")
def fitted(prepared, tmp_path_factory):
    """A finished fit of `small_config`, and where its state is."""
    folder = tmp_path_factory.mktemp("fitted")
    return fit(prepared.task, prepared.parts, small_config(), folder, Heard()), folder


@pytest.fixture(scope="module")
def repeated(phantoms, tmp_path_factory):
    """Two seeds of one epoch each: folders, configuration and the last event's facts."""
    folder = tmp_path_factory.mktemp("repeated")
    folders = Folders((phantoms,), folder / "run", folder / "bundle")
    config = small_config(repeat={"runs": 2, "prefer": ["loss"]}, schedule={"epochs": 1})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.run.finish.export_onnx", export_here)
        return folders, config, repeat(folders, config, ["multi"], Heard())


def divided(config: TrainingConfig, folder: Path) -> tuple[Sample, ...]:
    samples = index_folder(folder)
    return split_by_patient(samples, config.data, config.schedule.seed)


@pytest.fixture(scope="module")
def trained(phantoms, tmp_path_factory):
    """A finished run: bundle, run folder, last event's facts, everything heard."""
    folder, heard = tmp_path_factory.mktemp("run"), Heard()
    folders = Folders((phantoms,), folder / "tiny.run", folder / "tiny", folder / "cache")
    facts = train(folders, small_config(), ["train"], heard)
    return folders, facts, heard


def test_a_run_ends_in_a_bundle_that_reproduces_its_self_test(trained):
    bundle = read_bundle(trained[0].out)
    session = onnxruntime.InferenceSession(bundle.model, providers=["CPUExecutionProvider"])
    output = session.run(None, {session.get_inputs()[0].name: bundle.selftest_input})[0]

    assert bundle.selftest_input.shape[1:] == bundle.manifest.recipe.input_shape()[1:]
    assert np.allclose(output, bundle.selftest_output, atol=1e-6)


def test_the_manifest_tells_counts_figures_points_and_the_configuration(trained):
    manifest: Manifest = read_bundle(trained[0].out).manifest
    counts = manifest.training_data["counts"]

    assert sum(entry["images"] for entry in counts.values()) == 48
    assert manifest.classes[0].name == "opacity"
    assert manifest.complement == "no opacity"
    assert manifest.classes[0].operating_point.sensitivity is not None
    assert manifest.metrics["test"]["images"] == counts["test"]["images"]
    assert manifest.metrics["parity"]["probability"] <= 1e-4
    assert manifest.training_data["configuration"]["recipe"]["width"] == 40


def test_the_run_folder_holds_split_configuration_log_and_summary(trained):
    folders, facts, heard = trained
    rows = table(folders.run / "split.csv")
    log = (folders.run / "events.jsonl").read_text(encoding="utf-8").splitlines()

    assert {row["split"] for row in rows} == {"train", "val", "test"}
    assert len(rows) == 48
    assert json.loads((folders.run / "configuration.json").read_text())["id"] == "tiny-1"
    assert [json.loads(line) for line in log] == heard.all()
    assert "opacity" in Path(facts["summary"]).read_text(encoding="utf-8")
    assert list((folders.run / "state" / "tensorboard").glob("events.*"))


def test_the_stored_split_is_training_data_again(trained):
    folders = trained[0]
    again = prepare(Folders((folders.run / "split.csv",), Path()), small_config(), Heard())
    stored = table(folders.run / "split.csv")

    assert {(str(s.path), s.split) for s in again.samples} == {
        (row["path"], row["split"]) for row in stored
    }
    assert again.parts["train"].masks is not None


def test_events_tell_every_epoch_and_progress_never_goes_back(trained):
    heard = trained[2]
    shares = [event["fraction"] for event in heard.all("progress")]

    assert [event["number"] for event in heard.all("epoch")] == [1, 2]
    assert heard.all("step")
    assert {"roc_auc", "sensitivity", "mcc"} <= {event["name"] for event in heard.all("metric")}
    assert heard.all("image")
    assert shares == sorted(shares)


def test_a_run_that_is_broken_off_goes_on_to_the_very_same_weights(prepared, tmp_path, monkeypatch):
    config = small_config(schedule={"epochs": 4}, network={"dropout": 0.4})
    whole = fit(prepared.task, prepared.parts, config, tmp_path / "whole", Heard())
    told = fitting._Fit._tell

    def stop_after_two(self, epoch):
        told(self, epoch)
        if epoch.number == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(fitting._Fit, "_tell", stop_after_two)
    with pytest.raises(KeyboardInterrupt):
        fit(prepared.task, prepared.parts, config, tmp_path / "broken", Heard())
    monkeypatch.undo()
    heard = Heard()
    resumed = fit(prepared.task, prepared.parts, config, tmp_path / "broken", heard)

    assert [event["number"] for event in heard.all("epoch") if "is_again" not in event] == [3, 4]
    assert [e.val_loss for e in resumed.epochs] == [e.val_loss for e in whole.epochs]
    for one, other in zip(resumed.model.get_weights(), whole.model.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_finished_fit_is_not_done_again(prepared, fitted):
    first, folder = fitted
    heard = Heard()
    again = fit(prepared.task, prepared.parts, small_config(), folder, heard)

    assert all(event["is_again"] for event in heard.all("epoch"))
    assert again.best == first.best
    own = [probabilities_of(f.model, prepared.parts["val"], small_config()) for f in (first, again)]
    np.testing.assert_array_equal(*own)


def test_the_folder_of_another_configuration_is_refused(prepared, fitted):
    other = small_config(augmentation={"zoom": 0.3})

    with pytest.raises(RequestError, match="another configuration"):
        fit(prepared.task, prepared.parts, other, fitted[1], Heard())


def test_the_network_kept_is_that_of_the_best_epoch(prepared, tmp_path):
    config = small_config(schedule={"epochs": 5, "learning_rate": 0.05})
    fitted = fit(prepared.task, prepared.parts, config, tmp_path, Heard())
    losses = [epoch.val_loss for epoch in fitted.epochs]
    validation = prepared.parts["val"]
    probabilities = np.clip(probabilities_of(fitted.model, validation, config), 1e-7, 1 - 1e-7)
    wanted = validation.targets
    positives = prepared.parts["train"].targets.mean()
    weights = np.where(wanted > 0, 0.5 / positives, 0.5 / (1 - positives))
    loss = -weights * np.where(wanted > 0, np.log(probabilities), np.log(1 - probabilities))

    assert fitted.best == int(np.argmin(losses)) + 1
    assert loss.mean() == pytest.approx(min(losses), rel=1e-3)


def test_stopping_after_patience_epochs_without_progress(prepared, tmp_path):
    config = small_config(schedule={"epochs": 30, "patience": 2, "learning_rate": 0.0})
    fitted = fit(prepared.task, prepared.parts, config, tmp_path, Heard())

    assert len(fitted.epochs) == 3  # the first, and two no better
    assert fitted.ending == "no progress for 2 epochs"


def test_schedules_of_the_learning_rate():
    schedule, network = small_config().schedule, small_config().network
    schedule = replace(schedule, epochs=9, learning_rate=0.8, patience=6)

    def rate(decay, losses):
        progress = Progress()
        for number, loss in enumerate(losses, start=1):
            progress.add(Epoch(number, loss, loss, 0.0, 0.0, {}), "loss")
        return learning_rate(progress, replace(schedule, decay=decay), network)

    assert rate("constant", [1.0, 2.0]) == 0.8
    assert rate("step", [1, 1]) == 0.8
    assert rate("step", [1, 1, 1]) == pytest.approx(0.08)
    assert rate("cosine", []) == 0.8
    assert rate("cosine", [1.0] * 9) == pytest.approx(0.0)
    assert rate("plateau", [3, 2, 1]) == 0.8
    assert rate("plateau", [1, 2, 3]) == 0.4
    assert rate("plateau", [1, 2, 3, 4, 5]) == 0.2


def test_frozen_epochs_leave_the_base_and_later_ones_change_it_at_their_own_rate(
    prepared, fitted, tmp_path, monkeypatch
):
    start = fitted[0]
    weights = tmp_path / "start.keras"
    start.model.save(weights)
    config = small_config(
        schedule={"epochs": 3},
        network={"weights": str(weights), "frozen_epochs": 2, "finetune_learning_rate": 1e-3},
    )
    seen = []
    told = fitting._Fit._tell

    def watch(self, epoch):
        told(self, epoch)
        seen.append(np.array(self.model.get_layer("conv1").kernel))

    monkeypatch.setattr(fitting._Fit, "_tell", watch)
    tuned = fit(prepared.task, prepared.parts, config, tmp_path / "tuned", Heard())

    kernel = start.model.get_layer("conv1").get_weights()[0]
    np.testing.assert_array_equal(seen[0], kernel)
    np.testing.assert_array_equal(seen[1], kernel)
    assert np.abs(seen[2] - kernel).max() > 0
    assert [epoch.learning_rate for epoch in tuned.epochs] == pytest.approx([1e-3, 1e-3, 1e-3])


def test_failing_parity_leaves_no_bundle(phantoms, fitted, tmp_path, monkeypatch):
    def refuse(*_arguments, **_keywords):
        raise ModelError("they differ")

    monkeypatch.setattr("training.run.finish.demand_parity", refuse)
    monkeypatch.setattr("training.run.finish.export_onnx", export_here)
    shutil.copytree(fitted[1], tmp_path / "run" / "state")
    folders = Folders((phantoms,), tmp_path / "run", tmp_path / "bundle")

    with pytest.raises(ModelError, match="they differ"):
        train(folders, small_config(), ["train"], Heard())
    assert not (tmp_path / "bundle").exists()


def test_cross_validation_leaves_the_test_set_alone_and_shows_every_other_image_once(
    phantoms, tmp_path
):
    folders = Folders((phantoms,), tmp_path / "run")
    config = small_config(data={"folds": 3}, schedule={"epochs": 1})
    heard = Heard()
    facts = crossvalidate(folders, config, heard)

    shown, used = [], []
    for number in (1, 2, 3):
        rows = table(tmp_path / f"run/fold-{number}/split.csv")
        shown += [row["path"] for row in rows if row["split"] == "test"]
        used.append({row["path"] for row in rows})
        # What chose the epoch is not what is measured.
        assert {row["split"] for row in rows} == {"train", "val", "test"}
    left = {str(s.path.resolve()) for s in divided(config, phantoms) if s.split == "test"}
    assert len(shown) == len(set(shown)) == 48 - len(left)
    assert used[0] == used[1] == used[2] == set(shown)
    assert not left & set(shown)
    log = (tmp_path / "run" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in log] == heard.all()
    assert read_config(tmp_path / "run" / "configuration.json") == config
    aucs = [row["auc"] for row in facts["folds"]]
    assert facts["over_folds"]["auc"]["mean"] == pytest.approx(np.mean(aucs))
    assert facts["over_folds"]["auc"]["deviation"] == pytest.approx(np.std(aucs, ddof=1))
    told = {event["name"]: event for event in heard.all("metric") if "mean" in event["on"]}
    assert told["auc"]["value"] == facts["over_folds"]["auc"]["mean"]
    assert told["auc"]["deviation"] == facts["over_folds"]["auc"]["deviation"]
    assert "epochs" not in told


def test_figures_undefined_in_a_fold_are_left_out_of_the_mean():
    found = spread_of([{"fold": 1, "mcc": None}, {"fold": 2, "mcc": 0.5}, {"fold": 3, "mcc": 0.7}])

    assert found["mcc"]["mean"] == pytest.approx(0.6)
    assert found["mcc"]["count"] == 2


def test_of_several_seeds_the_best_by_validation_becomes_the_bundle(repeated):
    folders, _, facts = repeated
    manifest = read_bundle(folders.out).manifest

    losses = {row["seed"]: row["loss"] for row in facts["runs"]}
    assert len(set(losses.values())) == 2
    assert facts["best_seed"] == min(losses, key=losses.get)
    seed = manifest.training_data["configuration"]["schedule"]["seed"]
    assert seed == facts["best_seed"]


def test_a_bundle_of_any_seed_is_measured_again_on_the_images_of_its_own_test_set(
    phantoms, repeated, tmp_path, monkeypatch
):
    monkeypatch.setattr("training.run.repeat.preference", lambda row, _prefer: (row["seed"],))
    monkeypatch.setattr("training.run.finish.export_onnx", export_here)
    folders, config = replace(repeated[0], out=tmp_path / "bundle"), repeated[1]
    assert repeat(folders, config, ["multi"], Heard())["best_seed"] == config.schedule.seed + 1
    bundle = read_bundle(tmp_path / "bundle")
    (*_, measured) = evaluate_bundle(bundle, [phantoms], "test")
    own = bundle.manifest.metrics["test"]["overall"]["roc_auc"]["value"]

    assert measured.found["images"] == bundle.manifest.metrics["test"]["images"]
    assert measured.found["overall"]["roc_auc"]["value"] == pytest.approx(own)
    rows = (phantoms / "labels.csv").read_text().splitlines(keepends=True)
    fewer = phantoms / "fewer.csv"
    fewer.write_text("".join(rows[:-1]))  # an image less, and everything is divided anew
    with pytest.raises(RequestError, match="not the images of the training"):
        list(evaluate_bundle(bundle, [fewer], "test"))


def test_the_order_of_preference_decides_and_undefined_is_worst():
    rows = [
        {"auc": 0.9, "recall": 0.5, "loss": 0.3},
        {"auc": 0.9, "recall": 0.5, "loss": 0.2},
        {"auc": None, "recall": 1.0, "loss": 0.1},
    ]

    def best(prefer):
        return max(range(3), key=lambda index: preference(rows[index], prefer))

    assert best(("auc", "recall", "loss")) == 1
    assert best(("recall", "auc")) == 2
    assert best(("loss",)) == 2


def test_terminating_the_program_leaves_no_bundle_and_a_state_to_go_on_from(phantoms, tmp_path):
    out = tmp_path / "bundle"
    options = ["recipe.height=32", "recipe.width=32", "schedule.epochs=200", "schedule.batch=8"]
    command = [sys.executable, "-m", "training", "train", "--data", str(phantoms)]
    command += ["--out", str(out), *(part for text in options for part in ("--set", text))]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    ) as child:
        for line in child.stdout:
            if json.loads(line)["event"] == "epoch":
                child.send_signal(signal.SIGTERM)
                break
        rest = child.stdout.read()
        status = child.wait(timeout=60)

    assert status == 143
    assert "E_STOPPED" in rest
    assert not out.exists()
    assert json.loads((tmp_path / "bundle.run/state/state.json").read_text())["epochs"]
