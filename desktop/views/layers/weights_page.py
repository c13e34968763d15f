"""The stored kernels: as pictures, as a histogram, and how many of them are near zero."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.language import figure
from desktop.state.browsed import Browsed
from desktop.views.layers.cell_size import CellSize
from desktop.views.layers.kernel_card import KernelCard
from desktop.views.layers.layer_list import LayerList
from desktop.views.layers.plane_grid import PlaneGrid, Planes
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from engine.browse.weights import Weights

_PANE_PX = (240, 660, 340)


class WeightsPage(QWidget):
    """The weights of the model that scored the image on screen.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    def __init__(self, desk: Desk, prompts: Prompts) -> None:
        super().__init__()
        self._desk = desk
        self._prompts = prompts
        self._state = desk.state.browsed
        self._plane = 0
        self.layers = LayerList(self.tr("Layers with weights, early to late"))
        self.layers.currentRowChanged.connect(self._choose_layer)
        self.grid = PlaneGrid()
        self.grid.setAccessibleName(self.tr("Kernels of the layer"))
        self.grid.chosen.connect(self._choose_plane)
        self.card = KernelCard()
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
        self.grid.set_cell_px(self.size_px.value())

    def show_all(self) -> None:
        """Everything anew: the window is opened."""
        self._update(frozenset({"weights"}))

    def _tools(self) -> QWidget:
        self.output = QSpinBox()
        self.output.setAccessibleName(self.tr("Output channel"))
        self.output.setPrefix(self.tr("Output channel") + " ")
        self.output.valueChanged.connect(lambda number: self._state.change(output=number))
        self.shared = TickBox(self.tr("One scale for all"))
        self.shared.setToolTip(self.tr("Kernels of the same brightness have the same weights"))
        self.shared.setChecked(True)
        self.shared.toggled.connect(lambda _is_on: self._show_kernels(self._state.shown))
        self.size_px = CellSize()
        self.size_px.changed.connect(self.grid.set_cell_px)
        self.save = QPushButton(self.tr("Save..."))
        self.save.setToolTip(
            self.tr("The pictures as PNG, the kernel as NPY, the histogram as CSV")
        )
        self.save.clicked.connect(self._save)
        self._desk.browsing.saved.connect(self._tell_saved)
        tools = QWidget()
        row = FlowLayout(8)
        tools.setLayout(row)
        for part in (self.output, self.shared, self.size_px, self.save):
            row.addWidget(part)
        return tools

    def _save(self) -> None:
        folder = self._prompts.ask_folder(Path.home())
        if folder is not None:
            self._desk.browsing.save_kernels(folder, is_shared=self.shared.isChecked())

    def _tell_saved(self, folder: Path) -> None:
        self.message.setText(self.tr("Saved in {folder}.").format(folder=folder))
        self.message.setVisible(True)

    def _choose_layer(self, row: int) -> None:
        if 0 <= row < len(self._state.shown.weights):
            self._state.change(kernel=row, output=0)

    def _choose_plane(self, number: int) -> None:
        self._plane = number
        weights = _looked_at(self._state.shown)
        if weights.has_one_each:
            self._state.change(output=number)
        else:
            self._show_card(self._state.shown)

    def _update(self, changed: frozenset) -> None:
        if not self.window().isVisible() or not changed & {"weights", "kernel", "output"}:
            return
        shown = self._state.shown
        if changed & {"weights", "kernel"}:
            self._plane = 0
        if "weights" in changed:
            self._list_layers(shown)
        with QSignalBlocker(self.layers):
            self.layers.setCurrentRow(shown.kernel)
        self._show_kernels(shown)

    def _list_layers(self, shown: Browsed) -> None:
        with QSignalBlocker(self.layers):
            self.layers.clear()
            for weights in shown.weights:
                size = " x ".join(map(str, weights.kernel.shape))
                share = figure(100 * weights.near_zero, ".1f")
                zero = self.tr("{share} % near zero").format(share=share)
                axes = self.tr("outputs x inputs per group x height x width")
                lines = [weights.name, f"{weights.operator}  {size}", zero]
                self.layers.add(lines, f"{weights.name}\n{axes}")

    def _show_kernels(self, shown: Browsed) -> None:
        weights = _looked_at(shown)
        self.save.setEnabled(weights is not None)
        self.message.setText(self._explained(weights))
        if weights is None:
            self.output.setVisible(False)
            self.grid.show_planes(None)
            self.card.show_nothing()
            return
        self.output.setVisible(not weights.has_one_each)
        with QSignalBlocker(self.output):
            self.output.setRange(0, len(weights.kernel) - 1)
            self.output.setValue(shown.output)
        from engine.browse.grid import painter_of

        planes = weights.planes(shown.output)
        paint = painter_of(
            planes, is_shared=self.shared.isChecked(), has_own_colours=weights.has_colours
        )
        tip = self.tr("Filter {number}") if weights.has_one_each else self.tr("Input {number}")
        self.grid.show_planes(
            Planes(
                planes.shape[1:3],
                range(len(planes)),
                paint,
                lambda number: tip.format(number=number),
            )
        )
        self._show_card(shown)

    def _show_card(self, shown: Browsed) -> None:
        weights = _looked_at(shown)
        if weights.has_one_each:
            self._plane = shown.output
        self.grid.choose(self._plane)
        is_shared = self.shared.isChecked()
        self.card.show_kernel(weights, shown.output, self._plane, is_shared=is_shared)

    def _explained(self, weights: Weights | None) -> str:
        if weights is None:
            return self.tr("The weights of the model are shown here once it is open.")
        if weights.has_colours:
            return self.tr("All filters of the first layer. Middle grey is zero, light positive.")
        if weights.has_one_each:
            return self.tr("Every filter has one kernel. Blue is negative, red is positive.")
        return self.tr("One kernel per input channel. Blue is negative, red is positive.")


def _looked_at(shown: Browsed) -> Weights | None:
    return shown.weights[shown.kernel] if shown.kernel < len(shown.weights) else None
