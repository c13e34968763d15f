# ruff: noqa: D403 - formulas keep their letters
"""Gradient of local response normalisation, as AlexNet and GoogLeNet have it."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.numerics import Stage


@rule("LRN")
def lrn(ctx: RuleContext, g: str) -> list[str]:
    """y = x D^-b, D = k + a m(x^2): dx = g D^-b - 2 a b x m'(g y / D).

    m is the mean over a window of channels, with zeros beyond the first and the last one; m' that
    over the mirrored window (Krizhevsky et al. 2012, section 3.3).
    """
    stage = Stage(ctx)
    alpha, beta = ctx.attr("alpha", 1e-4), ctx.attr("beta", 0.75)
    size = int(ctx.attr("size"))
    before, after = (size - 1) // 2, size // 2
    x, wide = (_channels_as_rows(ctx, stage.enter(t)) for t in (ctx.x(), g))
    power = _mean_over_rows(ctx, ctx.emit("Mul", x, x), before, after)
    scaled = ctx.emit("Mul", power, stage.const(alpha))
    divisor = ctx.emit("Add", scaled, stage.const(ctx.attr("bias", 1.0)))
    direct = ctx.emit("Mul", wide, ctx.emit("Pow", divisor, stage.const(-beta)))
    ratio = ctx.emit("Div", ctx.emit("Mul", direct, x), divisor)  # g y / D
    spread = ctx.emit("Mul", x, _mean_over_rows(ctx, ratio, after, before))
    dx = ctx.emit("Sub", direct, ctx.emit("Mul", spread, stage.const(2 * alpha * beta)))
    return [ctx.like(stage.leave(dx), ctx.x())]


def _channels_as_rows(ctx: RuleContext, tensor: str) -> str:
    """(N, C, ...) -> (N, 1, C, places): a picture whose rows are channels."""
    (channels,) = ctx.fixed(ctx.x(), [1])
    return ctx.emitter.reshape(tensor, [0, 1, channels, -1])


def _mean_over_rows(ctx: RuleContext, rows: str, before: int, after: int) -> str:
    """Sum over a window of rows, zeros outside, divided by the window's full size."""
    return ctx.emit(
        "AveragePool", rows, kernel_shape=[before + after + 1, 1], pads=[before, 0, after, 0],
        count_include_pad=1,
    )  # fmt: skip
