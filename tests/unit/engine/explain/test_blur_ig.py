"""Blur integrated gradients: the blur is a Gaussian, and the map adds up."""

import cv2
import numpy as np
import pytest

from engine.explain.blur_ig import BlurIg, Blurs, Waves
from tests.support.linear import BIAS, ask, explain, linear_model, steps_of

HEIGHT, WIDTH = 24, 32


def blurred(picture, sigma):
    """(H, W) under the blur."""
    return Waves(picture[None]).blurred(sigma)[0]


@pytest.fixture
def weights():
    return np.random.default_rng(1).normal(size=(2, HEIGHT, WIDTH))


@pytest.fixture
def picture():
    return np.random.default_rng(2).random((HEIGHT, WIDTH))


@pytest.mark.parametrize("sigma", [1.5, 2.0, 4.0])
def test_the_blur_is_a_gaussian_with_mirrored_edges(sigma):
    picture = np.random.default_rng(0).random((40, 30))

    # A kernel that is sampled at whole pixels (OpenCV's) and cut far outside.
    expected = cv2.GaussianBlur(picture, (59, 59), sigma, borderType=cv2.BORDER_REFLECT)
    np.testing.assert_allclose(blurred(picture, sigma), expected, atol=1e-4)


def test_blurs_of_blurs_are_blurs_and_keep_the_mean():
    picture = np.random.default_rng(0).random((20, 17))
    once = blurred(picture, 5.0)

    np.testing.assert_allclose(blurred(blurred(picture, 4.0), 3.0), once, atol=1e-12)
    assert once.mean() == pytest.approx(picture.mean())
    np.testing.assert_allclose(blurred(picture, 1e3), picture.mean(), atol=1e-12)
    np.testing.assert_array_equal(blurred(picture, 0.0), picture)


def test_grey_given_three_times_is_blurred_as_each_of_its_channels():
    planes = np.random.default_rng(0).random((3, 9, 12))

    together = Waves(planes).blurred(1.7)

    for plane, found in zip(planes, together, strict=True):
        np.testing.assert_allclose(found, blurred(plane, 1.7), atol=1e-14)


def test_a_linear_score_gives_weight_times_what_the_blur_took(tmp_path, weights, picture):
    model = linear_model(tmp_path / "linear", weights)

    explanation = explain(BlurIg(), ask(model, picture, blur=0.25, steps=3, max_steps=3))

    sigma = 0.25 * WIDTH
    left = blurred(picture, sigma)
    np.testing.assert_allclose(explanation.map, weights[0] * (picture - left), atol=1e-4)
    assert float(explanation.conventions["baseline score"]) == pytest.approx(
        (weights[0] * left).sum() + BIAS, abs=1e-3
    )


def test_against_another_class_the_maps_are_subtracted(tmp_path, weights, picture):
    model = linear_model(tmp_path / "linear", weights)

    difference = explain(BlurIg(), ask(model, picture, against="b", steps=4)).map

    left = blurred(picture, 8.0)
    np.testing.assert_allclose(difference, (weights[0] - weights[1]) * (picture - left), atol=1e-4)


def test_a_cubic_score_adds_up_better_with_more_steps(tmp_path, weights, picture):
    model = linear_model(tmp_path / "cubic", np.abs(weights), power=3)
    gaps = [
        explain(BlurIg(), ask(model, picture, steps=steps, max_steps=steps)).completeness_error
        for steps in (4, 8, 16)
    ]

    # The midpoint rule is of second order, and better where the path starts and ends at rest.
    assert gaps[0] / gaps[1] >= 4.0
    assert gaps[1] / gaps[2] >= 4.0


def test_steps_double_until_the_gap_is_small(tmp_path, weights, picture):
    model = linear_model(tmp_path / "cubic", weights, power=3)
    request = ask(model, picture, steps=2, max_steps=64, tolerance=0.005)

    explanation = explain(BlurIg(), request)
    strict = explain(BlurIg(), ask(model, picture, steps=2, max_steps=4, tolerance=1e-9))

    assert explanation.completeness_error <= 0.005
    assert explanation.passes < BlurIg().passes(request) == 2 * (2 + 4 + 8 + 16 + 32 + 64 + 2)
    assert strict.passes == 2 * (2 + 4 + 2)
    assert any("misses" in flag for flag in strict.flags)


def test_sigma_falls_to_nothing(tmp_path, weights, picture):
    model = linear_model(tmp_path / "linear", weights)
    blurs = Blurs(ask(model, picture), 0.5)

    sigmas = blurs.sigmas(10)

    assert sigmas[0, 0] == blurs.strongest == 16.0
    assert sigmas[-1, 2] == 0.0
    np.testing.assert_array_equal(sigmas[1:, 0], sigmas[:-1, 2])
    np.testing.assert_array_equal(blurs.at(np.zeros(1))[0, 0], picture.astype(np.float32))


def test_a_flat_picture_has_no_evidence_and_progress_grows(tmp_path, weights):
    model = linear_model(tmp_path / "linear", weights)

    steps = steps_of(BlurIg(), ask(model, np.full((HEIGHT, WIDTH), 0.4)))

    assert np.abs(steps[-1].result.map).max() < 1e-5
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
