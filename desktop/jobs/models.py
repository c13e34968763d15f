"""A model's life in the window: taken in as a candidate, made active by its own act, taken back.

    path -> import_candidate -> imported -> a person decides -> promote -> promoted

Whoever has a model that may become the active one (an import, a retraining, a recalibration) calls
`Models.import_candidate` and, after a person has decided, `Models.promote`. Everything runs on a
worker with a connection to the library of its own, so it goes on where the history is off; the
model itself runs in a child process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.jobs import model_tasks
from desktop.jobs.account import account_name, now
from desktop.jobs.failures import presentable
from desktop.jobs.model_tasks import Overview
from desktop.jobs.replies import Lane, Reply
from desktop.paths import model_registry
from desktop.settings import FORMER_CHOICE
from desktop.state.models import ModelFailure
from desktop.state.session import SessionState
from engine.bundle.store import ModelStore, StoredModel
from engine.errors import BundleError, ForeignModelError, LibraryError, WhyRayError
from engine.library.models import Act
from engine.progress import Step
from engine.registry.registry import Imported, Promotion, Standing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


_LOOK, _IMPORT, _CHANGE, _DESCRIBE, _CARD, _DAMAGE = (
    "look", "import", "change", "describe", "card", "damage",
)  # fmt: skip


class Models(QObject):
    """Takes models in, makes them active, and ends them.

    Args:
        state: the session's state; its model list follows.
        store: the models of this installation.

    Attributes:
        find_key: gives the site's key in a session of the administrator, else raises; None: there
            is no such thing here.
    """

    stood = Signal(object)  # Standing: how the models stand now
    imported = Signal(object)  # Imported: a model was taken in
    brought = Signal(object)  # Imported: likewise, of another maker; nobody has decided on it yet
    needs_answers = Signal(object, object)  # Path, ForeignModelError: a bare file leaves questions
    promoted = Signal(str)  # id of the model that is active now
    refused = Signal(object)  # WhyRayError: why something was not done
    noticed = Signal(object)  # WhyRayError: what people should know although nobody asked
    changed = Signal()  # the list of models or their lives is another one
    described = Signal(object)  # Overview
    progressed = Signal(float, str)  # of an import or a promotion: 0..1, what is being done
    # Id of a model, or owner of a key; what was done: retired, deleted, exported, signed, trusted.
    ended = Signal(str, str)
    card_read = Signal(object, str)  # Manifest, Markdown

    def __init__(
        self, state: SessionState, store: ModelStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._registry = model_registry(store, state.settings.folder)
        self._lane = Lane("models", self)
        self._looking = Lane("models-looking", self)
        self.find_key: Callable[[], Ed25519PrivateKey] | None = None
        state.models.failed.connect(self._look_at_failure)

    @property
    def is_busy(self) -> bool:
        """Whether a model is being taken in or made active."""
        return self._lane.is_open(_IMPORT) or self._lane.is_open(_CHANGE)

    def look(self) -> None:
        """Brings files and library in step and reads how the models stand; `stood` tells."""
        chosen = self._state.settings.former(FORMER_CHOICE)
        work = partial(self._registry.settle, now(), chosen)
        self._looking.start(_LOOK, work, Reply(self._stand, self._refuse))

    def describe(self) -> None:
        """Looks at every model with its files; `described` tells."""
        work = partial(model_tasks.describe, self._registry, now())
        self._looking.start(_DESCRIBE, work, Reply(self._describe, self._refuse))

    def read_card(self, wanted: str) -> None:
        """Fetches a model's card; `card_read` tells."""
        work = partial(model_tasks.card_of, self._registry, wanted)
        reply = Reply(lambda told: self.card_read.emit(*told), self._refuse)
        self._looking.start(_CARD, work, reply)

    def import_candidate(
        self,
        path: Path,
        answers: Mapping[str, Any] | None = None,
        *,
        reason: str = "",
        is_own: bool = False,
        parent: str = "",
    ) -> None:
        """Tries a bundle folder, ``.whyray`` or bare ``.onnx`` file and takes it in as a candidate.

        `imported`, `needs_answers` or `refused` tells.

        Args:
            path: the model.
            answers: what a bare file does not tell.
            reason: why, for the model's history.
            is_own: it was trained here: signed with the site's key where the session has it.
            parent: id or digest of the model that it was trained from; empty: as the bundle tells.
        """
        key = self._key() if is_own else None
        work = partial(
            model_tasks.import_candidate, self._registry, path, _act(reason), answers, key,
            parent,
        )  # fmt: skip
        reply = Reply(
            partial(self._took_in, is_own),
            partial(self._did_not_take_in, path),
            progressed=self._progress,
        )
        self._lane.start(_IMPORT, work, reply)

    def promote(self, model_id: str, reason: str) -> None:
        """Tries a model in a child and makes it the active one; `promoted` or `refused` tells.

        Args:
            model_id: id, ``id@version`` or the beginning of its digest.
            reason: why, for the model's history.
        """
        needs = bool(self._state.settings.get("model/needs_signature"))
        work = partial(self._registry.promote, model_id, _act(reason), needs_signature=needs)
        self._promote(work)

    def roll_back(self, reason: str) -> None:
        """Makes the model active again that the active one replaced; else as `promote`."""
        needs = bool(self._state.settings.get("model/needs_signature"))
        self._promote(partial(self._registry.roll_back, _act(reason), needs_signature=needs))

    def retire(self, model_id: str, reason: str) -> None:
        """Takes a model out of use; `ended` or `refused` tells."""
        self._end("retired", partial(self._registry.retire, model_id, _act(reason)))

    def delete(self, model_id: str, reason: str) -> None:
        """Deletes a model's files; `ended` or `refused` tells."""
        self._end("deleted", partial(self._registry.delete, model_id, _act(reason)))

    def export(self, model_id: str, path: Path, reason: str = "") -> None:
        """Writes a model as one ``.whyray`` file; `ended` or `refused` tells."""
        self._end("exported", partial(self._registry.export, model_id, path, _act(reason)))

    def sign(self, model_id: str, reason: str = "") -> None:
        """Signs a model with the site's key; `ended` or `refused` tells."""
        if self.find_key is not None:
            work = partial(model_tasks.sign, self._registry, model_id, self.find_key, _act(reason))
            self._end("signed", work)

    def trust_key(self, key: str, name: str, reason: str = "") -> None:
        """Trusts the key of a maker of models; `ended` or `refused` tells.

        Args:
            key: 64 hex digits.
            name: whose it is, as this site calls him.
            reason: why.
        """
        work = partial(self._registry.trust_key, key, name, _act(reason))
        reply = Reply(lambda _is_new: self._trusted(name), self._refuse)
        self._lane.start(_CHANGE, work, reply)

    def cancel(self) -> bool:
        """Stops an import or a promotion; the child ends. False: there was none."""
        return self._lane.cancel(_IMPORT) or self._lane.cancel(_CHANGE)

    def close(self, timeout_s: float) -> bool:
        """Ends workers and child. False when one did not end in time."""
        return all([self._looking.close(timeout_s), self._lane.close(timeout_s)])

    def _promote(self, work: Callable[[], Iterator[Step]]) -> None:
        reply = Reply(self._promoted, self._refuse, progressed=self._progress)
        self._lane.start(_CHANGE, work, reply)

    def _end(self, what: str, work: Callable[[], StoredModel]) -> None:
        reply = Reply(partial(self._ended, what), self._refuse)
        self._lane.start(_CHANGE, work, reply)

    def _key(self) -> Ed25519PrivateKey | None:
        """The site's key; None where nobody has opened it: the model is then unsigned."""
        if self.find_key is None:
            return None
        try:
            return self.find_key()
        except WhyRayError:
            return None

    def _stand(self, standing: Standing) -> None:
        settings, models = self._state.settings, self._state.models
        for notice in standing.notices:
            self.noticed.emit(notice)
        is_told = not any(isinstance(notice, LibraryError) for notice in standing.notices)
        if is_told and settings.former(FORMER_CHOICE):
            settings.forget_former(FORMER_CHOICE)
        masks = "" if standing.masks is None else standing.masks.id
        models.set_stored(standing.models, masks)
        if standing.active is not None:
            models.set_active(standing.active.id)
        self.stood.emit(standing)

    def _describe(self, overview: Overview) -> None:
        self.described.emit(overview)

    def _took_in(self, is_own: bool, imported: Imported) -> None:
        self._state.models.forget_failure(imported.model.id)
        self._changed()
        self.imported.emit(imported)
        if not is_own:
            self.brought.emit(imported)

    def _did_not_take_in(self, path: Path, error: BaseException) -> None:
        if isinstance(error, ForeignModelError):
            self.needs_answers.emit(path, error)
        else:
            self._refuse(error)

    def _promoted(self, promotion: Promotion) -> None:
        model_id = promotion.model.id
        self._state.models.forget_failure(model_id)
        if not promotion.model.is_segmentation:
            self._state.models.set_active(model_id)
        self._changed()
        self.promoted.emit(model_id)

    def _ended(self, what: str, model: StoredModel) -> None:
        self._changed()
        self.ended.emit(model.id, what)

    def _trusted(self, name: str) -> None:
        self._changed()
        self.ended.emit(name, "trusted")

    def _changed(self) -> None:
        self.look()
        self.changed.emit()

    def _progress(self, fraction: float, note: str) -> None:
        self.progressed.emit(fraction, note)

    def _refuse(self, error: BaseException) -> None:
        self.refused.emit(presentable(error))

    def _look_at_failure(self, failure: ModelFailure) -> None:
        """An active model whose files were altered gives way to the last whole one."""
        is_active = failure.model_id == self._state.models.active_id
        if is_active and isinstance(failure.error, BundleError):
            work = partial(
                model_tasks.replace_damaged, self._registry, failure.model_id, _act(""),
                failure.error,
            )  # fmt: skip
            self._looking.start(_DAMAGE, work, Reply(self._stand_anew, self._refuse))

    def _stand_anew(self, standing: Standing) -> None:
        self._stand(standing)
        self.changed.emit()


def _act(reason: str) -> Act:
    return Act(now(), account_name(), reason.strip())
