"""Invented months of a clinic: studies, scores of several model versions, answers of readers.

Rows go into the tables directly, or tens of thousands of studies would take minutes.
"""

import json
import random
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

THRESHOLD = 0.5
VIEWS, SEXES = ("PA", "AP", ""), ("F", "M", "")


@dataclass(frozen=True)
class Phase:
    """Months in which one version was in use.

    Attributes:
        model_id: of the version.
        version: of it.
        months: YYYY-MM, in order.
        findings: finding -> (alpha, beta) of the beta distribution of its scores.
        moved: month from which on -> other distributions.
        digest: of the model; empty: not recorded.
    """

    model_id: str
    version: str
    months: tuple[str, ...]
    findings: Mapping[str, tuple[float, float]]
    moved: Mapping[str, Mapping[str, tuple[float, float]]] = field(default_factory=dict)
    digest: str = "d1"


@dataclass(frozen=True)
class Told:
    """One invented prediction, for counting again by other means.

    Attributes:
        month: YYYY-MM.
        model: (id, version).
        study: its number.
        is_refused: by the input checks.
        is_withheld: and nobody overrode them.
        scores: finding -> probability.
        answers: finding -> whether the reader accepted.
        age: in years, or None.
        sex: as the file has it.
        view: likewise.
    """

    month: str
    model: tuple[str, str]
    study: int
    is_refused: bool
    is_withheld: bool
    scores: Mapping[str, float]
    answers: Mapping[str, bool]
    age: float | None
    sex: str
    view: str


def months_from(first: str, count: int) -> tuple[str, ...]:
    """So many months, YYYY-MM."""
    year, month = (int(part) for part in first.split("-"))
    start = year * 12 + month - 1
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, start + count))


def fill(
    connection: sqlite3.Connection, phases: Sequence[Phase], per_month: int, seed: int = 1
) -> list[Told]:
    """Puts everything in, in one transaction; returns what was put in, in its order."""
    dice, told = random.Random(seed), []
    connection.execute("BEGIN IMMEDIATE")
    for row, phase in enumerate(phases, start=1):
        connection.execute(
            "INSERT INTO models (id, model_id, version, name, added_at, digest, facts) "
            "VALUES (?, ?, ?, ?, '', ?, ?)",
            (row, phase.model_id, phase.version, "Chest model", phase.digest, _facts(phase)),
        )
        findings = dict(phase.findings)
        for month in phase.months:
            findings |= phase.moved.get(month, {})
            for place in range(per_month):
                number = len(told) + 1
                entry = _invented(dice, month, phase, number, findings)
                told.append(entry)
                day = 1 + 27 * place // per_month
                _put(connection, entry, row, number, f"{month}-{day:02d}T08:00:00+00:00", dice)
    connection.execute("COMMIT")
    return told


def _facts(phase: Phase) -> str:
    point = {"name": "balanced", "threshold": THRESHOLD}
    told = {"points": {name: [point] for name in phase.findings}}
    return json.dumps(told) if phase.digest else ""


def _invented(
    dice: random.Random,
    month: str,
    phase: Phase,
    number: int,
    findings: Mapping[str, tuple[float, float]],
) -> Told:
    is_refused = dice.random() < 0.08
    is_withheld = is_refused and dice.random() < 0.7
    scores = {} if is_withheld else {n: dice.betavariate(*shape) for n, shape in findings.items()}
    answers = {
        name: dice.random() < (0.95 if p < THRESHOLD else 0.8)
        for name, p in scores.items()
        if dice.random() < (0.1 if p < THRESHOLD else 0.5)
    }
    age = round(dice.gauss(58, 15)) if dice.random() < 0.9 else None
    return Told(
        month, (phase.model_id, phase.version), number, is_refused, is_withheld, scores, answers,
        age, dice.choice(SEXES), dice.choice(VIEWS),
    )  # fmt: skip


def _put(
    connection: sqlite3.Connection, t: Told, model: int, number: int, at: str, dice: random.Random
) -> None:
    connection.execute(
        "INSERT INTO studies (id, key, uid, patient_name, patient_id, sex, age_years, study_date, "
        "study_time, description, accession, title, added_at, opened_at) "
        "VALUES (?, ?, '', 'Doe^Jane', ?, ?, ?, ?, '', '', '', '', ?, ?)",
        (number, f"study {number}", f"P{number}", t.sex, t.age, at[:10], at, at),
    )
    looked = at if dice.random() < 0.3 else ""
    connection.execute(
        "INSERT INTO images (id, study_id, key, file_sha256, series_uid, view, path, added_at, "
        "looked_at) VALUES (?, ?, ?, '', '', ?, ?, ?, ?)",
        (number, number, f"image {number}", t.view, b"/films/%d.dcm" % number, at, looked),
    )
    codes = ["age"] if t.is_refused else []
    connection.execute(
        "INSERT INTO predictions (id, image_id, model, frame, at, provider, verdict, codes, "
        "is_withheld) VALUES (?, ?, ?, 0, ?, 'CPU', ?, ?, ?)",
        (number, number, model, at, "refused" if t.is_refused else "accepted", json.dumps(codes),
         t.is_withheld),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO scores VALUES (?, ?, ?, ?, 1, 'balanced', ?)",
        [(number, name, p, p >= THRESHOLD, THRESHOLD) for name, p in t.scores.items()],
    )
    connection.executemany(
        "INSERT INTO decisions (image_id, model_id, frame, finding, verdict, has_comment, by, at, "
        "version, probability) VALUES (?, ?, 0, ?, ?, 0, 'ann', ?, ?, ?)",
        [
            (number, t.model[0], name, "accepted" if is_accepted else "rejected", at, t.model[1],
             t.scores[name])
            for name, is_accepted in t.answers.items()
        ],
    )  # fmt: skip
