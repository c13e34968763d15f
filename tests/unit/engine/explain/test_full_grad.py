"""FullGrad: all terms together are the score, and the picture is what the definition says."""

import cv2
import numpy as np
import pytest
from onnx import numpy_helper

from engine.explain.biases import biases_between
from engine.explain.full_grad import COMPLETE, FullGrad, full_gradient
from engine.graph.facts import GraphFacts
from tests.support.models import model_of
from tests.support.toys import explain, node, open_toy, relu_net, request_for

PICTURE = np.random.default_rng(1).random((1, 8, 8)).astype(np.float32)
RNG = np.random.default_rng(3)
SAME = {"pads": [1, 1, 1, 1]}


def normal(*shape, scale=0.5):
    return (RNG.normal(size=shape) * scale).astype(np.float32)


def many_biases():
    """Every way of adding something stored: Sub, Conv, BatchNormalization, Add, Gemm with beta."""
    stored = {
        "mean": np.array([0.4], np.float32).reshape(1, 1, 1),
        "w1": normal(4, 1, 3, 3), "b1": normal(4),
        "scale": normal(4), "shift": normal(4), "mu": normal(4),
        "var": np.abs(normal(4)) + 0.5,
        "w2": normal(4, 4, 3, 3), "extra": normal(4, 1, 1),
        "w3": normal(4, 2), "b3": normal(2), "last": normal(2),
    }  # fmt: skip
    nodes = [
        node("Sub", ["x", "mean"], ["centred"], name="centre"),
        node("Conv", ["centred", "w1", "b1"], ["c1"], name="conv1", **SAME),
        node("BatchNormalization", ["c1", "scale", "shift", "mu", "var"], ["n1"], name="norm"),
        node("LeakyRelu", ["n1"], ["r1"], name="leaky", alpha=0.2),
        node("MaxPool", ["r1"], ["p1"], name="pool", kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", ["p1", "w2"], ["c2"], name="conv2", **SAME),
        node("Add", ["extra", "c2"], ["a2"], name="add"),
        node("Relu", ["a2"], ["r2"], name="relu"),
        node("Add", ["r2", "p1"], ["sum"], name="skip"),
        node("GlobalAveragePool", ["sum"], ["g"], name="gap"),
        node("Flatten", ["g"], ["f"], name="flatten"),
        node("Gemm", ["f", "w3", "b3"], ["d"], name="dense", beta=0.5),
        node("Sub", ["last", "d"], ["logits"], name="turned"),
    ]
    return model_of(nodes, {"x": ("N", 1, 8, 8)}, {"logits": ("N", 2)}, stored)


@pytest.mark.parametrize("target", ["a", "b"])
@pytest.mark.parametrize("graph", [relu_net(2, has_bias=True), many_biases()], ids=["toy", "many"])
def test_all_terms_together_are_the_score(tmp_path, graph, target):
    model = open_toy(tmp_path / "toy", graph)
    request = request_for(model, PICTURE, target=target)

    parts = full_gradient(model).run(request)

    assert parts.total == pytest.approx(parts.score, rel=1e-4, abs=1e-5)
    # None of the two kinds of terms is the score alone.
    assert abs(parts.totals.sum()) > 1e-3 * abs(parts.score)
    assert abs(parts.input_share.sum()) > 1e-3 * abs(parts.score)
    found = explain(FullGrad(), model, PICTURE, target=target)
    assert found.completeness_error < 1e-3
    assert found.flags == ()


def test_every_stored_summand_is_found_where_it_is_added():
    facts = GraphFacts(many_biases())

    found = {bias.tensor: bias.values for bias in biases_between(facts, "x", "logits")}

    assert list(found) == ["centred", "c1", "n1", "a2", "d", "logits"]
    stored = {name: facts.initializer(name) for name in ("scale", "shift", "mu", "var", "b3")}
    np.testing.assert_allclose(found["centred"].ravel(), -0.4, rtol=1e-6)
    np.testing.assert_allclose(found["d"].ravel(), 0.5 * stored["b3"], rtol=1e-6)
    expected = stored["shift"] - stored["mu"] * stored["scale"] / np.sqrt(stored["var"] + 1e-5)
    np.testing.assert_allclose(found["n1"].ravel(), expected, rtol=1e-5)


def test_a_network_that_is_not_piecewise_linear_is_found_out(tmp_path):
    stored = {"w": normal(3, 1, 3, 3), "b": normal(3, scale=2.0), "h": normal(3, 1, scale=3.0)}
    nodes = [
        node("Conv", ["x", "w", "b"], ["c"], name="conv", **SAME),
        node("Tanh", ["c"], ["t"], name="tanh"),
        node("GlobalAveragePool", ["t"], ["g"], name="gap"),
        node("Flatten", ["g"], ["f"], name="flatten"),
        node("MatMul", ["f", "h"], ["logits"], name="dense"),
    ]
    graph = model_of(nodes, {"x": ("N", 1, 8, 8)}, {"logits": ("N", 1)}, stored)

    found = explain(FullGrad(), open_toy(tmp_path / "toy", graph), PICTURE)

    assert found.completeness_error > COMPLETE
    assert any("piecewise linear" in flag for flag in found.flags)


def test_the_picture_is_the_sum_of_processed_terms(tmp_path):
    torch = pytest.importorskip("torch", reason="torch is not part of the locked environment")
    graph = relu_net(2, has_bias=True)
    w = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.graph.initializer}
    x = torch.tensor(PICTURE)[None].requires_grad_(True)
    conv = torch.nn.functional.conv2d
    c1 = conv(x, w["w1"], w["b1"], padding=1)
    c2 = conv(torch.max_pool2d(torch.relu(c1), 2), w["w2"], w["b2"], padding=1)
    score = (torch.relu(c2).mean(dim=(2, 3)) @ w["w3"] + w["b3"])[0, 0]
    slopes = torch.autograd.grad(score, (x, c1, c2))
    terms = (x[0], w["b1"][:, None, None].expand_as(c1[0]), w["b2"][:, None, None].expand_as(c2[0]))
    expected = np.zeros((8, 8))
    for slope, term in zip(slopes, terms, strict=True):
        share = np.abs((slope[0] * term).detach().numpy().astype(np.float64))
        share = ((share - share.min()) / np.ptp(share)).sum(axis=0)
        expected += cv2.resize(share, (8, 8), interpolation=cv2.INTER_LINEAR)

    found = explain(FullGrad(), open_toy(tmp_path / "toy", graph), PICTURE)

    np.testing.assert_allclose(found.map, expected, atol=1e-4)


def test_without_biases_only_the_input_is_drawn(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=False))

    found = explain(FullGrad(), model, PICTURE)

    assert full_gradient(model).graph.totals == ()
    assert found.map.max() == pytest.approx(1.0)
    assert found.map.min() == 0.0
    assert found.completeness_error < 1e-3
