"""Shrinking by area: OpenCV's, an exact mean, and the borders of both."""

import cv2
import numpy as np
import pytest

from engine.images.shrink import shrunk


@pytest.mark.parametrize(
    ("size_hw", "onto_hw"),
    [
        ((1536, 1280), (96, 96)),
        ((1537, 1281), (64, 53)),
        ((1023, 777), (224, 187)),
        ((449, 224), (224, 224)),
        ((2001, 96), (7, 96)),
        ((300, 40), (100, 64)),
        ((120, 500), (100, 64)),
        ((50, 60), (96, 96)),
    ],
    ids=str,
)
def test_it_is_the_area_rule_of_opencv(size_hw, onto_hw):
    picture = np.random.default_rng(0).random(size_hw, dtype=np.float32)

    found = shrunk(picture, *onto_hw)

    expected = cv2.resize(picture, onto_hw[::-1], interpolation=cv2.INTER_AREA)
    assert (found.shape, found.dtype) == (onto_hw, np.float32)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6)


def test_each_pixel_is_the_mean_of_what_it_covers():
    picture = np.random.default_rng(1).random((12, 6), dtype=np.float32)

    # 5 rows from 12: each covers 2.4 rows, the second one 0.6 of row 2, rows 3 and 0.8 of row 4.
    found = shrunk(picture, 5, 6)

    np.testing.assert_allclose(
        found[1], (0.6 * picture[2] + picture[3] + 0.8 * picture[4]) / 2.4, rtol=1e-5
    )
    np.testing.assert_allclose(shrunk(picture, 4, 3).mean(), picture.mean(), rtol=1e-6)


def test_one_value_stays_that_value():
    for value in (0.0, 0.3, 1.0):
        found = shrunk(np.full((1001, 703), value, np.float32), 96, 64)
        np.testing.assert_allclose(found, value, rtol=1e-6)
