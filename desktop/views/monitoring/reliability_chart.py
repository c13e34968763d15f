"""Is a probability a frequency? Before and after a recalibration, beside the line where it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure
from desktop.views.widgets.plot import FIRST, SECOND, Plot, Stop

_LEAST_PX = 280
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)

Bins = Sequence[Mapping[str, Any]]


class ReliabilityChart(Plot):
    """Mean probability against frequency, in bins; the old ones dashed, the new ones solid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._sides: tuple[Bins, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Probability against frequency"))
        self.redraw()

    def show_bins(self, old: Bins, new: Bins) -> None:
        """Shows other figures; each bin has ``mean_probability``, ``frequency`` and ``count``."""
        self._sides, self._pointed = (old, new), None
        told = [
            f"{name}: " + ", ".join(
                f"{_percent(b['mean_probability'])} {_percent(b['frequency'])}" for b in bins
            )
            for name, bins in zip(self._names(), self._sides, strict=True)
        ]  # fmt: skip
        self.setAccessibleDescription("; ".join(told))
        self.redraw()

    def _names(self) -> tuple[str, str]:
        return self.tr("before"), self.tr("after, on held-out patients")

    def _draw(self) -> None:
        self._span((0.0, 1.0), (0.0, 1.0))
        ticks = [(tick, _percent(tick)) for tick in _TICKS]
        self._scale("left", ticks, label=self.tr("Frequency"), has_grid=True)
        self._scale("bottom", ticks, label=self.tr("Probability"), has_grid=False)
        self._add_diagonal()
        for series, name, bins in zip((SECOND, FIRST), self._names(), self._sides, strict=False):
            places = [(b["mean_probability"], b["frequency"]) for b in bins]
            self._add_line(series, places, name=name)

    def _stops(self) -> list[Stop]:
        stops = []
        for name, bins in zip(self._names(), self._sides, strict=False):
            for b in bins:
                x, y = b["mean_probability"], b["frequency"]
                axes = (self.tr("Probability"), x), (self.tr("Frequency"), y)
                words = ", ".join(f"{axis} {_percent(value)}" for axis, value in axes)
                stops.append(Stop(x, y, f"{name} (n = {b['count']})\n{words}"))
        return sorted(stops, key=lambda stop: stop.across)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """A chart that can still be read, also with larger words."""
        side = max(_LEAST_PX, 20 * self.fontMetrics().height())
        return QSize(side, side)


def _percent(share: float) -> str:
    return f"{figure(100 * share, '.0f')} %"
