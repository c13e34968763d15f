"""How often a password may be tried: counted by attempts, so that the clock opens nothing.

An attempt is counted before it is compared, so whoever ends the program in between has not gained
one. Five free attempts; the fifth failure locks for 30 s, every further one for twice as long, up
to 15 minutes. Only the right password sets the count back.

The wait ends by the latest time that was ever seen, so setting the clock back gives nothing, nor
does it make the wait longer: a program that stays open counts the rest by its own running time.
"""

from dataclasses import dataclass, replace

from desktop.administrator.clock import Clock

FREE_ATTEMPTS = 5
FIRST_WAIT_S, LONGEST_WAIT_S = 30.0, 900.0


@dataclass(frozen=True)
class Attempts:
    """What is kept of failed attempts.

    Attributes:
        failures: since the password was last right.
        until: no attempt is taken before the wall clock stands there; 0: none is barred.
        seen: the latest time that the wall clock ever showed.
    """

    failures: int = 0
    until: float = 0.0
    seen: float = 0.0

    @property
    def left(self) -> int:
        """Attempts before the next lock-out, at most."""
        return max(0, FREE_ATTEMPTS - self.failures)

    def counted(self, wall: float) -> "Attempts":
        """One attempt more, taken at that time."""
        failures, seen = self.failures + 1, max(self.seen, wall)
        wait = wait_after(failures)
        return Attempts(failures, seen + wait if wait else 0.0, seen)

    def forgiven(self, wall: float) -> "Attempts":
        """None, because the password was right."""
        return Attempts(0, 0.0, max(self.seen, wall))

    def seen_at(self, wall: float) -> "Attempts":
        """The same, knowing of that time."""
        return replace(self, seen=max(self.seen, wall))

    def wait_s(self, wall: float) -> float:
        """Seconds to wait, by the latest time known; never longer than the lock-out was."""
        return max(0.0, self.until - max(self.seen, wall))


def wait_after(failures: int) -> float:
    """Seconds that so many failures in a row cost."""
    if failures < FREE_ATTEMPTS:
        return 0.0
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(failures - FREE_ATTEMPTS, 16))


class Waiting:
    """Counts a lock-out down in this program, also where the wall clock was set back.

    Args:
        clock: read at every question.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until = 0.0
        self._over_at = 0.0  # on the running clock

    def wait_s(self, attempts: Attempts) -> float:
        """Seconds until the next attempt is taken; 0: it is taken now."""
        by_wall = attempts.wait_s(self._clock.wall())
        if attempts.until != self._until:
            self._until = attempts.until
            self._over_at = self._clock.running() + by_wall
        return max(0.0, min(by_wall, self._over_at - self._clock.running()))
