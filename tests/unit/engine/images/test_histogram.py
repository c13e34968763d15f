"""Histograms against numpy's own, in modality units, under every way to store a film."""

import numpy as np
import pytest

from engine.images.display import modality_value
from engine.images.histogram import histogram_of
from engine.images.radiograph import GreyScale, Lut

PIXELS = np.random.default_rng(0).normal(1500, 200, 20_000).astype(np.uint16)
GREYS = {
    "plain": GreyScale(),
    "signed": GreyScale(offset=-32768, slope=2.0, intercept=100.0),
    "falling": GreyScale(slope=-0.5, intercept=3000.0),
    "by LUT": GreyScale(
        modality_lut=Lut(0, (np.linspace(0, 1, 4096) ** 0.5 * 60_000).astype(np.uint16), 16)
    ),
}


@pytest.mark.parametrize("name", GREYS)
def test_counts_are_those_of_the_values(name):
    grey = GREYS[name]
    found = histogram_of(grey, PIXELS, 50)
    values = [modality_value(grey, int(pixel)) for pixel in PIXELS]
    expected, _ = np.histogram(values, found.counts.size, (found.low, found.high))
    np.testing.assert_array_equal(found.counts, expected)
    assert found.counts.sum() == PIXELS.size
    assert found.low < min(values)
    assert max(values) < found.high


@pytest.mark.parametrize("name", GREYS)
def test_the_pixel_of_a_bin_has_the_value_of_its_middle(name):
    grey = GREYS[name]
    found = histogram_of(grey, PIXELS, 50)
    count = found.counts.size
    middles = found.low + (np.arange(count) + 0.5) * (found.high - found.low) / count
    values = np.array([modality_value(grey, int(pixel)) for pixel in found.pixels])
    finest = max(abs(modality_value(grey, p + 1) - modality_value(grey, p)) for p in range(4000))
    assert np.abs(values - middles).max() <= finest


@pytest.mark.parametrize("top", [40, 255, 1023, 4095, 65535])
def test_an_even_film_has_an_even_histogram(top):
    """No combs: each bin holds as many values as the next."""
    found = histogram_of(GreyScale(slope=0.1), np.arange(top + 1).astype(np.uint16))
    filled = found.counts[found.counts > 0]
    assert np.ptp(filled[:-1]) == 0
    assert filled.sum() == top + 1
    assert 40 <= found.counts.size <= 200


def test_pixels_of_one_level_have_a_histogram():
    found = histogram_of(GreyScale(), np.full(9, 7, np.uint16), 11)
    assert found.low < 7 < found.high
    assert found.counts.max() == 9
