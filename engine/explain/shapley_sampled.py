"""Sampled Shapley values: mean gains of superpixels that come in by chance, order by order.

Own code: `shap.explainers.Sampling` draws from numpy's global generator, spreads the gap of its
estimate over the players, and cannot report or stop. Here every order telescopes from the baseline
to the picture, so the sum is exact however few orders there are.
"""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.coalitions import (
    Coalitions,
    SuperpixelOptions,
    additive_outcome,
    plain_progress,
)
from engine.explain.explanation import Explanation, Request
from engine.explain.result import Outcome, explained
from engine.explain.scores import Perturbation
from engine.explain.superpixels import grid_for
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

# So many pairs of orders before their spread is trusted.
_LEAST_PAIRS = 4


@dataclass(frozen=True)
class SampledShapleyOptions(SuperpixelOptions):
    """Options of sampled Shapley values."""

    pairs: int = option(
        20, "orders at most, each with its reverse", low=_LEAST_PAIRS, high=5000, unit="pairs"
    )
    tolerance: float = option(
        0.05,
        "stops when the largest standard error is below this share of the largest value; 0 never",
        low=0.0,
        high=1.0,
    )


class SampledShapley(Perturbation):
    """Shapley values of superpixels from random orders and their reverses.

    References:
        Castro, Gomez, Tejada, Polynomial calculation of the Shapley value based on sampling, 2009;
        reversed orders: Mitchell et al., Sampling permutations for Shapley value estimation, 2022.
    """

    id: ClassVar[str] = "sampled-shapley"
    name: ClassVar[str] = "Sampled Shapley"
    cost: ClassVar[str] = "two forwards per superpixel and pair of orders, at most"
    reference: ClassVar[str] = "Castro et al., Computers and Operations Research 2009"
    definition: ClassVar[str] = (
        "mean over random orders of score(before i, and i) - score(before i)"
    )
    options: ClassVar[type] = SampledShapleyOptions

    def passes(self, request: Request) -> int:
        """At most: all pairs, and as many superpixels as the grid has cells."""
        options = read_options(self.id, SampledShapleyOptions, request.options)
        recipe = request.model.manifest.recipe
        players = grid_for((recipe.height, recipe.width), options.segments).cells
        return 2 + 2 * options.pairs * (players - 1)

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, SampledShapleyOptions, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("cutting the picture into superpixels"))
        game = Coalitions(request, options)
        ends = yield from game.ends(
            plain_progress(0.0, 0.02, 2, said("scoring picture and baseline"))
        )
        rng = np.random.default_rng(request.seed)
        pairs: list[NDArray[np.float64]] = []

        def explain() -> Explanation:
            outcome = _outcome(game, options, np.array(pairs), ends)
            return explained(self, request, options, outcome, started)

        for number in range(options.pairs):
            first, last = (0.02 + 0.97 * (number + k) / options.pairs for k in (0, 1))
            pairs.append((yield from _pair(game, rng, ends, (first, last))))
            if number == 0:
                continue  # one pair tells no error
            if len(pairs) >= _LEAST_PAIRS and _is_converged(np.array(pairs), options.tolerance):
                break
            yield Step(last, said("{count} orders", count=2 * len(pairs)), explain())
        yield Step(1.0, result=explain())


def _pair(
    game: Coalitions,
    rng: np.random.Generator,
    ends: NDArray[np.float64],
    fractions: tuple[float, float],
) -> Generator[Step, None, NDArray[np.float64]]:
    """(M,) mean gains along one random order and its reverse."""
    order = rng.permutation(game.players)
    both = np.stack([order, order[::-1]])
    inner = game.players - 1
    coalitions = np.concatenate([_growing(one) for one in both])
    progress = plain_progress(
        *fractions, max(1, 2 * inner), said("adding superpixels in random order")
    )
    found = yield from game.scores(coalitions, progress)
    gains = np.zeros(game.players)
    for one, scores in zip(both, found.reshape(2, inner), strict=True):
        gains[one] += np.diff(np.r_[ends[0], scores, ends[1]]) / 2.0
    return gains


def _growing(order: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(M - 1, M): the first player; the first two; ...; all but the last."""
    place = np.argsort(order)
    return place < np.arange(1, len(order))[:, None]


def _errors(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    """(M,) standard errors of the mean over (P, M) pairs; an order and its reverse are one draw."""
    return pairs.std(axis=0, ddof=1) / np.sqrt(len(pairs))


def _is_converged(pairs: NDArray[np.float64], tolerance: float) -> bool:
    largest = np.abs(pairs.mean(axis=0)).max()
    return tolerance > 0.0 and float(_errors(pairs).max()) <= tolerance * largest


def _outcome(
    game: Coalitions,
    options: SampledShapleyOptions,
    pairs: NDArray[np.float64],
    ends: NDArray[np.float64],
) -> Outcome:
    values, errors = pairs.mean(axis=0), _errors(pairs)
    told = {
        "error": said(
            "standard error per superpixel: mean {mean:.3g}, largest {max:.3g}, from "
            "{value} orders in {count} reversed pairs",
            mean=errors.mean(),
            max=errors.max(),
            value=2 * len(pairs),
            count=len(pairs),
        ),
    }
    return additive_outcome(game, options, values, ends, told, float(errors.mean()))
