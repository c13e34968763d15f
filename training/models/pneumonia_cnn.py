"""The small convolutional network of the pneumonia task: three convolutions, three dense layers."""

import keras

LOGIT = "logit"
PROBABILITY = "probability"


def pneumonia_cnn(input_shape: tuple[int, int, int], dropout: float) -> keras.Model:
    """Conv 32-64-128 with max-pooling after each, global average pooling, dense 128-64-1, sigmoid.

    The average in front of the dense layers gives every place the same weight, so Grad-CAM means
    here what its paper says: it equals HiResCAM up to the last max-pooling. Padded convolutions
    keep every cell of a map over the part of the image that it looks at.

    Args:
        input_shape: (H, W, C); any H and W give 0.12 million weights, 0.5 MB.
        dropout: before the first dense layer, half of it before the second; 0 for none.
    """
    return _network(input_shape, dropout, keras.layers.GlobalAveragePooling2D(name="average"))


def pneumonia_cnn_max(input_shape: tuple[int, int, int], dropout: float) -> keras.Model:
    """The same with global max pooling: one small place is enough, as with a single nodule.

    Args:
        input_shape: as in `pneumonia_cnn`.
        dropout: as in `pneumonia_cnn`.
    """
    return _network(input_shape, dropout, keras.layers.GlobalMaxPooling2D(name="maximum"))


def pneumonia_cnn_flat(input_shape: tuple[int, int, int], dropout: float) -> keras.Model:
    """The same with all places side by side in front of the dense layers, as first published.

    Every place has weights of its own there, and averaging gradients over places, as Grad-CAM
    does, mixes them: its maps miss what the network looks at; HiResCAM's do not.

    Args:
        input_shape: (H, W, C); 128 x 128 x 1 gives 4.3 million weights, 17 MB.
        dropout: as in `pneumonia_cnn`.
    """
    return _network(input_shape, dropout, keras.layers.Flatten(name="flatten"))


def _network(input_shape: tuple[int, int, int], dropout: float, joint: keras.Layer) -> keras.Model:
    layers = keras.layers
    inputs = keras.Input(input_shape, name="input")
    x = inputs
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
    x = layers.Dropout(dropout, name="dropout1")(x)
    x = layers.Dense(128, activation="relu", name="dense1")(x)
    x = layers.Dropout(dropout / 2.0, name="dropout2")(x)
    x = layers.Dense(64, activation="relu", name="dense2")(x)
    logit = layers.Dense(1, name=LOGIT)(x)
    return keras.Model(
        inputs, layers.Activation("sigmoid", name=PROBABILITY)(logit), name="pneumonia_cnn"
    )
