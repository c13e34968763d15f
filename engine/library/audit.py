"""The log of what was done: it only grows, and every entry is chained to the one before it.

An entry's hash is SHA-256 over its canonical JSON, in which the hash of the entry before stands. So
an entry that was altered, taken out or put in breaks the chain where that was done. What the chain
alone cannot tell is that entries at its end are missing, or that somebody made all of it anew: for
that, keep the last hash elsewhere and compare (`Checked.head`, ``whyray audit verify --expect``).

An entry names an image by the key under which everything about it is kept, a digest. There is no
name of a patient, no path and no free text in it.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.language import said

OPENED, SCORED, EXPLAINED, DECIDED = "opened", "scored", "explained", "decision made"
OVERRIDDEN, LOOKED, REPORTED = "override", "looked", "report written"
READ, UNREAD = "marked read", "marked unread"
GIVEN = "given away"  # sent, or saved as DICOM or as a copy without names
MODEL_CHANGED, FORGOTTEN = "model changed", "forgotten"  # the first: earlier versions
HISTORY_ON, HISTORY_OFF, SET_ASIDE = "history on", "history off", "library set aside"
ADMITTED, DENIED, LOCKED_OUT = "administrator admitted", "administrator denied", "locked out"
SESSION_ENDED, PASSWORD_SET = "administrator session ended", "administrator password set"
PASSWORD_CHANGED = "administrator password changed"
PASSWORD_RESET = "administrator password reset"
SETTING_CHANGED = "setting of record changed"
# The life of models, see `engine.library.models`.
MODEL_IMPORTED, MODEL_ACTIVATED = "model imported", "model activated"
MODEL_ROLLED_BACK, MODEL_FELL_BACK = "model rolled back", "model replaced by an earlier one"
MODEL_RETIRED, MODEL_DELETED = "model retired", "model deleted"
MODEL_EXPORTED, MODEL_SIGNED, MODEL_REFUSED = "model exported", "model signed", "model refused"
MODELS_REBUILT = "models rebuilt"
KEY_TRUSTED, KEY_DISTRUSTED = "key trusted", "key no longer trusted"
EVENTS = (
    OPENED, SCORED, EXPLAINED, DECIDED, OVERRIDDEN, LOOKED, REPORTED, READ, UNREAD, GIVEN,
    MODEL_CHANGED, FORGOTTEN, HISTORY_ON, HISTORY_OFF, SET_ASIDE,
    MODEL_IMPORTED, MODEL_ACTIVATED, MODEL_ROLLED_BACK, MODEL_FELL_BACK, MODEL_RETIRED,
    MODEL_DELETED, MODEL_EXPORTED, MODEL_SIGNED, MODEL_REFUSED, MODELS_REBUILT, KEY_TRUSTED,
    KEY_DISTRUSTED, ADMITTED, DENIED, LOCKED_OUT, SESSION_ENDED, PASSWORD_SET, PASSWORD_CHANGED,
    PASSWORD_RESET, SETTING_CHANGED,
)  # fmt: skip
START = "0" * 64  # stands before the first entry


@dataclass(frozen=True)
class Event:
    """Something that was done.

    Attributes:
        event: one of `EVENTS`.
        at: when, UTC, ISO 8601.
        image: key of the image; empty where it is about none.
        by: who, the account's name.
        details: plain values; never names of patients, paths or free text.
    """

    event: str
    at: str
    image: str = ""
    by: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuses events that nobody could look up."""
        if self.event not in EVENTS:
            raise ValueError(f"an event is one of {EVENTS}, not {self.event!r}")


@dataclass(frozen=True)
class Checked:
    """What became of looking through a chain.

    Attributes:
        count: entries whose links hold, from the first one on.
        head: hash of the last of them; `START` where there is none.
        broken_line: number of the first entry that does not fit, from 1; None: all fit.
        problem: what is wrong with it; empty where all fit.
    """

    count: int
    head: str
    broken_line: int | None = None
    problem: str = ""


def append(connection: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Puts events at the end of the chain; to be called inside a writing transaction."""
    row = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    number, previous = (0, START) if row is None else row
    for event in events:
        number += 1
        entry = canonical(
            {
                "seq": number,
                "at": event.at,
                "event": event.event,
                "image": event.image,
                "by": event.by,
                "details": dict(event.details),
                "previous": previous,
            }
        )
        previous = digest(entry)
        connection.execute("INSERT INTO audit VALUES (?, ?, ?)", (number, entry, previous))


def lines(connection: sqlite3.Connection) -> Iterator[str]:
    """The whole chain as JSON lines, each with its hash."""
    for entry, found in connection.execute("SELECT entry, hash FROM audit ORDER BY seq"):
        try:
            plain = json.loads(entry)
        except ValueError:
            plain = {"unreadable": str(entry)}
        entries = plain if isinstance(plain, dict) else {"unreadable": plain}
        yield canonical(entries | {"hash": found})


def verify(exported: Iterable[str]) -> Checked:
    """Looks through JSON lines as `lines` gives them, up to the first that does not fit."""
    count, head = 0, START
    for number, line in enumerate(exported, start=1):
        problem, found = _problem_of(line, number, head)
        if problem:
            return Checked(count, head, number, problem)
        count, head = number, found
    return Checked(count, head)


def _problem_of(line: str, number: int, previous: str) -> tuple[str, str]:
    """What is wrong with an entry, else the empty text; and its hash."""
    try:
        entry = json.loads(line)
        found = entry.pop("hash")
        is_unaltered = digest(canonical(entry)) == found
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return said("it is no entry of an audit"), ""
    if not is_unaltered:
        return said("its content does not fit its hash: it was altered"), ""
    if entry.get("seq") != number:
        return said("its number is {found}: entries are missing", found=entry.get("seq")), ""
    if entry.get("previous") != previous:
        return said("it does not follow the entry before: one was exchanged"), ""
    return "", found


def canonical(plain: Mapping[str, Any]) -> str:
    """JSON that is the same letter by letter for the same values: sorted, ASCII, no spaces."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(entry: str) -> str:
    """SHA-256 of an entry's canonical JSON, in hex."""
    return hashlib.sha256(entry.encode()).hexdigest()


def follows(entry: str, found: str, *, number: int, previous: str) -> bool:
    """Whether an entry as it is stored, with its hash, is the next one of a chain."""
    try:
        plain = json.loads(entry)
        line = canonical(plain | {"hash": found})
    except (ValueError, TypeError, RecursionError):
        return False
    return not _problem_of(line, number, previous)[0]
