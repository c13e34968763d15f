"""Segmentation bundles whose masks are known: what is brighter than a half is "lungs"."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from engine.bundle.manifest import Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import write_bundle
from engine.bundle.structures import SegmentationOutput, Structure

SIDE = 64
GAIN = 100.0
LUNGS, HEART = Structure("lungs"), Structure("heart")
OUTPUT = SegmentationOutput((LUNGS, HEART), layout="nchw", has_logits=True)


def grey_onnx(side: int = SIDE, shrink: int = 1, *, ends_in_sigmoid: bool = False) -> bytes:
    """(N, 1, side, side) -> (N, 2, side / shrink, ...): logits 100 (x - 1/2) and 100 (1/4 - x).

    Means over `shrink` x `shrink` pixels come first.
    """
    kernel = np.array([GAIN, -GAIN], np.float32).reshape(2, 1, 1, 1)
    bias = np.array([-GAIN / 2, GAIN / 4], np.float32)
    nodes, last = [], "input"
    if shrink > 1:
        shape = [shrink, shrink]
        nodes.append(
            helper.make_node("AveragePool", ["input"], ["small"], kernel_shape=shape, strides=shape)
        )
        last = "small"
    nodes.append(helper.make_node("Conv", [last, "kernel", "bias"], ["logits"], "conv"))
    if ends_in_sigmoid:
        nodes.append(helper.make_node("Sigmoid", ["logits"], ["output"]))
    size = side // shrink
    graph = helper.make_graph(
        nodes,
        "grey",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["N", 1, side, side])],
        [
            helper.make_tensor_value_info(
                "output" if ends_in_sigmoid else "logits", TensorProto.FLOAT, ["N", 2, size, size]
            )
        ],
        [numpy_helper.from_array(kernel, "kernel"), numpy_helper.from_array(bias, "bias")],
    )
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def grey_manifest(**changes: object) -> Manifest:
    manifest = Manifest(
        id="fields-1",
        name="Fields",
        version="1",
        task="segmentation",
        classes=(),
        activation="sigmoid",
        recipe=Recipe(height=SIDE, width=SIDE, layout="nchw", interpolation="linear"),
        segmentation=OUTPUT,
    )
    return replace(manifest, **changes)


def write_grey_bundle(
    folder: Path, shrink: int = 1, *, ends_in_sigmoid: bool = False, **changes: object
) -> Path:
    """Writes the bundle; its self-test is a ramp, computed from the definition."""
    manifest = grey_manifest(**changes)
    side = manifest.recipe.height
    ramp = np.linspace(0.0, 1.0, side * side, dtype=np.float32).reshape(1, 1, side, side)
    cells = side // shrink
    small = ramp.reshape(cells, shrink, cells, shrink).mean(axis=(1, 3))
    output = np.stack([GAIN * (small - 0.5), GAIN * (0.25 - small)])[None]
    if ends_in_sigmoid:
        output = 1.0 / (1.0 + np.exp(-output.astype(np.float64)))
    write_bundle(
        folder,
        manifest,
        model=grey_onnx(side, shrink, ends_in_sigmoid=ends_in_sigmoid),
        selftest_input=ramp,
        selftest_output=output.astype(np.float32),
        card="# Fields\n",
    )
    return folder
