"""A new model beside the active one, as the window asks for it: on the desk, `model_comparison`.

The training side measures in a child of its own; what maps tell is gathered by a worker here. Both
can be cancelled, and what was found is kept beside the run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.jobs import model_comparison_tasks as tasks
from desktop.jobs.evidence import DEFAULT_METHOD, NEW, OLD, CaseSeen, Wanted, Witness, key_of
from desktop.jobs.failures import presentable
from desktop.jobs.model_comparison_tasks import Judgement, Rivals
from desktop.jobs.replies import Lane, Reply
from desktop.retraining.held_child import HeldChild
from desktop.retraining.trainer import find_trainer
from desktop.state.models import ModelsState
from engine.bundle.store import ModelStore
from engine.errors import RequestError
from engine.language import said

if TYPE_CHECKING:
    from desktop.retraining.run_folder import RunView
    from engine.images.decoder import Decoder

NOT_INSTALLED = said("the training side is not installed here, and it measures the models")
HOW_TO_INSTALL = said("Install the trainer, or use whyray compare-bundles where it is installed.")
_MEASURE, _MAPS, _ONE = "measure", "maps", "one"
_DIVISION, _KEPT = "work/division.csv", "comparison"  # within a run's folder
MEASURING, LOOKING = "measuring", "looking"  # what it is busy with


class ModelComparison(QObject):
    """Compares two models at a time; a new question ends the one before.

    Args:
        store: finds bundles and the model for lung fields.
        models: the session's.
        make_decoder: gives a new decoder child.
    """

    progressed = Signal(str, float)  # `MEASURING` or `LOOKING`, fraction 0..1
    judged = Signal(object)  # Judgement: new, or richer by what maps tell
    case_seen = Signal(object)  # CaseSeen
    failed = Signal(object)  # WhyRayError
    ended = Signal()  # nothing is under way any more

    def __init__(
        self,
        store: ModelStore,
        models: ModelsState,
        make_decoder: Callable[[], Decoder],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._models = store, models
        self._make_decoder = make_decoder
        self._lane = Lane("model-comparison", self)
        self._witness: Witness | None = None
        self.judgement: Judgement | None = None
        self.method = DEFAULT_METHOD
        self.seen: dict[tuple[str, str], CaseSeen] = {}

    def rivals(self, run: RunView) -> Rivals | None:
        """The active model and that of a finished run; None where one of them is missing."""
        active = self._models.find(self._models.active_id)
        if run.bundle is None or run.test_table is None or active is None:
            return None
        division = run.folder / _DIVISION
        return Rivals(
            active.path, run.bundle, run.test_table, run.folder / _KEPT / active.id,
            division if division.is_file() else None,
        )  # fmt: skip

    def is_active(self, run: RunView) -> bool:
        """Whether the model of a finished run is the active one already."""
        active = self._models.find(self._models.active_id)
        if run.bundle is None or active is None:
            return False
        digests = {tasks.digest_of(path) for path in (run.bundle, active.path)}
        return len(digests) == 1 and "" not in digests

    def measure(self, rivals: Rivals) -> None:
        """Compares them, or reads what was found before; then `judged`, or `failed`."""
        self.forget()
        trainer = find_trainer()
        if trainer is None:
            self._fail(RequestError(NOT_INSTALLED, hint=HOW_TO_INSTALL))
            return
        child = HeldChild(trainer)
        work = partial(tasks.measure, child, rivals)
        self._start(_MEASURE, work, self._judged, MEASURING, child.stop)

    def look_at_maps(self, method: str = DEFAULT_METHOD) -> None:
        """Makes the maps of both for the chosen cases; then `judged` once more."""
        if self.judgement is None:
            return
        self.method = method
        self.seen.clear()
        witness = self._witnessing()
        work = partial(tasks.look_at_maps, witness, self.judgement, self._wanted())
        self._start(_MAPS, work, self._judged, LOOKING, witness.stop)

    def look_at(self, case: Mapping[str, Any]) -> None:
        """Makes the maps of one case, unless they are there; then `case_seen`."""
        known = self.seen.get(key_of(case))
        if known is not None:
            self.case_seen.emit(known)
            return
        if self.judgement is None or self._lane.is_open(_MAPS):
            return  # it comes by itself, or is asked for again
        witness = self._witnessing()
        work = partial(tasks.look_at_one, witness, case, self._wanted())
        self._start(_ONE, work, self._see, LOOKING, witness.stop)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return any(self._lane.is_open(slot) for slot in (_MEASURE, _MAPS, _ONE))

    def cancel(self) -> bool:
        """Ends what is under way; what is known stays. False: nothing was."""
        ended = [self._lane.cancel(slot) for slot in (_MEASURE, _MAPS, _ONE)]
        return any(ended)

    def forget(self) -> None:
        """Ends the work and lets go of everything."""
        self.cancel()
        self.judgement = None
        self.seen.clear()

    def close(self, timeout_s: float) -> bool:
        """Stops everything, the child and the worker."""
        has_ended = self._lane.close(timeout_s)
        if self._witness is not None:
            self._witness.close()
        return has_ended

    def _witnessing(self) -> Witness:
        if self._witness is None:
            self._witness = Witness(self._store, self._make_decoder())
        return self._witness

    def _wanted(self) -> Wanted:
        rivals = self.judgement.rivals
        bundles = {OLD: rivals.old, NEW: rivals.new}
        return Wanted(bundles, self.method, self._models.segmentation_id)

    def _start(
        self,
        slot: str,
        work: Callable[[], Any],
        take: Callable[[Any], None],
        what: str,
        stop: Callable[[], None],
    ) -> None:
        self.cancel()
        reply = Reply(
            partial(self._take, take),
            self._fail,
            cancelled=self.ended.emit,
            partial=self._see,
            progressed=lambda fraction, _note: self.progressed.emit(what, fraction),
        )
        self._lane.start(slot, work, reply, stop=stop)

    def _take(self, take: Callable[[Any], None], value: object) -> None:
        take(value)
        self.ended.emit()

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(presentable(error))
        self.ended.emit()

    def _judged(self, judgement: Judgement) -> None:
        self.judgement = judgement
        self.judged.emit(judgement)

    def _see(self, seen: CaseSeen) -> None:
        self.seen[seen.key] = seen
        self.case_seen.emit(seen)
