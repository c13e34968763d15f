"""Looks through the network for the image on screen, as long as somebody has the layers open."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import layer_tasks, tasks
from desktop.jobs.failures import presentable
from desktop.jobs.filters import FilterWatch
from desktop.jobs.reading import ReadingRoom
from desktop.jobs.replies import Lane, Reply
from desktop.state.session import SessionState
from desktop.state.workspace import Item

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.browse.activations import FeatureMaps
    from engine.browse.weights import Weights
    from engine.images.decoder import Decoder
    from engine.inference.model import Model

_MAPS, _GRADIENTS, _SAVE, _WEIGHTS = "feature maps", "gradients", "save", "weights"
GRADIENT_ORDER = "gradient-x-activation"


class Browsing(QObject):
    """Keeps the feature maps of the image on screen, while they are wanted.

    Args:
        state: the session's state.
        room: knows the model that scored an image.
        decoder: reads the files over which filters are watched.
    """

    saved = Signal(object)  # folder

    def __init__(
        self,
        state: SessionState,
        room: ReadingRoom,
        decoder: Decoder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._room = room
        self._lane = Lane("layers", self)
        self._is_wanted = False
        self._weights_of: Model | None = None
        self.filters = FilterWatch(state.browsed, state.workspace, decoder, self)
        state.models.opened.connect(self._load_weights)
        state.workspace.current_changed.connect(self._turn_to)
        state.workspace.item_changed.connect(self._look_again)

    def set_wanted(self, is_wanted: bool) -> None:
        """Whether somebody looks; what was shown is let go when nobody does."""
        self._is_wanted = is_wanted
        if is_wanted:
            self._turn_to(self._state.workspace.current)
        else:
            self._forget()

    def sort_by(self, order: str) -> None:
        """Sorts channels; by gradient once it is known."""
        self._state.browsed.change(order=order)
        self._ask_gradients()

    def choose_layer(self, number: int) -> None:
        """Looks at another layer; from its first channel, unless one is followed through all."""
        shown = self._state.browsed.shown
        channel = shown.channel if shown.is_through else 0
        count = len(shown.maps[number].values)
        self._state.browsed.change(layer=number, channel=channel if channel < count else 0)
        self._ask_gradients()

    def look_through(self, *, is_through: bool) -> None:
        """One channel in all layers, or all channels of the layer again."""
        shown = self._state.browsed.shown
        has_it = shown.current is None or shown.channel < len(shown.current.values)
        channel = shown.channel if is_through or has_it else 0
        self._state.browsed.change(is_through=is_through, channel=channel)

    @property
    def model(self) -> Model | None:
        """Whose kernels are looked at: the model of the image on screen, else the active one."""
        item = self._state.workspace.current
        models = self._state.models
        wanted = models.active_id if item is None else self._room.model_id_for(item)
        return models.open_model(wanted) if wanted else None

    def save_kernels(self, folder: Path, *, is_shared: bool) -> None:
        """Writes the kernels looked at: picture, array and histogram."""
        shown = self._state.browsed.shown
        weights = shown.weights[shown.kernel]
        stem = f"weights.{_file_part(weights.name)}"
        scale = "shared" if is_shared else "channel"
        work = partial(layer_tasks.save_kernels, folder, stem, weights, shown.output, scale)
        reply = Reply(succeeded=lambda _written: self.saved.emit(folder), failed=self._failed)
        self._lane.start(_SAVE, work, reply)

    def save(self, folder: Path) -> None:
        """Writes the layer looked at (grid, array, numbers per channel), or the channel of all."""
        shown = self._state.browsed.shown
        if shown.current is None or shown.item is None:
            return
        reply = Reply(succeeded=lambda _written: self.saved.emit(folder), failed=self._failed)
        if shown.is_through:
            stem = f"{shown.item.path.stem}.channel-{shown.channel}"
            scale = "shared" if shown.is_shared else "channel"
            place = (folder, stem, shown.maps, shown.channel, scale)
            self._lane.start(_SAVE, partial(layer_tasks.save_through, *place), reply)
            return
        stem = f"{shown.item.path.stem}.{_file_part(shown.current.layer.name)}"
        work = partial(tasks.save_layer, folder, stem, shown.current, shown)
        self._lane.start(_SAVE, work, reply)

    def close(self, timeout_s: float) -> bool:
        """Stops everything and the workers."""
        ended = [self.filters.close(timeout_s), self._lane.close(timeout_s)]
        return all(ended)

    def _forget(self) -> None:
        self._state.browsed.change(item=None, maps=(), is_running=False, error=None, gradients={})
        self._lane.cancel(_MAPS)
        self._lane.cancel(_GRADIENTS)

    def _look_again(self, item: Item, changed: frozenset) -> None:
        is_shown = item is self._state.workspace.current
        if is_shown and changed & {"reading", "radiograph", "frame", "record", "is_hidden"}:
            self._turn_to(item)

    def _turn_to(self, item: Item | None) -> None:
        if not self._is_wanted:
            return
        self._forget()
        self._load_weights()
        model = None if item is None else self._room.model_to_ask(item)
        if model is None:
            return
        reply = Reply(self._file, self._failed, cancelled=partial(self._interrupted, item))
        work = partial(tasks.look_through, item.radiograph, model, item.frame)
        self._state.browsed.change(item=item, is_running=True)
        self._lane.start(_MAPS, work, reply)

    def _interrupted(self, item: Item) -> None:
        """Asks again where the run was stopped together with other work of the same model."""
        if self._state.browsed.shown.item is item:
            self._turn_to(item)

    def _load_weights(self, _model_id: str = "") -> None:
        model = self.model
        if not self._is_wanted or model is None or model is self._weights_of:
            return
        reply = Reply(partial(self._file_weights, model), self._failed)
        self._lane.start(_WEIGHTS, partial(layer_tasks.load_weights, model), reply)

    def _file_weights(self, model: Model, weights: tuple[Weights, ...]) -> None:
        self._weights_of = model
        self._state.browsed.change(weights=weights, kernel=0, output=0)

    def _file(self, maps: tuple[FeatureMaps, ...]) -> None:
        shown = self._state.browsed.shown
        layer = min(shown.layer, max(0, len(maps) - 1))
        counts = [len(one.values) for one in maps] or [0]
        most = max(counts) if shown.is_through else counts[layer]
        channel = shown.channel if shown.channel < most else 0
        self._state.browsed.change(maps=maps, layer=layer, channel=channel, is_running=False)
        self._ask_gradients()

    def _failed(self, error: BaseException) -> None:
        self._state.browsed.change(error=presentable(error), is_running=False)

    def _ask_gradients(self) -> None:
        shown = self._state.browsed.shown
        if shown.order != GRADIENT_ORDER or shown.current is None:
            return
        model = self._room.model_to_ask(shown.item)
        if shown.layer in shown.gradients or model is None:
            return
        target = shown.item.reading.prediction.best().target
        if shown.item.explanation is not None:
            target = shown.item.explanation.target
        work = partial(
            tasks.layer_gradient,
            shown.item.radiograph,
            model,
            shown.item.frame,
            target,
            shown.current.layer,
        )
        reply = Reply(succeeded=partial(self._file_gradient, shown.layer), failed=self._failed)
        self._lane.start(_GRADIENTS, work, reply)

    def _file_gradient(self, layer: int, gradient: NDArray[np.floating]) -> None:
        known = self._state.browsed.shown.gradients | {layer: gradient}
        self._state.browsed.change(gradients=known)


def _file_part(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", name).strip("-")
