"""Local contrast for the eye: CLAHE (Zuiderveld 1994) at the image's full depth. Display only.

What comes out is no measurement: equal pixels of different places are no longer equally light. No
model sees it, no value is read from it.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images.display import LEVELS, padding_slice, window_of_pixels
from engine.images.field import exposed_field
from engine.images.radiograph import Radiograph, Window
from engine.language import said

EQUALISED = said("equalised")
_TILES = 8  # per side, as in the paper's radiographs
_CLIP = 2.5  # of the mean count per level: how steep a tile's curve may become


@dataclass(frozen=True)
class Equalised:
    """A frame for the eye.

    Attributes:
        pixels: (H, W) uint16 between the darkest and the lightest pixel of the film (borders and
            marks left out); padding stays padding.
        window: shows all of it, in modality units.
    """

    pixels: NDArray[np.uint16]
    window: Window


def equalised(radiograph: Radiograph, frame: int = 0) -> Equalised:
    """The frame with its contrast equalised tile by tile, in pixels like those of the frame.

    Args:
        radiograph: a grey image.
        frame: which frame.
    """
    pixels = radiograph.frames[frame]
    film = exposed_field(radiograph, frame).film()
    low, high = int(film.min()), int(film.max())
    window = window_of_pixels(radiograph.grey, low, high, EQUALISED)
    if high == low:
        return Equalised(pixels, window)
    # OpenCV counts in 65,536 bins whatever the depth: a level that is really there gets the counts
    # of all the empty bins beside it, so its limit grows with them.
    clip = _CLIP * LEVELS / (high - low + 1)
    stretched = cv2.LUT(pixels, _line((low, high), (0, LEVELS - 1)))
    even = cv2.createCLAHE(clip, (_TILES, _TILES)).apply(stretched)
    back = cv2.LUT(even, _line((0, LEVELS - 1), (low, high)))
    padding = padding_slice(radiograph.grey)
    if padding.stop > padding.start:
        is_padding = (pixels >= padding.start) & (pixels < padding.stop)
        back[is_padding] = pixels[is_padding]
    return Equalised(back, window)


def _line(ends: tuple[int, int], onto: tuple[int, int]) -> NDArray[np.uint16]:
    """(1, 65536) uint16 table: a straight line between two pairs, flat beyond."""
    return np.rint(np.interp(np.arange(LEVELS), ends, onto)).astype(np.uint16)[None]
