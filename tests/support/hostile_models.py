"""Networks that obey every rule of their format and still do harm, as bundles."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from engine.bundle.store import write_bundle
from tests.support.bundles import SIZE, tiny_manifest

_IN = helper.make_tensor_value_info("input", TensorProto.FLOAT, ["N", 1, SIZE, SIZE])
_OUT = helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["N", 1])
_INSIDE = [
    helper.make_node("GlobalAveragePool", ["input"], ["pooled"]),
    helper.make_node("Flatten", ["pooled"], ["flat"]),
]


def _model(nodes, stored=(), *, known=(), domain: str = "", functions=()) -> bytes:
    graph = helper.make_graph(
        [*_INSIDE, *nodes], "hostile", [_IN], [_OUT],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in stored],
        value_info=list(known),
    )  # fmt: skip
    opsets = [helper.make_opsetid("", 17)]
    if domain:
        opsets.append(helper.make_opsetid(domain, 1))
    return helper.make_model(
        graph, opset_imports=opsets, ir_version=8, functions=list(functions)
    ).SerializeToString()


def bomb() -> bytes:
    """Asks for 8 GB of zeros by a node of some bytes."""
    return _model(
        [
            helper.make_node("ConstantOfShape", ["size"], ["zeros"]),
            helper.make_node("ReduceMax", ["zeros"], ["most"], keepdims=0),
            helper.make_node("Add", ["flat", "most"], ["shifted"]),
            helper.make_node("Sigmoid", ["shifted"], ["probability"]),
        ],
        [("size", np.array([2 * 2**30], np.int64))],
    )


def smallest_bomb() -> bytes:
    """The same without any input: as few bytes as it takes."""
    graph = helper.make_graph(
        [helper.make_node("ConstantOfShape", ["s"], ["y"])], "g", [],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [None])],
        [numpy_helper.from_array(np.array([2 * 2**30], np.int64), "s")],
    )  # fmt: skip
    opset = [helper.make_opsetid("", 17)]
    return helper.make_model(graph, opset_imports=opset, ir_version=8).SerializeToString()


def endless() -> bytes:
    """A loop that nothing ends."""
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["on"], ["still_on"]),
            helper.make_node("Identity", ["value"], ["next_value"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("count", TensorProto.INT64, []),
            helper.make_tensor_value_info("on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("value", TensorProto.FLOAT, ["N", 1]),
        ],
        [
            helper.make_tensor_value_info("still_on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("next_value", TensorProto.FLOAT, ["N", 1]),
        ],
    )
    return _model(
        [
            helper.make_node("Loop", ["", "true", "flat"], ["looped"], body=body),
            helper.make_node("Sigmoid", ["looped"], ["probability"]),
        ],
        [("true", np.array(True))],
        known=[helper.make_tensor_value_info("looped", TensorProto.FLOAT, ["N", 1])],
    )


def foreign_operator() -> bytes:
    """Holds an operator of somebody's own."""
    return _model(
        [
            helper.make_node("Anything", ["flat"], ["done"], domain="some.body"),
            helper.make_node("Sigmoid", ["done"], ["probability"]),
        ],
        domain="some.body",
    )


def not_a_number() -> bytes:
    """Gives NaN for a dark image only: the square root of something negative."""
    return _model(
        [
            helper.make_node("Sub", ["flat", "offset"], ["less"]),
            helper.make_node("Sqrt", ["less"], ["root"]),
            helper.make_node("Sigmoid", ["root"], ["probability"]),
        ],
        [("offset", np.array([0.25], np.float32))],
    )


def sound_function() -> bytes:
    """A network with a function of its own domain, made of standard operators."""
    function = helper.make_function(
        "own", "Twice", ["x"], ["y"], [helper.make_node("Add", ["x", "x"], ["y"])],
        [helper.make_opsetid("", 17)],
    )  # fmt: skip
    return _model(
        [
            helper.make_node("Twice", ["flat"], ["doubled"], domain="own"),
            helper.make_node("Sigmoid", ["doubled"], ["probability"]),
        ],
        domain="own",
        functions=[function],
    )


def write_hostile_bundle(folder: Path, model: bytes, **changes: object) -> Path:
    """A bundle around such a network, whole as far as its hashes go."""
    onnx.checker.check_model(onnx.load_model_from_string(model), full_check=False)
    picture = np.full((1, 1, SIZE, SIZE), 0.5, np.float32)
    write_bundle(
        folder, tiny_manifest(**changes), model=model, selftest_input=picture,
        selftest_output=np.array([[1 / (1 + np.exp(-0.5))]], np.float32), card="# Harmless\n",
    )  # fmt: skip
    return folder
