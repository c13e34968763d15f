"""Published Keras files, exported by tf2onnx and by Keras itself, against GradientTape."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.training, pytest.mark.real_data, pytest.mark.slow]

# file: (classes, part of the default layer's name)
FILES = {
    "cxr_pneumonia_k24_150.h5": (1, "conv2d_4"),
    "cxr_pneumonia_k313_64.keras": (1, "conv2d_3"),
    "cxr_pneumonia_k27_128_two_sigmoids.h5": (2, "conv2d_79"),
}


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> list[dict]:
    """Figures of all files; loaded, exported and compared in a process of its own."""
    files = [str(shared_data / "models" / "keras" / name) for name in FILES]
    command = [sys.executable, "-m", "tests.support.keras_files_parity", *files]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def test_both_exporters_give_heads_and_layers_that_are_found(rows: list[dict]) -> None:
    assert len(rows) == 2 * len(FILES)
    for row in rows:
        classes, layer = FILES[row["file"]]
        assert (row["activation"], row["classes"]) == ("sigmoid", classes)
        assert layer in row["layer"]


def test_gradients_are_those_of_gradient_tape(rows: list[dict]) -> None:
    for row in rows:
        assert statistics.median(row["dx"]) < 1e-5, row
