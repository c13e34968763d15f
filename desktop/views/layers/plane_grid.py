"""Many small pictures in a grid that scrolls; only what is seen is painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.views import theme
from desktop.views.image.device_pixels import rgb_image
from desktop.views.widgets.plain_label import plain_tooltip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.browse.grid import Grid

_MOST_KEPT = 600
_STEPS = {
    Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}  # fmt: skip
_NOTHING = "#3a4250"  # where there is no picture
_CHOSEN = "#ffffff"  # in the black between pictures of any colour
_CAPTION_GAP_PX = 3


@dataclass(frozen=True)
class Planes:
    """What a grid shows.

    Attributes:
        plane_hw: height and width of a picture, for its proportions.
        order: numbers of the pictures, first to last.
        paint: (number, (height, width) in pixels) -> (h, w, 3) uint8 RGB, or None: there is none.
        tip: what is said of a picture under the pointer.
        captions: two lines below every picture, by number; none where it is empty.
    """

    plane_hw: tuple[int, int]
    order: Sequence[int]
    paint: Callable[[int, tuple[int, int]], NDArray[np.uint8] | None]
    tip: Callable[[int], str]
    captions: Sequence[tuple[str, str]] = field(default=())


class PlaneGrid(QAbstractScrollArea):
    """Pictures in their order; one of them is chosen by mouse or arrow keys."""

    chosen = Signal(int)  # number of a picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self._planes: Planes | None = None
        self._places: dict[int, int] = {}
        self._cell_px = 72
        self._number = 0
        self._grid: Grid | None = None
        self._kept: OrderedDict[int, QImage | None] = OrderedDict()

    def show_planes(self, planes: Planes | None) -> None:
        """Other pictures, another order or scale; None: nothing."""
        self._planes = planes
        self._places = {} if planes is None else {n: at for at, n in enumerate(planes.order)}
        self._kept.clear()
        self._lay_out()

    def choose(self, number: int) -> None:
        """Marks a picture and brings it into sight."""
        self._number = number
        if self._grid is not None and number in self._places:
            place = self.place_of(number)
            bar, height = self.verticalScrollBar(), self.viewport().height()
            if place.top() < 0:
                bar.setValue(bar.value() + place.top())
            elif place.bottom() > height:
                bar.setValue(bar.value() + place.bottom() + 1 - height)
        self.viewport().update()

    def set_cell_px(self, cell_px: int) -> None:
        """The longer side of a picture on screen."""
        self._cell_px = cell_px
        self._kept.clear()
        self._lay_out()

    def number_at(self, at: QPoint) -> int | None:
        """Which picture lies at a point of the viewport."""
        if self._grid is None:
            return None
        place = self._grid.place_at(at.x(), at.y() + self.verticalScrollBar().value())
        return None if place is None else self._planes.order[place]

    def place_of(self, number: int) -> QRect:
        """Where a picture lies in the viewport, its caption included."""
        x, y = self._grid.corner(self._places[number])
        height, width = self._grid.cell_hw
        return QRect(x, y - self.verticalScrollBar().value(), width, height)

    def _picture_hw(self) -> tuple[int, int]:
        height, width = self._planes.plane_hw
        factor = self._cell_px / max(height, width)
        return max(1, round(height * factor)), max(1, round(width * factor))

    def _caption_px(self) -> int:
        lines = 2 if self._planes.captions else 0
        return lines * self.fontMetrics().lineSpacing() + (2 * _CAPTION_GAP_PX if lines else 0)

    def _lay_out(self) -> None:
        bar = self.verticalScrollBar()
        if self._planes is None:
            self._grid = None
            bar.setRange(0, 0)
            self.viewport().update()
            return
        from engine.browse.grid import GAP_PX, Grid

        height, width = self._picture_hw()
        room = self.viewport().width() - GAP_PX
        columns = max(1, room // (width + GAP_PX))
        cell = height + self._caption_px(), width
        self._grid = Grid(len(self._planes.order), columns, cell)
        whole, seen = self._grid.size_hw[0], self.viewport().height()
        bar.setPageStep(seen)
        bar.setSingleStep(cell[0] + GAP_PX)
        bar.setRange(0, max(0, whole - seen))
        self.viewport().update()

    def _image(self, number: int) -> QImage | None:
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        ratio = self.devicePixelRatioF()
        height, width = (max(1, round(side * ratio)) for side in self._picture_hw())
        pixels = self._planes.paint(number, (height, width))
        image = None if pixels is None else rgb_image(pixels).copy()
        if image is not None:
            image.setDevicePixelRatio(ratio)
        self._kept[number] = image
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return image

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        place, image = self.place_of(number), self._image(number)
        picture = QRect(place.topLeft(), place.size()).adjusted(0, 0, 0, -self._caption_px())
        if image is None:
            painter.fillRect(picture, QBrush(QColor(_NOTHING), Qt.BrushStyle.BDiagPattern))
        else:
            painter.drawImage(picture.topLeft(), image)
        if not self._planes.captions:
            return
        painter.setPen(QColor(theme.DARK.line))  # where a picture is all black
        painter.drawRect(picture.adjusted(0, 0, -1, -1))
        metrics, line = self.fontMetrics(), picture.bottom() + 1 + _CAPTION_GAP_PX
        ways = (Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight)
        for text, way in zip(self._planes.captions[number], ways, strict=True):
            shown = metrics.elidedText(text, way, place.width())
            painter.setPen(QColor(theme.DARK.text if way == ways[0] else theme.ON_BLACK))
            painter.drawText(place.left(), line + metrics.ascent(), shown)
            line += metrics.lineSpacing()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pictures in sight."""
        painter = QPainter(self.viewport())
        is_empty = self._grid is None
        painter.fillRect(event.rect(), QColor(theme.GROUND if is_empty else theme.BLACK))
        if is_empty:
            return
        painter.setFont(self.font())
        offset = self.verticalScrollBar().value()
        step = self._grid.cell_hw[0] + self._grid.corner(0)[1]
        first = max(0, (event.rect().top() + offset) // step) * self._grid.columns
        last = ((event.rect().bottom() + offset) // step + 1) * self._grid.columns
        for number in self._planes.order[first:last]:
            self._paint_cell(painter, number)
        if self._number in self._places:
            painter.setPen(QPen(QColor(_CHOSEN), 2 if self.hasFocus() else 1))
            painter.drawRect(self.place_of(self._number).adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns."""
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the picture under the pointer."""
        number = self.number_at(event.position().toPoint())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Names the picture under the pointer."""
        number = self.number_at(event.position().toPoint())
        text = "" if number is None else plain_tooltip(self._planes.tip(number))
        QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())

    def event(self, event: QEvent) -> bool:
        """Claims the arrow keys, which elsewhere go through the list of images."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() in _STEPS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from picture to picture."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._grid is None or self._number not in self._places:
            super().keyPressEvent(event)
            return
        place = self._places[self._number] + step[0] + step[1] * self._grid.columns
        if 0 <= place < len(self._planes.order):
            self.chosen.emit(self._planes.order[place])
