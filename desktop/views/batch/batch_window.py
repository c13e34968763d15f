"""The window of a batch: what is asked for, how far it is, what came out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.printing.batch_reports import report_maker
from desktop.views.batch.form import BatchForm
from desktop.views.batch.progress_view import ProgressView
from desktop.views.batch.question import Answer, ask
from desktop.views.widgets.layout import fit_screen, rule
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.errors import WhyRayError

_SIZE = (720, 760)
_PAUSE_MS = 400  # after the last letter, before a folder is looked at


class BatchWindow(QDialog):
    """Stays open beside the main window; may be closed while the batch runs on.

    Args:
        desk: takes the requests.
        prompts: asks for folders.
    """

    def __init__(self, desk: Desk, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._batching = desk, desk.batching
        self.ask = ask
        self._has_begun_here = False  # the folder of the results holds a batch
        self._privacy = desk.state.workspace.privacy
        self._error: WhyRayError | None = None
        self.setWindowTitle(self.tr("Batch"))
        self.form = BatchForm(desk.state, prompts)
        self.view = ProgressView(desk.state.workspace.privacy)
        self.note = PlainLabel("", "muted", wraps=True)
        self.problem = PlainLabel("", "stop", wraps=True)
        self._look_soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._make_buttons()
        self._lay_out()
        self._connect()
        if self._batching.order is not None:
            self.form.show_order(self._batching.order)
        if self._batching.is_running or self._batching.progress is not None:
            self.view.show_progress(self._batching.progress)
        self._offer()
        fit_screen(self, *_SIZE)

    def _make_buttons(self) -> None:
        self.start = QPushButton(self.tr("Start"))
        self.start.setProperty("role", "primary")
        self.pause = QPushButton(self.tr("Pause"))
        self.stop = QPushButton(self.tr("Stop"))
        self.retry = QPushButton(self.tr("Retry failed"))
        self.show_results = QPushButton(self.tr("Open results"))
        self.close_button = QPushButton(self.tr("Close"))
        for button in self._buttons():
            button.setAutoDefault(False)
        self.retry.setToolTip(self.tr("Goes on, and tries the files once more that failed"))

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.start, self.pause, self.stop, self.retry, self.show_results, self.close_button)

    def _lay_out(self) -> None:
        text = self.tr(
            "Scores every image of a folder and of the folders below it, and writes tables, a "
            "page of figures and, where wanted, pictures and reports."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(text, "muted", wraps=True))
        column.addWidget(self.form)
        column.addWidget(rule())
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        for button in self._buttons()[:-1]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _connect(self) -> None:
        self.start.clicked.connect(self._start)
        self.pause.clicked.connect(self._pause)
        self.stop.clicked.connect(self._batching.stop)
        self.retry.clicked.connect(lambda: self._begin(resumes=True, retries=True))
        self.show_results.clicked.connect(self._show_results)
        self.close_button.clicked.connect(self.close)
        self.form.changed.connect(self._offer)
        self.form.out_changed.connect(self._forget_look)
        self._look_soon.timeout.connect(self._look)
        self._batching.looked.connect(self._looked)
        self._batching.progressed.connect(self._progressed)
        self._batching.ended.connect(self._ended)
        self._privacy.changed.connect(self._mask)

    def _start(self) -> None:
        self._begin(resumes=self._has_begun_here)

    def _begin(self, *, resumes: bool, retries: bool = False) -> None:
        order = self.form.order(resumes=resumes, retries=retries)
        self._tell(None)
        make_report = None
        if order.has_report:
            try:
                make_report = report_maker(
                    self._desk.state.settings, is_deidentified=order.hides_patients
                )
            except WhyRayError as error:
                self._tell(error)
                return
        self.view.clear()
        self._batching.start(order, make_report)
        self.view.show_progress(None)
        self._offer()

    def _pause(self) -> None:
        if self._batching.is_resting:
            self._batching.go_on()
        else:
            self._batching.pause()

    def _progressed(self, progress: object) -> None:
        self.view.show_progress(progress)
        self._offer()

    def _ended(self, error: WhyRayError | None) -> None:
        self._tell(error)
        self._offer()
        self._look()

    def _tell(self, error: WhyRayError | None) -> None:
        self._error = error
        text = "" if error is None else error_text(error, is_masked=self._privacy.is_on)
        self.problem.setText(text)

    def _mask(self, _is_on: bool) -> None:
        self._tell(self._error)
        self._offer()  # what names a folder goes

    def _forget_look(self, _out: Path) -> None:
        self._has_begun_here = False
        self._look_soon.start()
        self._offer()

    def _look(self) -> None:
        if self.form.out.text().strip() and not self._batching.is_running:
            self._batching.look(Path(self.form.out.text().strip()))

    def _looked(self, out: Path, header: Mapping[str, Any] | None) -> None:
        if self._batching.is_running or Path(self.form.out.text().strip()) != out:
            return
        is_fresh = header is not None and not self._has_begun_here
        self._has_begun_here = header is not None
        order = self._batching.order
        if is_fresh and (order is None or order.out != out):
            self.form.show_header(header)
        self._offer()

    def _offer(self) -> None:
        """Which buttons make sense now."""
        is_running, progress = self._batching.is_running, self._batching.progress
        self.form.setEnabled(not is_running)
        self.start.setEnabled(self.form.is_complete() and not is_running)
        self.start.setText(self._start_words())
        self.pause.setEnabled(is_running and progress is not None)
        self.pause.setText(self.tr("Continue") if self._batching.is_resting else self.tr("Pause"))
        self.stop.setEnabled(is_running)
        has_failed = progress is not None and progress.failed > 0
        self.retry.setEnabled(not is_running and has_failed and self._has_begun_here)
        self.show_results.setEnabled(self._has_begun_here or is_running)
        self.note.setText(self._note_words())

    def _start_words(self) -> str:
        if not self._has_begun_here:
            return self.tr("Start")
        return self.tr("Look for new images") if self._is_finished() else self.tr("Go on")

    def _note_words(self) -> str:
        if not self._has_begun_here or self._batching.is_running:
            return ""
        if self._is_finished():
            return self.tr(
                "The batch in this folder is finished. Only images that have come or changed since"
                " would be done."
            )
        return self.tr(
            "A batch was begun in this folder. Go on does what is missing or has changed since."
        )

    def _is_finished(self) -> bool:
        """Whether the batch that ran last did all there was, and its folder is still named."""
        order, progress = self._batching.order, self._batching.progress
        if order is None or progress is None or progress.state != "finished":
            return False
        return Path(self.form.out.text().strip()) == order.out

    def _show_results(self) -> None:
        out = self.form.out.text().strip()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(out)):
            shown = self.tr("(hidden)") if self._privacy.is_on else out
            self.note.setText(self.tr("The results are in {folder}").format(folder=shown))

    # Qt overrides

    def reject(self) -> None:
        """Asks what shall become of a batch that is under way; Esc and its buttons come here."""
        if self._batching.is_running:
            answer = self.ask(self, ends_program=False)
            if answer is Answer.STAY:
                return
            if answer is Answer.STOP:
                self._batching.stop()
        super().reject()
