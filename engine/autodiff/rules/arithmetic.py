# ruff: noqa: D403 - formulas keep their letters
"""Gradients of element-wise arithmetic with broadcasting.

Where a slope is infinite (1 / x, sqrt and log at 0) it is taken as 0: branches that a model
computes and then does not choose hold such places, and 0 times infinity is no number.
"""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import elementwise, rule
from engine.autodiff.rules.numerics import nonzero


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
    """y = a / b: da = g / b, db = -da a / b; both 0 where b = 0."""
    stored = ctx.value(1)
    divisor = ctx.x(1)
    if stored is None or not stored.all():
        divisor = nonzero(ctx, divisor)
    da = ctx.emit("Div", g, divisor)
    db = None
    if ctx.needs(1):
        ratio = ctx.emit("Div", ctx.x(0), divisor)
        db = ctx.unbroadcast(ctx.emit("Neg", ctx.emit("Mul", da, ratio)), 1)
    return [ctx.unbroadcast(da, 0) if ctx.needs(0) else None, db]


@rule("Mod")
def mod(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a - q b with a whole number q: da = g, db = -g q; the steps of q have no slope."""
    da = ctx.unbroadcast(g, 0) if ctx.needs(0) else None
    db = None
    if ctx.needs(1):
        ratio = ctx.emit("Div", ctx.emit("Sub", ctx.x(0), ctx.y()), nonzero(ctx, ctx.x(1)))
        whole = ctx.emit("Round", ratio)
        db = ctx.unbroadcast(ctx.emit("Neg", ctx.emit("Mul", g, whole)), 1)
    return [da, db]


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

    Not da = g b y / a, which is 0/0 at a = 0. At a = 0 and b < 1 da = 0, by b = 0 in truth, below
    1 for want of a slope. The exponent's gradient exists for a > 0 only, and is 0 elsewhere.
    """
    da = db = None
    if ctx.needs(0):
        da = ctx.unbroadcast(ctx.emit("Mul", g, _slope_of_power(ctx)), 0)
    if ctx.needs(1):
        grown = ctx.emit("Mul", ctx.y(), ctx.emit("Log", ctx.x(0)))
        zero = ctx.const(0.0)
        grown = ctx.emit("Where", ctx.emit("Greater", ctx.x(0), zero), grown, zero)
        db = ctx.unbroadcast(ctx.emit("Mul", g, grown), 1)
    return [da, db]


def _slope_of_power(ctx: RuleContext) -> str:
    """b a^(b-1), by products where b is 2."""
    base, stored = ctx.x(0), ctx.value(1)
    if stored is not None and stored.size == 1 and float(stored.reshape(())) == 2.0:
        return ctx.emit("Add", base, base)
    exponent, one = ctx.x(1), ctx.const(1.0)
    if ctx.facts.dtype(exponent) != ctx.dtype:
        exponent = ctx.emit("Cast", exponent, to=ctx.facts.element_type(base))
    if stored is None or (stored < 1).any():
        at_zero = ctx.emit("Equal", base, ctx.const(0.0))
        steep = ctx.emit("And", at_zero, ctx.emit("Less", exponent, one))
        base = ctx.emit("Where", steep, ctx.const(np.inf), base)
    one_less = ctx.emit("Sub", exponent, one)
    return ctx.emit("Mul", exponent, ctx.emit("Pow", base, one_less))


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
    """dy/dx = y, the largest finite number where y is infinite.

    So a gate written out as 1 / (1 + exp(-x)) has the slope 0, not 0 times infinity, far out.
    """
    return ctx.emit("Min", ctx.y(), ctx.const(np.finfo(ctx.dtype).max))


@rule("Log")
def log(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / x; 0 at 0."""
    return [ctx.emit("Div", g, nonzero(ctx, ctx.x()))]


@rule("Sqrt")
def sqrt(ctx: RuleContext, g: str) -> list[str]:
    """dx = g / (2 y); 0 at 0."""
    return [ctx.emit("Div", ctx.emit("Mul", g, ctx.const(0.5)), nonzero(ctx, ctx.y()))]


@elementwise("Reciprocal")
def reciprocal(ctx: RuleContext) -> str:
    """dy/dx = -1 / x^2; 0 at 0."""
    inverse = ctx.emit("Reciprocal", nonzero(ctx, ctx.x()))
    return ctx.emit("Neg", ctx.emit("Mul", inverse, inverse))


@elementwise("Erf")
def erf(ctx: RuleContext) -> str:
    """dy/dx = 2 / sqrt(pi) exp(-x^2)."""
    bell = ctx.emit("Exp", ctx.emit("Neg", ctx.emit("Mul", ctx.x(), ctx.x())))
    return ctx.emit("Mul", bell, ctx.const(2.0 / np.sqrt(np.pi)))
