"""The last step of every reader: decoded numbers become the frames of a `Radiograph`."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import UnsafeImage
from engine.language import said

# Grey films saved as colour JPEG come back with channels that differ by rounding only.
GREY_TOLERANCE = 3


@dataclass(frozen=True)
class Frames:
    """Frames as a `Radiograph` keeps them.

    Attributes:
        grey: (F, H, W) uint16, C-contiguous, read-only.
        colour: (F, H, W, 3) uint8, or None when the image is grey.
        bits_stored: bits that carry information in `grey`.
    """

    grey: NDArray[np.uint16]
    colour: NDArray[np.uint8] | None
    bits_stored: int


def grey_frames(stored: NDArray[np.generic], bits_stored: int) -> Frames:
    """Grey frames from stored values.

    Args:
        stored: (F, H, W) of 8 or 16 bits; signed values get 32768 added.
        bits_stored: 1..16.

    Raises:
        UnsafeImage: another data type.
    """
    if stored.ndim != 3 or stored.dtype.kind not in "ui" or stored.dtype.itemsize > 2:
        raise UnsafeImage(
            said("The decoder gave {ndim} axes of {dtype}.", ndim=stored.ndim, dtype=stored.dtype)
        )
    if stored.dtype.kind == "i":
        # Flipping the sign bit of a 16-bit two's complement number adds 32768.
        pixels = stored.astype(np.int16, copy=False).view(np.uint16) ^ np.uint16(0x8000)
    else:
        pixels = stored.astype(np.uint16, copy=False)
    return Frames(_frozen(pixels), None, bits_stored)


def colour_frames(rgb: NDArray[np.generic], bits_stored: int) -> Frames:
    """Frames from RGB; grey in disguise becomes grey and keeps all its bits.

    Args:
        rgb: (F, H, W, 3) uint8 or uint16.
        bits_stored: bits per sample, 1..16.

    Raises:
        UnsafeImage: another data type.
    """
    if rgb.ndim != 4 or rgb.dtype not in (np.uint8, np.uint16):
        raise UnsafeImage(
            said(
                "The decoder gave colour as {ndim} axes of {dtype}.", ndim=rgb.ndim, dtype=rgb.dtype
            )
        )
    spread = _channel_spread(rgb)
    if spread == 0:
        return grey_frames(np.ascontiguousarray(rgb[..., 0]), bits_stored)
    if rgb.dtype == np.uint16:
        rgb = np.right_shift(rgb, max(bits_stored - 8, 0)).astype(np.uint8)
    luma = _luma(rgb)
    if spread <= GREY_TOLERANCE << max(bits_stored - 8, 0):
        return grey_frames(luma, 8)
    return Frames(_frozen(luma.astype(np.uint16)), _frozen(rgb), 8)


def _channel_spread(rgb: NDArray[np.generic]) -> int:
    """Largest difference between two channels of one pixel."""
    spread = 0
    for frame in rgb:
        red, green, blue = (frame[..., channel] for channel in range(3))
        for one, two in ((red, green), (green, blue), (red, blue)):
            spread = max(spread, int(np.max(np.maximum(one, two) - np.minimum(one, two))))
    return spread


def _luma(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """ITU-R BT.601 luma, (F, H, W) uint8."""
    return np.stack([np.asarray(Image.fromarray(frame).convert("L")) for frame in rgb])


def _frozen(array: NDArray[np.generic]) -> NDArray[np.generic]:
    array = np.ascontiguousarray(array)
    array.setflags(write=False)
    return array
