"""Existing Keras files become bundles, or are refused with the reason; every load in a child."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.bundle.intake import read_grey
from engine.bundle.store import read_bundle
from engine.explain.explanation import Request
from engine.explain.registry import find_method
from engine.images.geometry import Affine
from engine.inference.model import open_model
from engine.inference.predict import predict, probabilities_of
from engine.inference.target import list_targets
from tests.conftest import ROOT
from tests.support.keras2_names import READ_BY_KERAS_2, REFUSED, WORKING

pytestmark = [pytest.mark.training, pytest.mark.slow]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def convert(*arguments: object) -> tuple[int, dict]:
    """Exit status and last event of ``python -m training convert``."""
    done = python("training", "convert", *map(str, arguments))
    assert done.stdout, done.stderr[-2000:]
    return done.returncode, json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def rows(tmp_path_factory) -> dict[str, dict]:
    """What became of every Keras 2 file, all made and converted in one process."""
    pytest.importorskip("tf_keras", reason="needs the dependency group train")
    done = python("tests.support.keras2_files", str(tmp_path_factory.mktemp("keras2")))
    assert done.returncode == 0, done.stderr[-2000:]
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {row["file"]: row for row in found}


def test_every_plain_keras_2_file_is_converted_exactly(rows: dict[str, dict]) -> None:
    for name, (activation, outputs) in WORKING.items():
        row = rows[name]
        assert "error" not in row, row
        assert (row["activation"], len(row["classes"])) == (activation, outputs), name
        assert row["parity"]["probability"] < 5e-5, name
        assert row["parity"]["layer"] < 1e-4, name
        assert row["parity"]["spread"] > 1e-3, name


def test_what_keras_3_cannot_read_goes_through_keras_2(rows: dict[str, dict]) -> None:
    readers = {name: rows[name]["reader"].split()[0] for name in WORKING}

    assert {name for name, reader in readers.items() if reader == "tf_keras"} == READ_BY_KERAS_2


def test_layers_inside_nested_networks_are_mapped(rows: dict[str, dict]) -> None:
    for name in ("nested", "functional", "preprocess-input"):
        assert {"Conv1_relu", "block_2_add", "out_relu"} <= set(rows[name]["layers"])


def test_what_is_refused_names_the_reason(rows: dict[str, dict]) -> None:
    for name, reason in REFUSED.items():
        error = rows[name]["error"]
        assert reason in error["message"] + str(error["details"]), name


@pytest.fixture(scope="module")
def published(shared_data: Path, tmp_path_factory) -> dict[str, Path]:
    """Bundles of the published files, by file name, proven on real radiographs."""
    out = tmp_path_factory.mktemp("published")
    classes = {
        "cxr_pneumonia_k24_150.h5": "pneumonia",
        "cxr_pneumonia_k313_64.keras": "pneumonia",
        "cxr_pneumonia_k27_128_two_sigmoids.h5": "normal,pneumonia",
    }
    for name, names in classes.items():
        file = shared_data / "models" / "keras" / name
        options = ("--scaling", "unit", "--classes", names, "--images", shared_data / "cxr")
        status, last = convert(file, "--out", out / name, *options)
        assert (status, last["event"]) == (0, "done"), last
        assert last["parity"]["compared_on"] == "real images"
        assert last["parity"]["probability"] < 1e-5
    return {name: out / name for name in classes}


@pytest.mark.real_data
def test_published_files_rank_real_radiographs_and_are_explained(
    published: dict[str, Path], shared_data: Path
) -> None:
    folder = shared_data / "cxr" / "pneumonia"
    ill, well = (
        sorted((folder / "test" / kind).iterdir())[:20] for kind in ("PNEUMONIA", "NORMAL")
    )
    for name, path in published.items():
        bundle = read_bundle(path)
        model = open_model(bundle, wants_gpu=False, threads=1)
        recipe = bundle.manifest.recipe
        inputs = np.concatenate([recipe.apply_grey(read_grey(p)).tensor for p in (*ill, *well)])
        found = probabilities_of(model, *model.scores(inputs))[:, -1]
        wins = (found[: len(ill), None] > found[None, len(ill) :]).mean()
        assert wins > 0.8, name
        target = list_targets(bundle.manifest)[len(bundle.manifest.classes) - 1]
        request = Request(model, inputs[:1], Affine(), target)
        *_, last = find_method("grad-cam").run(request)
        assert np.isfinite(last.result.map).all(), name
        assert predict(model, inputs[:1]).scores


@pytest.mark.real_data
def test_a_file_cut_off_leaves_no_bundle(shared_data: Path, tmp_path: Path) -> None:
    file = shared_data / "models" / "keras" / "bad_truncated.keras"
    status, last = convert(file, "--out", tmp_path / "b", "--scaling", "unit", "--classes", "a")

    assert (status, last["code"]) == (3, "E_MODEL")
    assert "cut off" in last["message"]
    assert list(tmp_path.glob("b*")) == []
