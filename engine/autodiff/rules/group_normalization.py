# ruff: noqa: D403 - formulas keep their letters
"""Gradients of normalisations over places and groups of channels of each image."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.numerics import Stage
from engine.autodiff.rules.standardisation import standardised, through_standardisation


@rule("GroupNormalization")
def group_normalization(ctx: RuleContext, g: str) -> list[str | None]:
    """y = n s + b: dx = r (d - mean(d) - n mean(d n)) for d = g s; ds = sum g n, db = sum g.

    Scale and bias hold one number per channel since operator set 21, one per group before.
    """
    return _in_groups(ctx, g, int(ctx.attr("num_groups")))


@rule("InstanceNormalization")
def instance_normalization(ctx: RuleContext, g: str) -> list[str | None]:
    """As GroupNormalization, each channel a group of its own."""
    (channels,) = ctx.fixed(ctx.x(1), [0])
    return _in_groups(ctx, g, channels)


@rule("MeanVarianceNormalization")
def mean_variance_normalization(ctx: RuleContext, g: str) -> list[str | None]:
    """y = (x - mean) / sqrt(variance) = n: dx = r (g - mean(g) - n mean(g n)).

    Where nothing varies dx = 0: the operator's own 1e-9 would make noise a billion times larger.
    """
    stage = Stage(ctx)
    rank = len(ctx.shape(ctx.x()))
    axes = sorted(int(a) % rank for a in ctx.attr("axes", [0, 2, 3]))
    parts = standardised(stage, stage.enter(ctx.x()), axes, 0.0)
    return [stage.leave(through_standardisation(stage, stage.enter(g), parts, axes))]


def _in_groups(ctx: RuleContext, g: str, groups: int) -> list[str | None]:
    """All three gradients; tensors are (N, groups, rest) for sums, (N, scales, rest) for scales."""
    stage, reshape = Stage(ctx), ctx.emitter.reshape
    (scales,) = ctx.fixed(ctx.x(1), [0])
    x = reshape(stage.enter(ctx.x()), [0, groups, -1])
    wide = reshape(stage.enter(g), [0, scales, -1])
    n, r = standardised(stage, x, [2], ctx.attr("epsilon", 1e-5))
    dx = ds = db = None
    if ctx.needs(0):
        d = ctx.emit("Mul", wide, reshape(stage.enter(ctx.x(1)), [-1, 1]))
        d = reshape(d, [0, groups, -1])
        dx = ctx.like(stage.leave(through_standardisation(stage, d, (n, r), [2])), ctx.x())
    if ctx.needs(1):
        product = ctx.emit("Mul", wide, reshape(n, [0, scales, -1]))
        ds = stage.leave(ctx.total(product, [0, 2], keepdims=False))
    if ctx.needs(2):
        db = stage.leave(ctx.total(wide, [0, 2], keepdims=False))
    return [dx, ds, db]
