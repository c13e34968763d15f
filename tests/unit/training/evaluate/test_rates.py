"""Areas, rates and calibration against scikit-learn and by hand."""

import numpy as np
import pytest

from training.data.task import Task
from training.evaluate.confusion import RATES, plain_counts, rate_statistics
from training.evaluate.objective import watched_figures
from training.evaluate.over_classes import multiclass_figures, multilabel_figures
from training.evaluate.ranking import Ranking, pr_curve, roc_curve
from training.evaluate.reliability import (
    brier,
    calibration_bins,
    expected_calibration_error,
    log_loss,
    top_label,
)
from training.evaluate.resampling import Patients, estimates

metrics = pytest.importorskip("sklearn.metrics")


def _binary(seed: int, count: int = 300) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    labels = (random.random(count) < 0.3).astype(np.float64)
    return np.round(1 / (1 + np.exp(-random.normal(2 * labels - 1, 1.5))), 2), labels


def _multi(count: int = 200, classes: int = 4) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(9)
    targets = np.eye(classes)[random.integers(classes, size=count)]
    powers = np.exp(random.normal(1.5 * targets, 1.0))
    return powers / powers.sum(axis=1, keepdims=True), targets


def _ones(count: int) -> np.ndarray:
    return np.ones((1, count), np.int32)


def test_areas_equal_scikit_learns_with_ties():
    scores, labels = _binary(1)
    ranking = Ranking(scores, labels)

    assert ranking.roc_auc(_ones(300))[0] == pytest.approx(
        metrics.roc_auc_score(labels, scores), abs=1e-12
    )
    assert ranking.pr_auc(_ones(300))[0] == pytest.approx(
        metrics.average_precision_score(labels, scores), abs=1e-12
    )


def test_the_area_by_hand():
    # Pairs (ill, healthy): 3>2 yes, 3>1 yes, 1>2 no, 1=1 half: 2.5 of 4.
    ranking = Ranking(np.array([3.0, 1.0, 2.0, 1.0]), np.array([1.0, 1.0, 0.0, 0.0]))

    assert ranking.roc_auc(_ones(4))[0] == 0.625


def test_areas_are_undefined_without_one_of_the_two():
    ranking = Ranking(np.array([0.1, 0.9]), np.zeros(2))

    assert np.isnan(ranking.roc_auc(_ones(2))[0])
    assert np.isnan(ranking.pr_auc(_ones(2))[0])


def test_curves_pass_through_scikit_learns_points():
    scores, labels = _binary(2, 80)
    fpr, tpr, _ = metrics.roc_curve(labels, scores, drop_intermediate=False)
    own = roc_curve(scores, labels)

    assert own["fpr"] == pytest.approx(fpr.tolist())
    assert own["tpr"] == pytest.approx(tpr.tolist())
    precision, recall, _ = metrics.precision_recall_curve(labels, scores)
    found = pr_curve(scores, labels)
    assert found["recall"] == pytest.approx(recall[:-1][::-1].tolist())
    assert found["precision"] == pytest.approx(precision[:-1][::-1].tolist())


def test_curves_of_many_images_are_thinned_and_keep_their_ends():
    random = np.random.default_rng(0)
    own = roc_curve(random.random(5000), (random.random(5000) < 0.5).astype(float))

    assert len(own["fpr"]) <= 200
    assert (own["fpr"][0], own["tpr"][0], own["fpr"][-1], own["tpr"][-1]) == (0, 0, 1, 1)


def test_every_rate_equals_scikit_learns():
    scores, labels = _binary(3)
    called, ill = scores >= 0.4, labels > 0.5
    found = estimates(rate_statistics(called, ill), 300)
    expected = {
        "accuracy": metrics.accuracy_score(ill, called),
        "sensitivity": metrics.recall_score(ill, called),
        "specificity": metrics.recall_score(~ill, ~called),
        "ppv": metrics.precision_score(ill, called),
        "npv": metrics.precision_score(~ill, ~called),
        "fpr": 1 - metrics.recall_score(~ill, ~called),
        "fnr": 1 - metrics.recall_score(ill, called),
        "fdr": 1 - metrics.precision_score(ill, called),
        "f1": metrics.f1_score(ill, called),
        "balanced_accuracy": metrics.balanced_accuracy_score(ill, called),
        "mcc": metrics.matthews_corrcoef(ill, called),
    }

    assert set(found) == set(RATES) == set(expected)
    assert found == pytest.approx(expected, abs=1e-12)


def test_counts_by_hand():
    called, ill = np.array([1, 1, 0, 0, 0], bool), np.array([1, 0, 1, 0, 0], bool)

    assert plain_counts(called, ill) == {"tp": 1, "fp": 1, "tn": 2, "fn": 1}


@pytest.mark.parametrize(
    ("name", "called", "ill"),
    [
        ("sensitivity", [1, 0], [0, 0]),
        ("specificity", [1, 0], [1, 1]),
        ("ppv", [0, 0], [1, 0]),
        ("npv", [1, 1], [1, 0]),
        ("fdr", [0, 0], [1, 0]),
        ("f1", [0, 0], [0, 0]),
        ("balanced_accuracy", [1, 0], [1, 1]),
        ("mcc", [0, 0], [1, 0]),
    ],
)
def test_a_rate_over_nothing_is_undefined_and_not_0(name, called, ill):
    found = estimates(rate_statistics(np.array(called, bool), np.array(ill, bool)), 2)

    assert np.isnan(found[name])


def test_brier_and_log_loss_equal_scikit_learns():
    scores, labels = _binary(4)
    probabilities, targets = _multi()

    assert brier(scores, labels) == pytest.approx(metrics.brier_score_loss(labels, scores))
    assert log_loss(probabilities, targets, "softmax") == pytest.approx(
        metrics.log_loss(targets.argmax(axis=1), probabilities)
    )
    clipped = np.clip(scores, 0.01, 0.99)
    assert log_loss(clipped[:, None], labels[:, None], "sigmoid") == pytest.approx(
        metrics.log_loss(labels, clipped)
    )
    # Several classes: the sum of squares, by hand (0.2^2 + 0.2^2) and (0.9^2 + 0.9^2).
    two = np.array([[0.8, 0.2], [0.1, 0.9]])
    assert brier(two, np.array([[1.0, 0.0], [1.0, 0.0]])) == pytest.approx((0.08 + 1.62) / 2)


def test_calibration_error_by_hand():
    # Bin 0.2..0.3: mean 0.25, frequency 0.5 (2 images); bin 0.9..1: mean 1, frequency 1 (2 images).
    probabilities, labels = np.array([0.25, 0.25, 1.0, 1.0]), np.array([0.0, 1.0, 1.0, 1.0])

    assert [entry["count"] for entry in calibration_bins(probabilities, labels)] == [2, 2]
    assert expected_calibration_error(probabilities, labels) == pytest.approx(0.125)


def test_the_likeliest_class_and_whether_it_is_right():
    confidence, is_right = top_label(
        np.array([[0.7, 0.3], [0.4, 0.6]]), np.array([[1.0, 0.0], [1.0, 0.0]])
    )

    assert confidence.tolist() == [0.7, 0.6]
    assert is_right.tolist() == [1.0, 0.0]


def test_figures_of_exclusive_classes_equal_scikit_learns():
    probabilities, targets = _multi()
    truth, called = targets.argmax(axis=1), probabilities.argmax(axis=1)
    found = multiclass_figures(
        probabilities, targets, Patients.of([str(i) for i in range(200)], 0, 0)
    )
    expected = {
        "accuracy": metrics.accuracy_score(truth, called),
        "balanced_accuracy": metrics.balanced_accuracy_score(truth, called),
        "f1_macro": metrics.f1_score(truth, called, average="macro"),
        "mcc": metrics.matthews_corrcoef(truth, called),
        "roc_auc_macro": metrics.roc_auc_score(truth, probabilities, multi_class="ovr"),
        "roc_auc_micro": metrics.roc_auc_score(targets, probabilities, average="micro"),
        "pr_auc_macro": metrics.average_precision_score(targets, probabilities, average="macro"),
        "pr_auc_micro": metrics.average_precision_score(targets, probabilities, average="micro"),
    }

    assert {name: found[name]["value"] for name in expected} == pytest.approx(expected, abs=1e-12)


def test_figures_of_findings_that_occur_together_equal_scikit_learns():
    random = np.random.default_rng(2)
    targets = (random.random((150, 3)) < 0.4).astype(np.float64)
    probabilities = np.clip(0.5 * targets + 0.7 * random.random((150, 3)), 0, 1)
    called = probabilities >= 0.6
    found = multilabel_figures(
        probabilities, targets, [0.6] * 3, Patients.of([str(i) for i in range(150)], 0, 0)
    )
    expected = {
        "exact_match": metrics.accuracy_score(targets, called),
        "sensitivity_macro": metrics.recall_score(targets, called, average="macro"),
        "f1_macro": metrics.f1_score(targets, called, average="macro"),
        "f1_micro": metrics.f1_score(targets, called, average="micro"),
    }

    assert {name: found[name]["value"] for name in expected} == pytest.approx(expected, abs=1e-12)


def test_watched_figures_leave_out_classes_that_have_no_value():
    task = Task("multilabel", ("a", "b"), ("a", "b"))
    probabilities = np.array([[0.9, 0.1], [0.2, 0.3], [0.6, 0.2]])
    targets = np.array([[1.0, 0.0], [0.0, 0.0], [0.0, 0.0]])
    found = watched_figures(task, probabilities, targets)

    assert found["auc"] == 1.0  # of a alone: b has no positives
    assert found["recall"] == 1.0
    assert found["precision"] == 0.5
    assert watched_figures(task, probabilities, np.zeros((3, 2)))["auc"] is None
