"""The open session of the administrator: it ends by itself after 15 minutes, or when it is told to.

Vault.unlock -> Session.open -> actions -> Session.end
"""

from typing import TYPE_CHECKING

from desktop.administrator.clock import Clock, Since
from desktop.administrator.errors import NoSigningKey
from desktop.administrator.vault import Opened
from engine.language import said

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

IDLE_S = 900.0
IDLE, ASKED, CHANGED, CLOSED = "idle", "asked", "password changed", "program ended"  # why it ended


class Session:
    """Whether the administrator is here.

    Args:
        clock: measures idleness.
        idle_s: how long nobody may do anything before it ends.
    """

    def __init__(self, clock: Clock, idle_s: float = IDLE_S) -> None:
        self._clock = clock
        self._idle_s = idle_s
        self._opened: Opened | None = None
        self._since = Since(clock)

    @property
    def is_open(self) -> bool:
        """Whether it was opened and not ended; idleness is asked for with `is_idle`."""
        return self._opened is not None

    @property
    def is_idle(self) -> bool:
        """Whether nobody has done anything for too long."""
        return self.is_open and self._since.seconds() >= self._idle_s

    @property
    def way(self) -> str:
        """How it was opened; empty while it is not open."""
        return "" if self._opened is None else self._opened.way

    @property
    def mark(self) -> str:
        """Of the password it was opened with."""
        return "" if self._opened is None else self._opened.mark

    @property
    def has_key(self) -> bool:
        """Whether it can sign."""
        return self._opened is not None and self._opened.key is not None

    def open(self, opened: Opened) -> None:
        """Begins, or goes on with what was opened anew."""
        self._opened = opened
        self.touch()

    def touch(self) -> None:
        """Somebody has done something."""
        self._since = Since(self._clock)

    def end(self) -> None:
        """Lets the key go."""
        self._opened = None

    def site_signing_key(self) -> "Ed25519PrivateKey":
        """The key that signs for the site.

        Raises:
            NoSigningKey: no session is open, or it was opened without the password.
        """
        if self._opened is None:
            raise NoSigningKey(
                said("only the administrator can sign"),
                hint=said("Begin an administrator session first."),
            )
        if self._opened.key is None:
            raise NoSigningKey(
                said("a session that was opened without the password cannot sign"),
                hint=said("End it and begin one with the password; a group opens no key."),
            )
        return self._opened.key
