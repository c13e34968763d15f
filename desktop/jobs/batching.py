"""A batch that the window runs: begun, watched, paused and stopped without holding anything up.

The batch has threads of its own (`desktop.jobs.batch`); the window asks it some times a second how
far it is. It belongs to the desk, not to a dialog, and outlives a change of language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import tasks
from desktop.jobs.entries import scored_file
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.language import in_words, language_of
from desktop.paths import CONTENT_CHECK
from desktop.settings import Settings
from desktop.site_key import site_key
from desktop.system_facts import part_version
from engine.bundle.store import MANIFEST, ModelStore
from engine.errors import WhyRayError

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from desktop.jobs.batch import Batch, Progress
    from engine.batch.work import Case
    from engine.bundle.prepared import Preparer
    from engine.inference.model import Model

_BATCH, _LOOK = "batch", "look"
POLL_MS = 200


@dataclass(frozen=True)
class Order:
    """What a person asked for; see `engine.batch.job.Job`.

    Attributes:
        folder: where the images are.
        out: where the results go.
        model_id: whose scores.
        methods: ids of explanation methods.
        has_report: a PDF for each image.
        hides_patients: pseudonyms instead of patients, studies and files.
        override: why refused images are scored; empty: they are not.
        resumes: go on with what is in `out`.
        retries: with failed files as well.
    """

    folder: Path
    out: Path
    model_id: str
    methods: tuple[str, ...] = ()
    has_report: bool = False
    hides_patients: bool = False
    override: str = ""
    resumes: bool = False
    retries: bool = False


class Batching(QObject):
    """Runs one batch at a time.

    Args:
        store: the models of this installation.
        settings: whether a graphics processor is wanted.
        make_preparer: gives a new reading child; None: the batch's own.
    """

    progressed = Signal(object)  # Progress
    ended = Signal(object)  # WhyRayError, or None: finished or stopped
    scored = Signal(object)  # desktop.jobs.entries.ScoredFile
    looked = Signal(object, object)  # Path of results, header of the batch there or None

    def __init__(
        self,
        store: ModelStore,
        settings: Settings,
        make_preparer: Callable[[], Preparer] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.order: Order | None = None
        self.progress: Progress | None = None
        self.summary: Mapping[str, Any] | None = None
        self._store, self._settings, self._make_preparer = store, settings, make_preparer
        self._lane = Lane("batch", self)
        self._looks = Lane("batch look", self)
        self._batch: Batch | None = None
        self._is_running = self._is_resting = self._is_stopped = self._is_closed = False
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._tell)

    @property
    def is_running(self) -> bool:
        """Whether a batch is under way, also while it pauses or stops."""
        return self._is_running

    @property
    def is_resting(self) -> bool:
        """Whether a pause was asked for; files under way may still be finished."""
        return self._is_running and self._is_resting

    def start(
        self, order: Order, make_report: Callable[[Case, Model], bytes] | None = None
    ) -> None:
        """Begins. Does nothing while one is under way, and after `close`."""
        if self._is_running or self._is_closed:
            return
        self.order, self.progress, self.summary = order, None, None
        self._batch, self._is_running = None, True
        self._is_resting = self._is_stopped = False
        wants_gpu = self._settings.get("model/wants_gpu") is True
        work = partial(self._run, order, make_report, wants_gpu)
        self._lane.start(_BATCH, work, Reply(self._succeeded, self._failed))
        self._poll.start()

    def pause(self) -> None:
        """Begins no further file."""
        if self._batch is not None:
            self._is_resting = True
            self._batch.pause()
            self._tell()

    def go_on(self) -> None:
        """After `pause`."""
        if self._batch is not None:
            self._is_resting = False
            self._batch.go_on()
            self._tell()

    def stop(self) -> None:
        """Stops at once; what is finished is kept."""
        self._is_stopped = True
        if self._batch is not None:
            self._batch.cancel()
            self._tell()

    def look(self, out: Path) -> None:
        """Tells with `looked` whether a batch was begun in that folder."""
        if self._is_closed:
            return
        reply = Reply(lambda header: self.looked.emit(out, header), presentable)
        self._looks.start(_LOOK, partial(_header_in, out), reply)

    def close(self, timeout_s: float) -> bool:
        """Stops everything; what is finished is kept and can be gone on with."""
        self._is_closed = True
        self._poll.stop()
        self.stop()
        ended = [lane.close(timeout_s) for lane in (self._lane, self._looks)]
        return all(ended)

    def _tell(self) -> None:
        if self._batch is not None:
            self.progress = self._batch.progress()
            self.progressed.emit(self.progress)

    def _succeeded(self, _nothing: object) -> None:
        self._end(None)

    def _failed(self, error: BaseException) -> None:
        self._end(presentable(error))

    def _end(self, error: WhyRayError | None) -> None:
        self._poll.stop()
        self._is_running = False
        self._tell()
        self.summary = None if self._batch is None else self._batch.summary
        self._batch = None
        self.ended.emit(error)

    # Below: on the worker.

    def _run(
        self,
        order: Order,
        make_report: Callable[[Case, Model], bytes] | None,
        wants_gpu: bool,
    ) -> None:
        from desktop.jobs.batch import Batch, Means
        from engine.batch.job import Job, digest
        from engine.batch.page import Wording
        from engine.images.pseudonyms import Pseudonyms

        job = Job(
            folder=order.folder,
            out=order.out,
            methods=order.methods,
            has_report=order.has_report,
            override=order.override,
            pseudonyms=Pseudonyms(site_key()) if order.hides_patients else None,
        )
        means = Means(
            open_model=partial(tasks.open_stored_model, self._store, order.model_id, wants_gpu),
            content_check=tasks.content_check(),
            checks_digest=digest((CONTENT_CHECK / MANIFEST).read_bytes()),
            program=f"WhyRay {part_version('whyray')}",
            make_report=make_report,
            make_preparer=self._make_preparer,
            is_background=True,
            wording=Wording(in_words, language_of(str(self._settings.get("look/language")))),
            note=None if order.hides_patients else partial(self._note, order.folder),
        )
        batch = Batch(job, means, resumes=order.resumes, retries=order.retries)
        self._batch = batch
        if not self._is_stopped:
            batch.start()
        batch.wait()
        if batch.error is not None:
            raise batch.error

    def _note(self, folder: Path, case: Case, model: Model) -> None:
        found = scored_file(folder / case.entry.key, case, model)
        if found is not None:
            self.scored.emit(found)


def _header_in(out: Path) -> Mapping[str, Any] | None:
    from engine.batch.journal import header_of

    return header_of(out)
