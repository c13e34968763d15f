"""The difference of two proportions of the same images, with its interval.

Newcombe, "Improved confidence intervals for the difference between binomial proportions based on
paired data", Statistics in Medicine 17 (1998), method 10: Wilson's intervals of both, joined with
their correlation. Several images of one patient are not independent: counts are divided by the
design effect that the bootstrap over patients measures, as for single proportions
(`training.evaluate.figure.proportion`).
"""

import math

import numpy as np
from numpy.typing import NDArray

from training.evaluate.figure import Figure, Floats, wilson

Bools = NDArray[np.bool_]


def share_difference(old: Bools, new: Bools, patients: int, rounds: Floats) -> Figure:
    """New minus old.

    Args:
        old: (N,) hits of the first model among N >= 1 images.
        new: (N,) of the second, of the same images.
        patients: whose images they are.
        rounds: (R,) the difference in every bootstrap round, NaN where undefined.
    """
    both, only_old = int((old & new).sum()), int((old & ~new).sum())
    only_new, neither = int((new & ~old).sum()), int((~old & ~new).sum())
    total = both + only_old + only_new + neither
    share = _effective(only_old, only_new, total, patients, rounds) / total
    cells = tuple(share * count for count in (both, only_old, only_new, neither))
    low, high = newcombe(*cells)
    return {"value": (only_new - only_old) / total, "low": low, "high": high}


def newcombe(both: float, only_old: float, only_new: float, neither: float) -> tuple[float, float]:
    """95 % interval of (only_new - only_old) / total; counts may be broken."""
    total = both + only_old + only_new + neither
    old, new = (both + only_old) / total, (both + only_new) / total
    (old_low, old_high), (new_low, new_high) = wilson(old, total), wilson(new, total)
    phi = _correlation(both, only_old, only_new, neither)
    below = (new - new_low, old_high - old)
    above = (new_high - new, old - old_low)
    difference = new - old
    low = difference - _joined(*below, phi)
    high = difference + _joined(*above, phi)
    return max(-1.0, low), min(1.0, high)


def _joined(one: float, other: float, phi: float) -> float:
    return math.sqrt(max(0.0, one * one - 2.0 * phi * one * other + other * other))


def _correlation(both: float, only_old: float, only_new: float, neither: float) -> float:
    """Phi, with the paper's correction for positive ones; 0 where a margin is empty."""
    margins = (both + only_old) * (only_new + neither) * (both + only_new) * (only_old + neither)
    if margins <= 0.0:
        return 0.0
    above = both * neither - only_old * only_new
    if above > 0.0:
        total = both + only_old + only_new + neither
        above = max(above - total / 2.0, 0.0)
    return above / math.sqrt(margins)


def _effective(only_old: int, only_new: int, total: int, patients: int, rounds: Floats) -> float:
    """The number of independent images that would tell as much."""
    if patients >= total:
        return float(total)
    defined = rounds[~np.isnan(rounds)]
    spread = float(np.var(defined)) if len(defined) > 1 else 0.0
    difference = (only_new - only_old) / total
    single = (only_new + only_old) / total - difference**2  # variance of one image's difference
    if spread <= 0.0 or single <= 0.0:
        return float(patients)
    return min(float(total), single / spread)
