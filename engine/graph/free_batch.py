"""A batch size that was fixed at 1 in a model, set free.

Exporters that are shown one image write its batch size 1 into the targets of Reshape, Expand and
Resize, and join stored tensors of batch 1 to those of the image. The batch is followed through the
graph by shape inference for two batch sizes: the axis whose size differs carries it. There the
written 1 is replaced, so that the batch stays the outermost factor of the axis it lies in; nothing
else changes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from onnx import ModelProto, NodeProto, helper, numpy_helper

from engine.errors import ModelError
from engine.graph.facts import GraphFacts, Shape, attributes
from engine.language import said

# Stored tensors of more elements are weights: shape inference needs their shape only.
_SMALL = 4096
_SIZES = (5, 7)


@dataclass(frozen=True)
class _Facts:
    """What is known of the model for batch 1, as it was, and for two other sizes, as it is."""

    fixed: GraphFacts
    grown: tuple[GraphFacts, GraphFacts]

    def axis(self, tensor: str) -> int | None:
        """The one axis that grows with the batch."""
        small, large = (facts.shape(tensor) for facts in self.grown)
        if not _is_known(small) or not _is_known(large) or len(small) != len(large):
            return None
        found = [axis for axis, size in enumerate(small) if size != large[axis]]
        return found[0] if len(found) == 1 else None

    def written(self, tensor: str) -> np.ndarray | None:
        """The value of a tensor that does not follow the batch, where it is seen."""
        small, large = (facts.initializer(tensor) for facts in self.grown)
        is_same = small is not None and large is not None and np.array_equal(small, large)
        return small if is_same else None

    def size(self, tensor: str, axis: int) -> int | None:
        """Size of a stored tensor along an axis."""
        value = self.fixed.initializer(tensor)
        shape = self.fixed.shape(tensor) if value is None else value.shape
        size = shape[axis] if shape and axis < len(shape) else None
        return size if isinstance(size, int) else None


def free_batch(model: ModelProto, fixed: GraphFacts) -> None:
    """Let nodes copy the batch size instead of having it written in them (changed in place).

    Args:
        model: a model with one input, whose weights are not inputs.
        fixed: facts of the same model, batch 1.

    Raises:
        ModelError: the shapes contradict another batch size.
    """
    facts = _Facts(fixed, _grown(model, fixed.input_name))
    position = 0
    while position < len(model.graph.node):
        node = model.graph.node[position]
        change = _CHANGES.get(node.op_type)
        before = change(model, node, facts) if change else None
        if before is not None:
            for offset, extra in enumerate(before):
                model.graph.node.insert(position + offset, extra)
            position += len(before)
            facts = _Facts(fixed, _grown(model, fixed.input_name))
        position += 1


def _free_reshape(model: ModelProto, node: NodeProto, facts: _Facts) -> list[NodeProto] | None:
    """The target's axis that takes up the batch is copied (0) or worked out (-1)."""
    axis = facts.axis(node.input[0])
    source, target = (facts.fixed.shape(name) for name in (node.input[0], node.output[0]))
    if axis is None or facts.written(node.input[1]) is None:
        return None
    if not _is_known(source) or not _is_known(target) or 0 in target:
        return None
    outside = math.prod(source[:axis])
    is_kept = source[: axis + 1] == target[: axis + 1]
    if outside != 1 and not is_kept:
        raise ModelError(
            said(
                "node '{node}' folds the images of a batch between other axes",
                node=node.name or node.output[0],
            ),
            details={"from": str(source), "to": str(target)},
        )
    freed = list(target)
    freed[axis if is_kept else 0] = 0 if is_kept else -1
    others = [a for a in node.attribute if a.name != "allowzero"]
    del node.attribute[:]
    node.attribute.extend(others)
    node.input[1] = _stored(model, node, freed)
    return []


def _free_expand(model: ModelProto, node: NodeProto, facts: _Facts) -> list[NodeProto] | None:
    """A 1 in the target keeps the size of the input."""
    axis, source = facts.axis(node.input[0]), facts.fixed.shape(node.input[0])
    target = facts.written(node.input[1])
    if axis is None or target is None or not source or len(target) != len(source):
        return None
    if target[axis] != source[axis]:
        return None
    node.input[1] = _stored(model, node, [1 if i == axis else d for i, d in enumerate(target)])
    return []


def _free_resize(model: ModelProto, node: NodeProto, facts: _Facts) -> list[NodeProto] | None:
    """The first of the sizes is read from the input."""
    if len(node.input) < 4 or not node.input[3] or "axes" in attributes(node):
        return None
    sizes = facts.written(node.input[3])
    if facts.axis(node.input[0]) != 0 or sizes is None:
        return None
    batch = _batch_of(model, node, node.input[0], 0)
    rest = _stored(model, node, sizes[1:])
    joined = f"{node.output[0]}/sizes"
    node.input[3] = joined
    return [*batch, helper.make_node("Concat", [batch[-1].output[0], rest], [joined], axis=0)]


def _free_concat(model: ModelProto, node: NodeProto, facts: _Facts) -> list[NodeProto] | None:
    """Stored tensors of batch 1 (a class token) are repeated for every image."""
    axes = [facts.axis(name) for name in node.input]
    carrier = next((i for i, axis in enumerate(axes) if axis is not None), None)
    alone = [i for i, axis in enumerate(axes) if axis is None]
    if carrier is None or not alone:
        return None
    axis, rank = axes[carrier], len(facts.grown[0].shape(node.input[carrier]))
    is_stored = all(facts.size(node.input[i], axis) == 1 for i in alone)
    if attributes(node)["axis"] % rank == axis or not is_stored:
        return None
    before = _batch_of(model, node, node.input[carrier], axis)
    ones = [_stored(model, node, [1] * count) for count in (axis, rank - axis - 1)]
    target = f"{node.output[0]}/each_image"
    parts = [ones[0], before[-1].output[0], ones[1]]
    before.append(helper.make_node("Concat", parts, [target], axis=0))
    for i in alone:
        repeated = f"{node.output[0]}/repeated_{i}"
        before.append(helper.make_node("Expand", [node.input[i], target], [repeated]))
        node.input[i] = repeated
    return before


_CHANGES = {
    "Reshape": _free_reshape,
    "Expand": _free_expand,
    "Resize": _free_resize,
    "Concat": _free_concat,
}


def _is_known(shape: Shape | None) -> bool:
    return shape is not None and all(isinstance(size, int) for size in shape)


def _batch_of(model: ModelProto, node: NodeProto, tensor: str, axis: int) -> list[NodeProto]:
    """Nodes whose last output is the size of a tensor along one axis, shape (1,)."""
    dims, size = f"{node.output[0]}/dims", f"{node.output[0]}/batch"
    place = _stored(model, node, [axis])
    return [
        helper.make_node("Shape", [tensor], [dims]),
        helper.make_node("Gather", [dims, place], [size], axis=0),
    ]


def _stored(model: ModelProto, node: NodeProto, values: Sequence[int]) -> str:
    """A new stored vector of integers."""
    name = f"{node.output[0]}/stored_{len(model.graph.initializer)}"
    model.graph.initializer.append(numpy_helper.from_array(np.asarray(values, np.int64), name))
    return name


def _grown(model: ModelProto, image: str) -> tuple[GraphFacts, GraphFacts]:
    """Facts for two batch sizes; large weights are declared as inputs, so that this is quick."""
    bones = ModelProto()
    bones.CopyFrom(model)
    large = [t for t in model.graph.initializer if math.prod(t.dims) > _SMALL]
    names = {t.name for t in large}
    kept = [t for t in model.graph.initializer if t.name not in names]
    del bones.graph.initializer[:]
    bones.graph.initializer.extend(kept)
    del bones.graph.value_info[:]
    for value in bones.graph.output:
        value.type.tensor_type.ClearField("shape")
    for tensor in large:
        bones.graph.input.append(
            helper.make_tensor_value_info(tensor.name, tensor.data_type, tensor.dims)
        )
    (given,) = (value for value in bones.graph.input if value.name == image)
    facts = []
    for size in _SIZES:
        given.type.tensor_type.shape.dim[0].dim_value = size
        facts.append(GraphFacts(bones))
    return facts[0], facts[1]
