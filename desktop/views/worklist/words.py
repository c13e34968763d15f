"""What the worklist says of a study, masked where patients must not be read."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from desktop.findings import finding_text
from desktop.language import translate
from desktop.views import wording
from desktop.views.image.corner_words import person_name
from engine.images.text import clean_text
from engine.library.studies import PRELIMINARY, READ, UNREAD, VERIFIED
from engine.library.worklist import PRIORITY, Row

STATUS_TEXTS = {
    UNREAD: QT_TRANSLATE_NOOP("Worklist", "Unread"),
    READ: QT_TRANSLATE_NOOP("Worklist", "Read"),
    PRELIMINARY: QT_TRANSLATE_NOOP("Worklist", "Preliminary"),
    VERIFIED: QT_TRANSLATE_NOOP("Worklist", "Verified"),
}
# Columns: the order that a click on the heading asks for, and the heading.
COLUMNS = (
    ("status", QT_TRANSLATE_NOOP("Worklist", "Status")),
    ("finding", QT_TRANSLATE_NOOP("Worklist", "Finding")),
    ("probability", QT_TRANSLATE_NOOP("Worklist", "Score")),
    ("patient", QT_TRANSLATE_NOOP("Worklist", "Patient or file")),
    ("patient_id", QT_TRANSLATE_NOOP("Worklist", "Patient ID")),
    ("date", QT_TRANSLATE_NOOP("Worklist", "Study date")),
    ("description", QT_TRANSLATE_NOOP("Worklist", "Study")),
    ("reader", QT_TRANSLATE_NOOP("Worklist", "Reader")),
    ("opened", QT_TRANSLATE_NOOP("Worklist", "Opened last")),
)
SCORE_COLUMN = 2
PRIORITY_NOTE = QT_TRANSLATE_NOOP(
    "Worklist",
    "The model's order: findings at or above their operating point first, then by score; what is "
    "not scored comes last. A low place excludes no disease.",
)
HIDDEN_NOTE = QT_TRANSLATE_NOOP(
    "Worklist",
    "Second reader: what the model says counts, also for the order, only where you have looked.",
)


def heading(column: int) -> str:
    """The heading of a column in the language in use."""
    return translate("Worklist", COLUMNS[column][1])


def status_texts() -> list[str]:
    """What the first column may hold, in the language in use."""
    return [translate("Worklist", text) for text in STATUS_TEXTS.values()]


def column_of(order: str) -> int:
    """The column that shows an order; -1 for the model's, which is none of them."""
    names = [name for name, _ in COLUMNS]
    return -1 if order == PRIORITY else names.index(order)


def cell(row: Row, column: int, *, is_masked: bool, hides_unseen: bool) -> str:
    """The words of one cell."""
    name = COLUMNS[column][0]
    if is_masked and name in ("patient_id", "date"):
        return ""
    return {
        "status": lambda: translate("Worklist", STATUS_TEXTS[row.status]),
        "finding": lambda: _finding(row, hides_unseen=hides_unseen),
        "probability": lambda: (
            "" if row.probability is None else f"{wording.percent(row.probability)} %"
        ),
        "patient": lambda: patient_text(row, is_masked=is_masked),
        "patient_id": lambda: row.patient_id,
        "date": lambda: row.study_date,
        "description": lambda: _study(row, is_masked=is_masked),
        "reader": lambda: row.reader,
        "opened": lambda: _time_text(row.opened_at),
    }[name]()


def patient_text(row: Row, *, is_masked: bool) -> str:
    """Who, else which file."""
    if is_masked:
        return translate("Worklist", "Study {number}").format(number=row.id)
    return clean_text(person_name(row.patient_name) if row.patient_name else row.title)


def tooltip(
    row: Row, column: int, *, is_masked: bool, hides_unseen: bool, active_id: str = ""
) -> str:
    """The cell in full and, for a score, who said so.

    Args:
        row: of the list.
        column: of the list.
        is_masked: whether patients are hidden.
        hides_unseen: whether scores wait until somebody has looked.
        active_id: of the model that scores new images; empty: not known.
    """
    text = cell(row, column, is_masked=is_masked, hides_unseen=hides_unseen)
    if column == SCORE_COLUMN and row.probability is not None:
        point = translate("Worklist", "no operating point")
        if row.is_above is not None:
            above = translate("Worklist", "at or above its operating point")
            below = translate("Worklist", "below its operating point")
            point = above if row.is_above else below
        return f"{text}, {point}\n{_made_by(row, active_id)}"
    if COLUMNS[column][0] == "finding" and row.finding is None and row.refused_count:
        return translate("Worklist", "The input checks refused it.")
    return text


def _made_by(row: Row, active_id: str) -> str:
    """Which model, and that it is another than the active one."""
    name = clean_text(row.model_name) or row.model_id
    if active_id and active_id != row.model_id:
        text = translate("Worklist", "made by {name} version {version}, not the active model")
    else:
        text = translate("Worklist", "made by {name} version {version}")
    return text.format(name=name, version=clean_text(row.model_version))


def _finding(row: Row, *, hides_unseen: bool) -> str:
    if row.finding is not None:
        return finding_text(row.finding)
    if hides_unseen and not row.is_looked_at:
        return translate("Worklist", "not looked at")
    if row.refused_count:
        return translate("Worklist", "refused")
    return translate("Worklist", "not scored")


def _study(row: Row, *, is_masked: bool) -> str:
    several = translate("Worklist", "{count} images").format(count=row.image_count)
    count = several if row.image_count > 1 else ""
    description = "" if is_masked else row.description
    return "  ".join(part for part in (row.views, description, count) if part)


def _time_text(at: str) -> str:
    """A moment, UTC, in the local time and the notation of the language."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return QLocale().toString(moment.replace(tzinfo=None), QLocale.FormatType.ShortFormat)
