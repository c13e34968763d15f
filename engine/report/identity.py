"""Who and when: the patient and study block, every missing fact by name."""

from engine.images.radiograph import Facts, Radiograph
from engine.images.text import clean_text, person_name
from engine.language import joined, said
from engine.measure.scale import MEANINGS
from engine.report.content import Row
from engine.report.hiding import age_text, fact_row

DIGEST_SHOWN = 16
_SEXES = {"M": said("male"), "F": said("female"), "O": said("other")}
_SIDES = {"L": said("left"), "R": said("right"), "B": said("both sides")}


def patient_rows(facts: Facts, *, is_hidden: bool) -> tuple[Row, ...]:
    """Who.

    Args:
        facts: of the file.
        is_hidden: without what tells who it is.
    """
    name = person_name(facts.patient_name) if facts.patient_name else None
    sex = _SEXES.get(facts.sex or "", facts.sex)
    return (
        fact_row(said("Patient"), name, is_hidden=is_hidden),
        fact_row(said("Patient ID"), facts.patient_id, is_hidden=is_hidden),
        fact_row(said("Born"), facts.birth_date, is_hidden=is_hidden),
        fact_row(said("Age"), age_text(facts.age_years, is_hidden=is_hidden)),
        fact_row(said("Sex"), sex),
        fact_row(said("Referring physician"), _referring(facts), is_hidden=is_hidden),
    )


def _referring(facts: Facts) -> str | None:
    return person_name(facts.referring_physician) if facts.referring_physician else None


def whose(facts: Facts, *, is_hidden: bool) -> str:
    """The patient in a line, so that pages that fall apart can be told.

    Args:
        facts: of the file.
        is_hidden: without what tells who it is.
    """
    name, number = (row.value for row in patient_rows(facts, is_hidden=is_hidden)[:2])
    return said("Patient: {name}; ID: {number}", name=name, number=number)


def study_rows(radiograph: Radiograph, frame: int, *, is_hidden: bool) -> tuple[Row, ...]:
    """When, how, with which device and from which file.

    Args:
        radiograph: the image.
        frame: which frame was read.
        is_hidden: without numbers, dates and places.
    """
    facts = radiograph.facts
    when = " ".join(part for part in (facts.study_date, _clock(facts.study_time)) if part)
    rows = [
        fact_row(said("Study date"), when, is_hidden=is_hidden),
        fact_row(said("Accession"), facts.accession_number, is_hidden=is_hidden),
        fact_row(said("Study"), facts.study_description, is_hidden=is_hidden),
        fact_row(said("View"), _view(facts)),
        fact_row(said("Device"), _joined(facts.manufacturer, facts.device_model)),
        fact_row(said("Place"), _joined(facts.institution, facts.station), is_hidden=is_hidden),
        fact_row(said("File"), clean_text(radiograph.path.name), is_hidden=is_hidden),
        fact_row(said("SHA-256"), radiograph.sha256[:DIGEST_SHOWN], is_hidden=is_hidden),
    ]
    if radiograph.frame_count > 1:
        text = said("{number} of {count}", number=frame + 1, count=radiograph.frame_count)
        rows.append(Row(said("Frame"), text))
    return tuple(rows)


def image_rows(radiograph: Radiograph, *, is_hidden: bool) -> tuple[Row, ...]:
    """The image itself, for the details.

    Args:
        radiograph: the image.
        is_hidden: without the digest, by which who holds the file would find it again.
    """
    height, width = radiograph.size_hw
    size = said(
        "{width} x {height} pixels, {bits} bit",
        width=width,
        height=height,
        bits=radiograph.bits_stored,
    )
    spacing = radiograph.spacing
    pixel = None
    if spacing is not None:
        pixel = said(
            "{width:.4g} x {height:.4g} mm; {meaning}",
            width=spacing.column_mm,
            height=spacing.row_mm,
            meaning=MEANINGS[spacing.provenance],
        )
    return (
        Row(said("Image"), size),
        fact_row(said("Pixel size"), pixel),
        fact_row(said("File, SHA-256"), radiograph.sha256, is_hidden=is_hidden),
    )


def _view(facts: Facts) -> str | None:
    side = _SIDES.get(facts.laterality or "", facts.laterality or "")
    parts = [part for part in (facts.view_position or "", side) if part and part != "U"]
    return joined(", ", parts) if parts else None


def _joined(*parts: str | None) -> str | None:
    known = [part for part in parts if part]
    return ", ".join(known) if known else None


def _clock(time: str | None) -> str | None:
    """``HHMMSS.FFFFFF`` or ``HH:MM:SS`` as ``HH:MM``; anything else as it stands."""
    digits = (time or "").replace(":", "")[:4]
    return f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 and digits.isdigit() else time
