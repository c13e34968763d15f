"""Plain convolutional networks: convolution and pooling in turn, flattened, one hidden layer."""

import keras

from training.models.architecture import Architecture, InputShape
from training.models.head import Head


def cnn_small(input_shape: InputShape, head: Head) -> keras.Model:
    """One convolution of 8 filters."""
    return _network(input_shape, head, (8,))


def cnn_deep(input_shape: InputShape, head: Head) -> keras.Model:
    """Convolutions of 32, 64 and 128 filters."""
    return _network(input_shape, head, (32, 64, 128))


def _network(input_shape: InputShape, head: Head, filters: tuple[int, ...]) -> keras.Model:
    layers = keras.layers
    inputs = x = keras.Input(input_shape, name="input")
    for index, count in enumerate(filters, start=1):
        x = layers.Conv2D(
            count,
            3,
            padding="same",
            activation="relu",
            kernel_initializer="he_normal",
            name=f"conv{index}",
        )(x)
        x = layers.MaxPooling2D(2, name=f"pool{index}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dropout(head.network.dropout, name="dropout1")(x)
    x = layers.Dense(head.network.dense, activation="relu", name="dense1")(x)
    return head.model(inputs, head.finish(x), "cnn")


_SOURCE = "the middle steps of a public pneumonia study; its dropout is an option: filters "
FAMILY = (
    Architecture("cnn-small", cnn_small, 16_721, _SOURCE + "8", 8),
    Architecture("cnn-deep", cnn_deep, 109_313, _SOURCE + "32-64-128", 8),
)
