"""What every layer saw: the layers in a list, their channels in a grid, one channel enlarged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.language import translate
from desktop.state.browsed import Browsed
from desktop.views import wording
from desktop.views.layers.channel_card import ChannelCard
from desktop.views.layers.channel_grid import ChannelGrid
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.slider import PercentSlider
from desktop.views.widgets.tick_box import TickBox

ORDERS = (
    ("index", QT_TRANSLATE_NOOP("LayerWindow", "by number")),
    ("mean", QT_TRANSLATE_NOOP("LayerWindow", "by mean")),
    ("deviation", QT_TRANSLATE_NOOP("LayerWindow", "by deviation")),
    ("greatest", QT_TRANSLATE_NOOP("LayerWindow", "by greatest value")),
    ("gradient-x-activation", QT_TRANSLATE_NOOP("LayerWindow", "by gradient x activation")),
)
_SIZE = (1180, 760)
_LEAST_CELL_PX, _MOST_CELL_PX = 24, 256
_CELL = 0.2  # of the way between the two
_LIST_PX, _CARD_PX = 260, 360


class LayerWindow(QDialog):
    """Stays open beside the main window and follows its image.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    def __init__(self, desk: Desk, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prompts = prompts
        self._state = desk.state.browsed
        self.setWindowTitle(self.tr("What every layer saw"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        fit_screen(self, *_SIZE)
        self.layers = QListWidget()
        self.layers.setAccessibleName(self.tr("Layers, early to late"))
        self.layers.setSpacing(2)
        self.layers.currentRowChanged.connect(self._choose_layer)
        self.grid = ChannelGrid()
        self.grid.setAccessibleName(self.tr("Channels of the layer"))
        self.grid.chosen.connect(lambda number: self._state.change(channel=number))
        self.card = ChannelCard()
        self.message = PlainLabel("", "muted", wraps=True)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._tools())
        column.addWidget(self.message)
        column.addWidget(self.grid, 1)
        splitter = QSplitter()
        for part in (self.layers, middle, self.card):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_PX, _SIZE[0] - _LIST_PX - _CARD_PX, _CARD_PX])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.addWidget(splitter)
        self._state.changed.connect(self._update)
        self._set_cell(_CELL)

    def _tools(self) -> QHBoxLayout:
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
        size = PercentSlider(self.tr("Size of a channel"))
        size.show_value(_CELL)
        size.value_changed.connect(self._set_cell)
        self.save = QPushButton(self.tr("Save..."))
        self.save.setToolTip(
            self.tr("The grid as PNG, all values as NPY, numbers per channel as CSV")
        )
        self.save.clicked.connect(self._save)
        self._desk.browsing.saved.connect(self._tell_saved)
        row = QHBoxLayout()
        row.addWidget(self.order)
        row.addWidget(self.shared)
        row.addWidget(PlainLabel(self.tr("Size"), "muted"))
        row.addWidget(size, 1)
        row.addWidget(self.save)
        return row

    def _save(self) -> None:
        folder = self._prompts.ask_folder(Path.home())
        if folder is not None:
            self._desk.browsing.save(folder)

    def _tell_saved(self, folder: Path) -> None:
        self.message.setText(self.tr("Saved in {folder}.").format(folder=folder))
        self.message.setVisible(True)

    def _set_cell(self, share: float) -> None:
        self.grid.set_cell_px(round(_LEAST_CELL_PX + share * (_MOST_CELL_PX - _LEAST_CELL_PX)))

    def _choose_layer(self, row: int) -> None:
        if 0 <= row < len(self._state.shown.maps) and row != self._state.shown.layer:
            self._desk.browsing.choose_layer(row)

    def _update(self, changed: frozenset) -> None:
        if not self.isVisible():
            return
        shown = self._state.shown
        self._say(shown)
        self.save.setEnabled(shown.current is not None)
        if "maps" in changed:
            self._list_layers(shown)
        if changed & {"maps", "layer", "order", "is_shared", "gradients"}:
            self._show_channels(shown)
        if "layer" in changed:
            self.layers.setCurrentRow(shown.layer)
        if changed & {"maps", "layer", "channel", "is_shared"}:
            self.card.show_browsed(shown)
            self.grid.choose(shown.channel)

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
        self.layers.blockSignals(True)
        self.layers.clear()
        for maps in shown.maps:
            count, height, width = maps.values.shape
            size = self.tr("{count} channels, {height} x {width}").format(
                count=count, height=height, width=width
            )
            entry = QListWidgetItem(f"{maps.layer.name}\n{maps.layer.kind}  {size}")
            entry.setToolTip(maps.layer.tensor)
            self.layers.addItem(entry)
        self.layers.setCurrentRow(shown.layer)
        self.layers.blockSignals(False)

    def _show_channels(self, shown: Browsed) -> None:
        maps = shown.current
        if maps is None:
            self.grid.clear()
            return
        from engine.browse.grid import shared_scale

        is_waiting = self._is_waiting_for_gradients(shown)
        by = "index" if is_waiting else shown.order
        order = maps.order(by, shown.gradients.get(shown.layer))
        scale = shared_scale(maps.values) if shown.is_shared else None
        self.grid.show_channels(maps.values, order.tolist(), scale)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for the layers of the image on screen."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._update(frozenset({"maps", "layer"}))
        self._desk.browsing.set_wanted(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets them go; not where the window is only minimised."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._desk.browsing.set_wanted(False)
