"""Many images at once: means with confidence intervals, which method points best, verdicts.

An image's figures are a row; a figure that is not defined for it is None and takes no part, with
its own count beside every mean (a sum over the wrong number of images is how tables go wrong).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import resize_affine
from engine.language import said
from engine.overlay.project import project
from engine.trust import located

DRAWS = 2000  # of the bootstrap
CONFIDENCE = 0.95
PERCENTS = tuple(range(50, 100, 5))  # of the peak, for IoU
TOLERANCE = 15.0 / 224.0  # of the longer side: the pointing game's 15 pixels at 224
PEAK = 0.01  # share of the pixels that count as the peak, beside the maximum alone
LARGEST_PX = 1024


@dataclass(frozen=True)
class Truth:
    """What is known of one image.

    Attributes:
        finding: (h, w) bool, where the finding lies; over the whole original image at any size.
        organ: (h, w) bool, where a finding can lie at all (say, the lungs); None: not known.
        levels: (h, w) graded -1..3; None: made of the two above.
    """

    finding: NDArray[np.bool_]
    organ: NDArray[np.bool_] | None = None
    levels: NDArray[np.integer] | None = None

    def graded(self) -> NDArray[np.integer]:
        """(h, w) the graded map."""
        return (
            self.levels if self.levels is not None else located.levels_of(self.finding, self.organ)
        )


def located_figures(
    explanation: Explanation, image_hw: tuple[int, int], truth: Truth
) -> dict[str, float | None]:
    """Every figure of one map against the truth, by name, on the truth's own grid.

    Args:
        explanation: the map.
        image_hw: (height, width) of the original image.
        truth: where the finding lies.
    """
    truth = _reduced(truth)
    values = project(explanation, truth.finding.shape, resize_affine(image_hw, truth.finding.shape))
    seen = ~np.isnan(values)
    figures: dict[str, float | None] = {}
    graded = truth.graded()
    for name, share in (("", 0.0), ("_top1", PEAK)):
        first, second = located.hit_rates(values, graded, share)
        figures |= {f"hit_rate_1{name}": first, f"hit_rate_2{name}": second}
    figures |= {f"coverage_{name}": v for name, v in located.coverage(values, graded).items()}
    if truth.finding[seen].any():
        curve = located.overlap_curve(values, truth.finding, PERCENTS)
        figures |= {f"iou_{percent}": value for percent, value in zip(PERCENTS, curve, strict=True)}
        tolerance = TOLERANCE * max(values.shape)
        figures["pointing"] = located.pointing(values, truth.finding)
        figures["pointing_15px"] = located.pointing(values, truth.finding, tolerance)
        figures["relevance_mass"] = located.relevance_mass(values, truth.finding)
        figures["relevance_rank"] = located.relevance_rank(values, truth.finding)
        is_whole = bool(truth.finding[seen].all())
        figures["auc"] = None if is_whole else located.area_under_roc(values, truth.finding)
        figures["finding_area"] = float(truth.finding[seen].mean())
    if truth.organ is not None:
        figures["mass_outside_organ"] = located.mass_outside(values, truth.organ)
        figures["area_outside_organ"] = float(1.0 - truth.organ[seen].mean())
    return figures


@dataclass(frozen=True)
class Mean:
    """A figure over images.

    Attributes:
        mean: over the images where it is defined; None where it is for none.
        low: of the 95 % bootstrap interval over images (percentiles).
        high: of it.
        images: for how many it is defined.
    """

    mean: float | None
    low: float | None
    high: float | None
    images: int


def mean_of(values: Sequence[float | None], seed: int = 0) -> Mean:
    """The mean of the defined values, with its interval."""
    defined = np.array([value for value in values if value is not None], np.float64)
    if defined.size == 0:
        return Mean(None, None, None, 0)
    random = np.random.default_rng(seed)
    draws = defined[random.integers(0, defined.size, (DRAWS, defined.size))].mean(axis=1)
    tail = 100.0 * (1.0 - CONFIDENCE) / 2.0
    low, high = np.percentile(draws, (tail, 100.0 - tail))
    return Mean(float(defined.mean()), float(low), float(high), int(defined.size))


def summary_of(rows: Sequence[Mapping[str, float | None]], seed: int = 0) -> dict[str, Mean]:
    """The mean of every figure that occurs in any row."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: mean_of([row.get(name) for row in rows], seed) for name in names}


def ranking(
    summaries: Mapping[str, Mapping[str, Mean]], figure: str, *, higher_is_better: bool = True
) -> list[str]:
    """Methods from the best to the worst by the mean of one figure; undefined ones come last."""
    sign = -1.0 if higher_is_better else 1.0

    def place(name: str) -> tuple[bool, float]:
        found = summaries[name].get(figure)
        value = None if found is None else found.mean
        return value is None, 0.0 if value is None else sign * value

    return sorted(summaries, key=place)


class Verdict(StrEnum):
    """What accuracy and attention together say (SaliencyCNNAnalysis, first decision diagram)."""

    TRUSTED = "accurate and looking right"
    WRONG_REASON = "accurate for the wrong reason"
    RIGHT_PLACE = "wrong but looking right"
    WRONG = "wrong"


MEANINGS = {
    Verdict.TRUSTED: said("The answer is right, and the map lies where the finding is."),
    Verdict.WRONG_REASON: said(
        "The answer is right, but the map lies elsewhere: the model may follow something that"
        " only comes along with the finding."
    ),
    Verdict.RIGHT_PLACE: said(
        "The answer is wrong although the map lies where the finding is: the model looks at the"
        " right place and may need more training."
    ),
    Verdict.WRONG: said("The answer is wrong, and the map lies elsewhere."),
}


class Reliability(StrEnum):
    """What the map's own reliability and attention together say (the second diagram)."""

    BELIEVED = "reliable and looking right"
    SHORTCUT = "reliable and looking elsewhere"
    LUCKY = "looking right by a map that is not reliable"
    NOTHING = "neither reliable nor looking right"


@dataclass(frozen=True)
class Thresholds:
    """From where on a map counts as looking right, and as reliable; told with every verdict.

    Attributes:
        hit_rate_2: least Hit Rate 2 of the top per cent of the map (-1..1).
        mass_over_area: least relevance mass as a multiple of the finding's share of the area.
        drop: greatest mean drop in confidence when only the important is kept (0..1).
    """

    hit_rate_2: float = 0.0
    mass_over_area: float = 1.5
    drop: float = 0.3


def looks_right(figures: Mapping[str, float | None], limits: Thresholds) -> bool | None:
    """Whether a map lies where the finding is; None where no finding is known."""
    mass, area = figures.get("relevance_mass"), figures.get("finding_area")
    if area is None:
        return None
    hit = figures["hit_rate_2_top1"]
    has_mass = mass is not None and mass >= limits.mass_over_area * area
    return bool(has_mass and hit is not None and hit > limits.hit_rate_2)


def verdict_of(*, is_accurate: bool, is_right_place: bool) -> Verdict:
    """The first diagram."""
    if is_accurate:
        return Verdict.TRUSTED if is_right_place else Verdict.WRONG_REASON
    return Verdict.RIGHT_PLACE if is_right_place else Verdict.WRONG


def reliability_of(drop: float, *, is_right_place: bool, limits: Thresholds) -> Reliability:
    """The second diagram: whether keeping the important keeps the score, and where it lies."""
    if drop <= limits.drop:
        return Reliability.BELIEVED if is_right_place else Reliability.SHORTCUT
    return Reliability.LUCKY if is_right_place else Reliability.NOTHING


def _reduced(truth: Truth) -> Truth:
    """The same on at most `LARGEST_PX`; masks by nearest pixel, so that they stay masks."""
    height, width = truth.finding.shape
    factor = LARGEST_PX / max(height, width)
    if factor >= 1.0:
        return truth
    size = (max(1, round(width * factor)), max(1, round(height * factor)))

    def smaller(mask: NDArray | None) -> NDArray | None:
        if mask is None:
            return None
        reduced = cv2.resize(mask.astype(np.int8), size, interpolation=cv2.INTER_NEAREST)
        return reduced.astype(mask.dtype)

    return Truth(*(smaller(mask) for mask in (truth.finding, truth.organ, truth.levels)))
