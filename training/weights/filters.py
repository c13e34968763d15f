"""Pictures of convolution kernels, one pixel per weight."""

import io

import numpy as np
from matplotlib import colormaps
from numpy.typing import NDArray
from PIL import Image

_MOST_FILTERS = 128
_MOST_SIDE = 256  # of the matrix that stands for a 1 x 1 convolution
_WIDE = 16  # filters in a row
_GAP = 1
_LEAST_PX = 640  # of the picture's width, enlarged by whole factors
_SIGNED = colormaps["RdBu_r"]  # white is 0, red positive, blue negative; told apart colour-blind


def draw_filters(kernel: NDArray[np.float32], *, is_depthwise: bool = False) -> tuple[bytes, str]:
    """A PNG of a kernel and how to read it.

    Args:
        kernel: (kh, kw, in, out) float32.
        is_depthwise: its last two axes are inputs and filters per input: every input has its own.
    """
    if is_depthwise:
        kernel = kernel.reshape(*kernel.shape[:2], 1, -1)
    rows, columns, inputs, outputs = kernel.shape
    if rows == columns == 1:
        return _matrix(kernel[0, 0])
    shown = kernel[..., :_MOST_FILTERS]
    few = "" if outputs <= _MOST_FILTERS else f" The first {_MOST_FILTERS} of {outputs} are shown."
    if inputs == 3:
        tiles = [_in_colour(shown[..., k]) for k in range(shown.shape[3])]
        return _png(_laid_out(tiles)), (
            "Filters over the three input channels in colour; grey is 0, each scaled to its "
            "greatest weight." + few
        )
    tiles = [_signed(_strongest(shown[..., k])) for k in range(shown.shape[3])]
    which = "" if inputs == 1 else f" Of {inputs} inputs each shows the one with most weight."
    note = "Red is positive, blue negative, white 0; each scaled to its greatest weight."
    return _png(_laid_out(tiles)), note + which + few


def _matrix(weights: NDArray[np.float32]) -> tuple[bytes, str]:
    """A 1 x 1 convolution has no shape in space: inputs down, filters across."""
    cut = weights[:_MOST_SIDE, :_MOST_SIDE]
    note = "A 1 x 1 convolution: inputs down, filters across; red positive, blue negative."
    if cut.shape != weights.shape:
        note += f" The first {cut.shape[0]} x {cut.shape[1]} of {weights.shape} are shown."
    return _png(_signed(cut)), note


def _strongest(filter_hwc: NDArray[np.float32]) -> NDArray[np.float32]:
    """(kh, kw) the input's part of a filter with the greatest norm."""
    return filter_hwc[..., int(np.argmax((filter_hwc.astype(np.float64) ** 2).sum(axis=(0, 1))))]


def _signed(weights: NDArray[np.float32]) -> NDArray[np.uint8]:
    greatest = float(np.abs(weights).max())
    scaled = weights / (2 * greatest) + 0.5 if greatest > 0 else np.full(weights.shape, 0.5)
    return _SIGNED(scaled, bytes=True)[..., :3]


def _in_colour(weights: NDArray[np.float32]) -> NDArray[np.uint8]:
    greatest = float(np.abs(weights).max())
    scaled = weights / (2 * greatest) + 0.5 if greatest > 0 else np.full(weights.shape, 0.5)
    return (scaled * 255).round().astype(np.uint8)


def _laid_out(tiles: list[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Tiles in rows of `_WIDE` on black."""
    height, width = tiles[0].shape[:2]
    across = min(_WIDE, len(tiles))
    down = -(-len(tiles) // across)
    canvas = np.zeros((down * (height + _GAP) + _GAP, across * (width + _GAP) + _GAP, 3), np.uint8)
    for number, tile in enumerate(tiles):
        top = _GAP + (number // across) * (height + _GAP)
        left = _GAP + (number % across) * (width + _GAP)
        canvas[top : top + height, left : left + width] = tile
    return canvas


def _png(pixels: NDArray[np.uint8]) -> bytes:
    factor = max(1, -(-_LEAST_PX // max(pixels.shape[:2])))
    picture = Image.fromarray(pixels)
    size = (picture.width * factor, picture.height * factor)
    data = io.BytesIO()
    picture.resize(size, Image.Resampling.NEAREST).save(data, format="png", optimize=True)
    return data.getvalue()
