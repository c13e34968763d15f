"""Studies: which of them an image belongs to, whether they were read, and what lists say of them.

A study is what names the same study UID and the same patient; a file that names no study stands for
itself. A UID alone is not believed: poor de-identification gives many patients the same one.
"""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterable

from engine.images.radiograph import Facts
from engine.images.text import clean_text

UNREAD, READ, PRELIMINARY, VERIFIED = "unread", "read", "preliminary", "verified"
STATUSES = (UNREAD, READ, PRELIMINARY, VERIFIED)
_MOST_LETTERS = 1000

# The latest prediction of every frame; what was withheld has no scores.
_LATEST = """
    FROM images JOIN predictions ON predictions.image_id = images.id
    JOIN scores ON scores.prediction_id = predictions.id
    WHERE images.study_id = :study AND scores.is_abnormal AND NOT EXISTS (
        SELECT 1 FROM predictions later WHERE later.image_id = predictions.image_id
        AND later.frame = predictions.frame AND later.id > predictions.id)
"""
_FINDINGS = f"""
    INSERT INTO study_findings
    SELECT :study, scores.finding, max(scores.probability), max(scores.is_above) {_LATEST}
    GROUP BY scores.finding
"""
_BEST = f"""
    SELECT scores.finding, scores.probability, scores.is_above, models.model_id
    {_LATEST.replace("WHERE", "JOIN models ON models.id = predictions.model WHERE", 1)}
    ORDER BY coalesce(scores.is_above, 0) DESC, scores.probability DESC LIMIT 1
"""
_SUMS = """
    UPDATE studies SET
        image_count = (SELECT count(*) FROM images WHERE study_id = :study),
        views = coalesce((SELECT group_concat(view, ', ') FROM (SELECT DISTINCT view FROM images
            WHERE study_id = :study AND view <> '' ORDER BY view)), ''),
        refused_count = (SELECT count(*) FROM predictions JOIN images
            ON images.id = predictions.image_id WHERE study_id = :study AND is_withheld),
        is_looked_at = NOT EXISTS (SELECT 1 FROM images WHERE study_id = :study
            AND looked_at = ''
            AND EXISTS (SELECT 1 FROM predictions WHERE image_id = images.id)),
        mark_count = (SELECT coalesce(sum(count), 0) FROM measurements JOIN images
            ON images.id = measurements.image_id WHERE study_id = :study),
        decision_count = (SELECT count(*) FROM decisions JOIN images
            ON images.id = decisions.image_id WHERE study_id = :study),
        finding = :finding, probability = :probability, is_above = :is_above,
        model_id = coalesce(:model, ''), search = :search,
        status = coalesce(
            (SELECT reports.status FROM reports JOIN images ON images.id = reports.image_id
                WHERE study_id = :study ORDER BY reports.status = 'verified' DESC LIMIT 1),
            CASE WHEN read_at <> '' THEN 'read' ELSE 'unread' END),
        reader = coalesce(
            (SELECT reports.by FROM reports JOIN images ON images.id = reports.image_id
                WHERE study_id = :study AND reports.by <> ''
                ORDER BY reports.status = 'verified' DESC, reports.id DESC LIMIT 1),
            (SELECT decisions.by FROM decisions JOIN images ON images.id = decisions.image_id
                WHERE study_id = :study AND decisions.by <> '' ORDER BY decisions.at DESC LIMIT 1),
            read_by)
    WHERE id = :study
"""


def study_key(facts: Facts, image_key: str) -> str:
    """Hex digest that stands for the study of an image."""
    parts = ("image", image_key)
    if facts.study_uid:
        parts = ("study", facts.study_uid, (facts.patient_id or ""), (facts.patient_name or ""))
    return hashlib.sha256(
        "\n".join(part.casefold() for part in parts).encode(errors="replace")
    ).hexdigest()


def put_study(
    connection: sqlite3.Connection, facts: Facts, image_key: str, title: str, at: str
) -> int:
    """Finds the study of an image or adds it; what became known is filled in. Returns its id.

    Args:
        connection: inside a writing transaction.
        facts: of the image.
        image_key: of the image.
        title: what to call a study that names no patient.
        at: now, UTC, ISO 8601.
    """
    told = {
        "key": study_key(facts, image_key),
        "uid": facts.study_uid or "",
        "patient_name": _text(facts.patient_name),
        "patient_id": _text(facts.patient_id),
        "sex": _text(facts.sex),
        "age_years": facts.age_years,
        "study_date": _text(facts.study_date),
        "study_time": _text(facts.study_time),
        "description": _text(facts.study_description),
        "accession": _text(facts.accession_number),
        "title": _text(title),
        "added_at": at,
        "opened_at": at,
    }
    names = ", ".join(told)
    fields = ", ".join(f":{name}" for name in told)
    kept = ", ".join(
        f"{name} = CASE WHEN studies.{name} = '' THEN excluded.{name} ELSE studies.{name} END"
        for name in ("sex", "study_date", "study_time", "description", "accession")
    )
    (found,) = connection.execute(
        f"INSERT INTO studies ({names}) VALUES ({fields}) ON CONFLICT (key) DO UPDATE SET {kept}, "
        "age_years = coalesce(studies.age_years, excluded.age_years), "
        "opened_at = excluded.opened_at RETURNING id",
        told,
    ).fetchone()
    return int(found)


def mark_read(connection: sqlite3.Connection, ids: Iterable[int], *, at: str, by: str) -> None:
    """Files that somebody has read studies; with `at` empty: that they are unread again."""
    for study in ids:
        connection.execute(
            "UPDATE studies SET read_at = ?, read_by = ? WHERE id = ?",
            (at, by if at else "", study),
        )
        refresh(connection, (study,))


def refresh(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Makes the sums of studies anew; those without images are gone. Inside a transaction."""
    for study in ids:
        connection.execute("DELETE FROM study_findings WHERE study_id = ?", (study,))
        cursor = connection.execute(
            "DELETE FROM studies WHERE id = ? AND NOT EXISTS "
            "(SELECT 1 FROM images WHERE study_id = studies.id)",
            (study,),
        )
        if cursor.rowcount:
            continue
        connection.execute(_FINDINGS, {"study": study})
        best = connection.execute(_BEST, {"study": study}).fetchone() or (None,) * 4
        told = dict(zip(("finding", "probability", "is_above", "model"), best, strict=True))
        search = {"search": _search_text(connection, study)}
        connection.execute(_SUMS, {"study": study} | told | search)


def folded(text: str) -> str:
    """Letters for comparing: no case, no accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _search_text(connection: sqlite3.Connection, study: int) -> str:
    row = connection.execute(
        "SELECT patient_name, patient_id, accession, description, study_date, title "
        "FROM studies WHERE id = ?",
        (study,),
    ).fetchone()
    findings = connection.execute(
        "SELECT finding FROM study_findings WHERE study_id = ? AND is_above", (study,)
    )
    words = [*(() if row is None else row), *(finding for (finding,) in findings)]
    return folded(" \n".join(word.replace("^", " ") for word in words if word))[:_MOST_LETTERS]


def _text(text: str | None) -> str:
    return clean_text(text) if text else ""
