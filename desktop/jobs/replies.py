"""A `Runner` together with what to do with each answer: callbacks by job id, gone with the job."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.jobs.precedence import LATER
from desktop.jobs.runner import Runner


@dataclass(frozen=True)
class Reply:
    """What is done with the answers of one job, always on the GUI thread.

    Attributes:
        succeeded: takes the result.
        failed: takes the exception.
        cancelled: called at once when the job is cancelled.
        partial: takes a preliminary result.
        progressed: takes the fraction (0..1) and the note.
    """

    succeeded: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    cancelled: Callable[[], None] | None = None
    partial: Callable[[Any], None] | None = None
    progressed: Callable[[float, str], None] | None = None


class Lane(QObject):
    """One worker thread whose jobs know where their answers go."""

    became_free = Signal()  # the worker has let go of a job

    def __init__(self, name: str, parent: QObject | None = None, *, behind: int = LATER) -> None:
        super().__init__(parent)
        self._runner = Runner(name, self, behind=behind)
        self._replies: dict[int, Reply] = {}
        self._runner.progressed.connect(self._on_progressed)
        self._runner.partial.connect(self._on_partial)
        self._runner.succeeded.connect(self._on_succeeded)
        self._runner.failed.connect(self._on_failed)
        self._runner.cancelled.connect(self._on_cancelled)
        self._runner.finished.connect(self._on_finished)

    def start(
        self,
        slot: str,
        work: Callable[[], Any],
        reply: Reply,
        stop: Callable[[], None] | None = None,
    ) -> None:
        """Queues a job; an unsettled one of the same slot is cancelled first (`Runner.start`)."""
        self._replies[self._runner.start(slot, work, stop)] = reply

    def cancel(self, slot: str) -> bool:
        """Cancels the unsettled job of that slot; False when there is none."""
        return self._runner.cancel(slot)

    def is_open(self, slot: str) -> bool:
        """Whether a job of that slot is waiting or running."""
        return self._runner.is_open(slot)

    @property
    def is_idle(self) -> bool:
        """True when the worker has nothing to do."""
        return self._runner.is_idle

    def close(self, timeout_s: float) -> bool:
        """Cancels everything and waits for the thread. False when it did not end in time."""
        self._replies.clear()
        return self._runner.close(timeout_s)

    def _on_progressed(self, job: int, fraction: float, note: str) -> None:
        reply = self._replies.get(job)
        if reply is not None and reply.progressed is not None:
            reply.progressed(fraction, note)

    def _on_partial(self, job: int, value: object) -> None:
        reply = self._replies.get(job)
        if reply is not None and reply.partial is not None:
            reply.partial(value)

    def _on_succeeded(self, job: int, value: object) -> None:
        reply = self._replies.pop(job, None)
        if reply is not None:
            reply.succeeded(value)

    def _on_failed(self, job: int, error: BaseException) -> None:
        reply = self._replies.pop(job, None)
        if reply is not None:
            reply.failed(error)

    def _on_cancelled(self, job: int) -> None:
        reply = self._replies.pop(job, None)
        if reply is not None and reply.cancelled is not None:
            reply.cancelled()

    def _on_finished(self, _job: int) -> None:
        self.became_free.emit()
