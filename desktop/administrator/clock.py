"""The time as the lock-out and the session see it; another one is put in its place in tests."""

import time


class Clock:
    """The clocks of this computer."""

    def wall(self) -> float:
        """Seconds since 1970; people and time servers move it in both directions."""
        return time.time()

    def running(self) -> float:
        """Seconds that only grow while this program runs; it may stand still while it sleeps."""
        return time.monotonic()


class Since:
    """How long something is ago, on whichever of the two clocks says more.

    The wall clock goes on while the computer sleeps; the other one cannot be set back.

    Args:
        clock: read now and then again.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wall, self._running = clock.wall(), clock.running()

    def seconds(self) -> float:
        """Seconds since then, never negative."""
        wall, running = self._clock.wall() - self._wall, self._clock.running() - self._running
        return max(wall, running, 0.0)
