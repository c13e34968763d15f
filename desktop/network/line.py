"""The connection of an `echo` or a `send`, which another thread may hang up."""

from __future__ import annotations

import contextlib
import socket
from threading import Lock
from typing import TYPE_CHECKING

from engine.progress import Cancelled

if TYPE_CHECKING:  # takes long to load
    from pynetdicom.association import Association
    from pynetdicom.events import Event


class Line:
    """Given to one call; hung up from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._association: Association | None = None
        self.is_hung_up = False

    def hang_up(self) -> None:
        """Ends the connection at once and lets no further one begin; does not wait."""
        with self._lock:
            self.is_hung_up = True
            if self._association is not None:
                _cut(self._association)

    def take(self, event: Event) -> None:
        """A connection was opened."""
        with self._lock:
            self._association = event.assoc
            if self.is_hung_up:
                _cut(event.assoc)

    def check(self) -> None:
        """Raises `Cancelled` once it was hung up."""
        if self.is_hung_up:
            raise Cancelled


def _cut(association: Association) -> None:
    """Ends it from below: an abort would wait for the peer, and leave who waits for an answer."""
    with contextlib.suppress(OSError, AttributeError):  # it has ended already
        association.dul.socket.socket.shutdown(socket.SHUT_RDWR)
