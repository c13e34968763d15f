"""The small convolutional network of the pneumonia task: three convolutions, three dense layers."""

import keras

from training.models.architecture import Architecture, InputShape
from training.models.head import Head


def pneumonia_cnn(input_shape: InputShape, head: Head) -> keras.Model:
    """Conv 32-64-128 with max-pooling after each, global average pooling, dense 128-64, logits.

    The average in front of the dense layers gives every place the same weight, so Grad-CAM means
    here what its paper says: it equals HiResCAM up to the last max-pooling. Padded convolutions
    keep every cell of a map over the part of the image that it looks at. The head's dropout is
    applied before the first dense layer, half of it before the second.
    """
    return _network(input_shape, head, keras.layers.GlobalAveragePooling2D(name="average"))


def pneumonia_cnn_max(input_shape: InputShape, head: Head) -> keras.Model:
    """The same with global max pooling: one small place is enough, as with a single nodule."""
    return _network(input_shape, head, keras.layers.GlobalMaxPooling2D(name="maximum"))


def pneumonia_cnn_flat(input_shape: InputShape, head: Head) -> keras.Model:
    """The same with all places side by side in front of the dense layers, as first published.

    Every place has weights of its own there, and averaging gradients over places, as Grad-CAM
    does, mixes them: its maps miss what the network looks at; HiResCAM's do not. 128 x 128 x 1
    gives 4.3 million weights.
    """
    return _network(input_shape, head, keras.layers.Flatten(name="flatten"))


def _network(input_shape: InputShape, head: Head, joint: keras.Layer) -> keras.Model:
    layers = keras.layers
    inputs = x = keras.Input(input_shape, name="input")
    for index, filters in enumerate((32, 64, 128), start=1):
        x = layers.Conv2D(
            filters,
            3,
            padding="same",
            activation="relu",
            kernel_initializer="he_normal",
            name=f"conv{index}",
        )(x)
        x = layers.MaxPooling2D(2, name=f"pool{index}")(x)
    x = joint(x)
    x = layers.Dropout(head.network.dropout, name="dropout1")(x)
    x = layers.Dense(128, activation="relu", name="dense1")(x)
    x = layers.Dropout(head.network.dropout / 2.0, name="dropout2")(x)
    x = layers.Dense(64, activation="relu", name="dense2")(x)
    return head.model(inputs, head.finish(x), "pneumonia_cnn")


_SOURCE = "the best network of a public pneumonia study on paediatric radiographs; padded, "
FAMILY = (
    Architecture("pneumonia-cnn", pneumonia_cnn, 117_505, _SOURCE + "global average", 8),
    Architecture("pneumonia-cnn-max", pneumonia_cnn_max, 117_505, _SOURCE + "global maximum", 8),
    Architecture("pneumonia-cnn-flat", pneumonia_cnn_flat, 117_505, _SOURCE + "flattened", 8),
)
