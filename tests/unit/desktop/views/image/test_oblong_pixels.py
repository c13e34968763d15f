"""Pixels that are not square: one mapping for picture, marks and overlay; a circle stays one."""

import itertools

import numpy as np
import pytest

from desktop.views.image.orientation import UPRIGHT, Orientation
from desktop.views.image.placement import Placement, around, fitted
from desktop.views.image.resample import Pyramid
from desktop.views.image.scale_bar import scale_bar
from engine.images.radiograph import Spacing

ORIENTATIONS = [Orientation(turns, is_mirrored) for turns in range(4) for is_mirrored in (0, 1)]
SHAPES = [(2.0, 1.0), (1.0, 1.5)]


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("pixel_hw", SHAPES)
def test_points_go_to_the_screen_and_back(orientation, pixel_hw):
    placement = fitted((300, 400), (500, 900), orientation, pixel_hw)
    for moved in (placement, placement.zoomed(2.5, (100.0, 80.0)).moved(7.0, -3.0)):
        assert moved.pixel_hw == pixel_hw
        for point in ((0.0, 0.0), (400.0, 300.0), (123.25, 45.5)):
            there = moved.device_point(*point)
            assert moved.affine().apply(*point) == pytest.approx(there)
            assert moved.image_point(*there) == pytest.approx(point)
    across, down = placement.device_point(1.0, 0.0), placement.device_point(0.0, 1.0)
    origin = placement.device_point(0.0, 0.0)
    lengths = [np.hypot(p[0] - origin[0], p[1] - origin[1]) for p in (down, across)]
    assert lengths[0] / lengths[1] == pytest.approx(pixel_hw[0] / pixel_hw[1])


@pytest.mark.parametrize("pixel_hw", SHAPES)
def test_the_whole_image_fits_with_its_true_proportions(pixel_hw):
    left, top, right, bottom = fitted((300, 400), (1200, 1200), UPRIGHT, pixel_hw).extent()
    assert max(right - left, bottom - top) == 1200
    true = 400 * pixel_hw[1] / (300 * pixel_hw[0])
    assert (right - left) / (bottom - top) == pytest.approx(true, rel=2e-3)


@pytest.mark.parametrize(
    ("orientation", "scale"), list(itertools.product(ORIENTATIONS, (1.0, 2.6, 0.7, 0.3)))
)
def test_a_disc_in_the_body_is_a_disc_on_the_screen(orientation, scale):
    rows, columns = np.mgrid[:300, :700] + 0.5
    inside = (columns - 350) ** 2 + ((rows - 140) * 2.0) ** 2 < 120**2
    pixels = np.where(inside, np.uint16(60000), np.uint16(0))
    whole = fitted((300, 700), (700, 700), orientation, (2.0, 1.0))
    placement = around(whole, (350.0, 140.0), scale, (700, 700))

    light = Pyramid(pixels, (2.0, 1.0)).resample(placement) > 30000

    left, top, _, _ = placement.visible()
    ys, xs = np.nonzero(light)
    centre = (xs + 0.5 + left).mean(), (ys + 0.5 + top).mean()
    assert centre == pytest.approx(placement.device_point(350.0, 140.0), abs=0.6)
    assert xs.std() == pytest.approx(60.0 * scale, rel=0.01)
    assert ys.std() == pytest.approx(60.0 * scale, rel=0.01)


def test_one_to_one_keeps_every_number_of_the_fine_side():
    pixels = np.random.default_rng(1).integers(0, 60000, (40, 60)).astype(np.uint16)
    placement = Placement((40, 60), (80, 60), 1.0, pixel_hw=(1.0, 1.0))
    assert np.array_equal(Pyramid(pixels).resample(placement)[:40], pixels)
    repeated = np.repeat(pixels[:1], 40, axis=0)
    tall = Placement((40, 60), (80, 60), 1.0, pixel_hw=(2.0, 1.0))
    shown = Pyramid(repeated, (2.0, 1.0)).resample(tall)
    assert shown.shape == (80, 60)
    assert np.array_equal(shown, np.repeat(pixels[:1], 80, axis=0))


def test_linked_views_of_oblong_and_square_pixels_show_the_same_place():
    here = fitted((300, 400), (500, 500), UPRIGHT, (2.0, 1.0)).zoomed(3.0, (250.0, 250.0))
    there = fitted((600, 400), (500, 500)).like(here.relative())
    x, y = here.image_point(100.0, 420.0)
    assert there.image_point(100.0, 420.0) == pytest.approx((x, 2 * y))


@pytest.mark.parametrize("orientation", [UPRIGHT, UPRIGHT.turned(1)])
def test_the_scale_bar_is_as_long_as_it_says(orientation):
    spacing = Spacing(row_mm=0.2, column_mm=0.1, provenance="calibrated")
    placement = Placement((500, 500), (500, 500), 1.0, 0.0, 0.0, False, orientation, (2.0, 1.0))
    assert scale_bar(placement, spacing).length_px == pytest.approx(100.0)  # 1 cm / 0.1 mm
