"""The connection of an `echo` or a `send`, which another thread may hang up."""

from __future__ import annotations

import contextlib
import socket
from threading import Lock
from typing import TYPE_CHECKING

from engine.progress import Cancelled

if TYPE_CHECKING:  # takes long to load
    from pynetdicom.events import Event


class Line:
    """Given to one call; hung up from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self.is_hung_up = False

    def hang_up(self) -> None:
        """Ends the connection at once and lets no further one begin; does not wait."""
        with self._lock:
            self.is_hung_up = True
            self._cut()

    def take(self, event: Event) -> None:
        """A connection was opened."""
        with self._lock:
            self._socket = event.assoc.dul.socket.socket
            if self.is_hung_up:
                self._cut()

    def let_go(self) -> None:
        """The connection has ended; pynetdicom does not close one that never became a call."""
        with self._lock:
            if self._socket is not None:
                self._socket.close()
                self._socket = None

    def check(self) -> None:
        """Raises `Cancelled` once it was hung up."""
        if self.is_hung_up:
            raise Cancelled

    def _cut(self) -> None:
        """Ends it from below: an abort would wait for the peer, and leave who waits for it."""
        if self._socket is not None:
            with contextlib.suppress(OSError):  # it has ended already
                self._socket.shutdown(socket.SHUT_RDWR)
