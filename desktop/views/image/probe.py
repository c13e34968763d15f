"""What lies under the pointer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.display import modality_value, stored_value
from engine.images.radiograph import Radiograph
from engine.overlay.project import value_at


@dataclass(frozen=True)
class ProbeReading:
    """One pixel, read at every station.

    Attributes:
        x: column of the original image, from 0.
        y: row of the original image, from 0.
        stored: the number in the file (luma for colour images).
        modality: the same in modality units.
        shown: light on the screen, 0..255, without the overlay.
        map_value: the explanation's value there; None without one or where the model saw nothing.
    """

    x: int
    y: int
    stored: int
    modality: float
    shown: int
    map_value: float | None


def read_pixel(
    radiograph: Radiograph,
    frame: int,
    point: tuple[float, float],
    light: tuple[NDArray[np.uint16], NDArray[np.uint8]],
    explanation: Explanation | None,
) -> ProbeReading | None:
    """The reading at an image point; None outside of the image.

    Args:
        radiograph: the image.
        frame: which frame.
        point: ``(x, y)`` in image pixels, edges at whole numbers.
        light: what is on screen: (H, W) uint16 pixels (those of the frame, or equalised ones) and
            the (65536,) table that they go through.
        explanation: the map over it.
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
        None if explanation is None else value_at(explanation, *point),
    )
