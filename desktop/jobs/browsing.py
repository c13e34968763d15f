"""Looks through the network for the image on screen, as long as somebody has the layers open."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.reading import ReadingRoom
from desktop.jobs.replies import Lane, Reply
from desktop.state.session import SessionState
from desktop.state.workspace import Item

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.browse.activations import FeatureMaps

_MAPS, _GRADIENTS, _SAVE = "feature maps", "gradients", "save"
GRADIENT_ORDER = "gradient-x-activation"


class Browsing(QObject):
    """Keeps the feature maps of the image on screen, while they are wanted.

    Args:
        state: the session's state.
        room: knows the model that scored an image.
    """

    saved = Signal(object)  # folder

    def __init__(
        self, state: SessionState, room: ReadingRoom, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._room = room
        self._lane = Lane("layers", self)
        self._is_wanted = False
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
        """Looks at another layer, from its first channel."""
        self._state.browsed.change(layer=number, channel=0)
        self._ask_gradients()

    def save(self, folder: Path) -> None:
        """Writes the layer looked at: grid, array and numbers per channel."""
        shown = self._state.browsed.shown
        if shown.current is None or shown.item is None:
            return
        layer = re.sub(r"[^\w-]+", "-", shown.current.layer.name).strip("-")
        stem = f"{shown.item.path.stem}.{layer}"
        work = partial(tasks.save_layer, folder, stem, shown.current, shown)
        reply = Reply(succeeded=lambda _written: self.saved.emit(folder), failed=self._failed)
        self._lane.start(_SAVE, work, reply)

    def close(self, timeout_s: float) -> bool:
        """Stops everything and the worker."""
        return self._lane.close(timeout_s)

    def _forget(self) -> None:
        self._lane.cancel(_MAPS)
        self._lane.cancel(_GRADIENTS)
        self._state.browsed.change(item=None, maps=(), is_running=False, error=None, gradients={})

    def _look_again(self, item: Item, changed: frozenset) -> None:
        is_shown = item is self._state.workspace.current
        if is_shown and changed & {"reading", "radiograph", "frame", "record", "is_hidden"}:
            self._turn_to(item)

    def _turn_to(self, item: Item | None) -> None:
        if not self._is_wanted:
            return
        self._forget()
        model = None if item is None else self._room.model_to_ask(item)
        if model is None:
            return
        reply = Reply(succeeded=self._file, failed=self._failed)
        work = partial(tasks.look_through, item.radiograph, model, item.frame)
        self._state.browsed.change(item=item, is_running=True)
        self._lane.start(_MAPS, work, reply)

    def _file(self, maps: tuple[FeatureMaps, ...]) -> None:
        layer = min(self._state.browsed.shown.layer, max(0, len(maps) - 1))
        channel = self._state.browsed.shown.channel
        if maps and channel >= len(maps[layer].values):
            channel = 0
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
