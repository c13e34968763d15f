"""Do maps agree? Rank correlation and overlap of peaks, and where they differ.

Maps of different methods have different units, so that only the order of their values is compared,
on one grid over the original image; a difference is one of ranks, or of shares of each map's own
greatest value.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import resize_affine
from engine.overlay.project import project
from engine.trust.similarity import largest, overlap, pearson, ranks

LONGEST_PX = 256
SHARES = (0.01, 0.05, 0.1, 0.2)  # of the pixels, that count as a map's peak

Map = NDArray[np.floating]
DifferenceOf = Literal["ranks", "shares"]


@dataclass(frozen=True)
class Agreement:
    """Of two maps.

    Attributes:
        rank_correlation: Spearman's, -1..1; None where a map is constant.
        overlaps: intersection over union of the peaks, by share of the pixels.
    """

    rank_correlation: float | None
    overlaps: dict[float, float]


class OrderedMap:
    """A map on the common grid with its order worked out, to be compared with many others.

    Args:
        values: (h, w), NaN where the network saw nothing.
    """

    def __init__(self, values: Map) -> None:
        self.values = values
        self.known: NDArray[np.bool_] = ~np.isnan(values)
        seen = values[self.known].astype(np.float64)
        self.ranks = ranks(seen)
        self.peaks = {share: largest(seen, share) for share in SHARES} if seen.size else {}

    def within(self, known: NDArray[np.bool_]) -> "OrderedMap":
        """The same map where `known` only; itself where that takes nothing away."""
        if np.array_equal(known, self.known):
            return self
        return OrderedMap(np.where(known, self.values, np.float32(np.nan)))


def common_grid_hw(image_hw: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of the grid on which maps of an image are compared."""
    factor = min(1.0, LONGEST_PX / max(image_hw))
    return max(1, round(image_hw[0] * factor)), max(1, round(image_hw[1] * factor))


def on_common_grid(
    explanations: Sequence[Explanation], image_hw: tuple[int, int]
) -> NDArray[np.float32]:
    """(N, h, w) the maps over the whole image, at most `LONGEST_PX` long; NaN where unseen."""
    size_hw = common_grid_hw(image_hw)
    to_grid = resize_affine(image_hw, size_hw)
    return np.stack([project(explanation, size_hw, to_grid) for explanation in explanations])


def agreement(one: Map, other: Map) -> Agreement:
    """Of two maps on one grid, where both have values."""
    return agreement_of(OrderedMap(one), OrderedMap(other))


def agreement_of(one: OrderedMap, other: OrderedMap) -> Agreement:
    """Of two maps whose order is known; where they saw different parts, of what both saw."""
    known = one.known & other.known
    a, b = one.within(known), other.within(known)
    if a.ranks.size == 0:
        return Agreement(None, {})
    overlaps = {share: overlap(peak, b.peaks[share]) for share, peak in a.peaks.items()}
    return Agreement(pearson(a.ranks, b.ranks), overlaps)


def agreements(maps: NDArray[np.float32]) -> list[list[Agreement]]:
    """Of every map with every other."""
    ordered = [OrderedMap(values) for values in maps]
    return [[agreement_of(one, other) for other in ordered] for one in ordered]


def difference(one: OrderedMap, reference: OrderedMap, of: DifferenceOf) -> NDArray[np.float32]:
    """(h, w) float32: the map minus the reference; NaN where either has no value.

    Args:
        one: on the common grid.
        reference: likewise.
        of: ``ranks``: how much higher a place stands in the map's order than in the reference's,
            -1..1 (the lowest place of a map is 0, its highest 1). ``shares``: of each map's own
            greatest magnitude, signed, -2..2; a map of zeros stays zero.
    """
    known = one.known & reference.known
    found = np.full(one.values.shape, np.nan, np.float32)
    if known.any():
        convert = _rank_shares if of == "ranks" else _magnitude_shares
        found[known] = convert(one.within(known)) - convert(reference.within(known))
    return found


def _rank_shares(ordered: OrderedMap) -> NDArray[np.float64]:
    return (ordered.ranks - 1.0) / max(1, ordered.ranks.size - 1)


def _magnitude_shares(ordered: OrderedMap) -> NDArray[np.float64]:
    seen = ordered.values[ordered.known].astype(np.float64)
    most = float(np.abs(seen).max())
    return seen / most if most > 0.0 else seen
