"""Small pictures of what options put where the image is absent: baselines, fills, backgrounds.

Made beside other work, for the method that the pickers ask for and for the map on screen, and filed
under the item that they were made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.reading import ReadingRoom
from desktop.jobs.replies import Lane, Reply
from desktop.state.session import SessionState
from desktop.state.workspace import Absence, AbsenceKey, Item
from engine.language import joined

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.explain.explanation import Method
    from engine.inference.model import Model
    from engine.options import OptionFacts

_WATCHED = {"reading", "frame", "shown", "record", "is_hidden"}


class Previews(QObject):
    """Keeps the pictures of the item on screen made.

    Args:
        state: the session's state.
        room: knows what a question needs.
    """

    def __init__(
        self, state: SessionState, room: ReadingRoom, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._room = room
        self._lane = Lane("previews", self)
        state.workspace.current_changed.connect(self._turn_to)
        state.workspace.item_changed.connect(self._look_again)
        state.inquiry.changed.connect(self._renew)
        state.inquiry.methods_listed.connect(self._go_on)

    def close(self, timeout_s: float) -> bool:
        """Stops everything and the worker."""
        return self._lane.close(timeout_s)

    def _turn_to(self, _item: Item | None) -> None:
        for slot in ("asked", "shown"):
            self._lane.cancel(slot)
        self._go_on()

    def _look_again(self, item: Item, changed: frozenset) -> None:
        if item is self._state.workspace.current and changed & _WATCHED:
            self._go_on()

    def _renew(self) -> None:
        """Files may have changed since they were last looked at."""
        self._go_on(is_renewing=True)

    def _go_on(self, *, is_renewing: bool = False) -> None:
        item = self._state.workspace.current
        if item is None or item.radiograph is None or item.reading is None:
            return
        model = self._state.models.open_model(item.reading.prediction.model_id)
        if model is None or item.is_score_withheld:
            return
        inquiry = self._state.inquiry.inquiry
        asked = inquiry.options.get(inquiry.method, {})
        self._make("asked", item, model, (inquiry.method, asked), is_renewing=is_renewing)
        shown = item.explanation
        if shown is not None:
            self._make("shown", item, model, (shown.method, shown.options), is_renewing=False)

    def _make(
        self,
        slot: str,
        item: Item,
        model: Model,
        wanted: tuple[str, Mapping[str, Any]],
        *,
        is_renewing: bool,
    ) -> None:
        from engine.pipeline import Question

        name, options = wanted
        method = self._state.inquiry.find_method(name)
        target = item.reading.prediction.best().target
        for facts, text in absence_options(method, options):
            key = AbsenceKey(model.manifest.id, item.frame, facts.reads, text)
            is_stale = is_renewing and text not in facts.choices
            if key in item.absences and not is_stale:
                continue
            question = Question(name, target, options=options)
            ask = self._room.ask_for(item, model, question)
            reply = Reply(
                succeeded=partial(self._file, item, key),
                failed=partial(self._failed, item, key),
            )
            self._lane.start(slot, partial(tasks.absence, ask, facts.name), reply)

    def _file(self, item: Item, key: AbsenceKey, absence: Absence) -> None:
        self._state.workspace.update(item, absences=item.absences | {key: absence})

    def _failed(self, item: Item, key: AbsenceKey, error: BaseException) -> None:
        shown = presentable(error)
        self._file(
            item,
            key,
            Absence((), 0, joined(". ", [part for part in (shown.message, shown.hint) if part])),
        )


def absence_options(
    method: Method | None, options: Mapping[str, Any]
) -> Iterator[tuple[OptionFacts, str]]:
    """The options of a method that take baselines or backgrounds, with the values used."""
    if method is None:
        return
    from engine.options import option_facts

    for facts in option_facts(method.options):
        if facts.reads:
            yield facts, str(options.get(facts.name, facts.default))
