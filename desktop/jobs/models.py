"""A model's life in the window: taken in as a candidate, and made the active one by its own act.

Whoever has a model that may become the active one (an import, a retraining, a recalibration) calls
`Models.import_candidate` and, after a person has decided, `Models.promote`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.state.session import SessionState
from engine.bundle.store import ModelStore, StoredModel

_IMPORT, _PROMOTE = "import", "promote"


class Models(QObject):
    """Takes models in and makes them active.

    Args:
        state: the session's state.
        store: the models of this installation.
    """

    imported = Signal(str)  # id of a new candidate
    promoted = Signal(str)  # id of the model that is active now
    refused = Signal(object)  # WhyRayError: why a model was not taken in or not made active
    changed = Signal()  # the list of models or their lives is another one

    def __init__(
        self, state: SessionState, store: ModelStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._store = state, store
        self._lane = Lane("models", self)

    def import_candidate(
        self, path: Path, answers: Mapping[str, Any] | None = None, *, reason: str = ""
    ) -> None:
        """Takes a bundle folder, ``.whyray`` or bare ``.onnx`` file in as a candidate.

        Args:
            path: the model.
            answers: what a bare file does not tell.
            reason: why, for the model's history.
        """
        work = partial(tasks.import_model, self._store, path, answers)
        self._lane.start(_IMPORT, work, Reply(self._took_in, self._refuse))

    def promote(self, model_id: str, reason: str) -> None:
        """Tries a model and makes it the active one; `promoted` or `refused` tells.

        Args:
            model_id: id, ``id@version`` or the beginning of its digest.
            reason: why, for the model's history.
        """
        wants_gpu = bool(self._state.settings.get("model/wants_gpu"))
        work = partial(tasks.open_stored_model, self._store, model_id, wants_gpu)
        reply = Reply(lambda model: self._promote(model.manifest.id), self._refuse)
        self._lane.start(_PROMOTE, work, reply)

    def close(self, timeout_s: float) -> bool:
        """Ends the worker. False when it did not end in time."""
        return self._lane.close(timeout_s)

    def _took_in(self, stored: StoredModel) -> None:
        self.changed.emit()
        self.imported.emit(stored.id)

    def _promote(self, model_id: str) -> None:
        self._state.settings.set("model/active", model_id)
        self.changed.emit()
        self.promoted.emit(model_id)

    def _refuse(self, error: BaseException) -> None:
        self.refused.emit(presentable(error))
