"""Mean, spread and extremes of the modality values under a region."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images.display import LEVELS, modality_values, padding_slice
from engine.images.radiograph import Radiograph
from engine.measure.mark import Point
from engine.measure.regions import covered

_ROWS_AT_ONCE_PX = 2**23  # cv2.calcHist counts in float32, exact up to 2**24


@dataclass(frozen=True)
class Statistics:
    """Numbers of the pixels whose centre lies in a region, padding left out.

    Attributes:
        count: number of pixels, > 0.
        mean: in modality units (luma of colour images).
        sd: standard deviation of these pixels (divided by `count`, as they are the whole region).
        least: smallest value.
        greatest: largest value.
    """

    count: int
    mean: float
    sd: float
    least: float
    greatest: float


def statistics(
    radiograph: Radiograph, frame: int, kind: str, points: tuple[Point, ...]
) -> Statistics | None:
    """The statistics of a region; None where it holds no pixel of the image."""
    inside = covered(kind, points, radiograph.size_hw)
    height, width = inside.mask.shape
    pixels = radiograph.frames[
        frame, inside.top : inside.top + height, inside.left : inside.left + width
    ]
    counts = _counted(pixels, inside.mask)
    if radiograph.grey.padding is not None:
        counts[padding_slice(radiograph.grey)] = 0.0
    used = np.flatnonzero(counts)
    if used.size == 0:
        return None
    values, weights = modality_values(radiograph.grey)[used], counts[used]
    count = weights.sum()
    mean = float((values * weights).sum() / count)
    variance = float((np.square(values - mean) * weights).sum() / count)
    return Statistics(
        int(count), mean, math.sqrt(variance), float(values.min()), float(values.max())
    )


def _counted(pixels: NDArray[np.uint16], mask: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(65536,) how often each pixel value stands under the mask."""
    counts = np.zeros(LEVELS)
    rows = max(1, _ROWS_AT_ONCE_PX // max(1, pixels.shape[1]))
    for top in range(0, pixels.shape[0], rows):
        part = np.ascontiguousarray(pixels[top : top + rows])
        histogram = cv2.calcHist([part], [0], mask[top : top + rows], [LEVELS], [0, LEVELS])
        counts += histogram.reshape(-1)
    return counts
