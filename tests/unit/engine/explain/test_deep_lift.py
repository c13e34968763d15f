"""DeepLIFT against hand-worked numbers, an independent reference, and its promise to add up."""

import numpy as np
import pytest

from engine.errors import UnsupportedOperator
from engine.explain.deep_lift import DeepLift
from engine.explain.integrated_gradients import IntegratedGradients
from tests.support.models import small_classifier
from tests.support.toys import (
    explain,
    linear_net,
    node,
    open_toy,
    pair_net,
    quadratic_net,
    relu_net,
)

RNG = np.random.default_rng(5)


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return open_toy(tmp_path_factory.mktemp("toy") / "m", relu_net(has_bias=True))


def test_two_shifted_rectifiers(tmp_path):
    """2 relu(x1) + 2 relu(x2 - 1.5) from (0, 0) to (1, 2): contributions 2 and 1."""
    nodes = [
        node("Add", ["flat", "shift"], ["moved"]),
        node("Relu", ["moved"], ["active"]),
        node("MatMul", ["active", "twos"], ["logits"]),
    ]
    stored = {
        "shift": np.array([0, -1.5], np.float32),
        "twos": np.array([[2], [2]], np.float32),
    }
    model = open_toy(tmp_path / "m", pair_net(nodes, stored))

    found = explain(DeepLift(), model, np.array([[[1.0, 2.0]]]))

    np.testing.assert_allclose(found.map, [[2.0, 1.0]], atol=1e-6)
    assert found.completeness_error < 1e-6


def test_secants_carry_back_what_a_plain_reference_says(tmp_path):
    """Two rectified layers in numpy, with the slopes written out."""
    first, second, last = RNG.normal(size=(2, 6)), RNG.normal(size=(6, 5)), RNG.normal(size=(5, 1))
    nodes = [
        node("Gemm", ["flat", "w1"], ["z1"]),
        node("Relu", ["z1"], ["a1"]),
        node("Gemm", ["a1", "w2"], ["z2"]),
        node("Relu", ["z2"], ["a2"]),
        node("Gemm", ["a2", "w3"], ["logits"]),
    ]
    stored = {"w1": first, "w2": second, "w3": last}
    floats = {name: value.astype(np.float32) for name, value in stored.items()}
    model = open_toy(tmp_path / "m", pair_net(nodes, floats))
    x, start = np.array([0.9, 0.2]), np.array([1.0, 1.0])

    z1, z1_start = x @ first, start @ first
    z2, z2_start = (np.maximum(z, 0) @ second for z in (z1, z1_start))
    slopes = [
        (np.maximum(z, 0) - np.maximum(z0, 0)) / (z - z0)
        for z, z0 in ((z1, z1_start), (z2, z2_start))
    ]
    multiplier = first @ (slopes[0] * (second @ (slopes[1] * last[:, 0])))
    found = explain(DeepLift(), model, x.reshape(1, 1, 2), baseline="white")

    np.testing.assert_allclose(found.map[0], (x - start) * multiplier, atol=1e-5)


def test_on_a_linear_network_it_is_integrated_gradients(tmp_path):
    model = open_toy(tmp_path / "m", linear_net(RNG.normal(size=(2, 1, 3, 4))))
    picture = RNG.random((1, 3, 4))

    maps = [
        explain(m, model, picture, baseline="white", against="b").map
        for m in (DeepLift(), IntegratedGradients())
    ]

    np.testing.assert_allclose(maps[0], maps[1], atol=1e-5)


@pytest.mark.parametrize("layer", [None, "r1", "p1", "r2"])
@pytest.mark.parametrize("baseline", ["black", "blur", "black-and-white"])
def test_the_map_adds_up(network, layer, baseline):
    picture = RNG.random((1, 8, 8))

    found = explain(DeepLift(), network, picture, baseline=baseline, layer=layer, target="b")

    change = found.score - float(found.conventions["baseline score"])
    assert found.map.sum() == pytest.approx(change, abs=1e-4)
    assert found.completeness_error < 1e-3
    assert found.layer == layer
    assert found.flags == ()


def test_it_adds_up_through_a_residual_block_and_a_softmax_head(tmp_path):
    model = open_toy(tmp_path / "m", small_classifier())

    found = explain(DeepLift(), model, RNG.random((3, 8, 8)), target="c", against="a")

    assert found.map.shape == (8, 8)
    assert found.completeness_error < 1e-3


def test_no_difference_gives_zeros(network):
    found = explain(DeepLift(), network, np.zeros((1, 8, 8)))

    np.testing.assert_array_equal(found.map, np.zeros((8, 8)))
    assert found.completeness_error == 0.0


def test_products_are_split_evenly(tmp_path):
    """Score x' H x / 2: by halves (x - x') (H (x + x') / 2), which is integrated gradients'."""
    half = RNG.normal(size=(4, 4))
    graph = quadratic_net(half + half.T, RNG.normal(size=4), (2, 2))
    model = open_toy(tmp_path / "m", graph)
    picture = RNG.random((1, 2, 2))

    maps = [explain(m, model, picture).map for m in (DeepLift(), IntegratedGradients())]

    np.testing.assert_allclose(maps[0], maps[1], atol=1e-5)


def test_operators_without_a_rule_are_refused_by_name(tmp_path):
    nodes = [node("Softmax", ["flat"], ["shares"]), node("MatMul", ["shares", "w"], ["logits"])]
    graph = pair_net(nodes, {"w": np.array([[1.0], [2.0]], np.float32)})
    model = open_toy(tmp_path / "m", graph)

    with pytest.raises(UnsupportedOperator, match="Softmax"):
        explain(DeepLift(), model, RNG.random((1, 1, 2)))
