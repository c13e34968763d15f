"""A watchdog over Qt's event loop: how long was nobody served, and what held it up.

The clock alone would blame the window for what other programs take away from it. A gap therefore
counts as *held* for as long as the GUI thread computed in it, or had its own way and gave no turn:
without the time that it stood in the queue for a processor (Linux tells), and without the time by
which a second thread, which only wants to wake up every few milliseconds, was kept waiting.
"""

import sys
import threading
import time
from pathlib import Path
from types import CodeType, TracebackType

from PySide6.QtCore import QTimer

TICK_MS = 5
FROZEN_S = 0.05
_PROBE_S = 0.005
_QUEUED = Path("/proc/thread-self/schedstat")  # ns computed, ns queued for a processor, turns
_DEEPEST = 6


class EventLoopWatch:
    """Measures the gaps between turns of the event loop while the ``with`` block runs.

    The block must itself turn the loop (`qtbot.waitUntil`, `qtbot.wait`).

    Attributes:
        gaps_ms: wall time between two ticks, less the tick's own interval.
        busy_ms: processor time that the GUI thread used in each of these gaps.
        held_ms: the part of each gap that is the GUI thread's own doing, see above.
        stacks: where the GUI thread was when a gap passed `FROZEN_S`, innermost line last.
    """

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self.busy_ms: list[float] = []
        self.held_ms: list[float] = []
        self.stacks: list[str] = []
        self._last = (0.0, 0.0, 0.0)
        self._late_s = 0.0  # by which the probe was kept waiting, in all
        self._due_s = float("inf")  # when it should be awake again
        self._late_before_s = 0.0
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._is_over = threading.Event()
        self._thread_id = threading.get_ident()
        self._probe = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "EventLoopWatch":
        self._last = (time.perf_counter(), time.thread_time(), _queued_s())
        self._timer.start()
        self._probe.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.stop()
        self._is_over.set()
        self._probe.join()

    @property
    def longest_ms(self) -> float:
        """The longest gap."""
        return max(self.gaps_ms, default=0.0)

    @property
    def longest_busy_ms(self) -> float:
        """The most that the GUI thread computed without a turn of the loop."""
        return max(self.busy_ms, default=0.0)

    @property
    def longest_held_ms(self) -> float:
        """The most that the GUI thread itself kept a turn of the loop waiting."""
        return max(self.held_ms, default=0.0)

    def told(self) -> str:
        """One line of figures, then where it was held up."""
        count = sum(gap > FROZEN_S * 1000 for gap in self.gaps_ms)
        line = (
            f"longest gap {self.longest_ms:.0f} ms (held {self.longest_held_ms:.0f} ms, "
            f"computing {self.longest_busy_ms:.0f} ms), "
            f"{count} of {len(self.gaps_ms)} over {FROZEN_S * 1000:.0f} ms"
        )
        return "\n".join((line, *self.stacks[:3]))

    def _tick(self) -> None:
        now, used, queued = time.perf_counter(), time.thread_time(), _queued_s()
        gap_s, busy_s = now - self._last[0] - TICK_MS / 1000, used - self._last[1]
        late_s = self._late_s + max(0.0, now - self._due_s)
        taken_s = max(queued - self._last[2], late_s - self._late_before_s)
        self.gaps_ms.append(max(0.0, gap_s * 1000))
        self.busy_ms.append(busy_s * 1000)
        self.held_ms.append(max(busy_s, gap_s - taken_s) * 1000)
        self._late_before_s = late_s
        self._last = (now, used, queued)

    def _watch(self) -> None:
        told = 0.0
        while not self._is_over.is_set():
            self._due_s = time.perf_counter() + _PROBE_S
            self._is_over.wait(_PROBE_S)
            now = time.perf_counter()
            self._late_s += max(0.0, now - self._due_s)
            since = self._last[0]
            if since != told and now - since > FROZEN_S + TICK_MS / 1000:
                told = since
                self.stacks.append(_told(_lines_of(self._thread_id)))


def _lines_of(thread_id: int) -> list[tuple[CodeType, int]]:
    """The innermost lines of a running thread.

    Keeps no frame for longer than this: a painter that lives in one would end on the wrong thread.
    """
    frame = sys._current_frames().get(thread_id)
    found = []
    while frame is not None and len(found) < _DEEPEST:
        found.append((frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return found


def _told(lines: list[tuple[CodeType, int]]) -> str:
    return "".join(
        f"  {code.co_filename}, line {number}, in {code.co_name}\n"
        for code, number in reversed(lines)
    )


def _queued_s() -> float:
    """How long this thread has stood in the queue for a processor; 0 where nobody tells."""
    try:
        return int(_QUEUED.read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
