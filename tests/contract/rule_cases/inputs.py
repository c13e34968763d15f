# ruff: noqa: D403 - formulas keep their letters
"""Numbers to try operators on, and small steps that many closed forms share."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tests.support.rule_trial import ClosedForm

_RNG = np.random.default_rng(7)

NONE = np.zeros(0, np.float32)  # an input left out
IMAGE = (2, 4, 7, 6)
SAME = {"auto_pad": "SAME_UPPER"}


def normal(*shape: int) -> np.ndarray:
    """Float32 numbers around 0."""
    return _RNG.normal(size=shape).astype(np.float32)


def positive(*shape: int) -> np.ndarray:
    """Float32 numbers between 0.5 and 2."""
    return _RNG.uniform(0.5, 2.0, shape).astype(np.float32)


def ints(*values: int) -> np.ndarray:
    """A list of 64-bit integers."""
    return np.array(values, np.int64)


def number(value: float) -> np.ndarray:
    """A float32 scalar."""
    return np.array(value, np.float32)


def folded(g: np.ndarray, like: np.ndarray) -> np.ndarray:
    """g summed over the axes along which an operand was repeated."""
    g = g.sum(axis=tuple(range(g.ndim - like.ndim)))
    axes = tuple(i for i, size in enumerate(like.shape) if size == 1)
    return g.sum(axis=axes, keepdims=True)


def axes_of(inputs: Sequence[np.ndarray], attrs: Mapping[str, object]) -> tuple[int, ...] | None:
    """Axes given as an attribute or as input 1; None where left out."""
    if len(inputs) > 1:
        return tuple(int(a) for a in inputs[1])
    return tuple(attrs["axes"]) if "axes" in attrs else None


def elementwise(derivative: Callable[[np.ndarray, Mapping[str, object]], np.ndarray]) -> ClosedForm:
    """dx = g f'(x), element by element, by f'(x, attributes)."""
    return lambda v, a, g: [g * derivative(v[0], a)]
