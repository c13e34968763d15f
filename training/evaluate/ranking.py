"""How well scores put ill before healthy: areas under the ROC and precision-recall curves."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Weights = NDArray[np.int32]
_POINTS = 200  # of a curve, as stored


class Ranking:
    """Scores in order, ready to be weighed again and again.

    Args:
        scores: (M,) greater means more likely ill.
        labels: (M,) 1 ill, 0 healthy.
        images: (M,) column of the weights that belongs to each score; None: one after the other.
    """

    def __init__(
        self, scores: Floats, labels: Floats, images: NDArray[np.int64] | None = None
    ) -> None:
        columns = np.arange(len(scores)) if images is None else images
        self._ill, ill = _sorted(scores, columns, labels > 0.5)
        self._healthy, healthy = _sorted(scores, columns, labels <= 0.5)
        self._below = np.searchsorted(healthy, ill, side="left")
        self._not_above = np.searchsorted(healthy, ill, side="right")
        self._first_equal = np.searchsorted(ill, ill, side="left")

    def roc_auc(self, weights: Weights) -> Floats:
        """(R,) share of (ill, healthy) pairs in the right order, ties counting half.

        NaN where either is missing. `weights`: (R, N).
        """
        ill = _taken(weights, self._ill).astype(np.float64)
        below = _running(_taken(weights, self._healthy))
        beaten = _taken(below, self._below) + _taken(below, self._not_above)
        right = np.einsum("rn,rn->r", ill, beaten.astype(np.float64)) / 2.0
        return _ratio(right, ill.sum(axis=1) * below[:, -1])

    def pr_auc(self, weights: Weights) -> Floats:
        """(R,) average precision: the step-wise area under precision over recall.

        The sum over thresholds of the gain in recall times the precision there; no interpolation,
        which would be too good (Davis and Goadrich 2006). NaN where no image is ill.
        """
        own = _taken(weights, self._ill)
        ill, healthy = _running(own), _running(_taken(weights, self._healthy))
        found = ill[:, -1:] - _taken(ill, self._first_equal)
        called = found + healthy[:, -1:] - _taken(healthy, self._below)
        precision = found / np.maximum(called, 1)  # nobody called: found is 0 as well
        return _ratio(np.einsum("rn,rn->r", own.astype(np.float64), precision), 1.0 * ill[:, -1])


def roc_curve(scores: Floats, labels: Floats) -> dict[str, list[float]]:
    """``fpr`` and ``tpr`` from (0, 0) to (1, 1), at most some 200 points; needs both classes."""
    found, wrong = _cumulated(scores, labels)
    keep = _thinned(len(found))
    return {"fpr": (wrong / wrong[-1])[keep].tolist(), "tpr": (found / found[-1])[keep].tolist()}


def pr_curve(scores: Floats, labels: Floats) -> dict[str, list[float]]:
    """``recall`` and ``precision`` by falling threshold, at most some 200 points; needs an ill."""
    found, wrong = (counts[1:] for counts in _cumulated(scores, labels))
    keep = _thinned(len(found))
    recall, precision = found / found[-1], found / (found + wrong)
    return {"recall": recall[keep].tolist(), "precision": precision[keep].tolist()}


def _sorted(
    scores: Floats, columns: NDArray[np.int64], chosen: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], Floats]:
    """Columns and scores of the chosen, by rising score."""
    order = np.argsort(scores[chosen], kind="stable")
    return columns[chosen][order], scores[chosen][order]


def _taken(weights: Weights, columns: NDArray[np.int64]) -> Weights:
    return np.take(weights, columns, axis=1)


def _running(weights: Weights) -> Weights:
    """(R, M) -> (R, M + 1): sums of the first 0..M."""
    sums = np.zeros((weights.shape[0], weights.shape[1] + 1), np.int32)
    np.cumsum(weights, axis=1, out=sums[:, 1:])
    return sums


def _ratio(above: Floats, below: Floats) -> Floats:
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


def _cumulated(scores: Floats, labels: Floats) -> tuple[Floats, Floats]:
    """Ill and healthy called at each distinct threshold from the highest on, first (0, 0)."""
    order = np.argsort(-scores, kind="stable")
    last = np.append(np.diff(scores[order]) != 0, True)
    ill = np.cumsum(labels[order] > 0.5)[last]
    healthy = np.cumsum(labels[order] <= 0.5)[last]
    return np.append(0.0, ill), np.append(0.0, healthy)


def _thinned(count: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, count - 1, min(count, _POINTS)).round().astype(np.int64))
