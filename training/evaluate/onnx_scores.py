"""Probabilities of an exported bundle, computed by ONNX Runtime as in the clinic."""

from collections.abc import Sequence

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from engine.bundle.calibration import calibrated
from engine.bundle.store import Bundle
from engine.errors import InvalidOutput, ModelError

_ACTIVATIONS = ("Sigmoid", "Softmax", "LogSoftmax")
_CARRIERS = ("Identity", "Reshape", "Squeeze", "Flatten", "Cast", "Clip")
_FLOAT16 = "tensor(float16)"


class OnnxScores:
    """A bundle's network, ready to score.

    Args:
        bundle: as read.

    Raises:
        ModelError: ONNX Runtime cannot load it.
    """

    def __init__(self, bundle: Bundle) -> None:
        self._manifest = bundle.manifest
        self._last = _activation_at_the_end(onnx.load_from_string(bundle.model))
        try:
            self._session = onnxruntime.InferenceSession(
                bundle.model, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            reason = (str(error).splitlines() or [type(error).__name__])[0][:300]
            raise ModelError(f"ONNX Runtime cannot load the model: {reason}") from error
        entry = self._session.get_inputs()[0]
        self._input, self._is_half = entry.name, entry.type == _FLOAT16
        self.batch = entry.shape[0] if isinstance(entry.shape[0], int) else None

    def of(self, tensors: Sequence[NDArray[np.float32]]) -> NDArray[np.float64]:
        """(N, C) calibrated probabilities of N inputs (1, ...) in the model's own layout."""
        if self.batch == 1:
            return np.concatenate([self._probabilities(tensor) for tensor in tensors])
        return self._probabilities(np.concatenate(list(tensors)))

    def _probabilities(self, inputs: NDArray[np.float32]) -> NDArray[np.float64]:
        fed = inputs.astype(np.float16) if self._is_half else inputs
        output = self._session.run(None, {self._input: fed})[0]
        own = np.asarray(output, np.float64).reshape(len(inputs), -1)
        if own.shape[1] != len(self._manifest.classes) or not np.isfinite(own).all():
            raise InvalidOutput("the model returned NaN, infinity or a wrong number of classes")
        shown = np.clip(self._activated(own), 0.0, 1.0)
        return calibrated(self._manifest.curves, shown, self._manifest.activation)

    def _activated(self, output: NDArray[np.float64]) -> NDArray[np.float64]:
        if self._last == "LogSoftmax":
            return np.exp(output)
        if self._last is not None:
            return output
        if self._manifest.activation == "sigmoid":
            return 0.5 * (1.0 + np.tanh(0.5 * output))
        powers = np.exp(output - output.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


def _activation_at_the_end(model: onnx.ModelProto) -> str | None:
    """The operator that makes the output's probabilities; None where it gives logits."""
    producers = {name: node for node in model.graph.node for name in node.output}
    name = model.graph.output[0].name
    while (node := producers.get(name)) is not None and node.op_type in _CARRIERS:
        name = node.input[0]
    return node.op_type if node is not None and node.op_type in _ACTIVATIONS else None
