"""Sampled Shapley values and KernelSHAP against enumeration, the package shap, and the axioms."""

import json
from itertools import pairwise

import numpy as np
import pytest

from engine.explain.explanation import NO_POSITIVE_EVIDENCE
from engine.explain.shapley_kernel import KernelShap, plan, solve
from engine.explain.shapley_sampled import SampledShapley
from engine.inference.target import find_target
from engine.progress import finish
from tests.support.games import (
    SIZE,
    absent_picture,
    ask,
    exact_shapley,
    linear_weights,
    open_additive,
    open_entangled,
    open_pairwise,
    score_of_shown,
    values_by_region,
)
from tests.support.shap_package import import_shap

both = pytest.mark.parametrize("method", [SampledShapley(), KernelShap()], ids=lambda m: m.id)


@pytest.fixture
def picture():
    return np.random.default_rng(2).random((SIZE, SIZE)).astype(np.float32)


@pytest.fixture
def entangled(tmp_path):
    return open_entangled(tmp_path / "game")


def _explain(method, model, picture, *, seed=0, **options):
    request = ask(model, picture, seed=seed, options=options)
    return request, finish(method.run(request))


def test_an_order_and_its_reverse_are_exact_where_superpixels_act_in_pairs(tmp_path, picture):
    model = open_pairwise(tmp_path / "game")
    request, found = _explain(SampledShapley(), model, picture, segments=6, pairs=4)

    exact = exact_shapley(request, found, absent_picture(request, "mean"))
    assert np.abs(exact).max() > 0.05
    np.testing.assert_allclose(values_by_region(found), exact, atol=1e-5)
    assert found.standard_error < 1e-6


@pytest.mark.parametrize("segments", [2, 4, 6])
def test_kernel_shap_is_exact_where_all_coalitions_are_scored(entangled, picture, segments):
    request, found = _explain(KernelShap(), entangled, picture, segments=segments, baseline="blur")

    exact = exact_shapley(request, found, absent_picture(request, "blur"))
    assert len(exact) == segments
    np.testing.assert_allclose(values_by_region(found), exact, atol=2e-5)
    assert found.passes == 2**segments
    assert found.standard_error == 0.0


def test_kernel_shap_scores_all_coalitions_of_twelve_superpixels(entangled, picture):
    request, found = _explain(KernelShap(), entangled, picture, segments=12)

    assert found.passes == 2**12 <= KernelShap().passes(request)
    assert found.conventions["error"].startswith("none")


def test_sampled_values_lie_within_their_stated_error(entangled, picture):
    request, found = _explain(
        SampledShapley(), entangled, picture, segments=6, pairs=400, tolerance=0.0
    )

    exact = exact_shapley(request, found, absent_picture(request, "mean"))
    off = np.abs(values_by_region(found) - exact)
    assert 0.0 < found.standard_error < 0.05 * np.abs(exact).max()
    assert off.mean() < 3.0 * found.standard_error
    assert off.max() > 0.01 * found.standard_error  # it is an estimate, and says so


def test_the_stated_error_falls_with_the_root_of_the_orders(entangled, picture):
    few, many = (
        _explain(SampledShapley(), entangled, picture, segments=36, pairs=p, tolerance=0.0)[1]
        for p in (20, 320)
    )

    assert few.standard_error / many.standard_error == pytest.approx(4.0, rel=0.35)


def test_drawn_coalitions_come_near_the_exact_values(entangled, picture):
    """Sixteen superpixels, a thousand of sixty-five thousand coalitions."""
    exact = _explain(KernelShap(), entangled, picture, segments=16, samples=70000)[1]
    drawn = _explain(KernelShap(), entangled, picture, segments=16, samples=1000, tolerance=0.0)[1]

    assert exact.passes == 2 ** (exact.regions.max() + 1)
    assert drawn.passes <= 1002
    off = np.sqrt(np.mean((values_by_region(drawn) - values_by_region(exact)) ** 2))
    assert 0.0 < off < 4.0 * drawn.standard_error
    assert drawn.standard_error < 0.05 * np.abs(values_by_region(exact)).max()


@both
@pytest.mark.parametrize("segments", [5, 36])
def test_the_sum_is_exact_at_any_budget(entangled, picture, method, segments):
    options = {"samples": 64} if method.id == "kernel-shap" else {"pairs": 4}
    request, found = _explain(
        method, entangled, picture, segments=segments, baseline="black", **options
    )

    ends = score_of_shown(
        request, np.stack([np.ones((SIZE, SIZE), bool), np.zeros((SIZE, SIZE), bool)]),
        np.zeros((SIZE, SIZE)),
    )  # fmt: skip
    assert values_by_region(found).sum() == pytest.approx(ends[0] - ends[1], abs=1e-5)
    assert found.completeness_error < 1e-6


@both
def test_an_additive_game_needs_no_luck(tmp_path, picture, method):
    model = open_additive(tmp_path / "game")
    found = _explain(method, model, picture, segments=36, baseline="white")[1]

    shares = np.bincount(found.regions.ravel(), (linear_weights() * (picture - 1.0)).ravel())
    np.testing.assert_allclose(values_by_region(found), shares, atol=1e-4)
    assert found.standard_error < 1e-5


@both
def test_a_superpixel_that_equals_its_baseline_gets_nothing(entangled, picture, method):
    grey = picture.copy()
    grey[:4, :4] = 0.0
    found = _explain(method, entangled, grey, segments=9, compactness=1000.0, baseline="black")[1]

    silent = np.unique(found.regions[grey == 0.0])
    values = values_by_region(found)
    assert len(silent) == 1
    assert abs(values[silent[0]]) < 1e-5
    assert np.abs(values).max() > 0.1


@both
def test_interchangeable_superpixels_get_the_same(tmp_path, method):
    model = open_additive(tmp_path / "game", weights=np.ones((SIZE, SIZE)))
    found = _explain(method, model, np.full((SIZE, SIZE), 0.7), segments=9, baseline="white")[1]

    np.testing.assert_allclose(values_by_region(found), -0.3 * 16, atol=1e-4)


@both
def test_a_flat_picture_has_no_evidence_and_no_nan(entangled, method):
    found = _explain(method, entangled, np.full((SIZE, SIZE), 0.5), segments=16)[1]

    np.testing.assert_array_equal(found.map, 0.0)
    assert NO_POSITIVE_EVIDENCE in found.flags
    json.dumps(found.facts(), allow_nan=False)


@both
def test_the_seed_decides_bit_for_bit(entangled, picture, method):
    options = {"segments": 25, "tolerance": 0.0}
    options |= {"samples": 200} if method.id == "kernel-shap" else {"pairs": 4}
    maps = [_explain(method, entangled, picture, seed=s, **options)[1].map for s in (3, 3, 4)]

    np.testing.assert_array_equal(maps[0], maps[1])
    assert not np.array_equal(maps[0], maps[2])


@both
def test_it_stops_when_the_error_is_small_enough(entangled, picture, method):
    loose, strict = (
        _explain(method, entangled, picture, segments=36, tolerance=tolerance)[1]
        for tolerance in (0.3, 0.0)
    )

    assert loose.passes < strict.passes
    assert loose.standard_error > strict.standard_error


@both
def test_partial_maps_are_complete_too(entangled, picture, method):
    request = ask(entangled, picture, options={"segments": 36, "tolerance": 0.0})
    steps = list(method.run(request))

    partials = [step.partial for step in steps if step.partial is not None]
    assert len(partials) >= 3
    assert all(partial.completeness_error < 1e-6 for partial in partials)
    assert all(a.passes < b.passes for a, b in pairwise(partials))


@both
def test_the_absence_of_a_class_has_the_negated_values(entangled, picture, method):
    request = ask(entangled, picture, options={"segments": 6})
    absent = find_target(entangled.manifest, "no")
    negated = finish(method.run(ask(entangled, picture, options={"segments": 6})))
    opposite = finish(method.run(type(request)(**(request.__dict__ | {"target": absent}))))

    np.testing.assert_allclose(opposite.map, -negated.map, atol=1e-6)


def test_the_regression_is_that_of_the_package_on_its_own_coalitions():
    shap = import_shap()
    rng = np.random.default_rng(12)
    matrix = rng.normal(size=(15, 15))

    def worth(rows):
        return np.tanh(rows @ matrix / 3).sum(axis=1) + rows[:, 0] * rows[:, 7]

    np.random.seed(5)  # noqa: NPY002 - the package draws from there
    explainer = shap.KernelExplainer(worth, np.zeros((1, 15)))
    theirs = explainer.shap_values(np.ones(15), nsamples=900, l1_reg=False, silent=True)

    used = explainer.nsamplesAdded
    coalitions = explainer.maskMatrix[:used].astype(bool)
    ends = worth(np.stack([np.zeros(15), np.ones(15)]))
    ours = solve(coalitions, explainer.kernelWeights[:used], worth(coalitions.astype(float)), ends)
    np.testing.assert_allclose(ours, theirs, atol=1e-8)


def test_why_the_package_does_not_draw_the_coalitions():
    """It keeps ten superpixels unless told otherwise, and draws from numpy's global generator."""
    shap = import_shap()
    weights = np.random.default_rng(1).normal(size=30) + 3.0

    def worth(rows):
        return rows @ weights + 4 * np.tanh(rows[:, ::2].sum(axis=1) - 7)

    explainer = shap.KernelExplainer(worth, np.zeros((1, 30)))
    by_default = explainer.shap_values(np.ones(30), nsamples=400, silent=True)
    assert np.count_nonzero(by_default) == 10

    def drawn(seed):
        np.random.seed(seed)  # noqa: NPY002 - the package draws from there
        return explainer.shap_values(np.ones(30), nsamples=400, l1_reg=False, silent=True)

    np.testing.assert_array_equal(drawn(1), drawn(1))
    assert not np.array_equal(drawn(1), drawn(2))


def test_the_plan_holds_the_kernel_weight_of_every_size():
    made = plan(20, 600, np.random.default_rng(0))

    sizes = made.coalitions.sum(axis=1)
    weights = made.weights(np.arange(len(sizes)))
    assert sizes.min() == 1
    assert sizes.max() == 19
    assert (sizes[: made.fixed] == 1).sum() == 20
    every = np.arange(1, 20)
    assert weights.sum() == pytest.approx((19 / (every * (20 - every))).sum())
    drawn = made.coalitions[made.fixed :]
    np.testing.assert_array_equal(drawn[::2], ~drawn[1::2])
    assert len(made.coalitions) <= 600


def test_too_few_coalitions_give_the_flattest_values_that_sum():
    coalitions = np.array([[True, False, False, False], [False, True, True, True]])

    values = solve(coalitions, np.ones(2), np.array([2.0, 3.0]), np.array([0.0, 5.0]))

    np.testing.assert_allclose(values, [2.0, 1.0, 1.0, 1.0], atol=1e-12)
