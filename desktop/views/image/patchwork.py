"""What is kept of a painted picture while it is moved: patches that together cover the view. No Qt.

A move by whole device pixels changes nothing but the place of what was made before; only the strips
that come into view have to be made.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Generic, TypeVar

from desktop.views.image.placement import Box, Placement

Content = TypeVar("Content")

_AHEAD_PX = 192  # strips reach so far beyond the view, so that few moves need one
_MOST_PATCHES = 48
_WHOLE_PX = 1e-6


class Patchwork(Generic[Content]):
    """Patches of one scale and orientation, wherever the image has been moved to."""

    def __init__(self) -> None:
        self._first: Placement | None = None  # patches are stored in its device pixels
        self._now: Placement | None = None
        self._shift = (0, 0)
        self._covered: Box | None = None
        self._patches: list[tuple[Box, Content]] = []

    def clear(self) -> None:
        """Forgets everything; `follow` fails until `restart`."""
        self._first = self._now = None
        self._patches.clear()

    def restart(self, placement: Placement) -> None:
        """Another scale or orientation, or everything anew."""
        self._patches.clear()
        self._first = self._now = placement
        self._shift, self._covered = (0, 0), None

    def follow(self, placement: Placement) -> bool:
        """Moves along. False where that is not all that happened: then `restart`."""
        first = self._first
        if first is None or replace(first, dx=0.0, dy=0.0, is_fitted=False) != replace(
            placement, dx=0.0, dy=0.0, is_fitted=False
        ):
            return False
        dx, dy = placement.dx - first.dx, placement.dy - first.dy
        if max(abs(dx - round(dx)), abs(dy - round(dy))) > _WHOLE_PX:
            return False
        if len(self._patches) >= _MOST_PATCHES:
            return False
        self._now, self._shift = placement, (round(dx), round(dy))
        return True

    def missing(self) -> list[Box]:
        """Boxes of the view to make and `add`, all of them, so that the view is covered."""
        if self._now is None:
            return []
        visible = self._now.visible()
        if visible[2] <= visible[0] or visible[3] <= visible[1]:
            return []
        covered = None
        if self._covered is not None:
            covered = _overlap(_moved(self._covered, self._shift), _grown(visible))
        if covered is None or _overlap(covered, visible) is None:
            self._patches.clear()
            self._cover(visible)
            return [visible]
        ahead = _overlap(_grown(visible), self._now.extent()) or visible
        boxes, whole = [], list(covered)
        for side in range(4):
            is_short = visible[side] < whole[side] if side < 2 else visible[side] > whole[side]
            if not is_short:
                continue
            strip = list(whole)
            strip[side], strip[(side + 2) % 4] = ahead[side], whole[side]
            whole[side] = ahead[side]
            boxes.append(tuple(strip))
        self._cover(tuple(whole))
        return boxes

    def add(self, box: Box, content: Content) -> None:
        """Keeps what was made for one of the `missing` boxes."""
        self._patches.append((_moved(box, (-self._shift[0], -self._shift[1])), content))

    def patches(self) -> Iterator[tuple[Box, Content]]:
        """Every patch with its place in the view, oldest first."""
        for box, content in self._patches:
            yield _moved(box, self._shift), content

    def _cover(self, box: Box) -> None:
        self._covered = _moved(box, (-self._shift[0], -self._shift[1]))
        self._patches = [
            (kept, content)
            for kept, content in self._patches
            if _overlap(kept, self._covered) is not None
        ]


def _moved(box: Box, shift: tuple[int, int]) -> Box:
    return box[0] + shift[0], box[1] + shift[1], box[2] + shift[0], box[3] + shift[1]


def _grown(box: Box) -> Box:
    return box[0] - _AHEAD_PX, box[1] - _AHEAD_PX, box[2] + _AHEAD_PX, box[3] + _AHEAD_PX


def _overlap(one: Box, other: Box) -> Box | None:
    """The common part, or None."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if right > left and bottom > top else None
