"""One channel enlarged over the radiograph, with its numbers and what its strongest cell saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import in_words
from desktop.state.browsed import Browsed
from desktop.views import wording
from desktop.views.layers.picture_box import PictureBox
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from engine.errors import RequestError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.browse.activations import FeatureMaps

_LONGEST_PX = 640


class ChannelCard(QWidget):
    """Follows what is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureBox()
        self._title = PlainLabel("", "heading", wraps=True)
        self._numbers = PlainLabel("", wraps=True)
        self._where = PlainLabel("", "small", wraps=True)
        self._over = TickBox(self.tr("Over the radiograph"))
        self._over.setChecked(True)
        self._over.toggled.connect(self._paint)
        self._field = TickBox(self.tr("What the strongest cell saw"))
        self._field.setToolTip(
            self.tr("The frame is the receptive field: nothing outside it changed that cell")
        )
        self._field.setChecked(True)
        self._field.toggled.connect(self._paint)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._title)
        column.addWidget(self.picture, 1)
        for part in (self._over, self._field, self._numbers, self._where):
            column.addWidget(part)
        self._shown = Browsed()
        self._grey: NDArray[np.uint8] | None = None
        self._grey_of: object = None

    def show_browsed(self, shown: Browsed) -> None:
        """Another channel, layer or image."""
        self._shown = shown
        maps = shown.current
        for part in (self._over, self._field):
            part.setVisible(maps is not None)
        if maps is None or shown.item is None or shown.item.radiograph is None:
            self._title.setText("")
            self._numbers.setText("")
            self._where.setText("")
            self.picture.show_nothing()
            return
        if shown.channel >= len(maps.values):
            self._show_lack(maps)
            return
        plane = maps.values[shown.channel]
        self._title.setText(
            self.tr("{layer}, channel {number}").format(layer=maps.layer.name, number=shown.channel)
        )
        self._numbers.setText(
            self.tr("mean {mean}, SD {deviation}, least {least}, greatest {greatest}").format(
                mean=wording.number_text(plane.mean()),
                deviation=wording.number_text(plane.std()),
                least=wording.number_text(plane.min()),
                greatest=wording.number_text(plane.max()),
            )
        )
        self._paint()

    def _show_lack(self, maps: FeatureMaps) -> None:
        text = self.tr("{layer} has only {count} channels")
        self._title.setText(text.format(layer=maps.layer.name, count=len(maps.values)))
        self._numbers.setText("")
        self._where.setText("")
        self.picture.show_nothing()

    def _paint(self) -> None:
        from engine.browse.grid import painted, shared_scale
        from engine.browse.overlaid import overlaid

        shown, maps = self._shown, self._shown.current
        if maps is None or shown.item is None or shown.item.radiograph is None:
            return
        if shown.channel >= len(maps.values):
            return
        plane = maps.values[shown.channel]
        scale = shared_scale(maps.values if shown.is_shared else plane)
        image_hw = shown.item.radiograph.size_hw
        grey = self._grey_picture()
        if self._over.isChecked():
            pixels = overlaid(grey, image_hw, maps, shown.channel, scale)
        else:
            factor = _LONGEST_PX / max(plane.shape)
            size = round(plane.shape[0] * factor), round(plane.shape[1] * factor)
            pixels = painted(plane, scale, size)
        corners = self._corners(maps)
        is_drawn = self._over.isChecked() and self._field.isChecked() and corners is not None
        factor = grey.shape[1] / image_hw[1]
        outline = [QPointF(x * factor, y * factor) for x, y in corners] if is_drawn else []
        self.picture.show_pixels(pixels, outline)

    def _corners(self, maps: FeatureMaps) -> tuple[tuple[float, float], ...] | None:
        """Of the receptive field of the strongest cell; says why where there is none."""
        from engine.browse.receptive import strongest_response

        try:
            found = strongest_response(maps, self._shown.channel)
        except RequestError as error:
            self._where.setText(in_words(error.message))
            return None
        height, width = (round(side) for side in maps.placement.reach_hw)
        self._where.setText(
            self.tr(
                "Strongest at row {row}, column {column}: {value}. A cell of this layer sees"
                " {width} x {height} pixels of the network's input."
            ).format(
                row=found.row + 1,
                column=found.column + 1,
                value=wording.number_text(found.value),
                width=width,
                height=height,
            )
        )
        return found.corners

    def _grey_picture(self) -> NDArray[np.uint8]:
        from engine.browse.overlaid import grey_picture

        item = self._shown.item
        key = (item.radiograph.sha256, item.frame)
        if self._grey is None or key != self._grey_of:
            self._grey = grey_picture(item.radiograph, item.frame, _LONGEST_PX)
            self._grey_of = key
        return self._grey
