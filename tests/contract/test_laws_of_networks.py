"""Laws that the gradients of whole networks obey, in networks put together at random."""

from functools import partial

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import ModelProto

from engine.autodiff.build import active_nodes, build_gradient_model
from engine.autodiff.overrides import DECONVNET, GUIDED_BACKPROP, Override
from engine.graph.cut import extract
from engine.graph.facts import GraphFacts
from tests.support import numeric
from tests.support.block_networks import (
    BLOCKS,
    CHANNELS,
    CLASSES,
    PIECEWISE_LINEAR,
    SIZE,
    block_network,
)
from tests.support.draws import PROPERTY, close, numbers, seeds
from tests.support.models import model_of, small_classifier

some_blocks = st.lists(st.sampled_from(list(BLOCKS)), max_size=6)
NETWORKS = settings(PROPERTY, max_examples=40)


def images(seed: int, count: int = 1) -> np.ndarray:
    return numbers(seed, (count, CHANNELS, SIZE, SIZE))


def gradients(
    model: ModelProto,
    wrt: list[str],
    feeds: dict[str, np.ndarray],
    seed: np.ndarray,
    *,
    score: str = "logits",
    optimised: bool = False,
    overrides: Override | None = None,
) -> list[np.ndarray]:
    graph = build_gradient_model(model, score=score, wrt=wrt, overrides=overrides)
    feeds = {**feeds, graph.seed_input: seed.astype(np.float32)}
    names = [graph.gradients[w] for w in wrt]
    return numeric.run(graph.model, feeds, names, optimised=optimised)


@NETWORKS
@given(some_blocks, seeds)
def test_gradient_is_the_slope(blocks: list[str], seed: int) -> None:
    model, x = block_network(blocks), images(seed)
    direction = np.random.default_rng(seed + 1).normal(size=x.shape)
    weights = np.random.default_rng(seed + 2).normal(size=(1, CLASSES))

    (dx,) = gradients(model, ["x"], {"x": x}, weights)

    slope = numeric.directional_difference(
        lambda v: weights * numeric.run_in_double(model, {"x": v}, ["logits"])[0],
        x.astype(np.float64), direction, 1e-7,
    )  # fmt: skip
    assert (dx * direction).sum() == pytest.approx(slope, rel=1e-3, abs=1e-5)


@NETWORKS
@given(st.lists(st.sampled_from(list(PIECEWISE_LINEAR)), max_size=6), seeds)
def test_image_and_biases_account_for_the_whole_logit(blocks: list[str], seed: int) -> None:
    """FullGrad's completeness, with the slopes of PRelu frozen as they are."""
    total, logit = numeric.completeness_gap(block_network(blocks), "logits", images(seed), 1)

    assert total == pytest.approx(logit, rel=1e-3, abs=1e-4)


@NETWORKS
@given(some_blocks, seeds)
def test_a_batch_of_eight_is_eight_batches_of_one(blocks: list[str], seed: int) -> None:
    model, x = block_network(blocks), images(seed, 8)
    weights = np.random.default_rng(seed).normal(size=(8, CLASSES))

    batch = gradients(model, ["x", "last"], {"x": x}, weights)

    for n in (0, 3, 7):
        single = gradients(model, ["x", "last"], {"x": x[n : n + 1]}, weights[n : n + 1])
        for a, b in zip(batch, single, strict=True):
            close(a[n : n + 1], b)


@NETWORKS
@given(some_blocks, seeds)
def test_graph_optimisation_changes_nothing(blocks: list[str], seed: int) -> None:
    model, x = block_network(blocks), images(seed, 2)
    weights = np.eye(CLASSES)[:2]

    plain, tuned = (
        gradients(model, ["x", "first", "last"], {"x": x}, weights, optimised=optimised)
        for optimised in (False, True)
    )

    for a, b in zip(tuned, plain, strict=True):
        close(a, b)


@NETWORKS
@given(some_blocks)
def test_graph_is_plain_valid_and_repeatable(blocks: list[str]) -> None:
    model = block_network(blocks)
    first, second = (
        build_gradient_model(model, score="probabilities", wrt=["x", "first"]) for _ in range(2)
    )

    onnx.checker.check_model(first.model, full_check=True)
    assert {node.domain for node in first.model.graph.node} == {""}
    assert [o.version for o in first.model.opset_import if o.domain] == []
    assert first.model.SerializeToString() == second.model.SerializeToString()


@NETWORKS
@given(some_blocks, seeds)
def test_several_tensors_at_once_are_each_alone(blocks: list[str], seed: int) -> None:
    model, x = block_network(blocks), images(seed)
    weights = numeric.one_hot((1, CLASSES), 2)

    together = gradients(model, ["last", "x", "first"], {"x": x}, weights)

    for name, found in zip(("last", "x", "first"), together, strict=True):
        close(found, gradients(model, [name], {"x": x}, weights)[0])


@pytest.mark.parametrize(
    "overrides", [None, GUIDED_BACKPROP, DECONVNET], ids=lambda o: o.id if o else "gradient"
)
@NETWORKS
@given(some_blocks, seeds, st.data())
def test_asking_for_inner_tensors_changes_no_other_gradient(
    overrides: Override | None, blocks: list[str], seed: int, data: st.DataObject
) -> None:
    """Nodes are fused only where nobody looks."""
    model, x = block_network([*blocks, "relu"]), images(seed)
    weights = numeric.one_hot((1, CLASSES), 2)
    ask = partial(gradients, model, feeds={"x": x}, seed=weights, overrides=overrides)
    facts = GraphFacts(model)
    order = [n.output[0] for n in active_nodes(facts, ["x"], "logits")]
    last = max(i for i, name in enumerate(order) if name.startswith("Relu"))
    inner = [name for name in order[:last] if facts.is_float(name)]
    chosen = data.draw(st.lists(st.sampled_from(inner), min_size=1, max_size=3, unique=True))

    *found, dx = ask([*chosen, "x"])

    close(dx, ask(["x"])[0])
    for name, gradient in zip(chosen, found, strict=True):
        close(gradient, ask([name])[0])


@NETWORKS
@given(some_blocks, seeds)
def test_classes_add_up(blocks: list[str], seed: int) -> None:
    """A seed of several classes gives the sum of their gradients, weighted."""
    model, x = block_network(blocks), images(seed)
    singles = [
        gradients(model, ["x"], {"x": x}, numeric.one_hot((1, CLASSES), c))[0]
        for c in range(CLASSES)
    ]

    (mixed,) = gradients(model, ["x"], {"x": x}, np.array([[1.0, -2.0, 0.5]]))

    close(mixed, singles[0] - 2 * singles[1] + 0.5 * singles[2])


@NETWORKS
@given(some_blocks, seeds)
def test_chain_rule_across_a_cut(blocks: list[str], seed: int) -> None:
    """The gradient by the image is that of the head, seeded with the gradient at the cut."""
    model, x = block_network(blocks), images(seed)
    whole, at_cut = gradients(model, ["x", "last"], {"x": x}, numeric.one_hot((1, CLASSES), 0))

    head = extract(model, ["x"], ["last"])
    (composed,) = gradients(head, ["x"], {"x": x}, at_cut, score="last")

    close(composed, whole)


@NETWORKS
@given(some_blocks, seeds)
def test_probabilities_follow_the_jacobian_of_softmax(blocks: list[str], seed: int) -> None:
    """Dp_c = p_c (dz_c - sum of p_k dz_k): probabilities compete, logits do not."""
    model, x = block_network(blocks), images(seed)
    (p,) = numeric.run(model, {"x": x}, ["probabilities"])
    logits = [
        gradients(model, ["x"], {"x": x}, numeric.one_hot((1, CLASSES), c))[0]
        for c in range(CLASSES)
    ]
    seed_row = numeric.one_hot((1, CLASSES), 1)

    (found,) = gradients(model, ["x"], {"x": x}, seed_row, score="probabilities")

    mean = sum(p[0, c] * logits[c] for c in range(CLASSES))
    close(found, p[0, 1] * (logits[1] - mean))


def test_a_tensor_read_four_times_collects_all_four_gradients() -> None:
    node = onnx.helper.make_node
    model = model_of(
        [
            node("Mul", ["x", "x"], ["square"]),
            node("Mul", ["square", "x"], ["cube"]),
            node("Add", ["cube", "x"], ["y"]),
        ],
        {"x": ("N", 2)},
        {"y": ("N", 2)},
    )

    (dx,) = gradients(model, ["x"], {"x": np.array([[2, -1]], "f4")}, np.ones((1, 2)), score="y")

    np.testing.assert_allclose(dx, [[13, 4]])  # 3 x^2 + 1


def test_heads_are_explained_apart_and_share_the_trunk() -> None:
    node = onnx.helper.make_node
    base = small_classifier()
    base.graph.node.append(node("Gemm", ["f", "w5"], ["age"], name="age"))
    weight = np.random.default_rng(9).normal(size=(5, 1)).astype(np.float32)
    base.graph.initializer.append(onnx.numpy_helper.from_array(weight, "w5"))
    base.graph.output.append(
        onnx.helper.make_tensor_value_info("age", onnx.TensorProto.FLOAT, ("N", 1))
    )
    x = numbers(3, (2, 3, 8, 8))
    seed = np.ones((2, 1))

    by_trunk, by_image = gradients(base, ["f", "x"], {"x": x}, seed, score="age")

    close(by_trunk, np.repeat(weight.T, 2, axis=0))
    alone = extract(base, ["x"], ["age"])
    close(by_image, gradients(alone, ["x"], {"x": x}, seed, score="age")[0])
    (other,) = gradients(base, ["x"], {"x": x}, np.eye(3)[:2])
    same = gradients(small_classifier(), ["x"], {"x": x}, np.eye(3)[:2])[0]
    np.testing.assert_array_equal(other, same)
