"""Last page: the new model beside the active one, and a person's decision.

The page begins to measure when it is shown, and goes on to the maps of both; what is known already
is read. Either can be cancelled.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.findings import finding_text
from desktop.jobs.desk import Desk
from desktop.jobs.evidence import DEFAULT_METHOD, NEW, OLD, CaseSeen, key_of
from desktop.jobs.failures import presentable
from desktop.jobs.model_comparison_tasks import Judgement
from desktop.language import in_words
from desktop.retraining.run_folder import RunView
from desktop.views.administrator.gate import admits
from desktop.views.retraining.case_table import CaseTable
from desktop.views.retraining.comparison_charts import ComparisonCharts
from desktop.views.retraining.comparison_export import save_comparison
from desktop.views.retraining.comparison_words import decisions_text, maps_text
from desktop.views.retraining.figure_table import FigureTable
from desktop.views.retraining.map_pair import MapPair
from desktop.views.retraining.page import Page
from desktop.views.retraining.promotion_dialog import ask_promotion
from desktop.views.retraining.subgroup_table import SubgroupTable
from desktop.views.retraining.verdict_card import VerdictCard
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.bundle.recommendation import RECOMMENDED
from engine.errors import WhyRayError

if TYPE_CHECKING:
    from engine.registry.registry import Imported

_PERMILLE = 1000
_CHOOSER_PX = 300
_MOST_CASES = 60  # a longer list is in the saved tables


class ResultPage(Page):
    """What came of one training.

    Args:
        desk: takes the requests.
        run: finished; see `show_run`.
    """

    kept = Signal()  # the active model stays
    promoted = Signal(str)  # id of the model that is active now

    def __init__(
        self, desk: Desk, run: RunView | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self._desk, self._work = desk, desk.model_comparison
        self._run: RunView | None = None
        self._reason, self._shown = "", ""
        self._is_promoting = False
        self._has_looked = False
        self.looks_by_itself = True  # at the maps, where nobody has; tests say False
        self.ask_promotion = ask_promotion  # replaced by tests
        self.admits = admits
        self.title.setText(self.tr("The new model beside the active one"))
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_run(run)

    # What is shown.

    def show_run(self, run: RunView | None) -> None:
        """Another training; measuring begins when the page is seen."""
        if run is not None and self._run is not None and run.bundle == self._run.bundle:
            self._run = run
            return
        self._run, self._shown, self._has_looked = run, "", False
        self._work.forget()
        self._set_found(False)
        self._say(None)
        self.progress.hide()
        self.intro.setText(
            self.tr("Open a finished training to see what came of it.") if run is None else ""
        )
        if run is not None and self.isVisible():
            self.measure()

    def measure(self) -> None:
        """Compares with the model that is active now, or reads what was found before."""
        if self._run is None:
            return
        self._say(None)
        if self._work.is_active(self._run):
            self._tell(self.tr("This model is the active one."))
            return
        rivals = self._work.rivals(self._run)
        if rivals is None:
            text = self.tr("There is no active model, or this training left no test images.")
            self.problem.setText(text)
            self.problem.show()
            return
        self._show_progress(self.tr("Measuring both models on the same images ..."), 0.0)
        self._work.measure(rivals)

    # Building.

    def _make_parts(self) -> None:
        self.problem = PlainLabel("", "stop", wraps=True)
        self.again = QPushButton(self.tr("Try again"))
        self.note = PlainLabel("", "small", wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _PERMILLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the comparison"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.progress = QWidget()
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.note)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.verdict = VerdictCard()
        self.promote = QPushButton(self.tr("Promote..."))
        self.keep = QPushButton(self.tr("Keep the active model"))
        self.maps = QPushButton(self.tr("Compare the maps"))
        self.maps.setToolTip(
            self.tr(
                "Where both models look, on a fixed sample and where they differ; takes minutes"
            )
        )
        self.save = QPushButton(self.tr("Save..."))
        self.save.setToolTip(self.tr("The page as HTML, figures and cases as CSV"))
        self.told = PlainLabel("", "strong", wraps=True)
        self.methods = Chooser()
        self.methods.setAccessibleName(self.tr("Method of the maps"))
        self.evidence = PlainLabel("", "body", wraps=True)
        self.classes = Chooser()
        self.classes.setAccessibleName(self.tr("Class"))
        for chooser in (self.classes, self.methods):
            chooser.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToContents)
            chooser.setMaximumWidth(_CHOOSER_PX)
        self.figures = FigureTable()
        self.decisions = PlainLabel("", "small", wraps=True)
        self.intervals = PlainLabel("", "small", wraps=True)
        self.charts = ComparisonCharts()
        self.groups_title = PlainLabel(self.tr("Subgroups"), "heading")
        self.groups = SubgroupTable()
        self.cases_title = PlainLabel(self.tr("Images on which they differ"), "heading")
        self.no_cases = PlainLabel(
            self.tr("The models decide alike on every image, and no probability moved much."),
            "muted", wraps=True,
        )  # fmt: skip
        self.cases = CaseTable(lambda: self._desk.state.workspace.privacy.is_on)
        self.pair = MapPair()

    def _lay_out(self) -> None:
        buttons = FlowLayout(8)
        for button in (self.promote, self.keep, self.save, self.maps):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addWidget(self.methods)
        for button in (self.again, self.cancel):
            button.setAutoDefault(False)
        again = QHBoxLayout()
        again.addWidget(self.again)
        again.addStretch(1)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.problem)
        self.column.addLayout(again)
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.told)
        self.column.addLayout(buttons)
        self.column.addWidget(self.evidence)
        self.figures_title = PlainLabel(self.tr("Figures"), "heading")
        chosen = QHBoxLayout()
        chosen.addWidget(self.figures_title)
        chosen.addStretch(1)
        chosen.addWidget(self.classes)
        self.column.addLayout(chosen)
        rest = (
            self.figures, self.decisions, self.intervals, self.charts, self.groups_title,
            self.groups, self.cases_title, self.no_cases, self.cases, self.pair,
        )  # fmt: skip
        for part in rest:
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._found = (self.verdict, self.promote, self.keep, self.maps, self.save, self.methods,
                       self.figures_title, self.classes, *rest)  # fmt: skip

    def _connect(self) -> None:
        self._desk.state.inquiry.methods_listed.connect(self._offer_methods)
        work, life = self._work, self._desk.models_life
        work.progressed.connect(self._go_on)
        work.judged.connect(self._show_judgement)
        work.case_seen.connect(self._show_seen)
        work.failed.connect(self._fail)
        work.ended.connect(self._end)
        life.imported.connect(self._imported)
        life.promoted.connect(self._tell_promoted)
        life.refused.connect(self._refuse)
        self._desk.state.models.active_changed.connect(lambda _id: self._follow_active())
        self.again.clicked.connect(self.measure)
        self.cancel.clicked.connect(lambda: work.cancel())
        self.maps.clicked.connect(lambda: self._look_at_maps())
        self.promote.clicked.connect(lambda: self._promote())
        self.keep.clicked.connect(lambda: self._keep())
        self.save.clicked.connect(lambda: self._save())
        self.classes.activated.connect(lambda _place: self._show_class())
        self.cases.chosen.connect(self._open_case)
        self._desk.state.workspace.privacy.changed.connect(lambda _is_on: self._show_cases())

    # The comparison.

    def _show_judgement(self, judgement: Judgement) -> None:
        if not self._is_mine(judgement):
            return
        if self._shown != judgement.facts["made"]:
            self._shown = judgement.facts["made"]
            self._show_facts(judgement.facts)
        self.verdict.show_recommendation(judgement.recommendation)
        self.evidence.setText("" if judgement.evidence is None else maps_text(judgement.evidence))
        self.evidence.setVisible(judgement.evidence is not None)
        is_recommended = judgement.recommendation.verdict == RECOMMENDED
        self.promote.setProperty("role", "primary" if is_recommended else None)
        self.promote.style().polish(self.promote)
        if judgement.evidence is None and self.looks_by_itself and not self._has_looked:
            self._has_looked = True
            QTimer.singleShot(0, self, self._look_at_maps)  # when this answer is settled

    def _show_facts(self, facts: Mapping[str, Any]) -> None:
        """What maps do not change."""
        self.intro.setText(self._about(facts))
        self._set_found(True)
        self._offer_classes(facts)
        self._show_class()
        self._show_cases()
        self._offer_methods()
        self._offer_decision(facts)

    def _about(self, facts: Mapping[str, Any]) -> str:
        text = self.tr("{new} beside {old}, on {images} images of {patients} patients.")
        names = self._names()
        told = text.format(
            new=names[NEW], old=names[OLD], images=facts["images"], patients=facts["patients"]
        )
        lost = len(facts["data"]["unreadable"])
        if not lost:
            return told
        unread = self.tr("%n image(s) could not be read.", "", lost)
        return f"{told} {unread}"

    def _is_mine(self, judgement: Judgement) -> bool:
        return self._run is not None and judgement.rivals.new == self._run.bundle

    def _offer_methods(self) -> None:
        known = self._desk.state.inquiry.methods
        if self.methods.count() == len(known):
            return
        self.methods.clear()
        for method in known:
            self.methods.addItem(in_words(method.name), method.id)
        self.methods.setCurrentIndex(max(0, self.methods.findData(DEFAULT_METHOD)))

    def _offer_classes(self, facts: Mapping[str, Any]) -> None:
        self.classes.clear()
        several = len(facts["classes"]) > 1
        if several:
            self.classes.addItem(self.tr("All classes (mean)"), "")
        for entry in facts["classes"]:
            self.classes.addItem(finding_text(entry["name"]), entry["name"])
        self.classes.setVisible(several)

    def _show_class(self) -> None:
        if self._work.judgement is None:
            return
        facts = self._work.judgement.facts
        name = self.classes.currentData()
        entry = next((e for e in facts["classes"] if e["name"] == name), None)
        if entry is None:
            self.figures.show_figures(facts["overall"])
            self.decisions.setText("")
        else:
            self.figures.show_figures(entry["figures"] | entry["rates"])
            test = entry["mcnemar"]
            self.decisions.setText("" if test is None else decisions_text(test))
        for part in (self.charts, self.decisions):
            part.setVisible(entry is not None)
        if entry is not None:
            self.charts.show_class(entry)
        self.intervals.setText(
            self.tr("Below each value: its 95 % interval, over patients. Differences are paired.")
        )
        shown = facts["classes"][0]["name"] if entry is None else entry["name"]
        self.groups.show_groups(facts["subgroups"], shown)
        for part in (self.groups_title, self.groups):
            part.setVisible(bool(facts["subgroups"]))
        text = self.tr("Subgroups: area under the ROC curve, {finding}")
        self.groups_title.setText(text.format(finding=finding_text(shown)))

    def _show_cases(self) -> None:
        if self._work.judgement is None:
            return
        facts = self._work.judgement.facts
        self.no_cases.setVisible(not facts["cases"])
        shown = facts["cases"][:_MOST_CASES]
        self.cases.show_cases([*shown, *facts["sample"]])
        self.pair.hide()

    # Maps.

    def _look_at_maps(self) -> None:
        if self._work.judgement is None:
            return
        self.pair.hide()
        self._show_progress(self.tr("Making and testing the maps of both ..."), 0.0)
        chosen = self.methods.currentData()
        self._work.look_at_maps(DEFAULT_METHOD if chosen is None else chosen)

    def _open_case(self, case: Mapping[str, Any]) -> None:
        self.pair.show_waiting(self.cases.title_of(case))
        self.pair.show()
        if not self._work.is_busy:
            self._show_progress(self.tr("Making the maps ..."), 0.0)
        self._work.look_at(case)

    def _show_seen(self, seen: CaseSeen) -> None:
        rows = self.cases.selectionModel().selectedRows()
        chosen = self.cases.case_at(rows[0].row()) if rows else None
        if chosen is not None and key_of(chosen) == seen.key:
            self.pair.show_case(self.cases.title_of(chosen), seen, self._names())
            self.pair.show()
            self.ensureWidgetVisible(self.pair)
        if not self._work.is_busy:
            self.progress.hide()

    # The decision.

    def _promote(self) -> None:
        judgement = self._work.judgement
        if judgement is None or self._run is None or self._run.bundle is None:
            return
        names = self._names()
        reason = self.ask_promotion(self.window(), names[NEW], names[OLD], judgement.recommendation)
        if reason is None:
            return
        what = self.tr("Promote the new model")
        if not self.admits(self._desk.administration, self, what):
            return
        # The history tells against which advice it was done.
        verdict = judgement.recommendation.verdict
        self._reason, self._is_promoting = f"{reason} [{verdict}]", True
        self._tell(self.tr("Trying the new model ..."))
        self.promote.setEnabled(False)
        life = self._desk.models_life
        base = self._run.plan.base_model
        life.import_candidate(self._run.bundle, reason=self._reason, is_own=True, parent=base)

    def _imported(self, imported: Imported) -> None:
        if self._is_promoting:
            model = imported.model
            self._desk.models_life.promote(model.digest or model.id, self._reason)

    def _tell_promoted(self, model_id: str) -> None:
        if self._is_promoting:
            self._is_promoting = False
            self._tell(self.tr("{name} is the active model now.").format(name=self._names()[NEW]))
            self.keep.setEnabled(False)
            self.promoted.emit(model_id)

    def _refuse(self, error: WhyRayError) -> None:
        if self._is_promoting:
            self._is_promoting = False
            self.told.hide()
            self.promote.setEnabled(True)
            self._say(error)

    def _follow_active(self) -> None:
        """Whoever has gone back may decide anew; beside a third model all is measured anew."""
        if self._run is None or self._is_promoting:
            return
        rivals, judgement = self._work.rivals(self._run), self._work.judgement
        if rivals is None or self._work.is_active(self._run):
            return
        if judgement is not None and judgement.rivals == rivals:
            self._offer_decision(judgement.facts)
            return
        self._work.forget()
        self._has_looked = False
        self._set_found(False)
        if self.isVisible():
            self.measure()

    def _offer_decision(self, facts: Mapping[str, Any]) -> None:
        self.promote.setEnabled(facts["old"]["digest"] != facts["new"]["digest"])
        self.keep.setEnabled(True)
        self.told.hide()

    def _keep(self) -> None:
        self._tell(self.tr("The active model stays. The new one remains in the list of trainings."))
        self.kept.emit()

    def _save(self) -> None:
        judgement = self._work.judgement
        title = self.tr("Folder for the comparison")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if not chosen or judgement is None:
            return
        try:
            save_comparison(Path(chosen), judgement)
        except WhyRayError as error:
            self._say(error)
            return
        self._tell(self.tr("Saved in {folder}.").format(folder=chosen))

    # Small things.

    def _names(self) -> dict[str, str]:
        judgement = self._work.judgement
        if judgement is None:
            return {OLD: "", NEW: ""}
        return {side: str(judgement.facts[side]["name"]) for side in (OLD, NEW)}

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

    def _say(self, error: WhyRayError | None) -> None:
        is_masked = self._desk.state.workspace.privacy.is_on
        self.problem.setText("" if error is None else error_text(error, is_masked=is_masked))
        self.problem.setVisible(error is not None)
        self.again.setVisible(error is not None and self._work.judgement is None)

    def _fail(self, error: BaseException) -> None:
        if self._run is not None:
            self.progress.hide()
            self._say(presentable(error))
            self.verticalScrollBar().setValue(0)

    def _show_progress(self, text: str, fraction: float) -> None:
        self.note.setText(text)
        self.bar.setValue(round(_PERMILLE * fraction))
        self.progress.show()

    def _go_on(self, _what: str, fraction: float) -> None:
        self.bar.setValue(round(_PERMILLE * fraction))

    def _end(self) -> None:
        self.progress.hide()
        if self.pair.is_waiting:  # what it waited for was cancelled, or other maps came
            self.pair.is_waiting = False
            self.pair.hide()
            self.cases.clearSelection()
        has_nothing = self._run is not None and self._work.judgement is None
        self.again.setVisible(has_nothing)

    def _set_found(self, is_found: bool) -> None:
        for part in self._found:
            part.setVisible(is_found)
        self.pair.hide()
        self.told.hide()
        self.evidence.hide()
        self.keep.setEnabled(True)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Measures what is not known yet."""
        super().showEvent(event)
        is_new = self._work.judgement is None and not self._work.is_busy
        if self._run is not None and is_new and not self.problem.text():
            self.measure()
