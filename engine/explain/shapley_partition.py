"""PartitionSHAP: Owen values on a recursive halving of the picture, largest share first.

Own code, held to `shap.PartitionExplainer` in the tests. The package is not used here because its
search runs in one call that neither reports, shows what it knows so far, nor stops; ties are broken
by numpy's global generator; and it compiles for seconds in every process.
"""

import heapq
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import picture_option
from engine.explain.coalitions import Masked, Scores, is_rounding, plain_progress, relative_gap
from engine.explain.explanation import Explanation, Request
from engine.explain.result import Outcome, explained
from engine.explain.scores import Perturbation
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

# Parts divided between two looks at which is largest. Fixed: it must not follow the batch size,
# which is measured, or the map would differ from one machine to the next.
_PARTS_AT_ONCE = 8
_PARTIALS = 10


@dataclass(frozen=True)
class PartitionShapOptions:
    """Options of PartitionSHAP."""

    evaluations: int = option(500, "pictures scored at most", low=4, high=100000)
    smallest: int = option(4, "sides up to this are not divided", low=1, high=512, unit="px")
    baseline: str = picture_option("mean", "what is shown instead of absent parts")


@dataclass(frozen=True)
class Box:
    """Rows top..bottom and columns left..right of the input, the last ones excluded."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def slices(self) -> tuple[slice, slice]:
        """To index a picture with."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    @property
    def area(self) -> int:
        """In pixels."""
        return (self.bottom - self.top) * (self.right - self.left)

    def halves(self, smallest: int) -> tuple["Box", "Box"] | None:
        """Across the longer side (rows where equal); None where that is too short."""
        height, width = self.bottom - self.top, self.right - self.left
        if max(height, width) <= smallest:
            return None
        if height >= width:
            middle = self.top + height // 2
            first = Box(self.top, middle, self.left, self.right)
            return first, Box(middle, self.bottom, self.left, self.right)
        middle = self.left + width // 2
        first = Box(self.top, self.bottom, self.left, middle)
        return first, Box(self.top, self.bottom, middle, self.right)


@dataclass(frozen=True)
class Part:
    """A box in a context: what else is shown while it comes in.

    Attributes:
        box: the part.
        context: what is shown beside it.
        without: score of the context alone.
        with_it: score of the context and the box.
        weight: share of the box's value that this context counts for.
    """

    box: Box
    context: tuple[Box, ...]
    without: float
    with_it: float
    weight: float

    @property
    def value(self) -> float:
        """What it contributes to the value of its box."""
        return (self.with_it - self.without) * self.weight


class Owen:
    """The search: parts not yet divided, largest first, and the values of those that stay whole.

    Args:
        shape_hw: of the picture.
        ends: (2,) scores of the baseline and of the picture.
        smallest: sides up to this are not divided.
    """

    def __init__(self, shape_hw: tuple[int, int], ends: Scores, smallest: int) -> None:
        self._shape_hw = shape_hw
        self._smallest = smallest
        self._kept = np.zeros(shape_hw)
        self._kept_boxes: set[Box] = set()
        self._queue: list[tuple[float, int, Part]] = []
        self._number = count()
        self._push(
            Part(Box(0, shape_hw[0], 0, shape_hw[1]), (), float(ends[0]), float(ends[1]), 1.0)
        )

    def largest(self, most: int) -> list[tuple[Part, Box, Box]]:
        """Takes out up to `most` parts, with their halves; fewer when all are small enough."""
        taken = []
        while self._queue and len(taken) < most:
            part = heapq.heappop(self._queue)[2]
            halves = part.box.halves(self._smallest)
            if halves is None:
                self._kept[part.box.slices] += part.value / part.box.area
                self._kept_boxes.add(part.box)
            else:
                taken.append((part, *halves))
        return taken

    def shown(self, boxes: tuple[Box, ...]) -> NDArray[np.bool_]:
        """(H, W) True inside of the boxes."""
        mask = np.zeros(self._shape_hw, bool)
        for box in boxes:
            mask[box.slices] = True
        return mask

    def divide(self, part: Part, halves: tuple[Box, Box], alone: tuple[float, float]) -> None:
        """Puts a part's halves back, each without and with the other.

        Args:
            part: the part.
            halves: of its box.
            alone: scores of the context with the first half only, and with the second only.
        """
        weight = part.weight / 2.0
        for which in (0, 1):
            mine, other = halves[which], halves[1 - which]
            self._push(Part(mine, part.context, part.without, alone[which], weight))
            with_other = (*part.context, other)
            self._push(Part(mine, with_other, alone[1 - which], part.with_it, weight))

    def values(self) -> NDArray[np.float64]:
        """(H, W) values that sum to the difference of both ends; boxes are spread evenly."""
        values = self._kept.copy()
        for _, _, part in self._queue:
            values[part.box.slices] += part.value / part.box.area
        return values

    def regions(self) -> NDArray[np.int32]:
        """(H, W) numbers from 0 of the smallest boxes reached, over each of which `values` is flat.

        One box may stay whole in one context and be divided in another: its halves count then.
        """
        boxes = self._kept_boxes | {part.box for _, _, part in self._queue}
        numbers = np.zeros(self._shape_hw, np.int32)
        ordered = sorted(boxes, key=lambda box: (-box.area, box.top, box.left))
        for number, box in enumerate(ordered):
            numbers[box.slices] = number
        return np.unique(numbers, return_inverse=True)[1].reshape(numbers.shape).astype(np.int32)

    def _push(self, part: Part) -> None:
        heapq.heappush(self._queue, (-abs(part.value), next(self._number), part))


class PartitionShap(Perturbation):
    """PartitionSHAP: Owen values of a recursive halving, exact in their sum at every budget.

    Only halves of one box enter and leave together; boxes further apart count as one player. Few
    pictures are needed, and the values are those of that hierarchy, not Shapley's.

    References:
        Owen, Values of games with a priori unions, 1977; as in `shap.PartitionExplainer`.
    """

    id: ClassVar[str] = "partition-shap"
    name: ClassVar[str] = "PartitionSHAP"
    is_deterministic: ClassVar[bool] = True
    cost: ClassVar[str] = "one forward per picture, at most the evaluations"
    reference: ClassVar[str] = "Owen 1977; Lundberg, shap.PartitionExplainer"
    definition: ClassVar[str] = (
        "value(half) = mean of its gain without and with the other half, in every context in turn"
    )
    options: ClassVar[type] = PartitionShapOptions

    def passes(self, request: Request) -> int:
        """At most the evaluations; fewer where all boxes become small enough before."""
        return read_options(self.id, PartitionShapOptions, request.options).evaluations

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, PartitionShapOptions, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("scoring picture and baseline"))
        recipe, budget = request.model.manifest.recipe, options.evaluations
        shape_hw = recipe.height, recipe.width
        masked = Masked(request, options.baseline)
        both = np.stack([np.zeros(shape_hw, bool), np.ones(shape_hw, bool)])
        progress = plain_progress(0.0, 0.01, 2, said("scoring picture and baseline"))
        ends = yield from masked.scores(2, lambda rows: both[rows], progress)
        owen = Owen(shape_hw, ends, options.smallest)

        def explain() -> Explanation:
            outcome = _outcome(options, request, owen, ends, masked.scorer.runs)
            return explained(self, request, options, outcome, started)

        shown = 0
        while taken := owen.largest(min(_PARTS_AT_ONCE, (budget - masked.scorer.runs) // 2)):
            masks = np.stack(
                [owen.shown((*part.context, half)) for part, *halves in taken for half in halves]
            )
            done = masked.scorer.runs
            fractions = [0.01 + 0.98 * runs / budget for runs in (done, done + len(masks))]
            progress = plain_progress(*fractions, len(masks), said("dividing the picture"))
            scores = yield from masked.scores(len(masks), lambda rows, m=masks: m[rows], progress)
            for (part, *halves), alone in zip(taken, scores.reshape(-1, 2), strict=True):
                owen.divide(part, tuple(halves), (float(alone[0]), float(alone[1])))
            if fractions[1] * _PARTIALS >= shown + 1:
                shown = int(fractions[1] * _PARTIALS)
                yield Step(
                    fractions[1], said("{runs} pictures", runs=masked.scorer.runs), explain()
                )
        yield Step(1.0, result=explain())


def _outcome(
    options: PartitionShapOptions,
    request: Request,
    owen: Owen,
    ends: Scores,
    runs: int,
) -> Outcome:
    conventions = {
        "sign": said("signed; positive values speak for the class"),
        "value": said("per pixel; boxes that were not divided are spread evenly over their pixels"),
        "sum": said(
            "over the map: score minus that of the baseline, {ends:.6g}", ends=ends[1] - ends[0]
        ),
        "regions": said("boxes of a recursive halving across the longer side, largest share first"),
        "baseline": said(
            "{baseline} picture in display space, through the model's scaling",
            baseline=options.baseline,
        ),
        "resize": said("none; pixels of the network input"),
    }
    values = owen.values()
    shares = np.zeros_like(values) if is_rounding(np.abs(values).sum(), ends) else values
    return Outcome(
        shares, float(ends[1]), request.model.provider, runs, conventions,
        completeness_error=relative_gap(float(values.sum()), ends), regions=owen.regions(),
    )  # fmt: skip
