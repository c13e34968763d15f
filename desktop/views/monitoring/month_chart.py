"""Figures by month, with model versions as bands: boxes of distributions, or shares with intervals.

Everything drawn is also said: months in words on hover and by the arrow keys, and in the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure
from desktop.views import theme
from desktop.views.widgets.plot import Plot, Stop

_GAP_PX = 8
_FLAG_PX, _DOT_PX, _BEAM_PX = 10, 6, 6
_WIDEST_PX = 22.0  # of a box
_LEAST_SIZE = QSize(340, 190)
_TOPS = (0.1, 0.2, 0.5, 1.0)  # of the axis, where it follows what is drawn
_STEPS_OF_AXIS = 4
_ROWS = 2  # of names of versions
_GROUND = 28  # of 255, how much every second version's ground is shaded


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


class MonthChart(Plot):
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
        super().__init__(title, key, parent=parent)
        self._lines, self._follows, self._top = lines, follows, 1.0
        self._bands: tuple[Band, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._months: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_marks((), ())

    def show_marks(self, bands: Sequence[Band], marks: Sequence[Mark]) -> None:
        """Shows other figures."""
        self._bands, self._marks, self._pointed = tuple(bands), tuple(marks), None
        named = [month for band in bands for month in (band.first, band.last)]
        self._months = months_between(min(named), max(named)) if named else ()
        highest = max((mark.high for mark in self._marks), default=1.0)
        tops = (top for top in _TOPS if top >= min(highest, 1.0))
        self._top = next(tops) if self._follows else 1.0
        self.setAccessibleDescription("; ".join(mark.words for mark in self._marks))
        self._show_instead("", is_empty=not self._months)
        self.redraw()

    def words_of(self, place: int) -> str:
        """A month's figures."""
        month = self._months[place]
        told = [mark.words for mark in self._marks if mark.month == month]
        return "\n".join(told) if told else self.tr("{month}: nothing").format(month=month)

    def _stops(self) -> list[Stop]:
        return [Stop(place, None, self.words_of(place)) for place in range(len(self._months))]

    def _draw(self) -> None:
        if not self._months:
            return
        self._head(self._rows() * self.fontMetrics().height() + _FLAG_PX + _GAP_PX)
        self._span((-0.5, len(self._months) - 0.5), (0.0, self._top))
        ticks = [self._top * step / _STEPS_OF_AXIS for step in range(_STEPS_OF_AXIS + 1)]
        percents = [(tick, f"{figure(100 * tick, '.3g')} %") for tick in ticks]
        self._scale("left", percents, has_grid=True)
        self._scale("bottom", self._named_months(), has_grid=False)
        self._draw_grounds()
        for number, band in enumerate(self._bands):
            self._name_band(band, number)
        self._draw_points()
        for is_flagged, colour in ((False, theme.ACCENT), (True, theme.STOP)):
            marks = [mark for mark in self._marks if mark.is_flagged == is_flagged]
            self._draw_boxes([mark for mark in marks if mark.box is not None], colour)
            self._draw_dots([mark for mark in marks if mark.box is None], colour)
        self._draw_flags([mark for mark in self._marks if mark.is_flagged])

    # Sizes on screen as lengths on the axes.

    def _across(self, pixels: float) -> float:
        return pixels * len(self._months) / max(1.0, self.area().width())

    def _up(self, pixels: float) -> float:
        return pixels * self._top / max(1.0, self.area().height())

    def _rows(self) -> int:
        return min(_ROWS, len(self._bands))

    def _ends(self, band: Band) -> tuple[float, float]:
        return self._months.index(band.first) - 0.5, self._months.index(band.last) + 0.5

    def _columns(self, marks: Sequence[Mark]) -> tuple[np.ndarray, np.ndarray]:
        """Middles of marks and the room that each has; versions share the column of a month."""
        middles, rooms = [], []
        for mark in marks:
            beside = [other.version for other in self._marks if other.month == mark.month]
            share = (beside.index(mark.version) + 0.5) / len(beside)
            middles.append(self._months.index(mark.month) - 0.5 + share)
            rooms.append(1.0 / len(beside))
        return np.array(middles), np.array(rooms)

    def _within(self, values: Sequence[float]) -> np.ndarray:
        return np.clip(np.array(values, float), 0.0, self._top)

    # What is drawn

    def _named_months(self) -> list[tuple[float, str]]:
        """As many months as have room, a year below its first."""
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(_month_text(month)) for month in self._months)
        each = max(1, int(np.ceil(self._across(widest + _GAP_PX))))
        ticks, year = [], ""
        for place, month in list(enumerate(self._months))[::each]:
            below = "" if month[:4] == year else month[:4]
            year = month[:4]
            ticks.append((place, f"{_month_text(month)}\n{below}"))
        return ticks

    def _base(self, number: int) -> float:
        """Where the name of a version stands; neighbours stand in different rows."""
        row = self._rows() - 1 - number % self._rows()
        return self._top + self._up(_FLAG_PX + row * self.fontMetrics().height())

    def _draw_grounds(self) -> None:
        """Every second version's months are shaded, and each begins with a line up to its name."""
        left, right = np.array([self._ends(band) for band in self._bands]).T
        shade = QColor(theme.FAINT)
        shade.setAlpha(_GROUND)
        self._add(pg.BarGraphItem(x0=left[::2], x1=right[::2], y0=0, y1=self._top, pen=None,
                                  brush=shade))  # fmt: skip
        line = self._up(self.fontMetrics().height())
        ends = [(0.0, self._base(number) + line) for number in range(len(self._bands))]
        self._add_pieces(np.repeat(left, 2), np.ravel(ends), pg.mkPen(theme.EDGE))

    def _name_band(self, band: Band, number: int) -> None:
        left, _ = self._ends(band)
        own = self._rows() - number % self._rows()
        later = self._bands[number + own :]  # whose line goes through this row of names
        until = self._ends(later[0])[0] if later else len(self._months) - 0.5
        room = int((until - left) / self._across(1.0)) - _GAP_PX
        name = pg.TextItem(color=str(theme.TEXT), anchor=(0, 1))
        name.setFont(self.font())
        cut = self.fontMetrics().elidedText(band.name, Qt.TextElideMode.ElideRight, max(0, room))
        name.setText(cut)
        name.setPos(left, self._base(number) - self._up(_GAP_PX / 2))
        self._add(name)

    def _draw_points(self) -> None:
        """The operating points of versions, over their months."""
        bands = [band for band in self._bands if band.point is not None]
        across = np.ravel([self._ends(band) for band in bands])
        up = np.repeat(self._within([band.point for band in bands]), 2)
        pen = pg.mkPen(theme.ABOVE, width=1.5, style=Qt.PenStyle.DashLine)
        self._add_pieces(across, up, pen)

    def _draw_boxes(self, marks: Sequence[Mark], colour: str) -> None:
        if not marks:
            return
        (x, room), y = self._columns(marks), self._within([mark.middle for mark in marks])
        wide = np.minimum(self._across(_WIDEST_PX), 0.6 * room)
        self._draw_whiskers(marks, colour, beam=0.0)
        low, high = (self._within([mark.box[end] for mark in marks]) for end in (0, 1))
        self._add(pg.BarGraphItem(x=x, width=wide, y0=low, y1=high, pen=pg.mkPen(colour, width=1.2),
                                  brush=QColor(theme.RAISED)))  # fmt: skip
        both = np.column_stack([x - wide / 2, x + wide / 2]).ravel()
        pen = pg.mkPen(colour, width=2.4)
        self._add_pieces(both, np.repeat(y, 2), pen)

    def _draw_dots(self, marks: Sequence[Mark], colour: str) -> None:
        if not marks:
            return
        (x, _), y = self._columns(marks), self._within([mark.middle for mark in marks])
        self._draw_whiskers(marks, colour, beam=self._across(_BEAM_PX))
        self._add(pg.ScatterPlotItem(x, y, size=_DOT_PX, pen=None, brush=QColor(colour)))

    def _draw_whiskers(self, marks: Sequence[Mark], colour: str, beam: float) -> None:
        low, y, high = (self._within([getattr(mark, end) for mark in marks])
                        for end in ("low", "middle", "high"))  # fmt: skip
        pen, x = pg.mkPen(colour, width=1.2), self._columns(marks)[0]
        self._add(pg.ErrorBarItem(x=x, y=y, top=high - y, bottom=y - low, beam=beam, pen=pen))

    def _draw_flags(self, marks: Sequence[Mark]) -> None:
        """Triangles above the plot that point at months."""
        x = self._columns(marks)[0]
        above = np.full(len(marks), self._top + self._up(_FLAG_PX / 2))
        flags = pg.ScatterPlotItem(x, above, symbol="t", size=_FLAG_PX, pen=None)
        flags.setBrush(QColor(theme.STOP))
        self._add(flags)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return QSize(_LEAST_SIZE.width() * 2, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A chart that can still be read, also with larger words."""
        words = self.fontMetrics().height()
        return QSize(_LEAST_SIZE.width(), max(_LEAST_SIZE.height(), self._lines * words))


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Every month from the first to the last, YYYY-MM."""
    start, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1))


def _month_text(month: str) -> str:
    """Its short name where the reader lives."""
    return QLocale().standaloneMonthName(int(month[5:7]), QLocale.FormatType.ShortFormat)
