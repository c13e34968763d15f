"""Fitting: seeded, class-weighted, stopped early with the best weights restored.

Where masks are known, the last feature maps also learn to tell *where* the finding is, through a
branch that is dropped afterwards: the network then looks at the lesion and not at
something that happens to go with it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from training.config import Augmentation, Schedule
from training.data.arrays import Split
from training.data.augment import geometric, photometric
from training.models.pneumonia_cnn import PROBABILITY

PLACE = "place"
Report = Callable[[float, str], None]


@dataclass(frozen=True)
class History:
    """What happened.

    Attributes:
        train_loss: per epoch.
        val_loss: per epoch, of the classification alone.
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
    report: Report,
) -> tuple[keras.Model, History]:
    """Builds and fits a model.

    Args:
        build: makes the untrained model, its output layer named `PROBABILITY`.
        parts: ``train`` and ``val`` are used; nothing else is looked at.
        recipe: scaling of the input.
        schedule: see `Schedule`.
        augmentation: of training images only.
        report: called with the share of epochs done and a note.
    """
    keras.utils.set_random_seed(schedule.seed)
    model = build()
    grid = last_maps(model) if parts["train"].masks is not None else None
    trained = _with_branch(model, grid) if grid is not None else _with_names(model)
    losses = dict.fromkeys(trained.output_names, "binary_crossentropy")
    weights = {name: schedule.place_weight if name == PLACE else 1.0 for name in losses}
    trained.compile(keras.optimizers.Adam(schedule.learning_rate), losses, loss_weights=weights)
    watched = "val_loss" if grid is None else f"val_{PROBABILITY}_loss"
    stopping = keras.callbacks.EarlyStopping(
        watched, mode="min", patience=schedule.patience, restore_best_weights=True
    )
    slowing = keras.callbacks.ReduceLROnPlateau(
        watched, mode="min", factor=0.5, patience=max(1, schedule.patience // 3)
    )
    record = trained.fit(
        _batches(parts["train"], recipe, schedule, grid, augmentation),
        validation_data=_batches(parts["val"], recipe, schedule, grid, None),
        epochs=schedule.epochs,
        shuffle=False,  # the data set shuffles itself
        callbacks=[stopping, slowing, _Reporter(schedule.epochs, watched, report)],
        verbose=0,
    ).history
    if stopping.best_weights is not None:  # Keras restores by itself only on an early stop
        trained.set_weights(stopping.best_weights)
    best = int(np.argmin(record[watched]))
    return model, History(tuple(record["loss"]), tuple(record[watched]), best + 1)


def class_weights(labels: NDArray[np.float32]) -> dict[int, float]:
    """Weights that let both classes count the same: N / (2 N_class)."""
    positives, total = float(labels.sum()), float(len(labels))
    return {0: total / (2.0 * (total - positives)), 1: total / (2.0 * positives)}


def last_maps(model: keras.Model) -> keras.layers.Layer:
    """The last layer whose output is a grid of feature maps."""
    return [layer for layer in model.layers if len(layer.output.shape) == 4][-1]


def cells(masks: tf.Tensor, grid_hw: tuple[int, int]) -> tf.Tensor:
    """Shares of the mask in the cells of a grid of feature maps.

    The cells, a power of two in size, fill the image behind padded convolutions; unpadded ones
    lose a rim, and the cells lie centred then.

    Args:
        masks: (N, H, W, 1) float32.
        grid_hw: rows and columns of the feature maps.
    """
    step = max(1, 2 ** int(np.log2(masks.shape[1] / grid_hw[0])))
    top, left = (
        (side - step * count) // 2 for side, count in zip(masks.shape[1:3], grid_hw, strict=True)
    )
    rows, columns = (step * count for count in grid_hw)
    return tf.nn.avg_pool2d(masks[:, top : top + rows, left : left + columns], step, step, "VALID")


def _with_names(model: keras.Model) -> keras.Model:
    return keras.Model(model.inputs[0], {PROBABILITY: model.outputs[0]})


def _with_branch(model: keras.Model, grid: keras.layers.Layer) -> keras.Model:
    where = keras.layers.Conv2D(1, 1, activation="sigmoid", name=PLACE)(grid.output)
    return keras.Model(model.inputs[0], {PROBABILITY: model.outputs[0], PLACE: where})


def _batches(
    split: Split,
    recipe: Recipe,
    schedule: Schedule,
    grid: keras.layers.Layer | None,
    augmentation: Augmentation | None,
) -> tf.data.Dataset:
    """Batches of (input, targets, weights); shuffled and varied when there is an augmentation."""
    masks = split.masks if grid is not None else np.zeros_like(split.grey[:, :1, :1])
    by_class = class_weights(split.labels) if augmentation is not None else {0: 1.0, 1: 1.0}
    balance = np.where(split.labels > 0.5, by_class[1], by_class[0]).astype(np.float32)
    order = tf.data.Dataset.from_tensor_slices((split.grey, masks, split.labels[:, None], balance))
    if augmentation is not None:
        order = order.shuffle(len(balance), seed=schedule.seed, reshuffle_each_iteration=True)
    order = order.batch(schedule.batch)
    if augmentation is not None:
        order = order.map(_variation(augmentation, schedule.seed, has_masks=grid is not None))
    return order.map(_targets(recipe, grid)).prefetch(2)


def _variation(augmentation: Augmentation, seed: int, *, has_masks: bool) -> Callable[..., tuple]:
    move, tone = geometric(augmentation, seed), photometric(augmentation, seed)

    def vary(grey: tf.Tensor, masks: tf.Tensor, *rest: tf.Tensor) -> tuple:
        both = move(tf.concat([grey, masks], axis=-1) if has_masks else grey, training=True)
        varied = tf.clip_by_value(tone(both[..., :1], training=True), 0.0, 1.0)
        return varied, both[..., 1:] if has_masks else masks, *rest

    return vary


def _targets(recipe: Recipe, grid: keras.layers.Layer | None) -> Callable[..., tuple]:
    factor, mean, deviation = recipe.numbers()

    def prepare(grey: tf.Tensor, masks: tf.Tensor, label: tf.Tensor, balance: tf.Tensor) -> tuple:
        scaled = (tf.repeat(grey, recipe.channels, axis=-1) * factor - mean) / deviation
        if grid is None:
            return scaled, {PROBABILITY: label}, {PROBABILITY: balance}
        place = cells(masks, grid.output.shape[1:3])
        targets = {PROBABILITY: label, PLACE: place}
        return scaled, targets, {PROBABILITY: balance, PLACE: tf.ones_like(place[..., 0])}

    return prepare


class _Reporter(keras.callbacks.Callback):
    """Passes on the end of every epoch."""

    def __init__(self, epochs: int, watched: str, report: Report) -> None:
        super().__init__()
        self._epochs, self._watched, self._report = epochs, watched, report

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        figures = logs if logs is not None else {}
        loss, validation = figures["loss"], figures[self._watched]
        note = f"epoch {epoch + 1}: loss {loss:.4f}, validation {validation:.4f}"
        self._report((epoch + 1) / self._epochs, note)
