"""The network of the content check: small enough for a clinic's oldest workstation."""

import keras

from training.content import CLASSES

SIDE = 96
_STAGES = (32, 48, 64, 96)


def content_network() -> keras.Model:
    """(N, SIDE, SIDE, 1) greys in [0, 1] -> probabilities of `CLASSES`; 164,069 weights.

    Greys are standardised per picture first: exposure and window must not matter. Places are kept
    up to the dense layers: where the dark fields lie is what makes a chest film.
    """
    layers = keras.layers
    inputs = keras.Input((SIDE, SIDE, 1), name="input")
    # Around 0, the variance of a bright picture does not drown in the rounding of its squares.
    mean = layers.GlobalAveragePooling2D(keepdims=True, name="mean")(inputs)
    x = layers.GroupNormalization(
        groups=1, center=False, scale=False, epsilon=1e-4, name="standardise"
    )(layers.Subtract(name="around_mean")([inputs, mean]))
    x = _convolution(x, 16, strides=2)
    for place, filters in enumerate(_STAGES):
        x = _convolution(x, filters)
        x = _convolution(x, filters, kind=layers.SeparableConv2D)
        x = layers.MaxPooling2D(2, name=f"pool{place + 1}")(x)
    x = layers.Dropout(0.4)(layers.Flatten(name="flatten")(x))
    x = layers.Dropout(0.3)(layers.Dense(48, activation="relu", name="dense")(x))
    outputs = layers.Dense(len(CLASSES), activation="softmax", name="probability")(x)
    return keras.Model(inputs, outputs, name="content")


def _convolution(
    x: keras.KerasTensor,
    filters: int,
    strides: int = 1,
    kind: type[keras.Layer] = keras.layers.Conv2D,
) -> keras.KerasTensor:
    x = kind(filters, 3, strides=strides, padding="same", use_bias=False)(x)
    return keras.layers.ReLU()(keras.layers.BatchNormalization()(x))
