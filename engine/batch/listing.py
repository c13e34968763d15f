"""Which files of a folder tree belong to a batch, in the order in which its tables list them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import RequestError, UnreadableFile
from engine.images.archive import is_archive
from engine.images.dicom.leading import leading_of
from engine.images.dicom.scan import is_dicom
from engine.images.sniff import SNIFFED_BYTES, sniff
from engine.language import said
from engine.progress import Step

# Named like an image but no image by their first bytes: these are told, not passed over.
SUFFIXES = frozenset(
    [".dcm", ".dicom", ".dic", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"]
)
_STEP_FILES = 50
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Entry:
    """One file of a batch.

    Attributes:
        key: path relative to the folder, with forward slashes.
        size: bytes.
        mtime_ns: time of the last change.
        problem: why it cannot be opened, where that is known already (a folder that cannot be
            listed); else empty.
    """

    key: str
    size: int
    mtime_ns: int
    problem: str = ""


@dataclass(frozen=True)
class Listing:
    """What a folder tree holds.

    Attributes:
        entries: in natural order of their paths (``2.dcm`` before ``10.dcm``).
        passed_over: number of files that are no images.
        archives: keys of archives, which a batch does not open.
    """

    entries: tuple[Entry, ...]
    passed_over: int = 0
    archives: tuple[str, ...] = ()


def list_images(folder: Path, excluded: Path) -> Iterator[Step]:
    """Looks through a folder and the folders below it; links to folders are not followed.

    Args:
        folder: where to look.
        excluded: a folder that is not looked into: where the results go.

    Yields:
        Steps; the last one's `result` is a `Listing`.

    Raises:
        RequestError: there is no such folder, or it cannot be listed.
    """
    if not folder.is_dir():
        raise RequestError(
            said("there is no such folder"), hint=said("Check the path."), file=folder
        )
    entries: list[Entry] = []
    archives: list[str] = []
    passed_over = 0
    for number, (path, problem) in enumerate(_files_below(folder, excluded.resolve())):
        key = path.relative_to(folder).as_posix()
        kind = "image" if problem else _kind_of(path)
        if kind == "image":
            entries.append(entry_of(path, key, problem))
        elif kind == "archive":
            archives.append(key)
        else:
            passed_over += 1
        if number % _STEP_FILES == 0:
            yield Step(0.0, said("{count} images found", count=len(entries)))
    entries.sort(key=lambda entry: natural_key(entry.key))
    yield Step(1.0, result=Listing(tuple(entries), passed_over, tuple(archives)))


def entry_of(path: Path, key: str, problem: str = "") -> Entry:
    """The entry of a file as it is now; size and time are -1 where the system does not tell."""
    try:
        found = path.stat()
    except OSError:
        return Entry(key, -1, -1, problem)
    return Entry(key, found.st_size, found.st_mtime_ns, problem)


def natural_key(key: str) -> tuple[tuple[tuple[tuple[int, int, str], ...], ...], str]:
    """Sorts paths as people count: folder by folder, numbers by their value, case aside."""
    return tuple(_part_key(part) for part in key.split("/")), key


def _part_key(part: str) -> tuple[tuple[int, int, str], ...]:
    pieces = _DIGITS.split(part)
    return tuple(
        (0, int(piece), "") if place % 2 else (1, 0, piece.casefold())
        for place, piece in enumerate(pieces)
        if piece
    )


def _files_below(folder: Path, excluded: Path) -> Iterator[tuple[Path, str]]:
    """Files with an empty problem; folders that cannot be listed with theirs."""
    pending = [folder]
    while pending:
        current = pending.pop()
        if current.resolve() == excluded:
            continue
        try:
            with os.scandir(current) as found:
                listed = list(found)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = said("The folder cannot be listed: {reason}.", reason=reason)
            if current == folder:
                raise RequestError(problem, file=folder) from error
            yield current, problem
            continue
        for entry in listed:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry.path))
            elif entry.is_file():
                yield Path(entry.path), ""


def _kind_of(path: Path) -> str:
    """``image`` | ``archive`` | ``other``."""
    is_named = path.suffix.lower() in SUFFIXES
    try:
        with path.open("rb") as stream:
            head = stream.read(SNIFFED_BYTES)
    except OSError:
        return "image"  # may be one; opening it says why it cannot be read
    try:
        sniff(head)
    except UnreadableFile:
        return "image" if is_named else "archive" if is_archive(head) else "other"
    return "other" if is_dicom(head) and leading_of(head).is_directory else "image"
