"""A bundle measured again through ONNX Runtime: the tiny model, whose scores are known by hand."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.bundle.calibration import CalibrationCurve
from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.bundle.store import read_bundle
from engine.errors import RequestError
from engine.inference.model import open_model
from engine.inference.predict import predict
from tests.support.bundles import SIZE, tiny_logit, write_tiny_bundle
from training.commands import evaluate as command
from training.config import TrainingConfig, to_plain
from training.evaluate.of_bundle import BundleFigures, evaluate_bundle
from training.events import Events

POINTS = ClassInfo(
    "bright", "", OperatingPoint(0.6), (OperatingPoint(0.3, "sensitive"),)
)  # fmt: skip


def _probability(grey: float) -> float:
    return 1.0 / (1.0 + np.exp(-tiny_logit(np.full((SIZE, SIZE), grey))))


def _images(folder: Path) -> Path:
    """Greys 0, 51, 102 (dark) and 102, 153, 255 (bright) in the test split; one of each else."""
    greys = {"test/bright": (102, 153, 255), "test/dark": (0, 51, 103)}
    greys |= {f"{split}/{name}": (7,) for split in ("train", "val") for name in ("bright", "dark")}
    for number, (place, values) in enumerate(greys.items()):
        (folder / place).mkdir(parents=True)
        for value in values:
            picture = np.full((SIZE, SIZE), value, np.uint8)
            Image.fromarray(picture).save(folder / place / f"{number}-{value}.png")
    return folder


def _measured(bundle: Path, *args) -> BundleFigures:
    (*steps, last) = evaluate_bundle(read_bundle(bundle), *args)
    assert all(isinstance(step, float) for step in steps)
    assert isinstance(last, BundleFigures)
    return last


@pytest.fixture
def data(tmp_path):
    return _images(tmp_path / "data")


@pytest.fixture
def bundle(tmp_path):
    return write_tiny_bundle(tmp_path / "bundle", classes=(POINTS,))


def test_figures_are_those_of_the_hand_calculated_scores(bundle, data):
    found = _measured(bundle, [data], "test").found
    ill = [_probability(grey / 255) for grey in (102, 153, 255)]
    well = [_probability(grey / 255) for grey in (0, 51, 103)]
    pairs = [(a > b) + 0.5 * (a == b) for a in ill for b in well]
    squares = [(1 - p) ** 2 for p in ill] + [p**2 for p in well]

    assert (found["images"], found["classes"][0]["positives"]) == (6, 3)
    assert found["overall"]["roc_auc"]["value"] == pytest.approx(np.mean(pairs))
    assert found["overall"]["brier"]["value"] == pytest.approx(np.mean(squares), abs=1e-6)
    assert [point["name"] for point in found["classes"][0]["points"]] == ["balanced", "sensitive"]
    assert found["overall"]["sensitivity"]["value"] == np.mean(np.array(ill) >= 0.6)


def test_the_clinic_shows_the_same_calibrated_probability(tmp_path, data):
    curve = CalibrationCurve((0.0, 1.0), (0.2, 0.6))  # 0.2 + 0.4 p
    path = write_tiny_bundle(tmp_path / "curved", classes=(POINTS,), curves=(curve,))
    found = _measured(path, [data], "test").found
    model = open_model(read_bundle(path), wants_gpu=False)
    shown = predict(model, np.full((1, 1, SIZE, SIZE), 0.6, np.float32))
    bright, dark = shown.scores

    assert bright.probability == pytest.approx(0.2 + 0.4 * _probability(0.6), abs=1e-6)
    assert bright.is_above is False  # 0.6 is the threshold, of the calibrated probability
    assert bright.logit == pytest.approx(tiny_logit(np.full((SIZE, SIZE), 0.6)), abs=1e-5)
    assert dark.probability == pytest.approx(1.0 - bright.probability)
    ill = [0.2 + 0.4 * _probability(grey / 255) for grey in (102, 153, 255)]
    well = [0.2 + 0.4 * _probability(grey / 255) for grey in (0, 51, 103)]
    squares = [(1 - p) ** 2 for p in ill] + [p**2 for p in well]
    assert found["overall"]["brier"]["value"] == pytest.approx(np.mean(squares), abs=1e-6)


def test_images_of_ones_own_need_no_split_and_carry_a_warning(bundle, data):
    found = _measured(bundle, [data / "test"], "all").found

    assert found["images"] == 6
    assert any("used in training" in line for line in found["warnings"])


def test_a_split_that_nobody_knows_is_refused(bundle, data):
    with pytest.raises(RequestError, match="which split"):
        _measured(bundle, [data / "test"], "test")


def test_the_stored_configuration_divides_the_images_as_in_training(tmp_path, data):
    plain = to_plain(TrainingConfig())
    plain["data"] |= {"val_share": 0.3, "test_share": 0.3}
    stored = {"configuration": plain}
    path = write_tiny_bundle(tmp_path / "told", classes=(POINTS,), training_data=stored)
    found = _measured(path, [data / "test"], "test").found

    assert 0 < found["images"] < 6


def test_labels_that_the_bundle_does_not_know_are_refused(bundle, tmp_path):
    for name in ("cat", "dog"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        Image.fromarray(np.zeros((8, 8), np.uint8)).save(tmp_path / "pets" / name / "1.png")

    with pytest.raises(RequestError, match="cat, dog"):
        _measured(bundle, [tmp_path / "pets"], "all")


def test_an_unreadable_image_is_named_and_left_out(bundle, data):
    (data / "test" / "bright" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = _measured(bundle, [data], "test")

    assert found.found["images"] == 6
    assert [path.name for path, _ in found.unreadable] == ["broken.png"]


def test_the_command_writes_a_page_and_ends_with_the_figures(bundle, data, tmp_path):
    pytest.importorskip("matplotlib")
    import argparse

    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    out = tmp_path / "out"
    arguments = parser.parse_args(["--bundle", str(bundle), "--data", str(data), "--out", str(out)])
    stream = io.StringIO()
    status = command.run(arguments, Events(stream))
    events = [json.loads(line) for line in stream.getvalue().splitlines()]

    assert status == 0
    assert events[-1]["event"] == "done"
    assert events[-1]["overall"]["roc_auc"]["value"] == pytest.approx(
        json.loads((out / "evaluation.json").read_text())["test"]["overall"]["roc_auc"]["value"]
    )
    assert (out / "summary.html").is_file()
