"""SmoothGrad and its kin on networks for which their expectations are known."""

import numpy as np
import pytest

from engine.explain.batches import BatchSize
from engine.explain.gradient import Saliency
from engine.explain.noisy_gradient import (
    NO_NOISE,
    ROUND,
    Moments,
    SmoothGrad,
    SmoothGradSquared,
    VarGrad,
)
from engine.progress import Cancelled
from tests.support.toys import (
    explain,
    linear_net,
    open_toy,
    quadratic_net,
    relu_net,
    request_for,
)

RNG = np.random.default_rng(4)
_HALF = RNG.normal(size=(12, 12))
HESSIAN, SLOPE = _HALF + _HALF.T, RNG.normal(size=12)
PICTURE = RNG.random((1, 3, 4)).astype(np.float32)
SIGMA = 0.2
DEVIATION = SIGMA * np.ptp(PICTURE)
GRADIENT = (HESSIAN @ PICTURE.ravel() + SLOPE).reshape(3, 4)
MANY = {"sigma": SIGMA, "samples": 2048, "tolerance": 0.0}
METHODS = [SmoothGrad(), SmoothGradSquared(), VarGrad()]

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


@pytest.fixture(scope="module")
def quadratic(tmp_path_factory):
    graph = quadratic_net(HESSIAN, SLOPE, (3, 4))
    return open_toy(tmp_path_factory.mktemp("toy") / "m", graph)


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return open_toy(tmp_path_factory.mktemp("toy") / "m", relu_net(has_bias=True))


def test_moments_are_those_of_all_arrays_together():
    arrays = RNG.normal(size=(40, 2, 3)) ** 3 + 5
    found = Moments((2, 3))
    for array in arrays:
        found.add(array)

    np.testing.assert_allclose(found.mean, arrays.mean(0), rtol=1e-12)
    for order in (2, 3, 4):
        expected = ((arrays - arrays.mean(0)) ** order).mean(0)
        np.testing.assert_allclose(found.central(order), expected, rtol=1e-9)


@every_method
def test_a_quadratic_score_has_the_expected_map_within_its_own_error(quadratic, method):
    spread = DEVIATION**2 * (HESSIAN**2).sum(1).reshape(3, 4)
    expected = {
        "smooth-grad": GRADIENT,
        "smooth-grad-squared": GRADIENT**2 + spread,
        "var-grad": spread,
    }[method.id]

    found = explain(method, quadratic, PICTURE, **MANY)

    # Mean absolute error of normal deviates is 0.8 standard errors; 12 pixels scatter about it.
    deviation = np.abs(found.map - expected).mean()
    assert 0.2 * found.standard_error < deviation < 2.5 * found.standard_error
    assert found.standard_error < 0.1 * np.abs(expected).mean()
    assert found.conventions["samples"].startswith("2048 taken")


def test_variance_is_the_mean_square_less_the_squared_mean(quadratic):
    asked = {"samples": 64, "tolerance": 0.0}
    mean, square, variance = (explain(m, quadratic, PICTURE, **asked).map for m in METHODS)

    np.testing.assert_allclose(variance, square - mean**2, atol=1e-4 * square.max())


@every_method
def test_the_standard_error_shrinks_with_the_root_of_the_samples(quadratic, method):
    errors = [
        explain(method, quadratic, PICTURE, samples=n, tolerance=0.0).standard_error
        for n in (128, 2048)
    ]

    assert errors[0] / errors[1] == pytest.approx(4.0, rel=0.3)


def test_without_noise_smooth_grad_is_the_signed_gradient_to_the_bit(network):
    picture = RNG.random((1, 8, 8))

    found = explain(SmoothGrad(), network, picture, sigma=0.0)

    plain = explain(Saliency(), network, picture, channels="sum")
    np.testing.assert_array_equal(found.map, plain.map)
    assert NO_NOISE in found.flags
    assert found.passes == 2


@every_method
def test_flat_images_say_that_there_is_no_noise(network, method):
    found = explain(method, network, np.full((1, 8, 8), 0.5))

    assert np.isfinite(found.map).all()
    assert NO_NOISE in found.flags


def test_a_linear_network_converges_at_the_first_look_and_does_not_vary(tmp_path):
    weights = RNG.normal(size=(2, 1, 3, 4))
    model = open_toy(tmp_path / "m", linear_net(weights))
    smooth, varied = (explain(m, model, PICTURE, against="b") for m in (SmoothGrad(), VarGrad()))

    np.testing.assert_allclose(smooth.map, (weights[0] - weights[1])[0], atol=1e-6)
    np.testing.assert_array_equal(varied.map, np.zeros((3, 4)))
    assert smooth.passes == varied.passes == 2 + 2 * 2 * ROUND


def test_sampling_stops_when_the_error_is_small_enough(quadratic):
    budget = {"sigma": SIGMA, "samples": 4096}
    found = explain(SmoothGrad(), quadratic, PICTURE, tolerance=0.01, **budget)

    taken = int(found.conventions["samples"].split()[0])
    assert 2 * ROUND < taken < 4096
    assert found.standard_error <= 0.01 * found.map.std()
    assert found.flags == ()


@every_method
def test_an_error_that_is_left_is_flagged(network, method):
    found = explain(method, network, RNG.random((1, 8, 8)), samples=20, tolerance=0.001)

    assert any(flag.startswith("not converged") for flag in found.flags)
    assert found.passes == method.passes(request_for(network, RNG.random((1, 8, 8)), samples=20))


@every_method
def test_a_seed_fixes_every_bit(network, method):
    picture = RNG.random((1, 8, 8))
    maps = [explain(method, network, picture, samples=32, seed=s).map for s in (5, 5, 6)]

    np.testing.assert_array_equal(maps[0], maps[1])
    assert not np.array_equal(maps[0], maps[2])


@every_method
def test_batches_do_not_matter(network, monkeypatch, method):
    picture, found = RNG.random((1, 8, 8)), []
    for size in (1, 5, 64):
        fixed = BatchSize(size, 0.001)
        monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_, fixed=fixed: fixed)
        found.append(explain(method, network, picture, samples=128, tolerance=0.4))

    for other in found[1:]:
        np.testing.assert_allclose(other.map, found[0].map, atol=1e-5 * np.abs(found[0].map).max())
        assert other.passes == found[0].passes


@every_method
def test_partial_maps_come_with_every_batch_and_approach_the_result(network, monkeypatch, method):
    fixed = BatchSize(8, 0.001)
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_: fixed)
    request = request_for(network, RNG.random((1, 8, 8)), samples=512, tolerance=0.0)

    steps = list(method.run(request))

    partials = [step.partial for step in steps if step.partial is not None]
    final = steps[-1].result.map.ravel()
    assert len(partials) == 512 // 8
    likeness = [np.corrcoef(partials[n].map.ravel(), final)[0, 1] for n in (3, 40)]
    assert likeness[0] > 0.5
    assert likeness[1] > likeness[0]


def test_closing_between_batches_runs_nothing_more(network, monkeypatch):
    fixed = BatchSize(4, 0.001)
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_: fixed)
    runs = []
    real = type(network.derived("backward to x ", lambda: None)).run
    monkeypatch.setattr(
        "engine.explain.backward.Backward.run",
        lambda *asked, **how: runs.append(1) or real(*asked, **how),
    )
    work = SmoothGrad().run(request_for(network, RNG.random((1, 8, 8)), samples=64))
    while not runs or len(runs) < 4:
        next(work)
    work.close()

    # The image itself, and three batches of 4.
    assert len(runs) == 4
    assert list(work) == []


def test_stopping_the_model_within_a_run_ends_the_work(network, monkeypatch):
    picture = RNG.random((1, 8, 8))
    work = SmoothGrad().run(request_for(network, picture, samples=4096, tolerance=0.0))
    backward = network.derived("backward to x ", lambda: None)
    real, calls = backward.many._session.run, []

    class Interrupted:
        """Stops the model while its third run is under way."""

        def run(self, names, feeds, options):
            calls.append(1)
            if len(calls) == 3:
                network.stop()
            return real(names, feeds, options)

    monkeypatch.setattr(backward.many, "_session", Interrupted())
    with pytest.raises(Cancelled):
        list(work)
    monkeypatch.undo()

    assert len(calls) == 3
    assert np.isfinite(explain(SmoothGrad(), network, picture, samples=16).map).all()
