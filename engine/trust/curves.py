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
from engine.trust.case import Case, Inputs, Scores, joined
from engine.trust.effort import Effort
from engine.trust.figure import Figure

FILLS = {"deletion": "black", "insertion": "blur"}
NAME = said("Deletion and insertion")


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """The two areas of the map and of its shuffled copies; the last step's result is `Figure`s."""
    maps = [case.importance, *(case.shuffled(draw) for draw in range(effort.draws))]
    figures = []
    for place, (kind, fill_name) in enumerate(FILLS.items()):
        fill = baseline_tensor(case.request, fill_name)
        # The untouched picture and the bare fill are the ends of every curve.
        ends = case.scorer(np.concatenate([case.request.tensor, fill]))
        curves: list[Scores] = []
        for number, values in enumerate(maps):
            order = order_of(values, (case.request.seed, number))
            begin = (place * len(maps) + number) / (2 * len(maps))
            taken = masks_of(order, case.size_hw, effort.steps)[1:-1]
            shown = ~taken if kind == "deletion" else taken
            between = yield from _scored(case, shown, fill, begin, 1 / (2 * len(maps)))
            whole, bare = ends.part(slice(0, 1)), ends.part(slice(1, 2))
            first, last = (whole, bare) if kind == "deletion" else (bare, whole)
            curves.append(joined([first, *between, last]))
        figures.append(_figure(kind, curves, effort))
    yield Step(1.0, result=tuple(figures))


def order_of(importance: NDArray[np.float64], seed: tuple[int, ...]) -> NDArray[np.int64]:
    """(H x W,) pixels from the most to the least important; equal ones in random order."""
    values = importance.ravel()
    random = np.random.default_rng((*seed, 7)).permutation(values.size)
    return random[np.argsort(-values[random], kind="stable")]


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


def _scored(
    case: Case, shown: NDArray[np.bool_], fill: Inputs, begin: float, span: float
) -> Iterator[Step]:
    """Scores of the input under masks, batch by batch; the generator returns them."""
    parts: list[Scores] = []
    done = 0
    while done < len(shown):
        some = shown[done : done + case.scorer.size.size]
        parts.append(case.scorer(case.mixed(some, fill)))
        done += len(some)
        yield Step(begin + span * done / len(shown), NAME)
    return parts


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
