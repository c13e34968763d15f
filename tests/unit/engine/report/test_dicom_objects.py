"""Results as DICOM objects: valid to an independent validator, true to what they were made from."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import cv2
import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset

from engine.bundle.manifest import OperatingPoint
from engine.bundle.store import read_bundle
from engine.errors import RequestError, UnsupportedImage
from engine.images.admission import Admission
from engine.images.geometry import Affine, resize_affine
from engine.images.reader import read_here
from engine.inference.predict import ClassScore, Prediction
from engine.inference.target import Target
from engine.overlay.export import export_picture
from engine.overlay.project import project
from engine.report.dicom_objects.codes import SCHEME, finding_code, own_code
from engine.report.dicom_objects.fitness import why_not
from engine.report.dicom_objects.issue import Issue
from engine.report.dicom_objects.outlines import SHARE, outlines, strong_region
from engine.report.dicom_objects.registry import KINDS, file_bytes, find_kind, objects_of
from engine.report.dicom_objects.source import read_source
from engine.report.request import Reading
from tests.support import dicoms
from tests.support.bundles import write_tiny_bundle
from tests.support.pictures import make_explanation

SIZE_HW = (120, 90)
PDF = b"%PDF-1.4\n%%EOF"
CREATED = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
NAME = "Ångström^Åsa"


def _film(path, **tags):
    pixels = (np.arange(120 * 90, dtype=np.uint16) % 4096).reshape(SIZE_HW)
    tags = {
        "SpecificCharacterSet": "ISO_IR 192", "PatientName": NAME, "PatientID": "4711",
        "StudyInstanceUID": "1.2.3", "SeriesInstanceUID": "1.2.3.1", "SOPInstanceUID": "1.2.3.1.1",
        "StudyDate": "20260102", "StudyTime": "101112", "AccessionNumber": "A1", "StudyID": "S1",
        "PatientBirthDate": "", "PatientSex": "F", "ReferringPhysicianName": "Doe^Jo",
        "PatientAge": "044Y", "PixelSpacing": [0.5, 0.25],
    } | tags  # fmt: skip
    path.write_bytes(dicoms.encode(dicoms.dataset(pixels, **tags)))
    return path


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    return _film(tmp_path_factory.mktemp("film") / "film.dcm")


@pytest.fixture(scope="module")
def manifest(tmp_path_factory):
    return read_bundle(write_tiny_bundle(tmp_path_factory.mktemp("model") / "m")).manifest


def _map(**changes):
    values = np.zeros((6, 5), np.float32)
    values[1, 1], values[4, 3], values[5, 0] = 2.0, 1.5, -3.0
    return replace(make_explanation(values, resize_affine((6, 5), SIZE_HW)), **changes)


@pytest.fixture(scope="module")
def issue(film, manifest):
    scores = (
        ClassScore(Target("pneumothorax", 0), 0.4, 0.6, OperatingPoint(0.5), True),
        ClassScore(Target("odd shadow", 1), -1.0, 0.25, None, None),
    )
    prediction = Prediction("tiny-1", "Tiny", "1", "CPUExecutionProvider", scores, 0.01)
    reading = Reading(read_here(film), manifest, None, prediction, explanations=[_map()])
    return Issue(read_source(film), reading, CREATED, "1.0", PDF)


@pytest.fixture(scope="module")
def files(issue):
    """Every kind as it is on disk, read back by pydicom."""
    return {kind.id: [file_bytes(o) for o in objects_of(kind, issue)] for kind in KINDS}


def _read(data: bytes) -> Dataset:
    return pydicom.dcmread(io.BytesIO(data))


def _all(files):
    return [(kind, _read(data)) for kind, made in files.items() for data in made]


def test_every_kind_is_a_new_series_of_the_same_study_and_says_who_made_it(files, issue):
    series = set()
    for kind, made in _all(files):
        assert str(made.PatientName) == NAME, kind
        assert (made.PatientID, made.StudyInstanceUID, made.AccessionNumber) == (
            "4711",
            "1.2.3",
            "A1",
        )
        assert made.SeriesInstanceUID != "1.2.3.1"
        series.add(str(made.SeriesInstanceUID))
        equipment = made.ContributingEquipmentSequence[0]
        assert equipment.PurposeOfReferenceCodeSequence[0].CodeValue == "109102"
        assert equipment.DeviceUID == issue.device_uid
        assert made.DeviceSerialNumber == issue.model_digest[:16]
        assert made.TimezoneOffsetFromUTC == "+0000"
        assert "research" in made.SeriesDescription
        assert made.file_meta.MediaStorageSOPInstanceUID == made.SOPInstanceUID
    assert len(series) == len(KINDS)


def test_another_model_is_another_device(issue, manifest):
    entry = manifest.files["model.onnx"]
    other = replace(
        manifest, files=manifest.files | {"model.onnx": replace(entry, sha256="f" * 64)}
    )
    retrained = replace(issue, reading=replace(issue.reading, manifest=other))
    assert retrained.device_uid != issue.device_uid
    assert replace(issue).device_uid == issue.device_uid


def test_dciodvfy_finds_no_error(files, tmp_path):
    if shutil.which("dciodvfy") is None:
        pytest.skip("dciodvfy (Debian's dicom3tools) is not installed")
    for kind, made in files.items():
        for data in made:
            (tmp_path / "made.dcm").write_bytes(data)
            told = subprocess.run(
                ["dciodvfy", str(tmp_path / "made.dcm")],
                capture_output=True,
                text=True,
                check=False,
            )
            errors = [line for line in told.stderr.splitlines() if line.startswith("Error")]
            assert not errors, (kind, errors)


def test_dcmtk_reads_the_structured_report(files, tmp_path):
    if shutil.which("dsrdump") is None:
        pytest.skip("dsrdump (Debian's dcmtk) is not installed")
    (tmp_path / "sr.dcm").write_bytes(files["sr"][0])
    told = subprocess.run(
        ["dsrdump", str(tmp_path / "sr.dcm")], capture_output=True, text=True, check=True
    ).stdout
    assert '(36118008,SCT,"Pneumothorax")' in told
    assert '"0.6"' in told
    assert '"0.25"' in told


def test_the_report_holds_every_finding_unverified_with_its_standing(files):
    made = _read(files["sr"][0])
    assert (made.VerificationFlag, made.CompletionFlag) == ("UNVERIFIED", "PARTIAL")
    assert made.PreliminaryFlag == "PRELIMINARY"
    text = str(made)
    assert "At or above the operating point" in text
    assert "No operating point was chosen" in text
    words = [str(element.value) for element in made.iterall() if element.keyword == "TextValue"]
    assert any(word.startswith(f"SHA-256 {made.DeviceSerialNumber}") for word in words)


def test_the_document_holds_the_pdf_as_it_is(files):
    made = _read(files["pdf"][0])
    assert made.EncapsulatedDocument[: made.EncapsulatedDocumentLength] == PDF
    assert made.VerificationFlag == "UNVERIFIED"
    assert made.SourceInstanceSequence[0].ReferencedSOPInstanceUID == "1.2.3.1.1"


def test_the_capture_shows_the_exported_picture_under_the_research_line(files, issue):
    made = _read(files["sc"][0])
    picture = export_picture(issue.reading.radiograph, issue.reading.explanations[0])
    shown = made.pixel_array
    assert np.array_equal(shown[-picture.shape[0] :], picture)
    assert shown.shape[0] > picture.shape[0]
    assert shown[: -picture.shape[0]].std() > 0
    assert made.BurnedInAnnotation == "YES"


def test_the_parametric_map_holds_the_numbers_of_the_map(files, issue):
    made = _read(files["pm"][0])
    expected = np.nan_to_num(project(issue.reading.explanations[0], SIZE_HW, Affine()))
    found = np.frombuffer(made.FloatPixelData, "<f4").reshape(SIZE_HW)
    assert np.array_equal(found, expected)
    assert found.min() < 0 < found.max()
    assert made.ContentQualification == "RESEARCH"
    shared = made.SharedFunctionalGroupsSequence[0]
    assert list(shared.PixelMeasuresSequence[0].PixelSpacing) == [0.5, 0.25]


def test_the_segmentation_is_the_strong_region(files, issue):
    made = _read(files["seg"][0])
    region = strong_region(issue.reading.explanations[0], SIZE_HW)
    assert np.array_equal(made.pixel_array.astype(bool).reshape(SIZE_HW), region)
    values = np.nan_to_num(project(issue.reading.explanations[0], SIZE_HW, Affine()))
    assert np.array_equal(region, values >= SHARE * values.max())
    assert made.SegmentSequence[0].SegmentAlgorithmType == "AUTOMATIC"


def test_the_outlines_enclose_the_strong_region(files, issue):
    made = _read(files["gsps"][0])
    drawn = np.zeros(SIZE_HW, np.uint8)
    count = 0
    for annotation in made.GraphicAnnotationSequence:
        for graphic in annotation.GraphicObjectSequence:
            points = np.array(graphic.GraphicData, float).reshape(-1, 2)
            assert np.array_equal(points[0], points[-1])
            assert points.min() >= 0
            assert (points <= SIZE_HW[::-1]).all()
            cv2.fillPoly(drawn, [np.rint(points - 0.5).astype(np.int32)], 1)
            count += 1
    region = strong_region(issue.reading.explanations[0], SIZE_HW)
    overlap = (region & (drawn > 0)).sum() / (region | (drawn > 0)).sum()
    assert count == 2
    assert overlap > 0.95


def test_inverted_films_stay_inverted_in_the_presentation_state(tmp_path, issue):
    film = _film(tmp_path / "inverted.dcm", PhotometricInterpretation="MONOCHROME1")
    turned = replace(
        issue,
        source=read_source(film),
        reading=replace(issue.reading, radiograph=read_here(film)),
    )
    shapes = [
        objects_of(find_kind("gsps"), made)[0].PresentationLUTShape for made in (issue, turned)
    ]
    assert shapes == ["IDENTITY", "INVERSE"]


def test_a_square_is_outlined_on_its_border_pixels():
    region = np.zeros((10, 10), bool)
    region[2:6, 3:8] = True
    (line,) = outlines(region)
    assert (line.min(axis=0).tolist(), line.max(axis=0).tolist()) == ([3.5, 2.5], [7.5, 5.5])
    assert outlines(np.zeros((10, 10), bool)) == []


def test_what_cannot_be_filed_says_why(issue, tmp_path):
    bare = replace(issue, reading=replace(issue.reading, explanations=[]), pdf=None)
    for kind in ("sc", "pdf", "gsps", "seg", "pm"):
        with pytest.raises(RequestError):
            objects_of(find_kind(kind), bare)
    assert objects_of(find_kind("sr"), bare)
    negative = _map(map=-np.ones((6, 5), np.float32))
    with pytest.raises(RequestError, match="positive evidence"):
        objects_of(
            find_kind("seg"),
            replace(issue, reading=replace(issue.reading, explanations=[negative])),
        )
    with pytest.raises(RequestError, match="not filed as"):
        find_kind("fax")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n1234")
    with pytest.raises(UnsupportedImage, match="came as DICOM"):
        read_source(tmp_path / "a.png")
    with pytest.raises(UnsupportedImage, match="StudyInstanceUID"):
        read_source(_film(tmp_path / "b.dcm", StudyInstanceUID=""))


def test_values_that_break_the_standard_are_not_repeated(tmp_path):
    film = _film(tmp_path / "odd.dcm", PatientAge="62", PixelSpacing=[0, 0])
    source = read_source(film)
    assert "PatientAge" not in source
    assert "PixelSpacing" not in source


def test_codes_are_standard_ones_or_plainly_our_own():
    assert finding_code("Pneumothorax").scheme_designator == "SCT"
    assert finding_code("Pleural_Effusion").value == finding_code("pleural effusion").value
    unknown = finding_code("odd shadow")
    assert unknown.scheme_designator == SCHEME
    assert unknown == own_code("odd shadow")
    assert len(unknown.value) <= 16
    assert len(own_code("x" * 100).meaning) == 64


@pytest.mark.parametrize("name", ["whole", "no map", "nothing positive", "frames", "colour"])
def test_what_is_said_to_be_possible_can_be_made_and_only_that(issue, name):
    reading = issue.reading
    radiograph = reading.radiograph
    changed = {
        "whole": reading,
        "no map": replace(reading, explanations=()),
        "nothing positive": replace(reading, explanations=[_map(map=-np.ones((6, 5), np.float32))]),
        "frames": replace(
            reading,
            radiograph=replace(radiograph, frames=np.repeat(radiograph.frames, 2, axis=0)),
        ),
        "colour": replace(
            reading,
            radiograph=replace(radiograph, colour=np.zeros((1, *SIZE_HW, 3), np.uint8)),
        ),
    }[name]
    source = pydicom.Dataset()
    source.update(issue.source)
    if name == "frames":
        source.NumberOfFrames = 2
    other = replace(issue, reading=changed, source=source)
    for kind in KINDS:
        reason = why_not(kind.id, changed)
        if reason:
            with pytest.raises(RequestError):
                objects_of(kind, other)
        elif name != "frames" or kind.id in ("pdf", "sr"):
            assert objects_of(kind, other), kind.id


def test_a_refused_image_is_said_to_be_refused(issue):
    refused = replace(issue.reading, explanations=(), admission=Admission("refused", ()))
    with pytest.raises(RequestError) as told:
        objects_of(find_kind("sc"), replace(issue, reading=refused))
    assert "refused this image" in told.value.hint
    assert "refused this image" in why_not("pm", refused)
    for kind in KINDS:  # only the report may speak of it, and tells no score
        if kind.id != "pdf":
            with pytest.raises(RequestError):
                objects_of(kind, replace(issue, reading=refused))


def test_a_name_longer_than_the_standard_allows_is_filed_without_a_warning(issue, tmp_path):
    name = "Hohenzollern-Sigmaringendorf^" + "Maximilian-Ferdinand Alexander " * 2
    source = read_source(_film(tmp_path / "long.dcm", PatientName=name.strip()))
    (made,) = objects_of(find_kind("sc"), replace(issue, source=source))
    assert str(made.PatientName) == name.strip()
