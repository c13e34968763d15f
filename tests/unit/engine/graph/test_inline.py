"""Composite parts of a model are opened without changing what it computes."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from engine.autodiff.build import build_gradient_model
from engine.errors import UnsupportedOperator
from engine.graph.facts import GraphFacts
from engine.graph.inline import with_definitions_expanded, with_fixed_branches_taken
from engine.graph.upgrade import upgraded
from tests.support import numeric
from tests.support.models import model_of

node = helper.make_node
X = np.random.default_rng(5).normal(size=(2, 4)).astype(np.float32)


def body(nodes, output, stored=()):
    value = helper.make_tensor_value_info(output, TensorProto.FLOAT, None)
    tensors = [onnx.numpy_helper.from_array(array, name) for name, array in stored]
    return helper.make_graph(nodes, "branch", [], [value], initializer=tensors)


def scaled(name, factor):
    """A branch that reads x from outside and multiplies it."""
    stored = [(f"{name}_factor", np.array(factor, np.float32))]
    return body([node("Mul", ["x", f"{name}_factor"], [name], name="scale")], name, stored)


def if_model(condition, then_branch, else_branch, stored=None):
    nodes = [
        *condition,
        node("If", ["on"], ["b"], name="if", then_branch=then_branch, else_branch=else_branch),
        node("Exp", ["b"], ["y"]),
    ]
    return model_of(nodes, {"x": ("N", 4)}, {"y": ("N", 4)}, stored or {})


def condition_on(axis, size):
    """Whether the size of x along an axis is a number, as exporters ask before a Squeeze."""
    nodes = [
        node("Shape", ["x"], ["shape"]),
        node("Gather", ["shape", "axis"], ["size"]),
        node("Equal", ["size", "wanted"], ["on"]),
    ]
    return nodes, {"axis": np.array(axis), "wanted": np.array(size)}


def derivative(model, x=X):
    graph = build_gradient_model(model, score="y", wrt=["x"])
    onnx.checker.check_model(graph.model, full_check=True)
    feeds = {"x": x, graph.seed_input: np.ones_like(x)}
    return numeric.run(graph.model, feeds, [graph.gradients["x"]])[0]


@pytest.mark.parametrize(("size", "factor"), [(4, 2.0), (5, -1.0)])
def test_a_branch_chosen_by_a_fixed_size_is_differentiated(size, factor):
    nodes, stored = condition_on(1, size)
    model = if_model(nodes, scaled("p", 2.0), scaled("q", -1.0), stored)

    opened = upgraded(model)

    assert "If" not in {n.op_type for n in opened.graph.node}
    np.testing.assert_array_equal(
        numeric.run(opened, {"x": X}, ["y"])[0], numeric.run(model, {"x": X}, ["y"])[0]
    )
    np.testing.assert_allclose(derivative(model), factor * np.exp(factor * X), rtol=1e-5)


def test_a_branch_chosen_by_the_free_batch_is_refused_by_name():
    nodes, stored = condition_on(0, 1)
    model = if_model(nodes, scaled("p", 2.0), scaled("q", -1.0), stored)

    assert "If" in {n.op_type for n in upgraded(model).graph.node}
    with pytest.raises(UnsupportedOperator, match=r"operator If \(node 'if'\)"):
        derivative(model)


def test_branches_inside_branches_and_equal_names_are_kept_apart():
    inner = node("If", ["on"], ["r"], then_branch=scaled("p", 2.0), else_branch=scaled("q", 3.0))
    nodes, stored = condition_on(1, 4)
    outer = body([inner, node("Neg", ["r"], ["s"])], "s")
    once = if_model(nodes, outer, scaled("z", 1.0), stored)
    twice = onnx.ModelProto()
    twice.CopyFrom(once)
    again = node("If", ["on"], ["c"], then_branch=outer, else_branch=scaled("z", 1.0))
    twice.graph.node.insert(len(nodes), again)
    twice.graph.node[-1].CopyFrom(node("Mul", ["b", "c"], ["y"]))
    onnx.checker.check_model(twice, full_check=True)

    opened = with_fixed_branches_taken(twice)

    onnx.checker.check_model(opened, full_check=True)
    np.testing.assert_allclose(derivative(once), -2 * np.exp(-2 * X), rtol=1e-5)
    np.testing.assert_allclose(derivative(twice), 8 * X, rtol=1e-5)


def test_a_loop_that_reads_the_path_from_inside_is_refused_and_not_missed():
    """The score is x + 3 x, three times added in a Loop: the Loop's inputs do not name x."""
    carried = helper.make_tensor_value_info("before", TensorProto.FLOAT, None)
    loop = helper.make_graph(
        [
            node("Add", ["before", "x"], ["behind"]),
            node("Identity", ["go"], ["going"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("i", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
            carried,
        ],
        [
            helper.make_tensor_value_info("going", TensorProto.BOOL, []),
            helper.make_tensor_value_info("behind", TensorProto.FLOAT, None),
        ],
    )
    nodes = [
        node("Loop", ["three", "yes", "zero"], ["sum"], name="loop", body=loop),
        node("Add", ["x", "sum"], ["y"]),
    ]
    stored = {"three": np.array(3), "yes": np.array(True), "zero": np.zeros((2, 4), np.float32)}
    model = model_of(nodes, {"x": (2, 4)}, {"y": (2, 4)}, stored)
    np.testing.assert_allclose(numeric.run(model, {"x": X}, ["y"])[0], 4 * X, rtol=1e-6)

    with pytest.raises(UnsupportedOperator, match=r"operator Loop \(node 'loop'\)"):
        derivative(model)


def test_a_sequence_beside_the_path_is_refused_and_not_missed():
    nodes = [
        node("SequenceConstruct", ["x", "x"], ["list"], name="pack"),
        node("SequenceAt", ["list", "one"], ["second"], name="unpack"),
        node("Add", ["x", "second"], ["y"]),
    ]
    model = model_of(nodes, {"x": (2, 4)}, {"y": (2, 4)}, {"one": np.array(1)})

    with pytest.raises(UnsupportedOperator, match=r"operator SequenceAt \(node 'unpack'\)"):
        derivative(model)


def test_functions_of_the_model_are_opened():
    """Exporters write an activation as a function: swish(x) = x sigmoid(x)."""
    swish = helper.make_function(
        "local",
        "Swish",
        ["v"],
        ["w"],
        [node("Sigmoid", ["v"], ["s"]), node("Mul", ["v", "s"], ["w"])],
        [helper.make_opsetid("", 17)],
    )
    graph = helper.make_graph(
        [node("Swish", ["x"], ["h"], domain="local"), node("Swish", ["h"], ["y"], domain="local")],
        "net",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", 4])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["N", 4])],
    )
    domains = [helper.make_opsetid("", 17), helper.make_opsetid("local", 1)]
    model = helper.make_model(graph, functions=[swish], opset_imports=domains, ir_version=8)

    assert GraphFacts(upgraded(model)).has("h")

    def net(v):
        for _ in range(2):
            v = v / (1 + np.exp(-v))
        return v

    wide = X.astype(np.float64)
    slope = (net(wide + 1e-6) - net(wide - 1e-6)) / 2e-6
    np.testing.assert_allclose(derivative(model), slope, rtol=1e-4, atol=1e-6)


def test_opened_definitions_compute_the_same_and_leave_no_stray_types():
    nodes = [node("CenterCropPad", ["x", "size"], ["y"], axes=[1])]
    stored = {"size": np.array([6])}
    model = model_of(nodes, {"x": ("N", 4)}, {"y": ("N", 6)}, stored, opset=20)

    opened = with_definitions_expanded(model, ["CenterCropPad"])

    assert "CenterCropPad" not in {n.op_type for n in opened.graph.node}
    assert not {v.name for v in opened.graph.value_info} & {"size"}
    np.testing.assert_array_equal(
        numeric.run(opened, {"x": X}, ["y"])[0], numeric.run(model, {"x": X}, ["y"])[0]
    )
    assert with_definitions_expanded(model, []) is model
