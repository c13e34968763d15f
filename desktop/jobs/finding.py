"""What a worker does to find out what was opened: files, folders, ZIP archives, DICOMDIRs.

`sort_out` looks at what a person named and is quick; `look_into` goes through what that turned out
to hold. A DICOMDIR is believed only in that there are images beside it: its folder is walked, and
no path of it is followed.
"""

import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import ImageError, UnreadableFile
from engine.images.archive import Unpacked, is_archive, unpack
from engine.images.dicom.leading import FIRST_BYTES, leading_of
from engine.images.dicom.scan import is_dicom
from engine.images.radiograph import Facts
from engine.images.sniff import sniff
from engine.progress import Step

FOLDER, ARCHIVE = "folder", "archive"
BATCH_S = 0.3  # what was found is handed over this often; a view lays out its list each time
BATCH_FILES = 50  # listing them takes the window some 3 ms
_BREATH_S = 0.008  # after each portion the interpreter is the window's, which lists and paints it
_LOOK_S = 0.05  # how long a worker goes on without asking whether it shall stop


@dataclass(frozen=True)
class Found:
    """An image file, or what may be one.

    Attributes:
        path: where its bytes are.
        facts: of its patient and study, where its first bytes tell.
        title: what to call it, when that is not its name.
        origin: where a person finds it, when that is not `path`.
        error: why it cannot be opened, where that is known already.
    """

    path: Path
    facts: Facts | None = None
    title: str | None = None
    origin: Path | None = None
    error: ImageError | None = None


@dataclass(frozen=True)
class Holder:
    """Something that holds images.

    Attributes:
        path: as it was named.
        kind: `FOLDER` or `ARCHIVE`.
        place: the folder to walk or the archive to unpack.
    """

    path: Path
    kind: str
    place: Path


def sort_out(paths: tuple[Path, ...]) -> Iterator[Step]:
    """Tells files from what holds files.

    Yields:
        Steps whose `partial` is a tuple of `Found` and `Holder` in the order of `paths`, or None.
    """
    batch = _Batch()
    for path in paths:
        batch.add(_sorted_out(path))
        yield from batch.step()
    yield batch.rest(result=len(paths))


def look_into(holder: Holder, scratch: Path) -> Iterator[Step]:
    """Finds the images that something holds.

    Args:
        holder: a folder, walked recursively in name order without following links, or an archive.
        scratch: a private folder for what archives hold; made when needed.

    Yields:
        Steps whose `partial` is a tuple of `Found` or None; the last one's `result` is how many
        files there were in all, images or not.

    Raises:
        ImageError: the archive as a whole cannot be read.
        OutputError: there is no room to unpack it.
    """
    if holder.kind == ARCHIVE:
        yield from _unpacked(holder.place, scratch)
    else:
        yield from walk(holder.place)


def walk(folder: Path) -> Iterator[Step]:
    """Finds the image files below a folder; see `look_into`.

    Names that are no valid text keep their bytes (`os.scandir` with surrogates). Hidden files,
    DICOMDIRs and archives are passed over.
    """
    batch, seen = _Batch(), 0
    for path in _files_below(folder):
        seen += 1
        found = _image_in(path)
        if found is not None:
            batch.add(found)
        yield from batch.step()
    yield batch.rest(result=seen)


class _Batch:
    """Collects what was found and hands it over from time to time; the first one at once."""

    def __init__(self) -> None:
        self._found: list[Found | Holder] = []
        self._handed_s = self._looked_s = 0.0

    def add(self, found: Found | Holder) -> None:
        self._found.append(found)

    def step(self) -> Iterator[Step]:
        now = time.monotonic()
        is_due = now - self._handed_s >= BATCH_S or len(self._found) >= BATCH_FILES
        if self._found and is_due:
            self._handed_s = self._looked_s = now
            yield self.rest()
            time.sleep(_BREATH_S)
        elif now - self._looked_s >= _LOOK_S:
            self._looked_s = now
            yield Step(0.0)

    def rest(self, result: int | None = None) -> Step:
        found, self._found = tuple(self._found), []
        return Step(0.0 if result is None else 1.0, partial=found or None, result=result)


def _sorted_out(path: Path) -> Found | Holder:
    if path.is_dir():
        return Holder(path, FOLDER, path)
    try:
        head = _head(path)
    except OSError:
        return Found(path)  # opening it says why it cannot be read
    if is_archive(head):
        return Holder(path, ARCHIVE, path)
    if not is_dicom(head):
        return Found(path)
    leading = leading_of(head)
    return Holder(path, FOLDER, path.parent) if leading.is_directory else Found(path, leading.facts)


def _image_in(path: Path) -> Found | None:
    """What a file of a folder is; None for what is no image."""
    try:
        head = _head(path)
    except OSError:
        return Found(path)  # may be one; opening it says why it cannot be read
    try:
        kind = sniff(head)
    except UnreadableFile:
        return None
    if kind != "dicom":
        return Found(path)
    leading = leading_of(head)
    return None if leading.is_directory else Found(path, leading.facts)


def _head(path: Path) -> bytes:
    if not path.is_file():
        raise OSError  # a pipe or a device would block for ever
    with path.open("rb") as stream:
        return stream.read(FIRST_BYTES)


def _unpacked(archive: Path, scratch: Path) -> Iterator[Step]:
    folder = scratch / secrets.token_hex(6)
    folder.mkdir(parents=True, mode=0o700)
    batch, count = _Batch(), 0
    for step in unpack(archive, folder):
        for one in step.partial or ():
            batch.add(_found_in_archive(archive, one, folder))
        count = step.result if step.result is not None else count
        yield from batch.step()
    yield batch.rest(result=count)


def _found_in_archive(archive: Path, one: Unpacked, folder: Path) -> Found:
    origin = archive / one.name
    if one.path is None:
        return Found(folder / "refused", None, one.name, origin, one.error)
    found = _image_in(one.path)
    return Found(one.path, None if found is None else found.facts, one.name, origin)


def _files_below(folder: Path) -> Iterator[Path]:
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            with os.scandir(current) as entries:
                ordered = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield current  # opening it says why it cannot be listed
            continue
        yield from (Path(e.path) for e in ordered if _is_visible_file(e))
        below = [Path(e.path) for e in ordered if e.is_dir(follow_symlinks=False)]
        pending.extend(reversed(below))


def _is_visible_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file() and not entry.name.startswith(".")
