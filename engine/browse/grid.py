"""Many small planes as one picture: feature maps or kernels in rows, each in its own square."""

from collections.abc import Sequence
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


def grid_picture(
    planes: NDArray[np.floating],
    order: Sequence[int],
    *,
    columns: int = 16,
    cell_px: int = 0,
    scale: str = "channel",
) -> NDArray[np.uint8]:
    """All planes in rows.

    Args:
        planes: (K, h, w).
        order: which planes, first to last.
        columns: in a row, at most as many as there are planes.
        cell_px: longer side of a plane's place; 0: its own size, at least `LEAST_CELL_PX`.
        scale: ``channel``: each plane's own; ``shared``: one for all.

    Returns:
        (H, W, 3) uint8 RGB.
    """
    height, width = planes.shape[1:]
    longest = cell_px if cell_px > 0 else max(LEAST_CELL_PX, height, width)
    factor = longest / max(height, width)
    cell = (max(1, round(height * factor)), max(1, round(width * factor)))
    grid = Grid(len(order), max(1, min(columns, len(order))), cell)
    whole = np.full((*grid.size_hw, 3), _GROUND, np.uint8)
    shared = shared_scale(planes)
    for place, number in enumerate(order):
        own = shared if scale == "shared" else shared_scale(planes[number])
        x, y = grid.corner(place)
        whole[y : y + cell[0], x : x + cell[1]] = painted(planes[number], own, cell)
    return whole
