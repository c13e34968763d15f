"""Controls are what they say: chance, edges, nothing, the middle."""

import numpy as np
import pytest

from engine.explain.controls import (
    CentreControl,
    ConstantControl,
    RandomControl,
    SobelControl,
)
from engine.explain.explanation import CONSTANT_MAP
from tests.support.linear import BIAS, ask, explain, linear_model

HEIGHT, WIDTH = 40, 60


@pytest.fixture
def model(tmp_path):
    return linear_model(tmp_path / "linear", np.ones((2, HEIGHT, WIDTH)) / (HEIGHT * WIDTH))


def test_chance_is_uniform_and_follows_the_seed(model):
    picture = np.zeros((HEIGHT, WIDTH))
    first, again, other = (
        explain(RandomControl(), ask(model, picture, seed=seed)).map for seed in (3, 3, 4)
    )

    np.testing.assert_array_equal(first, again)
    assert abs(np.corrcoef(first.ravel(), other.ravel())[0, 1]) < 0.1
    quarters = np.histogram(first, bins=4, range=(-1, 1))[0] / first.size
    np.testing.assert_allclose(quarters, 0.25, atol=0.04)


def test_edges_of_a_step_are_four_times_its_height(model):
    picture = np.zeros((HEIGHT, WIDTH))
    picture[:, 30:] = 0.5

    edges = explain(SobelControl(), ask(model, picture)).map

    expected = np.zeros((HEIGHT, WIDTH))
    expected[:, 29:31] = 4 * 0.5
    np.testing.assert_allclose(edges, expected, atol=1e-6)


def test_the_slope_of_a_plane_is_the_same_in_every_direction(model):
    down, across = np.mgrid[:HEIGHT, :WIDTH]

    edges = explain(SobelControl(), ask(model, 0.003 * across + 0.004 * down)).map

    np.testing.assert_allclose(edges[1:-1, 1:-1], 8 * 0.005, atol=1e-5)


def test_the_constant_prefers_no_place(model):
    constant = explain(ConstantControl(), ask(model, np.zeros((HEIGHT, WIDTH))))

    assert constant.map.min() == constant.map.max() == 1.0
    assert CONSTANT_MAP in constant.flags


def test_the_middle_is_a_gaussian_as_wide_as_a_quarter_of_each_side(model):
    bell = explain(CentreControl(), ask(model, np.zeros((HEIGHT, WIDTH)))).map

    np.testing.assert_allclose(bell, bell[::-1, ::-1], atol=1e-7)
    assert bell[19:21, 29:31].min() > bell.max() * 0.9999
    # One standard deviation from the middle: 10 rows down, 15 columns across.
    assert (bell[29, 29] * bell[30, 29]) ** 0.5 == pytest.approx(np.exp(-0.5), abs=2e-3)
    assert (bell[19, 44] * bell[19, 45]) ** 0.5 == pytest.approx(np.exp(-0.5), abs=2e-3)


def test_the_score_is_told_beside_the_control(model):
    explanation = explain(ConstantControl(), ask(model, np.full((HEIGHT, WIDTH), 0.5)))

    assert explanation.score == pytest.approx(0.5 + BIAS, abs=1e-6)
    assert explanation.passes == 1
