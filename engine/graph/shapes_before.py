"""Shapes that the part behind a cut asks for, of tensors that lie before it.

Exporters read the batch size from the image with Shape nodes and use it far behind, in Reshape
targets. A tail has no image; what such a node gives is put together from the rows of the tensor
at the cut and the dimensions that are fixed.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from onnx import NodeProto, helper, numpy_helper

from engine.graph.facts import GraphFacts, attributes
from engine.graph.rows import rows_per_image


class ShapesBefore:
    """What Shape nodes give for tensors before a cut.

    Args:
        facts: the whole model.
        inputs: the tensors at the cut; the rows of the first one tell the batch size.
    """

    def __init__(self, facts: GraphFacts, inputs: Sequence[str]) -> None:
        self.facts = facts
        self.inputs = tuple(inputs)

    def is_known(self, node: NodeProto) -> bool:
        """Whether a node is a Shape of a tensor before the cut that can be rebuilt behind it."""
        if node.op_type != "Shape" or node.input[0] in self._behind:
            return False
        shape = self.facts.shape(node.input[0])
        if not shape or not all(isinstance(d, int) for d in shape[1:]):
            return False
        return isinstance(shape[0], int) or self._ratio(node.input[0]) is not None

    def rebuilt(self, node: NodeProto) -> list[NodeProto]:
        """The nodes that stand for a node behind the cut: itself, or a shape put together."""
        if not self.is_known(node):
            return [node]
        shape = self.facts.shape(node.input[0])
        given = attributes(node)
        chosen = list(range(len(shape)))[given.get("start", 0) : given.get("end", len(shape))]
        stem = node.output[0]
        if 0 not in chosen or isinstance(shape[0], int):
            return [_constant([shape[i] for i in chosen], stem)]
        if len(chosen) == 1:
            return self._rows(node.input[0], stem)
        first, rest = f"{stem}/rows", f"{stem}/rest"
        return [
            *self._rows(node.input[0], first),
            _constant([shape[i] for i in chosen[1:]], rest),
            helper.make_node("Concat", [first, rest], [stem], name=stem, axis=0),
        ]

    def _rows(self, tensor: str, name: str) -> list[NodeProto]:
        """Nodes that give the rows of a tensor before the cut, from those of the tensor at it."""
        mine, theirs = self._ratio(tensor)
        if mine == theirs:
            return [_first_dimension(self.inputs[0], name)]
        counts = [f"{name}/{word}" for word in ("at_cut", "times", "all", "by")]
        return [
            _first_dimension(self.inputs[0], counts[0]),
            _constant([mine], counts[1]),
            helper.make_node("Mul", counts[:2], [counts[2]], name=counts[2]),
            _constant([theirs], counts[3]),
            helper.make_node("Div", counts[2:], [name], name=name),
        ]

    def _ratio(self, tensor: str) -> tuple[int, int] | None:
        """Rows per image of the tensor and of the one at the cut; None where they are not known."""
        shape, cut = self.facts.shape(tensor), self.facts.shape(self.inputs[0])
        if not cut or isinstance(cut[0], int):
            return None
        if shape[0] == cut[0] and cut[0]:  # one name, one size
            return 1, 1
        mine, theirs = (self._rows_per_image.get(name) for name in (tensor, self.inputs[0]))
        return (mine, theirs) if mine and theirs else None

    @cached_property
    def _rows_per_image(self) -> dict[str, int]:
        return rows_per_image(self.facts) if len(self.facts.input_names) == 1 else {}

    @cached_property
    def _behind(self) -> frozenset[str]:
        return self.facts.reachable_from(self.inputs)


def _first_dimension(tensor: str, name: str) -> NodeProto:
    return helper.make_node("Shape", [tensor], [name], name=name, start=0, end=1)


def _constant(values: Sequence[int], name: str) -> NodeProto:
    value = numpy_helper.from_array(np.asarray(values, np.int64))
    return helper.make_node("Constant", [], [name], name=name, value=value)
