"""A watchdog over Qt's event loop: how long was nobody served, and what held it up."""

import sys
import threading
import time
import traceback
from types import TracebackType

from PySide6.QtCore import QTimer

TICK_MS = 5
FROZEN_S = 0.05


class EventLoopWatch:
    """Measures the gaps between turns of the event loop while the ``with`` block runs.

    The block must itself turn the loop (`qtbot.waitUntil`, `qtbot.wait`).

    Attributes:
        gaps_ms: wall time between two ticks, less the tick's own interval.
        busy_ms: processor time that the GUI thread used in each of these gaps. A long gap in which
            it used none was a wait: for the machine, which others use too, or for Python's lock.
        stacks: where the GUI thread was when a gap passed `FROZEN_S`, innermost line last.
    """

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self.busy_ms: list[float] = []
        self.stacks: list[str] = []
        self._last = (0.0, 0.0)
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._is_over = threading.Event()
        self._thread_id = threading.get_ident()
        self._sampler = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> "EventLoopWatch":
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start()
        self._sampler.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.stop()
        self._is_over.set()
        self._sampler.join()

    @property
    def longest_ms(self) -> float:
        """The longest gap."""
        return max(self.gaps_ms, default=0.0)

    @property
    def longest_busy_ms(self) -> float:
        """The most that the GUI thread computed without a turn of the loop."""
        return max(self.busy_ms, default=0.0)

    def told(self) -> str:
        """One line of figures, then where it was held up."""
        count = sum(gap > FROZEN_S * 1000 for gap in self.gaps_ms)
        line = (
            f"longest gap {self.longest_ms:.0f} ms (computing {self.longest_busy_ms:.0f} ms), "
            f"{count} of {len(self.gaps_ms)} over {FROZEN_S * 1000:.0f} ms"
        )
        return "\n".join((line, *self.stacks[:3]))

    def _tick(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.gaps_ms.append(max(0.0, (now - self._last[0]) * 1000 - TICK_MS))
        self.busy_ms.append((used - self._last[1]) * 1000)
        self._last = (now, used)

    def _sample(self) -> None:
        told = 0.0
        while not self._is_over.wait(0.01):
            since = self._last[0]
            if since != told and time.perf_counter() - since > FROZEN_S + TICK_MS / 1000:
                told = since
                frame = sys._current_frames().get(self._thread_id)
                if frame is not None:
                    self.stacks.append("".join(traceback.format_stack(frame)[-6:]))
