"""DeLong's covariance against its definition, written out pair by pair, and against permutation."""

import math

import numpy as np
import pytest

from training.compare.delong import compare_areas


def _kernel(ill: float, healthy: float) -> float:
    return float(ill > healthy) + 0.5 * (ill == healthy)


def _by_definition(old, new, ill):
    """Equations 2 to 6 of the paper with loops."""
    areas, v10, v01 = [], [], []
    for scores in (old, new):
        x, y = scores[ill], scores[~ill]
        v10.append([np.mean([_kernel(a, b) for b in y]) for a in x])
        v01.append([np.mean([_kernel(a, b) for a in x]) for b in y])
        areas.append(np.mean(v10[-1]))
    m, n = int(ill.sum()), int((~ill).sum())

    def covariance(values, i, j):
        centred = [np.array(values[k]) - areas[k] for k in (i, j)]
        return float((centred[0] * centred[1]).sum() / (len(values[i]) - 1))

    def total(i, j):
        return covariance(v10, i, j) / m + covariance(v01, i, j) / n

    return areas, total(0, 0) + total(1, 1) - 2 * total(0, 1)


def _scores(seed: int, count: int = 60):
    random = np.random.default_rng(seed)
    ill = random.random(count) < 0.4
    common = random.normal(size=count) + 0.8 * ill
    old = np.round(common + random.normal(size=count), 1)  # rounded: with ties
    new = np.round(common + 0.5 * random.normal(size=count), 1)
    return old, new, ill


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_areas_and_variance_are_those_of_the_definition(seed):
    old, new, ill = _scores(seed)
    found = compare_areas(old, new, ill)
    areas, variance = _by_definition(old, new, ill)

    assert found is not None
    assert (found.old, found.new) == pytest.approx(areas)
    assert found.variance == pytest.approx(variance)
    z = (areas[1] - areas[0]) / math.sqrt(variance)
    assert found.p == pytest.approx(math.erfc(abs(z) / math.sqrt(2)))
    assert (found.low + found.high) / 2 == pytest.approx(found.difference)


def test_the_p_value_agrees_with_exchanging_the_models_at_random():
    old, new, ill = _scores(5, count=200)
    found = compare_areas(old, new, ill)
    assert found is not None
    random = np.random.default_rng(0)
    # Exchangeable under the null hypothesis only on one scale: ranks.
    ranks = [np.argsort(np.argsort(s, kind="stable"), kind="stable") for s in (old, new)]
    exchanged = []
    for _ in range(2000):
        swap = random.random(len(ill)) < 0.5
        pair = [np.where(swap, *ranks[::way]).astype(float) for way in (1, -1)]
        one = compare_areas(pair[0], pair[1], ill)
        assert one is not None
        exchanged.append(one.difference)
    share = np.mean(np.abs(exchanged) >= abs(found.difference))

    assert found.p == pytest.approx(share, abs=0.03)


def test_the_same_scores_differ_by_nothing():
    old, _, ill = _scores(1)
    found = compare_areas(old, old, ill)

    assert found is not None
    assert (found.difference, found.variance, found.p) == (0.0, 0.0, 1.0)
    assert (found.low, found.high) == (None, None)


def test_another_scale_of_the_same_ranking_differs_by_nothing():
    old, _, ill = _scores(1)
    found = compare_areas(old, np.exp(old), ill)

    assert found is not None
    assert (found.difference, found.p) == (0.0, 1.0)


def test_one_ill_image_gives_no_variance():
    ill = np.array([True, False, False, False])

    assert compare_areas(np.arange(4.0), np.arange(4.0), ill) is None
