"""What readers decide, kept beside the images: looked, overridden, accepted, rejected, commented.

Records are read when an image arrives and written at every decision; one that cannot be written is
told, and stays in the window.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.jobs.account import account_name, now
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from engine.decisions import OPEN, Decision, Impression, Override, Record, RecordStore
from engine.errors import WhyRayError
from engine.images.identity import key_of

SECOND_READER = "reading/second_reader"


class Records(QObject):
    """Takes decisions about the image on screen.

    Args:
        state: the session's state.
        store: where they are kept.
    """

    error_raised = Signal(object)  # WhyRayError
    decided = Signal(object, object, object)  # Item, Record before, Record that a person made of it

    def __init__(
        self, state: SessionState, store: RecordStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._store = store
        self._keys: dict[int, str] = {}  # by item id
        state.workspace.items_added.connect(self._begin)
        state.workspace.item_changed.connect(self._look_up)
        state.workspace.item_removed.connect(self._forget)
        state.settings.changed.connect(self._turn_to_setting)

    @property
    def is_second_reader(self) -> bool:
        """Whether models' answers wait until the reader has looked."""
        return bool(self._state.settings.get(SECOND_READER))

    def toggle_second_reader(self) -> None:
        """Lets answers wait for the reader, or no longer."""
        self._state.settings.set(SECOND_READER, not self.is_second_reader)

    def reveal(self) -> None:
        """The reader has looked at the image on screen: its answers may be seen."""
        item = self._state.workspace.current
        if item is not None and item.is_hidden:
            self._keep(item, replace(item.record, looked_at=now()))

    def override(self, reason: str) -> None:
        """Shows the score of a refused image, marked as such.

        Args:
            reason: why; nothing happens without one.
        """
        item = self._state.workspace.current
        if item is None or not item.is_refused or not reason.strip():
            return
        codes = tuple(r.code for r in item.reading.admission.reasons if r.level == "stop")
        model_id = item.reading.prediction.model_id
        made = Override(reason.strip(), codes, model_id, item.frame, account_name(), now())
        self._keep(item, item.record.with_override(made))

    def decide(
        self, finding: str, *, verdict: str | None = None, comment: str | None = None
    ) -> None:
        """Answers a finding of the image on screen.

        Args:
            finding: class name.
            verdict: one of `engine.decisions.VERDICTS`; None leaves it.
            comment: None leaves it.
        """
        item = self._state.workspace.current
        if item is None or item.reading is None or item.is_score_withheld:
            return
        prediction = item.reading.prediction
        known = item.decision_about(finding)
        score = next(s for s in prediction.scores if s.target.name == finding)
        before = (OPEN, "") if known is None else (known.verdict, known.comment)
        decision = Decision(
            finding=finding,
            model_id=prediction.model_id,
            model_version=prediction.model_version,
            frame=item.frame,
            probability=score.probability,
            verdict=before[0] if verdict is None else verdict,
            comment=before[1] if comment is None else comment.strip(),
            by=account_name(),
            at=now(),
        )
        if (decision.verdict, decision.comment) != before:
            self._keep(item, item.record.with_decision(decision))

    def write_impression(self, item: Item, text: str) -> None:
        """Keeps what the reader wrote about an open image, with name and time; nothing: none."""
        if item.listed.id not in self._keys:
            return  # closed meanwhile
        before = item.record.impression
        if text.strip() == ("" if before is None else before.text):
            return
        written = Impression(text.strip(), account_name(), now()) if text.strip() else None
        self._keep(item, replace(item.record, impression=written))

    def _keep(self, item: Item, record: Record) -> None:
        key, before = self._keys[item.listed.id], item.record
        workspace = self._state.workspace
        # The same image may be open twice, and stand beside itself.
        for other in (*workspace.items, *workspace.companions):
            if self._keys.get(other.listed.id) == key:
                self._show(other, record)
        try:
            self._store.write(key, record)
        except WhyRayError as error:
            self.error_raised.emit(error)
        self.decided.emit(item, before, record)

    def _show(self, item: Item, record: Record) -> None:
        is_hidden = self.is_second_reader and not record.looked_at
        self._state.workspace.update(item, record=record, is_hidden=is_hidden)

    def _begin(self, items: list[Item]) -> None:
        if self.is_second_reader:
            for item in items:
                self._state.workspace.update(item, is_hidden=True)

    def _look_up(self, item: Item, changed: frozenset) -> None:
        facts = item.facts if item.radiograph is None else item.radiograph.facts
        is_read = bool(changed & {"radiograph", "sha256"}) and item.sha256 is not None
        if not is_read or facts is None:
            return
        key, before = key_of(facts.sop_instance_uid, item.sha256), self._keys.get(item.id)
        if key == before:
            return
        self._keys[item.id] = key
        try:
            record = self._store.read(key)
        except WhyRayError as error:
            self.error_raised.emit(error)
            return
        if record != item.record or before is not None:  # or the file became another one
            self._show(item, record)

    def _forget(self, item: Item) -> None:
        self._keys.pop(item.id, None)

    def _turn_to_setting(self, name: str) -> None:
        if name == SECOND_READER:
            workspace = self._state.workspace
            for item in (*workspace.items, *workspace.companions):
                self._show(item, item.record)
