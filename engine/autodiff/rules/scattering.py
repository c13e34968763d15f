# ruff: noqa: D403 - formulas keep their letters
"""Gradients of operators that read or write at computed places, element by element or in blocks."""

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.placing import added, counted, size_along
from engine.language import said


@rule("GatherElements")
def gather_elements(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g added at the places read."""
    axis = int(ctx.attr("axis", 0))
    return [added(ctx, "ScatterElements", ctx.emit("Shape", ctx.x()), (ctx.x(1), g), axis=axis)]


@rule("GatherND")
def gather_nd(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g added at the blocks read."""
    batched = int(ctx.attr("batch_dims", 0))
    places = _with_batch_places(ctx, batched) if batched else ctx.x(1)
    return [added(ctx, "ScatterND", ctx.emit("Shape", ctx.x()), (places, g))]


@rule("ScatterElements")
def scatter_elements(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x with the updates written in: dx = g where x stayed, the updates get g from their place.

    Where the updates are added, dx = g.
    """
    axis = int(ctx.attr("axis", 0))
    dx = g
    if _overwrites(ctx) and ctx.needs(0):
        dx = ctx.emit("ScatterElements", g, ctx.x(1), ctx.zeros_like(ctx.x(2)), axis=axis)
    taken = ctx.emit("GatherElements", g, ctx.x(1), axis=axis) if ctx.needs(2) else None
    return [dx, None, taken]


@rule("ScatterND")
def scatter_nd(ctx: RuleContext, g: str) -> list[str | None]:
    """As ScatterElements, in blocks."""
    dx = g
    if _overwrites(ctx) and ctx.needs(0):
        dx = ctx.emit("ScatterND", g, ctx.x(1), ctx.zeros_like(ctx.x(2)))
    return [dx, None, ctx.emit("GatherND", g, ctx.x(1)) if ctx.needs(2) else None]


@rule("MaxUnpool")
def max_unpool(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x at the given places of the flattened output, 0 elsewhere: dx = g from there."""
    if ctx.has(2):
        ctx.refuse(said("its output size is given, which its places are not counted in"))
    flat = ctx.emitter.reshape(g, [-1])
    return [ctx.emit("Gather", flat, ctx.x(1), axis=0)]


def _overwrites(ctx: RuleContext) -> bool:
    """Whether updates replace what was there; sums are the only other way offered."""
    reduction = ctx.attr("reduction", "none")
    if reduction not in ("none", "add"):
        ctx.refuse(said("its updates are combined by {reduction}", reduction=reduction))
    return reduction == "none"


def _with_batch_places(ctx: RuleContext, batched: int) -> str:
    """Places (..., k) with the coordinates of the batch axes written in front: (..., batched + k).

    A scatter has no batch axes, a gather has.
    """
    places = ctx.x(1)
    rank = len(ctx.shape(places))
    shape = ctx.emit("Shape", places)
    column = ctx.emit(
        "Concat", ctx.emitter.slice(shape, [0], [rank - 1], [0]), ctx.ints([1]), axis=0
    )
    columns = []
    for axis in range(batched):
        numbers = counted(ctx, size_along(ctx, places, axis))
        numbers = ctx.emitter.reshape(numbers, [-1 if a == axis else 1 for a in range(rank)])
        columns.append(ctx.emit("Expand", numbers, column))
    return ctx.emit("Concat", *columns, places, axis=-1)
