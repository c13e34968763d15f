"""Equalising: against OpenCV's own 8-bit form, and what it must leave alone."""

import cv2
import numpy as np

from engine.images.display import compose_lut
from engine.images.equalise import equalised
from engine.images.field import exposed_field
from engine.images.radiograph import GreyScale
from tests.support.pictures import make_radiograph


def chest(levels: int, size_hw: tuple[int, int] = (640, 512)) -> np.ndarray:
    """(H, W) uint16 below `levels`: slow shades with faint fine structure."""
    y, x = np.mgrid[0 : 1 : size_hw[0] * 1j, 0 : 1 : size_hw[1] * 1j]
    slow = 0.5 + 0.4 * np.sin(3 * x) * np.cos(2 * y)
    fine = 0.02 * np.sin(90 * x) + np.random.default_rng(0).normal(0, 0.004, size_hw)
    return np.rint(np.clip(slow + fine, 0, 1) * (levels - 1)).astype(np.uint16)


def film_ends(radiograph) -> tuple[int, int]:
    film = exposed_field(radiograph).film()
    return int(film.min()), int(film.max())


def test_of_8_bits_it_is_what_opencv_makes_of_8_bits():
    pixels = chest(256)
    pixels[0, 0], pixels[0, 1] = 0, 255
    low, high = film_ends(make_radiograph(pixels))
    ours = equalised(make_radiograph(pixels)).pixels.astype(int)
    stretched = cv2.LUT(
        pixels.astype(np.uint8),
        np.rint(np.interp(np.arange(256), (low, high), (0, 255))).astype(np.uint8),
    )
    theirs = cv2.createCLAHE(2.5 * 256 / (high - low + 1), (8, 8)).apply(stretched)
    back = low + theirs.astype(float) * (high - low) / 255
    assert np.abs(ours - back).mean() < 2.0
    assert np.corrcoef(ours.ravel(), back.ravel())[0, 1] > 0.999


def test_faint_structure_gains_the_same_contrast_at_any_depth():
    gains = []
    for levels in (256, 1024, 4096, 60_000):
        pixels = chest(levels)
        shown = equalised(make_radiograph(pixels)).pixels.astype(float)
        patch = (slice(300, 340), slice(200, 300))
        gains.append(shown[patch].std() / pixels[patch].astype(float).std())
    assert min(gains) > 1.2
    assert max(gains) < 1.25 * min(gains)


def test_it_stays_within_the_film_and_its_window_shows_all_of_it():
    radiograph = make_radiograph(chest(4096) + 500, GreyScale(slope=-2.0, is_inverted=True))
    low, high = film_ends(radiograph)
    even = equalised(radiograph)
    shown = even.pixels
    assert low <= shown.min() < shown.max() <= high
    light = compose_lut(radiograph.grey, even.window)[shown]
    assert light.min() < 5
    assert light.max() > 250


def test_padding_stays_padding():
    pixels = chest(4096)
    pixels[:, :100] = 65_000
    shown = equalised(make_radiograph(pixels, GreyScale(padding=(65_000, 65_000)))).pixels
    assert (shown[:, :100] == 65_000).all()
    assert (shown[:, 100:] < 65_000).all()


def test_an_image_of_one_level_stays_as_it_is():
    pixels = np.full((40, 30), 9, np.uint16)
    np.testing.assert_array_equal(equalised(make_radiograph(pixels)).pixels, pixels)
