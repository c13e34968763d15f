# ruff: noqa: D403 - formulas keep their letters
"""Gradients of normalisations over the last axes of each image or token."""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.numerics import Stage
from engine.autodiff.rules.standardisation import standardised, through_standardisation


@rule("LayerNormalization")
def layer_normalization(ctx: RuleContext, g: str) -> list[str | None]:
    """y = n s + b with n = (x - mean) r: dx = r (d - mean(d) - n mean(d n)) for d = g s.

    ds = sum g n, db = sum g. In single precision, mean and r are the node's own optional outputs.
    """
    stage = Stage(ctx)
    axes = _last_axes(ctx)
    if ctx.dtype == np.float32:
        mean, r = ctx.y(1), ctx.y(2)
        n = ctx.emit("Mul", ctx.emit("Sub", ctx.x(), mean), r)
    else:
        n, r = standardised(stage, stage.enter(ctx.x()), axes, ctx.attr("epsilon", 1e-5))
    wide = stage.enter(g)
    dx = ds = None
    if ctx.needs(0):
        d = ctx.emit("Mul", wide, stage.enter(ctx.x(1)))
        dx = stage.leave(through_standardisation(stage, d, (n, r), axes))
    if ctx.needs(1):
        ds = stage.leave(ctx.unbroadcast(ctx.emit("Mul", wide, n), 1))
    return [dx, ds, ctx.unbroadcast(g, 2) if ctx.needs(2) else None]


@rule("RMSNormalization")
def rms_normalization(ctx: RuleContext, g: str) -> list[str | None]:
    """y = n s with n = x r, r = 1 / sqrt(mean(x^2) + epsilon): ds = sum g n.

    dx = r (d - n mean(d n)) for d = g s (Zhang & Sennrich 2019, arXiv 1910.07467).
    """
    stage = Stage(ctx)
    axes = _last_axes(ctx)
    x, wide = stage.enter(ctx.x()), stage.enter(g)
    power = stage.mean(ctx.emit("Mul", x, x), axes)
    epsilon = stage.const(ctx.attr("epsilon", 1e-5))
    r = ctx.emit("Reciprocal", stage.nonzero(ctx.emit("Sqrt", ctx.emit("Add", power, epsilon))))
    n = ctx.emit("Mul", x, r)
    dx = ds = None
    if ctx.needs(0):
        d = ctx.emit("Mul", wide, stage.enter(ctx.x(1)))
        along = ctx.emit("Mul", n, stage.mean(ctx.emit("Mul", d, n), axes))
        dx = stage.leave(ctx.emit("Mul", r, ctx.emit("Sub", d, along)))
    if ctx.needs(1):
        ds = stage.leave(ctx.unbroadcast(ctx.emit("Mul", wide, n), 1))
    return [dx, ds]


def _last_axes(ctx: RuleContext) -> list[int]:
    return list(range(ctx.axis(-1, ctx.x()), len(ctx.shape(ctx.x()))))
