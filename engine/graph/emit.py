"""Writing new nodes beside the nodes of a model.

The gradient builder and the graph editors add operators through an `Emitter`. It gives every node
and tensor a deterministic name (what it belongs to, the operator, a counter), stores equal
constants once, and hides where operator sets differ in passing axes as attribute or as input.
Models are at opset 17 or later here (`upgrade`).
"""

from collections.abc import Sequence

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from engine.graph.facts import opset_of

# Reductions whose axes became an input in the given opset (ReduceSum made the step earlier than
# the others).
_AXES_AS_INPUT_SINCE = {
    "ReduceSum": 13,
    "ReduceMean": 18,
    "ReduceMax": 18,
    "ReduceMin": 18,
    "ReduceProd": 18,
    "ReduceL1": 18,
    "ReduceL2": 18,
}


class Emitter:
    """Collects new nodes and constants for a model.

    Args:
        model: the model that the nodes will join; it is not changed until `append_to`.
        prefix: first part of every new name.
    """

    def __init__(self, model: ModelProto, prefix: str = "grad") -> None:
        self.opset = opset_of(model)
        self._taken = _names_in(model)
        self._prefix = prefix
        self._scope = ""
        self._count = 0
        self._constants: dict[tuple[str, tuple[int, ...], bytes], str] = {}
        self.nodes: list[NodeProto] = []
        self.initializers: list[TensorProto] = []

    def enter(self, scope: str) -> None:
        """Name what the following nodes belong to, such as the node being differentiated."""
        self._scope = scope

    def unused(self, stem: str) -> str:
        """The stem itself, or with a number behind it where the graph already uses the name."""
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}_{number}"
        self._taken.add(name)
        return name

    def constant(self, value: object, dtype: np.dtype | type = np.int64) -> str:
        """A stored tensor; equal values share one."""
        array = np.asarray(value, dtype)
        key = (array.dtype.str, array.shape, array.tobytes())
        if key not in self._constants:
            name = self.unused(f"{self._prefix}/const_{len(self._constants)}")
            self._constants[key] = name
            self.initializers.append(numpy_helper.from_array(array, name))
        return self._constants[key]

    def emit(
        self, op: str, *inputs: str, outputs: int = 1, **attrs: object
    ) -> str | tuple[str, ...]:
        """Add one node.

        Returns:
            The name of its output, or a tuple of names when several outputs are asked for.
        """
        self._count += 1
        stem = "/".join(part for part in (self._prefix, self._scope, f"{op}_{self._count}") if part)
        name = self.unused(stem)
        names = (
            (name,) if outputs == 1 else tuple(self.unused(f"{stem}.{i}") for i in range(outputs))
        )
        self.nodes.append(helper.make_node(op, list(inputs), list(names), name=name, **attrs))
        return names[0] if outputs == 1 else names

    def rename_last(self, name: str) -> None:
        """Give the single output of the newest node a name of its own."""
        self.nodes[-1].output[0] = name
        self._taken.add(name)

    def axes_op(self, op: str, x: str, axes: Sequence[int], *, keepdims: bool | None = None) -> str:
        """Squeeze, Unsqueeze or a reduction over the given axes."""
        extra = {} if keepdims is None else {"keepdims": int(keepdims)}
        if self.opset < _AXES_AS_INPUT_SINCE.get(op, 13):
            return self.emit(op, x, axes=list(axes), **extra)
        return self.emit(op, x, self.constant(list(axes)), **extra)

    def reshape(self, x: str, shape: Sequence[int]) -> str:
        """Reshape to constant dimensions; one may be -1, and 0 copies the input's."""
        return self.emit("Reshape", x, self.constant(list(shape)))

    def slice(
        self,
        x: str,
        starts: Sequence[int],
        ends: Sequence[int],
        axes: Sequence[int],
        steps: Sequence[int] | None = None,
    ) -> str:
        """Slice with constant bounds."""
        bounds = [self.constant(list(v)) for v in (starts, ends, axes)]
        return self.emit(
            "Slice", x, *bounds, *([] if steps is None else [self.constant(list(steps))])
        )

    def pad(self, x: str, pads: Sequence[int]) -> str:
        """Pad with zeros (negative counts crop); begin of every axis, then end of every axis."""
        return self.emit("Pad", x, self.constant(list(pads)))

    def split(self, x: str, sizes: Sequence[int], axis: int) -> tuple[str, ...]:
        """Cut into consecutive parts of the given sizes."""
        if len(sizes) == 1:
            return (x,)
        return self.emit("Split", x, self.constant(list(sizes)), outputs=len(sizes), axis=axis)

    def append_to(self, model: ModelProto) -> None:
        """Put the collected nodes and constants behind those of the model (changed in place)."""
        model.graph.node.extend(self.nodes)
        model.graph.initializer.extend(self.initializers)


def _names_in(model: ModelProto) -> set[str]:
    graph = model.graph
    names = {v.name for v in (*graph.input, *graph.output, *graph.initializer)}
    for node in graph.node:
        names.add(node.name)
        names.update(node.output)
    return names
