"""From arrays to batches: order, variation, network units, targets.

Every order and every variation follows from the seed and the number of the epoch alone, so epoch 7
is the same whether the run came there in one go or was resumed.
"""

from collections.abc import Callable, Iterator
from itertools import count

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from training.config import TrainingConfig
from training.data.arrays import LEVELS, Split
from training.data.augment import Variation
from training.data.imbalance import oversampled_indices
from training.models.head import PROBABILITY

PLACE = "place"  # the side task: where the finding is


def training_batches(
    split: Split,
    recipe: Recipe,
    config: TrainingConfig,
    *,
    grid_hw: tuple[int, int] | None = None,
    first_epoch: int = 0,
) -> tf.data.Dataset:
    """Shuffled and varied batches; each iteration over the data set is the next epoch.

    Strategy ``oversample`` is done here, by drawing; all others are the loss's.

    Args:
        split: the training images.
        recipe: scaling of the input.
        config: batch size, seed, augmentation, imbalance.
        grid_hw: rows and columns of the feature maps that learn the place, or None; needs masks.
        first_epoch: number of the epoch that the first iteration shows, for a resumed run.

    Returns:
        Finite, of (inputs (N, H, W, C) float32, targets, weights); both dictionaries by name of the
        output: `PROBABILITY` (N, K), and `PLACE` (N, rows, columns, 1) where a grid is given. All
        weights are 1.
    """
    seed, batch = config.schedule.seed, config.schedule.batch
    chosen = np.arange(len(split))
    if config.imbalance.strategy == "oversample":
        chosen = oversampled_indices(split.targets, seed)
    epochs = count(first_epoch)

    def order() -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        epoch = next(epochs)
        shuffled = np.random.default_rng((seed, epoch)).permutation(chosen)
        for step, start in enumerate(range(0, len(shuffled), batch)):
            yield shuffled[start : start + batch], np.array([seed, epoch << 32 | step], np.int64)

    variation = Variation(config.augmentation, channels=recipe.channels, pad_value=recipe.pad_value)
    return _batches(split, recipe, order, _steps(len(chosen), batch), grid_hw, variation)


def plain_batches(
    split: Split, recipe: Recipe, batch: int, *, grid_hw: tuple[int, int] | None = None
) -> tf.data.Dataset:
    """Every image once, in order, as it is; otherwise as `training_batches`."""
    indices = np.arange(len(split))

    def order() -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        for start in range(0, len(indices), batch):
            yield indices[start : start + batch], np.zeros(2, np.int64)

    return _batches(split, recipe, order, _steps(len(indices), batch), grid_hw, None)


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


def _steps(images: int, batch: int) -> int:
    return -(-images // batch)


def _batches(
    split: Split,
    recipe: Recipe,
    order: Callable[[], Iterator[tuple]],
    steps: int,
    grid_hw: tuple[int, int] | None,
    variation: Variation | None,
) -> tf.data.Dataset:
    signature = (tf.TensorSpec((None,), tf.int64), tf.TensorSpec((2,), tf.int64))
    drawn = tf.data.Dataset.from_generator(order, output_signature=signature)
    gathered = drawn.map(_gather(split, has_masks=grid_hw is not None))
    prepared = gathered.map(
        _prepare(recipe, grid_hw, variation), num_parallel_calls=tf.data.AUTOTUNE
    )
    return prepared.apply(tf.data.experimental.assert_cardinality(steps)).prefetch(2)


def _gather(split: Split, *, has_masks: bool) -> Callable[..., tuple]:
    """Indices and seed -> the stored pictures, masks and targets of a batch, and the seed."""
    masks = split.masks if has_masks else None
    shapes = [split.grey.shape[1:], split.grey.shape[1:], split.targets.shape[1:]]

    def pick(indices: NDArray[np.int64]) -> tuple[NDArray, NDArray, NDArray]:
        own = masks[indices] if masks is not None else np.zeros((len(indices), 1, 1, 1), np.uint16)
        return split.grey[indices], own, split.targets[indices]

    def gather(indices: tf.Tensor, seed: tf.Tensor) -> tuple:
        parts = tf.numpy_function(
            pick, [indices], (tf.uint16, tf.uint16, tf.float32), stateful=False
        )
        for part, shape in zip(parts, shapes, strict=True):
            if part is not parts[1] or has_masks:
                part.set_shape((None, *shape))
        return *parts, seed

    return gather


def _prepare(
    recipe: Recipe, grid_hw: tuple[int, int] | None, variation: Variation | None
) -> Callable[..., tuple]:
    factor, mean, deviation = recipe.numbers()

    def prepare(grey: tf.Tensor, masks: tf.Tensor, targets: tf.Tensor, seed: tf.Tensor) -> tuple:
        light = tf.cast(grey, tf.float32) / LEVELS
        where = tf.cast(masks, tf.float32) / LEVELS if grid_hw is not None else None
        if variation is not None:
            light, where = variation(light, where, seed)
        else:
            light = tf.repeat(light, recipe.channels, axis=-1)
        inputs = (light * factor - mean) / deviation
        wanted, weights = {PROBABILITY: targets}, {PROBABILITY: tf.ones_like(targets[:, 0])}
        if grid_hw is not None:
            wanted[PLACE] = cells(where, grid_hw)
            weights[PLACE] = tf.ones_like(wanted[PLACE][..., 0])
        return inputs, wanted, weights

    return prepare
