"""What is known about an ONNX graph without running it.

First stop of every graph task: bytes become a checked model (`load_model`), a model becomes
`GraphFacts` (who makes and who reads a tensor, shapes, dtypes, constants), on which the score
finder, the layer list, the cuts and the gradient builder work.
"""

from collections.abc import Iterable

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from onnx import (
    GraphProto,
    ModelProto,
    NodeProto,
    TensorProto,
    TypeProto,
    ValueInfoProto,
    numpy_helper,
)

from engine.errors import ModelError
from engine.graph import folding
from engine.graph.external import external_tensors
from engine.graph.shape_inference import with_shapes
from engine.language import said

Shape = tuple[int | str | None, ...]

_FLOATS = (TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.FLOAT16, TensorProto.BFLOAT16)


def load_model(data: bytes) -> ModelProto:
    """Parse and check an ONNX model held in memory.

    Args:
        data: the bytes of a ``.onnx`` file.

    Returns:
        The model as stored, not upgraded; empty names at the end of a node's inputs are dropped.

    Raises:
        ModelError: not an ONNX model, invalid, or with weights kept in a file beside it. Files
            beside a model are never opened here: a path inside a model is somebody else's choice of
            what to read on this machine. `engine.graph.external` takes them in at import.
    """
    try:
        model = onnx.load_model_from_string(data)
    except DecodeError as error:
        raise ModelError(
            said("This is not an ONNX model, or the file is cut off."),
            hint=said("Export the model again, or choose another file."),
        ) from error
    if not model.graph.node or not model.graph.output:
        raise ModelError(
            said("The file holds no network."),
            hint=said("Export the model again, or choose another file."),
        )
    outside = list(external_tensors(model))
    if outside:
        raise ModelError(
            said(
                "{count} weights of this model are kept in a separate file ('{location}').",
                count=len(outside),
                location=_location(outside[0]),
            ),
            hint=said("Save the model again as one file (onnx.save, save_as_external_data=False)."),
        )
    try:
        onnx.checker.check_model(model)
    except onnx.checker.ValidationError as error:
        raise ModelError(
            said("The ONNX model breaks the rules of its format."),
            hint=said("Export the model again with a newer exporter."),
            details={"checker": str(error)},
        ) from error
    _drop_empty_ends(model)
    return model


class GraphFacts:
    """Producers, consumers, shapes, dtypes and constants of one model.

    Args:
        model: any ONNX model; it is not changed. Its nodes are in topological order, as the format
            demands.
    """

    def __init__(self, model: ModelProto) -> None:
        self.model = _with_inferred_shapes(model)
        graph = self.model.graph
        self.nodes: tuple[NodeProto, ...] = tuple(graph.node)
        self._initializers = {t.name: t for t in graph.initializer}
        self._types: dict[str, TypeProto] = {
            v.name: v.type for v in (*graph.value_info, *graph.input, *graph.output)
        }
        self._producers = {name: node for node in self.nodes for name in node.output if name}
        self._consumers: dict[str, list[NodeProto]] = {}
        self._positions: dict[int, int] = {}
        for position, node in enumerate(self.nodes):
            self._positions[id(node)] = position
            for name in reads(node):
                self._consumers.setdefault(name, []).append(node)
        self.input_names = tuple(v.name for v in graph.input if v.name not in self._initializers)
        self.output_names = tuple(v.name for v in graph.output)
        self.opset = opset_of(self.model)
        self._constants: dict[str, np.ndarray | None] = {}

    @property
    def input_name(self) -> str:
        """The one input that takes images.

        Raises:
            ModelError: the model has several inputs, or none.
        """
        if len(self.input_names) != 1:
            raise ModelError(
                said(
                    "The model has {count} inputs; exactly one (the image) is needed.",
                    count=len(self.input_names),
                ),
                hint=said("Export the model with the image as its only input."),
                details={"inputs": ", ".join(self.input_names)},
            )
        return self.input_names[0]

    def has(self, tensor: str) -> bool:
        """Whether the graph has a tensor of this name."""
        return (
            tensor in self._producers or tensor in self._initializers or tensor in self.input_names
        )

    def producer(self, tensor: str) -> NodeProto | None:
        """The node that computes the tensor; None for inputs and initializers."""
        return self._producers.get(tensor)

    def consumers(self, tensor: str) -> tuple[NodeProto, ...]:
        """The nodes that read the tensor, in topological order."""
        return tuple(self._consumers.get(tensor, ()))

    def position(self, node: NodeProto) -> int:
        """Place of a node of this graph in the topological order, from 0."""
        return self._positions[id(node)]

    def is_initializer(self, tensor: str) -> bool:
        """Whether the tensor is stored in the model rather than computed."""
        return tensor in self._initializers

    def shape(self, tensor: str) -> Shape | None:
        """Dimensions: int where fixed, str where symbolic, None where unknown; or None."""
        if tensor in self._initializers:
            return tuple(self._initializers[tensor].dims)
        kind = self._types.get(tensor)
        if kind is None or not kind.tensor_type.HasField("shape"):
            return None
        return tuple(
            d.dim_value if d.HasField("dim_value") else (d.dim_param or None)
            for d in kind.tensor_type.shape.dim
        )

    def dtype(self, tensor: str) -> np.dtype | None:
        """Element type of a tensor, None where inference could not tell."""
        code = self.element_type(tensor)
        return None if code == TensorProto.UNDEFINED else onnx.helper.tensor_dtype_to_np_dtype(code)

    def element_type(self, tensor: str) -> int:
        """Element type as a `TensorProto.DataType` code, 0 (UNDEFINED) where unknown."""
        if tensor in self._initializers:
            return self._initializers[tensor].data_type
        kind = self._types.get(tensor)
        return TensorProto.UNDEFINED if kind is None else kind.tensor_type.elem_type

    def is_float(self, tensor: str) -> bool:
        """Whether the elements are floating-point numbers."""
        return self.element_type(tensor) in _FLOATS

    def initializer(self, tensor: str) -> np.ndarray | None:
        """The value of a tensor that depends on no input, where that is easily seen; else None.

        Runs chains of the operators in `folding.FOLDERS` over stored values and known sizes.
        """
        value = self._value(tensor)
        return None if value is None or value.dtype == object else value

    def _value(self, tensor: str) -> np.ndarray | None:
        """As `initializer`, but unknown sizes may be entries of an array of objects."""
        if tensor not in self._constants:
            self._constants[tensor] = self._folded(tensor)
        return self._constants[tensor]

    def _folded(self, tensor: str) -> np.ndarray | None:
        if tensor in self._initializers:
            return numpy_helper.to_array(self._initializers[tensor])
        node = self.producer(tensor)
        if node is None or node.domain not in ("", "ai.onnx") or len(node.output) != 1:
            return None
        if node.op_type in ("Shape", "Size"):
            return self._measured(node)
        if node.op_type not in folding.FOLDERS:
            return None
        inputs = [self._value(name) if name else None for name in node.input]
        if any(value is None for value, name in zip(inputs, node.input, strict=True) if name):
            return None
        return folding.fold(node.op_type, attributes(node), inputs)

    def _measured(self, node: NodeProto) -> np.ndarray | None:
        """Result of a Shape or Size node; entries of free sizes are unknown."""
        shape = self.shape(node.input[0])
        if shape is None:
            return None
        if node.op_type == "Size":
            is_known = all(isinstance(d, int) for d in shape)
            return np.array(np.prod(shape, dtype=np.int64)) if is_known else None
        given = attributes(node)
        return folding.sizes(shape[given.get("start", 0) : given.get("end", len(shape))])

    def reachable_from(self, tensors: Iterable[str]) -> frozenset[str]:
        """The tensors themselves and everything computed from them."""
        seen = set(tensors)
        for node in self.nodes:
            if not seen.isdisjoint(reads(node)):
                seen.update(name for name in node.output if name)
        return frozenset(seen)

    def ancestors_of(self, tensors: Iterable[str]) -> frozenset[str]:
        """The tensors themselves and everything they are computed from."""
        seen = set(tensors)
        for node in reversed(self.nodes):
            if not seen.isdisjoint(node.output):
                seen.update(reads(node))
        return frozenset(seen)


def reads(node: NodeProto) -> tuple[str, ...]:
    """Tensors that a node reads, each once: its inputs, and what its sub-graphs take from outside.

    Branches and loop bodies (If, Loop, Scan) may read any tensor of the graph around them without
    naming it as an input of the node.
    """
    names = dict.fromkeys(name for name in node.input if name)
    for attribute in node.attribute:
        bodies = [attribute.g] if attribute.type == onnx.AttributeProto.GRAPH else attribute.graphs
        for body in bodies:
            names |= dict.fromkeys(_read_from_outside(body))
    return tuple(names)


def _read_from_outside(graph: GraphProto) -> list[str]:
    inner = {v.name for v in (*graph.input, *graph.initializer)}
    inner.update(name for node in graph.node for name in node.output)
    read = [name for node in graph.node for name in reads(node)]
    read += [v.name for v in graph.output]
    return [name for name in read if name not in inner]


def attributes(node: NodeProto) -> dict[str, object]:
    """The attributes of a node as plain values; strings are text, not bytes."""
    values = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
    return {k: v.decode() if isinstance(v, bytes) else v for k, v in values.items()}


def opset_of(model: ModelProto) -> int:
    """Version of the standard operator set the model is written for."""
    versions = [o.version for o in model.opset_import if o.domain in ("", "ai.onnx")]
    return max(versions, default=1)


def stored_inputs_removed(model: ModelProto) -> ModelProto:
    """A copy whose stored weights are not inputs as well (as in models of before 2019).

    A listed weight could be replaced at run time, so that nothing computed from it may be prepared
    in advance.
    """
    copy = ModelProto()
    copy.CopyFrom(model)
    stored = {t.name for t in copy.graph.initializer}
    kept: list[ValueInfoProto] = [v for v in copy.graph.input if v.name not in stored]
    del copy.graph.input[:]
    copy.graph.input.extend(kept)
    copy.ir_version = max(copy.ir_version, 8)
    return copy


def _drop_empty_ends(model: ModelProto) -> None:
    """Drop inputs that are left out at the end of a node's list (changed in place).

    The format allows an empty name there; ONNX Runtime's optimiser crashes the process on some.
    """
    for node in model.graph.node:
        while node.input and not node.input[-1]:
            del node.input[-1]


def _with_inferred_shapes(model: ModelProto) -> ModelProto:
    try:
        return with_shapes(model)
    except onnx.shape_inference.InferenceError as error:
        raise ModelError(
            said("The shapes inside this model contradict each other."),
            hint=said("Export the model again with a newer exporter."),
            details={"shape inference": str(error)},
        ) from error


def _location(tensor: TensorProto) -> str:
    return next((e.value for e in tensor.external_data if e.key == "location"), "?")
