"""A prepared image has the numbers of the whole one, and a child's answer is not believed."""

import io
import json
import subprocess
import sys
from pathlib import Path
from struct import pack

import numpy as np
import pytest
from PIL import Image

from engine.bundle.prepared import Preparer, _receive, prepare, send_prepared
from engine.bundle.recipe import Recipe
from engine.errors import UnreadableFile
from engine.images.reader import read_here
from engine.images.wire import MAGIC, WireError
from tests.support.dicoms import dataset, encode

RECIPES = (
    Recipe(40, 30, fit="letterbox", pad_value=0.25),
    Recipe(96, 96),
    Recipe(33, 60, channels=3, fit="centre-crop", interpolation="cubic", scaling="imagenet"),
)


@pytest.fixture(scope="module")
def preparer():
    with Preparer() as preparer:
        yield preparer


@pytest.fixture(scope="module")
def films(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("films")
    rng = np.random.default_rng(3)
    grey = rng.integers(0, 4096, (2, 310, 270), dtype=np.uint16)
    kind = {"PhotometricInterpretation": "MONOCHROME1", "BitsStored": 12, "HighBit": 11}
    (folder / "two.dcm").write_bytes(encode(dataset(grey, **kind)))
    (folder / "one.dcm").write_bytes(encode(dataset(grey[0], PatientAge="041Y", **kind)))
    colour = rng.integers(0, 256, (280, 250, 3), dtype=np.uint8)
    Image.fromarray(colour).save(folder / "colour.png")
    Image.fromarray(grey[0]).save(folder / "deep.png")
    Image.fromarray(colour[..., 0]).save(folder / "grey.jpg")
    Image.fromarray(np.full((250, 250), 9, np.uint8)).save(folder / "blank.png")
    return sorted(folder.iterdir())


@pytest.mark.parametrize("has_pixels", [False, True], ids=["figures alone", "with pixels"])
def test_what_crosses_is_what_would_have_been_made_here(preparer, films, has_pixels):
    for path in films:
        here = prepare(read_here(path), RECIPES, has_pixels=has_pixels)
        crossed = preparer.prepare(path, RECIPES, has_pixels=has_pixels)

        assert crossed.outline == here.outline
        assert (crossed.sha256, crossed.notes) == (here.sha256, here.notes)
        for one, other in zip(crossed.fitted, here.fitted, strict=True):
            np.testing.assert_array_equal(one, other)
        assert (crossed.radiograph is None) == (not has_pixels)
        if crossed.radiograph is not None and here.radiograph is not None:
            assert crossed.radiograph.frame_count == 1
            np.testing.assert_array_equal(crossed.radiograph.frames, here.radiograph.frames)
            assert crossed.radiograph.grey.vois == here.radiograph.grey.vois


def test_the_input_of_a_prepared_image_is_that_of_the_recipe(preparer, films):
    for path in films:
        prepared = preparer.prepare(path, RECIPES, has_pixels=False)
        for recipe, fitted in zip(RECIPES, prepared.fitted, strict=True):
            expected = recipe.apply(read_here(path))
            found = recipe.input_of(fitted, prepared.outline.size_hw)
            np.testing.assert_array_equal(found.tensor, expected.tensor)
            np.testing.assert_array_equal(found.grey, expected.grey)
            assert found.to_image == expected.to_image


def test_a_file_that_cannot_be_read_is_told_as_by_the_decoder(preparer, films, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n rest")
    with pytest.raises(UnreadableFile) as caught:
        preparer.prepare(tmp_path / "broken.png", RECIPES, has_pixels=False)
    assert caught.value.file == tmp_path / "broken.png"
    assert preparer.prepare(films[0], RECIPES, has_pixels=False).fitted  # the child lives on


def _answer(films, **outline) -> tuple[dict, list[bytes]]:
    """Header and pictures of an honest answer, with an outline that is changed."""
    stream = io.BytesIO()
    prepared = prepare(read_here(films[0]), RECIPES[:1])
    send_prepared(stream, prepared)
    data = stream.getvalue()
    length = int.from_bytes(data[4:8], "little")
    header = json.loads(data[8 : 8 + length])
    header["outline"] |= outline
    return header, [data[8 + length :]]


def _heard(header, blobs):
    body = json.dumps(header).encode()
    stream = io.BytesIO(pack("<4sL", MAGIC, len(body)) + body + b"".join(blobs))
    return _receive(stream, Path("a.dcm"), RECIPES[:1], has_pixels=False)


def test_an_honest_answer_is_heard(films):
    assert _heard(*_answer(films)).outline == prepare(read_here(films[0]), RECIPES[:1]).outline


@pytest.mark.parametrize(
    "lie",
    [
        {"kind": "executable"},
        {"frame_count": 0},
        {"frame_count": True},
        {"size_hw": [10]},
        {"size_hw": [70_000, 70_000]},
        {"pixel_hw": [1.0, 99.0]},
        {"coloured_share": 1.5},
        {"coloured_share": "much"},
        {"light": {"is_constant": False, "saturated_share": float("nan"), "contrast": 0.5}},
        {"light": {"is_constant": False, "saturated_share": 0.1}},
        {"facts": {}},
    ],
    ids=str,
)
def test_a_lie_of_the_child_is_no_answer(films, lie):
    with pytest.raises(WireError):
        _heard(*_answer(films, **lie))


@pytest.mark.parametrize("value", [np.nan, np.inf, -0.5, 1.5])
def test_light_beyond_black_and_white_is_no_answer(films, value):
    picture = np.full((40, 30), 0.5, "<f4")
    header, _ = _answer(films)
    assert _heard(header, [picture.tobytes()]).fitted[0].shape == (40, 30)
    picture[3, 3] = value
    with pytest.raises(WireError):
        _heard(header, [picture.tobytes()])


def test_an_answer_that_is_cut_off_is_no_answer(films):
    header, blobs = _answer(films)
    with pytest.raises(WireError):
        _heard(header, [blobs[0][:-1]])
    with pytest.raises(WireError):
        _heard({name: value for name, value in header.items() if name != "sha256"}, blobs)
    with pytest.raises(WireError):
        _heard(header | {"sha256": "../../etc"}, blobs)


@pytest.mark.parametrize(
    "start",
    [["-m", "engine.bundle.prepare_worker"], ["-m", "desktop", "--worker", "prepare"]],
    ids=["module", "program"],
)
def test_the_child_starts_either_way_and_ends_with_its_parent(start):
    done = subprocess.run([sys.executable, *start], input=b"", capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, b"")


def test_the_child_loads_nothing_of_models_or_windows():
    code = (
        "import sys, engine.bundle.prepare_worker as worker; worker._load();"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " ('onnx', 'onnxruntime', 'PySide6', 'sqlite3')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
