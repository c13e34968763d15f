"""Lengths, angles, areas, the cardiothoracic ratio, and where millimetres come from."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.images.radiograph import Facts, Spacing
from engine.measure.mark import (
    ACROSS_Y,
    ANGLE,
    ARROW,
    COBB,
    CTR,
    ELLIPSE,
    LENGTH,
    POLYGON,
    RECTANGLE,
    TEXT,
    Mark,
)
from engine.measure.scale import BY_HAND, MEANINGS, Calibration, calibrated_spacing, scale_of
from engine.measure.sheet import Sheet
from engine.measure.values import measured
from tests.support.pictures import make_radiograph

FILM = make_radiograph(np.arange(1200, dtype=np.uint16).reshape(30, 40))
OBLONG = Spacing(row_mm=0.5, column_mm=0.2, provenance="at detector")


def values_of(mark, spacing=None, calibration=None, facts=None):
    film = replace(FILM, spacing=spacing, facts=facts if facts is not None else Facts())
    return measured(mark, film, Sheet((mark,), calibration).scale(film))


def test_length_respects_both_sides_of_a_pixel():
    mark = Mark(LENGTH, ((0.0, 0.0), (15.0, 8.0)))  # 3 mm and 4 mm

    (value,) = values_of(mark, OBLONG).values

    assert value.value == pytest.approx(5.0)
    assert (value.unit, value.provenance) == ("mm", "at detector")


def test_without_pixel_size_lengths_are_pixels():
    (value,) = values_of(Mark(LENGTH, ((1.0, 1.0), (4.0, 5.0)))).values

    assert (value.value, value.unit, value.provenance) == (pytest.approx(5.0), "px", "")


def test_every_provenance_of_the_reader_has_a_meaning():
    for provenance in ("calibrated", "estimated patient", "at detector", BY_HAND, ""):
        assert MEANINGS[provenance]


def test_calibration_by_hand_replaces_the_file_and_keeps_the_shape_of_a_pixel():
    calibration = Calibration(((0.0, 0.0), (10.0, 0.0)), 4.0, "")  # 2 mm by the file
    spacing = calibrated_spacing(OBLONG, calibration)
    (value,) = values_of(Mark(LENGTH, ((0.0, 0.0), (0.0, 8.0))), OBLONG, calibration).values

    assert spacing.column_mm == pytest.approx(0.4)
    assert value.value == pytest.approx(8.0)  # twice 8 * 0.5
    assert value.provenance == BY_HAND


def test_calibration_of_an_image_without_pixel_size():
    calibration = Calibration(((0.0, 0.0), (30.0, 40.0)), 25.0, "")
    scale = scale_of(None, calibration)

    assert (scale.column, scale.row) == (pytest.approx(0.5), pytest.approx(0.5))


@pytest.mark.parametrize("known", [0.0, -1.0, math.nan, math.inf])
def test_nonsense_calibrations_are_refused(known):
    with pytest.raises(ValueError, match="positive"):
        Calibration(((0, 0), (1, 0)), known, "")


@pytest.mark.parametrize("degrees", [0.0, 17.0, 90.0, 135.0, 180.0])
def test_angle_between_two_arms(degrees):
    turn = math.radians(degrees)
    points = ((5 + 7.0, 5.0), (5.0, 5.0), (5 + 3 * math.cos(turn), 5 + 3 * math.sin(turn)))

    assert values_of(Mark(ANGLE, points)).value("angle") == pytest.approx(degrees, abs=1e-9)


def test_angle_on_oblong_pixels_is_that_of_the_body():
    mark = Mark(ANGLE, ((10.0, 0.0), (0.0, 0.0), (10.0, 4.0)))  # 2 mm across, 2 mm down

    assert values_of(mark, OBLONG).value("angle") == pytest.approx(45.0)


@given(st.floats(-90, 90), st.floats(-90, 90), st.booleans())
def test_cobb_angle_does_not_depend_on_the_way_lines_are_drawn(one, two, is_backwards):
    ends = [
        ((9.0, 9.0), (9 + 5 * math.cos(t), 9 + 5 * math.sin(t)))
        for t in (math.radians(one), math.radians(two))
    ]
    line = ends[1][::-1] if is_backwards else ends[1]
    apart = abs(one - two)

    found = values_of(Mark(COBB, (*ends[0], *line))).value("cobb angle")

    assert found == pytest.approx(min(apart, 180 - apart), abs=1e-6)


@pytest.mark.parametrize(
    ("kind", "points", "expected"),
    [
        (RECTANGLE, ((2.0, 3.0), (12.0, 7.0)), 40.0),
        (ELLIPSE, ((12.0, 7.0), (2.0, 3.0)), math.pi * 5 * 2),
        (POLYGON, ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 5.0), (0.0, 10.0)), 75.0),
    ],
)
def test_areas_are_those_of_the_shape(kind, points, expected):
    numbers = values_of(Mark(kind, points))
    in_mm = values_of(Mark(kind, points), OBLONG)

    assert numbers.value("area") == pytest.approx(expected)
    assert in_mm.value("area") == pytest.approx(expected * 0.1)
    assert in_mm.values[-1].unit == "mm2"


def test_statistics_can_be_left_for_later():
    film = FILM
    mark = Mark(RECTANGLE, ((2.0, 3.0), (12.0, 7.0)))
    numbers = measured(mark, film, Sheet().scale(film), with_statistics=False)

    assert not numbers.is_complete
    assert [value.name for value in numbers.values] == ["area"]


WALLS_AND_HEART = ((2.0, 20.0), (34.0, 20.0), (18.0, 14.0), (12.0, 14.0), (26.0, 15.0))


@pytest.mark.parametrize("spacing", [None, OBLONG])
def test_cardiothoracic_ratio_needs_no_pixel_size(spacing):
    numbers = values_of(Mark(CTR, WALLS_AND_HEART), spacing, facts=Facts(view_position="PA"))

    assert numbers.value("cardiothoracic ratio") == pytest.approx(14 / 32)
    assert numbers.values[0].unit == "1"
    assert numbers.notes == ()


def test_ratio_counts_only_what_lies_across_the_patient():
    tilted = tuple((x, y + x / 3) for x, y in WALLS_AND_HEART)
    lying = tuple((y, x) for x, y in WALLS_AND_HEART)

    assert values_of(Mark(CTR, tilted)).value("cardiothoracic ratio") == pytest.approx(14 / 32)
    turned = values_of(Mark(CTR, lying, across=ACROSS_Y), OBLONG)
    assert turned.value("cardiothoracic ratio") == pytest.approx(14 / 32)
    assert turned.value("heart width") == pytest.approx(14 * OBLONG.row_mm)


@pytest.mark.parametrize(
    ("view", "word"), [(None, "does not state"), ("AP", "enlarged"), ("LL", "View LL")]
)
def test_ratio_of_other_views_is_warned_about(view, word):
    numbers = values_of(Mark(CTR, WALLS_AND_HEART), facts=Facts(view_position=view))

    assert [note for note in numbers.notes if word in note]


def test_ratio_warns_of_points_in_the_wrong_order():
    points = ((2.0, 20.0), (34.0, 20.0), (8.0, 14.0), (12.0, 14.0), (36.0, 15.0))
    numbers = values_of(Mark(CTR, points), facts=Facts(view_position="PA"))

    assert len(numbers.notes) == 2


def test_no_ratio_without_a_thorax():
    points = ((2.0, 20.0), (2.0, 25.0), *WALLS_AND_HEART[2:])

    assert values_of(Mark(CTR, points)).value("cardiothoracic ratio") is None


@pytest.mark.parametrize("mark", [Mark(ARROW, ((1, 1), (2, 2))), Mark(TEXT, ((1, 1),), text="x")])
def test_arrows_and_texts_measure_nothing(mark):
    assert values_of(mark).values == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": LENGTH, "points": ((0.0, 0.0),)},
        {"kind": LENGTH, "points": ((0.0, 0.0), (math.nan, 1.0))},
        {"kind": LENGTH, "points": ((0.0, 0.0), (1e9, 1.0))},
        {"kind": TEXT, "points": ((0.0, 0.0),), "text": "x" * 501},
        {"kind": LENGTH, "points": ((0.0, 0.0), (1.0, 1.0)), "frame": -1},
    ],
)
def test_marks_that_nobody_could_draw_are_refused(wrong):
    with pytest.raises(ValueError, match=r"point|make no sense"):
        Mark(**wrong)
