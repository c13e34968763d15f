"""Retrainings by the real trainer in a process of its own, as the window starts them."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.retraining.plan import FROM_SCRATCH, Plan
from desktop.retraining.runs import write_order
from tests.conftest import ROOT

PATIENCE_S = 240.0
# Seconds on a processor: 32 x 32 pixels, a network of 16,000 weights.
TINY = {
    "recipe.height": 32,
    "recipe.width": 32,
    "schedule.batch": 8,
    "schedule.epochs": 6,
    "schedule.patience": 50,
    "network.dropout": 0.3,
    "evaluation.rounds": 40,
}


def planned(
    site: Path, run_id: str, source: Path, *, base: Path | None = None, **options: Any
) -> Path:
    """The folder of a run with its plan."""
    folder = site / "runs" / run_id
    folder.mkdir(parents=True)
    plan = Plan(
        name=f"tiny {run_id}",
        sources=(source,),
        start=FROM_SCRATCH if base is None else "fine-tune",
        architecture="" if base is not None else "cnn-small",
        preset="quick",
        overrides=TINY | options,
    )
    write_order(folder / "plan.json", run_id, plan, None if base is None else str(base), "../..")
    return folder


@dataclass
class Process:
    """A trainer at work."""

    run: Path
    child: subprocess.Popen

    def events(self, kind: str = "") -> list[dict[str, Any]]:
        """Whole lines so far."""
        file = self.run / "events.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        found = []
        for line in lines:
            try:
                found.append(json.loads(line))
            except ValueError:
                continue
        return [event for event in found if kind in ("", event["event"])]

    def until(self, wanted: Callable[[list[dict[str, Any]]], bool]) -> None:
        """Waits until the events are so, or the process has ended."""
        deadline = time.monotonic() + PATIENCE_S
        while not wanted(self.events()) and self.child.poll() is None:
            assert time.monotonic() < deadline, self.events()[-3:]
            time.sleep(0.01)

    def wait(self) -> int:
        """Its exit status."""
        return self.child.wait(PATIENCE_S)

    def say(self, word: str) -> None:
        """Into the control file."""
        (self.run / "control").write_text(word)


def begin(run: Path, **environment: str) -> Process:
    """Starts the trainer of a run, or goes on with it."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"} | environment
    with (run / "events.jsonl").open("ab") as out, (run / "trainer.log").open("ab") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "training", "retrain", str(run)],
            stdin=subprocess.DEVNULL, stdout=out, stderr=log, env=env, cwd=run,
            start_new_session=True,
        )  # fmt: skip
    return Process(run, child)


def stages(events: list[Mapping[str, Any]], name: str) -> int:
    """How often a stage has begun."""
    return sum(event["event"] == "stage" and event["name"] == name for event in events)


def processor_seconds(pid: int) -> float:
    """Of a process with all its threads (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
