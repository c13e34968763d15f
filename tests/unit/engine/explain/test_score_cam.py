"""Score-CAM against its definition, written out without graphs and batches."""

import cv2
import numpy as np
import pytest

from engine.explain.batches import BatchSize
from engine.explain.flows import seen_at
from engine.explain.score_cam import ScoreCam, masks_of, softmax
from engine.graph.layers import find_layer
from tests.support.models import model_of
from tests.support.toys import explain, node, open_toy, relu_net, request_for

PICTURE = np.random.default_rng(1).random((1, 8, 8)).astype(np.float32)


@pytest.fixture
def model(tmp_path):
    return open_toy(tmp_path / "toy", relu_net(2, has_bias=True))


def reference(model, picture, layer, column):
    """sum_k softmax_k(logit of x * norm(up(A_k))) A_k, with OpenCV's half-pixel stretching."""
    request = request_for(model, picture, layer=layer)
    maps = seen_at(request, find_layer(model.layers, layer), request.tensor)[0].activation[0]
    scores = []
    for each in maps:
        mask = cv2.resize(each, picture.shape[2:0:-1], interpolation=cv2.INTER_LINEAR)
        span = mask.max() - mask.min()
        mask = (mask - mask.min()) / span if span > 0 else np.zeros_like(mask)
        scores.append(model.scores((picture * mask)[None])[0][0, column])
    weights = np.exp(scores) / np.exp(scores).sum()
    return np.tensordot(weights, maps, 1)


@pytest.mark.parametrize("layer", ["r1", "r2"])
@pytest.mark.parametrize("target", ["a", "b"])
def test_the_map_is_that_of_the_definition(model, layer, target):
    found = explain(ScoreCam(), model, PICTURE, layer=layer, target=target)

    expected = reference(model, PICTURE, layer, "ab".index(target))
    np.testing.assert_allclose(found.map, expected, atol=1e-5)
    assert np.ptp(found.map) > 0


def test_a_score_linear_in_the_mask_has_the_softmax_of_known_numbers(tmp_path):
    # Two maps of a 1 x 4 picture, x and 1 - x; the logit is 3 times the sum of the picture.
    stored = {
        "w": np.array([1.0, -1.0], np.float32).reshape(2, 1, 1, 1),
        "b": np.array([0.0, 1.0], np.float32),
        "h": np.array([[3.0], [0.0]], np.float32),
    }
    nodes = [
        node("Conv", ["x", "w", "b"], ["maps"], name="conv"),
        node("ReduceSum", ["maps", "axes"], ["g"], name="sum", keepdims=0),
        node("MatMul", ["g", "h"], ["logits"], name="dense"),
    ]
    stored["axes"] = np.array([2, 3])
    graph = model_of(nodes, {"x": ("N", 1, 1, 4)}, {"logits": ("N", 1)}, stored)
    model = open_toy(tmp_path / "toy", graph)
    x = np.array([0.0, 0.25, 0.5, 1.0])

    found = explain(ScoreCam(), model, x.reshape(1, 1, 4), layer="maps")

    # x is its own mask: 3 sum(x^2); 1 - x masks the other: 3 sum(x (1 - x)).
    scores = 3 * np.array([np.sum(x * x), np.sum(x * (1 - x))])
    weights = np.exp(scores) / np.exp(scores).sum()
    np.testing.assert_allclose(found.map[0], weights[0] * x + weights[1] * (1 - x), atol=1e-6)


def test_constant_maps_mask_everything_and_are_never_nan():
    rng = np.random.default_rng(2)
    maps = np.stack([np.full((3, 3), 2.0), rng.random((3, 3)), np.zeros((3, 3))])

    masks, mask_of = masks_of(maps, 8, 10)
    spread = masks.spread()[mask_of]

    assert len(masks) == 2
    np.testing.assert_array_equal(spread[[0, 2]], 0.0)
    assert spread[1].min() == pytest.approx(0.0, abs=1e-6)
    assert spread[1].max() == pytest.approx(1.0, abs=1e-6)


def test_masks_are_stretched_on_half_pixel_centres():
    cells = np.random.default_rng(3).random((4, 5))
    masks, _ = masks_of(cells[None], 16, 30)

    large = cv2.resize(cells, (30, 16), interpolation=cv2.INTER_LINEAR)
    expected = (large - large.min()) / np.ptp(large)
    np.testing.assert_allclose(masks.spread()[0], expected, atol=1e-6)


def test_all_channels_named_are_all_channels(model):
    everything = explain(ScoreCam(), model, PICTURE, layer="r1")

    for count in (4, 99):
        found = explain(ScoreCam(), model, PICTURE, layer="r1", channels=count)
        np.testing.assert_array_equal(found.map, everything.map)
    fewer = explain(ScoreCam(), model, PICTURE, layer="r1", channels=2)
    assert not np.allclose(fewer.map, everything.map)
    assert fewer.passes < everything.passes + 1


def test_the_channels_of_largest_deviation_are_used(model):
    request = request_for(model, PICTURE, layer="r1")
    maps = seen_at(request, find_layer(model.layers, "r1"), request.tensor)[0].activation[0]
    widest = maps[np.argmax(maps.std(axis=(1, 2)))]

    found = explain(ScoreCam(), model, PICTURE, layer="r1", channels=1)

    np.testing.assert_allclose(found.map, widest, atol=1e-6)


def test_batch_sizes_do_not_matter(model, monkeypatch):
    maps = []
    for size in (1, 2, 64):
        fixed = BatchSize(size, 0.01)
        monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_, fixed=fixed: fixed)
        maps.append(explain(ScoreCam(), model, PICTURE, layer="r1").map)

    np.testing.assert_allclose(maps[1], maps[0], atol=1e-6)
    np.testing.assert_allclose(maps[2], maps[0], atol=1e-6)


def test_what_masks_hide_behind_is_a_choice(model):
    black = explain(ScoreCam(), model, PICTURE, layer="r1", fill="black")
    white = explain(ScoreCam(), model, PICTURE, layer="r1", fill="white")
    zero = explain(ScoreCam(), model, PICTURE, layer="r1")

    np.testing.assert_allclose(black.map, zero.map, atol=1e-6)  # this network's 0 is black
    assert not np.allclose(white.map, zero.map, atol=1e-3)
    assert "white" in white.conventions["baseline"]


def test_scores_beyond_the_range_of_exponentials_have_weights():
    np.testing.assert_allclose(softmax(np.array([1000.0, 1000.0, -1000.0])), [0.5, 0.5, 0.0])


def test_partial_maps_end_in_the_whole_one(model, monkeypatch):
    fixed = BatchSize(1, 0.01)
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_: fixed)

    steps = list(ScoreCam().run(request_for(model, PICTURE, layer="r1")))

    partial = [step.partial for step in steps if step.partial is not None]
    assert len(partial) == 3
    assert all(np.isfinite(each.map).all() for each in partial)
    assert steps[-1].result.map.shape == partial[0].map.shape
