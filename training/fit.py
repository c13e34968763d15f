"""Fitting: seeded, class-weighted, stopped early with the best weights restored."""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from training.config import Augmentation, Schedule
from training.data.arrays import Split, network_input
from training.data.augment import augmenter


@dataclass(frozen=True)
class History:
    """What happened.

    Attributes:
        train_loss: per epoch.
        val_loss: per epoch.
        best_epoch: counted from 1; its weights are the model's.
    """

    train_loss: tuple[float, ...]
    val_loss: tuple[float, ...]
    best_epoch: int


def fit(
    build: Callable[[], keras.Model],
    parts: dict[str, Split],
    recipe: Recipe,
    schedule: Schedule,
    augmentation: Augmentation,
    report: Callable[[float, str], None],
) -> tuple[keras.Model, History]:
    """Builds and fits a model.

    Args:
        build: makes the untrained model.
        parts: ``train`` and ``val`` are used; nothing else is looked at.
        recipe: scaling of the input.
        schedule: see `Schedule`.
        augmentation: of training images only.
        report: called with the share of epochs done and a note.
    """
    keras.utils.set_random_seed(schedule.seed)
    model = build()
    model.compile(keras.optimizers.Adam(schedule.learning_rate), "binary_crossentropy")
    stopping = keras.callbacks.EarlyStopping(
        "val_loss", patience=schedule.patience, restore_best_weights=True
    )
    slowing = keras.callbacks.ReduceLROnPlateau(
        "val_loss", factor=0.5, patience=max(1, schedule.patience // 3)
    )
    validation = (network_input(parts["val"].grey, recipe), parts["val"].labels[:, None])
    record = model.fit(
        _batches(parts["train"], recipe, schedule, augmentation),
        validation_data=validation,
        epochs=schedule.epochs,
        class_weight=class_weights(parts["train"].labels),
        callbacks=[stopping, slowing, _Reporter(schedule.epochs, report)],
        verbose=0,
    ).history
    best = int(np.argmin(record["val_loss"]))
    if (
        len(record["val_loss"]) == schedule.epochs
    ):  # EarlyStopping restores by itself only when it stops the run
        model.set_weights(stopping.best_weights)
    return model, History(tuple(record["loss"]), tuple(record["val_loss"]), best + 1)


def class_weights(labels: NDArray[np.float32]) -> dict[int, float]:
    """Weights that let both classes count the same: N / (2 N_class)."""
    positives = float(labels.sum())
    total = float(len(labels))
    return {0: total / (2.0 * (total - positives)), 1: total / (2.0 * positives)}


def _batches(
    split: Split, recipe: Recipe, schedule: Schedule, augmentation: Augmentation
) -> tf.data.Dataset:
    vary = augmenter(augmentation, schedule.seed)
    factor, mean, deviation = recipe.numbers()

    def prepare(grey: tf.Tensor, label: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        varied = tf.clip_by_value(vary(grey, training=True), 0.0, 1.0)
        repeated = tf.repeat(varied, recipe.channels, axis=-1)
        return (repeated * factor - mean) / deviation, label

    order = tf.data.Dataset.from_tensor_slices((split.grey, split.labels[:, None]))
    order = order.shuffle(len(split.labels), seed=schedule.seed, reshuffle_each_iteration=True)
    return order.batch(schedule.batch).map(prepare, num_parallel_calls=1).prefetch(2)


class _Reporter(keras.callbacks.Callback):
    """Passes on the end of every epoch."""

    def __init__(self, epochs: int, report: Callable[[float, str], None]) -> None:
        super().__init__()
        self._epochs, self._report = epochs, report

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        figures = (
            ", ".join(f"{name} {logs[name]:.4f}" for name in ("loss", "val_loss")) if logs else ""
        )
        self._report((epoch + 1) / self._epochs, f"epoch {epoch + 1}: {figures}")
