"""How alike two maps are: rank correlation, overlap of their peaks."""

import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float64]


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


def overlap(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Intersection over union of two sets of pixels, of which one at least is not empty."""
    return float((one & other).sum() / (one | other).sum())


def largest(values: Map, share: float) -> NDArray[np.bool_]:
    """Which pixels are among the largest `share` (0..1) of all, at least one of them.

    Ties at the edge are all taken, so a constant map's peak is the whole of it.
    """
    count = max(1, round(share * values.size))
    edge = np.partition(values.ravel(), values.size - count)[values.size - count]
    return values >= edge
