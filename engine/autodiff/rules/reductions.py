# ruff: noqa: D403 - formulas keep their letters
"""Gradients of reductions over axes."""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.numerics import nonzero


@rule("ReduceSum")
def reduce_sum(ctx: RuleContext, g: str) -> list[str]:
    """dx = g, the same for every element summed."""
    if _keeps_all(ctx):
        return [g]
    return [ctx.spread(_kept(ctx, g), ctx.x(), _reduced(ctx))]


@rule("ReduceMean")
def reduce_mean(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / (elements averaged), the same for each of them."""
    if _keeps_all(ctx):
        return [g]
    sizes = [ctx.shape(ctx.x())[a] for a in _reduced(ctx)]
    if all(isinstance(d, int) for d in sizes):
        share = ctx.emit("Mul", g, ctx.const(1.0 / np.prod(sizes)))
    else:
        ones = ctx.emit("Expand", ctx.const(1.0), ctx.emit("Shape", ctx.x()))
        share = ctx.emit("Div", g, ctx.like(ctx.total(ones, _reduced(ctx)), ctx.y()))
    return [ctx.spread(_kept(ctx, share), ctx.x(), _reduced(ctx))]


@rule("ReduceMax", "ReduceMin")
def reduce_extremum(ctx: RuleContext, g: str) -> list[str]:
    """dx = g at the extreme element; ties share it evenly (as TensorFlow does)."""
    if _keeps_all(ctx):
        return [g]
    won = ctx.where("Equal", ctx.x(), _kept(ctx, ctx.y()))
    share = ctx.emit("Div", won, ctx.total(won, _reduced(ctx)))
    return [ctx.emit("Mul", share, _kept(ctx, g))]


@rule("ReduceProd")
def reduce_prod(ctx: RuleContext, g: str) -> list[str]:
    """dx = g times the product of the other elements, zeros among them or not.

    P / x with P the product of all but the zeros, where no other element is 0; 0 elsewhere.
    """
    is_zero = ctx.emit("Equal", ctx.x(), ctx.const(0.0))
    factors = ctx.emit("Where", is_zero, ctx.const(1.0), ctx.x())
    product = factors
    if axes := _reduced(ctx):
        product = ctx.emitter.axes_op("ReduceProd", factors, axes, keepdims=True)
    zeros = ctx.number(is_zero)
    other_zeros = ctx.emit("Sub", ctx.total(zeros, _reduced(ctx)), zeros)
    has_none = ctx.emit("Equal", other_zeros, ctx.const(0.0))
    others = ctx.emit("Where", has_none, ctx.emit("Div", product, factors), ctx.const(0.0))
    return [ctx.emit("Mul", others, _kept(ctx, g))]


@rule("ReduceL1")
def reduce_l1(ctx: RuleContext, g: str) -> list[str]:
    """y = sum |x|: dx = g sign(x), 0 at 0."""
    return [ctx.emit("Mul", ctx.emit("Sign", ctx.x()), _kept(ctx, g))]


@rule("ReduceL2")
def reduce_l2(ctx: RuleContext, g: str) -> list[str]:
    """y = sqrt(sum x^2): dx = g x / y; 0 where all of x is 0."""
    share = ctx.emit("Div", g, nonzero(ctx, ctx.y()))
    return [ctx.emit("Mul", ctx.x(), _kept(ctx, share))]


@rule("ReduceSumSquare")
def reduce_sum_square(ctx: RuleContext, g: str) -> list[str]:
    """y = sum x^2: dx = 2 g x."""
    return [ctx.emit("Mul", ctx.x(), _kept(ctx, ctx.emit("Add", g, g)))]


@rule("ReduceLogSum")
def reduce_log_sum(ctx: RuleContext, g: str) -> list[str]:
    """y = ln(sum x): dx = g / sum x = g / e^y, the same for every element; 0 where the sum is 0."""
    share = ctx.emit("Div", g, nonzero(ctx, ctx.emit("Exp", ctx.y())))
    return [ctx.spread(_kept(ctx, share), ctx.x(), _reduced(ctx))]


@rule("ReduceLogSumExp")
def reduce_log_sum_exp(ctx: RuleContext, g: str) -> list[str]:
    """y = ln(sum e^x): dx = g e^(x - y), the softmax of x."""
    part = ctx.emit("Exp", ctx.emit("Sub", ctx.x(), _kept(ctx, ctx.y())))
    return [ctx.emit("Mul", part, _kept(ctx, g))]


def _keeps_all(ctx: RuleContext) -> bool:
    """No axes given and the node is told to reduce over none of them then."""
    return not ctx.axes() and bool(ctx.attr("noop_with_empty_axes", 0))


def _reduced(ctx: RuleContext) -> list[int]:
    """Reduced axes, counted from the front; where none are named all of them, or none if told."""
    if _keeps_all(ctx):
        return []
    rank = len(ctx.shape(ctx.x()))
    axes = ctx.axes()
    return sorted(a % rank for a in axes) if axes else list(range(rank))


def _kept(ctx: RuleContext, tensor: str) -> str:
    """A tensor shaped as the output, with the reduced axes back as size 1."""
    if ctx.attr("keepdims", 1) or _keeps_all(ctx):
        return tensor
    return ctx.emitter.axes_op("Unsqueeze", tensor, _reduced(ctx))
