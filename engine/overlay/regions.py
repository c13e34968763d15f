"""Superpixels on the picture: green speaks for the class, red against it, their borders are drawn.

The rendering that LIME's users know. Superpixels are projected by their numbers, so their borders
stay sharp at every size; values are those of the map.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.language import said
from engine.overlay.blend import rgba_overlay
from engine.overlay.project import project
from engine.overlay.scale import Scale

AGAINST_RGB = (225, 45, 45)
FOR_RGB = (40, 190, 80)
BORDER_RGB = (255, 240, 130)
_BORDER_COVER = 0.7
# Borders are one pixel wide per so many pixels of the picture's longer side.
_PX_PER_BORDER_PX = 700


def superpixel_colours() -> NDArray[np.uint8]:
    """(256, 3) uint8 RGB: red below the middle, green above; the sign only."""
    return np.repeat(np.array([AGAINST_RGB, FOR_RGB], np.uint8), 128, axis=0)


def superpixel_overlay(
    explanation: Explanation,
    scale: Scale,
    target_hw: tuple[int, int],
    image_to_target: Affine,
    threshold: float,
) -> NDArray[np.uint8]:
    """The superpixels alone, to lay over a picture with `blend`.

    Args:
        explanation: of a method on superpixels.
        scale: signed, from the same explanation.
        target_hw: (height, width) of the picture.
        image_to_target: maps points of the original image to points of the picture.
        threshold: 0..1 of the scale; weaker superpixels fade out.

    Returns:
        (H, W, 4) uint8 RGBA, premultiplied.

    Raises:
        RequestError: the explanation has no superpixels.
    """
    labels = project_regions(explanation, target_hw, image_to_target)
    seen = labels >= 0
    values = np.where(seen, _values(explanation)[labels], np.float32(np.nan))
    overlay = rgba_overlay(values, scale, superpixel_colours(), threshold)
    drawn = _borders(labels) & seen
    overlay[drawn, :3] = np.rint(np.array(BORDER_RGB) * _BORDER_COVER)
    overlay[drawn, 3] = round(255 * _BORDER_COVER)
    return overlay


def project_regions(
    explanation: Explanation, target_hw: tuple[int, int], image_to_target: Affine
) -> NDArray[np.int32]:
    """The superpixel at the pixel centres of a target grid.

    Returns:
        (height, width) int32, -1 where the network saw nothing.

    Raises:
        RequestError: the explanation has no superpixels.
    """
    if explanation.regions is None:
        raise RequestError(
            said("{method} has no superpixels to draw", method=explanation.method),
            hint=said("Choose another style, or a method on superpixels such as lime."),
        )
    labels = cv2.warpAffine(
        explanation.regions.astype(np.float32),  # exact: there are far fewer than 2^24
        explanation.to_image.then(image_to_target).for_cv2(),
        (target_hw[1], target_hw[0]),
        flags=cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.int32)
    labels[np.isnan(project(explanation, target_hw, image_to_target))] = -1
    return labels


def _values(explanation: Explanation) -> NDArray[np.float32]:
    """(M,) the map's value in each superpixel."""
    values = np.zeros(int(explanation.regions.max()) + 1, np.float32)
    values[explanation.regions] = explanation.map
    return values


def _borders(labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """(H, W) True along the borders between superpixels."""
    changes = np.zeros(labels.shape, np.uint8)
    changes[:, :-1] |= labels[:, :-1] != labels[:, 1:]
    changes[:-1] |= labels[:-1] != labels[1:]
    width = max(1, round(max(labels.shape) / _PX_PER_BORDER_PX))
    return cv2.dilate(changes, np.ones((width, width), np.uint8)).astype(bool)
