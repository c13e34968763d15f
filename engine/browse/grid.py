"""Many small planes as one picture: feature maps or kernels in rows, each in its own square."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.overlay.colour import colour_table
from engine.overlay.scale import Scale

SCALES = ("channel", "shared")
GAP_PX = 2
LEAST_CELL_PX = 24
_GROUND = (24, 24, 24)
Painter = Callable[[int, tuple[int, int]], NDArray[np.uint8]]  # (number, (height, width)) -> RGB


@dataclass(frozen=True)
class Grid:
    """How planes are laid out.

    Attributes:
        count: planes.
        columns: in a row.
        cell_hw: (height, width) of one plane's place in pixels.
    """

    count: int
    columns: int
    cell_hw: tuple[int, int]

    @property
    def rows(self) -> int:
        """Rows needed."""
        return -(-self.count // self.columns)

    @property
    def size_hw(self) -> tuple[int, int]:
        """(height, width) of the whole in pixels."""
        height, width = self.cell_hw
        return (
            self.rows * (height + GAP_PX) + GAP_PX,
            self.columns * (width + GAP_PX) + GAP_PX,
        )

    def corner(self, place: int) -> tuple[int, int]:
        """(x, y) of the top left pixel of a plane's place."""
        row, column = divmod(place, self.columns)
        height, width = self.cell_hw
        return GAP_PX + column * (width + GAP_PX), GAP_PX + row * (height + GAP_PX)

    def place_at(self, x: float, y: float) -> int | None:
        """Which plane lies at a point of the whole; None between and behind them."""
        height, width = self.cell_hw
        column, row = int(x // (width + GAP_PX)), int(y // (height + GAP_PX))
        place = row * self.columns + column
        left, top = self.corner(place)
        is_inside = left <= x < left + width and top <= y < top + height
        return place if is_inside and 0 <= column < self.columns and place < self.count else None


def shared_scale(planes: NDArray[np.floating]) -> Scale:
    """The scale of all planes together: two-sided where any value is negative."""
    low, high = float(planes.min()), float(planes.max())
    is_signed = low < 0.0
    reach = max(-low, high) if is_signed else high
    return Scale(-reach if is_signed else 0.0, reach, is_signed)


def painted(
    plane: NDArray[np.floating], scale: Scale, cell_hw: tuple[int, int]
) -> NDArray[np.uint8]:
    """(h, w, 3) uint8 RGB: one plane in its cell, every value a block of pixels.

    Args:
        plane: (h, w).
        scale: one-sided planes become grey, two-sided ones blue and red.
        cell_hw: of the result; values are repeated or, when there are more than pixels, averaged.
    """
    height, width = cell_hw
    is_smaller = plane.shape[0] > height or plane.shape[1] > width
    method = cv2.INTER_AREA if is_smaller else cv2.INTER_NEAREST
    sized = cv2.resize(plane.astype(np.float32), (width, height), interpolation=method)
    place = np.rint(scale.position(sized) * 255).astype(np.uint8)
    if scale.is_signed:
        return colour_table("blue-red")[place]
    return np.repeat(place[..., None], 3, axis=2)


def in_own_colours(
    plane: NDArray[np.floating], reach: float, cell_hw: tuple[int, int]
) -> NDArray[np.uint8]:
    """(h, w, 3) uint8 RGB: a filter over the image itself, zero at middle grey.

    Args:
        plane: (h, w) over grey images, (h, w, 3) over colours.
        reach: magnitude that becomes black or full light.
        cell_hw: of the result.
    """
    height, width = cell_hw
    share = plane / reach if reach > 0.0 else np.zeros_like(plane)
    light = np.rint(127.5 * (1.0 + np.clip(share, -1.0, 1.0))).astype(np.uint8)
    sized = cv2.resize(light, (width, height), interpolation=cv2.INTER_NEAREST)
    return sized if sized.ndim == 3 else np.repeat(sized[..., None], 3, axis=2)


def painter_of(
    planes: NDArray[np.floating], *, is_shared: bool, has_own_colours: bool = False
) -> Painter:
    """What paints one of the planes into a cell.

    Args:
        planes: (K, h, w), or (K, h, w, 3) for filters over colours.
        is_shared: one scale for all, else each its own.
        has_own_colours: as `in_own_colours`, else grey or blue and red.
    """
    if has_own_colours:
        whole = float(np.abs(planes).max()) if is_shared else 0.0

        def paint_own(number: int, cell_hw: tuple[int, int]) -> NDArray[np.uint8]:
            reach = whole if is_shared else float(np.abs(planes[number]).max())
            return in_own_colours(planes[number], reach, cell_hw)

        return paint_own
    shared = shared_scale(planes) if is_shared else None

    def paint(number: int, cell_hw: tuple[int, int]) -> NDArray[np.uint8]:
        return painted(planes[number], shared or shared_scale(planes[number]), cell_hw)

    return paint


def grid_picture(
    planes: NDArray[np.floating],
    order: Sequence[int],
    *,
    columns: int = 16,
    cell_px: int = 0,
    scale: str = "channel",
    has_own_colours: bool = False,
) -> NDArray[np.uint8]:
    """All planes in rows.

    Args:
        planes: (K, h, w), or (K, h, w, 3) for filters over colours.
        order: which planes, first to last.
        columns: in a row, at most as many as there are planes.
        cell_px: longer side of a plane's place; 0: its own size, at least `LEAST_CELL_PX`.
        scale: ``channel``: each plane's own; ``shared``: one for all.
        has_own_colours: as `in_own_colours`, else grey or blue and red.

    Returns:
        (H, W, 3) uint8 RGB.
    """
    height, width = planes.shape[1:3]
    longest = cell_px if cell_px > 0 else max(LEAST_CELL_PX, height, width)
    factor = longest / max(height, width)
    cell = (max(1, round(height * factor)), max(1, round(width * factor)))
    grid = Grid(len(order), max(1, min(columns, len(order))), cell)
    whole = np.full((*grid.size_hw, 3), _GROUND, np.uint8)
    paint = painter_of(planes, is_shared=scale == "shared", has_own_colours=has_own_colours)
    for place, number in enumerate(order):
        x, y = grid.corner(place)
        whole[y : y + cell[0], x : x + cell[1]] = paint(number, cell)
    return whole
