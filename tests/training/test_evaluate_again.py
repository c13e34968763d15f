"""An exported bundle, measured by ONNX Runtime, has the figures that training measured in Keras."""

from pathlib import Path

import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

from engine.bundle.store import read_bundle
from tests.support.runs import Heard, export_here, phantom_folder, small_config
from training.evaluate.of_bundle import BundleFigures, evaluate_bundle
from training.run.prepare import Folders
from training.run.train import train

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    # Keras' own conversion of its variables, with NumPy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
# Training reads greys in 65535 steps, the clinic in single precision.
TOLERANCE = 2e-3
SETS = (("val", "validation"), ("test", "test"))


@pytest.fixture(scope="module")
def phantoms(tmp_path_factory) -> Path:
    return phantom_folder(tmp_path_factory.mktemp("phantoms"))


@pytest.mark.parametrize(("calibration", "layout"), [("platt", "nhwc"), ("isotonic", "nchw")])
def test_figures_are_those_of_training(phantoms, tmp_path, monkeypatch, calibration, layout):
    monkeypatch.setattr("training.run.finish.export_onnx", export_here)
    config = small_config(
        evaluation={"calibration": calibration, "rounds": 40}, export={"layout": layout}
    )
    train(Folders((phantoms,), tmp_path / "run", tmp_path / "tiny"), config, ["train"], Heard())
    bundle = read_bundle(tmp_path / "tiny")

    assert len(bundle.manifest.curves) == (calibration == "isotonic")
    # Validation images lie on the knots of isotonic curves: the last digit decides there whether
    # two of them are tied, so areas are compared on the test set alone.
    for split, stored in SETS if calibration == "platt" else SETS[1:]:
        *_, last = evaluate_bundle(bundle, [phantoms], split)
        assert isinstance(last, BundleFigures)
        told = bundle.manifest.metrics[stored]
        assert last.found["images"] == told["images"]
        for name, expected in told["overall"].items():
            for end in ("value", "low", "high"):
                assert last.found["overall"][name][end] == pytest.approx(
                    expected[end], abs=TOLERANCE
                ), (split, name, end)
