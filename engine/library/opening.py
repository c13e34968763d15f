"""Opening the library: checked, brought up to date, backed up; set aside and made anew if need be.

A database that is damaged, of a newer version or not a library at all never stops anybody: it gets
a dated name beside the new one, which begins as the newest whole backup, else empty. What was
decided and drawn lies in files of its own and is summed up again by whoever opens
(`Opened.is_new`). The audit is taken over from the damaged database as far as its chain holds.
"""

import contextlib
import sqlite3
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from engine.errors import LibraryError
from engine.language import said
from engine.library import audit, schema
from engine.library.backups import back_up, backups, is_whole, problems_of, remove_old
from engine.library.database import (
    WAL_SINCE,
    Library,
    connect,
    connect_to_read,
    file_number,
    is_damaged,
    library_error,
)
from engine.library.network import is_local

NAME = "library.db"
BACKUPS = "backups"
BACKUP_EVERY = timedelta(hours=24)
_LAST_BACKUP = "backed up at"
_COMPANIONS = ("-journal", "-wal", "-shm")
_TURN = threading.Lock()  # two parts of this program must not set the same database aside


@dataclass(frozen=True)
class Opened:
    """An open library.

    Attributes:
        library: ready for use.
        notices: what the person should know, such as that a damaged database was set aside.
        is_new: whether sums over decisions and marks must be made again.
    """

    library: Library
    notices: tuple[LibraryError, ...] = ()
    is_new: bool = False


class _Unfit(Exception):
    """A database that cannot be used as it is.

    Args:
        reason: one word for names and the audit.
        why: for people.
    """

    def __init__(self, reason: str, why: str) -> None:
        super().__init__(why)
        self.reason, self.why = reason, why


def open_library(folder: Path, now: datetime | None = None) -> Opened:
    """Opens the library of a folder; makes it where there is none.

    Args:
        folder: of the library; made when needed.
        now: the time; None: the clock's.

    Raises:
        LibraryError: it is locked, forbidden or on a disk that refuses; it was left alone.
    """
    now = datetime.now(UTC) if now is None else now
    path = folder / NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it names patients
        with _TURN:
            try:
                return Opened(_opened(path, now))
            except _Unfit as unfit:
                return _rebuilt(path, unfit, now)
    except sqlite3.Error as error:
        raise library_error(error, path) from error
    except OSError as error:
        message = said("the library cannot be used: {why}", why=error.strerror)
        hint = said("Check that its folder exists and may be written to.")
        raise LibraryError(message, hint=hint, file=path) from error


def set_aside(folder: Path) -> tuple[Path, ...]:
    """Databases that were set aside, oldest first."""
    return tuple(sorted(folder.glob("library-set-aside-*.db")))


def renew_backups(library: Library, now: datetime | None = None) -> None:
    """Replaces all copies by a new one: what was forgotten is in none. Raises LibraryError."""
    now = datetime.now(UTC) if now is None else now
    folder = library.path.parent / BACKUPS
    try:
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for path in backups(folder):
            path.unlink(missing_ok=True)
        _back_up(library.connection, folder, now)
    except sqlite3.Error as error:
        raise library_error(error, library.path) from error
    except OSError as error:
        message = said("an old copy cannot be deleted: {why}", why=error.strerror)
        raise LibraryError(message, file=folder) from error


def _opened(path: Path, now: datetime) -> Library:
    """Raises _Unfit, sqlite3.Error or OSError."""
    try:
        connection = connect(path)
    except sqlite3.Error as error:
        _raise_unfit(error)
        raise
    try:
        _choose_journal(connection, path)
        _check(connection)
        _bring_up_to_date(connection, path.parent / BACKUPS, now)
    except sqlite3.Error as error:
        connection.close()
        _raise_unfit(error)
        raise
    except BaseException:
        connection.close()
        raise
    return Library(connection, path, file_number(path))


def open_again(folder: Path) -> Library | None:
    """Opens the library of a folder as it is, without looking through it.

    Returns:
        None where there is none, or where it has to be looked through, made or brought up to date.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        connection = connect(path)
    except sqlite3.Error:
        return None
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        is_ours = application == schema.APPLICATION_ID
        if is_ours and schema.version_of(connection) == schema.VERSION:
            return Library(connection, path, file_number(path))
    except sqlite3.Error:
        connection.close()
        return None
    connection.close()
    return None


def _raise_unfit(error: sqlite3.Error) -> None:
    """Raises _Unfit where the file itself is broken."""
    if is_damaged(error):
        raise _Unfit("damaged", str(error)) from error


def _choose_journal(connection: sqlite3.Connection, path: Path) -> None:
    is_fit = sqlite3.sqlite_version_info >= WAL_SINCE and is_local(path)
    connection.execute(f"PRAGMA journal_mode = {'WAL' if is_fit else 'TRUNCATE'}")


def _check(connection: sqlite3.Connection) -> None:
    version = schema.version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    is_empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if not is_empty and application != schema.APPLICATION_ID:
        raise _Unfit("foreign", said("it is the database of another program"))
    if version > schema.VERSION:
        text = said("it was made by a newer version (schema {version})", version=version)
        raise _Unfit("newer", text)
    problem = problems_of(connection)
    if not problem and connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        problem = said("rows refer to others that are gone")
    if problem:
        raise _Unfit("damaged", problem)


def _bring_up_to_date(connection: sqlite3.Connection, folder: Path, now: datetime) -> None:
    version = schema.version_of(connection)
    if version != schema.VERSION:
        if version:
            back_up(connection, folder, stamp_of(now), f"-v{version}")
        schema.migrate(connection)
        problem = problems_of(connection)
        if problem:
            raise _Unfit("damaged", problem)
    if version and _is_backup_due(connection, now):
        _back_up(connection, folder, now)


def _is_backup_due(connection: sqlite3.Connection, now: datetime) -> bool:
    row = connection.execute("SELECT value FROM facts WHERE name = ?", (_LAST_BACKUP,)).fetchone()
    if row is None:
        return True
    apart = now - datetime.fromisoformat(row[0])
    return apart >= BACKUP_EVERY or apart < timedelta()  # or the clock was set back


def _back_up(connection: sqlite3.Connection, folder: Path, now: datetime) -> None:
    back_up(connection, folder, stamp_of(now))
    remove_old(folder)
    connection.execute(
        "INSERT OR REPLACE INTO facts VALUES (?, ?)", (_LAST_BACKUP, now.isoformat())
    )


def _rebuilt(path: Path, unfit: _Unfit, now: datetime) -> Opened:
    """Sets the database aside and begins a new one. Raises sqlite3.Error or OSError."""
    aside = _aside(path, now)
    origin = _restore(path, path.parent / BACKUPS)
    try:
        library = _opened(path, now)
    except _Unfit:  # the copy is whole but does not fit together
        path.unlink()
        origin, library = None, _opened(path, now)
    taken = _take_over_audit(library, aside) if unfit.reason == "damaged" else 0
    details = {
        "reason": unfit.reason,
        "file": aside.name,
        "backup": "" if origin is None else origin.name,
        "entries taken over": taken,
        "head": _head_of(aside),
    }
    event = audit.Event(audit.SET_ASIDE, now.isoformat(timespec="seconds"), details=details)
    with library.writing() as connection:
        audit.append(connection, [event])
    return Opened(library, (_notice(aside, unfit, origin),), is_new=True)


def _aside(path: Path, now: datetime) -> Path:
    """Renames a database with what belongs to it, never over another file."""
    stem, place = f"library-set-aside-{stamp_of(now)}", 1
    aside = path.with_name(f"{stem}.db")
    while aside.exists():
        place += 1
        aside = path.with_name(f"{stem}-{place}.db")
    path.rename(aside)
    for ending in _COMPANIONS:
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def _restore(path: Path, folder: Path) -> Path | None:
    """Begins with the newest copy that is whole and of a known version; None: there is none."""
    for copy in backups(folder):
        if not is_whole(copy):
            continue
        with contextlib.closing(connect_to_read(copy)) as source:
            if not 0 < schema.version_of(source) <= schema.VERSION:
                continue
            with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as target:
                source.backup(target)
            return copy
    return None


def _take_over_audit(library: Library, aside: Path) -> int:
    """Adds the entries of a damaged database that follow those of the new one; returns how many."""
    taken = 0
    with library.writing() as connection, contextlib.suppress(sqlite3.DatabaseError):
        kept = audit.verify(audit.lines(connection))
        known, head = kept.count, kept.head
        with contextlib.closing(connect_to_read(aside)) as damaged:
            rows = damaged.execute(
                "SELECT seq, entry, hash FROM audit WHERE seq > ? ORDER BY seq", (known,)
            )
            for number, entry, found in rows:
                if not audit.follows(entry, found, number=number, previous=head):
                    break
                connection.execute("INSERT INTO audit VALUES (?, ?, ?)", (number, entry, found))
                head, taken = found, taken + 1
    return taken


def _head_of(aside: Path) -> str:
    """The last hash that can still be read in a database that was set aside; else empty."""
    try:
        with contextlib.closing(connect_to_read(aside)) as connection:
            row = connection.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.Error:
        return ""
    return "" if row is None else str(row[0])


def _notice(aside: Path, unfit: _Unfit, origin: Path | None) -> LibraryError:
    is_damaged = unfit.reason == "damaged"  # then the words of SQLite, which help nobody to act
    why = said("it is damaged") if is_damaged else unfit.why
    message = said("the library could not be used ({why}) and was set aside", why=why)
    if origin is None:
        hint = said(
            "A new one was begun. Studies appear in it as they are opened; decisions and marks are "
            "not lost, they lie in files of their own."
        )
    else:
        hint = said(
            "It was made anew from the backup {name}; later studies appear as they are opened. "
            "Decisions and marks are not lost, they lie in files of their own.",
            name=origin.name,
        )
    details = {"found": unfit.why} if is_damaged else {}
    return LibraryError(message, hint=hint, file=aside, details=details)


def stamp_of(now: datetime) -> str:
    """The time as it stands in names of files, UTC."""
    return now.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
