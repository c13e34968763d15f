"""The window of the worklist: beside the main one, following what is opened and decided."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.jobs.library_tasks import Answer, Files
from desktop.language import translate
from desktop.settings import Settings
from desktop.views import theme
from desktop.views.administrator.gate import admits
from desktop.views.panels.rest_sign import RestSign
from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.worklist import words
from desktop.views.worklist.filter_bar import FilterBar
from desktop.views.worklist.model import WorklistModel
from engine.errors import display_path
from engine.library.studies import UNREAD
from engine.library.worklist import PRIORITY, Wanted

_SIZE = (1180, 720)
_WIDTHS_PX = (96, 130, 62, 180, 100, 100, 214, 84, 150)
_SHARES = {3: 0.6, 6: 0.4}  # who and what, of the width that the other columns leave
_SHARED_LEAST_PX = 210
_PADDING_PX = 16
_ROW_EXTRA_PX = 10
_MOST_NAMED = 3
_MOST_KEPT = 1000  # chosen studies that stay chosen in another order
_FOLLOW_MS = 400
_KEEP_MS = 300
_LEAST_COLUMN_PX = 24
_COLUMNS = "worklist/columns"


class WorklistWindow(QDialog):
    """Every study of the library; a double click opens its files again.

    Args:
        desk: takes the requests.
        prompts: asks before something is forgotten.
    """

    opened = Signal()  # files were handed to the main window

    def __init__(self, desk: Desk, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._prompts = desk, prompts
        self._keeping = desk.library
        self._privacy = desk.state.workspace.privacy
        self._order, self._is_descending = PRIORITY, False
        self._missing: tuple[Path, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self.setWindowTitle(self.tr("Worklist"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        fit_screen(self, *_SIZE)
        self.filters = FilterBar()
        self.model = WorklistModel(self._keeping, self._privacy, self)
        self.table = StudyTable(self.model, desk.state.settings)
        self.order_note = PlainLabel("", "muted", wraps=True)
        self.priority = QPushButton(self.tr("Model's order"))
        self.priority.setCheckable(True)
        self.message = PlainLabel("", "warning", wraps=True)
        self.count = PlainLabel("", "muted")
        self._arrange()
        self._connect()
        self._show_order()
        self._offer()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.filters)
        order = QHBoxLayout()
        order.addWidget(self.priority)
        order.addWidget(self.order_note, 1)
        column.addLayout(order)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addWidget(RestSign(self._desk.catching_up, self))
        row.addStretch(1)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setProperty("role", "primary")
        self.read_button = QPushButton(self.tr("Mark as read"))
        self.forget_button = QPushButton(self.tr("Forget..."))
        self.forget_button.setToolTip(
            self.tr("Remove what is known of the chosen studies, with marks and decisions")
        )
        for button in (self.priority, self.open_button, self.read_button, self.forget_button):
            button.setAutoDefault(False)
        for button in (self.forget_button, self.read_button, self.open_button):
            row.addWidget(button)
        column.addLayout(row)

    def _connect(self) -> None:
        self.filters.changed.connect(self.ask)
        self.priority.clicked.connect(self._sort_by_priority)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by_column)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.model.dataChanged.connect(self._offer)
        self.table.open_asked.connect(self.open_chosen)
        self.table.read_asked.connect(self.toggle_read)
        self.table.forget_asked.connect(self.forget_chosen)
        self.open_button.clicked.connect(self.open_chosen)
        self.read_button.clicked.connect(self.toggle_read)
        self.forget_button.clicked.connect(self.forget_chosen)
        self._keeping.answered.connect(self._show_answer)
        self._keeping.changed.connect(self._ask_soon)
        self._soon.timeout.connect(self.ask)
        self._keeping.files_found.connect(self._open_found)
        self._desk.state.settings.changed.connect(self._follow_setting)
        self._privacy.changed.connect(self._say_missing)

    def ask(self) -> None:
        """Asks the library for what the filters say."""
        if self.isVisible():
            self._keeping.ask(self._wanted())

    def _ask_soon(self) -> None:
        """Follows what is written, but not at every portion of a large folder."""
        if not self._soon.isActive():
            self._soon.start()

    def chosen(self) -> tuple[int, ...]:
        """Ids of the chosen studies, in the order of the list."""
        return tuple(dict.fromkeys(self.model.study_at(row) for row in self._chosen_rows()))

    def _chosen_rows(self) -> Iterator[int]:
        """From the top; run by run, as all rows may be chosen at once."""
        runs = {(run.top(), run.bottom()) for run in self.table.selectionModel().selection()}
        for top, bottom in sorted(runs):
            yield from range(top, bottom + 1)

    def open_chosen(self) -> None:
        """Opens the files of the chosen studies again."""
        self._missing = ()
        self._say_missing()
        if self.chosen():
            self._keeping.find_files(self.chosen())

    def toggle_read(self) -> None:
        """Marks the chosen studies as read; where all of them are, as unread."""
        if self.chosen():
            self._keeping.mark(self.chosen(), is_read=self._is_any_unread())

    def forget_chosen(self) -> None:
        """Forgets the chosen studies, once that is confirmed."""
        chosen = self.chosen()
        what = self.tr("Forget study")
        if (
            chosen
            and admits(self._desk.administration, self, what)
            and self._prompts.ask_forget(len(chosen))
        ):
            self._keeping.forget(chosen)

    def _wanted(self) -> Wanted:
        return Wanted(
            **self.filters.wanted(),
            order=self._order,
            is_descending=self._is_descending,
            hides_unseen=self._desk.records.is_second_reader,
        )

    def _show_answer(self, answer: Answer) -> None:
        chosen, top = set(self.chosen()), self.table.verticalScrollBar().value()
        current = self.table.currentIndex()
        focused = self.model.study_at(current.row()) if current.isValid() else None
        self.filters.offer(answer)
        self.model.show_answer(answer)
        self._choose_again(chosen, focused, answer.ids)
        self.table.verticalScrollBar().setValue(top)
        self._say_count(answer)
        self._offer()

    def _choose_again(self, chosen: set[int], focused: int | None, ids: array) -> None:
        if not 0 < len(chosen) <= _MOST_KEPT or self.table.selectionModel().hasSelection():
            return
        selection = QItemSelection()
        for row, study in enumerate(ids):
            if study in chosen:
                index = self.model.index(row, 0)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(selection, flags.Select | flags.Rows)
        place = -1 if focused is None else self.model.row_of(focused)
        if place >= 0:
            index = self.model.index(place, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.NoUpdate)

    def _say_count(self, answer: Answer) -> None:
        text = self.tr("%n study(s)", "", answer.total)
        if answer.wanted.is_limited:
            text = self.tr("{found} of {total} studies").format(
                found=len(answer.ids), total=answer.total
            )
        if self._keeping.is_broken:
            text = self.tr("The library cannot be used for now.")
        elif not self._keeping.keeps_history:
            text = self.tr("{count} - the history is off, nothing is added").format(count=text)
        elif not answer.total:
            text = self.tr("No study yet. What you open appears here.")
        self.count.setText(text)

    def _sort_by_priority(self) -> None:
        self._order, self._is_descending = PRIORITY, False
        self._show_order()
        self.ask()

    def _sort_by_column(self, column: int) -> None:
        order = words.COLUMNS[column][0]
        is_again = order == self._order
        self._is_descending = not self._is_descending if is_again else order in _LARGEST_FIRST
        self._order = order
        self._show_order()
        self.ask()

    def _show_order(self) -> None:
        column, header = words.column_of(self._order), self.table.horizontalHeader()
        is_priority = column < 0
        header.setSortIndicatorShown(not is_priority)
        if not is_priority:
            ways = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
            header.setSortIndicator(column, ways[self._is_descending])
        self.priority.setChecked(is_priority)
        notes = [translate("Worklist", words.PRIORITY_NOTE)] if is_priority else []
        if self._desk.records.is_second_reader:
            notes.append(translate("Worklist", words.HIDDEN_NOTE))
        self.order_note.setText(" ".join(notes))

    def _offer(self, *_what: object) -> None:
        has_chosen = self.table.selectionModel().hasSelection()
        for button in (self.open_button, self.read_button, self.forget_button):
            button.setEnabled(has_chosen)
        is_all_read = has_chosen and not self._is_any_unread()
        text = self.tr("Mark as unread") if is_all_read else self.tr("Mark as read")
        self.read_button.setText(text)

    def _is_any_unread(self) -> bool:
        known = (self.model.known(self.model.study_at(row)) for row in self._chosen_rows())
        return any(row is None or row.status == UNREAD for row in known)

    def _open_found(self, files: Files) -> None:
        self._missing = files.missing
        self._say_missing()
        if files.there:
            self._desk.open_paths(files.there)
            self.opened.emit()

    def _say_missing(self, _is_masked: bool = False) -> None:
        count = len(self._missing)
        text = ""
        if count and self._privacy.is_on:
            text = self.tr("%n file(s) no longer there.", "", count)
        elif count:
            named = "\n".join(display_path(path) for path in self._missing[:_MOST_NAMED])
            text = self.tr("%n file(s) no longer there:", "", count) + f"\n{named}"
            if count > _MOST_NAMED:
                text += "\n..."
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _follow_setting(self, name: str) -> None:
        if name.startswith(("reading/", "history/")):
            self._show_order()
            self.ask()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for what there is now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._say_missing()
            self.ask()
            self.filters.search.setFocus()


class StudyTable(QTableView):
    """The table; Enter and a double click open, Space marks as read, Delete forgets.

    Columns fit the window until a person drags one; from then on they stay as they were left.

    Args:
        model: the rows.
        settings: keep the columns.
    """

    open_asked = Signal()
    read_asked = Signal()
    forget_asked = Signal()

    def __init__(
        self, model: WorklistModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._is_fitting = self._is_own = False
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep_soon.timeout.connect(self._keep_columns)
        self.setModel(model)
        self.setAccessibleName(self.tr("Studies"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)
        header, side = self.horizontalHeader(), self.verticalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)
        header.setToolTip(
            self.tr("Click sorts, dragging moves or widens a column, a right click fits them again")
        )
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.dress(
            self,
            "QTableView { border: 1px solid $LINE; } QTableView:focus { border-color: $ACCENT; }"
            "QTableView::item { padding: 0 3px; }"
            "QTableView::item:selected { background: $ACCENT; color: $ON_ACCENT; }",
        )
        self.dress_again()
        self._restore_columns()
        header.sectionResized.connect(self._notice_width)
        header.sectionMoved.connect(lambda *_places: self._keep_soon.start())

    def dress_again(self) -> None:
        """Follows the size of words."""
        height = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(height + _ROW_EXTRA_PX)
        if not self._is_own:
            self._fit_columns(height / 16.0)

    def _fit_columns(self, scale: float) -> None:
        self._is_fitting = True
        for column, width in enumerate(_WIDTHS_PX):
            self.setColumnWidth(column, round(width * scale))
        bold = QFont(self.font())
        bold.setBold(True)  # as studies that are not read yet
        words_px = QFontMetrics(bold).horizontalAdvance
        widest = max(words_px(text) for text in words.status_texts())
        self.setColumnWidth(0, max(self.columnWidth(0), widest + _PADDING_PX))
        self._is_fitting = False
        self._share_width()

    def fit_columns(self) -> None:
        """Order and widths as at first."""
        header = self.horizontalHeader()
        for column in range(len(_WIDTHS_PX)):
            header.moveSection(header.visualIndex(column), column)
        self._is_own = False
        self._keep_soon.stop()
        self._settings.set(_COLUMNS, "")
        self.dress_again()

    def _offer_columns(self, place: QPoint) -> None:
        header, menu = self.horizontalHeader(), QMenu(self)
        menu.addAction(self.tr("Fit columns again"), self.fit_columns)
        menu.popup(header.mapToGlobal(place))

    def _notice_width(self, column: int, _before: int, _now: int) -> None:
        is_last = self.horizontalHeader().visualIndex(column) == len(_WIDTHS_PX) - 1
        if not self._is_fitting and not is_last:  # the last one ends at the edge by itself
            self._is_own = True
            self._keep_soon.start()

    def _keep_columns(self) -> None:
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(len(_WIDTHS_PX))]
        widths = [header.sectionSize(column) for column in order] if self._is_own else []
        parts = (",".join(map(str, order)), ",".join(map(str, widths)))
        self._settings.set(_COLUMNS, ";".join(parts))

    def _restore_columns(self) -> None:
        """What cannot be understood, or is of another version's columns, does not count."""
        try:
            order, widths = (
                [int(part) for part in text.split(",") if part]
                for text in str(self._settings.get(_COLUMNS)).split(";")
            )
        except ValueError:
            return
        if sorted(order) != list(range(len(_WIDTHS_PX))) or len(widths) not in (0, len(order)):
            return
        header = self.horizontalHeader()
        for place, column in enumerate(order):
            header.moveSection(header.visualIndex(column), place)
        for column, width in zip(order, widths, strict=False):
            self.setColumnWidth(column, max(_LEAST_COLUMN_PX, width))
        self._is_own = bool(widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns with the longest words take or give what the others leave."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()

    def _share_width(self) -> None:
        """Widens or narrows who and what; the last column ends at the edge by itself."""
        if self._is_own:
            return
        self._is_fitting = True
        widths = [self.columnWidth(column) for column in range(len(_WIDTHS_PX) - 1)]
        scale = self.fontMetrics().height() / 16.0
        taken = sum(width for column, width in enumerate(widths) if column not in _SHARES)
        left = self.viewport().width() - taken - round(_WIDTHS_PX[-1] * scale)
        free = max(left, round(_SHARED_LEAST_PX * scale))
        for column, share in _SHARES.items():
            self.setColumnWidth(column, int(free * share))
        self._is_fitting = False

    def _open(self, _index: QModelIndex) -> None:
        self.open_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list; letters search nothing here."""
        asked = {
            Qt.Key.Key_Return: self.open_asked,
            Qt.Key.Key_Enter: self.open_asked,
            Qt.Key.Key_Space: self.read_asked,
            Qt.Key.Key_Delete: self.forget_asked,
        }.get(event.key())
        if asked is not None:
            asked.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


_LARGEST_FIRST = frozenset({"probability", "date", "opened"})
