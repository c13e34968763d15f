"""Notices what happens to the open files, in the words of the library and its audit.

It listens and collects; `desktop.jobs.library` writes. What is shown beside itself is the same
image, and the samples that came with the program are nobody's study.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs.account import account_name, now
from desktop.jobs.entries import (
    ScoredFile,
    about_explanation,
    about_override,
    about_score,
    own_options,
)
from desktop.jobs.library_tasks import Noticed, Report
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from engine.decisions import Override, Record
from engine.errors import display_name
from engine.images.identity import key_of, key_of_uid, record_key
from engine.library import audit
from engine.library.explanations import explained_of
from engine.library.images import Sighting
from engine.library.predictions import scored_of

if TYPE_CHECKING:  # pulls in ONNX Runtime
    from desktop.jobs.delivery_tasks import Row

_OF_NEW_ITEMS = frozenset({"facts", "radiograph", "reading", "record"})


class Chronicle(QObject):
    """Collects what is to be written.

    Args:
        state: the session's state.
    """

    noticed = Signal()  # there is something to write

    def __init__(self, state: SessionState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._is_on = self._is_silent = False
        self._collected = Noticed(now())
        self._keys: dict[int, str] = {}  # by item id
        self._seen: dict[int, tuple[str, str]] = {}  # by item id: key and digest of the file
        self._opened: set[int] = set()  # item ids
        self._scored: dict[int, object] = {}  # by item id: the prediction
        self._explained: dict[int, set[tuple]] = {}  # by item id: keys of explanations
        workspace = state.workspace
        workspace.items_added.connect(self._notice_items)
        workspace.item_changed.connect(self._notice_change)
        workspace.item_removed.connect(self._let_go)
        workspace.companion_removed.connect(self._let_go)
        workspace.on_screen_changed.connect(self._notice_screen)

    @property
    def is_on(self) -> bool:
        """Whether anything is noticed."""
        return self._is_on

    def set_on(self, is_on: bool) -> None:
        """Begins to notice, with what is open already, or ends; what was noticed is kept."""
        self._is_on = is_on
        if is_on:
            self._notice_items(list(self._state.workspace.items))

    def take(self) -> Noticed:
        """What was collected since the last time."""
        taken, self._collected = self._collected, Noticed(now())
        return taken

    def drop(self, keys: Collection[str]) -> None:
        """Forgets what was collected about some images."""
        kept, dropped = self._collected, set(keys)
        for part in (kept.seen, kept.scored, kept.explained, kept.reports):
            part[:] = [entry for entry in part if entry.key not in dropped]
        kept.events[:] = [event for event in kept.events if event.image not in dropped]
        for key in dropped:
            kept.records.pop(key, None)
            kept.sheets.pop(key, None)

    def key_of(self, item: Item) -> str | None:
        """The key of an open image, once it is known."""
        return self._keys.get(item.listed.id)

    def notice_decision(self, item: Item, before: Record, after: Record) -> None:
        """A person has decided something about an image."""
        if not self._is_on or item.listed.is_sample or item.listed.radiograph is None:
            return
        key = record_key(item.listed.radiograph)
        if after.looked_at != before.looked_at and after.looked_at:
            self._tell(audit.LOOKED, key)
        for made in after.overrides:
            if made not in before.overrides:
                self._tell(audit.OVERRIDDEN, key, _of_override(made))
        known = {(d.finding, d.model_id, d.frame): d for d in before.decisions}
        kept = {(d.finding, d.model_id, d.frame): d for d in after.decisions}
        for name in known.keys() | kept.keys():
            if known.get(name) != kept.get(name):
                decision = kept.get(name)
                details = {
                    "finding": name[0],
                    "model": name[1],
                    "frame": name[2],
                    "verdict": "withdrawn" if decision is None else decision.verdict,
                    "has_comment": decision is not None and bool(decision.comment),
                }
                self._tell(audit.DECIDED, key, details)

    def notice_file(self, file: ScoredFile) -> None:
        """A batch has gone through a file."""
        if not self._is_on:
            return
        self._collected.seen.append(file.sighting)
        key = file.sighting.key
        self._collected.scored.append(file.scored)
        if file.is_overridden:
            self._tell(audit.OVERRIDDEN, key, about_override(file.scored))
        self._tell(audit.SCORED, key, about_score(file.scored) | {"by batch": True})

    def notice_report(self, item: Item, status: str, by: str) -> None:
        """A report about an image was written.

        Args:
            item: the image.
            status: one of `engine.report.content.STATUSES`.
            by: who answers for it.
        """
        key = self.key_of(item)
        if self._is_on and key is not None:
            self._collected.reports.append(Report(key, status, by))
            self._tell(audit.REPORTED, key, {"status": status})

    def notice_delivery(self, row: Row) -> None:
        """Results or images went to a folder or a peer."""
        if row.film is None or not self._is_on:
            return
        items = self._state.workspace.items
        keys = (self.key_of(item) for item in items if item.listed.path == row.film)
        key = next((key for key in keys if key is not None), None)
        if key is not None:
            self._tell(audit.GIVEN, key, {"way": row.way})

    def notice_administrator(self, event: str, details: dict) -> None:
        """Something about the administrator or a setting of record; told with the history off too.

        Args:
            event: one of `engine.library.audit.EVENTS`.
            details: plain values, no names of patients.
        """
        self._tell(event, "", details)

    def notice_history(self, is_on: bool) -> None:
        """The history was switched on or off."""
        event = audit.HISTORY_ON if is_on else audit.HISTORY_OFF
        self._collected.events.append(audit.Event(event, now(), by=account_name()))

    def _notice_items(self, items: list[Item]) -> None:
        """Rings once: a folder brings thousands."""
        self._is_silent = True
        try:
            for item in items:
                self._notice_change(item, _OF_NEW_ITEMS)
        finally:
            self._is_silent = False
        if not self._collected.is_empty:
            self._ring()

    def _notice_change(self, item: Item, changed: frozenset) -> None:
        is_new = bool(changed & {"facts", "radiograph"}) and item.twin_of is None
        if is_new:
            self._recognise(item)
        key = self._keys.get(item.listed.id)
        if not self._is_on or item.listed.is_sample or key is None:
            return
        if is_new:
            self._see(item, key)
        if "record" in changed:
            self._collected.records[key] = item.record
            self._ring()
        if "marks" in changed and item.marks is not None:
            self._collected.sheets[key] = item.marks
            self._ring()
        if changed & {"reading", "record"}:
            self._score(item, key, is_again="record" in changed)
        if "explanations" in changed:
            self._explain(item, key)

    def _recognise(self, item: Item) -> None:
        """Remembers its key, also where nothing is noticed: it may have to be forgotten."""
        if item.radiograph is not None:
            self._keys[item.id] = record_key(item.radiograph)
        elif item.facts is not None and item.facts.sop_instance_uid:
            self._keys[item.id] = key_of_uid(item.facts.sop_instance_uid)
        elif item.facts is not None and item.sha256 is not None:  # scored without being shown
            self._keys[item.id] = key_of("", item.sha256)

    def _see(self, item: Item, key: str) -> None:
        film = item.radiograph
        sha256, facts = (
            (item.sha256 or "", item.facts) if film is None else (film.sha256, film.facts)
        )
        if facts is None:
            return  # let go to save memory, and seen before
        if self._seen.get(item.id) != (key, sha256):
            self._seen[item.id] = (key, sha256)
            title = display_name(item.shown_path)
            self._collected.seen.append(Sighting(key, item.shown_path, facts, title, sha256))
            self._ring()
        if item in self._state.workspace.on_screen:
            self._open(item)

    def _notice_screen(self, items: tuple[Item, ...]) -> None:
        for item in items:
            if self._is_on and not item.listed.is_sample:
                self._open(item.listed)

    def _open(self, item: Item) -> None:
        if item.radiograph is None or item.id in self._opened or item.id not in self._keys:
            return
        self._opened.add(item.id)
        film = item.radiograph
        details = {"file": film.sha256, "kind": film.kind, "frames": film.frame_count}
        self._tell(audit.OPENED, self._keys[item.id], details)

    def _score(self, item: Item, key: str, *, is_again: bool) -> None:
        if item.reading is None:
            return
        prediction = item.reading.prediction
        is_new = self._scored.get(item.id) is not prediction
        if not is_new and not is_again:
            return
        self._scored[item.id] = prediction
        override = item.record.override_of(prediction.model_id, item.frame)
        is_withheld = item.is_refused and override is None
        scored = scored_of(
            key, item.frame, prediction, item.reading.admission, is_withheld=is_withheld
        )
        self._collected.scored.append(scored)
        if is_new:
            is_seen = any(seen.listed is item.listed for seen in self._state.workspace.on_screen)
            told = {} if is_seen else {"in background": True}
            self._tell(audit.SCORED, key, about_score(scored) | told)
        self._ring()

    def _explain(self, item: Item, key: str) -> None:
        known = self._explained.setdefault(item.id, set())
        for question, made in item.explanations.items():
            if question in known:
                continue
            known.add(question)
            model = self._state.models.open_model(made.model_id)
            digest = "" if model is None else model.provenance.digest
            explained = explained_of(key, question[-1], made, own_options(made), digest)
            self._collected.explained.append(explained)
            self._tell(audit.EXPLAINED, key, about_explanation(explained))

    def _let_go(self, item: Item) -> None:
        for known in (self._keys, self._seen, self._scored, self._explained):
            known.pop(item.id, None)
        self._opened.discard(item.id)

    def _tell(self, event: str, key: str, details: dict | None = None) -> None:
        told = audit.Event(event, now(), key, account_name(), details or {})
        self._collected.events.append(told)
        self._ring()

    def _ring(self) -> None:
        if not self._is_silent:
            self.noticed.emit()


def _of_override(made: Override) -> dict[str, object]:
    return {"model": made.model_id, "frame": made.frame, "codes": list(made.codes)}
