"""Do maps agree? Rank correlation and overlap of peaks.

Maps of different methods have different units, so that only the order of their values is compared,
on one grid over the original image.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import resize_affine
from engine.overlay.project import project
from engine.trust.similarity import peak_overlap, spearman

LONGEST_PX = 256
SHARES = (0.01, 0.05, 0.1, 0.2)  # of the pixels, that count as a map's peak

Map = NDArray[np.floating]


@dataclass(frozen=True)
class Agreement:
    """Of two maps.

    Attributes:
        rank_correlation: Spearman's, -1..1; None where a map is constant.
        overlaps: intersection over union of the peaks, by share of the pixels.
    """

    rank_correlation: float | None
    overlaps: dict[float, float]


def on_common_grid(
    explanations: Sequence[Explanation], image_hw: tuple[int, int]
) -> NDArray[np.float32]:
    """(N, h, w) the maps over the whole image, at most `LONGEST_PX` long; NaN where unseen."""
    factor = min(1.0, LONGEST_PX / max(image_hw))
    size_hw = (max(1, round(image_hw[0] * factor)), max(1, round(image_hw[1] * factor)))
    to_grid = resize_affine(image_hw, size_hw)
    return np.stack([project(explanation, size_hw, to_grid) for explanation in explanations])


def agreement(one: Map, other: Map) -> Agreement:
    """Of two maps on one grid, where both have values."""
    known = ~(np.isnan(one) | np.isnan(other))
    a, b = one[known].astype(np.float64), other[known].astype(np.float64)
    overlaps = {share: peak_overlap(a, b, share) for share in SHARES}
    return Agreement(spearman(a, b), overlaps)


def agreements(maps: NDArray[np.float32]) -> list[list[Agreement]]:
    """Of every map with every other."""
    return [[agreement(one, other) for other in maps] for one in maps]
