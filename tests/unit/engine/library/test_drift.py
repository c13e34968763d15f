import itertools
import math

import numpy as np
import pytest

from engine.library.drift import (
    LEAST,
    LEAST_REFERENCE,
    MOVED,
    MOVED_MUCH,
    SLIGHT,
    STEADY,
    TOO_FEW,
    compare,
    compare_all,
    expected_stability,
    holm,
    ks_distance,
    ks_probability,
    stability,
    wilson,
)

stats = pytest.importorskip("scipy.stats", reason="SciPy is the independent reference here")


@pytest.mark.parametrize("seed", range(6))
def test_the_distance_and_its_probability_are_those_of_scipy(seed):
    dice = np.random.default_rng(seed)
    n, m = dice.integers(60, 400, 2)
    one, other = dice.beta(2, 5, n), dice.beta(2 + 0.15 * seed, 5, m)
    reference = stats.ks_2samp(one, other, method="exact")
    distance = ks_distance(one, other)

    assert distance == pytest.approx(reference.statistic, abs=1e-12)
    assert ks_probability(distance, n, m) == pytest.approx(reference.pvalue, rel=0.12, abs=0.012)


def test_the_probability_is_kolmogorovs_limit_for_large_numbers():
    for argument in (0.3, 0.8, 1.36, 2.0):
        n = 10**12
        assert ks_probability(argument / math.sqrt(n / 2), n, n) == pytest.approx(
            stats.kstwobign.sf(argument), abs=1e-6
        )
    assert ks_probability(0.0, 100, 100) == 1.0
    assert ks_probability(1.0, 100, 100) == pytest.approx(0.0, abs=1e-12)


def test_ties_make_the_distance_that_scipy_finds():
    one, other = np.repeat([0.1, 0.5, 0.9], 40), np.repeat([0.1, 0.5, 0.9], [20, 60, 40])
    assert ks_distance(one, other) == pytest.approx(stats.ks_2samp(one, other).statistic)


def test_stability_is_its_definition():
    # Ten reference values, one in each tenth; the period lies in the last tenth alone.
    reference, period = np.arange(10) / 10.0, np.full(20, 0.95)
    expected = (1 + 0.5) / (10 + 5)  # of every bin
    found = np.array([0.5] * 9 + [20.5]) / (20 + 5)
    by_hand = sum((f - expected) * math.log(f / expected) for f in found)

    assert stability(reference, period) == pytest.approx(by_hand, abs=1e-12)
    assert stability(reference, reference) == pytest.approx(0.0, abs=1e-12)


def test_by_chance_alone_stability_has_the_stated_expectation():
    dice = np.random.default_rng(5)
    found = [stability(dice.random(300), dice.random(120)) for _ in range(400)]
    assert np.mean(found) == pytest.approx(expected_stability(300, 120, 10), rel=0.12)


def test_holm_is_the_step_down_rule():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([]) == ()
    dice = np.random.default_rng(2)
    for _ in range(20):  # rejected at a level exactly as by the sequential rule
        p = list(dice.random(6) ** 3)
        order, is_open, rejected = sorted(range(6), key=p.__getitem__), True, set()
        for rank, place in enumerate(order):
            is_open = is_open and p[place] < 0.05 / (6 - rank)
            if is_open:
                rejected.add(place)
        assert {k for k, q in enumerate(holm(p)) if q < 0.05} == rejected


@pytest.mark.parametrize(("hits", "trials"), [(0, 7), (3, 7), (7, 7), (81, 263), (1, 1)])
def test_wilsons_interval_is_that_of_scipy(hits, trials):
    reference = stats.binomtest(hits, trials).proportion_ci(method="wilson")
    assert wilson(hits, trials) == pytest.approx((reference.low, reference.high), abs=1e-9)


def test_of_nothing_everything_is_possible():
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_handful_never_alarms():
    far = np.full(LEAST - 1, 0.99)
    assert compare(np.linspace(0, 0.2, 500), far).verdict == TOO_FEW
    assert compare(np.linspace(0, 0.2, LEAST_REFERENCE - 1), np.full(900, 0.99)).verdict == TOO_FEW
    assert compare(np.linspace(0, 0.2, 500), far).p is None


def test_false_alarms_of_two_years_are_as_rare_as_stated():
    """24 months without any change, 150 times over: at most the stated 5 % alarm at all."""
    dice = np.random.default_rng(8)
    alarms = 0
    for _ in range(150):
        drifts = compare_all(dice.beta(2, 6, 200), [dice.beta(2, 6, 90) for _ in range(24)])
        alarms += any(drift.verdict != STEADY for drift in drifts)
    assert alarms <= 14  # binomial(150, 0.05) is above with probability 0.01


def test_a_real_change_is_found_and_named_by_its_size():
    dice = np.random.default_rng(3)
    reference = dice.beta(2, 6, 1000)
    slight, moved, much = (
        compare_all(reference, [dice.beta(2, b, m)])[0]
        for b, m in ((5.5, 6000), (4.6, 3000), (2, 300))
    )
    assert [d.verdict for d in (slight, moved, much)] == [SLIGHT, MOVED, MOVED_MUCH]
    assert all(d.shift > 0 for d in (slight, moved, much))
    for one, other in itertools.pairwise((slight, moved, much)):
        assert one.stability < other.stability


def test_periods_with_too_few_do_not_make_the_correction_stricter():
    dice = np.random.default_rng(4)
    reference, period = dice.beta(2, 6, 300), dice.beta(2, 5, 120)
    alone = compare_all(reference, [period])[0]
    among = compare_all(reference, [period[:10], period, period[:20]])[1]
    assert alone.p_corrected == among.p_corrected == alone.p
