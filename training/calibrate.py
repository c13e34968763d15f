"""Probabilities made frequencies, fitted on the validation set.

Platt and temperature scaling are linear in the logits, so they are folded into the layer `LOGIT`:
the network's own sigmoid or softmax then gives calibrated probabilities. Isotonic regression is
not linear; it travels as curves in the bundle's manifest, which the clinic applies to the network's
probabilities (`engine.bundle.calibration`). Explanations are of the logit in either case, which
the curves leave untouched.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.calibration import CalibrationCurve, calibrated
from engine.errors import RequestError
from training.data.task import Task
from training.evaluate.reliability import (
    brier,
    expected_calibration_error,
    log_loss,
    top_label,
)

if TYPE_CHECKING:
    import keras

Floats = NDArray[np.float64]
LOGIT = "logit"
_ENOUGH_FOR_ISOTONIC = 1000  # Niculescu-Mizil and Caruana 2005: with fewer Platt's is better
_WORDS = {
    "none": "No calibration: the network's own probabilities.",
    "platt": "Platt scaling fitted on the validation set and folded into the last dense layer.",
    "temperature": "Temperature scaling fitted on the validation set and folded into the last "
    "dense layer.",
    "isotonic": "Isotonic regression fitted on the validation set, applied to the network's "
    "probabilities as curves.",
}


@dataclass(frozen=True)
class Calibration:
    """What turns a network's logits into calibrated probabilities.

    Attributes:
        method: ``none`` | ``platt`` | ``temperature`` | ``isotonic``.
        slopes: (C,) ``calibrated logit = slope * logit + offset``, slope > 0; 1 for isotonic.
        offsets: (C,); 0 for temperature and isotonic.
        curves: isotonic only, one per class: what the manifest carries.
        notes: what was left as it was and why, and what to be careful about.
    """

    method: str
    slopes: tuple[float, ...]
    offsets: tuple[float, ...]
    curves: tuple[CalibrationCurve, ...] = ()
    notes: tuple[str, ...] = ()

    def probabilities(self, logits: NDArray[np.floating], activation: str) -> Floats:
        """(N, C) calibrated probabilities of uncalibrated logits (N, C)."""
        scaled = np.asarray(logits, np.float64) * np.array(self.slopes) + np.array(self.offsets)
        return calibrated(self.curves, activated(scaled, activation), activation)


def fit_calibration(
    task: Task, logits: NDArray[np.floating], targets: NDArray[np.floating], method: str
) -> Calibration:
    """Fits one method on the validation set.

    Args:
        task: what is told apart.
        logits: (N, C) uncalibrated, of the validation set.
        targets: (N, C).
        method: ``auto`` (Platt for sigmoids, temperature for a softmax), ``none``, ``platt``,
            ``temperature`` (one for all classes, Guo 2017) or ``isotonic`` (Zadrozny and Elkan
            2002: each class against the rest, a softmax's rows scaled to 1 again).

    Raises:
        RequestError: Platt scaling of a softmax, whose classes it would calibrate one by one.
    """
    z, wanted = np.asarray(logits, np.float64), np.asarray(targets, np.float64)
    is_softmax = task.activation == "softmax"
    chosen = ("temperature" if is_softmax else "platt") if method == "auto" else method
    if chosen == "platt" and is_softmax:
        raise RequestError(
            "Platt scaling is for sigmoids; the classes of this task exclude each other",
            hint='Set calibration = "temperature" or "isotonic" in [evaluation].',
        )
    return _FITS[chosen](task, z, wanted)


def fold(model: "keras.Model", calibration: Calibration) -> None:
    """Multiplies and shifts the dense layer `LOGIT`, in place; curves are not folded."""
    layer = model.get_layer(LOGIT)
    kernel, bias = layer.get_weights()
    slopes, offsets = (np.array(v, kernel.dtype) for v in (calibration.slopes, calibration.offsets))
    layer.set_weights([kernel * slopes, bias * slopes + offsets])


def calibration_facts(
    task: Task,
    calibration: Calibration,
    logits: NDArray[np.floating],
    targets: NDArray[np.floating],
) -> dict[str, Any]:
    """What a manifest says of it: kind, method in words, numbers, notes, figures around it.

    Both sets of figures are of the validation set, on which it was fitted: those after are too
    good, most of all for isotonic regression. The test set's figures are the honest ones.

    Args:
        task: what is told apart.
        calibration: as fitted.
        logits: (N, C) uncalibrated, of the validation set.
        targets: (N, C).
    """
    z, wanted = np.asarray(logits, np.float64), np.asarray(targets, np.float64)
    before = activated(z, task.activation)
    after = calibration.probabilities(z, task.activation)
    return {
        "kind": calibration.method,
        "method": _WORDS[calibration.method],
        "slopes": list(calibration.slopes),
        "offsets": list(calibration.offsets),
        "notes": list(calibration.notes),
        "validation_before": _figures(before, wanted, task.activation),
        "validation_after": _figures(after, wanted, task.activation),
    }


def activated(logits: Floats, activation: str) -> Floats:
    """(N, C) float64 probabilities of logits by ``sigmoid`` or ``softmax``, without overflow."""
    if activation == "sigmoid":
        return 0.5 * (1.0 + np.tanh(0.5 * logits))
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@dataclass(frozen=True)
class Scaling:
    """``slope * logit + offset``, slope > 0."""

    slope: float
    offset: float


def fit_platt(logits: Floats, labels: Floats) -> Scaling:
    """Maximum likelihood by damped Newton steps.

    Source: Platt 1999, "Probabilistic outputs for support vector machines", with his smoothed
    targets.

    Args:
        logits: (N,) uncalibrated.
        labels: (N,) 0 or 1, both present.

    Returns:
        The identity when the best slope is not positive (the order of scores must not be reversed).
    """
    positives, negatives = float(labels.sum()), float(len(labels) - labels.sum())
    targets = np.where(labels > 0.5, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    features = np.stack([logits, np.ones_like(logits)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(200):
        predicted = activated(features @ weights, "sigmoid")
        gradient = features.T @ (predicted - targets)
        curvature = (
            features * (predicted * (1 - predicted))[:, None]
        ).T @ features + 1e-9 * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        step *= _damping(features, targets, weights, step)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-10:
            break
    return Scaling(float(weights[0]), float(weights[1])) if weights[0] > 0 else Scaling(1.0, 0.0)


def fit_temperature(logits: Floats, targets: Floats, activation: str) -> float:
    """The factor 1 / T > 0 of the logits with the greatest likelihood (Guo 2017).

    The negative log likelihood is convex in the factor: golden-section search on its logarithm,
    within 1/100 .. 100.
    """
    return float(
        np.exp(
            _lowest(
                lambda log_factor: _nll(logits * np.exp(log_factor), targets, activation),
                -np.log(100.0),
                np.log(100.0),
            )
        )
    )


def fit_isotonic(probabilities: Floats, labels: Floats) -> CalibrationCurve:
    """The non-decreasing frequencies nearest the labels (pool adjacent violators, Ayer 1955).

    Between blocks the curve is linear, as scikit-learn draws it. Frequencies stay within
    1/(N+2) .. (N+1)/(N+2) (Laplace): no finite number of images shows a certainty.

    Args:
        probabilities: (N,) uncalibrated.
        labels: (N,) 0 or 1.
    """
    known, group = np.unique(probabilities, return_inverse=True)
    weights = np.bincount(group).astype(np.float64)
    means = np.bincount(group, weights=labels) / weights
    blocks: list[list[float]] = []  # mean, weight, members
    for mean, weight in zip(means, weights, strict=True):
        blocks.append([float(mean), float(weight), 1])
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            value, total, members = blocks.pop()
            last = blocks[-1]
            last[0] = (last[0] * last[1] + value * total) / (last[1] + total)
            last[1] += total
            last[2] += members
    values = np.repeat([block[0] for block in blocks], [int(block[2]) for block in blocks])
    count = len(labels)
    values = np.clip(values, 1.0 / (count + 2), (count + 1.0) / (count + 2))
    inner = np.append(True, (values[1:-1] != values[:-2]) | (values[1:-1] != values[2:]))
    keep = np.append(inner, True) if len(values) > 1 else np.array([True])
    return CalibrationCurve(tuple(known[keep].tolist()), tuple(values[keep].tolist()))


def _fit_none(task: Task, _logits: Floats, _targets: Floats) -> Calibration:
    return _identity("none", len(task.classes))


def _fit_platt(task: Task, logits: Floats, targets: Floats) -> Calibration:
    found, notes = [], []
    for name, z, labels in zip(task.names, logits.T, targets.T, strict=True):
        scaling = fit_platt(z, labels) if 0 < labels.sum() < len(labels) else Scaling(1.0, 0.0)
        if scaling == Scaling(1.0, 0.0):
            notes.append(
                f"{name} is not calibrated: the validation set lacks images with or without it, or "
                "its scores rank them the wrong way round."
            )
        found.append(scaling)
    slopes, offsets = tuple(s.slope for s in found), tuple(s.offset for s in found)
    return Calibration("platt", slopes, offsets, notes=tuple(notes))


def _fit_temperature(task: Task, logits: Floats, targets: Floats) -> Calibration:
    factor = fit_temperature(logits, targets, task.activation)
    plain = _identity("temperature", len(task.classes))
    return Calibration("temperature", (factor,) * len(task.classes), plain.offsets)


def _fit_isotonic(task: Task, logits: Floats, targets: Floats) -> Calibration:
    probabilities = activated(logits, task.activation)
    curves = tuple(
        fit_isotonic(p, labels) for p, labels in zip(probabilities.T, targets.T, strict=True)
    )
    notes = ["Isotonic regression gives images with different scores the same probability."]
    if len(targets) < _ENOUGH_FOR_ISOTONIC:
        notes.append(
            f"It was fitted on {len(targets)} images; with fewer than {_ENOUGH_FOR_ISOTONIC} it "
            "overfits more easily than Platt or temperature scaling."
        )
    plain = _identity("isotonic", len(task.classes))
    return Calibration("isotonic", plain.slopes, plain.offsets, curves, tuple(notes))


_FITS: dict[str, Callable[[Task, Floats, Floats], Calibration]] = {
    "none": _fit_none,
    "platt": _fit_platt,
    "temperature": _fit_temperature,
    "isotonic": _fit_isotonic,
}


def _identity(method: str, classes: int) -> Calibration:
    return Calibration(method, (1.0,) * classes, (0.0,) * classes)


def _figures(probabilities: Floats, targets: Floats, activation: str) -> dict[str, float]:
    """``brier`` (summed over classes), ``ece`` and ``log_loss``.

    The calibration error is that of the likeliest class for a softmax, else the mean over classes.
    """
    if activation == "softmax":
        pairs = [top_label(probabilities, targets)]
    else:
        pairs = list(zip(probabilities.T, targets.T, strict=True))
    gaps = [expected_calibration_error(p, t) for p, t in pairs]
    return {
        "brier": brier(probabilities, targets),
        "ece": float(np.mean(gaps)),
        "log_loss": log_loss(probabilities, targets, activation),
    }


def _damping(features: Floats, targets: Floats, weights: Floats, step: Floats) -> float:
    """The greatest of 1, 1/2, 1/4 ... by which the step does not make the loss worse."""

    def loss(z: Floats) -> float:
        return float(np.sum(np.logaddexp(0.0, z) - targets * z))

    before, factor = loss(features @ weights), 1.0
    while factor > 1e-6 and loss(features @ (weights - factor * step)) > before:
        factor *= 0.5
    return factor


def _nll(logits: Floats, targets: Floats, activation: str) -> float:
    if activation == "sigmoid":
        return float(np.sum(np.logaddexp(0.0, logits) - targets * logits))
    highest = logits.max(axis=1)
    partition = highest + np.log(np.exp(logits - highest[:, None]).sum(axis=1))
    return float(np.sum(partition - (targets * logits).sum(axis=1)))


def _lowest(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a unimodal function is least, by golden-section search (Kiefer 1953)."""
    ratio = (5.0**0.5 - 1.0) / 2.0
    left, right = high - ratio * (high - low), low + ratio * (high - low)
    at_left, at_right = function(left), function(right)
    while high - low > 1e-9:
        if at_left < at_right:
            high, right, at_right = right, left, at_left
            left = high - ratio * (high - low)
            at_left = function(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + ratio * (high - low)
            at_right = function(right)
    return (low + high) / 2.0
