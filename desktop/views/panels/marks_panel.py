"""Marks: the tools to draw with, what is drawn on the image, and what millimetres mean here."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop.language import in_words, translate
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.image.marks.numbers import Numbers
from desktop.views.image.marks.words import KIND_NAMES, long_text, one_line, tr
from desktop.views.widgets.layout import Section
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from desktop.views.widgets.tool_button import ToolButton
from engine.images.radiograph import Radiograph
from engine.measure.mark import Mark
from engine.measure.scale import MEANINGS
from engine.measure.sheet import Sheet

TOOLS = (
    "draw-length", "draw-angle", "draw-cobb", "draw-ratio", "draw-ellipse", "draw-rectangle",
    "draw-polygon", "draw-arrow", "draw-text", "calibrate", "key-image", "undo", "redo",
    "toggle-marks",
)  # fmt: skip
_IN_A_ROW = 7
_MOST_ROWS = 6
_ID = Qt.ItemDataRole.UserRole


class MarksPanel(Section):
    """Shows the marks of the image on screen.

    Args:
        state: the session's state.
        action: gives the action of a command by its id.
    """

    words_asked = Signal(str)  # id of the mark that shall be written on

    def __init__(
        self, state: SessionState, action: Callable[[str], QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr_title(), parent)
        self._state, self._numbers = state, Numbers()
        self._is_filling = False
        self._buttons = {name: ToolButton(name, action(name)) for name in TOOLS}
        grid = QGridLayout()
        grid.setSpacing(2)
        for place, button in enumerate(self._buttons.values()):
            grid.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)
        self.column.addLayout(grid)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Marks on this image"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._chosen)
        self._list.itemActivated.connect(self._activated)
        self.column.addWidget(self._list)
        self._meaning = PlainLabel("", "muted", wraps=True)
        self.column.addWidget(self._meaning)
        state.workspace.current_changed.connect(self._show)
        state.workspace.item_changed.connect(self._update)
        state.marks.selection_changed.connect(self._select)
        self._show(state.workspace.current)

    @staticmethod
    def tr_title() -> str:
        """The panel's name in the language in use."""
        return translate("MarksPanel", "Marks")

    def _update(self, item: Item, changed: frozenset) -> None:
        current = self._state.workspace.current
        if current is None or not changed & {"marks", "radiograph", "frame"}:
            return
        if item is current or item is current.listed:
            self._show(current)

    def _show(self, item: Item | None) -> None:
        sheet = self._state.marks.sheet(item)
        radiograph = None if item is None else item.listed.radiograph
        self._is_filling = True
        self._list.clear()
        if item is not None and sheet is not None and radiograph is not None:
            for mark in sheet.on_frame(item.frame):
                self._list.addItem(self._entry(mark, sheet, radiograph))
            self._meaning.setText(in_words(MEANINGS[sheet.scale(radiograph).provenance]))
        else:
            self._meaning.setText("")
        self._is_filling = False
        self._fit_height()
        self._select(self._state.marks.selected)

    def _entry(self, mark: Mark, sheet: Sheet, radiograph: Radiograph) -> QListWidgetItem:
        numbers = self._numbers.of(mark, radiograph, sheet.scale(radiograph))
        name, value = tr(KIND_NAMES[mark.kind]), one_line(mark, numbers)
        entry = QListWidgetItem(f"{name}  {value}" if value else name)
        entry.setData(_ID, mark.id)
        entry.setToolTip(plain_tooltip(long_text(mark, numbers)))
        return entry

    def _fit_height(self) -> None:
        rows = self._list.count()
        self._list.setVisible(rows > 0)
        if rows:
            height = self._list.sizeHintForRow(0) * min(rows, _MOST_ROWS)
            self._list.setFixedHeight(height + 2 * self._list.frameWidth())

    def _select(self, mark_id: str) -> None:
        self._is_filling = True
        rows = [self._list.item(row) for row in range(self._list.count())]
        found = next((entry for entry in rows if entry.data(_ID) == mark_id), None)
        self._list.setCurrentItem(found)
        if found is None:
            self._list.clearSelection()
        self._is_filling = False

    def _chosen(self, entry: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if not self._is_filling and entry is not None:
            self._state.marks.select(entry.data(_ID))

    def _activated(self, entry: QListWidgetItem) -> None:
        self.words_asked.emit(entry.data(_ID))
