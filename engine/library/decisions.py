"""Decisions: who answered which finding how, and who has looked. Their words are in their files."""

import sqlite3

from engine.decisions import Record
from engine.library.images import image_of
from engine.library.studies import refresh

# What readers answered, with the newest score of the version that they answered, where it is known.
ANSWERED = """
    FROM decisions JOIN images ON images.id = decisions.image_id
    JOIN studies ON studies.id = images.study_id
    LEFT JOIN predictions ON predictions.id = (
        SELECT max(made.id) FROM predictions made JOIN models ON models.id = made.model
        WHERE made.image_id = decisions.image_id AND made.frame = decisions.frame
        AND models.model_id = decisions.model_id
        AND decisions.version IN ('', models.version))
    LEFT JOIN scores ON scores.prediction_id = predictions.id
        AND scores.finding = decisions.finding
"""
# Whether the finding was at or above its operating point: of the probability that the reader
# answered; where it was not kept, of the score that is. NULL: not known.
SIDE = "coalesce(decisions.probability >= scores.threshold, scores.is_above)"


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
