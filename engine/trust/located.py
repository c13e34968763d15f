r"""Does the map point at the finding? Figures of one map against a mask, or a graded map, of truth.

All of them take maps and masks on one grid, maps signed; where the network saw nothing (NaN) a
pixel takes no part. The positive part of the map is what points; figures that rank pixels take the
whole map.

Graded maps say how much a place matters, one whole number per pixel: 3 (the finding), 2, 1, 0 down
to -1 (must not be looked at), after the layer maps of SaliencyCNNAnalysis.
"""

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.trust.similarity import largest, ranks

Map = NDArray[np.floating]
Mask = NDArray[np.bool_]
Levels = NDArray[np.integer]
FINDING, OUTSIDE = 3, -1
_ROUNDING = 1e-3  # of distances, in pixels
# Hit Rate 2 of each level; Hit Rate 1 is the level itself.
HITS = {3: 1, 2: 0, 1: 0, 0: 0, -1: -1}
_GRADES = {3: 1.0, 2: 0.5, 1: 0.25}


def levels_of(mask: Mask, organ: Mask | None = None) -> Levels:
    """(h, w) graded map of a finding: 3 in it, 0 elsewhere, -1 outside the organ if known."""
    levels = np.zeros(mask.shape, np.int8)
    if organ is not None:
        levels[~organ] = OUTSIDE
    levels[mask] = FINDING
    return levels


def hit_rates(values: Map, levels: Levels, share: float = 0.0) -> tuple[float, float]:
    """Hit Rate 1 and 2: the mean level, and the mean hit (1, 0, -1), of the map's peak.

    Args:
        values: (h, w).
        levels: (h, w) graded.
        share: 0..1 of the pixels that count as the peak; 0: the maximum and its ties alone.

    Returns:
        -1..3 and -1..1.
    """
    known = _known(values)
    peak = largest(values[known].astype(np.float64), share)
    found = levels[known][peak]
    hits = np.array([HITS[int(level)] for level in np.unique(found)])
    counts = np.unique(found, return_counts=True)[1]
    return float(found.mean()), float((hits * counts).sum() / counts.sum())


def coverage(values: Map, levels: Levels) -> dict[str, float | None]:
    """How strongly the map covers the levels, its positive part scaled to a peak of 1.

    Returns:
        ``finding``: mean over level 3 (0..1, higher is better); ``outside``: mean over level -1
        (lower is better); ``difference`` of the two; ``graded``: level 3 whole, 2 half and 1 a
        quarter, per pixel of the three. None where a level does not occur.
    """
    known = _known(values)
    shown, graded = _scaled(values[known]), levels[known]

    def mean_over(level: int) -> float | None:
        there = graded == level
        return float(shown[there].mean()) if there.any() else None

    finding, outside = mean_over(FINDING), mean_over(OUTSIDE)
    both = finding is not None and outside is not None
    weights = sum(weight * (graded == level) for level, weight in _GRADES.items())
    area = int(np.isin(graded, list(_GRADES)).sum())
    return {
        "finding": finding,
        "outside": outside,
        "difference": finding - outside if both else None,
        "graded": float((shown * weights).sum() / area) if area else None,
    }


def overlap(values: Map, mask: Mask, percent: float) -> float:
    """Intersection over union of the mask and of what lies at or above a share of the peak.

    Args:
        values: (h, w); a map without a positive value has an empty region.
        mask: (h, w), not empty.
        percent: of the peak, 0..100.
    """
    known = _known(values)
    shown = _scaled(values[known])
    region, truth = (shown >= percent / 100.0) & (shown > 0.0), mask[known]
    return float((region & truth).sum() / (region | truth).sum())


def overlap_curve(values: Map, mask: Mask, percents: Iterable[float]) -> list[float]:
    """`overlap` at each threshold."""
    return [overlap(values, mask, percent) for percent in percents]


def pointing(values: Map, mask: Mask, tolerance_px: float = 0.0) -> float:
    """Pointing game (Zhang et al., IJCV 2018): 1 where the maximum lies in the mask, else 0.

    Of several equal maxima it is the share that does: a map of one value must not win the game.

    Args:
        values: (h, w).
        mask: (h, w), not empty.
        tolerance_px: distance to the mask that still counts; the paper has 15.
    """
    known = _known(values)
    rows, columns = np.nonzero(known & (values >= values[known].max()))
    hits = mask[rows, columns]
    if tolerance_px > 0.0 and not hits.all():
        outside = np.where(mask, 0, 1).astype(np.uint8)
        distances = cv2.distanceTransform(outside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        hits = distances[rows, columns] <= tolerance_px + _ROUNDING
    return float(hits.mean())


def relevance_mass(values: Map, mask: Mask) -> float | None:
    """Share of the map's positive part that lies in the mask (Arras et al. 2022); None if empty.

    An even map reaches the mask's share of the area.
    """
    known = _known(values)
    positive = np.maximum(values[known].astype(np.float64), 0.0)
    total = positive.sum()
    return float(positive[mask[known]].sum() / total) if total > 0.0 else None


def relevance_rank(values: Map, mask: Mask) -> float:
    """Share of the mask's K pixels that are among the map's K largest (Arras et al. 2022).

    Equal values at the edge of the largest count by the share of them that fits.
    """
    known = _known(values)
    flat, truth = values[known].astype(np.float64), mask[known]
    count = int(truth.sum())
    edge = np.partition(flat, flat.size - count)[flat.size - count]
    above, tied = flat > edge, flat == edge
    room = (count - above.sum()) / tied.sum()
    return float(((above & truth).sum() + room * (tied & truth).sum()) / count)


def area_under_roc(values: Map, mask: Mask) -> float:
    """The chance that a pixel of the mask has a larger value than another; a tie counts half.

    Args:
        values: (h, w).
        mask: (h, w); True and False must both occur.

    Returns:
        0..1; the Mann-Whitney form of the area under the ROC curve.
    """
    known = _known(values)
    placed, truth = ranks(values[known]), mask[known]
    hits, misses = np.count_nonzero(truth), np.count_nonzero(~truth)
    return float((placed[truth].sum() - hits * (hits + 1) / 2) / (hits * misses))


def mass_outside(values: Map, organ: Mask) -> float | None:
    """Share of the map's positive part outside the organ (say, the lungs); None if it is empty."""
    inside = relevance_mass(values, organ)
    return None if inside is None else 1.0 - inside


def _known(values: Map) -> Mask:
    return ~np.isnan(values)


def _scaled(values: Map) -> NDArray[np.float64]:
    positive = np.maximum(values.astype(np.float64), 0.0)
    peak = positive.max()
    return positive / peak if peak > 0.0 else positive
