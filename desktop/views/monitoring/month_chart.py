"""Figures by month, with model versions as bands: boxes of distributions, or shares with intervals.

Everything drawn is also said: months in words on hover and by the arrow keys, and in the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QPointF, QRect, QRectF, QSize, Qt
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
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.language import figure
from desktop.views import theme

_PAD_PX, _GAP_PX = 10, 6
_FLAG_PX, _DOT_PX = 5.0, 3.0
_WIDEST_PX = 22.0  # of a box
_LEAST_SIZE = QSize(340, 190)
_TOPS = (0.1, 0.2, 0.5, 1.0)  # of the axis, where it follows what is drawn
_STEPS_OF_AXIS = 4
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class Mark:
    """What is drawn of one month and one version.

    Attributes:
        month: YYYY-MM.
        version: place of the version.
        middle: 0..1.
        low: lower end of the whisker.
        high: its upper end.
        box: lower and upper end of the box; None: only a dot.
        is_flagged: whether a triangle points at it.
        words: the same in words.
    """

    month: str
    version: int
    middle: float
    low: float
    high: float
    box: tuple[float, float] | None = None
    is_flagged: bool = False
    words: str = ""


@dataclass(frozen=True)
class Band:
    """The months in which a version scored.

    Attributes:
        version: its place.
        name: for people.
        first: month, YYYY-MM.
        last: month.
        point: threshold to draw a line at, 0..1; None: none.
    """

    version: int
    name: str
    first: str
    last: str
    point: float | None = None


class MonthChart(QWidget):
    """One figure over the months.

    Args:
        title: what is drawn.
        key: how it is to be read, one line.
        lines: height in lines of words.
        follows: whether the axis ends where the figures do, not always at 100 %.
    """

    def __init__(
        self,
        title: str,
        key: str,
        *,
        lines: int = 16,
        follows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._key = title, key
        self._lines, self._follows, self._top = lines, follows, 1.0
        self._bands: tuple[Band, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._months: tuple[str, ...] = ()
        self._pointed: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(title)

    def show_marks(self, bands: Sequence[Band], marks: Sequence[Mark]) -> None:
        """Shows other figures."""
        self._bands, self._marks = tuple(bands), tuple(marks)
        named = [month for band in bands for month in (band.first, band.last)]
        self._months = months_between(min(named), max(named)) if named else ()
        highest = max((mark.high for mark in self._marks), default=1.0)
        tops = (top for top in _TOPS if top >= min(highest, 1.0))
        self._top = next(tops) if self._follows else 1.0
        self._pointed = None
        self.setAccessibleDescription("; ".join(mark.words for mark in self._marks))
        self.updateGeometry()
        self.update()

    def words_of(self, place: int) -> str:
        """A month's figures."""
        month = self._months[place]
        told = [mark.words for mark in self._marks if mark.month == month]
        return "\n".join(told) if told else self.tr("{month}: nothing").format(month=month)

    # Below: where things are, in widget pixels.

    def plot(self) -> QRectF:
        """The area between the axes."""
        metrics = self.fontMetrics()
        words = metrics.height()
        left = _PAD_PX + metrics.horizontalAdvance(figure(100, ".0f") + " %") + _GAP_PX
        head = words + self._key_height() + _GAP_PX
        top = _PAD_PX + head + self._band_rows() * (words + 2) + 2 * _FLAG_PX
        return QRectF(self.rect()).adjusted(left, top, -_PAD_PX, -(_PAD_PX + 2 * words + 4))

    def _key_height(self) -> int:
        room = QRect(0, 0, self.width() - 2 * _PAD_PX, self.height())
        wraps = int(Qt.TextFlag.TextWordWrap)
        return self.fontMetrics().boundingRect(room, wraps, self._key).height()

    def _band_rows(self) -> int:
        return min(2, len(self._bands))

    def column(self, month: str) -> QRectF:
        """The column of a month in the plot."""
        plot = self.plot()
        wide = plot.width() / max(1, len(self._months))
        place = self._months.index(month)
        return QRectF(plot.left() + place * wide, plot.top(), wide, plot.height())

    def _y(self, value: float) -> float:
        plot = self.plot()
        return plot.bottom() - min(1.0, max(0.0, value / self._top)) * plot.height()

    def _x(self, mark: Mark) -> float:
        """The middle of its column; several versions of a month share it."""
        column = self.column(mark.month)
        beside = [other.version for other in self._marks if other.month == mark.month]
        share = (beside.index(mark.version) + 0.5) / len(beside)
        return column.left() + share * column.width()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return QSize(_LEAST_SIZE.width() * 2, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A chart that can still be read, also with larger words."""
        words = self.fontMetrics().height()
        return QSize(_LEAST_SIZE.width(), max(_LEAST_SIZE.height(), self._lines * words))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells the figures of the month under the pointer."""
        plot, x = self.plot(), event.position().x()
        if not self._months or not plot.left() <= x <= plot.right():
            self._point_at(None, None)
            return
        place = int((x - plot.left()) / plot.width() * len(self._months))
        self._point_at(min(place, len(self._months) - 1), event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from month to month."""
        if event.key() not in _STEPS or not self._months:
            super().keyPressEvent(event)
            return
        before = len(self._months) if self._pointed is None else self._pointed
        place = min(len(self._months) - 1, max(0, before + _STEPS[event.key()]))
        column = self.column(self._months[place])
        self._point_at(place, self.mapToGlobal(column.center().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Points at no month any more."""
        super().leaveEvent(event)
        self._point_at(None, None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Points at no month any more."""
        super().focusOutEvent(event)
        self._point_at(None, None)

    def _point_at(self, place: int | None, where) -> None:  # noqa: ANN001 - QPoint on the screen
        if place != self._pointed:
            self._pointed = place
            self.update()
        if place is not None:
            self.setAccessibleDescription(self.words_of(place))
            QToolTip.showText(where, self.words_of(place), self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws frame, words, bands, axes and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.ACCENT if self.hasFocus() else theme.LINE))
        painter.setBrush(QColor(theme.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._draw_words(painter)
        if not self._months:
            return
        for number, band in enumerate(self._bands):
            self._draw_band(painter, band, number)
        self._draw_axes(painter)
        for band in self._bands:
            self._draw_point(painter, band)
        if self._pointed is not None:
            painter.setPen(QPen(QColor(theme.FAINT), 1))
            middle = self.column(self._months[self._pointed]).center().x()
            plot = self.plot()
            painter.drawLine(QPointF(middle, plot.top()), QPointF(middle, plot.bottom()))
        for mark in self._marks:
            self._draw_mark(painter, mark)

    def _draw_words(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(QPointF(_PAD_PX, _PAD_PX + metrics.ascent()), self._title)
        painter.restore()
        painter.setPen(QColor(theme.MUTED))
        wide, top = self.width() - 2 * _PAD_PX, _PAD_PX + metrics.height()
        room = QRectF(_PAD_PX, top, wide, self._key_height())
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._key)

    def _draw_band(self, painter: QPainter, band: Band, number: int) -> None:
        """Ground of its months, and its name above them."""
        plot, metrics = self.plot(), self.fontMetrics()
        left, right = self.column(band.first).left(), self.column(band.last).right()
        if number % 2 == 0:
            painter.fillRect(
                QRectF(left, plot.top(), right - left, plot.height()), QColor(theme.PANEL)
            )
        painter.setPen(QPen(QColor(theme.EDGE), 1))
        row = number % max(1, self._band_rows())
        base = plot.top() - 2 * _FLAG_PX - (self._band_rows() - 1 - row) * (metrics.height() + 2)
        painter.drawLine(
            QPointF(left + 0.5, base - metrics.ascent()), QPointF(left + 0.5, plot.bottom())
        )
        later = [other.first for other in self._bands[number + self._band_rows() :: 2]]
        until = self.column(later[0]).left() if later else plot.right()
        name = metrics.elidedText(
            band.name, Qt.TextElideMode.ElideRight, int(max(0.0, until - left - 8))
        )
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(QPointF(left + 5, base - metrics.descent()), name)

    def _draw_axes(self, painter: QPainter) -> None:
        plot, metrics = self.plot(), self.fontMetrics()
        words = metrics.height()
        for step in range(_STEPS_OF_AXIS + 1):
            tick = self._top * step / _STEPS_OF_AXIS
            y = self._y(tick)
            painter.setPen(QColor(theme.LINE))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.MUTED))
            room = QRectF(0, y - words / 2, plot.left() - _GAP_PX, words)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight), f"{figure(100 * tick, '.3g')} %"
            )
        wide = max(metrics.horizontalAdvance(_month_text(month)) for month in self._months) + 8
        each = max(1, -int(-wide // max(1.0, plot.width() / len(self._months))))
        year = ""
        for place, month in enumerate(self._months):
            middle = self.column(month).center().x()
            painter.setPen(QColor(theme.EDGE))
            painter.drawLine(QPointF(middle, plot.bottom()), QPointF(middle, plot.bottom() + 3))
            if place % each:
                continue
            painter.setPen(QColor(theme.MUTED))
            room = QRectF(middle - wide, plot.bottom() + 4, 2 * wide, words)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), _month_text(month))
            if month[:4] != year:
                year = month[:4]
                painter.drawText(
                    room.translated(0, words), int(Qt.AlignmentFlag.AlignHCenter), year
                )

    def _draw_point(self, painter: QPainter, band: Band) -> None:
        """The operating point of a version, over its months."""
        if band.point is None:
            return
        y = self._y(band.point)
        painter.setPen(QPen(QColor(theme.ABOVE), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(
            QPointF(self.column(band.first).left(), y), QPointF(self.column(band.last).right(), y)
        )

    def _draw_mark(self, painter: QPainter, mark: Mark) -> None:
        x, y = self._x(mark), self._y(mark.middle)
        beside = sum(1 for other in self._marks if other.month == mark.month)
        half = min(_WIDEST_PX, 0.6 * self.column(mark.month).width() / beside) / 2
        colour = QColor(theme.STOP if mark.is_flagged else theme.ACCENT)
        painter.setPen(QPen(colour, 1.2))
        painter.drawLine(QPointF(x, self._y(mark.low)), QPointF(x, self._y(mark.high)))
        if mark.box is not None:
            low, high = (self._y(value) for value in mark.box)
            painter.setBrush(QColor(theme.RAISED))
            painter.drawRect(QRectF(x - half, high, 2 * half, low - high))
            painter.setPen(QPen(colour, 2.4))
            painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))
        else:
            for end in (mark.low, mark.high):
                painter.drawLine(QPointF(x - 3, self._y(end)), QPointF(x + 3, self._y(end)))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(x, y), _DOT_PX, _DOT_PX)
        if mark.is_flagged:
            top = self.plot().top()
            tip = [QPointF(x, top), QPointF(x - _FLAG_PX, top - 2 * _FLAG_PX),
                   QPointF(x + _FLAG_PX, top - 2 * _FLAG_PX)]  # fmt: skip
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.STOP))
            painter.drawPolygon(QPolygonF(tip))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Every month from the first to the last, YYYY-MM."""
    start, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1))


def _month_text(month: str) -> str:
    """Its short name where the reader lives."""
    return QLocale().standaloneMonthName(int(month[5:7]), QLocale.FormatType.ShortFormat)
