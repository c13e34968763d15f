"""Figures of a training by epoch as lines: readable axes, the best epoch marked, values on hover.

Lines differ in colour, stroke and dot, so that they can be told apart without colours.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.language import figure
from desktop.views import theme

_PAD_PX, _GAP_PX = 10, 6
_DOT_PX = 2.5
_SAMPLE_PX = 26  # of a line in the legend
_MOST_TICKS = 6
_LEAST_SIZE = QSize(260, 170)
_COLOURS = ("ACCENT", "ABOVE")
_STROKES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
_UP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class Line:
    """One figure.

    Attributes:
        name: as the legend says it.
        values: by epoch, the first one is epoch 1; None where it is undefined.
    """

    name: str
    values: Sequence[float | None]


def nice_ticks(low: float, high: float, most: int = _MOST_TICKS) -> tuple[float, ...]:
    """Round numbers from at or below `low` to at or above `high`, at most `most` steps apart."""
    span = max(high - low, 1e-9)
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(factor * power for factor in (1, 2, 5, 10) if span / (factor * power) <= most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(step * number for number in range(first, last + 1))


class Chart(QWidget):
    """Up to two lines over the epochs.

    Args:
        title: what is drawn.
        limits: both ends of the vertical axis; None: as the values need, from 0.
    """

    def __init__(
        self,
        title: str,
        limits: tuple[float, float] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._limits = title, limits
        self._lines: tuple[Line, ...] = ()
        self._epochs, self._best = 1, 0
        self._pointed: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(title)

    def show_lines(self, lines: Sequence[Line], epochs: int, best: int) -> None:
        """Shows other values.

        Args:
            lines: at most two.
            epochs: that the training takes at most, 1 or more.
            best: number of the best epoch, 0 while there is none.
        """
        self._lines, self._best = tuple(lines), best
        self._epochs = max(1, epochs, *(len(line.values) for line in lines))
        done = max((len(line.values) for line in lines), default=0)
        self.setAccessibleDescription(self.values_at(done) if done else "")
        self.update()

    def values_at(self, epoch: int) -> str:
        """The figures of an epoch in words."""
        parts = [self.tr("Epoch {number}").format(number=epoch)]
        for line in self._lines:
            value = line.values[epoch - 1] if 0 < epoch <= len(line.values) else None
            if value is not None:
                parts.append(f"{line.name} {figure(value, '.3f')}")
        if epoch == self._best:
            parts.append(self.tr("best epoch"))
        return ", ".join(parts)

    # Below: where things are, in widget pixels.

    def plot(self) -> QRectF:
        """The area between the axes."""
        metrics = self.fontMetrics()
        words = metrics.height()
        widest = max(metrics.horizontalAdvance(text) for _, text in self._rows())
        top = _PAD_PX + 3 * words + 2 * _GAP_PX  # title, legend, name of the best epoch
        bottom = _PAD_PX + 2 * words + _GAP_PX
        return QRectF(self.rect()).adjusted(
            _PAD_PX + widest + _GAP_PX, top, -_PAD_PX - _GAP_PX, -bottom
        )

    def point(self, epoch: int, value: float) -> QPointF:
        """Where a value is drawn."""
        plot, (low, high) = self.plot(), self._ends()
        across = 0.5 if self._epochs == 1 else (epoch - 1) / (self._epochs - 1)
        up = (min(max(value, low), high) - low) / (high - low)
        return QPointF(plot.left() + across * plot.width(), plot.bottom() - up * plot.height())

    def _ends(self) -> tuple[float, float]:
        if self._limits is not None:
            return self._limits
        known = [value for line in self._lines for value in line.values if value is not None]
        ticks = nice_ticks(0.0, max([value for value in known if math.isfinite(value)] or [1.0]))
        return 0.0, ticks[-1] if ticks[-1] > 0 else 1.0

    def _rows(self) -> list[tuple[float, str]]:
        low, high = self._ends()
        ticks = [tick for tick in nice_ticks(low, high) if low - 1e-9 <= tick <= high + 1e-9]
        step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        return [(tick, figure(tick, f".{digits}f")) for tick in ticks]

    def _columns(self) -> list[int]:
        wide = max(1, self.fontMetrics().horizontalAdvance("000"))
        most = max(2, int(self.plot().width() / wide))
        inner = [round(tick) for tick in nice_ticks(1, self._epochs, min(10, most // 2))]
        return sorted({1, *(tick for tick in inner if 1 < tick <= self._epochs)})

    def _epoch_at(self, x: float) -> int | None:
        done = max((len(line.values) for line in self._lines), default=0)
        if not done:
            return None
        plot = self.plot()
        share = (x - plot.left()) / max(1.0, plot.width())
        return min(done, max(1, round(1 + share * (self._epochs - 1))))

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return _LEAST_SIZE * 1.4

    def minimumSizeHint(self) -> QSize:
        """A chart that can still be read."""
        return _LEAST_SIZE

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells the figures of the epoch under the pointer."""
        self._point_at(self._epoch_at(event.position().x()), event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from epoch to epoch."""
        done = max((len(line.values) for line in self._lines), default=0)
        if event.key() not in _UP or not done:
            super().keyPressEvent(event)
            return
        before = done if self._pointed is None else self._pointed
        epoch = min(done, max(1, before + _UP[event.key()]))
        place = self.mapToGlobal(self.plot().center().toPoint())
        self._point_at(epoch, place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Points at no epoch any more."""
        super().focusOutEvent(event)
        self._pointed = None
        self.update()

    def leaveEvent(self, event) -> None:  # noqa: ANN001 - QEvent
        """Points at no epoch any more."""
        super().leaveEvent(event)
        self._pointed = None
        self.update()

    def _point_at(self, epoch: int | None, place) -> None:  # noqa: ANN001 - QPoint, on the screen
        self._pointed = epoch
        if epoch is not None:
            self.setAccessibleDescription(self.values_at(epoch))
            QToolTip.showText(place, self.values_at(epoch), self)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws frame, axes, best epoch and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.ACCENT if self.hasFocus() else theme.LINE
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(theme.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._draw_axes(painter)
        self._draw_words(painter)
        if self._best:
            self._draw_best(painter)
        if self._pointed is not None:
            painter.setPen(QPen(QColor(theme.FAINT), 1))
            x = self.point(self._pointed, 0.0).x()
            painter.drawLine(QPointF(x, self.plot().top()), QPointF(x, self.plot().bottom()))
        for number, line in enumerate(self._lines):
            self._draw_line(painter, line, number)

    def _draw_axes(self, painter: QPainter) -> None:
        plot, words = self.plot(), self.fontMetrics().height()
        for tick, text in self._rows():
            y = self.point(1, tick).y()
            painter.setPen(QColor(theme.LINE))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.MUTED))
            room = QRectF(0, y - words / 2, plot.left() - _GAP_PX, words)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), text)
        painter.setPen(QColor(theme.MUTED))
        for epoch in self._columns():
            x = self.point(epoch, 0.0).x()
            room = QRectF(x - 30, plot.bottom() + 3, 60, words)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), str(epoch))
        below = QRectF(plot.left(), plot.bottom() + 3 + words, plot.width(), words)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), self.tr("Epoch"))

    def _draw_words(self, painter: QPainter) -> None:
        """The title, and below it what the lines are."""
        metrics, words = self.fontMetrics(), self.fontMetrics().height()
        painter.setPen(QColor(theme.TEXT))
        font = painter.font()
        font.setBold(True)
        painter.save()
        painter.setFont(font)
        room = QRectF(_PAD_PX, _PAD_PX, self.width() - 2 * _PAD_PX, words)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), self._title)
        painter.restore()
        x, y = float(_PAD_PX), float(_PAD_PX + words + _GAP_PX)
        for number, line in enumerate(self._lines):
            middle = y + words / 2
            painter.setPen(self._pen(number))
            painter.drawLine(QPointF(x, middle), QPointF(x + _SAMPLE_PX, middle))
            self._draw_dot(painter, QPointF(x + _SAMPLE_PX / 2, middle), number)
            x += _SAMPLE_PX + _GAP_PX
            painter.setPen(QColor(theme.MUTED))
            left = max(0, int(self.width() - _PAD_PX - x))
            shown = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, left)
            painter.drawText(QPointF(x, y + metrics.ascent()), shown)
            x += metrics.horizontalAdvance(shown) + 2 * _PAD_PX

    def _draw_best(self, painter: QPainter) -> None:
        plot, metrics = self.plot(), self.fontMetrics()
        x = self.point(self._best, 0.0).x()
        painter.setPen(QPen(QColor(theme.GOOD), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        text = self.tr("best: {number}").format(number=self._best)
        wide = metrics.horizontalAdvance(text)
        left = min(max(x - wide / 2, plot.left()), self.width() - _PAD_PX - wide)
        painter.setPen(QColor(theme.GOOD))
        painter.drawText(QPointF(left, plot.top() - metrics.descent() - 1), text)

    def _draw_line(self, painter: QPainter, line: Line, number: int) -> None:
        before: QPointF | None = None
        for epoch, value in enumerate(line.values, start=1):
            if value is None or not math.isfinite(value):
                before = None
                continue
            here = self.point(epoch, value)
            if before is not None:
                painter.setPen(self._pen(number))
                painter.drawLine(before, here)
            if self._epochs <= 60:
                self._draw_dot(painter, here, number)
            before = here

    def _draw_dot(self, painter: QPainter, place: QPointF, number: int) -> None:
        """Round for the first line, square for the second."""
        colour = QColor(getattr(theme, _COLOURS[number]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if number == 0:
            painter.drawEllipse(place, _DOT_PX, _DOT_PX)
        else:
            side = 2 * _DOT_PX
            painter.drawRect(QRectF(place.x() - _DOT_PX, place.y() - _DOT_PX, side, side))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _pen(self, number: int) -> QPen:
        return QPen(QColor(getattr(theme, _COLOURS[number])), 1.8, _STROKES[number])
