# ruff: noqa: D403 - formulas keep their letters
"""Convolutions and poolings of drawn shapes against torch's autograd, in double precision.

torch knows neither uneven nor named padding; it is given the data padded beforehand, so that both
sides see the same windows. Forward results are compared too: the gradient must be that of what the
runtime computes.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.draws import (
    PROPERTY,
    DrawnWindows,
    numbers,
    seeds,
    whole_numbers,
    windows,
)
from tests.support.models import OperatorCase

torch = pytest.importorskip("torch", reason="torch is the reference; it is not in the lock")
functional = torch.nn.functional
compare = pytest.importorskip("tests.support.torch_reference").compare

CONV = (functional.conv1d, functional.conv2d, functional.conv3d)
CONV_TRANSPOSE = (
    functional.conv_transpose1d,
    functional.conv_transpose2d,
    functional.conv_transpose3d,
)
MAX_POOL = (functional.max_pool1d, functional.max_pool2d, functional.max_pool3d)
AVERAGE_POOL = (functional.avg_pool1d, functional.avg_pool2d, functional.avg_pool3d)
Tensor = torch.Tensor


def padded(x: Tensor, drawn: DrawnWindows, counts: Sequence[int], value: float = 0.0) -> Tensor:
    """x with a border such that exactly `counts` windows fit."""
    widths = [width for pair in reversed(drawn.padding(counts)) for width in pair]
    return functional.pad(x, widths, value=value)


@st.composite
def convolutions(draw: st.DrawFn) -> tuple[DrawnWindows, OperatorCase]:
    drawn = draw(windows())
    group = draw(st.sampled_from((1, 1, 2, 3)))
    per_group, filters = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    batch, seed = draw(st.integers(1, 2)), draw(seeds)
    inputs = [
        numbers(seed, (batch, group * per_group, *drawn.sizes)),
        numbers(seed + 1, (group * filters, per_group, *drawn.kernel)),
        numbers(seed + 2, (group * filters,)),
    ]
    attrs = {"group": group, **drawn.attrs}
    return drawn, OperatorCase("Conv", inputs, attrs, (1, 2), (0, 2))


@PROPERTY
@given(convolutions())
def test_convolution(drawn_case: tuple[DrawnWindows, OperatorCase]) -> None:
    drawn, case = drawn_case

    def reference(v: list[Tensor], shape: Sequence[int]) -> Tensor:
        options = {"stride": drawn.strides, "dilation": drawn.dilations}
        x = padded(v[0], drawn, shape[2:])
        return CONV[drawn.rank - 1](x, v[1], v[2], groups=case.attrs["group"], **options)

    compare(case, reference)


@st.composite
def transposed_convolutions(draw: st.DrawFn) -> OperatorCase:
    rank = draw(st.sampled_from((1, 2, 3)))

    def axes(low: int, high: int) -> list[int]:
        return draw(st.lists(st.integers(low, high), min_size=rank, max_size=rank))

    kernel, strides, dilations = axes(1, 3), axes(1, 3), axes(1, 2)
    sizes, pads = axes(1, 4), axes(0, 1)
    extra = [draw(st.integers(0, s - 1)) for s in strides]
    group, per_group, filters = (draw(st.integers(1, 2)) for _ in range(3))
    numbers_of = zip(sizes, strides, dilations, kernel, pads, extra, strict=True)
    lengths = [(n - 1) * s + (k - 1) * d + 1 + e - 2 * p for n, s, d, k, p, e in numbers_of]
    pads = [p if length > 0 else 0 for p, length in zip(pads, lengths, strict=True)]
    seed = draw(seeds)
    inputs = [
        numbers(seed, (2, group * per_group, *sizes)),
        numbers(seed + 1, (group * per_group, filters, *kernel)),
        numbers(seed + 2, (group * filters,)),
    ]
    attrs = {"group": group, "strides": strides, "dilations": dilations, "pads": pads * 2}
    return OperatorCase("ConvTranspose", inputs, {**attrs, "output_padding": extra}, (1, 2), (0, 2))


@PROPERTY
@given(transposed_convolutions())
def test_transposed_convolution(case: OperatorCase) -> None:
    a = case.attrs
    rank = len(a["strides"])

    def reference(v: list[Tensor], _: Sequence[int]) -> Tensor:
        options = {"stride": a["strides"], "padding": a["pads"][:rank], "groups": a["group"]}
        options |= {"output_padding": a["output_padding"], "dilation": a["dilations"]}
        return CONV_TRANSPOSE[rank - 1](*v, **options)

    compare(case, reference)


def pooling(
    op: str, drawn: DrawnWindows, x: np.ndarray, opset: int, **attrs: object
) -> OperatorCase:
    return OperatorCase(
        op, [x], {"kernel_shape": drawn.kernel, **drawn.attrs, **attrs}, opset=opset
    )


# Before and after the standard said that no window starts behind the data (ceil_mode).
opsets = st.sampled_from((19, 22))


@PROPERTY
@given(
    windows(wide_padding=False),
    st.booleans(),
    opsets,
    st.sampled_from((numbers, whole_numbers)),
    seeds,
)
def test_max_pooling_and_its_ties(
    drawn: DrawnWindows, ceil: bool, opset: int, values: Callable[..., np.ndarray], seed: int
) -> None:
    def reference(v: list[Tensor], shape: Sequence[int]) -> Tensor:
        x = padded(v[0], drawn, shape[2:], -np.inf)
        pool = MAX_POOL[drawn.rank - 1]
        return pool(x, drawn.kernel, stride=drawn.strides, dilation=drawn.dilations)

    x = values(seed, (2, 2, *drawn.sizes))
    compare(pooling("MaxPool", drawn, x, opset, ceil_mode=int(ceil)), reference)


@PROPERTY
@given(windows(wide_padding=False, dilated=False), st.booleans(), st.booleans(), opsets, seeds)
def test_average_pooling(
    drawn: DrawnWindows, ceil: bool, include_pad: bool, opset: int, seed: int
) -> None:
    def reference(v: list[Tensor], shape: Sequence[int]) -> Tensor:
        """Sums of values over sums of what counts."""
        pool = AVERAGE_POOL[drawn.rank - 1]
        counted = torch.ones_like(v[0])
        counts = shape[2:]
        if include_pad:
            declared = [w for pair in reversed(drawn.declared(counts)) for w in pair]
            counted = functional.pad(counted, declared, value=1.0)
            pairs = zip(drawn.padding(counts), drawn.declared(counts), strict=True)
            rest = [w for fit, known in reversed(list(pairs)) for w in (0, fit[1] - known[1])]
            counted = functional.pad(counted, rest)
        else:
            counted = padded(counted, drawn, counts)
        total = pool(padded(v[0], drawn, counts), drawn.kernel, stride=drawn.strides)
        return total / pool(counted, drawn.kernel, stride=drawn.strides)

    x = numbers(seed, (2, 2, *drawn.sizes))
    attrs = {"ceil_mode": int(ceil), "count_include_pad": int(include_pad)}
    compare(pooling("AveragePool", drawn, x, opset, **attrs), reference)


@PROPERTY
@given(st.lists(st.integers(1, 5), min_size=3, max_size=5), seeds)
def test_global_average_pooling(shape: list[int], seed: int) -> None:
    axes = tuple(range(2, len(shape)))
    case = OperatorCase("GlobalAveragePool", [numbers(seed, shape)])

    compare(case, lambda v, _: v[0].mean(dim=axes, keepdim=True))


@PROPERTY
@given(st.lists(st.integers(1, 4), min_size=3, max_size=5), seeds)
def test_global_max_pooling_and_its_ties(shape: list[int], seed: int) -> None:
    case = OperatorCase("GlobalMaxPool", [whole_numbers(seed, shape)])

    def reference(v: list[Tensor], _: Sequence[int]) -> Tensor:
        return MAX_POOL[len(shape) - 3](v[0], tuple(shape[2:]))

    compare(case, reference)
