"""Normalisations and p-norms of drawn shapes against torch's autograd, in double precision."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.draws import PROPERTY, DrawnWindows, numbers, seeds, shapes, windows
from tests.support.models import OperatorCase

torch = pytest.importorskip("torch", reason="torch is the reference; it is not in the lock")
compare = pytest.importorskip("tests.support.torch_reference").compare

Tensor = torch.Tensor
functional = torch.nn.functional
epsilons = st.sampled_from((1e-5, 1e-3, 0.1))


@st.composite
def images(draw: st.DrawFn, channels: int) -> np.ndarray:
    """(N, C, ...) with enough places that their spread is not zero."""
    spatial = draw(st.lists(st.integers(2, 4), min_size=1, max_size=3))
    return 2 * numbers(draw(seeds), (draw(st.integers(1, 2)), channels, *spatial))


def vectors(seed: int, count: int, length: int) -> list[np.ndarray]:
    return [numbers(seed + i, (length,)) for i in range(count)]


@PROPERTY
@given(st.integers(1, 4).flatmap(images), epsilons, st.sampled_from((11, 13, 17)), seeds)
def test_batch_normalization(x: np.ndarray, epsilon: float, opset: int, seed: int) -> None:
    scale, shift, mean, spread = vectors(seed, 4, x.shape[1])
    inputs = [x, scale, shift, mean, np.abs(spread) + np.float32(0.1)]
    case = OperatorCase(
        "BatchNormalization", inputs, {"epsilon": epsilon}, (1, 2, 3, 4), (0, 1, 2, 3), opset=opset
    )

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        column = (-1, *[1] * (x.ndim - 2))
        scale, shift, mean, variance = (u.reshape(column) for u in v[1:])
        return (v[0] - mean) / torch.sqrt(variance + epsilon) * scale + shift

    compare(case, function)


@PROPERTY
@given(st.integers(1, 3).flatmap(images), epsilons, seeds)
def test_instance_normalization(x: np.ndarray, epsilon: float, seed: int) -> None:
    inputs = [x, *vectors(seed, 2, x.shape[1])]
    case = OperatorCase("InstanceNormalization", inputs, {"epsilon": epsilon}, (1, 2), (0, 1, 2))

    compare(case, lambda v, _: functional.instance_norm(v[0], weight=v[1], bias=v[2], eps=epsilon))


@PROPERTY
@given(st.sampled_from(((1, 2), (2, 2), (2, 4), (3, 3), (1, 4))), st.data(), epsilons)
def test_group_normalization(layout: tuple[int, int], data: st.DataObject, epsilon: float) -> None:
    groups, channels = layout
    x = data.draw(images(channels))
    inputs = [x, *vectors(data.draw(seeds), 2, channels)]
    attrs = {"epsilon": epsilon, "num_groups": groups}
    case = OperatorCase("GroupNormalization", inputs, attrs, (1, 2), (0, 1, 2), opset=21)

    compare(case, lambda v, _: functional.group_norm(v[0], groups, v[1], v[2], epsilon))


@PROPERTY
@given(st.data(), epsilons, st.booleans())
def test_layer_normalization(data: st.DataObject, epsilon: float, has_bias: bool) -> None:
    shape = data.draw(st.lists(st.integers(2, 4), min_size=2, max_size=4))
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    seed = data.draw(seeds)
    parts = [numbers(seed + i, shape[axis:]) for i in range(1 + has_bias)]
    inputs = [2 * numbers(seed + 5, shape), *parts]
    wrt = range(len(inputs))
    case = OperatorCase("LayerNormalization", inputs, {"axis": axis, "epsilon": epsilon}, wrt=wrt)

    compare(case, lambda v, _: functional.layer_norm(v[0], shape[axis:], *v[1:], eps=epsilon))


@PROPERTY
@given(st.data(), epsilons)
def test_rms_normalization(data: st.DataObject, epsilon: float) -> None:
    shape = data.draw(st.lists(st.integers(2, 4), min_size=1, max_size=4))
    axis = data.draw(st.integers(-len(shape), -1))
    seed = data.draw(seeds)
    inputs = [2 * numbers(seed, shape), numbers(seed + 1, shape[axis:])]
    attrs = {"axis": axis, "epsilon": epsilon}
    case = OperatorCase("RMSNormalization", inputs, attrs, wrt=(0, 1), opset=23)

    compare(case, lambda v, _: functional.rms_norm(v[0], shape[axis:], v[1], eps=epsilon))


@PROPERTY
@given(shapes(4, 4), st.sampled_from((1, 3, 5)), st.data())
def test_local_response_normalization(
    shape: tuple[int, ...], size: int, data: st.DataObject
) -> None:
    x = 2 * numbers(data.draw(seeds), shape)
    alpha, beta = data.draw(st.sampled_from((1e-4, 0.5))), data.draw(st.sampled_from((0.75, 0.5)))
    bias = data.draw(st.sampled_from((1.0, 2.0)))
    attrs = {"size": size, "alpha": alpha, "beta": beta, "bias": bias}

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        return functional.local_response_norm(v[0], size, alpha, beta, bias)

    compare(OperatorCase("LRN", [x], attrs), function)


@PROPERTY
@given(shapes(1, 4), st.sampled_from((1, 2)), st.data())
def test_lp_normalization(shape: tuple[int, ...], p: int, data: st.DataObject) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    case = OperatorCase(
        "LpNormalization", [numbers(data.draw(seeds), shape)], {"axis": axis, "p": p}
    )

    compare(case, lambda v, _: functional.normalize(v[0], p=p, dim=axis, eps=0.0))


@PROPERTY
@given(st.integers(1, 3).flatmap(images), st.sampled_from((1, 2, 3)))
def test_global_lp_pooling(x: np.ndarray, p: int) -> None:
    axes = tuple(range(2, x.ndim))
    case = OperatorCase("GlobalLpPool", [x], {"p": p})

    compare(case, lambda v, _: torch.linalg.vector_norm(v[0], ord=p, dim=axes, keepdim=True))


@PROPERTY
@given(windows(ranks=(1, 2), dilated=False, wide_padding=False), st.sampled_from((1, 2, 3)), seeds)
def test_lp_pooling(drawn: DrawnWindows, p: int, seed: int) -> None:
    x = numbers(seed, (2, 2, *drawn.sizes))
    case = OperatorCase("LpPool", [x], {"kernel_shape": drawn.kernel, "p": p, **drawn.attrs})

    def function(v: list[Tensor], shape: Sequence[int]) -> Tensor:
        """By sums of powers; a window of padding only has no slope, and gives none."""
        widths = [w for pair in reversed(drawn.padding(shape[2:])) for w in pair]
        powers = functional.pad(v[0].abs() ** p, widths)
        ones = torch.ones(2, 1, *drawn.kernel, dtype=torch.float64)
        conv = (functional.conv1d, functional.conv2d)[drawn.rank - 1]
        return conv(powers, ones, stride=drawn.strides, groups=2) ** (1 / p)

    compare(case, function)
