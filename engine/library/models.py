"""The life of models: candidate -> active -> former -> retired, or deleted; who, when and why.

A model is known by its digest, so its life outlasts its files. Every change writes the state, a
line of the model's history and an entry of the audit in the caller's one transaction. From the
audit alone the lives can be made again (`rebuild`), where a database was set aside.
"""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field, fields, replace
from typing import Any

from engine.errors import RequestError
from engine.language import said
from engine.library import audit

CANDIDATE, ACTIVE, FORMER = "candidate", "active", "former"
RETIRED, DELETED = "retired", "deleted"
STATES = (CANDIDATE, ACTIVE, FORMER, RETIRED, DELETED)
SCORES, MASKS = "scores", "masks"  # slots: there is one active model for each
_REBUILT_UP_TO = "models rebuilt up to"  # number of an entry of the audit


@dataclass(frozen=True)
class Life:
    """Where a model stands.

    Attributes:
        digest: of its bundle.
        model_id: its manifest's id.
        version: for people.
        name: for people.
        slot: `SCORES` or `MASKS`.
        state: one of `STATES`.
        is_shipped: came with the program.
        program: version of the program that it came with; empty for others.
        parent: digest of the model that it was trained from; empty: not known.
        predecessor: digest of the one that was active when this one became it; empty: none.
        imported_at: UTC, ISO 8601; empty for shipped ones.
        imported_by: the account's name.
        trial: what its last trial measured, plain values.
    """

    digest: str
    model_id: str
    version: str
    name: str
    slot: str = SCORES
    state: str = CANDIDATE
    is_shipped: bool = False
    program: str = ""
    parent: str = ""
    predecessor: str = ""
    imported_at: str = ""
    imported_by: str = ""
    trial: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One line of a model's history.

    Attributes:
        digest: of the model.
        at: UTC, ISO 8601.
        by: the account's name; empty: the program itself.
        event: as in the audit.
        before: its state before; empty: it was not known.
        after: its state since.
        reason: why, free words.
    """

    digest: str
    at: str
    by: str
    event: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class Act:
    """Who does something, when and why.

    Attributes:
        at: UTC, ISO 8601.
        by: the account's name; empty: the program itself.
        reason: free words; kept beside the audit, which holds their digest.
    """

    at: str
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class SigningKey:
    """A public key that somebody vouches for.

    Attributes:
        key: 64 hex digits.
        standing: ``site`` or ``trusted``.
        name: what the site calls its owner.
        at: since when, UTC, ISO 8601.
        by: who added it.
        reason: why.
    """

    key: str
    standing: str
    name: str
    at: str
    by: str
    reason: str


_COLUMNS = ", ".join(entry.name for entry in fields(Life))
_MARKS = ", ".join("?" for _ in fields(Life))


def lives(connection: sqlite3.Connection) -> dict[str, Life]:
    """Every model that was ever known, by digest."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM model_lives ORDER BY imported_at, digest")
    return {life.digest: life for life in map(_life, rows)}


def life_of(connection: sqlite3.Connection, digest: str) -> Life | None:
    """The life of one model; None: it was never known."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM model_lives WHERE digest = ?", (digest,)
    ).fetchone()
    return None if row is None else _life(row)


def active_of(connection: sqlite3.Connection, slot: str) -> Life | None:
    """The active model of a slot; None: nobody has made one active."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM model_lives WHERE slot = ? AND state = ?", (slot, ACTIVE)
    ).fetchone()
    return None if row is None else _life(row)


def history(connection: sqlite3.Connection, digest: str = "") -> tuple[Change, ...]:
    """What happened to a model, or to all of them, oldest first."""
    rows = connection.execute(
        "SELECT digest, at, by, event, before, after, reason FROM model_changes "
        "WHERE ? IN ('', digest) ORDER BY id",
        (digest,),
    )
    return tuple(Change(*row) for row in rows)


def put(connection: sqlite3.Connection, life: Life, event: str, act: Act, **details: Any) -> None:
    """Files a model in a state, with its history and the audit.

    Args:
        connection: inside a writing transaction.
        life: as it stands from now on.
        event: one of the audit's.
        act: who, when and why.
        details: further plain values for the audit.

    Raises:
        RequestError: there is an active model of that slot already, see `activate`.
    """
    known = life_of(connection, life.digest)
    before = "" if known is None else known.state
    try:
        _store(connection, life)
    except sqlite3.IntegrityError as error:
        raise RequestError(said("there is an active model already")) from error
    _note(connection, life, event, act, before=before, details=details)


def activate(
    connection: sqlite3.Connection, life: Life, event: str, act: Act, **details: Any
) -> Life | None:
    """Makes a model the active one of its slot; the one before becomes a former one.

    Args:
        connection: inside a writing transaction.
        life: of the model, in whatever state it is.
        event: one of the audit's.
        act: who, when and why.
        details: further plain values for the audit.

    Returns:
        The one that was active before, as it was then; None: there was none.
    """
    before = active_of(connection, life.slot)
    if before is not None and before.digest == life.digest:
        return before
    if before is not None:
        _store(connection, replace(before, state=FORMER))
        line = Change(before.digest, act.at, act.by, event, ACTIVE, FORMER, act.reason)
        _remember(connection, line)
    # Going back keeps what came before the one that is gone back to.
    is_forward = event == audit.MODEL_ACTIVATED
    predecessor = life.predecessor
    if is_forward and before is not None:
        predecessor = before.digest
    after = replace(life, state=ACTIVE, predecessor=predecessor)
    replaced = "" if before is None else before.digest
    put(connection, after, event, act, replaces=replaced, **details)
    return before


def note(connection: sqlite3.Connection, life: Life, event: str, act: Act, **details: Any) -> None:
    """Files that something was done with a model that leaves its state as it is."""
    _note(connection, life, event, act, before=life.state, details=details)


def keys(connection: sqlite3.Connection) -> tuple[SigningKey, ...]:
    """The public keys that are vouched for."""
    rows = connection.execute(
        "SELECT key, standing, name, at, by, reason FROM signing_keys ORDER BY standing, name, key"
    )
    return tuple(SigningKey(*row) for row in rows)


def trust_key(connection: sqlite3.Connection, key: str, standing: str, name: str, act: Act) -> bool:
    """Files a public key as the site's own or a trusted one. False: it was so already."""
    known = {entry.key: entry for entry in keys(connection)}.get(key)
    if known is not None and (known.standing, known.name) == (standing, name):
        return False
    connection.execute(
        "INSERT OR REPLACE INTO signing_keys VALUES (?, ?, ?, ?, ?, ?)",
        (key, standing, name, act.at, act.by, act.reason),
    )
    details = {"key": key, "standing": standing, "reason": digest_of(act.reason)}
    audit.append(connection, [audit.Event(audit.KEY_TRUSTED, act.at, by=act.by, details=details)])
    return True


def distrust_key(connection: sqlite3.Connection, key: str, act: Act) -> bool:
    """Strikes a public key off. False: it was not there."""
    if connection.execute("DELETE FROM signing_keys WHERE key = ?", (key,)).rowcount == 0:
        return False
    details = {"key": key, "reason": digest_of(act.reason)}
    event = audit.Event(audit.KEY_DISTRUSTED, act.at, by=act.by, details=details)
    audit.append(connection, [event])
    return True


def needs_rebuilding(connection: sqlite3.Connection) -> bool:
    """Whether the database was set aside since the lives were last made from the audit."""
    return _last_set_aside(connection) > _rebuilt_up_to(connection)


def rebuild(connection: sqlite3.Connection, act: Act) -> None:
    """Makes lives again from what the audit tells, where a database was set aside.

    What a backup holds is older than the audit that was taken over, so the audit prevails.

    Args:
        connection: inside a writing transaction.
        act: when; the program does it.
    """
    for entry in _entries(connection):
        details = entry.get("details")
        if isinstance(details, dict) and details.get("after") in STATES:
            _replay(connection, entry, details)
    number = _last_set_aside(connection)
    connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_REBUILT_UP_TO, str(number)))
    event = audit.Event(audit.MODELS_REBUILT, act.at, details={"up to": number})
    audit.append(connection, [event])


def digest_of(reason: str) -> str:
    """Hex SHA-256 of free words, for the audit; empty for none."""
    return hashlib.sha256(reason.encode()).hexdigest() if reason else ""


def _replay(connection: sqlite3.Connection, entry: dict[str, Any], told: dict[str, Any]) -> None:
    digest, state = str(told.get("digest", "")), str(told["after"])
    life = life_of(connection, digest)
    if life is None:
        at, by = (str(entry.get("at", "")), str(entry.get("by", "")))
        is_shipped = bool(told.get("is_shipped"))
        life = Life(
            digest, str(told.get("model", "")), str(told.get("version", "")),
            str(told.get("model", "")), str(told.get("slot", SCORES)), is_shipped=is_shipped,
            program=str(told.get("program", "")), parent=str(told.get("parent", "")),
            imported_at="" if is_shipped else at, imported_by="" if is_shipped else by,
        )  # fmt: skip
    if state == ACTIVE:
        before = active_of(connection, life.slot)
        if before is not None and before.digest != digest:
            _store(connection, replace(before, state=FORMER))
        life = replace(life, predecessor=str(told.get("predecessor", "")))
    _store(connection, replace(life, state=state))


def _note(
    connection: sqlite3.Connection,
    life: Life,
    event: str,
    act: Act,
    *,
    before: str,
    details: Mapping[str, Any],
) -> None:
    _remember(
        connection, Change(life.digest, act.at, act.by, event, before, life.state, act.reason)
    )
    told = {
        "digest": life.digest,
        "model": life.model_id,
        "version": life.version,
        "slot": life.slot,
        "is_shipped": life.is_shipped,
        "program": life.program,
        "parent": life.parent,
        "predecessor": life.predecessor,
        "before": before,
        "after": life.state,
        "reason": digest_of(act.reason),
    }
    told |= details
    audit.append(connection, [audit.Event(event, act.at, by=act.by, details=told)])


def _remember(connection: sqlite3.Connection, change: Change) -> None:
    connection.execute(
        "INSERT INTO model_changes (digest, at, by, event, before, after, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        astuple(change),
    )


def _store(connection: sqlite3.Connection, life: Life) -> None:
    values = [getattr(life, entry.name) for entry in fields(Life)]
    values[-1] = json.dumps(dict(life.trial), sort_keys=True)
    connection.execute("DELETE FROM model_lives WHERE digest = ?", (life.digest,))
    connection.execute(f"INSERT INTO model_lives ({_COLUMNS}) VALUES ({_MARKS})", values)


def _life(row: tuple[Any, ...]) -> Life:
    *values, trial = row
    life = Life(*values, trial=json.loads(trial))
    return replace(life, is_shipped=bool(life.is_shipped))


def _entries(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    found = []
    for (text,) in connection.execute("SELECT entry FROM audit ORDER BY seq"):
        entry = json.loads(text)
        if isinstance(entry, dict):
            found.append(entry)
    return found


def _last_set_aside(connection: sqlite3.Connection) -> int:
    told = audit.canonical({"event": audit.SET_ASIDE})[1:-1]
    row = connection.execute("SELECT max(seq) FROM audit WHERE instr(entry, ?)", (told,)).fetchone()
    return 0 if row[0] is None else int(row[0])


def _rebuilt_up_to(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM facts WHERE name = ?", (_REBUILT_UP_TO,)).fetchone()
    return 0 if row is None else int(row[0])
