"""One command of the trainer, followed line by line by a worker until it ends or is ended."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.retraining.trainer import Trainer, end_held, start_held
from engine.progress import Cancelled, Step

if TYPE_CHECKING:
    import subprocess


@dataclass(frozen=True)
class Ending:
    """How a command ended.

    Attributes:
        last: the last event that it told; empty where it told none.
        status: its exit status.
    """

    last: dict[str, Any]
    status: int


class HeldChild:
    """A child that ends when it is told to, and with the window.

    Args:
        trainer: the training side.
    """

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._child: subprocess.Popen[str] | None = None
        self._is_stopped = False

    def follow(self, arguments: Sequence[str]) -> Generator[Step, None, Ending]:
        """Runs a command to its end: its progress as steps, its `Ending` is returned.

        Raises:
            Cancelled: `stop` was called.
            OSError: the program cannot be started.
        """
        last: dict[str, Any] = {}
        if self._is_stopped:
            raise Cancelled
        self._child = child = start_held(self._trainer, arguments)
        if self._is_stopped:  # while it was started
            end_held(child)
        with child:  # closes its pipes, and waits for it
            try:
                for line in child.stdout if child.stdout is not None else ():
                    told = _event(line)
                    last = told or last
                    if told.get("event") == "progress":
                        yield Step(float(told["fraction"]))
                child.wait()
            finally:
                end_held(child)
                self._child = None
        if self._is_stopped:
            raise Cancelled
        return Ending(last, child.returncode)

    def stop(self) -> None:
        """Ends the child; callable from any thread."""
        self._is_stopped = True
        child = self._child
        if child is not None:
            end_held(child)


def _event(line: str) -> dict[str, Any]:
    try:
        plain = json.loads(line)
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}
