"""ReciproCAM: behind pooling it is the class activation map; all classes come from one run."""

import numpy as np
import pytest
from onnx import numpy_helper

from engine.explain.batches import BatchSize
from engine.explain.cam import GradCam
from engine.explain.explanation import NO_POSITIVE_EVIDENCE
from engine.explain.flows import forward_tail, seen_at
from engine.explain.recipro_cam import ONE_SIDED, ReciproCam, coarse_to_fine, spread_coarsely
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


@pytest.mark.parametrize("extent", [(1, 1), (1, 5), (7, 7), (12, 5)])
def test_places_are_visited_once_each_on_ever_finer_grids(extent):
    order = coarse_to_fine(extent)
    values = np.arange(float(len(order)))

    assert sorted(order) == list(range(extent[0] * extent[1]))
    assert order[0] == 0
    whole = spread_coarsely(values, extent)
    np.testing.assert_array_equal(whole[order], values)


def test_what_is_shown_early_is_the_map_on_a_coarser_grid():
    field = np.arange(8.0)[:, None] * 10 + np.arange(8.0)
    known = field.ravel()[coarse_to_fine((8, 8))]

    shown = spread_coarsely(known[:4], (8, 8)).reshape(8, 8)  # the places (0 or 4, 0 or 4)

    np.testing.assert_array_equal(shown, np.kron(field[::4, ::4], np.ones((4, 4))))
    later = spread_coarsely(known[:7], (8, 8)).reshape(8, 8)
    assert (later == shown).sum() == 64 - 3


def test_partial_maps_come_batch_by_batch_and_end_in_the_map(model, monkeypatch):
    fixed = BatchSize(3, 0.001)
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_: fixed)
    steps = list(ReciproCam().run(request_for(model, PICTURE)))
    shown = [step.partial.map for step in steps if step.partial is not None]

    assert len(shown) == 5  # 17 runs in batches of 3, the last of which is the result
    assert [step.fraction for step in steps] == sorted(step.fraction for step in steps)
    whole = steps[-1].result.map
    differs = [np.abs(picture - whole).mean() for picture in shown]
    assert differs[-1] < differs[0]


def test_one_row_at_a_time_shows_no_map_of_no_place_and_ends_in_the_right_one(model, monkeypatch):
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_: BatchSize(1, 0.001))
    asked = request_for(model, PICTURE, reference="empty-layer")
    steps = list(ReciproCam().run(asked))

    np.testing.assert_allclose(
        steps[-1].result.map, explain(GradCam(), model, PICTURE).map, atol=1e-6
    )
