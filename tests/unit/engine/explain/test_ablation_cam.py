"""Ablation-CAM: closed forms behind pooling, and tails that do what the whole network does."""

import numpy as np
import pytest
from onnx import numpy_helper
from onnx.reference import ReferenceEvaluator

from engine.explain.ablation_cam import ZERO_SCORE, AblationCam, without
from engine.explain.batches import BatchSize
from engine.explain.flows import seen_at
from engine.graph.layers import find_layer
from tests.support.toys import explain, open_toy, relu_net, request_for

PICTURE = np.random.default_rng(1).random((1, 8, 8)).astype(np.float32)


def opened(folder, **how):
    return open_toy(folder, relu_net(2, **how))


def stored(model, name):
    return next(numpy_helper.to_array(t) for t in model.graph.graph.initializer if t.name == name)


def maps_at(model, layer):
    request = request_for(model, PICTURE)
    return seen_at(request, find_layer(model.layers, layer), request.tensor)[0].activation[0]


@pytest.mark.parametrize("target", ["a", "b"])
def test_behind_pooling_without_bias_weights_are_shares_of_the_score(tmp_path, target):
    model = opened(tmp_path / "toy", has_bias=False)
    column = "ab".index(target)
    maps, head = maps_at(model, "r2"), stored(model, "w3")[:, column]

    found = explain(AblationCam(), model, PICTURE, target=target)

    weights = head * maps.mean(axis=(1, 2)) / abs(found.score)
    np.testing.assert_allclose(found.map, np.tensordot(weights, maps, 1), atol=1e-5)
    assert weights.sum() == pytest.approx(np.sign(found.score), abs=1e-5)


def test_a_negative_score_does_not_turn_evidence_around(tmp_path):
    model = opened(tmp_path / "toy", has_bias=False)
    scores = model.scores(PICTURE[None])[0][0]
    assert scores.min() < 0 < scores.max() or scores.max() < 0
    target = "ab"[int(np.argmin(scores))]
    maps, head = maps_at(model, "r2"), stored(model, "w3")[:, "ab".index(target)]

    found = explain(AblationCam(), model, PICTURE, target=target)

    # A channel of positive weight counts for the class, whatever the score.
    drops = head * maps.mean(axis=(1, 2))
    evidence = np.tensordot(drops, maps, 1)
    assert found.score < 0
    np.testing.assert_array_equal(np.sign(found.map), np.sign(evidence).astype(np.float32))
    assert "negative score" in found.conventions["weights"]


def test_the_tail_gives_what_the_whole_network_gives(tmp_path):
    model = opened(tmp_path / "toy", has_bias=True)
    maps = maps_at(model, "r1")
    graph = model.graph
    drops = []
    for channel in range(len(maps)):
        copy = type(graph)()
        copy.CopyFrom(graph)
        for weight in copy.graph.initializer:  # a convolution that makes this map 0
            if weight.name in ("w1", "b1"):
                values = numpy_helper.to_array(weight).copy()
                values[channel] = 0.0
                weight.CopyFrom(numpy_helper.from_array(values, weight.name))
        logits = ReferenceEvaluator(copy).run(["logits"], {"x": PICTURE[None]})[0]
        drops.append(model.scores(PICTURE[None])[0][0, 1] - logits[0, 1])

    found = explain(AblationCam(), model, PICTURE, target="b", layer="r1")

    weights = np.array(drops) / abs(found.score)
    np.testing.assert_allclose(found.map, np.tensordot(weights, maps, 1), atol=1e-5)
    assert np.abs(weights).max() > 0.01


def test_silent_maps_are_not_run(tmp_path):
    model = opened(tmp_path / "toy", has_bias=True)
    silent = int((maps_at(model, "r1").max(axis=(1, 2)) == 0).sum())
    dark = explain(AblationCam(), model, np.zeros((1, 8, 8)), layer="r1")
    announced = AblationCam().passes(request_for(model, PICTURE, layer="r1"))

    found = explain(AblationCam(), model, PICTURE, layer="r1")

    assert found.passes == announced - silent - 1  # the activations are known already
    assert dark.passes < announced


def test_each_row_lacks_one_map():
    maps = np.arange(1.0, 13.0, dtype=np.float32).reshape(3, 2, 2)

    rows = without(maps, np.array([-1, 2, 0]))

    np.testing.assert_array_equal(rows[0], maps)
    np.testing.assert_array_equal(rows[1], maps * np.array([1, 1, 0]).reshape(3, 1, 1))
    np.testing.assert_array_equal(rows[2], maps * np.array([0, 1, 1]).reshape(3, 1, 1))


def test_a_score_of_zero_gives_drops_and_says_so(tmp_path):
    model = opened(tmp_path / "toy", has_bias=False)

    found = explain(AblationCam(), model, np.zeros((1, 8, 8)))

    np.testing.assert_array_equal(found.map, 0.0)
    assert ZERO_SCORE in found.flags


def test_batch_sizes_do_not_matter(tmp_path, monkeypatch):
    model = opened(tmp_path / "toy", has_bias=True)
    maps = []
    for size in (1, 3, 64):
        fixed = BatchSize(size, 0.01)
        monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_, f=fixed: f)
        maps.append(explain(AblationCam(), model, PICTURE, layer="r1").map)

    np.testing.assert_allclose(maps[1], maps[0], atol=1e-6)
    np.testing.assert_allclose(maps[2], maps[0], atol=1e-6)
    assert np.ptp(maps[0]) > 0
