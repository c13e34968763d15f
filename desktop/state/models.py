"""The models that can be used, the one that is active, and those that are open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.errors import WhyRayError

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.bundle.store import StoredModel
    from engine.inference.model import Model


@dataclass(frozen=True)
class ModelFailure:
    """Why a model cannot be used."""

    model_id: str
    error: WhyRayError


class ModelsState(QObject):
    """The model list and what has been opened of it."""

    listed = Signal()  # the list changed
    active_changed = Signal(str)  # id of the model for a person's own files
    opened = Signal(str)  # id
    failed = Signal(object)  # ModelFailure

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored: tuple[StoredModel, ...] = ()
        self._segmentation_id = ""
        self._active_id = ""
        self._open: dict[str, Model] = {}
        self._failures: dict[str, ModelFailure] = {}

    @property
    def stored(self) -> tuple[StoredModel, ...]:
        """All models of this installation that score images and were not taken out of use."""
        scoring = (model for model in self._stored if not model.is_segmentation)
        return tuple(model for model in scoring if model.state != "retired")

    @property
    def segmentation_id(self) -> str:
        """Id of the active model that finds lung and heart fields; empty: none."""
        return self._segmentation_id

    @property
    def active_id(self) -> str:
        """Id of the model that scores a person's own files; empty while there is none."""
        return self._active_id

    def find(self, model_id: str) -> StoredModel | None:
        """The list entry of that id."""
        return next((model for model in self._stored if model.id == model_id), None)

    def open_model(self, model_id: str) -> Model | None:
        """The open model of that id, if it is open."""
        return self._open.get(model_id)

    def failure(self, model_id: str) -> ModelFailure | None:
        """Why that model could not be opened, if it could not."""
        return self._failures.get(model_id)

    def set_stored(self, stored: tuple[StoredModel, ...], segmentation_id: str = "") -> None:
        """Replaces the list, and which of them finds lung and heart fields."""
        self._stored = stored
        self._segmentation_id = segmentation_id
        self.listed.emit()

    def set_active(self, model_id: str) -> None:
        """Chooses the model for a person's own files."""
        if model_id != self._active_id:
            self._active_id = model_id
            self.active_changed.emit(model_id)

    def keep_open(self, model: Model) -> None:
        """Files a model that has been opened."""
        self._failures.pop(model.manifest.id, None)
        self._open[model.manifest.id] = model
        self.opened.emit(model.manifest.id)

    def forget_failure(self, model_id: str) -> None:
        """Another attempt may be made: its files are other ones now."""
        self._failures.pop(model_id, None)

    def keep_failure(self, failure: ModelFailure) -> None:
        """Files the reason why a model could not be opened."""
        self._failures[failure.model_id] = failure
        self.failed.emit(failure)
