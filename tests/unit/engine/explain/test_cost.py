"""Estimates: passes times the time of one pass, said in round words."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bundle.store import read_bundle
from engine.errors import RequestError
from engine.explain.batches import BatchSize, batch_size
from engine.explain.cam import GradCam
from engine.explain.cost import Estimate, estimated_seconds
from engine.explain.explanation import Request
from engine.explain.recipro_cam import ReciproCam
from engine.images.geometry import Affine
from engine.inference.model import open_model
from engine.inference.target import find_target
from tests.support.bundles import SIZE, write_tiny_bundle
from tests.support.toys import open_toy, relu_net, request_for


class ManyPasses(GradCam):
    needs = frozenset()

    def passes(self, request):
        return 4000


@pytest.fixture
def request_of_tiny(tmp_path):
    model = open_model(read_bundle(write_tiny_bundle(tmp_path / "tiny")), wants_gpu=False)
    tensor = np.zeros((1, 1, SIZE, SIZE), np.float32)
    return Request(model, tensor, Affine(), find_target(model.manifest, "bright"))


def test_few_passes_are_estimated_from_a_run_that_is_known(request_of_tiny):
    estimate = estimated_seconds(GradCam(), request_of_tiny, seconds_of_pass=0.5)

    assert (estimate.passes, estimate.low, estimate.high) == (2, 0.7, 3.0)


def test_many_passes_are_estimated_from_measured_batches(request_of_tiny):
    estimate = estimated_seconds(ManyPasses(), request_of_tiny, seconds_of_pass=1000.0)
    model = request_of_tiny.model
    measured = batch_size(model, "scores", model.scores, request_of_tiny.tensor).seconds

    assert estimate.low < 4000 * measured < estimate.high


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.1, 0.3, "under a second: up to 4,000 passes"),
        (0.7, 2.1, "about 2 s: up to 4,000 passes"),
        (21.0, 44.0, "about 20 to 40 s: up to 4,000 passes"),
        (12.4, 14.0, "about 12 to 14 s: up to 4,000 passes"),
        (610.0, 1830.0, "about 10 min to 30 min: up to 4,000 passes"),
    ],
)
def test_estimates_are_said_in_round_numbers(low, high, words):
    assert Estimate(4000, low, high).words() == words


def test_an_option_that_does_not_fit_is_refused_before_the_start(request_of_tiny):
    with pytest.raises(RequestError):
        estimated_seconds(GradCam(), replace(request_of_tiny, options={"no": 1}))


def test_methods_behind_a_layer_are_priced_by_the_tail(tmp_path, monkeypatch):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    request = request_for(model, np.ones((1, 8, 8)))
    size = {"tail from r2": BatchSize(4, 0.25)}
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda _, key, *__: size[key])

    estimate = estimated_seconds(ReciproCam(), request, seconds_of_pass=1000.0)

    assert estimate.passes == 4 * 4 + 2
    assert estimate.low < 18 * 0.25 < estimate.high
    assert estimate.high < 100.0
