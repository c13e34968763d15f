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

DELETION_FILL, INSERTION_FILL = "black", "blur"
NAME = said("Deletion and insertion")


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """The two areas of the map and of its shuffled copies; the last step's result is `Figure`s."""
    maps = [case.importance, *(case.shuffled(draw) for draw in range(effort.draws))]
    areas: dict[str, list[dict[str, float]]] = {"deletion": [], "insertion": []}
    curves: dict[str, Scores] = {}
    done, total = 0, 2 * len(maps)
    for place, values in enumerate(maps):
        order = order_of(values, (case.request.seed, place))
        for kind in areas:
            scores = yield from _curve(case, order, kind, effort.steps, done / total, 1 / total)
            areas[kind].append(
                {"probability": area(scores.probabilities), "logit": area(scores.logits)}
            )
            curves.setdefault(kind, scores)
            done += 1
    yield Step(
        1.0, result=tuple(_figure(kind, areas[kind], curves[kind], effort) for kind in areas)
    )


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


def _curve(
    case: Case, order: NDArray[np.int64], kind: str, steps: int, start: float, span: float
) -> Iterator[Step]:
    taken = masks_of(order, case.size_hw, steps)
    shown = ~taken if kind == "deletion" else taken
    name = DELETION_FILL if kind == "deletion" else INSERTION_FILL
    fill = baseline_tensor(case.request, name)
    parts: list[Scores] = []
    done = 0
    while done < len(shown):
        some = shown[done : done + case.scorer.size.size]
        parts.append(case.scorer(case.mixed(some, fill)))
        done += len(some)
        yield Step(start + span * done / len(shown), NAME)
    return joined(parts)


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


def _figure(kind: str, areas: list[dict[str, float]], curve: Scores, effort: Effort) -> Figure:
    own, chance = areas[0], areas[1:]
    details = {
        "fill": DELETION_FILL if kind == "deletion" else INSERTION_FILL,
        "steps": effort.steps,
        "probabilities": curve.probabilities.tolist(),
        "logits": curve.logits.tolist(),
        "area_logit": own["logit"],
        "chance_area_logit": [entry["logit"] for entry in chance],
    }
    return _TESTS[kind].figure(
        own["probability"], [entry["probability"] for entry in chance], details
    )
