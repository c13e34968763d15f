"""Planes lie where the grid says, in the greys and colours of their scale."""

import numpy as np
import pytest

from engine.browse.grid import GAP_PX, Grid, grid_picture, painted, shared_scale
from engine.overlay.colour import colour_table


def test_every_pixel_of_a_cell_belongs_to_its_plane_and_gaps_to_none():
    grid = Grid(count=5, columns=3, cell_hw=(4, 6))
    height, width = grid.size_hw

    found = [[grid.place_at(x + 0.5, y + 0.5) for x in range(width)] for y in range(height)]
    counts = {place: sum(row.count(place) for row in found) for place in range(5)}
    assert counts == dict.fromkeys(range(5), 24)
    assert sum(row.count(None) for row in found) == height * width - 5 * 24
    assert grid.rows == 2
    assert grid.place_at(-3, 1) is None
    assert grid.place_at(width + 40, 3) is None


def test_shared_and_own_scales():
    planes = np.stack([np.full((4, 4), 1.0), np.full((4, 4), 4.0)])
    own = grid_picture(planes, [1, 0], cell_px=4, scale="channel")
    shared = grid_picture(planes, [1, 0], cell_px=4, scale="shared")
    first, second = (GAP_PX + place * (4 + GAP_PX) for place in range(2))

    assert own[GAP_PX, first].tolist() == own[GAP_PX, second].tolist() == [255] * 3
    assert shared[GAP_PX, first].tolist() == [255] * 3
    assert shared[GAP_PX, second].tolist() == [64] * 3


def test_negative_values_get_a_scale_with_zero_in_the_middle():
    plane = np.array([[-2.0, 0.0, 1.0]])
    scale = shared_scale(plane)
    picture = painted(plane, scale, (1, 3))

    table = colour_table("blue-red")
    assert scale.is_signed
    assert picture[0, 0].tolist() == table[0].tolist()
    assert picture[0, 2].tolist() == table[191].tolist()


@pytest.mark.parametrize("cell_px", [3, 9])
def test_cells_keep_the_planes_proportions(cell_px):
    picture = grid_picture(np.ones((1, 3, 6)), [0], cell_px=cell_px)
    assert picture.shape[:2] == (round(cell_px / 2) + 2 * GAP_PX, cell_px + 2 * GAP_PX)
