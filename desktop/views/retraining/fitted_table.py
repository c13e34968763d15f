"""A table that is as high as its rows: the page scrolls, not the table."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.views import theme
from desktop.views.widgets.plain_label import plain_tooltip
from engine.images.text import clean_text

_MOST_TEXT = 300
_PAD_PX = 10


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes:
        text: may come from a file; at most two lines.
        ink: its colour in the theme.
        tip: for the pointer; empty: the text itself.
    """

    text: str
    ink: str = "TEXT"
    tip: str = ""


class FittedTable(QTableWidget):
    """Rows of cells, the first column as wide as there is room.

    Args:
        columns: how many; the first holds words.
        numbers: columns whose cells and titles stand at the right.
        is_chosen_from: whether rows can be chosen.
        most_rows: that are seen at a time; what is below is scrolled to. 0: all.
    """

    def __init__(
        self,
        columns: int,
        numbers: Collection[int],
        *,
        is_chosen_from: bool = False,
        most_rows: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, columns, parent)
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._numbers, self._most_rows = frozenset(numbers), most_rows
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.SingleSelection
            if is_chosen_from
            else QAbstractItemView.SelectionMode.NoSelection
        )
        if not is_chosen_from:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        if not most_rows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)

    def set_head(self, name: str, head: Sequence[str]) -> None:
        """What the table and its columns are called."""
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(head))
        for column in range(self.columnCount()):
            self.horizontalHeaderItem(column).setTextAlignment(self._side(column))

    def _side(self, column: int) -> Qt.AlignmentFlag:
        is_number = column in self._numbers
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Other rows."""
        self._rows = tuple(tuple(row) for row in rows)
        self.clearSelection()
        self.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            for column, cell in enumerate(row):
                self.setItem(place, column, _item(cell, self._side(column)))
        self._claim_height()

    def _claim_height(self) -> None:
        line = self.fontMetrics().height()
        for place, row in enumerate(self._rows):
            lines = max((cell.text.count("\n") + 1 for cell in row), default=1)
            self.setRowHeight(place, lines * line + _PAD_PX)
        seen = min(self.rowCount(), self._most_rows) if self._most_rows else self.rowCount()
        rows = sum(self.rowHeight(place) for place in range(seen))
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        high = self.horizontalHeader().sizeHint().height() + rows + below + 2 * self.frameWidth()
        self.setFixedHeight(high)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need a bar below."""
        super().resizeEvent(event)
        self._claim_height()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._dress()

    def _dress(self) -> None:
        for place, row in enumerate(self._rows):
            for column, cell in enumerate(row):
                item = self.item(place, column)
                if item is not None:
                    item.setForeground(QColor(getattr(theme, cell.ink)))
        self._claim_height()


def _item(cell: Cell, side: Qt.AlignmentFlag) -> QTableWidgetItem:
    text = "\n".join(clean_text(line, _MOST_TEXT) for line in cell.text.split("\n"))
    item = QTableWidgetItem(text)
    item.setTextAlignment(side)
    item.setForeground(QColor(getattr(theme, cell.ink)))
    item.setToolTip(plain_tooltip(cell.tip if cell.tip else cell.text))
    return item
