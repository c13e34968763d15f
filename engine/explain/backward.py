"""One run forward to the logits and back to one tensor: what all gradient methods share.

The backward part covers only the nodes between that tensor and the logits. The graph and its
session are built once per model and tensor. The class is a one-hot seed input, so all classes share
one graph.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.autodiff.build import GradientModel, build_gradient_model
from engine.errors import InvalidOutput
from engine.inference.model import Model
from engine.inference.session import Session
from engine.inference.target import Target


@dataclass(frozen=True)
class Flow:
    """What one run forward and back brought.

    Attributes:
        score: the target's logit, with its sign.
        activation: the tensor's value, in the graph's own layout.
        gradient: d(score)/d(tensor), same shape.
        provider: execution provider that computed it.
        notes: how gradients were approximated, if they were.
    """

    score: float
    activation: NDArray[np.float32]
    gradient: NDArray[np.float32]
    provider: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Backward:
    """A backward graph to one tensor, ready to run."""

    model: Model
    tensor: str
    graph: GradientModel
    session: Session

    def run(self, network_input: NDArray[np.float32], target: Target) -> Flow:
        """Runs one input for one target.

        Args:
            network_input: (1, ...) float32.
            target: whose logit is differentiated.

        Raises:
            InvalidOutput: a value or gradient is NaN or infinite.
            Cancelled: the model was stopped meanwhile.
        """
        feeds = {
            self.model.facts.input_name: network_input,
            self.graph.seed_input: self._seed(target),
        }
        gradient_name = self.graph.gradients[self.tensor]
        logits, activation, gradient = self.session.run(
            (self.model.score.logits, self.tensor, gradient_name), feeds
        )
        for name, array in (("score", logits), ("activation", activation), ("gradient", gradient)):
            if not np.isfinite(array).all():
                raise InvalidOutput(
                    f"the {name} at {self.tensor} is NaN or infinite, so there is no explanation",
                    hint="Choose another layer or method.",
                )
        score = target.sign * float(logits.reshape(-1)[target.column])
        return Flow(score, activation, gradient, self.session.provider, self.graph.notes)

    def _seed(self, target: Target) -> NDArray[np.float32]:
        seed = np.zeros(self.model.score.class_count, dtype=np.float32)
        seed[target.column] = target.sign
        return seed.reshape(
            [
                1 if axis != self.model.score.axis else -1
                for axis in range(len(self.model.score.shape))
            ]
        )


def backward_to(model: Model, tensor: str) -> Backward:
    """The backward graph of `model` to `tensor`, built once.

    Raises:
        UnsupportedOperator: an operator between the tensor and the logits has no gradient rule.
    """

    def build() -> Backward:
        graph = build_gradient_model(
            model.graph, score=model.score.logits, wrt=(tensor,), also=(tensor,)
        )
        return Backward(model, tensor, graph, model.open_session(graph.model, batch=1))

    return model.derived(f"backward to {tensor}", build)
