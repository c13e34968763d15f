"""Platt scaling, chosen on the validation set and folded into the last dense layer.

The network's own sigmoid then gives calibrated probabilities; nothing has to be applied later.
Source: Platt 1999, "Probabilistic outputs for support vector machines", with his smoothed targets.
"""

from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Calibration:
    """``calibrated logit = slope * logit + offset``, slope > 0."""

    slope: float
    offset: float


def fit_platt(logits: NDArray[np.float64], labels: NDArray[np.float64]) -> Calibration:
    """Maximum likelihood by damped Newton steps.

    Args:
        logits: (N,) uncalibrated.
        labels: (N,) 0 or 1, both present.

    Returns:
        The identity when the best slope is not positive (the order of scores must not be reversed).
    """
    z = np.asarray(logits, dtype=np.float64)
    positives, negatives = float(labels.sum()), float(len(labels) - labels.sum())
    targets = np.where(labels > 0.5, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    features = np.stack([z, np.ones_like(z)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(200):
        predicted = _sigmoid(features @ weights)
        gradient = features.T @ (predicted - targets)
        curvature = (
            features * (predicted * (1 - predicted))[:, None]
        ).T @ features + 1e-9 * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        step *= _damping(features, targets, weights, step)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-10:
            break
    return (
        Calibration(float(weights[0]), float(weights[1]))
        if weights[0] > 0
        else Calibration(1.0, 0.0)
    )


def fold(model: keras.Model, layer_name: str, calibration: Calibration) -> None:
    """Multiplies and shifts the dense layer that makes the logit, in place."""
    layer = model.get_layer(layer_name)
    kernel, bias = layer.get_weights()
    layer.set_weights([kernel * calibration.slope, bias * calibration.slope + calibration.offset])


def _damping(
    features: NDArray[np.float64],
    targets: NDArray[np.float64],
    weights: NDArray[np.float64],
    step: NDArray[np.float64],
) -> float:
    """The greatest of 1, 1/2, 1/4 ... by which the step does not make the loss worse."""
    before, factor = _loss(features @ weights, targets), 1.0
    while factor > 1e-6 and _loss(features @ (weights - factor * step), targets) > before:
        factor *= 0.5
    return factor


def _loss(z: NDArray[np.float64], targets: NDArray[np.float64]) -> float:
    return float(np.sum(np.logaddexp(0.0, z) - targets * z))


def _sigmoid(z: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.exp(-np.logaddexp(0.0, -z))
