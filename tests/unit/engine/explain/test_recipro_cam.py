"""ReciproCAM: behind pooling it is the class activation map; all classes come from one run."""

import numpy as np
import pytest
from onnx import numpy_helper

from engine.explain.cam import GradCam
from engine.explain.explanation import NO_POSITIVE_EVIDENCE
from engine.explain.flows import forward_tail, seen_at
from engine.explain.recipro_cam import ONE_SIDED, ReciproCam
from engine.graph.layers import find_layer
from tests.support.toys import explain, open_toy, relu_net, request_for

PICTURE = np.random.default_rng(1).random((1, 8, 8)).astype(np.float32)


@pytest.fixture
def model(tmp_path):
    return open_toy(tmp_path / "toy", relu_net(2, has_bias=True))


def bias_of(model):
    return next(numpy_helper.to_array(t) for t in model.graph.graph.initializer if t.name == "b3")


@pytest.mark.parametrize("target", ["a", "b"])
def test_behind_pooling_it_is_grad_cam_plus_the_bias(model, target):
    found = explain(ReciproCam(), model, PICTURE, target=target)
    cam = explain(GradCam(), model, PICTURE, target=target)

    bias = bias_of(model)["ab".index(target)]
    np.testing.assert_allclose(found.map, cam.map + bias, atol=1e-6)
    assert np.ptp(found.map) > 0


def test_less_an_empty_layer_it_is_grad_cam(model):
    found = explain(ReciproCam(), model, PICTURE, reference="empty-layer")

    np.testing.assert_allclose(found.map, explain(GradCam(), model, PICTURE).map, atol=1e-6)
    assert "subtracted" in found.conventions["reference"]


def test_each_place_is_the_score_of_the_layer_with_that_place_alone(model):
    request = request_for(model, PICTURE, layer="r1")
    layer = find_layer(model.layers, "r1")
    activation = seen_at(request, layer, request.tensor)[0].activation
    alone = np.zeros_like(activation)
    alone[0, :, 5, 2] = activation[0, :, 5, 2]

    found = explain(ReciproCam(), model, PICTURE, layer="r1")

    logits = forward_tail(request, layer).logits(alone)
    assert found.map[5, 2] == pytest.approx(logits[0, 0], abs=1e-6)
    assert found.map.shape == (8, 8)


def test_another_class_costs_nothing(model):
    request = request_for(model, PICTURE)

    first = explain(ReciproCam(), model, PICTURE)
    other = explain(ReciproCam(), model, PICTURE, target="b")
    both = explain(ReciproCam(), model, PICTURE, target="a", against="b")

    assert first.passes == ReciproCam().passes(request) == 4 * 4 + 2
    assert other.passes == both.passes == 0
    np.testing.assert_allclose(both.map, first.map - other.map, atol=1e-6)
    assert not np.allclose(first.map, other.map)


def test_scores_on_one_side_of_zero_are_flagged(tmp_path):
    graph = relu_net(2, has_bias=True)
    for stored in graph.graph.initializer:
        if stored.name == "b3":
            stored.CopyFrom(numpy_helper.from_array(np.array([-9, 9], np.float32), "b3"))
    model = open_toy(tmp_path / "toy", graph)

    below, above = (explain(ReciproCam(), model, PICTURE, target=t) for t in "ab")
    relative = explain(ReciproCam(), model, PICTURE, reference="empty-layer")

    assert ONE_SIDED in below.flags
    assert NO_POSITIVE_EVIDENCE in below.flags
    assert ONE_SIDED in above.flags
    assert ONE_SIDED not in relative.flags
    assert relative.map.max() > 0
