"""Receiving images from DICOM peers while the window is open, where the settings ask for it.

The receiver lives on threads of its own; what they tell goes into a queue that the GUI thread
empties. What arrives lies in the user's inbox and is opened like files of a watched folder.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.jobs.security import RECEIVES_SECURED, tls_of
from desktop.network.node import check_title
from desktop.network.security import Tls
from desktop.settings import Settings
from engine.errors import NetworkError

if TYPE_CHECKING:  # takes long to load
    from desktop.network.receiving import Receiver

RECEIVES = "network/receives"
_GROUP = "network/"
_NO_DOOR = ("network/nodes",)  # says nothing about receiving
_SLOT = "turn"


@dataclass(frozen=True)
class Wish:
    """How to receive.

    Attributes:
        host: the address to listen at.
        port: 0: any free one.
        title: our application entity title.
        callers: titles that may connect; empty: any.
        tls: None: connections are not encrypted.
    """

    host: str
    port: int
    title: str
    callers: tuple[str, ...]
    tls: Tls | None


class Receiving(QObject):
    """Receives as the settings say, and follows them.

    Args:
        settings: the group ``network``.
        inbox: where images go; made when needed.
    """

    arrived = Signal(tuple)  # tuple[Path, ...]
    failed = Signal(object)  # WhyRayError: cannot listen, or an image that was refused
    changed = Signal()  # `address`
    _rang = Signal()

    def __init__(self, settings: Settings, inbox: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._told: queue.SimpleQueue[Path | str] = queue.SimpleQueue()
        self._has_rung = threading.Event()
        self._is_closed = False
        self._lane = Lane("receiving", self)
        self._post = _Post(inbox, self._tell)
        self.address = ""  # HOST:PORT while it listens
        self.is_secured = False
        self.title = ""
        self._rang.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        settings.changed.connect(self._settings_changed)

    @property
    def is_wanted(self) -> bool:
        """Whether the settings ask for it."""
        return self._settings.get(RECEIVES) is True

    def start(self) -> None:
        """Begins where that is wanted; turns to what the settings say now, or stops."""
        if self._is_closed or not (self.is_wanted or self.address or self._lane.is_open(_SLOT)):
            return
        self._show("", "")
        wish = self._wish() if self.is_wanted else None
        reply = Reply(partial(self._turned, wish), self._cannot)
        self._lane.start(_SLOT, partial(self._post.turn_to, wish), reply)

    def close(self, timeout_s: float) -> bool:
        """Stops at once."""
        self._is_closed = True
        has_ended = self._lane.close(timeout_s)
        self._post.stop()
        return has_ended

    def _wish(self) -> Wish:
        text = {name: str(self._settings.get(_GROUP + name)) for name in ("address", "title")}
        callers = str(self._settings.get("network/callers")).split(",")
        port = int(float(self._settings.get("network/port")))
        named = tuple(caller.strip() for caller in callers if caller.strip())
        is_secured = self._settings.get(RECEIVES_SECURED) is True
        tls = tls_of(self._settings) if is_secured else None
        return Wish(text["address"].strip(), port, text["title"], named, tls)

    def _settings_changed(self, name: str) -> None:
        if name.startswith(_GROUP) and name not in _NO_DOOR:
            self.start()

    def _turned(self, wish: Wish | None, port: int | None) -> None:
        if wish is not None:
            self.is_secured = wish.tls is not None
            host = f"[{wish.host}]" if ":" in wish.host else wish.host
            self._show(f"{host}:{port}", wish.title.strip())

    def _cannot(self, error: BaseException) -> None:
        self.failed.emit(presentable(error))

    def _show(self, address: str, title: str) -> None:
        if (address, title) != (self.address, self.title):
            self.address, self.title = address, title
            self.changed.emit()

    @Slot()
    def _deliver(self) -> None:
        self._has_rung.clear()
        arrived: list[Path] = []
        while not self._told.empty():
            told = self._told.get()
            if isinstance(told, Path):
                arrived.append(told)
            else:
                self.failed.emit(NetworkError(told))
        if arrived:
            self.arrived.emit(tuple(dict.fromkeys(arrived)))

    # Below: on a thread of the network.

    def _tell(self, told: Path | str) -> None:
        self._told.put(told)
        if not self._has_rung.is_set() and not self._is_closed:
            self._has_rung.set()
            self._rang.emit()


class _Post:
    """The one receiver, on the worker."""

    def __init__(self, inbox: Path, tell: Callable[[Path | str], None]) -> None:
        self._inbox, self._tell = inbox, tell
        self._receiver: Receiver | None = None

    def turn_to(self, wish: Wish | None) -> int | None:
        """Receives as wished, or no more; returns the port in use."""
        self.stop()
        if wish is None:
            return None
        from desktop.network.receiving import Door, Receiver

        title = check_title(wish.title)
        callers = tuple(check_title(caller) for caller in wish.callers)
        door = Door(wish.host, wish.port, title, callers, tls=wish.tls)
        receiver = Receiver(self._inbox, self._tell, self._tell, door)
        receiver.start()
        self._receiver = receiver
        return receiver.port

    def stop(self) -> None:
        """Receives no more; open connections are ended."""
        if self._receiver is not None:
            self._receiver.stop()
            self._receiver = None
