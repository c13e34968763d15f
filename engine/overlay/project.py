"""Brings a map to another pixel grid, exactly, through the affines that the map carries.

Half-pixel bilinear, the rule of ONNX Resize (``linear``, ``half_pixel``): beyond the centres
of the outermost cells the outermost value holds. What the network never saw (cut off by a centre
crop) has no value: NaN, not zero.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import Affine, resize_affine

# Colours must not change with the zoom, so scales are taken on one grid of the whole image, at most
# this large.
SCALE_GRID_PX = 1024


def project(
    explanation: Explanation, target_hw: tuple[int, int], image_to_target: Affine
) -> NDArray[np.float32]:
    """The map's values at the pixel centres of a target grid.

    Args:
        explanation: the map and its way to the original image.
        target_hw: (height, width) of the target grid.
        image_to_target: maps points of the original image to points of the target grid.

    Returns:
        (height, width) float32, signed, in the map's own unit; NaN where the network saw nothing.
    """
    return project_values(explanation.map, explanation.to_image.then(image_to_target), target_hw)


def project_values(
    values: NDArray[np.float32], map_to_target: Affine, target_hw: tuple[int, int]
) -> NDArray[np.float32]:
    """The values of any (h, w) map at the pixel centres of a target grid; as `project`.

    Args:
        values: (h, w) float32.
        map_to_target: maps points of the map to points of the target grid.
        target_hw: (height, width) of the target grid.
    """
    height, width = values.shape
    placed = cv2.warpAffine(
        np.ascontiguousarray(values),
        map_to_target.for_cv2(),
        (target_hw[1], target_hw[0]),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    inside = _inside(map_to_target.inverse(), target_hw, (height, width))
    if not inside.all():
        placed[~inside] = np.nan
    return placed


def project_image(explanation: Explanation, image_hw: tuple[int, int]) -> NDArray[np.float32]:
    """The map over the whole original image, on the grid that scales are taken from.

    Returns:
        (h, w) float32 with the image's aspect ratio and a long side of at most `SCALE_GRID_PX`.
    """
    factor = min(1.0, SCALE_GRID_PX / max(image_hw))
    grid_hw = (max(1, round(image_hw[0] * factor)), max(1, round(image_hw[1] * factor)))
    return project(explanation, grid_hw, resize_affine(image_hw, grid_hw))


def value_at(explanation: Explanation, x: float, y: float) -> float | None:
    """The map's value at one point of the original image; None where the network saw nothing."""
    value = float(project(explanation, (1, 1), Affine.shift(0.5 - x, 0.5 - y))[0, 0])
    return None if np.isnan(value) else value


def _inside(
    target_to_map: Affine, target_hw: tuple[int, int], map_hw: tuple[int, int]
) -> NDArray[np.bool_]:
    """(H, W) bool: which target pixel centres lie on the map."""
    x = np.arange(target_hw[1]) + 0.5
    y = (np.arange(target_hw[0]) + 0.5)[:, None]
    at = target_to_map
    if at.b == 0.0 and at.d == 0.0:  # every recipe; two vectors instead of two pictures
        across, down = at.a * x + at.c, at.e * y + at.f
    else:
        across, down = at.a * x + at.b * y + at.c, at.d * x + at.e * y + at.f
    return _within(across, map_hw[1]) & _within(down, map_hw[0])


def _within(at: NDArray[np.float64], length: int) -> NDArray[np.bool_]:
    slack = 1e-9 * length  # rounding of the affines, not geometry
    return (at >= -slack) & (at <= length + slack)
