"""The check of what a picture shows: its verdicts, its sentences, its bundle, and real pictures."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from desktop.paths import CONTENT_CHECK, RESOURCES
from engine import pipeline
from engine.bundle.store import read_bundle
from engine.errors import BundleError
from engine.images.admission import ANY_CONTENT, FRONTAL_CHEST, UNKNOWN_CONTENT
from engine.images.radiograph import GreyScale, Radiograph
from engine.images.reader import read_here
from engine.inference.content import (
    CLASSES,
    FRONTAL,
    INVERTED,
    LATERAL,
    OTHER,
    TURNED,
    Content,
    ContentCheck,
)
from engine.inference.model import open_model
from tests.support.bundles import write_tiny_bundle

REFUSE, DOUBT = 0.5, 0.9


@pytest.fixture(scope="module")
def check() -> ContentCheck:
    return ContentCheck(CONTENT_CHECK)


def content(likeness: float, kind: str = OTHER) -> Content:
    return Content(kind, likeness, REFUSE, DOUBT)


def film(light: np.ndarray) -> Radiograph:
    """A picture of greys in [0, 1]."""
    frames = np.round(np.clip(light, 0, 1) * 255).astype(np.uint16)[np.newaxis]
    return Radiograph(Path("picture.png"), "0" * 64, "png", frames, GreyScale(), 8)


def phantoms() -> list[Path]:
    return sorted((RESOURCES / "samples").glob("*.png"))


def light_of(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        pixels = np.asarray(image)
    return pixels.astype(float) / np.iinfo(pixels.dtype).max


@pytest.mark.parametrize(
    ("likeness", "level"),
    [(0.0, "stop"), (0.4999, "stop"), (0.5, "warn"), (0.8999, "warn"), (0.9, None), (1.0, None)],
)
def test_thresholds_belong_to_the_better_side(likeness: float, level: str | None):
    found = content(likeness).reasons()

    assert [reason.level for reason in found] == ([] if level is None else [level])


def test_a_lenient_check_says_the_same_and_refuses_nothing():
    (strict,), (lenient,) = content(0.1).reasons(), content(0.1).reasons(is_strict=False)

    assert (strict.level, lenient.level) == ("stop", "warn")
    assert (strict.code, strict.sentence) == (lenient.code, lenient.sentence)


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        (INVERTED, "content_inverted", "black and white swapped"),
        (TURNED, "content_turned", "on its side or upside down"),
        (LATERAL, "content_lateral", "lateral view"),
        (OTHER, "content_other", "does not look like a frontal chest film"),
    ],
)
def test_each_kind_has_its_own_sentence_with_the_likeness(kind: str, code: str, words: str):
    (reason,) = content(0.117, kind).reasons()

    assert (reason.level, reason.code) == ("stop", code)
    assert words in reason.sentence
    assert "12 %" in reason.sentence


def test_a_doubt_is_told_with_the_likeness():
    (reason,) = content(0.62, FRONTAL).reasons()

    assert (reason.level, reason.code) == ("warn", "content_doubtful")
    assert "62 %" in reason.sentence


def test_the_shipped_phantoms_pass_without_a_word(check: ContentCheck):
    for path in phantoms():
        seen = check.look(read_here(path))
        assert (seen.kind, seen.reasons()) == (FRONTAL, ()), path.name


def test_the_thresholds_are_those_of_the_bundle(check: ContentCheck):
    seen = check.look(read_here(phantoms()[0]))
    frontal = read_bundle(CONTENT_CHECK).manifest.classes[0]

    assert seen.refuses_below == frontal.operating_point.threshold
    assert seen.doubts_below == frontal.other_points[0].threshold


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda light: 1.0 - light, INVERTED),
        (np.rot90, TURNED),
        (lambda light: np.rot90(light, 2), TURNED),
        (lambda light: np.rot90(light, 3), TURNED),
        (np.flipud, TURNED),
    ],
    ids=["inverted", "quarter turn", "half turn", "three quarters", "upside down"],
)
def test_altered_phantoms_are_refused_by_their_kind(check: ContentCheck, change, kind: str):
    for path in phantoms():
        seen = check.look(film(change(light_of(path))))
        assert (seen.kind, seen.reasons()[0].level) == (kind, "stop"), path.name


def test_a_mirrored_film_passes_as_the_card_says(check: ContentCheck):
    assert check.look(film(np.fliplr(light_of(phantoms()[0])))).reasons() == ()
    assert "a mirrored film passes" in read_bundle(CONTENT_CHECK).contents["card.md"].decode()


@pytest.mark.parametrize("name", ["black", "white", "noise", "ramp", "disc", "page", "window"])
def test_pictures_that_are_no_films_are_something_else(check: ContentCheck, name: str):
    seen = check.look(film(_drawing(name)))

    assert (seen.kind, seen.reasons()[0].code) == (OTHER, "content_other")


def _drawing(name: str) -> np.ndarray:
    y, x = np.mgrid[0:400, 0:400] / 400
    plain = {
        "black": 0 * x,
        "white": 0 * x + 1,
        "noise": np.random.default_rng(0).normal(0.5, 0.1, x.shape),
        "ramp": x,
        "disc": (np.hypot(x - 0.5, y - 0.5) < 0.4) * 0.8,
    }
    if name in plain:
        return plain[name]
    picture = Image.new("L", (400, 400), 250)
    pen = ImageDraw.Draw(picture)
    for row in range(20, 380, 16):
        pen.text((20, row), "Findings of the examination, one line after the other", fill=20)
    if name == "window":
        shown = Image.fromarray(np.uint8(light_of(phantoms()[0]) * 255))
        picture.paste(shown.resize((170, 170)), (200, 60))
    return np.asarray(picture) / 255.0


def test_its_classes_are_those_that_training_writes():
    names = tuple(info.name for info in read_bundle(CONTENT_CHECK).manifest.classes)

    assert names == CLASSES


def test_the_card_tells_where_its_pictures_come_from_and_names_no_machine():
    bundle = read_bundle(CONTENT_CHECK)
    card = bundle.contents["card.md"].decode()

    assert bundle.manifest.licence.startswith("CC BY 4.0")
    assert bundle.manifest.licence in card
    assert "rscbjbr9sj" in card
    for told in (card, bundle.contents["manifest.json"].decode()):
        assert not any(place in told for place in ("/work", "/tmp", "/home", "/root", "C:\\"))


def test_a_damaged_bundle_is_an_error_that_names_it(tmp_path: Path):
    folder = tmp_path / "content-1"
    shutil.copytree(CONTENT_CHECK, folder)
    model = bytearray((folder / "model.onnx").read_bytes())
    model[5000] ^= 0xFF
    (folder / "model.onnx").write_bytes(model)

    with pytest.raises(BundleError) as caught:
        ContentCheck(folder).look(read_here(phantoms()[0]))
    assert str(folder) in str(caught.value.file)


def test_a_missing_bundle_is_an_error_that_names_it(tmp_path: Path):
    with pytest.raises(BundleError) as caught:
        ContentCheck(tmp_path / "gone").look(read_here(phantoms()[0]))
    assert "gone" in str(caught.value.file)


def test_another_model_in_its_place_is_no_content_check(tmp_path: Path):
    write_tiny_bundle(tmp_path / "content-1")

    with pytest.raises(BundleError, match="no model for checking pictures") as caught:
        ContentCheck(tmp_path / "content-1").look(read_here(phantoms()[0]))
    assert caught.value.hint


def test_a_failed_opening_is_tried_again(tmp_path: Path):
    check = ContentCheck(tmp_path / "content-1")
    with pytest.raises(BundleError):
        check.look(read_here(phantoms()[0]))
    shutil.copytree(CONTENT_CHECK, tmp_path / "content-1")

    assert check.look(read_here(phantoms()[0])).reasons() == ()


@pytest.mark.parametrize(
    ("plain", "verdict"),
    [
        ({"content": FRONTAL_CHEST}, "refused"),
        ({}, "refused"),  # models of ours say nothing: they are for chest films
        ({"content": UNKNOWN_CONTENT}, "accepted with warnings"),
        ({"content": ANY_CONTENT}, "accepted"),
    ],
    ids=["frontal", "silent", "unknown", "any"],
)
def test_what_a_model_is_for_decides_what_its_pictures_may_show(
    tmp_path: Path, check: ContentCheck, plain: dict[str, str], verdict: str
):
    write_tiny_bundle(tmp_path / "tiny", admission=plain)
    model = open_model(read_bundle(tmp_path / "tiny"), wants_gpu=False)
    noise = film(_drawing("noise"))

    found, _ = pipeline.check(noise, model, content_check=check)

    assert found.verdict == verdict
    assert {reason.code for reason in found.reasons} <= {"content_other"}
    assert pipeline.check(noise, model)[0].verdict == "accepted"  # without a check nobody looks


def test_reasons_of_the_header_and_of_the_picture_stand_together(
    tmp_path: Path, check: ContentCheck
):
    write_tiny_bundle(tmp_path / "tiny", admission={"content": FRONTAL_CHEST})
    model = open_model(read_bundle(tmp_path / "tiny"), wants_gpu=False)
    noise = film(_drawing("noise"))
    knee = replace(noise, kind="dicom", facts=replace(noise.facts, body_part="KNEE"))

    found, _ = pipeline.check(knee, model, content_check=check)

    stops = {reason.code for reason in found.reasons if reason.level == "stop"}
    assert stops == {"body_part", "content_other"}
    assert [reason.level for reason in found.reasons] == sorted(
        (reason.level for reason in found.reasons), key=("stop", "warn").index
    )


def test_the_frame_that_is_scored_is_the_one_that_is_looked_at(check: ContentCheck):
    light = light_of(phantoms()[0])
    both = np.stack([light, 1.0 - light])
    frames = np.round(both / both.max() * 255).astype(np.uint16)
    two = Radiograph(Path("two.dcm"), "0" * 64, "dicom", frames, GreyScale(), 8)

    assert [check.look(two, frame).kind for frame in (0, 1)] == [FRONTAL, INVERTED]


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("cxr_rsna_cr_jpegbaseline.dcm", None),
        ("cxr_fuji_cr_mono1_10bit.dcm", None),
        ("cxr_philips_cr_mono1_j2k_lossy.dcm", None),
        ("cxr_rsna_cr_fake_monochrome1.dcm", "content_inverted"),
        ("cr_extremity_fuji_mono1_jpegll_sv1.dcm", "content_other"),
        ("cr_hip_fuji_jpegext12.dcm", "content_other"),
        ("dx_dog_thorax_mono1_8bit.dcm", "content_turned"),
    ],
)
def test_real_dicom_films(shared_data: Path, check: ContentCheck, name: str, code: str | None):
    found = check.look(read_here(shared_data / "dicom" / name)).reasons()

    assert [reason.code for reason in found] == ([] if code is None else [code])


@pytest.mark.real_data
def test_every_real_chest_film_passes_and_its_alterations_do_not(
    shared_data: Path, check: ContentCheck
):
    """Children and adults, those of the test parts included; every eighth is altered, too."""
    folders = (shared_data / "cxr", shared_data / "cxr_masks" / "images")
    paths = [path for folder in folders for path in sorted(folder.rglob("*.*p*g"))]
    assert len(paths) > 500
    for place, path in enumerate(paths):
        upright = read_here(path)
        assert check.look(upright).reasons() == (), path.name
        if place % 8 == 0:
            light = upright.frames[0].astype(float) / 255
            for change, kind in ((1.0 - light, INVERTED), (np.rot90(light, 2), TURNED)):
                seen = check.look(film(change))
                assert (seen.kind, seen.reasons()[0].level) == (kind, "stop"), path.name
