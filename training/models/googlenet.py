"""GoogLeNet (Inception v1): table 1 of its paper, layer by layer.

Different from the paper: batch normalisation after every convolution (Ioffe and Szegedy 2015)
instead of the two local response normalisations, and therefore no auxiliary classifiers, which the
paper needs in training alone. Without either of them 22 layers hardly learn from random weights.

References:
    Szegedy et al. 2015, "Going deeper with convolutions".
"""

import keras

from training.models.architecture import Architecture, InputShape
from training.models.head import Head

# Filters of table 1: 1x1, 3x3 reduce, 3x3, 5x5 reduce, 5x5, pool projection; None: max-pooling.
_MODULES = (
    ("3a", (64, 96, 128, 16, 32, 32)),
    ("3b", (128, 128, 192, 32, 96, 64)),
    ("pool3", None),
    ("4a", (192, 96, 208, 16, 48, 64)),
    ("4b", (160, 112, 224, 24, 64, 64)),
    ("4c", (128, 128, 256, 24, 64, 64)),
    ("4d", (112, 144, 288, 32, 64, 64)),
    ("4e", (256, 160, 320, 32, 128, 128)),
    ("pool4", None),
    ("5a", (256, 160, 320, 32, 128, 128)),
    ("5b", (384, 192, 384, 48, 128, 128)),
)


def googlenet(input_shape: InputShape, head: Head) -> keras.Model:
    """The network; its head is the paper's: average, dropout, one linear layer."""
    layers = keras.layers
    inputs = keras.Input(input_shape, name="input")
    x = _convolution(inputs, 64, 7, "conv1", strides=2)
    x = layers.MaxPooling2D(3, strides=2, padding="same", name="pool1")(x)
    x = _convolution(x, 64, 1, "conv2_reduce")
    x = _convolution(x, 192, 3, "conv2")
    x = layers.MaxPooling2D(3, strides=2, padding="same", name="pool2")(x)
    for name, filters in _MODULES:
        if filters is None:
            x = layers.MaxPooling2D(3, strides=2, padding="same", name=name)(x)
        else:
            x = _inception(x, filters, f"inception_{name}")
    x = layers.GlobalAveragePooling2D(name="average")(x)
    x = layers.Dropout(head.network.dropout, name="dropout")(x)
    return head.model(inputs, head.finish(x), "googlenet")


def _inception(x: keras.KerasTensor, filters: tuple[int, ...], name: str) -> keras.KerasTensor:
    single, reduce3, wide3, reduce5, wide5, projection = filters
    pooled = keras.layers.MaxPooling2D(3, strides=1, padding="same", name=f"{name}_pool")(x)
    branches = (
        _convolution(x, single, 1, f"{name}_1x1"),
        _convolution(_convolution(x, reduce3, 1, f"{name}_3x3_reduce"), wide3, 3, f"{name}_3x3"),
        _convolution(_convolution(x, reduce5, 1, f"{name}_5x5_reduce"), wide5, 5, f"{name}_5x5"),
        _convolution(pooled, projection, 1, f"{name}_projection"),
    )
    return keras.layers.Concatenate(name=name)(branches)


def _convolution(
    x: keras.KerasTensor, filters: int, kernel: int, name: str, strides: int = 1
) -> keras.KerasTensor:
    layers = keras.layers
    x = layers.Conv2D(
        filters,
        kernel,
        strides=strides,
        padding="same",
        use_bias=False,
        kernel_initializer="he_normal",
        name=name,
    )(x)
    x = layers.BatchNormalization(name=f"{name}_norm")(x)
    return layers.ReLU(name=f"{name}_relu")(x)


FAMILY = (
    Architecture(
        "googlenet",
        googlenet,
        5_990_145,
        "Szegedy 2015, table 1; batch normalisation instead of response normalisation,"
        " no auxiliary classifiers",
        32,
    ),
)
