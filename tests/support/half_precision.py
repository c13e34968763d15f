"""Float32 models rewritten in float16, as converters write them."""

import numpy as np
import onnx
from onnx import ModelProto, TensorProto, helper, numpy_helper


def in_half(model: ModelProto, *, keeps_ends: bool = False) -> ModelProto:
    """Every float32 tensor, constant and cast in float16; Resize takes its scales in float32.

    Args:
        model: a float32 model with one input; it is not changed.
        keeps_ends: leave input and outputs in float32 and cast behind and before them.
    """
    half = ModelProto()
    half.CopyFrom(model)
    graph = half.graph
    del graph.value_info[:]
    scales = {name for node in graph.node if node.op_type == "Resize" for name in node.input[1:3]}
    for tensor in graph.initializer:
        if tensor.name not in scales:
            _narrow(tensor)
    for node in graph.node:
        if node.op_type == "Constant" and node.output[0] in scales:
            continue
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.TENSOR:
                _narrow(attribute.t)
            elif node.op_type == "Cast" and attribute.i == TensorProto.FLOAT:
                attribute.i = TensorProto.FLOAT16
    ends = [v for v in (*graph.input, *graph.output) if _is_single(v)]
    if keeps_ends:
        _cast_ends(graph, {v.name for v in graph.input} & {v.name for v in ends})
    else:
        for value in ends:
            value.type.tensor_type.elem_type = TensorProto.FLOAT16
    return half


def with_rounded_weights(model: ModelProto) -> ModelProto:
    """A float32 model whose weights are those that its float16 version has."""
    rounded = ModelProto()
    rounded.CopyFrom(model)
    for tensor in rounded.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT:
            value = numpy_helper.to_array(tensor).astype(np.float16).astype(np.float32)
            tensor.CopyFrom(numpy_helper.from_array(value, tensor.name))
    return rounded


def _cast_ends(graph: onnx.GraphProto, inputs: set[str]) -> None:
    outputs = {v.name for v in graph.output}
    inner = {name: f"{name}/half" for name in inputs | outputs}
    for node in graph.node:
        node.input[:] = [inner.get(name, name) for name in node.input]
        node.output[:] = [inner.get(name, name) for name in node.output]
    for name in sorted(inputs):
        cast = helper.make_node("Cast", [name], [inner[name]], to=TensorProto.FLOAT16)
        graph.node.insert(0, cast)
    for name in sorted(outputs):
        graph.node.append(helper.make_node("Cast", [inner[name]], [name], to=TensorProto.FLOAT))


def _is_single(value: onnx.ValueInfoProto) -> bool:
    return value.type.tensor_type.elem_type == TensorProto.FLOAT


def _narrow(tensor: TensorProto) -> None:
    if tensor.data_type == TensorProto.FLOAT:
        value = numpy_helper.to_array(tensor).astype(np.float16)
        tensor.CopyFrom(numpy_helper.from_array(value, tensor.name))
