"""Where the files about one image go: beside each other, in the folders that the images lie in."""

import hashlib
import os
import re
from pathlib import PurePosixPath

PICTURES, REPORTS = "pictures", "reports"
MOST_BYTES = 180  # of a name; file systems take 255, suffixes come on top
# What Windows does not take in names, and what would mean something to a shell or a browser.
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def picture_name(key: str, method: str, target: str) -> str:
    """``pictures/<path of the image>.<method>.<class>.png``."""
    part = re.sub(r"[^\w-]+", "-", target).strip("-").casefold() or "class"
    return f"{_beside(PICTURES, key)}.{method}.{part}.png"


def report_name(key: str) -> str:
    """``reports/<path of the image>.pdf``."""
    return f"{_beside(REPORTS, key)}.pdf"


def _beside(folder: str, key: str) -> str:
    return str(PurePosixPath(folder, *(_fit(part) for part in PurePosixPath(key).parts)))


def _fit(name: str) -> str:
    """The same name where it can be written everywhere; else a like one that is no other's."""
    fitting = _FORBIDDEN.sub("_", name)
    if _RESERVED.match(fitting):
        fitting = f"_{fitting}"
    raw = os.fsencode(fitting)
    if fitting == name and len(raw) <= MOST_BYTES:
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    kept = raw[: MOST_BYTES - 40].decode("utf-8", "ignore")
    return f"{kept}-{digest}"
