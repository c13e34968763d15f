"""What the library's worker does with received images: counts them and deletes what was read."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.library.received import read_files

if TYPE_CHECKING:
    from desktop.jobs.library_tasks import Shelf

_ENDING = ".dcm"


@dataclass(frozen=True)
class Inbox:
    """What lies in the folder of received images.

    Attributes:
        files: how many.
        size: their bytes.
        read: those that somebody has read.
        read_size: their bytes.
    """

    files: int
    size: int
    read: tuple[Path, ...]
    read_size: int


def look(shelf: Shelf, folder: Path) -> Inbox:
    """Counts; without a library nobody is known to have read anything."""
    sizes = dict(_sizes(folder))
    known: tuple[Path, ...] = ()
    if shelf.library is not None:
        with shelf.library.reading() as connection:
            known = read_files(connection, folder)
    read = tuple(path for path in dict.fromkeys(known) if path in sizes)
    return Inbox(len(sizes), sum(sizes.values()), read, sum(sizes[path] for path in read))


def remove(folder: Path, paths: Iterable[Path]) -> tuple[Path, ...]:
    """Deletes those of the files that lie in the folder; returns what could not be deleted."""
    left = []
    for path in paths:
        if path.parent != folder:
            continue
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return tuple(left)


def empty(shelf: Shelf, folder: Path) -> tuple[Inbox, Inbox]:
    """Deletes what somebody has read; returns what lay there before and lies there now."""
    before = look(shelf, folder)
    remove(folder, before.read)
    return before, look(shelf, folder)


def _sizes(folder: Path) -> Iterable[tuple[Path, int]]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_ENDING) and entry.is_file(follow_symlinks=False):
                yield folder / entry.name, entry.stat(follow_symlinks=False).st_size
