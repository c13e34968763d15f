"""The sign in the main window that a training goes on, or has ended; it leads to its window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.jobs.retraining import Retraining
from desktop.retraining import run_folder
from desktop.retraining.run_folder import RunView
from desktop.views import theme
from desktop.views.retraining.words import left_words, stage_words
from desktop.views.widgets.chip import Chip
from engine.images.text import clean_text

_ENDED = (run_folder.FINISHED, run_folder.FAILED, run_folder.INTERRUPTED)


class RetrainingSign(Chip):
    """Seen while a training lives, and after its end until somebody has looked.

    Args:
        retraining: the trainings.
    """

    asked = Signal()
    ended = Signal(str)  # a sentence: what has become of a training

    def __init__(self, retraining: Retraining, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._states: dict[str, str] = {}
        self._shown: RunView | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        retraining.changed.connect(self.take)
        retraining.listed.connect(self._take_all)
        self._take_all(retraining.runs())

    def take(self, run: RunView) -> None:
        """Something about a run is new."""
        before = self._states.get(run.id)
        self._states[run.id] = run.state
        was_alive = before in (run_folder.QUEUED, run_folder.RUNNING, run_folder.PAUSED)
        if run.is_alive:
            self._shown = run
        elif was_alive:
            self._shown = run if run.state in _ENDED else None
            self.ended.emit(self._farewell(run))
        elif self._shown is not None and self._shown.id == run.id:
            self._shown = run if run.state in _ENDED else None
        else:
            return
        self._show()

    def look_away(self) -> None:
        """Somebody has seen how it ended."""
        if self._shown is not None and not self._shown.is_alive:
            self._shown = None
            self._show()

    def _take_all(self, runs: tuple[RunView, ...]) -> None:
        for run in reversed(runs):
            self.take(run)
        known = {run.id for run in runs}
        if self._shown is not None and self._shown.id not in known:
            self._shown = None
            self._show()

    def _farewell(self, run: RunView) -> str:
        texts = {
            run_folder.FINISHED: self.tr("The training of {name} is finished."),
            run_folder.CANCELLED: self.tr("The training of {name} was cancelled."),
            run_folder.INTERRUPTED: self.tr("The training of {name} was interrupted."),
            run_folder.FAILED: self.tr("The training of {name} has failed."),
        }
        return texts[run.state].format(name=clean_text(run.name))

    def _show(self) -> None:
        run = self._shown
        if run is None:
            self.show_word("")
            return
        share = round(100 * run.fraction)
        words = {
            run_folder.QUEUED: (self.tr("Retraining starts"), theme.ACCENT),
            run_folder.RUNNING: (
                self.tr("Retraining {share} %").format(share=share),
                theme.ACCENT,
            ),
            run_folder.PAUSED: (self.tr("Retraining paused"), theme.ABOVE),
            run_folder.FINISHED: (self.tr("A new model is ready"), theme.GOOD),
            run_folder.FAILED: (self.tr("Retraining failed"), theme.STOP),
            run_folder.INTERRUPTED: (self.tr("Retraining was interrupted"), theme.ABOVE),
        }
        text, colour = words[run.state]
        left = left_words(run)
        reason = " ".join(
            part
            for part in (
                f"{clean_text(run.name)}: {stage_words(run).rstrip('. ')}.",
                f"{left[:1].upper()}{left[1:]}." if left else "",
                self.tr("Click to see it."),
            )
            if part
        )
        self.show_word(text, colour, reason)
        self.setAccessibleName(text)

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leads to the window."""
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same with the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
        else:
            super().keyPressEvent(event)
