"""How every two maps agree, in a table that grows with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.findings import finding_text
from desktop.language import in_words
from desktop.state.compared import Compared
from desktop.views import wording
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from engine.trust.agreement import Agreement

RANKS = "ranks"
_NAME_PX = 300


class AgreementTable(QWidget):
    """Follows a `Compared`; the measure is chosen above the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Compared()
        self.measure = Chooser()
        self.measure.setAccessibleName(self.tr("Measure of agreement"))
        self.measure.currentIndexChanged.connect(self._fill)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Agreement of every two maps"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setCornerButtonEnabled(False)
        self.table.verticalHeader().setMaximumWidth(_NAME_PX)
        self.table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        row = QHBoxLayout()
        row.addWidget(PlainLabel(self.tr("Agreement of every two maps"), "heading"))
        row.addStretch(1)
        row.addWidget(self.measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def show_compared(self, shown: Compared) -> None:
        """Other maps, or more of them."""
        self._shown = shown
        if not self.measure.count():
            self._offer()
        self._fill()

    def _offer(self) -> None:
        from engine.trust.agreement import SHARES  # with the engine, which is loaded by now

        self.measure.blockSignals(True)
        self.measure.addItem(self.tr("Rank correlation (Spearman), -1 to 1"), RANKS)
        for share in SHARES:
            text = self.tr("Overlap of the top {percent} %: intersection over union, 0 to 1")
            self.measure.addItem(text.format(percent=round(100 * share)), share)
        self.measure.blockSignals(False)

    def _fill(self) -> None:
        done = self._shown.done
        self.table.setRowCount(len(done))
        self.table.setColumnCount(len(done))
        self.table.setHorizontalHeaderLabels([str(place + 1) for place in done])
        for row, place in enumerate(done):
            name = QTableWidgetItem(self._name(place))
            name.setToolTip(self._name(place))
            self.table.setVerticalHeaderItem(row, name)
        for row, one in enumerate(done):
            for column, other in enumerate(done):
                found = self._shown.agreement(one, other)
                text = "1" if one == other else self._text(found)
                entry = QTableWidgetItem(text)
                entry.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, entry)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _name(self, place: int) -> str:
        from engine.trust.matrix import caption_of

        entry = self._shown.tiles[place].entry
        found = entry.explanation
        parts = [in_words(caption_of(entry)[0]), found.layer, finding_text(found.target.name)]
        if len({tile.model_id for tile in self._shown.tiles}) > 1:
            parts.append(found.model_id)
        return f"{place + 1}  {', '.join(part for part in parts if part)}"

    def _text(self, found: Agreement | None) -> str:
        if found is None:
            return ""
        measure = self.measure.currentData()
        value = found.rank_correlation if measure == RANKS else found.overlaps.get(measure)
        return self.tr("not defined") if value is None else wording.hundredths_text(value)
