# ruff: noqa: D403 - formulas keep their letters
"""Gradients of smooth units that weigh x by a gate between 0 and 1; finite for every finite x."""

import math

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import elementwise

# Beyond this the tanh form of Gelu is 0 or x to double precision, and x^2 still finite in half.
_FLAT_FROM = 10.0
_CUBIC = 0.044715


@elementwise("Gelu")
def gelu(ctx: RuleContext) -> str:
    """y = x P(x), P the normal distribution: dy/dx = P(x) + x p(x), p its density.

    With approximate="tanh": y = x (1 + t) / 2, t = tanh(u), u = sqrt(2/pi) (x + 0.044715 x^3).
    (Hendrycks & Gimpel 2016, arXiv 1606.08415.)
    """
    return _tanh_form(ctx) if ctx.attr("approximate", "none") == "tanh" else _exact_form(ctx)


@elementwise("Mish")
def mish(ctx: RuleContext) -> str:
    """y = x t, t = tanh(softplus(x)): dy/dx = t + x sigmoid(x) (1 - t^2) (arXiv 1908.08681)."""
    t = ctx.emit("Tanh", ctx.emit("Softplus", ctx.x()))
    rest = ctx.emit("Sub", ctx.const(1.0), ctx.emit("Mul", t, t))
    gate = ctx.emit("Mul", ctx.emit("Sigmoid", ctx.x()), rest)
    return ctx.emit("Add", t, ctx.emit("Mul", ctx.x(), gate))


@elementwise("Swish")
def swish(ctx: RuleContext) -> str:
    """y = x s, s = sigmoid(a x): dy/dx = s + a y (1 - s) (arXiv 1710.05941)."""
    alpha = float(ctx.attr("alpha", 1.0))
    s = ctx.emit("Sigmoid", _times(ctx, ctx.x(), alpha))
    rest = ctx.emit("Mul", ctx.y(), ctx.emit("Sub", ctx.const(1.0), s))
    return ctx.emit("Add", s, _times(ctx, rest, alpha))


def _times(ctx: RuleContext, tensor: str, factor: float) -> str:
    return tensor if factor == 1.0 else ctx.emit("Mul", tensor, ctx.const(factor))


def _exact_form(ctx: RuleContext) -> str:
    """(1 + erf(x / sqrt 2)) / 2 + x exp(-x^2 / 2) / sqrt(2 pi)."""
    x = ctx.x()
    error = ctx.emit("Erf", ctx.emit("Mul", x, ctx.const(math.sqrt(0.5))))
    below = ctx.emit("Mul", ctx.emit("Add", error, ctx.const(1.0)), ctx.const(0.5))
    square = ctx.emit("Mul", ctx.emit("Mul", x, ctx.const(-0.5)), x)
    density = ctx.emit("Mul", ctx.emit("Exp", square), ctx.const(math.sqrt(0.5 / math.pi)))
    return ctx.emit("Add", below, ctx.emit("Mul", x, density))


def _tanh_form(ctx: RuleContext) -> str:
    """(1 + t) / 2 + x (1 - t^2) u' / 2 = ((1 + t) / 2) (1 + x u' (1 - t))."""
    slope = math.sqrt(2 / math.pi)
    x = ctx.emit("Clip", ctx.x(), ctx.const(-_FLAT_FROM), ctx.const(_FLAT_FROM))
    square = ctx.emit("Mul", x, x)
    one = ctx.const(1.0)
    cubic = ctx.emit("Add", ctx.emit("Mul", square, ctx.const(slope * _CUBIC)), ctx.const(slope))
    t = ctx.emit("Tanh", ctx.emit("Mul", x, cubic))
    climb = ctx.emit("Mul", square, ctx.const(3 * slope * _CUBIC))
    climb = ctx.emit("Mul", x, ctx.emit("Add", climb, ctx.const(slope)))  # x u'
    inner = ctx.emit("Mul", climb, ctx.emit("Sub", one, t))
    half = ctx.emit("Mul", ctx.emit("Add", one, t), ctx.const(0.5))
    return ctx.emit("Mul", half, ctx.emit("Add", one, inner))
