"""Whether probabilities are frequencies: Brier score, calibration error, its bins."""

import numpy as np
from numpy.typing import NDArray

from training.evaluate.resampling import Statistic, Weights

Floats = NDArray[np.float64]
BINS = 10


def brier_statistic(probabilities: Floats, targets: Floats) -> Statistic:
    """Mean over images of the squared distance of probability and outcome (Brier 1950).

    Args:
        probabilities: (N,) of one class, or (N, C), whose squares are added up over the classes.
        targets: of the same shape.
    """
    squares = (probabilities - targets) ** 2
    per_image = squares if squares.ndim == 1 else squares.sum(axis=1)
    return lambda weights: _mean(weights @ per_image, weights)


def ece_statistic(probabilities: Floats, targets: Floats) -> Statistic:
    """Expected calibration error (Naeini 2015).

    The mean distance of probability and frequency in `BINS` bins of equal width, weighted by the
    number of images in them. `probabilities`, `targets`: (N,).
    """
    inside = np.eye(BINS)[_bin_of(probabilities)]
    gaps = inside * (probabilities - targets)[:, None]
    return lambda weights: _mean(np.abs(weights @ gaps).sum(axis=1), weights)


def log_loss(probabilities: Floats, targets: Floats, activation: str) -> float:
    """Mean negative log likelihood per image, in nats; sigmoids: added up over the classes."""
    tiny = np.finfo(np.float64).tiny
    ill = targets * np.log(np.maximum(probabilities, tiny))
    if activation == "softmax":
        return float(-ill.sum(axis=1).mean())
    healthy = (1.0 - targets) * np.log(np.maximum(1.0 - probabilities, tiny))
    return float(-(ill + healthy).sum(axis=1).mean())


def brier(probabilities: Floats, targets: Floats) -> float:
    """See `brier_statistic`."""
    return float(brier_statistic(probabilities, targets)(np.ones((1, len(targets)), np.int32))[0])


def expected_calibration_error(probabilities: Floats, targets: Floats) -> float:
    """See `ece_statistic`."""
    return float(ece_statistic(probabilities, targets)(np.ones((1, len(targets)), np.int32))[0])


def top_label(probabilities: Floats, targets: Floats) -> tuple[Floats, Floats]:
    """(N,) probability of the likeliest class and whether it is right (1 or 0), as Guo 2017."""
    best = probabilities.argmax(axis=1)
    rows = np.arange(len(best))
    return probabilities[rows, best], targets[rows, best].astype(np.float64)


def calibration_bins(probabilities: Floats, targets: Floats) -> list[dict[str, float]]:
    """Equal-width bins of probability; empty ones are left out.

    Each has ``low``, ``high``, ``count``, ``mean_probability`` and ``frequency``.
    """
    index = _bin_of(probabilities)
    bins = []
    for number in np.unique(index):
        inside = index == number
        bins.append(
            {
                "low": float(number / BINS),
                "high": float((number + 1) / BINS),
                "count": int(inside.sum()),
                "mean_probability": float(probabilities[inside].mean()),
                "frequency": float(targets[inside].mean()),
            }
        )
    return bins


def _bin_of(probabilities: Floats) -> NDArray[np.int64]:
    return np.clip((probabilities * BINS).astype(np.int64), 0, BINS - 1)


def _mean(sums: Floats, weights: Weights) -> Floats:
    return sums / weights.sum(axis=1)
