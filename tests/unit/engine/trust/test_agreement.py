"""Agreement of maps on one grid: known pairs, maps of different sizes, and what one never saw."""

import numpy as np
import pytest
from scipy.stats import rankdata, spearmanr

from engine.images.geometry import resize_affine
from engine.trust.agreement import (
    SHARES,
    Agreement,
    OrderedMap,
    agreement,
    agreements,
    on_common_grid,
)
from engine.trust.agreement import difference as difference_of
from tests.support.pictures import make_explanation

IMAGE_HW = (60, 90)


def difference(one, reference, of):
    return difference_of(OrderedMap(one), OrderedMap(reference), of)


@pytest.fixture
def maps():
    random = np.random.default_rng(3)
    one = random.normal(size=(20, 30))
    return one, 0.7 * one + random.normal(size=one.shape)


def test_a_map_agrees_with_itself_and_not_with_its_opposite(maps):
    same, opposite = agreement(maps[0], maps[0]), agreement(maps[0], -maps[0])

    assert same.rank_correlation == pytest.approx(1.0)
    assert set(same.overlaps.values()) == {1.0}
    assert opposite.rank_correlation == pytest.approx(-1.0)
    assert opposite.overlaps[0.05] == 0.0


def test_units_play_no_part(maps):
    plain, scaled = agreement(*maps), agreement(maps[0], np.exp(3.0 * maps[1]))

    assert scaled == plain
    assert plain.rank_correlation == pytest.approx(spearmanr(maps[0].ravel(), maps[1].ravel())[0])
    assert list(plain.overlaps) == list(SHARES)


def test_maps_of_different_sizes_meet_on_one_grid():
    values = np.linspace(0, 1, 7)[None, :] * np.ones((5, 1))
    coarse = make_explanation(values.astype(np.float32), resize_affine((5, 7), IMAGE_HW))
    across = np.linspace(0, 1, 90)[None, :] * np.ones((60, 1))
    fine = make_explanation(across.astype(np.float32), resize_affine((60, 90), IMAGE_HW))

    grid = on_common_grid([coarse, fine], IMAGE_HW)
    assert grid.shape == (2, 60, 90)
    assert agreement(*grid).rank_correlation > 0.98


def test_where_one_map_saw_nothing_neither_counts(maps):
    cut = maps[1].copy()
    cut[:, 15:] = np.nan

    assert agreement(maps[0], cut) == agreement(maps[0][:, :15], maps[1][:, :15])


def test_the_table_is_symmetric(maps):
    table = agreements(np.stack([*maps, -maps[0]]).astype(np.float32))

    assert [len(row) for row in table] == [3, 3, 3]
    assert table[0][1].rank_correlation == pytest.approx(table[1][0].rank_correlation)
    assert table[0][2].rank_correlation == pytest.approx(-1.0)


def test_the_difference_of_ranks_is_scipys_and_plays_no_part_of_units(maps):
    expected = (rankdata(maps[0]) - rankdata(maps[1])) / (maps[0].size - 1)
    found = difference(maps[0], np.exp(2.0 * maps[1]), "ranks")

    np.testing.assert_allclose(found.ravel(), expected, atol=1e-6)
    np.testing.assert_array_equal(difference(maps[0], maps[0], "ranks"), np.zeros((20, 30)))


def test_the_difference_of_shares_keeps_signs_and_is_by_hand():
    one, other = np.array([[2.0, -4.0, 0.0]]), np.array([[-10.0, 5.0, 0.0]])

    np.testing.assert_allclose(difference(one, other, "shares"), [[1.5, -1.5, 0.0]])
    np.testing.assert_allclose(difference(one, 0.0 * one, "shares"), [[0.5, -1.0, 0.0]])


def test_differences_are_unknown_where_one_map_saw_nothing(maps):
    cut = maps[1].copy()
    cut[:, 15:] = np.nan
    for of in ("ranks", "shares"):
        found = difference(maps[0], cut, of)
        assert np.isnan(found[:, 15:]).all()
        np.testing.assert_allclose(
            found[:, :15], difference(maps[0][:, :15], maps[1][:, :15], of), rtol=1e-6
        )


def test_maps_without_a_place_in_common_agree_in_nothing(maps):
    left, right = maps[0].copy(), maps[1].copy()
    left[:, 15:], right[:, :15] = np.nan, np.nan

    assert agreement(left, right) == Agreement(None, {})
