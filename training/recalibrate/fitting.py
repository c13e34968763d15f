"""Fitting curves and points, and measuring them on patients that were held out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.calibration import CalibrationCurve, calibrated
from training.calibrate import Scaling, activated, fit_platt
from training.config.sections import EvaluationSection
from training.evaluate.figure import wilson
from training.evaluate.points import choose_points
from training.evaluate.reliability import (
    brier_statistic,
    calibration_bins,
    expected_calibration_error,
)
from training.evaluate.resampling import Patients, Weights, bootstrap, estimates

Floats = NDArray[np.float64]
Calls = dict[str, NDArray[np.bool_]]

FOLDS = 5
_TINY = 1e-7  # what float32 still tells from 0 and 1
_KNOTS = np.linspace(-16.0, 16.0, 641)  # of a curve, in logits


@dataclass(frozen=True)
class Set:
    """Cases with what the network says of them.

    Attributes:
        own: (N, C) the network's own probabilities, before any curve.
        targets: (N, C) 0 or 1.
        patients: whose images they are.
        activation: ``sigmoid`` | ``softmax``.
    """

    own: Floats
    targets: Floats
    patients: Patients
    activation: str

    def part(self, chosen: NDArray[np.bool_]) -> "Set":
        """The chosen cases alone."""
        return Set(
            self.own[chosen], self.targets[chosen], self.patients.part(chosen), self.activation
        )


@dataclass(frozen=True)
class Fit:
    """What turns the network's probabilities into those shown.

    Attributes:
        scalings: per class, of logits; None: the class keeps what it had.
        curves: the same as the manifest carries it, one per class.
    """

    scalings: tuple[Scaling | None, ...]
    curves: tuple[CalibrationCurve, ...]

    def shown(self, cases: Set) -> Floats:
        """(N, C) probabilities exactly as the clinic computes them."""
        return calibrated(self.curves, cases.own, cases.activation)


def logits_of(probabilities: Floats) -> Floats:
    """Log odds, finite also of 0 and 1."""
    inside = np.clip(probabilities, _TINY, 1.0 - _TINY)
    return np.log(inside) - np.log1p(-inside)


def fit(cases: Set, before: Sequence[CalibrationCurve], fitted: Sequence[bool]) -> Fit:
    """Platt scaling of every class that is to be fitted, each against the rest.

    Args:
        cases: to fit on.
        before: the curves of the model, one per class, or none.
        fitted: per class, whether it is fitted; others keep their curve.
    """
    scalings = tuple(
        fit_platt(logits_of(cases.own[:, k]), cases.targets[:, k]) if is_fitted else None
        for k, is_fitted in enumerate(fitted)
    )
    kept = tuple(before) if before else (same_curve(),) * len(fitted)
    curves = tuple(
        kept[k] if scaling is None else curve_of(scaling) for k, scaling in enumerate(scalings)
    )
    return Fit(scalings, curves)


def same_curve() -> CalibrationCurve:
    """The curve that changes nothing."""
    return CalibrationCurve((0.0, 1.0), (0.0, 1.0))


def curve_of(scaling: Scaling) -> CalibrationCurve:
    """A scaling of logits as a piecewise linear curve of probabilities; within 0.001 of it."""
    inner = activated(_KNOTS, "sigmoid")
    shown = activated(scaling.slope * _KNOTS + scaling.offset, "sigmoid")
    return CalibrationCurve(
        (0.0, *inner.tolist(), 1.0), (float(shown[0]), *shown.tolist(), float(shown[-1]))
    )


def folds_of(cases: Set, seed: int) -> NDArray[np.int64]:
    """(N,) number of each case's fold: all images of a patient in one, kinds of patients evenly."""
    kinds: dict[int, bytes] = {}
    for owner, row in zip(cases.patients.owner.tolist(), cases.targets > 0.5, strict=True):
        known = np.frombuffer(kinds.get(owner, bytes(len(row))), bool)
        kinds[owner] = (known | row).tobytes()
    random = np.random.default_rng(seed)
    fold_of_patient = np.zeros(cases.patients.count, np.int64)
    place = 0
    for kind in sorted(set(kinds.values())):
        owners = np.array([owner for owner, own in kinds.items() if own == kind])
        random.shuffle(owners)
        fold_of_patient[owners] = (place + np.arange(len(owners))) % FOLDS
        place += len(owners)
    return fold_of_patient[cases.patients.owner]


@dataclass(frozen=True)
class HeldOut:
    """What cases got from fits that had not seen their patients.

    Attributes:
        probabilities: (N, C).
        calls: per class: point name -> (N,) whether at or above it.
    """

    probabilities: Floats
    calls: tuple[Calls, ...]


def cross_fit(
    cases: Set,
    before: Sequence[CalibrationCurve],
    fitted: Sequence[bool],
    section: EvaluationSection,
    seed: int,
) -> HeldOut:
    """Fits curves and chooses points on four fifths of the patients, and applies them to the rest.

    A point that cannot be chosen in every fold is left out.
    """
    folds = folds_of(cases, seed)
    probabilities = np.zeros_like(cases.own)
    calls: list[dict[str, NDArray[np.bool_]]] = [{} for _ in fitted]
    counts: list[dict[str, int]] = [{} for _ in fitted]
    for number in range(FOLDS):
        inside = folds == number
        rest = cases.part(~inside)
        made = fit(rest, before, fitted)
        probabilities[inside] = made.shown(cases.part(inside))
        chosen = choose_points(made.shown(rest), rest.targets, section)
        for k, points in enumerate(chosen):
            for point in points:
                name = point["name"]
                column = calls[k].setdefault(name, np.zeros(len(folds), bool))
                column[inside] = probabilities[inside, k] >= point["threshold"]
                counts[k][name] = counts[k].get(name, 0) + 1
    whole = tuple(
        {name: column for name, column in own.items() if counts[k][name] == FOLDS}
        for k, own in enumerate(calls)
    )
    return HeldOut(probabilities, whole)


def side_figures(probabilities: Floats, ill: NDArray[np.bool_], calls: Calls) -> dict[str, Any]:
    """What one calibration is worth for one class: error, bins, and the rates of its points."""
    targets = ill.astype(np.float64)
    return {
        "brier": float(np.mean((probabilities - targets) ** 2)),
        "ece": expected_calibration_error(probabilities, targets),
        "mean_probability": float(probabilities.mean()),
        "frequency": float(targets.mean()),
        "bins": calibration_bins(probabilities, targets),
        "points": {name: _rates(called, ill) for name, called in calls.items()},
    }


def brier_change(old: Floats, new: Floats, targets: Floats, patients: Patients) -> dict[str, float]:
    """New less old Brier score with its 95 % interval over patients; below 0 is better."""
    one, other = brier_statistic(new, targets), brier_statistic(old, targets)

    def change(weights: Weights) -> dict[str, Floats]:
        return {"change": one(weights) - other(weights)}

    rounds = bootstrap(change, patients)["change"]
    value = estimates(change, len(targets))["change"]
    low, high = np.percentile(rounds, [2.5, 97.5])
    return {"value": value, "low": float(low), "high": float(high)}


def _rates(called: NDArray[np.bool_], ill: NDArray[np.bool_]) -> dict[str, Any]:
    """Sensitivity and specificity with Wilson's intervals (images as if they were independent)."""
    return {
        "sensitivity": _share(int((called & ill).sum()), int(ill.sum())),
        "specificity": _share(int((~called & ~ill).sum()), int((~ill).sum())),
    }


def _share(hits: int, trials: int) -> dict[str, Any]:
    if trials == 0:
        return {"value": None, "low": None, "high": None, "hits": 0, "trials": 0}
    low, high = wilson(hits / trials, trials)
    return {"value": hits / trials, "low": low, "high": high, "hits": hits, "trials": trials}
