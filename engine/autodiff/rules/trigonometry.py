# ruff: noqa: D403 - formulas keep their letters
"""Gradients of circular and hyperbolic functions and their inverses.

At the ends of a domain, where a slope is infinite (arcsine at 1), it is taken as 0.
"""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import elementwise, rule
from engine.autodiff.rules.numerics import nonzero


@elementwise("Sin")
def sin(ctx: RuleContext) -> str:
    """dy/dx = cos(x)."""
    return ctx.emit("Cos", ctx.x())


@elementwise("Cos")
def cos(ctx: RuleContext) -> str:
    """dy/dx = -sin(x)."""
    return ctx.emit("Neg", ctx.emit("Sin", ctx.x()))


@elementwise("Tan")
def tan(ctx: RuleContext) -> str:
    """dy/dx = 1 + y^2."""
    return ctx.emit("Add", ctx.const(1.0), ctx.emit("Mul", ctx.y(), ctx.y()))


@elementwise("Sinh")
def sinh(ctx: RuleContext) -> str:
    """dy/dx = cosh(x)."""
    return ctx.emit("Cosh", ctx.x())


@elementwise("Cosh")
def cosh(ctx: RuleContext) -> str:
    """dy/dx = sinh(x)."""
    return ctx.emit("Sinh", ctx.x())


@rule("Asin")
def asin(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / sqrt(1 - x^2)."""
    return [ctx.emit("Div", g, _root(ctx, _one_less_square(ctx)))]


@rule("Acos")
def acos(ctx: RuleContext, g: str) -> list[str]:
    """dx = -g / sqrt(1 - x^2)."""
    return [ctx.emit("Neg", ctx.emit("Div", g, _root(ctx, _one_less_square(ctx))))]


@rule("Atan")
def atan(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / (1 + x^2)."""
    return [ctx.emit("Div", g, _one_more_square(ctx))]


@rule("Asinh")
def asinh(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / sqrt(1 + x^2)."""
    return [ctx.emit("Div", g, ctx.emit("Sqrt", _one_more_square(ctx)))]


@rule("Acosh")
def acosh(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / sqrt(x^2 - 1)."""
    one = ctx.const(1.0)
    product = ctx.emit("Mul", ctx.emit("Sub", ctx.x(), one), ctx.emit("Add", ctx.x(), one))
    return [ctx.emit("Div", g, _root(ctx, product))]


@rule("Atanh")
def atanh(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / (1 - x^2)."""
    return [ctx.emit("Div", g, nonzero(ctx, _one_less_square(ctx)))]


def _one_less_square(ctx: RuleContext) -> str:
    """1 - x^2 as (1 - x) (1 + x), which keeps its digits near the ends."""
    one = ctx.const(1.0)
    return ctx.emit("Mul", ctx.emit("Sub", one, ctx.x()), ctx.emit("Add", one, ctx.x()))


def _one_more_square(ctx: RuleContext) -> str:
    return ctx.emit("Add", ctx.const(1.0), ctx.emit("Mul", ctx.x(), ctx.x()))


def _root(ctx: RuleContext, tensor: str) -> str:
    """A square root to divide by."""
    return nonzero(ctx, ctx.emit("Sqrt", tensor))
