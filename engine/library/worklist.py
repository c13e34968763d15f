"""The worklist: which studies fit a question and in which order, and what a row says.

`study_ids` answers with ids alone, which for 100,000 studies are quickly made and small; rows are
asked for where they are looked at (`rows`).
"""

import os
import sqlite3
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.library.studies import folded

# The model's order: findings at or above their operating point first, then by probability; what
# has no score comes last.
PRIORITY = "priority"
ORDERS = (
    PRIORITY, "patient", "patient_id", "date", "description", "finding", "probability", "status",
    "reader", "opened",
)  # fmt: skip
_COLUMNS = (
    "s.id, s.patient_name, s.patient_id, s.sex, s.age_years, s.study_date, s.study_time, "
    "s.description, s.views, s.title, s.image_count, {finding}, {probability}, {is_above}, "
    "s.model_id, s.refused_count, s.is_looked_at, s.mark_count, s.decision_count, s.status, "
    "s.reader, s.opened_at, coalesce(m.name, ''), coalesce(m.version, '')"
)
# The name of the model; of several under one id the one that came last.
_NAMED = "LEFT JOIN models m ON m.id = (SELECT max(id) FROM models WHERE model_id = s.model_id)"


@dataclass(frozen=True)
class Wanted:
    """A question to the worklist.

    Attributes:
        words: all of these must be found in name, ID, accession number, description, date, file
            name or a finding; case and accents do not count.
        finding: only studies scored for it; its probability is then the one that counts.
        low: lowest probability, 0..1; above 0 only scored studies fit.
        high: highest probability, 0..1; below 1 only scored studies fit.
        first_date: first study date, YYYY-MM-DD; empty: any.
        last_date: last study date; empty: any.
        status: one of `engine.library.studies.STATUSES`; empty: any.
        reader: who read it; empty: anybody or nobody.
        order: one of `ORDERS`.
        is_descending: largest first; the priority order knows only one direction.
        hides_unseen: whether what models say of studies that nobody has looked at is left out, also
            of the order.
    """

    words: str = ""
    finding: str = ""
    low: float = 0.0
    high: float = 1.0
    first_date: str = ""
    last_date: str = ""
    status: str = ""
    reader: str = ""
    order: str = PRIORITY
    is_descending: bool = False
    hides_unseen: bool = False

    def __post_init__(self) -> None:
        """Refuses orders that do not exist."""
        if self.order not in ORDERS:
            raise ValueError(f"an order is one of {ORDERS}, not {self.order!r}")

    @property
    def is_limited(self) -> bool:
        """Whether it leaves studies out."""
        return self != Wanted(
            order=self.order, is_descending=self.is_descending, hides_unseen=self.hides_unseen
        )


@dataclass(frozen=True)
class Row:
    """What the list says of one study. Empty or None: not in the file, or not known.

    Attributes:
        id: of the study in this library.
        patient_name: as the file has it.
        patient_id: as the file has it.
        sex: as the file has it.
        age_years: of the patient.
        study_date: YYYY-MM-DD.
        study_time: as the file has it.
        description: of the study.
        views: view positions, joined.
        title: name of its first file.
        image_count: images that are known.
        finding: what stands out most, or the finding that was asked for.
        probability: of that finding, 0..1.
        is_above: at or above its operating point; None without one.
        model_id: who said so.
        refused_count: frames that the input checks refused.
        is_looked_at: whether somebody has looked at every scored image before its scores were seen.
        mark_count: marks on its images.
        decision_count: findings that were answered.
        status: one of `engine.library.studies.STATUSES`.
        reader: who read it last.
        opened_at: when it was opened last, UTC, ISO 8601.
        model_name: of the model that said so, for people; empty where there is none.
        model_version: likewise.
    """

    id: int
    patient_name: str
    patient_id: str
    sex: str
    age_years: float | None
    study_date: str
    study_time: str
    description: str
    views: str
    title: str
    image_count: int
    finding: str | None
    probability: float | None
    is_above: bool | None
    model_id: str
    refused_count: int
    is_looked_at: bool
    mark_count: int
    decision_count: int
    status: str
    reader: str
    opened_at: str
    model_name: str = ""
    model_version: str = ""


def study_ids(connection: sqlite3.Connection, wanted: Wanted) -> array:
    """Ids of the studies that fit, in order, as an array of 64-bit integers."""
    source, parameters = _source(wanted)
    conditions = _conditions(wanted, parameters)
    order, key = _order(wanted), _key(wanted)
    if wanted.finding and "s." not in " ".join((*conditions, order)):
        source = "study_findings f"  # tells all of it: no row of a study needs to be looked up
        conditions.append("f.finding = :finding")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = f"SELECT {key} FROM {source} {where} ORDER BY {order}"
    return array("q", (study for (study,) in connection.execute(sql, parameters)))


def rows(connection: sqlite3.Connection, ids: Iterable[int], wanted: Wanted) -> tuple[Row, ...]:
    """The rows of studies, in the order of `ids`; those that are gone meanwhile are left out."""
    asked = list(ids)
    source, parameters = _source(wanted)
    marks = ", ".join(f":id{place}" for place in range(len(asked)))
    parameters |= {f"id{place}": study for place, study in enumerate(asked)}
    columns = _COLUMNS.format(
        finding=_seen(wanted, _finding(wanted)),
        probability=_seen(wanted, _probability(wanted)),
        is_above=_seen(wanted, _is_above(wanted)),
    )
    found = connection.execute(
        f"SELECT {columns} FROM {source} {_NAMED} WHERE s.id IN ({marks})", parameters
    )
    by_id = {row[0]: _row(row) for row in found}
    return tuple(by_id[study] for study in asked if study in by_id)


def findings(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Every finding that a study was scored for, by name."""
    return _distinct(connection, "study_findings", "finding")


def readers(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Everybody who read a study."""
    return tuple(name for name in _distinct(connection, "studies", "reader") if name)


def count(connection: sqlite3.Connection) -> int:
    """Number of all studies."""
    return int(connection.execute("SELECT count(*) FROM studies").fetchone()[0])


def path_of(connection: sqlite3.Connection, key: str) -> Path | None:
    """Where the image of an audit entry lies; None where the library does not know it."""
    row = connection.execute("SELECT path FROM images WHERE key = ?", (key,)).fetchone()
    return None if row is None else Path(os.fsdecode(row[0]))


def _row(values: tuple[Any, ...]) -> Row:
    told = dict(zip(Row.__dataclass_fields__, values, strict=True))
    is_above = told["is_above"]
    told["is_above"] = None if is_above is None else bool(is_above)
    told["is_looked_at"] = bool(told["is_looked_at"])
    return Row(**told)


def _distinct(connection: sqlite3.Connection, table: str, column: str) -> tuple[str, ...]:
    """The values of an indexed column, jumping from one to the next instead of reading all rows."""
    sql = (
        f"WITH RECURSIVE one(value) AS (SELECT min({column}) FROM {table} UNION ALL "
        f"SELECT (SELECT min({column}) FROM {table} WHERE {column} > one.value) FROM one "
        "WHERE one.value IS NOT NULL) SELECT value FROM one WHERE value IS NOT NULL"
    )
    return tuple(value for (value,) in connection.execute(sql))


def _source(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    if not wanted.finding:
        return "studies s", {}
    source = "studies s JOIN study_findings f ON f.study_id = s.id AND f.finding = :finding"
    return source, {"finding": wanted.finding}


def _conditions(wanted: Wanted, parameters: dict[str, Any]) -> list[str]:
    conditions = []
    if wanted.hides_unseen and (wanted.finding or _has_range(wanted)):
        conditions.append("s.is_looked_at")
    if _has_range(wanted):
        conditions.append(f"{_probability(wanted)} BETWEEN :low AND :high")
        parameters |= {"low": wanted.low, "high": wanted.high}
    for name, column, sign in (
        ("first_date", "s.study_date", ">="),
        ("last_date", "s.study_date", "<="),
        ("status", "s.status", "="),
        ("reader", "s.reader", "="),
    ):
        if getattr(wanted, name):
            conditions.append(f"{column} {sign} :{name}")
            parameters[name] = getattr(wanted, name)
    if wanted.last_date:
        conditions.append("s.study_date <> ''")
    for place, word in enumerate(folded(wanted.words).split()):
        conditions.append(f"instr(s.search, :word{place})")
        parameters[f"word{place}"] = word
    return conditions


def _has_range(wanted: Wanted) -> bool:
    return wanted.low > 0.0 or wanted.high < 1.0


def _order(wanted: Wanted) -> str:
    probability = _seen(wanted, _probability(wanted))
    if wanted.order == PRIORITY:  # the letters of the indexes by priority, or they are not used
        above = _seen(wanted, f"coalesce({_is_above(wanted)}, 0)")
        return f"{above} DESC, {probability} DESC, {_key(wanted)} DESC"
    way = "DESC" if wanted.is_descending else "ASC"
    columns = {
        "patient": ("s.patient_name COLLATE NOCASE", "s.title COLLATE NOCASE"),
        "patient_id": ("s.patient_id",),
        "date": ("s.study_date", "s.study_time"),
        "description": ("s.description COLLATE NOCASE",),
        "finding": (_seen(wanted, _finding(wanted)),),
        "probability": (probability,),
        "status": (
            "CASE s.status WHEN 'unread' THEN 0 WHEN 'read' THEN 1 WHEN 'preliminary' THEN 2 "
            "ELSE 3 END",
        ),
        "reader": ("s.reader COLLATE NOCASE",),
        "opened": ("s.opened_at",),
    }[wanted.order]
    return ", ".join(f"{column} {way} NULLS LAST" for column in (*columns, _key(wanted)))


def _seen(wanted: Wanted, expression: str) -> str:
    """NULL where nobody may know it yet."""
    return f"CASE WHEN s.is_looked_at THEN {expression} END" if wanted.hides_unseen else expression


def _key(wanted: Wanted) -> str:
    return "f.study_id" if wanted.finding else "s.id"


def _finding(wanted: Wanted) -> str:
    return "f.finding" if wanted.finding else "s.finding"


def _probability(wanted: Wanted) -> str:
    return "f.probability" if wanted.finding else "s.probability"


def _is_above(wanted: Wanted) -> str:
    return "f.is_above" if wanted.finding else "s.is_above"
