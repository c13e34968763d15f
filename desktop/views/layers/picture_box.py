"""A picture as large as its place allows, with an outline on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.views import theme
from desktop.views.image.device_pixels import rgb_image

if TYPE_CHECKING:
    from numpy.typing import NDArray


class PictureBox(QWidget):
    """Shows one picture on black.

    Args:
        is_smooth: whether pixels are blended where the picture is enlarged.
    """

    def __init__(self, *, is_smooth: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(200, 160)
        self._is_smooth = is_smooth
        self._pixels: QPixmap | None = None
        self._outline: list[QPointF] = []

    def show_nothing(self) -> None:
        """As if it were not there."""
        self._pixels, self._outline = None, []
        self.update()

    def show_pixels(self, pixels: NDArray[np.uint8], outline: list[QPointF]) -> None:
        """(h, w, 3) uint8 RGB and the corners of a frame in its pixels."""
        self._pixels = QPixmap.fromImage(rgb_image(np.ascontiguousarray(pixels)).copy())
        self._outline = outline
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to see something."""
        return QSize(400, 400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, then frame."""
        painter = QPainter(self)
        is_empty = self._pixels is None
        painter.fillRect(self.rect(), QColor(theme.GROUND if is_empty else theme.BLACK))
        if is_empty:
            return
        size = self._pixels.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
        painter.drawPixmap(left, top, size.width(), size.height(), self._pixels)
        if self._outline:
            factor = size.width() / self._pixels.width()
            corners = [QPointF(left + p.x() * factor, top + p.y() * factor) for p in self._outline]
            painter.setClipRect(left, top, size.width(), size.height())
            painter.setPen(QPen(QColor(theme.DARK.accent), 2))
            painter.drawPolygon(QPolygonF(corners))
