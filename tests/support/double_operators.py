"""Operators that ONNX's reference evaluator has wrong, not at all, or in single precision only.

Written from the definitions of the standard, in the precision of their inputs; `ReferenceEvaluator`
takes them in place of its own.
"""

import numpy as np
from onnx.reference.op_run import OpRun


class GlobalLpPool(OpRun):
    """The p-norm of each channel."""

    op_domain = ""

    def _run(self, x: np.ndarray, p: int | None = None) -> tuple[np.ndarray]:
        p = 2 if p is None else p
        return (_p_norm(x, tuple(range(2, x.ndim)), p),)


class LpNormalization(OpRun):
    """A vector divided by its p-norm; 0 stays 0."""

    op_domain = ""

    def _run(
        self, x: np.ndarray, axis: int | None = None, p: int | None = None
    ) -> tuple[np.ndarray]:
        length = _p_norm(x, (-1 if axis is None else axis,), 2 if p is None else p)
        return (np.divide(x, length, out=np.zeros_like(x), where=length > 0),)


class LRN(OpRun):
    """Each channel divided by a power of the squares around it."""

    op_domain = ""

    def _run(
        self,
        x: np.ndarray,
        alpha: float | None = None,
        beta: float | None = None,
        bias: float | None = None,
        size: int | None = None,
    ) -> tuple[np.ndarray]:
        alpha, beta, bias = (
            default if given is None else given
            for given, default in ((alpha, 1e-4), (beta, 0.75), (bias, 1.0))
        )
        count = x.shape[1]
        y = np.zeros_like(x)
        for c in range(count):
            window = slice(max(0, c - (size - 1) // 2), min(count, c + size // 2 + 1))
            squares = (x[:, window] ** 2).sum(axis=1)
            y[:, c] = x[:, c] / (bias + alpha / size * squares) ** beta
        return (y,)


class GroupNormalization(OpRun):
    """With one scale per channel (operator set 21)."""

    op_domain = ""

    def _run(
        self,
        x: np.ndarray,
        scale: np.ndarray,
        bias: np.ndarray,
        epsilon: float | None = None,
        num_groups: int | None = None,
        **_: object,
    ) -> tuple[np.ndarray]:
        groups = x.reshape(x.shape[0], num_groups, -1)
        n = _standardised(groups, (2,), 1e-5 if epsilon is None else epsilon).reshape(x.shape)
        each = (-1, *[1] * (x.ndim - 2))
        return (n * scale.reshape(each) + bias.reshape(each),)


class MeanVarianceNormalization(OpRun):
    """Mean 0 and variance 1 over some axes."""

    op_domain = ""

    def _run(self, x: np.ndarray, axes: list[int] | None = None) -> tuple[np.ndarray]:
        return (_standardised(x, (0, 2, 3) if axes is None else tuple(axes), 0.0),)


DOUBLE_OPERATORS: list[type[OpRun]] = [
    GlobalLpPool,
    GroupNormalization,
    LRN,
    LpNormalization,
    MeanVarianceNormalization,
]


def _p_norm(x: np.ndarray, axes: tuple[int, ...], p: int) -> np.ndarray:
    return (np.abs(x) ** p).sum(axis=axes, keepdims=True) ** (1 / p)


def _standardised(x: np.ndarray, axes: tuple[int, ...], epsilon: float) -> np.ndarray:
    centred = x - x.mean(axis=axes, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=axes, keepdims=True) + epsilon)
