"""The table of models: one row each, the active one first."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.jobs.model_tasks import Described
from desktop.language import translate
from desktop.views.models import words
from desktop.views.widgets.plain_label import plain_tooltip
from desktop.views.wording import error_text
from engine.images.text import clean_text

_HEADINGS = (
    QT_TRANSLATE_NOOP("Models", "Name"),
    QT_TRANSLATE_NOOP("Models", "Version"),
    QT_TRANSLATE_NOOP("Models", "State"),
    QT_TRANSLATE_NOOP("Models", "Signature"),
    QT_TRANSLATE_NOOP("Models", "Imported"),
    QT_TRANSLATE_NOOP("Models", "Area under the ROC curve"),
    QT_TRANSLATE_NOOP("Models", "Size"),
)
_LEAST_PX = 60
_NAME, _STATE = 0, 2
_LONGEST = 200


class PlainTable(QTableWidget):
    """Rows of words that cannot be written into; one row is chosen at a time.

    Args:
        headings: of the columns.
        widths_px: of the columns; the last one takes the rest.
    """

    def __init__(
        self, headings: Sequence[str], widths_px: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(headings), parent)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        top = self.horizontalHeader()
        top.setHighlightSections(False)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        top.setStretchLastSection(True)
        for column, width in enumerate(widths_px):
            self.setColumnWidth(column, width)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replaces all rows; every cell tells its whole text when the pointer rests on it."""
        self.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                shown = clean_text(text, _LONGEST)
                item = QTableWidgetItem(shown)
                item.setToolTip(plain_tooltip(shown))
                self.setItem(number, column, item)


class ModelTable(PlainTable):
    """Every model with its state, signature and measured figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        headings = [translate(words.CONTEXT, text) for text in _HEADINGS]
        super().__init__(headings, (), parent)
        top = self.horizontalHeader()
        top.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        top.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        top.setStretchLastSection(False)
        top.setMinimumSectionSize(_LEAST_PX)
        self._rows: tuple[Described, ...] = ()
        self.setAccessibleName(translate("Models", "Models"))

    @property
    def rows(self) -> tuple[Described, ...]:
        """All that are shown."""
        return self._rows

    @property
    def chosen(self) -> Described | None:
        """The row that is chosen."""
        number = self.currentRow()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def show_models(self, rows: tuple[Described, ...]) -> None:
        """Shows them and keeps the same model chosen, else the active one."""
        before = self.chosen
        self._rows = rows
        self.show_rows([_cells(row) for row in rows])
        for number, row in enumerate(rows):
            self._mark(number, row)
        wanted = "" if before is None else before.model.digest
        digests = [row.model.digest for row in rows]
        if rows:
            self.selectRow(digests.index(wanted) if wanted in digests else 0)

    def _mark(self, number: int, row: Described) -> None:
        if row.model.state == "active":
            font = QFont(self.font())
            font.setBold(True)
            for column in (_NAME, _STATE):
                self.item(number, column).setFont(font)
        if row.problem is not None:
            self.item(number, _STATE).setToolTip(plain_tooltip(error_text(row.problem)))


def _cells(row: Described) -> tuple[str, ...]:
    model = row.model
    state = words.state_text(model.state)
    if row.problem is not None:
        state = translate("Models", "{state}, unusable").format(state=state)
    return (
        model.name,
        model.version,
        state,
        words.signature_text(row.signature),
        words.imported_text(row),
        words.auc_text(row.auc),
        words.size_text(row.size),
    )
