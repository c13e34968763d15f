"""Facts, character sets, pixel size, look-up tables and padding out of the header."""

import warnings
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset

from engine.images.dicom.facts import read_facts, read_spacing
from engine.images.dicom.header import Header
from engine.images.dicom.syntaxes import SYNTAXES
from engine.images.radiograph import Lut, Radiograph
from engine.images.reader import read_here
from engine.images.text import clean_text
from tests.support.dicoms import EXPLICIT, dataset, encode, lut_item

PIXELS = np.arange(64, dtype=np.uint16).reshape(8, 8)


def _read(tmp_path: Path, **tags) -> Radiograph:
    file = tmp_path / "film"
    file.write_bytes(encode(dataset(PIXELS, **tags)))
    return read_here(file)


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("ISO_IR 100", "Müller^Jürgen"),
        ("ISO_IR 144", "Люкceмбypг"),
        ("ISO_IR 192", "王^小東"),
        ("GB18030", "王^小东"),
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎"),
        (["", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
    ],
)
def test_names_in_many_scripts(tmp_path: Path, charset, name: str):
    facts = _read(tmp_path, SpecificCharacterSet=charset, PatientName=name).facts
    assert facts.patient_name == name


def test_an_unknown_character_set_is_noted(tmp_path: Path):
    file = tmp_path / "film"
    film = encode(dataset(PIXELS, SpecificCharacterSet="ISO_IR 100", PatientName="M\xfcller"))
    file.write_bytes(film.replace(b"ISO_IR 100", b"ISO_XX 999"))
    radiograph = read_here(file)
    assert radiograph.facts.patient_name is not None
    assert any("haracters" in note for note in radiograph.notes)


@pytest.mark.real_data
def test_japanese_header_without_pixels(shared_data: Path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = pydicom.dcmread(shared_data / "dicom" / "cr_charset_japanese_multi.dcm")
        facts = read_facts(Header(found), SYNTAXES[EXPLICIT])
        expected = str(found.PatientName)
    assert facts.patient_name == expected.rstrip("^ ")
    assert any(ord(letter) > 0x3000 for letter in facts.patient_name)


def test_hostile_text_is_made_harmless(tmp_path: Path):
    name = "A\x1b[31m\x07B\u202eC\u200d" + "D" * 5000
    facts = _read(tmp_path, SpecificCharacterSet="ISO_IR 192", PatientName=name).facts
    assert facts.patient_name.startswith("A[31mBCD")
    assert len(facts.patient_name) <= 256


@pytest.mark.parametrize(
    ("text", "shown"),
    [("  a \n\t b ", "a b"), ("\x00\x01", ""), ("\ud800x", "x"), ("é 王", "é 王")],
)
def test_clean_text(text: str, shown: str):
    assert clean_text(text) == shown


def test_clean_text_says_that_it_was_cut():
    assert clean_text("x" * 999, 10) == "x" * 9 + "…"


def test_facts(tmp_path: Path):
    facts = _read(
        tmp_path,
        PatientName="Doe^Jane^^",
        PatientID="42",
        ReferringPhysicianName="Roe^John^",
        PatientBirthDate="1950.03.01",
        StudyDate="20200301",
        PatientSex="f",
        BodyPartExamined="chest",
        ViewPosition="pa",
        PatientOrientation=["L", "F"],
        PresentationIntentType="FOR PRESENTATION",
        LossyImageCompression="00",
    ).facts
    assert (facts.patient_name, facts.patient_id, facts.sex) == ("Doe^Jane", "42", "F")
    assert (facts.birth_date, facts.study_date) == ("1950-03-01", "2020-03-01")
    assert facts.age_years == pytest.approx(70.0, abs=0.01)
    assert (facts.body_part, facts.view_position) == ("CHEST", "PA")
    assert facts.patient_orientation == ("L", "F")
    assert (facts.is_lossy, facts.modality) == (False, "DX")
    assert facts.referring_physician == "Roe^John"
    assert "institution" in facts.missing()


@pytest.mark.parametrize(
    ("age", "years"), [("045Y", 45.0), ("006M", 0.5), ("010D", 0.03), ("old", None)]
)
def test_age(tmp_path: Path, age: str, years: float | None):
    assert _read(tmp_path, PatientAge=age).facts.age_years == years


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({}, None),
        ({"ImagerPixelSpacing": [0.2, 0.1]}, (0.2, 0.1, "at detector")),
        ({"PixelSpacing": [0.2, 0.1]}, (0.2, 0.1, "at detector")),
        (
            {"PixelSpacing": [0.2, 0.1], "ImagerPixelSpacing": [0.2, 0.1]},
            (0.2, 0.1, "at detector"),
        ),
        (
            {"PixelSpacing": [0.18, 0.09], "ImagerPixelSpacing": [0.2, 0.1]},
            (0.18, 0.09, "calibrated"),
        ),
        (
            {"PixelSpacing": [0.2, 0.1], "PixelSpacingCalibrationType": "FIDUCIAL"},
            (0.2, 0.1, "calibrated"),
        ),
        (
            {"ImagerPixelSpacing": [0.2, 0.1], "EstimatedRadiographicMagnificationFactor": 1.25},
            (0.16, 0.08, "estimated patient"),
        ),
        (
            {
                "ImagerPixelSpacing": [0.2, 0.1],
                "DistanceSourceToDetector": 1800,
                "DistanceSourceToPatient": 1440,
            },
            (0.16, 0.08, "estimated patient"),
        ),
        ({"Modality": "CT", "PixelSpacing": [0.5, 0.5]}, (0.5, 0.5, "calibrated")),
        ({"PixelSpacing": [0.0, 0.0]}, None),
        ({"PixelSpacing": [-1, 1]}, None),
        ({"NominalScannedPixelSpacing": [0.1, 0.1]}, (0.1, 0.1, "at detector")),
    ],
)
def test_spacing_and_its_provenance(tags: dict, expected):
    found = Dataset()
    found.Modality = "DX"
    for keyword, value in tags.items():
        setattr(found, keyword, value)
    spacing = read_spacing(Header(found))
    if expected is None:
        assert spacing is None
    else:
        assert spacing.row_mm == pytest.approx(expected[0])
        assert spacing.column_mm == pytest.approx(expected[1])
        assert spacing.provenance == expected[2]


def test_luts_come_before_windows_and_keep_their_names(tmp_path: Path):
    curve = lut_item(range(0, 4000, 10), 3, 12, "SHARP")
    vois = _read(
        tmp_path,
        VOILUTSequence=[curve],
        WindowCenter=[10, 20],
        WindowWidth=[5, 6],
        WindowCenterWidthExplanation=["LUNG", "BONE"],
    ).grey.vois
    assert isinstance(vois[0], Lut)
    assert (vois[0].first, vois[0].bits, len(vois[0].values)) == (3, 12, 400)
    assert [voi.name for voi in vois] == ["SHARP", "LUNG", "BONE"]


def test_a_lut_of_65536_entries(tmp_path: Path):
    lut = lut_item(list(range(65536)), 0, 16)
    voi = _read(tmp_path, VOILUTSequence=[lut]).grey.vois[0]
    np.testing.assert_array_equal(voi.values, np.arange(65536))


def test_a_damaged_lut_is_left_out_with_a_note(tmp_path: Path):
    lut = lut_item(range(10), 0, 12)
    lut.LUTData = lut.LUTData[:8]
    radiograph = _read(tmp_path, VOILUTSequence=[lut])
    assert radiograph.grey.vois == ()
    assert any("look-up table" in note for note in radiograph.notes)


def test_a_lut_of_one_grey_is_left_out(tmp_path: Path):
    assert _read(tmp_path, VOILUTSequence=[lut_item([7] * 20, 0, 12)]).grey.vois == ()


def test_a_lut_that_understates_its_bits_does_not_paint_white(tmp_path: Path):
    radiograph = _read(tmp_path, VOILUTSequence=[lut_item(range(0, 4000, 10), 0, 8)])
    assert radiograph.grey.vois[0].bits == 12
    assert radiograph.notes


def test_padding_range(tmp_path: Path):
    grey = _read(tmp_path, PixelPaddingValue=65535, PixelPaddingRangeLimit=65530).grey
    assert grey.padding == (65530, 65535)


def test_padding_of_signed_pixels(tmp_path: Path):
    file = tmp_path / "film"
    file.write_bytes(encode(dataset(PIXELS.astype(np.int16), PixelPaddingValue=-2000)))
    assert read_here(file).grey.padding == (-2000, -2000)


def test_contradicting_tags_are_noted(tmp_path: Path):
    radiograph = _read(
        tmp_path, PhotometricInterpretation="MONOCHROME1", PresentationLUTShape="IDENTITY"
    )
    assert radiograph.grey.is_inverted
    assert any("contradict" in note for note in radiograph.notes)


def test_oblong_pixels_are_noted(tmp_path: Path):
    assert any("square" in note for note in _read(tmp_path, PixelAspectRatio=[1, 2]).notes)
    assert not _read(tmp_path, PixelAspectRatio=[1, 1]).notes


def test_functional_groups_hold_rescale_and_window(tmp_path: Path):
    shared, transform, voi, measures = Dataset(), Dataset(), Dataset(), Dataset()
    transform.RescaleSlope, transform.RescaleIntercept = 2, -10
    voi.WindowCenter, voi.WindowWidth = 40, 80
    measures.PixelSpacing = [0.3, 0.3]
    shared.PixelValueTransformationSequence = [transform]
    shared.FrameVOILUTSequence = [voi]
    shared.PixelMeasuresSequence = [measures]
    radiograph = _read(tmp_path, SharedFunctionalGroupsSequence=[shared])
    assert (radiograph.grey.slope, radiograph.grey.intercept) == (2.0, -10.0)
    assert (radiograph.grey.vois[0].centre, radiograph.grey.vois[0].width) == (40.0, 80.0)
    assert radiograph.spacing.row_mm == 0.3
