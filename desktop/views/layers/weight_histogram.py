"""How a layer's weights are distributed, even about zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import theme, wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEIGHT_PX = 120
_PAD_PX = 6
_SIDES = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


class WeightHistogram(QWidget):
    """Bars by value; their heights are square roots, so that the few large weights are seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: NDArray[np.int64] | None = None
        self._reach = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Histogram of the weights"))
        self.setToolTip(
            self.tr("Weights by value, zero in the middle; heights are square roots of counts")
        )

    def show_histogram(self, counts: NDArray[np.int64] | None, reach: float = 0.0) -> None:
        """Counts of bins between -reach and reach; None: nothing."""
        self._counts, self._reach = counts, reach
        if counts is not None:
            ends = wording.number_text(-reach), wording.number_text(reach)
            text = self.tr("From {low} to {high}").format(low=ends[0], high=ends[1])
            self.setAccessibleDescription(text)
        self.update()

    def bars(self) -> list[QRectF]:
        """Where the bars are, in widget pixels."""
        if self._counts is None:
            return []
        plot = self._plot()
        heights = np.sqrt(self._counts / max(int(self._counts.max()), 1)) * plot.height()
        width = plot.width() / self._counts.size
        return [
            QRectF(plot.left() + number * width, plot.bottom() - height, width, height)
            for number, height in enumerate(heights)
        ]

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(240, _HEIGHT_PX)

    def _plot(self) -> QRectF:
        words = self.fontMetrics().lineSpacing() + 2
        return QRectF(self.rect()).adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -words - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.LINE))
        painter.setBrush(QColor(theme.RAISED))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self._counts is None:
            return
        plot = self._plot()
        for bar in self.bars():
            painter.fillRect(bar, QColor(theme.ACCENT))
        middle = plot.center().x()
        painter.setPen(QPen(QColor(theme.TEXT), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(middle, plot.top()), QPointF(middle, plot.bottom()))
        painter.setPen(QColor(theme.MUTED))
        below = QRectF(plot.left(), plot.bottom() + 2, plot.width(), self.height() - plot.bottom())
        ends = wording.number_text(-self._reach), "0", wording.number_text(self._reach)
        for text, side in zip(ends, _SIDES, strict=True):
            painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | side), text)
