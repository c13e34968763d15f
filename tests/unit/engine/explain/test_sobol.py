"""Sobol indices of functions whose indices are known."""

import numpy as np
import pytest

from engine.explain.sobol import Sobol, exchanged, jansen_total, two_designs
from tests.support.linear import ask, explain, linear_model, steps_of


def _indices(function, dimensions, count=4096, seed=0):
    first, second = two_designs(count, dimensions, seed)
    at_first, at_second = function(first), function(second)
    changed = np.array([function(exchanged(a, b)) for a, b in zip(first, second, strict=True)])
    variance = np.concatenate([at_first, at_second]).var()
    return jansen_total(at_first, changed, variance)


def test_the_ishigami_function_has_its_known_total_indices():
    a, b = 7.0, 0.1

    def ishigami(points):
        x = np.pi * (2 * points - 1)
        return np.sin(x[:, 0]) + a * np.sin(x[:, 1]) ** 2 + b * x[:, 2] ** 4 * np.sin(x[:, 0])

    indices, errors = _indices(ishigami, 3)

    # Variances by hand (Ishigami and Homma 1990): of x1 alone, x2 alone, x1 with x3.
    alone = 0.5 * (1 + b * np.pi**4 / 5) ** 2
    second = a**2 / 8
    together = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    total = alone + second + together
    expected = np.array([alone + together, second, together]) / total
    np.testing.assert_allclose(expected, [0.5576, 0.4424, 0.2437], atol=1e-4)
    np.testing.assert_allclose(indices, expected, atol=0.015)
    assert np.all(np.abs(indices - expected) <= 3 * errors)


def test_a_sum_has_indices_that_are_shares_of_its_variance():
    weights = np.array([1.0, -2.0, 0.0, 3.0])

    indices, _ = _indices(lambda points: points @ weights, 4)

    np.testing.assert_allclose(indices, weights**2 / (weights**2).sum(), atol=0.01)
    assert indices[2] == 0.0


def test_the_two_designs_are_independent_and_even():
    first, second = two_designs(1024, 6, seed=1)

    both = np.concatenate([first, second], axis=1)
    np.testing.assert_allclose(both.mean(axis=0), 0.5, atol=2e-3)
    correlation = np.corrcoef(both.T) - np.eye(12)
    assert np.abs(correlation).max() < 0.1


def test_cells_of_a_linear_score_get_the_share_of_their_square(tmp_path):
    weights = np.zeros((1, 6, 9))
    weights[0, 0:2, 0:3], weights[0, 4:6, 3:6] = 1.0, -2.0
    model = linear_model(tmp_path / "linear", weights)

    options = {"cells": 3, "designs": 512, "upsampling": "nearest"}
    explanation = explain(Sobol(), ask(model, np.ones((6, 9)), **options))

    expected = np.zeros((3, 3))
    expected[0, 0], expected[2, 1] = 0.2, 0.8
    assert explanation.map.shape == (3, 3)
    np.testing.assert_allclose(explanation.map, expected, atol=0.03)
    assert "unsigned" in explanation.conventions["sign"]


def test_passes_are_exact_and_partial_maps_come_design_by_design(tmp_path):
    model = linear_model(tmp_path / "linear", np.ones((2, 6, 9)))
    request = ask(model, np.ones((6, 9)), cells=3, designs=5)

    steps = steps_of(Sobol(), request)

    assert steps[-1].result.passes == Sobol().passes(request) == 5 * 11 + 1
    assert sum(step.partial is not None for step in steps) == 5
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)


def test_the_same_seed_gives_the_same_bits(tmp_path):
    model = linear_model(tmp_path / "linear", np.random.default_rng(0).normal(size=(1, 6, 9)))

    first, again, other = (
        explain(Sobol(), ask(model, np.ones((6, 9)), cells=3, designs=8, seed=seed)).map
        for seed in (1, 1, 2)
    )

    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("upsampling", ["nearest", "bilinear"])
def test_a_picture_that_equals_its_fill_has_no_variance(tmp_path, upsampling):
    model = linear_model(tmp_path / "linear", np.ones((1, 6, 9)))
    request = ask(model, np.full((6, 9), 0.5), fill="mid-grey", designs=4, upsampling=upsampling)

    np.testing.assert_array_equal(explain(Sobol(), request).map, np.zeros((8, 8), np.float32))
