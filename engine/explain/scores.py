"""The explained number of many inputs: what every perturbation method asks the model for."""

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import score_of
from engine.explain.batches import Batched, in_batches
from engine.explain.explanation import Request

Array = NDArray[np.float32]


class Perturbation:
    """What holds for methods that change the input and look at the score, unless they differ."""

    family: ClassVar[str] = "perturbation"
    is_signed: ClassVar[bool] = True
    resolution: ClassVar[str] = "input"
    is_deterministic: ClassVar[bool] = False
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset()


class Asked(Batched):
    """The network asked about many inputs for one request; base of what makes scores of answers.

    Args:
        request: what the answers are for; its own input is not touched.

    Attributes:
        runs: inputs asked about so far.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.runs = 0
        super().__init__(request.model, "scores", request.model.scores, request.tensor)

    def each_answer(self, inputs: Array) -> Iterator[tuple[Array, Array]]:
        """(N, ...) network inputs -> (logits, outputs) batch by batch, counted."""
        for logits, output in in_batches(inputs, self.size, self.request.model.scores):
            self.runs += len(logits)
            yield logits, output


class Scorer(Asked):
    """Scores of inputs for one request, in batches.

    The score is the target's logit with its sign; against another target, the difference of both.
    """

    def __call__(self, inputs: Array) -> NDArray[np.float64]:
        """(N, ...) float32 network inputs -> (N,) float64 scores."""
        return np.concatenate(list(self.each_batch(inputs)))

    def each_batch(self, inputs: Array) -> Iterator[NDArray[np.float64]]:
        """The same batch by batch, so that a generator can report and stop in between."""
        for logits, _ in self.each_answer(inputs):
            yield score_of(self.request, logits)


def score_of_input(request: Request) -> tuple[float, str]:
    """The explained score of the request's own input, and the provider that computed it."""
    logits = request.model.scores(request.tensor)[0]
    return float(score_of(request, logits)[0]), request.model.provider
