"""Reports: that one was written, by whom, and whether it is verified. The report is a file."""

import sqlite3

from engine.library.images import image_of
from engine.library.studies import refresh


def put_report(connection: sqlite3.Connection, key: str, *, status: str, by: str, at: str) -> bool:
    """Files that a report about an image was written. False: the image is not known.

    Args:
        connection: inside a writing transaction.
        key: of the image.
        status: ``preliminary`` | ``verified``.
        by: who answers for it.
        at: when, UTC, ISO 8601.
    """
    known = image_of(connection, key)
    if known is None:
        return False
    connection.execute(
        "INSERT INTO reports (image_id, status, by, at) VALUES (?, ?, ?, ?)",
        (known[0], status, by, at),
    )
    refresh(connection, known[1:])
    return True
