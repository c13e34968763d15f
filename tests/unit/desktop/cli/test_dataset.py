"""``whyray dataset``: text for people on stdout, or one JSON document, from a child process."""

import json
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest


@pytest.fixture
def folder(tmp_path) -> Path:
    for number in range(4):
        path = tmp_path / ("normal" if number % 2 else "ill") / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        noise = np.random.default_rng(number).integers(0, 256, (40, 40), dtype=np.uint8)
        cv2.imwrite(str(path), noise)
    return tmp_path


def _run(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", "dataset", str(folder), *more]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_the_census_is_printed_as_text(folder):
    done = _run(folder)

    assert done.returncode == 0, done.stderr
    assert "4 of 4 images read" in done.stdout
    assert "Only 2 images show ill" in done.stdout


def test_the_census_is_one_json_document(folder):
    facts = json.loads(_run(folder, "--json").stdout)

    assert facts["classes"]["ill"]["images"] == 2
    assert "report" not in facts


def test_a_file_that_cannot_be_read_changes_the_exit_status(folder):
    (folder / "ill" / "broken.png").write_bytes(b"")
    done = _run(folder)

    assert done.returncode == 1
    assert "broken.png" in done.stdout


def test_an_empty_folder_is_wrong_use(tmp_path):
    done = _run(tmp_path)

    assert done.returncode == 2
    assert "no labelled radiographs" in done.stderr
