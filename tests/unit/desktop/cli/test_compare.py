"""``whyray compare``: the matrix of maps and how they agree."""

import csv
import io
import json

import numpy as np
import pytest
from PIL import Image

from desktop.cli.commands import run_command_line
from tests.support.bundles import FILM_PX, write_tiny_bundle


@pytest.fixture
def film(tmp_path):
    random = np.random.default_rng(2)
    ramp = np.linspace(0, 230, FILM_PX)[None, :] + random.uniform(0, 20, (FILM_PX, FILM_PX))
    Image.fromarray(ramp.astype(np.uint8)).save(tmp_path / "film.png")
    return tmp_path / "film.png"


def compared(capsys, *arguments, status=0):
    assert run_command_line(["compare", *map(str, arguments), "--cpu", "--json"]) == status
    return json.loads(capsys.readouterr().out)


def test_methods_classes_and_models_make_a_matrix(tmp_path, film, capsys):
    one = write_tiny_bundle(tmp_path / "one")
    other = write_tiny_bundle(tmp_path / "other", id="tiny-2")
    found = compared(
        capsys, film, "--model", one, "--with-model", other, "--method", "hires-cam",
        "--method", "saliency", "--target", "bright", "--target", "not bright",
        "--out", tmp_path / "out",
    )  # fmt: skip

    names = [entry["name"] for entry in found["maps"]]
    assert len(names) == len(set(names)) == 2 * 2 * 2
    assert names[0].startswith("tiny-1 hires-cam")
    correlations = np.array(
        [[entry["rank_correlation"] for entry in row] for row in found["agreement"]], dtype=float
    )
    hires = [place for place, name in enumerate(names) if "hires-cam" in name]
    bright = [place for place in hires if "not" not in names[place]]
    dark = [place for place in hires if "not" in names[place]]
    assert correlations[bright[0], bright[1]] == pytest.approx(1.0)  # two models of one network
    assert correlations[bright[0], dark[0]] == pytest.approx(-1.0)  # the complement turns the sign
    np.testing.assert_allclose(correlations[hires][:, hires].diagonal(), 1.0)
    with Image.open(tmp_path / "out" / "film.compare.png") as picture:
        assert picture.width > 2 * 300  # methods across, models and classes down
        assert picture.height > 4 * 128
    table = list(csv.DictReader(io.StringIO((tmp_path / "out" / "film.compare.csv").read_text())))
    assert len(table) == 8 * 7 // 2
    written = json.loads((tmp_path / "out" / "film.compare.json").read_text())
    assert written["agreement"] == found["agreement"]
    first = next(row for row in table if row["other_model"] == "tiny-2")
    assert first["overlap_top_5%"]


def test_a_method_at_each_resolution(tmp_path, film, capsys):
    bundle = write_tiny_bundle(tmp_path / "one")
    found = compared(capsys, film, "--model", bundle, "--layer", "conv", "--layer", "each")

    assert [entry["layer"] for entry in found["maps"]] == ["conv", "maps"]


def test_the_table_is_readable_and_too_many_maps_are_refused(tmp_path, film, capsys, monkeypatch):
    bundle = write_tiny_bundle(tmp_path / "one")
    arguments = ["compare", str(film), "--model", str(bundle), "--cpu", "--method", "saliency"]
    assert run_command_line([*arguments, "--method", "grad-cam"]) == 0
    assert "1.00" in capsys.readouterr().out
    monkeypatch.setattr("desktop.cli.compare.MOST", 1)
    assert run_command_line([*arguments, "--method", "grad-cam"]) == 2


def test_the_way_through_the_layers_and_its_differences(tmp_path, film, capsys):
    bundle = write_tiny_bundle(tmp_path / "one")
    found = compared(
        capsys, film, "--model", bundle, "--layers", "2", "--method", "hires-cam",
        "--show", "ranks", "--scale", "all", "--out", tmp_path / "out",
    )  # fmt: skip

    assert [entry["layer"] for entry in found["maps"]] == ["conv", "maps"]
    assert len(found["written"]) == 3
    arguments = ["compare", str(film), "--model", str(bundle), "--layers", "0"]
    assert run_command_line(arguments) == 2
    assert "1 or more" in capsys.readouterr().err
