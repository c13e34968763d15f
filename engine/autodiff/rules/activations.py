# ruff: noqa: D403 - formulas keep their letters
"""Gradients of activation functions; at a kink that of the flat side, Relu'(0) = 0."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import elementwise, rule


@rule("PRelu")
def prelu(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x where x > 0, else slope x: dx = g or g slope; dslope = g x where x <= 0."""
    positive = ctx.emit("Greater", ctx.x(), ctx.const(0.0))
    dx = ctx.emit("Where", positive, g, ctx.emit("Mul", g, ctx.x(1)))
    slope = None
    if ctx.needs(1):
        flow = ctx.emit("Where", positive, ctx.const(0.0), ctx.emit("Mul", g, ctx.x()))
        slope = ctx.unbroadcast(flow, 1)
    return [dx, slope]


@elementwise("Elu")
def elu(ctx: RuleContext) -> str:
    """dy/dx = 1 where x > 0, else alpha exp(x) = y + alpha."""
    return _one_or(ctx, ctx.emit("Add", ctx.y(), ctx.const(ctx.attr("alpha", 1.0))))


@elementwise("Selu")
def selu(ctx: RuleContext) -> str:
    """dy/dx = gamma where x > 0, else gamma alpha exp(x) = y + gamma alpha."""
    alpha = ctx.attr("alpha", 1.67326319217681884765625)
    gamma = ctx.attr("gamma", 1.05070102214813232421875)
    falling = ctx.emit("Add", ctx.y(), ctx.const(alpha * gamma))
    positive = ctx.emit("Greater", ctx.x(), ctx.const(0.0))
    return ctx.emit("Where", positive, ctx.const(gamma), falling)


@elementwise("Celu")
def celu(ctx: RuleContext) -> str:
    """dy/dx = 1 where x > 0, else exp(x / alpha) = y / alpha + 1."""
    scaled = ctx.emit("Mul", ctx.y(), ctx.const(1.0 / ctx.attr("alpha", 1.0)))
    return _one_or(ctx, ctx.emit("Add", scaled, ctx.const(1.0)))


@elementwise("ThresholdedRelu")
def thresholded_relu(ctx: RuleContext) -> str:
    """dy/dx = 1 where x > alpha, else 0."""
    return ctx.where("Greater", ctx.x(), ctx.const(ctx.attr("alpha", 1.0)))


@elementwise("Sigmoid")
def sigmoid(ctx: RuleContext) -> str:
    """dy/dx = y (1 - y)."""
    return ctx.emit("Mul", ctx.y(), ctx.emit("Sub", ctx.const(1.0), ctx.y()))


@elementwise("HardSigmoid")
def hard_sigmoid(ctx: RuleContext) -> str:
    """y = min(max(alpha x + beta, 0), 1): dy/dx = alpha where 0 < y < 1, else 0."""
    ramp = _between(ctx, ctx.y(), 0.0, 1.0)
    return ctx.emit("Mul", ramp, ctx.const(ctx.attr("alpha", 0.2)))


@elementwise("HardSwish")
def hard_swish(ctx: RuleContext) -> str:
    """y = x min(max(x/6 + 1/2, 0), 1): dy/dx = the ramp + x/6 where -3 < x < 3."""
    ramp = ctx.emit("HardSigmoid", ctx.x(), alpha=1.0 / 6.0, beta=0.5)
    slope = ctx.emit("Mul", _between(ctx, ctx.x(), -3.0, 3.0), ctx.const(1.0 / 6.0))
    return ctx.emit("Add", ramp, ctx.emit("Mul", ctx.x(), slope))


@elementwise("Tanh")
def tanh(ctx: RuleContext) -> str:
    """dy/dx = 1 - y^2."""
    return ctx.emit("Sub", ctx.const(1.0), ctx.emit("Mul", ctx.y(), ctx.y()))


@elementwise("Softplus")
def softplus(ctx: RuleContext) -> str:
    """y = ln(1 + e^x): dy/dx = sigmoid(x)."""
    return ctx.emit("Sigmoid", ctx.x())


@elementwise("Softsign")
def softsign(ctx: RuleContext) -> str:
    """y = x / (1 + |x|): dy/dx = 1 / (1 + |x|)^2."""
    more = ctx.emit("Add", ctx.const(1.0), ctx.emit("Abs", ctx.x()))
    inverse = ctx.emit("Reciprocal", more)
    return ctx.emit("Mul", inverse, inverse)


@elementwise("Shrink")
def shrink(ctx: RuleContext) -> str:
    """y = x moved towards 0 by the bias where |x| > lambd, else 0: dy/dx = 1 there, else 0."""
    return ctx.where("Greater", ctx.emit("Abs", ctx.x()), ctx.const(ctx.attr("lambd", 0.5)))


@rule("Softmax")
def softmax(ctx: RuleContext, g: str) -> list[str]:
    """dx = y (g - sum(g y))."""
    weighted = ctx.total(ctx.emit("Mul", g, ctx.y()), [ctx.axis(-1, ctx.y())])
    return [ctx.emit("Mul", ctx.y(), ctx.emit("Sub", g, weighted))]


@rule("LogSoftmax")
def log_softmax(ctx: RuleContext, g: str) -> list[str]:
    """dx = g - exp(y) sum(g)."""
    total = ctx.total(g, [ctx.axis(-1, ctx.y())])
    return [ctx.emit("Sub", g, ctx.emit("Mul", ctx.emit("Exp", ctx.y()), total))]


def _one_or(ctx: RuleContext, otherwise: str) -> str:
    """1 where x > 0, else another tensor."""
    positive = ctx.emit("Greater", ctx.x(), ctx.const(0.0))
    return ctx.emit("Where", positive, ctx.const(1.0), otherwise)


def _between(ctx: RuleContext, tensor: str, low: float, high: float) -> str:
    """1 strictly between two bounds, else 0."""
    above = ctx.where("Greater", tensor, ctx.const(low))
    return ctx.emit("Mul", above, ctx.where("Less", tensor, ctx.const(high)))
