"""What a de-identified report leaves out: names, numbers, dates and places, each by words.

Free text of people cannot be cleaned surely; the patient's name and numbers are cut from it, and
the report says that no more was done.
"""

import re

from engine.images.admission import OLDEST_TOLD_YEARS
from engine.images.radiograph import Facts
from engine.images.text import clean_text
from engine.language import said
from engine.report import wording
from engine.report.content import Row

_LEAST_WORD = 2  # characters; single letters would tear every text apart
_GAP = "[...]"


def fact_row(label: str, value: str | None, *, is_hidden: bool = False) -> Row:
    """A fact of the file; hidden ones say so, absent ones that they are not in the file."""
    if value is None or value == "":
        return Row(label, wording.NOT_IN_FILE, is_missing=True)
    return Row(label, wording.REMOVED, is_missing=True) if is_hidden else Row(label, value)


def age_text(years: float | None, *, is_hidden: bool) -> str | None:
    """The age for people; of the oldest only that they are among the oldest, where hidden."""
    if years is None:
        return None
    if is_hidden and years >= OLDEST_TOLD_YEARS:
        return said("{years:g} years or more", years=OLDEST_TOLD_YEARS)
    if years < 1.0:
        return said("{months:.0f} months", months=12.0 * years)
    return said("{years:.0f} years", years=float(int(years)))


def free_text(text: str, facts: Facts, limit: int, *, is_hidden: bool) -> str:
    """What a person wrote, line by line and bounded; hidden: without the patient's name or numbers.

    Args:
        text: as written.
        facts: of the image.
        limit: most characters.
        is_hidden: whether the report is de-identified.
    """
    lines = (clean_text(line, limit) for line in text[: 4 * limit].splitlines())
    whole = "\n".join(lines).strip()[:limit]
    return _without(whole, _words_of(facts)) if is_hidden else whole


def _words_of(facts: Facts) -> list[str]:
    named = f"{facts.patient_name or ''} {facts.referring_physician or ''}"
    names = re.split(r"[\s^=,./]+", named)
    numbers = [facts.patient_id or "", facts.accession_number or ""]
    return [word for word in (*names, *numbers) if len(word) >= _LEAST_WORD]


def _without(text: str, words: list[str]) -> str:
    for word in words:
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", _GAP, text, flags=re.IGNORECASE)
    return text
