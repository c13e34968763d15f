"""Calibration against scikit-learn, scipy and by hand."""

import numpy as np
import pytest

from engine.errors import RequestError
from training.calibrate import (
    activated,
    calibration_facts,
    fit_calibration,
    fit_isotonic,
    fit_platt,
    fit_temperature,
)
from training.data.task import Task

sklearn_linear = pytest.importorskip("sklearn.linear_model")
sklearn_isotonic = pytest.importorskip("sklearn.isotonic")
scipy_optimize = pytest.importorskip("scipy.optimize")
BINARY = Task("binary", ("ill",), ("ill",), "well")
THREE = Task("multiclass", ("a", "b", "c"), ("a", "b", "c"))


def _overconfident(seed: int = 0, count: int = 600) -> tuple[np.ndarray, np.ndarray]:
    """Logits three times too large for three classes."""
    random = np.random.default_rng(seed)
    logits = random.normal(0.0, 1.5, (count, 3))
    shares = activated(logits, "softmax").cumsum(axis=1)
    truth = (random.random((count, 1)) > shares).sum(axis=1)
    return 3.0 * logits, np.eye(3)[truth]


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


def test_platt_scaling_never_reverses_the_order_and_says_that_it_did_nothing():
    logits, labels = np.array([[2.0], [1.0], [-1.0], [-2.0]]), np.array([[0.0], [0], [1], [1]])
    found = fit_calibration(BINARY, logits, labels, "platt")

    assert (found.slopes, found.offsets) == ((1.0,), (0.0,))
    assert "ill is not calibrated" in found.notes[0]


def test_the_temperature_is_the_factor_that_was_put_in_and_scipys_optimum():
    logits, targets = _overconfident()
    factor = fit_temperature(logits, targets, "softmax")

    def nll(value: float) -> float:
        chosen = activated(value * logits, "softmax")[targets > 0.5]
        return float(-np.log(chosen).sum())

    reference = scipy_optimize.minimize_scalar(nll, bounds=(0.01, 10), method="bounded")
    assert factor == pytest.approx(reference.x, rel=1e-4)
    assert factor == pytest.approx(1 / 3, rel=0.15)


def test_temperature_leaves_the_order_of_classes_and_improves_the_figures():
    logits, targets = _overconfident()
    found = fit_calibration(THREE, logits, targets, "auto")
    facts = calibration_facts(THREE, found, logits, targets)

    assert found.method == "temperature"
    assert len(set(found.slopes)) == 1
    shown = found.probabilities(logits, "softmax")
    assert (shown.argmax(axis=1) == logits.argmax(axis=1)).all()
    before, after = facts["validation_before"], facts["validation_after"]
    assert all(after[name] < before[name] for name in ("brier", "ece", "log_loss"))


def test_platt_scaling_of_exclusive_classes_is_refused():
    with pytest.raises(RequestError, match="sigmoids"):
        fit_calibration(THREE, np.zeros((3, 3)), np.eye(3), "platt")


def test_isotonic_regression_equals_scikit_learns_within_laplaces_limits():
    random = np.random.default_rng(1)
    probabilities = np.round(random.random(300), 2)  # ties
    labels = (random.random(300) < probabilities**2).astype(np.float64)
    curve = fit_isotonic(probabilities, labels)
    reference = sklearn_isotonic.IsotonicRegression(out_of_bounds="clip").fit(probabilities, labels)
    asked = np.linspace(0, 1, 1001)
    expected = np.clip(reference.predict(asked), 1 / 302, 301 / 302)

    # Clipped knots and a clipped line differ between the two knots around the limit alone.
    inside = (expected > 0.2) & (expected < 0.8)
    assert curve.apply(asked)[inside] == pytest.approx(expected[inside], abs=1e-12)
    assert curve.apply(probabilities) == pytest.approx(
        np.clip(reference.predict(probabilities), 1 / 302, 301 / 302), abs=1e-12
    )


def test_isotonic_regression_by_hand():
    # Frequencies 0, 1, 0, 1 at 0.1 .. 0.4: the middle two violate the order and pool to 1/2.
    curve = fit_isotonic(np.array([0.1, 0.2, 0.3, 0.4]), np.array([0.0, 1.0, 0.0, 1.0]))

    assert curve.probability == (0.1, 0.2, 0.3, 0.4)
    assert curve.calibrated == pytest.approx((1 / 6, 0.5, 0.5, 5 / 6))


def test_isotonic_regression_never_shows_a_certainty():
    curve = fit_isotonic(np.linspace(0, 1, 50), (np.arange(50) >= 25).astype(float))

    assert min(curve.calibrated) > 0
    assert max(curve.calibrated) < 1


def test_isotonic_curves_of_exclusive_classes_give_rows_that_sum_to_one():
    logits, targets = _overconfident()
    found = fit_calibration(THREE, logits, targets, "isotonic")
    shown = found.probabilities(logits, "softmax")

    assert shown.sum(axis=1) == pytest.approx(np.ones(len(logits)))
    assert found.slopes == (1.0, 1.0, 1.0)
    assert any("overfits" in note for note in found.notes)
    facts = calibration_facts(THREE, found, logits, targets)
    assert facts["validation_after"]["ece"] < facts["validation_before"]["ece"]


def test_no_calibration_changes_nothing():
    logits = np.array([[0.3], [-2.0]])
    found = fit_calibration(BINARY, logits, np.array([[1.0], [0.0]]), "none")

    assert found.probabilities(logits, "sigmoid") == pytest.approx(1 / (1 + np.exp(-logits)))
