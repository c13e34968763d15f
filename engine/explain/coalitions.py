"""Pictures of which only some superpixels are shown, and the model's scores for them.

The game that LIME and the Shapley methods play: players are superpixels, a coalition is a row of
booleans, absent players are painted with a baseline.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import baseline_tensor, input_picture, picture_option
from engine.explain.explanation import Explanation, Request
from engine.explain.result import Outcome
from engine.explain.scores import Scorer
from engine.explain.superpixels import superpixels
from engine.language import said
from engine.options import option
from engine.progress import Step

Scores = NDArray[np.float64]
# Relative rounding of scores, which come as float32.
_ROUNDING = float(np.finfo(np.float32).eps)


@dataclass(frozen=True)
class SuperpixelOptions:
    """What every method over superpixels can be asked for."""

    segments: int = option(50, "about how many superpixels", low=2, high=500)
    compactness: float = option(
        10.0, "squareness of the superpixels, against likeness of greys", low=0.1, high=1000.0
    )
    baseline: str = picture_option("mean", "what is shown instead of absent superpixels")


class Masked:
    """The request's input with some pixels replaced by a baseline.

    Args:
        request: whose input is masked.
        baseline: a name of `engine.explain.baselines.BASELINES`.

    Attributes:
        scorer: counts the runs.
    """

    def __init__(self, request: Request, baseline: str) -> None:
        self.request = request
        self.scorer = Scorer(request)
        self._absent = baseline_tensor(request, baseline)
        self._is_nchw = request.model.manifest.recipe.layout == "nchw"

    def inputs(self, shown: NDArray[np.bool_]) -> NDArray[np.float32]:
        """(N, H, W) True where the picture is kept -> (N, ...) network inputs."""
        spread = shown[:, None] if self._is_nchw else shown[..., None]
        return np.where(spread, self.request.tensor, self._absent)

    def scores(
        self,
        count: int,
        shown: Callable[[slice], NDArray[np.bool_]],
        progress: Callable[[Scores], Step],
    ) -> Generator[Step, None, Scores]:
        """Scores of `count` masked inputs, with a step before the first and after every batch.

        Args:
            count: how many.
            shown: (n, H, W) masks of a part of them; made when needed, for all would not fit.
            progress: the step to yield, from the scores so far.

        Returns:
            (count,) float64.
        """
        found = np.empty(count)
        yield progress(found[:0])
        for _ in self.scorer.warm_up():
            yield progress(found[:0])
        start = 0
        while start < count:
            part = slice(start, min(count, start + self.scorer.size.size))
            found[part] = self.scorer(self.inputs(shown(part)))
            start = part.stop
            yield progress(found[:start])
        return found


class Coalitions:
    """The superpixels of a request's picture as players.

    Args:
        request: whose picture is cut.
        options: how.

    Attributes:
        labels: (H, W) int32 superpixel numbers from 0.
        players: how many.
    """

    def __init__(self, request: Request, options: SuperpixelOptions) -> None:
        picture = input_picture(request.model.manifest.recipe, request.tensor)
        self.labels = superpixels(picture, options.segments, options.compactness)
        self.players = int(self.labels.max()) + 1
        self._masked = Masked(request, options.baseline)

    @property
    def runs(self) -> int:
        """Inputs scored so far."""
        return self._masked.scorer.runs

    @property
    def provider(self) -> str:
        """Execution provider in use."""
        return self._masked.request.model.provider

    def scores(
        self, coalitions: NDArray[np.bool_], progress: Callable[[Scores], Step]
    ) -> Generator[Step, None, Scores]:
        """(N, M) True for present superpixels -> (N,) scores, with a step after every batch."""
        return (
            yield from self._masked.scores(
                len(coalitions), lambda part: coalitions[part][:, self.labels], progress
            )
        )

    def ends(self, progress: Callable[[Scores], Step]) -> Generator[Step, None, Scores]:
        """The scores of nobody and of all: (2,)."""
        both = np.repeat(np.array([[False], [True]]), self.players, axis=1)
        return (yield from self.scores(both, progress))

    def painted(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """(M,) values of superpixels -> (H, W) map that shows each at all its pixels."""
        return values[self.labels]


def plain_progress(
    first: float, last: float, count: int, note: str, partial: Explanation | None = None
) -> Callable[[Scores], Step]:
    """Steps from fraction `first` to `last` while `count` scores come in."""

    def step(found: Scores) -> Step:
        return Step(min(first + (last - first) * len(found) / count, last), note, partial)

    return step


def relative_gap(total: float, ends: Scores) -> float:
    """How far values that should sum to f(all) - f(none) miss it, as a share of it."""
    difference = float(ends[1] - ends[0])
    scale = max(abs(difference), _ROUNDING * float(np.abs(ends).max()))
    return 0.0 if scale == 0.0 else abs(total - difference) / scale


def is_rounding(size: float, scores: Scores) -> bool:
    """Whether differences of that size are rounding of the scores that they come from."""
    return size <= 8 * _ROUNDING * float(np.abs(scores).max(initial=0.0))


def above_rounding(values: NDArray[np.float64], scores: Scores) -> NDArray[np.float64]:
    """The values of superpixels, or zeros where all of them are rounding of the scores.

    A display scales to the largest value: rounding would be painted as evidence.
    """
    largest = float(np.abs(values).max(initial=0.0))
    return np.zeros_like(values) if is_rounding(largest, scores) else values


def additive_outcome(
    game: Coalitions,
    options: SuperpixelOptions,
    values: NDArray[np.float64],
    ends: Scores,
    told: dict[str, str],
    standard_error: float,
) -> Outcome:
    """Values of superpixels that sum to what the picture scores above its baseline.

    Args:
        game: whose players they are.
        options: that it was made with.
        values: (M,).
        ends: (2,) scores of nobody and of all.
        told: conventions of the method.
        standard_error: mean over the superpixels.
    """
    conventions = superpixel_conventions(game, options) | {
        "sign": said("signed; positive values speak for the class"),
        "sum": said(
            "of all superpixels: score minus that of the baseline, {ends:.6g}",
            ends=ends[1] - ends[0],
        ),
    }
    return Outcome(
        game.painted(above_rounding(values, ends)), float(ends[1]), game.provider, game.runs,
        conventions | told, completeness_error=relative_gap(float(values.sum()), ends),
        standard_error=standard_error, regions=game.labels,
    )  # fmt: skip


def superpixel_conventions(game: Coalitions, options: SuperpixelOptions) -> dict[str, str]:
    """What every map over superpixels must say."""
    return {
        "value": said(
            "of the whole superpixel, shown at each of its pixels; not divided by its area"
        ),
        "regions": said("{players} SLIC superpixels of the picture as shown", players=game.players),
        "baseline": said(
            "{baseline} picture in display space, through the model's scaling",
            baseline=options.baseline,
        ),
        "resize": said("none; superpixels at the resolution of the network input"),
    }
