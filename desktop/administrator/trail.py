"""Writes what the administrator did into the audit of the library, from programs without a window.

It stands there whether or not the history of images is kept: it names accounts of the system and no
patients.
"""

from pathlib import Path

from desktop.administrator.vault import Vault
from engine.errors import WhyRayError
from engine.library import audit
from engine.library.opening import open_library


def write_down(vault: Vault, library: Path, *, at: str, by: str) -> tuple[WhyRayError, ...]:
    """Writes what the vault has told and forgets it.

    Args:
        vault: tells.
        library: folder of the library; made where there is none.
        at: UTC, ISO 8601.
        by: name of the account.

    Returns:
        What opening the library had to say, such as that a damaged one was set aside.

    Raises:
        LibraryError: it could not be written; what was told is still there.
    """
    events = [audit.Event(event, at, by=by, details=details) for event, details in vault.told]
    if not events:
        return ()
    opened = open_library(library)
    try:
        with opened.library.writing() as connection:
            audit.append(connection, events)
    finally:
        opened.library.close()
    vault.told.clear()
    return opened.notices
