# ruff: noqa: D403 - formulas keep their letters
"""Spreading an adjoint back over the windows it came from: what convolutions and poolings share.

The adjoint of a window operator is a transposed convolution. Runtimes have tuned the ordinary one
far better, so the transposed one is written only where no ordinary one of about the same size does
the same: dense windows (stride 1) are ordinary windows over g, turned around; strided windows are
dense windows over g with zeros put between its places.
"""

from collections.abc import Sequence

import numpy as np

from engine.autodiff.context import RuleContext
from engine.graph.windows import Windows, same_padding

_FEW_CHANNELS = 4


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
    is_strided = not windows.is_dense
    if is_strided and set(windows.kernel) == {1} and not any((*windows.begins, *windows.ends)):
        mixed = ctx.emit("Conv", g, turned_kernel(ctx, weight, dims, group), group=group)
        return at_strides(ctx, mixed, windows)
    # With zeros in between, dense windows do stride^2 times the work: cheap for one channel each.
    # For an image's few channels, blocked convolutions compute many more that nobody needs.
    is_depthwise = tuple(dims[:2]) == (group, 1)
    is_thin = group == 1 and dims[1] <= _FEW_CHANNELS and _has_fixed_size(ctx)
    if is_depthwise or not (is_strided or is_thin):
        dense = dense_form(ctx, g, windows)
        if dense is not None:
            turned = turned_kernel(ctx, weight, dims, group)
            return ctx.emit(
                "Conv", dense[0], turned, pads=dense[1], dilations=windows.dilations, group=group,
                kernel_shape=windows.kernel,
            )  # fmt: skip
    axes = range(2, 2 + len(windows.kernel))
    ends, extra = windows.closing(ctx.fixed(ctx.x(), axes), ctx.fixed(ctx.y(), axes))
    return ctx.emit(
        "ConvTranspose", g, weight, pads=[*windows.begins, *ends], strides=windows.strides,
        dilations=windows.dilations, output_padding=extra, group=group, kernel_shape=windows.kernel,
    )  # fmt: skip


def at_strides(ctx: RuleContext, g: str, windows: Windows) -> str:
    """g put back where windows of one element, without padding, took their values from."""
    return _cropped(ctx, *_stuffed(ctx, g, windows))


def dense_form(ctx: RuleContext, g: str, windows: Windows) -> tuple[str, list[int]] | None:
    """A tensor and a padding: windows of stride 1 over them, turned around, spread g.

    Returns:
        None where such windows would need a negative padding before the data: the first forward
        windows lay in the padding altogether.
    """
    begins = [r - 1 - b for r, b in zip(windows.reach, windows.begins, strict=True)]
    if min(begins) < 0:
        return None
    if windows.is_dense and not ctx.attr("ceil_mode", 0):
        ends = [r - 1 - e for r, e in zip(windows.reach, windows.ends, strict=True)]
        return None if min(ends) < 0 else (g, begins + ends)
    stuffed, lengths, sizes = _stuffed(ctx, g, windows)
    ends = [n - m + b for n, m, b in zip(sizes, lengths, windows.begins, strict=True)]
    fitting = [m + min(e, 0) for m, e in zip(lengths, ends, strict=True)]
    stuffed = _cropped(ctx, stuffed, lengths, fitting)
    return stuffed, begins + [max(e, 0) for e in ends]


def turned_kernel(ctx: RuleContext, weight: str, dims: Sequence[int], group: int) -> str:
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


def repeated(ctx: RuleContext, g: str, factors: Sequence[int]) -> str:
    """g with every place repeated along the spatial axes, as many times as the factors say."""
    if set(factors) == {1}:
        return g
    scales = ctx.emitter.constant([1.0, 1.0, *factors], np.float32)
    return ctx.emit(
        "Resize", g, "", scales, mode="nearest", nearest_mode="floor",
        coordinate_transformation_mode="asymmetric",
    )  # fmt: skip


def _stuffed(
    ctx: RuleContext, g: str, windows: Windows
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """g with stride - 1 zeros behind every place, its spatial sizes, and those of the data.

    Written as repetition and a comb of ones and zeros, which takes a fraction of the time of a
    padding or scattering in ONNX Runtime.
    """
    axes = range(2, 2 + len(windows.kernel))
    sizes, places = ctx.fixed(ctx.x(), axes), ctx.fixed(ctx.y(), axes)
    lengths = tuple(o * s for o, s in zip(places, windows.strides, strict=True))
    if windows.is_dense:
        return g, lengths, sizes
    comb = np.zeros(lengths)
    comb[tuple(slice(None, None, s) for s in windows.strides)] = 1.0
    spread = repeated(ctx, g, windows.strides)
    return ctx.emit("Mul", spread, ctx.const(comb[None, None])), lengths, sizes


def _has_fixed_size(ctx: RuleContext) -> bool:
    return all(isinstance(d, int) for d in ctx.shape(ctx.x())[2:])


def _cropped(ctx: RuleContext, g: str, lengths: Sequence[int], sizes: Sequence[int]) -> str:
    """g cut at the end of its spatial axes to the given sizes."""
    axes = [a for a, (m, n) in enumerate(zip(lengths, sizes, strict=True), 2) if n < m]
    return ctx.emitter.slice(g, [0] * len(axes), [sizes[a - 2] for a in axes], axes) if axes else g
