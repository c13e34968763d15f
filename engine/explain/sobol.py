"""Sobol: how much of the score's variance goes through each cell of the picture."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain import imports
from engine.explain.baselines import picture_option
from engine.explain.explanation import Explanation, Request
from engine.explain.masks import MaskedScorer, Masks, rounding_of, stretching
from engine.explain.result import Outcome, explained
from engine.explain.scores import Perturbation, score_of_input
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

Values = NDArray[np.float64]


@dataclass(frozen=True)
class SobolOptions:
    """See `Sobol`."""

    cells: int = option(8, "cells along a side", low=1, high=32)
    designs: int = option(32, "pairs of random masks; a power of 2 is best", low=2, high=1024)
    fill: str = picture_option("black", "picture shown where a mask hides")
    upsampling: str = option(
        "bilinear", "how cells become pixels of a mask", choices=("bilinear", "nearest")
    )


class Sobol(Perturbation):
    r"""Total-order Sobol indices of the cells of a mask, by Jansen's estimator.

    .. math:: S_{T,i} = \frac{1}{2 n V} \sum_j (f(A_j) - f(A_j^{(i)}))^2

    A and B are two sets of n masks with values in [0, 1] from a scrambled Sobol sequence, A^(i) is
    A with cell i taken from B, and V is the variance of the scores of A and B. The index is the
    share of the variance that is left when everything but cell i is known: unsigned, and with all
    interactions counted for each of their cells. Cells are stretched smoothly: sharp borders of a
    cell are findings of their own to a network that looks for opacities.

    References:
        Fel et al., Look at the Variance! Efficient Black-box Explanations with Sobol-based
        Sensitivity Analysis, NeurIPS 2021.
        Jansen, Analysis of variance designs for model output, 1999.
    """

    id: ClassVar[str] = "sobol"
    name: ClassVar[str] = "Sobol indices"
    is_signed: ClassVar[bool] = False
    cost: ClassVar[str] = "designs x (cells^2 + 2) forward, + 1"
    reference: ClassVar[str] = "Fel et al., Look at the Variance!, NeurIPS 2021"
    definition: ClassVar[str] = "total-order Sobol index of every cell of a mask (Jansen)"
    options: ClassVar[type] = SobolOptions

    def passes(self, request: Request) -> int:
        """Every design with every cell changed, and one for the whole picture."""
        options = read_options(self.id, self.options, request.options)
        return options.designs * (options.cells**2 + 2) + 1

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("scoring the image"))
        score, _ = score_of_input(request)
        scorer = MaskedScorer(request, options.fill)
        yield from scorer.warm_up()
        yield from imports.load(imports.SOBOL, "scipy")
        yield Step(0.0, said("drawing the masks"))
        count, cells = options.designs, options.cells**2
        first, second = two_designs(count, cells, request.seed)
        ends: list[Values] = []
        for scores in scorer.each_batch(_masks(request, options, np.concatenate([first, second]))):
            ends.append(scores)
            yield Step((scorer.runs + 1) / self.passes(request), said("masks to compare with"))
        at_ends = np.concatenate(ends)
        # Scores that differ by rounding alone have no variance.
        variance = float(at_ends.var()) if np.ptp(at_ends) > rounding_of(score) else 0.0
        changed: list[Values] = []

        def result() -> Explanation:
            at_first = at_ends[: len(changed)]
            indices, error = jansen_total(at_first, np.array(changed), variance)
            outcome = Outcome(
                indices.reshape(options.cells, options.cells),
                score,
                scorer.provider,
                scorer.runs + 1,
                _conventions(options),
                standard_error=float(error.mean()),
            )
            return explained(self, request, options, outcome, started)

        for number in range(count):
            row: list[Values] = []
            mixed = exchanged(first[number], second[number])
            for scores in scorer.each_batch(_masks(request, options, mixed)):
                row.append(scores)
                fraction = min((scorer.runs + 1) / self.passes(request), 0.999)
                yield Step(
                    fraction, said("design {number} of {count}", number=number + 1, count=count)
                )
            changed.append(np.concatenate(row))
            yield Step(
                fraction,
                said("design {number} of {count}", number=number + 1, count=count),
                partial=result(),
            )
        yield Step(1.0, result=result())


def two_designs(count: int, dimensions: int, seed: int) -> tuple[Values, Values]:
    """Two independent sets of points in the unit cube, (count, dimensions) each.

    They are the two halves of the columns of one scrambled Sobol sequence.
    """
    from scipy.stats import qmc  # takes seconds to import, and no other method needs it

    sequence = qmc.Sobol(2 * dimensions, scramble=True, rng=np.random.default_rng(seed))
    points = sequence.random_base2(math.ceil(math.log2(count)))[:count]
    return points[:, :dimensions], points[:, dimensions:]


def exchanged(first: Values, second: Values) -> Values:
    """(d,) points A and B -> (d, d): row i is A with its i-th number taken from B."""
    mixed = np.repeat(first[None], len(first), axis=0)
    np.fill_diagonal(mixed, second)
    return mixed


def jansen_total(at_first: Values, changed: Values, variance: float) -> tuple[Values, Values]:
    """Total-order Sobol indices and their standard errors, (d,) each.

    The error takes the designs for independent and the variance for known; quasi-random designs
    do better.

    Args:
        at_first: (n,) values at the points A.
        changed: (n, d) values at the points A with one number taken from B.
        variance: of the values; where it is 0, so are all indices.
    """
    squares = 0.5 * (at_first[:, None] - changed) ** 2
    if variance == 0.0:
        return np.zeros(squares.shape[1]), np.zeros(squares.shape[1])
    error = squares.std(axis=0) / math.sqrt(len(squares))
    return squares.mean(axis=0) / variance, error / variance


def _masks(request: Request, options: SobolOptions, points: Values) -> Masks:
    """(N, cells^2) points -> N masks."""
    recipe = request.model.manifest.recipe
    down, across = (
        stretching(options.cells, length, options.upsampling).astype(np.float32)
        for length in (recipe.height, recipe.width)
    )
    count = len(points)
    grids = points.astype(np.float32).reshape(count, options.cells, options.cells)
    return Masks(np.repeat(down[None], count, 0), grids, np.repeat(across.T[None], count, 0))


def _conventions(options: SobolOptions) -> dict[str, str]:
    return {
        "sign": said("unsigned: shares of the score's variance, for or against the class alike"),
        "baseline": said("{fill}, defined as a picture", fill=options.fill),
        "sampling": said("scrambled Sobol sequence, Jansen's estimator of total-order indices"),
    }
