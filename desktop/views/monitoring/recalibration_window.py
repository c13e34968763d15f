"""The window of a site recalibration: model, cases, what changes, and the new version taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.findings import finding_text
from desktop.jobs.desk import Desk
from desktop.jobs.recalibrating import Recalibration, Refusal
from desktop.language import in_words
from desktop.settings import last_folder
from desktop.views.monitoring import recalibration_words as words
from desktop.views.monitoring.reliability_chart import ReliabilityChart
from desktop.views.widgets.layout import Card, TallPage, clear, fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.bundle.store import StoredModel
from engine.errors import WhyRayError, display_name
from engine.images.text import clean_text
from engine.registry.registry import Imported

_SIZE = (900, 820)
_HUNDRED = 100


class RecalibrationWindow(QDialog):
    """Stays open beside the main window.

    Args:
        desk: takes the requests.
        prompts: asks for a table.
        show_models: opens the window of models, where a candidate is made active.
    """

    def __init__(
        self,
        desk: Desk,
        prompts: Prompts,
        show_models: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._prompts, self._show_models = desk, prompts, show_models
        self._work = desk.recalibrating
        self._table: Path | None = None
        self._imported = ""
        self.setWindowTitle(self.tr("Recalibration"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.model = QComboBox()
        self.from_library = QRadioButton(self.tr("Cases of the library"))
        self.from_table = QRadioButton(self.tr("A table of my own (CSV)"))
        self.from_library.setChecked(True)
        self.choose = QPushButton(self.tr("Choose..."))
        self.counts = PlainLabel("", "muted", wraps=True)
        self.chosen = PlainLabel("", "muted", wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _HUNDRED)
        self.bar.setTextVisible(False)
        self.problem = PlainLabel("", "stop", wraps=True)
        self.note = PlainLabel("", "muted", wraps=True)
        self.result = QWidget()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._offer_models()
        self._show_result(None)
        self._offer()
        fit_screen(self, *_SIZE)

    def _make_buttons(self) -> None:
        self.start = QPushButton(self.tr("Recalibrate"))
        self.start.setProperty("role", "primary")
        self.stop = QPushButton(self.tr("Stop"))
        self.take_in = QPushButton(self.tr("Import as candidate"))
        self.models = QPushButton(self.tr("Open models..."))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.choose, *self._buttons()):
            button.setAutoDefault(False)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.start, self.stop, self.take_in, self.models, self.close_button)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        intro = self.tr(
            "Fits probabilities and operating points anew to cases that readers of this site have "
            "confirmed or corrected. The network stays as it is: images are ranked as before, and "
            "maps are the same. The new version is a candidate; it changes nothing until somebody "
            "makes it active."
        )
        column.addWidget(PlainLabel(intro, "muted", wraps=True))
        column.addLayout(self._model_row())
        column.addWidget(self._case_card())
        column.addWidget(self.bar)
        column.addWidget(self.problem)
        self.page = self._scrolled()
        column.addWidget(self.page, 1)
        self._spring = QWidget()  # where there is no result
        column.addWidget(self._spring, 1)
        column.addWidget(self.note)
        row = QHBoxLayout()
        for button in self._buttons()[:-1]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _model_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(self.tr("&Model"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.model)
        row.addWidget(label)
        row.addWidget(self.model, 1)
        return row

    def _case_card(self) -> Card:
        card = Card()
        card.column.addWidget(self.from_library)
        card.column.addWidget(self.counts)
        row = QHBoxLayout()
        row.addWidget(self.from_table)
        row.addWidget(self.choose)
        row.addStretch(1)
        card.column.addLayout(row)
        card.column.addWidget(self.chosen)
        return card

    def _scrolled(self) -> QScrollArea:
        inner = TallPage()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.result)
        column.addStretch(1)
        QVBoxLayout(self.result).setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _connect(self) -> None:
        self.model.currentIndexChanged.connect(self._count)
        self.from_library.toggled.connect(self._offer)
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._start)
        self.stop.clicked.connect(self._work.stop)
        self.take_in.clicked.connect(self._import)
        self.models.clicked.connect(self._show_models)
        self.close_button.clicked.connect(self.close)
        self._work.cases.counted.connect(self._show_counts)
        self._work.progressed.connect(lambda share: self.bar.setValue(round(_HUNDRED * share)))
        self._work.made.connect(self._show_result)
        self._work.refused.connect(self._tell_refusal)
        self._work.failed.connect(self._tell_problem)
        self._work.ended.connect(self._offer)
        self._desk.models_life.imported.connect(self._tell_imported)
        self._desk.models_life.refused.connect(self._tell_not_imported)
        self._desk.state.models.listed.connect(self._offer_models)

    def _offer_models(self) -> None:
        """The models of this installation; the active one is chosen first."""
        models = self._desk.state.models
        known = [model for model in models.stored if not model.problem]
        before = self.model.currentData()
        with QSignalBlocker(self.model):
            self.model.clear()
            for model in known:
                text = self.tr("{name}, version {version}")
                shown = text.format(name=clean_text(model.name), version=clean_text(model.version))
                self.model.addItem(shown, model.id)
            wanted = before if before in [model.id for model in known] else models.active_id
            self.model.setCurrentIndex(self.model.findData(wanted))
        self._count()

    def _chosen_model(self) -> StoredModel | None:
        wanted = self.model.currentData()
        return None if wanted is None else self._desk.state.models.find(wanted)

    def _count(self) -> None:
        """Asks the library for cases of what the model tells."""
        model = self._chosen_model()
        if model is not None and self.isVisible() and not self._work.is_running:
            self.counts.setText(self.tr("Asking the library ..."))
            self._work.count(model)
        self._offer()

    def _show_counts(self) -> None:
        found = self._work.cases.found
        if found is None:
            return
        if not found.cases:
            told = [self.tr("The library knows no case of this model's findings yet.")]
        else:
            told = [self.tr("%n case(s)", "", len(found.cases))]
        for finding in found.findings:
            sides = {True: set(), False: set()}
            for case in found.cases:
                sides[case.truths[finding]].add(case.patient)
            text = self.tr("{finding}: {present} patients with, {absent} without")
            told.append(
                text.format(
                    finding=finding_text(finding),
                    present=len(sides[True]),
                    absent=len(sides[False]),
                )
            )
        for reason, count in self._work.cases.left_out_words().items():
            told.append(
                self.tr("left out: {count} ({why})").format(count=count, why=in_words(reason))
            )
        self.counts.setText("; ".join(told))
        self._offer()

    def _choose(self) -> None:
        path = self._prompts.ask_table(last_folder(self._desk.state.settings))
        if path is not None:
            self._table = path
            self.chosen.setText(display_name(path))
            self.from_table.setChecked(True)
            self._offer()

    def _start(self) -> None:
        model = self._chosen_model()
        if model is None:
            return
        self._show_result(None)
        self._tell("", "")
        self.bar.setValue(0)
        self._work.start(model, self._table if self.from_table.isChecked() else None)
        self._offer()

    def _tell_refusal(self, refusal: Refusal) -> None:
        self._tell(words.refusal_text(refusal), "")

    def _tell_problem(self, error: WhyRayError) -> None:
        self._tell(error_text(error), "")

    def _tell(self, problem: str, note: str) -> None:
        for label, text in ((self.problem, problem), (self.note, note)):
            label.setText(text)
            label.setVisible(bool(text))

    def _show_result(self, made: Recalibration | None) -> None:
        column = self.result.layout()
        clear(column)
        self._imported = ""
        self.page.setVisible(made is not None)
        self._spring.setVisible(made is None)
        if made is None:
            self._tell("", "")
            return
        facts = made.facts
        verdict = Card()
        role = {"better": "strong", "worse": "stop"}.get(facts["verdict"], "warning")
        told = words.verdict_text(facts["verdict"])
        verdict.column.addWidget(PlainLabel(told, role, wraps=True))
        about = self.tr("{version}: fitted on {images} images of {patients} patients.").format(
            version=clean_text(facts["version"]), images=facts["images"],
            patients=facts["patients"],
        )  # fmt: skip
        verdict.column.addWidget(PlainLabel(about, "muted", wraps=True))
        fitted = [entry for entry in facts["classes"] if entry["is_fitted"]]
        lines = [words.change_text(entry) for entry in fitted]
        is_masked = self._desk.state.workspace.privacy.is_on
        remarks = [words.remark_text(r, is_masked=is_masked) for r in facts["remarks"]]
        for text in (*lines, *remarks):
            verdict.column.addWidget(PlainLabel(text, "muted", wraps=True))
        column.addWidget(verdict)
        for entry in fitted:
            if len(fitted) > 1:
                column.addWidget(PlainLabel(finding_text(entry["name"]), "heading"))
            chart = ReliabilityChart()
            chart.show_bins(entry["old"]["bins"], entry["new"]["bins"])
            column.addWidget(chart)
        column.addWidget(self._figures(facts))
        self._offer()

    def _figures(self, facts: Mapping[str, Any]) -> QTableWidget:
        rows = words.rows(facts)
        table = QTableWidget(len(rows), 3)
        table.setHorizontalHeaderLabels(["", self.tr("Before"), self.tr("After, held out")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAccessibleName(self.tr("Figures before and after"))
        table.setTabKeyNavigation(False)
        for place, row in enumerate(rows):
            for number, text in enumerate(row):
                table.setItem(place, number, QTableWidgetItem(text))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        high = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(high + 4 + sum(table.rowHeight(place) for place in range(len(rows))))
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _import(self) -> None:
        found = self._work.found
        if found is None:
            return
        reason = self.tr("Recalibrated for this site with {images} cases").format(
            images=found.facts["images"]
        )
        self._imported = str(found.facts["id"])
        self._tell("", self.tr("Trying the new version ..."))
        self._desk.models_life.import_candidate(found.bundle, reason=reason, is_own=True)
        self._offer()

    def _tell_imported(self, imported: Imported) -> None:
        if imported.model.id == self._imported:
            text = self.tr("{name} is a candidate now. It is made active in the window of models.")
            self._tell("", text.format(name=clean_text(imported.model.id)))
            self._offer()

    def _tell_not_imported(self, error: WhyRayError) -> None:
        if self._imported and not self._is_taken_in():
            self._imported = ""
            self._tell(error_text(error), "")
            self._offer()

    def _is_taken_in(self) -> bool:
        return self._desk.state.models.find(self._imported) is not None

    def _offer(self, *_what: object) -> None:
        """Which buttons make sense now."""
        is_running = self._work.is_running
        found = self._work.cases.found
        has_cases = found is not None and bool(found.cases)
        has_source = has_cases if self.from_library.isChecked() else self._table is not None
        for part in (self.model, self.from_library, self.from_table, self.choose):
            part.setEnabled(not is_running)
        self.start.setEnabled(not is_running and has_source and self._chosen_model() is not None)
        self.stop.setEnabled(is_running)
        self.bar.setVisible(is_running)
        self.chosen.setVisible(bool(self.chosen.text()))
        self.take_in.setEnabled(
            not is_running and self._work.found is not None and not self._imported
        )

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Counts the cases that there are now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._count()
