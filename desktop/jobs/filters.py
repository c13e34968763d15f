"""Watches the network's filters over many images, beside everything else."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.jobs import layer_tasks
from desktop.jobs.failures import presentable
from desktop.jobs.layer_tasks import Source, Watch
from desktop.jobs.replies import Lane, Reply
from desktop.state.browsed import BrowsedState, Watched
from desktop.state.workspace import Workspace

if TYPE_CHECKING:
    from engine.images.decoder import Decoder
    from engine.inference.model import Model

_WATCH, _SAVE = "watch", "save"


class FilterWatch(QObject):
    """Finds the filters that no image makes fire; goes on while the window shows something else.

    Args:
        state: gets what is found.
        workspace: the open images.
        decoder: reads files for this alone.
    """

    saved = Signal(object)  # Path of the table

    def __init__(
        self,
        state: BrowsedState,
        workspace: Workspace,
        decoder: Decoder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._workspace = workspace
        self._decoder = decoder
        self._lane = Lane("filters", self)

    def watch_open(self, model: Model) -> None:
        """Over the images that are open."""
        sources = tuple(
            Source(item.path, item.shown_path, item.frame)
            for item in self._workspace.items
            if item.twin_of is None
        )
        self._start(model, sources, None)

    def watch_folder(self, model: Model, folder: Path) -> None:
        """Over all images below a folder."""
        self._start(model, (), folder)

    def stop(self) -> None:
        """Ends it; what was found so far stays."""
        if self._lane.cancel(_WATCH):
            self._decoder.cancel()

    def save(self, folder: Path) -> None:
        """Writes the table of all layers."""
        watched = self._state.shown.watched
        if not watched.fired:
            return
        work = partial(layer_tasks.save_fired, folder, "dead-filters", watched.fired)
        self._lane.start(_SAVE, work, Reply(self.saved.emit, self._failed))

    def close(self, timeout_s: float) -> bool:
        """Stops everything, the worker and the decoder's child."""
        has_ended = self._lane.close(timeout_s)
        self._decoder.close()
        return has_ended

    def _start(self, model: Model, sources: tuple[Source, ...], folder: Path | None) -> None:
        self.stop()
        self._state.change(watched=Watched(model.manifest.name, is_running=True))
        work = partial(layer_tasks.watch_filters, model, sources, folder, self._decoder)
        reply = Reply(
            succeeded=self._finished,
            failed=self._failed,
            cancelled=partial(self._change, is_running=False),
            partial=self._take,
            progressed=lambda fraction, note: self._change(fraction=fraction, note=note),
        )
        self._lane.start(_WATCH, work, reply)

    def _change(self, **changes: Any) -> None:
        self._state.change(watched=replace(self._state.shown.watched, **changes))

    def _take(self, watch: Watch) -> None:
        self._change(fired=watch.fired, unread=watch.unread)

    def _finished(self, watch: Watch) -> None:
        self._change(fired=watch.fired, unread=watch.unread, is_running=False, fraction=1.0)

    def _failed(self, error: BaseException) -> None:
        self._change(error=presentable(error), is_running=False)
