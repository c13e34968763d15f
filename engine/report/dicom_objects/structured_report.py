"""Comprehensive 3D SR after TID 1500: every finding with probability, operating point and model."""

import highdicom as hd
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code

from engine.errors import RequestError
from engine.inference.predict import ClassScore
from engine.language import said
from engine.report.dicom_objects.codes import (
    PLAIN_CHEST_XRAY,
    finding_code,
    own_code,
    own_scheme,
)
from engine.report.dicom_objects.fitness import why_not
from engine.report.dicom_objects.issue import MAKER, RESEARCH_LINE, Issue

_PROBABILITY = codes.DCM.Probability
_OPERATING_POINT = own_code("Operating point of the finding, as a probability")
_STANDING = own_code("Standing of the probability to its operating point")
_ABOVE = own_code("At or above the operating point")
_BELOW = own_code("Below the operating point; excludes nothing")
_NO_POINT = own_code("No operating point was chosen; an order only")
_NO_UNITS = codes.UCUM.NoUnits


def structured_report(issue: Issue) -> list[Dataset]:
    """One group per finding about the whole image; preliminary and unverified.

    Raises RequestError where the image was refused: nobody may know its scores.
    """
    reason = why_not("sr", issue.reading)
    if reason:
        raise RequestError(said("there is no structured report to file"), hint=reason)
    report = hd.sr.Comprehensive3DSR(
        evidence=[issue.source],
        content=_content(issue)[0],
        is_complete=False,
        is_final=False,
        is_verified=False,
        coding_schemes=[own_scheme()],
        contributing_equipment=issue.contributors(),
        **issue.series(2),
    )
    report.ManufacturerModelName = MAKER
    report.SoftwareVersions = issue.software_versions
    report.DeviceSerialNumber = issue.serial_number
    return [issue.finish(report, "AI findings (research)")]


def _content(issue: Issue) -> hd.sr.MeasurementReport:
    device = hd.sr.DeviceObserverIdentifyingAttributes(
        uid=issue.device_uid,
        name=MAKER,
        manufacturer_name=MAKER,
        model_name=issue.manifest.id[:64],
        serial_number=issue.serial_number,
    )
    observer = hd.sr.ObserverContext(codes.DCM.Device, device)
    scores = issue.reading.prediction.scores
    return hd.sr.MeasurementReport(
        observation_context=hd.sr.ObservationContext(observer_device_context=observer),
        procedure_reported=PLAIN_CHEST_XRAY,
        imaging_measurements=[_group(issue, score) for score in scores if score.target.sign > 0],
    )


def _group(issue: Issue, score: ClassScore) -> hd.sr.MeasurementsAndQualitativeEvaluations:
    name = score.target.name
    return hd.sr.MeasurementsAndQualitativeEvaluations(
        tracking_identifier=hd.sr.TrackingIdentifier(uid=hd.UID(), identifier=name[:64]),
        finding_type=finding_code(name),
        algorithm_id=_algorithm(issue),
        measurements=_numbers(score),
        qualitative_evaluations=[hd.sr.QualitativeEvaluation(_STANDING, _standing(score))],
        source_images=[hd.sr.SourceImageForMeasurementGroup.from_source_image(issue.source)],
    )


def _numbers(score: ClassScore) -> list[hd.sr.Measurement]:
    numbers = [hd.sr.Measurement(_PROBABILITY, round(score.probability, 6), _NO_UNITS)]
    if score.operating_point is not None:
        threshold = round(score.operating_point.threshold, 6)
        numbers.append(hd.sr.Measurement(_OPERATING_POINT, threshold, _NO_UNITS))
    return numbers


def _standing(score: ClassScore) -> Code:
    if score.is_above is None:
        return _NO_POINT
    return _ABOVE if score.is_above else _BELOW


def _algorithm(issue: Issue) -> hd.sr.AlgorithmIdentification:
    return hd.sr.AlgorithmIdentification(
        name=issue.manifest.name[:64],
        version=issue.manifest.version[:64],
        parameters=[
            f"model {issue.manifest.id}",
            f"SHA-256 {issue.model_digest}",
            f"provider {issue.reading.prediction.provider}",
            RESEARCH_LINE,
        ],
    )
