"""Our maps against those that captum, tf-keras-vis and shap drew, stored with the networks.

Where the libraries are installed, `tests/contract/test_parity_*.py` ask them anew; these pairs hold
everywhere. ``python -m tests.golden.maps.regenerate`` writes them.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import pytest

from tests.conftest import ROOT
from tests.support.map_rows import (
    CAPTUM_ROWS,
    TF_KERAS_VIS_ROWS,
    TORCH_NETWORKS,
    Question,
    Row,
    likeness,
)
from tests.support.toys import open_toy

FOLDER = ROOT / "tests" / "golden" / "maps"
KERAS = "small-keras"
NETWORKS = (*TORCH_NETWORKS, KERAS)
ROWS = [
    *((name, row) for row in CAPTUM_ROWS for name in row.only or TORCH_NETWORKS),
    *((KERAS, row) for row in TF_KERAS_VIS_ROWS),
]
# Sums of what other machines' float32 kernels round differently.
SLACK = 3.0


@dataclass(frozen=True)
class Golden:
    """A stored network, and what libraries answered about it."""

    question: Question
    stored: dict[str, np.ndarray]


@pytest.fixture(scope="module")
def goldens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Golden]:
    folder = tmp_path_factory.mktemp("golden")
    return {name: _open(name, folder / name) for name in NETWORKS}


def _open(name: str, folder: Path) -> Golden:
    with np.load(FOLDER / f"{name}.npz") as file:
        stored = dict(file)
    image, recipe = stored["image"], {}
    if name == KERAS:
        height, width, channels = image.shape
        recipe = {"layout": "nhwc", "height": height, "width": width, "channels": channels}
    model = open_toy(folder, onnx.load(FOLDER / f"{name}.onnx"), **recipe)
    return Golden(Question(model, image, int(stored["index"])), stored)


@pytest.mark.parametrize(("name", "row"), ROWS, ids=str)
def test_our_map_is_the_stored_one(name: str, row: Row, goldens: dict[str, Golden]) -> None:
    golden = goldens[name]
    theirs = golden.stored[f"map:{row.theirs}"]
    found = likeness(row.reading(golden.question.ours(row).map), theirs)

    assert found.relative < SLACK * row.tolerance, found
    assert found.correlation > 1.0 - 1e-8, found


@pytest.mark.parametrize("place", ["", "last_conv_1/Relu"])
def test_shap_s_random_maps_scattered_around_ours(
    place: str, goldens: dict[str, Golden], tmp_path: Path
) -> None:
    golden = goldens[KERAS]
    np.save(tmp_path / "rows.npy", golden.stored["background"])
    options = {"background": str(tmp_path / "rows.npy"), "steps": 512, "tolerance": 1.0}
    row = Row("GradientExplainer", "expected-gradients", 0.0, options)
    ours = golden.question.ours(row, layer=place or None).map
    mean, error = (golden.stored[f"{what}:{place}"] for what in ("mean", "error"))
    scores = (mean - ours) / (error + 1e-6 * np.abs(ours).max())

    assert np.abs(scores).max() < 7.0
    assert likeness(mean, ours).correlation > 0.99


def test_every_stored_map_is_asked_for_and_small() -> None:
    asked = {(name, f"map:{row.theirs}") for name, row in ROWS}
    stored = set()
    for name in NETWORKS:
        with np.load(FOLDER / f"{name}.npz") as file:
            stored |= {(name, key) for key in file.files if key.startswith("map:")}
            assert all(len(text.split()) == 2 for text in file["versions"])

    assert stored == asked
    assert {path.stem for path in FOLDER.glob("*.onnx")} == set(NETWORKS)
    assert sum(path.stat().st_size for path in FOLDER.glob("*.*")) < 500_000


def test_no_file_tells_where_it_was_made() -> None:
    for path in FOLDER.glob("*.onnx"):
        data = path.read_bytes()
        assert b"site-packages" not in data
        assert b"/work" not in data
