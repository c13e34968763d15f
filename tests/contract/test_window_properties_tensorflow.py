"""Convolutions and poolings of drawn shapes against TensorFlow's gradient tape.

TensorFlow's SAME is ONNX's SAME_UPPER, in convolutions and in poolings: padded places do not count
in an average. Images have their channels last there; kernels too.
"""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.draws import PROPERTY, DrawnWindows, close, numbers, seeds, windows
from tests.support.models import OperatorCase
from tests.support.rule_trial import RuleTrial

pytestmark = pytest.mark.training

Function = Callable[..., object]  # (tensorflow, image) -> tensor; its import is slow


def compare(case: OperatorCase, function: Function) -> None:
    """Hold output and gradient by the image to a function of (channels-last image, weight)."""
    import tensorflow as tf

    trial = RuleTrial(case)
    x = tf.constant(np.moveaxis(trial.inputs[0], 1, -1), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(tf, x)
    g = np.moveaxis(trial.g, 1, -1)
    close(trial.output(), np.moveaxis(y.numpy(), -1, 1))
    dx = tape.gradient(y, x, output_gradients=tf.constant(g)).numpy()
    close(trial.gradients()[0], np.moveaxis(dx, -1, 1))


def word(drawn: DrawnWindows) -> str:
    return "SAME" if drawn.attrs["auto_pad"] == "SAME_UPPER" else "VALID"


def spatial_last(weight: np.ndarray) -> np.ndarray:
    """(M, C, ...) -> (..., C, M)."""
    return np.moveaxis(weight, (0, 1), (-1, -2))


named = ("VALID", "SAME_UPPER")


@PROPERTY
@given(
    windows(padding=named, ranks=(1, 2), dilated=False),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(1, 2),
    seeds,
)
def test_convolution(
    drawn: DrawnWindows, channels: int, filters: int, batch: int, seed: int
) -> None:
    x = numbers(seed, (batch, channels, *drawn.sizes))
    weight = numbers(seed + 1, (filters, channels, *drawn.kernel))
    case = OperatorCase("Conv", [x, weight], drawn.attrs, (1,))

    def function(tf: object, image: object) -> object:
        return tf.nn.convolution(
            image, spatial_last(weight), strides=drawn.strides, padding=word(drawn)
        )

    compare(case, function)


@PROPERTY
@given(windows(padding=("VALID",), ranks=(1, 2)), st.integers(1, 3), seeds)
def test_dilated_convolution(drawn: DrawnWindows, channels: int, seed: int) -> None:
    attrs = {"dilations": drawn.dilations, "auto_pad": "VALID"}
    x = numbers(seed, (2, channels, *drawn.sizes))
    weight = numbers(seed + 1, (2, channels, *drawn.kernel))
    case = OperatorCase("Conv", [x, weight], attrs, (1,))

    def function(tf: object, image: object) -> object:
        return tf.nn.convolution(
            image, spatial_last(weight), padding="VALID", dilations=drawn.dilations
        )

    compare(case, function)


@PROPERTY
@given(
    windows(padding=named, ranks=(2,), dilated=False),
    st.integers(1, 3),
    st.integers(1, 2),
    st.integers(1, 2),
    seeds,
)
def test_depthwise_convolution(
    drawn: DrawnWindows, channels: int, multiplier: int, stride: int, seed: int
) -> None:
    strides = [min(stride, *drawn.kernel)] * 2  # TensorFlow knows equal strides only
    x = numbers(seed, (2, channels, *drawn.sizes))
    weight = numbers(seed + 1, (channels * multiplier, 1, *drawn.kernel))
    attrs = {**drawn.attrs, "group": channels, "strides": strides}
    case = OperatorCase("Conv", [x, weight], attrs, (1,))
    per_channel = weight.reshape(channels, multiplier, *drawn.kernel)

    def function(tf: object, image: object) -> object:
        return tf.nn.depthwise_conv2d(
            image, spatial_last(per_channel).swapaxes(2, 3), [1, *strides, 1], word(drawn)
        )

    compare(case, function)


@PROPERTY
@given(windows(padding=named, dilated=False), st.sampled_from(("MAX", "AVG")), seeds)
def test_pooling(drawn: DrawnWindows, kind: str, seed: int) -> None:
    op = {"MAX": "MaxPool", "AVG": "AveragePool"}[kind]
    strides = [min(s, k) for s, k in zip(drawn.strides, drawn.kernel, strict=True)]
    attrs = {"kernel_shape": drawn.kernel, **drawn.attrs, "strides": strides}
    case = OperatorCase(op, [numbers(seed, (2, 3, *drawn.sizes))], attrs)

    def function(tf: object, image: object) -> object:
        return tf.nn.pool(image, drawn.kernel, kind, strides, word(drawn))

    compare(case, function)
