"""What every network ends in: logits named `LOGIT`, probabilities named `PROBABILITY`."""

from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray

from training.config.sections import NetworkSection

LOGIT = "logit"
PROBABILITY = "probability"
# Names of the layer where the head begins: it makes feature maps a vector.
JOINTS = ("average", "maximum", "flatten")
# What a layer calls a kernel, and what it calls the penalty on it.
_KERNELS = (
    ("kernel", "kernel_regularizer"),
    ("kernel", "depthwise_regularizer"),
    ("depthwise_kernel", "depthwise_regularizer"),
    ("pointwise_kernel", "pointwise_regularizer"),
)


@dataclass(frozen=True)
class Head:
    """The output of a network.

    Attributes:
        units: number of classes C; one for a binary task.
        activation: ``sigmoid`` or ``softmax``.
        network: dropout, weight decay, width of hidden layers.
        bias: (C,) the output's first bias, or None for zeros; see `prior_bias`.
    """

    units: int
    activation: str
    network: NetworkSection
    bias: NDArray[np.float64] | None = None

    def finish(self, features: keras.KerasTensor) -> keras.KerasTensor:
        """(N, F) features -> (N, C) probabilities, through the layers `LOGIT` and `PROBABILITY`."""
        dense = keras.layers.Dense(self.units, dtype="float32", name=LOGIT)
        logit = dense(features)
        if self.bias is not None:
            dense.bias.assign(self.bias)
        return keras.layers.Activation(self.activation, dtype="float32", name=PROBABILITY)(logit)

    def hidden(self, features: keras.KerasTensor) -> keras.KerasTensor:
        """(N, F) features -> (N, C) probabilities through dropout and one hidden layer.

        Dropout, dense, leaky ReLU of slope 0.3, as in the COVID-19 networks of covid-cxr.
        """
        layers = keras.layers
        x = layers.Dropout(self.network.dropout, name="dropout")(features)
        x = layers.Dense(self.network.dense, kernel_initializer="he_uniform", name="dense")(x)
        return self.finish(layers.LeakyReLU(negative_slope=0.3, name="dense_relu")(x))

    def model(
        self, inputs: keras.KerasTensor, probabilities: keras.KerasTensor, name: str
    ) -> keras.Model:
        """The network, with its weight decay: ``l2 * sum(w^2)`` over every kernel, no bias."""
        model = keras.Model(inputs, probabilities, name=name)
        if self.network.l2 > 0.0:
            _decay(model, keras.regularizers.L2(self.network.l2))
        return model


def prior_bias(frequencies: NDArray[np.float64], activation: str) -> NDArray[np.float64]:
    """(C,) frequencies in (0, 1) -> the bias with which an untrained network predicts them.

    log(p / (1 - p)) for sigmoids, log p for a softmax.
    """
    shares = np.clip(frequencies, 1e-6, 1.0 - 1e-6)
    return np.log(shares) if activation == "softmax" else np.log(shares) - np.log1p(-shares)


def _decay(model: keras.Model, penalty: keras.Regularizer) -> None:
    """Puts the penalty on kernels, on the variables as well as in what a saved file tells."""
    for layer in model._flatten_layers(include_self=False):
        for kernel, regulariser in _KERNELS:
            if hasattr(layer, kernel) and hasattr(layer, regulariser):
                setattr(layer, regulariser, penalty)
                getattr(layer, kernel).regularizer = penalty
