"""The histogram of the film with the window laid over it: two handles, and the greys below.

Mouse: drag a handle, or what lies between them. Keys: left and right move the window, up and down
widen and narrow it; with Shift coarse.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure
from desktop.views import theme
from desktop.views.image.device_pixels import grey_image
from engine.images.histogram import Histogram

_HEIGHT_PX = 84
_STRIP_PX = 10.0  # the greys
_GRIP_PX = 7.0  # from a handle: what still takes hold of it
_HANDLE_PX = 5.0
_STEP, _COARSE_STEP = 1 / 100, 1 / 20  # of the range
_KEYS = {
    Qt.Key.Key_Left: (-1, -1),
    Qt.Key.Key_Right: (1, 1),
    Qt.Key.Key_Up: (-1, 1),
    Qt.Key.Key_Down: (1, -1),
}


@dataclass(frozen=True)
class _Grip:
    """What the mouse holds.

    Attributes:
        moves: (of the lower end, of the upper end), 0 or 1.
        at: where it was pressed, as a value.
        ends: the window then.
    """

    moves: tuple[int, int]
    at: float
    ends: tuple[float, float]


class HistogramBar(QWidget):
    """Shows a histogram and lets its window be drawn."""

    ends_changed = Signal(float, float)  # modality values of both ends, by the person only

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._histogram: Histogram | None = None
        self._light: NDArray[np.uint8] | None = None
        self._ends = (0.0, 1.0)
        self._grip: _Grip | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Histogram and window"))
        self.setToolTip(
            self.tr(
                "Drag the handles, or the part between them. Arrow keys: left and right move the"
                " window, up and down change its width"
            )
        )

    def show_histogram(self, histogram: Histogram | None) -> None:
        """Another film, or none."""
        self._histogram, self._grip = histogram, None
        self.update()

    def show_window(self, ends: tuple[float, float], light: NDArray[np.uint8]) -> None:
        """Where the window lies now.

        Args:
            ends: modality values of its lower and upper end.
            light: (N,) uint8, how light each bin of the histogram is shown.
        """
        self._ends, self._light = ends, light
        text = self.tr("From {low} to {high}").format(
            low=figure(ends[0], ".5g"), high=figure(ends[1], ".5g")
        )
        self.setAccessibleDescription(text)
        self.update()

    def handle_points(self) -> tuple[QPointF, QPointF]:
        """Where the two handles are, in widget pixels; at the edge when they lie beyond it."""
        middle = self._plot().center().y()
        return QPointF(self._x(self._ends[0]), middle), QPointF(self._x(self._ends[1]), middle)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(240, _HEIGHT_PX)

    # Inside

    def _plot(self) -> QRectF:
        area = QRectF(self.rect()).adjusted(_HANDLE_PX, 3, -_HANDLE_PX, -3)
        return area.adjusted(0, 0, 0, -_STRIP_PX - 2)

    def _x(self, value: float) -> float:
        found, plot = self._histogram, self._plot()
        if found is None:
            return plot.left()
        share = (value - found.low) / (found.high - found.low)
        return plot.left() + min(max(share, 0.0), 1.0) * plot.width()

    def _value(self, x: float) -> float:
        found, plot = self._histogram, self._plot()
        share = (x - plot.left()) / max(plot.width(), 1.0)
        return found.low + share * (found.high - found.low)

    def _moves_at(self, at: QPointF) -> tuple[int, int]:
        """Which ends a press there takes: the nearer handle, both between them, else none."""
        low, high = (point.x() for point in self.handle_points())
        to_low, to_high = abs(at.x() - low), abs(at.x() - high)
        if min(to_low, to_high) <= _GRIP_PX:
            # Of two handles on one spot, the one that can be pulled to where the press is.
            is_low = to_low < to_high or (to_low == to_high and at.x() < low)
            return (1, 0) if is_low else (0, 1)
        return (1, 1) if low < at.x() < high else (0, 0)

    def _move_to(self, ends: tuple[float, float]) -> None:
        least = (self._histogram.high - self._histogram.low) / 4096
        low, high = ends
        if high - low < least:
            is_low_moved = low != self._ends[0]
            low, high = (high - least, high) if is_low_moved else (low, low + least)
        self.ends_changed.emit(low, high)

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        moves = self._moves_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and self._histogram and any(moves):
            self._grip = _Grip(moves, self._value(event.position().x()), self._ends)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._grip is None:
            shape = {
                (1, 1): Qt.CursorShape.SizeAllCursor,
                (0, 0): Qt.CursorShape.ArrowCursor,
            }.get(self._moves_at(event.position()), Qt.CursorShape.SizeHorCursor)
            self.setCursor(shape)
            return
        by = self._value(event.position().x()) - self._grip.at
        low, high = (
            end + by * moves for end, moves in zip(self._grip.ends, self._grip.moves, strict=True)
        )
        self._move_to((low, high))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._grip = None

    def event(self, event: QEvent) -> bool:
        """Claims the arrow keys, which elsewhere go through the list of images."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() not in _KEYS or self._histogram is None:
            super().keyPressEvent(event)
            return
        is_coarse = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = (_COARSE_STEP if is_coarse else _STEP) * (self._histogram.high - self._histogram.low)
        low, high = _KEYS[event.key()]
        self._move_to((self._ends[0] + low * step, self._ends[1] + high * step))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(theme.ACCENT if self.hasFocus() else theme.LINE))
        painter.setBrush(QColor(theme.RAISED))
        painter.drawRoundedRect(area, 4, 4)
        if self._histogram is None:
            return
        self._draw_counts(painter, self._histogram.counts)
        self._draw_greys(painter)
        self._draw_window(painter)

    def _draw_counts(self, painter: QPainter, counts: NDArray[np.int64]) -> None:
        """Square roots: the few pixels of small structures stay visible beside the many."""
        plot = self._plot()
        heights = np.sqrt(counts / max(int(counts.max()), 1)) * plot.height()
        xs = plot.left() + (np.arange(counts.size) + 0.5) * plot.width() / counts.size
        corners = [QPointF(x, plot.bottom() - y) for x, y in zip(xs, heights, strict=True)]
        outline = [QPointF(plot.left(), plot.bottom()), *corners, plot.bottomRight()]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.FAINT))
        painter.drawPolygon(QPolygonF(outline))

    def _draw_greys(self, painter: QPainter) -> None:
        if self._light is None:
            return
        plot = self._plot()
        strip = QRectF(plot.left(), plot.bottom() + 2, plot.width(), _STRIP_PX)
        painter.drawImage(strip, grey_image(np.ascontiguousarray(self._light[None])))

    def _draw_window(self, painter: QPainter) -> None:
        """The curve from values to light, and the handles."""
        plot = self._plot()
        if self._light is not None:
            xs = plot.left() + (np.arange(self._light.size) + 0.5) * plot.width() / self._light.size
            ys = plot.bottom() - self._light / 255.0 * plot.height()
            painter.setPen(QPen(QColor(theme.ACCENT), 1.2, Qt.PenStyle.DashLine))
            painter.drawPolyline([QPointF(x, y) for x, y in zip(xs, ys, strict=True)])
        painter.setPen(QPen(QColor(theme.ACCENT), 2.0))
        painter.setBrush(QColor(theme.ACCENT))
        for point in self.handle_points():
            painter.drawLine(QPointF(point.x(), plot.top()), QPointF(point.x(), plot.bottom()))
            painter.drawEllipse(point, _HANDLE_PX - 1, _HANDLE_PX - 1)
