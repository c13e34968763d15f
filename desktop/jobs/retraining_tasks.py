"""What retraining does on worker threads: short commands of the trainer, and runs being made."""

from __future__ import annotations

import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop.language import translate
from desktop.retraining.events import notice_of
from desktop.retraining.looks import Estimate, Look, Options
from desktop.retraining.plan import Plan
from desktop.retraining.runs import Runs, write_order
from desktop.retraining.trainer import end_held, find_trainer, start_held
from engine.bundle.store import ModelStore
from engine.errors import RequestError, WhyRayError
from engine.progress import Cancelled, Step


class Held:
    """The short command of the trainer that runs at present; ended from any thread."""

    def __init__(self) -> None:
        self._children: set[subprocess.Popen[str]] = set()
        self._lock = threading.Lock()
        self._is_closed = False

    def begin(self, arguments: Sequence[str]) -> subprocess.Popen[str]:
        """Starts one. Raises RequestError where there is no trainer, Cancelled after `close`."""
        found = find_trainer()
        if found is None:
            raise RequestError(translate("Retraining", "the trainer is not installed"))
        with self._lock:
            if self._is_closed:
                raise Cancelled
            child = start_held(found, arguments)
            self._children.add(child)
        return child

    def done(self, child: subprocess.Popen[str]) -> None:
        """It has ended, or nobody wants its answer any more."""
        end_held(child)
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()
        with self._lock:
            self._children.discard(child)

    def end(self) -> None:
        """Kills what runs."""
        with self._lock:
            for child in self._children:
                end_held(child)

    def close(self) -> None:
        """Kills what runs and starts nothing more."""
        with self._lock:
            self._is_closed = True
        self.end()


def look(held: Held, store: ModelStore, site: Path, plan: Plan) -> Iterator[Step]:
    """The images of a plan, by ``look`` of the trainer."""
    for step in _ask(held, store, site, plan, "look"):
        if step.result is None:
            yield step
            continue
        told = step.result
        yield Step(
            1.0,
            result=Look(
                plan=plan,
                facts={name: value for name, value in told.items() if name not in _APART},
                parts=told["parts"],
                refusals=tuple(notice_of(entry) for entry in told["refusals"]),
                warnings=tuple(notice_of(entry) for entry in told["warnings"]),
                unreadable=tuple((Path(e["file"]), e["reason"]) for e in told["unreadable"]),
            ),
        )


_APART = ("event", "parts", "refusals", "warnings", "unreadable", "notices")
_MEASURED = (
    "seconds", "step_seconds", "steps", "epochs", "images", "disk_bytes", "memory_gb", "free_gb"
)  # fmt: skip


def estimate(held: Held, store: ModelStore, site: Path, plan: Plan) -> Iterator[Step]:
    """The time of a plan, by ``estimate`` of the trainer."""
    for step in _ask(held, store, site, plan, "estimate"):
        if step.result is None:
            yield step
            continue
        told = {name: step.result[name] for name in _MEASURED}
        yield Step(1.0, result=Estimate(plan=plan, **told))


def read_options(held: Held) -> Iterator[Step]:
    """The options at once, and then the networks, which take the trainer some seconds."""
    told = _last(held, ["options", "--json"])
    yield Step(0.1, partial=Options(told["options"], told["presets"]))
    networks = _last(held, ["architectures"])["architectures"]
    yield Step(1.0, result=Options(told["options"], told["presets"], tuple(networks)))


def make_run(runs: Runs, store: ModelStore, plan: Plan) -> str:
    """Makes a run in the queue and returns its id."""
    return runs.make(plan, _base(store, plan))


def _base(store: ModelStore, plan: Plan) -> Path | None:
    return store.find(plan.base_model) if plan.base_model else None


def _ask(held: Held, store: ModelStore, site: Path, plan: Plan, command: str) -> Iterator[Step]:
    """Steps of a command that takes a plan; the last one carries the facts of its end."""
    base = _base(store, plan)
    with tempfile.TemporaryDirectory(prefix="whyray-plan-") as folder:
        file = Path(folder) / "asked.json"
        write_order(file, "look", plan, None if base is None else str(base.resolve()), str(site))
        yield from _steps(held, [command, str(file)])


def _last(held: Held, arguments: Sequence[str]) -> dict[str, Any]:
    for step in _steps(held, arguments):
        if step.result is not None:
            return step.result
    raise _broken_off()


def _steps(held: Held, arguments: Sequence[str]) -> Iterator[Step]:
    child = held.begin(arguments)
    try:
        assert child.stdout is not None  # a pipe was asked for
        fraction = 0.0
        for line in child.stdout:
            event = json.loads(line)
            if event["event"] == "progress":
                fraction = max(fraction, min(1.0, float(event["fraction"])))
                yield Step(fraction, str(event["note"]))
            elif event["event"] == "error":
                notice = notice_of(event)
                error = WhyRayError(notice.message, hint=notice.hint)
                error.code = notice.code
                raise error
            elif event["event"] == "done":
                yield Step(1.0, result=event)
                return
        raise _broken_off()
    finally:
        held.done(child)


def _broken_off() -> WhyRayError:
    return RequestError(
        translate("Retraining", "the trainer has ended without an answer"),
        hint=translate("Retraining", "Try again; if it happens again, install the trainer anew."),
    )
