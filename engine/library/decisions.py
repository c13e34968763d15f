"""Decisions: who answered which finding how, and who has looked. Their words are in their files."""

import sqlite3

from engine.decisions import Record
from engine.library.images import image_of
from engine.library.studies import refresh


def index_record(connection: sqlite3.Connection, key: str, record: Record) -> bool:
    """Sums up what was decided about an image, in place of an earlier sum. False: not known."""
    known = image_of(connection, key)
    if known is None:
        return False
    image, study = known
    connection.execute("UPDATE images SET looked_at = ? WHERE id = ?", (record.looked_at, image))
    connection.execute("DELETE FROM decisions WHERE image_id = ?", (image,))
    connection.executemany(
        "INSERT INTO decisions "
        "(image_id, model_id, frame, finding, verdict, has_comment, by, at, version, "
        "probability) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                image,
                d.model_id,
                d.frame,
                d.finding,
                d.verdict,
                bool(d.comment),
                d.by,
                d.at,
                d.model_version,
                d.probability,
            )
            for d in record.decisions
        ],
    )
    refresh(connection, (study,))
    return True
