"""Decoding files: those on screen first, their neighbours next, then thumbnails of rows in sight.

Two lanes with a decoder child each, so that a slow file in the background never delays the one on
screen. Decoded images, thumbnails and maps are kept within a memory budget each; what is farthest
from the image on screen goes first and is made again when somebody comes back.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from desktop.jobs import tasks
from desktop.jobs.failures import presentable
from desktop.jobs.precedence import AT_ONCE, SOON
from desktop.jobs.replies import Lane, Reply
from desktop.state.workspace import Item, Status, Workspace
from engine.images.decoder import Decoder
from engine.images.radiograph import Radiograph

BUDGET_BYTES = 512 * 2**20
THUMBNAIL_BYTES = 32 * 2**20
MAP_BYTES = 64 * 2**20
PATIENCE_MS = 400
AHEAD, BEHIND = 2, 1  # neighbours that are decoded before somebody asks, as seen when walking
EAGER_ROWS = 200  # thumbnails this far from the image on screen are made without being in sight
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
        self._front = _DecoderLane("open", make_decoder(), self, AT_ONCE)
        self._back = _DecoderLane("prefetch", make_decoder(), self, SOON)
        self._budget = BUDGET_BYTES
        self._pixels: dict[Item, int] = {}  # bytes of what is decoded
        self._thumbnails: dict[Item, int] = {}
        self._maps: dict[Item, int] = {}
        self._in_sight: tuple[Item, ...] = ()
        self._here, self._direction = 0, 1
        self._impatience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._impatience.timeout.connect(self._stop_what_nobody_waits_for)
        for lane in (self._front, self._back):
            lane.lane.became_free.connect(self.go_on)
        workspace.items_added.connect(self.go_on)
        workspace.current_changed.connect(self._follow)
        workspace.on_screen_changed.connect(self.go_on)
        workspace.item_removed.connect(self._forget)
        workspace.item_changed.connect(self._weigh_maps)

    @property
    def is_idle(self) -> bool:
        """Whether no file is being decoded."""
        return self._front.item is None and self._back.item is None

    def go_on(self) -> None:
        """Starts what should be decoded now."""
        on_screen = self._workspace.on_screen
        if not on_screen:
            return  # it is about to be chosen, and must not end up in the background
        missing = next((item for item in on_screen if _needs_pixels(item)), None)
        if missing is not None:
            self._attend(missing)
        elif self._back.item is None and self._front.item is None:
            following = next(self._background(), None)
            if following is not None:
                self._start(self._back, following)

    def prefer(self, items: tuple[Item, ...]) -> None:
        """Rows that can be seen: their thumbnails come before those of others."""
        self._in_sight = items
        self.go_on()

    def set_budget(self, pixel_bytes: int) -> None:
        """How much memory decoded images may take, besides those on screen."""
        self._budget = pixel_bytes
        self._keep_within_budget()

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

    def _follow(self, _item: Item | None) -> None:
        here = self._workspace.current_index
        if here >= 0 and here != self._here:
            self._direction = 1 if here > self._here else -1
            self._here = here
        self.go_on()

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
            partial=partial(self._decoded, item),
            succeeded=partial(self._opened, lane, item),
            failed=partial(self._failed, lane, item),
            cancelled=partial(self._cancelled, lane, item),
        )
        work = partial(tasks.open_file, item.path, lane.decoder)
        lane.lane.start(_SLOT, work, reply, stop=lane.decoder.cancel)

    def _decoded(self, item: Item, radiograph: Radiograph) -> None:
        self._pixels[item] = _bytes(radiograph)
        self._workspace.update(
            item, status=Status.READY, radiograph=radiograph, facts=radiograph.facts
        )

    def _opened(self, lane: "_DecoderLane", item: Item, thumbnail: NDArray[np.uint8]) -> None:
        lane.item = None
        self._thumbnails[item] = thumbnail.nbytes
        self._workspace.update(item, thumbnail=thumbnail)
        self._keep_within_budget()

    def _failed(self, lane: "_DecoderLane", item: Item, error: BaseException) -> None:
        lane.item = None
        shown = presentable(error, item.path)
        if item.origin is not None:
            shown.file = item.origin
        self._workspace.update(item, status=Status.FAILED, error=shown)

    def _cancelled(self, lane: "_DecoderLane", item: Item) -> None:
        lane.item = None
        is_fresh = item.thumbnail is None and item.radiograph is None
        status = Status.WAITING if is_fresh else Status.READY
        self._workspace.update(item, status=status)

    def _forget(self, item: Item) -> None:
        self.cancel(item)
        self._pixels.pop(item, None)
        self._thumbnails.pop(item, None)
        self._maps.pop(item, None)
        self._in_sight = tuple(other for other in self._in_sight if other is not item)

    def _weigh_maps(self, item: Item, changed: frozenset) -> None:
        """Lets maps and model inputs of images far away go; the scores themselves are small."""
        if not changed & {"explanations", "reading"}:
            return
        self._maps[item] = _bytes_of_answers(item)
        for far in self._too_much(self._maps, MAP_BYTES, set(self._workspace.on_screen)):
            light = far.reading
            if light is not None and light.model_input is not None:
                light = replace(light, model_input=None)
            self._workspace.update(
                far, explanations={}, shown=None, preliminary=None, reading=light
            )

    def _background(self) -> Iterator[Item]:
        """What to decode while nothing on screen is missing, the most wanted first."""
        if self._has_room():
            yield from filter(_needs_pixels, self._neighbours())
        yield from filter(_needs_thumbnail, self._in_sight)
        nearest = itertools.islice(self._nearest_first(), EAGER_ROWS)
        yield from (item for item in nearest if item.status is Status.WAITING)

    def _neighbours(self) -> Iterator[Item]:
        items, here = self._workspace.items, self._workspace.current_index
        ahead = [here + self._direction * step for step in range(1, AHEAD + 1)]
        behind = [here - self._direction * step for step in range(1, BEHIND + 1)]
        for place in (ahead[0], *behind, *ahead[1:]):
            if 0 <= place < len(items):
                yield items[place]

    def _nearest_first(self) -> Iterator[Item]:
        items, here = self._workspace.items, max(0, self._workspace.current_index)
        for step in range(1, len(items)):
            for place in (here + step, here - step):
                if 0 <= place < len(items):
                    yield items[place]

    def _has_room(self) -> bool:
        return sum(self._pixels.values()) < self._budget * 3 // 4

    def _keep_within_budget(self) -> None:
        kept = set(self._workspace.on_screen)
        for item in self._too_much(self._pixels, self._budget, kept):
            self._workspace.update(item, radiograph=None)
        kept.update(self._in_sight)
        for item in self._too_much(self._thumbnails, THUMBNAIL_BYTES, kept):
            self._workspace.update(item, thumbnail=None)

    def _too_much(self, sizes: dict[Item, int], budget: int, kept: set[Item]) -> list[Item]:
        """Takes what is farthest away out of `sizes` until the rest fits."""
        used, gone = sum(sizes.values()), []
        if used <= budget:
            return gone
        here = self._workspace.current_index
        for item in sorted(sizes, key=lambda i: -abs(self._workspace.index_of(i) - here)):
            if used <= budget:
                break
            if item not in kept:
                used -= sizes.pop(item)
                gone.append(item)
        return gone


class _DecoderLane:
    def __init__(self, name: str, decoder: Decoder, parent: QObject, behind: int) -> None:
        self.lane = Lane(name, parent, behind=behind)
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


def _needs_thumbnail(item: Item) -> bool:
    return item.status is Status.WAITING or (item.status is Status.READY and item.thumbnail is None)


def _bytes(radiograph: Radiograph) -> int:
    colour = 0 if radiograph.colour is None else radiograph.colour.nbytes
    return radiograph.frames.nbytes + colour


def _bytes_of_answers(item: Item) -> int:
    maps = sum(made.map.nbytes for made in item.explanations.values())
    seen = None if item.reading is None else item.reading.model_input
    return maps if seen is None else maps + seen.tensor.nbytes + seen.grey.nbytes
