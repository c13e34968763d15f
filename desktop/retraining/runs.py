"""The runs on the disk: made, read, told to pause, to go on and to end, deleted.

One thread uses a `Runs`; several programs may share the folder.
"""

import json
import os
import secrets
import shutil
import subprocess
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.retraining import run_folder as states
from desktop.retraining import trainer as program
from desktop.retraining.events import EventFile
from desktop.retraining.plan import Plan, read_plan
from desktop.retraining.run_folder import Notice, RunView
from desktop.retraining.trainer import Trainer
from engine.errors import OutputError, RequestError
from engine.files import atomic_write
from engine.language import said

PLAN, CONTROL, EVENTS, LOG, QUEUE = "plan.json", "control", "events.jsonl", "trainer.log", "queued"
BASE, BUNDLE, TEST_TABLE, RUNS = "base", "bundle", "test.csv", "runs"
RUN, PAUSE, CANCEL = "run", "pause", "cancel"
RESERVE_BYTES = 300 * 2**20
TERM_S, KILL_S = 6.0, 10.0  # after `cancel` was asked for
_STARTING_S = 90.0  # until a trainer that lives must have the lock
_UNEXPECTED = "E_UNEXPECTED"  # a fault of the trainer; its trace is in its log
_LEFT_OVER = (".new", ".old")  # endings of folders that are being made or deleted
_LEFT_S = 600.0
_GONE_S = 10.0  # until a killed process is gone
_TAIL = 30  # lines of what a crashed trainer wrote


@dataclass
class _Known:
    """What is remembered of one run between two readings."""

    plan: Plan
    events: EventFile
    child: subprocess.Popen | None = None
    started: float = 0.0
    ending_since: float | None = None
    is_termed: bool = False
    view: RunView | None = None


@dataclass
class Runs:
    """All runs of a site.

    Attributes:
        site: ``retraining`` in the user's folder; made when needed.
    """

    site: Path
    _known: dict[str, _Known] = field(default_factory=dict)
    _is_clear: bool = False

    def views(self) -> tuple[RunView, ...]:
        """Everything as it is now, newest first; starts the next run in the queue."""
        self._clear_away()
        folders = sorted((self.site / RUNS).glob("*"), reverse=True)
        ids = [folder.name for folder in folders if (folder / PLAN).is_file()]
        for gone in set(self._known) - set(ids):
            del self._known[gone]
        views = tuple(self._view(run_id) for run_id in ids)
        if self._start_next(views):
            views = tuple(self._view(run_id) for run_id in ids)
        return views

    def make(self, plan: Plan, base: Path | None) -> str:
        """Makes the folder of a run, in the queue; returns its id.

        Args:
            plan: what is asked for.
            base: bundle folder of its base model; copied, so that it stays what it is.

        Raises:
            OutputError: the disk refused, or has too little room.
        """
        run_id = f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"
        whole = self.folder(run_id)
        folder = whole.with_name(f".{run_id}{_LEFT_OVER[0]}")  # it appears whole or not at all
        try:
            folder.mkdir(parents=True)
            _demand_room(folder, base)
            if base is not None:
                shutil.copytree(base, folder / BASE)
            (folder / QUEUE).touch()
            write_order(folder / PLAN, run_id, plan, BASE if base is not None else None, "../..")
            folder.rename(whole)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise OutputError(
                said("could not be written: {strerror}", strerror=error.strerror), file=folder
            ) from error
        except OutputError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return run_id

    def pause(self, run_id: str) -> None:
        """Asks for a pause. Does nothing where no trainer lives."""
        if program.is_alive(self.folder(run_id)):
            self._say(run_id, PAUSE)

    def go_on(self, run_id: str) -> None:
        """After a pause, or anew after whatever ended the trainer. Raises OutputError."""
        folder = self.folder(run_id)
        if (folder / PLAN).is_file():
            known = self._open(run_id)
            known.ending_since, known.is_termed = None, False
            self._say(run_id, RUN)
            if not program.is_alive(folder) and not _is_finished(known):
                (folder / QUEUE).touch()

    def cancel(self, run_id: str) -> None:
        """Asks the trainer to end; `views` sees to it that it does."""
        folder = self.folder(run_id)
        if not (folder / PLAN).is_file():
            return
        known = self._open(run_id)
        if _is_finished(known):
            return
        self._say(run_id, CANCEL)
        (folder / QUEUE).unlink(missing_ok=True)
        known.ending_since = time.monotonic()

    def delete(self, run_id: str) -> None:
        """Kills its trainer and removes the folder. Raises OutputError."""
        folder = self.folder(run_id)
        if not (folder / PLAN).is_file():
            return
        known = self._open(run_id)
        self.cancel(run_id)
        self._kill(run_id, known)
        if known.child is not None:
            known.child.wait(_GONE_S)
        for _ in range(50):  # a killed process holds files for an instant
            if not program.is_alive(folder):
                break
            time.sleep(0.1)
        doomed = folder.with_name(f".{run_id}{_LEFT_OVER[1]}")
        try:
            folder.rename(doomed)
            shutil.rmtree(doomed)
        except OSError as error:
            raise OutputError(
                said("could not be deleted: {strerror}", strerror=error.strerror), file=folder
            ) from error
        self._known.pop(run_id, None)

    def folder(self, run_id: str) -> Path:
        """Of a run."""
        return self.site / RUNS / run_id

    # Below: how a view comes about.

    def _clear_away(self) -> None:
        """Once: what a window was killed over while it made or deleted a run."""
        if self._is_clear:
            return
        self._is_clear = True
        for ending in _LEFT_OVER:
            for folder in (self.site / RUNS).glob(f".*{ending}"):
                if time.time() - folder.stat().st_mtime > _LEFT_S:
                    shutil.rmtree(folder, ignore_errors=True)

    def _view(self, run_id: str) -> RunView:
        known, folder = self._open(run_id), self.folder(run_id)
        is_alive = program.is_alive(folder)
        known.events.read()
        if known.child is not None and known.child.poll() is not None:
            known.child = None
        self._see_to_the_end(run_id, known, is_alive=is_alive)
        word = _word(folder)
        state = self._state(run_id, known, word, is_alive=is_alive)
        told = known.events.told
        is_live = state in (states.QUEUED, states.RUNNING, states.PAUSED)
        result = told.result if told.result is not None and state == states.FINISHED else {}
        return RunView(
            id=run_id,
            name=known.plan.name,
            state=state,
            plan=known.plan,
            folder=folder,
            stage="starting" if state == states.RUNNING and not is_alive else told.stage,
            fraction=told.fraction,
            note=told.note,
            is_stopping=is_live and _is_stopping(state, word),
            epochs=tuple(told.epochs[number] for number in sorted(told.epochs)),
            epochs_planned=told.planned,
            best_epoch=told.best,
            seconds_left=told.seconds_left() if is_live else None,
            warnings=tuple(told.warnings),
            error=_error(state, known, folder),
            log=tuple(told.log),
            bundle=_path(result.get("bundle")),
            test_table=folder / TEST_TABLE if (folder / TEST_TABLE).is_file() else None,
            summary=_path(result.get("summary")),
            result=result,
        )

    def _state(self, run_id: str, known: _Known, word: str, *, is_alive: bool) -> str:
        told, folder = known.events.told, self.folder(run_id)
        if is_alive:
            return states.PAUSED if told.is_resting and word == PAUSE else states.RUNNING
        if (folder / QUEUE).exists():
            return states.QUEUED
        if known.child is not None and time.monotonic() - known.started < _STARTING_S:
            return states.RUNNING if told.is_begun else states.QUEUED
        if told.result is not None:
            return states.FINISHED
        if word == CANCEL or (told.error is not None and told.error.code == "E_CANCELLED"):
            return states.CANCELLED
        if told.error is not None and told.error.code != "E_STOPPED":
            return states.FAILED
        return states.INTERRUPTED

    def _start_next(self, views: tuple[RunView, ...]) -> bool:
        """Starts the oldest run in the queue where no trainer is at work; whether it did."""
        is_waiting = [view.id for view in views if (self.folder(view.id) / QUEUE).exists()]
        is_busy = any(view.is_alive and view.id not in is_waiting for view in views)
        if not is_waiting or is_busy:
            return False
        found = program.find_trainer()
        if found is None:
            return False
        self._spawn(is_waiting[-1], found)
        return True

    def _spawn(self, run_id: str, found: Trainer) -> None:
        folder, known = self.folder(run_id), self._open(run_id)
        try:
            (folder / QUEUE).unlink()
        except FileNotFoundError:  # another window was first
            return
        known.child = program.start_detached(found, folder, folder / EVENTS, folder / LOG)
        known.started = time.monotonic()

    def _see_to_the_end(self, run_id: str, known: _Known, *, is_alive: bool) -> None:
        """What was asked to end and has not: asked by a signal, then killed."""
        if known.ending_since is None:
            return
        if not is_alive and known.child is None:
            known.ending_since = None
            return
        waited = time.monotonic() - known.ending_since
        if waited > KILL_S:
            self._kill(run_id, known)
        elif waited > TERM_S and not known.is_termed:
            known.is_termed = True
            program.ask_to_end(self.folder(run_id))

    def _kill(self, run_id: str, known: _Known) -> None:
        program.kill(self.folder(run_id))
        if known.child is not None:  # it may not have written its number down yet
            program.end_held(known.child)

    def _open(self, run_id: str) -> _Known:
        if run_id not in self._known:
            folder = self.folder(run_id)
            try:
                plan = read_plan(folder / PLAN)
            except RequestError:  # shown by its number, so that it can be deleted
                plan = Plan(name=run_id)
            self._known[run_id] = _Known(plan, EventFile(folder / EVENTS))
        return self._known[run_id]

    def _say(self, run_id: str, word: str) -> None:
        atomic_write(self.folder(run_id) / CONTROL, word.encode("ascii"))


def write_order(file: Path, run_id: str, plan: Plan, base: str | None, site: str) -> None:
    """A plan as the trainer reads it, see `training.retrain.order`. Raises OutputError."""
    plain = {"id": run_id, "plan": plan.to_json(), "base": base, "site": site}
    atomic_write(file, json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8"))


def _is_finished(known: _Known) -> bool:
    known.events.read()
    return known.events.told.result is not None


def _is_stopping(state: str, word: str) -> bool:
    return word == CANCEL or (word == PAUSE and state == states.RUNNING)


def _word(folder: Path) -> str:
    try:
        return (folder / CONTROL).read_text(encoding="ascii").strip()
    except OSError:
        return RUN


def _error(state: str, known: _Known, folder: Path) -> Notice | None:
    """Why it failed; of one that ended without a word, the end of what it wrote."""
    told = known.events.told.error
    if state == states.FAILED:
        if told is not None and told.code == _UNEXPECTED:
            return replace(told, facts={**told.facts, "output": _tail(folder / LOG)})
        return told
    if state != states.INTERRUPTED:
        return None
    return Notice("E_INTERRUPTED", {"output": _tail(folder / LOG)})


def _tail(file: Path) -> str:
    try:
        return "\n".join(file.read_text("utf-8", errors="replace").splitlines()[-_TAIL:])
    except OSError:
        return ""


def _path(text: object) -> Path | None:
    return Path(text) if isinstance(text, str) and text else None


def _demand_room(folder: Path, base: Path | None) -> None:
    files = [] if base is None else [file for file in base.rglob("*") if file.is_file()]
    reserve = os.environ.get("WHYRAY_RESERVE_MB", "")
    kept = int(float(reserve) * 2**20) if reserve else RESERVE_BYTES
    needed = sum(file.stat().st_size for file in files) + kept
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise OutputError(
            said(
                "{free} MB are free on this disk, a retraining needs {needed} MB to begin",
                free=free >> 20,
                needed=needed >> 20,
            ),
            hint=said("Free room on the disk."),
            file=folder,
        )
