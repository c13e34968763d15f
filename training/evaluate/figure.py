"""One measured figure as plain JSON: its value, its 95 % interval, or why there is none.

``{"value": 0.93, "low": 0.90, "high": 0.96}``; where something is not defined it is None and
``reason`` says why. A figure is never 0 or NaN because it could not be computed.
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Figure = dict[str, Any]
UNDEFINED = "undefined"
Z_975 = 1.959963984540054  # 97.5 % quantile of the normal distribution
_FEWEST_ROUNDS = 0.5  # share of bootstrap rounds that must be defined for an interval


def undefined(reason: str) -> Figure:
    """A figure without a value."""
    return {"value": None, "low": None, "high": None, "reason": reason}


def figure(value: float, rounds: Floats, reason: str) -> Figure:
    """A figure with its percentile bootstrap interval (Efron 1979).

    Args:
        value: the estimate; NaN where undefined.
        rounds: (R,) the same of every bootstrap round; NaN where undefined there. R may be 0.
        reason: why it is undefined, if it is.
    """
    if math.isnan(value):
        return undefined(reason)
    plain = {"value": float(value), "low": None, "high": None}
    defined = rounds[~np.isnan(rounds)]
    if len(rounds) == 0:
        return plain | {"reason": "no interval: no bootstrap was asked for"}
    if len(defined) < _FEWEST_ROUNDS * len(rounds):
        share = 1.0 - len(defined) / len(rounds)
        return plain | {"reason": f"no interval: undefined in {share:.0%} of the bootstrap rounds"}
    if defined.min() == defined.max():  # as with every pair in order: that shows no certainty
        return plain | {"reason": "no interval: the same in every bootstrap round"}
    low, high = np.percentile(defined, [2.5, 97.5])
    return plain | {"low": float(low), "high": float(high)}


def figure_without_bias(value: float, rounds: Floats, reason: str) -> Figure:
    """As `figure`, with the bootstrap's median bias taken off its interval, and never below 0.

    For the calibration error: a mean of absolute differences only grows by drawing again, so the
    plain interval would lie above the estimate.
    """
    found = figure(value, rounds, reason)
    if found["low"] is None:
        return found
    bias = float(np.nanmedian(rounds)) - value
    low, high = (max(0.0, found[end] - bias) for end in ("low", "high"))
    return found | {"low": low, "high": high}


def proportion(successes: float, trials: float, patients: int, rounds: Floats) -> Figure:
    """A proportion with Wilson's score interval (Wilson 1927).

    Several images of one patient are not independent: the trials are divided by the design effect
    that the bootstrap over patients measures, and are never more than there are (Dean and Pagano
    2015, "Evaluating confidence interval methods for binomial proportions in clustered surveys").
    Where it measures none, as at 0 and 1, every patient counts once.

    Args:
        successes: images counted.
        trials: images of which they are, > 0.
        patients: patients among the trials.
        rounds: (R,) the proportion in every bootstrap round, NaN where undefined.
    """
    share = successes / trials
    low, high = wilson(share, _effective(share, trials, patients, rounds))
    return {"value": float(share), "low": low, "high": high}


def wilson(share: float, trials: float) -> tuple[float, float]:
    """Wilson's 95 % score interval of a share among `trials` independent trials (> 0)."""
    centre = (share + Z_975 * Z_975 / (2 * trials)) / (1 + Z_975 * Z_975 / trials)
    half = Z_975 / (1 + Z_975 * Z_975 / trials)
    half *= math.sqrt(share * (1 - share) / trials + Z_975 * Z_975 / (4 * trials**2))
    return max(0.0, centre - half), min(1.0, centre + half)


def as_text(found: Figure, digits: int = 3) -> str:
    """``0.930 (0.900 to 0.960)``, ``0.930``, or ``undefined``."""
    if found["value"] is None:
        return UNDEFINED
    text = f"{found['value']:.{digits}f}"
    if found["low"] is None:
        return text
    return f"{text} ({found['low']:.{digits}f} to {found['high']:.{digits}f})"


def _effective(share: float, trials: float, patients: int, rounds: Floats) -> float:
    """The number of independent images that would tell as much."""
    if patients >= trials:
        return float(trials)
    defined = rounds[~np.isnan(rounds)]
    spread = float(np.var(defined)) if len(defined) > 1 else 0.0
    if spread <= 0.0 or not 0.0 < share < 1.0:
        return float(patients)
    return min(float(trials), share * (1.0 - share) / spread)
