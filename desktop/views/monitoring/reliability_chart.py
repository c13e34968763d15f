"""Is a probability a frequency? Before and after a recalibration, beside the line where it is."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure
from desktop.views import theme

_PAD_PX, _GAP_PX, _SAMPLE_PX = 10, 6, 26
_DOT_PX = 3.5
_LEAST = QSize(280, 280)
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_COLOURS = ("ABOVE", "ACCENT")
_STROKES = (Qt.PenStyle.DashLine, Qt.PenStyle.SolidLine)

Bins = Sequence[Mapping[str, Any]]


class ReliabilityChart(QWidget):
    """Mean probability against frequency, in bins; the old ones dashed, the new ones solid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: tuple[Bins, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Probability against frequency"))

    def show_bins(self, old: Bins, new: Bins) -> None:
        """Shows other figures; each bin has ``mean_probability``, ``frequency`` and ``count``."""
        self._sides = (old, new)
        told = [
            f"{name}: " + ", ".join(
                f"{100 * b['mean_probability']:.0f} % {100 * b['frequency']:.0f} %" for b in bins
            )
            for name, bins in zip(self._names(), self._sides, strict=True)
        ]  # fmt: skip
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _names(self) -> tuple[str, str]:
        return self.tr("before"), self.tr("after, on held-out patients")

    def _plot(self) -> QRectF:
        words = self.fontMetrics().height()
        left = _PAD_PX + self.fontMetrics().horizontalAdvance("100 %") + _GAP_PX + words
        return QRectF(self.rect()).adjusted(
            left, _PAD_PX + 2 * (words + 2) + _GAP_PX, -_PAD_PX - 14, -(_PAD_PX + 2 * words + 4)
        )

    def _point(self, x: float, y: float) -> QPointF:
        plot = self._plot()
        return QPointF(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A chart that can still be read, also with larger words."""
        side = max(_LEAST.height(), 19 * self.fontMetrics().height())
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws frame, axes, the line of perfect calibration, and both sides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.LINE))
        painter.setBrush(QColor(theme.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._draw_axes(painter)
        painter.setPen(QPen(QColor(theme.EDGE), 1, Qt.PenStyle.DotLine))
        painter.drawLine(self._point(0, 0), self._point(1, 1))
        for number, bins in enumerate(self._sides):
            self._draw_side(painter, bins, number)
        self._draw_legend(painter)

    def _draw_axes(self, painter: QPainter) -> None:
        plot, words = self._plot(), self.fontMetrics().height()
        for tick in _TICKS:
            painter.setPen(QColor(theme.LINE))
            painter.drawLine(self._point(0, tick), self._point(1, tick))
            painter.setPen(QColor(theme.MUTED))
            text = f"{figure(100 * tick, '.0f')} %"
            y, x = self._point(0, tick).y(), self._point(tick, 0).x()
            room = QRectF(0, y - words / 2, plot.left() - _GAP_PX, words)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), text)
            below = QRectF(x - 30, plot.bottom() + 3, 60, words)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), text)
        foot = QRectF(plot.left(), plot.bottom() + 3 + words, plot.width(), words)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignHCenter), self.tr("Probability"))
        painter.save()
        painter.translate(_PAD_PX, plot.center().y())
        painter.rotate(-90)
        side = QRectF(-plot.height() / 2, 0, plot.height(), words)
        painter.drawText(side, int(Qt.AlignmentFlag.AlignHCenter), self.tr("Frequency"))
        painter.restore()

    def _draw_side(self, painter: QPainter, bins: Bins, number: int) -> None:
        points = [self._point(b["mean_probability"], b["frequency"]) for b in bins]
        painter.setPen(self._pen(number))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one, other in pairwise(points):
            painter.drawLine(one, other)
        for point in points:
            self._draw_dot(painter, point, number)

    def _draw_legend(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        for number, name in enumerate(self._names()):
            y = _PAD_PX + number * (metrics.height() + 2)
            middle = y + metrics.height() / 2
            painter.setPen(self._pen(number))
            painter.drawLine(QPointF(_PAD_PX, middle), QPointF(_PAD_PX + _SAMPLE_PX, middle))
            self._draw_dot(painter, QPointF(_PAD_PX + _SAMPLE_PX / 2, middle), number)
            painter.setPen(QColor(theme.TEXT))
            left = _PAD_PX + _SAMPLE_PX + _GAP_PX
            shown = metrics.elidedText(
                name, Qt.TextElideMode.ElideRight, self.width() - left - _PAD_PX
            )
            painter.drawText(QPointF(left, y + metrics.ascent()), shown)

    def _draw_dot(self, painter: QPainter, place: QPointF, number: int) -> None:
        """Square before, round after."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme, _COLOURS[number])))
        if number:
            painter.drawEllipse(place, _DOT_PX, _DOT_PX)
        else:
            side = 2 * _DOT_PX
            painter.drawRect(QRectF(place.x() - _DOT_PX, place.y() - _DOT_PX, side, side))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _pen(self, number: int) -> QPen:
        return QPen(QColor(getattr(theme, _COLOURS[number])), 1.8, _STROKES[number])
