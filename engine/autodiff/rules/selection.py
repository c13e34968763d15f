# ruff: noqa: D403 - formulas keep their letters
"""Gradients of operators that take or repeat whole slices along an axis.

Places that are fixed numbers become the cheapest form there is: padding for a run, a permutation, a
grid of zeros for every n-th place, else a product with a 0/1 matrix, which adds repeated places
exactly in every precision. Places known only when the model runs are written by a scatter.
"""

from collections.abc import Sequence

import numpy as np
from onnx import TensorProto

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.placing import added, along, counted, size_along
from engine.graph.facts import Shape
from engine.graph.folding import taken_by_slice
from engine.language import said

_LARGEST_MATRIX = 2**20  # elements


@rule("Slice")
def slice_(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g at the places taken, 0 elsewhere."""
    shape, now = ctx.shape(ctx.x()), list(ctx.shape(ctx.y()))
    starts, ends, steps = (ctx.value(i) for i in (1, 2, 4))
    axes = ctx.known(3, said("the list of axes")) if ctx.has(3) else range(ctx.shape(ctx.x(1))[0])
    for i, axis in enumerate(int(a) % len(shape) for a in axes):
        step = 1 if not ctx.has(4) else (None if steps is None else int(steps[i]))
        is_fixed = isinstance(shape[axis], int) and starts is not None and ends is not None
        if starts is not None and ends is not None and _takes_all(starts[i], ends[i], step):
            continue
        if is_fixed and step is not None:
            taken = taken_by_slice(shape[axis], int(starts[i]), int(ends[i]), step)
            g = _put_back(ctx, g, np.asarray(taken, np.int64), axis, now)
        else:
            g = _added_along(ctx, g, _taken_when_run(ctx, i, axis), axis)
        now[axis] = shape[axis]
    return [g]


@rule("Gather")
def gather(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g added at the places read."""
    places, axis = ctx.value(1), ctx.axis(0, ctx.x())
    shape, depth = ctx.shape(ctx.x()), len(ctx.shape(ctx.x(1)))
    if depth == 0:
        g = ctx.emitter.axes_op("Unsqueeze", g, [axis])
    elif depth > 1:
        g = _joined(ctx, g, axis)
    if places is not None and isinstance(shape[axis], int):
        return [_put_back(ctx, g, places.reshape(-1) % shape[axis], axis, shape)]
    flat = ctx.emitter.reshape(ctx.x(1), [-1])
    return [_added_along(ctx, g, ctx.emit("Cast", flat, to=TensorProto.INT64), axis)]


@rule("Compress")
def compress(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g at the places that the condition kept, 0 elsewhere."""
    kept = ctx.emitter.reshape(ctx.emit("NonZero", ctx.x(1)), [-1])
    if ctx.attr("axis") is not None:
        return [_added_along(ctx, g, kept, ctx.axis(0, ctx.x()))]
    size = ctx.emitter.reshape(ctx.emit("Size", ctx.x()), [1])
    return [ctx.like(added(ctx, "ScatterElements", size, (kept, g), axis=0), ctx.x())]


@rule("Pad")
def pad(ctx: RuleContext, g: str) -> list[str | None]:
    """dx = g without the border; a mirrored or repeated border adds to where it came from.

    The fill value gets the sum of g over the border.
    """
    rank = len(ctx.shape(ctx.x()))
    mode, given = ctx.attr("mode", "constant"), ctx.value(1)
    fill = _border_total(ctx, g) if mode == "constant" and ctx.needs(2) else None
    if given is None:
        if mode != "constant":
            ctx.refuse(said("its border is computed when the model runs"))
        axes = ["", ctx.x(3)] if ctx.has(3) else []
        return [ctx.emit("Pad", g, ctx.emit("Neg", ctx.x(1)), *axes), None, fill]
    axes = (
        [int(a) % rank for a in ctx.known(3, said("the list of axes"))]
        if ctx.has(3)
        else range(rank)
    )
    count = len(given) // 2
    pads = [0] * (2 * rank)
    for position, axis in enumerate(axes):
        begin, end = int(given[position]), int(given[position + count])
        if mode == "constant":
            g = _cropped(ctx, g, axis, begin, end)
            pads[axis], pads[axis + rank] = max(-begin, 0), max(-end, 0)
        elif begin or end:
            g = _border_returned(ctx, g, (begin, end), axis)
    return [ctx.emitter.pad(g, pads) if any(pads) else g, None, fill]


def _takes_all(start: int, end: int, step: int | None) -> bool:
    """Whether a range is the whole axis, however long it is."""
    return step == 1 and start == 0 and end >= 2**31 - 1


def _taken_when_run(ctx: RuleContext, i: int, axis: int) -> str:
    """Places taken along an axis by entry i of a Slice: that range of 0, 1, 2, ..."""
    bounds = [ctx.emitter.slice(ctx.x(j), [i], [i + 1], [0]) for j in (1, 2)]
    step = [ctx.emitter.slice(ctx.x(4), [i], [i + 1], [0])] if ctx.has(4) else []
    kind = TensorProto.INT64
    bounds, step = ([ctx.emit("Cast", b, to=kind) for b in part] for part in (bounds, step))
    return ctx.emit("Slice", _numbered(ctx, axis), *bounds, ctx.ints([0]), *step)


def _numbered(ctx: RuleContext, axis: int) -> str:
    """The numbers 0, 1, 2, ... of the places of x along an axis."""
    return counted(ctx, size_along(ctx, ctx.x(), axis))


def _joined(ctx: RuleContext, g: str, axis: int) -> str:
    """g with the axes of a table of places made one."""
    after = ctx.shape(ctx.x())[axis + 1 :]
    if all(isinstance(d, int) for d in after):
        return ctx.emitter.reshape(g, [*[0] * axis, -1, *after])
    end = ctx.emitter.slice(ctx.emit("Shape", ctx.x()), [axis + 1], [2**31 - 1], [0])
    return ctx.emit("Reshape", g, ctx.emit("Concat", ctx.ints([*[0] * axis, -1]), end, axis=0))


def _border_total(ctx: RuleContext, g: str) -> str:
    """Sum of g over the constant border of a Pad."""
    axes = [ctx.x(3)] if ctx.has(3) else []
    border = ctx.emit("Pad", ctx.zeros_like(ctx.x()), ctx.x(1), ctx.const(1.0), *axes)
    rank = len(ctx.shape(ctx.x()))
    total = ctx.total(ctx.emit("Mul", g, border), list(range(rank)), keepdims=False)
    return ctx.like(total, ctx.x(2))


def _border_returned(ctx: RuleContext, g: str, widths: tuple[int, int], axis: int) -> str:
    """g along an axis, its border added to the places it was copied from; counts below 0 crop."""
    mode = ctx.attr("mode")
    size = ctx.shape(ctx.x())[axis]
    if min(widths) < 0:
        ctx.refuse(said("its border is mirrored or repeated and cropped at once"))
    if isinstance(size, int):
        places = np.pad(np.arange(size), widths, mode=mode)
        return _put_back(ctx, g, places, axis, ctx.shape(ctx.x()))
    places = ctx.emit("Pad", _numbered(ctx, axis), ctx.ints(list(widths)), mode=mode)
    return _added_along(ctx, g, places, axis)


def _cropped(ctx: RuleContext, g: str, axis: int, begin: int, end: int) -> str:
    """g without its first and last places along an axis; counts below 1 take nothing away."""
    if max(begin, end) <= 0:
        return g
    return ctx.emitter.slice(g, [max(begin, 0)], [-end if end > 0 else 2**31 - 1], [axis])


def _put_back(ctx: RuleContext, g: str, places: np.ndarray, axis: int, sizes: Shape) -> str:
    """Add the slices of g along an axis to the given ones of an axis of zeros as long as x's.

    Args:
        ctx: the node.
        g: adjoint.
        places: (count,) place of each slice, from 0.
        axis: from the front.
        sizes: of g along the axes behind that one, if all of them were listed.
    """
    (size,) = ctx.fixed(ctx.x(), [axis])
    rank, count = len(ctx.shape(ctx.x())), len(places)
    steps = np.diff(places)
    if np.array_equal(places, np.arange(size)):
        return g
    if count and np.all(steps == 1):
        pads = [0] * (2 * rank)
        pads[axis], pads[axis + rank] = int(places[0]), size - int(places[-1]) - 1
        return ctx.emitter.pad(g, pads)
    if np.array_equal(np.sort(places), np.arange(size)):
        return ctx.emit("Gather", g, ctx.ints(np.argsort(places)), axis=axis)
    behind = [d if isinstance(d, int) else -1 for d in sizes[axis + 1 :]]
    if count > 1 and steps[0] > 1 and np.all(steps == steps[0]) and behind.count(-1) <= 1:
        return _spaced(ctx, g, places, axis, behind)
    if count * size > _LARGEST_MATRIX:
        return _added_along(ctx, g, ctx.ints(places), axis)
    matrix = np.zeros((count, size))
    matrix[np.arange(count), places] = 1.0
    return along(ctx, g, ctx.const(matrix), axis, rank)


def _spaced(ctx: RuleContext, g: str, places: np.ndarray, axis: int, behind: Sequence[int]) -> str:
    """Slices of g at every n-th place, zeros between, before and behind them.

    A new axis behind this one is padded to the step and the two are made one.
    """
    (size,) = ctx.fixed(ctx.x(), [axis])
    rank, first, step = len(ctx.shape(ctx.x())), int(places[0]), int(places[1] - places[0])
    zeros = [0] * (2 * rank + 2)
    zeros[rank + axis + 2] = step - 1
    stuffed = ctx.emitter.pad(ctx.emitter.axes_op("Unsqueeze", g, [axis + 1]), zeros)
    stuffed = ctx.emitter.reshape(stuffed, [*[0] * axis, len(places) * step, *behind])
    rest = size - first - len(places) * step
    stuffed = _cropped(ctx, stuffed, axis, 0, -rest)
    pads = [0] * (2 * rank)
    pads[axis], pads[axis + rank] = first, max(rest, 0)
    return ctx.emitter.pad(stuffed, pads) if any(pads) else stuffed


def _added_along(ctx: RuleContext, g: str, places: str, axis: int) -> str:
    """As `_put_back`, for places in a tensor of integers (count,), negative ones counted back."""
    rank = len(ctx.shape(ctx.x()))
    column = ctx.emitter.reshape(places, [-1 if a == axis else 1 for a in range(rank)])
    shape = ctx.emit("Shape", g)
    everywhere = ctx.emit("Expand", column, shape)
    sizes = [
        ctx.emitter.slice(shape, [0], [axis], [0]),
        size_along(ctx, ctx.x(), axis),
        ctx.emitter.slice(shape, [axis + 1], [rank], [0]),
    ]
    wanted = ctx.emit("Concat", *sizes, axis=0)
    return added(ctx, "ScatterElements", wanted, (everywhere, g), axis=axis)
