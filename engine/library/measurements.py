"""Measurements: how many marks of which kind an image has. The marks are in their own files."""

import sqlite3
from collections import Counter

from engine.library.images import image_of
from engine.library.studies import refresh
from engine.measure.sheet import Sheet

KEY_IMAGE = "key image"


def index_sheet(connection: sqlite3.Connection, key: str, sheet: Sheet) -> bool:
    """Counts what is drawn on an image, in place of an earlier count. False: it is not known."""
    known = image_of(connection, key)
    if known is None:
        return False
    counts = Counter(mark.kind for mark in sheet.marks)
    counts[KEY_IMAGE] = len(sheet.key_frames)
    connection.execute("DELETE FROM measurements WHERE image_id = ?", known[:1])
    connection.executemany(
        "INSERT INTO measurements VALUES (?, ?, ?)",
        [(known[0], kind, count) for kind, count in counts.items() if count],
    )
    refresh(connection, known[1:])
    return True
