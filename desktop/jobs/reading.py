"""Scoring and explaining the images on screen, each with the model that is meant for it.

Every answer is filed under the item that it was asked for, and dropped when that item shows other
pixels by then; leaving the image, changing the frame or the model cancels what is under way. A
model is opened when it is first needed. What is quick is explained without being asked twice; what
takes longer is estimated and waits for somebody to start it. Requests mean the current item; what
stands beside it goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.mask_tasks import known_of
from desktop.jobs.replies import Lane, Reply
from desktop.state.inquiry import Inquiry
from desktop.state.models import ModelFailure
from desktop.state.session import SessionState
from desktop.state.workspace import Item, Progress, question_key
from engine.bundle.store import ModelStore
from engine.images.radiograph import Radiograph
from engine.language import FindingName, joined

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.explain.cost import Estimate
    from engine.explain.explanation import Method
    from engine.images.decoder import Decoder
    from engine.inference.model import Model
    from engine.inference.target import Target
    from engine.pipeline import Kept, Question

# Maps that may take longer are not started without being asked for.
STARTS_BY_ITSELF_S = 3.0


class ReadingRoom(QObject):
    """Keeps the items on screen scored and, where asked for, explained.

    Args:
        state: the session's state.
        store: the models of this installation.
        decoder: reads the files that options name; ended with the room.
    """

    def __init__(
        self,
        state: SessionState,
        store: ModelStore,
        decoder: Decoder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._store = store
        self._lane = Lane("model", self)
        self._opening: set[str] = set()
        self._attended: tuple[Item, ...] = ()
        self._wanted: set[Item] = set()  # whose maps somebody is looking at or waiting for
        self._running: dict[Item, tuple] = {}  # key of the explanation that was started last
        self._asked: dict[Item, Inquiry] = {}  # what the pickers said last
        self._decoder = decoder
        self._kept: Kept | None = None
        self._when_painted = QTimer(self, singleShot=True, interval=0)
        self._when_painted.timeout.connect(self.go_on)
        workspace = state.workspace
        workspace.on_screen_changed.connect(self._turn_to_screen)
        workspace.item_changed.connect(self._look_again)
        state.models.opened.connect(self._go_on)
        state.models.failed.connect(self._go_on)
        state.models.active_changed.connect(self._forget_readings)
        state.inquiry.changed.connect(self._turn_to_inquiry)
        state.cine.frame_due.connect(self.show_frame)
        state.cine.changed.connect(self._go_on)

    def model_id_for(self, item: Item) -> str:
        """The model that scores this item: one asked for, a sample's own, else the active one."""
        own = (item.asked_model, item.model_id, self._state.models.active_id)
        return next(model_id for model_id in own if model_id is not None)

    def use_model(self, item: Item, model_id: str) -> None:
        """Scores a companion with another model, and whatever it is asked next."""
        self._stop_work(item)
        self._wanted.discard(item)
        self._state.workspace.update(item, asked_model=model_id, explanations={}, **_UNREAD)
        self.open_model(model_id)
        self.go_on()

    def open_model(self, model_id: str) -> None:
        """Opens a model unless it is open, being opened, or known to fail."""
        models = self._state.models
        is_settled = models.open_model(model_id) is not None or models.failure(model_id) is not None
        if is_settled or model_id in self._opening or not model_id:
            return
        self._opening.add(model_id)
        wants_gpu = bool(self._state.settings.get("model/wants_gpu"))
        work = partial(tasks.open_stored_model, self._store, model_id, wants_gpu)
        reply = Reply(
            succeeded=partial(self._model_opened, model_id),
            failed=partial(self._model_failed, model_id),
            cancelled=partial(self._opening.discard, model_id),
        )
        self._lane.start(f"model {model_id}", work, reply)

    def go_on(self) -> None:
        """Scores the items on screen that can be scored and are not, the current one first."""
        for item in self._state.workspace.on_screen:
            self._go_on_with(item)

    def _go_on_with(self, item: Item) -> None:
        if item.radiograph is None or item.reading is not None or item is self._state.cine.item:
            return
        if item.reading_error is not None or self._lane.is_open(_slot("score", item)):
            return
        model_id = self.model_id_for(item)
        model = self._state.models.open_model(model_id)
        failure = self._state.models.failure(model_id)
        if failure is not None:
            self._state.workspace.update(item, reading_error=failure.error, progress=None)
        elif model is None:
            self.open_model(model_id)
            if model_id and (item.progress is None or item.progress.kind != "model"):
                self._state.workspace.update(item, progress=Progress("model"))
        else:
            self._score(item, model)

    def show_frame(self, frame: int) -> None:
        """Goes to another frame of the current image and scores it."""
        item = self._state.workspace.current
        if item is None or item.radiograph is None:
            return
        if 0 <= frame < item.radiograph.frame_count and frame != item.frame:
            self._stop_work(item)
            self._state.workspace.update(item, frame=frame, **_UNREAD)

    def explain(self) -> bool:
        """Explains the current score as the pickers say. False: there is nothing to explain."""
        item = self._state.workspace.current
        return item is not None and self._explain(item)

    def _explain(self, item: Item) -> bool:
        model = self.model_to_ask(item)
        if model is None:
            return False
        self._wanted.add(item)
        self._lane.cancel(_slot("estimate", item))
        missing = self._missing(item, model)
        if self._is_known(item, self._questions(item, model)):
            self._show_known(item, model)
        if missing:
            self._start_explaining(item, model, *missing[0])
        return True

    def want(self, item: Item) -> None:
        """Somebody waits for the map that the pickers ask for: now, or once there is a score."""
        self._wanted.add(item)
        self._explain(item)

    def step_class(self, by: int) -> None:
        """Goes to the next or previous chosen class, or class of the model where one is chosen."""
        item = self._state.workspace.current
        if item is None or self.model_to_ask(item) is None:
            return
        inquiry = self._state.inquiry.of(item)
        names = [score.target.name for score in item.reading.prediction.scores]
        current = self._target(item).name
        chosen = [name for name in names if name in inquiry.also or name == current]
        offered = names if len(chosen) == 1 else chosen
        following = offered[(offered.index(current) + by) % len(offered)]
        also = frozenset(chosen) if len(chosen) > 1 else frozenset()
        self._state.inquiry.change(target=following, also=also)

    def cancel(self) -> bool:
        """Stops scoring and explaining the current item. False when neither was under way."""
        item = self._state.workspace.current
        if item is None:
            return False
        self._wanted.discard(item)
        return self._stop_work(item)

    def close(self, timeout_s: float) -> bool:
        """Stops everything and the worker."""
        self._when_painted.stop()
        ended = self._lane.close(timeout_s)
        self._decoder.close()
        return ended

    def kept(self) -> Kept:
        """What is known from questions before."""
        if self._kept is None:
            self._kept = tasks.new_kept(self._decoder)
        return self._kept

    def ask_for(self, item: Item, model: Model, question: Question) -> tasks.Ask:
        """A question about the frame of an item that is on screen."""
        return tasks.Ask(item.radiograph, model, question, item.frame, self.kept())

    def stop_of(self, model: Model) -> Callable[[], None]:
        """Interrupts the model and the decoder, for whatever a job is blocked in."""

        def stop() -> None:
            model.stop()
            self._decoder.cancel()

        return stop

    def test_map(self, *, is_thorough: bool = False) -> bool:
        """Tests how far the map on screen can be believed. False: there is none to test."""
        item = self._state.workspace.current
        model = None if item is None else self.model_to_ask(item)
        if model is None or item.shown is None or item.preliminary is not None:
            return False
        key = item.shown
        question = self._questions(item, model).get(key)
        if question is None:  # the pickers ask for something else by now
            return False
        update = partial(self._state.workspace.update, item)

        def keep(panel: object) -> None:
            update(panels=item.panels | {key: panel})

        def end(panel: object) -> None:
            update(panels=item.panels | {key: panel}, trial=None)

        reply = Reply(
            succeeded=self._filing(item, end),
            failed=lambda error: update(trial_error=presentable(error, item.path), trial=None),
            cancelled=partial(update, trial=None),
            partial=self._filing(item, keep),
            progressed=lambda done, note: update(trial=Progress("trust", done, note)),
        )
        work = partial(
            tasks.trust,
            self.ask_for(item, model, question),
            item.explanations[key],
            known_of(item),
            is_thorough=is_thorough,
        )
        self._lane.start(_slot("trust", item), work, reply, stop=self.stop_of(model))
        update(trial=Progress("trust"), trial_error=None)
        return True

    def open_masks(self, files: tuple[Path, ...]) -> None:
        """Takes masks of the current image; a map tested before is tested again with them."""
        item = self._state.workspace.current
        if item is None or item.radiograph is None or not files:
            return
        update = partial(self._state.workspace.update, item)

        def keep(truth: object) -> None:
            was_tested = item.panel is not None
            update(truth=truth, panels={}, trial_error=None)
            if was_tested and item is self._state.workspace.current:
                self.test_map()

        reply = Reply(
            succeeded=self._filing(item, keep),
            failed=lambda error: update(trial_error=presentable(error, files[0])),
        )
        work = partial(tasks.read_masks, files, item.radiograph.size_hw)
        self._lane.start(_slot("masks", item), work, reply)

    def model_to_ask(self, item: Item) -> Model | None:
        """The model that scored an item, if there is a score and it may be shown."""
        if item.radiograph is None or item.reading is None or item.is_score_withheld:
            return None
        return self._state.models.open_model(item.reading.prediction.model_id)

    def _target(self, item: Item) -> Target:
        """The class that the pickers ask for."""
        prediction = item.reading.prediction
        targets = {score.target.name: score.target for score in prediction.scores}
        return targets.get(self._state.inquiry.of(item).target, prediction.best().target)

    def _questions(self, item: Item, model: Model) -> dict[tuple, Question]:
        """What the pickers ask for, by key: the class on screen first, then the further ones."""
        also, first = self._state.inquiry.of(item).also, self._target(item)
        scores = item.reading.prediction.scores
        others = [s.target for s in scores if s.target.name in also and s.target != first]
        questions = [self._question(item, model, target) for target in (first, *others)]
        return {question_key(model.manifest.id, q, item.frame): q for q in questions}

    def _missing(self, item: Item, model: Model) -> list[tuple[tuple, Question]]:
        """Of these, what has not been explained yet."""
        questions = self._questions(item, model)
        names_files = self._names_files(next(iter(questions.values())))
        is_first_known = self._is_known(item, questions)
        return [
            (key, question)
            for place, (key, question) in enumerate(questions.items())
            if key not in item.explanations or (place == 0 and names_files and not is_first_known)
        ]

    def _is_known(self, item: Item, questions: dict[tuple, Question]) -> bool:
        """Whether the map of the class on screen is there already.

        Where options name files, only the engine can tell, by what is in them now.
        """
        key, question = next(iter(questions.items()))
        is_fresh = not self._names_files(question) or key == item.shown
        return key in item.explanations and is_fresh

    def _names_files(self, question: Question) -> bool:
        from engine.explain.own_files import own_texts

        method = self._state.inquiry.find_method(question.method)
        return method is not None and bool(own_texts(method, question.options))

    def _question(self, item: Item, model: Model, target: Target) -> Question:
        from engine.pipeline import Question

        inquiry = self._state.inquiry.of(item)
        targets = {s.target.name: s.target for s in item.reading.prediction.scores}
        against = targets.get(inquiry.against)
        method = self._state.inquiry.find_method(inquiry.method)
        has_layer = any(layer.name == inquiry.layer for layer in model.layers)
        takes_layer = method is not None and takes_a_layer(method)
        return Question(
            inquiry.method,
            target,
            inquiry.layer if has_layer and takes_layer else None,
            inquiry.options.get(inquiry.method, {}),
            against=None if against == target else against,
        )

    def _show_known(self, item: Item, model: Model) -> None:
        """Puts the explanation of the class on screen there; the item has it already."""
        key = next(iter(self._questions(item, model)))
        self._state.workspace.update(
            item, shown=key, preliminary=None, estimate=None, explanation_error=None
        )

    def _start_explaining(self, item: Item, model: Model, key: tuple, question: Question) -> None:
        """Explains one class; only the one on screen shows what is known of it meanwhile."""
        self._lane.cancel(_slot("explain", item))
        self._running[item] = key
        update = partial(self._state.workspace.update, item)
        is_several = len(self._questions(item, model)) > 1
        name = FindingName(question.target.name) if is_several else ""

        def show_partial(value: object) -> None:
            if key == next(iter(self._questions(item, model))):
                update(preliminary=value)

        reply = Reply(
            succeeded=self._filing(item, partial(self._explained, item, model, key)),
            failed=partial(self._explaining_failed, item),
            cancelled=partial(update, progress=None, preliminary=None),
            partial=self._filing(item, show_partial),
            progressed=lambda fraction, note: update(
                progress=Progress(
                    "explain", fraction, joined(": ", [part for part in (name, note) if part])
                )
            ),
        )
        work = partial(tasks.explain, self.ask_for(item, model, question))
        self._lane.start(_slot("explain", item), work, reply, stop=self.stop_of(model))
        is_first = key == next(iter(self._questions(item, model)))
        gone = {"shown": None} if is_first else {}
        update(progress=Progress("explain"), explanation_error=None, **gone)

    def _look_into_cost(self, item: Item) -> None:
        """Estimates what the pickers ask for; what is quick and wanted is then explained."""
        model = self.model_to_ask(item)
        if model is None:
            return
        missing = self._missing(item, model)
        if not missing:
            return
        ask = self.ask_for(item, model, missing[0][1])
        work = partial(tasks.estimate, ask, item.reading.prediction.seconds, len(missing))
        reply = Reply(
            succeeded=self._filing(item, partial(self._estimated, item)),
            failed=partial(self._explaining_failed, item),
        )
        self._lane.start(_slot("estimate", item), work, reply, stop=self.stop_of(model))

    def _estimated(self, item: Item, estimate: Estimate) -> None:
        self._state.workspace.update(item, estimate=estimate)
        if item in self._wanted and estimate.high <= STARTS_BY_ITSELF_S:
            self._explain(item)

    def _score(self, item: Item, model: Model) -> None:
        update = partial(self._state.workspace.update, item)
        reply = Reply(
            succeeded=self._filing(item, partial(self._scored, item)),
            failed=lambda error: update(reading_error=presentable(error, item.path), progress=None),
            cancelled=partial(update, progress=None),
        )
        work = partial(tasks.score, item.radiograph, model, item.frame)
        self._lane.start(_slot("score", item), work, reply, stop=model.stop)
        update(progress=Progress("score"))

    def _filing(self, item: Item, file: Callable[[Any], None]) -> Callable[[Any], None]:
        """`file`, for answers to a question about the pixels that the item shows now."""
        asked = item.radiograph, item.frame

        def file_if_same(value: object) -> None:
            if _is_same_picture(asked, item):
                file(value)

        return file_if_same

    def _scored(self, item: Item, reading: object) -> None:
        self._state.workspace.update(item, reading=reading, progress=None)

    def _explained(self, item: Item, model: Model, key: tuple, explanation: object) -> None:
        explanations = item.explanations | {key: explanation}
        is_first = key == next(iter(self._questions(item, model)))
        self._state.workspace.update(
            item,
            explanations=explanations,
            shown=key if is_first else item.shown,
            preliminary=None,
            estimate=None,
            progress=None,
        )
        missing = self._missing(item, model)
        if missing and item in self._wanted and item in self._state.workspace.on_screen:
            self._start_explaining(item, model, *missing[0])

    def _explaining_failed(self, item: Item, error: BaseException) -> None:
        shown = presentable(error, item.path)
        self._state.workspace.update(item, explanation_error=shown, preliminary=None, progress=None)

    def _look_again(self, item: Item, changed: frozenset) -> None:
        if "shown" in changed and item.trial is not None:
            self._lane.cancel(_slot("trust", item))  # it is about a map that is gone
        if item not in self._state.workspace.on_screen:
            return
        if changed & {"frame", "reading"}:
            self.go_on()
        elif "radiograph" in changed:
            self._when_painted.start()  # a worker that starts now would hold up its first paint
        if changed & {"reading", "record", "is_hidden"}:
            self._explain_if_due(item)

    def _explain_if_due(self, item: Item) -> None:
        if item.reading is None or item.is_score_withheld or item.shown is not None:
            return
        is_automatic = self._state.inquiry.of(item).is_automatic
        if is_automatic and item.reading.prediction.best().is_above:
            self._wanted.add(item)
        self._look_into_cost(item)

    def _turn_to_inquiry(self) -> None:
        for item in self._state.workspace.on_screen:
            inquiry = self._state.inquiry.of(item)
            if self._asked.get(item) != inquiry:
                self._asked[item] = inquiry
                self._ask_again(item)

    def _ask_again(self, item: Item) -> None:
        """Somebody who looks at a map and turns a picker wants that other map."""
        model = self.model_to_ask(item)
        if model is None:
            return
        if item.explanation is not None:
            self._wanted.add(item)
        explaining = _slot("explain", item)
        self._lane.cancel(_slot("estimate", item))
        questions = self._questions(item, model)
        key, running = next(iter(questions)), self._running.get(item)
        if running not in questions:
            self._lane.cancel(explaining)
        is_running = self._lane.is_open(explaining)
        if item in self._wanted and self._is_known(item, questions):
            self._show_known(item, model)
        else:
            if not (is_running and key == running):
                self._lane.cancel(explaining)
                is_running = False
            gone = {} if is_running and item.shown is None else {"shown": None, "preliminary": None}
            self._state.workspace.update(item, estimate=None, explanation_error=None, **gone)
        if not is_running:
            self._look_into_cost(item)

    def _turn_to_screen(self, on_screen: tuple[Item, ...]) -> None:
        """Stops what is under way for items that nobody sees, and turns to those that came."""
        before, self._attended = self._attended, on_screen
        for item in before:
            if item not in on_screen:
                self._stop_work(item)
                self._wanted.discard(item)
                self._running.pop(item, None)
                self._asked.pop(item, None)
        self.go_on()
        for item in on_screen:
            if item not in before:
                self._asked[item] = self._state.inquiry.of(item)
                self._explain_if_due(item)

    def _stop_work(self, item: Item) -> bool:
        self._lane.cancel(_slot("estimate", item))
        stopped = [self._lane.cancel(_slot(kind, item)) for kind in ("score", "explain", "trust")]
        return any(stopped)

    def _forget_readings(self) -> None:
        workspace = self._state.workspace
        for item in (*workspace.items, *workspace.companions):
            if not item.is_sample and item.asked_model is None:
                self._stop_work(item)
                workspace.update(item, **_UNREAD)
        self.go_on()

    def _go_on(self, _what: object) -> None:
        for item in self._state.workspace.on_screen:
            if item.progress is not None and item.progress.kind == "model":
                self._state.workspace.update(item, progress=None)
        self.go_on()

    def _model_opened(self, model_id: str, model: object) -> None:
        self._opening.discard(model_id)
        self._state.models.keep_open(model)

    def _model_failed(self, model_id: str, error: BaseException) -> None:
        self._opening.discard(model_id)
        self._state.models.keep_failure(ModelFailure(model_id, presentable(error)))


def takes_a_layer(method: Method) -> bool:
    """Whether a layer can be chosen for a method."""
    return bool({"layer", "layer or input"} & method.needs)


def _slot(kind: str, item: Item) -> str:
    return f"{kind} {item.id}"


def _is_same_picture(asked: tuple[Radiograph | None, int], item: Item) -> bool:
    """Whether an item still shows what it was asked about; its pixels may be unloaded."""
    radiograph, frame = asked
    is_same = item.radiograph is None or radiograph is None
    return frame == item.frame and (is_same or item.radiograph.sha256 == radiograph.sha256)


_UNREAD = {
    "reading": None,
    "reading_error": None,
    "shown": None,
    "preliminary": None,
    "estimate": None,
    "explanation_error": None,
    "progress": None,
    "trial": None,
    "trial_error": None,
}
