"""Scores all open images with two models, one after the other, as long as somebody wants it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.jobs import compare_tasks
from desktop.jobs.failures import presentable
from desktop.jobs.reading import ReadingRoom
from desktop.jobs.replies import Lane, Reply
from desktop.state.opinions import Opinion
from desktop.state.session import SessionState
from desktop.state.workspace import Item, Progress
from engine.errors import RequestError, WhyRayError
from engine.language import joined, said

if TYPE_CHECKING:
    from engine.images.decoder import Decoder
    from engine.inference.disagreement import Disagreement, Pair
    from engine.inference.model import Model
    from engine.pipeline import Reading

_SLOT = "opinions"


class AskingTwo(QObject):
    """Asks two models about every open image.

    Args:
        state: the session's state.
        room: opens models.
        decoder: reads images that are not in memory; ended with this.
    """

    def __init__(
        self,
        state: SessionState,
        room: ReadingRoom,
        decoder: Decoder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._room = room
        self._decoder = decoder
        self._lane = Lane("opinions", self)
        self._named: tuple[tuple[str, str], ...] = ()
        self._is_waiting = False  # for models
        self._left: list[Item] = []
        self._count = 0
        state.workspace.item_removed.connect(self._drop)
        state.workspace.item_changed.connect(self._look_again)
        state.models.opened.connect(self._go_on)
        state.models.failed.connect(self._go_on)

    def ask(self, one: str, other: str, named: tuple[tuple[str, str], ...] = ()) -> None:
        """Asks these two models, by id, about all open images.

        Args:
            one: the first model.
            other: the second.
            named: classes to compare, one of each; without any, those of the same name.
        """
        self.forget()
        self._named, self._is_waiting = named, True
        self._state.opinions.change(models=(one, other), progress=Progress("opinions"))
        for model_id in (one, other):
            self._room.open_model(model_id)
        self._go_on(None)

    def cancel(self) -> bool:
        """Ends the work; what is there stays. False when nothing was under way."""
        was_running = self._state.opinions.shown.progress is not None
        self._is_waiting, self._left = False, []
        self._lane.cancel(_SLOT)
        if was_running:
            self._state.opinions.change(progress=None)
        return was_running

    def forget(self) -> None:
        """Ends the work and lets go of what was found."""
        self.cancel()
        self._state.opinions.change(models=(), rows=(), error=None)

    def close(self, timeout_s: float) -> bool:
        """Stops everything, the worker and its decoder."""
        has_ended = self._lane.close(timeout_s)
        self._decoder.close()
        return has_ended

    def _go_on(self, _what: object) -> None:
        """Starts once both models are open, or known to fail."""
        models, ids = self._state.models, self._state.opinions.shown.models
        if not self._is_waiting or any(
            models.open_model(i) is None and models.failure(i) is None for i in ids
        ):
            return
        self._is_waiting = False
        failure = next((found for i in ids if (found := models.failure(i)) is not None), None)
        if failure is not None:
            self._state.opinions.change(error=failure.error, progress=None)
            return
        from engine.inference.disagreement import pairs_of

        one, other = (models.open_model(model_id) for model_id in ids)
        try:
            pairs = pairs_of(one.manifest, other.manifest, self._named)
        except RequestError as error:
            self._state.opinions.change(error=error, progress=None)
            return
        self._left = list(self._state.workspace.items)
        self._count = len(self._left)
        self._next((one, other), pairs)

    def _next(self, models: tuple[Model, Model], pairs: tuple[Pair, ...]) -> None:
        if not self._left:
            self._state.opinions.change(progress=None)
            return
        done = self._count - len(self._left)
        item = self._left.pop(0)
        self._state.opinions.change(progress=Progress("opinions", done / self._count))
        again = partial(self._next, models, pairs)
        if item.is_hidden:
            self._file(Opinion(item, problem=RequestError(said("You have not looked yet."))))
            again()
            return
        asked = item.frame, item.sha256

        def answer(readings: dict[str, Reading | WhyRayError]) -> None:
            if asked[0] == item.frame and asked[1] in (None, item.sha256):
                self._file(self._opinion(item, models, pairs, readings))
            again()

        def fail(error: BaseException) -> None:
            self._file(Opinion(item, problem=presentable(error)))
            again()

        work = partial(
            compare_tasks.read_and_score_with_all,
            item.path,
            item.radiograph,
            self._decoder,
            models,
            item.frame,
        )
        self._lane.start(_SLOT, work, Reply(answer, fail), stop=self._decoder.cancel)

    def _opinion(
        self,
        item: Item,
        models: tuple[Model, Model],
        pairs: tuple[Pair, ...],
        readings: dict[str, Reading | WhyRayError],
    ) -> Opinion:
        from engine.inference.disagreement import disagreement

        found = [readings[model.manifest.id] for model in models]
        for model, reading in zip(models, found, strict=True):
            problem = refusal_of(item, model.manifest.id, reading)
            if problem is not None:
                return Opinion(item, problem=problem)
        one, other = (reading.prediction for reading in found)
        return Opinion(item, disagreement(one, other, pairs))

    def _file(self, opinion: Opinion) -> None:
        rows = [*self._state.opinions.shown.rows, opinion]
        rows.sort(key=lambda row: _rank(row.found), reverse=True)
        self._state.opinions.change(rows=tuple(rows))

    def _drop(self, item: Item) -> None:
        self._left = [left for left in self._left if left is not item]
        rows = self._state.opinions.shown.rows
        kept = tuple(row for row in rows if row.item is not item)
        if kept != rows:
            self._state.opinions.change(rows=kept)

    def _look_again(self, item: Item, changed: frozenset) -> None:
        """What waits for the reader's own look is not told meanwhile."""
        if "is_hidden" not in changed or not item.is_hidden:
            return
        rows = self._state.opinions.shown.rows
        problem = RequestError(said("You have not looked yet."))
        hidden = tuple(
            replace(row, found=None, problem=problem) if row.item is item else row for row in rows
        )
        if hidden != rows:
            self._state.opinions.change(rows=hidden)


def refusal_of(item: Item, model_id: str, reading: Reading | WhyRayError) -> WhyRayError | None:
    """Why what a model says of an image may not be shown; None where it may."""
    if isinstance(reading, WhyRayError):
        return reading
    is_refused = reading.admission.verdict == "refused"
    if not is_refused or item.record.override_of(model_id, item.frame) is not None:
        return None
    reasons = [r.sentence for r in reading.admission.reasons if r.level == "stop"]
    text = said("The input checks refuse this image for {model}.", model=model_id)
    return RequestError(joined(" ", (text, *reasons)))


def _rank(found: Disagreement | None) -> tuple[int, float]:
    return (-1, 0.0) if found is None else found.rank
