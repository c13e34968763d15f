"""Superpixels: connected, numbered without gaps, along the edges of the picture."""

import cv2
import numpy as np
import pytest

from engine.explain.superpixels import grid_for, superpixels


def _noisy(size_hw, seed=0):
    rng = np.random.default_rng(seed)
    return cv2.GaussianBlur(rng.random(size_hw).astype(np.float32), (0, 0), 2.0)


@pytest.mark.parametrize("size_hw", [(64, 64), (40, 90), (300, 520), (5, 3)])
@pytest.mark.parametrize("wanted", [2, 7, 50, 200])
def test_numbers_have_no_gaps_and_every_superpixel_is_one_piece(size_hw, wanted):
    labels = superpixels(_noisy(size_hw), wanted)

    count = int(labels.max()) + 1
    assert labels.shape == size_hw
    assert labels.dtype == np.int32
    assert set(np.unique(labels)) == set(range(count))
    assert count <= grid_for(size_hw, wanted).cells
    for number in range(count):
        assert cv2.connectedComponents((labels == number).astype(np.uint8))[0] == 2


def test_the_count_is_near_the_wanted_one():
    for wanted in (10, 50, 200):
        count = int(superpixels(_noisy((224, 224)), wanted).max()) + 1
        assert 0.7 * wanted <= count <= 1.3 * wanted


def test_a_flat_picture_gives_the_regular_grid():
    labels = superpixels(np.full((60, 60), 0.4, np.float32), 9)

    np.testing.assert_array_equal(np.bincount(labels.ravel()), 400)
    assert len(np.unique(labels[:20, :20])) == 1


def test_borders_follow_an_edge_that_no_grid_line_meets():
    grey = np.full((64, 64), 0.1, np.float32)
    grey[:, 27:] = 0.9
    labels = superpixels(grey, 16)

    assert not set(np.unique(labels[:, :26])) & set(np.unique(labels[:, 28:]))


def test_less_compact_superpixels_follow_the_greys_more():
    grey = _noisy((96, 96), 5)

    def spread(compactness):
        labels = superpixels(grey, 36, compactness).ravel()
        mean = np.bincount(labels, grey.ravel()) / np.bincount(labels)
        return float(((grey.ravel() - mean[labels]) ** 2).mean())

    assert spread(1.0) < 0.95 * spread(100.0)


def test_the_same_picture_gives_the_same_superpixels():
    np.testing.assert_array_equal(
        superpixels(_noisy((80, 70)), 50), superpixels(_noisy((80, 70)), 50)
    )
