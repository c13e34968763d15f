"""First page: where the labelled images are, and what their labels mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.findings import finding_text
from desktop.jobs.training_sources import Source, TrainingSources, likely_finding
from desktop.language import figure
from desktop.retraining.glance import TABLE
from desktop.settings import last_folder
from desktop.state.session import SessionState
from desktop.views import theme
from desktop.views.drops import can_be_dropped, dropped_paths
from desktop.views.retraining.library_card import LibraryCard
from desktop.views.retraining.page import Page
from desktop.views.retraining.path_label import PathLabel
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.layout import Card, clear
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from desktop.views.wording import error_text
from engine.language import FindingName

_MOST_CLASSES = 20  # listed one by one


class ImagesPage(Page):
    """Sources and classes.

    Args:
        state: the session's state.
        sources: what was chosen.
        prompts: asks for folders.
    """

    changed = Signal()

    def __init__(
        self,
        state: SessionState,
        sources: TrainingSources,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Which images shall it learn from?"))
        self.intro.setText(
            self.tr(
                "Choose folders in which every class has a folder of its own (for example NORMAL "
                "and PNEUMONIA), or a table (CSV) that says which image has which class. Several "
                "are taken together. Nothing is copied or changed, and nothing leaves this "
                "computer. Folders can also be dropped here."
            )
        )
        self._state, self._prompts = state, prompts
        self.sources = sources
        self.finding, self._had_labels = "", ()
        self._roles: dict[str, PlainLabel] = {}
        self._is_same = False
        self.setAcceptDrops(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.library = LibraryCard(sources.cases)
        self.classes = Card()
        self._make_buttons()
        self.column.addLayout(self._rows)
        self.column.addLayout(self._buttons)
        self.column.addWidget(self.library)
        self.column.addWidget(self.classes)
        self.column.addStretch(1)
        sources.changed.connect(self._show)
        self.library.changed.connect(self.changed)
        self.library.changed.connect(self._show_classes)
        self._show()

    @property
    def is_complete(self) -> bool:
        """Whether there is something to look at, and its classes are clear."""
        if not self.sources.all and not self.library.is_chosen:
            return False
        if self.sources.all and not self.sources.are_usable:
            return False
        labels = tuple(self.sources.labels())
        return len(labels) != 2 or bool(self.finding)

    def overrides(self) -> dict[str, object]:
        """What the choices of this page mean for the training."""
        labels = tuple(self.sources.labels())
        if len(labels) != 2 or not self.finding:
            return {}
        name = self.known_finding()
        if name and self._is_same:
            return {} if self._is_called(name) else self._said_to_be(name)
        if self.finding == likely_finding(labels):
            return {}  # the trainer finds the same by itself
        return {"task.label": self.finding}

    def known_finding(self) -> str:
        """What the active model finds, where that is one thing."""
        model = self._state.models.open_model(self._state.models.active_id)
        classes = () if model is None else model.manifest.classes
        return classes[0].name if len(classes) == 1 else ""

    def _said_to_be(self, name: str) -> dict[str, object]:
        return {"task.label": self.finding, "task.finding": name}

    def _is_called(self, name: str) -> bool:
        """Whether the label names the active model's finding by itself, as the trainer judges."""
        return " ".join(re.split(r"[ _\-]+", self.finding)).casefold().strip() == name.casefold()

    def case_labels(self) -> tuple[str, str]:
        """What other sources call images with and without the finding; empty: nothing yet."""
        labels = tuple(self.sources.labels())
        if len(labels) != 2 or not self.finding:
            return "", ""
        return self.finding, next(label for label in labels if label != self.finding)

    def choose_finding(self, label: str) -> None:
        """Which of two classes is what the model shall find."""
        self.finding = label
        for name, words in self._roles.items():
            words.setText(self._role_words(name))
        self._offer_name()
        self.changed.emit()

    def _take_sameness(self, is_same: bool) -> None:
        self._is_same = is_same
        self.changed.emit()

    def add(self, paths: tuple[Path, ...]) -> None:
        """Adds folders and tables; of other files the folder around them is not guessed."""
        self.sources.add(paths)

    # Below: building and showing.

    def _make_buttons(self) -> None:
        self.add_folder = QPushButton(self.tr("Add folder..."))
        self.add_folder.setToolTip(self.tr("A folder that holds one folder for every class"))
        self.add_table = QPushButton(self.tr("Add table (CSV)..."))
        self.add_table.setToolTip(
            self.tr(
                "A table with the columns path and label; patient_id and split are used where "
                "they are there"
            )
        )
        self._buttons = FlowLayout(8)
        for button in (self.add_folder, self.add_table):
            button.setAutoDefault(False)
            self._buttons.addWidget(button)
        self.add_folder.clicked.connect(self._ask_folder)
        self.add_table.clicked.connect(self._ask_table)

    def _ask_folder(self) -> None:
        folder = self._prompts.ask_folder(last_folder(self._state.settings))
        if folder is not None:
            self._state.settings.set("files/last_folder", str(folder))
            self.add((folder,))

    def _ask_table(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Table of labelled images"),
            str(last_folder(self._state.settings)),
            self.tr("Tables (*.csv)"),
        )
        if name:
            self.add((Path(name),))

    def _show(self) -> None:
        clear(self._rows)
        for source in self.sources.all:
            self._rows.addWidget(self._row(source))
        if not self.sources.all:
            text = self.tr("No folder and no table chosen yet.")
            self._rows.addWidget(PlainLabel(text, "muted"))
        labels = tuple(self.sources.labels())
        if labels != self._had_labels:
            self._had_labels = labels
            if self.finding not in labels:
                self.finding = likely_finding(labels)
        self._show_classes()
        self.changed.emit()

    def _row(self, source: Source) -> Card:
        card = Card(theme.STOP if source.error is not None else None)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PathLabel(source.path, self._state.workspace.privacy))
        role = "stop" if source.error is not None else "muted"
        words.addWidget(PlainLabel(self._source_words(source), role, wraps=True))
        line.addLayout(words, 1)
        remove = QPushButton(self.tr("Remove"))
        remove.setAutoDefault(False)
        remove.setToolTip(self.tr("Leaves these images out; nothing is deleted"))
        remove.clicked.connect(lambda: self.sources.remove(source.path))
        line.addWidget(remove)
        card.column.addLayout(line)
        return card

    def _source_words(self, source: Source) -> str:
        if source.error is not None:
            text = error_text(source.error, is_masked=True)
            return f"{text[:1].upper()}{text[1:]}"
        if source.glance is None:
            return self.tr("Looking ...")
        images = self.tr("%n image(s)", "", sum(source.glance.labels.values()))
        classes = self.tr("%n class(es)", "", len(source.glance.labels))
        kind = self.tr("Table") if source.glance.kind == TABLE else self.tr("Folder")
        parts = [kind, images, classes]
        if source.glance.has_parts:
            parts.append(self.tr("divided into training and test already"))
        return ", ".join(parts)

    def _show_classes(self) -> None:
        clear(self.classes.column)
        labels = self.sources.labels()
        self.classes.setVisible(bool(labels))
        if not labels:
            return
        self.is_same = TickBox("")
        self.is_same.setChecked(self._is_same)
        self.is_same.toggled.connect(self._take_sameness)
        self.classes.column.addWidget(PlainLabel(self.tr("Classes"), "strong"))
        self.classes.column.addWidget(PlainLabel(self._meaning(labels), "muted", wraps=True))
        self.classes.column.addLayout(self._class_rows(labels))
        self.classes.column.addWidget(self.is_same)
        self._offer_name()

    def _offer_name(self) -> None:
        """Asks whether the finding is the active model's, where their names do not tell."""
        name = self.known_finding()
        is_open = len(self._had_labels) == 2 and bool(self.finding and name)
        self.is_same.setVisible(is_open and not self._is_called(name))
        self.is_same.setText(
            self.tr("{label} is what the active model calls {finding}").format(
                label=self.finding, finding=finding_text(FindingName(name))
            )
        )
        self.is_same.setToolTip(
            self.tr("Only models with the same finding can be compared with each other")
        )

    def _meaning(self, labels: Mapping[str, int]) -> str:
        if len(labels) == 1:
            return self.tr(
                "There is one class only. A model needs images with and without the finding."
            )
        if len(labels) == 2:
            return self.tr("Which of the two is the finding that the model shall find?")
        return self.tr(
            "More than two classes: the model tells them apart, one of them for every image. Where "
            "several findings are named for one image, each is found on its own."
        )

    def _class_rows(self, labels: Mapping[str, int]) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(18)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(2, 1)
        self._choices, self._roles = QButtonGroup(self), {}
        for place, (label, count) in enumerate(list(labels.items())[:_MOST_CLASSES]):
            if len(labels) == 2:
                name = QRadioButton(label.replace("&", "&&"))
                name.setChecked(label == self.finding)
                name.toggled.connect(
                    lambda is_on, label=label: self.choose_finding(label) if is_on else None
                )
                self._choices.addButton(name)
                self._roles[label] = PlainLabel(self._role_words(label), "muted", wraps=True)
                rows.addWidget(self._roles[label], place, 2)
            else:
                name = PlainLabel(label)
            rows.addWidget(name, place, 0)
            counted = self.tr("{count} images").format(count=figure(count, ",d"))
            rows.addWidget(PlainLabel(counted, "muted"), place, 1)
        more = len(labels) - _MOST_CLASSES
        if more > 0:
            rows.addWidget(PlainLabel(self.tr("and %n more", "", more), "muted"), _MOST_CLASSES, 0)
        return rows

    def _role_words(self, label: str) -> str:
        if not self.finding:
            return ""
        if label == self.finding:
            return self.tr("is the finding: the model gives its probability")
        return self.tr("is everything else: the finding is absent")

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Folders and tables may be dropped anywhere on the page."""
        if can_be_dropped(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event) -> None:  # noqa: ANN001 - QDragMoveEvent
        """The same while the pointer moves; a scroll area would refuse it."""
        if can_be_dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Adds what was dropped."""
        dropped = dropped_paths(event.mimeData())
        if dropped.paths:
            event.acceptProposedAction()
            self.add(dropped.paths)
