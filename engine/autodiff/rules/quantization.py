# ruff: noqa: D403 - formulas keep their letters
"""Gradients through quantisers: the straight-through estimator.

A quantiser is a staircase, flat almost everywhere. The estimator takes the line through the stairs
instead, and is flat only where the integer range ends. Gradient models say in their notes when
they use it.
"""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.language import said


@rule("QuantizeLinear")
def quantize(ctx: RuleContext, g: str) -> list[str | None]:
    """y = saturate(round(x / s) + z): dx = g / s inside the integer range, else 0."""
    if ctx.attr("block_size", 0):
        ctx.refuse(said("it is quantised in blocks"))
    scale, zero = (along_axis(ctx, i) for i in (1, 2))
    steps = ctx.emit("Round", ctx.emit("Div", ctx.x(), scale))
    if zero:
        steps = ctx.emit("Add", steps, ctx.emit("Cast", zero, to=ctx.facts.element_type(ctx.x())))
    limits = np.iinfo(ctx.facts.dtype(ctx.y()))
    above = ctx.where("GreaterOrEqual", steps, ctx.const(limits.min))
    below = ctx.where("LessOrEqual", steps, ctx.const(limits.max))
    inside = ctx.emit("Mul", above, below)
    return [ctx.emit("Mul", ctx.emit("Div", g, scale), inside)]


@rule("DequantizeLinear")
def dequantize(ctx: RuleContext, g: str) -> list[str | None]:
    """y = (x - z) s: dx = g s."""
    if ctx.attr("block_size", 0):
        ctx.refuse(said("it is quantised in blocks"))
    return [ctx.emit("Mul", g, along_axis(ctx, 1))]


def along_axis(ctx: RuleContext, i: int) -> str:
    """Scale or zero point, broadcasting along the quantisation axis; "" where left out."""
    if not ctx.has(i):
        return ""
    shape = ctx.shape(ctx.x(i))
    if len(shape) == 0:
        return ctx.x(i)
    if shape == (1,):
        return ctx.emitter.reshape(ctx.x(i), [])
    rank = len(ctx.shape(ctx.x()))
    axis = int(ctx.attr("axis", 1)) % rank
    return ctx.emitter.reshape(ctx.x(i), [-1, *[1] * (rank - axis - 1)])
