"""Copies of the database: one a day, one before every migration, each read again once written.

A copy is made by SQLite itself: copying the file while somebody writes gives half a database.
"""

import contextlib
import re
import sqlite3
from pathlib import Path

from engine.files import sync_folder
from engine.library.database import connect_to_read

KEPT = 7
_NAME = re.compile(r"library-(\d{8}-\d{6})(-v\d+)?\.backup\.db")


def backups(folder: Path) -> tuple[Path, ...]:
    """The copies in a folder, newest first."""
    if not folder.is_dir():
        return ()
    return tuple(sorted((p for p in folder.iterdir() if _NAME.fullmatch(p.name)), reverse=True))


def back_up(connection: sqlite3.Connection, folder: Path, stamp: str, suffix: str = "") -> Path:
    """Copies the database into `folder`, whole or not at all. Raises sqlite3.Error or OSError.

    Args:
        connection: of the database.
        folder: for copies; made when needed.
        stamp: now, ``YYYYMMDD-HHMMSS``, UTC; stands in the name.
        suffix: after it, ``-v1`` before a migration from version 1.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"library-{stamp}{suffix}.backup.db"
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    try:
        _copy(connection, unfinished)
        unfinished.replace(path)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    sync_folder(folder)
    return path


def remove_old(folder: Path, kept: int = KEPT) -> None:
    """Leaves the newest copies. Raises OSError."""
    for path in backups(folder)[kept:]:
        path.unlink(missing_ok=True)


def is_whole(path: Path) -> bool:
    """Whether a copy can be read from end to end."""
    try:
        with contextlib.closing(connect_to_read(path)) as connection:
            return problems_of(connection) == ""
    except sqlite3.Error:
        return False


def problems_of(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong with a database; empty: nothing. Raises sqlite3.Error."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return "" if found == "ok" else str(found).splitlines()[-1]


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as target:
        connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        problem = problems_of(target)
    if problem:
        raise sqlite3.DatabaseError(problem)
