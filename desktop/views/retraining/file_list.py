"""A list of files with what is to say about each: folded, hidden from strangers, to be saved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.language import in_words
from desktop.state.privacy import Privacy
from desktop.views.widgets.layout import Card
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from engine.batch.cells import printable

_MOST_ROWS = 500  # shown; all are saved
_LEAST_PX, _MOST_PX = 60, 190


@dataclass(frozen=True)
class Listed:
    """A list.

    Attributes:
        title: what is listed, and how many.
        header: names of the columns.
        rows: a text for every column.
        name: of its file.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str


class FileList(Card):
    """Shows a list.

    Args:
        listed: what.
        privacy: while it is on, the rows are hidden: they name files and patients.
    """

    save_asked = Signal(object)  # Listed

    def __init__(self, listed: Listed, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.listed = listed
        self.unfold = QPushButton(self.tr("Show"))
        self.unfold.setCheckable(True)
        self.unfold.setAutoDefault(False)
        self.save = QPushButton(self.tr("Save list..."))
        self.save.setAutoDefault(False)
        self.save.setToolTip(self.tr("All rows as a table (CSV)"))
        row = QHBoxLayout()
        row.addWidget(PlainLabel(listed.title, "strong", wraps=True), 1)
        row.addWidget(self.unfold)
        row.addWidget(self.save)
        self.column.addLayout(row)
        self.table = QTreeWidget()
        self._fill()
        self.column.addWidget(self.table)
        self.table.hide()
        self.unfold.toggled.connect(self._fold)
        self.save.clicked.connect(lambda: self.save_asked.emit(self.listed))
        privacy.changed.connect(self._mask)
        self._mask(privacy.is_on)

    def _fill(self) -> None:
        table, listed = self.table, self.listed
        table.setAccessibleName(listed.title)
        table.setHeaderLabels(list(listed.header))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for texts in listed.rows[:_MOST_ROWS]:
            shown = [printable(in_words(text)) for text in texts]
            entry = QTreeWidgetItem(shown)
            for column, text in enumerate(shown):
                entry.setToolTip(column, plain_tooltip(text))
            table.addTopLevelItem(entry)
        more = len(listed.rows) - _MOST_ROWS
        if more > 0:
            table.addTopLevelItem(QTreeWidgetItem([self.tr("and %n more", "", more)]))
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        line = table.fontMetrics().height() + 8
        wanted = line * (table.topLevelItemCount() + 1) + 8
        table.setFixedHeight(min(_MOST_PX, max(_LEAST_PX, wanted)))

    def _fold(self, is_open: bool) -> None:
        self.table.setVisible(is_open)
        self.unfold.setText(self.tr("Hide") if is_open else self.tr("Show"))

    def _mask(self, is_masked: bool) -> None:
        self.unfold.setEnabled(not is_masked)
        hidden = self.tr("Hidden while patients are masked")
        self.unfold.setToolTip(hidden if is_masked else "")
        if is_masked:
            self.unfold.setChecked(False)
