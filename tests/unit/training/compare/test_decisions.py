"""Tests and intervals of paired decisions against other definitions of the same."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest

from training.compare.mcnemar import compare_decisions, exact_p
from training.compare.paired_shares import newcombe, share_difference


def _exact(one: int, other: int) -> float:
    """Two-sided exact p in whole numbers: all splits that are no likelier."""
    total = one + other
    limit = comb(total, min(one, other))
    hits = sum(comb(total, k) for k in range(total + 1) if comb(total, k) <= limit)
    return float(Fraction(hits, 2**total))


@pytest.mark.parametrize(("one", "other"), [(0, 5), (1, 9), (3, 3), (12, 4), (0, 0), (40, 61)])
def test_p_is_that_of_the_binomial_distribution(one, other):
    assert exact_p(one, other)[0] == pytest.approx(_exact(one, other))


def test_p_is_that_of_scipy():
    stats = pytest.importorskip("scipy.stats", reason="comes with other packages of the tests")
    for one, other in ((2, 11), (7, 8), (30, 55), (0, 1)):
        assert exact_p(one, other)[0] == pytest.approx(
            stats.binomtest(one, one + other, 0.5).pvalue
        )


def test_mid_p_leaves_out_half_of_the_chance_of_what_was_seen():
    # 2 of 10: sums of C(10, k) for k = 0, 1, 2 are 1 + 10 + 45, of 1024.
    _, mid = exact_p(2, 8)

    assert mid == pytest.approx(2 * (56 - 45 / 2) / 1024)


def test_pairs_are_counted():
    old = np.array([1, 1, 1, 0, 0, 1], bool)
    new = np.array([1, 1, 0, 1, 1, 1], bool)
    found = compare_decisions(old, new)
    counts = ("both_right", "only_old_right", "only_new_right", "both_wrong")

    assert [found[name] for name in counts] == [3, 1, 2, 0]
    assert found["p"] == 1.0


def test_many_discordant_pairs_do_not_overflow():
    assert 0.0 < exact_p(5000, 5400)[0] < 1e-4


def test_newcombe_s_own_example():
    """Table II of the paper: 36, 12, 2, 0, whose method 10 gives 0.0569 to 0.3404."""
    assert newcombe(36, 2, 12, 0) == pytest.approx((0.0569, 0.3404), abs=5e-5)


def test_exchanging_the_models_turns_the_interval_around():
    low, high = newcombe(20, 7, 3, 10)

    assert newcombe(20, 3, 7, 10) == pytest.approx((-high, -low))


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    random = np.random.default_rng(4)
    cells, held = np.array([0.6, 0.05, 0.15, 0.2]), 0  # difference 0.1
    for _ in range(1000):
        counts = random.multinomial(80, cells)
        low, high = newcombe(*(float(count) for count in counts))
        held += low <= 0.1 <= high

    assert 0.93 <= held / 1000 <= 0.985


def test_two_images_of_each_patient_count_as_one_where_they_always_agree():
    random = np.random.default_rng(1)
    old, new = (random.random(60) < share for share in (0.6, 0.7))
    single = share_difference(old, new, 60, np.zeros(0))
    draws = random.integers(60, size=(4000, 60))
    rounds = new[draws].mean(axis=1) - old[draws].mean(axis=1)
    twice = share_difference(np.repeat(old, 2), np.repeat(new, 2), 60, rounds)

    assert twice["value"] == pytest.approx(single["value"])
    for end in ("low", "high"):
        assert twice[end] == pytest.approx(single[end], abs=0.01)
