"""Images that an administrator has chosen for a retraining: folders, tables, cases of the library.

They belong to the desk, not to a window, and outlive a change of language.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.jobs.cases import CaseSource
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.retraining.glance import Glance, glance, seems_absent
from engine.errors import WhyRayError


@dataclass(frozen=True)
class Source:
    """A folder or a table with labelled images.

    Attributes:
        path: where it is.
        glance: what it seems to hold; None while nobody has looked, or where that failed.
        error: why it cannot be used.
    """

    path: Path
    glance: Glance | None = None
    error: WhyRayError | None = None


class TrainingSources(QObject):
    """The chosen folders and tables, each looked at as soon as it is named.

    Args:
        library: folder of the library.
    """

    changed = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cases = CaseSource(library, self)
        self._all: tuple[Source, ...] = ()
        self._lane = Lane("source glance", self)
        self._is_closed = False

    @property
    def all(self) -> tuple[Source, ...]:
        """In the order in which they were chosen."""
        return self._all

    @property
    def are_usable(self) -> bool:
        """Whether there are some, all of them were looked at, and none has failed."""
        return bool(self._all) and all(source.glance is not None for source in self._all)

    def labels(self) -> dict[str, int]:
        """Images of all sources by class, as far as a glance tells."""
        counts: dict[str, int] = {}
        for source in self._all:
            for label, count in source.glance.labels.items() if source.glance is not None else ():
                counts[label] = counts.get(label, 0) + count
        return dict(sorted(counts.items()))

    def add(self, paths: tuple[Path, ...]) -> None:
        """Adds those that are not there yet."""
        known = {source.path for source in self._all}
        fresh = [path for path in dict.fromkeys(paths) if path not in known]
        if self._is_closed:
            return
        self._all = (*self._all, *(Source(path) for path in fresh))
        for path in fresh:
            reply = Reply(partial(self._glanced, path), partial(self._failed, path))
            self._lane.start(str(path), partial(glance, path), reply)
        if fresh:
            self.changed.emit()

    def remove(self, path: Path) -> None:
        """Takes one out."""
        self._lane.cancel(str(path))
        self._all = tuple(source for source in self._all if source.path != path)
        self.changed.emit()

    def close(self, timeout_s: float) -> bool:
        """Ends the workers."""
        self._is_closed = True
        ended = [part.close(timeout_s) for part in (self._lane, self.cases)]
        return all(ended)

    def _glanced(self, path: Path, found: Glance) -> None:
        self._update(path, glance=found)

    def _failed(self, path: Path, error: BaseException) -> None:
        self._update(path, error=presentable(error, path))

    def _update(self, path: Path, **facts: object) -> None:
        self._all = tuple(
            replace(source, **facts) if source.path == path else source for source in self._all
        )
        self.changed.emit()


def likely_finding(labels: tuple[str, ...]) -> str:
    """Of two classes the one that is the finding, judged by its name; empty where that is open."""
    left = [label for label in labels if not seems_absent(label)]
    return left[0] if len(labels) == 2 and len(left) == 1 else ""
