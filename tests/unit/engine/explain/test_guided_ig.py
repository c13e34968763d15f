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


def paper_path(slope, start, end, steps, fraction, max_distance):
    """Algorithm 1 of the paper with the bounds of section 3.4, in its own terms, for (n,) pixels.

    Args:
        slope: points (n,) -> gradient (n,).
        start: baseline.
        end: image; differs from the baseline in every pixel.
        steps: of the path.
        fraction: share of the pixels that move first.
        max_distance: how far from the straight path a pixel may be, as a share of it.

    Returns:
        (steps + 1, n) points of the path and (n,) attributions as the paper adds them up.
    """
    x, way = start.copy(), end - start
    points, attributions = [x.copy()], np.zeros(len(x))
    for step in range(1, steps + 1):
        gradient = slope(x)
        alpha = step / steps
        lowest = start + max(alpha - max_distance, 0.0) * way
        highest = start + min(alpha + max_distance, 1.0) * way
        target = np.abs(way).sum() * (1.0 - alpha)
        left = np.abs(gradient)
        while True:
            before = x.copy()
            is_behind = (x - start) / way < (lowest - start) / way
            x[is_behind] = lowest[is_behind]
            surplus = np.abs(end - x).sum() - target
            if abs(surplus) > 1e-9:
                left[np.isclose(x, highest, rtol=0.0, atol=1e-12)] = np.inf
                limit = np.sort(left)[int(fraction * (len(x) - 1))]
                flat = (left <= limit) & np.isfinite(left)
                share = surplus / np.abs(highest - x)[flat].sum()
                x[flat] += min(share, 1.0) * (highest - x)[flat]
            attributions += gradient * (x - before)
            if abs(surplus) <= 1e-9 or share <= 1.0:
                break
        points.append(x.copy())
    return np.array(points), attributions


# A network of 40 pixels: sum of v tanh(w x + b).
_RNG = np.random.default_rng(7)
_W, _B, _V = _RNG.normal(size=(30, 40)), _RNG.normal(size=30), _RNG.normal(size=30)


def small_score(x):
    return float(np.tanh(_W @ x + _B) @ _V)


def small_slope(x):
    return ((1.0 - np.tanh(_W @ x + _B) ** 2) * _V) @ _W


@pytest.mark.parametrize(("fraction", "max_distance"), [(0.25, 0.02), (0.1, 0.2), (0.5, 1.0)])
def test_the_path_is_that_of_the_papers_algorithm(fraction, max_distance):
    end = np.random.default_rng(8).uniform(0.2, 1.0, 40)
    points, _ = paper_path(small_slope, np.zeros(40), end, 50, fraction, max_distance)
    path = AdaptivePath(end[None], fraction, max_distance)

    for step in range(1, 51):
        at = path.positions[0] * end
        np.testing.assert_allclose(at, points[step - 1], atol=1e-7)
        path.advance(step / 50, (small_slope(at) * end)[None])


def test_gaps_on_the_papers_path_are_its_own_and_the_mean_of_both_ends_narrows_them():
    end = np.random.default_rng(8).uniform(0.2, 1.0, 40)
    change = small_score(end) - small_score(np.zeros(40))
    gaps = {}
    for steps in (50, 200, 800):
        points, theirs = paper_path(small_slope, np.zeros(40), end, steps, 0.25, 0.02)
        slopes = np.array([small_slope(point) for point in points])
        ours = ((slopes[:-1] + slopes[1:]) / 2 * np.diff(points, axis=0)).sum()
        gaps[steps] = abs(theirs.sum() - change), abs(ours - change)

    assert all(ours < theirs for theirs, ours in gaps.values())
    assert gaps[50][0] > gaps[200][0] > gaps[800][0]
