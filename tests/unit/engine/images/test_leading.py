"""The quick look at DICOM headers agrees with pydicom's, and survives what is no header."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.images.dicom.leading import Leading, leading_of, read_leading
from engine.images.radiograph import Facts
from engine.images.reader import read_header
from tests.support.dicoms import BIG, DEFLATED, IMPLICIT, dataset, encode, nested, with_body

FILM = dataset(
    np.zeros((4, 4), np.uint16),
    PatientName="Doe^Jane",
    PatientID="77-1",
    StudyDate="20240229",
    StudyInstanceUID="1.2.9",
    ViewPosition="PA",
)


@pytest.mark.parametrize("syntax", ["1.2.840.10008.1.2.1", IMPLICIT, BIG])
def test_facts_are_read_in_every_encoding(syntax):
    facts = leading_of(encode(FILM, syntax)).facts

    assert (facts.patient_name, facts.patient_id) == ("Doe^Jane", "77-1")
    assert (facts.study_date, facts.study_uid, facts.view_position) == ("2024-02-29", "1.2.9", "PA")


def test_real_files_say_the_same_as_to_pydicom(shared_data):
    compared = 0
    for path in sorted((shared_data / "dicom").glob("*.dcm")):
        leading = read_leading(path)
        if leading is None or path.name == "seg_deflated_image_frame.dcm":
            continue
        whole = read_header(path)
        for name, value in vars(leading.facts).items():
            if value is not None:
                assert getattr(whole, name) == value, (path.name, name)
                compared += 1
    assert compared > 200


def test_a_dicomdir_is_known(shared_data):
    assert read_leading(shared_data / "dicom" / "DICOMDIR").is_directory


def test_long_headers_are_read_on(tmp_path):
    film = dataset(np.zeros((4, 4), np.uint16), PatientID="late")
    film.add_new(0x00091010, "OB", bytes(300_000))
    path = tmp_path / "film.dcm"
    path.write_bytes(encode(film))

    assert read_leading(path).facts.patient_id == "late"


def test_text_that_needs_more_than_a_table_is_left_out(shared_data):
    leading = read_leading(shared_data / "dicom" / "cr_charset_japanese_multi.dcm")

    assert leading.facts.patient_name is None
    assert leading.facts.patient_id is not None


def test_other_files_are_none(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")

    assert read_leading(path) is None
    assert read_leading(tmp_path / "absent") is None


@pytest.mark.parametrize(
    "data", [with_body(nested(40)), with_body(b"\x01" * 50, DEFLATED), with_body(b"")]
)
def test_hostile_headers_say_nothing(data):
    assert leading_of(data) == Leading(Facts())


@given(st.binary(max_size=400))
def test_any_bytes_are_survived(body):
    assert isinstance(leading_of(with_body(body), io.BytesIO(body)), Leading)
