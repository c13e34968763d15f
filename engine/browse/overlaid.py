"""One channel painted over the radiograph at the place where its cells look."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.browse.activations import FeatureMaps
from engine.images.display import compose_lut, default_voi
from engine.images.geometry import resize_affine
from engine.images.radiograph import Radiograph
from engine.overlay.blend import blend, rgba_overlay
from engine.overlay.colour import DEFAULT_MAP, colour_table, matching_map
from engine.overlay.project import project_values
from engine.overlay.scale import Scale

OPACITY = 0.55
_THRESHOLD = 0.1


def grey_picture(radiograph: Radiograph, frame: int, longest_px: int) -> NDArray[np.uint8]:
    """(h, w) uint8: the frame as its file wants it shown, at most `longest_px` long."""
    lut = compose_lut(radiograph.grey, default_voi(radiograph, frame))
    shown = lut[radiograph.frames[frame]]
    factor = min(1.0, longest_px / max(shown.shape))
    size = (max(1, round(shown.shape[1] * factor)), max(1, round(shown.shape[0] * factor)))
    return cv2.resize(shown, size, interpolation=cv2.INTER_AREA)


def overlaid(
    picture: NDArray[np.uint8],
    image_hw: tuple[int, int],
    maps: FeatureMaps,
    channel: int,
    scale: Scale,
) -> NDArray[np.uint8]:
    """The channel over the picture, between its cells half-pixel bilinear.

    Args:
        picture: (h, w) uint8, the whole image at any size, see `grey_picture`.
        image_hw: (height, width) of the original image.
        maps: of a layer.
        channel: from 0.
        scale: of the colours.

    Returns:
        (h, w, 3) uint8 RGB.
    """
    size_hw = (picture.shape[0], picture.shape[1])
    to_picture = maps.to_image.then(resize_affine(image_hw, size_hw))
    values = project_values(maps.values[channel], to_picture, size_hw)
    colours = colour_table(matching_map(DEFAULT_MAP, scale.is_signed))
    return blend(picture, rgba_overlay(values, scale, colours, _THRESHOLD), OPACITY)
