"""How much of a map lies outside the lungs: told with every result where their mask is known."""

from dataclasses import asdict, dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import resize_affine
from engine.overlay.project import SCALE_GRID_PX, project
from engine.trust.located import mass_outside


@dataclass(frozen=True)
class Outside:
    """Where one map lies.

    Attributes:
        share: 0..1 of the map's positive part outside the lungs; None where it has none.
        even: 0..1, the same of an even map: the share of what the network saw that is no lung.
    """

    share: float | None
    even: float

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def outside_lungs(
    explanation: Explanation, image_hw: tuple[int, int], lungs: NDArray[np.bool_]
) -> Outside:
    """The share of a map's positive part outside the lungs.

    Args:
        explanation: the map.
        image_hw: (height, width) of the original image.
        lungs: (h, w) over the whole original image, at any size.
    """
    grid_hw, mask = reduced(lungs)
    values = project(explanation, grid_hw, resize_affine(image_hw, grid_hw))
    seen = ~np.isnan(values)
    return Outside(mass_outside(values, mask), float(1.0 - mask[seen].mean()))


def reduced(mask: NDArray[np.bool_]) -> tuple[tuple[int, int], NDArray[np.bool_]]:
    """The mask on the grid that maps are measured on, at most `SCALE_GRID_PX` on a side."""
    factor = SCALE_GRID_PX / max(mask.shape)
    if factor >= 1.0:
        return mask.shape, mask
    grid_hw = tuple(max(1, round(side * factor)) for side in mask.shape)
    small = cv2.resize(mask.astype(np.uint8), grid_hw[::-1], interpolation=cv2.INTER_NEAREST)
    return grid_hw, small > 0
