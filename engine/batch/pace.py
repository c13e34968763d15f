"""How fast a batch is and how long it will still take, from what was measured."""

from collections import deque

_WINDOW_S = 60.0
_LEAST_S, _LEAST_FILES = 1.0, 3


class Pace:
    """Counts finished files over time. Time that stands still (a pause) does not count.

    Args:
        now_s: the clock at the start, seconds.
    """

    def __init__(self, now_s: float) -> None:
        self._marks: deque[tuple[float, int]] = deque([(now_s, 0)])
        self._start_s = now_s
        self._count = 0
        self._rested_s = 0.0
        self._rests_since: float | None = None

    def count(self, now_s: float) -> None:
        """One more file is finished."""
        self._count += 1
        self._marks.append((self._worked_until(now_s), self._count))
        while len(self._marks) > 2 and self._marks[-1][0] - self._marks[1][0] >= _WINDOW_S:
            self._marks.popleft()

    def rest(self, now_s: float) -> None:
        """The clock stands still from now on."""
        if self._rests_since is None:
            self._rests_since = now_s

    def go_on(self, now_s: float) -> None:
        """It runs again."""
        if self._rests_since is not None:
            self._rested_s += now_s - self._rests_since
            self._rests_since = None

    def per_second(self, now_s: float) -> float | None:
        """Files per second over the last minute or so; None until enough was seen."""
        start_s, start_count = self._marks[0]
        span_s = self._worked_until(now_s) - start_s
        files = self._count - start_count
        return files / span_s if span_s >= _LEAST_S and files >= _LEAST_FILES else None

    def mean_per_second(self, now_s: float) -> float | None:
        """Files per second from the start on; None where there are none."""
        span_s = self._worked_until(now_s) - self._start_s
        return self._count / span_s if self._count and span_s > 0 else None

    def seconds_left(self, files_left: int, now_s: float) -> float | None:
        """How long that many files will take at this pace."""
        rate = self.per_second(now_s)
        return None if rate is None else files_left / rate

    def _worked_until(self, now_s: float) -> float:
        now_s = now_s if self._rests_since is None else self._rests_since
        return now_s - self._rested_s
