"""KernelSHAP over superpixels: Shapley values as a weighted regression on coalitions.

Own code, held to `shap.KernelExplainer` in the tests. The package is not used here because it draws
from numpy's global generator, scores all coalitions in one call that neither reports nor stops, by
default keeps ten superpixels only (``l1_reg="num_features(10)"``), and takes seconds to import.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.coalitions import (
    Coalitions,
    Scores,
    SuperpixelOptions,
    additive_outcome,
    plain_progress,
)
from engine.explain.explanation import Explanation, Request
from engine.explain.result import Outcome, explained
from engine.explain.scores import Perturbation
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

# Sampled coalitions between two maps to show, and between two looks at the error.
_SHOWN = 64
_ROUND = 4 * _SHOWN


@dataclass(frozen=True)
class KernelShapOptions(SuperpixelOptions):
    """Options of KernelSHAP."""

    samples: int = option(
        4096,
        "coalitions at most; all are scored where there are no more (up to 12 superpixels)",
        low=64,
        high=100000,
    )
    tolerance: float = option(
        0.05,
        "stops when the error between halves is below this share of the largest value; 0 never",
        low=0.0,
        high=1.0,
    )


@dataclass(frozen=True)
class Plan:
    """Which coalitions are scored, neither the empty nor the whole one among them.

    Attributes:
        coalitions: (N, M) bool; the enumerated sizes first, then draws, each beside its complement.
        fixed: how many are enumerated.
        fixed_weights: (fixed,) their weights.
        left: the weight that all the draws share.
    """

    coalitions: NDArray[np.bool_]
    fixed: int
    fixed_weights: NDArray[np.float64]
    left: float

    def weights(self, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """(n,) weights of the coalitions in those rows, of which the fixed ones are part."""
        drawn = rows >= self.fixed
        weights = np.empty(len(rows))
        weights[~drawn] = self.fixed_weights[rows[~drawn]]
        weights[drawn] = self.left / max(1, int(drawn.sum()))
        return weights


class KernelShap(Perturbation):
    """KernelSHAP: the additive model nearest to the score on coalitions, its sum held exactly.

    References:
        Lundberg, Lee, A unified approach to interpreting model predictions, NeurIPS 2017,
        theorem 2; complements: Covert, Lee, Improving KernelSHAP, AISTATS 2021.
    """

    id: ClassVar[str] = "kernel-shap"
    name: ClassVar[str] = "KernelSHAP"
    cost: ClassVar[str] = "one forward per coalition, at most the samples"
    reference: ClassVar[str] = "Lundberg and Lee, NeurIPS 2017"
    definition: ClassVar[str] = (
        "argmin_phi sum_z w(z) (score(z) - score(0) - phi.z)^2 with sum phi = score(1) - score(0), "
        "w = (M-1) / (C(M,k) k (M-k))"
    )
    options: ClassVar[type] = KernelShapOptions

    def passes(self, request: Request) -> int:
        """At most: the samples, and both ends."""
        return 2 + read_options(self.id, KernelShapOptions, request.options).samples

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, KernelShapOptions, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("cutting the picture into superpixels"))
        game = Coalitions(request, options)
        ends = yield from game.ends(
            plain_progress(0.0, 0.02, 2, said("scoring picture and baseline"))
        )
        made = plan(game.players, options.samples, np.random.default_rng(request.seed))
        total = len(made.coalitions)
        scores = np.empty(0)

        def explain() -> Explanation:
            outcome = _outcome(game, options, made, scores, ends)
            return explained(self, request, options, outcome, started)

        for stop in _stops(made):
            part = made.coalitions[len(scores) : stop]
            fractions = [0.02 + 0.97 * count / total for count in (len(scores), stop)]
            progress = plain_progress(
                *fractions, len(part), said("scoring coalitions of superpixels")
            )
            scores = np.r_[scores, (yield from game.scores(part, progress))]
            if stop < total:
                is_due = (stop - made.fixed) % _ROUND == 0
                if is_due and _is_converged(made, scores, ends, options.tolerance):
                    break
                yield Step(
                    fractions[1],
                    said("{stop} of {total} coalitions", stop=stop, total=total),
                    explain(),
                )
        yield Step(1.0, result=explain())


def plan(players: int, budget: int, rng: np.random.Generator) -> Plan:
    """Sizes are enumerated from both ends while their share of the budget covers them.

    Args:
        players: M.
        budget: coalitions to score.
        rng: draws the others.
    """
    sizes = np.arange(1, players)
    mass = (players - 1) / (sizes * (players - sizes)) if players > 1 else np.empty(0)
    is_enough = 2**players - 2 <= budget
    room, left, fixed = budget, mass.copy(), []
    for size in range(1, players // 2 + 1):
        pair = sorted({size, players - size})
        count = sum(comb(players, one) for one in pair)
        share = left[np.array(pair) - 1].sum() / left.sum()
        if not is_enough and room * share < count:
            break
        fixed += pair
        room -= count
        left[np.array(pair) - 1] = 0.0
    rows = [_all_of_size(players, size) for size in fixed]
    weights = [np.full(len(r), mass[s - 1] / len(r)) for r, s in zip(rows, fixed, strict=True)]
    drawn = _drawn(players, room // 2, left, rng) if left.sum() > 0.0 else _none(players)
    return Plan(
        np.concatenate([_none(players), *rows, drawn]),
        sum(len(row) for row in rows),
        np.concatenate([np.empty(0), *weights]),
        float(left.sum()),
    )


def solve(
    coalitions: NDArray[np.bool_], weights: NDArray[np.float64], scores: Scores, ends: Scores
) -> NDArray[np.float64]:
    """The weighted least squares under the constraint of the sum.

    The constraint is eliminated along the mean of all players, not at the cost of the last one as
    usual, so that players stay interchangeable also where the coalitions do not determine them
    all: there the flattest solution is taken.

    Args:
        coalitions: (N, M).
        weights: (N,).
        scores: (N,) of the coalitions.
        ends: (2,) scores of nobody and of all.

    Returns:
        (M,) values that sum to ends[1] - ends[0].
    """
    players = coalitions.shape[1]
    mean = (ends[1] - ends[0]) / players
    if players == 1 or len(coalitions) == 0:
        return np.full(players, mean)
    free = _sum_zero_basis(players)
    shown = coalitions.astype(np.float64)
    rest = scores - ends[0] - mean * shown.sum(axis=1)
    root = np.sqrt(weights)
    design = (shown @ free) * root[:, None]
    solution = np.linalg.lstsq(design.T @ design, design.T @ (rest * root), rcond=None)[0]
    return mean + free @ solution


def _sum_zero_basis(players: int) -> NDArray[np.float64]:
    """(M, M - 1) orthonormal columns, all orthogonal to the vector of ones (Helmert)."""
    basis = np.triu(np.ones((players, players - 1)))
    steps = np.arange(1, players)
    basis[steps, steps - 1] = -steps
    return basis / np.sqrt(steps * (steps + 1.0))


def _none(players: int) -> NDArray[np.bool_]:
    return np.empty((0, players), bool)


def _all_of_size(players: int, size: int) -> NDArray[np.bool_]:
    members = np.array(list(combinations(range(players), size)))
    rows = np.zeros((len(members), players), bool)
    np.put_along_axis(rows, members, True, axis=1)
    return rows


def _drawn(
    players: int, pairs: int, mass: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.bool_]:
    """(2 pairs, M): coalitions of sizes drawn by their mass, each followed by its complement."""
    sizes = rng.choice(np.arange(1, players), pairs, p=mass / mass.sum())
    places = rng.permuted(np.tile(np.arange(players), (pairs, 1)), axis=1)
    rows = places < sizes[:, None]
    return np.stack([rows, ~rows], axis=1).reshape(-1, players)


def _stops(made: Plan) -> list[int]:
    """After how many coalitions a map is shown."""
    total = len(made.coalitions)
    return [*range(made.fixed + _SHOWN, total, _SHOWN), total] if made.left > 0.0 else [total]


def _values(made: Plan, rows: NDArray[np.int64], scores: Scores, ends: Scores) -> Scores:
    return solve(made.coalitions[rows], made.weights(rows), scores[rows], ends)


def _errors(made: Plan, scores: Scores, ends: Scores) -> NDArray[np.float64]:
    """(M,) half the difference of the values from either half of the draws; 0 without draws."""
    players = made.coalitions.shape[1]
    rows = np.arange(len(scores))
    if made.left == 0.0:
        return np.zeros(players)
    half = (rows - made.fixed) // 2 % 2  # complements stay together
    parts = [
        _values(made, rows[(rows < made.fixed) | (half == which)], scores, ends) for which in (0, 1)
    ]
    return np.abs(parts[0] - parts[1]) / 2.0


def _is_converged(made: Plan, scores: Scores, ends: Scores, tolerance: float) -> bool:
    largest = np.abs(_values(made, np.arange(len(scores)), scores, ends)).max()
    return tolerance > 0.0 and _root_mean_square(_errors(made, scores, ends)) <= tolerance * largest


def _root_mean_square(values: NDArray[np.float64]) -> float:
    return float(np.sqrt((values**2).mean()))


def _outcome(
    game: Coalitions,
    options: KernelShapOptions,
    made: Plan,
    scores: Scores,
    ends: Scores,
) -> Outcome:
    values = _values(made, np.arange(len(scores)), scores, ends)
    error = _root_mean_square(_errors(made, scores, ends))
    drawn = max(0, len(scores) - made.fixed)
    told = {
        "error": said(
            "{error:.3g} per superpixel, half the difference between halves of the draws",
            error=error,
        )
        if made.left > 0.0
        else said("none: all coalitions were scored, these are the Shapley values"),
        "coalitions": said(
            "{min} enumerated, {drawn} drawn in complements",
            min=min(made.fixed, len(scores)),
            drawn=drawn,
        ),
    }
    return additive_outcome(game, options, values, ends, told, error)
