"""This user's library, for commands that ask it; they never write to it."""

import contextlib
import sqlite3
from collections.abc import Iterator

from desktop.paths import library_folder, user_folder
from engine.errors import LibraryError
from engine.library import schema
from engine.library.database import connect_to_read, library_error
from engine.library.opening import NAME, open_library


@contextlib.contextmanager
def own_library() -> Iterator[sqlite3.Connection]:
    """A connection that cannot write; a library of an earlier version is brought up to date first.

    Raises:
        LibraryError: there is none, a newer version made it, or it cannot be read.
    """
    folder = library_folder(user_folder())
    path = folder / NAME
    if not path.is_file():
        raise LibraryError(
            "there is no library yet",
            hint="It begins when the window opens its first image with the history on.",
            file=path,
        )
    try:
        with contextlib.closing(connect_to_read(path)) as connection:
            version = schema.version_of(connection)
        if version > schema.VERSION:
            raise LibraryError("a newer version of the program made this library", file=path)
        if version < schema.VERSION:
            open_library(folder).library.close()
        with contextlib.closing(connect_to_read(path)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise library_error(error, path) from error
