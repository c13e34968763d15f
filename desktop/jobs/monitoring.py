"""Monitoring of the window: asks the library for its months, beside the library's own worker.

A connection that cannot write is opened for each question, so that a long look holds nobody up.
"""

from __future__ import annotations

import contextlib
import sqlite3
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from engine.batch.cells import table
from engine.files import atomic_write
from engine.library import schema
from engine.library.database import connect_to_read, library_error
from engine.library.monitoring import Monitored, monitor
from engine.library.monitoring_tables import COLUMNS, rows
from engine.library.opening import NAME

_LOOK, _SAVE = "look", "save"


class Monitoring(QObject):
    """Looks through the library and keeps what it found.

    Args:
        library: folder of the library.
    """

    looked = Signal()  # `found` is new
    saved = Signal(object)  # Path of the table
    failed = Signal(object)  # WhyRayError

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found = Monitored()
        self._path = library / NAME
        self._lane = Lane("monitoring", self)

    @property
    def is_looking(self) -> bool:
        """Whether an answer is still to come."""
        return self._lane.is_open(_LOOK)

    def look(self) -> None:
        """Looks through the library; `looked` answers."""
        self._lane.start(_LOOK, partial(_look, self._path), Reply(self._take, self._fail))

    def save(self, path: Path) -> None:
        """Writes what was found as a table; `saved` answers."""
        work = partial(_save, path, self.found)
        self._lane.start(_SAVE, work, Reply(self.saved.emit, self._fail))

    def close(self, timeout_s: float) -> bool:
        """Ends the worker. False when it did not end in time."""
        return self._lane.close(timeout_s)

    def _take(self, found: Monitored) -> None:
        self.found = found
        self.looked.emit()

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(presentable(error))


def _look(path: Path) -> Monitored:
    """Nothing where there is no library, or one that is still to be brought up to date."""
    if not path.is_file():
        return Monitored()
    try:
        with contextlib.closing(connect_to_read(path)) as connection:
            if schema.version_of(connection) != schema.VERSION:
                return Monitored()
            return monitor(connection)
    except sqlite3.Error as error:
        raise library_error(error, path) from error


def _save(path: Path, found: Monitored) -> Path:
    atomic_write(path, table(COLUMNS, rows(found)))
    return path
