"""Likeness of maps: against SciPy, and where it is not defined."""

import numpy as np
import pytest
from scipy.stats import rankdata, spearmanr

from engine.trust.similarity import (
    largest,
    overlap,
    pearson,
    ranks,
    spearman,
)


@pytest.fixture
def maps():
    random = np.random.default_rng(5)
    one = random.normal(size=(21, 34))
    return one, 0.5 * one + random.normal(size=one.shape)


def test_rank_correlation_is_scipys_also_with_ties(maps):
    for one, other in (maps, [np.round(values) for values in maps]):
        expected = spearmanr(one.ravel(), other.ravel()).statistic
        assert spearman(one, other) == pytest.approx(expected, abs=1e-12)
    np.testing.assert_array_equal(ranks(np.round(maps[0]).ravel()), rankdata(np.round(maps[0])))


def test_a_constant_map_has_no_order(maps):
    assert spearman(maps[0], np.full_like(maps[0], 0.1)) is None
    assert pearson(np.ones(9), np.arange(9.0)) is None


def test_correlation_does_not_depend_on_scale(maps):
    assert pearson(1e-9 * maps[0].ravel(), maps[1].ravel()) == pytest.approx(
        np.corrcoef(maps[0].ravel(), maps[1].ravel())[0, 1]
    )


def test_peaks_overlap_as_counted_by_hand():
    one = np.arange(16.0).reshape(4, 4)
    other = one.copy()
    other[3, 3] = -1.0  # the largest one leaves, the fifth largest follows

    peak = largest(one, 0.25)
    assert overlap(peak, peak) == 1.0
    assert overlap(peak, largest(other, 0.25)) == pytest.approx(3 / 5)
    assert overlap(peak, largest(-one, 0.25)) == 0.0
    assert largest(np.ones((3, 3)), 0.1).all()
