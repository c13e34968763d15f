# ruff: noqa: D403 - formulas keep their letters
"""Gradients of operators that move values without computing: the adjoint moves them back."""

from collections.abc import Iterable

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule


@rule("Reshape", "Flatten", "Squeeze", "Unsqueeze")
def reshape(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g in the shape of x."""
    return [ctx.like(g, ctx.x())]


@rule("Identity")
def identity(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g."""
    return [g]


@rule("Dropout")
def dropout(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x at inference: dx = g."""
    if ctx.has(2) and (ctx.value(2) is None or bool(ctx.value(2))):
        ctx.refuse("it is in training mode")
    return [g]


@rule("Cast")
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
    sizes = [ctx.fixed(name, [axis])[0] for name in ctx.node.input]
    wanted = [ctx.needs(i) for i in range(len(sizes))]
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


@rule("Slice")
def slice_(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g at the places taken, 0 elsewhere."""
    starts, ends = (ctx.known(i, "the range") for i in (1, 2))
    axes = ctx.known(3, "the list of axes") if ctx.has(3) else range(len(starts))
    steps = ctx.known(4, "the step") if ctx.has(4) else [1] * len(starts)
    shape = ctx.shape(ctx.x())
    pads = [0] * (2 * len(shape))
    for start, end, axis, step in zip(*map(_ints, (starts, ends, axes, steps)), strict=True):
        axis %= len(shape)
        if shape[axis] == ctx.shape(ctx.y())[axis] and step == 1 and start == 0:
            continue
        (size,) = ctx.fixed(ctx.x(), [axis])
        taken = range(size)[start : _end(end) : step]
        if step == 1:
            pads[axis], pads[axis + len(shape)] = taken.start, size - taken.stop
        else:
            g = _scattered(ctx, g, np.asarray(taken), axis, size)
    return [ctx.emitter.pad(g, pads) if any(pads) else g]


@rule("Gather")
def gather(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g added at the places read."""
    places = ctx.known(1, "the list of places")
    axis = ctx.axis(0, ctx.x())
    (size,) = ctx.fixed(ctx.x(), [axis])
    rank = len(ctx.shape(ctx.x()))
    if places.ndim == 0:
        g = ctx.emitter.axes_op("Unsqueeze", g, [axis])
    elif places.ndim > 1:
        after = ctx.fixed(ctx.x(), range(axis + 1, rank))
        g = ctx.emitter.reshape(g, [*[0] * axis, -1, *after])
    return [_scattered(ctx, g, places.reshape(-1) % size, axis, size)]


@rule("Pad")
def pad(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g without the border; a mirrored or repeated border adds to where it came from."""
    rank = len(ctx.shape(ctx.x()))
    given = [int(p) for p in ctx.known(1, "the padding")]
    axes = [int(a) % rank for a in ctx.known(3, "the list of axes")] if ctx.has(3) else range(rank)
    count = len(given) // 2
    mode = ctx.attr("mode", "constant")
    pads = [0] * (2 * rank)
    for position, axis in enumerate(axes):
        begin, end = given[position], given[position + count]
        if mode == "constant":
            g = _cropped(ctx, g, axis, begin, end)
            pads[axis], pads[axis + rank] = max(-begin, 0), max(-end, 0)
        elif begin or end:
            (size,) = ctx.fixed(ctx.x(), [axis])
            places = np.pad(np.arange(size), (begin, end), mode=_NUMPY_MODES[mode])
            g = _scattered(ctx, g, places, axis, size)
    return [ctx.emitter.pad(g, pads) if any(pads) else g]


_NUMPY_MODES = {"reflect": "reflect", "edge": "edge", "wrap": "wrap"}


@rule("Expand")
def expand(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g summed over the axes along which x was repeated."""
    return [ctx.unbroadcast(g, 0)]


def _cropped(ctx: RuleContext, g: str, axis: int, begin: int, end: int) -> str:
    """g without its first and last places along an axis; counts below 1 take nothing away."""
    if max(begin, end) <= 0:
        return g
    return ctx.emitter.slice(g, [max(begin, 0)], [-end if end > 0 else 2**31 - 1], [axis])


def _scattered(ctx: RuleContext, g: str, places: np.ndarray, axis: int, size: int) -> str:
    """Add the slices of g along an axis to the given ones of `size` zero slices.

    Written as a product with a 0/1 matrix: it adds repeated places exactly, in every precision.
    """
    matrix = np.zeros((len(places), size))
    matrix[np.arange(len(places)), places] = 1.0
    rank = len(ctx.shape(ctx.x()))
    last = rank - 1
    swap = list(range(rank))
    swap[axis], swap[last] = last, axis
    if axis != last:
        g = ctx.emit("Transpose", g, perm=swap)
    g = ctx.emit("MatMul", g, ctx.const(matrix))
    return ctx.emit("Transpose", g, perm=swap) if axis != last else g


def _end(end: int) -> int | None:
    """End of a range; the smallest integers mean past the first element, stepping backwards."""
    return None if end <= -(2**31) + 1 else end


def _ints(values: Iterable[int]) -> list[int]:
    return [int(v) for v in values]
