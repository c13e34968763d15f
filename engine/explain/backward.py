"""Runs forward to the logits and back to one tensor: what all gradient methods share.

`backward_to` feeds the network's input; the backward part covers only the nodes between the tensor
and the logits. `tail_from` feeds the tensor itself: the network behind it, forward and back. Graphs
and sessions are built once per model. The class is a seed input, so all classes share one graph,
and the rows of a batch may ask for different ones.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.autodiff.build import GradientModel, build_gradient_model
from engine.autodiff.overrides import find_override
from engine.errors import InvalidOutput
from engine.explain.explanation import Request
from engine.graph.cut import extract
from engine.inference.model import Model
from engine.inference.session import Session
from engine.language import said

Array = NDArray[np.float32]
# Overrides that run images beside their baselines: no run of theirs has a single row.
PAIRED = frozenset({"deep-lift"})


@dataclass(frozen=True)
class Flow:
    """What one run forward and back brought, for N inputs.

    Attributes:
        logits: (N, C).
        activation: (N, ...) the tensor's values, in the graph's own layout.
        gradient: (N, ...) d(seed . logits)/d(tensor), shaped as the activation.
        provider: execution provider that computed it.
        notes: how gradients were approximated, if they were.
    """

    logits: Array
    activation: Array
    gradient: Array
    provider: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Backward:
    """A backward graph to one tensor.

    Attributes:
        model: the network.
        fed: the tensor that is fed: the network's input, or the cut tensor of a tail.
        tensor: the tensor differentiated by.
        graph: the gradient model.
        key: what its sessions are kept by with the model; each is opened at its first run.
        is_paired: whether every run has images beside their baselines, so never a single row.
    """

    model: Model
    fed: str
    tensor: str
    graph: GradientModel
    key: str
    is_paired: bool

    @property
    def single(self) -> Session:
        """The session planned for one input."""
        if self.is_paired:
            return self.many
        return self.model.derived(
            f"{self.key}: one", lambda: self.model.open_session(self.graph.model, batch=1)
        )

    @property
    def many(self) -> Session:
        """The session for any number of inputs."""
        return self.model.derived(
            f"{self.key}: many", lambda: self.model.open_session(self.graph.model)
        )

    def open(self, *, is_part: bool = False) -> None:
        """Opens the session of one input, or of batches, before the first `run` does."""
        _ = self.many if is_part else self.single

    def run(self, inputs: Array, seeds: Array, *, is_part: bool = False) -> Flow:
        """Runs N inputs, each for the class of its seed row.

        Args:
            inputs: (N, ...) float32.
            seeds: (N, C) float32: weights of the logits, one-hot for a class.
            is_part: one batch of several, which all go through the same session, whatever their
                sizes.

        Raises:
            InvalidOutput: a value or gradient is NaN or infinite.
            Cancelled: the model was stopped meanwhile.
        """
        score = self.model.score
        shape = [1] * len(score.shape)
        shape[0], shape[score.axis] = len(inputs), score.class_count
        feeds = {self.fed: inputs, self.graph.seed_input: seeds.reshape(shape)}
        session = self.single if len(inputs) == 1 and not is_part else self.many
        names = (score.logits, self.tensor, self.graph.gradients[self.tensor])
        wanted = names[:1] + names[2:] if self.tensor == self.fed else names
        found = dict(zip(wanted, session.run(wanted, feeds), strict=True))
        found.setdefault(self.tensor, inputs)
        parts = (said("score"), said("activation"), said("gradient"))
        for what, name in zip(parts, names, strict=True):
            if not np.isfinite(found[name]).all():
                raise InvalidOutput(
                    said(
                        "the {what} at {tensor} is NaN or infinite, so there is no explanation",
                        what=what,
                        tensor=self.tensor,
                    ),
                    hint=said("Choose another layer or method."),
                )
        logits, activation, gradient = (found[name] for name in names)
        logits = logits.reshape(len(inputs), -1)
        return Flow(logits, activation, gradient, session.provider, self.graph.notes)

    def run_request(self, request: Request) -> Flow:
        """The request's own input, for its own target."""
        return self.run(request.tensor, seeds_of(request, 1))


def seeds_of(request: Request, count: int) -> Array:
    """(count, C): the request's score, as weights of the logits, for every row of a batch."""
    return np.repeat(score_weights(request)[None].astype(np.float32), count, axis=0)


def score_weights(request: Request) -> NDArray[np.float64]:
    """(C,) how much each logit counts in the explained score: one-hot, or a difference of two."""
    weights = np.zeros(request.model.score.class_count)
    weights[request.target.column] += request.target.sign
    if request.against is not None:
        weights[request.against.column] -= request.against.sign
    return weights


def score_of(request: Request, logits: Array) -> NDArray[np.float64]:
    """(N, C) logits -> (N,) explained scores."""
    return logits.astype(np.float64) @ score_weights(request)


def backward_to(model: Model, tensor: str, override: str = "") -> Backward:
    """From the network's input to the logits and back to a tensor (the input too), built once.

    Args:
        model: the network.
        tensor: the tensor to differentiate by.
        override: id of a variant of the gradient, as in `engine.autodiff.overrides`; "" for none.

    Raises:
        UnsupportedOperator: an operator between the tensor and the logits has no gradient rule.
        RequestError: the override is not defined for this network.
    """
    key = f"backward to {tensor} {override}"

    def build() -> Backward:
        graph = build_gradient_model(
            model.graph,
            score=model.score.logits,
            wrt=(tensor,),
            also=(tensor,),
            overrides=find_override(override) if override else None,
        )
        return Backward(model, model.facts.input_name, tensor, graph, key, override in PAIRED)

    return model.derived(key, build)


def tail_from(model: Model, tensor: str, override: str = "") -> Backward:
    """From a tensor to the logits and back to it: the network behind a layer, built once.

    Raises:
        RequestError: the network cannot be cut there; the message names what goes around.
        UnsupportedOperator: an operator behind the tensor has no gradient rule.
    """
    key = f"tail from {tensor} {override}"

    def build() -> Backward:
        tail = extract(model.graph, [tensor], [model.score.logits])
        graph = build_gradient_model(
            tail,
            score=model.score.logits,
            wrt=(tensor,),
            overrides=find_override(override) if override else None,
        )
        return Backward(model, tensor, tensor, graph, key, override in PAIRED)

    return model.derived(key, build)


def trunk_to(model: Model, tensor: str) -> Session:
    """From the network's input to a tensor, forward only: the network before a layer, built once.

    Raises:
        RequestError: the tensor does not follow from the input.
    """

    def build() -> Session:
        return model.open_session(extract(model.graph, [model.facts.input_name], [tensor]))

    return model.derived(f"trunk to {tensor}", build)
