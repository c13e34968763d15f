"""What all charts share: pyqtgraph draws between the axes, on a card, in the colours of the theme.

A chart is for looking at: the mouse neither moves nor scales it, for it stands in pages that
scroll. It points, as the arrow keys do, and what is pointed at is told in words.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsObject,
    QGraphicsScene,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.views import theme
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel, plain_tooltip

pg.setConfigOptions(antialias=True)

_PAD_PX, _GAP_PX = 10, 5
_NEAR_PX = 8.0  # beyond the axes: what still points into the plot
_SAMPLE_PX = 34  # of a line in the legend, with the gaps around it
_DOT_PX, _RING_PX = 6, 13
_OVER_PX, _EDGE_PX = 40, 4
_WIDEST = "100 %"  # of the numbers below an axis, the last one stands beyond it by half
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FLAT = 1e-6  # share of an axis, so that rounding loses no tick at its end


@dataclass(frozen=True)
class Series:
    """How a line is told from the others, also without colours.

    Attributes:
        colour: name in the theme.
        stroke: of its pen.
        symbol: of its dots, as pyqtgraph names them.
    """

    colour: str
    stroke: Qt.PenStyle
    symbol: str

    def ink(self) -> QColor:
        """Its colour in the theme in use."""
        return QColor(getattr(theme, self.colour))

    def pen(self) -> QPen:
        """As it is drawn."""
        return pg.mkPen(self.ink(), width=2, style=self.stroke)


FIRST = Series("ACCENT", Qt.PenStyle.SolidLine, "o")
SECOND = Series("ABOVE", Qt.PenStyle.DashLine, "s")
SERIES = (FIRST, SECOND)


@dataclass(frozen=True)
class Stop:
    """A place that can be pointed at.

    Attributes:
        across: on the horizontal axis.
        up: on the vertical one; None: the whole column.
        words: what is there.
    """

    across: float
    up: float | None
    words: str


class _Axis(pg.AxisItem):
    """One that also writes the numbers at its very ends, which stand beyond them by half."""

    def boundingRect(self) -> QRectF:
        """With room for them."""
        return super().boundingRect().adjusted(-_OVER_PX, -_OVER_PX, _OVER_PX, _OVER_PX)


class Plot(QFrame):
    """A chart on a card; subclasses say what is drawn and where one can point.

    Args:
        title: what is drawn; "": nothing is written above it.
        key: how it is to be read.
        columns: of the legend.
        is_square: whether both axes are about as long as each other.
    """

    def __init__(
        self,
        title: str,
        key: str = "",
        *,
        columns: int = 1,
        is_square: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_square = is_square
        self._pointed: int | None = None
        self._beyond = 0
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        self._make_view(columns)
        self._instead = PlainLabel("", "muted", wraps=True)
        self._instead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._instead.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX)
        column.setSpacing(2)
        if title:
            column.addWidget(ElidedLabel(title, "strong", mode=Qt.TextElideMode.ElideRight))
        if key:
            column.addWidget(PlainLabel(key, "muted", wraps=True))
        column.addWidget(self._view, 1)
        column.addWidget(self._instead, 1)

    def _make_view(self, columns: int) -> None:
        """The legend, below it two axes and what lies between them."""
        self._view = pg.GraphicsLayoutWidget()
        self._view.setAntialiasing(True)  # for what pyqtgraph's option leaves out
        # An index of places would still hold what a redrawing has taken away: Qt then crashes.
        self._view.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._legend = pg.LegendItem(frame=False, colCount=columns, verSpacing=-3)
        self._legend.layout.setContentsMargins(0, 0, 0, 0)
        self._named: list[str] = []
        self._view.addItem(self._legend, 0, 0, 1, 2)
        self._box = self._view.addViewBox(1, 1, enableMenu=False, enableMouse=False)
        self._box.setFlag(QGraphicsObject.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self._box.disableAutoRange()
        self._axes = {side: _Axis(side, linkView=self._box) for side in ("left", "bottom")}
        self._view.addItem(self._axes["left"], 1, 0)
        self._view.addItem(self._axes["bottom"], 2, 1)
        for axis in self._axes.values():
            axis.setZValue(self._box.zValue() - 1)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickAlpha=255)
        layout = self._view.ci.layout
        layout.setSpacing(0)
        self._head(_GAP_PX)
        layout.setAlignment(self._legend, Qt.AlignmentFlag.AlignLeft)
        layout.setRowStretchFactor(1, 100)
        layout.setColumnStretchFactor(1, 100)
        self._box.sigResized.connect(self.redraw)  # what is as wide as words

    # What a chart says of itself.

    @abstractmethod
    def _draw(self) -> None:
        """Adds what is drawn, in the colours and at the size of now."""

    def _stops(self) -> Sequence[Stop]:
        """Where one can point, from left to right."""
        return ()

    # What it does that with.

    def redraw(self) -> None:
        """Draws everything anew."""
        self._view.setBackground(str(theme.RAISED))
        self._box.clear()
        self._legend.clear()
        self._named = []
        self._beyond = self.fontMetrics().horizontalAdvance(_WIDEST) // 2
        self._view.ci.layout.setContentsMargins(_EDGE_PX, 0, self._beyond, _EDGE_PX)
        self._legend.setLabelTextColor(QColor(theme.TEXT))
        self._legend.setLabelTextSize(f"{self.font().pointSizeF()}pt")
        for axis in self._axes.values():
            axis.setPen(QColor(theme.LINE))
            axis.setTickPen(QColor(theme.LINE))
            axis.setTextPen(QColor(theme.MUTED))
            axis.setStyle(tickFont=self.font())
            axis.label.setFont(self.font())
        self._mark = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme.FAINT))
        self._ring = pg.ScatterPlotItem(size=_RING_PX, pen=pg.mkPen(theme.TEXT), brush=None)
        self._draw()
        for item in (self._mark, self._ring):
            self._box.addItem(item)
        self._elide()
        self._show_pointed()

    def _show_instead(self, words: str, *, is_empty: bool) -> None:
        """Words where there is nothing to draw."""
        self._instead.setText(words)
        self._instead.setVisible(is_empty)
        self._view.setHidden(is_empty)

    def _span(self, across: tuple[float, float], up: tuple[float, float]) -> None:
        """What the axes go from and to."""
        self._box.setRange(xRange=across, yRange=up, padding=_FLAT)

    def _head(self, height: float) -> None:
        """Room above the plot, in pixels."""
        self._view.ci.layout.setRowSpacing(0, height)

    def _scale(
        self, side: str, ticks: Sequence[tuple[float, str]], *, label: str = "", has_grid: bool
    ) -> None:
        """Where an axis (left, bottom) has numbers, and lines across the plot."""
        axis, metrics = self._axes[side], self.fontMetrics()
        axis.setTicks([list(ticks)])
        axis.setGrid(255 if has_grid else False)
        axis.setLabel(escape(label), color=str(theme.MUTED))
        beside = metrics.height() + 2 * _GAP_PX if label else _GAP_PX
        words = [text for _, text in ticks] or [""]
        if side == "left":  # room is made now: pyqtgraph would move everything after it has painted
            axis.setWidth(beside + max(metrics.horizontalAdvance(text) for text in words))
        else:
            lines = 1 + max(text.count("\n") for text in words)
            axis.setHeight(beside + lines * metrics.height())

    def _add(self, item: QGraphicsObject) -> None:
        self._box.addItem(item)

    def _add_line(
        self,
        series: Series,
        places: Sequence[tuple[float, float]],
        *,
        name: str = "",
        has_dots: bool = True,
    ) -> None:
        """A line through places, broken where one is not a number."""
        x, y = np.array(places, float).reshape(-1, 2).T
        if not np.isfinite(y).any():  # pyqtgraph looks for the largest of the dots
            x, y = x[:0], y[:0]
        if has_dots:
            line = pg.PlotDataItem(
                x, y, pen=series.pen(), connect="finite", symbol=series.symbol,
                symbolSize=_DOT_PX, symbolPen=None, symbolBrush=series.ink(),
            )  # fmt: skip
        else:
            line = pg.PlotCurveItem(x, y, pen=series.pen(), connect="finite")
        self._box.addItem(line)
        if name:
            self._legend.addItem(line, escape(name))
            self._named.append(name)

    def _add_diagonal(self) -> None:
        """Where both axes say the same."""
        pen = pg.mkPen(theme.FAINT, style=Qt.PenStyle.DotLine)
        self._add_pieces(np.array([0.0, 1.0]), np.array([0.0, 1.0]), pen)

    def _add_pieces(self, across: np.ndarray, up: np.ndarray, pen: QPen) -> None:
        """Straight pieces, each from one place to the next."""
        self._box.addItem(pg.PlotCurveItem(across, up, pen=pen, connect="pairs"))

    def area(self) -> QRectF:
        """What lies between the axes, in widget pixels."""
        place = self._box.sceneBoundingRect()
        return place.translated(QPointF(self._view.pos()))

    def point(self, across: float, up: float) -> QPointF:
        """Where a value is drawn, in widget pixels."""
        place = self._box.mapViewToScene(QPointF(across, up))
        return QPointF(place) + QPointF(self._view.pos())

    # Pointing

    def _point_at(self, number: int | None, where: QPoint | None = None) -> None:
        self._pointed = number
        self._show_pointed()
        if number is not None:
            words = self._stops()[number].words
            self.setAccessibleDescription(words)
            QToolTip.showText(where, plain_tooltip(words).replace("\n", "<br>"), self)

    def _show_pointed(self) -> None:
        stops = self._stops()
        if self._pointed is not None and self._pointed >= len(stops):
            self._pointed = None
        stop = None if self._pointed is None else stops[self._pointed]
        self._mark.setVisible(stop is not None and stop.up is None)
        self._ring.setVisible(stop is not None and stop.up is not None)
        if stop is None:
            return
        self._mark.setPos(stop.across)
        self._ring.setData([stop.across], [0.0 if stop.up is None else stop.up])

    def _nearest(self, at: QPointF) -> int | None:
        """The stop next to a place of the widget."""
        room = self.area().adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX)
        stops = self._stops()
        if not stops or self._view.isHidden() or not room.contains(at):
            return None

        def far(number: int) -> float:
            stop = stops[number]
            gap = self.point(stop.across, stop.up or 0.0) - at
            return abs(gap.x()) if stop.up is None else float(np.hypot(gap.x(), gap.y()))

        return min(range(len(stops)), key=far)

    # Qt overrides

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells what is next to the pointer."""
        self._point_at(self._nearest(event.position()), event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from stop to stop, from the last one on."""
        stops = self._stops()
        if event.key() not in _STEPS or not stops:
            super().keyPressEvent(event)
            return
        before = self._first() if self._pointed is None else self._pointed
        number = min(len(stops) - 1, max(0, before + _STEPS[event.key()]))
        self._point_at(number, self.mapToGlobal(self.area().center().toPoint()))

    def _first(self) -> int:
        """The stop that keys start from: beyond the last one."""
        return len(self._stops())

    def leaveEvent(self, event: QEvent) -> None:
        """Points at nothing any more."""
        super().leaveEvent(event)
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Points at nothing any more."""
        super().focusOutEvent(event)
        self._point_at(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts names that have no room."""
        super().resizeEvent(event)
        if self._is_square:  # the legend takes about as much height as the numbers take width
            self._view.setMaximumWidth(max(0, self.height() - _PAD_PX))
        self._elide()

    def _elide(self) -> None:
        wide = min(self.width() - 2 * _PAD_PX, self._view.maximumWidth()) - _EDGE_PX - self._beyond
        metrics, left = self.fontMetrics(), wide
        for (_, label), name in zip(self._legend.items, self._named, strict=True):
            room = left - _SAMPLE_PX
            cut = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
            label.setText(escape(cut))
            left = wide if self._legend.columnCount == 1 else room - metrics.horizontalAdvance(cut)

    def hasHeightForWidth(self) -> bool:
        """Words that wrap take their lines from the plot."""
        return False

    def minimumSizeHint(self) -> QSize:
        """A chart that can still be read."""
        return QSize(260, 170)

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return self.minimumSizeHint()

    def dress_again(self) -> None:
        """Follows the theme and the size of words."""
        self.redraw()
