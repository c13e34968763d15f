"""Forgetting: a study leaves the library, and the audit keeps the keys of its images alone.

Marks and decisions lie in files of their own; whoever forgets a study removes those first.
"""

import sqlite3
from collections.abc import Iterable

from engine.library import audit
from engine.library.images import keys_of

ON_REQUEST, BY_AGE = "on request", "retention"


def forget(
    connection: sqlite3.Connection, ids: Iterable[int], *, reason: str, at: str, by: str
) -> tuple[str, ...]:
    """Takes studies out with all that is known of them.

    Args:
        connection: inside a writing transaction.
        ids: of the studies.
        reason: `ON_REQUEST` or `BY_AGE`; stands in the audit.
        at: when, UTC, ISO 8601.
        by: who asked for it.

    Returns:
        The keys of their images.
    """
    keys: list[str] = []
    for study in ids:
        keys += keys_of(connection, study)
        connection.execute("DELETE FROM studies WHERE id = ?", (study,))
    details = {"reason": reason}
    audit.append(connection, [audit.Event(audit.FORGOTTEN, at, key, by, details) for key in keys])
    return tuple(keys)


def opened_before(connection: sqlite3.Connection, before: str) -> tuple[int, ...]:
    """Ids of the studies that were opened last before a time, UTC, ISO 8601."""
    rows = connection.execute("SELECT id FROM studies WHERE opened_at < ? ORDER BY id", (before,))
    return tuple(study for (study,) in rows)
