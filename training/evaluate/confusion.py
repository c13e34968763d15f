"""What follows from who is called positive: the table of rates, each with why it may be undefined.

Letters as everywhere: tp ill and called, fp healthy and called, tn healthy and not called, fn ill
and not called.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.evaluate.resampling import Statistics, Weights

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_NO_ILL, _NO_HEALTHY = "no image has the finding", "no image is without the finding"
_NO_CALL, _NO_PASS = "no image is called positive", "no image is called negative"


@dataclass(frozen=True)
class Counts:
    """(R,) weighted counts of every round."""

    tp: Floats
    fp: Floats
    tn: Floats
    fn: Floats


@dataclass(frozen=True)
class Rate:
    """A figure made of counts.

    Attributes:
        name: as shown.
        above: numerator.
        below: denominator; the rate is undefined where it is 0.
        reason: why it is then.
        is_share: numerator and denominator count images, so Wilson's interval fits.
    """

    name: str
    above: Callable[[Counts], Floats]
    below: Callable[[Counts], Floats]
    reason: str
    is_share: bool = True

    def of(self, counts: Counts) -> Floats:
        """(R,), NaN where undefined."""
        above, below = self.above(counts), self.below(counts)
        return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


RATES: dict[str, Rate] = {
    "accuracy": Rate(
        "accuracy", lambda c: c.tp + c.tn, lambda c: c.tp + c.tn + c.fp + c.fn, "no image"
    ),
    "sensitivity": Rate("sensitivity", lambda c: c.tp, lambda c: c.tp + c.fn, _NO_ILL),
    "specificity": Rate("specificity", lambda c: c.tn, lambda c: c.tn + c.fp, _NO_HEALTHY),
    "ppv": Rate("positive predictive value", lambda c: c.tp, lambda c: c.tp + c.fp, _NO_CALL),
    "npv": Rate("negative predictive value", lambda c: c.tn, lambda c: c.tn + c.fn, _NO_PASS),
    "fpr": Rate("false positive rate", lambda c: c.fp, lambda c: c.fp + c.tn, _NO_HEALTHY),
    "fnr": Rate("false negative rate", lambda c: c.fn, lambda c: c.fn + c.tp, _NO_ILL),
    "fdr": Rate("false discovery rate", lambda c: c.fp, lambda c: c.fp + c.tp, _NO_CALL),
    "f1": Rate(
        "F1", lambda c: 2 * c.tp, lambda c: 2 * c.tp + c.fp + c.fn,
        "no image has the finding and none is called positive", is_share=False,
    ),
    "balanced_accuracy": Rate(
        "balanced accuracy",
        lambda c: c.tp * (c.tn + c.fp) + c.tn * (c.tp + c.fn),
        lambda c: 2.0 * (c.tp + c.fn) * (c.tn + c.fp),
        "only images with the finding, or only without it", is_share=False,
    ),
    "mcc": Rate(  # Matthews 1975
        "Matthews correlation",
        lambda c: c.tp * c.tn - c.fp * c.fn,
        lambda c: np.sqrt((c.tp + c.fp) * (c.tp + c.fn) * (c.tn + c.fp) * (c.tn + c.fn)),
        "all images are called alike, or all are ill or all healthy", is_share=False,
    ),
}  # fmt: skip


def counter(called: Bools, ill: Bools) -> Callable[[Weights], Counts]:
    """A function of weights (R, N) that counts. `called`, `ill`: (N,)."""
    cells = np.stack([called & ill, called & ~ill, ~called & ~ill, ~called & ill], axis=1)
    columns = cells.astype(np.float64)

    def count(weights: Weights) -> Counts:
        return Counts(*(weights @ columns).T)

    return count


def rate_statistics(called: Bools, ill: Bools) -> Statistics:
    """Every rate of `RATES`, counted once."""
    count = counter(called, ill)

    def rates(weights: Weights) -> dict[str, Floats]:
        counts = count(weights)
        return {name: rate.of(counts) for name, rate in RATES.items()}

    return rates


def plain_counts(called: Bools, ill: Bools) -> dict[str, int]:
    """``tp``, ``fp``, ``tn``, ``fn``."""
    counts = counter(called, ill)(np.ones((1, len(ill)), np.int32))
    return {name: int(getattr(counts, name)[0]) for name in ("tp", "fp", "tn", "fn")}
