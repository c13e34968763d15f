"""One reading and the reader's wishes -> the content of a report.

The same reading and wishes give the same content; only the time of making differs, and that is a
wish too.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import zip_longest

from engine.errors import RequestError
from engine.images.text import clean_text
from engine.language import joined, said
from engine.report import about, wording
from engine.report.content import (
    STATUSES,
    VERIFIED,
    Impression,
    Quality,
    ReportContent,
    Trust,
)
from engine.report.findings import findings_of, others_line, result_of
from engine.report.hiding import free_text
from engine.report.identity import image_rows, patient_rows, study_rows, whose
from engine.report.measurements import measurements_of
from engine.report.pictures import explained_of, original_of
from engine.report.plain import lines_of
from engine.report.request import Reading, Wishes
from engine.report.trust import trust_of

MOST_IMPRESSION = 4000
_ID_LENGTH = 12
_VERDICTS = {
    "accepted": said("accepted"),
    "accepted with warnings": said("accepted with warnings"),
    "refused": said("refused"),
}


def report_of(reading: Reading, wishes: Wishes) -> ReportContent:
    """The content of one report.

    A refused image that nobody overrode has no scores, maps and tests on its report.

    Args:
        reading: what is known of one frame.
        wishes: what the reader wants on the paper.

    Raises:
        RequestError: a report that is called verified by nobody.
    """
    _check(wishes)
    is_refused = reading.admission is not None and reading.admission.verdict == "refused"
    if is_refused and reading.override is None:
        content = _content(_without_answers(reading), wishes)
        content = replace(
            content,
            result=wording.WITHHELD,
            findings=(),
            others=(),
            others_line="",
            calibration="",
            trust=Trust(wording.WITHHELD),
        )
    else:
        content = _content(reading, wishes)
    return replace(content, report_id=_identify(content))


def _without_answers(reading: Reading) -> Reading:
    return replace(reading, explanations=(), outside=(), panel=None, decisions=())


def _content(reading: Reading, wishes: Wishes) -> ReportContent:
    radiograph, frame, is_hidden = reading.radiograph, reading.frame, wishes.is_deidentified
    original = original_of(radiograph, frame)
    explained = [
        explained_of(radiograph, original, explanation, wishes.look, outside)
        for explanation, outside in zip_longest(
            reading.explanations, reading.outside[: len(reading.explanations)]
        )
    ]
    findings, others = findings_of(reading, wishes)
    rows, scale_note = measurements_of(reading.sheet, radiograph, frame, is_hidden=is_hidden)
    notes = (wording.DEIDENTIFIED,) if is_hidden else ()
    return ReportContent(
        report_id="",
        created=wording.REMOVED if is_hidden else _time(wishes.created),
        letterhead=wishes.letterhead,
        title=wording.TITLE,
        whose=whose(radiograph.facts, is_hidden=is_hidden),
        is_deidentified=is_hidden,
        patient=patient_rows(radiograph.facts, is_hidden=is_hidden),
        study=study_rows(radiograph, frame, is_hidden=is_hidden),
        research=wording.RESEARCH_USE,
        quality=_quality(reading, wishes),
        result=result_of(reading),
        findings=findings,
        others=others,
        others_line=others_line(others),
        calibration=about.calibration_text(reading.manifest),
        original=original,
        explained=tuple(explained),
        measurements=rows,
        scale_note=scale_note,
        trust=trust_of(reading.panel, has_map=bool(reading.explanations)),
        impression=_impression(reading, wishes),
        purpose=about.purpose_rows(reading.manifest),
        limits=about.limits_of(reading.manifest),
        model=about.model_rows(reading, wishes),
        details=(*image_rows(radiograph, is_hidden=is_hidden), *about.detail_rows(reading)),
        notes=(*notes, *radiograph.notes),
    )


def _check(wishes: Wishes) -> None:
    if wishes.status not in STATUSES:
        raise RequestError(
            said("there is no status {status!r}", status=wishes.status),
            hint=said("Choose one of: {known}.", known=", ".join(STATUSES)),
        )
    if wishes.status == VERIFIED and not (wishes.reader.strip() and wishes.role.strip()):
        raise RequestError(
            said("a verified report needs the reader's name and role"),
            hint=said("Give both, or leave the report preliminary."),
        )


def _quality(reading: Reading, wishes: Wishes) -> Quality:
    admission, override = reading.admission, reading.override
    if admission is None:
        return Quality(said("not checked"), (), "", is_refused=False)
    if wishes.is_deidentified:
        admission = admission.without_high_age(reading.radiograph.facts.age_years)
    is_refused = admission.verdict == "refused"
    told = ""
    if is_refused and override is not None:
        facts, is_hidden = reading.radiograph.facts, wishes.is_deidentified
        reason = free_text(override.reason, facts, MOST_IMPRESSION, is_hidden=is_hidden)
        told = said("REFUSED by the input checks, scored on request: {reason}", reason=reason)
        if override.by and not is_hidden:
            by, at = clean_text(override.by), _time(override.at)
            told = joined(" ", [told, said("({name}, {time})", name=by, time=at)])
    sentences = tuple(reason.sentence for reason in admission.reasons)
    return Quality(_VERDICTS[admission.verdict], sentences, told, is_refused=is_refused)


def _impression(reading: Reading, wishes: Wishes) -> Impression:
    is_hidden = wishes.is_deidentified
    facts = reading.radiograph.facts
    text = free_text(wishes.impression, facts, MOST_IMPRESSION, is_hidden=is_hidden)
    if wishes.status != VERIFIED:
        return Impression(text, wishes.status, said("PRELIMINARY - not verified by a reader"))
    status = said(
        "VERIFIED by {name}, {role}, {time}",
        name=wording.REMOVED if is_hidden else clean_text(wishes.reader),
        role=clean_text(wishes.role),
        time=wording.REMOVED if is_hidden else _time(wishes.created),
    )
    return Impression(text, wishes.status, status)


def _time(iso: str) -> str:
    """``2026-11-21T18:42:00+00:00`` as ``2026-11-21 18:42 +00:00``; others as they stand."""
    day, _, rest = iso.partition("T")
    if len(rest) < len("00:00:00"):
        return iso
    return f"{day} {rest[:5]} {rest[8:]}".rstrip()


def _identify(content: ReportContent) -> str:
    """Digest of all words and pictures but the time of making."""
    digest = hashlib.sha256()
    for line in lines_of(replace(content, created=""), has_details=True):
        digest.update(line.encode("utf-8", "replace") + b"\n")
    for picture in (content.original, *content.explained):
        digest.update(str(picture.pixels.shape).encode())
        digest.update(picture.pixels.tobytes())
    return digest.hexdigest()[:_ID_LENGTH]
