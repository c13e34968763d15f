"""A coarse plane brought onto an image's own pixels, exactly, where no axis is turned.

Two products with matrices of two weights per row: half-pixel linear, the rule of ONNX Resize, and
without the fixed-point steps of 1/32 pixel of OpenCV's warps, which are seen once a network's cell
is enlarged to many pixels.
"""

import numpy as np
from numpy.typing import NDArray

from engine.images.geometry import Affine

_SLACK = 1e-9  # of a side: rounding of the affines, not geometry


def enlarged(
    values: NDArray[np.float32], to_image: Affine, image_hw: tuple[int, int], outside: float = 0.0
) -> NDArray[np.float32]:
    """The plane's values at the centres of the image's pixels.

    Args:
        values: (h, w) float32.
        to_image: maps points of the plane to points of the image; neither turned nor sheared.
        image_hw: (height, width) of the image.
        outside: value of pixels that do not lie on the plane.

    Returns:
        (height, width) float32; beyond the centres of the outermost cells their value holds.

    Raises:
        ValueError: the affine turns or shears.
    """
    if to_image.b != 0.0 or to_image.d != 0.0:
        raise ValueError(f"a recipe neither turns nor shears: {to_image}")
    to_plane = to_image.inverse()
    rows, is_row = _weights(to_plane.e, to_plane.f, values.shape[0], image_hw[0])
    columns, is_column = _weights(to_plane.a, to_plane.c, values.shape[1], image_hw[1])
    placed = rows @ values.astype(np.float32) @ columns.T
    placed[~is_row] = outside
    placed[:, ~is_column] = outside
    return placed


def _weights(
    scale: float, shift: float, length: int, count: int
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """(count, length) weights of the cells for each pixel, and (count,) which lie on the plane."""
    at = scale * (np.arange(count) + 0.5) + shift
    is_on = (at >= -_SLACK * length) & (at <= length * (1.0 + _SLACK))
    place = np.clip(at - 0.5, 0.0, length - 1.0)
    low = np.minimum(place.astype(np.int64), max(0, length - 2))
    part = (place - low).astype(np.float32)
    weights = np.zeros((count, length), np.float32)
    pixels = np.arange(count)
    weights[pixels, low] = 1.0 - part
    weights[pixels, np.minimum(low + 1, length - 1)] += part
    return weights, is_on
