"""Dead filters: channels that no image of a folder makes fire, and the layers that hold them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.language import figure, in_words
from desktop.state.browsed import Watched
from desktop.views import wording
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from desktop.views.widgets.tick_box import TickBox

_PERMILLE = 1000
_NAMED = 4  # layers and files told in a sentence
_NAME_PX = 320
_NUMBERS = (2, 3, 4)  # columns
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiltersPage(QWidget):
    """Starts the watch and shows what it found.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    def __init__(self, desk: Desk, prompts: Prompts) -> None:
        super().__init__()
        self._desk = desk
        self._prompts = prompts
        self._state = desk.state.browsed
        self._shown: object = None
        about = PlainLabel(
            self.tr(
                "A filter is dead over a set of images if none of them ever lifts its channel above"
                " zero behind the rectifier. On these images it could be pruned without any change."
            ),
            "muted",
            wraps=True,
        )
        self.summary = PlainLabel("", "strong", wraps=True)
        self.unread = PlainLabel("", "warning", wraps=True)
        self.table = QTreeWidget()
        self.table.setAccessibleName(self.tr("Layers behind a rectifier"))
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels(
            [
                self.tr("Layer"),
                self.tr("Kind"),
                self.tr("Channels"),
                self.tr("Dead"),
                self.tr("Share"),
                self.tr("Which"),
            ]
        )
        for column in _NUMBERS:
            self.table.headerItem().setTextAlignment(column, _RIGHT)
        self.table.setColumnWidth(0, _NAME_PX)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.header().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 10, 8, 0)
        whole.setSpacing(8)
        whole.addWidget(about)
        whole.addWidget(self._tools())
        whole.addWidget(self._progress())
        whole.addWidget(self.summary)
        whole.addWidget(self.unread)
        whole.addWidget(self.table, 1)
        self._state.changed.connect(self._update)
        desk.state.models.opened.connect(self._enable)

    def show_all(self) -> None:
        """Everything anew: the window is opened."""
        self._shown = None
        self._update(frozenset({"watched"}))

    def _tools(self) -> QWidget:
        self.over_open = QPushButton(self.tr("Over the open images"))
        self.over_open.clicked.connect(self._watch_open)
        self.over_folder = QPushButton(self.tr("Over a folder..."))
        self.over_folder.clicked.connect(self._watch_folder)
        self.only_dead = TickBox(self.tr("Only layers that could be pruned"))
        self.only_dead.toggled.connect(self._filter_rows)
        self.save = QPushButton(self.tr("Save..."))
        self.save.setToolTip(self.tr("All layers with their dead channels as CSV"))
        self.save.clicked.connect(self._save)
        self._desk.browsing.filters.saved.connect(self._tell_saved)
        tools = QWidget()
        row = FlowLayout(8)
        tools.setLayout(row)
        for part in (self.over_open, self.over_folder, self.only_dead, self.save):
            row.addWidget(part)
        return tools

    def _progress(self) -> QWidget:
        self._bar, self._note = QProgressBar(), ElidedLabel("", "small")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the images"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(self.tr("What was found so far stays"))
        self.stop.clicked.connect(self._desk.browsing.filters.stop)
        self._running = QWidget()
        row, words = QHBoxLayout(self._running), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._note)
        words.addWidget(self._bar)
        row.addLayout(words, 1)
        row.addWidget(self.stop)
        return self._running

    def _watch_open(self) -> None:
        self._desk.browsing.filters.watch_open(self._desk.browsing.model)

    def _watch_folder(self) -> None:
        folder = self._prompts.ask_folder(Path.home())
        if folder is not None:
            self._desk.browsing.filters.watch_folder(self._desk.browsing.model, folder)

    def _save(self) -> None:
        folder = self._prompts.ask_folder(Path.home())
        if folder is not None:
            self._desk.browsing.filters.save(folder)

    def _tell_saved(self, path: Path) -> None:
        self.summary.setText(self.tr("Saved as {path}.").format(path=path))

    def _update(self, changed: frozenset) -> None:
        if not self.window().isVisible():
            return
        if changed & {"item", "weights", "watched"}:
            self._enable()
        if "watched" not in changed:
            return
        watched = self._state.shown.watched
        self._running.setVisible(watched.is_running)
        self._bar.setRange(0, _PERMILLE if watched.fraction > 0.0 else 0)
        self._bar.setValue(round(watched.fraction * _PERMILLE))
        self._note.setText(in_words(watched.note) if watched.note else self.tr("starting"))
        self.summary.setText(self._summary(watched))
        self.unread.setText(self._unread(watched))
        self.unread.setVisible(bool(watched.unread))
        if watched.fired is not self._shown:
            self._shown = watched.fired
            self._fill(watched)

    def _enable(self, _model_id: str = "") -> None:
        watched = self._state.shown.watched
        can_start = self._desk.browsing.model is not None and not watched.is_running
        self.over_open.setEnabled(can_start and bool(self._desk.state.workspace.items))
        self.over_folder.setEnabled(can_start)
        self.save.setEnabled(bool(watched.fired) and not watched.is_running)

    def _summary(self, watched: Watched) -> str:
        if watched.error is not None:
            return wording.error_text(watched.error, is_masked=True)
        if not watched.fired:
            is_over = watched.model_name and not watched.is_running
            return self.tr("Nothing was found: no image, or no rectifier.") if is_over else ""
        with_dead = [entry for entry in watched.fired if entry.can_be_pruned]
        images = self.tr("{model}, %n image(s): ", "", watched.fired[0].images)
        start = images.format(model=watched.model_name)
        if not with_dead:
            return start + self.tr("every channel behind a rectifier fired.")
        names = [entry.layer.name for entry in with_dead[:_NAMED]]
        more = ["..."] if len(with_dead) > _NAMED else []
        told = self.tr(
            "{dead} of {channels} channels never fired. {count} of {layers} layers could be"
            " pruned: {names}"
        )
        return start + told.format(
            dead=sum(len(entry.dead) for entry in with_dead),
            channels=sum(len(entry.greatest) for entry in watched.fired),
            count=len(with_dead),
            layers=len(watched.fired),
            names=", ".join(names + more),
        )

    def _unread(self, watched: Watched) -> str:
        is_masked = self._desk.state.workspace.privacy.is_on
        first = [wording.error_text(error, is_masked=is_masked) for error in watched.unread]
        lines = [text.splitlines()[0] for text in first[:_NAMED]]
        count = self.tr("%n file(s) could not be read:", "", len(watched.unread))
        more = ["..."] if len(first) > _NAMED else []
        return "\n".join([count, *lines, *more])

    def _fill(self, watched: Watched) -> None:
        rows = [
            (
                entry.layer.name,
                entry.layer.kind,
                str(len(entry.greatest)),
                str(len(entry.dead)),
                f"{figure(100 * entry.share, '.1f')} %",
                " ".join(map(str, entry.dead)),
            )
            for entry in watched.fired
        ]
        while self.table.topLevelItemCount() > len(rows):
            self.table.takeTopLevelItem(len(rows))
        for number, texts in enumerate(rows):
            entry = self.table.topLevelItem(number)
            if entry is None:
                entry = QTreeWidgetItem()
                self.table.addTopLevelItem(entry)
                for column in _NUMBERS:
                    entry.setTextAlignment(column, _RIGHT)
            for column, text in enumerate(texts):
                if entry.text(column) != text:
                    entry.setText(column, text)
                    entry.setToolTip(column, text)
        self._filter_rows()

    def _filter_rows(self) -> None:
        fired = self._state.shown.watched.fired
        for number, entry in enumerate(fired):
            is_left_out = self.only_dead.isChecked() and not entry.can_be_pruned
            self.table.topLevelItem(number).setHidden(is_left_out)
