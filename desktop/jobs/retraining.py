"""Retraining as the window's commands and views ask for it, on the desk as `desk.retraining`.

The trainer is a program apart (`desktop.retraining.trainer`) that outlives the window; the window
reads its folder some times a second and tells what has changed. A worker thread does all that
touches the disk.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import retraining_tasks as tasks
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.retraining.looks import Estimate, Look, Options
from desktop.retraining.plan import Plan
from desktop.retraining.run_folder import RunView
from desktop.retraining.runs import Runs
from desktop.retraining.trainer import CHOSEN, find_trainer
from engine.bundle.store import ModelStore
from engine.errors import RequestError, WhyRayError

POLL_MS = 300
_READ, _LOOK, _ESTIMATE, _OPTIONS = "read", "look", "estimate", "options"


class Retraining(QObject):
    """Looks at plans, starts runs, and follows those that are on the disk.

    All methods return at once; answers come by signals on the GUI thread.

    Args:
        store: the models of this installation.
        site: ``retraining`` in the user's folder.
    """

    changed = Signal(object)  # RunView: something about this run is new
    listed = Signal(object)  # tuple[RunView, ...]: runs came or went; newest first
    started = Signal(str)  # id of a run that `start` has made
    looking = Signal(float, str)  # fraction 0..1 of `look`, and the trainer's note
    looked = Signal(object)  # desktop.retraining.looks.Look
    estimated = Signal(object)  # desktop.retraining.looks.Estimate
    options_read = Signal(object)  # desktop.retraining.looks.Options; twice: networks come later
    failed = Signal(object)  # WhyRayError of look, estimate, start, ...; also no trainer installed

    def __init__(self, store: ModelStore, site: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._site = store, site
        self._runs = Runs(site)  # used on the worker of `_lane` alone
        self._views: dict[str, RunView] = {}
        self._options: Options | None = None
        self._lane = Lane("retraining", self)
        self._looks = Lane("retraining look", self)
        self._learns = Lane("retraining options", self)
        self._held, self._held_for_options = tasks.Held(), tasks.Held()
        self._numbers = itertools.count()
        self._is_closed = False
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._read)

    @property
    def is_installed(self) -> bool:
        """Whether there is a trainer; `advice` says how to get it."""
        return find_trainer() is not None

    def advice(self) -> str:
        """How to get a trainer, in the language in use; empty where there is one."""
        if self.is_installed:
            return ""
        chosen = os.environ.get(CHOSEN, "")
        if chosen:
            text = self.tr("{name} names a trainer that is not there: {path}")
            return text.format(name=CHOSEN, path=chosen)
        return self.tr(
            "Training is a separate part of WhyRay, because it is large. Install “WhyRay Trainer” "
            "on this computer, from where WhyRay itself was obtained, and open this window again. "
            "Reading and explaining images does not need it."
        )

    def follow(self) -> None:
        """Finds the runs that are on the disk; called once when the window is up."""
        self._read()

    def runs(self) -> tuple[RunView, ...]:
        """What is known of all runs on the disk, newest first."""
        return tuple(self._views[run_id] for run_id in sorted(self._views, reverse=True))

    def run(self, run_id: str) -> RunView | None:
        """One of them."""
        return self._views.get(run_id)

    def read_options(self) -> None:
        """Asks for `options_read`."""
        if self._options is not None:
            self.options_read.emit(self._options)
        elif self._may_ask() and not self._learns.is_open(_OPTIONS):
            work = partial(tasks.read_options, self._held_for_options)
            reply = Reply(self._has_options, self._fail, partial=self._has_options)
            self._learns.start(_OPTIONS, work, reply)

    def look(self, plan: Plan) -> None:
        """Looks at the images of a plan; an older look is given up."""
        if self._may_ask():
            work = partial(tasks.look, self._held, self._store, self._site, plan)
            reply = Reply(self._has_looked, self._fail, progressed=self.looking.emit)
            self._looks.start(_LOOK, work, reply, self._held.end)

    def stop_looking(self) -> None:
        """Gives up a look or an estimate."""
        self._looks.cancel(_LOOK)
        self._looks.cancel(_ESTIMATE)

    def estimate(self, plan: Plan) -> None:
        """Measures some steps of the plan's network; an older estimate is given up."""
        if self._may_ask():
            work = partial(tasks.estimate, self._held, self._store, self._site, plan)
            reply = Reply(self._has_estimated, self._fail)
            self._looks.start(_ESTIMATE, work, reply, self._held.end)

    def start(self, plan: Plan) -> None:
        """Makes a run of the plan and starts its trainer; then `started`, or `failed`."""
        if self._may_ask():
            work = partial(tasks.make_run, self._runs, self._store, plan)
            self._act(work, self._has_started)

    def pause(self, run_id: str) -> None:
        """Asks the trainer to rest; it keeps its memory and uses no processor."""
        self._act(partial(self._runs.pause, run_id))

    def go_on(self, run_id: str) -> None:
        """After a pause, or from the last whole epoch after whatever ended the trainer."""
        if self._may_ask():
            self._act(partial(self._runs.go_on, run_id))

    def cancel(self, run_id: str) -> None:
        """Ends the trainer: asked first, killed with its children after some seconds."""
        self._act(partial(self._runs.cancel, run_id))

    def delete(self, run_id: str) -> None:
        """Ends it if it lives, and removes its folder."""
        self._act(partial(self._runs.delete, run_id))

    def close(self, timeout_s: float) -> bool:
        """Ends what the window itself does; a trainer that works goes on."""
        self._is_closed = True
        self._poll.stop()
        self._held.close()
        self._held_for_options.close()
        lanes = (self._lane, self._looks, self._learns)
        ended = [lane.close(timeout_s) for lane in lanes]
        return all(ended)

    def _may_ask(self) -> bool:
        """Whether there is a trainer; says so where there is none."""
        if self._is_closed:
            return False
        if not self.is_installed:
            self._fail(RequestError(self.tr("the trainer is not installed"), hint=self.advice()))
            return False
        return True

    def _act(
        self, work: Callable[[], Any], then: Callable[[Any], None] = lambda _nothing: None
    ) -> None:
        """Does something to the runs on the worker, then reads them anew."""
        if self._is_closed:
            return

        def done(answer: object) -> None:
            then(answer)
            self._read(is_asked=True)

        self._lane.start(f"act {next(self._numbers)}", work, Reply(done, self._fail))

    def _read(self, *, is_asked: bool = False) -> None:
        if not self._is_closed and (is_asked or not self._lane.is_open(_READ)):
            self._lane.start(_READ, self._runs.views, Reply(self._has_read, self._fail))

    def _has_read(self, views: tuple[RunView, ...]) -> None:
        before, self._views = self._views, {view.id: view for view in views}
        if before.keys() != self._views.keys():
            self.listed.emit(views)
        for view in views:
            if before.get(view.id) != view:
                self.changed.emit(view)
        if self._is_closed:
            return
        if any(view.is_alive or view.is_stopping for view in views):
            self._poll.start()
        else:
            self._poll.stop()

    def _has_started(self, run_id: str) -> None:
        self.started.emit(run_id)

    def _has_looked(self, found: Look) -> None:
        self.looked.emit(found)

    def _has_estimated(self, found: Estimate) -> None:
        self.estimated.emit(found)

    def _has_options(self, found: Options) -> None:
        if found.architectures:
            self._options = found
        self.options_read.emit(found)

    def _fail(self, error: BaseException) -> None:
        told: WhyRayError = presentable(error)
        self.failed.emit(told)
