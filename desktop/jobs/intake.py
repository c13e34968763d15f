"""Taking in what a person opens: files come on the list, folders and archives are gone through.

Nothing here touches a disk on the GUI thread: a share that does not answer holds up nobody. A name
that ends like an image is listed at once and looked at afterwards.

What arrives never moves the selection. Only the first image of something that a person asked for
comes on screen, and only as long as that person has not gone elsewhere meanwhile.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.jobs import finding
from desktop.jobs.failures import presentable
from desktop.jobs.finding import Found, Holder
from desktop.jobs.replies import Lane, Reply
from desktop.state.workspace import Item, Status, Workspace

_SUFFIXES = frozenset([".dcm", ".dicom", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"])


@dataclass(eq=False)
class _Request:
    """One wish to open something.

    Attributes:
        before: what was on screen when it was made.
        is_asked: a person asked for it, just now.
        is_dropped: what folders and archives hold joins the list beside the image on screen.
        named: paths that were listed by their names alone.
        shown: the first item of it, once there is one.
        count: items that it added.
    """

    before: Item | None
    is_asked: bool
    is_dropped: bool
    named: frozenset[Path]
    shown: Item | None = None
    count: int = 0


class Intake(QObject):
    """Turns paths into items.

    Args:
        workspace: gets the items.
        scratch: parent of the folder for what archives hold; made when needed, emptied at the end.
    """

    error_raised = Signal(object)  # WhyRayError that belongs to no open file
    noted = Signal(str)  # one sentence for the status bar

    def __init__(self, workspace: Workspace, scratch: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scratch = scratch / f"opened-{os.getpid()}-{secrets.token_hex(4)}"
        self._known: dict[Path, Item] = {}
        self._numbers = itertools.count()
        self._named = Lane("named", self)  # what was named, quickly
        self._held = Lane("held", self)  # what folders and archives hold, one after the other
        self._slots: list[str] = []
        workspace.items_added.connect(self._learn)
        workspace.item_removed.connect(self._forget)

    def open(
        self, paths: Iterable[Path], *, is_asked: bool = True, is_dropped: bool = False
    ) -> None:
        """Opens files, folders, archives and DICOMDIRs.

        Args:
            paths: what to open.
            is_asked: whether a person asked for it just now: its first image comes on screen.
            is_dropped: whether it was dropped into the window: files come on screen, but whole
                folders and archives never take the place of an image that is open.
        """
        wanted = tuple(dict.fromkeys(paths))
        if not wanted:
            return
        named = [path for path in wanted if path.suffix.lower() in _SUFFIXES]
        request = _Request(self._workspace.current, is_asked, is_dropped, frozenset(named))
        self._take(request, tuple(Found(path) for path in named))
        reply = Reply(_ignore, self._raise, partial=partial(self._sort, request))
        self._start(self._named, partial(finding.sort_out, wanted), reply)

    def find(self, path: Path) -> Item | None:
        """The open item of that path, or None."""
        return self._known.get(path)

    def cancel(self) -> bool:
        """Stops looking for images; what was found stays. False: nothing was under way."""
        stopped = [lane.cancel(slot) for slot in self._slots for lane in (self._named, self._held)]
        self._slots.clear()
        return any(stopped)

    def close(self, timeout_s: float) -> bool:
        """Stops the workers and removes what was unpacked."""
        ended = [lane.close(timeout_s) for lane in (self._named, self._held)]
        shutil.rmtree(self._scratch, ignore_errors=True)
        return all(ended)

    def _start(self, lane: Lane, work: partial, reply: Reply) -> None:
        slot = f"open {next(self._numbers)}"
        self._slots = [open_slot for open_slot in self._slots if self._is_open(open_slot)]
        self._slots.append(slot)
        lane.start(slot, work, reply)

    def _is_open(self, slot: str) -> bool:
        return self._named.is_open(slot) or self._held.is_open(slot)

    def _sort(self, request: _Request, found: tuple[Found | Holder, ...]) -> None:
        files = (one for one in found if isinstance(one, Found))
        still_open = (f for f in files if f.path in self._known or f.path not in request.named)
        self._take(request, tuple(still_open))
        for holder in found:
            if isinstance(holder, Holder):
                self._go_through(request, holder)

    def _go_through(self, request: _Request, holder: Holder) -> None:
        misnamed = self._known.get(holder.path)
        if misnamed is not None:  # a folder or archive that is named like an image
            self._workspace.remove(misnamed)
        text = self.tr("Looking for images in {name} ...")
        self.noted.emit(text.format(name=holder.path.name))
        request.count = 0
        request.is_asked = request.is_asked and not request.is_dropped
        reply = Reply(
            partial(self._gone_through, request),
            self._raise,
            partial=partial(self._take, request),
        )
        self._start(self._held, partial(finding.look_into, holder, self._scratch), reply)

    def _gone_through(self, request: _Request, file_count: int) -> None:
        text = self.tr("{found} new images among {count} files.")
        self.noted.emit(text.format(found=request.count, count=file_count))

    def _take(self, request: _Request, found: tuple[Found, ...]) -> None:
        """Lists what is new, files what is known better now, shows the first if that is wanted."""
        if not found:
            return
        told = {
            self._known[_key(one)]: one.facts
            for one in found
            if _key(one) in self._known and one.facts is not None
        }
        fresh = [_item(one) for one in found if _key(one) not in self._known]
        request.count += len(fresh)
        self._workspace.add(fresh)
        self._workspace.tell_facts({i: f for i, f in told.items() if i.facts is None})
        self._show_first(request, self._known[_key(found[0])])

    def _show_first(self, request: _Request, first: Item) -> None:
        if request.shown is not None:
            return
        request.shown = first
        current = self._workspace.current
        if current is None or (request.is_asked and current is request.before):
            self._workspace.select(first)

    def _learn(self, items: list[Item]) -> None:
        self._known.update((item.shown_path, item) for item in items)

    def _forget(self, item: Item) -> None:
        self._known.pop(item.shown_path, None)
        if self._scratch in item.path.parents:
            with contextlib.suppress(OSError):  # all of it goes at the end
                item.path.unlink()

    def _raise(self, error: BaseException) -> None:
        self.error_raised.emit(presentable(error))


def _key(found: Found) -> Path:
    return found.path if found.origin is None else found.origin


def _item(found: Found) -> Item:
    item = Item(found.path, title=found.title, origin=found.origin, facts=found.facts)
    if found.error is not None:
        found.error.file = found.origin
        item.error, item.status = found.error, Status.FAILED
    return item


def _ignore(_result: object) -> None:
    pass
