"""The open database: transactions, and SQLite's errors in words for people."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import LibraryError
from engine.language import said

BUSY_S = 10.0  # how long another writer is waited for
# Older versions may damage a database in this mode when a checkpoint meets a writer.
WAL_SINCE = (3, 51, 3)
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA recursive_triggers = ON",  # or REPLACE would go around the triggers of the audit
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -16000",  # KiB
)


@dataclass(frozen=True, eq=False)
class Library:
    """The library of one user, open. Used by one thread at a time.

    Attributes:
        connection: in autocommit mode; write through `writing` only.
        path: of the database.
        file_number: of the file at that path when it was opened; None: not known.
    """

    connection: sqlite3.Connection
    path: Path
    file_number: int | None = None

    @property
    def is_set_aside(self) -> bool:
        """Whether the file has another name since it was opened, so that nobody will read it."""
        number = file_number(self.path)
        return None not in (number, self.file_number) and number != self.file_number

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk afterwards, or none. Raises LibraryError."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()
            raise library_error(error, self.path) from error
        except BaseException:
            self._undo()
            raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """For questions. Raises LibraryError."""
        try:
            yield self.connection
        except sqlite3.Error as error:
            raise library_error(error, self.path) from error

    def close(self) -> None:
        """Lets the file go."""
        self.connection.close()

    def _undo(self) -> None:
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):  # a full disk has rolled back already
                self.connection.execute("ROLLBACK")


def file_number(path: Path) -> int | None:
    """What the system calls the file at a path; None where there is none."""
    try:
        return path.stat().st_ino
    except OSError:
        return None


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the rules of the house; makes the file. Raises sqlite3.Error."""
    connection = sqlite3.connect(
        path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; the file must exist. Raises sqlite3.Error."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, timeout=BUSY_S, uri=True, isolation_level=None)


def is_damaged(error: sqlite3.Error) -> bool:
    """Whether the file itself is broken, as opposed to locked, full or forbidden."""
    return _primary_code(error) in _DAMAGED


def library_error(error: sqlite3.Error, path: Path) -> LibraryError:
    """What SQLite says, for people."""
    code = _primary_code(error)
    if code in _DAMAGED:
        message = said("the library is damaged")
        hint = said("It is set aside at the next start and made anew; nothing is deleted.")
    elif code in _BUSY:
        message = said("the library is in use by another program")
        hint = said("Close the other program; what was opened meanwhile is not in the worklist.")
    elif code == sqlite3.SQLITE_FULL:
        message = said("the library cannot grow: the disk is full")
        hint = said("Make room on the disk; what is in the library already is safe.")
    else:
        message = said("the library cannot be used: {why}", why=error)
        hint = said("Check that its folder exists and may be written to.")
    return LibraryError(message, hint=hint, file=path, is_damaged=code in _DAMAGED)


def _primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without the details in its higher bits; -1 where there is none."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return int(code) & 0xFF
    return sqlite3.SQLITE_NOTADB if "not a database" in str(error) else -1
