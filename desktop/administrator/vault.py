"""What may be asked of the administrator's file: set, try, change, give up; and the site's keys.

    password -> Vault.unlock -> Opened (the session keeps it) -> signing key

Everything that has to stand in the audit is put into `Vault.told`, whoever asked, also where the
answer is an error; the window and the command line write it down.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.administrator import record as files
from desktop.administrator.clock import Clock
from desktop.administrator.errors import LockedOut, NoPassword, UnfitPassword, WrongPassword
from desktop.administrator.lockout import Waiting, wait_after
from desktop.administrator.password import COST, Cost, Kept, keep
from desktop.administrator.record import Record
from desktop.administrator.site_key import PublicKey, make_key, sealed
from engine.errors import AdministratorError
from engine.files import atomic_write
from engine.language import said
from engine.library import audit

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PASSWORD, GROUP = "password", "group"  # ways in


@dataclass(frozen=True)
class Opened:
    """That somebody was let in.

    Attributes:
        way: `PASSWORD` or `GROUP`.
        mark: of the password that holds now; empty where there is none. A session of another
            mark is over.
        key: signs for the site; None for who came in by a group, which opens nothing.
    """

    way: str
    mark: str
    key: "Ed25519PrivateKey | None" = field(default=None, repr=False)


class Vault:
    """The administrator of one workstation.

    Args:
        folder: of the file; made when something is first written.
        cost: of new passwords.
        clock: of the lock-out.

    Attributes:
        told: what is to be written into the audit: events with their details, oldest first.
    """

    def __init__(self, folder: Path, cost: Cost = COST, clock: Clock | None = None) -> None:
        self.folder = folder
        self.told: deque[tuple[str, Mapping[str, Any]]] = deque()
        self._cost = cost
        self._clock = Clock() if clock is None else clock
        self._waiting = Waiting(self._clock)

    @property
    def clock(self) -> Clock:
        """The clock of the lock-out and of sessions."""
        return self._clock

    @property
    def is_set(self) -> bool:
        """Whether there is a password. Raises AdministratorError on a damaged file."""
        return files.read(self.folder).password is not None

    @property
    def mark(self) -> str:
        """Another one with every password; empty: there is none. Raises AdministratorError."""
        return _mark(files.read(self.folder).password)

    @property
    def set_at(self) -> str:
        """When the password was set, UTC, ISO 8601; empty: never. Raises AdministratorError."""
        kept = files.read(self.folder).password
        return "" if kept is None else kept.set_at

    def wait_s(self) -> float:
        """Seconds until the next attempt is taken; 0: now. Raises AdministratorError."""
        return self._waiting.wait_s(files.read(self.folder).attempts)

    def attempts_left(self) -> int:
        """Attempts before the next lock-out. Raises AdministratorError."""
        return files.read(self.folder).attempts.left

    def public_key(self) -> PublicKey | None:
        """The site's public key; None: there is none yet. Raises AdministratorError."""
        key = files.read(self.folder).key
        return None if key is None else key.public

    def former_keys(self) -> tuple[PublicKey, ...]:
        """Public keys that the site has given up, oldest first. Raises AdministratorError."""
        return files.read(self.folder).former

    def set_password(self, password: str) -> Opened:
        """Sets the first password and makes the site's key; takes about a second.

        Raises:
            UnfitPassword: it is too short, or there is one already.
            AdministratorError: the file is damaged.
            OutputError: it cannot be written.
        """
        opened, record = self._made(password)
        with files.locked(self.folder):
            before = files.read(self.folder)
            if before.password is not None:
                raise UnfitPassword(
                    said("there is an administrator password already"),
                    hint=said("Change it: whyray administrator change-password, or in the window."),
                )
            files.write(self.folder, replace(record, former=before.former))
        self._tell(audit.PASSWORD_SET, {"key": record.key.public.id})
        return opened

    def unlock(self, password: str) -> Opened:
        """Lets in whoever knows the password; takes about a second.

        Raises:
            WrongPassword: it is another one.
            LockedOut: too many were wrong; nothing was compared.
            NoPassword: there is none.
            AdministratorError: the file is damaged.
            OutputError: the attempt cannot be counted, so it is not taken.
        """
        opened = self._compared(password)
        self._tell(audit.ADMITTED, {"way": PASSWORD})
        return opened

    def change_password(self, password: str, wanted: str) -> Opened:
        """Exchanges the password; the site's key stays and is encrypted anew.

        Raises:
            UnfitPassword: the new one is too short.
            WrongPassword, LockedOut, NoPassword, AdministratorError, OutputError: as `unlock`.
        """
        kept, key = keep(wanted, self._cost, _now())
        opened = self._compared(password)
        with files.locked(self.folder):
            before = files.read(self.folder)
            if _mark(before.password) != opened.mark or before.key is None:
                raise WrongPassword(before.attempts.left)  # it was changed meanwhile
            renewed = sealed(opened.key, key, before.key.public.made_at)
            files.write(self.folder, replace(before, password=kept, key=renewed))
        self._tell(audit.PASSWORD_CHANGED, {})
        return Opened(PASSWORD, _mark(kept), opened.key)

    def enter_by_group(self, group: str) -> Opened:
        """Lets in a member of a group of the operating system, which the caller has checked.

        Raises AdministratorError on a damaged file.
        """
        opened = Opened(GROUP, self.mark)
        self._tell(audit.ADMITTED, {"way": GROUP, "group": group})
        return opened

    def reset(self, password: str) -> Opened:
        """Gives a lost password up: a new one, a new key; the old key is a former one from now on.

        What was there lies beside it under a dated name. Whoever owns the disk can do that by hand
        as well; this way it stands in the audit.

        Raises:
            UnfitPassword: the new password is too short.
            OutputError: the file cannot be written.
        """
        opened, record = self._made(password)
        with files.locked(self.folder):
            try:
                before, was_damaged = files.read(self.folder), False
            except AdministratorError:
                before, was_damaged = Record(), True
            self._keep_copy()
            former = before.former
            if before.key is not None:
                former = (*former, replace(before.key.public, retired_at=_now()))
            files.write(self.folder, replace(record, former=former))
        self._tell(
            audit.PASSWORD_RESET,
            {
                "key": record.key.public.id,
                "former key": "" if before.key is None else before.key.public.id,
                "was damaged": was_damaged,
            },
        )
        return opened

    def note_end(self, reason: str) -> None:
        """A session has ended: by itself or because somebody wanted it."""
        self._tell(audit.SESSION_ENDED, {"reason": reason})

    def _made(self, password: str) -> tuple[Opened, Record]:
        moment = _now()
        kept, key = keep(password, self._cost, moment)
        site_key = make_key(key, moment)
        return Opened(PASSWORD, _mark(kept), site_key.opened(key)), Record(kept, key=site_key)

    def _compared(self, password: str) -> Opened:
        """Counts the attempt, compares, and forgives it where the password is right."""
        before = self._count()
        key = before.password.opened_by(password)
        if key is None:
            failures = before.attempts.failures
            self._tell(audit.DENIED, {"failures": failures})
            if wait_after(failures):
                self._tell(audit.LOCKED_OUT, {"seconds": round(wait_after(failures))})
            raise WrongPassword(before.attempts.left)
        with files.locked(self.folder):
            now = files.read(self.folder)
            if _mark(now.password) != _mark(before.password):
                raise WrongPassword(now.attempts.left)  # it was changed meanwhile
            forgiven = now.attempts.forgiven(self._clock.wall())
            files.write(self.folder, replace(now, attempts=forgiven))
        return Opened(PASSWORD, _mark(now.password), now.key.opened(key))

    def _count(self) -> Record:
        """Counts an attempt before it is made; the record with it counted."""
        with files.locked(self.folder):
            found = files.read(self.folder)
            if found.password is None or found.key is None:
                raise NoPassword
            wait = self._waiting.wait_s(found.attempts)
            if wait > 0:
                seen = found.attempts.seen_at(self._clock.wall())
                if seen != found.attempts:
                    files.write(self.folder, replace(found, attempts=seen))
                raise LockedOut(wait)
            counted = replace(found, attempts=found.attempts.counted(self._clock.wall()))
            files.write(self.folder, counted)
            return counted

    def _keep_copy(self) -> None:
        path = self.folder / files.NAME
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        aside, place = path.with_name(f"administrator-former-{stamp}.json"), 1
        while aside.exists():
            place += 1
            aside = path.with_name(f"administrator-former-{stamp}-{place}.json")
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise AdministratorError(
                said("the administrator's file cannot be read: {why}", why=error.strerror),
                file=path,
            ) from error
        atomic_write(aside, data, mode=0o600)

    def _tell(self, event: str, details: Mapping[str, Any]) -> None:
        self.told.append((event, details))


def _mark(kept: Kept | None) -> str:
    return "" if kept is None else kept.salt.hex()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
