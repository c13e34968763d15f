"""Which images may be scored, and the sentence that says why not."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.images.admission import Population, admit
from engine.images.radiograph import Facts, GreyScale, Radiograph
from engine.images.reader import read_here

CHEST = Facts(modality="DX", body_part="CHEST", view_position="PA", is_lossy=False)


def _film(facts: Facts = CHEST, frame: np.ndarray | None = None, **changes) -> Radiograph:
    if frame is None:
        frame = np.random.default_rng(0).integers(0, 4096, (400, 380)).astype(np.uint16)
    film = Radiograph(
        Path("film"), "0" * 64, "dicom", frame[np.newaxis], GreyScale(), 12, facts=facts
    )
    return replace(film, **changes)


def _codes(film: Radiograph, level: str) -> set[str]:
    return {reason.code for reason in admit(film).reasons if reason.level == level}


def test_a_frontal_chest_film_is_accepted_without_a_word():
    admission = admit(_film())
    assert (admission.verdict, admission.reasons) == ("accepted", ())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"modality": "CT"}, "modality"),
        ({"modality": "MG"}, "modality"),
        ({"body_part": "KNEE"}, "body_part"),
        ({"view_position": "LL"}, "lateral"),
        ({"view_position": "LATERAL"}, "lateral"),
        ({"patient_orientation": ("A", "F")}, "lateral"),
    ],
)
def test_what_the_header_rules_out_is_refused(change: dict, code: str):
    film = _film(replace(CHEST, **change))
    assert admit(film).verdict == "refused"
    assert _codes(film, "stop") == {code}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"modality": None}, "modality_unknown"),
        ({"modality": "OT"}, "modality_unknown"),
        ({"view_position": "OBL"}, "view_unknown"),
        ({"presentation_intent": "FOR PROCESSING"}, "for_processing"),
        ({"sop_class": "Secondary Capture Image Storage"}, "secondary_capture"),
        ({"is_lossy": True}, "lossy"),
        ({"burned_in_annotation": "YES"}, "burned_in"),
    ],
)
def test_doubts_are_warnings(change: dict, code: str):
    film = _film(replace(CHEST, **change))
    assert admit(film).verdict == "accepted with warnings"
    assert _codes(film, "warn") == {code}


@pytest.mark.parametrize("body_part", ["CHEST", "THORAX", "CHEST PA", "LUNG", None])
def test_names_of_the_chest(body_part):
    assert admit(_film(replace(CHEST, body_part=body_part))).verdict == "accepted"


@pytest.mark.parametrize("orientation", [("L", "F"), ("R", "F"), None])
def test_frontal_orientations(orientation):
    assert admit(_film(replace(CHEST, patient_orientation=orientation))).verdict == "accepted"


def _coloured(share: float, by: int = 120) -> Radiograph:
    """Noise, but for the uppermost rows, whose red is raised."""
    grey = np.random.default_rng(0).integers(1, 130, (400, 380))
    colour = np.stack([grey] * 3, axis=-1).astype(np.uint8)[np.newaxis]
    colour[:, : round(400 * share), :, 0] += by
    return _film(frame=grey.astype(np.uint16), colour=colour)


def test_colour_is_refused():
    film = _coloured(0.5)
    assert (_codes(film, "stop"), _codes(film, "warn")) == ({"colour"}, set())


@pytest.mark.parametrize(("share", "by"), [(0.01, 120), (1.0, 30)])
def test_coloured_arrows_and_a_faint_tint_only_warn(share: float, by: int):
    film = _coloured(share, by)
    assert (_codes(film, "stop"), _codes(film, "warn")) == (set(), {"slight_colour"})


def test_one_grey_is_refused():
    assert _codes(_film(frame=np.full((400, 400), 7, np.uint16)), "stop") == {"constant"}


def test_tiny_images_are_refused_and_small_ones_doubted():
    dice = np.random.default_rng(0)
    tiny = dice.integers(0, 4096, (50, 50)).astype(np.uint16)
    small = dice.integers(0, 4096, (200, 200)).astype(np.uint16)
    assert _codes(_film(frame=tiny), "stop") == {"tiny"}
    assert _codes(_film(frame=small), "warn") == {"small"}


def test_odd_sides_are_doubted():
    wide = np.random.default_rng(0).integers(0, 4096, (300, 900)).astype(np.uint16)
    assert _codes(_film(frame=wide), "warn") == {"aspect"}
    assert _codes(_film(frame=wide, pixel_hw=(3.0, 1.0)), "warn") == set()  # square in truth


def test_several_frames_are_doubted():
    frames = np.random.default_rng(0).integers(0, 4096, (3, 400, 400)).astype(np.uint16)
    assert _codes(_film(frames=frames), "warn") == {"multi_frame"}


def test_saturation_is_doubted():
    frame = np.random.default_rng(0).integers(1, 4000, (400, 400)).astype(np.uint16)
    frame[:200] = 4095
    assert _codes(_film(frame=frame), "warn") == {"saturated"}


def test_flat_images_are_doubted():
    frame = np.full((400, 400), 2000, np.uint16)
    frame[100:300, 100:300] = 2050
    frame[0, 0], frame[0, 1] = 0, 4095
    assert _codes(_film(frame=frame), "warn") == {"low_contrast"}


def test_the_verdict_is_json_with_stops_first():
    film = _film(replace(CHEST, body_part="KNEE", is_lossy=True))
    data = json.loads(json.dumps(admit(film).as_json()))
    assert data["verdict"] == "refused"
    assert [reason["code"] for reason in data["reasons"]] == ["body_part", "lossy"]
    assert all(reason["sentence"].endswith(".") for reason in data["reasons"])


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("cxr_fuji_cr_mono1_10bit.dcm", "accepted"),
        ("cxr_philips_cr_mono1_jpegls_near.dcm", "accepted with warnings"),
        ("cr_hip_fuji_jpegext12.dcm", "refused"),
        ("ct_small_explicit_le.dcm", "refused"),
        ("us_palette_color_8bit.dcm", "refused"),
        ("seg_1bit.dcm", "refused"),
    ],
)
def test_real_files(shared_data: Path, name: str, verdict: str):
    assert admit(read_here(shared_data / "dicom" / name)).verdict == verdict


CHILDREN = Population(views=("AP",), min_age_years=1, max_age_years=5)


@pytest.mark.parametrize(
    ("age", "code"),
    [(0.5, "age"), (1.0, None), (5.9, None), (6.0, "age"), (63.0, "age"), (None, "age_unknown")],
)
def test_patients_outside_a_model_s_population_are_stopped(age, code):
    film = replace(_film(), facts=replace(_film().facts, age_years=age, view_position="AP"))

    found = {reason.code: reason.level for reason in admit(film, CHILDREN).reasons}

    assert found.get("age") == ("stop" if code == "age" else None)
    assert found.get("age_unknown") == ("warn" if code == "age_unknown" else None)


def test_another_frontal_view_than_the_model_s_is_told():
    film = replace(_film(), facts=replace(_film().facts, age_years=3.0, view_position="PA"))

    assert "view" in {reason.code for reason in admit(film, CHILDREN).reasons}
    assert "view" not in {reason.code for reason in admit(film).reasons}


def test_one_year_is_one():
    film = replace(_film(), facts=replace(_film().facts, age_years=1.0))

    (reason,) = (r for r in admit(film, Population(min_age_years=2)).reasons if r.code == "age")

    assert reason.sentence == "The patient is 1 year old; the model is for patients of 2 years on."


def test_years_are_completed_and_the_oldest_are_not_told_apart_where_patients_are_hidden():
    film = replace(_film(), facts=replace(_film().facts, age_years=95.48, view_position="AP"))
    admission = admit(film, CHILDREN)

    def told(age_years):
        hidden = admission.without_high_age(age_years)
        return next(reason.sentence for reason in hidden.reasons if reason.code == "age")

    assert told(89.9) == "The patient is 95 years old; the model is for patients of 1 to 5 years."
    assert "95" not in told(95.48)
    assert "90 years or more" in told(95.48)


def test_the_sentences_speak_of_radiographs():
    film = _film(replace(CHEST, modality=None))
    (reason,) = (found for found in admit(film).reasons if found.code == "modality_unknown")
    assert reason.sentence == "The file does not say that it is a radiograph."
