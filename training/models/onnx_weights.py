"""Weights of Keras layers, read back from the constants of an exported ONNX graph.

An export changes how weights are written, not what they compute: a batch normalisation behind a
convolution is folded into it, elsewhere it becomes Mul + Add, zero biases vanish. From the tensor
that a Keras layer became (`engine.bundle.manifest.LayerName`) the graph is followed backwards over
constants until the operator with the kernel; what was met on the way is folded into that kernel.
"""

from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray

_KERNEL_OPS = ("Conv", "MatMul", "Gemm")
_PLAIN = ("Identity", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Flatten", "Cast")
_ACTIVATIONS = ("Relu", "Clip", "LeakyRelu", "Sigmoid", "Tanh", "Elu", "Softmax", "Selu")

Array = NDArray[np.float32]


class NotFound(Exception):
    """The graph does not hold these weights in a form that is known; the text says what is met."""


@dataclass
class Affine:
    """What the graph computes between two tensors: ``y = scale * core(x) + shift`` per channel.

    Attributes:
        scale: (C,) float64, or 1.
        shift: (C,) float64, or 0.
        core: the operator with a kernel that the way ends at; None where it ends at another tensor.
        start: name of the tensor that goes into it.
    """

    scale: NDArray[np.float64] = field(default_factory=lambda: np.ones(1))
    shift: NDArray[np.float64] = field(default_factory=lambda: np.zeros(1))
    core: onnx.NodeProto | None = None
    start: str = ""


class Graph:
    """An ONNX graph that can be followed backwards.

    Args:
        model: the file's bytes.
    """

    def __init__(self, model: bytes) -> None:
        graph = onnx.load_from_string(model).graph
        self._makers = {name: node for node in graph.node for name in node.output}
        self._constants = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}
        for node in graph.node:
            if node.op_type == "Constant":
                value = next(one for one in node.attribute if one.name == "value")
                self._constants[node.output[0]] = onnx.numpy_helper.to_array(value.t)

    def before_activation(self, tensor: str) -> str:
        """The tensor in front of the activation that made this one, else this one itself."""
        node = self._makers.get(self._past_plain(tensor))
        if node is None:
            return tensor
        if node.op_type in _ACTIVATIONS:
            return node.input[0]
        if node.op_type == "Mul":  # swish: x * sigmoid(x)
            for mine, other in (node.input, reversed(node.input)):
                gate = self._makers.get(other)
                if gate is not None and gate.op_type == "Sigmoid" and gate.input[0] == mine:
                    return mine
        return tensor

    def follow(self, tensor: str, until: str = "") -> Affine:
        """From a tensor backwards to an operator with a kernel, to `until`, or to anything else."""
        way = Affine(start=tensor)
        goal = self._past_plain(until) if until else ""
        while True:
            way.start = self._past_plain(way.start)
            node = self._makers.get(way.start)
            if node is None or (goal and way.start == goal):
                return way
            if node.op_type in _KERNEL_OPS:
                way.core = node
                return way
            constant, other = self._with_constant(node)
            if constant is None:
                return way
            values = np.asarray(constant, np.float64).ravel()
            if node.op_type == "Add":
                way.shift = way.shift + way.scale * values
            elif node.op_type == "Mul":
                way.scale = way.scale * values
            elif node.op_type == "Sub" and other == node.input[0]:
                way.shift = way.shift - way.scale * values
            elif node.op_type == "Div" and other == node.input[0]:
                way.scale = way.scale / values
            else:
                return way
            way.start = other

    def kernel(self, node: onnx.NodeProto) -> tuple[Array, NDArray[np.float64], int]:
        """Kernel in the ONNX order, its own bias (or 0), and its groups.

        Raises:
            NotFound: the kernel is computed, not stored.
        """
        constants = [self._constants.get(self._past_plain(name)) for name in node.input[1:]]
        if not constants or constants[0] is None:
            raise NotFound(f"{node.op_type} {node.name!r} has no stored kernel")
        kernel = np.asarray(constants[0])
        if node.op_type == "Gemm" and _attribute(node, "transB", 0):
            kernel = kernel.T
        bias = constants[1] if len(constants) > 1 else None
        own = np.zeros(1) if bias is None else np.asarray(bias, np.float64).ravel()
        return kernel, own, int(_attribute(node, "group", 1))

    def _past_plain(self, tensor: str) -> str:
        """The tensor that holds the same numbers further back."""
        while (node := self._makers.get(tensor)) is not None and node.op_type in _PLAIN:
            tensor = node.input[0]
        return tensor

    def _with_constant(self, node: onnx.NodeProto) -> tuple[NDArray | None, str]:
        """The constant of an operator of two, and the name of its other input."""
        if node.op_type not in ("Add", "Mul", "Sub", "Div"):
            return None, ""
        for mine, other in ((0, 1), (1, 0)):
            found = self._constants.get(self._past_plain(node.input[mine]))
            if found is not None:
                return found, node.input[other]
        return None, ""


def convolution(graph: Graph, way: Affine) -> tuple[Array, Array]:
    """(h, w, C, K) kernel and (K,) bias of a Keras convolution. Raises NotFound."""
    kernel, scale, shift, groups = _core(graph, way, "Conv")
    if groups != 1:
        raise NotFound(f"a convolution in {groups} groups")
    folded = kernel.astype(np.float64).transpose(2, 3, 1, 0) * scale
    return folded.astype(np.float32), shift.astype(np.float32)


def depthwise(graph: Graph, way: Affine, multiplier: int) -> tuple[Array, Array]:
    """(h, w, C, multiplier) kernel and (C * multiplier,) bias. Raises NotFound."""
    kernel, scale, shift, groups = _core(graph, way, "Conv")
    folded = kernel.astype(np.float64) * scale[:, None, None, None]  # (C * m, 1, h, w)
    if folded.shape[0] != groups * multiplier or folded.shape[1] != 1:
        raise NotFound(f"a depthwise convolution of shape {folded.shape} in {groups} groups")
    by_channel = folded[:, 0].reshape(groups, multiplier, *folded.shape[2:])
    return by_channel.transpose(2, 3, 0, 1).astype(np.float32), shift.astype(np.float32)


def dense(graph: Graph, way: Affine) -> tuple[Array, Array]:
    """(F, K) kernel and (K,) bias of a dense layer. Raises NotFound."""
    kernel, scale, shift, _ = _core(graph, way, "MatMul", "Gemm")
    return (kernel.astype(np.float64) * scale).astype(np.float32), shift.astype(np.float32)


def _core(
    graph: Graph, way: Affine, *kinds: str
) -> tuple[Array, NDArray[np.float64], NDArray[np.float64], int]:
    """Kernel, and per output channel the factor on it and what is added. Raises NotFound."""
    if way.core is None or way.core.op_type not in kinds:
        met = "nothing" if way.core is None else way.core.op_type
        raise NotFound(f"{' or '.join(kinds)} was looked for, {met} was met")
    kernel, bias, groups = graph.kernel(way.core)
    units = kernel.shape[0] if way.core.op_type == "Conv" else kernel.shape[1]
    shift = np.broadcast_to(way.scale * bias + way.shift, (units,))
    return kernel, np.broadcast_to(way.scale, (units,)), shift, groups


def _attribute(node: onnx.NodeProto, name: str, default: int) -> int:
    return next((one.i for one in node.attribute if one.name == name), default)
