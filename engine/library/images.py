"""Images: which file shows which image of which study. Files stay where they are."""

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.images.radiograph import Facts
from engine.library.studies import put_study, refresh


@dataclass(frozen=True)
class Sighting:
    """An image that was found in a file.

    Attributes:
        key: `engine.images.identity.record_key`, or `key_of_uid` before it is decoded.
        path: of the file, as a person finds it.
        facts: what is known of its patient and study.
        title: what to call it where it names no patient; the file's name.
        file_sha256: hex digest of the file; empty while unknown.
    """

    key: str
    path: Path
    facts: Facts
    title: str
    file_sha256: str = ""


def put_images(connection: sqlite3.Connection, seen: Iterable[Sighting], at: str) -> None:
    """Adds images or files where they are now; inside a writing transaction.

    A study that was read has something unread again when an image is new in it.

    Args:
        connection: to write to.
        seen: the images.
        at: now, UTC, ISO 8601.
    """
    touched: set[int] = set()
    for sighting in seen:
        study = put_study(connection, sighting.facts, sighting.key, sighting.title, at)
        known = connection.execute(
            "SELECT id, study_id, file_sha256 FROM images WHERE key = ?", (sighting.key,)
        ).fetchone()
        if known is None:
            _add(connection, study, sighting, at)
            connection.execute(
                "UPDATE studies SET read_at = '', read_by = '' WHERE id = ?", (study,)
            )
        else:
            connection.execute(
                "UPDATE images SET study_id = ?, path = ?, view = ?, file_sha256 = ? WHERE id = ?",
                (
                    study,
                    os.fsencode(sighting.path),
                    sighting.facts.view_position or "",
                    sighting.file_sha256 or known[2],
                    known[0],
                ),
            )
            touched.add(known[1])
        touched.add(study)
    refresh(connection, sorted(touched))


def _add(connection: sqlite3.Connection, study: int, sighting: Sighting, at: str) -> None:
    connection.execute(
        "INSERT INTO images (study_id, key, file_sha256, series_uid, view, path, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            study,
            sighting.key,
            sighting.file_sha256,
            sighting.facts.series_uid or "",
            sighting.facts.view_position or "",
            os.fsencode(sighting.path),
            at,
        ),
    )


def image_of(connection: sqlite3.Connection, key: str) -> tuple[int, int] | None:
    """Ids of an image and of its study; None where the library does not know it."""
    row = connection.execute("SELECT id, study_id FROM images WHERE key = ?", (key,)).fetchone()
    return None if row is None else (int(row[0]), int(row[1]))


def files_of(connection: sqlite3.Connection, study: int) -> tuple[Path, ...]:
    """Where the images of a study lie, or lay when they were last seen."""
    rows = connection.execute("SELECT path FROM images WHERE study_id = ? ORDER BY id", (study,))
    return tuple(Path(os.fsdecode(path)) for (path,) in rows)


def keys_of(connection: sqlite3.Connection, study: int) -> tuple[str, ...]:
    """The keys of the images of a study."""
    rows = connection.execute("SELECT key FROM images WHERE study_id = ? ORDER BY id", (study,))
    return tuple(key for (key,) in rows)


def all_keys(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The keys of all images."""
    return tuple(key for (key,) in connection.execute("SELECT key FROM images ORDER BY id"))
