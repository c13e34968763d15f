"""How alike two maps are: rank correlation, structural similarity, overlap of their peaks."""

import cv2
import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float64]
SSIM_WINDOW_PX = 7
_C1, _C2 = 0.01**2, 0.03**2  # of a range of 1


def spearman(one: Map, other: Map) -> float | None:
    """Spearman's rank correlation of two maps of one shape, ties at their mean rank.

    Returns:
        -1..1, or None where a map is constant: it then has no order to compare.
    """
    return pearson(ranks(one.ravel()), ranks(other.ravel()))


def pearson(one: NDArray[np.float64], other: NDArray[np.float64]) -> float | None:
    """Pearson's correlation of two rows of numbers, -1..1; None where one of them is constant."""
    a, b = one - one.mean(), other - other.mean()
    scale = float(np.sqrt(np.sum(a * a) * np.sum(b * b)))
    if scale <= 1e-12 * one.size * max(1.0, np.abs(one).max()) * max(1.0, np.abs(other).max()):
        return None
    return float(np.clip(np.sum(a * b) / scale, -1.0, 1.0))


def ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """(N,) ranks from 1; equal values share the mean of theirs."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return (last - (counts - 1) / 2.0)[places.ravel()]


def structural(one: Map, other: Map) -> float | None:
    """Mean structural similarity (Wang et al. 2004) of two maps, each brought to 0..1.

    Returns:
        -1..1; None where a map is constant or smaller than the window of 7 pixels.
    """
    if min(one.shape) < SSIM_WINDOW_PX:
        return None
    scaled = [_to_unit(values) for values in (one, other)]
    if any(values is None for values in scaled):
        return None
    one, other = scaled
    means = _mean(one), _mean(other)
    # Sample variances, as in the paper's reference implementation.
    unbiased = SSIM_WINDOW_PX**2 / (SSIM_WINDOW_PX**2 - 1)
    spreads = [
        unbiased * (_mean(a * b) - m * n)
        for a, b, m, n in (
            (one, one, means[0], means[0]),
            (other, other, means[1], means[1]),
            (one, other, *means),
        )
    ]
    light = (2.0 * means[0] * means[1] + _C1) / (means[0] ** 2 + means[1] ** 2 + _C1)
    pattern = (2.0 * spreads[2] + _C2) / (spreads[0] + spreads[1] + _C2)
    edge = SSIM_WINDOW_PX // 2
    return float((light * pattern)[edge:-edge, edge:-edge].mean())


def peak_overlap(one: Map, other: Map, share: float) -> float:
    """Intersection over union of the largest `share` (0..1) of both maps' pixels.

    Ties at the edge are all taken, so a constant map's peak is the whole of it.
    """
    peaks = [largest(values, share) for values in (one, other)]
    return float((peaks[0] & peaks[1]).sum() / (peaks[0] | peaks[1]).sum())


def largest(values: Map, share: float) -> NDArray[np.bool_]:
    """Which pixels are among the largest `share` of all, at least one of them, with all ties."""
    count = max(1, round(share * values.size))
    edge = np.partition(values.ravel(), values.size - count)[values.size - count]
    return values >= edge


def _to_unit(values: Map) -> Map | None:
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else None


def _mean(values: Map) -> Map:
    return cv2.blur(values, (SSIM_WINDOW_PX, SSIM_WINDOW_PX), borderType=cv2.BORDER_REFLECT)
