"""Masks: what a brush covers by distance, outlines that enclose exactly it, kept and exported."""

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.errors import OutputError, UnreadableFile
from engine.images.identity import identify
from engine.measure.brush import brush, outline
from engine.measure.drawn import DrawnMask, drawn_mask, mask_of_mark, write_masks
from engine.measure.mark import ELLIPSE, LENGTH, POLYGON, RECTANGLE, new_mark
from engine.measure.sheet import Sheet, sheet_as_json, sheet_from_json
from engine.measure.store import SheetStore
from engine.trust.truths import read_truth
from tests.support.pictures import make_radiograph

SIZE = (40, 53)


def near(points, reach):
    """By definition, pixel by pixel."""
    found = np.zeros(SIZE, bool)
    for row, column in np.ndindex(*SIZE):
        x, y = column + 0.5, row + 0.5
        for (x0, y0), (x1, y1) in zip(points, points[1:] or points, strict=False):
            length = math.hypot(x1 - x0, y1 - y0)
            share = 0.0 if length == 0 else ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0))
            share = 0.0 if length == 0 else min(1.0, max(0.0, share / length**2))
            away = math.hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0))
            found[row, column] |= away <= reach
    return found


@pytest.mark.parametrize(
    "points",
    [
        [(20.3, 11.9)],
        [(5.0, 5.0), (40.2, 33.7)],
        [(-8.0, 20.0), (60.0, 21.0), (30.0, 80.0)],
        [(10.0, 10.0), (10.0, 30.0)],
    ],
)
@pytest.mark.parametrize("diameter", [3.0, 9.5])
def test_a_brush_covers_what_is_within_half_its_diameter(points, diameter):
    mask = np.zeros(SIZE, bool)
    top, left, bottom, right = brush(mask, points, diameter, is_inside=True)

    np.testing.assert_array_equal(mask, near(points, diameter / 2))
    outside = mask.copy()
    outside[top:bottom, left:right] = False
    assert not outside.any()
    full = np.ones(SIZE, bool)
    brush(full, points, diameter, is_inside=False)
    np.testing.assert_array_equal(full, ~mask)


def test_the_smallest_brush_sets_the_pixel_under_the_point():
    mask = np.zeros(SIZE, bool)
    brush(mask, [(7.02, 9.98)], 1.0, is_inside=True)
    assert np.argwhere(mask).tolist() == [[9, 7]]
    assert brush(mask, [(500.0, 500.0)], 9.0, is_inside=True) == (0, 0, 0, 0)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_an_outline_encloses_exactly_the_mask(seed):
    """Even-odd: a pixel is inside where an odd number of upright edges lies left of it."""
    mask = np.random.default_rng(seed).random((9, 12)) < 0.5

    edges = outline(mask)

    upright = edges[edges[:, 0] == edges[:, 2]]
    level = edges[edges[:, 1] == edges[:, 3]]
    assert len(upright) + len(level) == len(edges)
    for row, column in np.ndindex(*mask.shape):
        x, y = column + 0.5, row + 0.5
        crossed = (upright[:, 0] < x) & (upright[:, 1] < y) & (upright[:, 3] > y)
        above = (level[:, 1] < y) & (level[:, 0] < x) & (level[:, 2] > x)
        assert crossed.sum() % 2 == mask[row, column]
        assert above.sum() % 2 == mask[row, column]


def test_the_outline_of_a_box_has_four_edges():
    mask = np.zeros((10, 10), bool)
    mask[2:5, 3:9] = True
    edges = {tuple(edge) for edge in outline(mask)}
    assert edges == {(3, 2, 3, 5), (9, 2, 9, 5), (3, 2, 9, 2), (3, 5, 9, 5)}
    assert outline(np.zeros((3, 3), bool)).shape == (0, 4)


@pytest.mark.parametrize("size", [(1, 1), (7, 8), (5, 9), (64, 63)])
def test_pixels_come_back(size):
    mask = np.random.default_rng(1).random(size) < 0.4
    np.testing.assert_array_equal(drawn_mask("lungs", mask, 0).pixels(), mask)


def test_marks_that_enclose_something_become_masks():
    box = mask_of_mark(new_mark(RECTANGLE, ((2.0, 3.0), (9.0, 8.0)), 0), SIZE)
    assert box.sum() == 7 * 5
    assert box[3:8, 2:9].all()
    round_one = mask_of_mark(new_mark(ELLIPSE, ((0.0, 0.0), (40.0, 40.0)), 0), SIZE)
    assert round_one.sum() == pytest.approx(math.pi * 400, rel=0.01)
    triangle = mask_of_mark(new_mark(POLYGON, ((0.0, 0.0), (40.0, 0.0), (0.0, 40.0)), 0), SIZE)
    assert triangle.sum() == pytest.approx(800, rel=0.03)
    beyond = mask_of_mark(new_mark(RECTANGLE, ((-50.0, -50.0), (500.0, 500.0)), 0), SIZE)
    assert beyond.all()
    with pytest.raises(ValueError, match="encloses"):
        mask_of_mark(new_mark(LENGTH, ((0.0, 0.0), (4.0, 4.0)), 0), SIZE)


# Kept with the marks


@pytest.fixture
def film():
    pixels = np.random.default_rng(2).integers(0, 4096, SIZE).astype(np.uint16)
    return make_radiograph(pixels)


@pytest.fixture
def sheet():
    lungs = np.zeros(SIZE, bool)
    lungs[5:20, 3:30] = True
    return Sheet(masks=(drawn_mask("lungs", lungs, 0), drawn_mask("Größe", ~lungs, 0)))


def test_one_mask_per_structure_and_frame(sheet):
    whole = drawn_mask("lungs", np.ones(SIZE, bool), 0)
    changed = sheet.with_mask(whole)
    assert [m.structure for m in changed.masks] == ["lungs", "Größe"]
    assert changed.mask("lungs", 0) is whole
    assert changed.mask("lungs", 1) is None
    assert changed.masks_on(1) == ()
    assert changed.without_mask("lungs", 0).masks == sheet.masks[1:]
    assert changed.without_mask("lungs", 1) == changed
    assert not sheet.is_empty


def test_sheets_with_masks_come_back_and_say_a_newer_version(film, sheet, tmp_path):
    plain = json.loads(json.dumps(sheet_as_json(sheet, identify(film), film, "test")))
    assert plain["schema_version"] == 2  # what earlier programs leave as it is
    assert sheet_from_json(plain)[0] == sheet
    bare = sheet_as_json(Sheet(), identify(film), film, "test")
    assert bare["schema_version"] == 1
    assert "masks" not in bare
    store = SheetStore(tmp_path / "marks", "test")
    store.write(sheet, identify(film), film)
    assert store.read(identify(film)) == sheet


@pytest.mark.parametrize(
    "change",
    [
        {"data": "!!"},
        {"data": ""},
        {"frame": 3},
        {"structure": " "},
        {"encoding": "other"},
    ],
)
def test_damaged_masks_are_refused(film, sheet, change, tmp_path):
    plain = json.loads(json.dumps(sheet_as_json(sheet, identify(film), film, "test")))
    plain["masks"][0] |= change
    store = SheetStore(tmp_path, "test")
    (tmp_path / f"{identify(film).key}.json").write_text(json.dumps(plain), "utf-8")
    with pytest.raises(UnreadableFile):
        store.read(identify(film))


def test_a_mask_of_another_size_is_refused(sheet):
    with pytest.raises(ValueError, match="size"):
        replace(sheet.masks[0], size_hw=(40, 400)).pixels()
    with pytest.raises(ValueError, match="name"):
        DrawnMask("", 0, SIZE, b"")


def test_exported_masks_are_found_again_as_what_they_are(sheet, tmp_path):
    paths = write_masks(
        tmp_path, "film", (*sheet.masks, drawn_mask("a/b c", np.eye(40, 53) > 0, 0))
    )

    assert [path.name for path in paths] == [
        "film__lungs.png",
        "film__Größe.png",
        "film__a_b_c.png",
    ]
    with Image.open(paths[0]) as opened:
        assert opened.mode == "1"
        np.testing.assert_array_equal(np.asarray(opened), sheet.masks[0].pixels())
    truth = read_truth(tmp_path, "film", SIZE)
    np.testing.assert_array_equal(truth.organ, sheet.masks[0].pixels())
    with pytest.raises(OutputError):
        write_masks(tmp_path / "nowhere", "film", sheet.masks)
