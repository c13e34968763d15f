"""The retrain window: steps at the left, their pages, and what leads from one to the next.

images -> check -> start -> training -> result; and the list of all trainings beside them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.retraining import run_folder
from desktop.retraining.looks import Estimate, Look, Options
from desktop.retraining.plan import Plan
from desktop.retraining.run_folder import RunView
from desktop.views.administrator.gate import admits
from desktop.views.retraining.check_page import CheckPage
from desktop.views.retraining.expert_page import ExpertPage
from desktop.views.retraining.images_page import ImagesPage
from desktop.views.retraining.missing_page import MissingPage
from desktop.views.retraining.notices import is_about_start
from desktop.views.retraining.questions import ask_cancel, ask_delete
from desktop.views.retraining.runs_page import RunsPage
from desktop.views.retraining.start_page import StartPage
from desktop.views.retraining.step_list import Step, StepList, StepState
from desktop.views.retraining.training_page import TrainingPage
from desktop.views.widgets.layout import fit_screen, rule
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.bundle.manifest import Manifest
from engine.bundle.store import read_manifest
from engine.errors import RequestError, WhyRayError

if TYPE_CHECKING:
    from desktop.views.retraining.result_page import ResultPage

IMAGES, CHECK, START, EXPERT = "images", "check", "start", "expert"
TRAINING, RESULT, RUNS, MISSING = "training", "result", "runs", "missing"
_SIZE = (1020, 760)
_CASES_TABLE = "library-cases.csv"


class RetrainingWindow(QDialog):
    """Stays open beside the main window; may be closed while a training goes on.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    seen = Signal()  # somebody looks at the trainings

    def __init__(self, desk: Desk, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.admits = admits  # replaced by tests
        self._desk, self._state = desk, desk.state
        self._retraining = desk.retraining
        self.ask_cancel, self.ask_delete = ask_cancel, ask_delete
        self._plan = Plan()
        self._look: Look | None = None
        self._estimate: Estimate | None = None
        self._run_id, self._page, self._waits_for = "", IMAGES, ""
        self._awaited = ""  # id of a run that was started and is not seen yet
        self._cases_table: Path | None = None
        self.setWindowTitle(self.tr("Retrain the model"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.sources = desk.training_sources
        self.cases = self.sources.cases
        self._make_pages(prompts)
        self._make_steps()
        self._make_buttons()
        self._lay_out()
        self._connect()
        fit_screen(self, *_SIZE)
        self.begin()

    # Building.

    def _make_pages(self, prompts: Prompts) -> None:
        privacy = self._state.workspace.privacy
        self.images = ImagesPage(self._state, self.sources, prompts)
        self.check = CheckPage(privacy)
        self.start = StartPage(self._state.models)
        self.expert = ExpertPage()
        self.training = TrainingPage(privacy)
        self.runs = RunsPage()
        self.missing = MissingPage(self._retraining.advice())
        self.result: ResultPage | None = None  # made when one is looked at
        self.pages = QStackedWidget()
        self._by_key: dict[str, QWidget] = {
            IMAGES: self.images,
            CHECK: self.check,
            START: self.start,
            EXPERT: self.expert,
            TRAINING: self.training,
            RUNS: self.runs,
            MISSING: self.missing,
        }
        for page in self._by_key.values():
            self.pages.addWidget(page)

    def _make_steps(self) -> None:
        self.steps = StepList(
            (
                Step(IMAGES, self.tr("Images"), 1),
                Step(CHECK, self.tr("Check"), 2),
                Step(START, self.tr("Start"), 3),
                Step(TRAINING, self.tr("Training"), 4),
                Step(RESULT, self.tr("Result"), 5),
                Step(RUNS, self.tr("All trainings")),
            )
        )

    def _make_buttons(self) -> None:
        self.back = QPushButton(self.tr("Back"))
        self.next = QPushButton("")
        self.next.setProperty("role", "primary")
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setToolTip(
            self.tr("What was filled in is kept until WhyRay ends; a training goes on")
        )
        for button in (self.back, self.next, self.close_button):
            button.setAutoDefault(False)
        self.problem = PlainLabel("", "stop", wraps=True)
        self.problem.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 10, 20, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(rule())
        right.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.steps)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        retraining = self._retraining
        retraining.looking.connect(self._tell_looking)
        retraining.looked.connect(self._looked)
        retraining.estimated.connect(self._estimated)
        retraining.options_read.connect(self._take_options)
        retraining.started.connect(self._started)
        retraining.changed.connect(self._run_changed)
        retraining.listed.connect(self._runs_listed)
        retraining.failed.connect(self._failed)
        self.steps.asked.connect(self.show_page)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_next)
        self.close_button.clicked.connect(self.close)
        self.images.changed.connect(self._offer)
        self.cases.written.connect(self._cases_written)
        self.cases.checking.connect(self._tell_checking)
        self.cases.failed.connect(self.check.show_error)
        self.check.stop_asked.connect(self._stop_looking)
        self.check.again_asked.connect(self._look_at_images)
        self.start.changed.connect(self._start_changed)
        self.start.estimate_wanted.connect(self._measure)
        self.start.expert_asked.connect(lambda: self.show_page(EXPERT))
        self.expert.changed.connect(self._start_changed)
        self.training.pause_asked.connect(lambda: retraining.pause(self._run_id))
        self.training.go_on_asked.connect(lambda: self._go_on_with(self._run_id))
        self.training.cancel_asked.connect(self._cancel)
        self.training.result_asked.connect(lambda: self.show_result(self._run_id))
        self.runs.open_asked.connect(self.show_run)
        self.runs.go_on_asked.connect(self._go_on_with)
        self.runs.result_asked.connect(self.show_result)
        self.runs.delete_asked.connect(self._delete)
        self.runs.new_asked.connect(lambda: self.show_page(IMAGES))
        self._state.models.active_changed.connect(self._count_cases)
        self._state.models.opened.connect(self._count_cases)

    # Where one is.

    def begin(self) -> None:
        """Begins where it makes sense: at the training that goes on, else at the images."""
        if not self._retraining.is_installed:
            self.steps.hide()
            self.show_page(MISSING)
            return
        self._retraining.read_options()
        self._count_cases()
        runs = self._retraining.runs()
        self.runs.show_runs(runs)
        newest = next((run for run in runs if run.is_alive), None)
        if newest is None and runs and runs[0].state == run_folder.INTERRUPTED:
            newest = runs[0]
        if newest is not None:
            self.show_run(newest.id)
        else:
            self.show_page(IMAGES)

    def show_page(self, key: str) -> None:
        """Shows a page and does what belongs to its beginning."""
        self._page = key
        self._tell_problem(None)
        self.pages.setCurrentWidget(self._by_key[key])
        if key == CHECK and not self._is_looked_at():
            self._look_at_images()
        if key == START:
            self.start.propose_name()
            self._start_changed()
        if key == EXPERT:
            self.expert.show_start(self.start.apply(self._plan), self._manifest)
        if key in (TRAINING, RESULT, RUNS):
            self.seen.emit()
        self._offer()

    def show_run(self, run_id: str) -> None:
        """Shows a training, also one that has ended."""
        run = self._retraining.run(run_id)
        if run is None:
            return
        self._run_id, self._awaited = run_id, ""
        self.training.show_run(run)
        self.show_page(TRAINING)

    def show_result(self, run_id: str) -> None:
        """Shows what came of a finished training."""
        run = self._retraining.run(run_id)
        if run is None or run.state != run_folder.FINISHED:
            return
        self._run_id = run_id
        self.training.show_run(run)
        self._place_result(run)
        self.show_page(RESULT)

    def _place_result(self, run: RunView) -> None:
        """Gives the page that compares the new model with the active one its training."""
        if self.result is None:
            from desktop.views.retraining.result_page import ResultPage  # brings the engine

            self.result = ResultPage(self._desk)
            self._by_key[RESULT] = self.result
            self.pages.addWidget(self.result)
        self.result.show_run(run)

    # From step to step.

    def _go_back(self) -> None:
        before = {CHECK: IMAGES, START: CHECK, EXPERT: START, RESULT: TRAINING}
        self.show_page(before[self._page])

    def _go_next(self) -> None:
        if self._page == START:
            self._begin()
        elif self._page == TRAINING:
            self.show_result(self._run_id)
        else:
            after = {IMAGES: CHECK, CHECK: START, EXPERT: START}
            self.show_page(after[self._page])

    def _offer(self) -> None:
        """Signs of the steps, and which buttons make sense now."""
        if self._page == MISSING:
            self.back.hide()
            self.next.hide()
            return
        run = self._retraining.run(self._run_id) if self._run_id else None
        is_finished = run is not None and run.state == run_folder.FINISHED
        self._sign_steps(run)
        self.steps.choose(START if self._page == EXPERT else self._page)
        self.back.setVisible(self._page in (CHECK, START, EXPERT, RESULT))
        words = {
            IMAGES: (self.tr("Check the images"), self.images.is_complete),
            CHECK: (self.tr("Next"), self._may_start()),
            START: (
                self.tr("Start training"),
                self.start.is_complete and self.expert.is_valid and self._may_start(),
            ),
            EXPERT: (self.tr("Done"), self.expert.is_valid),
            TRAINING: (self.tr("See the result"), is_finished),
        }
        self.next.setVisible(self._page in words)
        if self._page in words:
            text, is_possible = words[self._page]
            self.next.setText(text)
            self.next.setEnabled(is_possible)
            self.next.setVisible(is_possible or self._page != TRAINING)

    def _sign_steps(self, run: RunView | None) -> None:
        is_chosen, may_start = self.images.is_complete, self._may_start()
        self.steps.show_state(IMAGES, StepState.DONE if is_chosen else StepState.OPEN)
        self.steps.show_state(CHECK, self._check_state() if is_chosen else StepState.AHEAD)
        self.steps.show_state(START, StepState.OPEN if may_start else StepState.AHEAD)
        training = result = StepState.AHEAD
        if run is not None:
            training = StepState.BUSY if run.is_alive else StepState.OPEN
            if run.state == run_folder.FINISHED:
                training = result = StepState.DONE
            if run.state in (run_folder.FAILED, run_folder.INTERRUPTED):
                training = StepState.BLOCKED
        self.steps.show_state(TRAINING, training)
        self.steps.show_state(RESULT, result)
        self.steps.show_state(RUNS, StepState.OPEN)

    def _check_state(self) -> StepState:
        if not self._is_looked_at() or self._look is None:
            return StepState.BUSY if self._waits_for == CHECK else StepState.OPEN
        if not self._may_start():
            return StepState.BLOCKED
        return StepState.WARNED if self._look.warnings else StepState.DONE

    def _tell_problem(self, error: WhyRayError | None) -> None:
        is_masked = self._state.workspace.privacy.is_on
        self.problem.setText("" if error is None else error_text(error, is_masked=is_masked))
        self.problem.setVisible(error is not None)

    # The images.

    def _count_cases(self, _model_id: str = "") -> None:
        model = self._state.models.open_model(self._state.models.active_id)
        if model is not None and self._retraining.is_installed:
            self.cases.count(model.manifest)

    def plan(self) -> Plan:
        """What is asked for now."""
        table = (self._cases_table,) if self._cases_table and self.images.library.is_chosen else ()
        sources = (*(source.path for source in self.sources.all), *table)
        overrides = {**self.expert.overrides(), **self.images.overrides()}
        return self.start.apply(replace(self._plan, sources=sources, overrides=overrides))

    def _manifest(self, model_id: str) -> Manifest | None:
        """What a model says of itself; None where it cannot be read."""
        stored = self._state.models.find(model_id)
        try:
            return None if stored is None else read_manifest(stored.path)
        except WhyRayError as error:
            self._tell_problem(error)
            return None

    def _is_looked_at(self) -> bool:
        """Whether the last look was at the images as they are chosen now."""
        if self._look is None:
            return False
        now, then = self.plan(), self._look.plan
        labels = [_deciding(plan) for plan in (now, then)]
        return now.sources == then.sources and labels[0] == labels[1]

    def _may_start(self) -> bool:
        if self._look is None or not self._is_looked_at():
            return False
        return all(is_about_start(notice) for notice in self._look.refusals)

    def _look_at_images(self) -> None:
        self.start.stop_measuring()
        self._retraining.stop_looking()  # an estimate would hold it up
        self._look, self._waits_for = None, CHECK
        self.check.show_looking(-1.0, "")
        if self.images.library.is_chosen:
            self._write_cases()
        else:
            self._retraining.look(self.plan())
        self._offer()

    def _write_cases(self) -> None:
        """The library's cases as a table, with the labels that the other sources use."""
        present, absent = self.images.case_labels()
        found = self.cases.found
        names = {}
        if present and found is not None and len(found.findings) == 1:
            names = {found.findings[0]: present}
        folder = self._state.settings.folder / "retraining"
        self.cases.write(folder / _CASES_TABLE, names, absent)

    def _cases_written(self, table: Path | None) -> None:
        self._cases_table = table
        if self._waits_for != CHECK:
            return
        if table is None and not self.sources.all:
            self._waits_for = ""
            self.check.show_error(
                RequestError(
                    self.tr("no case of the library is left whose file is there and unaltered"),
                    hint=self.tr("Add a folder or a table of images."),
                )
            )
            self._offer()
        else:
            self._retraining.look(self.plan())

    def _tell_looking(self, fraction: float, _note: str) -> None:
        self.check.show_looking(fraction, "")

    def _tell_checking(self, fraction: float) -> None:
        self.check.show_looking(fraction, self.tr("Looking for the files of the library's cases"))

    def _stop_looking(self) -> None:
        self._waits_for = ""
        self._retraining.stop_looking()
        self.check.show_nothing()
        self.show_page(IMAGES)

    def _looked(self, look: Look) -> None:
        if self._waits_for != CHECK:
            return
        self._waits_for, self._look = "", look
        self.check.show_look(look)
        self._offer()

    # How it is trained.

    def _take_options(self, options: Options) -> None:
        self.start.show_options(options)
        self.expert.show_options(options)
        self.expert.show_start(self.start.apply(self._plan), self._manifest)

    def _start_changed(self) -> None:
        self.start.show_changed_options(len(self.expert.overrides()))
        if self._page in (START, EXPERT):
            self.expert.show_start(self.start.apply(self._plan), self._manifest)
            if self._is_measured():
                self.start.show_estimate(self._estimate)
            elif self.expert.is_valid and self._may_start():
                self.start.measure_soon()
        self._offer()

    def _is_measured(self) -> bool:
        if self._estimate is None:
            return False
        return replace(self.plan(), name="") == replace(self._estimate.plan, name="")

    def _measure(self) -> None:
        is_seen = self.isVisible() and self._page in (START, EXPERT)
        if is_seen and self.start.is_complete:
            self._waits_for = START
            self._retraining.estimate(self.plan())

    def _estimated(self, estimate: Estimate) -> None:
        self._estimate = estimate
        if self._waits_for == START:
            self._waits_for = ""
        if self._is_measured():
            self.start.show_estimate(estimate)

    def _may(self, what: str) -> bool:
        """The gate: the session in which the window was opened may have ended since."""
        return self.admits(self._desk.administration, self, what)

    def _begin(self) -> None:
        if not self._may(self.tr("Start training")):
            return
        self._waits_for = TRAINING
        self.start.stop_measuring()
        self._retraining.stop_looking()
        self.next.setEnabled(False)
        self._retraining.start(self.plan())

    def _started(self, run_id: str) -> None:
        if self._waits_for == TRAINING:
            self._waits_for, self._awaited = "", run_id
            if self._retraining.run(run_id) is not None:
                self.show_run(run_id)

    def _failed(self, error: WhyRayError) -> None:
        waited, self._waits_for = self._waits_for, ""
        if waited == CHECK:
            self.check.show_error(error)
        elif waited == START:
            self.start.show_no_estimate(error)
        elif waited == TRAINING:
            self.start.show_problem(error)
            self.start.verticalScrollBar().setValue(0)
        else:
            self._tell_problem(error)
        self._offer()

    # Trainings.

    def _run_changed(self, run: RunView) -> None:
        self.runs.show_run(run)
        if run.id == self._awaited:
            self.show_run(run.id)
        elif run.id == self._run_id:
            self.training.show_run(run)
            self._offer()

    def _runs_listed(self, runs: tuple[RunView, ...]) -> None:
        self.runs.show_runs(runs)
        if self._run_id and self._run_id not in {run.id for run in runs}:
            self._run_id = ""
            self.training.show_nothing()
            if self._page in (TRAINING, RESULT):
                self.show_page(RUNS)
        self._offer()

    def _cancel(self) -> None:
        run = self._retraining.run(self._run_id)
        if run is None or not self._may(self.tr("Cancel training")):
            return
        if self.ask_cancel(self, run.name):
            self._retraining.cancel(run.id)

    def _go_on_with(self, run_id: str) -> None:
        if self._may(self.tr("Go on with the training")):
            self._retraining.go_on(run_id)
            self.show_run(run_id)

    def _delete(self, run_id: str) -> None:
        run = self._retraining.run(run_id)
        if run is None or not self._may(self.tr("Delete training")):
            return
        if self.ask_delete(self, run.name, is_alive=run.is_alive):
            self._retraining.delete(run_id)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Looks anew whether there is a trainer; what is on screen has been seen."""
        super().showEvent(event)
        if event.spontaneous():
            return
        if self._page == MISSING and self._retraining.is_installed:
            self.steps.show()
            self.begin()
        elif self._page in (TRAINING, RESULT, RUNS):
            self.seen.emit()


def _deciding(plan: Plan) -> dict[str, object]:
    """The options of a plan that decide what a look finds."""
    return {
        name: value
        for name, value in plan.overrides.items()
        if name.startswith(("data.", "task.")) or name == "schedule.seed"
    }
