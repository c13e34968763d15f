"""The bootstrap over patients against a loop that really draws, and its intervals."""

import numpy as np
import pytest

from training.evaluate.figure import figure, figure_without_bias, proportion, wilson
from training.evaluate.ranking import Ranking
from training.evaluate.resampling import Patients, bootstrap

sklearn_metrics = pytest.importorskip("sklearn.metrics")
NONE = np.zeros(0)


def _scores(seed: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    labels = (random.random(count) < 0.4).astype(np.float64)
    return np.round(random.normal(labels, 1.0), 1), labels  # rounded: many ties


def test_weights_are_how_often_whole_patients_are_drawn():
    patients = Patients.of(["b", "a", "b", "c"], 500, 3)
    weights = np.concatenate(list(patients.weights()))

    assert weights.shape == (500, 4)
    assert (weights[:, 0] == weights[:, 2]).all()  # images of one patient go together
    assert (weights[:, [0, 1, 3]].sum(axis=1) == 3).all()  # as many patients as there are
    assert weights[:, 1].mean() == pytest.approx(1.0, abs=0.15)


def test_a_weighted_area_equals_the_area_of_images_really_repeated():
    scores, labels = _scores(1, 60)
    ranking = Ranking(scores, labels)
    weights = next(iter(Patients.of([str(i // 2) for i in range(60)], 20, 5).weights()))
    for row in weights:
        drawn = np.repeat(np.arange(60), row)
        area = sklearn_metrics.roc_auc_score(labels[drawn], scores[drawn])
        precision = sklearn_metrics.average_precision_score(labels[drawn], scores[drawn])

        assert ranking.roc_auc(row[None])[0] == pytest.approx(area, abs=1e-12)
        assert ranking.pr_auc(row[None])[0] == pytest.approx(precision, abs=1e-12)


def test_the_interval_of_the_area_is_near_hanley_and_mcneils():
    scores, labels = _scores(2, 600)
    ranking = Ranking(scores, labels)
    rounds = bootstrap(
        lambda w: {"auc": ranking.roc_auc(w)}, Patients.of(list(map(str, range(600))), 800, 0)
    )["auc"]
    area, ill = float(ranking.roc_auc(np.ones((1, 600), np.int32))[0]), labels.sum()
    found = figure(area, rounds, "")
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    variance = area * (1 - area) + (ill - 1) * (q1 - area**2) + (600 - ill - 1) * (q2 - area**2)
    half = 1.96 * np.sqrt(variance / (ill * (600 - ill)))

    assert found["high"] - found["low"] == pytest.approx(2 * half, rel=0.2)


def test_repeated_images_of_a_patient_do_not_narrow_an_interval():
    scores, labels = _scores(3, 100)
    patients = list(map(str, range(100)))
    widths = []
    for times in (1, 3):
        ranking = Ranking(np.tile(scores, times), np.tile(labels, times))
        rounds = bootstrap(
            lambda w, r=ranking: {"auc": r.roc_auc(w)}, Patients.of(patients * times, 500, 0)
        )["auc"]
        widths.append(np.subtract(*np.percentile(rounds, [97.5, 2.5])))

    assert widths[1] == pytest.approx(widths[0], rel=0.05)


def test_the_same_seed_gives_the_same_rounds_whatever_the_pieces():
    names = [str(i) for i in range(40)]
    first = np.concatenate(list(Patients.of(names, 50, 7).weights()))
    again = np.concatenate(list(Patients.of(names, 50, 7).weights()))
    other = np.concatenate(list(Patients.of(names, 50, 8).weights()))

    assert (first == again).all()
    assert (first != other).any()


def test_wilson_by_hand():
    # 8 of 10, z = 1.96: 0.490 .. 0.943 (Newcombe 1998, method 3)
    low, high = wilson(0.8, 10)

    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(1.0, 10)[1] == pytest.approx(1.0)


def test_a_proportion_of_single_images_has_wilsons_interval():
    found = proportion(8, 10, 10, np.random.default_rng(0).random(100))

    assert (found["low"], found["high"]) == wilson(0.8, 10)


def test_three_images_of_each_patient_alike_count_as_one():
    # The bootstrap over 200 patients has the variance p (1 - p) / 200 whatever the images.
    rounds = np.random.default_rng(0).binomial(200, 0.7, 20_000) / 200
    found = proportion(420, 600, 200, rounds)
    low, high = wilson(0.7, 200)

    assert found["low"] == pytest.approx(low, abs=2e-3)
    assert found["high"] == pytest.approx(high, abs=2e-3)


def test_a_perfect_proportion_counts_every_patient_once():
    assert proportion(30, 30, 10, np.ones(100))["low"] == wilson(1.0, 10)[0]


def test_what_is_undefined_is_none_with_a_reason_and_never_a_number():
    found = figure(float("nan"), np.full(10, np.nan), "no image has the finding")

    assert found == {
        "value": None, "low": None, "high": None, "reason": "no image has the finding",
    }  # fmt: skip


def test_an_interval_from_few_defined_rounds_is_not_given():
    rounds = np.array([0.5, 0.6, np.nan, np.nan, np.nan])
    found = figure(0.55, rounds, "")

    assert found["value"] == 0.55
    assert found["low"] is None
    assert "60%" in found["reason"]


def test_a_perfect_area_is_not_given_an_interval_without_width():
    found = figure(1.0, np.ones(100), "")

    assert (found["value"], found["low"]) == (1.0, None)
    assert "same in every" in found["reason"]


def test_without_a_bootstrap_there_is_a_value_and_no_interval():
    assert figure(0.5, NONE, "")["low"] is None


def test_the_interval_of_the_calibration_error_holds_the_error():
    # Rounds whose median lies 0.05 above the estimate 0.1: 0.15 +- 0.02.
    found = figure_without_bias(0.1, np.linspace(0.13, 0.17, 1001), "")

    assert found["low"] == pytest.approx(0.081, abs=1e-3)
    assert found["high"] == pytest.approx(0.119, abs=1e-3)
