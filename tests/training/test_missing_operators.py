"""Operators that tf2onnx lacks, against their definition."""

import math

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import keras
import onnxruntime

from training.export.to_onnx import onnx_bytes

pytestmark = pytest.mark.training


def test_gelu_is_exported_and_keeps_its_definition():
    inputs = keras.Input((1, 9, 1))
    model = keras.Model(inputs, keras.layers.Activation("gelu")(inputs))
    x = np.linspace(-8.0, 8.0, 9)
    # x Phi(x), the standard normal's distribution function
    expected = [value * 0.5 * (1.0 + math.erf(value / math.sqrt(2.0))) for value in x]

    session = onnxruntime.InferenceSession(
        onnx_bytes(model, "nhwc"), providers=["CPUExecutionProvider"]
    )
    (found,) = session.run(None, {"input": x.reshape(1, 1, 9, 1).astype(np.float32)})

    np.testing.assert_allclose(found.ravel(), expected, atol=1e-6)
