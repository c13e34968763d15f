"""Headers after the Basic Profile: nothing of the patient is left, nothing of the image lost."""

import io

import numpy as np
import pydicom
import pytest
from pydicom.datadict import DicomDictionary, dictionary_VR
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from engine.errors import UnreadableFile, UnsupportedImage
from engine.images.dicom.confidentiality import BASIC_PROFILE
from engine.images.dicom.deidentify import PROFILE_CODE, deidentify
from engine.images.dicom.reading import read_dicom
from engine.images.pseudonyms import KEY_BYTES
from tests.support import dicoms

KEY, OTHER_KEY = b"k" * KEY_BYTES, b"o" * KEY_BYTES
SECRET = "Zarathustra"
TEXTS = ("PN", "LO", "SH", "LT", "ST", "UT", "UC", "AE", "CS")

# Rows of PS3.15 table E.1-1 copied from the standard by hand: what people think of first.
BY_HAND = {
    "PatientName": "Z",
    "PatientID": "Z/D",
    "PatientBirthDate": "Z",
    "PatientSex": "Z",
    "PatientAge": "X",
    "PatientAddress": "X",
    "OtherPatientIDs": "X",
    "AccessionNumber": "Z",
    "StudyID": "Z",
    "StudyInstanceUID": "U",
    "SeriesInstanceUID": "U",
    "SOPInstanceUID": "U",
    "FrameOfReferenceUID": "U",
    "StudyDescription": "X",
    "SeriesDescription": "X",
    "ReferringPhysicianName": "Z",
    "PerformingPhysicianName": "X",
    "OperatorsName": "X/Z/D",
    "StationName": "X/Z/D",
    "InstitutionAddress": "X",
    "DeviceSerialNumber": "X/Z/D",
    "ImageComments": "X",
    "RequestAttributesSequence": "X",
    "SourceImageSequence": "X/Z/U*",
}


@pytest.mark.parametrize("keyword", sorted(BY_HAND))
def test_the_table_has_what_the_standard_says(keyword: str):
    assert BASIC_PROFILE[pydicom.tag.Tag(keyword)] == BY_HAND[keyword]


def test_the_table_leaves_no_name_of_a_person_in_an_image():
    """By the dictionary of pydicom: every attribute that holds a person's name is in the table."""
    people = {tag: entry[4] for tag, entry in DicomDictionary.items() if entry[0] == "PN"}
    kept = {word for tag, word in people.items() if tag not in BASIC_PROFILE}
    # RT setup, structured-report wrappers retired decades ago, and signers: none names the patient.
    assert {word for word in kept if "Patient" in word} == set()


def _film(**tags) -> bytes:
    pixels = np.arange(48 * 64, dtype=np.uint16).reshape(48, 64)
    return dicoms.encode(dicoms.dataset(pixels, **tags))


def _read(data: bytes) -> pydicom.FileDataset:
    return pydicom.dcmread(io.BytesIO(data))


def test_no_text_of_a_listed_attribute_survives_anywhere_in_the_file():
    dataset = dicoms.dataset(np.zeros((8, 8), np.uint8), PatientID="4711")
    inner = Dataset()
    for tag in BASIC_PROFILE:
        if tag >> 16 in (0x0002, 0x0004, 0x0000) or tag == 0xFFFCFFFC:
            continue
        try:
            kind = dictionary_VR(tag)
        except KeyError:
            continue
        if kind in TEXTS:
            value = SECRET.upper() if kind in ("CS", "AE") else SECRET
            dataset.add_new(tag, kind, value)
            inner.add_new(tag, kind, value)
    dataset.AnatomicRegionSequence = Sequence([inner])  # not in the table: cleaned inside
    dataset.private_block(0x0011, "ACME", create=True).add_new(1, "LO", SECRET)
    dataset.add_new(0x50003000, "OW", SECRET.encode() + b"\0")
    dataset.add_new(0x60004000, "LT", SECRET)
    original = dicoms.encode(dataset)
    assert original.upper().count(SECRET.upper().encode()) > 400

    made = deidentify(original, KEY)

    assert SECRET.upper().encode() not in made.data.upper()
    assert b"4711" not in made.data
    assert made.removed > 300
    assert made.replaced > 50
    assert not [e for e in _read(made.data) if e.tag.is_private]


def test_pixels_and_greys_are_the_same(tmp_path):
    original = _film(
        PatientName="Roe^Ann", WindowCenter="900", WindowWidth="1500", PixelSpacing=[1, 1]
    )
    made = deidentify(original, KEY)
    before = read_dicom(original, tmp_path / "a.dcm", lambda: "0")
    after = read_dicom(made.data, tmp_path / "b.dcm", lambda: "0")

    assert np.array_equal(before.frames, after.frames)
    assert before.grey == after.grey
    assert before.spacing == after.spacing
    assert after.facts.patient_name == made.patient != "Roe^Ann"


def test_the_file_says_what_was_done_and_that_pixels_were_not_looked_at():
    made = deidentify(_film(PatientID="1", BurnedInAnnotation="YES"), KEY)
    found = _read(made.data)

    assert found.PatientIdentityRemoved == "YES"
    code = found.DeidentificationMethodCodeSequence[0]
    assert (code.CodeValue, code.CodingSchemeDesignator) == (PROFILE_CODE, "DCM")
    assert found.LongitudinalTemporalInformationModified == "REMOVED"
    assert found.BurnedInAnnotation == "YES"
    assert len(made.cautions) == 2
    assert len(deidentify(_film(BurnedInAnnotation="NO"), KEY).cautions) == 1


def test_a_study_stays_together_and_nobody_without_the_key_finds_it_again():
    common = {"StudyInstanceUID": "1.2.3", "PatientID": "7", "SeriesInstanceUID": "1.2.3.1"}
    first = _read(deidentify(_film(**common, SOPInstanceUID="1.2.3.1.1"), KEY).data)
    second = _read(deidentify(_film(**common, SOPInstanceUID="1.2.3.1.2"), KEY).data)
    elsewhere = _read(deidentify(_film(**common, SOPInstanceUID="1.2.3.1.1"), OTHER_KEY).data)

    assert first.StudyInstanceUID == second.StudyInstanceUID != "1.2.3"
    assert first.PatientID == second.PatientID
    assert first.SOPInstanceUID != second.SOPInstanceUID
    assert first.file_meta.MediaStorageSOPInstanceUID == first.SOPInstanceUID
    for word in ("StudyInstanceUID", "SOPInstanceUID", "PatientID"):
        assert first[word].value != elsewhere[word].value
    assert all(
        pydicom.uid.UID(first[w].value).is_valid for w in ("StudyInstanceUID", "SOPInstanceUID")
    )
    assert str(first.SOPClassUID) == dicoms.DX


def test_references_between_images_follow_their_images():
    reference = Dataset()
    reference.ReferencedSOPClassUID = dicoms.DX
    reference.ReferencedSOPInstanceUID = "1.2.9"
    pointing = _read(deidentify(_film(SourceImageSequence=Sequence([reference])), KEY).data)
    target = _read(deidentify(_film(SOPInstanceUID="1.2.9"), KEY).data)

    found = pointing.SourceImageSequence[0]
    assert found.ReferencedSOPInstanceUID == target.SOPInstanceUID
    assert found.ReferencedSOPClassUID == dicoms.DX


def test_twice_the_same_and_without_identity_no_invented_one():
    data = _film()
    assert deidentify(data, KEY).data == deidentify(data, KEY).data
    assert deidentify(data, KEY).patient == ""
    assert _read(deidentify(data, KEY).data).PatientID == ""


def test_what_holds_no_image_is_refused():
    report = dicoms.dataset(np.zeros((8, 8), np.uint8))
    del report.PixelData
    with pytest.raises(UnsupportedImage, match="no image"):
        deidentify(dicoms.encode(report), KEY)
    with pytest.raises(UnreadableFile, match="no DICOM"):
        deidentify(b"\x89PNG....", KEY)


@pytest.mark.real_data
def test_real_files_open_afterwards_with_the_same_pixels(shared_data, tmp_path):
    count = 0
    for file in sorted((shared_data / "dicom").rglob("cxr_*.dcm")):
        original = file.read_bytes()
        made = deidentify(original, KEY, file)
        before, after = (
            read_dicom(data, tmp_path / "x.dcm", lambda: "0") for data in (original, made.data)
        )
        assert np.array_equal(before.frames, after.frames), file.name
        name = before.facts.patient_name
        assert not name or name.encode() not in made.data, file.name
        count += 1
    assert count >= 5
