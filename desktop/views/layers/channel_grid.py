"""All channels of a layer in a grid that scrolls; only what is seen is painted."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.views import theme
from desktop.views.image.device_pixels import rgb_image

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.browse.grid import Grid
    from engine.overlay.scale import Scale

_MOST_KEPT = 600
_STEPS = {
    Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}  # fmt: skip


class ChannelGrid(QAbstractScrollArea):
    """Channels in their order; one of them is chosen by mouse or arrow keys."""

    chosen = Signal(int)  # channel number

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._values: NDArray[np.floating] | None = None
        self._order: list[int] = []
        self._names: dict[int, str] = {}
        self._shared: Scale | None = None
        self._cell_px = 72
        self._channel = 0
        self._grid: Grid | None = None
        self._kept: OrderedDict[int, QImage] = OrderedDict()

    def show_channels(
        self, values: NDArray[np.floating], order: list[int], shared: Scale | None
    ) -> None:
        """Another layer, order or scale.

        Args:
            values: (K, h, w).
            order: channel numbers, first to last.
            shared: the scale of all channels; None: each has its own.
        """
        self._values, self._order, self._shared = values, order, shared
        self._kept.clear()
        self._lay_out()

    def clear(self) -> None:
        """Shows nothing."""
        self._values, self._order, self._grid = None, [], None
        self._kept.clear()
        self.verticalScrollBar().setRange(0, 0)
        self.viewport().update()

    def choose(self, channel: int) -> None:
        """Marks a channel and brings it into sight."""
        self._channel = channel
        if self._grid is not None and channel in self._order:
            place = self._order.index(channel)
            top = self._grid.corner(place)[1]
            bar, height = self.verticalScrollBar(), self.viewport().height()
            if top < bar.value():
                bar.setValue(top)
            elif top + self._grid.cell_hw[0] > bar.value() + height:
                bar.setValue(top + self._grid.cell_hw[0] - height)
        self.viewport().update()

    def set_cell_px(self, cell_px: int) -> None:
        """The longer side of a channel on screen."""
        self._cell_px = cell_px
        self._kept.clear()
        self._lay_out()

    def channel_at(self, at: QPoint) -> int | None:
        """Which channel lies at a point of the viewport."""
        if self._grid is None:
            return None
        place = self._grid.place_at(at.x(), at.y() + self.verticalScrollBar().value())
        return None if place is None else self._order[place]

    def place_of(self, channel: int) -> QRect:
        """Where a channel lies in the viewport."""
        x, y = self._grid.corner(self._order.index(channel))
        height, width = self._grid.cell_hw
        return QRect(x, y - self.verticalScrollBar().value(), width, height)

    def _lay_out(self) -> None:
        if self._values is None:
            return
        from engine.browse.grid import GAP_PX, Grid

        height, width = self._values.shape[1:]
        factor = self._cell_px / max(height, width)
        cell = max(1, round(height * factor)), max(1, round(width * factor))
        room = self.viewport().width() - GAP_PX
        columns = max(1, room // (cell[1] + GAP_PX))
        self._grid = Grid(len(self._order), columns, cell)
        whole, seen = self._grid.size_hw[0], self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(seen)
        bar.setSingleStep(cell[0] + GAP_PX)
        bar.setRange(0, max(0, whole - seen))
        self.viewport().update()

    def _image(self, channel: int) -> QImage:
        from engine.browse.grid import painted, shared_scale

        known = self._kept.get(channel)
        if known is not None:
            self._kept.move_to_end(channel)
            return known
        plane = self._values[channel]
        scale = self._shared if self._shared is not None else shared_scale(plane)
        image = rgb_image(painted(plane, scale, self._grid.cell_hw)).copy()
        self._kept[channel] = image
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return image

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the channels in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor("#000000"))
        if self._grid is None:
            return
        offset = self.verticalScrollBar().value()
        step = self._grid.cell_hw[0] + self._grid.corner(0)[1]
        first = max(0, (event.rect().top() + offset) // step) * self._grid.columns
        last = ((event.rect().bottom() + offset) // step + 1) * self._grid.columns
        for place in range(first, min(last, len(self._order))):
            x, y = self._grid.corner(place)
            painter.drawImage(x, y - offset, self._image(self._order[place]))
        if self._channel in self._order:
            painter.setPen(QPen(QColor(theme.ACCENT), 2 if self.hasFocus() else 1))
            painter.drawRect(self.place_of(self._channel).adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event) -> None:  # noqa: ANN001 - QResizeEvent
        """Other columns."""
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the channel under the pointer."""
        channel = self.channel_at(event.position().toPoint())
        if channel is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(channel)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Names the channel under the pointer."""
        channel = self.channel_at(event.position().toPoint())
        text = "" if channel is None else self.tr("Channel {number}").format(number=channel)
        QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from channel to channel."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._grid is None or self._channel not in self._order:
            super().keyPressEvent(event)
            return
        place = self._order.index(self._channel) + step[0] + step[1] * self._grid.columns
        if 0 <= place < len(self._order):
            self.chosen.emit(self._order[place])
