"""Sheets as JSON and on disk: back again whole, never on another image, never lost."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import OutputError, UnreadableFile
from engine.images.identity import identify
from engine.images.radiograph import Facts, Spacing
from engine.measure.mark import CTR, ELLIPSE, LENGTH, TEXT, new_mark
from engine.measure.scale import Calibration
from engine.measure.sheet import Sheet, sheet_as_json, sheet_from_json
from engine.measure.store import SheetStore, write_sheet
from tests.support.pictures import make_radiograph

WALLS_AND_HEART = ((2.0, 20.0), (34.0, 20.0), (18.0, 14.0), (12.0, 14.0), (26.0, 15.0))


@pytest.fixture
def film():
    pixels = np.random.default_rng(2).integers(0, 4096, (300, 400)).astype(np.uint16)
    pixels[:, :200] //= 3
    return replace(
        make_radiograph(pixels, facts=Facts(sop_instance_uid="1.2.3", patient_name="DOE^JANE")),
        spacing=Spacing(0.2, 0.2, "at detector"),
    )


@pytest.fixture
def sheet():
    marks = (
        new_mark(LENGTH, ((0.5, 1.25), (30.0, 40.0)), 0),
        new_mark(ELLIPSE, ((3.0, 4.0), (50.0, 60.0)), 0),
        new_mark(CTR, WALLS_AND_HEART, 0, across="y"),
        new_mark(TEXT, ((9.0, 9.0),), 0, text="Größe?"),
    )
    return Sheet(marks, Calibration(((0.0, 0.0), (10.0, 0.0)), 5.0, "2026-01-01T00:00:00"), (0,))


@pytest.fixture
def store(tmp_path):
    return SheetStore(tmp_path / "marks", "WhyRay test")


def test_a_sheet_comes_back_whole(film, sheet):
    text = json.dumps(sheet_as_json(sheet, identify(film), film, "WhyRay test"), allow_nan=False)
    again, identity = sheet_from_json(json.loads(text))

    assert again == sheet
    assert identity == identify(film)


def test_the_file_says_values_units_and_provenance_and_no_name(film, sheet):
    plain = sheet_as_json(replace(sheet, calibration=None), identify(film), film, "WhyRay test")
    (length,) = plain["marks"][0]["values"]
    names = [value["name"] for value in plain["marks"][1]["values"]]

    assert plain["schema_version"] == 1
    assert length == {
        "name": "length",
        "value": pytest.approx(0.2 * np.hypot(29.5, 38.75)),
        "unit": "mm",
        "provenance": "at detector",
    }
    assert names == ["mean", "standard deviation", "minimum", "maximum", "count", "area"]
    assert plain["marks"][2]["notes"]
    assert "DOE" not in json.dumps(plain)


def test_stored_and_read(store, film, sheet):
    store.write(sheet, identify(film), film)

    assert store.read(identify(film)) == sheet
    assert [path.suffix for path in store.folder.iterdir()] == [".json"]


def test_an_image_that_nobody_drew_on_has_an_empty_sheet(store, film):
    assert store.read(identify(film)).is_empty


def test_taking_the_last_mark_away_leaves_no_file(store, film, sheet):
    store.write(sheet, identify(film), film)
    store.write(Sheet(), identify(film), film)

    assert list(store.folder.iterdir()) == []


def test_the_same_image_decoded_a_little_differently_keeps_its_marks(store, film, sheet):
    store.write(sheet, identify(film), film)
    other = replace(film, frames=film.frames + np.uint16(3), sha256="1" * 64)

    assert store.read(identify(other)) == sheet


def test_another_image_with_the_same_uid_gets_neither_marks_nor_the_file(store, film, sheet):
    store.write(sheet, identify(film), film)
    other = replace(film, frames=film.frames[:, :, ::-1].copy(), sha256="2" * 64)
    few = Sheet(sheet.marks[:1])

    assert store.read(identify(other)).is_empty
    store.write(few, identify(other), other)

    assert store.read(identify(other)) == few
    assert store.read(identify(film)) == sheet
    store.write(Sheet(), identify(other), other)
    assert store.read(identify(film)) == sheet


def test_ordinary_images_are_known_by_their_bytes(store, film, sheet):
    plain = replace(film, facts=Facts(), sha256="3" * 64)
    store.write(sheet, identify(plain), plain)

    assert store.read(identify(plain)) == sheet
    assert store.read(identify(replace(plain, sha256="4" * 64))).is_empty


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"schema_version": 1', '"schema_version": 3'),
        lambda text: text.replace('"kind": "length"', '"kind": "lengthy"'),
        lambda text: text.replace("0.5,", "1e400,"),
        lambda text: "[]",
    ],
)
def test_a_damaged_file_is_told_and_never_overwritten(store, film, sheet, damage):
    store.write(sheet, identify(film), film)
    (path,) = store.folder.iterdir()
    damaged = damage(path.read_text(encoding="utf-8"))
    path.write_text(damaged, encoding="utf-8")

    with pytest.raises(UnreadableFile):
        store.read(identify(film))
    with pytest.raises(UnreadableFile):
        store.write(sheet, identify(film), film)
    assert path.read_text(encoding="utf-8") == damaged


def test_a_folder_that_cannot_be_made_is_told(tmp_path, film, sheet):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(OutputError):
        SheetStore(tmp_path / "file" / "marks", "x").write(sheet, identify(film), film)


def test_exporting_to_a_place_of_choice(tmp_path, film, sheet):
    write_sheet(tmp_path / "out.json", sheet, identify(film), film, "WhyRay test")

    plain = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert plain["marks"][3]["text"] == "Größe?"


def test_sheets_change_by_making_another(sheet):
    first = sheet.marks[0]
    moved = sheet.with_mark(first.moved(2.0, -1.0))

    assert moved.marks[0].points == ((2.5, 0.25), (32.0, 39.0))
    assert moved.marks[1:] == sheet.marks[1:]
    assert len(sheet.without_mark(first.id).marks) == 3
    assert sheet.with_key(2, is_key=True).key_frames == (0, 2)
    assert sheet.with_key(0, is_key=False).key_frames == ()
    assert sheet.marks[0] is first
