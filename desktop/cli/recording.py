"""``--record``: what a command makes of images goes into this user's library and its audit.

Off by default: a script that goes through a folder a hundred times is no reading.
"""

import argparse
from typing import TYPE_CHECKING

from desktop.paths import library_folder, user_folder
from engine.errors import RequestError

if TYPE_CHECKING:
    from desktop.jobs.recording import Recording

FLAG, KEEPS = "--record", "history/keeps"


def add_record_argument(parser: argparse.ArgumentParser) -> None:
    """Adds the flag."""
    parser.add_argument(
        FLAG,
        action="store_true",
        help="write study, scores and explanations into your library and its audit, as the window"
        " does (default: a command leaves no trace there)",
    )


def recording_of(arguments: argparse.Namespace) -> "Recording | None":
    """What takes notes for a command; None where it was not asked for.

    Raises:
        RequestError: the history is switched off, or names are not to be written.
    """
    if not arguments.record:
        return None
    from desktop.jobs.recording import Recording
    from desktop.settings import Settings

    if getattr(arguments, "deidentified", False):
        raise RequestError(
            f"{FLAG} files images under their patients, and --deidentified hides them",
            hint="Leave one of the two out.",
        )
    if not Settings(user_folder()).get(KEEPS):
        raise RequestError(
            f"{FLAG}: the history is switched off in the settings",
            hint="Switch it on in the window (Settings, History), or leave the flag out.",
        )
    return Recording(library_folder(user_folder()))
