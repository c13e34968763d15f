"""Two areas under the ROC curve of the same images: their covariance, difference and p-value.

DeLong, DeLong and Clarke-Pearson, "Comparing the areas under two or more correlated receiver
operating characteristic curves", Biometrics 44 (1988); the sums by midranks as in Sun and Xu,
"Fast implementation of DeLong's algorithm", IEEE Signal Processing Letters 21 (2014).
"""

import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.evaluate.figure import Z_975

Floats = NDArray[np.float64]
_METHOD = "DeLong 1988; images as if independent of each other"


@dataclass(frozen=True)
class Areas:
    """What the method gives.

    Attributes:
        old: area of the first model, 0..1.
        new: area of the second.
        difference: new minus old.
        low: of its 95 % interval; None where its variance is 0.
        high: likewise.
        variance: of the difference, >= 0.
        p: two-sided; 1 where the difference is 0, None where only the variance is.
    """

    old: float
    new: float
    difference: float
    low: float | None
    high: float | None
    variance: float
    p: float | None

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"method": _METHOD}


def compare_areas(old: Floats, new: Floats, ill: NDArray[np.bool_]) -> Areas | None:
    """The areas of two models.

    Args:
        old: (N,) scores of the first, greater means more likely ill.
        new: (N,) of the second, of the same images.
        ill: (N,).

    Returns:
        None where fewer than two images are ill or fewer than two healthy: no variance then.
    """
    ills, healthy = int(ill.sum()), int((~ill).sum())
    if min(ills, healthy) < 2:
        return None
    parts = [_components(scores, ill) for scores in (old, new)]
    areas = [float(of_ill.mean()) for of_ill, _ in parts]
    covariance = (
        np.cov(np.stack([part[0] for part in parts])) / ills
        + np.cov(np.stack([part[1] for part in parts])) / healthy
    )
    variance = float(covariance[0, 0] + covariance[1, 1] - 2.0 * covariance[0, 1])
    variance = max(0.0, variance)
    difference = areas[1] - areas[0]
    if np.array_equal(parts[0][0], parts[1][0]) and np.array_equal(parts[0][1], parts[1][1]):
        difference = variance = 0.0  # the same ranking: not a matter of rounding
    if variance <= 0.0:
        p = 1.0 if difference == 0.0 else None
        return Areas(areas[0], areas[1], difference, None, None, 0.0, p)
    deviation = math.sqrt(variance)
    p = math.erfc(abs(difference) / deviation / math.sqrt(2.0))
    half = Z_975 * deviation
    low, high = max(-1.0, difference - half), min(1.0, difference + half)
    return Areas(areas[0], areas[1], difference, low, high, variance, p)


def _components(scores: Floats, ill: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """V10 (of the ill) and V01 (of the healthy): each one's share of pairs in the right order."""
    of_ill, of_healthy = scores[ill], scores[~ill]
    every = _midranks(scores)
    up = (every[ill] - _midranks(of_ill)) / len(of_healthy)
    down = 1.0 - (every[~ill] - _midranks(of_healthy)) / len(of_ill)
    return up, down


def _midranks(values: Floats) -> Floats:
    """(N,) ranks from 1; equal values share the mean of theirs."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return (last - (counts - 1) / 2.0)[place]
