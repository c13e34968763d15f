"""Cuts the picture into superpixels: the players of LIME and of the Shapley methods.

Simple linear iterative clustering (SLIC) on the picture as it is shown, never on the standardised
tensor. Nothing is drawn by chance: the same picture gives the same superpixels on every machine.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

# Larger pictures are cut on a smaller copy; the borders of superpixels need no more.
_LONG_SIDE_PX = 256
_ITERATIONS = 10
# Noise is smoothed before; standard deviation as a share of the longer side.
_SMOOTHING = 1.0 / 224.0
# Grey 0..1 counts as the lightness 0..100 of the paper.
_LIGHTNESS = 100.0


@dataclass(frozen=True)
class Grid:
    """The regular grid that the clusters start from.

    Attributes:
        rows: of the grid.
        columns: of the grid.
    """

    rows: int
    columns: int

    @property
    def cells(self) -> int:
        """The largest number of superpixels that can come out."""
        return self.rows * self.columns


def grid_for(shape_hw: tuple[int, int], wanted: int) -> Grid:
    """A grid of about `wanted` nearly square cells; never more cells than pixels."""
    height, width = shape_hw
    rows = int(np.clip(round(np.sqrt(wanted * height / width)), 1, height))
    return Grid(rows, int(np.clip(round(wanted / rows), 1, width)))


def superpixels(
    grey: NDArray[np.float32], wanted: int, compactness: float = 10.0
) -> NDArray[np.int32]:
    """SLIC superpixels, each in one piece.

    Args:
        grey: (H, W) float32, 0..1.
        wanted: about how many; a flat picture gives the regular grid.
        compactness: how much nearness counts against likeness of greys.

    Returns:
        (H, W) int32 numbers 0..M-1, all of them present, M <= `grid_for(...).cells`.

    References:
        Achanta et al., SLIC superpixels compared to state-of-the-art superpixel methods, TPAMI
        2012, equation 3 with grey instead of CIELAB.
    """
    factor = min(1.0, _LONG_SIDE_PX / max(grey.shape))
    size_wh = tuple(max(1, round(length * factor)) for length in grey.shape[::-1])
    small = grey if factor == 1.0 else cv2.resize(grey, size_wh, interpolation=cv2.INTER_AREA)
    clusters = _Clusters(small, grid_for(small.shape, wanted), compactness)
    for _ in range(_ITERATIONS):
        clusters.assign()
        clusters.move()
    labels = _grown(clusters.in_one_piece())
    if factor < 1.0:
        whole = labels.astype(np.float32)
        labels = cv2.resize(whole, grey.shape[::-1], interpolation=cv2.INTER_NEAREST)
    labels = labels.astype(np.int32)
    numbers = np.cumsum(np.bincount(labels.ravel()) > 0, dtype=np.int32) - 1
    return numbers[labels]


class _Clusters:
    """Centres (y, x, lightness) and who belongs to them."""

    def __init__(self, grey: NDArray[np.float32], grid: Grid, compactness: float) -> None:
        height, width = grey.shape
        smooth = cv2.GaussianBlur(grey, (0, 0), _SMOOTHING * max(height, width))
        self.light = smooth.astype(np.float64) * _LIGHTNESS
        self.reach_hw = height / grid.rows, width / grid.columns
        spacing = np.sqrt(self.reach_hw[0] * self.reach_hw[1])
        self.nearness = (compactness / spacing) ** 2
        ys = (np.arange(grid.rows) + 0.5) * self.reach_hw[0] - 0.5
        xs = (np.arange(grid.columns) + 0.5) * self.reach_hw[1] - 0.5
        at = np.stack(np.meshgrid(ys, xs, indexing="ij"), axis=-1).reshape(-1, 2)
        columns = (np.arange(width) * grid.columns) // width
        rows = (np.arange(height) * grid.rows) // height
        self.labels = (rows[:, None] * grid.columns + columns).astype(np.int32)
        mean = np.bincount(self.labels.ravel(), self.light.ravel()) / np.bincount(
            self.labels.ravel()
        )
        self.centres = np.column_stack([at, mean])

    def assign(self) -> None:
        """Every pixel to the nearest centre within twice the grid spacing."""
        nearest = np.full(self.light.shape, np.inf)
        for number, (y, x, light) in enumerate(self.centres):
            rows, columns = self._window(y, x)
            down = (np.arange(rows.start, rows.stop) - y) ** 2
            across = (np.arange(columns.start, columns.stop) - x) ** 2
            distance = (self.light[rows, columns] - light) ** 2
            distance += self.nearness * (down[:, None] + across)
            closer = distance < nearest[rows, columns]
            nearest[rows, columns][closer] = distance[closer]
            self.labels[rows, columns][closer] = number

    def move(self) -> None:
        """Every centre to the mean of its pixels; one that lost all of them stays."""
        flat = self.labels.ravel()
        count = np.bincount(flat, minlength=len(self.centres))
        ys, xs = np.indices(self.light.shape)
        sums = [
            np.bincount(flat, values.ravel(), minlength=len(count))
            for values in (ys, xs, self.light)
        ]
        kept = count > 0
        self.centres[kept] = (np.stack(sums, axis=1)[kept]) / count[kept, None]

    def in_one_piece(self) -> NDArray[np.int32]:
        """The labels where they are in the largest piece of their cluster, -1 elsewhere."""
        labels = np.full_like(self.labels, -1)
        for number in np.unique(self.labels):
            mask = (self.labels == number).astype(np.uint8)
            x, y, width, height = cv2.boundingRect(mask)
            box = slice(y, y + height), slice(x, x + width)
            count, pieces, facts, _ = cv2.connectedComponentsWithStats(mask[box], connectivity=4)
            largest = 1 if count == 2 else 1 + int(facts[1:, cv2.CC_STAT_AREA].argmax())
            labels[box][pieces == largest] = number
        return labels

    def _window(self, y: float, x: float) -> tuple[slice, slice]:
        centre, reach, shape = (y, x), self.reach_hw, self.light.shape
        first = [max(0, int(centre[axis] - 2 * reach[axis])) for axis in (0, 1)]
        last = [
            min(shape[axis], int(np.ceil(centre[axis] + 2 * reach[axis])) + 1) for axis in (0, 1)
        ]
        return slice(first[0], last[0]), slice(first[1], last[1])


def _grown(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """The labels grown over the places that have none (-1), so every piece stays connected."""
    grown = labels.copy()
    while (grown < 0).any():
        before = np.pad(grown, 1, constant_values=-1)
        for near in (before[:-2, 1:-1], before[2:, 1:-1], before[1:-1, :-2], before[1:-1, 2:]):
            grown = np.where(grown < 0, near, grown)
    return grown
