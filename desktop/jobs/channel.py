"""A bounded queue between two stations: whoever is faster waits, so memory stays flat."""

import threading
import time
from collections import deque
from typing import Generic, TypeVar

from engine.progress import Cancelled

T = TypeVar("T")


class Channel(Generic[T]):
    """Hands values on in order. Bounded by number and by bytes; one value always has room.

    Args:
        most: values.
        most_bytes: bytes of all together.
    """

    def __init__(self, most: int, most_bytes: int) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._held: deque[tuple[T, int]] = deque()
        self._bytes = 0
        self._is_ended = self._is_aborted = False
        self._changed = threading.Condition()

    def put(self, value: T, weight: int) -> None:
        """Adds a value of so many bytes once there is room. Raises Cancelled after `abort`."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_aborted or self._has_room(weight))
            self._raise_if_aborted()
            self._held.append((value, weight))
            self._bytes += weight
            self._changed.notify_all()

    def take(self, most: int, patience_s: float) -> list[T]:
        """The next values; waits for the first one, and a moment for the others.

        Args:
            most: as many are waited for, unless the channel is full or has ended.
            patience_s: how long, from the first one on.

        Returns:
            At least one; none when the channel has ended.

        Raises:
            Cancelled: after `abort`.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._is_aborted or self._held or self._is_ended)
            deadline = time.monotonic() + patience_s
            while not self._is_complete(most) and (left := deadline - time.monotonic()) > 0:
                self._changed.wait(left)
            self._raise_if_aborted()
            taken = [self._held.popleft() for _ in range(min(most, len(self._held)))]
            self._bytes -= sum(weight for _, weight in taken)
            self._changed.notify_all()
            return [value for value, _ in taken]

    def end(self) -> None:
        """Nothing more will come."""
        with self._changed:
            self._is_ended = True
            self._changed.notify_all()

    def abort(self) -> None:
        """Wakes everybody; what is held is dropped."""
        with self._changed:
            self._is_aborted = True
            self._held.clear()
            self._changed.notify_all()

    def _has_room(self, weight: int) -> bool:
        is_light = self._bytes + weight <= self._most_bytes
        return not self._held or (len(self._held) < self._most and is_light)

    def _is_complete(self, most: int) -> bool:
        is_full = len(self._held) >= min(most, self._most) or self._bytes > self._most_bytes // 2
        return is_full or self._is_ended or self._is_aborted

    def _raise_if_aborted(self) -> None:
        if self._is_aborted:
            raise Cancelled
