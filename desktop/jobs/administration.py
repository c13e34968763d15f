"""The administrator in the window: passwords are tried beside it, the session ends when idle.

gate (desktop.views.administrator) -> Administration -> Vault; what it tells -> audit (Chronicle)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.administrator.group import is_member
from desktop.administrator.session import ASKED, CHANGED, CLOSED, IDLE, Session
from desktop.administrator.vault import Opened, Vault
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.paths import administrator_folder
from desktop.settings import SETTINGS, Settings
from engine.errors import AdministratorError
from engine.library import audit

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

GROUP = "administrator/group"
LOOK_MS = 5000
_TRY = "try"
_HISTORY = "history/keeps"  # has events of its own
_TOLD = {setting.name for setting in SETTINGS if setting.is_of_record} - {_HISTORY}


class Administration(QObject):
    """Lets the administrator in and out.

    Args:
        settings: name the group of the operating system, and tell of settings of record.
        vault: holds password and key; None: that of this user.

    Attributes:
        vault: the same.
    """

    changed = Signal()  # a session began or ended
    let_in = Signal()  # the password was right, or was set or changed
    refused = Signal(object)  # WhyRayError: it was not
    noted = Signal(str)  # one sentence for the status bar
    told = Signal(str, dict)  # event and details for the audit

    def __init__(
        self, settings: Settings, vault: Vault | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.vault = Vault(administrator_folder(settings.folder)) if vault is None else vault
        self._settings = settings
        self._session = Session(self.vault.clock)
        self._lane = Lane("administrator", self)
        self._lane.became_free.connect(self._tell)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        settings.changed.connect(self._notice_setting)

    @property
    def is_open(self) -> bool:
        """Whether a session is open."""
        self.look()
        return self._session.is_open

    @property
    def lacks_password(self) -> bool:
        """Whether none was set yet; a damaged file is told when it is needed."""
        try:
            return not self.vault.is_set
        except AdministratorError:
            return False

    @property
    def way(self) -> str:
        """How the session was opened (`desktop.administrator.vault`); empty: none is open."""
        return self._session.way

    @property
    def is_busy(self) -> bool:
        """Whether a password is being tried, which takes about a second."""
        return self._lane.is_open(_TRY)

    def is_admitted(self, *, with_key: bool = False) -> bool:
        """Whether the administrator is here, or comes in by a group of the operating system.

        Args:
            with_key: whether the site's signing key is wanted, which no group opens.

        Raises:
            AdministratorError: the file is damaged.
        """
        mark = self.vault.mark
        if self.is_open and self._session.mark != mark:
            self.end(CHANGED)
        if self._session.is_open and (self._session.has_key or not with_key):
            self._session.touch()
            return True
        group = str(self._settings.get(GROUP))
        if with_key or not is_member(group):
            return False
        self.admit(self.vault.enter_by_group(group))
        return True

    def try_password(self, password: str) -> None:
        """Begins a session where it is right; `let_in` or `refused` tells."""
        self._try(partial(self.vault.unlock, password))

    def set_password(self, password: str) -> None:
        """Sets the first password and begins a session; `let_in` or `refused` tells."""
        self._try(partial(self.vault.set_password, password))

    def change_password(self, password: str, wanted: str) -> None:
        """Exchanges the password and begins a session; `let_in` or `refused` tells."""
        self._try(partial(self.vault.change_password, password, wanted))

    def give_up(self) -> None:
        """Nobody waits for the answer any more: a right password begins nothing."""
        self._lane.cancel(_TRY)

    def admit(self, opened: Opened) -> None:
        """Begins a session with what the vault has opened."""
        self._session.open(opened)
        self._look.start()
        self._tell()
        self.changed.emit()
        self.let_in.emit()

    def announce(self) -> None:
        """Says that a session is open."""
        if self.is_open:
            self.noted.emit(self.tr("The administrator session is open."))

    def end(self, reason: str = ASKED) -> None:
        """Ends the session, if one is open."""
        if not self._session.is_open:
            return
        self._session.end()
        self._look.stop()
        self.vault.note_end(reason)
        self._tell()
        self.changed.emit()
        if reason == IDLE:
            self.noted.emit(self.tr("The administrator session ended: nobody was here."))
        elif reason == ASKED:
            self.noted.emit(self.tr("The administrator session ended."))

    def look(self) -> None:
        """Ends the session when nobody has been here for long."""
        if self._session.is_idle:
            self.end(IDLE)

    def site_signing_key(self) -> Ed25519PrivateKey:
        """The key that signs for the site. Raises NoSigningKey without a session by password."""
        self.look()
        return self._session.site_signing_key()

    def close(self, timeout_s: float) -> bool:
        """Ends session and worker. False when it did not end."""
        ended = self._lane.close(timeout_s)
        self.end(CLOSED)
        self._tell()
        return ended

    def touch(self) -> None:
        """Somebody is here."""
        self._session.touch()

    def _try(self, work: Callable[[], Opened]) -> None:
        self._lane.start(_TRY, work, Reply(self.admit, self._refuse))

    def _refuse(self, error: BaseException) -> None:
        self._tell()
        self.refused.emit(presentable(error))

    def _tell(self) -> None:
        while self.vault.told:
            event, details = self.vault.told.popleft()
            self.told.emit(event, dict(details))

    def _notice_setting(self, name: str) -> None:
        if name in _TOLD:
            value = self._settings.get(name)
            plain = {} if isinstance(value, str) else {"value": value}  # texts may name people
            self.told.emit(audit.SETTING_CHANGED, {"setting": name} | plain)
            if name == GROUP and self._session.way == "group":
                self.end(CHANGED)
