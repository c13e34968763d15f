"""Runs that are kept: found again by what they depend on, and never more than allowed."""

import numpy as np
import pytest

from engine.errors import InvalidOutput
from engine.explain.backward import backward_to, seeds_of
from engine.explain.flows import LatestRuns, flow_at, forward_tail, seen_at
from engine.graph.layers import find_layer
from tests.support.toys import open_toy, relu_net, request_for

PICTURE = np.random.default_rng(1).random((1, 8, 8))


@pytest.fixture
def model(tmp_path):
    return open_toy(tmp_path / "toy", relu_net(2, has_bias=True))


def test_the_oldest_results_leave_first():
    runs = LatestRuns(largest_bytes=10)
    runs.keep(("a",), "first", 4)
    runs.keep(("b",), "second", 4)
    assert runs.find(("a",)) == "first"  # now the latest

    runs.keep(("c",), "third", 4)

    assert [runs.find((key,)) for key in "abc"] == ["first", None, "third"]


def test_what_is_larger_than_everything_allowed_is_not_kept():
    runs = LatestRuns(largest_bytes=10)
    runs.keep(("a",), "large", 11)

    assert runs.find(("a",)) is None


@pytest.mark.parametrize("name", ["r1", "r2"])
def test_trunk_and_tail_give_the_gradient_of_the_whole_network(model, name):
    request = request_for(model, PICTURE, target="b")
    layer = find_layer(model.layers, name)
    whole = backward_to(model, layer.tensor).run(request.tensor, seeds_of(request, 1))

    flow, passes = flow_at(request, layer, request.tensor)

    assert passes == 2
    np.testing.assert_allclose(flow.gradient, whole.gradient, atol=1e-6)
    np.testing.assert_allclose(flow.activation, whole.activation, atol=1e-6)
    np.testing.assert_allclose(flow.logits, whole.logits, atol=1e-6)
    assert np.abs(flow.gradient).max() > 1e-3


def test_another_image_another_class_and_another_layer_are_not_mixed_up(model):
    first, second = (find_layer(model.layers, name) for name in ("r1", "r2"))
    request, other = request_for(model, PICTURE), request_for(model, PICTURE, target="b")
    flow, _ = flow_at(request, second, request.tensor)

    for changed, layer, tensor in (
        (other, second, request.tensor),
        (request, second, request.tensor[..., ::-1]),
        (request, first, request.tensor),
    ):
        found, passes = flow_at(changed, layer, tensor)
        assert passes > 0
        assert found.gradient.shape != flow.gradient.shape or not (
            np.array_equal(found.gradient, flow.gradient)
            and np.array_equal(found.activation, flow.activation)
        )


def test_the_forward_tail_is_the_rest_of_the_network(model):
    request = request_for(model, PICTURE)
    layer = find_layer(model.layers, "r1")
    seen, _ = seen_at(request, layer, request.tensor)

    logits = forward_tail(request, layer).logits(np.repeat(seen.activation, 3, axis=0))

    np.testing.assert_allclose(logits, np.repeat(seen.logits, 3, axis=0), atol=1e-6)


def test_activations_that_are_not_finite_are_refused(model):
    request = request_for(model, np.full((1, 8, 8), np.inf))

    with pytest.raises(InvalidOutput, match="NaN or infinite"):
        seen_at(request, find_layer(model.layers, "r1"), request.tensor)
