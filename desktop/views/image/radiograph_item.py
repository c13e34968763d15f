"""Paints the radiograph: cached numbers at device pixels -> one look-up table -> one copy."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.device_pixels import device_pixels, grey_image, rgb_image
from desktop.views.image.patchwork import Patchwork
from desktop.views.image.placement import Placement
from desktop.views.image.resample import Pixels, Pyramid

_INWARDS = 2


@dataclass
class _Patch:
    """A part of the view.

    Attributes:
        numbers: (h, w) uint16 or (h, w, 3) uint8, before the look-up table.
        light: the same after it, of `edition`; its memory is used again.
        edition: of the table.
    """

    numbers: Pixels
    light: NDArray[np.uint8] | None = None
    edition: int = -1


class RadiographItem(QGraphicsItem):
    """The lowest item of the scene, as large as the view.

    A drag of window and level costs one table look-up of the visible pixels, a move the strips that
    come into view; zooming resamples first. All happen when Qt asks for paint, so that several
    changes cost one frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pyramid: Pyramid | None = None
        self._placement: Placement | None = None
        self._lut: NDArray[np.uint8] | None = None
        self._edition = 0
        self._is_fast = False
        self._patches: Patchwork[_Patch] = Patchwork()
        self._area = QRectF()

    def show_pixels(
        self, pixels: Pixels | None, pixel_hw: tuple[float, float] = (1.0, 1.0)
    ) -> None:
        """Another frame: (H, W) uint16, (H, W, 3) uint8 RGB, or None for nothing.

        Args:
            pixels: of the frame.
            pixel_hw: height and width of a pixel, the shorter side being 1.
        """
        self._pyramid = None if pixels is None else Pyramid(pixels, pixel_hw)
        self._patches.clear()
        self.update()

    def set_lut(self, lut: NDArray[np.uint8]) -> None:
        """The table from numbers to light: (65536,) uint8; for colour its first 256 entries."""
        self._lut = lut
        self._edition += 1
        self.update()

    def place(self, placement: Placement, *, is_fast: bool) -> None:
        """Another zoom or position; `is_fast` prefers speed to sharpness."""
        if placement == self._placement and is_fast == self._is_fast:
            return
        self._placement, self._is_fast = placement, is_fast
        if not (is_fast and self._patches.follow(placement)):
            self._patches.clear()
        self.update()

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        self.prepareGeometryChange()
        self._area = area

    def picture(self, placement: Placement) -> QImage | None:
        """What another view of the same image shows; None where the image does not reach."""
        if self._pyramid is None or self._lut is None:
            return None
        numbers = self._pyramid.resample(placement)
        return None if numbers.size == 0 else _as_image(_lit(numbers, self._lut)).copy()

    def covered(self) -> QRect:
        """What is surely painted over, in the view's logical pixels; empty without an image."""
        if self._pyramid is None or self._placement is None or self._lut is None:
            return QRect()
        left, top, right, bottom = self._placement.visible()
        share = self._area.width() / max(1, self._placement.view_hw[1])
        box = QRectF(left * share, top * share, (right - left) * share, (bottom - top) * share)
        # Corners of device pixels lie anywhere between the view's own.
        return box.toAlignedRect().adjusted(_INWARDS, _INWARDS, -_INWARDS, -_INWARDS)

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._pyramid is None or self._placement is None or self._lut is None:
            return
        if not self._patches.follow(self._placement):
            self._patches.restart(self._placement)
        for box in self._patches.missing():
            numbers = self._pyramid.resample(self._placement, box, is_fast=self._is_fast)
            self._patches.add(box, _Patch(numbers))
        with device_pixels(painter):
            for (left, top, _, _), patch in self._patches.patches():
                painter.drawImage(left, top, _as_image(self._light(patch, self._lut)))

    def _light(self, patch: _Patch, lut: NDArray[np.uint8]) -> NDArray[np.uint8]:
        if patch.light is None or patch.edition != self._edition:
            patch.light, patch.edition = _lit(patch.numbers, lut, patch.light), self._edition
        return patch.light


def _lit(
    pixels: Pixels, lut: NDArray[np.uint8], memory: NDArray[np.uint8] | None = None
) -> NDArray[np.uint8]:
    table = lut if pixels.dtype == np.uint16 else lut[:256]
    return cv2.LUT(pixels, table.reshape(1, -1), memory)


def _as_image(light: NDArray[np.uint8]) -> QImage:
    return grey_image(light) if light.ndim == 2 else rgb_image(light)
