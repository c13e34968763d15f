"""Losses of the three kinds of task; the only place where classes are weighted.

The data pipeline gives every image the same weight (and draws rare classes more often where that
is asked for), so nothing is weighted twice. Validation uses the same loss as training.

All of them take probabilities, so that they fit the network's output, and work on its logits:
Keras' cross-entropies look up what went into the sigmoid or softmax. A mistake made with
certainty therefore keeps its gradient.
"""

from typing import Any

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from engine.errors import RequestError
from training.config.sections import ImbalanceSection
from training.data.imbalance import (
    class_weights,
    oversampled_indices,
    positive_negative_weights,
)

_EPSILON = 1e-7


def loss_of(
    kind: str, imbalance: ImbalanceSection, targets: NDArray[np.float32]
) -> keras.losses.Loss:
    """The loss of a task.

    Args:
        kind: ``binary``, ``multiclass`` or ``multilabel``.
        imbalance: the strategy and its numbers.
        targets: (N, C) of the training set, 0 or 1.

    Raises:
        RequestError: a class without images where weights are asked for, or multipliers that do
            not fit the classes (binary: absent, present).
    """
    weights = loss_weights(kind, imbalance, targets)
    is_focal = imbalance.strategy == "focal"
    if kind == "multiclass":
        return SoftmaxLoss(weights, gamma=imbalance.focal_gamma if is_focal else 0.0)
    return SigmoidLoss(weights, gamma=imbalance.focal_gamma if is_focal else 0.0)


@keras.saving.register_keras_serializable("whyray")
class SigmoidLoss(keras.losses.Loss):
    """Weighted, focused binary cross-entropy, averaged over classes.

    ``mean_c w_ct (1 - p_t)^gamma (-log p_t)`` with p_t the probability of what is the case.

    References:
        Lin et al. 2017, "Focal loss for dense object detection", equations 4 and 5.
    """

    def __init__(self, weights: NDArray[np.float64], gamma: float = 0.0) -> None:
        """Takes (C, 2) weights, of negatives and of positives, and gamma (0: plain)."""
        super().__init__(name="weighted_binary_crossentropy")
        self._absent, self._present = np.asarray(weights, np.float32).T
        self._gamma = gamma

    def call(self, y_true: keras.KerasTensor, y_pred: keras.KerasTensor) -> keras.KerasTensor:
        """(N,) losses of (N, C) targets and probabilities."""
        # Unclipped probabilities in, or Keras would not find the logits.
        losses = ops.binary_crossentropy(y_true, y_pred)
        weights = y_true * self._present + (1.0 - y_true) * self._absent
        if self._gamma > 0.0:
            missed = y_true * (1.0 - y_pred) + (1.0 - y_true) * y_pred
            weights = weights * ops.power(ops.maximum(missed, _EPSILON), self._gamma)
        return ops.mean(weights * losses, axis=-1)

    def get_config(self) -> dict[str, Any]:
        """The arguments it was made with, for copies of a compiled network."""
        weights = np.stack([self._absent, self._present], axis=1)
        return {"weights": weights.tolist(), "gamma": self._gamma}


@keras.saving.register_keras_serializable("whyray")
class SoftmaxLoss(keras.losses.Loss):
    """Weighted, focused categorical cross-entropy: ``w_t (1 - p_t)^gamma (-log p_t)``."""

    def __init__(self, weights: NDArray[np.float64], gamma: float = 0.0) -> None:
        """Takes (C,) weights and gamma (0: plain)."""
        super().__init__(name="weighted_categorical_crossentropy")
        self._weights = np.asarray(weights, np.float32)
        self._gamma = gamma

    def call(self, y_true: keras.KerasTensor, y_pred: keras.KerasTensor) -> keras.KerasTensor:
        """(N,) losses of (N, C) targets and probabilities."""
        losses = ops.categorical_crossentropy(y_true, y_pred)
        weights = ops.sum(y_true * self._weights, axis=-1)
        if self._gamma > 0.0:
            missed = 1.0 - ops.sum(y_true * y_pred, axis=-1)
            weights = weights * ops.power(ops.maximum(missed, _EPSILON), self._gamma)
        return weights * losses

    def get_config(self) -> dict[str, Any]:
        """The arguments it was made with, for copies of a compiled network."""
        return {"weights": self._weights.tolist(), "gamma": self._gamma}


def seen_frequencies(
    kind: str, imbalance: ImbalanceSection, targets: NDArray[np.float32], seed: int
) -> NDArray[np.float64]:
    """(C,) frequencies of the classes as training sees them: as drawn, and as weighted.

    A network that knows nothing does best to predict them (for focal losses: before focusing).

    Args:
        kind: as in `loss_of`.
        imbalance: as in `loss_of`.
        targets: (N, C) of the training set.
        seed: of the drawing.
    """
    is_drawn = imbalance.strategy == "oversample"
    shown = targets[oversampled_indices(targets, seed)] if is_drawn else targets
    shares = shown.mean(axis=0, dtype=np.float64)
    weights = loss_weights(kind, imbalance, targets)
    if kind == "multiclass":
        return shares * weights / (shares * weights).sum()
    present, absent = shares * weights[:, 1], (1.0 - shares) * weights[:, 0]
    return present / (present + absent)


def loss_weights(
    kind: str, imbalance: ImbalanceSection, targets: NDArray[np.float32]
) -> NDArray[np.float64]:
    """What images count in the loss, multipliers included.

    Returns:
        (C,) for a softmax, else (C, 2) of negatives and positives.
    """
    classes = targets.shape[1]
    if kind == "multiclass":
        return _softmax_weights(imbalance, targets) * _multipliers(imbalance, classes)
    weights = _sigmoid_weights(imbalance, targets)
    if kind == "binary":
        return weights * _multipliers(imbalance, 2)[None]
    return weights * _multipliers(imbalance, classes)[:, None]


def _softmax_weights(
    imbalance: ImbalanceSection, targets: NDArray[np.float32]
) -> NDArray[np.float64]:
    """(C,) as `class_weights` where asked for, else ones."""
    if imbalance.strategy == "positive-negative":
        raise RequestError(
            "positive-negative weights are for findings that occur together",
            hint='Set strategy = "class-weight" in [imbalance].',
        )
    if imbalance.strategy != "class-weight":
        return np.ones(targets.shape[1])
    return class_weights(targets)


def _sigmoid_weights(
    imbalance: ImbalanceSection, targets: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Negatives and positives of a class count the same, by either kind of weights.

    ``class-weight``: N / (2 N_c), every class as much as the others. ``positive-negative``: the
    other side's frequency, so rare classes count less, as in the chest X-ray course.
    """
    classes = targets.shape[1]
    if imbalance.strategy == "focal":
        alpha = imbalance.focal_alpha
        return np.tile([1.0 - alpha, alpha], (classes, 1))
    if imbalance.strategy not in ("class-weight", "positive-negative"):
        return np.ones((classes, 2))
    weights = positive_negative_weights(targets)
    return weights if imbalance.strategy == "positive-negative" else 0.5 / weights[:, ::-1]


def _multipliers(imbalance: ImbalanceSection, count: int) -> NDArray[np.float64]:
    given = imbalance.multipliers
    if given and len(given) != count:
        raise RequestError(
            f"{len(given)} multipliers are given for {count} classes",
            hint="State one per class in [imbalance]; a binary task has two: absent, present.",
        )
    return np.asarray(given, np.float64) if given else np.ones(count)
