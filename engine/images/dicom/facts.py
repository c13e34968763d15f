"""Patient, study and device facts of a DICOM file, and the pixel size with its provenance."""

import re
from datetime import date

from pydicom.uid import UID

from engine.images.dicom.dates import iso_date
from engine.images.dicom.header import Header
from engine.images.dicom.syntaxes import Syntax
from engine.images.radiograph import Facts, Spacing
from engine.images.text import clean_text
from engine.language import said

_YEARS_PER_UNIT = {"Y": 1.0, "M": 1 / 12, "W": 7 / 365.25, "D": 1 / 365.25}
# Projection radiography: the pixel spacing there is at the detector unless stated otherwise.
_PROJECTION = frozenset({"CR", "DX", "RG", "MG", "IO", "PX", "XA", "RF", "DR", "OT"})


def read_facts(header: Header, syntax: Syntax) -> Facts:
    """Facts as the file states them, cleaned for showing; None for what it does not say."""
    name, referring = header.text("PatientName"), header.text("ReferringPhysicianName")
    return Facts(
        patient_name=(name.rstrip("^ ") or None) if name else None,
        patient_id=header.text("PatientID"),
        birth_date=_date(header, "PatientBirthDate"),
        sex=header.code("PatientSex"),
        age_years=_age(header),
        study_date=_date(header, "StudyDate"),
        study_time=header.text("StudyTime"),
        study_description=header.text("StudyDescription"),
        accession_number=header.text("AccessionNumber"),
        referring_physician=(referring.rstrip("^ ") or None) if referring else None,
        study_uid=header.text("StudyInstanceUID"),
        series_uid=header.text("SeriesInstanceUID"),
        sop_instance_uid=header.text("SOPInstanceUID"),
        sop_class=object_name(header) or None,
        modality=header.code("Modality"),
        body_part=header.code("BodyPartExamined"),
        view_position=header.code("ViewPosition"),
        laterality=header.code("ImageLaterality") or header.code("Laterality"),
        patient_orientation=_orientation(header),
        presentation_intent=header.code("PresentationIntentType"),
        burned_in_annotation=header.code("BurnedInAnnotation"),
        manufacturer=header.text("Manufacturer"),
        device_model=header.text("ManufacturerModelName"),
        station=header.text("StationName"),
        institution=header.text("InstitutionName"),
        is_lossy=_is_lossy(header, syntax),
    )


def object_name(header: Header) -> str:
    """Name of the SOP class ("Digital X-Ray Image Storage"); "" when not stated."""
    uid = header.text("SOPClassUID")
    return clean_text(UID(uid).name, 100) if uid else ""


def read_spacing(header: Header) -> Spacing | None:
    """Pixel size and what it means, most trustworthy statement first.

    Pixel Spacing that differs from the detector's, or carries a calibration type, is calibrated
    (PS3.3 10.7.1.3). The detector's divided by the magnification is an estimate in the patient. The
    detector's alone is just that.
    """
    pixel = _pair(header, "PixelSpacing")
    detector = _pair(header, "ImagerPixelSpacing") or _pair(header, "NominalScannedPixelSpacing")
    if pixel is None and detector is None:
        return _shared_spacing(header)
    is_calibrated = header.text("PixelSpacingCalibrationType") is not None
    if pixel and (is_calibrated or (detector and not _is_close(pixel, detector))):
        return Spacing(*pixel, "calibrated")
    if pixel and detector is None and (header.code("Modality") or "OT") not in _PROJECTION:
        return Spacing(*pixel, "calibrated")
    at_detector = detector or pixel
    factor = _magnification(header)
    if factor is not None and detector is not None:
        return Spacing(detector[0] / factor, detector[1] / factor, "estimated patient")
    return Spacing(*at_detector, "at detector") if at_detector else None


def _shared_spacing(header: Header) -> Spacing | None:
    """Enhanced multi-frame objects: Pixel Measures macro, in the patient."""
    for group in header.items("SharedFunctionalGroupsSequence"):
        for item in group.items("PixelMeasuresSequence"):
            pair = _pair(item, "PixelSpacing")
            return Spacing(*pair, "calibrated") if pair else None
    return None


def _pair(header: Header, keyword: str) -> tuple[float, float] | None:
    """(row, column) spacing in mm; row spacing comes first (PS3.3 10.7.1.3)."""
    numbers = header.numbers(keyword)
    if len(numbers) != 2 or not all(1e-4 < number < 100 for number in numbers):
        if numbers:
            header.notes.append(
                said(
                    "The pixel spacing {numbers} makes no sense and was left out.", numbers=numbers
                )
            )
        return None
    return numbers[0], numbers[1]


def _is_close(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return all(abs(a - b) <= 1e-4 * b for a, b in zip(one, two, strict=True))


def _magnification(header: Header) -> float | None:
    """Stated magnification, or source-detector over source-patient distance; 1 .. 10."""
    factor = header.number("EstimatedRadiographicMagnificationFactor")
    detector = header.number("DistanceSourceToDetector")
    patient = header.number("DistanceSourceToPatient")
    if factor is None and detector is not None and patient is not None and patient > 0:
        factor = detector / patient
    return factor if factor is not None and 1.0 <= factor <= 10.0 else None


def _date(header: Header, keyword: str) -> str | None:
    text = header.text(keyword)
    return iso_date(text) if text else None


def _age(header: Header) -> float | None:
    """Patient's Age (``045Y``), else from birth and study date."""
    match = re.fullmatch(r"(\d{1,3})([YMWD])", header.code("PatientAge") or "")
    if match:
        return round(int(match[1]) * _YEARS_PER_UNIT[match[2]], 2)
    try:
        born = date.fromisoformat(_date(header, "PatientBirthDate") or "")
        seen = date.fromisoformat(_date(header, "StudyDate") or "")
    except ValueError:
        return None
    years = (seen - born).days / 365.25
    return round(years, 2) if 0 <= years < 130 else None


def _orientation(header: Header) -> tuple[str, ...] | None:
    text = header.text("PatientOrientation")
    return tuple(part.strip() for part in text.split("\\"))[:4] if text else None


def _is_lossy(header: Header, syntax: Syntax) -> bool | None:
    if syntax.is_lossy:
        return True
    return {"01": True, "00": False}.get(header.text("LossyImageCompression") or "")
