"""Patches always cover what is visible, each pixel with what belongs there."""

import numpy as np
import pytest

from desktop.views.image.patchwork import Patchwork
from desktop.views.image.placement import Placement

IMAGE_HW, VIEW_HW = (700, 900), (200, 300)


def place_names(placement: Placement, box) -> np.ndarray:
    """(h, w, 2) the image's own device pixel at every pixel of the box."""
    left, top, _, _ = placement.extent()
    rows, columns = np.mgrid[box[1] : box[3], box[0] : box[2]]
    return np.stack([columns - left, rows - top], axis=2)


def composed(patches: Patchwork, view_hw: tuple[int, int]) -> np.ndarray:
    picture = np.full((*view_hw, 2), -1)
    for (left, top, right, bottom), content in patches.patches():
        assert content.shape[:2] == (bottom - top, right - left)
        x0, y0, x1, y1 = max(0, left), max(0, top), min(view_hw[1], right), min(view_hw[0], bottom)
        if x1 > x0 and y1 > y0:
            picture[y0:y1, x0:x1] = content[y0 - top : y1 - top, x0 - left : x1 - left]
    return picture


@pytest.mark.parametrize("scale", [0.2, 0.6, 2.0])
def test_any_walk_is_covered_by_what_belongs_there(scale):
    rng = np.random.default_rng(7)
    placement = Placement(IMAGE_HW, VIEW_HW, scale, 10.5, -3.5)
    patches: Patchwork[np.ndarray] = Patchwork()
    made_px = 0
    for _ in range(300):
        if not patches.follow(placement):
            patches.restart(placement)
        for box in patches.missing():
            made_px += (box[2] - box[0]) * (box[3] - box[1])
            patches.add(box, place_names(placement, box))

        left, top, right, bottom = placement.visible()
        shown = composed(patches, VIEW_HW)[top:bottom, left:right]
        assert np.array_equal(shown, place_names(placement, (left, top, right, bottom)))
        placement = placement.moved(*(float(step) for step in rng.integers(-25, 26, 2)))

    assert made_px < 300 * VIEW_HW[0] * VIEW_HW[1] / 4


@pytest.mark.parametrize("changed", [{"scale": 0.5}, {"dx": 0.25}, {"view_hw": (201, 300)}])
def test_other_changes_than_whole_moves_are_not_followed(changed):
    placement = Placement(IMAGE_HW, VIEW_HW, 1.5, 0.0, 0.0)
    patches: Patchwork[int] = Patchwork()
    patches.restart(placement)

    assert patches.follow(placement.moved(3.0, -8.0))
    assert not patches.follow(Placement(**(vars(placement) | changed)))
