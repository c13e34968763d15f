"""Opening files: the one on screen first, its neighbours next, then thumbnails of all others.

Two lanes with a decoder child each, so that a slow file in the background never delays the one on
screen. Decoded images are kept within a memory budget; a thumbnail stays for every file.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.state.workspace import Item, Status, Workspace
from engine.images.decoder import Decoder

BUDGET_BYTES = 512 * 2**20
PATIENCE_MS = 400
_SLOT = "open"


class Opening(QObject):
    """Decides which file is decoded next and files the answers.

    Args:
        workspace: the open items.
        make_decoder: gives a new, not yet started decoder child.
    """

    def __init__(
        self,
        workspace: Workspace,
        make_decoder: Callable[[], Decoder],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._front = _DecoderLane("open", make_decoder(), self)
        self._back = _DecoderLane("prefetch", make_decoder(), self)
        self._impatience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._impatience.timeout.connect(self._stop_what_nobody_waits_for)
        for lane in (self._front, self._back):
            lane.lane.became_free.connect(self.go_on)
        workspace.items_added.connect(self.go_on)
        workspace.current_changed.connect(self.go_on)
        workspace.on_screen_changed.connect(self.go_on)
        workspace.item_removed.connect(self._forget)

    def go_on(self) -> None:
        """Starts what should be decoded now."""
        on_screen = self._workspace.on_screen
        if not on_screen:
            return  # it is about to be chosen, and must not end up in the background
        missing = next((item for item in on_screen if _needs_pixels(item)), None)
        if missing is not None:
            self._attend(missing)
        elif self._back.item is None:
            following = self._next_in_background()
            if following is not None:
                self._start(self._back, following)

    def warm_up(self) -> None:
        """Starts the decoder child of the front lane ahead of the first file."""
        idle = Reply(succeeded=_ignore, failed=presentable)
        self._front.lane.start("warm up", self._front.decoder.warm_up, idle)

    def cancel(self, item: Item) -> bool:
        """Stops opening that item; it shows as waiting and opens again when it is chosen again."""
        return any(lane.cancel() for lane in (self._front, self._back) if lane.item is item)

    def close(self, timeout_s: float) -> bool:
        """Stops both lanes and their children."""
        self._impatience.stop()
        ended = [lane.close(timeout_s) for lane in (self._front, self._back)]
        return all(ended)

    def _attend(self, item: Item) -> None:
        if item in (self._front.item, self._back.item):
            return
        if self._front.item is None:
            self._start(self._front, item)
        elif not self._impatience.isActive():
            self._impatience.start()  # most files need less than this; killing the child costs more

    def _stop_what_nobody_waits_for(self) -> None:
        if self._front.item is not None and self._front.item not in self._workspace.on_screen:
            self._front.cancel()

    def _start(self, lane: "_DecoderLane", item: Item) -> None:
        lane.item = item
        self._workspace.update(item, status=Status.LOADING, error=None)
        reply = Reply(
            succeeded=partial(self._opened, lane, item),
            failed=partial(self._failed, lane, item),
            cancelled=partial(self._cancelled, lane, item),
        )
        work = partial(tasks.open_file, item.path, lane.decoder)
        lane.lane.start(_SLOT, work, reply, stop=lane.decoder.cancel)

    def _opened(self, lane: "_DecoderLane", item: Item, opened: tasks.Opened) -> None:
        lane.item = None
        self._workspace.update(
            item,
            status=Status.READY,
            radiograph=opened.radiograph,
            thumbnail=opened.thumbnail,
            facts=opened.radiograph.facts,
        )
        self._keep_within_budget()

    def _failed(self, lane: "_DecoderLane", item: Item, error: BaseException) -> None:
        lane.item = None
        self._workspace.update(item, status=Status.FAILED, error=presentable(error, item.path))

    def _cancelled(self, lane: "_DecoderLane", item: Item) -> None:
        lane.item = None
        status = Status.WAITING if item.thumbnail is None else Status.READY
        self._workspace.update(item, status=status)

    def _forget(self, item: Item) -> None:
        self.cancel(item)

    def _next_in_background(self) -> Item | None:
        if self._front.item is not None:
            return None
        nearest = _nearest_first(self._workspace)
        neighbours = [item for item in nearest[:3] if _needs_pixels(item) and self._has_room()]
        waiting = [item for item in nearest if item.status is Status.WAITING]
        return next(iter([*neighbours, *waiting]), None)

    def _has_room(self) -> bool:
        return sum(_bytes(item) for item in self._workspace.items) < BUDGET_BYTES * 3 // 4

    def _keep_within_budget(self) -> None:
        used = sum(_bytes(item) for item in self._workspace.items)
        for item in reversed(_nearest_first(self._workspace)):
            if used <= BUDGET_BYTES:
                return
            if item.radiograph is not None and item not in self._workspace.on_screen:
                used -= _bytes(item)
                self._workspace.update(item, radiograph=None)


class _DecoderLane:
    def __init__(self, name: str, decoder: Decoder, parent: QObject) -> None:
        self.lane = Lane(name, parent)
        self.decoder = decoder
        self.item: Item | None = None

    def cancel(self) -> bool:
        return self.lane.cancel(_SLOT)

    def close(self, timeout_s: float) -> bool:
        has_ended = self.lane.close(timeout_s)
        self.decoder.close()
        return has_ended


def _ignore(_result: object) -> None:
    pass


def _needs_pixels(item: Item) -> bool:
    is_unloaded = item.status is Status.READY and item.radiograph is None
    return item.status is Status.WAITING or is_unloaded


def _nearest_first(workspace: Workspace) -> list[Item]:
    """The items ordered by distance from the one on screen, that one first."""
    here = max(0, workspace.current_index)
    order = sorted(enumerate(workspace.items), key=lambda pair: abs(pair[0] - here))
    return [item for _, item in order]


def _bytes(item: Item) -> int:
    if item.radiograph is None:
        return 0
    colour = item.radiograph.colour
    return item.radiograph.frames.nbytes + (0 if colour is None else colour.nbytes)
