# ruff: noqa: D403 - formulas keep their letters
"""Gradients of convolutions, and the transposed windows that poolings share."""

from collections.abc import Sequence

from engine.autodiff.context import RuleContext
from engine.autodiff.registry import rule
from engine.graph.windows import Windows, same_padding


@rule("Conv")
def conv(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x * W + b: dx = g convolved with W turned, db = sum of g over images and places."""
    dx = None
    if ctx.needs(0):
        weight = ctx.x(1)
        dims = ctx.fixed(weight, range(len(ctx.shape(weight))))
        dx = transposed(
            ctx, g, (weight, dims), windows_of(ctx, dims[2:]), int(ctx.attr("group", 1))
        )
    db = None
    if ctx.needs(2):
        rank = len(ctx.shape(ctx.y()))
        db = ctx.total(g, [0, *range(2, rank)], keepdims=False)
    return [dx, None, db]


@rule("ConvTranspose")
def conv_transpose(ctx: RuleContext, g: str) -> list[str | None]:
    """y = x spread by W + b: dx = g convolved with W, db = sum of g over images and places."""
    if ctx.attr("auto_pad", "NOTSET") != "NOTSET" or ctx.attr("output_shape"):
        ctx.refuse("its padding is not given as numbers")
    rank = len(ctx.shape(ctx.y()))
    dx = None
    if ctx.needs(0):
        kept = {k: ctx.attr(k) for k in ("strides", "dilations", "pads") if ctx.attr(k) is not None}
        dx = ctx.emit("Conv", g, ctx.x(1), group=ctx.attr("group", 1), **kept)
        # Windows that start inside the output padding see no input: the surplus places are cut off.
        sizes = ctx.fixed(ctx.x(), range(2, rank))
        dx = ctx.emitter.slice(dx, [0] * len(sizes), sizes, range(2, rank))
    db = ctx.total(g, [0, *range(2, rank)], keepdims=False) if ctx.needs(2) else None
    return [dx, None, db]


def windows_of(ctx: RuleContext, kernel: Sequence[int]) -> Windows:
    """The windows with padding as numbers; refuses where those depend on a free image size."""
    rank = len(kernel)
    strides = tuple(ctx.attr("strides") or [1] * rank)
    dilations = tuple(ctx.attr("dilations") or [1] * rank)
    pads = list(ctx.attr("pads") or [0] * (2 * rank))
    word = ctx.attr("auto_pad", "NOTSET")
    if word == "VALID":
        pads = [0] * (2 * rank)
    elif word in ("SAME_UPPER", "SAME_LOWER"):
        sizes = ctx.fixed(ctx.x(), range(2, 2 + rank))
        both = [
            same_padding(size, (k - 1) * d + 1, s, upper=word == "SAME_UPPER")
            for size, k, d, s in zip(sizes, kernel, dilations, strides, strict=True)
        ]
        pads = [begin for begin, _ in both] + [end for _, end in both]
    return Windows(tuple(kernel), strides, dilations, tuple(pads[:rank]), tuple(pads[rank:]))


def transposed(
    ctx: RuleContext, g: str, kernel: tuple[str, Sequence[int]], windows: Windows, group: int
) -> str:
    """Spread g back over the places its windows came from: a convolution's adjoint.

    Dense windows (stride 1) are written as a convolution with the turned kernel, which runtimes
    have tuned far better than the transposed convolution that general strides need.

    Args:
        ctx: the window node; its input 0 is the data.
        g: (N, M, ...) adjoint of the output.
        kernel: name and dimensions of the (M, C / group, ...) kernel.
        windows: how it slid.
        group: number of channel groups.

    Returns:
        (N, C, ...) adjoint of the data.
    """
    weight, dims = kernel
    full = [r - 1 for r in windows.reach]
    turned = [f - b for f, b in zip(full, windows.begins, strict=True)]
    turned += [f - e for f, e in zip(full, windows.ends, strict=True)]
    if windows.is_dense and min(turned) >= 0 and not ctx.attr("ceil_mode", 0):
        flipped = _turned_kernel(ctx, weight, dims, group)
        return ctx.emit(
            "Conv", g, flipped, pads=turned, dilations=windows.dilations, group=group,
            kernel_shape=windows.kernel,
        )  # fmt: skip
    axes = range(2, 2 + len(windows.kernel))
    ends, extra = windows.closing(ctx.fixed(ctx.x(), axes), ctx.fixed(ctx.y(), axes))
    return ctx.emit(
        "ConvTranspose", g, weight, pads=[*windows.begins, *ends], strides=windows.strides,
        dilations=windows.dilations, output_padding=extra, group=group, kernel_shape=windows.kernel,
    )  # fmt: skip


def _turned_kernel(ctx: RuleContext, weight: str, dims: Sequence[int], group: int) -> str:
    """(M, C/group, ...) kernel -> (C, M/group, ...), turned around; runtimes fold this at load."""
    m, c, *kernel = dims
    emitter, axes = ctx.emitter, list(range(2, 2 + len(kernel)))
    if group == 1:
        weight = ctx.emit("Transpose", weight, perm=[1, 0, *axes])
    elif (m, c) != (group, 1):
        split = emitter.reshape(weight, [group, m // group, c, *kernel])
        swapped = ctx.emit("Transpose", split, perm=[0, 2, 1, *(a + 1 for a in axes)])
        weight = emitter.reshape(swapped, [group * c, m // group, *kernel])
    long_axes = [a for a, k in zip(axes, kernel, strict=True) if k > 1]
    if not long_axes:
        return weight
    count = len(long_axes)
    least = -(2**31)
    return emitter.slice(weight, [-1] * count, [least] * count, long_axes, [-1] * count)
