# ruff: noqa: D403 - formulas keep their letters
"""Gradients of normalisations."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.language import said


@rule("BatchNormalization")
def batch_normalization(ctx: RuleContext, g: str) -> list[str | None]:
    """y = s (x - m) r + b: dx = g s r, ds = sum g (x - m) r, db = sum g, dm = -s r db.

    r = 1 / sqrt(v + epsilon). Inference form: mean and variance are stored numbers.
    """
    if ctx.attr("training_mode", 0):
        ctx.refuse(said("it is in training mode"))
    if ctx.needs(4):
        ctx.refuse(said("the gradient by its variance is not offered"))
    rank = len(ctx.shape(ctx.x()))
    others = [a for a in range(rank) if a != 1]
    total = ctx.total(g, others, keepdims=False) if ctx.needs(2) or ctx.needs(3) else None
    dx = ds = dm = None
    if ctx.needs(0):
        factor = ctx.emit("Div", ctx.x(1), _spread(ctx))
        dx = ctx.emit("Mul", g, _per_channel(ctx, factor, rank))
    if ctx.needs(1):
        centred = ctx.emit("Sub", ctx.x(), _per_channel(ctx, ctx.x(3), rank))
        normal = ctx.emit("Div", centred, _per_channel(ctx, _spread(ctx), rank))
        ds = ctx.total(ctx.emit("Mul", g, normal), others, keepdims=False)
    if ctx.needs(3):
        dm = ctx.emit("Neg", ctx.emit("Mul", total, ctx.emit("Div", ctx.x(1), _spread(ctx))))
    return [dx, ds, total if ctx.needs(2) else None, dm]


def _spread(ctx: RuleContext) -> str:
    """1 / r, per channel."""
    return ctx.emit("Sqrt", ctx.emit("Add", ctx.x(4), ctx.const(ctx.attr("epsilon", 1e-5))))


def _per_channel(ctx: RuleContext, vector: str, rank: int) -> str:
    """(C,) -> (C, 1, 1, ...), which broadcasts along axis 1."""
    return ctx.emitter.reshape(vector, [-1, *[1] * (rank - 2)])
