"""The journal of a batch: one line per finished file, added and never changed.

Everything else that a batch writes about its files is derived from it. A line counts once its end
is written, so a program that is killed loses no finished file and repeats none; a torn last line is
cut off. Whoever runs the batch brings the lines to the disk itself about once a second (`sync`): a
power cut may cost that second's files, which are then done again.
"""

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.batch.record import Record
from engine.errors import OutputError, RequestError
from engine.files import sync_folder
from engine.language import said

NAME = "journal.jsonl"
SCHEMA_VERSION = 1
_LOCKED_BYTE = 2**40  # far behind the end: readers on Windows must not meet the lock


@dataclass(frozen=True)
class Place:
    """Where the last line about a file is, and what the file was then."""

    offset: int
    size: int
    mtime_ns: int
    status: str


class Journal:
    """An open journal; nobody else can open it meanwhile. Made by `open_journal`.

    Attributes:
        header: what the batch was asked for.
        places: by key of the finished files.
        damaged: number of lines that were no records and are done again.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self.header: Mapping[str, Any] = {}
        self.places: dict[str, Place] = {}
        self.damaged = 0
        self._path = path
        self._handle = handle
        self._end = 0

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_what: object) -> None:
        self.close()

    def add(self, record: Record) -> None:
        """Adds a finished file. Raises OutputError where the disk refuses; the file is then not in.

        What is added survives the end of this program at once, that of the system after `sync`.
        """
        start = self._end
        self._append(record.as_json())
        self.places[record.key] = Place(start, record.size, record.mtime_ns, record.status)

    def sync(self) -> None:
        """Brings everything to the disk itself; may wait for it, and be called beside `add`."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise _cannot_write(self._path, error) from error

    def records(self, keys: Iterable[str]) -> Iterator[Record]:
        """The last record of each of the files, read from the disk one by one."""
        with self._path.open("rb") as stream:
            for key in keys:
                stream.seek(self.places[key].offset)
                yield Record.from_json(json.loads(stream.readline()))

    def close(self) -> None:
        """Brings everything to the disk and lets others open it; may be called twice."""
        if self._handle >= 0:
            with contextlib.suppress(OutputError):
                self.sync()
            os.close(self._handle)
            self._handle = -1

    def begin(self, header: Mapping[str, Any]) -> None:
        """Writes the first line of an empty journal."""
        self.header = dict(header)
        self._append({"schema": SCHEMA_VERSION, "batch": self.header})
        self.sync()
        with contextlib.suppress(OSError):
            sync_folder(self._path.parent)

    def load(self) -> None:
        """Reads what is there and cuts off a torn last line. Raises RequestError."""
        with self._path.open("rb") as stream:
            self._read_header(stream.readline())
            self._end = stream.tell()
            for line in stream:
                if not line.endswith(b"\n"):
                    break
                self._read_line(line)
                self._end += len(line)
        try:
            os.ftruncate(self._handle, self._end)
        except OSError as error:
            raise _cannot_write(self._path, error) from error

    def _read_header(self, line: bytes) -> None:
        try:
            plain = json.loads(line) if line.endswith(b"\n") else None
            header, schema = plain["batch"], plain["schema"]
        except (ValueError, TypeError, KeyError) as error:
            raise RequestError(
                said("the folder holds something else under the name of a batch's journal"),
                hint=said("Choose another folder for the results."),
                file=self._path,
            ) from error
        if schema != SCHEMA_VERSION:
            raise RequestError(
                said("the batch was begun by another version of WhyRay"),
                hint=said("Go on with that version, or choose another folder."),
                file=self._path,
            )
        self.header = header

    def _read_line(self, line: bytes) -> None:
        try:
            record = Record.from_json(json.loads(line))
        except (ValueError, TypeError, KeyError):
            self.damaged += 1
            return
        place = Place(self._end, record.size, record.mtime_ns, record.status)
        self.places[record.key] = place

    def _append(self, plain: Mapping[str, Any]) -> None:
        rest = memoryview(json.dumps(plain, allow_nan=False).encode("ascii") + b"\n")
        length = len(rest)
        try:
            os.lseek(self._handle, self._end, os.SEEK_SET)
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, self._end)
            raise _cannot_write(self._path, error) from error
        self._end += length


def open_journal(folder: Path, header: Mapping[str, Any], *, resumes: bool) -> Journal:
    """Opens the journal of the results in `folder`.

    Args:
        folder: of the results; made where it is missing.
        header: what is asked for, plain JSON values by name.
        resumes: goes on with what is there; without it a journal must not be there yet.

    Raises:
        RequestError: there is one already, or one of a batch that was asked for something else, or
            somebody works with it now.
        OutputError: the folder cannot be written to.
    """
    path = folder / NAME
    handle = _opened(path)
    journal = Journal(path, handle)
    try:
        _lock(handle, path)
        if os.fstat(handle).st_size == 0 or _is_torn_beginning(path):
            os.ftruncate(handle, 0)
            journal.begin(header)
            return journal
        if not resumes:
            raise RequestError(
                said("the folder holds the results of a batch already"),
                hint=said("Go on with it (--resume), or choose another folder."),
                file=folder,
            )
        journal.load()
        _compare(journal.header, header, folder)
    except BaseException:
        journal.close()
        raise
    return journal


def header_of(folder: Path) -> Mapping[str, Any] | None:
    """What the batch in that folder was asked for; None where there is none that can be read."""
    try:
        with (folder / NAME).open("rb") as stream:
            line = stream.readline()
        return json.loads(line)["batch"]
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _is_torn_beginning(path: Path) -> bool:
    """Whether the program was killed while it wrote the very first line."""
    with path.open("rb") as stream:
        beginning = stream.readline()
    start = f'{{"schema": {SCHEMA_VERSION}, "batch": '.encode()
    return not beginning.endswith(b"\n") and (
        beginning.startswith(start) or start.startswith(beginning)
    )


def _compare(then: Mapping[str, Any], now: Mapping[str, Any], folder: Path) -> None:
    different = [name for name in dict.fromkeys((*then, *now)) if then.get(name) != now.get(name)]
    if not different:
        return
    details = {name: f"{_short(then.get(name))} -> {_short(now.get(name))}" for name in different}
    raise RequestError(
        said(
            "the batch in this folder was asked for something else: {names}",
            names=", ".join(different),
        ),
        hint=said("Ask for the same again to go on, or choose another folder."),
        file=folder,
        details=details,
    )


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= 100 else text[:99] + "…"


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, flags, 0o644)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _lock(handle: int, path: Path) -> None:
    """Keeps others out until the file is closed or this program ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise RequestError(
            said("another batch is writing into this folder"),
            hint=said("Wait until it has ended, or choose another folder."),
            file=path.parent,
        ) from error


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(
        said("could not be written: {strerror}", strerror=error.strerror),
        hint=said(
            "Check that the folder exists, may be written to, and that the disk is not full."
        ),
        file=path,
    )
