"""How far a delivery is, and what became of each object, to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.delivery_tasks import CAUTION, DONE, FAILED, Row
from desktop.language import shown_words
from desktop.views import theme
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from engine.images.text import clean_text

_STEPS = 1000
_LIST_PX, _NAME_PX = 96, 230
_LONG_WORD, _KEPT, _GAP_PX = 30, 12, 6


class OutcomeList(QWidget):
    """A bar, a sentence, and a row per object; hidden parts come with the first delivery."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.note = PlainLabel("", "muted", wraps=True)
        self.list = QTableWidget(0, 2)
        self.list.setAccessibleName(self.tr("What became of each"))
        self.list.setHorizontalHeaderLabels([self.tr("Object"), self.tr("Result")])
        self.list.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.list.setTabKeyNavigation(False)
        self.list.setShowGrid(False)
        self.list.setMinimumHeight(_LIST_PX)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setMinimumSectionSize(1)
        header = self.list.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.resizeSection(0, _NAME_PX)
        header.sectionResized.connect(self._fit_rows)
        self.copy = QPushButton(self.tr("Copy list"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.copy)
        column.addWidget(self.bar)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self.clear()

    def clear(self) -> None:
        """Nothing was begun."""
        self.rows.clear()
        self.list.setRowCount(0)
        self.bar.setValue(0)
        self.note.setText("")
        for part in (self.bar, self.list, self.copy):
            part.hide()

    def begin(self) -> None:
        """One has begun."""
        self.clear()
        self.bar.show()

    def show_progress(self, fraction: float, note: str) -> None:
        """Shows how far it is."""
        self.bar.setValue(int(fraction * _STEPS))
        if note:
            self.note.setText(note)

    def add(self, row: Row) -> None:
        """Another object has its answer."""
        self.rows.append(row)
        words, mark = clean_text(shown_words(row.words), 400), _MARKS[row.standing]
        name = _shortened(clean_text(shown_words(row.name), 120))
        place = self.list.rowCount()
        self.list.insertRow(place)
        for column, text in enumerate((f"{mark}  {name}", _shortened(words))):
            cell = QTableWidgetItem(text)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            cell.setToolTip(plain_tooltip((shown_words(row.name), words)[column]))
            if row.standing != DONE and column == 0:
                colour = theme.STOP if row.standing == FAILED else theme.ABOVE
                cell.setForeground(QBrush(QColor(colour)))
            self.list.setItem(place, column, cell)
        self._fit_row(place)
        self.list.scrollToBottom()
        for part in (self.list, self.copy):
            part.show()

    def end(self, *, was_stopped: bool) -> None:
        """It has ended; says how it went."""
        self.bar.hide()
        failed = sum(row.standing == FAILED for row in self.rows)
        texts = [self.tr("%n done", "", len(self.rows) - failed)]
        if failed:
            texts.append(self.tr("%n failed", "", failed))
        if was_stopped:
            texts.append(self.tr("stopped"))
        self.note.setText(", ".join(texts))

    def as_text(self) -> str:
        """A line per object, its parts with tabulators between."""
        lines = [(shown_words(row.name), shown_words(row.words)) for row in self.rows]
        return "\n".join(f"{name}\t{words}" for name, words in lines)

    def _fit_rows(self, *_section: int) -> None:
        for place in range(self.list.rowCount()):
            self._fit_row(place)

    def _fit_row(self, place: int) -> None:
        """As high as its words, with a little room to the next one."""
        self.list.resizeRowToContents(place)
        self.list.setRowHeight(place, self.list.rowHeight(place) + _GAP_PX)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())


def _shortened(text: str) -> str:
    """Long names and numbers without their middle; whole words would not fit a line."""
    words = (w if len(w) <= _LONG_WORD else f"{w[:_KEPT]}\u2026{w[-_KEPT:]}" for w in text.split())
    return " ".join(words)


_MARKS = {DONE: "\u2713", CAUTION: "!", FAILED: "\u2717"}
