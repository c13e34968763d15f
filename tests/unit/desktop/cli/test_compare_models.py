"""``whyray compare-models``: two models on a folder, disagreement first."""

import csv
import io
import json

import numpy as np
import pytest
from PIL import Image

from desktop.cli.commands import run_command_line
from engine.bundle.manifest import ClassInfo, OperatingPoint
from tests.support.bundles import FILM_PX, write_tiny_bundle


@pytest.fixture
def folder(tmp_path):
    """A bright, a middling and a dark film, and one that is none."""
    films = tmp_path / "films"
    films.mkdir()
    for name, mean in (("a-bright", 225), ("b-middling", 128), ("c-dark", 40)):
        ramp = np.linspace(-25, 25, FILM_PX)[None, :] * np.ones((FILM_PX, 1)) + mean
        Image.fromarray(ramp.astype(np.uint8)).save(films / f"{name}.png")
    (films / "d-broken.png").write_bytes(b"no picture")
    return films


@pytest.fixture
def bundles(tmp_path):
    """The same network with operating points 0.5 and 0.9: they part between the two."""
    strict = (ClassInfo("Bright", "", OperatingPoint(0.9)),)
    return (
        write_tiny_bundle(tmp_path / "one"),
        write_tiny_bundle(tmp_path / "two", id="tiny-2", classes=strict),
    )


def arguments(folder, bundles, *more):
    one, other = map(str, bundles)
    return ["compare-models", str(folder), "--model", one, "--model", other, "--cpu", *more]


def test_other_decisions_come_first_and_what_failed_last(tmp_path, folder, bundles, capsys):
    out = tmp_path / "out"
    assert run_command_line(arguments(folder, bundles, "--out", str(out), "--json")) == 1
    whole = json.loads(capsys.readouterr().out)

    assert whole["models"] == ["tiny-1", "tiny-2"]
    assert whole["pairs"] == [["bright", "Bright"]]
    names = [image["file"].rsplit("/", 1)[-1] for image in whole["images"]]
    assert names[0] == "b-middling.png"
    assert names[-1] == "d-broken.png"
    assert [image["status"] for image in whole["images"]] == ["scored"] * 3 + ["failed"]
    first = whole["images"][0]
    entry = first["classes"][0]
    assert first["decided_otherwise"] == 1
    assert entry["probability"] == pytest.approx(entry["other_probability"])
    assert (entry["is_above"], entry["other_is_above"]) == (True, False)
    rows = list(csv.DictReader(io.StringIO((out / "models.csv").read_text())))
    assert [row["status"] for row in rows] == ["scored"] * 3 + ["failed"]
    assert float(rows[0]["bright: tiny-2"]) == pytest.approx(entry["other_probability"])
    assert rows[0]["bright: decided otherwise"] == "True"
    assert rows[-1]["why_not"]


def test_wrong_use_is_told(tmp_path, folder, bundles, capsys):
    other = write_tiny_bundle(
        tmp_path / "three", id="tiny-3", classes=(ClassInfo("white", "", OperatingPoint(0.5)),),
        complement="black",
    )  # fmt: skip
    pair = (bundles[0], other)
    assert run_command_line(arguments(folder, pair)) == 2
    assert "white" in capsys.readouterr().err
    only = arguments(folder, bundles)
    del only[4:6]
    assert run_command_line(only) == 2
    assert run_command_line(arguments(folder, pair, "--pair", "bright")) == 2
    film = folder / "a-bright.png"
    assert run_command_line(arguments(film, pair, "--pair", "bright=white")) == 0
    assert "+0.0000" in capsys.readouterr().out
