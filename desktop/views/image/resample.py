"""Brings the visible part of the image to device pixels, still at full depth. No Qt.

Done once per zoom step or move; window and level then work on the result only.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from desktop.views.image.placement import Box, Placement, square_size
from engine.images.geometry import Affine

Pixels = NDArray[np.uint16] | NDArray[np.uint8]

_CLOSE = 2.0  # from this scale on half a pixel of the image is more than a device pixel


class Pyramid:
    """One frame and its halves, made when first needed.

    Args:
        pixels: (H, W) uint16 grey or (H, W, 3) uint8 RGB.
        pixel_hw: height and width of its pixels, the shorter side being 1.
    """

    def __init__(self, pixels: Pixels, pixel_hw: tuple[float, float] = (1.0, 1.0)) -> None:
        self._image_hw = pixels.shape[:2]
        self._levels = [_squared(pixels, square_size(self._image_hw, pixel_hw))]

    def resample(
        self, placement: Placement, box: Box | None = None, *, is_fast: bool = False
    ) -> Pixels:
        """The pixels of a box of the view, by default those of `placement.visible()`.

        One to one is a copy, enlarging is linear, reducing is by area; `is_fast` reduces linearly
        from the nearest larger level, and puts the whole view up to a device pixel beside its
        place: a third of the time, until somebody asks for the sharp one.

        Args:
            placement: where the image lies.
            box: device pixels, all of them covered by the image.
            is_fast: prefers speed to sharpness.

        Returns:
            (bottom - top, right - left) of the frame's dtype; empty when nothing is visible.
        """
        box = placement.visible() if box is None else box
        if box[2] <= box[0] or box[3] <= box[1]:
            return self._levels[0][:0, :0]
        upright_box = placement.orientation.inverse().box(box, placement.view_hw)
        upright = self._resample(placement.upright(), upright_box, is_fast=is_fast)
        return placement.orientation.lay(upright)

    def _resample(self, placement: Placement, box: Box, *, is_fast: bool) -> Pixels:
        """As `resample`, for an image that lies as in its file."""
        left, top, right, bottom = box
        level = self._level_for(placement.scale)
        if placement.scale == 1.0:
            x, y = round(placement.dx), round(placement.dy)
            return np.ascontiguousarray(level[top - y : bottom - y, left - x : right - x])
        to_level = self._to_level(level)
        if placement.scale < 1.0 and not is_fast:
            return _cut(level, placement, box, to_level, cv2.INTER_AREA)
        if placement.scale < _CLOSE and is_fast and box == placement.visible():
            return _cut(level, placement, box, to_level, cv2.INTER_LINEAR)
        to_device = to_level.inverse().then(placement.affine()).then(Affine.shift(-left, -top))
        return cv2.warpAffine(
            level,
            to_device.for_cv2(),
            (right - left, bottom - top),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )

    def _level_for(self, scale: float) -> Pixels:
        """The smallest level that still has at least one pixel per device pixel."""
        step = 0
        while scale <= 0.5 ** (step + 1) and min(self._levels[step].shape[:2]) >= 2:
            step += 1
            if step == len(self._levels):
                larger = self._levels[-1]
                half_wh = (larger.shape[1] // 2, larger.shape[0] // 2)
                self._levels.append(cv2.resize(larger, half_wh, interpolation=cv2.INTER_AREA))
        return self._levels[step]

    def _to_level(self, level: Pixels) -> Affine:
        height, width = self._image_hw
        return Affine.scale(level.shape[1] / width, level.shape[0] / height)


def _squared(pixels: Pixels, size_hw: tuple[int, int]) -> Pixels:
    """With square pixels, made between the ones that are there; the same where they are square."""
    if size_hw == pixels.shape[:2]:
        return pixels
    return cv2.resize(pixels, size_hw[::-1], interpolation=cv2.INTER_LINEAR)


def _cut(
    level: Pixels, placement: Placement, box: Box, to_level: Affine, interpolation: int
) -> Pixels:
    """Scaled after a cut at whole pixels of the level: off by half of one of them at most."""
    left, top, right, bottom = box
    x0, y0 = to_level.apply(*placement.image_point(left, top))
    x1, y1 = to_level.apply(*placement.image_point(right, bottom))
    height, width = level.shape[:2]
    columns = slice(min(max(round(x0), 0), width - 1), min(max(round(x1), 1), width))
    rows = slice(min(max(round(y0), 0), height - 1), min(max(round(y1), 1), height))
    size_wh = (right - left, bottom - top)
    return cv2.resize(level[rows, columns], size_wh, interpolation=interpolation)
