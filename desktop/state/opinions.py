"""What two models say of the open images: which of them, and what came of it so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.state.workspace import Item, Progress
from engine.errors import WhyRayError

if TYPE_CHECKING:  # this pulls in ONNX Runtime, which is loaded after the window is up
    from engine.inference.disagreement import Disagreement


@dataclass(frozen=True)
class Opinion:
    """One image.

    Attributes:
        item: whose.
        found: what the models say; None where they may not or could not be asked.
        problem: why not.
    """

    item: Item
    found: Disagreement | None = None
    problem: WhyRayError | None = None


@dataclass(frozen=True)
class Opinions:
    """What the window of two models shows.

    Attributes:
        models: ids of the two; empty before any were asked.
        rows: images that are done, those they disagree about most first.
        progress: work under way.
        error: why there is nothing.
    """

    models: tuple[str, ...] = ()
    rows: tuple[Opinion, ...] = ()
    progress: Progress | None = None
    error: WhyRayError | None = None


class OpinionsState(QObject):
    """Holds one `Opinions` and tells of changes."""

    changed = Signal(frozenset)  # names of what changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Opinions()

    def change(self, **changes: Any) -> None:
        """Changes attributes and tells which."""
        self.shown = replace(self.shown, **changes)
        self.changed.emit(frozenset(changes))
