"""Smooth units, composed reductions and powers of drawn shapes against torch's autograd."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.draws import PROPERTY, numbers, seeds, shapes, whole_numbers
from tests.support.models import OperatorCase

torch = pytest.importorskip("torch", reason="torch is the reference; it is not in the lock")
compare = pytest.importorskip("tests.support.torch_reference").compare

Tensor = torch.Tensor
functional = torch.nn.functional


def ints(values: Sequence[int]) -> np.ndarray:
    return np.array(values, np.int64)


# Operator -> attributes, operator set, function, and the open interval it is smooth in.
UNITS: dict[str, tuple[str, dict, int, Callable[[Tensor], Tensor], tuple[float, float]]] = {
    "gelu": ("Gelu", {}, 20, functional.gelu, (-6, 6)),
    "gelu-tanh": (
        "Gelu",
        {"approximate": "tanh"},
        20,
        lambda x: functional.gelu(x, approximate="tanh"),
        (-6, 6),
    ),
    "mish": ("Mish", {}, 18, functional.mish, (-30, 30)),
    "swish": ("Swish", {"alpha": 1.0}, 24, functional.silu, (-30, 30)),
    "hard-shrink": ("Shrink", {"lambd": 0.7}, 17, lambda x: functional.hardshrink(x, 0.7), (-2, 2)),
    "soft-shrink": (
        "Shrink",
        {"lambd": 0.7, "bias": 0.7},
        17,
        lambda x: functional.softshrink(x, 0.7),
        (-2, 2),
    ),
    "softsign": ("Softsign", {}, 17, functional.softsign, (-50, 50)),
    "softplus": ("Softplus", {}, 17, functional.softplus, (-19, 19)),
    "sin": ("Sin", {}, 17, torch.sin, (-9, 9)),
    "cos": ("Cos", {}, 17, torch.cos, (-9, 9)),
    "tan": ("Tan", {}, 17, torch.tan, (-1.4, 1.4)),
    "asin": ("Asin", {}, 17, torch.asin, (-0.9, 0.9)),
    "acos": ("Acos", {}, 17, torch.acos, (-0.9, 0.9)),
    "atan": ("Atan", {}, 17, torch.atan, (-50, 50)),
    "sinh": ("Sinh", {}, 17, torch.sinh, (-3, 3)),
    "cosh": ("Cosh", {}, 17, torch.cosh, (-3, 3)),
    "asinh": ("Asinh", {}, 17, torch.asinh, (-50, 50)),
    "acosh": ("Acosh", {}, 17, torch.acosh, (1.1, 50)),
    "atanh": ("Atanh", {}, 17, torch.atanh, (-0.9, 0.9)),
}


@PROPERTY
@given(st.sampled_from(sorted(UNITS)), shapes(1, 3), seeds)
def test_units_and_functions(name: str, shape: tuple[int, ...], seed: int) -> None:
    op, attrs, opset, function, (low, high) = UNITS[name]
    x = np.random.default_rng(seed).uniform(low, high, shape).astype(np.float32)

    compare(OperatorCase(op, [x], attrs, opset=opset), lambda v, _: function(v[0]))


REDUCTIONS: dict[str, Callable[[Tensor, tuple[int, ...], bool], Tensor]] = {
    "ReduceL1": lambda x, dim, keep: torch.sum(torch.abs(x), dim, keepdim=keep),
    "ReduceL2": lambda x, dim, keep: torch.linalg.vector_norm(x, dim=dim, keepdim=keep),
    "ReduceSumSquare": lambda x, dim, keep: torch.sum(x * x, dim, keepdim=keep),
    "ReduceLogSumExp": lambda x, dim, keep: torch.logsumexp(x, dim, keepdim=keep),
    "ReduceProd": lambda x, dim, keep: _product(x, dim, keep=keep),
}


def _product(x: Tensor, dims: tuple[int, ...], *, keep: bool) -> Tensor:
    for dim in sorted(dims, reverse=True):
        x = torch.prod(x, dim, keepdim=keep)
    return x


@PROPERTY
@given(st.sampled_from(sorted(REDUCTIONS)), shapes(1, 3), st.sampled_from((17, 18, 26)), st.data())
def test_composed_reductions_and_their_zeros(
    op: str, shape: tuple[int, ...], opset: int, data: st.DataObject
) -> None:
    rank = len(shape)
    axes = data.draw(st.lists(st.integers(0, rank - 1), max_size=rank, unique=True))
    signed = [a - rank if data.draw(st.booleans()) else a for a in axes]
    keep = data.draw(st.booleans())
    x = data.draw(st.sampled_from((numbers, whole_numbers)))(data.draw(seeds), shape)
    attrs: dict[str, object] = {"keepdims": int(keep)}
    inputs = [x]
    if axes and opset < 18:
        attrs["axes"] = signed
    elif axes:
        inputs = [x, ints(signed)]
    dims = tuple(axes) or tuple(range(rank))

    compare(
        OperatorCase(op, inputs, attrs, opset=opset), lambda v, _: REDUCTIONS[op](v[0], dims, keep)
    )


@PROPERTY
@given(shapes(1, 4), st.booleans(), st.data())
def test_running_sums_and_largest(
    shape: tuple[int, ...], is_largest: bool, data: st.DataObject
) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    count = data.draw(st.integers(1, shape[axis]))
    x = numbers(data.draw(seeds), shape)

    compare(
        OperatorCase("CumSum", [x, np.array(axis, np.int64)]),
        lambda v, _: torch.cumsum(v[0], axis),
    )
    compare(
        OperatorCase(
            "TopK", [x, ints([count])], {"axis": axis, "largest": int(is_largest)}, idle=1
        ),
        lambda v, _: torch.topk(v[0], count, axis, largest=is_largest).values,
    )


@PROPERTY
@given(shapes(1, 3), st.sampled_from((0.0, 0.5, 1.0, 2.0, 3.0, -1.0)), seeds)
def test_powers_and_remainders(shape: tuple[int, ...], exponent: float, seed: int) -> None:
    is_whole = exponent >= 1 or exponent == 0
    x = whole_numbers(seed, shape) if is_whole else 0.5 + np.abs(numbers(seed, shape))
    divisor = 0.5 + np.abs(numbers(seed + 1, shape))

    compare(
        OperatorCase("Pow", [x, np.array(exponent, np.float32)], stored=(1,)),
        lambda v, _: v[0] ** exponent,
    )
    compare(
        OperatorCase("Mod", [3 * numbers(seed, shape), divisor], {"fmod": 1}, wrt=(0, 1)),
        lambda v, _: torch.fmod(*v),
    )
