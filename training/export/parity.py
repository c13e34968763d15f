"""Proof that ONNX Runtime computes what Keras computed, on real inputs.

Without it no bundle is written.
"""

from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from training.export.layer_names import layer_activations, tensor_values

TOLERANCE = 1e-4
_HINT = "The export is not the trained model. Check the versions of tf2onnx and TensorFlow."


@dataclass(frozen=True)
class Parity:
    """Greatest absolute differences between Keras and ONNX Runtime.

    Attributes:
        probability: of the model's output.
        logit: of the tensor before the sigmoid.
        images: number of images compared.
        spread: of the probabilities compared; near 0 the comparison would say little.
    """

    probability: float
    logit: float
    images: int
    spread: float


def demand_parity(
    model: keras.Model,
    onnx_model: bytes,
    inputs: NDArray[np.float32],
    *,
    logit: str,
    logit_tensor: str,
) -> Parity:
    """Compares both models.

    Args:
        model: the Keras original.
        onnx_model: what it was exported to.
        inputs: (N, H, W, C) real inputs in the network's units.
        logit: name of the Keras layer that gives the logit.
        logit_tensor: name of the ONNX tensor that should hold the same.

    Raises:
        ModelError: they differ by more than `TOLERANCE`, or a value is not finite.
    """
    expected = layer_activations(model, inputs)
    values = tensor_values(onnx_model, inputs)
    if logit_tensor not in values:
        raise ModelError("no tensor of the exported graph holds the trained logit", hint=_HINT)
    output = list(values.values())[-1]
    probability = np.asarray(model(inputs, training=False))
    found = Parity(
        probability=float(np.abs(output - probability).max()),
        logit=float(np.abs(values[logit_tensor] - expected[logit]).max()),
        images=len(inputs),
        spread=float(probability.max() - probability.min()),
    )
    if not (found.probability <= TOLERANCE and found.logit <= TOLERANCE):  # also catches NaN
        raise ModelError(
            f"ONNX Runtime and Keras differ by {found.probability:.2g} (probability) and "
            f"{found.logit:.2g} (logit); at most {TOLERANCE:g} is allowed, no bundle was written",
            hint=_HINT,
        )
    return found
