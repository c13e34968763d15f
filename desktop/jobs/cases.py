"""Cases of the library that readers confirmed or corrected, counted and written for a retraining.

The library's own worker is not held up: a connection that cannot write is opened for each question.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.site_key import site_key
from engine.bundle.manifest import Manifest
from engine.library.cases import (
    WORDS,
    Gathered,
    Labelling,
    check_files,
    for_findings,
    gather_cases,
    write_training_table,
)
from engine.library.database import connect_to_read, library_error
from engine.library.opening import NAME
from engine.progress import Step

_COUNT, _WRITE = "count", "write"


@dataclass(frozen=True)
class Written:
    """What was written.

    Attributes:
        table: where; None where nothing was left to write.
        left: the cases whose files are there and unaltered.
    """

    table: Path | None
    left: Gathered


class CaseSource(QObject):
    """Asks the library for cases of a model's findings.

    Args:
        library: folder of the library.
    """

    counted = Signal()  # `found` is new
    checking = Signal(float)  # share of the files looked at, 0..1
    written = Signal(object)  # Path of the table; None: no case was left whose file is there
    failed = Signal(object)  # WhyRayError

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Gathered | None = None
        self._path = library / NAME
        self._lane = Lane("cases", self)
        self._findings: tuple[str, ...] = ()

    def count(self, manifest: Manifest) -> None:
        """Asks for cases that tell everything that this model tells; `counted` answers."""
        self._findings = tuple(entry.name for entry in manifest.classes)
        are_exclusive = manifest.task == "multiclass"
        if manifest.task == "binary" and len(self._findings) == 2:
            are_exclusive = True
        work = partial(_gather, self._path, self._findings, are_exclusive=are_exclusive)
        self._lane.start(_COUNT, work, Reply(self._take, self._fail))

    def left_out_words(self) -> dict[str, int]:
        """Why how many were left out, in words that can be translated."""
        left_out = {} if self.found is None else self.found.left_out
        return {WORDS[reason]: count for reason, count in left_out.items()}

    def write(self, path: Path, names: Mapping[str, str], absent: str) -> None:
        """Checks the files of the cases and writes a table of them; `written` answers.

        Args:
            path: of the table.
            names: finding -> label, where other sources call it otherwise.
            absent: label of images without any finding; empty: the usual one.
        """
        if self.found is not None:
            labelling = Labelling(self._findings, absent, dict(names))
            work = partial(_write, path, self.found, labelling)
            reply = Reply(
                self._tell_written,
                self._fail,
                progressed=lambda fraction, _note: self.checking.emit(fraction),
            )
            self._lane.start(_WRITE, work, reply)

    def close(self, timeout_s: float) -> bool:
        """Ends the worker."""
        return self._lane.close(timeout_s)

    def _tell_written(self, written: Written) -> None:
        self.found = written.left
        self.counted.emit()  # without those whose files are gone
        self.written.emit(written.table)

    def _take(self, found: Gathered) -> None:
        self.found = found
        self.counted.emit()

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(presentable(error))


def _gather(path: Path, findings: tuple[str, ...], *, are_exclusive: bool) -> Gathered:
    if not path.is_file():
        return Gathered(())
    try:
        with contextlib.closing(connect_to_read(path)) as connection:
            gathered = gather_cases(connection)
    except sqlite3.Error as error:
        raise library_error(error, path) from error
    return for_findings(gathered, findings, are_exclusive=are_exclusive)


def _write(path: Path, found: Gathered, labelling: Labelling) -> Iterator[Step]:
    left = found
    for step in check_files(found):
        left = found if step.result is None else step.result
        yield Step(0.95 * step.fraction)
    if left.cases:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_training_table(path, left, labelling, key=site_key())
    yield Step(1.0, result=Written(path if left.cases else None, left))
