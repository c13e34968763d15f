"""Burned-in text is painted over; bright anatomy is not touched."""

import cv2
import numpy as np
import pytest

from training.data.marks import remove_text, text_mask
from training.data.phantom import make_phantom

SIZE = 512


def _film(seed: int) -> np.ndarray:
    """A phantom without its own letters' interference, darkened so that little else is white."""
    return (make_phantom(seed, size=SIZE).image / 4095.0).astype(np.float32) * np.float32(0.85)


def _written(film: np.ndarray, text: str, corner: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """The film with white letters, and where they are."""
    letters = np.zeros(film.shape, np.uint8)
    cv2.putText(letters, text, corner, cv2.FONT_HERSHEY_SIMPLEX, 0.7, 255, 2, cv2.LINE_AA)
    return np.maximum(film, letters / np.float32(255)), letters > 127


@pytest.mark.parametrize("seed", range(4))
def test_letters_in_a_corner_are_painted_over_from_their_surroundings(seed):
    film = _film(seed)
    written, letters = _written(film, "ERECT 12", (20, 480))
    cleaned, pixels = remove_text(written)

    assert pixels >= letters.sum()
    assert (cleaned[letters] < 230 / 255).all()
    # What was under the letters comes back far better than the letters were.
    assert np.abs(cleaned - film)[letters].mean() < 0.2 * np.abs(written - film)[letters].mean()


def test_nothing_but_the_letters_and_their_rims_is_changed():
    written, letters = _written(_film(1), "R", (20, 60))
    cleaned, pixels = remove_text(written)
    near = cv2.dilate(letters.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0

    assert np.array_equal(cleaned[~near], written[~near])
    assert pixels == np.count_nonzero(text_mask(written))


def test_letters_in_the_middle_are_left_alone():
    written, letters = _written(_film(2), "X", (SIZE // 2, SIZE // 2))

    assert not text_mask(written)[letters].any()


@pytest.mark.parametrize("seed", range(8))
def test_lungs_heart_and_lesions_are_never_touched(seed):
    phantom = make_phantom(seed, kind="nodule", size=SIZE)
    found = text_mask((phantom.image / 4095.0).astype(np.float32))

    for name, mask in phantom.masks.items():
        assert not (found & mask.astype(bool)).any(), name


def test_large_and_soft_bright_regions_are_no_print():
    grey = np.full((SIZE, SIZE), 0.3, np.float32)
    grey[440:, :200] = 1.0  # belly, shoulder, an unexposed border
    y, x = np.mgrid[:SIZE, :SIZE]
    grey += 0.7 * np.exp(-((x - 60) ** 2 + (y - 60) ** 2) / (2 * 20.0**2)).astype(np.float32)

    assert (grey[:100, :100] > 230 / 255).sum() > 100  # small, bright and aside, but soft
    assert not text_mask(grey).any()


def test_a_film_without_print_comes_back_as_it_is():
    film = np.full((64, 64), 0.5, np.float32)
    cleaned, pixels = remove_text(film)

    assert pixels == 0
    assert cleaned is film
