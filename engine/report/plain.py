"""The words of a report line by line, and as plain values for ``--json``."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from engine.language import said
from engine.report import wording
from engine.report.content import (
    Explained,
    FindingRow,
    Measurement,
    ReportContent,
    Row,
)

Say = Callable[[str], str]  # a text of ours in the reader's language; others as they stand


def lines_of(content: ReportContent, *, has_details: bool, say: Say = str) -> list[str]:
    """Everything that the report says, in its order.

    Args:
        content: the report.
        has_details: with the page of details.
        say: translates.
    """
    blocks = [*_first_page(content), *(_details(content) if has_details else ())]
    return [say(text) if indent == 0 else f"  {say(text)}" for indent, text in blocks]


def content_json(content: ReportContent) -> dict[str, Any]:
    """Plain values of everything but the pictures' pixels, English."""
    return {
        "report_id": content.report_id,
        "created": content.created,
        "is_deidentified": content.is_deidentified,
        "patient": [asdict(row) for row in content.patient],
        "study": [asdict(row) for row in content.study],
        "quality": asdict(content.quality),
        "result": content.result,
        "findings": [asdict(row) for row in (*content.findings, *content.others)],
        "calibration": content.calibration,
        "explanations": [
            {"title": shown.title, "note": shown.note, "facts": list(shown.facts)}
            for shown in content.explained
        ],
        "measurements": [asdict(row) for row in content.measurements],
        "trust": asdict(content.trust),
        "impression": asdict(content.impression),
        "model": [asdict(row) for row in content.model],
        "notes": list(content.notes),
    }


Lines = Iterator[tuple[int, str]]  # indent and text


def _first_page(content: ReportContent) -> Lines:
    if content.letterhead.clinic:
        yield 0, content.letterhead.clinic
    yield 0, content.title
    yield 0, content.research
    yield from _rows(wording.WHO, (*content.patient, *content.study))
    yield 0, wording.checks_line(content.quality.verdict)
    yield from (
        (1, text) for text in (content.quality.override, *content.quality.sentences) if text
    )
    yield 0, wording.FINDINGS
    yield 1, content.result
    yield from (line for row in content.findings for line in _finding(row))
    yield from ((1, text) for text in (content.others_line, content.calibration) if text)
    yield 0, wording.PICTURES
    yield 1, content.original.caption
    yield from _explained(content.explained[:1])
    if content.measurements:
        yield 0, wording.MEASUREMENTS
        yield from (line for row in content.measurements for line in _measurement(row))
        yield 1, content.scale_note
    yield 0, wording.TRUST
    yield from ((1, text) for text in (content.trust.verdict, content.trust.summary) if text)
    yield 0, wording.IMPRESSION
    written = content.impression.text.splitlines()
    yield from ((1, line) for line in written or (wording.NO_IMPRESSION,))
    yield 1, content.impression.status_text
    yield from _rows(wording.MODEL, (*content.model, *content.purpose))
    yield from ((1, text) for text in content.limits)
    yield from ((1, text) for text in content.notes)
    yield 0, wording.made_line(content.report_id, content.created)


def _details(content: ReportContent) -> Lines:
    yield 0, wording.DETAILS
    if content.others:
        yield 0, wording.OTHERS
        yield from (line for row in content.others for line in _finding(row))
    yield from _explained(content.explained[1:])
    if content.trust.rows:
        yield 0, wording.TESTS
    for row in content.trust.rows:
        yield 1, said("{name}: {light}. {sentence}", **asdict(row))
    yield from _rows(wording.ORIGINS, content.details)


def _rows(title: str, rows: Sequence[Row]) -> Lines:
    yield 0, title
    for row in rows:
        yield 1, said("{label}: {value}", label=row.label, value=row.value)


def _finding(row: FindingRow) -> Lines:
    parts = {
        "name": row.name, "probability": row.probability, "standing": row.standing,
        "point": row.point,
    }  # fmt: skip
    yield 1, said("{name}: {probability}; {standing} (operating point {point})", **parts)
    if row.method:
        yield 1, said("explained with {method}", method=row.method)
    if row.decision or row.comment:
        yield 1, said("reader: {decision} {comment}", decision=row.decision, comment=row.comment)


def _explained(shown: Sequence[Explained]) -> Lines:
    for picture in shown:
        yield from ((1, text) for text in (picture.title, picture.note, *picture.facts))


def _measurement(row: Measurement) -> Lines:
    yield 1, said("{name}: {value}", name=row.name, value=row.value)
    yield from ((1, text) for text in (row.provenance, *row.notes) if text)
