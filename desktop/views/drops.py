"""What was dropped, as paths: also names that are no valid UTF-8, which Qt's own URLs lose."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from PySide6.QtCore import QMimeData

URI_LIST = "text/uri-list"


@dataclass(frozen=True)
class Dropped:
    """The contents of a drop.

    Attributes:
        paths: local files and folders.
        refused: addresses that are neither.
    """

    paths: tuple[Path, ...]
    refused: tuple[str, ...]


def can_be_dropped(mime: QMimeData) -> bool:
    """Whether there is anything to open; asked while the pointer still moves."""
    return mime.hasFormat(URI_LIST)


def dropped_paths(mime: QMimeData) -> Dropped:
    """The local paths of a drop, in its order."""
    raw = bytes(mime.data(URI_LIST).data())
    lines = [line.strip() for line in raw.splitlines()]
    paths, refused = [], []
    for line in lines:
        if not line or line.startswith(b"#"):
            continue
        path = _local_path(line)
        if path is None:
            refused.append(line.decode("utf-8", "replace")[:120])
        else:
            paths.append(path)
    return Dropped(tuple(paths), tuple(refused))


def _local_path(uri: bytes) -> Path | None:
    parts = urlsplit(uri)
    if parts.scheme != b"file":
        return None
    text = os.fsdecode(unquote_to_bytes(parts.path))
    host = parts.netloc.decode("ascii", "replace")
    if os.name == "nt":
        share = f"//{host}" if host and host != "localhost" else ""
        return Path(share + text if share else text.lstrip("/"))
    return Path(text)
