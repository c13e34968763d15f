"""All trainings on this computer: what has become of each, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.language import figure, translate
from desktop.retraining import run_folder
from desktop.retraining.run_folder import RunView
from desktop.views import theme
from desktop.views.retraining.page import Page
from desktop.views.retraining.words import day_words, figure_words, state_ink, state_words
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from engine.images.text import clean_text

_NAME, _STATE, _BEGUN, _RESULT = range(4)
_LEAST_PX = 260


class RunsPage(Page):
    """A list, and below it what can be done."""

    open_asked = Signal(str)  # id of a run
    go_on_asked = Signal(str)
    result_asked = Signal(str)
    delete_asked = Signal(str)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("All trainings"))
        self.intro.setText(
            self.tr("Deleting a training never removes a model that was taken into use.")
        )
        self._runs: dict[str, RunView] = {}
        self.empty = PlainLabel(
            self.tr("There is no training yet. The steps at the left lead to the first one."),
            "muted",
            wraps=True,
        )
        self.table = QTreeWidget()
        self._make_table()
        self._make_buttons()
        self.column.addWidget(self.empty)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(self._buttons)
        self._rest = QWidget()  # below, where there is no table that takes the room
        self.column.addWidget(self._rest, 1)
        self.show_runs(())

    def show_runs(self, runs: Sequence[RunView]) -> None:
        """Lists them, the newest first."""
        chosen = self.chosen
        self._runs = {run.id: run for run in runs}
        self.empty.setVisible(not runs)
        self.table.setVisible(bool(runs))
        self._rest.setVisible(not runs)
        self.table.clear()
        for run in runs:
            row = QTreeWidgetItem()
            row.setData(0, Qt.ItemDataRole.UserRole, run.id)
            self.table.addTopLevelItem(row)
            self._fill(row, run)
            if run.id == chosen:
                self.table.setCurrentItem(row)
        if runs and not self.chosen:
            self.table.setCurrentItem(self.table.topLevelItem(0))
        self._offer()

    def show_run(self, run: RunView) -> None:
        """Something about one of them is new."""
        self._runs[run.id] = run
        for place in range(self.table.topLevelItemCount()):
            row = self.table.topLevelItem(place)
            if row.data(0, Qt.ItemDataRole.UserRole) == run.id:
                self._fill(row, run)
        self._offer()

    @property
    def chosen(self) -> str:
        """Id of the chosen run; empty: none."""
        row = self.table.currentItem()
        return "" if row is None else str(row.data(0, Qt.ItemDataRole.UserRole))

    # Below: the parts.

    def _make_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("All trainings"))
        table.setHeaderLabels(
            [self.tr("New model"), self.tr("State"), self.tr("Begun"), self.tr("AUC (test)")]
        )
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setMinimumHeight(_LEAST_PX)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        table.currentItemChanged.connect(lambda _now, _before: self._offer())
        table.itemActivated.connect(lambda _row, _column: self.open_asked.emit(self.chosen))

    def _make_buttons(self) -> None:
        self.open = QPushButton(self.tr("Open"))
        self.go_on = QPushButton(self.tr("Go on"))
        self.result = QPushButton(self.tr("See the result"))
        self.delete = QPushButton(self.tr("Delete..."))
        self.new = QPushButton(self.tr("New training"))
        self.open.setToolTip(self.tr("Its curves, figures and log"))
        self.go_on.setToolTip(self.tr("Continues after the last finished round"))
        self.delete.setToolTip(self.tr("Removes its folder: curves, log and unused result"))
        self._buttons = FlowLayout(8)
        for button in (self.open, self.result, self.go_on, self.delete, self.new):
            button.setAutoDefault(False)
            self._buttons.addWidget(button)
        self.open.clicked.connect(lambda: self.open_asked.emit(self.chosen))
        self.go_on.clicked.connect(lambda: self.go_on_asked.emit(self.chosen))
        self.result.clicked.connect(lambda: self.result_asked.emit(self.chosen))
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self.chosen))
        self.new.clicked.connect(self.new_asked)

    def _fill(self, row: QTreeWidgetItem, run: RunView) -> None:
        state = state_words(run.state)
        if run.is_alive and run.state != run_folder.QUEUED:
            state = f"{state}, {round(100 * run.fraction)} %"
        texts = {
            _NAME: clean_text(run.name),
            _STATE: state,
            _BEGUN: day_words(begun_at(run)),
            _RESULT: auc_words(run),
        }
        for column, text in texts.items():
            row.setText(column, text)
        row.setToolTip(_NAME, plain_tooltip(run.name))
        row.setForeground(_STATE, QColor(getattr(theme, state_ink(run.state))))

    def _offer(self) -> None:
        run = self._runs.get(self.chosen)
        self.open.setEnabled(run is not None)
        self.delete.setEnabled(run is not None)
        self.go_on.setEnabled(run is not None and run.may_go_on and not run.is_stopping)
        self.result.setEnabled(run is not None and run.state == run_folder.FINISHED)


def begun_at(run: RunView) -> datetime | None:
    """When it was begun, in local time; its id begins with that, in UTC."""
    try:
        told = datetime.strptime(f"{run.id[:15]} +0000", "%Y%m%d-%H%M%S %z")
    except ValueError:
        return None
    return told.astimezone()


def auc_words(run: RunView) -> str:
    """The figure on the test images with its interval; a dash where there is none."""
    found = run.result.get("auc")
    if not isinstance(found, Mapping) or found.get("value") is None:
        return figure_words(None)
    if found.get("low") is None or found.get("high") is None:
        return figure_words(found["value"])
    return translate("Retraining", "{value} ({low} to {high})").format(
        value=figure(found["value"], ".2f"),
        low=figure(found["low"], ".2f"),
        high=figure(found["high"], ".2f"),
    )
