"""Paints the radiograph: cached numbers at device pixels -> one look-up table -> one copy."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.device_pixels import device_pixels, grey_image, rgb_image
from desktop.views.image.placement import Placement
from desktop.views.image.resample import Pixels, Pyramid


class RadiographItem(QGraphicsItem):
    """The lowest item of the scene, as large as the view.

    A drag of window and level costs one table look-up of the visible pixels; zooming and moving
    resample first. Both happen when Qt asks for paint, so that several changes cost one frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pyramid: Pyramid | None = None
        self._placement: Placement | None = None
        self._lut: NDArray[np.uint8] | None = None
        self._is_fast = False
        self._cache: Pixels | None = None
        self._light: NDArray[np.uint8] | None = None
        self._area = QRectF()

    def show_pixels(self, pixels: Pixels | None) -> None:
        """Another frame: (H, W) uint16, (H, W, 3) uint8 RGB, or None for nothing."""
        self._pyramid = None if pixels is None else Pyramid(pixels)
        self._cache = self._light = None
        self.update()

    def set_lut(self, lut: NDArray[np.uint8]) -> None:
        """The table from numbers to light: (65536,) uint8; for colour its first 256 entries."""
        self._lut = lut
        self._light = None
        self.update()

    def place(self, placement: Placement, *, is_fast: bool) -> None:
        """Another zoom or position; `is_fast` prefers speed to sharpness."""
        if placement == self._placement and is_fast == self._is_fast:
            return
        self._placement, self._is_fast = placement, is_fast
        self._cache = self._light = None
        self.update()

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        self.prepareGeometryChange()
        self._area = area

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._pyramid is None or self._placement is None or self._lut is None:
            return
        if self._cache is None:
            self._cache = self._pyramid.resample(self._placement, is_fast=self._is_fast)
        if self._cache.size == 0:
            return
        if self._light is None:
            self._light = _lit(self._cache, self._lut)
        left, top, _, _ = self._placement.visible()
        with device_pixels(painter):
            painter.drawImage(left, top, _as_image(self._light))


def _lit(pixels: Pixels, lut: NDArray[np.uint8]) -> NDArray[np.uint8]:
    table = lut if pixels.dtype == np.uint16 else lut[:256]
    return cv2.LUT(pixels, table.reshape(1, -1))


def _as_image(light: NDArray[np.uint8]) -> QImage:
    return grey_image(light) if light.ndim == 2 else rgb_image(light)
