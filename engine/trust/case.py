"""One explanation under examination: its importance per pixel of the network's input, its scores.

Every metric asks the model about changed inputs and compares with the map. Both lie on the
network's own pixels here, so that nothing is resampled between them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import score_of
from engine.explain.explanation import Explanation, Method, Request
from engine.explain.scores import Asked
from engine.inference.predict import probabilities_of
from engine.overlay.project import project

Inputs = NDArray[np.float32]


@dataclass(frozen=True)
class Scores:
    """What a model says of N inputs about one target.

    Attributes:
        logits: (N,) float64, with the target's sign; against another target, their difference.
        probabilities: (N,) float64, the target's, 0..1, before the bundle's calibration.
    """

    logits: NDArray[np.float64]
    probabilities: NDArray[np.float64]

    def part(self, chosen: slice) -> "Scores":
        """Some of them."""
        return Scores(self.logits[chosen], self.probabilities[chosen])


class TargetScorer(Asked):
    """Logits and probabilities of one request's target, in batches."""

    def __call__(self, inputs: Inputs) -> Scores:
        """(N, ...) float32 network inputs -> their scores."""
        return joined(list(self.each_batch(inputs)))

    def each_batch(self, inputs: Inputs) -> Iterator[Scores]:
        """The same batch by batch, so that a generator can report and stop in between."""
        target = self.request.target
        for logits, output in self.each_answer(inputs):
            own = probabilities_of(self.request.model, logits, output)[:, target.column]
            wide = own.astype(np.float64)
            probabilities = wide if target.sign > 0 else 1.0 - wide
            yield Scores(score_of(self.request, logits), probabilities)


def joined(parts: list[Scores]) -> Scores:
    """Scores of consecutive batches as one."""
    logits, probabilities = (
        np.concatenate([getattr(part, name) for part in parts])
        for name in ("logits", "probabilities")
    )
    return Scores(logits, probabilities)


@dataclass(frozen=True)
class Case:
    """One explanation, what it was asked for, and the model that can be asked again.

    Attributes:
        method: who made the map.
        request: what was asked.
        explanation: the answer.
        importance: (H, W) float64, the map at the pixels of the network's input, signed.
        scorer: asks the model about other inputs.
    """

    method: Method
    request: Request
    explanation: Explanation
    importance: NDArray[np.float64]
    scorer: TargetScorer
    _kept: dict[tuple[str, int], NDArray] = field(default_factory=dict, repr=False, compare=False)

    @property
    def size_hw(self) -> tuple[int, int]:
        """(height, width) of the network's input."""
        return self.importance.shape

    @cached_property
    def own(self) -> Scores:
        """The scores of the request's own input, asked for once."""
        return self.scorer(self.request.tensor)

    def maps(self, draws: int) -> list[NDArray[np.float64]]:
        """The map, then its shuffled copies, each (H, W); experiments share them."""
        return [self.importance, *(self.shuffled(draw) for draw in range(draws))]

    def shuffled(self, draw: int) -> NDArray[np.float64]:
        """(H, W) the control: the map's own values, dealt out anew to its cells or superpixels.

        It has the map's resolution, its values and nothing else of it, so what it reaches is
        what the map would reach by chance.

        Args:
            draw: number of the draw; with the request's seed it fixes the result.
        """
        return self._once("shuffled", draw, lambda: self._dealt(draw))

    def order(self, number: int) -> NDArray[np.int64]:
        """(H x W,) pixels of one of `maps` from the most to the least important."""
        values = self.importance if number == 0 else self.shuffled(number - 1)
        seed = (self.request.seed, number)
        return self._once("order", number, lambda: order_of(values, seed))

    def mixed(self, shown: NDArray, fill: Inputs) -> Inputs:
        """The input where a mask shows it, the fill elsewhere.

        Args:
            shown: (N, H, W), 1 or True shows the input, 0 or False the fill.
            fill: (1, ...) a network input.

        Returns:
            (N, ...) float32.
        """
        axis = 1 if self.request.model.manifest.recipe.layout == "nchw" else 3
        masks = np.expand_dims(shown, axis)
        if masks.dtype == bool:
            return np.where(masks, self.request.tensor, fill)
        masks = masks.astype(np.float32)
        return masks * self.request.tensor + (np.float32(1.0) - masks) * fill

    def scores_under(self, shown: NDArray, fill: Inputs) -> Iterator[Scores]:
        """Scores of the input under (N, H, W) masks, see `mixed`, batch by batch."""
        done = 0
        while done < len(shown):
            some = shown[done : done + self.scorer.size.size]
            yield self.scorer(self.mixed(some, fill))
            done += len(some)

    def _dealt(self, draw: int) -> NDArray[np.float64]:
        random = np.random.default_rng((self.request.seed, draw))
        made, regions = self.explanation.map, self.explanation.regions
        if regions is None:
            dealt = random.permutation(made.ravel()).reshape(made.shape)
        else:
            firsts = np.unique(regions, return_index=True)[1]
            values = random.permutation(made.ravel()[firsts])
            dealt = values[np.searchsorted(regions.ravel()[firsts], regions)]
        return importance_of(self.request, replace(self.explanation, map=dealt))

    def _once(self, what: str, number: int, make: Callable[[], NDArray]) -> NDArray:
        if (what, number) not in self._kept:
            self._kept[what, number] = make()
        return self._kept[what, number]


def order_of(importance: NDArray[np.float64], seed: tuple[int, ...]) -> NDArray[np.int64]:
    """(H x W,) pixels from the most to the least important; equal ones in random order."""
    values = importance.ravel()
    random = np.random.default_rng((*seed, 7)).permutation(values.size)
    return random[np.argsort(-values[random], kind="stable")]


def case_of(method: Method, request: Request, explanation: Explanation) -> Case:
    """The case of an explanation that this request was answered with."""
    importance = importance_of(request, explanation)
    return Case(method, request, explanation, importance, TargetScorer(request))


def importance_of(request: Request, explanation: Explanation) -> NDArray[np.float64]:
    """(H, W) the map's values at the pixel centres of the network's input, half-pixel bilinear."""
    recipe = request.model.manifest.recipe
    placed = project(explanation, (recipe.height, recipe.width), request.to_image.inverse())
    return np.nan_to_num(placed.astype(np.float64))  # rounding may leave the outermost edge
