"""The one job API: a request goes to a worker thread, answers come back on the GUI thread.

A job is a callable that returns either a plain value or an engine generator of `Step`s. One
`Runner` owns one thread and runs its jobs one after the other, each in a *slot*: a new request for
a slot cancels the older one, and whatever the older one still says is dropped by its id, so an
answer can never land on another image.

The thread is a plain Python thread that touches no Qt object: it puts messages into a queue and
rings once; the GUI thread empties the queue, in the courier's turns.
"""

import itertools
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from desktop.jobs.courier import courier
from desktop.jobs.precedence import LATER, stand_back
from engine.progress import Cancelled, Step

_IDS = itertools.count(1)


@dataclass(eq=False)
class _Job:
    id: int
    slot: str
    work: Callable[[], Any]
    stop: Callable[[], None] | None
    cancel_asked: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class _Message:
    job: _Job
    kind: str  # "step" | "succeeded" | "failed" | "cancelled" | "finished"
    value: Any = None


class Runner(QObject):
    """Runs jobs on one worker thread.

    Every job gives any number of `progressed` and `partial`, then exactly one of `succeeded`,
    `failed` and `cancelled`, then `finished`. All signals arrive on the thread that the runner
    lives in and start with the job's id. After `cancelled`, which comes at once, only `finished`
    follows, when the worker has really let go.

    Args:
        name: of the thread.
        behind: how far it stands behind the window (`desktop.jobs.precedence`).
    """

    progressed = Signal(int, float, object)  # id, fraction 0..1, note
    partial = Signal(int, object)  # id, preliminary result
    succeeded = Signal(int, object)  # id, result
    failed = Signal(int, object)  # id, the exception, as a value
    cancelled = Signal(int)  # id
    finished = Signal(int)  # id
    _rang = Signal()

    def __init__(self, name: str, parent: QObject | None = None, *, behind: int = LATER) -> None:
        super().__init__(parent)
        self._behind = behind
        self._orders: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._has_rung = threading.Event()
        self._lock = threading.Lock()
        self._running: _Job | None = None
        self._open_jobs: dict[int, _Job] = {}
        self._unfinished = 0
        self._is_closed = False
        self._thread = threading.Thread(target=self._serve, name=f"whyray-{name}", daemon=True)
        self._courier = courier()
        self._rang.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._undelivered: deque[_Message] = deque()

    def start(
        self, slot: str, work: Callable[[], Any], stop: Callable[[], None] | None = None
    ) -> int:
        """Queues a job and returns its id; an unsettled job of the same slot is cancelled first.

        Args:
            slot: what the job is about; at most one job of a slot is unsettled at any time.
            work: runs on the worker; returns a value or an iterator of `Step`s. Must touch no Qt
                object.
            stop: interrupts a call that `work` is blocked in; called from the GUI thread, only
                while this very job is the running one.
        """
        self.cancel(slot)
        job = _Job(next(_IDS), slot, work, stop)
        if self._is_closed:
            raise RuntimeError("the runner is closed")
        if not self._thread.is_alive():
            self._thread.start()
        self._open_jobs[job.id] = job
        self._unfinished += 1
        self._orders.put(job)
        return job.id

    def cancel(self, slot: str) -> bool:
        """Cancels the unsettled job of that slot; False when there is none."""
        found = [job for job in self._open_jobs.values() if job.slot == slot]
        for job in found:
            self._cancel(job)
        return bool(found)

    def cancel_all(self) -> None:
        """Cancels every unsettled job."""
        for job in list(self._open_jobs.values()):
            self._cancel(job)

    def is_open(self, slot: str) -> bool:
        """Whether a job of that slot is waiting or running."""
        return any(job.slot == slot for job in self._open_jobs.values())

    @property
    def is_idle(self) -> bool:
        """True when the worker has finished everything, cancelled jobs included."""
        return self._unfinished == 0

    def close(self, timeout_s: float = 5.0) -> bool:
        """Cancels everything and waits for the thread. False when it did not end in time."""
        self._is_closed = True
        self.cancel_all()
        self._orders.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _cancel(self, job: _Job) -> None:
        job.cancel_asked.set()
        with (
            self._lock
        ):  # the worker cannot go on to the next job between the question and the stop
            if self._running is job and job.stop is not None:
                job.stop()
        del self._open_jobs[job.id]
        self.cancelled.emit(job.id)

    @Slot()
    def _call(self) -> None:
        self._courier.call(self._deliver_next)

    def _deliver_next(self) -> None:
        if self._is_closed or not isValid(self):
            return  # nobody listens any more
        self._has_rung.clear()
        if taken := self._take_all():
            self._undelivered = deque(_without_stale_progress([*self._undelivered, *taken]))
        if not self._undelivered:
            return
        message = self._undelivered.popleft()
        if self._undelivered:
            self._call()
        self._deliver(message)

    def _take_all(self) -> list[_Message]:
        taken: list[_Message] = []
        while True:
            try:
                taken.append(self._messages.get_nowait())
            except queue.Empty:
                return taken

    def _deliver(self, message: _Message) -> None:
        job = message.job
        if message.kind == "finished":
            self._unfinished -= 1
            self.finished.emit(job.id)
            return
        if job.id not in self._open_jobs:
            return  # cancelled meanwhile: a late answer
        if message.kind == "step":
            step: Step = message.value
            self.progressed.emit(job.id, step.fraction, step.note)
            if step.partial is not None and job.id in self._open_jobs:
                self.partial.emit(job.id, step.partial)
            return
        del self._open_jobs[job.id]
        if message.kind == "cancelled":
            self.cancelled.emit(job.id)
        elif message.kind == "failed":
            self.failed.emit(job.id, message.value)
        else:
            self.succeeded.emit(job.id, message.value)

    # Below: on the worker thread.

    def _serve(self) -> None:
        stand_back(self._behind)
        while (job := self._orders.get()) is not None:
            with self._lock:
                self._running = job
            outcome = self._attempt(job)
            with self._lock:
                self._running = None
            self._post(outcome)
            self._post(_Message(job, "finished"))
            del job, outcome  # an idle worker keeps no image alive

    def _attempt(self, job: _Job) -> _Message:
        try:
            return _Message(job, "succeeded", self._work(job))
        except Cancelled:
            return _Message(job, "cancelled")
        except Exception as error:  # noqa: BLE001 - handed to the GUI thread as a value
            return _Message(job, "failed", error)

    def _work(self, job: _Job) -> Any:
        if job.cancel_asked.is_set():
            raise Cancelled
        value = job.work()
        if not isinstance(value, Iterator):
            return value
        result = None
        for step in value:
            if job.cancel_asked.is_set():
                value.close()
                raise Cancelled
            self._post(_Message(job, "step", step))
            result = step.result
        return result

    def _post(self, message: _Message) -> None:
        self._messages.put(message)
        if not self._has_rung.is_set() and not self._is_closed:
            self._has_rung.set()
            self._rang.emit()


def _without_stale_progress(messages: list[_Message]) -> list[_Message]:
    """Of several steps of one job without partial results only the last: nobody is flooded."""
    kept: list[_Message] = []
    for message, following in itertools.zip_longest(messages, messages[1:]):
        is_overtaken = (
            following is not None
            and message.kind == following.kind == "step"
            and message.job is following.job
            and message.value.partial is None
        )
        if not is_overtaken:
            kept.append(message)
    return kept
