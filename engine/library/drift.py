"""Have a model's scores moved? Two samples compared, with the numbers that this needs.

Independent of any database: arrays in, figures out. A shift is only spoken of where a test says
that chance does not explain it (two-sample Kolmogorov-Smirnov, corrected for the number of
comparisons after Holm) *and* the movement is large enough to matter (population stability index,
less what chance alone contributes). Neither says why, nor that the model has become worse.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST_REFERENCE, LEAST = 100, 50  # scores on either side; with fewer nothing is said
LEVEL = 0.05  # of all comparisons together
SMALL, LARGE = 0.10, 0.25  # population stability, the customary bounds (Siddiqi 2006)
BINS = 10  # tenths of the reference
STEADY, SLIGHT, MOVED, MOVED_MUCH, TOO_FEW = "steady", "slight", "moved", "moved much", "too few"
_Z = 1.959963984540054  # of a normal distribution, two-sided 95 %


@dataclass(frozen=True)
class Drift:
    """How the scores of a period compare with those of the reference.

    Attributes:
        verdict: `STEADY`; `SLIGHT`, which chance does not explain but is too small to matter;
            `MOVED`; `MOVED_MUCH`; `TOO_FEW` to tell.
        reference_count: scores of the reference.
        count: scores of the period.
        distance: Kolmogorov-Smirnov's, 0..1; None where there are too few.
        p: its two-sided probability by chance.
        p_corrected: after Holm's correction for all comparisons.
        stability: population stability index less its expectation by chance, >= 0.
        shift: median of the period less that of the reference.
    """

    verdict: str
    reference_count: int
    count: int
    distance: float | None = None
    p: float | None = None
    p_corrected: float | None = None
    stability: float | None = None
    shift: float | None = None


def compare_all(reference: Floats, periods: Sequence[Floats]) -> tuple[Drift, ...]:
    """Compares each period with the reference; the correction is for those that can be compared.

    Args:
        reference: (N,) scores, 0..1, one per study.
        periods: of each (M,) likewise; none of them holds scores of the reference.
    """
    return corrected([compare(reference, period) for period in periods])


def compare(reference: Floats, period: Floats) -> Drift:
    """One period against the reference, before any correction (`corrected` makes it final)."""
    n, m = len(reference), len(period)
    if n < LEAST_REFERENCE or m < LEAST:
        return Drift(TOO_FEW, n, m)
    distance = ks_distance(reference, period)
    moved = stability(reference, period) - expected_stability(n, m, BINS)
    shift = float(np.median(period) - np.median(reference))
    p = ks_probability(distance, n, m)
    return Drift(STEADY, n, m, distance, p, p, max(0.0, moved), shift)


def corrected(found: Sequence[Drift]) -> tuple[Drift, ...]:
    """The same with probabilities for all comparisons together (Holm 1979), and their verdicts."""
    probabilities = holm([drift.p for drift in found if drift.p is not None])
    left = iter(probabilities)
    return tuple(
        drift if drift.p is None or drift.stability is None else _final(drift, next(left))
        for drift in found
    )


def _final(drift: Drift, p: float) -> Drift:
    verdict, size = STEADY, drift.stability if drift.stability is not None else 0.0
    if p < LEVEL:
        verdict = SLIGHT if size < SMALL else MOVED if size < LARGE else MOVED_MUCH
    return Drift(
        verdict, drift.reference_count, drift.count, drift.distance, drift.p, p, drift.stability,
        drift.shift,
    )  # fmt: skip


def ks_distance(one: Floats, other: Floats) -> float:
    """Greatest distance of two empirical distribution functions (Smirnov 1939), 0..1.

    Args:
        one: (N,), at least one value.
        other: (M,), likewise.
    """
    first, second = np.sort(one), np.sort(other)
    places = np.concatenate([first, second])
    below = [np.searchsorted(s, places, side="right") / len(s) for s in (first, second)]
    return float(np.abs(below[0] - below[1]).max())


def ks_probability(distance: float, n: int, m: int) -> float:
    """Probability of so great a distance or a greater one by chance, 0..1.

    Kolmogorov's limit with Stephens' correction for finite numbers (Stephens 1970); for continuous
    distributions, and too large (cautious) where scores are tied.
    """
    effective = math.sqrt(n * m / (n + m))
    argument = (effective + 0.12 + 0.11 / effective) * distance
    if argument < 0.2:
        return 1.0  # the series is 1 within 1e-12 here and converges slowly
    terms = (
        (-1.0) ** (k - 1) * math.exp(-2.0 * k * k * argument * argument) for k in range(1, 101)
    )
    return min(1.0, max(0.0, 2.0 * sum(terms)))


def stability(reference: Floats, period: Floats, bins: int = BINS) -> float:
    """Population stability index: sum of (p - q) ln(p / q) over tenths of the reference.

    Half a score is added to every bin, so that empty ones count but are not infinite.

    Args:
        reference: (N,), at least one value.
        period: (M,), likewise.
        bins: parts of equal number in the reference; where scores are tied there are fewer.
    """
    edges = np.unique(np.quantile(reference, np.linspace(0.0, 1.0, bins + 1)[1:-1]))
    shares = []
    for sample in (reference, period):
        inside = np.bincount(np.searchsorted(edges, sample, side="right"), minlength=len(edges) + 1)
        shares.append((inside + 0.5) / (len(sample) + 0.5 * (len(edges) + 1)))
    expected, found = shares
    return float(np.sum((found - expected) * np.log(found / expected)))


def expected_stability(n: int, m: int, bins: int) -> float:
    """What the index is on average when nothing has changed: (B - 1)(1/n + 1/m), Yurdakul 2018."""
    return (bins - 1) * (1.0 / n + 1.0 / m)


def holm(probabilities: Sequence[float]) -> tuple[float, ...]:
    """Probabilities corrected for their number, in the same order (Holm 1979)."""
    order = sorted(range(len(probabilities)), key=lambda place: probabilities[place])
    made, highest = [0.0] * len(order), 0.0
    for rank, place in enumerate(order):
        highest = max(highest, min(1.0, (len(order) - rank) * probabilities[place]))
        made[place] = highest
    return tuple(made)


def wilson(hits: int, trials: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927); 0..1 where there were no trials."""
    if trials == 0:
        return 0.0, 1.0
    share, z2 = hits / trials, _Z * _Z
    middle = (share + z2 / (2 * trials)) / (1 + z2 / trials)
    half = _Z / (1 + z2 / trials) * math.sqrt(
        share * (1 - share) / trials + z2 / (4 * trials * trials)
    )  # fmt: skip
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == trials else min(1.0, middle + half)
    return low, high
