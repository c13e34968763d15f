"""Measures what a person waits for: process start to usable window, request to first paint.

Prints to stderr when the environment variable ``WHYRAY_TRACE_STARTUP`` is set; costs nothing
otherwise. "Usable" means: painted, and the event loop has come round to idle afterwards.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

VARIABLE = "WHYRAY_TRACE_STARTUP"
_PROC = Path("/proc")


def is_wanted() -> bool:
    """Whether times are to be printed."""
    return bool(os.environ.get(VARIABLE)) and sys.stderr is not None


def say(what: str, since_s: float) -> None:
    """Prints the time passed since a `time.monotonic` moment."""
    sys.stderr.write(f"whyray trace: {what} {(time.monotonic() - since_s) * 1000:.0f} ms\n")
    sys.stderr.flush()


def process_start_s() -> float:
    """The `time.monotonic` moment at which this process was started, to 10 ms.

    Where the system does not tell (no ``/proc``), the import of this module, which is later.
    """
    try:
        fields = (_PROC / "self" / "stat").read_text().rpartition(")")[2].split()
        ticks = float(fields[19])  # starttime, field 22 of proc(5), counted after the name
        uptime_s = float((_PROC / "uptime").read_text().split()[0])
    except (OSError, IndexError, ValueError):
        return _IMPORTED_S
    return time.monotonic() - (uptime_s - ticks / os.sysconf("SC_CLK_TCK"))


_IMPORTED_S = time.monotonic()


class PaintWatch(QObject):
    """Prints the time from `start` to the first idle moment after the next paint.

    Args:
        widget: the one whose painting counts, or that of anything in it.
        what: the words to print.
    """

    def __init__(self, widget: QWidget, what: str) -> None:
        super().__init__(widget)
        self._widget = widget
        self._what = what
        self._since_s: float | None = None
        QApplication.instance().installEventFilter(self)

    def start(self, since_s: float) -> None:
        """The moment from which to measure, by `time.monotonic`."""
        self._since_s = since_s

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the paint."""
        is_paint = event.type() == QEvent.Type.Paint and self._since_s is not None
        if is_paint and (watched is self._widget or self._is_inside(watched)):
            since_s, self._since_s = self._since_s, None
            QTimer.singleShot(0, lambda: say(self._what, since_s))
        return False

    def _is_inside(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and self._widget.isAncestorOf(watched)
