"""What every network ends in: logits named `LOGIT`, probabilities named `PROBABILITY`."""

from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray

from training.config.sections import NetworkSection

LOGIT = "logit"
PROBABILITY = "probability"


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

    def regulariser(self) -> keras.regularizers.Regularizer | None:
        """Weight decay of kernels, or None."""
        return keras.regularizers.L2(self.network.l2) if self.network.l2 > 0 else None

    def finish(self, features: keras.KerasTensor) -> keras.KerasTensor:
        """(N, F) features -> (N, C) probabilities, through the layers `LOGIT` and `PROBABILITY`."""
        dense = keras.layers.Dense(
            self.units,
            kernel_regularizer=self.regulariser(),
            dtype="float32",
            name=LOGIT,
        )
        logit = dense(features)
        if self.bias is not None:
            dense.bias.assign(self.bias)
        return keras.layers.Activation(self.activation, dtype="float32", name=PROBABILITY)(logit)


def prior_bias(frequencies: NDArray[np.float64], activation: str) -> NDArray[np.float64]:
    """(C,) frequencies in (0, 1) -> the bias with which an untrained network predicts them.

    log(p / (1 - p)) for sigmoids, log p for a softmax.
    """
    shares = np.clip(frequencies, 1e-6, 1.0 - 1e-6)
    return np.log(shares) if activation == "softmax" else np.log(shares) - np.log1p(-shares)
