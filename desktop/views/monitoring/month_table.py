"""The table of monitoring: one row per month and version, a column for every figure."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.language import translate
from desktop.views import theme
from desktop.views.monitoring import words
from engine.library.monitoring import Monitored

Index = QModelIndex | QPersistentModelIndex
_ROW_EXTRA_PX = 10
_MOST_ROWS = 12  # that the table is high; more are scrolled to


class MonthModel(QAbstractTableModel):
    """The rows of one finding, the newest month first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._moved: tuple[bool, ...] = ()

    def show(self, monitored: Monitored, finding: str) -> None:
        """Shows other figures."""
        mixes = {(mix.month, mix.version): mix for mix in monitored.mixes}
        entries = tuple(reversed(monitored.of(finding)))
        self.beginResetModel()
        self._rows = tuple(
            words.cells(monitored, entry, mixes[entry.month, entry.version]) for entry in entries
        )
        self._moved = tuple(words.is_moved(entry) for entry in entries)
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Months."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Figures."""
        return 0 if parent.isValid() else len(words.HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell; months that moved stand out by colour beside their words."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        is_verdict = index.column() == words.VERDICT
        if role == Qt.ItemDataRole.ForegroundRole and is_verdict and self._moved[index.row()]:
            return QColor(theme.STOP)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What a column tells."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Monitoring", words.HEADINGS[section])
        return None


class MonthTable(QTableView):
    """The table; as wide as its words, scrolled sideways where there is less room."""

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Months"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header, side = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.dress(
            self,
            "QTableView { border: 1px solid $LINE; } QTableView:focus { border-color: $ACCENT; }"
            "QTableView::item { padding: 0 3px; }"
            "QTableView::item:selected { background: $ACCENT; color: $ON_ACCENT; }",
        )
        model.modelReset.connect(self.dress_again)
        self.dress_again()

    def dress_again(self) -> None:
        """Follows the size of words and what there is to show."""
        high = self.fontMetrics().height() + _ROW_EXTRA_PX
        self.verticalHeader().setDefaultSectionSize(high)
        self.resizeColumnsToContents()
        rows = min(_MOST_ROWS, self.model().rowCount())
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight((rows + 1) * high + bar + _ROW_EXTRA_PX)
