"""Scoring the open images that nobody looks at, for the model's order of the list.

Works behind everything else: begins when what is on screen is settled, gives way at once when
somebody turns to another image or asks for anything, and takes up the rest afterwards. It has a
decoder child and a copy of the model of its own, so that giving way never stops somebody else's
work; both are let go when nothing is left. What the input checks refuse stays refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import catching_up_tasks as tasks
from desktop.jobs.batching import Batching
from desktop.jobs.catching_up_tasks import Bench, Judged
from desktop.jobs.failures import presentable
from desktop.jobs.opening import Opening
from desktop.jobs.precedence import LAST
from desktop.jobs.reading import ReadingRoom
from desktop.jobs.replies import Lane, Reply
from desktop.state.session import SessionState
from desktop.state.workspace import Item, Status
from engine.errors import ImageError

SCORES = "reading/scores_rest"
ALL, RECEIVED, NONE = "all", "received", "none"
QUIET_MS = 400  # after the last thing that happened on screen
_SLOT, _LET_GO = "score the rest", "let go"
_ON_SCREEN = frozenset({"progress", "trial", "radiograph", "frame", "explanations", "shown"})
_MATTERS = frozenset({"reading", "reading_error", "status", "radiograph", "thumbnail"})


class CatchingUp(QObject):
    """Scores the rest of the list.

    Args:
        state: the session's state.
        bench: what the worker has at hand.
        room: knows the model that is meant for an image, and scores what is on screen.
        opening: decodes what is on screen; goes first.
        batching: goes first too.
    """

    changed = Signal()  # `done`, `total`, `is_paused`, `is_needed`
    failed = Signal(object)  # WhyRayError: the model cannot be opened, told once for each

    def __init__(
        self,
        state: SessionState,
        bench: Bench,
        room: ReadingRoom,
        opening: Opening,
        batching: Batching,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._room, self._opening, self._batching = state, room, opening, batching
        self._bench = bench
        self._lane = Lane("rest", self, behind=LAST)
        self._all: set[Item] = set()  # that are to be scored or were
        self._left: dict[Item, None] = {}  # of them, in the order in which they came
        self._decoded: dict[Item, None] = {}  # of them
        self._arrived: set[Path] = set()
        self._unusable: set[str] = set()  # models
        self._item: Item | None = None  # under way
        self._is_paused = self._is_closed = self._has_bench = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.go_on)
        workspace = state.workspace
        workspace.items_added.connect(self._add)
        workspace.item_removed.connect(self._drop)
        workspace.item_changed.connect(self._notice)
        workspace.on_screen_changed.connect(self._turn_to_screen)
        state.models.active_changed.connect(self._turn_to_model)
        state.models.opened.connect(self._wait)
        state.cine.changed.connect(self.give_way)
        state.settings.changed.connect(self._turn_to_setting)
        batching.ended.connect(self._wait)

    @property
    def total(self) -> int:
        """Open images that are to be scored or were."""
        return len(self._all)

    @property
    def done(self) -> int:
        """Of them, those that have a score, or of which it is known why not."""
        return len(self._all) - len(self._left)

    @property
    def is_paused(self) -> bool:
        """Whether a person let it rest."""
        return self._is_paused

    @property
    def is_needed(self) -> bool:
        """Whether an image that nobody looks at waits for its score, and there is a model."""
        seen = self._seen()
        return any(item not in seen and self._model_of(item) for item in self._left)

    def expect(self, paths: Iterable[Path]) -> None:
        """These files were received; their images come first."""
        self._arrived.update(paths)

    def toggle_pause(self) -> None:
        """Rests until it is asked to go on, or goes on."""
        self._is_paused = not self._is_paused
        if self._is_paused:
            self._stop()
        self.changed.emit()
        self.go_on()

    def go_on(self) -> None:
        """Scores the next image if nothing else is to be done."""
        if self._is_closed or self._item is not None or self._quiet.isActive():
            return
        if not self.is_needed:
            self._let_go()
            return
        if self._is_paused or not self._is_settled():
            return
        item = self._following()
        if item is not None:
            self._score(item)

    def give_way(self, *_what: object) -> None:
        """Somebody is at work: what is under way ends at once, and waits until all is quiet."""
        self._stop()
        self._wait()

    def close(self, timeout_s: float) -> bool:
        """Stops everything, the worker and the decoder child."""
        self._is_closed = True
        self._quiet.stop()
        self._bench.decoder.cancel()
        ended = self._lane.close(timeout_s)
        self._bench.decoder.close()
        return ended

    # What is left

    def _add(self, items: list[Item]) -> None:
        choice = self._state.settings.get(SCORES)
        for item in items:
            is_wanted = choice == ALL or (choice == RECEIVED and item.path in self._arrived)
            if is_wanted and not item.is_sample:
                self._all.add(item)
                self._sort(item)
        self.changed.emit()
        self._wait()

    def _drop(self, item: Item) -> None:
        if item in self._all:
            self._all.discard(item)
            self._strike(item)
            if item is self._item:
                self._stop()
            self.changed.emit()
            self._wait()

    def _sort(self, item: Item) -> None:
        has_end = item.reading is not None or item.reading_error is not None
        if has_end or item.status is Status.FAILED:
            self._strike(item)
            return
        self._left.setdefault(item)
        if item.radiograph is not None:
            self._decoded.setdefault(item)
        else:
            self._decoded.pop(item, None)

    def _strike(self, item: Item) -> None:
        self._left.pop(item, None)
        self._decoded.pop(item, None)

    def _notice(self, item: Item, changed: frozenset) -> None:
        is_seen = item in self._state.workspace.on_screen
        if item in self._all and changed & _MATTERS:
            count = len(self._left)
            self._sort(item)
            if len(self._left) != count:
                self.changed.emit()
        if is_seen and changed & _ON_SCREEN:
            self.give_way()
        elif changed & _MATTERS:
            self.go_on()

    def _turn_to_model(self, _model_id: str) -> None:
        self._stop()
        for item in self._all:
            self._sort(item)
        self._has_bench = True  # a copy of another model may be there
        self.changed.emit()
        self._wait()

    def _turn_to_setting(self, name: str) -> None:
        if name == SCORES:
            self._stop()
            for known in (self._all, self._left, self._decoded):
                known.clear()
            self._add(list(self._state.workspace.items))

    # When, and which

    def _wait(self, *_what: object) -> None:
        if not self._is_closed:
            self._quiet.start()

    def _turn_to_screen(self, _items: tuple[Item, ...]) -> None:
        self.give_way()
        self.changed.emit()  # what is on screen is not part of the rest

    def _stop(self) -> None:
        self._item = None
        self._lane.cancel(_SLOT)

    def _seen(self) -> set[Item]:
        return {item.listed for item in self._state.workspace.on_screen}

    def _is_settled(self) -> bool:
        """Whether everything that somebody sees or waits for is done."""
        if self._batching.is_running or self._state.cine.item is not None:
            return False
        return all(self._is_attended(item) for item in self._state.workspace.on_screen)

    def _is_attended(self, item: Item) -> bool:
        if item.status is Status.FAILED:
            return True
        if item.radiograph is None or item.progress is not None or item.trial is not None:
            return False
        return item.reading is not None or item.reading_error is not None

    def _following(self) -> Item | None:
        """What is decoded already, then what was received, then what came first."""
        seen = self._seen()

        def first_of(items: Iterable[Item]) -> Item | None:
            return next((item for item in items if item not in seen and self._model_of(item)), None)

        found = first_of(self._decoded)
        if found is not None or not self._opening.is_idle:
            return found
        if self._arrived:
            found = first_of(item for item in self._left if item.path in self._arrived)
        return first_of(self._left) if found is None else found

    def _model_of(self, item: Item) -> str:
        """Empty where it cannot be scored for now."""
        model_id = self._room.model_id_for(item)
        return "" if model_id in self._unusable else model_id

    # Work

    def _score(self, item: Item) -> None:
        model_id = self._model_of(item)
        wants_gpu = self._state.settings.get("model/wants_gpu") is True
        work = partial(
            tasks.judge, self._bench, model_id, item.path, item.radiograph, item.frame,
            wants_gpu=wants_gpu,
        )  # fmt: skip
        reply = Reply(
            partial(self._scored, item),
            partial(self._failed, item),
            cancelled=partial(self._interrupted, item),
        )
        self._item, self._has_bench = item, True
        self._lane.start(_SLOT, work, reply, stop=self._bench.stop)

    def _scored(self, item: Item, judged: Judged) -> None:
        self._item = None
        if judged.model_error is not None:
            self._unusable.add(judged.model_id)
            self.failed.emit(judged.model_error)
        elif item.sha256 not in (None, judged.sha256) or item.reading is not None:
            self._strike(item)  # another file by now, or scored meanwhile
        else:
            told = {} if item.facts is not None and item.radiograph else {"facts": judged.facts}
            reading = replace(judged.reading, model_input=None)  # there may be thousands
            self._state.workspace.update(item, sha256=judged.sha256, reading=reading, **told)
        self.changed.emit()
        self.go_on()

    def _interrupted(self, item: Item) -> None:
        """Tries again where a run was stopped late, on account of the one before it."""
        if item is self._item:
            self._item = None
            self._wait()

    def _failed(self, item: Item, error: BaseException) -> None:
        self._item = None
        shown = presentable(error, item.shown_path)
        workspace = self._state.workspace
        if isinstance(error, ImageError) and item.radiograph is None:
            shown.file = item.shown_path
            workspace.update(item, status=Status.FAILED, error=shown)
        else:
            workspace.update(item, reading_error=shown)
        self._strike(item)
        self.changed.emit()
        self.go_on()

    def _let_go(self) -> None:
        """Nothing is left: the copy of the model and the decoder child go."""
        if self._has_bench:
            self._has_bench = False
            self._lane.start(_LET_GO, self._bench.clear, Reply(_ignore, presentable))


def _ignore(_result: object) -> None:
    """Nobody waits for it."""
