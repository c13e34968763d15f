"""Figures against masks: tables worked out by hand, and other libraries where they are right."""

import numpy as np
import pytest
from sklearn.metrics import jaccard_score, roc_auc_score

from engine.trust import located

LEVELS = np.array([[3, 2, 1], [0, -1, -1]])


@pytest.mark.parametrize(
    ("at", "expected"),
    [((0, 0), (3, 1)), ((0, 1), (2, 0)), ((0, 2), (1, 0)), ((1, 0), (0, 0)), ((1, 2), (-1, -1))],
)
def test_hit_rates_of_a_peak_on_each_level(at, expected):
    values = np.full((2, 3), 0.2)
    values[at] = 0.9

    assert located.hit_rates(values, LEVELS) == expected


def test_tied_peaks_share_their_levels():
    values = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    assert located.hit_rates(values, LEVELS) == (1.0, 0.0)  # levels 3 and -1
    values[0, 1] = 1.0
    assert located.hit_rates(values, LEVELS) == pytest.approx((4 / 3, 0.0))


def test_float_maps_have_one_peak_where_eight_bit_ones_have_many():
    values = np.array([[0.9999, 0.0, 0.0], [0.0, 1.0, 0.0]])
    assert located.hit_rates(values, LEVELS) == (-1.0, -1.0)
    assert located.hit_rates(values, LEVELS, share=2 / 6) == (1.0, 0.0)


def test_coverage_by_hand_with_its_own_denominators():
    values = np.array([[0.5, 1.0, 0.25], [2.0, -7.0, 0.5]])
    found = located.coverage(values, LEVELS)

    assert found["finding"] == pytest.approx(0.25)
    assert found["outside"] == pytest.approx((0.0 + 0.25) / 2)
    assert found["difference"] == pytest.approx(0.125)
    assert found["graded"] == pytest.approx((0.25 + 0.5 * 0.5 + 0.25 * 0.125) / 3)


def test_a_level_that_does_not_occur_has_no_coverage():
    found = located.coverage(np.ones((2, 2)), np.array([[3, 3], [0, 0]]))

    assert found["finding"] == 1.0
    assert found["outside"] is found["difference"] is None


def test_graded_maps_of_a_finding_in_an_organ():
    finding = np.array([[True, False, False]])
    organ = np.array([[True, True, False]])
    assert located.levels_of(finding, organ).tolist() == [[3, 0, -1]]
    assert located.levels_of(finding).tolist() == [[3, 0, 0]]


@pytest.fixture
def pictures():
    random = np.random.default_rng(6)
    mask = np.zeros((30, 44), bool)  # not square: swapped axes must show
    mask[4:15, 20:41] = True
    return random.normal(size=mask.shape) + 0.8 * mask, mask


def test_overlap_is_jaccard_at_every_threshold(pictures):
    values, mask = pictures
    for percent in range(50, 100, 5):
        region = np.maximum(values, 0) / values.max() >= percent / 100
        expected = jaccard_score(mask.ravel(), region.ravel())
        assert located.overlap(values, mask, percent) == pytest.approx(expected)
    assert located.overlap_curve(mask.astype(float), mask, (50, 95)) == [1.0, 1.0]
    assert located.overlap(-np.ones(mask.shape), mask, 50) == 0.0


def test_area_under_roc_is_scikit_learns_also_with_ties(pictures):
    values, mask = pictures
    for made in (values, np.round(values)):
        expected = roc_auc_score(mask.ravel(), made.ravel())
        assert located.area_under_roc(made, mask) == pytest.approx(expected, abs=1e-12)
    assert located.area_under_roc(np.ones(mask.shape), mask) == 0.5


def test_pointing_and_its_tolerance():
    mask = np.zeros((20, 30), bool)
    mask[5:8, 5:8] = True
    values = np.zeros((20, 30))
    values[6, 12] = 1.0

    assert located.pointing(values, mask) == 0.0
    assert located.pointing(values, mask, tolerance_px=4.9) == 0.0
    assert located.pointing(values, mask, tolerance_px=5.0) == 1.0
    values[7, 7] = 1.0
    assert located.pointing(values, mask) == 0.5  # of two equal maxima
    assert located.pointing(values, mask, tolerance_px=5.0) == 1.0


def test_a_map_of_one_value_does_not_win_the_pointing_game(pictures):
    _, mask = pictures
    assert located.pointing(np.full(mask.shape, 0.3), mask) == pytest.approx(mask.mean())


def test_an_even_map_has_the_masks_share_of_its_mass(pictures):
    _, mask = pictures
    even = np.full(mask.shape, 0.3)

    assert located.relevance_mass(even, mask) == pytest.approx(mask.mean())
    assert located.relevance_rank(even, mask) == pytest.approx(mask.mean())
    assert located.mass_outside(even, mask) == pytest.approx(1 - mask.mean())


def test_perfect_and_opposite_maps(pictures):
    _, mask = pictures
    values = np.where(mask, 1.0, -1.0)

    assert located.relevance_mass(values, mask) == located.relevance_rank(values, mask) == 1.0
    assert located.relevance_mass(-values, mask) == located.relevance_rank(-values, mask) == 0.0
    assert located.relevance_mass(-np.ones(mask.shape), mask) is None


def test_what_the_network_never_saw_takes_no_part(pictures):
    values, mask = pictures
    cut = values.copy()
    cut[:, :22] = np.nan

    seen = values[:, 22:], mask[:, 22:]
    assert located.relevance_mass(cut, mask) == located.relevance_mass(*seen)
    assert located.relevance_rank(cut, mask) == located.relevance_rank(*seen)
    assert located.area_under_roc(cut, mask) == located.area_under_roc(*seen)
    assert located.overlap(cut, mask, 50) == located.overlap(*seen, 50)
