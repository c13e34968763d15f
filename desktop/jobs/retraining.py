"""Retraining as the window's commands and views ask for it, on the desk as `desk.retraining`.

The trainer is a program apart (`desktop.retraining.trainer`) that outlives the window; the window
reads its folder some times a second and tells what has changed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.retraining.plan import Plan
from desktop.retraining.run_folder import RunView


class Retraining(QObject):
    """Looks at plans, starts runs, and follows those that are on the disk.

    All methods return at once; answers come by signals on the GUI thread.

    Args:
        folder: ``retraining`` in the user's folder.
    """

    changed = Signal(object)  # RunView: something about this run is new
    listed = Signal(object)  # tuple[RunView, ...]: runs came or went; newest first
    started = Signal(str)  # id of a run that `start` has made
    looking = Signal(float, str)  # fraction 0..1 of `look`, and the trainer's note
    looked = Signal(object)  # desktop.retraining.looks.Look
    estimated = Signal(object)  # desktop.retraining.looks.Estimate
    options_read = Signal(object)  # desktop.retraining.looks.Options; twice: networks come later
    failed = Signal(object)  # WhyRayError of look, estimate, start, ...; also no trainer installed

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    @property
    def is_installed(self) -> bool:
        """Whether there is a trainer; `advice` says how to get it."""
        raise NotImplementedError

    def advice(self) -> str:
        """How to get a trainer, in the language in use; empty where there is one."""
        raise NotImplementedError

    def runs(self) -> tuple[RunView, ...]:
        """What is known of all runs on the disk, newest first."""
        raise NotImplementedError

    def run(self, run_id: str) -> RunView | None:
        """One of them."""
        raise NotImplementedError

    def read_options(self) -> None:
        """Asks for `options_read`."""
        raise NotImplementedError

    def look(self, plan: Plan) -> None:
        """Looks at the images of a plan; an older look is given up."""
        raise NotImplementedError

    def stop_looking(self) -> None:
        """Gives up a look or an estimate."""
        raise NotImplementedError

    def estimate(self, plan: Plan) -> None:
        """Measures some steps of the plan's network; an older estimate is given up."""
        raise NotImplementedError

    def start(self, plan: Plan) -> None:
        """Makes a run of the plan and starts its trainer; then `started`, or `failed`."""
        raise NotImplementedError

    def pause(self, run_id: str) -> None:
        """Asks the trainer to rest; it keeps its memory and uses no processor."""
        raise NotImplementedError

    def go_on(self, run_id: str) -> None:
        """After a pause, or from the last whole epoch after whatever ended the trainer."""
        raise NotImplementedError

    def cancel(self, run_id: str) -> None:
        """Ends the trainer: asked first, killed with its children after some seconds."""
        raise NotImplementedError

    def delete(self, run_id: str) -> None:
        """Ends it if it lives, and removes its folder."""
        raise NotImplementedError
