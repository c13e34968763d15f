"""Evaluation and calibration against scikit-learn and closed forms."""

import numpy as np
import pytest

from training.calibrate import fit_platt
from training.evaluate import (
    auc,
    auc_interval,
    brier,
    calibration_bins,
    choose_threshold,
    evaluate,
    expected_calibration_error,
    wilson,
)

sklearn_metrics = pytest.importorskip("sklearn.metrics")
sklearn_linear = pytest.importorskip("sklearn.linear_model")


def _scores(seed: int, count: int = 300) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    labels = (random.random(count) < 0.4).astype(np.float64)
    return np.round(random.normal(labels, 1.0), 1), labels  # rounded: many ties


def test_auc_equals_scikit_learn_with_ties():
    scores, labels = _scores(1)

    assert auc(scores, labels) == pytest.approx(
        sklearn_metrics.roc_auc_score(labels, scores), abs=1e-12
    )


def test_auc_by_hand():
    # Pairs (ill, healthy): 3>2 yes, 3>1 yes, 1>2 no, 1=1 half: 2.5 of 4.
    assert auc(np.array([3.0, 1.0, 2.0, 1.0]), np.array([1.0, 1.0, 0.0, 0.0])) == 0.625


def test_the_bootstrap_interval_is_near_hanley_mcneil():
    scores, labels = _scores(2, 600)
    found = auc_interval(scores, labels, tuple(map(str, range(600))), rounds=800)
    area, ill = found.value, labels.sum()
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    variance = area * (1 - area) + (ill - 1) * (q1 - area**2) + (600 - ill - 1) * (q2 - area**2)
    half = 1.96 * np.sqrt(variance / (ill * (600 - ill)))

    assert found.high - found.low == pytest.approx(2 * half, rel=0.2)


def test_repeated_images_of_a_patient_do_not_narrow_the_interval():
    scores, labels = _scores(3, 100)
    patients = tuple(map(str, range(100)))
    once = auc_interval(scores, labels, patients, rounds=500)
    tripled = auc_interval(np.tile(scores, 3), np.tile(labels, 3), patients * 3, rounds=500)

    assert tripled.high - tripled.low == pytest.approx(once.high - once.low, rel=0.05)


def test_wilson_by_hand():
    # 8 of 10, z = 1.96: 0.490 .. 0.943 (Newcombe 1998's method 3)
    found = wilson(8, 10)

    assert (round(found.low, 3), round(found.high, 3)) == (0.490, 0.943)
    assert wilson(10, 10).high == pytest.approx(1.0)


def test_brier_equals_scikit_learn():
    labels = np.array([0.0, 1.0, 1.0, 0.0])
    probabilities = np.array([0.1, 0.8, 0.4, 0.3])

    expected = sklearn_metrics.brier_score_loss(labels, probabilities)
    assert brier(probabilities, labels) == pytest.approx(expected, abs=1e-12)


def test_calibration_error_by_hand():
    # Bin 0.2..0.3: mean 0.25, frequency 0.5 (2 images); bin 0.9..1: mean 1, frequency 1 (2 images).
    probabilities, labels = np.array([0.25, 0.25, 1.0, 1.0]), np.array([0.0, 1.0, 1.0, 1.0])

    assert [entry["count"] for entry in calibration_bins(probabilities, labels)] == [2, 2]
    assert expected_calibration_error(probabilities, labels) == pytest.approx(0.125)


def test_the_threshold_separates_what_can_be_separated():
    threshold = choose_threshold(np.array([0.1, 0.2, 0.6, 0.9]), np.array([0.0, 0.0, 1.0, 1.0]))

    assert threshold == pytest.approx(0.4)


def test_figures_use_the_given_threshold():
    probabilities, labels = np.array([0.1, 0.5, 0.5, 0.9]), np.array([0.0, 0.0, 1.0, 1.0])
    found = evaluate(probabilities, labels, ("a", "b", "c", "d"), 0.5)

    assert found["sensitivity"]["value"] == 1.0  # at the threshold counts as called
    assert found["specificity"]["value"] == 0.5


def test_platt_scaling_equals_unpenalised_logistic_regression_on_smoothed_targets():
    random = np.random.default_rng(5)
    labels = (random.random(400) < 0.5).astype(np.float64)
    logits = random.normal(4.0 * labels - 1.0, 2.0)
    found = fit_platt(logits, labels)
    ill, well = labels.sum(), 400 - labels.sum()
    target = np.where(labels > 0.5, (ill + 1) / (ill + 2), 1 / (well + 2))
    # A soft target t is the same as one positive of weight t and one negative of weight 1 - t.
    reference = sklearn_linear.LogisticRegression(C=np.inf, tol=1e-10).fit(
        np.tile(logits, 2)[:, None],
        np.repeat([1, 0], 400),
        sample_weight=np.concatenate([target, 1 - target]),
    )

    assert found.slope == pytest.approx(reference.coef_[0, 0], rel=1e-3)
    assert found.offset == pytest.approx(reference.intercept_[0], abs=2e-3)


def test_platt_scaling_stays_finite_on_separable_scores():
    found = fit_platt(np.array([-2.0, -1.0, 1.0, 2.0]), np.array([0.0, 0.0, 1.0, 1.0]))

    assert 0 < found.slope < 10


def test_platt_scaling_never_reverses_the_order():
    found = fit_platt(np.array([2.0, 1.0, -1.0, -2.0]), np.array([0.0, 0.0, 1.0, 1.0]))

    assert (found.slope, found.offset) == (1.0, 0.0)
