"""RISE on additive scores, whose expectation is known, and the laws of sampling."""

from itertools import product

import numpy as np
import pytest

from engine.explain.masks import Masks, stretching
from engine.explain.rise import MaskDraw, Rise, RiseSums
from tests.support.linear import ask, explain, linear_model, steps_of

SIDE = 4


def _grids_of(pictures):
    """(N, H, W) pictures as masks that are not stretched at all."""
    count, height, width = pictures.shape
    rows, columns = (
        np.repeat(np.eye(n, dtype=np.float32)[None], count, 0) for n in (height, width)
    )
    return Masks(rows, pictures.astype(np.float32), columns)


def _estimate(masks, scores, *, is_centred):
    sums = RiseSums(masks.shape[1:], origin=scores[0])
    list(sums.add(_grids_of(masks), scores))
    return sums.estimate(is_centred)


def test_over_all_masks_an_additive_score_gives_its_expectation():
    parts = np.random.default_rng(0).normal(size=(3, 3))
    masks = np.array(list(product((0, 1), repeat=9)), dtype=float).reshape(-1, 3, 3)
    scores = (masks * parts).sum(axis=(1, 2))

    plain, _ = _estimate(masks, scores, is_centred=False)
    centred, _ = _estimate(masks, scores, is_centred=True)

    # p = 1/2: E[f | i shown] = c_i + p (sum of the others) = (1 - p) c_i + p sum.
    np.testing.assert_allclose(plain, 0.5 * parts + 0.5 * parts.sum(), atol=1e-12)
    np.testing.assert_allclose(centred, 0.5 * parts, atol=1e-12)


def test_the_map_is_the_weighted_mean_of_the_scores():
    rng = np.random.default_rng(1)
    masks, scores = rng.random((50, 5, 6)).astype(np.float32), rng.normal(size=50)

    values, _ = _estimate(masks, scores, is_centred=False)

    expected = np.average(np.repeat(scores, 30).reshape(50, 5, 6), axis=0, weights=masks)
    np.testing.assert_allclose(values, expected, atol=1e-12)


@pytest.mark.parametrize("is_centred", [True, False])
def test_the_stated_error_is_the_scatter_of_repeated_runs(is_centred):
    rng = np.random.default_rng(2)
    parts = rng.normal(size=(4, 4))

    def once():
        masks = (rng.random((400, 4, 4)) < 0.5).astype(float)
        return _estimate(masks, (masks * parts).sum(axis=(1, 2)) + 7.0, is_centred=is_centred)

    values, errors = map(np.array, zip(*(once() for _ in range(300)), strict=True))

    np.testing.assert_allclose(errors.mean(axis=0), values.std(axis=0), rtol=0.15)


def test_the_error_shrinks_with_the_square_root_of_the_masks(tmp_path):
    weights = np.random.default_rng(3).normal(size=(1, 8, 8))
    model = linear_model(tmp_path / "linear", weights)
    picture = np.ones((8, 8))

    errors = [
        explain(Rise(), ask(model, picture, masks=masks, tolerance=0.0, seed=1)).standard_error
        for masks in (256, 4096)
    ]

    assert errors[0] / errors[1] == pytest.approx(4.0, rel=0.1)


def test_the_same_seed_gives_the_same_bits_and_another_seed_another_map(tmp_path):
    model = linear_model(tmp_path / "linear", np.random.default_rng(4).normal(size=(1, 9, 13)))
    picture = np.random.default_rng(5).random((9, 13))

    first, again, other = (
        explain(Rise(), ask(model, picture, masks=300, seed=seed)).map for seed in (1, 1, 2)
    )

    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_masks_are_stretched_grids_shifted_by_less_than_a_cell():
    draw = MaskDraw((20, 33), 3, 0.5, np.random.default_rng(6))
    masks = draw.next(2000).spread()

    assert masks.shape == (2000, 20, 33)
    assert masks.min() >= 0.0
    assert masks.max() <= 1.0 + 1e-6
    np.testing.assert_allclose(masks.mean(axis=0), 0.5, atol=0.05)
    assert np.abs(np.diff(masks, axis=1)).max() <= 1 / 7 + 1e-6  # ceil(20 / 3) pixels per cell
    assert np.abs(np.diff(masks, axis=2)).max() <= 1 / 11 + 1e-6


def test_stretching_is_half_pixel_bilinear():
    # Centres of 2 cells over 8 pixels lie at 2 and 6: pixel 2.5 is 1/8 of the way.
    expected = [0, 0, 1 / 8, 3 / 8, 5 / 8, 7 / 8, 1, 1]

    np.testing.assert_allclose(stretching(2, 8, "bilinear") @ [0.0, 1.0], expected)
    np.testing.assert_array_equal(stretching(2, 8, "nearest") @ [0.0, 1.0], [0] * 4 + [1] * 4)
    np.testing.assert_array_equal(stretching(1, 3, "bilinear"), np.ones((3, 1)))


def test_it_stops_when_converged_and_says_how_many_masks_it_took(tmp_path):
    model = linear_model(tmp_path / "linear", np.random.default_rng(7).normal(size=(1, 8, 8)))
    request = ask(model, np.ones((8, 8)), masks=20000, tolerance=0.3)

    explanation = explain(Rise(), request)

    assert 256 < explanation.passes < Rise().passes(request) == 20001
    assert explanation.standard_error <= 0.3 * explanation.map.std()
    assert explanation.conventions["samples"] == f"{explanation.passes - 1} masks"


def test_progress_grows_with_maps_on_the_way(tmp_path):
    model = linear_model(tmp_path / "linear", np.ones((1, 8, 8)))
    steps = steps_of(Rise(), ask(model, np.ones((8, 8)), masks=300))

    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert sum(step.partial is not None for step in steps) >= 4


def test_a_picture_that_equals_its_fill_has_no_evidence(tmp_path):
    model = linear_model(tmp_path / "linear", np.ones((1, 8, 8)))

    flat = explain(Rise(), ask(model, np.zeros((8, 8)), masks=300, fill="black"))

    np.testing.assert_array_equal(flat.map, np.zeros((8, 8), np.float32))
