"""A watched folder: files that arrive in it are opened once nobody writes them any more.

Asked for by looking again and again: what systems tell of changes does not reach over shares.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.settings import Settings
from engine.errors import UnreadableFile
from engine.images.archive import is_archive
from engine.images.sniff import SNIFFED_BYTES, sniff
from engine.language import said

POLL_MS = 2000
MOST_FILES = 50_000
SETTING = "files/watched_folder"
_UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".download")
_SLOT = "look"


class FolderWatch:
    """Remembers what lies in a folder. Used by one worker at a time.

    Args:
        folder: may be absent for a while (a share, a stick).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._settled: set[Path] = set()
        self._growing: dict[Path, tuple[int, int]] = {}
        self._is_first = True

    def look(self) -> tuple[Path, ...]:
        """The images and archives that are complete since the last look, in name order.

        A file is complete when size and time stayed the same from one look to the next. What was
        there at the first look is no arrival.

        Raises:
            UnreadableFile: the folder cannot be listed.
        """
        seen = dict(self._files())
        if self._is_first:
            self._settled, self._is_first = set(seen), False
            return ()
        self._settled &= set(seen)  # a name that comes again is a new file
        fresh = {path: state for path, state in seen.items() if path not in self._settled}
        complete = [path for path, state in fresh.items() if self._growing.get(path) == state]
        self._growing = fresh
        arrived = []
        for path in sorted(complete):
            is_image = _is_image(path)
            if is_image is not None:
                self._settled.add(path)
            if is_image:
                arrived.append(path)
        return tuple(arrived)

    def _files(self) -> Iterator[tuple[Path, tuple[int, int]]]:
        pending, count = [self.folder], 0
        while pending and count < MOST_FILES:
            current = pending.pop()
            try:
                with os.scandir(current) as entries:
                    listed = list(entries)
            except OSError as error:
                if current == self.folder:
                    raise UnreadableFile(
                        said("The watched folder cannot be read."),
                        hint=said(
                            "It is looked at again. Connect the drive or choose another one."
                        ),
                        file=current,
                    ) from error
                continue  # gone, or somebody else's
            for entry in listed:
                count += 1
                state = _state(entry)
                if state is None:
                    pending.append(Path(entry.path))
                elif state != (0, 0):
                    yield Path(entry.path), state


def _state(entry: os.DirEntry[str]) -> tuple[int, int] | None:
    """(size, time) of a file worth watching; (0, 0) for what is none; None for a folder."""
    try:
        if entry.is_dir(follow_symlinks=False):
            return None
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return 0, 0
    is_hidden = entry.name.startswith((".", "~")) or entry.name.lower().endswith(_UNFINISHED)
    if is_hidden or not stat.S_ISREG(found.st_mode) or found.st_size == 0:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _is_image(path: Path) -> bool | None:
    """Whether that is something to open; None while somebody holds it."""
    try:
        with path.open("rb") as stream:
            head = stream.read(SNIFFED_BYTES)
    except OSError:
        return None
    try:
        sniff(head)
    except UnreadableFile:
        return is_archive(head)
    return True


class Watching(QObject):
    """Watches the folder that the settings name, if any.

    Args:
        settings: ``files/watched_folder``; empty: none.
    """

    arrived = Signal(tuple)  # tuple[Path, ...]
    failed = Signal(object)  # WhyRayError, once until the folder can be read again

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lane = Lane("watch", self)
        self._watch: FolderWatch | None = None
        self._has_failed = False
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._look)
        settings.changed.connect(self._settings_changed)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, or None."""
        return None if self._watch is None else self._watch.folder

    def start(self) -> None:
        """Begins, or turns to the folder that the settings name now."""
        name = str(self._settings.get(SETTING))
        self._lane.cancel(_SLOT)
        self._watch = FolderWatch(Path(name)) if name else None
        self._has_failed = False
        if self._watch is None:
            self._timer.stop()
        else:
            self._timer.start()
            self._look()

    def close(self, timeout_s: float) -> bool:
        """Stops the worker."""
        self._timer.stop()
        return self._lane.close(timeout_s)

    def _settings_changed(self, name: str) -> None:
        if name == SETTING:
            self.start()

    def _look(self) -> None:
        if self._watch is not None and not self._lane.is_open(_SLOT):
            self._lane.start(_SLOT, self._watch.look, Reply(self._looked, self._cannot_look))

    def _looked(self, paths: tuple[Path, ...]) -> None:
        self._has_failed = False
        if paths:
            self.arrived.emit(paths)

    def _cannot_look(self, error: BaseException) -> None:
        if not self._has_failed:
            self.failed.emit(presentable(error))
        self._has_failed = True
