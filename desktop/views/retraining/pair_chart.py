"""Curves of two models in one square from 0 to 1: told apart by colour, stroke and mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure
from desktop.views import theme

_PAD_PX, _GAP_PX, _SAMPLE_PX = 10, 5, 28
_POINT_PX, _DOT_PX = 5.0, 2.5
_COLOURS = ("ACCENT", "ABOVE")
_STROKES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
_TICKS = (0.0, 0.5, 1.0)
_LEAST = QSize(250, 290)


@dataclass(frozen=True)
class Curve:
    """One model's.

    Attributes:
        name: as the legend says it.
        across: of every corner, 0..1.
        up: likewise.
        point: a marked place, (across, up); None: none.
        has_dots: whether corners are marked.
    """

    name: str
    across: Sequence[float]
    up: Sequence[float]
    point: tuple[float, float] | None = None
    has_dots: bool = False


class PairChart(QWidget):
    """At most two curves.

    Args:
        title: what is drawn.
        across: what the horizontal axis means.
        up: what the vertical one means.
    """

    def __init__(self, title: str, across: str, up: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._across, self._up = title, across, up
        self._curves: tuple[Curve, ...] = ()
        self._instead = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def show_curves(self, curves: Sequence[Curve], instead: str) -> None:
        """Other curves; `instead` is said where there is none."""
        self._curves, self._instead = tuple(curves), "" if curves else instead
        told = [curve.name for curve in curves] or [instead]
        self.setAccessibleDescription(", ".join(told))
        self.updateGeometry()
        self.update()

    # Where things are, in widget pixels.

    def plot(self) -> QRectF:
        """The square between the axes."""
        line = self.fontMetrics().height()
        top = _PAD_PX + (1 + len(self._curves)) * (line + _GAP_PX)
        left = _PAD_PX + line + 2 * _GAP_PX + self.fontMetrics().horizontalAdvance("0.0")
        bottom = _PAD_PX + 2 * line + _GAP_PX
        wide = self.width() - left - 2 * _PAD_PX
        side = max(60.0, min(wide, self.height() - top - bottom))
        return QRectF(left + (wide - side) / 2, top, side, side)

    def place(self, across: float, up: float) -> QPointF:
        """Where a point of the square is drawn."""
        plot = self.plot()
        return QPointF(plot.left() + across * plot.width(), plot.bottom() - up * plot.height())

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A square with words around it."""
        return QSize(340, 400)

    def minimumSizeHint(self) -> QSize:
        """One that can still be read."""
        return _LEAST

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws frame, words, axes, curves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.LINE))
        painter.setBrush(QColor(theme.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._draw_words(painter)
        if not self._curves:
            painter.setPen(QColor(theme.MUTED))
            wrapped = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.plot().toRect(), wrapped, self._instead)
            return
        self._draw_axes(painter)
        for number, curve in enumerate(self._curves):
            self._draw_curve(painter, curve, number)

    def _draw_words(self, painter: QPainter) -> None:
        metrics, line = painter.fontMetrics(), painter.fontMetrics().height()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.TEXT))
        wide = self.width() - 2 * _PAD_PX
        elide = Qt.TextElideMode.ElideRight
        title = painter.fontMetrics().elidedText(self._title, elide, wide)
        painter.drawText(_PAD_PX, _PAD_PX + metrics.ascent(), title)
        font.setBold(False)
        painter.setFont(font)
        for number, curve in enumerate(self._curves):
            top = _PAD_PX + (number + 1) * (line + _GAP_PX)
            middle = top + line / 2
            painter.setPen(_pen(number))
            painter.drawLine(QPointF(_PAD_PX, middle), QPointF(_PAD_PX + _SAMPLE_PX, middle))
            painter.setPen(QColor(theme.TEXT))
            room = wide - _SAMPLE_PX - _GAP_PX
            name = metrics.elidedText(curve.name, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(_PAD_PX + _SAMPLE_PX + _GAP_PX, top + metrics.ascent(), name)

    def _draw_axes(self, painter: QPainter) -> None:
        plot, metrics = self.plot(), painter.fontMetrics()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tick in _TICKS:
            painter.setPen(QColor(theme.LINE))
            painter.drawLine(self.place(tick, 0.0), self.place(tick, 1.0))
            painter.drawLine(self.place(0.0, tick), self.place(1.0, tick))
            painter.setPen(QColor(theme.MUTED))
            text = figure(tick, ".1f")
            wide = metrics.horizontalAdvance(text)
            below = QPointF(self.place(tick, 0).x() - wide / 2, plot.bottom() + metrics.ascent())
            painter.drawText(below + QPointF(0, 3), text)
            beside = QPointF(plot.left() - wide - _GAP_PX, self.place(0, tick).y())
            painter.drawText(beside + QPointF(0, metrics.ascent() / 2 - 1), text)
        painter.setPen(QPen(QColor(theme.FAINT), 1, Qt.PenStyle.DotLine))
        painter.drawLine(self.place(0.0, 0.0), self.place(1.0, 1.0))
        painter.setPen(QColor(theme.MUTED))
        line = metrics.height()
        whole = QRectF(_PAD_PX, plot.bottom() + line + _GAP_PX, self.width() - 2 * _PAD_PX, line)
        centred = Qt.AlignmentFlag.AlignCenter
        across = metrics.elidedText(self._across, Qt.TextElideMode.ElideRight, int(whole.width()))
        painter.drawText(whole, centred, across)
        painter.save()
        painter.translate(plot.left() - metrics.horizontalAdvance("0.0") - 2 * _GAP_PX - line, 0)
        painter.translate(0, plot.center().y())
        painter.rotate(-90)
        up = metrics.elidedText(self._up, Qt.TextElideMode.ElideRight, int(plot.height()))
        painter.drawText(QRectF(-plot.height() / 2, 0, plot.height(), line), centred, up)
        painter.restore()

    def _draw_curve(self, painter: QPainter, curve: Curve, number: int) -> None:
        corners = [self.place(x, y) for x, y in zip(curve.across, curve.up, strict=True)]
        painter.setPen(_pen(number))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(corners))
        colour = QColor(getattr(theme, _COLOURS[number]))
        painter.setPen(QPen(colour, 2))
        if curve.has_dots:
            painter.setBrush(colour)
            for corner in corners:
                painter.drawEllipse(corner, _DOT_PX, _DOT_PX)
        if curve.point is not None:
            painter.setBrush(QColor(theme.RAISED))
            painter.drawEllipse(self.place(*curve.point), _POINT_PX, _POINT_PX)


def _pen(number: int) -> QPen:
    return QPen(QColor(getattr(theme, _COLOURS[number])), 2, _STROKES[number])
