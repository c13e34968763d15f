"""A small ONNX classifier written by hand: average of each channel, one dense layer, activation."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def small_classifier(
    classes: int, activation: str, *, size: int = 32, channels: int = 1, layout: str = "nhwc"
) -> bytes:
    """Opset 17; ``Conv`` (4 filters), ``Relu``, ``GlobalAveragePool``, ``Gemm``, activation.

    Args:
        classes: number of outputs.
        activation: ``Sigmoid`` or ``Softmax``.
        size: side of the input.
        channels: of the input.
        layout: of the input.
    """
    rng = np.random.default_rng(7)
    weights = {
        "kernel": rng.normal(0.0, 0.5, (4, channels, 3, 3)),
        "dense": rng.normal(0.0, 3.0, (4, classes)),
        "bias": rng.normal(0.0, 0.5, (classes,)),
    }
    shape = ["N", size, size, channels] if layout == "nhwc" else ["N", channels, size, size]
    nodes = [
        helper.make_node("Conv", ["picture", "kernel"], ["conv"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["conv"], ["relu"]),
        helper.make_node("GlobalAveragePool", ["relu"], ["average"]),
        helper.make_node("Flatten", ["average"], ["features"]),
        helper.make_node("Gemm", ["features", "dense", "bias"], ["logit"]),
        helper.make_node(activation, ["logit"], ["probability"]),
    ]
    if layout == "nhwc":
        nodes.insert(0, helper.make_node("Transpose", ["input"], ["picture"], perm=[0, 3, 1, 2]))
    else:
        nodes.insert(0, helper.make_node("Identity", ["input"], ["picture"]))
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["N", classes])],
        [numpy_helper.from_array(a.astype(np.float32), name) for name, a in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString()
