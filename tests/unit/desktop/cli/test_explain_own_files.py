"""Baselines and backgrounds of one's own on the command line."""

import json

import numpy as np
import pytest
from PIL import Image

from desktop.cli.commands import run_command_line
from tests.support.bundles import FILM_PX, write_tiny_bundle


@pytest.fixture
def asked(tmp_path):
    """The first words of a command that explains a film."""
    bundle = write_tiny_bundle(tmp_path / "tiny-1")
    film = _write(tmp_path / "film.png", 150)
    return ["explain", str(film), "--model", str(bundle), "--cpu", "--out", str(tmp_path / "out")]


def _write(path, level):
    ramp = np.linspace(-30, 30, FILM_PX)[None, :] + np.zeros((FILM_PX, 1)) + level
    Image.fromarray(ramp.clip(0, 255).astype(np.uint8)).save(path)
    return path


def test_a_folder_is_the_background_and_the_explained_image_in_it_is_told(asked, tmp_path, capsys):
    folder = tmp_path / "films"
    folder.mkdir()
    for number, level in enumerate((60, 110, 150)):
        _write(folder / f"{number}.png", level)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    words = ["--method", "expected-gradients", "--option", f"background={folder}", "--json"]
    status = run_command_line([*asked, *words])

    facts = json.loads(capsys.readouterr().out)["explanation"]
    assert status == 0
    assert facts["conventions"]["background"].startswith("3 rows")
    told = " ".join(facts["flags"])
    assert "1 of 3 background rows are the explained image itself" in told
    assert "1 of 4 background files could not be read: broken.png" in told


def test_an_own_baseline_changes_the_map(asked, tmp_path, capsys):
    own = _write(tmp_path / "own.png", 200)
    maps = []
    for baseline in ("black", str(own)):
        words = ["--method", "integrated-gradients", "--option", f"baseline={baseline}"]
        assert run_command_line([*asked, *words]) == 0
        maps.append(np.load(tmp_path / "out" / "film.integrated-gradients.npy"))

    assert np.abs(maps[0] - maps[1]).max() > 1e-3
    assert "own.png" in capsys.readouterr().out


def test_a_name_that_is_neither_choice_nor_file_is_refused(asked, capsys):
    words = ["--method", "occlusion", "--option", "fill=blakc"]
    status = run_command_line([*asked, *words])

    told = capsys.readouterr().err
    assert status != 0
    assert "'blakc' cannot be read" in told
    assert "black, white" in told
