"""The small convolutional network of the pneumonia task: three convolutions, three dense layers."""

import keras

LOGIT = "logit"
PROBABILITY = "probability"


def pneumonia_cnn(input_shape: tuple[int, int, int], dropout: float) -> keras.Model:
    """Conv 32-64-128 (3x3, no padding, ReLU), max-pooling after each, dense 128-64-1, sigmoid.

    Args:
        input_shape: (H, W, C); 128 x 128 x 1 gives 3.3 million weights, 13 MB.
        dropout: before the first dense layer, half of it before the second; 0 for none.
    """
    layers = keras.layers
    inputs = keras.Input(input_shape, name="input")
    x = inputs
    for index, filters in enumerate((32, 64, 128), start=1):
        x = layers.Conv2D(
            filters, 3, activation="relu", kernel_initializer="he_normal", name=f"conv{index}"
        )(x)
        x = layers.MaxPooling2D(2, name=f"pool{index}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dropout(dropout, name="dropout1")(x)
    x = layers.Dense(128, activation="relu", name="dense1")(x)
    x = layers.Dropout(dropout / 2.0, name="dropout2")(x)
    x = layers.Dense(64, activation="relu", name="dense2")(x)
    logit = layers.Dense(1, name=LOGIT)(x)
    return keras.Model(
        inputs, layers.Activation("sigmoid", name=PROBABILITY)(logit), name="pneumonia_cnn"
    )
