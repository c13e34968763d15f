r"""Deletion and insertion: remove (or add) pixels in the map's order and watch the score.

.. math:: \mathrm{AUC} = \int_0^1 p(x \text{ without its } t \text{ most important pixels})\, dt

A true order lets the score fall at once (small deletion area) and rise at once when pixels are put
back (large insertion area). The picture with holes is no radiograph, and a score can fall because
of the holes; the control has the same kind of holes elsewhere.

References:
    Petsiuk et al., RISE, BMVC 2018 (deletion to a constant, insertion into a blurred picture).
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import baseline_tensor
from engine.language import said
from engine.progress import Step
from engine.trust.against import AgainstChance
from engine.trust.case import Case, Scores, joined
from engine.trust.effort import Effort
from engine.trust.figure import Figure

FILLS = {"deletion": "black", "insertion": "blur"}
NAME = said("Deletion and insertion")


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """The two areas of the map and of its shuffled copies; the last step's result is `Figure`s."""
    count = effort.draws + 1
    figures = []
    for place, (kind, fill_name) in enumerate(FILLS.items()):
        fill = baseline_tensor(case.request, fill_name)
        # The untouched picture and the bare fill are the ends of every curve.
        whole, bare = case.own, case.scorer(fill)
        curves: list[Scores] = []
        for number in range(count):
            begin = (place * count + number) / (2 * count)
            taken = masks_of(case.order(number), case.size_hw, effort.steps)[1:-1]
            shown = ~taken if kind == "deletion" else taken
            between: list[Scores] = []
            for scores in case.scores_under(shown, fill):
                between.append(scores)
                yield Step(begin + len(between) / (2 * count * len(shown)), NAME)
            first, last = (whole, bare) if kind == "deletion" else (bare, whole)
            curves.append(joined([first, *between, last]))
        figures.append(_figure(kind, curves, effort))
    yield Step(1.0, result=tuple(figures))


def masks_of(order: NDArray[np.int64], size_hw: tuple[int, int], steps: int) -> NDArray[np.bool_]:
    """(steps + 1, H, W) which pixels have been taken after every step: first none, last all.

    Args:
        order: pixels, first to last.
        size_hw: of the picture.
        steps: at most one per pixel.
    """
    steps = min(steps, order.size)
    position = np.empty(order.size, np.int64)
    position[order] = np.arange(order.size)
    counts = np.round(np.linspace(0, order.size, steps + 1)).astype(np.int64)
    return (position[None] < counts[:, None]).reshape(steps + 1, *size_hw)


def area(curve: NDArray[np.float64]) -> float:
    """Area under equally spaced points over 0..1, by trapezoids."""
    return float((curve[:-1] + curve[1:]).mean() / 2.0)


_TESTS = {
    "deletion": AgainstChance(
        "deletion",
        said("Deletion area"),
        higher_is_better=False,
        meaning=said("Removing what the map calls important lowers the score faster"),
    ),
    "insertion": AgainstChance(
        "insertion",
        said("Insertion area"),
        higher_is_better=True,
        meaning=said("Showing only what the map calls important raises the score faster"),
    ),
}


def _figure(kind: str, curves: list[Scores], effort: Effort) -> Figure:
    areas = [area(curve.probabilities) for curve in curves]
    details = {
        "fill": FILLS[kind],
        "steps": effort.steps,
        "probabilities": curves[0].probabilities.tolist(),
        "logits": curves[0].logits.tolist(),
        "area_logit": area(curves[0].logits),
        "chance_area_logit": [area(curve.logits) for curve in curves[1:]],
    }
    return _TESTS[kind].figure(areas[0], areas[1:], details)
