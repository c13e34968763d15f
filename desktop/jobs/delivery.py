"""One delivery at a time: results and images into a folder or to a DICOM peer, told one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.jobs import delivery_tasks
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.network.line import Line
from desktop.network.security import Tls
from engine.errors import WhyRayError
from engine.progress import Step

_SLOT = "deliver"

Work = Callable[[Line], Iterator[Step]]


class Delivery(QObject):
    """Runs deliveries and asks peers whether they are there."""

    progressed = Signal(float, object)  # fraction, note
    told = Signal(object)  # delivery_tasks.Row
    ended = Signal(object)  # WhyRayError | None; also after `stop`
    answered = Signal(str, object)  # node as written, words of the answer: str | WhyRayError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("delivery", self)
        self._questions = Lane("echo", self)
        self._is_closed = False
        self.was_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether one is under way."""
        return self._lane.is_open(_SLOT)

    def start(self, work: Work) -> None:
        """Begins. Does nothing while one is under way, and after `close`."""
        if self.is_running or self._is_closed:
            return
        self.was_stopped = False
        line = Line()
        reply = Reply(
            succeeded=lambda _nothing: self.ended.emit(None),
            failed=lambda error: self.ended.emit(presentable(error)),
            cancelled=lambda: self.ended.emit(None),
            partial=self.told.emit,
            progressed=self.progressed.emit,
        )
        self._lane.start(_SLOT, partial(work, line), reply, stop=line.hang_up)

    def stop(self) -> None:
        """Stops at once; what was delivered stays delivered."""
        if self.is_running:
            self.was_stopped = True
            self._lane.cancel(_SLOT)

    def ask(self, node: str, own_title: str, tls: Tls) -> None:
        """Asks a peer whether it is there; `answered` tells."""
        if self._is_closed:
            return
        line = Line()
        reply = Reply(partial(self._answer, node), partial(self._answer_error, node))
        work = partial(delivery_tasks.ask, node, own_title, tls, line)
        self._questions.start(node, work, reply, stop=line.hang_up)

    def close(self, timeout_s: float) -> bool:
        """Stops everything."""
        self._is_closed = True
        ended = [lane.close(timeout_s) for lane in (self._lane, self._questions)]
        return all(ended)

    def _answer(self, node: str, words: str) -> None:
        self.answered.emit(node, words)

    def _answer_error(self, node: str, error: BaseException) -> None:
        shown: WhyRayError = presentable(error)
        self.answered.emit(node, shown)
