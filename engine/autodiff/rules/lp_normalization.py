# ruff: noqa: D403 - formulas keep their letters
"""Gradient of division by a vector's length."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.numerics import Stage


@rule("LpNormalization")
def lp_normalization(ctx: RuleContext, g: str) -> list[str]:
    """y = x / |x|_p: dx = (g - u sum(g y)) / |x|_p, u = y for p = 2 and sign(x) for p = 1.

    Where all of x is 0, y is 0 by definition and dx = 0.
    """
    stage = Stage(ctx)
    axis = ctx.axis(-1, ctx.x())
    x, wide = stage.enter(ctx.x()), stage.enter(g)
    is_euclidean = int(ctx.attr("p", 2)) == 2
    length = ctx.emitter.axes_op(
        "ReduceL2" if is_euclidean else "ReduceL1", x, [axis], keepdims=True
    )
    length = stage.nonzero(length)
    y = ctx.emit("Div", x, length)
    along = ctx.total(ctx.emit("Mul", wide, y), [axis])
    unit = y if is_euclidean else ctx.emit("Sign", x)
    rest = ctx.emit("Sub", wide, ctx.emit("Mul", unit, along))
    return [stage.leave(ctx.emit("Div", rest, length))]
