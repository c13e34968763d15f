"""The layers in a list, their channels in a grid, one channel enlarged.

The grid shows all channels of one layer, or one channel of all layers.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSignalBlocker
from PySide6.QtWidgets import (
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.language import translate
from desktop.state.browsed import Browsed
from desktop.views import wording
from desktop.views.layers.cell_size import CellSize
from desktop.views.layers.channel_card import ChannelCard
from desktop.views.layers.layer_list import LayerList
from desktop.views.layers.plane_grid import PlaneGrid, Planes
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ORDERS = (
    ("index", QT_TRANSLATE_NOOP("LayerWindow", "by number")),
    ("mean", QT_TRANSLATE_NOOP("LayerWindow", "by mean")),
    ("deviation", QT_TRANSLATE_NOOP("LayerWindow", "by deviation")),
    ("greatest", QT_TRANSLATE_NOOP("LayerWindow", "by greatest value")),
    ("gradient-x-activation", QT_TRANSLATE_NOOP("LayerWindow", "by gradient x activation")),
)
_PANE_PX = (240, 660, 340)
_LEAST_THROUGH_PX = 112  # room for the names of layers below their pictures
_SHOWN = {"maps", "layer", "order", "is_shared", "gradients", "is_through", "channel"}


class MapsPage(QWidget):
    """What the layers showed for the image on screen.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    def __init__(self, desk: Desk, prompts: Prompts) -> None:
        super().__init__()
        self._desk = desk
        self._prompts = prompts
        self._state = desk.state.browsed
        self.layers = LayerList(self.tr("Layers, early to late"))
        self.layers.currentRowChanged.connect(self._choose_layer)
        self.grid = PlaneGrid()
        self.grid.chosen.connect(self._choose)
        self.card = ChannelCard()
        self.message = PlainLabel("", "muted", wraps=True)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(8, 4, 8, 0)
        column.addWidget(self._tools())
        column.addWidget(self.message)
        column.addWidget(self.grid, 1)
        splitter = QSplitter()
        for part in (self.layers, middle, self.card):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(list(_PANE_PX))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.addWidget(splitter)
        self._state.changed.connect(self._update)
        self._set_cell(self.size_px.value())

    def show_all(self) -> None:
        """Everything anew: the window is opened."""
        self._update(frozenset({"maps", "layer", "is_through"}))

    def _tools(self) -> QWidget:
        self.view = Chooser()
        self.view.setAccessibleName(self.tr("What the grid shows"))
        self.view.addItem(self.tr("All channels of the layer"), False)
        self.view.addItem(self.tr("One channel in all layers"), True)
        self.view.activated.connect(self._turn_view)
        self.channel = QSpinBox()
        self.channel.setAccessibleName(self.tr("Channel"))
        self.channel.setPrefix(self.tr("Channel") + " ")
        self.channel.valueChanged.connect(lambda number: self._state.change(channel=number))
        self.order = Chooser()
        self.order.setAccessibleName(self.tr("Order of the channels"))
        for name, text in ORDERS:
            self.order.addItem(translate("LayerWindow", text), name)
        self.order.activated.connect(
            lambda _row: self._desk.browsing.sort_by(self.order.currentData())
        )
        self.shared = TickBox(self.tr("One scale for all"))
        self.shared.setToolTip(
            self.tr("Channels with the same brightness have the same value; else each its own")
        )
        self.shared.toggled.connect(lambda is_on: self._state.change(is_shared=is_on))
        self.size_px = CellSize()
        self.size_px.changed.connect(self._set_cell)
        self.save = QPushButton(self.tr("Save..."))
        self.save.clicked.connect(self._save)
        self._desk.browsing.saved.connect(self._tell_saved)
        tools = QWidget()
        row = FlowLayout(8)
        tools.setLayout(row)
        for part in (self.view, self.channel, self.order, self.shared, self.size_px, self.save):
            row.addWidget(part)
        return tools

    def _save(self) -> None:
        folder = self._prompts.ask_folder(Path.home())
        if folder is not None:
            self._desk.browsing.save(folder)

    def _tell_saved(self, folder: Path) -> None:
        self.message.setText(self.tr("Saved in {folder}.").format(folder=folder))
        self.message.setVisible(True)

    def _set_cell(self, cell_px: int) -> None:
        is_through = self._state.shown.is_through
        self.grid.set_cell_px(max(cell_px, _LEAST_THROUGH_PX) if is_through else cell_px)

    def _turn_view(self, _row: int) -> None:
        self._desk.browsing.look_through(is_through=self.view.currentData())

    def _choose(self, number: int) -> None:
        if not self._state.shown.is_through:
            self._state.change(channel=number)
        elif self._state.shown.channel < len(self._state.shown.maps[number].values):
            self._choose_layer(number)

    def _choose_layer(self, row: int) -> None:
        if 0 <= row < len(self._state.shown.maps) and row != self._state.shown.layer:
            self._desk.browsing.choose_layer(row)

    def _update(self, changed: frozenset) -> None:
        if not self.window().isVisible():
            return
        shown = self._state.shown
        self._say(shown)
        self.save.setEnabled(shown.current is not None)
        if "maps" in changed:
            self._list_layers(shown)
        if "is_through" in changed:
            self._show_tools(shown)
        if changed & (_SHOWN if shown.is_through else _SHOWN - {"channel"}):
            self._show_planes(shown)
        if "layer" in changed:
            self.layers.setCurrentRow(shown.layer)
        if "order" in changed:
            self.order.setCurrentIndex(self.order.findData(shown.order))
        if changed & {"order", "gradients"} and not shown.is_through:
            self.grid.verticalScrollBar().setValue(0)  # where the first in the new order are
        if changed & {"maps", "layer", "channel", "is_shared", "is_through"}:
            self.card.show_browsed(shown)
            self.grid.choose(shown.layer if shown.is_through else shown.channel)

    def _show_tools(self, shown: Browsed) -> None:
        self.view.setCurrentIndex(int(shown.is_through))
        self.channel.setVisible(shown.is_through)
        self.order.setVisible(not shown.is_through)
        self.save.setToolTip(
            self.tr("The pictures as PNG, numbers per layer as CSV")
            if shown.is_through
            else self.tr("The grid as PNG, all values as NPY, numbers per channel as CSV")
        )
        self._set_cell(self.size_px.value())

    def _say(self, shown: Browsed) -> None:
        text = ""
        if shown.error is not None:
            text = wording.error_text(shown.error, is_masked=True)
        elif shown.is_running:
            text = self.tr("Running the network ...")
        elif shown.current is None:
            text = self.tr("Open an image and score it: its layers are shown here.")
        elif self._is_waiting_for_gradients(shown):
            text = self.tr("Computing the gradient ...")
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _is_waiting_for_gradients(self, shown: Browsed) -> bool:
        return shown.order == ORDERS[-1][0] and shown.layer not in shown.gradients

    def _list_layers(self, shown: Browsed) -> None:
        with QSignalBlocker(self.layers):
            self.layers.clear()
            for maps in shown.maps:
                count, height, width = maps.values.shape
                size = self.tr("{count} channels, {height} x {width}").format(
                    count=count, height=height, width=width
                )
                lines = [maps.layer.name, f"{maps.layer.kind}  {size}"]
                self.layers.add(lines, maps.layer.tensor)
            self.layers.setCurrentRow(shown.layer)
        with QSignalBlocker(self.channel):
            most = max((len(maps.values) for maps in shown.maps), default=1)
            self.channel.setRange(0, most - 1)

    def _show_planes(self, shown: Browsed) -> None:
        if shown.current is None:
            self.grid.show_planes(None)
        elif shown.is_through:
            with QSignalBlocker(self.channel):
                self.channel.setValue(shown.channel)
            self.grid.setAccessibleName(self.tr("One channel in all layers"))
            self.grid.show_planes(self._through(shown))
        else:
            self.grid.setAccessibleName(self.tr("Channels of the layer"))
            self.grid.show_planes(self._channels(shown))

    def _channels(self, shown: Browsed) -> Planes:
        from engine.browse.grid import painter_of

        maps = shown.current
        by = "index" if self._is_waiting_for_gradients(shown) else shown.order
        order = maps.order(by, shown.gradients.get(shown.layer)).tolist()
        paint = painter_of(maps.values, is_shared=shown.is_shared)
        tip = self.tr("Channel {number}")
        return Planes(maps.values.shape[1:], order, paint, lambda number: tip.format(number=number))

    def _through(self, shown: Browsed) -> Planes:
        from engine.browse.grid import painter_of

        def paint(number: int, cell_hw: tuple[int, int]) -> NDArray[np.uint8] | None:
            values = shown.maps[number].values
            if shown.channel >= len(values):
                return None
            planes = values if shown.is_shared else values[shown.channel : shown.channel + 1]
            at = shown.channel if shown.is_shared else 0
            return painter_of(planes, is_shared=shown.is_shared)(at, cell_hw)

        captions = [(maps.layer.name, self._caption(maps.values, shown)) for maps in shown.maps]
        return Planes(
            shown.maps[0].values.shape[1:],
            range(len(shown.maps)),
            paint,
            lambda number: "{}: {}".format(*captions[number]),
            captions,
        )

    def _caption(self, values: NDArray[np.floating], shown: Browsed) -> str:
        count, height, width = values.shape
        if shown.channel >= count:
            return self.tr("only {count} channels").format(count=count)
        return self.tr("{height} x {width}").format(height=height, width=width)
