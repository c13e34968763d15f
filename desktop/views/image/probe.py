"""What lies under the pointer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.display import modality_value, stored_value
from engine.images.radiograph import Radiograph
from engine.overlay.project import value_at
from engine.overlay.wording import class_name


@dataclass(frozen=True)
class ProbeReading:
    """One pixel, read at every station.

    Attributes:
        x: column of the original image, from 0.
        y: row of the original image, from 0.
        stored: the number in the file (luma for colour images).
        modality: the same in modality units.
        shown: light on the screen, 0..255, without the overlay.
        map_values: (class, value there) of every map over the image, the one on top first; None
            where the model saw nothing.
    """

    x: int
    y: int
    stored: int
    modality: float
    shown: int
    map_values: tuple[tuple[str, float | None], ...]


def read_pixel(
    radiograph: Radiograph,
    frame: int,
    point: tuple[float, float],
    light: tuple[NDArray[np.uint16], NDArray[np.uint8]],
    explanations: Sequence[Explanation | None],
) -> ProbeReading | None:
    """The reading at an image point; None outside of the image.

    Args:
        radiograph: the image.
        frame: which frame.
        point: ``(x, y)`` in image pixels, edges at whole numbers.
        light: what is on screen: (H, W) uint16 pixels (those of the frame, or equalised ones) and
            the (65536,) table that they go through.
        explanations: the maps over it.
    """
    x, y = int(np.floor(point[0])), int(np.floor(point[1]))
    height, width = radiograph.size_hw
    if not (0 <= x < width and 0 <= y < height):
        return None
    pixel = int(radiograph.frames[frame, y, x])
    return ProbeReading(
        x,
        y,
        stored_value(radiograph.grey, pixel),
        modality_value(radiograph.grey, pixel),
        int(light[1][light[0][y, x]]),
        tuple(
            (class_name(explanation), value_at(explanation, *point))
            for explanation in explanations
            if explanation is not None
        ),
    )
