"""Models that give masks on the command line, and how much of a map lies outside the lungs."""

import json

import pytest

from desktop.cli.commands import run_command_line
from tests.support.segmenters import write_grey_bundle


@pytest.fixture
def installed(tmp_path, capsys):
    bundle = write_grey_bundle(tmp_path / "fields")
    assert run_command_line(["models", "import", str(bundle), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "fields-1"


def test_a_segmentation_model_is_listed_as_what_it_is_and_never_scores(installed, tmp_path, capsys):
    assert run_command_line(["models", "list", "--json"]) == 0
    tasks = {m["id"]: m["task"] for m in json.loads(capsys.readouterr().out)["models"]}
    assert tasks["fields-1"] == "segmentation"
    assert "segmentation" not in {t for name, t in tasks.items() if name != "fields-1"}
    assert run_command_line(["models", "verify", "fields-1"]) == 0
    assert "self-test within" in capsys.readouterr().out
    assert run_command_line(["models", "activate", "fields-1"]) == 2
    assert "masks" in capsys.readouterr().err
    film = tmp_path / "film.png"
    film.write_bytes(b"")
    assert run_command_line(["predict", str(film), "--model", "fields-1"]) != 0
    assert "masks, no scores" in capsys.readouterr().err
