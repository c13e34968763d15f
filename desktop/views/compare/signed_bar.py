"""The colours of a comparison with the numbers at their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import theme
from desktop.views.image.device_pixels import rgb_image

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WIDTH_PX, _BAR_PX = 190, 12


class SignedBar(QWidget):
    """A colour bar; its marks stand below it, from its left to its right end."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._colours: NDArray[np.uint8] | None = None
        self.marks: tuple[str, ...] = ()

    def show_scale(self, colours: NDArray[np.uint8], marks: tuple[str, ...]) -> None:
        """(256, 3) uint8 RGB and the texts, evenly spaced."""
        self._colours, self.marks = colours, marks
        self.setAccessibleDescription(", ".join(marks))
        self.update()

    def sizeHint(self) -> QSize:
        """A bar and a line of numbers."""
        return QSize(_WIDTH_PX, _BAR_PX + 4 + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, then numbers."""
        if self._colours is None:
            return
        painter = QPainter(self)
        bar = rgb_image(self._colours[None].copy())
        painter.drawImage(QRect(0, 0, self.width(), _BAR_PX), bar)
        painter.setPen(QColor(theme.MUTED))
        words = QRect(0, _BAR_PX + 2, self.width(), self.fontMetrics().height())
        sides = {0: Qt.AlignmentFlag.AlignLeft, len(self.marks) - 1: Qt.AlignmentFlag.AlignRight}
        for place, text in enumerate(self.marks):
            painter.drawText(words, int(sides.get(place, Qt.AlignmentFlag.AlignHCenter)), text)
