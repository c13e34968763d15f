# ruff: noqa: D403 - formulas keep their letters
"""Gradients of poolings."""

import numpy as np
from onnx import TensorProto

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.convolution import transposed, windows_of


@rule("MaxPool")
def max_pool(ctx: RuleContext, g: str) -> list[str]:
    """dx = g at the place each window took its maximum from, summed where windows overlap.

    The places come from the node itself (its optional output Indices, counted through the whole
    flattened batch), so ties go to the first maximum. MaxUnpool is not used: it overwrites instead
    of adding where windows overlap.
    """
    if ctx.attr("storage_order", 0):
        ctx.refuse("column-major indices are not supported")
    is_half = ctx.dtype == np.float16
    if is_half:  # the scatter's sum exists from single precision on
        g = ctx.emit("Cast", g, to=TensorProto.FLOAT)
    flat = ctx.ints([-1])
    size = ctx.emit("Reshape", ctx.emit("Size", ctx.x()), flat)
    empty = ctx.emit(
        "Expand", ctx.emitter.constant([0], np.float32 if is_half else ctx.dtype), size
    )
    places = ctx.emit("Reshape", ctx.y(1), flat)
    values = ctx.emit("Reshape", g, flat)
    filled = ctx.emit("ScatterElements", empty, places, values, axis=0, reduction="add")
    dx = ctx.like(filled, ctx.x())
    return [ctx.emit("Cast", dx, to=TensorProto.FLOAT16) if is_half else dx]


@rule("AveragePool")
def average_pool(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / (elements averaged), spread over each window."""
    windows = windows_of(ctx, ctx.attr("kernel_shape"))
    axes = range(2, 2 + len(windows.kernel))
    (channels,) = ctx.fixed(ctx.x(), [1])
    include_pad = bool(ctx.attr("count_include_pad", 0))
    if not any((*windows.begins, *windows.ends, ctx.attr("ceil_mode", 0))):
        counts = np.full((1,) * len(windows.kernel), np.prod(windows.kernel))
    else:
        sizes = ctx.fixed(ctx.x(), axes), ctx.fixed(ctx.y(), axes)
        counts = windows.counts(*sizes, include_pad=include_pad)
    share = ctx.emit("Mul", g, ctx.const(1.0 / counts[None, None]))
    dims = (channels, 1, *windows.kernel)
    return [transposed(ctx, share, (ctx.const(np.ones(dims)), dims), windows, channels)]


@rule("GlobalAveragePool")
def global_average_pool(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / places, the same at every place."""
    sizes = ctx.shape(ctx.x())[2:]
    if all(isinstance(d, int) for d in sizes):
        share = ctx.emit("Mul", g, ctx.const(1.0 / np.prod(sizes)))
    else:
        ones = ctx.spread(ctx.const(1.0), ctx.x())
        axes = list(range(2, 2 + len(sizes)))
        share = ctx.emit("Div", g, ctx.total(ones, axes))
    return [ctx.spread(share, ctx.x())]


@rule("GlobalMaxPool")
def global_max_pool(ctx: RuleContext, g: str) -> list[str]:
    """dx = g at the place of the maximum; ties go to the first one."""
    flat = ctx.emitter.reshape(ctx.x(), [0, 0, -1])
    place = ctx.emit("ArgMax", flat, axis=2, keepdims=1)
    last = ctx.emitter.slice(ctx.emit("Shape", flat), [2], [3], [0])
    scalar = ctx.emit("Squeeze", last)
    places = ctx.emit("Range", ctx.ints(0), scalar, ctx.ints(1))
    chosen = ctx.number(ctx.emit("Equal", place, places))
    dx = ctx.emit("Mul", chosen, ctx.emitter.reshape(g, [0, 0, 1]))
    return [ctx.like(dx, ctx.x())]
