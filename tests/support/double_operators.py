"""Operators that ONNX's reference evaluator has wrong, not at all, slowly, or in single precision.

Written from the definitions of the standard, in the precision of their inputs; `ReferenceEvaluator`
takes them in place of its own.
"""

import numpy as np
from onnx.reference.op_run import OpRun
from onnx.reference.ops.op_conv_transpose import ConvTranspose as OneByOne


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


class ConvTranspose(OneByOne):
    """Every place of the kernel adds a whole image; the evaluator adds number by number."""

    op_domain = ""

    def _run(
        self, x: np.ndarray, w: np.ndarray, b: np.ndarray | None = None, **options: object
    ) -> tuple[np.ndarray]:
        if options.get("output_shape") or options.get("auto_pad") not in (None, "NOTSET"):
            return super()._run(x, w, b, **options)
        axes = x.ndim - 2
        dilations, strides = (options.get(n) or [1] * axes for n in ("dilations", "strides"))
        pads = options.get("pads") or [0] * (2 * axes)
        beyond = options.get("output_padding") or [0] * axes
        groups = options.get("group") or 1
        sides, kernel = x.shape[2:], w.shape[2:]
        spans = [s * (n - 1) + 1 for s, n in zip(strides, sides, strict=True)]
        whole = [
            span + d * (k - 1) + more
            for span, d, k, more in zip(spans, dilations, kernel, beyond, strict=True)
        ]
        columns = x.reshape(len(x), groups, x.shape[1] // groups, -1)
        weights = w.reshape(groups, x.shape[1] // groups, w.shape[1], *kernel)
        y = np.zeros((len(x), groups * w.shape[1], *whole), x.dtype)
        for place in np.ndindex(*kernel):
            part = weights[(..., *place)].swapaxes(1, 2) @ columns
            target = (
                slice(d * k, d * k + span, s)
                for d, k, span, s in zip(dilations, place, spans, strides, strict=True)
            )
            y[(..., *target)] += part.reshape(len(x), -1, *sides)
        kept = (slice(pads[i], whole[i] - pads[i + axes]) for i in range(axes))
        y = y[(..., *kept)]
        return (y if b is None else y + b.reshape(-1, *[1] * axes),)


DOUBLE_OPERATORS: list[type[OpRun]] = [
    ConvTranspose,
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
