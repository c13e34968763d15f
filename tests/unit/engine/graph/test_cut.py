"""Cuts: where they may lie, what goes around them, and what a tail still knows of the image."""

import numpy as np
import pytest
from onnx import TensorProto, helper

from engine.errors import RequestError
from engine.graph.cut import extract, with_outputs
from engine.graph.facts import GraphFacts
from engine.graph.layers import list_layers
from tests.support import networks, numeric
from tests.support.models import model_of, small_classifier

node = helper.make_node
X = np.random.default_rng(0).normal(size=(2, 3, 8, 8)).astype(np.float32)


def values(model, tensors, x=X):
    return numeric.run(with_outputs(model, tensors), {"x": x}, tensors)


def test_a_cut_at_the_image_is_the_whole_network() -> None:
    model = small_classifier()

    whole = extract(model, ["x"], ["probabilities"])

    assert [n.name for n in whole.graph.node] == [n.name for n in model.graph.node]
    np.testing.assert_array_equal(
        values(whole, ["probabilities"])[0], values(model, ["probabilities"])[0]
    )


def test_a_cut_through_both_branches_of_a_block_needs_both() -> None:
    model = small_classifier()
    p1, r2, logits = values(model, ["p1", "r2", "logits"])

    tail = extract(model, ["r2", "p1"], ["logits"])

    assert [v.name for v in tail.graph.input] == ["r2", "p1"]
    (found,) = numeric.run(tail, {"p1": p1, "r2": r2}, ["logits"])
    np.testing.assert_allclose(found, logits, rtol=1e-5)


def test_every_layer_of_a_residual_network_is_cut_or_told_what_goes_around() -> None:
    model = networks.resnet_like()
    facts = GraphFacts(model)
    (logits,) = values(model, ["logits"])
    for layer in list_layers(facts):
        if layer.is_cuttable:
            (found,) = numeric.run(
                extract(model, [layer.tensor], ["logits"]),
                {layer.tensor: values(model, [layer.tensor])[0]},
                ["logits"],
            )
            np.testing.assert_allclose(found, logits, rtol=1e-4)
        else:
            with pytest.raises(RequestError, match=r"Around it: ") as caught:
                extract(model, [layer.tensor], ["logits"])
            named = caught.value.message.split("': ")[1].split("'")[1]
            # With what goes around in hand the cut is whole.
            both = [layer.tensor, named]
            tail = extract(model, both, ["logits"])
            feeds = dict(zip(both, values(model, both), strict=True))
            np.testing.assert_allclose(numeric.run(tail, feeds, ["logits"])[0], logits, rtol=1e-4)


def test_several_ways_around_a_cut_are_all_named() -> None:
    model = model_of(
        [
            node("Relu", ["x"], ["a"]),
            node("Tanh", ["x"], ["b"]),
            node("Abs", ["x"], ["c"]),
            node("Sum", ["a", "b", "c"], ["y"]),
        ],
        {"x": ("N", 3)},
        {"y": ("N", 3)},
    )

    with pytest.raises(RequestError, match="cut at 'a': Around it: 'b', 'c'"):
        extract(model, ["a"], ["y"])


def test_an_output_before_the_cut_is_said_to_be_so() -> None:
    with pytest.raises(RequestError, match="cut at 'r3': 'c1' is not computed from it"):
        extract(small_classifier(), ["r3"], ["logits", "c1"])


def test_a_cut_at_a_quantised_tensor_takes_integers() -> None:
    stored = {
        "scale": np.array(0.05, np.float32),
        "zero": np.array(128, np.uint8),
        "w": np.random.default_rng(1).normal(size=(3, 2)).astype(np.float32),
    }
    model = model_of(
        [
            node("QuantizeLinear", ["x", "scale", "zero"], ["q"]),
            node("DequantizeLinear", ["q", "scale", "zero"], ["d"]),
            node("MatMul", ["d", "w"], ["y"]),
        ],
        {"x": ("N", 3)},
        {"y": ("N", 2)},
        stored,
    )
    x = X[:, :, 0, 0]
    q, y = values(model, ["q", "y"], x)

    trunk, tail = extract(model, ["x"], ["q"]), extract(model, ["q"], ["y"])

    assert tail.graph.input[0].type.tensor_type.elem_type == TensorProto.UINT8
    np.testing.assert_array_equal(numeric.run(trunk, {"x": x}, ["q"])[0], q)
    np.testing.assert_allclose(numeric.run(tail, {"q": q}, ["y"])[0], y, rtol=1e-6)


def windows(batch: int | str = "N"):
    """Places folded into the rows and, by the image's own shape, out again, as window models do."""
    stored = {
        "to_rows": np.array([-1, 3]),
        "w": np.random.default_rng(2).normal(size=(3, 4)).astype(np.float32),
        "rest": np.array([64, 4]),
        "v": np.random.default_rng(3).normal(size=(4, 2)).astype(np.float32),
    }
    nodes = [
        node("Transpose", ["x"], ["last"], perm=[0, 2, 3, 1]),
        node("Reshape", ["last", "to_rows"], ["rows"]),
        node("MatMul", ["rows", "w"], ["mixed"]),
        node("Tanh", ["mixed"], ["active"]),
        node("Shape", ["x"], ["images"], start=0, end=1),
        node("Concat", ["images", "rest"], ["target"], axis=0),
        node("Reshape", ["active", "target"], ["unfolded"]),
        node("ReduceMean", ["unfolded"], ["pooled"], axes=[1], keepdims=0),
        node("MatMul", ["pooled", "v"], ["y"]),
    ]
    return model_of(nodes, {"x": (batch, 3, 8, 8)}, {"y": (batch, 2)}, stored)


@pytest.mark.parametrize("cut", ["last", "rows", "active", "unfolded"])
def test_a_tail_behind_folded_rows_rebuilds_the_number_of_images(cut) -> None:
    model = windows()
    at_cut, y = values(model, [cut, "y"])

    (found,) = numeric.run(extract(model, [cut], ["y"]), {cut: at_cut}, ["y"])

    np.testing.assert_allclose(found, y, rtol=1e-5)


def test_a_fixed_batch_is_a_number_in_the_tail() -> None:
    model = windows(1)
    at_cut, y = values(model, ["active", "y"], X[:1])

    tail = extract(model, ["active"], ["y"])

    assert "Shape" not in [n.op_type for n in tail.graph.node]
    np.testing.assert_allclose(numeric.run(tail, {"active": at_cut}, ["y"])[0], y, rtol=1e-5)


def test_a_shape_that_the_image_alone_knows_is_said_to_be_missing() -> None:
    stored = {"rest": np.array([-1]), "v": np.ones((1, 2), np.float32)}
    model = model_of(
        [
            node("Flatten", ["x"], ["flat"]),
            node("ReduceMean", ["flat"], ["mean"], axes=[1]),
            node("Shape", ["x"], ["width"], start=3, end=4),
            node("Cast", ["width"], ["count"], to=TensorProto.FLOAT),
            node("Mul", ["mean", "count"], ["scaled"]),
            node("MatMul", ["scaled", "v"], ["y"]),
        ],
        {"x": ("N", 3, 8, "W")},
        {"y": ("N", 2)},
        stored,
    )

    with pytest.raises(RequestError, match="cut at 'mean': the shape of a tensor before it"):
        extract(model, ["mean"], ["y"])
