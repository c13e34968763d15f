"""Writing so that a crash or a full disk leaves the old file whole or the new file whole."""

import contextlib
import os
import secrets
from pathlib import Path

from engine.errors import OutputError
from engine.language import said


def atomic_write(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Writes `data` to `path` through a temporary file in the same folder, fsync and rename.

    Args:
        path: the file; its folder exists.
        data: all of it.
        mode: who may read it, before the umask.

    Raises:
        OutputError: the folder is missing or read-only, or the disk is full; an old file is then
            untouched.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with _created(temporary, mode) as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise OutputError(
            said("could not be written: {strerror}", strerror=error.strerror),
            hint=said(
                "Check that the folder exists, may be written to, and that the disk is not full."
            ),
            file=path,
        ) from error


def sync_folder(folder: Path) -> None:
    """Makes renames in `folder` survive a power cut, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _created(path: Path, mode: int):  # noqa: ANN202 - the stub type of os.fdopen is private
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, mode), "wb")
