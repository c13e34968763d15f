"""Dimensions of all tensors of a model, by ONNX's own inference and a little more.

ONNX infers no shape behind operators that it defines by a function of their attributes; those of
this kind that keep the shape of their input are passed by here. For poolings that round their
number of windows up (ceil_mode), inference below operator set 22 counts a window that would start
behind the data; runtimes leave it out, and so does this module.
"""

import onnx
from onnx import ModelProto, NodeProto, TypeProto, ValueInfoProto, helper

_ROUNDING_UP = ("AveragePool", "LpPool", "MaxPool")
_KEEP_THE_SHAPE = ("GroupNormalization", "MeanVarianceNormalization")


def with_shapes(model: ModelProto) -> ModelProto:
    """A copy with the shape of every tensor that can be told, constants followed.

    Raises:
        onnx.shape_inference.InferenceError: the shapes contradict each other.
    """
    inferred = _inferred(model)
    while surplus := _surplus_windows(inferred):
        corrected = ModelProto()
        corrected.CopyFrom(model)
        known = [v for v in model.graph.value_info if v.name != surplus.name]
        del corrected.graph.value_info[:]
        corrected.graph.value_info.extend([*known, surplus])
        for output in corrected.graph.output:
            if output.name == surplus.name:
                output.CopyFrom(surplus)
        model, inferred = corrected, _inferred(corrected)
    return inferred


def _inferred(model: ModelProto) -> ModelProto:
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    while _passed_on(inferred):
        inferred = onnx.shape_inference.infer_shapes(inferred, data_prop=True)
    return inferred


def _surplus_windows(model: ModelProto) -> ValueInfoProto | None:
    """The true shape of the first pooling that is said to have a window behind its data."""
    pools = [n for n in model.graph.node if n.op_type in _ROUNDING_UP]
    if not any(a.name == "ceil_mode" and a.i for n in pools for a in n.attribute):
        return None
    declared = {
        v.name: v for v in (*model.graph.value_info, *model.graph.input, *model.graph.output)
    }
    for node in pools:
        before, behind = (declared.get(name) for name in (node.input[0], node.output[0]))
        if before is None or behind is None or not _has_shape(before.type):
            continue
        sizes = [d.dim_value for d in before.type.tensor_type.shape.dim][2:]
        counts = [d.dim_value for d in behind.type.tensor_type.shape.dim][2:]
        started = _windows_that_start(node, sizes, counts)
        if started != counts:
            true = ValueInfoProto()
            true.CopyFrom(behind)
            for dim, count in zip(true.type.tensor_type.shape.dim[2:], started, strict=True):
                if count:
                    dim.dim_value = count
            return true
    return None


def _windows_that_start(node: NodeProto, sizes: list[int], counts: list[int]) -> list[int]:
    """The number of windows along each axis, without one that starts behind the data.

    Sizes and numbers of 0 are unknown, and stay.
    """
    attrs = {a.name: helper.get_attribute_value(a) for a in node.attribute}
    if not attrs.get("ceil_mode", 0):
        return counts
    strides = attrs.get("strides") or [1] * len(counts)
    begins = attrs.get("pads") or [0] * len(counts)
    return [
        count - 1 if size and (count - 1) * stride >= size + begin else count
        for size, count, stride, begin in zip(sizes, counts, strides, begins, strict=False)
    ]


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
