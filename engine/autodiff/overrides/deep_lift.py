# ruff: noqa: D403 - formulas keep their letters
r"""DeepLIFT's rescale rule: slopes between two activations instead of gradients at one.

The network runs on a batch of images followed by as many baselines (`halves`). At every nonlinear
function the multiplier is the slope of the secant, :math:`m = (y - y_0) / (x - x_0)`, and the
chain of multipliers from the score to a tensor times that tensor's difference from its baseline
adds up exactly to the difference of the scores (summation to delta), if all ways from the image to
the score pass the tensor. Where x and x0 are closer than `CLOSE` units of the last place of 1 the
gradient takes the place of the slope.

How each kind of operator is taken:

* linear ones keep their gradient;
* functions of single elements get the secant's slope, quantisers that of the line through their
  stairs, so that sums through quantised networks hold up to rounding;
* a maximum (MaxPool, ReduceMax) is taken as two steps, from y0 up to max(y, y0) at the place where
  x is largest and from there to y at the place where x0 is, as SHAP and Captum do (which lose
  shares where windows overlap; here all of them add up);
* a product of two tensors that follow the image (gates, x sigmoid(x)) is split evenly,
  da = g (b + b0) / 2, db = g (a + a0) / 2, which is exact: ab - a0 b0 = da (a - a0) + db (b - b0);
* all others (softmax, normalisations by statistics of the image itself, matrix products of two
  activations ...) have no agreed rule and are refused by name.

Seeds, like inputs, have 2 N rows, the same for an image and for its baseline; the multipliers of
the images are the first N rows of what comes out.

References:
    Shrikumar, Greenside, Kundaje, Learning Important Features Through Propagating Activation
    Differences, 2017, arXiv:1704.02685 (equations 2, 3, 10).
    Lundberg, Lee, A Unified Approach to Interpreting Model Predictions, 2017 (DeepSHAP: maxima).
"""

from collections.abc import Mapping
from typing import NoReturn

import numpy as np
from onnx import NodeProto

from engine.autodiff.context import RuleContext, node_name
from engine.autodiff.overrides.halves import both, check_halves, halves, values_read
from engine.autodiff.overrides.override import ELEMENTWISE, Applied, Override, Path
from engine.autodiff.registry import Rule
from engine.autodiff.rules import RULES
from engine.autodiff.rules.quantization import along_axis
from engine.errors import RequestError, UnsupportedOperator
from engine.graph.facts import GraphFacts
from engine.language import said

# In units of machine epsilon: 1e-6 in single precision, as SHAP has it.
CLOSE = 8

# Linear in all the tensors that follow the image, together.
JOINS = frozenset({"Add", "Concat", "Identity", "Mean", "Sub", "Sum", "Where"})
# Linear in one tensor, the others being stored numbers.
LINEAR = frozenset(
    {
        "AveragePool", "BatchNormalization", "Cast", "CastLike", "Conv", "ConvTranspose", "CumSum",
        "DepthToSpace", "DequantizeLinear", "Dropout", "Einsum", "Expand", "Flatten", "Gather",
        "GatherElements", "GatherND", "Gemm", "GlobalAveragePool", "MatMul", "Neg", "Pad",
        "ReduceMean", "ReduceSum", "Reshape", "Resize", "Slice", "SpaceToDepth", "Split",
        "Squeeze", "Tile", "Transpose", "Trilu", "Unsqueeze", "Upsample",
    }
)  # fmt: skip
MAXIMA = frozenset({"GlobalMaxPool", "MaxPool", "ReduceMax", "ReduceMin"})
PRODUCTS = frozenset({"Div", "Mul"})
# No agreed rule; an operator in none of the tables is refused just so.
REFUSED = {
    "Attention": said("attention multiplies activations with activations under a softmax"),
    "GroupNormalization": said("its statistics follow the image"),
    "InstanceNormalization": said("its statistics follow the image"),
    "LRN": said("it divides every place by its neighbours"),
    "LayerNormalization": said("its statistics follow the image"),
    "LogSoftmax": said("every output depends on all inputs"),
    "LpNormalization": said("its norm follows the image"),
    "LpPool": said("a norm mixes its inputs"),
    "GlobalLpPool": said("a norm mixes its inputs"),
    "MeanVarianceNormalization": said("its statistics follow the image"),
    "RMSNormalization": said("its statistics follow the image"),
    "ReduceL1": said("a norm mixes its inputs"),
    "ReduceL2": said("a norm mixes its inputs"),
    "ReduceLogSum": said("a logarithm mixes its inputs"),
    "ReduceLogSumExp": said("a softmax mixes its inputs"),
    "ReduceProd": said("a product mixes its inputs"),
    "ReduceSumSquare": said("a norm mixes its inputs"),
    "Softmax": said("every output depends on all inputs"),
}
NOT_LISTED = said("DeepLIFT defines none for it")


def rescale(ctx: RuleContext, g: str) -> list[str | None]:
    """y = f(x): dx = g (y - y0) / (x - x0); g f'(x) where the two x are close."""
    return _by_secant(ctx, g, ctx.y())


def staircase(ctx: RuleContext, g: str) -> list[str | None]:
    """QuantizeLinear: the secant of the line through the stairs, flat where their range ends.

    Not the secant of the stairs: across a single step it is as steep as x and x0 are close.
    """
    scale, zero = (along_axis(ctx, i) for i in (1, 2))
    line = ctx.emit("Div", ctx.x(), scale)
    if zero:
        line = ctx.emit("Add", line, ctx.emit("Cast", zero, to=ctx.facts.element_type(ctx.x())))
    limits = np.iinfo(ctx.facts.dtype(ctx.y()))
    ends = (ctx.const(limits.min), ctx.const(limits.max))
    return _by_secant(ctx, g, ctx.emit("Clip", line, *ends))


def _by_secant(ctx: RuleContext, g: str, value: str) -> list[str | None]:
    """g (y - y0) / (x - x0) for the values y of a function, its gradient where x is close to x0."""
    (i,) = (i for i in range(len(ctx.node.input)) if ctx.needs(i))
    run, rise = (ctx.emit("Sub", *halves(ctx, tensor)) for tensor in (ctx.x(i), value))
    is_far = _is_far(ctx, run)
    slope = ctx.emit("Div", rise, ctx.emit("Where", is_far, run, ctx.const(1.0)))
    secant = ctx.emit("Mul", g, both(ctx, slope))
    adjoints = list(RULES[ctx.node.op_type](ctx, g))
    adjoints[i] = ctx.emit("Where", both(ctx, is_far), secant, adjoints[i])
    return adjoints


def maximum(ctx: RuleContext, g: str) -> list[str | None]:
    """y = max x: g (max(y, y0) - y0) where x is largest, g (y - max(y, y0)) where x0 is.

    Both divided by x - x0. Where y > y0 the first place has x - x0 >= y - y0 > 0; else the second.
    A minimum is the same with min in place of max.
    """
    y, y0 = halves(ctx, ctx.y())
    widest = ctx.emit("Min" if ctx.node.op_type == "ReduceMin" else "Max", y, y0)
    steps = ctx.emit(
        "Concat", ctx.emit("Sub", widest, y0), ctx.emit("Sub", y, widest), axis=0
    )  # fmt: skip
    adjoints = list(RULES[ctx.node.op_type](ctx, ctx.emit("Mul", g, steps)))
    rise = ctx.emit("Add", *halves(ctx, adjoints[0]))
    run = ctx.emit("Sub", *halves(ctx, ctx.x()))
    is_far = _is_far(ctx, run)
    slope = ctx.emit("Div", rise, ctx.emit("Where", is_far, run, ctx.const(1.0)))
    adjoints[0] = both(ctx, ctx.emit("Where", is_far, slope, ctx.const(0.0)))
    return adjoints


def product(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a b: da = g (b + b0) / 2, db = g (a + a0) / 2; a stored factor is its own mean."""
    factors = [_mean_of_halves(ctx, ctx.x(i)) if ctx.needs(1 - i) else None for i in (0, 1)]
    return [
        ctx.unbroadcast(ctx.emit("Mul", g, factors[1 - i]), i) if ctx.needs(i) else None
        for i in (0, 1)
    ]


def quotient(ctx: RuleContext, g: str) -> list[str | None]:
    """y = a / b with one of the two stored: linear in a, a function of single elements of b."""
    return list((rescale if ctx.needs(1) else RULES["Div"])(ctx, g))


def apply(path: Path) -> Applied:
    """Look at every node of the way. Raises where one has no rule, or mixes images."""
    varying = _varying(path.facts, path.facts.input_names)
    lost = _varying(path.facts, path.wrt) - path.active
    for node in path.nodes:
        _check_node(path.facts, node, varying, lost)
    check_halves(path.facts, path.nodes, varying)
    for name in path.wrt:
        if name not in varying:
            raise RequestError(
                said("'{name}' is the same for an image and its baseline.", name=name),
                hint=said("DeepLIFT explains the image or a layer, not stored numbers."),
            )
    count = sum(_is_changed(node, varying) for node in path.nodes)
    note = said(
        "DeepLIFT rescale multipliers: rows 0..N-1 are images, rows N..2N-1 their baselines"
    )
    if count == 0:
        note += said("; the way is linear, so they equal the gradient")
    quantisers = sum(node.op_type == "QuantizeLinear" for node in path.nodes)
    if quantisers:
        note += said(
            "; sums hold only up to the rounding of {quantisers} quantisers", quantisers=quantisers
        )
    return Applied(count, (note,))


def _check_node(
    facts: GraphFacts, node: NodeProto, varying: frozenset[str], lost: frozenset[str]
) -> None:
    """Refuse a node that has no rule, or not with these inputs following the image."""
    values = values_read(node)
    followers = [i for i, name in enumerate(node.input) if name in varying & values]
    op = node.op_type
    if op not in JOINS | LINEAR | MAXIMA | PRODUCTS | ELEMENTWISE:
        _refuse(node, REFUSED.get(op, NOT_LISTED))
    if not lost.isdisjoint(values):
        _refuse(node, said("one of its inputs follows the image in steps, without a gradient"))
    if op not in JOINS and op != "Mul" and len(followers) > 1:
        _refuse(node, said("two of its inputs follow the image"))
    if op == "Where" and 0 in followers:
        _refuse(node, said("its condition follows the image"))
    if op in ELEMENTWISE or (op == "Div" and followers == [1]):
        shapes = [facts.shape(name) for name in (node.input[followers[0]], node.output[0])]
        if None in shapes or shapes[0][1:] != shapes[1][1:]:
            _refuse(node, said("it repeats its input along an axis"))


def _refuse(node: NodeProto, reason: str) -> NoReturn:
    raise UnsupportedOperator(
        said(
            "DeepLIFT has no rule for operator {op_type} (node '{node_name}'): {reason}.",
            op_type=node.op_type,
            node_name=node_name(node),
            reason=reason,
        ),
        hint=said("Explain a later layer, or use the plain gradient or integrated gradients."),
        details={"operator": node.op_type, "node": node_name(node), "reason": reason},
    )


def _is_changed(node: NodeProto, varying: frozenset[str]) -> bool:
    """Whether a node is differentiated by another rule than the true one."""
    followers = [name in varying for name in node.input]
    if node.op_type in PRODUCTS:
        return followers[1] if node.op_type == "Div" else all(followers)
    return node.op_type in ELEMENTWISE | MAXIMA


def _varying(facts: GraphFacts, sources: tuple[str, ...]) -> frozenset[str]:
    """Tensors whose values, and not only shapes, follow the given ones."""
    seen = set(sources)
    for node in facts.nodes:
        if node.op_type not in ("Shape", "Size") and not seen.isdisjoint(values_read(node)):
            seen.update(name for name in node.output if name)
    return frozenset(seen)


def _mean_of_halves(ctx: RuleContext, tensor: str) -> str:
    """(x + x0) / 2 for images and for baselines; stored numbers as they are."""
    if tensor not in _varying(ctx.facts, ctx.facts.input_names):
        return tensor
    mean = ctx.emit("Mul", ctx.emit("Add", *halves(ctx, tensor)), ctx.const(0.5))
    return both(ctx, mean)


def _is_far(ctx: RuleContext, run: str) -> str:
    """Where a difference is large enough to divide by."""
    least = CLOSE * float(np.finfo(ctx.dtype).eps)
    return ctx.emit("Greater", ctx.emit("Abs", run), ctx.const(least))


_TABLE: Mapping[str, Rule] = (
    dict.fromkeys(ELEMENTWISE & set(RULES), rescale)
    | dict.fromkeys(MAXIMA & set(RULES), maximum)
    | {"Mul": product, "Div": quotient, "QuantizeLinear": staircase}
)
DEEP_LIFT = Override("deep-lift", said("Shrikumar et al. 2017, arXiv:1704.02685"), _TABLE, apply)
