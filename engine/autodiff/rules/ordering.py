# ruff: noqa: D403 - formulas keep their letters
"""Gradients of operators that follow the order of elements along an axis."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule


@rule("CumSum")
def cum_sum(ctx: RuleContext, g: str) -> list[str | None]:
    """y = running sums along an axis: dx = running sums of g from the other end."""
    turned = 1 - int(ctx.attr("reverse", 0))
    exclusive = int(ctx.attr("exclusive", 0))
    return [ctx.emit("CumSum", g, ctx.x(1), exclusive=exclusive, reverse=turned)]


@rule("TopK")
def top_k(ctx: RuleContext, g: str) -> list[str | None]:
    """y = the k largest or smallest: dx = g at their places, which the node itself names."""
    axis = ctx.axis(-1, ctx.x())
    return [ctx.emit("ScatterElements", ctx.zeros_like(ctx.x()), ctx.y(1), g, axis=axis)]
