"""A small U-Net (Ronneberger et al. 2015) and what it is taught by."""

import keras
from keras import ops

_STAGES = (12, 24, 48, 64)
_DEEPEST = 96
_MOMENTUM = 0.9  # few films, few steps: means must not lag behind
_SMOOTH = 1.0  # pixels: an empty mask that is found empty is no mistake


def fields_network(side: int, structures: int) -> keras.Model:
    """(N, side, side, 1) greys in [0, 1] -> (N, side, side, structures) probabilities.

    Greys are standardised per film first: exposure and window must not matter.

    Args:
        side: a multiple of 16.
        structures: how many.
    """
    layers = keras.layers
    inputs = keras.Input((side, side, 1), name="input")
    mean = layers.GlobalAveragePooling2D(keepdims=True, name="mean")(inputs)
    x = layers.GroupNormalization(
        groups=1, center=False, scale=False, epsilon=1e-4, name="standardise"
    )(layers.Subtract(name="around_mean")([inputs, mean]))
    beside = []
    for filters in _STAGES:
        x = _twice(x, filters)
        beside.append(x)
        x = layers.MaxPooling2D(2)(x)
    x = layers.Dropout(0.2)(_twice(x, _DEEPEST))
    for filters, across in zip(reversed(_STAGES), reversed(beside), strict=True):
        x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
        x = _twice(layers.Concatenate()([x, across]), filters)
    outputs = layers.Conv2D(structures, 1, activation="sigmoid", name="masks")(x)
    return keras.Model(inputs, outputs, name="lung-unet")


def dice_and_entropy(truth: keras.KerasTensor, found: keras.KerasTensor) -> keras.KerasTensor:
    """1 - Dice over each film and structure, plus the binary cross-entropy of its pixels."""
    axes = (1, 2)
    both = ops.sum(truth * found, axis=axes)
    sizes = ops.sum(truth, axis=axes) + ops.sum(found, axis=axes)
    dice = (2.0 * both + _SMOOTH) / (sizes + _SMOOTH)
    entropy = ops.mean(keras.losses.binary_crossentropy(truth, found), axis=(1, 2))
    return 1.0 - ops.mean(dice, axis=-1) + entropy


def _twice(x: keras.KerasTensor, filters: int) -> keras.KerasTensor:
    for _ in range(2):
        x = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
        x = keras.layers.ReLU()(keras.layers.BatchNormalization(momentum=_MOMENTUM)(x))
    return x
