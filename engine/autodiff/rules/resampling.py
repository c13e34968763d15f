# ruff: noqa: D403 - formulas keep their letters
"""Gradient of Resize: the transposed interpolation.

Every mode of Resize is linear in the data and works axis by axis, y = M x along each, so that
dx = M^T g. The matrix M needs no formula of its own: it is what the operator itself, with the same
attributes, makes of an identity matrix. Runtimes compute it once at load where the sizes are fixed.
Enlarging by whole numbers to the nearest neighbour repeats blocks; there dx sums over the blocks.
"""

import numpy as np

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.autodiff.rules.placing import along, counted, size_along
from engine.language import said

_KEPT = (
    "antialias", "coordinate_transformation_mode", "cubic_coeff_a", "exclude_outside", "mode",
    "nearest_mode",
)  # fmt: skip
# Coordinates that look the same from every place, whatever the size of the image is.
_UNIFORM = {
    "half_pixel": lambda i, k: (i + 0.5) / k - 0.5,
    "half_pixel_symmetric": lambda i, k: (i + 0.5) / k - 0.5,
    "pytorch_half_pixel": lambda i, k: (i + 0.5) / k - 0.5,
    "asymmetric": lambda i, k: i / k,
}
_ROUNDING = {
    "round_prefer_floor": lambda x: np.ceil(x - 0.5),
    "round_prefer_ceil": lambda x: np.floor(x + 0.5),
    "floor": np.floor,
    "ceil": np.ceil,
}


@rule("Resize")
def resize(ctx: RuleContext, g: str) -> list[str | None]:
    """y = M x along each resized axis: dx = M^T g along each."""
    if ctx.attr("coordinate_transformation_mode", "half_pixel") == "tf_crop_and_resize":
        ctx.refuse(said("it crops and resizes at once"))
    if ctx.has(3) and ctx.attr("keep_aspect_ratio_policy", "stretch") != "stretch":
        ctx.refuse(said("its sizes keep the aspect ratio"))
    rank = len(ctx.shape(ctx.x()))
    axes = [int(a) % rank for a in ctx.attr("axes") or range(rank)]
    factors = _whole_factors(ctx, axes, rank)
    if factors is not None:
        return [_summed_blocks(ctx, g, factors)]
    for position, axis in enumerate(axes):
        if not _is_kept(ctx, position, axis):
            g = along(ctx, g, _interpolation(ctx, position, axis), axis, rank)
    return [g]


def _is_kept(ctx: RuleContext, position: int, axis: int) -> bool:
    """Whether the model says that the size along an axis stays as it is."""
    scales = ctx.value(2) if ctx.has(2) else None
    if scales is not None and scales.size:
        return float(scales[position]) == 1.0
    before, behind = ctx.shape(ctx.x())[axis], ctx.shape(ctx.y())[axis]
    return before is not None and before == behind


def _interpolation(ctx: RuleContext, position: int, axis: int) -> str:
    """M (size behind, size before) along an axis, from the operator itself."""
    before = size_along(ctx, ctx.x(), axis)
    numbers = counted(ctx, before)
    is_diagonal = ctx.emit(
        "Equal", ctx.emitter.reshape(numbers, [-1, 1]), ctx.emitter.reshape(numbers, [1, -1])
    )
    eye = ctx.emitter.axes_op("Unsqueeze", ctx.number(is_diagonal), [0, 1])
    kept = {name: ctx.attr(name) for name in _KEPT if ctx.attr(name) is not None}
    one = ctx.emitter.constant([1.0], np.float32)
    if ctx.has(2) and not ctx.has(3):
        scale = ctx.emitter.slice(ctx.x(2), [position], [position + 1], [0])
        wanted = ["", ctx.emit("Concat", one, one, scale, one, axis=0)]
    else:
        shape = [ctx.ints([1, 1]), size_along(ctx, ctx.y(), axis), before]
        wanted = ["", "", ctx.emit("Concat", *shape, axis=0)]
    matrix = ctx.emit("Resize", eye, *wanted, **kept)
    return ctx.emitter.axes_op("Squeeze", matrix, [0, 1])


def _whole_factors(ctx: RuleContext, axes: list[int], rank: int) -> list[int] | None:
    """Factors along the spatial axes where y only repeats each place as a block; else None."""
    mode = ctx.attr("coordinate_transformation_mode", "half_pixel")
    rounding = ctx.attr("nearest_mode", "round_prefer_floor")
    if ctx.attr("mode", "nearest") != "nearest" or mode not in _UNIFORM or not 3 <= rank <= 5:
        return None
    factors = [1] * rank
    scales = ctx.value(2)
    for position, axis in enumerate(axes):
        before, behind = ctx.shape(ctx.x())[axis], ctx.shape(ctx.y())[axis]
        if scales is not None and scales.size:
            factor = float(scales[position])
        elif isinstance(before, int) and isinstance(behind, int) and before:
            factor = behind / before
        else:
            factor = 1.0 if _is_kept(ctx, position, axis) else 0.0
        if factor < 1 or factor != int(factor):
            return None
        factors[axis] = int(factor)
        places = np.arange(3 * factors[axis])
        source = _ROUNDING[rounding](_UNIFORM[mode](places, factor))
        if not np.array_equal(np.clip(source, 0, 2), places // factors[axis]):
            return None
    return factors[2:] if factors[:2] == [1, 1] else None


def _summed_blocks(ctx: RuleContext, g: str, factors: list[int]) -> str:
    """g summed over blocks of places: their mean, times the places of a block."""
    if np.prod(factors) == 1:
        return g
    mean = ctx.emit("AveragePool", g, kernel_shape=factors, strides=factors)
    return ctx.emit("Mul", mean, ctx.const(float(np.prod(factors))))
