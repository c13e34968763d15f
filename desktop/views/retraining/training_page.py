"""Fourth page: a training under way in curves, figures and words; paused, gone on with, ended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from desktop.retraining import run_folder
from desktop.retraining.run_folder import RunView
from desktop.state.privacy import Privacy
from desktop.views import theme
from desktop.views.retraining.chart import Chart, Line
from desktop.views.retraining.notices import notice_words
from desktop.views.retraining.page import Page
from desktop.views.retraining.words import (
    epoch_words,
    figure_words,
    left_words,
    stage_words,
    state_ink,
    state_words,
)
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.layout import Card, clear
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel

_STEPS = 1000
_LOG_PX, _CHART_PX = 150, 230
_FIRST_EPOCHS = 10


class TrainingPage(Page):
    """Shows one run; asks for what shall become of it.

    Args:
        privacy: while it is on, the log and names of files are hidden.
    """

    pause_asked = Signal()
    go_on_asked = Signal()
    cancel_asked = Signal()
    result_asked = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.run: RunView | None = None
        self._privacy = privacy
        self.title.hide()
        self.name = ElidedLabel("", "heading")
        self.state = Chip()
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.state)
        self.column.insertLayout(0, line)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.stage = PlainLabel("", "strong", wraps=True)
        self.epochs = PlainLabel("", "muted", wraps=True)
        self._make_buttons()
        self.problem = Card(theme.STOP)
        self.warnings = Card(theme.ABOVE)
        for part in (self.bar, self.stage, self.epochs):
            self.column.addWidget(part)
        self.column.addLayout(self._buttons)
        self.column.addWidget(self.problem)
        self._make_charts()
        self.figures = PlainLabel("", "muted", wraps=True)
        self.column.addWidget(self.figures)
        self.column.addWidget(self.warnings)
        self._make_log()
        self.column.addStretch(1)
        self.show_nothing()
        privacy.changed.connect(self._show_again)

    def show_nothing(self) -> None:
        """No training was chosen."""
        self.run = None
        self.name.setText(self.tr("No training"))
        self.intro.setText(self.tr("Start one, or open one of the list of all trainings."))
        self.intro.show()
        for part in self._parts():
            part.hide()
        self.state.show_word("")

    def show_run(self, run: RunView) -> None:
        """Shows a run as it is now."""
        is_other = self.run is None or self.run.id != run.id
        self.run = run
        self.name.setText(run.name)
        self.state.show_word(state_words(run.state), getattr(theme, state_ink(run.state)))
        self.intro.setText(
            self.tr("You may close this window, and WhyRay too; the training goes on.")
            if run.is_alive
            else ""
        )
        self.intro.setVisible(run.is_alive)
        self.stage.setText(stage_words(run))
        self.stage.show()
        words = [part for part in (epoch_words(run), left_words(run)) if part]
        self.epochs.setText(", ".join(words))
        self.epochs.setVisible(bool(words))
        self._offer(run)
        is_unknown = run.state == run_folder.QUEUED
        self.bar.setRange(0, 0 if is_unknown else _STEPS)
        self.bar.setValue(round(_STEPS * run.fraction))
        self.bar.setVisible(run.state != run_folder.FAILED)
        self._show_problem(run)
        self._show_figures(run)
        self._show_warnings(run)
        self._show_log(run, is_other=is_other)

    def _show_again(self, _is_masked: bool) -> None:
        if self.run is not None:
            self.show_run(self.run)

    # Below: the parts.

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.bar, self.stage, self.epochs, self.pause, self.go_on, self.cancel, self.result,
            self.problem, self.loss, self.quality, self.figures, self.warnings, self.log_button,
            self.log,
        )  # fmt: skip

    def _make_buttons(self) -> None:
        self.pause = QPushButton(self.tr("Pause"))
        self.pause.setToolTip(self.tr("Leaves the computer to others until you go on"))
        self.go_on = QPushButton(self.tr("Go on"))
        self.go_on.setProperty("role", "primary")
        self.go_on.setToolTip(self.tr("Continues after the last finished round"))
        self.cancel = QPushButton(self.tr("Cancel training..."))
        self.cancel.setToolTip(self.tr("Ends it; what was learned so far is kept"))
        self.result = QPushButton(self.tr("See the result"))
        self.result.setProperty("role", "primary")
        self.result.setToolTip(self.tr("The new model beside the active one"))
        self._buttons = FlowLayout(8)
        asked = (self.pause_asked, self.go_on_asked, self.cancel_asked, self.result_asked)
        for button, signal in zip(self._each_button(), asked, strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            self._buttons.addWidget(button)

    def _each_button(self) -> tuple[QPushButton, ...]:
        return self.pause, self.go_on, self.cancel, self.result

    def _make_charts(self) -> None:
        self.loss = Chart(self.tr("Error (loss): lower is better"))
        self.loss.setToolTip(
            self.tr(
                "Where the error on validation rises while that on training falls, the model "
                "learns the training images by heart"
            )
        )
        self.quality = Chart(self.tr("On validation: higher is better"), (0.0, 1.0))
        self.quality.setToolTip(
            self.tr(
                "AUC: how well ill and healthy are told apart, 0.5 is chance. Sensitivity: share "
                "of the ill that are found"
            )
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        for chart in (self.loss, self.quality):
            chart.setMinimumHeight(_CHART_PX)
            row.addWidget(chart, 1)
        self.column.addLayout(row)

    def _make_log(self) -> None:
        self.log_button = QPushButton(self.tr("Show log"))
        self.log_button.setCheckable(True)
        self.log_button.setAutoDefault(False)
        self.log = QPlainTextEdit(readOnly=True)
        self.log.setAccessibleName(self.tr("Log of the training"))
        self.log.setFixedHeight(_LOG_PX)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        row = QHBoxLayout()
        row.addWidget(self.log_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.log)
        self.log_button.toggled.connect(self._fold_log)

    def _fold_log(self, is_open: bool) -> None:
        self.log.setVisible(is_open)
        self.log_button.setText(self.tr("Hide log") if is_open else self.tr("Show log"))

    def _offer(self, run: RunView) -> None:
        """Which buttons make sense now."""
        is_running = run.state == run_folder.RUNNING
        self.pause.setVisible(is_running)
        self.pause.setEnabled(not run.is_stopping)
        self.go_on.setVisible(run.may_go_on)
        self.go_on.setEnabled(not run.is_stopping)
        self.cancel.setVisible(run.is_alive)
        self.cancel.setEnabled(not run.is_stopping)
        self.result.setVisible(run.state == run_folder.FINISHED)

    def _show_problem(self, run: RunView) -> None:
        clear(self.problem.column)
        is_mute = run.error is not None and run.error.facts.get("output", "?") == ""
        has_words = run.error is not None and not is_mute
        self.problem.setVisible(has_words)
        if run.error is not None and has_words:
            what, hint = notice_words(run.error, is_masked=self._privacy.is_on)
            self.problem.column.addWidget(PlainLabel(what, "strong", wraps=True))
            if hint:
                self.problem.column.addWidget(PlainLabel(hint, wraps=True))
            self.problem.column.addWidget(
                PlainLabel(
                    self.tr("When that is mended, Go on continues after the last finished round."),
                    "muted",
                    wraps=True,
                )
            )

    def _show_figures(self, run: RunView) -> None:
        epochs, has_some = run.epochs, bool(run.epochs)
        for part in (self.loss, self.quality):
            part.setVisible(has_some or run.is_alive)
        planned = _horizon(run)
        self.loss.show_lines(
            (
                Line(self.tr("training"), [epoch.loss for epoch in epochs]),
                Line(self.tr("validation"), [epoch.val_loss for epoch in epochs]),
            ),
            planned,
            run.best_epoch,
        )
        self.quality.show_lines(
            (
                Line(self.tr("AUC"), [epoch.auc for epoch in epochs]),
                Line(self.tr("sensitivity"), [epoch.recall for epoch in epochs]),
            ),
            planned,
            run.best_epoch,
        )
        best = next((epoch for epoch in epochs if epoch.number == run.best_epoch), None)
        if best is None:
            text = self.tr("The first figures come after the first round.") if run.is_alive else ""
        else:
            text = self.tr(
                "Best round so far: {number}, AUC {auc}, sensitivity {recall} (at 0.5), error "
                "{loss}. These are on validation images; the result is measured on the test images."
            ).format(
                number=best.number,
                auc=figure_words(best.auc),
                recall=figure_words(best.recall),
                loss=figure_words(best.val_loss),
            )
        self.figures.setText(text)
        self.figures.setVisible(bool(text))

    def _show_warnings(self, run: RunView) -> None:
        clear(self.warnings.column)
        self.warnings.setVisible(bool(run.warnings))
        if run.warnings:
            self.warnings.column.addWidget(PlainLabel(self.tr("This you should know"), "strong"))
        for notice in run.warnings:
            what, hint = notice_words(notice, is_masked=self._privacy.is_on)
            words = f"\u2022 {what} {hint}".strip()
            self.warnings.column.addWidget(PlainLabel(words, wraps=True))

    def _show_log(self, run: RunView, *, is_other: bool) -> None:
        has_log = bool(run.log) and not self._privacy.is_on  # it may name files
        self.log_button.setVisible(has_log)
        self.log.setVisible(has_log and self.log_button.isChecked())
        text = "\n".join(run.log)
        if text == self.log.toPlainText():
            return
        bar = self.log.verticalScrollBar()
        was_at_end = is_other or bar.value() >= bar.maximum()
        self.log.setPlainText(text)
        if was_at_end:
            bar.setValue(bar.maximum())


def _horizon(run: RunView) -> int:
    """Epochs that the charts have room for: some more than are done, never more than planned."""
    done = len(run.epochs)
    return min(run.epochs_planned, max(_FIRST_EPOCHS, round(1.4 * done))) if run.is_alive else done
