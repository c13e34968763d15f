"""Received images: which of the files that peers sent were read by somebody, as the library knows.

Those files are the program's own copies, unlike all others, so that they go when what is known of
them is forgotten; but never before somebody has read them.
"""

import os
import sqlite3
from pathlib import Path

# A new image makes its study unread again; a report speaks of its own image alone.
_IS_READ = (
    "(studies.read_at <> '' OR EXISTS (SELECT 1 FROM reports WHERE reports.image_id = images.id))"
)
_IN_FOLDER = "FROM images JOIN studies ON studies.id = images.study_id WHERE substr(path, 1, ?) = ?"


def read_files(connection: sqlite3.Connection, folder: Path) -> tuple[Path, ...]:
    """The files in a folder whose images somebody has read."""
    sql = f"SELECT path {_IN_FOLDER} AND {_IS_READ} ORDER BY images.id"
    rows = connection.execute(sql, _place(folder))
    return tuple(Path(os.fsdecode(path)) for (path,) in rows)


def unread_studies(connection: sqlite3.Connection, folder: Path) -> frozenset[int]:
    """Studies with an image in a folder that nobody has read."""
    sql = f"SELECT DISTINCT study_id {_IN_FOLDER} AND NOT {_IS_READ}"
    return frozenset(study for (study,) in connection.execute(sql, _place(folder)))


def _place(folder: Path) -> tuple[int, bytes]:
    start = os.fsencode(folder) + os.fsencode(os.sep)
    return len(start), start
