r"""Sensitivity-n and infidelity: does the map foretell what hiding random parts does to the score?

Parts are random sets of square cells that are replaced by the baseline. For every set S the map
foretells :math:`\sum_{i \in S} R_i`; the model answers :math:`f(x) - f(x_S)` with the logit.

- Sensitivity-n (Ancona et al., ICLR 2018, Def. 2): Pearson's correlation of the two over random
  sets of n cells; here the mean over several n.
- Infidelity (Yeh et al., NeurIPS 2019, Eq. 1, with the optimal scaling of their Sec. 3):
  :math:`\min_\beta E[(\beta \sum_S R - \Delta f)^2]`, as a share of :math:`E[\Delta f^2]`: 0 is a
  faithful map, 1 one that foretells nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import baseline_tensor
from engine.language import said
from engine.progress import Step
from engine.trust.against import AgainstChance
from engine.trust.case import Case
from engine.trust.effort import Effort
from engine.trust.similarity import pearson

FILL = "mean"
SHARES = (0.1, 0.3, 0.5, 0.8)  # of the cells that a set holds
NAME = said("Random parts hidden")
_SENSITIVITY = AgainstChance(
    "sensitivity-n",
    said("Sensitivity-n"),
    higher_is_better=True,
    meaning=said("The map foretells better which hidden parts lower the score"),
    is_always_telling=True,
)
_INFIDELITY = AgainstChance(
    "infidelity",
    said("Infidelity, share unexplained"),
    higher_is_better=False,
    meaning=said("The map foretells better by how much hidden parts change the score"),
    is_always_telling=True,
)


@dataclass(frozen=True)
class Answers:
    """What hiding random sets of cells did.

    Attributes:
        sets: (N, cells) whether a cell was hidden.
        sizes: (N,) how many were.
        falls: (N,) f(x) - f(x with the set hidden), logits.
    """

    sets: NDArray[np.bool_]
    sizes: NDArray[np.int64]
    falls: NDArray[np.float64]

    def without(self, place: int) -> "Answers":
        """All but one."""
        return Answers(*(np.delete(a, place, axis=0) for a in (self.sets, self.sizes, self.falls)))


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """Both figures from the same runs; the last step's result is a tuple of `Figure`s."""
    cells = cells_of(case.size_hw, effort.cells)
    count = int(cells.max()) + 1
    sets = random_sets(count, effort.subsets, case.request.seed)
    fill = baseline_tensor(case.request, FILL)
    shown = ~sets[:, cells.ravel()].reshape(len(sets), *case.size_hw)
    logits: list[NDArray[np.float64]] = []
    for scores in case.scores_under(shown, fill):
        logits.append(scores.logits)
        yield Step(len(logits) / (len(sets) + 1), NAME)
    answers = Answers(sets, sets.sum(axis=1), case.own.logits - np.concatenate(logits))
    sums = [cell_sums(values, cells) for values in case.maps(effort.draws)]
    correlations = [sensitivity_n(values, answers) for values in sums]
    errors = [infidelity(values, answers) for values in sums]
    details = {"fill": FILL, "cells": count, "sets": len(sets), "shares": list(SHARES)}
    doubt = {
        name: {"standard_error": standard_error(statistic, sums[0], answers)}
        for name, statistic in (("sensitivity", sensitivity_n), ("infidelity", infidelity))
    }
    figures = (
        _SENSITIVITY.figure(correlations[0], correlations[1:], details | doubt["sensitivity"]),
        _INFIDELITY.figure(
            errors[0], errors[1:], details | doubt["infidelity"] | {"scaling": "optimal"}
        ),
    )
    yield Step(1.0, result=figures)


def cells_of(size_hw: tuple[int, int], along: int) -> NDArray[np.int64]:
    """(H, W) number of the square cell that a pixel lies in, from 0, row by row.

    Args:
        size_hw: of the picture.
        along: cells along its longer side; the other has as many as keep them nearly square.
    """
    height, width = size_hw
    rows, columns = (max(1, round(along * side / max(size_hw))) for side in size_hw)
    rows, columns = min(rows, height), min(columns, width)
    down = np.arange(height) * rows // height
    across = np.arange(width) * columns // width
    return down[:, None] * columns + across[None, :]


def random_sets(cells: int, count: int, seed: int) -> NDArray[np.bool_]:
    """(count, cells) random sets, as many of each of the sizes in `SHARES`."""
    random = np.random.default_rng((seed, 11))
    sets = np.zeros((count, cells), bool)
    for place in range(count):
        size = min(cells - 1, max(1, round(SHARES[place % len(SHARES)] * cells)))
        sets[place, random.permutation(cells)[:size]] = True
    return sets


def cell_sums(importance: NDArray[np.float64], cells: NDArray[np.int64]) -> NDArray[np.float64]:
    """(cells,) the map's sum over each cell."""
    return np.bincount(cells.ravel(), weights=importance.ravel())


def sensitivity_n(sums: NDArray[np.float64], answers: Answers) -> float | None:
    """Mean over set sizes of Pearson's correlation, -1..1; None where nothing varies."""
    foretold = answers.sets @ sums
    found = [
        pearson(foretold[chosen], answers.falls[chosen])
        for size in np.unique(answers.sizes)
        if (chosen := answers.sizes == size).sum() >= 3
    ]
    defined = [value for value in found if value is not None]
    return float(np.mean(defined)) if defined else None


def infidelity(sums: NDArray[np.float64], answers: Answers) -> float | None:
    """0 (foretells every fall up to one factor) to 1 (nothing); None where no fall was found."""
    foretold = answers.sets @ sums
    power = float(np.mean(answers.falls**2))
    if power == 0.0:
        return None
    own = float(np.mean(foretold**2))
    factor = max(0.0, float(np.mean(foretold * answers.falls)) / own) if own > 0.0 else 0.0
    return float(np.mean((factor * foretold - answers.falls) ** 2)) / power


def standard_error(
    statistic: Callable[[NDArray[np.float64], Answers], float | None],
    sums: NDArray[np.float64],
    answers: Answers,
) -> float | None:
    """What another draw of the sets would change: the jackknife, leaving out one set at a time.

    Args:
        statistic: `sensitivity_n` or `infidelity`.
        sums: (cells,) of the map.
        answers: of the model.

    Returns:
        In the statistic's unit; None where it is not defined without some set.
    """
    count = len(answers.sizes)
    found = [statistic(sums, answers.without(place)) for place in range(count)]
    if count < 2 or any(value is None for value in found):
        return None
    return float(np.sqrt((count - 1) * np.var(found)))
