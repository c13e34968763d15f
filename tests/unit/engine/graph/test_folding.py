"""Shapes, axes and indices that exporters compute are seen as the numbers they are."""

import numpy as np
import pytest
from onnx import TensorProto, helper

from engine.graph.facts import GraphFacts, reads
from engine.graph.folding import FOLDERS
from tests.support import numeric
from tests.support.models import model_of

node = helper.make_node


def ints(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def scalar(value: int) -> np.ndarray:
    return np.array(value, np.int64)


def facts_of(nodes, stored=None, shape=("N", 3, 32, 48)):
    """Facts of a model in which `nodes` compute `value` beside a network of one layer."""
    relu = node("Relu", ["x"], ["y"])
    return GraphFacts(model_of([relu, *nodes], {"x": shape}, {"y": None}, stored or {}))


NUMBERS = {
    "a": ints(6, -7, 9),
    "b": ints(4, 2, -2),
    "f": np.array([1.5, -2.5, 4.0], np.float32),
    "on": np.array([True, False, True]),
    "off": np.array([True, True, False]),
    "m": ints(1, 2, 3, 4, 5, 6).reshape(2, 3),
    "places": ints(1, 0),
    "shape": ints(2, 3),
    "flat": ints(6),
    "zero": scalar(0),
    "five": scalar(5),
    "two": scalar(2),
    "ones": ints(1, 1),
    "first": ints(1),
    "end": ints(-1),
    "axes": ints(0),
}
# operator -> (inputs, attributes), values that ONNX's own evaluator must agree with.
EXAMPLES = [
    ("Abs", ["a"], {}), ("Add", ["a", "b"], {}), ("And", ["on", "off"], {}),
    ("Cast", ["f"], {"to": TensorProto.INT64}), ("Ceil", ["f"], {}),
    ("Concat", ["a", "b"], {"axis": 0}), ("ConstantOfShape", ["shape"], {}),
    ("Div", ["a", "b"], {}), ("Equal", ["a", "b"], {}), ("Expand", ["a", "shape"], {}),
    ("Flatten", ["m"], {"axis": 0}), ("Floor", ["f"], {}),
    ("Gather", ["m", "places"], {"axis": 1}), ("Greater", ["a", "b"], {}),
    ("GreaterOrEqual", ["a", "b"], {}), ("Identity", ["a"], {}), ("Less", ["a", "b"], {}),
    ("LessOrEqual", ["a", "b"], {}), ("Max", ["a", "b"], {}), ("Min", ["a", "b"], {}),
    ("Mod", ["a", "b"], {}), ("Mod", ["a", "b"], {"fmod": 1}), ("Mul", ["a", "b"], {}),
    ("Neg", ["a"], {}), ("NonZero", ["on"], {}), ("Not", ["on"], {}), ("Or", ["on", "off"], {}),
    ("Pow", ["f", "two"], {}), ("Range", ["zero", "five", "two"], {}),
    ("ReduceMax", ["m"], {"axes": [1]}), ("ReduceMin", ["m"], {"axes": [0], "keepdims": 0}),
    ("ReduceProd", ["b"], {}), ("ReduceSum", ["m", "axes"], {"keepdims": 0}),
    ("Reshape", ["m", "flat"], {}), ("Round", ["f"], {}),
    ("Slice", ["a", "first", "end", "axes"], {}), ("Sqrt", ["f"], {}),
    ("Squeeze", ["flat", "axes"], {}), ("Sub", ["a", "b"], {}), ("Tile", ["m", "ones"], {}),
    ("Transpose", ["m"], {}), ("Unsqueeze", ["a", "axes"], {}), ("Where", ["on", "a", "b"], {}),
    ("Xor", ["on", "off"], {}),
]  # fmt: skip


@pytest.mark.parametrize(("op", "inputs", "attrs"), EXAMPLES, ids=str)
def test_a_folded_value_is_what_the_runtime_computes(op, inputs, attrs):
    stored = {name: NUMBERS[name] for name in inputs}
    nodes = [node(op, inputs, ["value"], **attrs), node("Cast", ["value"], ["z"], to=1)]
    model = model_of(nodes, {"x": (1,)}, {"z": None}, stored)

    folded = GraphFacts(model).initializer("value")

    with np.errstate(invalid="ignore"):
        (expected,) = numeric.run(model, {"x": np.zeros(1, np.float32)}, ["z"], optimised=False)
    assert folded.dtype == GraphFacts(model).dtype("value")
    np.testing.assert_array_equal(folded.astype(np.float32), expected)


def test_every_folded_operator_has_an_example():
    covered_elsewhere = {"Constant", "DequantizeLinear"}

    assert {op for op, _, _ in EXAMPLES} | covered_elsewhere == set(FOLDERS)


def test_a_size_that_the_model_fixes_is_a_number():
    """The height, doubled, as exporters write it: Shape, Gather, Mul, Unsqueeze, Concat."""
    nodes = [
        node("Shape", ["x"], ["shape"]),
        node("Gather", ["shape", "two"], ["height"]),
        node("Mul", ["height", "two"], ["doubled"]),
        node("Unsqueeze", ["doubled", "axes"], ["entry"]),
        node("Slice", ["shape", "three", "four"], ["width"]),
        node("Concat", ["entry", "width"], ["value"], axis=0),
    ]
    stored = {"two": scalar(2), "axes": ints(0), "three": ints(3), "four": ints(4)}

    np.testing.assert_array_equal(facts_of(nodes, stored).initializer("value"), [64, 48])


def test_a_free_batch_is_not_mistaken_for_a_number():
    nodes = [
        node("Shape", ["x"], ["shape"]),
        node("Gather", ["shape", "zero"], ["batch"]),
        node("Mul", ["batch", "one"], ["same"]),
        node("Unsqueeze", ["batch", "axes"], ["entry"]),
        node("Concat", ["entry", "rest"], ["wanted"], axis=0),
        node("Size", ["x"], ["size"]),
    ]
    stored = {"zero": scalar(0), "one": scalar(1), "axes": ints(0), "rest": ints(-1)}
    facts = facts_of(nodes, stored)

    for name in ("shape", "batch", "same", "entry", "wanted", "size"):
        assert facts.initializer(name) is None


def test_the_shape_of_a_fixed_image_is_a_number():
    nodes = [node("Shape", ["x"], ["value"], start=1), node("Size", ["x"], ["size"])]
    facts = facts_of(nodes, shape=(2, 3, 4, 5))

    np.testing.assert_array_equal(facts.initializer("value"), [3, 4, 5])
    assert facts.initializer("size") == 120


def test_huge_tables_are_not_built():
    nodes = [node("Expand", ["one", "huge"], ["value"]), node("Range", list("abc"), ["many"])]
    stored = {"one": ints(1), "huge": ints(2**20, 2**10)}
    stored |= {"a": scalar(0), "b": scalar(2**40), "c": scalar(1)}
    facts = facts_of(nodes, stored)

    assert facts.initializer("value") is None
    assert facts.initializer("many") is None


def test_a_division_by_zero_is_left_to_the_runtime():
    nodes = [node("Div", ["a", "b"], ["value"])]

    assert facts_of(nodes, {"a": ints(1), "b": ints(0)}).initializer("value") is None


def test_a_node_reads_what_its_branches_take_from_outside():
    branch = helper.make_graph(
        [node("Constant", [], ["inner"], value_float=1.0), node("Add", ["x", "inner"], ["sum"])],
        "branch",
        [],
        [helper.make_tensor_value_info("sum", TensorProto.FLOAT, None)],
    )
    chooser = node("If", ["condition"], ["y"], then_branch=branch, else_branch=branch)

    assert reads(chooser) == ("condition", "x")
