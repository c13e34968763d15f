"""Where a delivery goes: a folder, a DICOM node, or both."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.commands.context import Prompts
from desktop.jobs.delivery_tasks import Place
from desktop.jobs.security import tls_of
from desktop.settings import Settings, last_folder
from desktop.views.dicom.nodes import NODES, TITLE, node_texts
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox


class TargetForm(QWidget):
    """One row for each kind of target that is offered.

    Args:
        settings: name the nodes and the last folder.
        prompts: asks for a folder.
        has_folder: offer a folder.
        has_node: offer the configured nodes.
    """

    changed = Signal()
    nodes_asked = Signal()

    def __init__(
        self,
        settings: Settings,
        prompts: Prompts,
        *,
        has_folder: bool,
        has_node: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._prompts = settings, prompts
        self._has_folder, self._has_node = has_folder, has_node
        self.in_folder = TickBox(self.tr("Into a folder"))
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder"))
        self.choose = QPushButton(self.tr("Choose..."))
        self.to_node = TickBox(self.tr("To a DICOM node"))
        self.node = Chooser()
        self.node.setAccessibleName(self.tr("DICOM node"))
        self.edit_nodes = QPushButton(self.tr("Nodes..."))
        for button in (self.choose, self.edit_nodes):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.list_nodes()

    def place(self) -> Place:
        """What is chosen now."""
        folder = self.folder.text().strip()
        return Place(
            Path(folder) if self._wants_folder() and folder else None,
            str(self.node.currentData() or "") if self._wants_node() else "",
            str(self._settings.get(TITLE)),
            tls_of(self._settings),
        )

    def is_complete(self) -> bool:
        """Whether every chosen target is named, and one is."""
        wants = (self._wants_folder(), self._wants_node())
        place = self.place()
        named = (place.folder is not None, bool(place.node))
        return any(wants) and all(n for w, n in zip(wants, named, strict=True) if w)

    def list_nodes(self) -> None:
        """Offers the configured nodes."""
        chosen = self.node.currentData()
        self.node.clear()
        for text in node_texts(str(self._settings.get(NODES))):
            self.node.addItem(text, text)
        self.node.setPlaceholderText(self.tr("none is named yet"))
        self.node.setEnabled(self.node.count() > 0)
        self.node.setCurrentIndex(max(0, self.node.findData(chosen)) if self.node.count() else -1)
        self._change()

    def _wants_folder(self) -> bool:
        return self._has_folder and (self.in_folder.isChecked() or not self._has_node)

    def _wants_node(self) -> bool:
        return self._has_node and (self.to_node.isChecked() or not self._has_folder)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        has_both = self._has_folder and self._has_node
        if self._has_folder:
            head = self.in_folder if has_both else PlainLabel(self.tr("Folder"), "strong")
            self._add(grid, head, self.folder, self.choose)
        if self._has_node:
            head = self.to_node if has_both else PlainLabel(self.tr("DICOM node"), "strong")
            self._add(grid, head, self.node, self.edit_nodes)

    def _add(self, grid: QGridLayout, head: QWidget, field: QWidget, button: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(button)
        place = grid.rowCount()
        grid.addWidget(head, place, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(row, place, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_folder)
        self.edit_nodes.clicked.connect(self.nodes_asked)
        self.folder.textChanged.connect(self._change)
        self.folder.textEdited.connect(lambda _text: self.in_folder.setChecked(True))
        self.node.activated.connect(lambda _place: self.to_node.setChecked(True))
        self.node.currentIndexChanged.connect(self._change)
        for box in (self.in_folder, self.to_node):
            box.toggled.connect(self._change)

    def _ask_folder(self) -> None:
        folder = self._prompts.ask_target_folder(last_folder(self._settings))
        if folder is not None:
            self.folder.setText(str(folder))
            self.in_folder.setChecked(True)

    def _change(self, *_what: object) -> None:
        self.changed.emit()
