"""One map of the matrix with its caption; a click makes it the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.views import theme
from desktop.views.image.device_pixels import rgb_image
from desktop.views.widgets.plain_label import plain_tooltip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_GAP_PX = 6
_LINES = 5
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TileView(QAbstractButton):
    """Picture above, words below. Space or a click: reference; Enter or a double click: pane."""

    opened = Signal()  # shall be shown in the pane

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(True)
        self._picture_hw = (160, 160)
        self._pixels: QPixmap | None = None
        self._instead = ""
        self._is_problem = False
        self._lines: tuple[tuple[str, str], ...] = ()

    def set_size(self, picture_hw: tuple[int, int]) -> None:
        """(height, width) of the picture in pixels; the words take room below."""
        self._picture_hw = picture_hw
        height, width = picture_hw
        line = QFontMetrics(self._font(False)).height()
        self.setFixedSize(width + 2 * _GAP_PX, height + _LINES * line + 3 * _GAP_PX)
        self.update()

    def show_picture(self, pixels: NDArray[np.uint8]) -> None:
        """(h, w, 3) uint8 RGB at the size that was set."""
        self._pixels = QPixmap.fromImage(rgb_image(pixels).copy())
        self._instead = ""
        self.update()

    def show_instead(self, text: str, *, is_problem: bool = False) -> None:
        """Words in place of the picture."""
        self._pixels, self._instead, self._is_problem = None, text, is_problem
        self.update()

    def show_words(self, lines: tuple[tuple[str, str], ...]) -> None:
        """The caption, line by line, each with the name of its colour in the theme."""
        self._lines = lines
        whole = [text for text, _ in lines]
        if self._instead:
            whole.append(self._instead)
        self.setAccessibleName(", ".join(whole))
        self.setToolTip("<br>".join(plain_tooltip(text) for text in whole))
        self.update()

    def _font(self, is_strong: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
        return font

    # Qt overrides

    def sizeHint(self) -> QSize:
        """As it was set."""
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows it in the pane; arrows go to the neighbours, which the board knows."""
        if event.key() in _ENTER:
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Shows it in the pane."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, frame, words."""
        painter = QPainter(self)
        height, width = self._picture_hw
        room = QRect(_GAP_PX, _GAP_PX, width, height)
        painter.fillRect(self.rect(), QColor(theme.PANEL))
        painter.fillRect(room, QColor(theme.BLACK))
        if self._pixels is not None:
            painter.drawPixmap(room, self._pixels)
        else:
            painter.setPen(QColor("#ff8078" if self._is_problem else theme.ON_BLACK))
            painter.drawText(room.adjusted(8, 8, -8, -8), _WRAPPED, self._instead)
        self._draw_frame(painter)
        self._draw_words(painter, room)

    def _draw_frame(self, painter: QPainter) -> None:
        inside = self.rect().adjusted(1, 1, -2, -2)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.ACCENT), 3))
            painter.drawRect(inside)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.TEXT), 1, Qt.PenStyle.DashLine))
            painter.drawRect(inside.adjusted(2, 2, -2, -2))

    def _draw_words(self, painter: QPainter, room: QRect) -> None:
        top = room.bottom() + _GAP_PX
        for place, (text, colour) in enumerate(self._lines[:_LINES]):
            painter.setFont(self._font(place == 0))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
            painter.setPen(QColor(getattr(theme, colour)))
            painter.drawText(room.left(), top + metrics.ascent(), shown)
            top += metrics.height()
