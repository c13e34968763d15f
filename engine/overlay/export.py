"""The picture that leaves the program: overlay on the original greys, with its legend burned in."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.explain.explanation import Explanation
from engine.images.display import compose_lut, default_voi
from engine.images.geometry import resize_affine
from engine.images.radiograph import Radiograph
from engine.language import said
from engine.overlay.blend import blend, rgba_overlay
from engine.overlay.colour import DEFAULT_MAP, colour_table, matching_map
from engine.overlay.legend import draw_legend
from engine.overlay.project import project, project_image
from engine.overlay.regions import superpixel_colours, superpixel_overlay
from engine.overlay.scale import scale_of

# Larger originals are reduced to this long side: a picture for reports and mails, not for
# measuring.
LONG_SIDE_PX = 2048
# Smaller ones are enlarged by a whole factor: the legend must be readable.
LEAST_WIDTH_PX = 400
DEFAULT_THRESHOLD = 0.2
# Evidence for the class; for and against by a two-sided colour map; for and against as superpixels
# in green and red with their borders.
STYLES = ("heatmap", "signed", "superpixels")


def export_picture(
    radiograph: Radiograph,
    explanation: Explanation,
    *,
    colour_map: str = DEFAULT_MAP,
    opacity: float = 0.5,
    frame: int = 0,
    style: str = "heatmap",
) -> NDArray[np.uint8]:
    """The radiograph as its file wants it shown, the overlay, and the legend under both.

    Args:
        radiograph: the image that was explained.
        explanation: made from that frame of that image.
        colour_map: a name of `COLOUR_MAPS`; replaced by the matching kind when it does not fit
            the style. Superpixels have their own two colours.
        opacity: 0..1.
        frame: which frame.
        style: one of `STYLES`.

    Returns:
        (H + legend, W, 3) uint8 RGB at the original's size, reduced to a long side of
        `LONG_SIDE_PX`, or enlarged by a whole factor to at least `LEAST_WIDTH_PX`.

    Raises:
        RequestError: unknown colour map or style, or superpixels of a method that has none.
    """
    if style not in STYLES:
        raise RequestError(
            said("there is no style {style!r}", style=style),
            hint=said("Choose one of: {STYLES}.", STYLES=STYLES),
        )
    is_signed = style != "heatmap"
    picture = _resized(shown_picture(radiograph, frame))
    height, width = picture.shape[:2]
    scale = scale_of(project_image(explanation, radiograph.size_hw), is_signed=is_signed)
    to_picture = resize_affine(radiograph.size_hw, (height, width))
    if style == "superpixels":
        colours, placed = superpixel_colours(), ((height, width), to_picture)
        overlay = superpixel_overlay(explanation, scale, *placed, DEFAULT_THRESHOLD)
    else:
        colours = colour_table(matching_map(colour_map, is_signed))
        values = project(explanation, (height, width), to_picture)
        overlay = rgba_overlay(values, scale, colours, DEFAULT_THRESHOLD)
    painted = blend(picture, overlay, opacity)
    is_cut = style == "superpixels"
    legend = draw_legend(explanation, scale, colours, width, has_superpixels=is_cut)
    return np.vstack([painted, legend])


def shown_picture(radiograph: Radiograph, frame: int) -> NDArray[np.uint8]:
    """The radiograph as its file wants it shown: (H, W) uint8 grey or (H, W, 3) uint8 RGB."""
    if radiograph.colour is not None:
        return radiograph.colour[frame]
    lut = compose_lut(radiograph.grey, default_voi(radiograph, frame))
    return cv2.LUT(radiograph.frames[frame], lut)


def _resized(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width = picture.shape[:2]
    factor = LONG_SIDE_PX / max(height, width)
    if factor < 1.0:
        size_wh = (max(1, round(width * factor)), max(1, round(height * factor)))
        return cv2.resize(picture, size_wh, interpolation=cv2.INTER_AREA)
    times = min(math.ceil(LEAST_WIDTH_PX / width), max(1, int(factor)))
    return np.repeat(np.repeat(picture, times, axis=0), times, axis=1)
