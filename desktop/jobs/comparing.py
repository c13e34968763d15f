"""Makes maps of the image on screen one by one, as long as somebody has the comparison open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import compare_tasks
from desktop.jobs.failures import presentable
from desktop.jobs.opinions import refusal_of
from desktop.jobs.reading import ReadingRoom, takes_a_layer
from desktop.jobs.replies import Lane, Reply
from desktop.state.compared import DEFAULT_LAYER, EACH_SIZE, SPREAD, Tile, Wish
from desktop.state.session import SessionState
from desktop.state.workspace import Item, Progress
from engine.errors import RequestError, WhyRayError
from engine.language import said

if TYPE_CHECKING:
    from engine.explain.explanation import Method
    from engine.inference.model import Model
    from engine.inference.target import Target
    from engine.pipeline import Question, Reading
    from engine.trust.agreement import Agreement
    from engine.trust.matrix import Entry

MOST_TILES = 64
_SCORES, _TILE, _SAVE = "scores", "tile", "save"


class Comparing(QObject):
    """Keeps the comparison of the image on screen, while it is wanted.

    Args:
        state: the session's state.
        room: opens models and knows what a question needs.
    """

    saved = Signal(object)  # folder

    def __init__(
        self, state: SessionState, room: ReadingRoom, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._room = room
        self._lane = Lane("compare", self)
        self._wish: Wish | None = None  # what waits for its models
        state.workspace.current_changed.connect(self._turn_to)
        state.workspace.item_changed.connect(self._look_again)
        state.models.opened.connect(self._go_on)
        state.models.failed.connect(self._go_on)

    def compare(self, wish: Wish) -> None:
        """Makes these maps of the image on screen, instead of those asked for before."""
        self.forget()
        item = self._state.workspace.current
        if item is None:
            return
        if self._room.model_to_ask(item) is None:
            text = said("This image has no score that could be explained.")
            self._state.compared.change(item=item, error=RequestError(text))
            return
        if not wish.methods or not wish.models:
            text = said("Choose a method and a model at least.")
            self._state.compared.change(item=item, error=RequestError(text))
            return
        self._wish = wish
        self._state.compared.change(item=item, progress=Progress("compare"))
        for model_id in wish.models:
            self._room.open_model(model_id)
        self._go_on(None)

    def open_models(self, model_ids: tuple[str, ...]) -> None:
        """Opens models ahead of a comparison: their classes are wanted."""
        for model_id in model_ids:
            self._room.open_model(model_id)

    def cancel(self) -> bool:
        """Ends the work; what is there stays. False when nothing was under way."""
        was_running = self._state.compared.shown.progress is not None
        self._wish = None
        self._lane.cancel(_SCORES)
        self._lane.cancel(_TILE)
        if was_running:
            self._state.compared.change(progress=None, running=None)
        return was_running

    def forget(self) -> None:
        """Ends the work and lets all maps go."""
        self.cancel()
        self._state.compared.change(
            item=None, tiles=(), error=None, agreements={}, reference=None, running=None
        )

    def save(self, folder: Path) -> None:
        """Writes what is shown: one picture, one table of agreement."""
        shown = self._state.compared.shown
        if not shown.done or shown.item is None or shown.item.radiograph is None:
            return
        work = partial(
            compare_tasks.save_comparison,
            folder,
            shown,
            shown.item.radiograph,
            self._caution(shown.item),
        )
        reply = Reply(succeeded=lambda _paths: self.saved.emit(folder), failed=self._failed)
        self._lane.start(_SAVE, work, reply)

    def close(self, timeout_s: float) -> bool:
        """Stops everything and the worker."""
        return self._lane.close(timeout_s)

    def _caution(self, item: Item) -> str:
        ids = dict.fromkeys(tile.model_id for tile in self._state.compared.shown.tiles)
        known = (item.record.override_of(model_id, item.frame) for model_id in ids)
        override = next((found for found in known if found is not None), None)
        if override is None:
            return ""
        return f"REFUSED by the input checks, scored on request: {override.reason}"

    def _turn_to(self, item: Item | None) -> None:
        """Another image lets go of the maps; the same one beside itself does not."""
        compared = self._state.compared.shown.item
        if compared is not None and (item is None or item.listed is not compared.listed):
            self.forget()

    def _look_again(self, item: Item, changed: frozenset) -> None:
        shown = self._state.compared.shown
        is_other = changed & {"reading", "frame", "record", "is_hidden"}
        is_read_again = "radiograph" in changed and item.radiograph is not None
        if item is shown.item and (is_other or is_read_again):
            self.forget()

    def _go_on(self, _what: object) -> None:
        """Scores the image with the chosen models once all of them are open, or known to fail."""
        wish, models = self._wish, self._state.models
        if wish is None:
            return
        ids = wish.models
        if any(models.open_model(i) is None and models.failure(i) is None for i in ids):
            return
        self._wish = None
        item = self._state.compared.shown.item
        if item is None or item.radiograph is None:
            return
        found = [model for i in ids if (model := models.open_model(i)) is not None]
        if not found:
            self._failed(models.failure(ids[0]).error)
            return
        reply = Reply(partial(self._plan, item, wish), self._failed)
        work = partial(compare_tasks.score_with_all, item.radiograph, found, item.frame)
        self._lane.start(_SCORES, work, reply)

    def _plan(self, item: Item, wish: Wish, readings: dict[str, Reading | WhyRayError]) -> None:
        tiles = tuple(self._tiles(item, wish, readings))
        if not tiles or len(tiles) > MOST_TILES:
            too_many = said("{count} maps are too many: choose fewer.", count=len(tiles))
            none = said("None of these models has such a class.")
            self._failed(RequestError(too_many if tiles else none))
            return
        self._state.compared.change(tiles=tiles)
        self._next()

    def _tiles(
        self, item: Item, wish: Wish, readings: dict[str, Reading | WhyRayError]
    ) -> Iterator[Tile]:
        row = 0
        for model_id, reading in readings.items():
            model = self._state.models.open_model(model_id)
            for target in _targets(model, wish, reading):
                problem = refusal_of(item, model_id, reading)
                for column, (method, layer) in enumerate(self._places(model, wish)):
                    question = self._question(item, method, target, layer)
                    yield Tile(row, column, model_id, question, problem=problem)
                row += 1

    def _question(self, item: Item, method: Method, target: Target, layer: str | None) -> Question:
        from engine.pipeline import Question

        options = self._state.inquiry.of(item).options.get(method.id, {})
        return Question(method.id, target, layer, options)

    def _places(self, model: Model, wish: Wish) -> Iterator[tuple[Method, str | None]]:
        from engine.graph.spread import last_of_each_size, spread

        chosen = {
            SPREAD: lambda: spread(model.layers, wish.layer_count),
            EACH_SIZE: lambda: last_of_each_size(model.layers),
        }
        for method_id in wish.methods:
            method = self._state.inquiry.find_method(method_id)
            if method is None:
                continue
            if wish.layers == DEFAULT_LAYER or not takes_a_layer(method):
                yield method, None
                continue
            for layer in chosen.get(wish.layers, lambda: model.layers)():
                yield method, layer.name

    def _next(self) -> None:
        """Makes the first tile that is not there yet."""
        shown = self._state.compared.shown
        place = next((n for n, tile in enumerate(shown.tiles) if not tile.is_settled), None)
        item = shown.item
        if place is None or item is None or item.radiograph is None:
            self._state.compared.change(progress=None, running=None)
            return
        tile = shown.tiles[place]
        model = self._state.models.open_model(tile.model_id)
        ask = self._room.ask_for(item, model, tile.question)
        known = {other: shown.tiles[other].entry for other in shown.done}
        reply = Reply(
            succeeded=partial(self._made, place),
            failed=partial(self._not_made, place),
            progressed=partial(self._tell, place),
        )
        self._state.compared.change(running=place)
        self._tell(place, 0.0, "")
        self._lane.start(_TILE, partial(compare_tasks.explain_beside, ask, known), reply)

    def _tell(self, place: int, fraction: float, note: str) -> None:
        whole = (place + fraction) / max(1, len(self._state.compared.shown.tiles))
        self._state.compared.change(progress=Progress("compare", whole, note))

    def _made(self, place: int, made: tuple[Entry, dict[int, Agreement]]) -> None:
        entry, agreements = made
        shown = self._state.compared.shown
        known = {(min(place, n), max(place, n)): found for n, found in agreements.items()}
        reference = place if shown.reference is None else shown.reference
        self._settle(place, entry=entry)
        self._state.compared.change(agreements=shown.agreements | known, reference=reference)
        self._next()

    def _not_made(self, place: int, error: BaseException) -> None:
        self._settle(place, problem=presentable(error))
        self._next()

    def _settle(self, place: int, **changes: object) -> None:
        tiles = list(self._state.compared.shown.tiles)
        tiles[place] = replace(tiles[place], **changes)
        self._state.compared.change(tiles=tuple(tiles))

    def _failed(self, error: BaseException) -> None:
        self._state.compared.change(error=presentable(error), progress=None, running=None)


def _targets(model: Model, wish: Wish, reading: Reading | WhyRayError) -> Iterator[Target]:
    """The chosen classes that this model has; its first finding where none was chosen."""
    from engine.inference.target import list_targets

    targets = list_targets(model.manifest)
    wanted = {name.casefold() for name in wish.classes}
    if not wanted:
        is_known = not isinstance(reading, WhyRayError)
        yield reading.prediction.best().target if is_known else targets[0]
        return
    yield from (target for target in targets if target.name.casefold() in wanted)
