"""Which pixels a region holds: those whose *centre* lies inside (half open, none counted twice)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.measure.mark import ELLIPSE, RECTANGLE, Point


@dataclass(frozen=True)
class Covered:
    """The pixels of a region.

    Attributes:
        top: row of the mask's first row in the image.
        left: column of the mask's first column in the image.
        mask: (h, w) uint8, 255 inside; (0, 0) where no pixel is inside.
    """

    top: int
    left: int
    mask: NDArray[np.uint8]


def box_pixels(points: tuple[Point, ...]) -> float:
    """Number of pixels of the box around a region; tells what counting them will cost."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def covered(kind: str, points: tuple[Point, ...], image_hw: tuple[int, int]) -> Covered:
    """The pixels of an ellipse, rectangle or polygon (even-odd rule) that lie in the image."""
    height, width = image_hw
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    top, bottom = max(0, _first(min(ys))), min(height, _first(max(ys)))
    left, right = max(0, _first(min(xs))), min(width, _first(max(xs)))
    if bottom <= top or right <= left:
        return Covered(0, 0, np.zeros((0, 0), dtype=np.uint8))
    mask = np.zeros((bottom - top, right - left), dtype=np.uint8)
    for row in range(top, bottom):
        for start, stop in _spans(kind, points, row + 0.5):
            first, last = max(left, _first(start)), min(right, _first(stop))
            mask[row - top, first - left : max(first, last) - left] = 255
    return Covered(top, left, mask)


def _first(edge: float) -> int:
    """The first pixel whose centre is at or behind `edge`."""
    return math.ceil(edge - 0.5)


def _spans(kind: str, points: tuple[Point, ...], y: float) -> Iterator[tuple[float, float]]:
    """Where the horizontal line at `y` runs inside."""
    if kind in (ELLIPSE, RECTANGLE):
        (x0, y0), (x1, y1) = points
        low, high = min(x0, x1), max(x0, x1)
        if kind == RECTANGLE:
            yield low, high
            return
        share = (y - (y0 + y1) / 2.0) / ((y1 - y0) / 2.0)
        half = (high - low) / 2.0 * math.sqrt(max(0.0, 1.0 - share * share))
        yield (low + high) / 2.0 - half, (low + high) / 2.0 + half
        return
    crossings = sorted(
        x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True)
        if (y0 <= y) != (y1 <= y)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=True)
