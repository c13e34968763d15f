"""The library of the window: opened beside everything else, written in portions, asked by lists.

One worker owns the database. The window goes on whether or not there is one: where it cannot be
opened or written, that is told once, what is noticed is kept and writing is tried again. One that
turns out to be damaged while it is open is set aside as at the start.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import inbox_tasks, library_tasks
from desktop.jobs.account import account_name, now
from desktop.jobs.chronicle import Chronicle
from desktop.jobs.failures import presentable
from desktop.jobs.inbox_tasks import Inbox
from desktop.jobs.library_tasks import Chosen, Files, Home, Noticed, Shelf
from desktop.jobs.marks import MarkKeeping
from desktop.jobs.replies import Lane, Reply
from desktop.language import figure
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from engine.errors import LibraryError, WhyRayError
from engine.library.worklist import Row, Wanted

KEEPS, DAYS = "history/keeps", "history/days"
WRITE_AFTER_MS = 300
AGAIN_AFTER_MS = 30_000
_START, _WRITE, _ASK, _FORGET, _FILES = "start", "write", "ask", "forget", "files"
_INBOX, _EMPTY = "inbox", "empty"


class LibraryKeeping(QObject):
    """Keeps the library in step with the window and answers the worklist.

    Args:
        state: the session's state.
        home: where everything is.
        marks: lets go of images that shall be forgotten.
    """

    error_raised = Signal(object)  # WhyRayError
    noted = Signal(str)  # one sentence for the status bar
    changed = Signal()  # the worklist may hold something else now
    answered = Signal(object)  # Answer
    files_found = Signal(object)  # Files
    inbox_seen = Signal(object)  # Inbox
    forgotten = Signal(frozenset)  # frozenset[Path] of what was forgotten

    def __init__(
        self, state: SessionState, home: Home, marks: MarkKeeping, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._home = home
        self._marks = marks
        self.chronicle = Chronicle(state, self)
        self._lane = Lane("library", self)
        self._shelf = Shelf()
        self._writing: Noticed | None = None
        self._is_broken = False  # could not be opened or written the last time; told once
        self._is_closed = False
        self._was_renewed = False
        self._numbers = itertools.count()
        self._soon = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS)
        self._soon.timeout.connect(self._write)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self._write_again)
        self.chronicle.noticed.connect(self._wait_a_moment)
        self.chronicle.set_on(self.keeps_history)
        state.settings.changed.connect(self._turn_to_setting)

    @property
    def keeps_history(self) -> bool:
        """Whether what is opened, scored and decided is remembered."""
        return bool(self._state.settings.get(KEEPS))

    @property
    def active_id(self) -> str:
        """Id of the model that scores new images; empty while there is none."""
        return self._state.models.active_id

    @property
    def is_broken(self) -> bool:
        """Whether the library cannot be used for now."""
        return self._is_broken

    def start(self) -> None:
        """Opens the library; not where nothing is to be remembered and nothing was."""
        may_make, days = self.keeps_history, float(self._state.settings.get(DAYS))
        work = partial(library_tasks.start, self._shelf, self._home, days, may_make=may_make)
        self._start(_START, work, Reply(self._started, self._fail))

    def ask(self, wanted: Wanted) -> None:
        """Asks which studies fit; `answered` tells. A newer question replaces an older one."""
        work = partial(library_tasks.ask, self._shelf, wanted)
        self._start(_ASK, work, Reply(self.answered.emit, self._fail))

    def fetch(
        self, ids: array, wanted: Wanted, take: Callable[[tuple[Row, ...]], None]
    ) -> Callable[[], None]:
        """Asks for the rows of some studies; returns what takes the request back."""
        slot = f"page {next(self._numbers)}"
        work = partial(library_tasks.page, self._shelf, ids, wanted)
        self._start(slot, work, Reply(take, self._fail))
        return partial(self._lane.cancel, slot)

    def find_files(self, studies: tuple[int, ...]) -> None:
        """Looks for the files of studies; `files_found` tells which are there."""
        work = partial(library_tasks.files, self._shelf, studies)
        self._start(_FILES, work, Reply(self._found, self._fail))

    def mark(
        self, studies: tuple[int, ...] = (), items: tuple[Item, ...] = (), *, is_read: bool
    ) -> None:
        """Files that studies of the list, or of open images, were read, or are unread again."""
        self._write()
        work = partial(
            library_tasks.mark,
            self._shelf,
            self._chosen(studies, items),
            is_read=is_read,
            at=now(),
            by=account_name(),
        )
        reply = Reply(lambda _: self.changed.emit(), self._fail)
        self._start(f"mark {next(self._numbers)}", work, reply)

    def forget(self, studies: tuple[int, ...] = (), items: tuple[Item, ...] = ()) -> None:
        """Forgets studies of the list, or those of open images, and closes their images."""
        self._write()
        work = partial(library_tasks.look_up, self._shelf, self._chosen(studies, items))
        self._start(_FORGET, work, Reply(self._let_go, self._fail))

    def look_into_inbox(self) -> None:
        """Counts received images; `inbox_seen` tells."""
        work = partial(inbox_tasks.look, self._shelf, self._home.inbox)
        self._start(_INBOX, work, Reply(self.inbox_seen.emit, self._fail))

    def empty_inbox(self) -> None:
        """Deletes the files of received images that somebody has read, and closes them."""
        self._write()
        work = partial(inbox_tasks.empty, self._shelf, self._home.inbox)
        self._start(_EMPTY, work, Reply(self._emptied, self._fail))

    def _emptied(self, seen: tuple[Inbox, Inbox]) -> None:
        before, after = seen
        gone = set(before.read) - set(after.read)
        workspace = self._state.workspace
        for item in [item for item in workspace.items if item.path in gone]:
            workspace.remove(item)
        freed = (before.read_size - after.read_size) / 2**20
        text = self.tr("%n received file(s) deleted ({size} MB), {left} kept.", "", len(gone))
        self.noted.emit(text.format(size=figure(freed, ".1f"), left=after.files))
        self.inbox_seen.emit(after)

    def _chosen(self, studies: tuple[int, ...], items: tuple[Item, ...]) -> Chosen:
        keys = [self.chronicle.key_of(item) for item in items]
        return Chosen(studies, tuple(key for key in keys if key is not None))

    def close(self, timeout_s: float) -> bool:
        """Writes what is not yet written and ends the worker. False when it did not end."""
        self._is_closed = True  # windows that are still there may ask
        self._soon.stop()
        self._again.stop()
        ended = self._lane.close(timeout_s)
        if not ended:
            return False
        if not self._is_broken:
            for noticed in (self._writing, self.chronicle.take()):
                self._write_now(noticed)
        if self._shelf.library is not None:
            self._shelf.library.close()
            self._shelf.library = None
        return True

    def _start(self, slot: str, work: Callable[[], object], reply: Reply) -> None:
        if not self._is_closed:
            self._lane.start(slot, work, reply)

    def _write_now(self, noticed: Noticed | None) -> None:
        if noticed is None or noticed.is_empty:
            return
        try:
            for _ in library_tasks.write(self._shelf, self._home, noticed):
                pass
        except WhyRayError as error:
            self.error_raised.emit(error)

    def _started(self, notices: tuple[WhyRayError, ...]) -> None:
        for notice in notices:
            self.error_raised.emit(notice)
        self.changed.emit()

    def _wait_a_moment(self) -> None:
        if not self._soon.isActive() and not self._is_closed:
            self._soon.start()

    def _write(self) -> None:
        """Writes what was noticed; one portion of it at a time."""
        if self._is_closed or self._writing is not None:
            return
        noticed = self.chronicle.take()
        if not noticed.is_empty:
            self._writing = noticed
            self._write_again()

    def _write_again(self) -> None:
        if self._writing is not None:
            work = partial(library_tasks.write, self._shelf, self._home, self._writing)
            self._start(_WRITE, work, Reply(self._wrote, self._did_not_write))

    def _wrote(self, _nothing: object) -> None:
        self._writing, self._is_broken = None, False
        self.changed.emit()
        self._wait_a_moment()  # for what was noticed meanwhile

    def _did_not_write(self, error: BaseException) -> None:
        if not isinstance(error, LibraryError):
            self._writing = None  # a fault of ours: the next attempt would end the same way
            self.error_raised.emit(presentable(error))
            return
        self._fail(error)
        if not error.is_damaged:
            self._again.start()

    def _fail(self, error: BaseException) -> None:
        """Tells what went wrong, once; a damaged library is opened again, which sets it aside."""
        is_library = isinstance(error, LibraryError)
        if is_library and error.is_damaged and not self._was_renewed:
            self._was_renewed = True
            days = float(self._state.settings.get(DAYS))
            work = partial(library_tasks.renew, self._shelf, self._home, days)
            self._start(_START, work, Reply(self._renewed, self._fail))
        elif not (is_library and self._is_broken):
            self._is_broken = is_library
            self.error_raised.emit(presentable(error))

    def _renewed(self, notices: tuple[WhyRayError, ...]) -> None:
        self._started(notices)
        self._write_again()

    def _found(self, files: Files) -> None:
        self.files_found.emit(files)

    def _let_go(self, chosen: Chosen) -> None:
        """Closes the images first: nothing is to be written about them any more."""
        workspace = self._state.workspace
        known = set(chosen.keys)
        items = [item for item in workspace.items if self.chronicle.key_of(item) in known]
        # Without a history nobody else knows where they lie.
        chosen = replace(chosen, paths=chosen.paths | {item.path for item in items})
        self._marks.abandon(items, partial(self._forget_now, chosen))
        for item in items:
            workspace.remove(item)
        self.chronicle.drop(chosen.keys)

    def _forget_now(self, chosen: Chosen) -> None:
        work = partial(library_tasks.forget_all, self._shelf, self._home, chosen, account_name())
        reply = Reply(partial(self._forgot, chosen), self._fail)
        self._start(_FORGET, work, reply)

    def _forgot(self, chosen: Chosen, leftover: tuple[Path, ...]) -> None:
        self.forgotten.emit(chosen.paths)
        self.changed.emit()
        if leftover:
            names = ", ".join(path.name for path in leftover)
            text = self.tr("Forgotten. Databases that were set aside may still name it: {names}")
            self.noted.emit(text.format(names=names))
        else:
            self.noted.emit(self.tr("Forgotten."))

    def _turn_to_setting(self, name: str) -> None:
        if name != KEEPS or self.chronicle.is_on == self.keeps_history:
            return
        self.start()
        self.chronicle.set_on(self.keeps_history)
        self.chronicle.notice_history(self.keeps_history)
        self._wait_a_moment()
        self.changed.emit()
