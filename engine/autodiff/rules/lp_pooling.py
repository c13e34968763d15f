# ruff: noqa: D403 - formulas keep their letters
"""Gradients of poolings that take the p-norm of each window."""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.convolution import transposed, windows_of
from engine.autodiff.rules.numerics import nonzero


@rule("LpPool")
def lp_pool(ctx: RuleContext, g: str) -> list[str]:
    """y = (sum |x|^p)^(1/p) per window: dx = sign(x) |x|^(p-1) times g y^(1-p), spread back.

    Where a whole window is 0 it sends nothing back.
    """
    windows = windows_of(ctx, ctx.attr("kernel_shape"))
    (channels,) = ctx.fixed(ctx.x(), [1])
    dims = (channels, 1, *windows.kernel)
    ones = (ctx.const(np.ones(dims)), dims)
    return [_powered(ctx, transposed(ctx, _shared(ctx, g), ones, windows, channels))]


@rule("GlobalLpPool")
def global_lp_pool(ctx: RuleContext, g: str) -> list[str]:
    """y = (sum |x|^p)^(1/p) per channel: dx = sign(x) |x|^(p-1) g y^(1-p); 0 where y = 0."""
    return [_powered(ctx, _shared(ctx, g))]


def _shared(ctx: RuleContext, g: str) -> str:
    """g y^(1-p), 0 where y = 0."""
    p = int(ctx.attr("p", 2))
    if p == 1:
        return g
    length = nonzero(ctx, ctx.y())
    return ctx.emit("Div", g, _power(ctx, length, p - 1))


def _powered(ctx: RuleContext, share: str) -> str:
    """A share times sign(x) |x|^(p-1)."""
    p = int(ctx.attr("p", 2))
    if p == 2:
        return ctx.emit("Mul", share, ctx.x())
    signed = ctx.emit("Mul", share, ctx.emit("Sign", ctx.x()))
    return signed if p == 1 else _times_size(ctx, signed, p)


def _times_size(ctx: RuleContext, share: str, p: int) -> str:
    return ctx.emit("Mul", share, _power(ctx, ctx.emit("Abs", ctx.x()), p - 1))


def _power(ctx: RuleContext, tensor: str, exponent: int) -> str:
    return tensor if exponent == 1 else ctx.emit("Pow", tensor, ctx.const(exponent))
