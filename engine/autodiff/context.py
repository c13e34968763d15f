# ruff: noqa: D403 - formulas keep their letters
"""What a gradient rule sees: one node of the model, and a pen to write new nodes.

The letters are those of every rule: ``x(i)`` and ``y(i)`` are the node's inputs and outputs, ``g``
is the adjoint of the output (d score / dy).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NoReturn

import numpy as np
from onnx import NodeProto, TensorProto, helper

from engine.autodiff.registry import WITHOUT_SLOPE
from engine.errors import UnsupportedOperator
from engine.graph.emit import Emitter
from engine.graph.facts import GraphFacts, Shape, attributes
from engine.language import said


@dataclass
class RuleContext:
    """One node while its gradient is written.

    Args:
        node: the node being differentiated.
        facts: the model it belongs to.
        emitter: takes the new nodes.
        active: tensors whose gradient is asked for, or through which it must flow.
        extra_outputs: (node output position) -> name, for optional outputs that a rule asked to
            switch on.
    """

    node: NodeProto
    facts: GraphFacts
    emitter: Emitter
    active: frozenset[str]
    extra_outputs: dict[int, str] = field(default_factory=dict)

    def x(self, i: int = 0) -> str:
        """Name of input i."""
        return self.node.input[i]

    def y(self, i: int = 0) -> str:
        """Name of output i; an optional output that the model leaves out is switched on."""
        if i < len(self.node.output) and self.node.output[i]:
            return self.node.output[i]
        if i not in self.extra_outputs:
            self.extra_outputs[i] = self.emitter.unused(f"{self.node.output[0]}/output_{i}")
        return self.extra_outputs[i]

    def has(self, i: int) -> bool:
        """Whether the optional input i is given."""
        return i < len(self.node.input) and bool(self.node.input[i])

    def needs(self, i: int) -> bool:
        """Whether anybody asks for the gradient of input i."""
        has_slope = i not in WITHOUT_SLOPE.get(self.node.op_type, ())
        return has_slope and self.has(i) and self.node.input[i] in self.active

    def attr(self, name: str, default: object = None) -> object:
        """An attribute of the node."""
        return attributes(self.node).get(name, default)

    def value(self, i: int) -> np.ndarray | None:
        """The numbers of input i where they do not depend on the image; None where they do."""
        return self.facts.initializer(self.node.input[i]) if self.has(i) else None

    def known(self, i: int, what: str) -> np.ndarray:
        """The numbers of input i, which must not depend on the image."""
        value = self.value(i)
        return self.refuse(said("{what} is not constant", what=what)) if value is None else value

    def shape(self, tensor: str) -> Shape:
        """Dimensions of a tensor of the model; refuses where not even the rank is known."""
        shape = self.facts.shape(tensor)
        return (
            self.refuse(said("the rank of '{tensor}' is unknown", tensor=tensor))
            if shape is None
            else shape
        )

    def fixed(self, tensor: str, axes: Sequence[int]) -> tuple[int, ...]:
        """Sizes along some axes; refuses where the model leaves one of them free."""
        dims = [self.shape(tensor)[axis] for axis in axes]
        if any(not isinstance(d, int) for d in dims):
            self.refuse(said("the image size is not fixed in the model"))
        return tuple(dims)

    def axis(self, default: int, of: str) -> int:
        """The attribute ``axis``, counted from the front of the given tensor."""
        return int(self.attr("axis", default)) % len(self.shape(of))

    def axes(self, position: int = 1) -> list[int] | None:
        """Axes of a Squeeze, Unsqueeze or reduction, attribute or input; None where left out."""
        given = self.attr("axes")
        if given is None and self.has(position):
            given = self.known(position, said("the list of axes"))
        return None if given is None else [int(a) for a in np.atleast_1d(given)]

    def emit(self, op: str, *inputs: str, **attrs: object) -> str:
        """Write one node with one output."""
        return self.emitter.emit(op, *inputs, **attrs)

    @property
    def dtype(self) -> np.dtype:
        """Element type of the adjoints at this node; that of the scale at quantisers."""
        for name in (*self.node.output, *self.node.input):
            if name and self.facts.is_float(name):
                return self.facts.dtype(name)
        return self.refuse(said("its element type is unknown"))

    def const(self, value: object) -> str:
        """A constant in the element type of this node."""
        return self.emitter.constant(value, self.dtype)

    def ints(self, value: object) -> str:
        """A constant of 64-bit integers."""
        return self.emitter.constant(value, np.int64)

    def number(self, condition: str) -> str:
        """1 where a condition tensor holds, else 0, in the element type of this node."""
        return self.emit("Cast", condition, to=helper.np_dtype_to_tensor_dtype(self.dtype))

    def where(self, comparison: str, a: str, b: str) -> str:
        """1 where ``a comparison b`` (Greater, Less, ...) holds, else 0."""
        return self.number(self.emit(comparison, a, b))

    def total(self, g: str, axes: Sequence[int], *, keepdims: bool = True) -> str:
        """Sum over axes; g itself when there are none."""
        return self.emitter.axes_op("ReduceSum", g, axes, keepdims=keepdims) if axes else g

    def like(self, g: str, tensor: str, *, shaped_as: str = "") -> str:
        """g reshaped to the dimensions of a tensor of the model.

        Args:
            g: any tensor with as many elements.
            tensor: whose dimensions it gets.
            shaped_as: a tensor of the model that g has the dimensions of, where there is one: free
                sizes that both share are then copied, which keeps their names.
        """
        shape = self.facts.shape(tensor)
        if shape is None:
            return self.emit("Reshape", g, self.emit("Shape", tensor))
        before = (self.facts.shape(shaped_as) or ()) if shaped_as else ()
        shared = [isinstance(d, str) and d == b for d, b in zip(shape, before, strict=False)]
        kept = [i < len(shared) and shared[i] for i in range(len(shape))]
        free = [i for i, d in enumerate(shape) if not isinstance(d, int) and not kept[i]]
        if len(free) <= 1 and 0 not in shape:
            target = [
                0 if k else d if isinstance(d, int) else -1
                for d, k in zip(shape, kept, strict=True)
            ]
            return self.emitter.reshape(g, target)
        return self.emit("Reshape", g, self.emit("Shape", tensor))

    def spread(self, g: str, tensor: str, axes: Sequence[int]) -> str:
        """g, of size 1 along some axes, repeated there to the dimensions of a tensor of the model.

        Written as a product with ones where the sizes are known: unlike with Expand, runtimes then
        see that the other dimensions stay as they are.
        """
        shape = self.shape(tensor)
        if any(not isinstance(shape[a], int) for a in axes):
            return self.emit("Expand", g, self.emit("Shape", tensor))
        ones = np.ones([d if i in axes else 1 for i, d in enumerate(shape)])
        return self.emit("Mul", g, self.const(ones))

    def zeros_like(self, tensor: str) -> str:
        """Zeros with the dimensions of a tensor and the element type of this node."""
        zero = helper.make_tensor("zero", helper.np_dtype_to_tensor_dtype(self.dtype), [1], [0])
        return self.emit("ConstantOfShape", self.emit("Shape", tensor), value=zero)

    def unbroadcast(self, g: str, i: int) -> str:
        """Sum g, shaped as output 0, over the axes along which input i was repeated.

        An axis of free size counts as not repeated: that a free axis is 1 in one operand only
        cannot be seen from the model.
        """
        small, big = self.shape(self.x(i)), self.shape(self.y())
        lead = len(big) - len(small)
        axes = list(range(lead))
        axes += [a for a in range(lead, len(big)) if small[a - lead] == 1 and big[a] != 1]
        g = self.total(g, axes)
        return self.emitter.axes_op("Squeeze", g, range(lead)) if lead else g

    def refuse(self, reason: str) -> NoReturn:
        """Give up on this node, by name."""
        raise UnsupportedOperator(
            said(
                "No gradient through operator {op_type} (node '{node_name}'): {reason}.",
                op_type=self.node.op_type,
                node_name=node_name(self.node),
                reason=reason,
            ),
            hint=said("Explain a later layer, or choose a method that needs no gradient."),
            details={"operator": self.node.op_type, "node": node_name(self.node), "reason": reason},
        )


def node_name(node: NodeProto) -> str:
    """The node's name, or that of its first output where it has none."""
    return node.name or node.output[0]


def carries_gradient(facts: GraphFacts, tensor: str) -> bool:
    """Whether a tensor's elements can have a gradient: floating point, also when quantised.

    A value whose type is not known, or that is no tensor (a sequence, an optional), may hold
    gradients: the path goes on, so that the operators along it are refused and never skipped.
    """
    kind = facts.element_type(tensor)
    return facts.is_float(tensor) or kind in _QUANTISED or kind == TensorProto.UNDEFINED


_QUANTISED = frozenset(
    {TensorProto.INT8, TensorProto.UINT8, TensorProto.INT16, TensorProto.UINT16, TensorProto.INT4,
    TensorProto.UINT4}
)  # fmt: skip
