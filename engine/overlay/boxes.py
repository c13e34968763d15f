"""Boxes around the regions of a map that reach the threshold: hides least anatomy, says where."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.overlay.project import project_image
from engine.overlay.scale import Scale

MOST_BOXES = 12
_LEAST_AREA = 0.0004  # of the image: smaller regions are specks
_LINE_PX, _CASING_PX = 2, 4


@dataclass(frozen=True)
class RegionBox:
    """The smallest upright box around one connected region.

    Attributes:
        left: original image pixels, edges at whole numbers; so are the other three.
        top: upper edge.
        right: right edge.
        bottom: lower edge.
        peak: the value farthest from zero in it, in the map's unit.
    """

    left: float
    top: float
    right: float
    bottom: float
    peak: float


def region_boxes(
    explanation: Explanation, scale: Scale, image_hw: tuple[int, int], threshold: float
) -> tuple[RegionBox, ...]:
    """The regions at or above the threshold, strongest first, at most `MOST_BOXES`.

    Regions for and against the class are kept apart. Regions touching by a corner are one.

    Args:
        explanation: the map.
        scale: that the threshold is compared on.
        image_hw: (height, width) of the original image.
        threshold: 0..1 of the scale; 0 counts as the smallest step above nothing.
    """
    values = project_image(explanation, image_hw)
    place = scale.position(values)
    reaches = (scale.strength(place) >= max(threshold, 1 / 256)) & np.isfinite(values)
    found = []
    for sign in (1.0, -1.0) if scale.is_signed else (1.0,):
        found += _boxes_of(np.where(reaches & (sign * values > 0), values, 0.0), image_hw)
    found.sort(key=lambda box: -abs(box.peak))
    return tuple(found[:MOST_BOXES])


def boxes_overlay(
    boxes: Sequence[RegionBox],
    scale: Scale,
    colours: NDArray[np.uint8],
    target_hw: tuple[int, int],
    image_to_target: Affine,
) -> NDArray[np.uint8]:
    """The boxes alone, each in the colour of its peak, cased in black or white.

    Args:
        boxes: from `region_boxes`.
        scale: of the map.
        colours: (256, 3) uint8 RGB.
        target_hw: (height, width) of the picture.
        image_to_target: upright: maps points of the original image to points of the picture.

    Returns:
        (H, W, 4) uint8 RGBA, premultiplied.
    """
    overlay = np.zeros((*target_hw, 4), np.uint8)
    for box in reversed(boxes):  # the strongest lies on top
        place = scale.position(np.float32([box.peak]))[0]
        colour = colours[round(float(place) * 255)]
        is_dark = float(colour @ np.float64([0.299, 0.587, 0.114])) < 128.0  # BT.601
        casing = (255, 255, 255, 255) if is_dark else (0, 0, 0, 255)
        corners = [
            tuple(round(at - 0.5) for at in image_to_target.apply(x, y))
            for x, y in ((box.left, box.top), (box.right, box.bottom))
        ]
        cv2.rectangle(overlay, *corners, casing, _CASING_PX)
        cv2.rectangle(overlay, *corners, (*(int(c) for c in colour), 255), _LINE_PX)
    return overlay


def _boxes_of(values: NDArray[np.float32], image_hw: tuple[int, int]) -> list[RegionBox]:
    """Boxes of the connected parts of what is not zero."""
    height, width = values.shape
    down, across = image_hw[0] / height, image_hw[1] / width
    count, labels, facts, _ = cv2.connectedComponentsWithStats((values != 0).astype(np.uint8))
    boxes = []
    for label in range(1, count):
        x, y, w, h, area = (int(fact) for fact in facts[label])
        if area < _LEAST_AREA * values.size:
            continue
        part = values[y : y + h, x : x + w][labels[y : y + h, x : x + w] == label]
        peak = float(part[np.abs(part).argmax()])
        edges = (x * across, y * down, (x + w) * across, (y + h) * down)
        boxes.append(RegionBox(*edges, peak))
    return boxes
