"""Heads as exporters and publishers write them: where the logits are, and what is refused."""

from collections.abc import Sequence

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from engine.errors import ModelError
from engine.graph.facts import GraphFacts
from engine.graph.score import Score, find_score
from tests.support import numeric

node = helper.make_node
STORED = {
    "w": np.random.default_rng(0).normal(size=(6, 4)).astype(np.float32),
    "w1": np.random.default_rng(1).normal(size=(6, 1)).astype(np.float32),
    "axes1": np.array([1]),
    "axes12": np.array([1, 2]),
    "tall": np.array([0, 4, 1, 1]),
    "eps": np.float32(1e-7),
    "almost": np.float32(1 - 1e-7),
    "six": np.float32(6.0),
    "half": np.float32(0.5),
    "one": np.array([1]),
}
LOGITS = node("MatMul", ["x", "w"], ["logits"])
LONE = node("MatMul", ["x", "w1"], ["logits"])


def head(nodes: Sequence[onnx.NodeProto], *outputs: str) -> onnx.ModelProto:
    """Nodes on a (N, 6) input ``x``; outputs declared as shape inference finds them."""
    graph = helper.make_graph(
        list(nodes),
        "head",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", 6])],
        [onnx.ValueInfoProto(name=name) for name in outputs],
        initializer=[onnx.numpy_helper.from_array(np.asarray(v), k) for k, v in STORED.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    onnx.checker.check_model(inferred)
    return inferred


def score_of(nodes: Sequence[onnx.NodeProto], *outputs: str) -> Score:
    return find_score(GraphFacts(head(nodes, *outputs)))


def test_log_softmax_is_explained_by_its_logits() -> None:
    score = score_of([LOGITS, node("LogSoftmax", ["logits"], ["y"], axis=1)], "y")

    assert (score.logits, score.output, score.activation) == ("logits", "y", "softmax")
    assert score.is_log


def test_the_logarithm_of_a_softmax_is_the_same_as_log_softmax() -> None:
    nodes = [LOGITS, node("Softmax", ["logits"], ["p"], axis=1), node("Log", ["p"], ["y"])]

    score = score_of(nodes, "y")

    assert (score.logits, score.activation, score.is_log) == ("logits", "softmax", True)


def test_the_exponential_of_a_log_softmax_is_a_probability() -> None:
    nodes = [LOGITS, node("LogSoftmax", ["logits"], ["l"], axis=1), node("Exp", ["l"], ["y"])]

    score = score_of(nodes, "y")

    assert (score.logits, score.activation, score.is_log) == ("logits", "softmax", False)


def test_the_exponential_of_a_softmax_is_no_probability() -> None:
    nodes = [LOGITS, node("Softmax", ["logits"], ["p"], axis=1), node("Exp", ["p"], ["y"])]

    score = score_of(nodes, "y")

    assert (score.logits, score.activation) == ("y", "none")


def test_a_squeezed_lone_logit_is_found_before_and_behind_the_sigmoid() -> None:
    before = [
        LONE,
        node("Squeeze", ["logits", "axes1"], ["flat"]),
        node("Sigmoid", ["flat"], ["y"]),
    ]
    behind = [LONE, node("Sigmoid", ["logits"], ["p"]), node("Squeeze", ["p", "axes1"], ["y"])]
    bare = [LONE, node("Squeeze", ["logits", "axes1"], ["y"])]

    assert [score_of(n, "y").logits for n in (behind, bare)] == ["logits", "logits"]
    assert [score_of(n, "y").activation for n in (behind, bare)] == ["sigmoid", "none"]
    score = score_of(before, "y")
    assert (score.logits, score.activation, score.class_count) == ("logits", "sigmoid", 1)


def test_a_guarding_clip_hides_no_activation() -> None:
    nodes = [
        LOGITS,
        node("Softmax", ["logits"], ["p"], axis=-1),
        node("Clip", ["p", "eps", "almost"], ["y"]),
    ]

    assert score_of(nodes, "y").logits == "logits"


def test_a_clip_that_changes_values_is_part_of_the_score() -> None:
    clipped = [LOGITS, node("Sigmoid", ["logits"], ["p"]), node("Clip", ["p", "half"], ["y"])]
    rectified = [LOGITS, node("Clip", ["logits", "eps", "six"], ["y"])]

    for nodes in (clipped, rectified):
        score = score_of(nodes, "y")
        assert (score.logits, score.activation) == ("y", "none")


def test_labels_beside_the_probabilities_are_passed_over() -> None:
    nodes = [
        LOGITS,
        node("Softmax", ["logits"], ["p"], axis=1),
        node("ArgMax", ["p"], ["label"], axis=1),
        node("ReduceMax", ["p"], ["best"], axes=[1]),
    ]

    score = score_of(nodes, "label", "best", "p")

    assert (score.output, score.logits, score.activation) == ("p", "logits", "softmax")


def test_the_best_probability_alone_is_no_score() -> None:
    nodes = [
        LOGITS,
        node("Softmax", ["logits"], ["p"], axis=1),
        node("ReduceMax", ["p"], ["best"], axes=[1]),
    ]

    with pytest.raises(ModelError, match="class scores"):
        find_score(GraphFacts(head(nodes, "best")))


def test_of_logits_and_probabilities_the_probabilities_tell_more() -> None:
    nodes = [LOGITS, node("Softmax", ["logits"], ["p"], axis=1)]

    score = score_of(nodes, "logits", "p")

    assert (score.output, score.logits, score.activation) == ("p", "logits", "softmax")


def test_features_that_the_scores_are_computed_from_are_no_scores() -> None:
    score = score_of([node("Relu", ["x"], ["features"]), LOGITS_OF_FEATURES], "features", "logits")

    assert (score.output, score.class_count) == ("logits", 4)


LOGITS_OF_FEATURES = node("MatMul", ["features", "w"], ["logits"])


def test_a_named_output_is_taken_at_its_word() -> None:
    nodes = [LOGITS, node("Softmax", ["logits"], ["p"], axis=1)]

    score = find_score(GraphFacts(head(nodes, "logits", "p")), "logits")

    assert (score.output, score.activation) == ("logits", "none")


def test_a_softmax_of_four_dimensions_keeps_its_axis() -> None:
    nodes = [
        LOGITS,
        node("Reshape", ["logits", "tall"], ["map"]),
        node("Softmax", ["map"], ["y"], axis=1),
    ]

    score = score_of(nodes, "y")

    assert (score.logits, score.axis, score.class_count) == ("map", 1, 4)


def test_a_softmax_over_the_images_is_refused() -> None:
    nodes = [LOGITS, node("Softmax", ["logits"], ["y"], axis=0)]

    with pytest.raises(ModelError, match="over the images"):
        find_score(GraphFacts(head(nodes, "y")))


def test_half_precision_inside_does_not_hide_the_head() -> None:
    nodes = [
        LOGITS,
        node("Cast", ["logits"], ["narrow"], to=TensorProto.FLOAT16),
        node("Softmax", ["narrow"], ["p"], axis=1),
        node("Cast", ["p"], ["y"], to=TensorProto.FLOAT),
    ]

    score = score_of(nodes, "y")

    assert (score.logits, score.activation) == ("narrow", "softmax")


def test_probabilities_of_a_log_softmax_add_up_to_one() -> None:
    model = head([LOGITS, node("LogSoftmax", ["logits"], ["y"], axis=1)], "y")
    x = np.random.default_rng(2).normal(size=(3, 6)).astype(np.float32)

    (output,) = numeric.run(model, {"x": x}, ["y"])

    np.testing.assert_allclose(np.exp(output).sum(axis=1), 1.0, rtol=1e-5)
