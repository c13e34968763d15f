"""Hands the answers of all runners out, a little in each turn of the event loop.

A queued signal would be served in the turn that is going on: as long as workers have something to
say, no key, no click and no clock would be heard. Timers come once in each turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_TURN_S = 0.005  # what is painted afterwards takes longer


class Courier(QObject):
    """Serves those who called, one answer each in turn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Callable[[], None], None] = {}
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._serve)

    def call(self, deliver: Callable[[], None]) -> None:
        """There is something to hand out, one answer a call; on the event loop's thread only."""
        self._waiting.setdefault(deliver)
        if not self._next_turn.isActive():
            self._next_turn.start()

    def _serve(self) -> None:
        end = time.perf_counter() + _TURN_S
        while self._waiting:
            deliver = next(iter(self._waiting))
            del self._waiting[deliver]
            if self._waiting and not self._next_turn.isActive():
                self._next_turn.start()  # before: an answer may open a dialog, and stay
            deliver()
            if time.perf_counter() > end:
                break


def courier() -> Courier:
    """The one of the application, which must be there."""
    app = QCoreApplication.instance()
    found = app.findChild(Courier)
    return Courier(app) if found is None else found
