# ruff: noqa: D403 - formulas keep their letters
"""Gradients of reductions over axes."""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule


@rule("ReduceSum")
def reduce_sum(ctx: RuleContext, g: str) -> list[str]:
    """dx = g, the same for every element summed."""
    if _keeps_all(ctx):
        return [g]
    return [ctx.spread(_kept(ctx, g), ctx.x())]


@rule("ReduceMean")
def reduce_mean(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / (elements averaged), the same for each of them."""
    if _keeps_all(ctx):
        return [g]
    sizes = [ctx.shape(ctx.x())[a] for a in _reduced(ctx)]
    if all(isinstance(d, int) for d in sizes):
        share = ctx.emit("Mul", g, ctx.const(1.0 / np.prod(sizes)))
    else:
        ones = ctx.spread(ctx.const(1.0), ctx.x())
        share = ctx.emit("Div", g, ctx.like(ctx.total(ones, _reduced(ctx)), ctx.y()))
    return [ctx.spread(_kept(ctx, share), ctx.x())]


@rule("ReduceMax", "ReduceMin")
def reduce_extremum(ctx: RuleContext, g: str) -> list[str]:
    """dx = g at the extreme element; ties share it evenly (as TensorFlow does)."""
    if _keeps_all(ctx):
        return [g]
    won = ctx.where("Equal", ctx.x(), _kept(ctx, ctx.y()))
    share = ctx.emit("Div", won, ctx.total(won, _reduced(ctx)))
    return [ctx.emit("Mul", share, _kept(ctx, g))]


def _keeps_all(ctx: RuleContext) -> bool:
    """No axes given and the node is told to do nothing then."""
    return not ctx.axes() and bool(ctx.attr("noop_with_empty_axes", 0))


def _reduced(ctx: RuleContext) -> list[int]:
    """Reduced axes, counted from the front; all of them where none are named."""
    rank = len(ctx.shape(ctx.x()))
    axes = ctx.axes()
    return sorted(a % rank for a in axes) if axes else list(range(rank))


def _kept(ctx: RuleContext, tensor: str) -> str:
    """A tensor shaped as the output, with the reduced axes back as size 1."""
    if ctx.attr("keepdims", 1):
        return tensor
    return ctx.emitter.axes_op("Unsqueeze", tensor, _reduced(ctx))
