"""Figures of a training by epoch as lines: readable axes, the best epoch marked, values on hover.

Lines differ in colour, stroke and dot, so that they can be told apart without colours.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure
from desktop.views import theme
from desktop.views.widgets.plot import SERIES, Plot, Stop

_MOST_TICKS = 6
_MOST_DOTS = 60  # epochs
_LEAST_SIZE = QSize(260, 170)


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


class Chart(Plot):
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
        super().__init__(title, columns=len(SERIES), parent=parent)
        self._limits = limits
        self._lines: tuple[Line, ...] = ()
        self._epochs, self._best = 1, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.redraw()

    def show_lines(self, lines: Sequence[Line], epochs: int, best: int) -> None:
        """Shows other values.

        Args:
            lines: at most two.
            epochs: that the training takes at most, 1 or more.
            best: number of the best epoch, 0 while there is none.
        """
        self._lines, self._best = tuple(lines), best
        self._epochs = max(1, epochs, *(len(line.values) for line in lines))
        done = self._done()
        self.setAccessibleDescription(self.values_at(done) if done else "")
        self.redraw()

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

    def _done(self) -> int:
        return max((len(line.values) for line in self._lines), default=0)

    def _draw(self) -> None:
        low, high = self._ends()
        self._head(self.fontMetrics().height())  # the name of the best epoch
        only = 0.5 if self._epochs == 1 else 0.0  # one epoch stands in the middle
        self._span((1 - only, self._epochs + only), (low, high))
        self._scale("left", self._rows(), has_grid=True)
        self._scale("bottom", self._columns(), label=self.tr("Epoch"), has_grid=False)
        if self._best:
            self._mark_best(high)
        for series, line in zip(SERIES, self._lines, strict=False):
            values = [math.nan if value is None else value for value in line.values]
            kept = [min(max(value, low), high) if math.isfinite(value) else math.nan
                    for value in values]  # fmt: skip
            places = list(enumerate(kept, start=1))
            self._add_line(series, places, name=line.name, has_dots=self._epochs <= _MOST_DOTS)

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

    def _mark_best(self, high: float) -> None:
        pen = pg.mkPen(theme.GOOD, width=1.5, style=Qt.PenStyle.DotLine)
        self._add(pg.InfiniteLine(self._best, angle=90, pen=pen))
        share = (self._best - 1) / max(1, self._epochs - 1)  # stays between both ends
        words = pg.TextItem(color=str(theme.GOOD), anchor=(share if self._epochs > 1 else 0.5, 0.9))
        words.setFont(self.font())
        words.setText(self.tr("best: {number}").format(number=self._best))
        words.setPos(self._best, high)
        self._add(words)

    def _columns(self) -> list[tuple[float, str]]:
        """As many epochs are numbered as have room."""
        wide = max(1, self.fontMetrics().horizontalAdvance("000"))
        most = max(2, int(self.area().width() / wide))
        inner = [round(tick) for tick in nice_ticks(1, self._epochs, min(10, most // 2))]
        shown = sorted({1, *(tick for tick in inner if 1 < tick <= self._epochs)})
        return [(epoch, str(epoch)) for epoch in shown]

    def _stops(self) -> list[Stop]:
        return [Stop(number, None, self.values_at(number)) for number in range(1, self._done() + 1)]

    def _first(self) -> int:
        """The last epoch is told already."""
        return self._done() - 1

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A chart that can be read."""
        return _LEAST_SIZE * 1.4

    def minimumSizeHint(self) -> QSize:
        """A chart that can still be read."""
        return _LEAST_SIZE
