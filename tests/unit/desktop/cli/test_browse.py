"""``whyray activations`` and ``whyray weights`` on the tiny network, whose numbers are known."""

import csv
import json

import numpy as np
import pytest
from PIL import Image

from desktop.cli.commands import run_command_line
from tests.support.bundles import FILM_PX, SIZE, write_tiny_bundle


@pytest.fixture
def bundle(tmp_path):
    return write_tiny_bundle(tmp_path / "tiny")


@pytest.fixture
def film(tmp_path):
    picture = np.tile(np.linspace(0, 255, FILM_PX).astype(np.uint8), (FILM_PX, 1))
    Image.fromarray(picture).save(tmp_path / "film.png")
    return tmp_path / "film.png"


def printed(capsys, *arguments, status=0):
    assert run_command_line([*map(str, arguments), "--cpu", "--json"]) == status
    return json.loads(capsys.readouterr().out)


def test_layers_tell_what_they_show(bundle, film, tmp_path, capsys):
    whole = printed(
        capsys, "activations", film, "--model", bundle, "--layer", "maps", "--sort", "mean",
        "--out", tmp_path / "out",
    )  # fmt: skip

    (layer,) = whole["layers"]
    assert (layer["channels"], layer["height"], layer["width"]) == (2, SIZE, SIZE)
    assert layer["receptive_field"] == [1.0, 1.0]
    array, table, picture = (tmp_path / "out" / f"film.maps.{k}" for k in ("npy", "csv", "png"))
    maps = np.load(array)
    np.testing.assert_allclose(maps[0] + maps[1], 1.0, atol=1e-6)  # relu(x) and relu(1 - x)
    means = maps.mean(axis=(1, 2))
    with table.open(newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [int(row["channel"]) for row in rows] == np.argsort(-means).tolist()
    assert float(rows[0]["mean"]) == pytest.approx(means.max(), abs=1e-6)
    with Image.open(picture) as grid:
        assert grid.size == (2 * (24 + 2) + 2, 24 + 4)


def test_channels_are_sorted_by_what_they_do_to_the_score(bundle, film, capsys):
    whole = printed(
        capsys, "activations", film, "--model", bundle, "--layer", "maps",
        "--sort", "gradient-x-activation",
    )  # fmt: skip

    (layer,) = whole["layers"]
    found = {row["channel"]: row["gradient-x-activation"] for row in layer["channels_sorted"]}
    # logit = 3 mean(A_0) - mean(A_1) + 0.25, so that channels contribute 3 and -1 times their mean.
    means = {row["channel"]: row["mean"] for row in layer["channels_sorted"]}
    assert found == pytest.approx({0: 3 * means[0], 1: -means[1]}, abs=1e-5)
    assert [row["channel"] for row in layer["channels_sorted"]] == [0, 1]


def test_kernels_and_dead_filters(bundle, film, tmp_path, capsys):
    Image.new("L", (FILM_PX, FILM_PX), 255).save(tmp_path / "white.png")
    whole = printed(capsys, "weights", tmp_path / "white.png", "--model", bundle)

    assert [entry["shape"] for entry in whole["weights"]] == [[2, 1, 1, 1], [1, 2, 1, 1]]
    assert sum(whole["weights"][0]["histogram"]["counts"]) == 2
    (fired,) = whole["fired"]
    assert (fired["images"], fired["dead"]) == (1, [1])  # relu(1 - x) of a white film
    (fired,) = printed(capsys, "weights", tmp_path / "white.png", film, "--model", bundle)["fired"]
    assert (fired["images"], fired["dead"]) == (2, [])


def test_a_bad_image_is_named_and_the_others_are_counted(bundle, film, tmp_path, capsys):
    (tmp_path / "bad.png").write_bytes(b"no picture")
    whole = printed(capsys, "weights", tmp_path / "bad.png", film, "--model", bundle, status=1)

    assert whole["fired"][0]["images"] == 1
    assert len(whole["errors"]) == 1


def test_the_tables_are_readable(bundle, film, capsys):
    assert run_command_line(["activations", str(film), "--model", str(bundle), "--cpu"]) == 0
    assert "2 x 8 x 8" in capsys.readouterr().out
    assert run_command_line(["weights", str(film), "--model", str(bundle), "--cpu"]) == 0
    assert "Every channel" in capsys.readouterr().out
