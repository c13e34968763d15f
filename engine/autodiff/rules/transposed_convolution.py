# ruff: noqa: D403 - formulas keep their letters
"""Gradient of the transposed convolution, which is a convolution."""

from collections.abc import Sequence

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule


@rule("ConvTranspose")
def conv_transpose(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x spread by W + b: dx = g convolved with W, db = sum of g over images and places."""
    rank = len(ctx.shape(ctx.y()))
    dx = None
    if ctx.needs(0):
        kernel = ctx.fixed(ctx.x(1), range(2, rank))
        strides = tuple(ctx.attr("strides") or [1] * (rank - 2))
        dilations = tuple(ctx.attr("dilations") or [1] * (rank - 2))
        begins, ends = _cut_off(ctx, kernel, strides, dilations)
        dx = ctx.emit(
            "Conv", g, ctx.x(1), group=ctx.attr("group", 1), strides=strides, dilations=dilations,
            pads=[*begins, *ends],
        )  # fmt: skip
        extra = ctx.attr("output_padding") or [0] * (rank - 2)
        if any(e >= s for e, s in zip(extra, strides, strict=True)) or ctx.attr("output_shape"):
            # Windows that start inside the output padding see no input: they are cut off.
            sizes = ctx.fixed(ctx.x(), range(2, rank))
            dx = ctx.emitter.slice(dx, [0] * len(sizes), sizes, range(2, rank))
    db = ctx.total(g, [0, *range(2, rank)], keepdims=False) if ctx.needs(2) else None
    return [dx, None, db]


def _cut_off(
    ctx: RuleContext, kernel: Sequence[int], strides: Sequence[int], dilations: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What a transposed convolution cuts off its output, before and behind, along every axis."""
    count = len(kernel)
    word = ctx.attr("auto_pad", "NOTSET")
    wanted, extra = ctx.attr("output_shape"), ctx.attr("output_padding") or [0] * count
    if word == "VALID" and not wanted:
        return (0,) * count, (0,) * count
    if word == "NOTSET" and not wanted:
        pads = tuple(ctx.attr("pads") or [0] * (2 * count))
        return pads[:count], pads[count:]
    begins, ends = [], []
    for axis, k in enumerate(kernel):
        total = (k - 1) * dilations[axis] + 1 + extra[axis] - strides[axis]
        if wanted:
            (size,) = ctx.fixed(ctx.x(), [axis + 2])
            total += strides[axis] * size - wanted[axis - count]
        small = max(total, 0) // 2
        large = max(total, 0) - small
        begins.append(small if word == "SAME_UPPER" else large)
        ends.append(large if word == "SAME_UPPER" else small)
    return tuple(begins), tuple(ends)
