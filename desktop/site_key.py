"""The secret of this installation that pseudonyms are made with; it never leaves the machine."""

import os
import secrets
from pathlib import Path

from desktop.paths import user_folder
from engine.errors import OutputError
from engine.files import sync_folder
from engine.images.pseudonyms import KEY_BYTES
from engine.language import said

_NAME = "pseudonyms.key"


def site_key() -> bytes:
    """`KEY_BYTES` random bytes, made at the first call and kept in the user's folder.

    Raises:
        OutputError: the key cannot be written or read, or was damaged: other pseudonyms than
            before would tear patients' images apart, so no new key is made silently.
    """
    path = user_folder() / _NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise OutputError(
            said("the key for pseudonyms cannot be kept: {reason}", reason=error.strerror),
            file=path,
        ) from error
    if len(key) != KEY_BYTES:
        raise OutputError(
            said("the key for pseudonyms is damaged"),
            hint=said("Restore it from a backup, or delete it: pseudonyms will then be new ones."),
            file=path,
        )
    return key


def _make(path: Path) -> None:
    """Makes the key unless one is there; two processes that try at once keep the same one."""
    if path.exists():
        return
    whole = path.with_name(f".{_NAME}.{os.getpid()}")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, secrets.token_bytes(KEY_BYTES))
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        os.link(whole, path)
    except FileExistsError:
        pass  # another process was first; its key counts
    finally:
        whole.unlink()
    sync_folder(path.parent)
