"""An exported convolutional network run by torch: same graph, same weights, another engine.

For measuring gradients beside torch's autograd without writing every architecture twice. Only the
operators of convolutional classifiers; anything else raises KeyError.
"""

from collections.abc import Callable, Mapping

import numpy as np
import torch
from onnx import ModelProto, NodeProto
from torch.nn import functional

from engine.graph.facts import GraphFacts, attributes
from engine.graph.upgrade import upgraded

Tensors = list[torch.Tensor]


class TorchGraph:
    """The tensors of an ONNX graph up to one of them, computed by torch in eval mode.

    Args:
        model: the network.
        score: the tensor to compute, such as the logits.
    """

    def __init__(self, model: ModelProto, score: str) -> None:
        self.facts = GraphFacts(upgraded(model))
        wanted = self.facts.ancestors_of([score])
        self.score = score
        self.nodes = [
            n
            for n in self.facts.nodes
            if n.output[0] in wanted and self.facts.initializer(n.output[0]) is None
        ]
        names = {i for n in self.nodes for i in n.input if i}
        values = {name: self.facts.initializer(name) for name in names}
        self.stored = {k: torch.from_numpy(v.copy()) for k, v in values.items() if v is not None}

    def __call__(self, image: torch.Tensor, kept: str = "") -> Tensors:
        """The score, and one more tensor where its name is given."""
        known: dict[str, torch.Tensor] = {**self.stored, self.facts.input_name: image}
        skipped: set[int] = set()
        for node in self.nodes:
            if id(node) in skipped:
                continue
            addend = self._norm(node, known)
            if addend is not None:
                node_after, shift = addend
                skipped.add(id(node_after))
                factor = self._constant_of(node)
                data = next(known[i] for i in node.input if i not in self.stored)
                known[node_after.output[0]] = torch.addcmul(shift, data, factor)
                continue
            inputs = [known[i] if i else None for i in node.input]
            known[node.output[0]] = _OPERATORS[node.op_type](attributes(node), inputs)
        return [known[self.score], *([known[kept]] if kept else [])]

    def _constant_of(self, node: NodeProto) -> torch.Tensor:
        return next(self.stored[i] for i in node.input if i in self.stored)

    def _norm(
        self, node: NodeProto, known: Mapping[str, torch.Tensor]
    ) -> tuple[NodeProto, torch.Tensor] | None:
        """``x * s + b`` with stored s and b, as exporters write a normalisation: one operator."""
        readers = self.facts.consumers(node.output[0])
        if node.op_type != "Mul" or not set(node.input) & set(self.stored) or len(readers) != 1:
            return None
        after = readers[0]
        shifts = [i for i in after.input if i in self.stored]
        return (after, self.stored[shifts[0]]) if after.op_type == "Add" and shifts else None


def _padding(attrs: Mapping[str, object], x: torch.Tensor, value: float) -> torch.Tensor:
    """The data with the padding that the operator asks for, where torch's own cannot say it."""
    pads = list(attrs.get("pads", [0, 0, 0, 0]))
    if attrs.get("auto_pad", "NOTSET") in ("SAME_UPPER", "SAME_LOWER"):
        raise KeyError("auto_pad")
    top, left, bottom, right = pads
    return functional.pad(x, (left, right, top, bottom), value=value) if any(pads) else x


def _conv(attrs: Mapping[str, object], inputs: Tensors) -> torch.Tensor:
    x, weight = inputs[:2]
    bias = inputs[2] if len(inputs) > 2 else None
    pads = list(attrs.get("pads", [0, 0, 0, 0]))
    strides, group = attrs.get("strides", [1, 1]), attrs.get("group", 1)
    dilations = attrs.get("dilations", [1, 1])
    if pads[:2] == pads[2:]:
        return functional.conv2d(x, weight, bias, strides, pads[:2], dilations, group)
    return functional.conv2d(_padding(attrs, x, 0.0), weight, bias, strides, 0, dilations, group)


def _max_pool(attrs: Mapping[str, object], inputs: Tensors) -> torch.Tensor:
    x = _padding(attrs, inputs[0], -np.inf)
    return functional.max_pool2d(x, attrs["kernel_shape"], attrs.get("strides"))


def _average_pool(attrs: Mapping[str, object], inputs: Tensors) -> torch.Tensor:
    if any(attrs.get("pads", ())):
        raise KeyError("padded AveragePool")
    return functional.avg_pool2d(inputs[0], attrs["kernel_shape"], attrs.get("strides"))


def _pad(attrs: Mapping[str, object], inputs: Tensors) -> torch.Tensor:
    _, _, top, left, _, _, bottom, right = (int(p) for p in inputs[1])
    return functional.pad(inputs[0], (left, right, top, bottom))


def _squeeze(attrs: Mapping[str, object], inputs: Tensors) -> torch.Tensor:
    return inputs[0].squeeze(tuple(int(a) for a in inputs[1]))


def _reshape(attrs: Mapping[str, object], inputs: Tensors) -> torch.Tensor:
    sizes = [inputs[0].shape[i] if int(d) == 0 else int(d) for i, d in enumerate(inputs[1])]
    return inputs[0].reshape(sizes)


def _gemm(attrs: Mapping[str, object], inputs: Tensors) -> torch.Tensor:
    weight = inputs[1].T if attrs.get("transB") else inputs[1]
    return inputs[0] @ weight + inputs[2]


_OPERATORS: dict[str, Callable[[Mapping[str, object], Tensors], torch.Tensor]] = {
    "Conv": _conv,
    "Relu": lambda attrs, inputs: functional.relu(inputs[0]),
    "Clip": lambda attrs, inputs: inputs[0].clamp(float(inputs[1]), float(inputs[2])),
    "Add": lambda attrs, inputs: inputs[0] + inputs[1],
    "Mul": lambda attrs, inputs: inputs[0] * inputs[1],
    "MaxPool": _max_pool,
    "AveragePool": _average_pool,
    "GlobalAveragePool": lambda attrs, inputs: inputs[0].mean((2, 3), keepdim=True),
    "GlobalMaxPool": lambda attrs, inputs: inputs[0].amax((2, 3), keepdim=True),
    "Pad": _pad,
    "Concat": lambda attrs, inputs: torch.cat(inputs, attrs["axis"]),
    "Transpose": lambda attrs, inputs: inputs[0].permute(attrs["perm"]),
    "Squeeze": _squeeze,
    "Reshape": _reshape,
    "Flatten": lambda attrs, inputs: inputs[0].flatten(1),
    "MatMul": lambda attrs, inputs: inputs[0] @ inputs[1],
    "Gemm": _gemm,
}
