"""The figures that the input checks are given, against NumPy's own."""

from pathlib import Path

import numpy as np
import pytest

from engine.images.display import model_grey
from engine.images.outline import outline_of
from engine.images.radiograph import GreyScale, Radiograph, Window


def _film(pixels):
    return Radiograph(
        path=Path("film.png"),
        sha256="0" * 64,
        kind="png",
        frames=pixels[None].astype(np.uint16),
        grey=GreyScale(vois=(Window(2048.0, 4000.0, "LINEAR_EXACT"),)),
        bits_stored=12,
    )


@pytest.mark.parametrize("size_hw", [(300, 280), (1100, 1300)], ids=["every pixel", "sampled"])
def test_the_light_is_that_of_numpy(size_hw):
    film = _film(np.random.default_rng(0).normal(2000, 1300, size_hw).clip(0, 4095))
    grey = model_grey(film)

    light = outline_of(film, grey).light

    step = max(1, max(size_hw) // 512)
    sample = grey[::step, ::step].astype(np.float64)
    low, high = np.quantile(sample, (0.01, 0.99))
    assert light.contrast == pytest.approx(high - low, abs=1e-6)
    shares = np.mean(sample <= 0), np.mean(sample >= 1)
    assert light.saturated_share == pytest.approx(max(shares), abs=1e-12)
    assert min(shares) > 0
    assert not light.is_constant


def test_a_blank_film_with_one_mark_between_the_samples_is_not_constant():
    pixels = np.full((1500, 1500), 900)
    assert outline_of(_film(pixels), model_grey(_film(pixels))).light.is_constant
    pixels[1, 1] = 901
    film = _film(pixels)
    assert not outline_of(film, model_grey(film)).light.is_constant
