"""What a network adds by itself: the biases of its layers and their shares of a score.

A piecewise linear network is, around one input, y = sum(x * dy/dx) + sum(b * dy/db) over all its
biases. The share of a bias is computed at the tensor that it is added to, where it still has
places.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper

from engine.autodiff.build import GradientModel, active_nodes, build_gradient_model
from engine.graph.cut import BATCH
from engine.graph.emit import Emitter
from engine.graph.facts import GraphFacts, attributes
from engine.graph.layers import trace_layouts
from engine.graph.upgrade import upgraded


@dataclass(frozen=True)
class Bias:
    """Something stored that is added to a tensor.

    Attributes:
        tensor: the tensor that it is part of.
        values: what was added, of a shape that spreads over the tensor's.
    """

    tensor: str
    values: NDArray[np.floating]


@dataclass(frozen=True)
class BiasShares:
    """A backward graph that also returns what every bias gives to the score.

    Attributes:
        gradient: the graph, its seed and the input's gradient.
        totals: names of (N,) outputs, one per bias: the sum over places and channels of its shares.
        planes: names of (N, h, w) outputs, one per bias with places: magnitudes of its shares,
            brought to 0..1 over all places and channels, then added up over channels.
    """

    gradient: GradientModel
    totals: tuple[str, ...]
    planes: tuple[str, ...]


def bias_shares(model: ModelProto, source: str, score: str) -> BiasShares:
    """The backward graph from a score to its input and to every bias in between.

    Args:
        model: the classifier.
        source: its input.
        score: tensor to differentiate.

    Raises:
        UnsupportedOperator: an operator has no gradient rule.
    """
    model = upgraded(model)
    facts = GraphFacts(model)
    found = biases_between(facts, source, score)
    wrt = dict.fromkeys((source, *(bias.tensor for bias in found)))
    gradient = build_gradient_model(model, score=score, wrt=tuple(wrt))
    writer = _Writer(facts, Emitter(gradient.model, "bias"))
    for bias in found:
        writer.add(bias, gradient.gradients[bias.tensor])
    outputs = [v for v in gradient.model.graph.output if v.name not in gradient.gradients.values()]
    outputs += [v for v in gradient.model.graph.output if v.name == gradient.gradients[source]]
    del gradient.model.graph.output[:]
    gradient.model.graph.output.extend([*outputs, *writer.declared])
    writer.emitter.append_to(gradient.model)
    return BiasShares(gradient, tuple(writer.totals), tuple(writer.planes))


def biases_between(facts: GraphFacts, source: str, score: str) -> tuple[Bias, ...]:
    """Everything stored that is added on the way from `source` to `score`."""
    found = []
    nodes = active_nodes(facts, (source,), score)
    moving = {source, *(name for node in nodes for name in node.output)}
    for node in nodes:
        read = _ADDED.get(node.op_type)
        values = None if read is None else read(facts, node, moving)
        if values is not None and np.any(values):
            found.append(Bias(node.output[0], values))
    return tuple(found)


def _of_convolution(facts: GraphFacts, node: NodeProto, moving: set[str]) -> NDArray | None:
    bias = facts.initializer(node.input[2]) if len(node.input) > 2 and node.input[2] else None
    rank = len(facts.shape(node.output[0]) or (1, 1, 1, 1))
    return None if bias is None else bias.reshape(1, -1, *[1] * (rank - 2))


def _of_gemm(facts: GraphFacts, node: NodeProto, moving: set[str]) -> NDArray | None:
    bias = facts.initializer(node.input[2]) if len(node.input) > 2 and node.input[2] else None
    beta = attributes(node).get("beta", 1.0)
    return None if bias is None else np.atleast_2d(bias) * bias.dtype.type(beta)


def _of_normalization(facts: GraphFacts, node: NodeProto, moving: set[str]) -> NDArray | None:
    stored = [facts.initializer(name) for name in node.input[1:5]]
    if any(values is None for values in stored):
        return None
    scale, shift, mean, variance = stored
    epsilon = attributes(node).get("epsilon", 1e-5)
    rank = len(facts.shape(node.output[0]) or (1, 1, 1, 1))
    added = shift - mean * scale / np.sqrt(variance + epsilon)
    return added.astype(scale.dtype).reshape(1, -1, *[1] * (rank - 2))


def _of_sum(facts: GraphFacts, node: NodeProto, moving: set[str]) -> NDArray | None:
    fixed = [facts.initializer(name) for name in node.input if name not in moving]
    if not fixed or any(values is None for values in fixed):
        return None
    total = sum(fixed[1:], start=fixed[0])
    is_taken_away = node.op_type == "Sub" and node.input[0] in moving
    return -total if is_taken_away else total


_ADDED: dict[str, Callable[[GraphFacts, NodeProto, set[str]], NDArray | None]] = {
    "Conv": _of_convolution,
    "ConvTranspose": _of_convolution,
    "Gemm": _of_gemm,
    "BatchNormalization": _of_normalization,
    "Add": _of_sum,
    "Sub": _of_sum,
    "Sum": _of_sum,
}


class _Writer:
    """Writes the share of one bias after another into a gradient graph."""

    def __init__(self, facts: GraphFacts, emitter: Emitter) -> None:
        self.facts = facts
        self.emitter = emitter
        self.layouts = trace_layouts(facts)
        self.totals: list[str] = []
        self.planes: list[str] = []
        self.declared: list[object] = []

    def add(self, bias: Bias, gradient: str) -> None:
        """The outputs of one bias, given d(score)/d(its tensor)."""
        self.emitter.enter(bias.tensor)
        kind = self.facts.dtype(bias.tensor) or np.dtype(np.float32)
        share = self.emitter.emit("Mul", gradient, self.emitter.constant(bias.values, kind))
        axes = tuple(range(1, len(self.facts.shape(bias.tensor) or ())))
        total = self.emitter.axes_op("ReduceSum", share, axes, keepdims=False)
        self.totals.append(self._output(total, bias, (BATCH,)))
        marks = self.layouts.get(bias.tensor)
        if marks is not None and set("CHW") <= set(marks):
            plane = self._plane(share, axes, marks.index("C"), kind)
            self.planes.append(self._output(plane, bias, (BATCH, None, None)))

    def _plane(self, share: str, axes: Sequence[int], channel: int, kind: np.dtype) -> str:
        emit, axes_op = self.emitter.emit, self.emitter.axes_op
        size = emit("Abs", share)
        low = axes_op("ReduceMin", size, axes, keepdims=True)
        high = axes_op("ReduceMax", size, axes, keepdims=True)
        tiny = self.emitter.constant(np.finfo(kind).tiny, kind)
        span = emit("Max", emit("Sub", high, low), tiny)
        scaled = emit("Div", emit("Sub", size, low), span)
        return axes_op("ReduceSum", scaled, [channel], keepdims=False)

    def _output(self, name: str, bias: Bias, shape: Sequence[object]) -> str:
        code = self.facts.element_type(bias.tensor) or TensorProto.FLOAT
        self.declared.append(helper.make_tensor_value_info(name, code, list(shape)))
        return name
