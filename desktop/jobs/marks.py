"""Keeping marks: read when an image opens, written soon after every change, on a worker."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.state.workspace import Item, Workspace
from engine.errors import UnreadableFile, WhyRayError
from engine.images.identity import identify, record_key
from engine.images.radiograph import Radiograph
from engine.measure.drawn import write_masks
from engine.measure.sheet import Sheet
from engine.measure.store import SheetStore, write_sheet

SAVE_AFTER_MS = 400


@dataclass(frozen=True)
class _Unsaved:
    sheet: Sheet
    radiograph: Radiograph


class MarkKeeping(QObject):
    """Reads and writes the marks of the open images.

    Args:
        workspace: the open items.
        store: where marks are kept.
    """

    error_raised = Signal(object)  # WhyRayError
    exported = Signal(object)  # Path
    masks_exported = Signal(int, object)  # how many, Path of the folder
    saved = Signal(object)  # Item whose marks lie on disk as they are shown

    def __init__(
        self, workspace: Workspace, store: SheetStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._store = store
        self._lane = Lane("marks", self)
        self._kept: dict[int, Sheet] = {}  # by item id, as on disk
        self._unsaved: dict[int, _Unsaved] = {}  # by item id
        self._untouchable: set[int] = set()  # ids of items whose file cannot be understood
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._soon.timeout.connect(self._save_all)
        workspace.item_changed.connect(self._notice)
        workspace.item_removed.connect(self._let_go)

    def export(self, item: Item, path: Path) -> None:
        """Writes the marks of an image with all their values to a file of the person's choice."""
        radiograph, sheet = item.listed.radiograph, item.listed.marks
        if radiograph is None or sheet is None:
            return
        work = partial(_export, path, sheet, radiograph, self._store.program)
        self._lane.start("export", work, Reply(lambda _: self.exported.emit(path), self._raise))

    def abandon(self, items: Iterable[Item], then: Callable[[], None]) -> None:
        """Writes nothing more about these; calls `then` once nothing is being written."""
        for item in items:
            self._unsaved.pop(item.id, None)
            self._untouchable.add(item.id)
        self._lane.start("abandon", _nothing, Reply(lambda _: then(), self._raise))

    def export_masks(self, item: Item, folder: Path) -> None:
        """Writes the masks of the frame on screen as PNG files into a folder."""
        sheet = item.listed.marks
        if sheet is None:
            return
        stem, masks = item.listed.path.stem, sheet.masks_on(item.frame)
        work = partial(write_masks, folder, stem, masks)
        reply = Reply(lambda paths: self.masks_exported.emit(len(paths), folder), self._raise)
        self._lane.start("export masks", work, reply)

    def close(self, timeout_s: float) -> bool:
        """Writes what is not yet written and ends the worker. False when it did not end."""
        self._soon.stop()
        ended = self._lane.close(timeout_s)
        for item_id, unsaved in self._unsaved.items():
            if item_id not in self._untouchable:
                try:
                    _write(self._store, unsaved)
                except WhyRayError as error:
                    self.error_raised.emit(error)
        self._unsaved.clear()
        return ended

    def _notice(self, item: Item, changed: frozenset) -> None:
        if item.twin_of is not None or item.radiograph is None:
            return
        if item.marks is None and changed & {"radiograph", "marks"}:
            self._read(item)
        elif "marks" in changed:
            self._keep(item, item.marks, item.radiograph)

    def _read(self, item: Item) -> None:
        self._kept.pop(item.id, None)
        self._untouchable.discard(item.id)
        radiograph = item.radiograph
        twin = self._same_image(item, radiograph)
        if twin is not None:
            self._came(item, radiograph, twin.marks)
            return
        reply = Reply(
            partial(self._came, item, radiograph), partial(self._did_not_come, item, radiograph)
        )
        self._lane.start(f"read {item.id}", partial(_read, self._store, radiograph), reply)

    def _came(self, item: Item, radiograph: Radiograph, sheet: Sheet) -> None:
        if item.sha256 == radiograph.sha256 and item.marks is None:
            self._kept[item.id] = sheet
            self._workspace.update(item, marks=sheet)

    def _did_not_come(self, item: Item, radiograph: Radiograph, error: BaseException) -> None:
        if isinstance(error, UnreadableFile):
            self._untouchable.add(item.id)
        self._came(item, radiograph, Sheet())
        self._raise(error)

    def _keep(self, item: Item, sheet: Sheet, radiograph: Radiograph) -> None:
        if self._kept.get(item.id) == sheet and item.id not in self._unsaved:
            return
        if item.id not in self._untouchable:
            self._unsaved[item.id] = _Unsaved(sheet, radiograph)
            self._soon.start()
        twin = self._same_image(item, radiograph)
        if twin is not None and twin.marks != sheet:
            self._kept[twin.id] = sheet  # this item writes it
            self._workspace.update(twin, marks=sheet)

    def _same_image(self, item: Item, radiograph: Radiograph) -> Item | None:
        """The same image, opened a second time under another path."""
        key = record_key(radiograph)
        for other in self._workspace.items:
            film = other.radiograph
            if (
                other is not item
                and film is not None
                and other.marks is not None
                and other.id not in self._untouchable
                and film.sha256 == radiograph.sha256
                and record_key(film) == key
            ):
                return other
        return None

    def _save_all(self) -> None:
        for item_id, unsaved in list(self._unsaved.items()):
            slot = f"save {item_id}"
            if not self._lane.is_open(slot):
                reply = Reply(partial(self._wrote, item_id, unsaved), partial(self._lost, item_id))
                self._lane.start(slot, partial(_write, self._store, unsaved), reply)

    def _wrote(self, item_id: int, written: _Unsaved, _nothing: None) -> None:
        self._kept[item_id] = written.sheet
        if self._unsaved.get(item_id) is written:
            del self._unsaved[item_id]
            for item in self._workspace.items:
                if item.id == item_id:
                    self.saved.emit(item)
        else:
            self._soon.start()

    def _lost(self, item_id: int, error: BaseException) -> None:
        self._unsaved.pop(item_id, None)  # the next change tries again
        self._raise(error)

    def _let_go(self, item: Item) -> None:
        self._save_all()
        self._lane.cancel(f"read {item.id}")

    def _raise(self, error: BaseException) -> None:
        self.error_raised.emit(presentable(error))


def _nothing() -> None:
    pass


def _read(store: SheetStore, radiograph: Radiograph) -> Sheet:
    return store.read(identify(radiograph))


def _write(store: SheetStore, unsaved: _Unsaved) -> None:
    store.write(unsaved.sheet, identify(unsaved.radiograph), unsaved.radiograph)


def _export(path: Path, sheet: Sheet, radiograph: Radiograph, program: str) -> None:
    write_sheet(path, sheet, identify(radiograph), radiograph, program)
