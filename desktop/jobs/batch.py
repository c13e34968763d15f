"""A batch at work: reading, scoring and writing overlap, each on threads of its own.

    files -> readers (a preparing child each) -> channel -> scorer -> channel -> writer -> journal

The channels are bounded, so a slow station holds the others up and memory stays flat. No Qt: the
command line and the window run the same `Batch` and ask it for its `Progress`.
"""

import datetime
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.jobs.channel import Channel
from desktop.jobs.precedence import LATER, stand_back
from engine.batch.job import Job
from engine.batch.journal import Journal, open_journal
from engine.batch.listing import Entry, Listing, list_images
from engine.batch.pace import Pace
from engine.batch.page import ENGLISH, Wording
from engine.batch.record import FAILED, REFUSED, SCORED, Failure, Record
from engine.batch.results import Run, about_batch, write_results
from engine.batch.work import Case, ReportMaker, Work
from engine.bundle.prepared import Preparer
from engine.inference.content import ContentCheck
from engine.inference.model import Model, is_gpu
from engine.progress import Cancelled

OPENING, LISTING, RUNNING, PAUSING, PAUSED = "opening", "listing", "running", "pausing", "paused"
STOPPING, WRITING, FINISHED, STOPPED, BROKEN = (
    "stopping", "writing", "finished", "stopped", "broken",
)  # fmt: skip
ENDED = frozenset((FINISHED, STOPPED, BROKEN))

TOGETHER, TOGETHER_ON_GPU = 8, 32  # inputs of one run
PATIENCE_S = 2.0  # for a run to fill up
CHANNEL_BYTES = 192 * 2**20
MOST_FAILURES = 200  # remembered for showing
_TURN_S = 0.05
_SYNC_S = 1.0
_READ_TIMEOUT_S = 60.0  # nobody waits for this one file, and the machine may be busy


@dataclass(frozen=True)
class Progress:
    """How far a batch has come.

    Attributes:
        state: one of the states of this module.
        found: files of the batch.
        done: of these, finished now or earlier.
        earlier: of these, finished before this run.
        scored: finished in this run with scores.
        refused: finished in this run, refused by the input checks.
        failed: finished in this run without a result.
        per_second: files per second of late, or None while unknown.
        seconds_left: until the end at that pace, or None while unknown.
        failures: the latest of what went wrong, with the file's key.
        failure_count: all of what went wrong in this run.
    """

    state: str
    found: int = 0
    done: int = 0
    earlier: int = 0
    scored: int = 0
    refused: int = 0
    failed: int = 0
    per_second: float | None = None
    seconds_left: float | None = None
    failures: tuple[tuple[str, Failure], ...] = ()
    failure_count: int = 0


@dataclass(frozen=True)
class Means:
    """What a batch works with.

    Attributes:
        open_model: opens the model; called on the batch's own thread.
        content_check: looks at what pictures show.
        checks_digest: tells content checks apart.
        program: name and version, for the summary.
        make_report: gives the PDF of a case and its model; None: there are no reports.
        make_preparer: gives a new reading child; None: one that takes its time.
        readers: reading children; None lets the machine decide.
        is_background: leave processors to the window.
        wording: the language of the page of figures.
        note: is told of every file that is done, on a thread of the batch; None: nobody.
    """

    open_model: Callable[[], Model]
    content_check: ContentCheck
    checks_digest: str
    program: str
    make_report: Callable[[Case, Model], bytes] | None = None
    make_preparer: Callable[[], Preparer] | None = None
    readers: int | None = None
    is_background: bool = False
    wording: Wording = ENGLISH
    note: Callable[[Case, Model], None] | None = None


class Batch:
    """One batch, run once. All methods may be called from any thread.

    Args:
        job: what is asked for.
        means: what to work with.
        resumes: go on with what is in the folder of the results.
        retries: with files that failed before as well.
    """

    def __init__(self, job: Job, means: Means, *, resumes: bool, retries: bool = False) -> None:
        self.job = job
        self.error: Exception | None = None
        self.summary: dict[str, Any] | None = None
        self._means, self._resumes, self._retries = means, resumes, retries
        self._state = OPENING
        self._lock = threading.Lock()
        self._is_cancelled = threading.Event()
        self._may_read = threading.Event()
        self._may_read.set()
        self._listing = Listing(())
        self._waiting: deque[Entry] = deque()
        self._on_the_way: dict[str, Entry] = {}
        self._counts = dict.fromkeys((SCORED, REFUSED, FAILED), 0)
        self._failures: deque[tuple[str, Failure]] = deque(maxlen=MOST_FAILURES)
        self._failure_count = 0
        self._pace: Pace | None = None
        self._model: Model | None = None
        self._preparers: list[Preparer] = []
        self._reading = 0
        self._to_score: Channel[Case] = Channel(2 * TOGETHER_ON_GPU, CHANNEL_BYTES)
        self._to_write: Channel[Case] = Channel(TOGETHER, CHANNEL_BYTES)
        self._thread = threading.Thread(target=self._run, name="whyray-batch", daemon=True)

    def start(self) -> None:
        """Begins; returns at once."""
        self._thread.start()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end. False when it has not come in time."""
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def pause(self) -> None:
        """Begins no further file; those under way are finished."""
        self._may_read.clear()
        if self._pace is not None:
            with self._lock:
                self._pace.rest(time.monotonic())

    def go_on(self) -> None:
        """After `pause`."""
        if self._pace is not None:
            with self._lock:
                self._pace.go_on(time.monotonic())
        self._may_read.set()

    def cancel(self) -> None:
        """Stops at once: files under way are dropped, finished ones are kept."""
        self._is_cancelled.set()
        self._interrupt()

    def progress(self) -> Progress:
        """How far it has come."""
        now = time.monotonic()
        with self._lock:
            finished = sum(self._counts.values())
            found = len(self._listing.entries)
            left = len(self._waiting) + len(self._on_the_way)
            pace = self._pace
            return Progress(
                self._shown_state(),
                found,
                found - left,
                found - left - finished,
                self._counts[SCORED],
                self._counts[REFUSED],
                self._counts[FAILED],
                None if pace is None else pace.per_second(now),
                None if pace is None else pace.seconds_left(left, now),
                tuple(self._failures),
                self._failure_count,
            )

    def _shown_state(self) -> str:
        if self._state != RUNNING:
            return self._state
        if self._is_cancelled.is_set():
            return STOPPING
        if not self._may_read.is_set():
            return PAUSING if self._on_the_way else PAUSED
        return RUNNING

    # Below: on the batch's own threads.

    def _run(self) -> None:
        started = time.monotonic()
        journal: Journal | None = None
        try:
            if self._means.is_background:
                stand_back(LATER)  # and with it every thread and child that is begun here
            model = self._means.open_model()
            self._model = model
            self.job.check(model)
            self._list()
            header = self.job.header(model, self._means.checks_digest)
            journal = open_journal(self.job.out, header, resumes=self._resumes)
            self._choose(journal)
            self._work(self._steps(model), journal)
            if self.error is None:
                self._write_results(model, journal, time.monotonic() - started)
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - a value for whoever asked for the batch
            self.error = error
        finally:
            if journal is not None:
                journal.close()
            self._end()

    def _end(self) -> None:
        with self._lock:
            left = len(self._waiting) + len(self._on_the_way)
            is_done = self.summary is not None and left == 0
            self._state = BROKEN if self.error else FINISHED if is_done else STOPPED

    def _enter(self, state: str) -> None:
        if self._is_cancelled.is_set():
            raise Cancelled
        with self._lock:
            self._state = state

    def _list(self) -> None:
        self._enter(LISTING)
        for step in list_images(self.job.folder, self.job.out):
            if self._is_cancelled.is_set():
                raise Cancelled
            if step.result is not None:
                with self._lock:
                    self._listing = step.result
                    self._waiting.extend(step.result.entries)

    def _choose(self, journal: Journal) -> None:
        """Leaves out what is done: same key, size and time."""
        hides = self.job.pseudonyms
        with self._lock:
            entries = list(self._waiting)
            self._waiting.clear()
            for entry in entries:
                key = entry.key if hides is None else hides.name("image", entry.key)
                place = journal.places.get(key)
                is_same = place is not None and (place.size, place.mtime_ns) == (
                    entry.size,
                    entry.mtime_ns,
                )
                if not is_same or (self._retries and place.status == FAILED):
                    self._waiting.append(entry)

    def _steps(self, model: Model) -> Work:
        make = self._means.make_report
        report: ReportMaker | None = None
        if self.job.has_report and make is not None:
            report = lambda case: make(case, model)  # noqa: E731
        return Work(self.job, model, self._means.content_check, report)

    def _work(self, work: Work, journal: Journal) -> None:
        self._enter(RUNNING)
        with self._lock:
            self._pace = Pace(time.monotonic())
            if not self._may_read.is_set():
                self._pace.rest(time.monotonic())
        together = TOGETHER_ON_GPU if is_gpu(work.model.provider) else TOGETHER
        self._reading = min(self._reader_count(), max(1, len(self._waiting)))
        jobs: list[tuple[str, Callable[[], None]]] = [
            (f"read-{number}", lambda: self._read(work)) for number in range(self._reading)
        ]
        jobs.append(("score", lambda: self._score(work, together)))
        jobs.append(("write", lambda: self._write(work, journal)))
        threads = [
            threading.Thread(
                target=self._guarded, args=(job,), name=f"whyray-batch-{name}", daemon=True
            )
            for name, job in jobs
        ]
        for thread in threads:
            thread.start()
        self._attend(threads, journal)

    def _attend(self, threads: list[threading.Thread], journal: Journal) -> None:
        """Waits for the stations; brings the journal to the disk every second."""
        synced = time.monotonic()
        for thread in threads:
            while thread.is_alive():
                thread.join(_TURN_S)
                if self._is_cancelled.is_set():
                    self._interrupt()  # again, for whom it came between two calls
                elif time.monotonic() - synced > _SYNC_S:
                    journal.sync()
                    synced = time.monotonic()

    def _guarded(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - a value for whoever asked for the batch
            with self._lock:
                self.error = self.error or error
            self.cancel()

    def _interrupt(self) -> None:
        self._may_read.set()  # nobody shall wait
        for channel in (self._to_score, self._to_write):
            channel.abort()
        for preparer in tuple(self._preparers):
            preparer.cancel()
        if self._model is not None:
            self._model.stop()

    def _read(self, work: Work) -> None:
        try:
            with (self._means.make_preparer or _patient_preparer)() as preparer:
                self._preparers.append(preparer)
                while (entry := self._next()) is not None:
                    case = work.open(entry, preparer)
                    self._to_score.put(case, case.weight)
                    del case
        finally:
            with self._lock:
                self._reading -= 1
                is_last = self._reading == 0
            if is_last:
                self._to_score.end()

    def _next(self) -> Entry | None:
        """The next file to read; None at the end and after `cancel`."""
        self._may_read.wait()
        with self._lock:
            if self._is_cancelled.is_set() or not self._waiting:
                return None
            entry = self._waiting.popleft()
            self._on_the_way[entry.key] = entry
            return entry

    def _score(self, work: Work, together: int) -> None:
        while cases := self._to_score.take(together, PATIENCE_S):
            work.score(cases, together)
            for case in cases:
                for _ in work.explain(case):
                    if self._is_cancelled.is_set():
                        raise Cancelled
                case.model_input = None
                self._to_write.put(case, case.weight)
            del cases, case
        self._to_write.end()

    def _write(self, work: Work, journal: Journal) -> None:
        while cases := self._to_write.take(1, 0.0):
            record = work.finish(cases[0])
            journal.add(record)
            if self._means.note is not None:
                self._means.note(cases[0], work.model)
            self._count(cases[0].entry, record)
            del cases

    def _count(self, entry: Entry, record: Record) -> None:
        with self._lock:
            del self._on_the_way[entry.key]
            self._counts[record.status] += 1
            self._failures.extend((record.key, failure) for failure in record.failures)
            self._failure_count += len(record.failures)
            if self._pace is not None:
                self._pace.count(time.monotonic())

    def _write_results(self, model: Model, journal: Journal, seconds: float) -> None:
        hides = self.job.pseudonyms
        with self._lock:
            self._state = WRITING
            open_entries = [*self._waiting, *self._on_the_way.values()]
            now = time.monotonic()
            run = Run(
                program=self._means.program,
                finished=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
                seconds=round(seconds, 3),
                files=sum(self._counts.values()),
                per_second=self._rate(now),
                not_done=len(open_entries),
            )
        keys = [e.key if hides is None else hides.name("image", e.key) for e in open_entries]
        about = about_batch(self.job, model.manifest, self._listing, run)
        self.summary = write_results(
            self.job, model.manifest, journal, keys, about, self._means.wording
        )

    def _rate(self, now: float) -> float | None:
        rate = None if self._pace is None else self._pace.mean_per_second(now)
        return None if rate is None else round(rate, 3)

    def _reader_count(self) -> int:
        if self._means.readers is not None:
            return self._means.readers
        return max(2, min(4, (os.cpu_count() or 2) - 1))


def _patient_preparer() -> Preparer:
    return Preparer(timeout_s=_READ_TIMEOUT_S)
