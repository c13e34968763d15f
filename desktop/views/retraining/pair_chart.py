"""Curves of two models in one square from 0 to 1: told apart by colour, stroke and mark."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure
from desktop.views import theme
from desktop.views.widgets.plot import SERIES, Plot, Stop

_POINT_PX = 11
_TICKS = (0.0, 0.5, 1.0)
_LEAST, _USUAL = QSize(250, 290), QSize(340, 400)


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


class PairChart(Plot):
    """At most two curves.

    Args:
        title: what is drawn.
        across: what the horizontal axis means.
        up: what the vertical one means.
    """

    def __init__(self, title: str, across: str, up: str, parent: QWidget | None = None) -> None:
        super().__init__(title, is_square=True, parent=parent)
        self._across, self._up = across, up
        self._curves: tuple[Curve, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_curves((), "")

    def show_curves(self, curves: Sequence[Curve], instead: str) -> None:
        """Other curves; `instead` is said where there is none."""
        self._curves, self._pointed = tuple(curves), None
        self._show_instead(instead, is_empty=not curves)
        told = [curve.name for curve in curves] or [instead]
        self.setAccessibleDescription(", ".join(told))
        self.redraw()

    def _draw(self) -> None:
        self._span((0.0, 1.0), (0.0, 1.0))
        ticks = [(tick, figure(tick, ".1f")) for tick in _TICKS]
        for side, words in (("bottom", self._across), ("left", self._up)):
            self._scale(side, ticks, label=words, has_grid=True)
        self._add_diagonal()
        for series, curve in zip(SERIES, self._curves, strict=False):
            places = list(zip(curve.across, curve.up, strict=True))
            self._add_line(series, places, name=curve.name, has_dots=curve.has_dots)
            if curve.point is not None:
                ink = pg.mkPen(series.ink(), width=2)
                ground = QColor(theme.RAISED)
                mark = pg.ScatterPlotItem(pos=[curve.point], size=_POINT_PX, pen=ink, brush=ground)
                self._add(mark)

    def _stops(self) -> list[Stop]:
        stops = [
            Stop(x, y, f"{curve.name}\n{self._across} {figure(x, '.2f')}, "
                       f"{self._up} {figure(y, '.2f')}")
            for curve in self._curves
            for x, y in [*zip(curve.across, curve.up, strict=True),
                         *([] if curve.point is None else [curve.point])]
        ]  # fmt: skip
        return sorted(stops, key=lambda stop: stop.across)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A square with words around it."""
        return _USUAL

    def minimumSizeHint(self) -> QSize:
        """One that can still be read."""
        return _LEAST
