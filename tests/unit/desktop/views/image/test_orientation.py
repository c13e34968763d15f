"""The eight orientations, against numpy's own turns and flips."""

import itertools

import numpy as np
import pytest

from desktop.views.image.orientation import UPRIGHT, Orientation
from desktop.views.image.placement import Placement, fitted
from desktop.views.image.resample import Pyramid

EIGHT = [Orientation(*state) for state in itertools.product(range(4), (False, True))]
PIXELS = np.arange(5 * 7, dtype=np.uint16).reshape(5, 7)


def by_numpy(pixels: np.ndarray, orientation: Orientation) -> np.ndarray:
    mirrored = pixels[:, ::-1] if orientation.is_mirrored else pixels
    return np.rot90(mirrored, -orientation.turns)


@pytest.mark.parametrize("orientation", EIGHT)
def test_pixels_lie_as_numpy_would_lay_them(orientation):
    assert np.array_equal(orientation.lay(PIXELS), by_numpy(PIXELS, orientation))


@pytest.mark.parametrize("orientation", EIGHT)
def test_points_go_where_their_pixels_go(orientation):
    laid = orientation.lay(PIXELS)
    for row, column in itertools.product(range(5), range(7)):
        x, y = orientation.point(column + 0.5, row + 0.5, PIXELS.shape)
        assert laid[int(y), int(x)] == PIXELS[row, column]
        assert orientation.affine(PIXELS.shape).apply(column + 0.5, row + 0.5) == (x, y)
        assert orientation.inverse().point(x, y, laid.shape) == (column + 0.5, row + 0.5)


@pytest.mark.parametrize("orientation", EIGHT)
def test_further_turns_and_flips_are_those_of_the_screen(orientation):
    laid = orientation.lay(PIXELS)

    assert np.array_equal(orientation.turned(1).lay(PIXELS), np.rot90(laid, -1))
    assert np.array_equal(orientation.turned(-1).lay(PIXELS), np.rot90(laid))
    assert np.array_equal(orientation.flipped_across().lay(PIXELS), laid[:, ::-1])
    assert np.array_equal(orientation.flipped_down().lay(PIXELS), laid[::-1])


@pytest.mark.parametrize("orientation", EIGHT)
@pytest.mark.parametrize("scale", [0.31, 0.7, 1.0, 2.5])
def test_a_turned_picture_is_the_turned_picture(orientation, scale):
    pixels = np.random.default_rng(1).integers(0, 4096, (90, 120)).astype(np.uint16)
    upright = Placement(pixels.shape, (200, 160), scale, 7.0, -12.0)
    view_hw = orientation.size(upright.view_hw)
    x, y = orientation.point(*upright.device_point(0, 0), upright.view_hw)
    x1, y1 = orientation.point(*upright.device_point(120, 90), upright.view_hw)
    turned = Placement(
        pixels.shape, view_hw, scale, min(x, x1), min(y, y1), orientation=orientation
    )

    expected = by_numpy(Pyramid(pixels).resample(upright), orientation)

    assert np.array_equal(Pyramid(pixels).resample(turned), expected)
    assert turned.device_point(3.0, 4.0) == pytest.approx(
        orientation.point(*upright.device_point(3.0, 4.0), upright.view_hw)
    )


@pytest.mark.parametrize("orientation", EIGHT)
def test_places_and_their_inverse_agree(orientation):
    placement = fitted((500, 300), (777, 1234), orientation).zoomed(3.0, (200.0, 100.0))

    x, y = placement.image_point(321.0, 123.0)

    assert placement.device_point(x, y) == pytest.approx((321.0, 123.0))
    assert placement.affine().apply(x, y) == pytest.approx((321.0, 123.0))


@pytest.mark.parametrize("orientation", EIGHT)
def test_a_relative_view_finds_the_same_place_in_another_view_and_image(orientation):
    here = fitted((600, 400), (500, 900), orientation).zoomed(4.0, (300.0, 260.0))

    there = fitted((1200, 800), (300, 310)).like(here.relative())

    assert there.orientation == orientation
    assert there.relative().zoom == pytest.approx(here.relative().zoom)
    assert there.relative().centre == pytest.approx(here.relative().centre)
    middle = there.image_point(155, 150)
    assert middle == pytest.approx(tuple(2 * part for part in here.image_point(450, 250)))


def test_a_fitted_view_stays_fitted_when_turned_and_when_shared():
    turned = fitted((600, 400), (300, 300)).laid(UPRIGHT.turned(1))

    assert turned.is_fitted
    assert turned.scale == 0.5
    assert fitted((90, 10), (30, 30)).like(turned.relative()).is_fitted
