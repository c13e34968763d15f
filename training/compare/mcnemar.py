"""Whether one model decides rightly more often than the other, on the same images.

McNemar 1947, by the exact binomial distribution of the discordant pairs; beside it the mid-p value,
which is less strict (Fagerland, Lydersen and Laake, "The McNemar test for binary matched-pairs
data", BMC Medical Research Methodology 13 (2013)).
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

_METHOD = "McNemar, exact binomial, two-sided; images as if independent of each other"


def compare_decisions(old_right: NDArray[np.bool_], new_right: NDArray[np.bool_]) -> dict[str, Any]:
    """The test of one set of images.

    Args:
        old_right: (N,) whether the first model decides rightly.
        new_right: (N,) whether the second does.

    Returns:
        ``both_right``, ``only_old_right``, ``only_new_right``, ``both_wrong`` (images), ``p``,
        ``mid_p`` and ``method``.
    """
    only_old = int((old_right & ~new_right).sum())
    only_new = int((new_right & ~old_right).sum())
    p, mid = exact_p(only_old, only_new)
    return {
        "both_right": int((old_right & new_right).sum()),
        "only_old_right": only_old,
        "only_new_right": only_new,
        "both_wrong": int((~old_right & ~new_right).sum()),
        "p": p,
        "mid_p": mid,
        "method": _METHOD,
    }


def exact_p(one: int, other: int) -> tuple[float, float]:
    """Exact two-sided p-value and mid-p of a split of discordant pairs; 1 where there are none."""
    total, fewer = one + other, min(one, other)
    if total == 0:
        return 1.0, 1.0
    terms = [_log_chance(total, k) for k in range(fewer + 1)]
    tail = math.fsum(math.exp(term) for term in terms)
    at_edge = math.exp(terms[-1])
    if one == other:
        return 1.0, 1.0 - at_edge / 2.0  # the paper's rule for an even split
    return min(1.0, 2.0 * tail), min(1.0, max(0.0, 2.0 * tail - at_edge))


def _log_chance(total: int, hits: int) -> float:
    """Log of the chance of so many hits in so many throws of a coin."""
    ways = math.lgamma(total + 1) - math.lgamma(hits + 1) - math.lgamma(total - hits + 1)
    return ways - total * math.log(2.0)
