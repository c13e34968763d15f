"""LIME over superpixels: the perturbed pictures are scored here, the local fit is the package's.

`lime` works in one go: it cannot report, show what it knows so far, or stop. Therefore the work is
shared. Ours: superpixels, the draw of the coalitions (its own draw, number for number), the masked
pictures and their scores, batch by batch. The package's: kernel, choice of features, weighted ridge
regression and R^2 (`LimeBase.explain_instance_with_data`). Given the same superpixels and seed the
weights are those of `lime_image.LimeImageExplainer.explain_instance`.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain import imports
from engine.explain.coalitions import (
    Coalitions,
    SuperpixelOptions,
    above_rounding,
    plain_progress,
    superpixel_conventions,
)
from engine.explain.explanation import Explanation, Request
from engine.explain.result import Outcome, explained
from engine.explain.scores import Perturbation
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

# Below this share of explained variance the weights describe the model badly.
POOR_FIT = 0.5
# Rank correlation of the weights from both halves of the samples, below which they are chance.
UNSTABLE = 0.5
_PARTIALS = 10


@dataclass(frozen=True)
class LimeOptions(SuperpixelOptions):
    """Options of LIME."""

    samples: int = option(1000, "pictures scored, the whole one included", low=10, high=20000)
    stability: float = option(
        0.0,
        "stops when the rank correlation of weights from both halves reaches this; 0 never",
        low=0.0,
        high=1.0,
    )
    kernel_width: float = option(
        0.25, "how near a sample must be to count (cosine distance)", low=0.01, high=100.0
    )
    ridge: float = option(1.0, "strength of the ridge regression", low=1e-6, high=1000.0)
    features: int = option(500, "at most so many superpixels get a weight", low=1, high=500)
    selection: str = option(
        "auto",
        "how those are chosen; auto: forward selection up to 6, else the highest weights",
        choices=("auto", "none", "highest_weights", "forward_selection", "lasso_path"),
    )


@dataclass(frozen=True)
class Fit:
    """A local linear model.

    Attributes:
        weights: (M,) of the superpixels; 0 for those not chosen.
        r_squared: weighted share of explained variance.
    """

    weights: NDArray[np.float64]
    r_squared: float


class Lime(Perturbation):
    """LIME: a ridge regression of the score on which superpixels are shown, near the picture.

    References:
        Ribeiro, Singh, Guestrin, "Why Should I Trust You?", KDD 2016, equation 1 and section 3.4.
    """

    id: ClassVar[str] = "lime"
    name: ClassVar[str] = "LIME"
    cost: ClassVar[str] = "one forward per sample, at most"
    reference: ClassVar[str] = "Ribeiro et al., LIME, KDD 2016"
    definition: ClassVar[str] = (
        "ridge weights w of score(z) ~ w0 + w.z, samples z weighted by sqrt(exp(-d(z)^2/width^2))"
    )
    options: ClassVar[type] = LimeOptions

    def passes(self, request: Request) -> int:
        """At most one forward per sample."""
        return read_options(self.id, LimeOptions, request.options).samples

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, LimeOptions, request.options)
        started = time.perf_counter()
        yield from imports.load(imports.LIME, "LIME", 0.03)
        yield Step(0.03, said("cutting the picture into superpixels"))
        game = Coalitions(request, options)
        yield Step(
            0.04,
            said(
                "scoring {samples} pictures of {players} superpixels",
                samples=options.samples,
                players=game.players,
            ),
        )
        seed = request.seed % 2**32
        draw = np.random.RandomState(seed)  # the generator that `lime` draws from
        data = drawn(draw, options.samples, game.players)

        scores = np.empty(0)

        def explain() -> Explanation:
            outcome = _outcome(game, options, request, data[: len(scores)], scores)
            return explained(self, request, options, outcome, started)

        for stop in _stops(options.samples):
            part = data[len(scores) : stop].astype(bool)
            fractions = [0.04 + 0.94 * rows / options.samples for rows in (len(scores), stop)]
            progress = plain_progress(*fractions, len(part), said("scoring pictures"))
            scores = np.r_[scores, (yield from game.scores(part, progress))]
            if game.players < stop < options.samples:
                found = explain()
                is_due = stop > 2 * game.players
                if is_due and _is_stable(data[:stop], scores, options, seed):
                    break
                yield Step(
                    fractions[1],
                    said("{stop} of {samples} pictures", stop=stop, samples=options.samples),
                    found,
                )
        yield Step(1.0, result=explain())


def drawn(draw: np.random.RandomState, samples: int, players: int) -> NDArray[np.int64]:
    """(N, M) 0 or 1, evenly; the first row shows everything. The draw of `lime` 0.2."""
    data = draw.randint(0, 2, samples * players).reshape(samples, players)
    data[0] = 1
    return data


def fit(
    data: NDArray[np.int64], scores: NDArray[np.float64], options: LimeOptions, seed: int
) -> Fit:
    """The package's local fit.

    Args:
        data: (N, M) 0 or 1, the first row all ones.
        scores: (N,).
        options: kernel, ridge, selection.
        seed: for the regression's solver.
    """
    from lime.lime_base import LimeBase
    from sklearn.linear_model import Ridge
    from sklearn.metrics import pairwise_distances

    distances = pairwise_distances(data, data[:1], metric="cosine").ravel()
    base = LimeBase(partial(_kernel, width=options.kernel_width), random_state=seed)
    _, pairs, r_squared, _ = base.explain_instance_with_data(
        data,
        scores[:, None],
        distances,
        0,
        options.features,
        feature_selection=options.selection,
        model_regressor=Ridge(alpha=options.ridge, fit_intercept=True, random_state=seed),
    )
    weights = np.zeros(data.shape[1])
    for player, weight in pairs:
        weights[player] = weight
    return Fit(above_rounding(weights, scores), float(r_squared))


def _kernel(distance: NDArray[np.float64], width: float) -> NDArray[np.float64]:
    """LIME's default kernel for images."""
    return np.sqrt(np.exp(-(distance**2) / width**2))


def _stops(samples: int) -> list[int]:
    """After how many samples the map is shown and its stability looked at."""
    return sorted({-(-samples * part // _PARTIALS) for part in range(1, _PARTIALS + 1)})


def _is_stable(
    data: NDArray[np.int64], scores: NDArray[np.float64], options: LimeOptions, seed: int
) -> bool:
    is_asked = options.stability > 0.0
    return is_asked and _half_agreement(data, scores, options, seed) >= options.stability


def _outcome(
    game: Coalitions,
    options: LimeOptions,
    request: Request,
    data: NDArray[np.int64],
    scores: NDArray[np.float64],
) -> Outcome:
    seed = request.seed % 2**32
    found = fit(data, scores, options, seed)
    agreement = _half_agreement(data, scores, options, seed)
    notes = []
    if found.r_squared < POOR_FIT:
        notes.append(
            said(
                "poor local fit (R^2 {r_squared:.2f}): the weights do not describe the model",
                r_squared=found.r_squared,
            )
        )
    if agreement < UNSTABLE:
        notes.append(
            said(
                "unstable (rank correlation {agreement:.2f} between halves of the "
                "samples): take more",
                agreement=agreement,
            )
        )
    conventions = superpixel_conventions(game, options) | {
        "sign": said("signed; positive weights speak for the class"),
        "fit": said(
            "R^2 {r_squared:.4f} of the weighted ridge regression on {count} samples",
            r_squared=found.r_squared,
            count=len(data),
        ),
        "stability": said(
            "rank correlation {agreement:.3f} of weights from both halves of the samples",
            agreement=agreement,
        ),
        "made by": said("superpixels, samples and scores by WhyRay, local fit by the package lime"),
    }
    return Outcome(
        game.painted(found.weights), float(scores[0]), request.model.provider, game.runs,
        conventions, tuple(notes), regions=game.labels,
    )  # fmt: skip


def _half_agreement(
    data: NDArray[np.int64], scores: NDArray[np.float64], options: LimeOptions, seed: int
) -> float:
    """Spearman's rank correlation of the weights fitted to either half; 1 where all are equal."""
    ranks = []
    for half in (slice(1, None, 2), slice(2, None, 2)):
        rows = np.r_[0, np.arange(len(data))[half]]
        weights = fit(data[rows], scores[rows], options, seed).weights
        if np.ptp(weights) == 0.0:
            return 1.0
        ranks.append(np.argsort(np.argsort(weights, kind="stable"), kind="stable"))
    return float(np.corrcoef(ranks)[0, 1])
