"""The corner words and the arithmetic of window drags and placements, without a window."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.views.image.corner_words import NO_IDENTITY, Shown, words_for
from desktop.views.image.placement import Placement, fitted
from desktop.views.image.resample import Pyramid
from desktop.views.image.window_drag import dragged, full_span
from engine.images.radiograph import Facts, GreyScale, Window
from engine.images.text import person_name
from tests.support.pictures import make_radiograph

FACTS = Facts(
    patient_name="Muster^Eva^Maria",
    patient_id="4711",
    study_date="2024-05-06",
    study_time="070809.5",
    sex="F",
    age_years=41.7,
    view_position="AP",
    laterality="L",
    modality="DX",
    is_lossy=True,
)
SHOWN = Shown(0, 0.5, Window(40.0, 400.0), is_inverted=True, density="full")


def words(facts: Facts = FACTS, shown: Shown = SHOWN):
    return words_for(make_radiograph(np.zeros((4, 4)), facts=facts), shown)


def test_the_corners_tell_who_when_how():
    shown = words()

    assert shown.top_left == ("Muster, Eva Maria", "ID 4711", "2024-05-06 07:08", "F 42 y")
    assert shown.top_right == ("AP left", "DX")
    assert shown.bottom_left == ("zoom 50 %   WW 400  WL 40", "Inverted · Lossy")


def test_an_image_without_identity_says_so():
    assert words(Facts()).top_left == (NO_IDENTITY,)
    assert words(Facts(patient_name="", patient_id=None)).top_left == (NO_IDENTITY,)


def test_short_keeps_name_and_number_and_hidden_nothing():
    assert words(shown=replace(SHOWN, density="short")).top_left == ("Muster, Eva Maria", "ID 4711")
    assert not any(vars(words(shown=replace(SHOWN, density="hidden"))).values())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Doe^John", "Doe, John"),
        ("Doe", "Doe"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "Yamada, Tarou / 山田, 太郎 / やまだ, たろう"),
        ("=山田^太郎", "山田, 太郎"),
        ("^^", ""),
    ],
)
def test_person_names_are_readable(text, shown):
    assert person_name(text) == shown


@pytest.mark.parametrize(
    ("stored", "shown"), [("070809.5", "07:08"), ("11:20:00", "11:20"), ("07", "07"), ("", "")]
)
def test_times_are_hours_and_minutes_where_they_can_be(stored, shown):
    lines = words(replace(FACTS, study_time=stored)).top_left

    assert lines[2] == f"2024-05-06 {shown}".strip()


def test_window_drags_stay_within_bounds():
    window, span = Window(50.0, 100.0), (0.0, 4095.0)

    assert dragged(window, (-1e6, 0.0), span, 1.0).width == 1.0
    assert dragged(window, (1e6, 0.0), span, 1.0).width == 2 * 4095
    assert dragged(window, (0.0, 1e6), span, 1.0).centre == 0.0
    assert dragged(window, (0.0, -1e6), span, 1.0).centre == 4095.0


def test_a_narrow_window_is_never_stuck_nor_leaps():
    narrow = Window(2000.0, 2.0)

    wider = dragged(narrow, (1.0, 0.0), (0.0, 65535.0), 1.0).width
    assert 0.05 < wider - 2.0 < 20.0
    for _ in range(600):
        narrow = dragged(narrow, (1.0, 0.0), (0.0, 65535.0), 1.0)
    assert narrow.width > 30_000


def test_windows_of_small_units_are_dragged_exactly():
    # Values 0..1 (slope 1/4096): a LINEAR window could not be narrower than all of it.
    moved = dragged(Window(0.5, 1.0), (-50.0, 0.0), (0.0, 1.0), 1.0)

    assert moved.function == "LINEAR_EXACT"
    assert 0.0 < moved.width < 1.0


def test_the_span_leaves_padding_out():
    pixels = np.full((40, 40), 500, dtype=np.uint16)
    pixels[:20] = 900
    pixels[0] = 65535
    grey = GreyScale(slope=2.0, intercept=-100.0, padding=(65535, 65535))

    assert full_span(make_radiograph(pixels, grey), 0) == (900.0, 1700.0)


def centre_of_mass(light: np.ndarray, left: int, top: int) -> tuple[float, float]:
    """(x, y) of the light's centre, edges at whole numbers."""
    rows, columns = np.mgrid[: light.shape[0], : light.shape[1]] + 0.5
    total = light.sum()
    return (columns * light).sum() / total + left, (rows * light).sum() / total + top


def test_enlarged_pixels_sit_at_their_exact_place():
    pixels = np.zeros((9, 9), dtype=np.uint16)
    pixels[4, 6] = 60000
    placement = Placement((9, 9), (100, 100), 10.0, 3.25, -1.5)

    grown = Pyramid(pixels).resample(placement).astype(np.float64)

    left, top, _, _ = placement.visible()
    assert centre_of_mass(grown, left, top) == pytest.approx(
        placement.affine().apply(6.5, 4.5), abs=0.02
    )


@pytest.mark.parametrize("is_fast", [False, True])
@pytest.mark.parametrize("scale", [0.9, 0.4, 0.13])
def test_reduced_pixels_are_off_by_half_a_device_pixel_at_most(scale, is_fast):
    pixels = np.zeros((900, 700), dtype=np.uint16)
    pixels[400:480, 300:380] = 60000
    placement = Placement((900, 700), (200, 200), scale, 100.3 - 340 * scale, 99.6 - 440 * scale)

    small = Pyramid(pixels).resample(placement, is_fast=is_fast).astype(np.float64)

    left, top, _, _ = placement.visible()
    assert centre_of_mass(small, left, top) == pytest.approx((100.3, 99.6), abs=0.5)


def test_fit_uses_the_narrower_side():
    assert fitted((100, 400), (300, 800)).scale == 2.0
    assert fitted((100, 400), (300, 800)).dy == 50.0
