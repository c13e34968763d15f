"""An administrator's file that opens fast, and a clock that a test moves."""

from desktop.administrator.clock import Clock
from desktop.administrator.password import Cost
from desktop.administrator.vault import Vault

CHEAP = Cost(n=2**4, r=8, p=1)
PASSWORD = "four calm grey herons"
OTHER = "seven loud red robins"


class SilentVault(Vault):
    """Sessions end without a word: most tests have one open and mind what the audit says."""

    def note_end(self, reason: str) -> None:
        """Nothing is told."""


class TestClock(Clock):
    """Two clocks that stand until they are moved."""

    __test__ = False  # no class of tests

    def __init__(self, wall: float = 1.8e9) -> None:
        self._wall, self._running = wall, 1000.0

    def wall(self) -> float:
        """Seconds since 1970."""
        return self._wall

    def running(self) -> float:
        """Seconds of this program."""
        return self._running

    def pass_by(self, seconds: float) -> None:
        """Time goes by, for both."""
        self._wall += seconds
        self._running += seconds

    def set_wall(self, seconds: float) -> None:
        """Somebody sets the clock."""
        self._wall = seconds
