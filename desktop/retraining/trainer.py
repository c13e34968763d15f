"""The trainer, a program apart: found, started so that it outlives the window, and ended.

A run's trainer is in a session of its own, stands behind everything else for the processor, and
writes to files. It holds the lock of its run's folder while it lives (`engine.files.Hold`), so
whether it lives is asked of the system, never guessed from a number that may be somebody else's.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from desktop.paths import RESOURCES
from engine.files import Hold, process_started

CHOSEN = "WHYRAY_TRAINER"  # environment: the program to use
NAME = "whyray-trainer"
_HELD = "WHYRAY_HELD_BY_PARENT"  # `training.parent`
_NICENESS = 10
LOCK, PROCESS = "lock", "process.json"


@dataclass(frozen=True)
class Trainer:
    """How the trainer is called.

    Attributes:
        command: program and first arguments; a subcommand follows.
        where: ``chosen`` by the environment, ``beside`` the application, or ``module``.
    """

    command: tuple[str, ...]
    where: str


class _Outliving(subprocess.Popen):
    """A process that nobody waits for at the end: it is meant to live on."""

    def __del__(self) -> None:
        """Says nothing of a process that is still there."""


def find_trainer() -> Trainer | None:
    """The trainer of this installation, or None. Loads nothing."""
    chosen = os.environ.get(CHOSEN, "")
    if chosen:
        program = shutil.which(chosen)
        return None if program is None else Trainer((program,), "chosen")
    if getattr(sys, "frozen", False):
        return _beside(Path(sys.executable).parent)
    if find_spec("tensorflow") is not None and (RESOURCES.parent / "training").is_dir():
        return Trainer((sys.executable, "-m", "training"), "module")
    return None


def start_detached(trainer: Trainer, run: Path, output: Path, errors: Path) -> subprocess.Popen:
    """Starts the trainer of a run; it lives on when this process ends.

    Args:
        trainer: see `find_trainer`.
        run: folder of the run.
        output: file that its events are appended to.
        errors: file for everything else that it writes.

    Raises:
        OSError: the program or a file cannot be opened.
    """
    with output.open("ab") as events, errors.open("ab") as rest:
        child = _Outliving(
            [*trainer.command, "retrain", str(run)],
            stdin=subprocess.DEVNULL,
            stdout=events,
            stderr=rest,
            env=_environment(),
            cwd=run,
            **_detached(),
        )
    _stand_back(child.pid)
    return child


def start_held(trainer: Trainer, arguments: Sequence[str]) -> subprocess.Popen[str]:
    """Starts a short command of the trainer that ends with this process; its events are piped.

    Raises:
        OSError: the program cannot be started.
    """
    child = subprocess.Popen(
        [*trainer.command, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment() | {_HELD: "1"},
        text=True,
        encoding="utf-8",
        errors="replace",
        **_detached(),
    )
    _stand_back(child.pid)
    return child


def end_held(child: subprocess.Popen) -> None:
    """Kills a command of `start_held` with its children; may be called from any thread."""
    if child.poll() is None:
        _kill_group(child.pid)


def is_alive(run: Path) -> bool:
    """Whether a trainer holds the run."""
    if not run.is_dir():
        return False
    with Hold(run / LOCK) as hold:
        return not hold.is_held


def ask_to_end(run: Path) -> None:
    """SIGTERM, where there is such a thing and the process is still the run's trainer."""
    pid = living_process(run)
    if pid is not None and sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)


def kill(run: Path) -> None:
    """Kills the run's trainer and whatever it has started."""
    pid = living_process(run)
    if pid is not None:
        _kill_group(pid)


def living_process(run: Path) -> int | None:
    """Id of the run's trainer, if that process lives and is the one that was written down."""
    try:
        plain = json.loads((run / PROCESS).read_text(encoding="ascii"))
        pid, started = int(plain["pid"]), str(plain["started"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return pid if started and process_started(pid) == started and is_alive(run) else None


def _beside(folder: Path) -> Trainer | None:
    """The installed trainer: beside the application, or in a folder of its own there."""
    name = f"{NAME}.exe" if sys.platform == "win32" else NAME
    for place in (folder, folder / NAME, folder.parent / NAME):
        if (place / name).is_file():
            return Trainer((str(place / name),), "beside")
    return None


def _environment() -> dict[str, str]:
    """This process's, but for what a frozen application has changed for itself."""
    found = dict(os.environ)
    if getattr(sys, "frozen", False):
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            before = found.pop(f"{name}_ORIG", None)
            found.pop(name, None)
            if before:
                found[name] = before
        return found
    roots = [str(RESOURCES.parent), *filter(None, [found.get("PYTHONPATH", "")])]
    return found | {"PYTHONPATH": os.pathsep.join(roots)}


def _detached() -> dict[str, object]:
    if sys.platform == "win32":
        flags = (
            subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.BELOW_NORMAL_PRIORITY_CLASS
            | subprocess.CREATE_NO_WINDOW
        )
        return {"creationflags": flags}
    return {"start_new_session": True}


def _stand_back(pid: int) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # it may have ended already
            os.setpriority(os.PRIO_PROCESS, pid, _NICENESS)


def _kill_group(pid: int) -> None:
    """A trainer leads a group of its own, so the whole group goes."""
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(pid)]
        subprocess.run(command, capture_output=True, check=False)
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
