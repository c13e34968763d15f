"""The worklist as a Qt table: ids in order, rows fetched page by page where they are looked at.

What was shown of a study stays until its row is fetched again, so that a list that is asked anew
while files arrive neither flickers nor jumps.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.jobs.library import LibraryKeeping
from desktop.jobs.library_tasks import PAGE_ROWS, Answer
from desktop.state.privacy import Privacy
from desktop.views import theme
from desktop.views.widgets.plain_label import plain_tooltip
from desktop.views.worklist import words
from engine.library.studies import UNREAD
from engine.library.worklist import Row, Wanted

Index = QModelIndex | QPersistentModelIndex
StudyRole = Qt.ItemDataRole.UserRole
_MOST_ROWS = 20 * PAGE_ROWS  # kept
_MOST_PAGES = 4  # under way


class WorklistModel(QAbstractTableModel):
    """Answers of the library as a table.

    Args:
        keeping: fetches rows.
        privacy: whether patients are masked.
    """

    def __init__(
        self, keeping: LibraryKeeping, privacy: Privacy, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._privacy = privacy
        self._wanted = Wanted()
        self._ids = array("q")
        self._rows: dict[int, Row] = {}  # by study id, as shown last
        self._fresh: set[int] = set()  # pages fetched for the answer on screen
        self._coming: dict[int, Callable[[], None]] = {}  # by page: takes the request back
        self._asked: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)
        privacy.changed.connect(self._mask)

    def show_answer(self, answer: Answer) -> None:
        """Takes another list; where it is the same one, only its rows are fetched again."""
        for give_up in self._coming.values():
            give_up()
        self._coming, self._fresh = {}, set()
        is_same = answer.ids == self._ids and answer.wanted == self._wanted
        if answer.wanted.finding != self._wanted.finding or (
            answer.wanted.hides_unseen != self._wanted.hides_unseen
        ):
            self._rows = {}  # they say something else of the same study
        if not is_same:
            self.beginResetModel()
        self._wanted, self._ids = answer.wanted, answer.ids
        if is_same:
            self._tell(0, len(self._ids) - 1)
        else:
            self.endResetModel()

    def study_at(self, row: int) -> int:
        """The id of the study in a row."""
        return self._ids[row]

    def row_of(self, study: int) -> int:
        """The row of a study; -1 where it is not listed."""
        try:
            return self._ids.index(study)
        except ValueError:
            return -1

    def known(self, study: int) -> Row | None:
        """What is known of a study; None until its row was fetched."""
        return self._rows.get(study)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of studies."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of columns."""
        return 0 if parent.isValid() else len(words.COLUMNS)

    def headerData(  # noqa: D102 - Qt's
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and section == words.SCORE_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, colours, weight; asks for rows that are not there yet."""
        study = self._ids[index.row()]
        if role == StudyRole:
            return study
        self._want(index.row() // PAGE_ROWS)
        row = self._rows.get(study)
        if row is None:
            is_first = index.column() == 0 and role == Qt.ItemDataRole.DisplayRole
            return "…" if is_first else None
        masks = {
            "is_masked": self._privacy.is_on,
            "hides_unseen": self._wanted.hides_unseen,
        }
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.cell(row, index.column(), **masks)
        if role == Qt.ItemDataRole.ToolTipRole:
            active_id = self._keeping.active_id
            told = words.tooltip(row, index.column(), **masks, active_id=active_id)
            return plain_tooltip(told)
        return _look(row, index.column(), role)

    def _want(self, page: int) -> None:
        if page not in self._fresh and page not in self._coming and page not in self._asked:
            self._asked.append(page)
            self._soon.start()

    def _fetch(self) -> None:
        """Asks for the pages that were looked at last; others are asked for when seen again."""
        pages, self._asked = self._asked[-_MOST_PAGES:], []
        for page in pages:
            while len(self._coming) >= _MOST_PAGES:
                self._coming.pop(next(iter(self._coming)))()
            ids = self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
            take = partial(self._take, page, self._ids)
            self._coming[page] = self._keeping.fetch(ids, self._wanted, take)

    def _take(self, page: int, ids: array, rows: tuple[Row, ...]) -> None:
        if not isValid(self) or ids is not self._ids:
            return  # of another list, or of a window that is gone
        self._coming.pop(page, None)
        self._fresh.add(page)
        if len(self._rows) > _MOST_ROWS:
            self._rows, self._fresh = {}, {page}
        self._rows |= {row.id: row for row in rows}
        self._tell(page * PAGE_ROWS, min(len(self._ids), (page + 1) * PAGE_ROWS) - 1)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            top, bottom = self.index(first, 0), self.index(last, len(words.COLUMNS) - 1)
            self.dataChanged.emit(top, bottom)

    def _mask(self, _is_on: bool) -> None:
        self._tell(0, len(self._ids) - 1)


def _look(row: Row, column: int, role: int) -> object:
    name = words.COLUMNS[column][0]
    if role == Qt.ItemDataRole.FontRole and row.status == UNREAD and name in ("status", "patient"):
        font = QFont()
        font.setBold(True)
        return font
    if role == Qt.ItemDataRole.ForegroundRole and name in ("finding", "probability"):
        is_refused = row.finding is None and row.refused_count > 0
        colour = theme.ABOVE if row.is_above else theme.STOP if is_refused else theme.MUTED
        return QBrush(QColor(colour))
    if role == Qt.ItemDataRole.TextAlignmentRole and column == words.SCORE_COLUMN:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return None
