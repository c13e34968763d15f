# ruff: noqa: D403 - formulas keep their letters
"""Gradients of convolutions."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.spreading import transposed, windows_of


@rule("Conv")
def conv(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x * W + b: dx = g convolved with W turned, db = sum of g over images and places."""
    dx = None
    if ctx.needs(0):
        weight = ctx.x(1)
        dims = ctx.fixed(weight, range(len(ctx.shape(weight))))
        dx = transposed(
            ctx, g, (weight, dims), windows_of(ctx, dims[2:]), int(ctx.attr("group", 1))
        )
    db = None
    if ctx.needs(2):
        rank = len(ctx.shape(ctx.y()))
        db = ctx.total(g, [0, *range(2, rank)], keepdims=False)
    return [dx, None, db]
