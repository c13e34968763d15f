# ruff: noqa: D403 - formulas keep their letters
"""Gradients of rectifiers; at a kink that of the flat side, Relu'(0) = 0.

Networks hold one rectifier behind every convolution, so their masks decide how fast a gradient is.
All masks are made from the output y, not from x: the runtime can then still fuse the rectifier
into the convolution before it.
"""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import elementwise, rule

# A power of two scales exactly; this one lifts every normal float32 to 1 or more.
_STEEP = 2.0**126
# For bounds other than 0: steep enough, and the bound times it stays finite.
_STEEP_AT_BOUND = 2.0**100
_WIDEST_BOUND = 2.0**20


@elementwise("Relu")
def relu(ctx: RuleContext) -> str:
    """dy/dx = 1 where y > 0, else 0."""
    return above_zero(ctx, ctx.y())


@rule("Clip")
def clip(ctx: RuleContext, g: str) -> list[str | None]:
    """y = min(max(x, low), high): dx = g inside; a bound gets g where it holds x.

    At a bound itself, too, dx = 0, as Relu'(0) = 0: ReLU6 is exported as a Clip.
    """
    dx, adjoints = g, [None, None]
    if ctx.has(1):
        dx = ctx.emit("Mul", dx, _above(ctx, 1))
    if ctx.has(2):
        dx = ctx.emit("Mul", dx, _below(ctx, 2))
    for i, outside in ((1, "LessOrEqual"), (2, "GreaterOrEqual")):
        if ctx.needs(i):
            held = ctx.emit("Mul", g, ctx.where(outside, ctx.x(), ctx.x(i)))
            axes = range(len(ctx.shape(ctx.y())))
            adjoints[i - 1] = ctx.like(ctx.total(held, list(axes)), ctx.x(i))
    return [dx, *adjoints]


@rule("LeakyRelu")
def leaky_relu(ctx: RuleContext, g: str) -> list[str]:
    """dy/dx = 1 where x > 0, else alpha."""
    alpha = ctx.attr("alpha", 0.01)
    if 0 <= alpha <= 1 and _is_single(ctx):
        steep = ctx.emit("Mul", ctx.x(), ctx.const(_STEEP))
        return [ctx.emit("Mul", g, ctx.emit("Clip", steep, ctx.const(alpha), ctx.const(1.0)))]
    positive = ctx.emit("Greater", ctx.x(), ctx.const(0.0))
    return [ctx.emit("Mul", g, ctx.emit("Where", positive, ctx.const(1.0), ctx.const(alpha)))]


def above_zero(ctx: RuleContext, tensor: str) -> str:
    """1 where a tensor is positive, else 0; exact for all normal numbers.

    In single precision as min(max(2^126 x, 0), 1): one pass, a third of the time that a comparison
    and a cast take in ONNX Runtime.
    """
    if _is_single(ctx):
        return ctx.emit("HardSigmoid", tensor, alpha=_STEEP, beta=0.0)
    return ctx.where("Greater", tensor, ctx.const(0.0))


def _above(ctx: RuleContext, i: int) -> str:
    """1 where y lies above the bound that input i holds, else 0."""
    bound = ctx.value(i)
    if bound is not None and float(bound) == 0.0:
        return above_zero(ctx, ctx.y())
    if bound is not None and _is_single(ctx) and abs(float(bound)) <= _WIDEST_BOUND:
        beta = -_STEEP_AT_BOUND * float(bound)
        return ctx.emit("HardSigmoid", ctx.y(), alpha=_STEEP_AT_BOUND, beta=beta)
    return ctx.where("Greater", ctx.y(), ctx.x(i))


def _below(ctx: RuleContext, i: int) -> str:
    """1 where y lies below the bound that input i holds, else 0."""
    bound = ctx.value(i)
    if bound is not None and _is_single(ctx) and abs(float(bound)) <= _WIDEST_BOUND:
        beta = _STEEP_AT_BOUND * float(bound)
        return ctx.emit("HardSigmoid", ctx.y(), alpha=-_STEEP_AT_BOUND, beta=beta)
    return ctx.where("Less", ctx.y(), ctx.x(i))


def _is_single(ctx: RuleContext) -> bool:
    return ctx.dtype == np.float32
