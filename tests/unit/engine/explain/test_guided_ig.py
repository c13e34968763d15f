"""Guided integrated gradients: who moves first, how far, and that the map adds up."""

import numpy as np
import pytest

from engine.explain.guided_ig import AdaptivePath, GuidedIg
from tests.support.linear import ask, explain, linear_model, steps_of

HEIGHT, WIDTH = 10, 14


@pytest.fixture
def weights():
    return np.random.default_rng(1).normal(size=(2, HEIGHT, WIDTH))


@pytest.fixture
def picture():
    return np.random.default_rng(2).random((HEIGHT, WIDTH))


def test_the_flattest_slopes_move_first():
    slopes = np.arange(1.0, 101.0).reshape(10, 10)
    path = AdaptivePath(np.ones((10, 10)), fraction=0.1, max_distance=1.0)

    path.advance(0.25, slopes)

    # A quarter of the way, all of it gone by the 25 flattest: two tenths whole, one by half.
    expected = np.zeros(100)
    expected[:20], expected[20:30] = 1.0, 0.5
    np.testing.assert_allclose(path.positions.ravel(), expected)


def test_every_step_shortens_the_way_alike_and_nobody_strays_too_far():
    rng = np.random.default_rng(3)
    lengths = rng.random((12, 9))
    path = AdaptivePath(lengths, fraction=0.25, max_distance=0.1)

    for step in range(1, 21):
        moved = path.advance(step / 20, rng.normal(size=(12, 9)))
        left = (lengths * (1 - path.positions)).sum() / lengths.sum()
        assert moved.min() >= 0
        assert left == pytest.approx(1 - step / 20, abs=1e-8)
        assert np.abs(path.positions - step / 20).max() <= 0.1 + 1e-12
    np.testing.assert_array_equal(path.positions, np.ones((12, 9)))


def test_pixels_without_a_way_take_no_turn():
    lengths = np.array([[1.0, 0.0, 0.0, 0.0]])
    path = AdaptivePath(lengths, fraction=0.25, max_distance=1.0)

    path.advance(0.5, np.array([[5.0, 0.0, 0.0, 0.0]]))

    assert path.positions[0, 0] == pytest.approx(0.5)


def test_a_linear_score_gives_weight_times_difference_on_any_path(tmp_path, weights, picture):
    model = linear_model(tmp_path / "linear", weights)

    explanation = explain(GuidedIg(), ask(model, picture, baseline="white", steps=7))

    np.testing.assert_allclose(explanation.map, weights[0] * (picture - 1.0), atol=1e-5)
    assert explanation.completeness_error < 1e-5
    assert explanation.flags == ()


def test_against_another_class_the_maps_are_subtracted(tmp_path, weights, picture):
    model = linear_model(tmp_path / "linear", weights)

    difference = explain(GuidedIg(), ask(model, picture, against="b", steps=5)).map

    np.testing.assert_allclose(difference, (weights[0] - weights[1]) * picture, atol=1e-5)


def test_bound_to_the_straight_path_it_is_integrated_gradients_by_the_trapezoidal_rule(
    tmp_path, weights, picture
):
    model = linear_model(tmp_path / "cubic", weights, power=3)

    explanation = explain(GuidedIg(), ask(model, picture, steps=4, max_distance=0.0))

    # Gradients 3 w (alpha x)^2 at alpha = 0, 1/4 .. 1, the ends counted half.
    mean = 3 * (0.5 * 0 + 1 / 16 + 4 / 16 + 9 / 16 + 0.5) / 4
    np.testing.assert_allclose(explanation.map, mean * weights[0] * picture**3, atol=1e-5)


def test_a_quadratic_score_adds_up_on_any_path(tmp_path, weights, picture):
    model = linear_model(tmp_path / "square", weights, power=2)

    explanation = explain(GuidedIg(), ask(model, picture, steps=10, max_distance=0.5))

    np.testing.assert_allclose(explanation.map, weights[0] * picture**2, atol=1e-5)


def test_the_gap_shrinks_with_the_steps_and_a_wide_one_is_told(tmp_path, weights, picture):
    model = linear_model(tmp_path / "cubic", np.abs(weights), power=3)
    coarse, fine = (explain(GuidedIg(), ask(model, picture, steps=n)) for n in (2, 20))

    assert fine.completeness_error < 0.05 < coarse.completeness_error
    assert any("misses" in flag for flag in coarse.flags)
    assert not any("misses" in flag for flag in fine.flags)
    assert coarse.passes == GuidedIg().passes(ask(model, picture, steps=2)) == 6


def test_progress_grows_with_maps_on_the_way(tmp_path, weights, picture):
    steps = steps_of(GuidedIg(), ask(linear_model(tmp_path / "linear", weights), picture, steps=20))

    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert sum(step.partial is not None for step in steps) == 3


def test_a_picture_that_equals_its_baseline_has_no_evidence(tmp_path, weights):
    model = linear_model(tmp_path / "linear", weights)

    flat = explain(GuidedIg(), ask(model, np.zeros((HEIGHT, WIDTH)), steps=5))

    np.testing.assert_array_equal(flat.map, np.zeros((HEIGHT, WIDTH), np.float32))
    assert flat.completeness_error == 0.0
