# ruff: noqa: D403 - formulas keep their letters
"""Gradients of average and global poolings."""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.spreading import (
    dense_form,
    repeated,
    transposed,
    windows_of,
)


@rule("AveragePool")
def average_pool(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / (elements averaged), spread over each window."""
    windows = windows_of(ctx, ctx.attr("kernel_shape"))
    axes = range(2, 2 + len(windows.kernel))
    has_border = any((*windows.begins, *windows.ends, ctx.attr("ceil_mode", 0)))
    count = np.prod(windows.kernel)
    are_side_by_side = not has_border and windows.kernel == windows.strides
    if are_side_by_side and not any(
        size % step for size, step in zip(ctx.fixed(ctx.x(), axes), windows.strides, strict=True)
    ):
        share = ctx.emit("Mul", g, ctx.const(1.0 / count))
        return [repeated(ctx, share, windows.strides)]
    counts = np.full((1,) * len(windows.kernel), count)
    if has_border:
        sizes = ctx.fixed(ctx.x(), axes), ctx.fixed(ctx.y(), axes)
        counts = windows.counts(*sizes, include_pad=bool(ctx.attr("count_include_pad", 0)))
    if set(windows.dilations) == {1}:
        # A sum over dense windows is their average times their size.
        share = ctx.emit("Mul", g, ctx.const(count / counts[None, None]))
        dense = dense_form(ctx, share, windows)
        if dense is not None:
            return [
                ctx.emit(
                    "AveragePool", dense[0], kernel_shape=windows.kernel, pads=dense[1],
                    count_include_pad=1,
                )
            ]  # fmt: skip
    share = ctx.emit("Mul", g, ctx.const(1.0 / counts[None, None]))
    (channels,) = ctx.fixed(ctx.x(), [1])
    dims = (channels, 1, *windows.kernel)
    return [transposed(ctx, share, (ctx.const(np.ones(dims)), dims), windows, channels)]


@rule("GlobalAveragePool")
def global_average_pool(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / places, the same at every place."""
    axes = list(range(2, len(ctx.shape(ctx.x()))))
    sizes = [ctx.shape(ctx.x())[a] for a in axes]
    if all(isinstance(d, int) for d in sizes):
        share = np.full([1, 1, *sizes], 1.0 / np.prod(sizes))
        return [ctx.emit("Mul", g, ctx.const(share))]
    ones = ctx.emit("Expand", ctx.const(1.0), ctx.emit("Shape", ctx.x()))
    return [ctx.spread(ctx.emit("Div", g, ctx.total(ones, axes)), ctx.x(), axes)]


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
