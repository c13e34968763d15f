"""The administrator's file: read, checked, written whole, by one program at a time.

It is a file of its own beside the library: a damaged library is set aside and made anew, and the
password must not vanish with it. Its checksum tells damage from a wrong password; it does not guard
against somebody who may write the file.
"""

import contextlib
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.administrator.lockout import Attempts
from desktop.administrator.password import HALF_BYTES, Cost, Kept
from desktop.administrator.site_key import PublicKey, SealedKey
from engine.errors import AdministratorError
from engine.files import atomic_write
from engine.language import said

NAME, LOCK = "administrator.json", "administrator.lock"
SCHEMA = 1
LOCK_WAIT_S, _POLL_S = 10.0, 0.02
_MOST_BYTES = 2**20


@dataclass(frozen=True)
class Record:
    """All that is kept.

    Attributes:
        password: None: none was set yet.
        attempts: that failed.
        key: of the site; None as long as there is no password.
        former: keys of the site that were given up, oldest first.
    """

    password: Kept | None = None
    attempts: Attempts = field(default_factory=Attempts)
    key: SealedKey | None = None
    former: tuple[PublicKey, ...] = ()


def read(folder: Path) -> Record:
    """What is kept in a folder; an empty record where there is no file.

    Raises:
        AdministratorError: the file cannot be read, or was damaged or altered.
    """
    path = folder / NAME
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return Record()
    except OSError as error:
        raise AdministratorError(
            said("the administrator's file cannot be read: {why}", why=error.strerror), file=path
        ) from error
    try:
        return _record_of(_checked(json.loads(data)))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise AdministratorError(
            said("the administrator's file was damaged or altered"),
            hint=said(
                "Nobody is let in by password until it is restored from a backup or given up: "
                "whyray administrator reset."
            ),
            file=path,
        ) from error


def write(folder: Path, record: Record) -> None:
    """Writes it whole, readable by this account only. Raises OutputError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    plain = _plain(record)
    plain["sha256"] = _digest(plain)
    data = json.dumps(plain, indent=1, allow_nan=False).encode() + b"\n"
    atomic_write(folder / NAME, data, mode=0o600)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps other programs out meanwhile; let go however this one ends.

    Raises:
        AdministratorError: the folder refuses, or another program did not let go in time.
    """
    path = folder / LOCK
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, flags, 0o600)
    except OSError as error:
        raise AdministratorError(
            said("the administrator's folder cannot be used: {why}", why=error.strerror), file=path
        ) from error
    try:
        _wait_for(handle, path)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, path: Path) -> None:
    end = time.monotonic() + LOCK_WAIT_S
    while not _is_taken(handle):
        if time.monotonic() > end:
            raise AdministratorError(
                said("another program is changing the administrator's file"), file=path
            )
        time.sleep(_POLL_S)


def _is_taken(handle: int) -> bool:
    """Takes the lock where it is free; False: another one has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _checked(plain: Any) -> dict[str, Any]:
    """The document where its checksum fits. Raises ValueError."""
    if not isinstance(plain, dict) or plain.pop("sha256", None) != _digest(plain):
        raise ValueError("the checksum does not fit")
    if plain["schema"] != SCHEMA:
        raise ValueError(f"schema {plain['schema']} is not known")
    return plain


def _digest(plain: dict[str, Any]) -> str:
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(record: Record) -> dict[str, Any]:
    kept, key, attempts = record.password, record.key, record.attempts
    return {
        "schema": SCHEMA,
        "password": None
        if kept is None
        else {
            "function": "scrypt",
            "n": kept.cost.n,
            "r": kept.cost.r,
            "p": kept.cost.p,
            "salt": kept.salt.hex(),
            "verifier": kept.verifier.hex(),
            "set_at": kept.set_at,
        },
        "attempts": {
            "failures": attempts.failures,
            "until": attempts.until,
            "seen": attempts.seen,
        },
        "site_key": None
        if key is None
        else _plain_key(key.public) | {"nonce": key.nonce.hex(), "sealed": key.sealed.hex()},
        "former_keys": [_plain_key(public) for public in record.former],
    }


def _plain_key(public: PublicKey) -> dict[str, str]:
    return {
        "id": public.id,
        "public": public.raw.hex(),
        "made_at": public.made_at,
        "retired_at": public.retired_at,
    }


def _record_of(plain: dict[str, Any]) -> Record:
    """Raises ValueError, TypeError or KeyError."""
    password, key, attempts = plain["password"], plain["site_key"], plain["attempts"]
    return Record(
        None if password is None else _kept_of(password),
        Attempts(int(attempts["failures"]), float(attempts["until"]), float(attempts["seen"])),
        None
        if key is None
        else SealedKey(_key_of(key), bytes.fromhex(key["nonce"]), bytes.fromhex(key["sealed"])),
        tuple(_key_of(former) for former in plain["former_keys"]),
    )


def _kept_of(plain: dict[str, Any]) -> Kept:
    if plain["function"] != "scrypt":
        raise ValueError(plain["function"])
    cost = Cost(int(plain["n"]), int(plain["r"]), int(plain["p"]))
    verifier = bytes.fromhex(plain["verifier"])
    if len(verifier) != HALF_BYTES:
        raise ValueError("the verifier has another length")
    return Kept(cost, bytes.fromhex(plain["salt"]), verifier, str(plain["set_at"]))


def _key_of(plain: dict[str, Any]) -> PublicKey:
    return PublicKey(
        bytes.fromhex(plain["public"]), str(plain["made_at"]), str(plain["retired_at"])
    )
