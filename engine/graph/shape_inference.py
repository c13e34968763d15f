"""Dimensions of all tensors of a model, by ONNX's own inference and a little more.

ONNX infers no shape behind operators that it defines by a function of their attributes; those of
this kind that keep the shape of their input are passed by here.
"""

import onnx
from onnx import ModelProto, TypeProto, ValueInfoProto

_KEEP_THE_SHAPE = ("GroupNormalization", "MeanVarianceNormalization")


def with_shapes(model: ModelProto) -> ModelProto:
    """A copy with the shape of every tensor that can be told, constants followed.

    Raises:
        onnx.shape_inference.InferenceError: the shapes contradict each other.
    """
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    while _passed_on(inferred):
        inferred = onnx.shape_inference.infer_shapes(inferred, data_prop=True)
    return inferred


def _passed_on(model: ModelProto) -> bool:
    """Declare outputs shaped as their input; whether there was one to declare (in place)."""
    graph = model.graph
    declared = {v.name: v for v in (*graph.value_info, *graph.input, *graph.output)}
    news = []
    for node in graph.node:
        if node.op_type not in _KEEP_THE_SHAPE or node.domain not in ("", "ai.onnx"):
            continue
        source = declared.get(node.input[0])
        if source is None or not _has_shape(source.type):
            continue
        target = declared.get(node.output[0])
        if target is None:
            news.append(ValueInfoProto(name=node.output[0], type=source.type))
        elif not _has_shape(target.type):
            target.type.CopyFrom(source.type)
            return True
    graph.value_info.extend(news)
    return bool(news)


def _has_shape(kind: TypeProto) -> bool:
    return kind.tensor_type.HasField("shape")
