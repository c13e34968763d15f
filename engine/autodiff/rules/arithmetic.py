# ruff: noqa: D403 - formulas keep their letters
"""Gradients of element-wise arithmetic with broadcasting."""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import elementwise, rule


@rule("Add")
def add(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a + b: da = g, db = g."""
    return [ctx.unbroadcast(g, i) if ctx.needs(i) else None for i in (0, 1)]


@rule("Sub")
def sub(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a - b: da = g, db = -g."""
    da = ctx.unbroadcast(g, 0) if ctx.needs(0) else None
    db = ctx.emit("Neg", ctx.unbroadcast(g, 1)) if ctx.needs(1) else None
    return [da, db]


@rule("Mul")
def mul(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a b: da = g b, db = g a."""
    return [
        ctx.unbroadcast(ctx.emit("Mul", g, ctx.x(1 - i)), i) if ctx.needs(i) else None
        for i in (0, 1)
    ]


@rule("Div")
def div(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a / b: da = g / b, db = -da y."""
    da = ctx.emit("Div", g, ctx.x(1))
    db = None
    if ctx.needs(1):
        db = ctx.unbroadcast(ctx.emit("Neg", ctx.emit("Mul", da, ctx.y())), 1)
    return [ctx.unbroadcast(da, 0) if ctx.needs(0) else None, db]


@rule("Sum")
def sum_(ctx: RuleContext, g: str) -> list[str | None]:
    """y = sum of all operands: each gets g."""
    return [ctx.unbroadcast(g, i) if ctx.needs(i) else None for i in range(len(ctx.node.input))]


@rule("Mean")
def mean(ctx: RuleContext, g: str) -> list[str | None]:
    """y = mean of n operands: each gets g / n."""
    count = len(ctx.node.input)
    share = ctx.emit("Mul", g, ctx.const(1.0 / count))
    return [ctx.unbroadcast(share, i) if ctx.needs(i) else None for i in range(count)]


@rule("Max", "Min")
def extremum(ctx: RuleContext, g: str) -> list[str | None]:
    """y = max or min of the operands: g goes to the one that won; ties go to the first."""
    adjoints: list[str | None] = []
    rest = g
    for i in range(len(ctx.node.input)):
        won = ctx.emit("Mul", rest, ctx.where("Equal", ctx.x(i), ctx.y()))
        adjoints.append(ctx.unbroadcast(won, i) if ctx.needs(i) else None)
        if i + 1 < len(ctx.node.input):
            rest = ctx.emit("Sub", rest, won)
    return adjoints


@rule("Pow")
def power(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a^b: da = g b a^(b-1), db = g y ln a.

    Not da = g b y / a, which is 0/0 at a = 0. The exponent's gradient exists for a > 0 only.
    """
    exponent = ctx.emit("CastLike", ctx.x(1), ctx.x(0))
    one_less = ctx.emit("Sub", exponent, ctx.const(1.0))
    slope = ctx.emit("Mul", exponent, ctx.emit("Pow", ctx.x(0), one_less))
    da = ctx.unbroadcast(ctx.emit("Mul", g, slope), 0) if ctx.needs(0) else None
    db = None
    if ctx.needs(1):
        grown = ctx.emit("Mul", ctx.y(), ctx.emit("Log", ctx.x(0)))
        db = ctx.unbroadcast(ctx.emit("Mul", g, grown), 1)
    return [da, db]


@rule("Where")
def where(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a where the condition holds, else b: the chosen one gets g."""
    zero = ctx.const(0.0)
    da = ctx.emit("Where", ctx.x(0), g, zero) if ctx.needs(1) else None
    db = ctx.emit("Where", ctx.x(0), zero, g) if ctx.needs(2) else None
    return [
        None,
        None if da is None else ctx.unbroadcast(da, 1),
        None if db is None else ctx.unbroadcast(db, 2),
    ]


@rule("Neg")
def neg(ctx: RuleContext, g: str) -> list[str]:
    """y = -x: dx = -g."""
    return [ctx.emit("Neg", g)]


@elementwise("Abs")
def absolute(ctx: RuleContext) -> str:
    """dy/dx = sign(x), 0 at 0."""
    return ctx.emit("Sign", ctx.x())


@elementwise("Exp")
def exp(ctx: RuleContext) -> str:
    """dy/dx = y."""
    return ctx.y()


@elementwise("Log")
def log(ctx: RuleContext) -> str:
    """dy/dx = 1 / x."""
    return ctx.emit("Reciprocal", ctx.x())


@elementwise("Sqrt")
def sqrt(ctx: RuleContext) -> str:
    """dy/dx = 1 / (2 y); infinite at 0."""
    return ctx.emit("Div", ctx.const(0.5), ctx.y())


@elementwise("Reciprocal")
def reciprocal(ctx: RuleContext) -> str:
    """dy/dx = -y^2."""
    return ctx.emit("Neg", ctx.emit("Mul", ctx.y(), ctx.y()))


@elementwise("Erf")
def erf(ctx: RuleContext) -> str:
    """dy/dx = 2 / sqrt(pi) exp(-x^2)."""
    bell = ctx.emit("Exp", ctx.emit("Neg", ctx.emit("Mul", ctx.x(), ctx.x())))
    return ctx.emit("Mul", bell, ctx.const(2.0 / np.sqrt(np.pi)))
