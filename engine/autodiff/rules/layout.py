# ruff: noqa: D403 - formulas keep their letters
"""Gradients of operators that arrange values anew without computing: the adjoint goes back."""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.placing import size_along
from engine.language import said


@rule("Reshape", "Flatten", "Squeeze", "Unsqueeze")
def reshape(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g in the shape of x."""
    return [ctx.like(g, ctx.x(), shaped_as=ctx.y())]


@rule("Identity")
def identity(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g."""
    return [g]


@rule("Dropout")
def dropout(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x at inference: dx = g."""
    if ctx.has(2) and (ctx.value(2) is None or bool(ctx.value(2))):
        ctx.refuse(said("it is in training mode"))
    return [g]


@rule("Cast", "CastLike")
def cast(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x in another precision: dx = g in x's."""
    return [ctx.emit("Cast", g, to=ctx.facts.element_type(ctx.x()))]


@rule("Transpose")
def transpose(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g with the axes put back."""
    perm = ctx.attr("perm") or list(range(len(ctx.shape(ctx.x()))))[::-1]
    return [ctx.emit("Transpose", g, perm=[int(a) for a in np.argsort(perm)])]


@rule("Concat")
def concat(ctx: RuleContext, g: str) -> list[str | None]:
    """Each operand gets its part of g."""
    axis = ctx.axis(0, ctx.y())
    sizes = [ctx.shape(name)[axis] for name in ctx.node.input]
    wanted = [ctx.needs(i) for i in range(len(sizes))]
    if not all(isinstance(size, int) for size in sizes):
        return _parts_of_free_size(ctx, g, axis)
    if all(wanted):
        return list(ctx.emitter.split(g, sizes, axis))
    ends = np.cumsum(sizes)
    return [
        ctx.emitter.slice(g, [int(end) - size], [int(end)], [axis]) if need else None
        for need, size, end in zip(wanted, sizes, ends, strict=True)
    ]


@rule("Split")
def split(ctx: RuleContext, g: list[str | None]) -> list[str | None]:
    """dx = the parts of g side by side; an unused part counts as zero."""
    axis = ctx.axis(0, ctx.x())
    parts = [
        part if part is not None else ctx.zeros_like(name)
        for part, name in zip(g, ctx.node.output, strict=True)
    ]
    return [ctx.emit("Concat", *parts, axis=axis) if len(parts) > 1 else parts[0]]


@rule("Expand")
def expand(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g summed over the axes along which x was repeated."""
    return [ctx.unbroadcast(g, 0)]


@rule("Tile")
def tile(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g summed over the copies: every axis is cut into (copies, size) first."""
    shape, copies = ctx.shape(ctx.x()), ctx.value(1)
    rank = len(shape)
    if copies is not None and all(isinstance(d, int) for d in shape[1:]) and copies[0] == 1:
        cut = [n for size, count in zip(shape[1:], copies[1:], strict=True) for n in (count, size)]
        cut_g = ctx.emitter.reshape(g, [1, -1, *map(int, cut)])
    else:
        columns = [
            ctx.emitter.reshape(name, [-1, 1]) for name in (ctx.x(1), ctx.emit("Shape", ctx.x()))
        ]
        pairs = ctx.emitter.reshape(ctx.emit("Concat", *columns, axis=1), [-1])
        cut_g = ctx.emit("Reshape", g, pairs)
    return [ctx.total(cut_g, list(range(0, 2 * rank, 2)), keepdims=False)]


@rule("DepthToSpace")
def depth_to_space(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = every block of places back among the channels, in the order of the mode."""
    block = int(ctx.attr("blocksize"))
    back = ctx.emit("SpaceToDepth", g, blocksize=block)
    if ctx.attr("mode", "DCR") == "DCR":
        return [back]
    (channels,) = ctx.fixed(ctx.x(), [1])
    order = np.arange(channels).reshape(block * block, -1).T.reshape(-1)
    return [ctx.emit("Gather", back, ctx.ints(order), axis=1)]


@rule("SpaceToDepth")
def space_to_depth(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = the channels back in their blocks of places."""
    return [ctx.emit("DepthToSpace", g, blocksize=int(ctx.attr("blocksize")))]


@rule("Trilu")
def trilu(ctx: RuleContext, g: str) -> list[str | None]:
    """y = one triangle of x: dx = the same triangle of g."""
    diagonal = [ctx.x(1)] if ctx.has(1) else []
    return [ctx.emit("Trilu", g, *diagonal, upper=int(ctx.attr("upper", 1)))]


@rule("ReverseSequence")
def reverse_sequence(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g, each row turned back over the same length."""
    axes = {"batch_axis": ctx.attr("batch_axis", 1), "time_axis": ctx.attr("time_axis", 0)}
    return [ctx.emit("ReverseSequence", g, ctx.x(1), **axes)]


def _parts_of_free_size(ctx: RuleContext, g: str, axis: int) -> list[str | None]:
    """Parts of g in the sizes that the operands have when the model runs."""
    sizes = [size_along(ctx, name, axis) for name in ctx.node.input]
    if len(sizes) == 1:
        return [g]
    counts = ctx.emit("Concat", *sizes, axis=0)
    return list(ctx.emitter.emit("Split", g, counts, outputs=len(sizes), axis=axis))
