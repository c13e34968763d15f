"""Figures of a binary classifier with their uncertainty."""

import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """An estimate and its 95 % confidence interval."""

    value: float
    low: float
    high: float


def auc(scores: Floats, labels: Floats) -> float:
    """Area under the ROC curve.

    The share of (ill, healthy) pairs in the right order, ties counting half.
    """
    ill, healthy = np.sort(scores[labels > 0.5]), np.sort(scores[labels <= 0.5])
    below = np.searchsorted(healthy, ill, side="left")
    not_above = np.searchsorted(healthy, ill, side="right")
    return float((below + not_above).sum() / 2.0 / (len(ill) * len(healthy)))


def auc_interval(
    scores: Floats, labels: Floats, patients: tuple[str, ...], *, seed: int = 0, rounds: int = 2000
) -> Interval:
    """`auc` with a percentile bootstrap that draws whole patients.

    Images of one patient are not independent.
    """
    names, owner = np.unique(np.array(patients), return_inverse=True)
    members = [np.nonzero(owner == index)[0] for index in range(len(names))]
    random = np.random.default_rng(seed)
    values = []
    for _ in range(rounds):
        drawn = np.concatenate(
            [members[index] for index in random.integers(len(names), size=len(names))]
        )
        if 0 < labels[drawn].sum() < len(drawn):
            values.append(auc(scores[drawn], labels[drawn]))
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(auc(scores, labels), float(low), float(high))


def wilson(successes: int, trials: int) -> Interval:
    """A proportion with Wilson's score interval (Wilson 1927), z = 1.96."""
    z = 1.959963984540054
    share = successes / trials
    centre = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = (
        z / (1 + z * z / trials) * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials**2))
    )
    return Interval(share, max(0.0, centre - half), min(1.0, centre + half))


def choose_threshold(probabilities: Floats, labels: Floats) -> float:
    """The threshold with the greatest sensitivity + specificity.

    It lies in the middle between two neighbouring scores.

    Of equally good ones the one nearest 0.5.
    """
    scores = np.unique(probabilities)
    candidates = np.concatenate(
        [[scores[0] / 2], (scores[:-1] + scores[1:]) / 2, [(scores[-1] + 1) / 2]]
    )
    gains = np.array([_youden(probabilities >= c, labels) for c in candidates])
    best = candidates[gains >= gains.max() - 1e-12]
    return float(best[np.argmin(np.abs(best - 0.5))])


def brier(probabilities: Floats, labels: Floats) -> float:
    """Mean squared difference of probability and outcome (Brier 1950)."""
    return float(np.mean((probabilities - labels) ** 2))


def calibration_bins(
    probabilities: Floats, labels: Floats, count: int = 10
) -> list[dict[str, float]]:
    """Equal-width bins of probability; empty ones are left out.

    Each has ``low``, ``high``, ``count``, ``mean_probability`` and ``frequency``.
    """
    index = np.minimum((probabilities * count).astype(int), count - 1)
    bins = []
    for number in np.unique(index):
        inside = index == number
        bins.append(
            {
                "low": float(number / count),
                "high": float((number + 1) / count),
                "count": int(inside.sum()),
                "mean_probability": float(probabilities[inside].mean()),
                "frequency": float(labels[inside].mean()),
            }
        )
    return bins


def expected_calibration_error(probabilities: Floats, labels: Floats, count: int = 10) -> float:
    """Mean distance of probability and frequency.

    Over `calibration_bins`, weighted by their counts.
    """
    bins = calibration_bins(probabilities, labels, count)
    total = sum(entry["count"] for entry in bins)
    return float(
        sum(entry["count"] * abs(entry["mean_probability"] - entry["frequency"]) for entry in bins)
        / total
    )


def evaluate(
    probabilities: Floats, labels: Floats, patients: tuple[str, ...], threshold: float
) -> dict[str, Any]:
    """All figures of one set at one threshold, as plain JSON values."""
    called = probabilities >= threshold
    ill = labels > 0.5
    return {
        "images": len(labels),
        "patients": len(set(patients)),
        "with_finding": int(ill.sum()),
        "without_finding": int((~ill).sum()),
        "threshold": threshold,
        "auc": asdict(auc_interval(probabilities, labels, patients)),
        "sensitivity": asdict(wilson(int((called & ill).sum()), int(ill.sum()))),
        "specificity": asdict(wilson(int((~called & ~ill).sum()), int((~ill).sum()))),
        "brier": brier(probabilities, labels),
        "ece": expected_calibration_error(probabilities, labels),
        "calibration_bins": calibration_bins(probabilities, labels),
    }


def _youden(called: NDArray[np.bool_], labels: Floats) -> float:
    ill = labels > 0.5
    return float(called[ill].mean() + (~called[~ill]).mean())
