"""Networks without convolutions: what can be had when neighbourhood is ignored."""

import keras

from training.models.architecture import Architecture, InputShape
from training.models.head import Head


def dense_small(input_shape: InputShape, head: Head) -> keras.Model:
    """One hidden layer of 10."""
    return _network(input_shape, head, (10,))


def dense_deep(input_shape: InputShape, head: Head) -> keras.Model:
    """Hidden layers of 256, 128, 64, 32 and 10, each followed by the head's dropout."""
    return _network(input_shape, head, (256, 128, 64, 32, 10))


def _network(input_shape: InputShape, head: Head, widths: tuple[int, ...]) -> keras.Model:
    layers = keras.layers
    inputs = keras.Input(input_shape, name="input")
    x = layers.Flatten(name="flatten")(inputs)
    for index, width in enumerate(widths, start=1):
        x = layers.Dense(
            width, activation="relu", kernel_initializer="he_normal", name=f"dense{index}"
        )(x)
        if head.network.dropout > 0.0:
            x = layers.Dropout(head.network.dropout, name=f"dropout{index}")(x)
    return head.model(inputs, head.finish(x), "dense")


_SOURCE = "the first steps of a public pneumonia study; its dropout and L2 are options: "
FAMILY = (
    Architecture("dense-small", dense_small, 661, _SOURCE + "hidden 10", 8),
    Architecture("dense-deep", dense_deep, 60_213, _SOURCE + "hidden 256-128-64-32-10", 8),
)
