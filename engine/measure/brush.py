"""A round brush on a mask, and the outline of a mask along its pixels' edges."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.measure.mark import Point

Mask = NDArray[np.bool_]
Box = tuple[int, int, int, int]  # (top, left, bottom, right)


def brush(mask: Mask, points: Sequence[Point], diameter_px: float, *, is_inside: bool) -> Box:
    """Sets the pixels whose centres lie within half a diameter of a line, in place.

    Args:
        mask: (H, W) bool.
        points: the line's corners ``(x, y)`` in image pixels; one point is a dab.
        diameter_px: of the brush, in image pixels; the pixel under a point always counts.
        is_inside: what the pixels become; False erases.

    Returns:
        The box that holds every pixel that was looked at.
    """
    height, width = mask.shape
    radius = max(diameter_px, 1.0) / 2.0
    boxes = []
    for one, two in zip(points, (*points[1:], points[-1]), strict=True):
        (x0, x1), (y0, y1) = sorted((one[0], two[0])), sorted((one[1], two[1]))
        left, right = max(0, math.floor(x0 - radius)), min(width, math.ceil(x1 + radius))
        top, bottom = max(0, math.floor(y0 - radius)), min(height, math.ceil(y1 + radius))
        if right <= left or bottom <= top:
            continue
        near = _distances(one, two, (top, left, bottom, right)) <= radius
        _set_under(near, two, (top, left))
        mask[top:bottom, left:right][near] = is_inside
        boxes.append((top, left, bottom, right))
    if not boxes:
        return 0, 0, 0, 0
    tops, lefts, bottoms, rights = zip(*boxes, strict=True)
    return min(tops), min(lefts), max(bottoms), max(rights)


def outline(mask: Mask) -> NDArray[np.float64]:
    """(N, 4) straight edges ``x0, y0, x1, y1`` between inside and outside, as long as they run."""
    padded = np.pad(mask, 1)
    upright = (padded[:, 1:] != padded[:, :-1])[1:-1].T  # (W + 1, H)
    level = (padded[1:] != padded[:-1])[:, 1:-1]  # (H + 1, W)
    x, y0, y1 = _runs(upright)
    y, x0, x1 = _runs(level)
    edges = [np.stack([x, y0, x, y1], axis=1), np.stack([x0, y, x1, y], axis=1)]
    return np.concatenate(edges).astype(np.float64)


def _runs(marked: Mask) -> tuple[NDArray, NDArray, NDArray]:
    """Row, first and end column of every run of True in each row."""
    steps = np.diff(np.pad(marked, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    return rows, starts, ends


def _distances(one: Point, two: Point, box: Box) -> NDArray[np.float64]:
    """From the pixels' centres in a box to the straight line between two points."""
    top, left, bottom, right = box
    x = np.arange(left, right) + 0.5 - one[0]
    y = (np.arange(top, bottom) + 0.5 - one[1])[:, None]
    dx, dy = two[0] - one[0], two[1] - one[1]
    square = dx * dx + dy * dy
    along = np.clip((x * dx + y * dy) / square, 0.0, 1.0) if square > 0.0 else 0.0
    return np.hypot(x - along * dx, y - along * dy)


def _set_under(near: Mask, point: Point, corner: tuple[int, int]) -> None:
    """The pixel under the point counts, however small the brush."""
    row, column = math.floor(point[1]) - corner[0], math.floor(point[0]) - corner[1]
    if 0 <= row < near.shape[0] and 0 <= column < near.shape[1]:
        near[row, column] = True
