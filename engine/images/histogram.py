"""How often each value occurs on the film: what the window handles are laid over."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.display import modality_values
from engine.images.radiograph import GreyScale

BINS = 160
_BEYOND = 0.05  # of the range, free on either side for the handles


@dataclass(frozen=True)
class Histogram:
    """Counts over modality values.

    Attributes:
        low: modality value at the left end of the first bin.
        high: modality value at the right end of the last bin, > `low`.
        counts: (N,) int64.
        pixels: (N,) uint16, the pixel whose value is nearest to the middle of each bin: what to
            look up to know how light the bin is shown.
    """

    low: float
    high: float
    counts: NDArray[np.int64]
    pixels: NDArray[np.uint16]


def histogram_of(grey: GreyScale, pixels: NDArray[np.uint16], bins: int = BINS) -> Histogram:
    """Counts the modality values of some pixels.

    Args:
        grey: how numbers become light.
        pixels: (N,) uint16, N >= 1.
        bins: about how many; every bin holds equally many of the values that pixels can have, or
            the picture would show combs that are not in the film.
    """
    values = modality_values(grey)
    per_pixel = np.bincount(pixels, minlength=values.size)
    present = values[per_pixel > 0]
    low, high = float(present.min()), float(present.max())
    edges = _edges(low, high, grey, bins)
    counts, _ = np.histogram(values, edges, weights=per_pixel)
    middles = (edges[:-1] + edges[1:]) / 2
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    above = np.clip(np.searchsorted(ranked, middles), 1, ranked.size - 1)
    is_lower = middles - ranked[above - 1] < ranked[above] - middles
    nearest = order[np.where(is_lower, above - 1, above)]
    return Histogram(
        float(edges[0]), float(edges[-1]), counts.astype(np.int64), nearest.astype(np.uint16)
    )


def _edges(low: float, high: float, grey: GreyScale, bins: int) -> NDArray[np.float64]:
    """Ends of the bins, with some room on either side of `low`..`high`."""
    whole = (high - low) * (1 + 2 * _BEYOND)
    if grey.modality_lut is not None and high > low:  # values lie anywhere
        return np.linspace(low - whole * _BEYOND, high + whole * _BEYOND, bins + 1)
    level = abs(grey.slope)
    width = level * max(1, np.ceil(whole / level / bins))
    beyond = max(1.0, np.ceil(_BEYOND * (high - low) / width))
    count = np.ceil((high - low + level) / width) + 2 * beyond
    return low - level / 2 - beyond * width + np.arange(count + 1) * width
