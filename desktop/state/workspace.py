"""The open files: what each of them is, how far its work has come, and which one is looked at.

`desktop.jobs.desk` files answers here; the views listen. An `Item` is only ever changed through
`Workspace`, on the GUI thread.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThread, Signal

from desktop.state.grouping import Group, group_of, in_groups
from desktop.state.privacy import Privacy
from engine.decisions import Decision, Override, Record
from engine.errors import WhyRayError
from engine.images.radiograph import Facts, Radiograph
from engine.measure.sheet import Sheet

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.explain.cost import Estimate
    from engine.explain.explanation import Explanation
    from engine.inference.segment import Fields
    from engine.pipeline import Question, Reading
    from engine.trust.panel import Panel
    from engine.trust.survey import Truth

_IDS = itertools.count(1)


class Status(Enum):
    """How far an open file has come."""

    WAITING = "waiting"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True)
class Progress:
    """Work under way for an item.

    Attributes:
        kind: ``score`` | ``explain`` | ``model`` | ``trust``.
        fraction: 0..1, or None while unknown.
        note: what is being done, for people.
    """

    kind: str
    fraction: float | None = None
    note: str = ""


@dataclass(frozen=True)
class AbsenceKey:
    """What the pictures of one `Absence` depend on, besides the image.

    Attributes:
        model_id: whose recipe they went through.
        frame: of the image.
        reads: the kind of the option.
        text: its value.
    """

    model_id: str
    frame: int
    reads: str
    text: str


@dataclass(frozen=True)
class Absence:
    """What an option puts where the image is absent, to look at.

    Attributes:
        pictures: (h, w) uint8 small pictures, the first ones.
        count: how many there are in all.
        problem: why there are none; else empty.
    """

    pictures: tuple[NDArray[np.uint8], ...]
    count: int
    problem: str = ""


@dataclass(frozen=True)
class Placed:
    """Where a map lies, as far as masks are known.

    Attributes:
        share: 0..1 of its positive part outside the lungs; None where it has none.
        even: the same of an even map.
        lungs_from: ``drawn`` | ``opened`` | ``phantom``, else the name of the model that found the
            lungs.
    """

    share: float | None
    even: float
    lungs_from: str


@dataclass(eq=False)
class Item:
    """One open file. Read freely; change through `Workspace.update`.

    Attributes:
        path: the file.
        model_id: the model that a sample asks for; None for a person's own file (the active model
            is used).
        title: shown instead of the file name, for samples and files of an archive.
        origin: where a person finds it, when that is not `path` (a file of an archive).
        facts: who, when and which view, as far as known: from the first bytes, then from the
            decoder; kept when the pixels are not. None until known.
        id: never used twice in one process.
        status: of opening the file.
        radiograph: None until ready, and again after memory was needed for others.
        sha256: of the file that everything below was made from; None until it was read.
        error: why opening failed.
        thumbnail: (h, w) uint8 small picture, or None.
        frame: the frame that is shown and scored.
        reading: the score, or None.
        reading_error: why scoring failed.
        record: what readers decided about the image.
        is_hidden: the models' answers wait until the reader has looked.
        explanations: maps by question key (`question_key`).
        shown: key of the explanation on screen.
        preliminary: unfinished map of the running explanation.
        estimate: what the map that the pickers ask for will cost; None until known, or once made.
        explanation_error: why the last explanation failed.
        progress: work under way.
        panels: what tests of a map found, by its question key.
        truth: where finding and lungs lie, if masks were opened.
        fields: lung and heart fields of the frame, found by a model for masks.
        places: how much of the maps that were shown lies outside the lungs, by question key.
        trial: tests under way.
        trial_error: why the last tests failed.
        absences: what baselines and fills look like, made from this image.
        marks: what is drawn on the image; None until that is known.
        twin_of: of a companion, the listed item whose image it shows a second time, with a model
            and an inquiry of its own; None for items of the list.
        asked_model: the model that a person chose for this companion; None: as for any item.
    """

    path: Path
    model_id: str | None = None
    title: str | None = None
    origin: Path | None = None
    facts: Facts | None = None
    id: int = field(default_factory=lambda: next(_IDS))
    status: Status = Status.WAITING
    radiograph: Radiograph | None = None
    sha256: str | None = None
    error: WhyRayError | None = None
    thumbnail: NDArray[np.uint8] | None = None
    frame: int = 0
    reading: Reading | None = None
    reading_error: WhyRayError | None = None
    record: Record = field(default_factory=Record)
    is_hidden: bool = False
    explanations: dict[tuple[Any, ...], Explanation] = field(default_factory=dict)
    shown: tuple[Any, ...] | None = None
    preliminary: Explanation | None = None
    estimate: Estimate | None = None
    explanation_error: WhyRayError | None = None
    progress: Progress | None = None
    panels: dict[tuple[Any, ...], Panel] = field(default_factory=dict)
    truth: Truth | None = None
    fields: Fields | None = None
    places: dict[tuple[Any, ...], Placed] = field(default_factory=dict)
    trial: Progress | None = None
    trial_error: WhyRayError | None = None
    absences: dict[AbsenceKey, Absence] = field(default_factory=dict)
    marks: Sheet | None = None
    twin_of: Item | None = None
    asked_model: str | None = None

    @property
    def listed(self) -> Item:
        """The item of the list that stands for this image."""
        return self if self.twin_of is None else self.twin_of

    @property
    def is_sample(self) -> bool:
        """Whether this is a radiograph that came with the program."""
        return self.model_id is not None

    @property
    def shown_path(self) -> Path:
        """The place that people know it by."""
        return self.path if self.origin is None else self.origin

    @property
    def explanation(self) -> Explanation | None:
        """The map on screen: a running one's preliminary map, else the finished one, else None."""
        if self.is_hidden:
            return None
        if self.preliminary is not None:
            return self.preliminary
        return self.explanations.get(self.shown) if self.shown is not None else None

    @property
    def placed(self) -> Placed | None:
        """Where the finished map on screen lies; None where the lungs are not known."""
        is_final = self.preliminary is None and not self.is_hidden
        return self.places.get(self.shown) if is_final and self.shown is not None else None

    @property
    def panel(self) -> Panel | None:
        """What tests of the finished map on screen found; None where nobody has tested it."""
        is_final = self.preliminary is None and not self.is_hidden
        return self.panels.get(self.shown) if is_final and self.shown is not None else None

    @property
    def companions(self) -> tuple[Explanation, ...]:
        """Maps of other classes that were made exactly as the one on screen, by class number."""
        if self.explanation is None or self.shown not in self.explanations:
            return ()
        wanted = _without_target(self.shown)
        found = [
            explanation
            for key, explanation in self.explanations.items()
            if key != self.shown and _without_target(key) == wanted
        ]
        return tuple(sorted(found, key=lambda explanation: explanation.target.column))

    @property
    def is_refused(self) -> bool:
        """Whether the input checks refused the image for the model that has scored it."""
        return self.reading is not None and self.reading.admission.verdict == "refused"

    @property
    def override(self) -> Override | None:
        """Why a person wanted the score although the image was refused.

        None: nobody did, or nothing may be told yet.
        """
        if self.is_hidden or not self.is_refused:
            return None
        return self.record.override_of(self.reading.prediction.model_id, self.frame)

    @property
    def is_overridden(self) -> bool:
        """Whether a refused image's score is shown all the same; every output says so."""
        return self.override is not None

    @property
    def is_score_withheld(self) -> bool:
        """True where no answer may be seen: refused and not overridden, or the reader first."""
        return self.is_hidden or (self.is_refused and not self.is_overridden)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What the reader said about the findings of the reading."""
        if self.reading is None:
            return ()
        return self.record.decisions_of(self.reading.prediction.model_id, self.frame)

    def decision_about(self, finding: str) -> Decision | None:
        """What the reader said about one of them."""
        return next((d for d in self.decisions if d.finding == finding), None)


class Workspace(QObject):
    """The list of open items and the one on screen.

    Attributes:
        privacy: whether patients are masked wherever items are shown.
    """

    items_added = Signal(list)  # list[Item], each put beside its group
    items_reordered = Signal()  # `items` holds the same ones in another order
    groups_changed = Signal()  # in the same order, some belong to other groups
    item_changed = Signal(object, frozenset)  # Item, names of the attributes that changed
    item_removed = Signal(object)  # Item
    companion_removed = Signal(object)  # Item that was never in the list
    current_changed = Signal(object)  # Item | None
    on_screen_changed = Signal(tuple)  # tuple[Item, ...], see `on_screen`

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.privacy = Privacy(self)
        self._items: list[Item] = []
        self._places: dict[Item, int] = {}
        self._groups: dict[Item, Group] = {}
        self._patients: set[str] = set()  # of all groups
        self._companions: list[Item] = []
        self._current: Item | None = None
        self._beside: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All open items in their order, companions left out."""
        return tuple(self._items)

    @property
    def companions(self) -> tuple[Item, ...]:
        """Items that show the image of a listed one a second time."""
        return tuple(self._companions)

    @property
    def current(self) -> Item | None:
        """The item on screen; of several, the one that commands and panels talk to."""
        return self._current

    @property
    def on_screen(self) -> tuple[Item, ...]:
        """All items that can be seen, the current one first; none twice."""
        first = () if self._current is None else (self._current,)
        return tuple(dict.fromkeys((*first, *self._beside)))

    def listed_with(self, radiograph: Radiograph | None) -> Item | None:
        """The listed item of a picture that is open; None: of none."""
        if radiograph is None:
            return None
        items = (*self.on_screen, *self.items)
        return next((item.listed for item in items if item.radiograph is radiograph), None)

    @property
    def current_index(self) -> int:
        """Its position, or -1."""
        return self.index_of(self._current)

    def index_of(self, item: Item | None) -> int:
        """The position of an item, or -1; a companion's is that of its image."""
        return -1 if item is None else self._places.get(item.listed, -1)

    def group(self, item: Item) -> Group:
        """What an open item has in common with its neighbours. Raises KeyError when not open."""
        return self._groups[item.listed]

    def add(self, items: Iterable[Item]) -> None:
        """Puts items behind the others of their study, else at the end.

        Never moves the selection.
        """
        self._assert_gui_thread()
        added = list(items)
        if not added:
            return
        self._groups.update((item, group_of(item)) for item in added)
        if self._belong_behind(added):
            # What a folder holds comes in portions: thousands of items are not sorted each time.
            behind = in_groups((*self._items[-1:], *added), self._groups)[len(self._items[-1:]) :]
            start = len(self._items)
            self._items.extend(behind)
            self._places.update((item, start + place) for place, item in enumerate(behind))
        else:
            self._set_order(in_groups((*self._items, *added), self._groups))
        self._patients.update(self._groups[item].patient for item in added)
        self.items_added.emit(added)

    def remove(self, item: Item) -> None:
        """Forgets an item; if it was on screen, its right (else left) neighbour takes its place."""
        self._assert_gui_thread()
        if item.twin_of is not None:
            self._remove_companion(item)
            return
        for companion in [known for known in self._companions if known.twin_of is item]:
            self._remove_companion(companion)
        index = self._places[item]
        if item is self._current:
            neighbours = self._items[index + 1 : index + 2] + self._items[max(0, index - 1) : index]
            self.select(neighbours[0] if neighbours else None)
        self._set_order(self._items[:index] + self._items[index + 1 :])
        del self._groups[item]
        self.item_removed.emit(item)

    def tell_facts(self, facts: Mapping[Item, Facts]) -> None:
        """Files what became known of several items at once; they move to their groups."""
        self._assert_gui_thread()
        known = {item: told for item, told in facts.items() if item in self._places}
        for item, told in known.items():
            item.facts = told
        self._regroup(known)
        for item in known:
            self.item_changed.emit(item, frozenset({"facts"}))

    def _regroup(self, items: Iterable[Item]) -> None:
        moved = {item: group_of(item) for item in items}
        if all(self._groups[item] == group for item, group in moved.items()):
            return
        self._groups.update(moved)
        before = self._items
        self._set_order(in_groups(self._items, self._groups))
        if self._items != before:
            self.items_reordered.emit()
        else:
            self.groups_changed.emit()

    def _belong_behind(self, added: list[Item]) -> bool:
        """Whether none of these has its place among the items that are listed, but for the end."""
        if not self._items:
            return True
        last = self._groups[self._items[-1]]
        groups = (self._groups[item] for item in added)
        return all(
            group.patient not in self._patients
            or (group.patient == last.patient and group.study == last.study)
            for group in groups
        )

    def _set_order(self, items: list[Item]) -> None:
        self._patients = {self._groups[item].patient for item in items}
        self._items = items
        self._places = {item: place for place, item in enumerate(items)}

    def add_companion(self, item: Item) -> Item:
        """Shows the image of an item once more, so far with the same answers."""
        self._assert_gui_thread()
        companion = replace(
            item,
            id=next(_IDS),
            twin_of=item.listed,
            explanations=dict(item.explanations),
            panels=dict(item.panels),
            places=dict(item.places),
            trial=None,
            preliminary=None,
            progress=None,
            estimate=None,
        )
        self._companions.append(companion)
        return companion

    def _remove_companion(self, item: Item) -> None:
        if item is self._current:
            self.select(item.twin_of)
        if item in self._companions:  # no longer where a listener removed what lost its pane
            self._companions.remove(item)
            self.companion_removed.emit(item)

    def select(self, item: Item | None) -> None:
        """Puts an item on screen."""
        self.turn_to(item, self._beside)

    def turn_to(self, item: Item | None, beside: tuple[Item, ...]) -> None:
        """Files the item of the focused pane and those of the panes beside it, at once."""
        self._assert_gui_thread()
        before, is_other = self.on_screen, item is not self._current
        self._current, self._beside = item, beside
        if is_other:
            self.current_changed.emit(item)
        if set(self.on_screen) != set(before):
            self.on_screen_changed.emit(self.on_screen)

    def update(self, item: Item, **changes: Any) -> None:
        """Changes attributes of an item and tells which; ignores items that are no longer open.

        Where a file was read again and is another one now, all that was said of it is forgotten.
        """
        self._assert_gui_thread()
        if item not in self._places and item not in self._companions:
            return
        radiograph = changes.get("radiograph")
        if radiograph is not None and radiograph.sha256 != item.sha256:
            changes = (_unsaid() if item.sha256 is not None else {}) | changes
            changes["sha256"] = radiograph.sha256
            for companion in [known for known in self._companions if known.twin_of is item]:
                self._remove_companion(companion)
        for name, value in changes.items():
            setattr(item, name, value)
        if "facts" in changes and item in self._places:
            self._regroup([item])
        self.item_changed.emit(item, frozenset(changes))

    def _assert_gui_thread(self) -> None:
        if QThread.currentThread() is not self.thread():
            raise RuntimeError("state may only be changed on the GUI thread")


def _unsaid() -> dict[str, Any]:
    """What is said of the pixels of an item, before anything is."""
    gone = (
        "reading",
        "reading_error",
        "shown",
        "preliminary",
        "estimate",
        "explanation_error",
        "progress",
        "truth",
        "fields",
        "trial",
        "trial_error",
        "marks",
    )
    fresh = {
        "frame": 0, "explanations": {}, "panels": {}, "places": {}, "absences": {},
        "record": Record(),
    }  # fmt: skip
    return dict.fromkeys(gone) | fresh


def _without_target(key: tuple[Any, ...]) -> tuple[Any, ...]:
    """A question key but for the class that was asked about."""
    return (*key[:2], *key[3:])


def question_key(model_id: str, question: Question, frame: int) -> tuple[Any, ...]:
    """What makes two explanations of one image the same one."""
    options = tuple(sorted((name, repr(value)) for name, value in question.options.items()))
    return (
        model_id,
        question.method,
        question.target.name,
        None if question.against is None else question.against.name,
        question.layer,
        options,
        question.seed,
        frame,
    )
