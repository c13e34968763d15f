"""A tiny real bundle: GAP + Dense on one convolution, small enough to compute by hand."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from engine.bundle.manifest import ClassInfo, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import write_bundle

SIZE = 8
FILM_PX = 16 * SIZE  # side of pictures for it: large enough for the input checks
# Two 1x1 feature maps: A_0 = relu(x), A_1 = relu(1 - x); logit = 3 mean(A_0) - 1 mean(A_1) + 0.25.
KERNEL = np.array([1.0, -1.0], dtype=np.float32).reshape(2, 1, 1, 1)
BIAS = np.array([0.0, 1.0], dtype=np.float32)
HEAD = np.array([[3.0], [-1.0]], dtype=np.float32)
HEAD_BIAS = np.array([0.25], dtype=np.float32)


def tiny_onnx(
    *,
    has_sigmoid: bool = True,
    is_pooled: bool = True,
    head: np.ndarray = HEAD,
    bias: np.ndarray = HEAD_BIAS,
) -> bytes:
    """NCHW input "input" (N, 1, 8, 8) -> "probability" (N, C); feature maps in tensor "maps".

    Without `is_pooled` the maps are flattened whole, and `head` needs 128 rows.
    """
    pooled = helper.make_node("GlobalAveragePool", ["maps"], ["pooled"], "gap")
    nodes = [
        helper.make_node("Conv", ["input", "kernel", "bias"], ["conv"], "conv"),
        helper.make_node("Relu", ["conv"], ["maps"], "relu"),
        *([pooled] if is_pooled else []),
        helper.make_node("Flatten", ["pooled" if is_pooled else "maps"], ["flat"], "flatten"),
        helper.make_node("Gemm", ["flat", "head", "head_bias"], ["logit"], "dense"),
    ]
    if has_sigmoid:
        nodes.append(helper.make_node("Sigmoid", ["logit"], ["probability"], "sigmoid"))
    stored = {"kernel": KERNEL, "bias": BIAS, "head": head, "head_bias": bias}
    output = "probability" if has_sigmoid else "logit"
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["N", 1, SIZE, SIZE])],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["N", head.shape[1]])],
        [numpy_helper.from_array(value, name) for name, value in stored.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def tiny_logit(picture: np.ndarray) -> float:
    """The logit of one (8, 8) picture in [0, 1], from the definition."""
    return 3.0 * picture.mean() - (1.0 - picture).mean() + 0.25


def tiny_manifest(**changes: object) -> Manifest:
    """The manifest of the tiny model."""
    manifest = Manifest(
        id="tiny-1",
        name="Tiny",
        version="1",
        task="binary",
        classes=(ClassInfo("bright", "mostly white", OperatingPoint(0.5)),),
        complement="not bright",
        activation="sigmoid",
        recipe=Recipe(height=SIZE, width=SIZE, layout="nchw"),
        admission={"content": "any"},  # it measures brightness, of whatever
    )
    return replace(manifest, **changes)


def write_tiny_bundle(folder: Path, **changes: object) -> Path:
    """Writes the tiny model as a bundle folder and returns it."""
    pictures = np.linspace(0.0, 1.0, SIZE * SIZE, dtype=np.float32).reshape(1, 1, SIZE, SIZE)
    logit = tiny_logit(pictures[0, 0])
    write_bundle(
        folder,
        tiny_manifest(**changes),
        model=tiny_onnx(),
        selftest_input=pictures,
        selftest_output=np.array([[1.0 / (1.0 + np.exp(-logit))]], dtype=np.float32),
        card="# Tiny\n",
    )
    return folder
