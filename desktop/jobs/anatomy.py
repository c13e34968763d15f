"""Where maps lie: lung and heart fields by an installed model, and shares outside the lungs.

Works by itself in the background for what is on screen; nobody has to ask. Where the lungs are is
known best from what was drawn, then from masks that were opened, then from a phantom's own masks,
then from a model for masks.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import mask_tasks
from desktop.jobs.replies import Lane, Reply
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from engine.bundle.store import ModelStore

if TYPE_CHECKING:
    from engine.explain.explanation import Explanation

WAITS_MS = 250  # scores and what is asked for come first
_ANOTHER_MAP = frozenset({"shown", "explanations", "preliminary"})


class Anatomy(QObject):
    """Keeps what is on screen located.

    Args:
        state: the session's state.
        store: the models of this installation.
    """

    def __init__(
        self, state: SessionState, store: ModelStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._lane = Lane("anatomy", self)
        self._segmenters = mask_tasks.Segmenters(store)
        self._tried: dict[int, tuple] = {}  # by item id: what fields were last looked for
        self._masks: dict[int, tuple] = {}  # by item id: what was drawn when it was last looked at
        self._soon = QTimer(self, singleShot=True, interval=WAITS_MS)
        self._soon.timeout.connect(self._find_fields)
        workspace = state.workspace
        workspace.item_changed.connect(self._notice)
        workspace.on_screen_changed.connect(self._turn_to_screen)
        workspace.item_removed.connect(self._forget)
        state.models.listed.connect(self._soon.start)

    def close(self, timeout_s: float) -> bool:
        """Stops everything and the worker."""
        self._soon.stop()
        return self._lane.close(timeout_s)

    # Lung and heart fields

    def _find_fields(self) -> None:
        is_wanted = bool(self._state.settings.get("reading/finds_fields"))
        model_id = self._state.models.segmentation_id if is_wanted else ""
        for item in self._state.workspace.on_screen:
            listed = item.listed
            radiograph = listed.radiograph
            if not model_id or radiograph is None or listed.fields is not None:
                continue
            asked = (model_id, radiograph.sha256, listed.frame)
            if self._tried.get(listed.id) == asked:
                continue
            self._tried[listed.id] = asked
            work = partial(self._segmenters.find_fields, model_id, radiograph, listed.frame)
            reply = Reply(
                partial(self._found, listed, asked), partial(self._did_not_find, listed, asked)
            )
            self._lane.start(f"fields {listed.id}", work, reply, stop=self._segmenters.stop)

    def _found(self, item: Item, asked: tuple, fields: object) -> None:
        radiograph = item.radiograph
        if radiograph is not None and asked[1:] == (radiograph.sha256, item.frame):
            self._state.workspace.update(item, fields=fields)

    def _did_not_find(self, item: Item, asked: tuple, error: BaseException) -> None:
        doubt = mask_tasks.no_fields(asked[0], error)
        self._found(item, asked, doubt)

    # Where maps lie

    def _locate(self, item: Item) -> None:
        key = item.shown
        explanation = item.explanations.get(key) if key is not None else None
        if explanation is None or item.radiograph is None or item.preliminary is not None:
            return
        work = partial(mask_tasks.locate, explanation, mask_tasks.known_of(item))
        reply = Reply(partial(self._located, item, key, explanation), self._not_located)
        self._lane.start(f"locate {item.id}", work, reply)

    def _located(
        self, item: Item, key: tuple, explanation: Explanation, found: mask_tasks.Located
    ) -> None:
        if item.explanations.get(key) is not explanation:
            return
        places = {**item.places}
        places.pop(key, None)
        if found.placed is not None:
            places[key] = found.placed
        changes: dict[str, object] = {}
        if places != item.places:
            changes["places"] = places
        panel = item.panels.get(key)
        if panel is not None and item.trial is None:
            figures = mask_tasks.with_places(panel.figures, found.figures)
            if figures != panel.figures:
                changes["panels"] = item.panels | {key: replace(panel, figures=figures)}
        if changes:
            self._state.workspace.update(item, **changes)

    def _not_located(self, _error: BaseException) -> None:
        """Masks that do not fit are told where they were opened."""

    # What changes

    def _notice(self, item: Item, changed: frozenset) -> None:
        workspace = self._state.workspace
        if changed & {"radiograph", "frame"} and item.twin_of is None:
            self._lane.cancel(f"fields {item.id}")
            if item.fields is not None:
                workspace.update(item, fields=None)
            self._tried.pop(item.id, None)
            self._soon.start()
        is_told = bool(changed & {"truth", "fields"}) or self._has_other_masks(item, changed)
        if not is_told and not changed & _ANOTHER_MAP:
            return
        for one in (item, *(c for c in workspace.companions if c.twin_of is item)):
            if is_told:
                self._forget_hidden_maps(one)
            if one in workspace.on_screen:
                self._locate(one)

    def _has_other_masks(self, item: Item, changed: frozenset) -> bool:
        if "marks" not in changed or item.twin_of is not None:
            return False
        masks = () if item.marks is None else item.marks.masks
        before, self._masks[item.id] = self._masks.get(item.id, ()), masks
        return masks != before

    def _forget_hidden_maps(self, item: Item) -> None:
        """Maps that are not on screen are located and tested when they are again."""
        changes = {
            name: {key: value for key, value in kept.items() if key == item.shown}
            for name, kept in (("panels", item.panels), ("places", item.places))
            if set(kept) - {item.shown}
        }
        if changes:
            self._state.workspace.update(item, **changes)

    def _turn_to_screen(self, on_screen: tuple[Item, ...]) -> None:
        """What nobody sees gives its memory back; what came is looked at."""
        seen = {item.listed for item in on_screen}
        for item in self._state.workspace.items:
            if item.fields is not None and item not in seen:
                self._tried.pop(item.id, None)
                self._state.workspace.update(item, fields=None)
        for item in on_screen:
            self._locate(item)
        self._soon.start()

    def _forget(self, item: Item) -> None:
        self._tried.pop(item.id, None)
        self._masks.pop(item.id, None)
        self._lane.cancel(f"fields {item.id}")
        self._lane.cancel(f"locate {item.id}")
