"""ZIP archives of images: the images in them are written out under names of our own.

Nothing of what an archive says is believed. Names become labels, never paths, so none can lead
anywhere; sizes are counted while they are written, so none can lie; what is no image by its first
bytes is not written at all. Pure Python and zlib: memory stays small whatever is packed.
"""

import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engine.errors import ImageError, OutputError, UnreadableFile, UnsafeImage
from engine.images.limits import MAX_FILE_BYTES
from engine.images.sniff import SNIFFED_BYTES, sniff
from engine.images.text import clean_text
from engine.language import said
from engine.progress import Step

MAX_ENTRIES = 20_000
MAX_DIRECTORY_BYTES = 8 * 2**20
MAX_TOTAL_BYTES = 8 * 2**30
# Blank films pack 1000 : 1 and are small; only what is large *and* packed like that is a bomb.
MAX_RATIO = 200
RATIO_FROM_BYTES = 64 * 2**20
KEPT_FREE_BYTES = 2**30

_CHUNK = 2**20
_END_BYTES = 2**16 + 256  # longest comment and all end records
_IN_ZIP64 = 0xFFFFFFFF
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SUFFIXES = {"dicom": ".dcm", "jpeg": ".jpg", "png": ".png", "tiff": ".tif"}


@dataclass(frozen=True)
class Unpacked:
    """One image of an archive.

    Attributes:
        name: what the archive calls it, fit to be shown; never a path.
        path: where its bytes are now; None when there is an `error`.
        error: why it could not be unpacked.
    """

    name: str
    path: Path | None = None
    error: ImageError | None = None


def is_archive(data: bytes) -> bool:
    """Whether a file begins as a ZIP archive."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def unpack(archive: Path, folder: Path, *, total_bytes: int = MAX_TOTAL_BYTES) -> Iterator[Step]:
    """Writes the images of an archive into `folder`, in name order.

    Args:
        archive: a ZIP file.
        folder: exists, is private and holds no file yet.
        total_bytes: all images together may be no larger.

    Yields:
        Steps whose `partial` is a tuple of `Unpacked` or None; the last one's `result` is how many
        files the archive holds. A damaged or forbidden member is an `Unpacked` with an error.

    Raises:
        UnreadableFile: no archive, damaged as a whole, or locked with a password.
        UnsafeImage: it holds more than anybody would send, or grows beyond the limits.
        OutputError: the disk is full or may not be written to.
    """
    _check_directory(archive)
    try:
        with zipfile.ZipFile(archive) as opened:
            yield from _members(opened, folder, _Budget(archive, folder, total_bytes))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFile(
            said("The archive is damaged or of a kind that is not read."),
            hint=said("Copy or export it again, or unpack it and open the folder."),
            file=archive,
            details={"reason": f"{type(error).__name__}: {clean_text(str(error), 200)}"},
        ) from error


class _Budget:
    """Counts bytes while they are written."""

    def __init__(self, archive: Path, folder: Path, total_bytes: int) -> None:
        free = shutil.disk_usage(folder).free - KEPT_FREE_BYTES
        # Members may share packed bytes: none of them is a bomb then, all of them together are.
        sane = max(RATIO_FROM_BYTES, MAX_RATIO * archive.stat().st_size)
        most = min(total_bytes, sane)
        self._archive, self._left, self._is_disk = archive, min(most, free), free < most

    def spend(self, count: int) -> None:
        """Raises OutputError or UnsafeImage when that was too much for the whole archive."""
        self._left -= count
        if self._left >= 0:
            return
        if self._is_disk:
            raise OutputError(
                said("There is not enough room on the disk to unpack the archive."),
                hint=said("Free some space, or unpack it elsewhere and open the folder."),
                file=self._archive,
            )
        raise UnsafeImage(
            said("The archive unpacks to more than anybody would send and was stopped."),
            hint=said("If it is genuine, unpack it and open the folder."),
            file=self._archive,
        )


def _members(opened: zipfile.ZipFile, folder: Path, budget: _Budget) -> Iterator[Step]:
    entries = opened.infolist()
    if len(entries) > MAX_ENTRIES:
        raise UnsafeImage(
            said("The archive holds {count} files; at most {most} are read.",
                 count=len(entries), most=MAX_ENTRIES),
            file=Path(opened.filename or ""),
        )  # fmt: skip
    files = sorted(filter(_is_plain_file, entries), key=lambda entry: entry.filename)
    if files and all(entry.flag_bits & 1 for entry in files):
        raise UnreadableFile(
            said("The archive is locked with a password."),
            hint=said("Unpack it with its password and open the folder."),
            file=Path(opened.filename or ""),
        )
    for number, entry in enumerate(files):
        share = number / len(files)
        found = yield from _unpack_one(opened, entry, folder / f"{number:05d}", budget, share)
        yield Step(share, partial=None if found is None else (found,))
    yield Step(1.0, result=len(files))


def _unpack_one(
    opened: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, budget: _Budget, share: float
) -> Generator[Step, None, Unpacked | None]:
    """Writes one member; returns what became of it, None when it is no image."""
    name = clean_text(entry.filename.replace("\\", "/"))
    path: Path | None = None
    try:
        if entry.flag_bits & 1 or entry.compress_type not in _METHODS:
            raise UnreadableFile(
                said("This file is locked or packed in a way that is not read."),
                hint=said("Unpack the archive and open the folder."),
            )
        with opened.open(entry) as stream:
            head = stream.read(SNIFFED_BYTES)
            kind = _kind_of(head)
            if kind is None:
                return None
            path = target.with_suffix(_SUFFIXES.get(kind, f".{kind}"))
            for _ in _copy(stream, head, entry, path, budget):
                yield Step(share)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        reason = {"reason": clean_text(str(error), 200)}
        failure = UnreadableFile(said("This file is damaged inside the archive."), details=reason)
    except UnsafeImage as error:
        if error.file is not None:
            raise  # about the whole archive
        failure = error
    except UnreadableFile as error:
        failure = error
    else:
        return Unpacked(name, path)
    if path is not None:
        path.unlink(missing_ok=True)
    return Unpacked(name, error=failure)


def _copy(
    stream: IO[bytes], head: bytes, entry: zipfile.ZipInfo, path: Path, budget: _Budget
) -> Iterator[int]:
    """Writes what `stream` gives, counting; yields after each chunk so that it can be stopped."""
    written, chunk = 0, head
    with _created(path) as target:
        while chunk:
            written += len(chunk)
            budget.spend(len(chunk))
            is_bomb = written > RATIO_FROM_BYTES and written > MAX_RATIO * entry.compress_size
            if written > MAX_FILE_BYTES or is_bomb:
                raise UnsafeImage(
                    said("This file of the archive unpacks to more than an image can be."),
                    hint=said("It is probably made to do harm."),
                )
            _write(target, chunk, path)
            yield written
            chunk = stream.read(_CHUNK)


def _created(path: Path) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.fdopen(os.open(path, flags, 0o600), "wb", buffering=0)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _write(target: IO[bytes], chunk: bytes, path: Path) -> None:
    rest = memoryview(chunk)
    try:
        while rest:
            rest = rest[target.write(rest) :]
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(
        said("The archive could not be unpacked: {reason}.", reason=error.strerror or "?"),
        hint=said("Free some space, or unpack it elsewhere and open the folder."),
        file=path.parent,
    )


def _kind_of(head: bytes) -> str | None:
    try:
        return sniff(head)
    except UnreadableFile:
        return None


def _is_plain_file(entry: zipfile.ZipInfo) -> bool:
    """No folder, link or device, and nothing that systems hide."""
    mode = entry.external_attr >> 16
    parts = entry.filename.replace("\\", "/").split("/")
    is_hidden = parts[-1].startswith(".") or "__MACOSX" in parts
    is_regular = stat.S_IFMT(mode) in (0, stat.S_IFREG)
    return is_regular and not entry.is_dir() and not is_hidden


def _check_directory(archive: Path) -> None:
    """Refuses an archive whose table of contents alone would fill the memory.

    Its size stands in the end record (APPNOTE 4.3.16), or in the zip64 one (4.3.14), within the
    last 64 KB.
    """
    try:
        with archive.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - _END_BYTES))
            tail = stream.read(_END_BYTES)
    except OSError as error:
        reason = clean_text(error.strerror or type(error).__name__, 120)
        raise UnreadableFile(
            said("The file could not be read: {reason}.", reason=reason), file=archive
        ) from error
    at, at_64 = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    sizes = [int.from_bytes(tail[at + 12 : at + 16], "little")] if at >= 0 else []
    if at_64 >= 0:
        sizes.append(int.from_bytes(tail[at_64 + 40 : at_64 + 48], "little"))
    if any(size > MAX_DIRECTORY_BYTES for size in sizes if size != _IN_ZIP64):
        raise UnsafeImage(
            said("The archive's table of contents is larger than any genuine one."), file=archive
        )
