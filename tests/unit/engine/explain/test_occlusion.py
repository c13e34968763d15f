"""Occlusion on linear scores: every window's fall is known by hand."""

import numpy as np
import pytest

from engine.explain.occlusion import Covering, Occlusion, windows_over
from tests.support.linear import ask, explain, linear_model, steps_of

HEIGHT, WIDTH = 7, 11


@pytest.fixture
def weights():
    return np.random.default_rng(1).normal(size=(2, HEIGHT, WIDTH))


@pytest.fixture
def model(tmp_path, weights):
    return linear_model(tmp_path / "linear", weights)


@pytest.fixture
def picture():
    return np.random.default_rng(2).random((HEIGHT, WIDTH))


def test_single_pixels_give_weight_times_difference(model, weights, picture):
    request = ask(model, picture, window=1, stride=1, fill="white")

    explanation = explain(Occlusion(), request)

    np.testing.assert_allclose(explanation.map, weights[0] * (picture - 1.0), atol=1e-5)


def test_windows_are_averaged_over_those_that_hold_a_pixel(model, weights, picture):
    explanation = explain(Occlusion(), ask(model, picture, window=3, stride=2, fill="black"))

    evidence = weights[0] * picture
    total, count = np.zeros((2, HEIGHT, WIDTH))
    for top in (0, 2, 4):
        for left in (0, 2, 4, 6, 8):
            inside = slice(top, top + 3), slice(left, left + 3)
            total[inside] += evidence[inside].sum()
            count[inside] += 1
    np.testing.assert_allclose(explanation.map, total / count, atol=1e-5)


def test_a_window_as_large_as_the_picture_gives_the_whole_fall_everywhere(model, weights, picture):
    explanation = explain(Occlusion(), ask(model, picture, window=64, stride=1, fill="mid-grey"))

    expected = (weights[0] * (picture - 0.5)).sum()
    np.testing.assert_allclose(explanation.map, np.full((HEIGHT, WIDTH), expected), atol=1e-5)


def test_against_another_class_the_falls_are_subtracted(model, weights, picture):
    request = ask(model, picture, against="b", window=1, stride=1, fill="black")

    explanation = explain(Occlusion(), request)

    np.testing.assert_allclose(explanation.map, (weights[0] - weights[1]) * picture, atol=1e-5)


def test_soft_windows_weigh_falls_by_how_much_of_a_pixel_they_hid(model, weights, picture):
    request = ask(model, picture, window=4, stride=2, fill="black", edges="soft")

    explanation = explain(Occlusion(), request)

    def fading(first, length):
        away = abs(np.arange(length) + 0.5 - (first + 2)) / 4
        return np.where(away < 1, (1 + np.cos(np.pi * away)) / 2, 0)

    total, count = np.zeros((2, HEIGHT, WIDTH))
    for top in (0, 2, 3):
        for left in (0, 2, 4, 6, 7):
            hidden = np.outer(fading(top, HEIGHT), fading(left, WIDTH))
            total += hidden * (hidden * weights[0] * picture).sum()
            count += hidden
    np.testing.assert_allclose(explanation.map, total / count, atol=1e-5)
    assert "fading" in explanation.conventions["windows"]


@pytest.mark.parametrize(("window", "stride"), [(1, 1), (2, 2), (5, 3), (30, 30)])
def test_soft_windows_leave_no_pixel_out(window, stride):
    windows = windows_over(13, 22, window, stride, "soft")
    covering = Covering(windows)
    covering.add(np.ones(len(windows)))

    assert covering.count.min() > 0
    np.testing.assert_allclose(covering.mean(), np.ones((13, 22)))


@pytest.mark.parametrize(
    ("window", "stride"), [(1, 1), (2, 5), (3, 2), (3, 3), (4, 3), (7, 7), (30, 30)]
)
def test_every_pixel_is_hidden_at_least_once(window, stride):
    windows = windows_over(13, 22, window, stride)
    covering = Covering(windows)
    covering.add(np.ones(len(windows)))

    assert covering.count.min() >= 1
    np.testing.assert_array_equal(covering.mean(), np.ones((13, 22)))
    hidden = 1.0 - windows.masks(0, len(windows)).spread()
    np.testing.assert_array_equal(hidden.sum(axis=0), covering.count)


def test_the_number_of_passes_is_known_before(model, picture):
    request = ask(model, picture, window=3, stride=2)

    assert Occlusion().passes(request) == 3 * 5 + 1
    assert explain(Occlusion(), request).passes == 3 * 5 + 1


def test_progress_grows_and_partial_maps_fill_up(model, picture):
    steps = steps_of(Occlusion(), ask(model, picture, window=1, stride=1, fill="black"))

    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    partials = [step.partial.map for step in steps if step.partial is not None]
    known = [np.count_nonzero(partial) for partial in partials]
    assert known == sorted(known)
    assert 0 < known[0] < HEIGHT * WIDTH


def test_a_picture_that_equals_its_fill_has_no_evidence(model):
    flat = explain(Occlusion(), ask(model, np.full((HEIGHT, WIDTH), 0.3), window=2, stride=1))

    np.testing.assert_array_equal(flat.map, np.zeros((HEIGHT, WIDTH), np.float32))


def test_windows_follow_the_size_of_the_input_unless_told(tmp_path):
    model = linear_model(tmp_path / "large", np.ones((1, 28, 20)))

    explanation = explain(Occlusion(), ask(model, np.ones((28, 20))))

    assert explanation.conventions["windows"] == "4 x 4 px, 2 px apart"
    assert explanation.passes == 13 * 9 + 1
