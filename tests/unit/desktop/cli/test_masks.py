"""Models that give masks on the command line, and how much of a map lies outside the lungs."""

import json
import shutil

import numpy as np
import pytest
from PIL import Image

from desktop.cli import known_masks
from desktop.cli.commands import run_command_line
from tests.support.bundles import FILM_PX, write_tiny_bundle
from tests.support.segmenters import write_grey_bundle


@pytest.fixture
def installed(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(known_masks, "_opened", {})
    bundle = write_grey_bundle(tmp_path / "fields")
    assert run_command_line(["models", "import", str(bundle), "--activate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "fields-1"


def test_a_segmentation_model_is_listed_as_what_it_is_and_never_scores(installed, tmp_path, capsys):
    assert run_command_line(["models", "list", "--json"]) == 0
    tasks = {m["id"]: m["task"] for m in json.loads(capsys.readouterr().out)["models"]}
    assert tasks["fields-1"] == "segmentation"
    assert "segmentation" not in {t for name, t in tasks.items() if name != "fields-1"}
    assert run_command_line(["models", "verify", "fields-1"]) == 0
    assert "self-test within" in capsys.readouterr().out
    listed = json.loads(model_list(capsys))["models"]
    active = {m["id"]: m["task"] for m in listed if m["is_active"]}
    assert active == {"pneumonia-paediatric-1": "binary", "fields-1": "segmentation"}
    film = tmp_path / "film.png"
    film.write_bytes(b"")
    assert run_command_line(["predict", str(film), "--model", "fields-1"]) != 0
    assert "masks, no scores" in capsys.readouterr().err


def model_list(capsys):
    capsys.readouterr()
    assert run_command_line(["models", "list", "--json"]) == 0
    return capsys.readouterr().out


@pytest.fixture
def film(tmp_path):
    """Grey 0 to 255 from left to right."""
    path = tmp_path / "png" / "film.png"
    path.parent.mkdir()
    row = np.linspace(0, 255, FILM_PX).astype(np.uint8)
    Image.fromarray(np.tile(row, (FILM_PX, 1))).save(path)
    return path


def write_mask(folder, name, columns):
    folder.mkdir(exist_ok=True)
    mask = np.zeros((FILM_PX, FILM_PX), np.uint8)
    mask[:, columns] = 255
    Image.fromarray(mask).save(folder / name)


def explain(film, tmp_path, capsys, *more):
    bundle = write_tiny_bundle(tmp_path / "tiny-1")
    out = ["--out", str(tmp_path / "out"), "--cpu", "--json"]
    method = ["--method", "input-x-gradient"]
    arguments = ["explain", str(film), "--model", str(bundle), *method, *out, *more]
    assert run_command_line(arguments) == 0
    return json.loads(capsys.readouterr().out)["explanation"]


def test_explain_tells_how_much_lies_outside_the_lungs(film, tmp_path, capsys):
    write_mask(tmp_path / "given", "film__left_lung.png", slice(0, FILM_PX // 4))
    write_mask(tmp_path / "given", "film__right_lung.png", slice(FILM_PX // 4, FILM_PX // 2))
    assert explain(film, tmp_path, capsys)["outside_lungs"] is None

    found = explain(film, tmp_path, capsys, "--masks", str(tmp_path / "given"))["outside_lungs"]

    # The map is 3/64 of the picture plus what the complement's channel gives: more to the right.
    assert found["even"] == pytest.approx(0.5)
    assert found["share"] > 0.7
    assert found["lungs_from"] == "masks"
    written = json.loads((tmp_path / "out" / "film.input-x-gradient.json").read_text("utf-8"))
    assert written["explanation"]["outside_lungs"] == found


def test_the_exact_masks_of_phantoms_are_known_without_being_named(film, tmp_path, capsys):
    write_mask(tmp_path / "masks", "film__lungs.png", slice(0, FILM_PX))
    found = explain(film, tmp_path, capsys)["outside_lungs"]
    assert found["share"] == found["even"] == pytest.approx(0.0)
    assert "phantom" in found["lungs_from"]


def test_an_installed_model_gives_the_lungs_where_no_mask_was_named(
    installed, film, tmp_path, capsys
):
    found = explain(film, tmp_path, capsys)["outside_lungs"]
    assert found["lungs_from"] == "the model fields-1"
    assert found["even"] == pytest.approx(0.5, abs=0.02)  # what is darker than a half
    assert found["share"] < 0.35

    write_mask(tmp_path / "given", "film__lungs.png", slice(0, FILM_PX // 8))
    found = explain(film, tmp_path, capsys, "--masks", str(tmp_path / "given"))["outside_lungs"]
    assert found["lungs_from"] == "masks"
    assert found["even"] == pytest.approx(7 / 8)


def test_trust_takes_the_lungs_of_an_installed_model(installed, film, tmp_path, capsys):
    bundle = write_tiny_bundle(tmp_path / "tiny-1")
    status = run_command_line(["trust", str(film), "--model", str(bundle), "--cpu", "--json"])
    assert status == 0
    image = json.loads(capsys.readouterr().out)["images"][0]
    assert image["lungs_from"] == "the model fields-1"
    metrics = [f["metric"] for f in image["methods"][0]["panel"]["figures"]]
    assert "outside-lungs" in metrics
    assert image["methods"][0]["is_right_place"] is None


def test_people_read_it_in_a_line(film, tmp_path, capsys):
    write_mask(tmp_path / "masks", "film__lungs.png", slice(0, FILM_PX // 2))
    bundle = write_tiny_bundle(tmp_path / "tiny-1")
    out = str(tmp_path / "out")
    assert run_command_line(["explain", str(film), "--model", str(bundle), "--out", out]) == 0
    assert "outside the lungs: " in capsys.readouterr().out
    shutil.rmtree(tmp_path / "masks")
    assert run_command_line(["explain", str(film), "--model", str(bundle), "--out", out]) == 0
    assert "outside the lungs" not in capsys.readouterr().out
