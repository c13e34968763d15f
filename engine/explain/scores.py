"""The explained number of many inputs: what every perturbation method asks the model for."""

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import score_of
from engine.explain.batches import Batched, in_batches
from engine.explain.explanation import Request


class Perturbation:
    """What holds for methods that change the input and look at the score, unless they differ."""

    family: ClassVar[str] = "perturbation"
    is_signed: ClassVar[bool] = True
    resolution: ClassVar[str] = "input"
    is_deterministic: ClassVar[bool] = False
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset()


class Scorer(Batched):
    """Scores of inputs for one request, in batches.

    The score is the target's logit with its sign; against another target, the difference of both.

    Args:
        request: whose target is scored; its own input is not touched.

    Attributes:
        runs: inputs scored so far.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.runs = 0
        super().__init__(request.model, "scores", request.model.scores, request.tensor)

    def __call__(self, inputs: NDArray[np.float32]) -> NDArray[np.float64]:
        """(N, ...) float32 network inputs -> (N,) float64 scores."""
        return np.concatenate(list(self.each_batch(inputs)))

    def each_batch(self, inputs: NDArray[np.float32]) -> Iterator[NDArray[np.float64]]:
        """The same batch by batch, so that a generator can report and stop in between."""
        for logits in in_batches(inputs, self.size, self._logits):
            self.runs += len(logits)
            yield score_of(self.request, logits)

    def _logits(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        return self.request.model.scores(inputs)[0]


def score_of_input(request: Request) -> tuple[float, str]:
    """The explained score of the request's own input, and the provider that computed it."""
    logits = request.model.scores(request.tensor)[0]
    return float(score_of(request, logits)[0]), request.model.provider
