"""What stands in a report, in which order, and what never does."""

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import RequestError
from engine.images.admission import Population, admit
from engine.images.radiograph import Facts
from engine.report import wording
from engine.report.compose import report_of
from engine.report.content import VERIFIED
from engine.report.plain import content_json, lines_of
from engine.report.request import Look
from engine.trust.outside import Outside
from tests.support.reports import (
    FACTS,
    FIVE,
    ONE,
    film,
    measured,
    reading,
    refused,
    wishes,
    with_tests,
)


def report(given=None, **changes):
    return report_of(reading() if given is None else given, wishes(**changes))


def text_of(content):
    return "\n".join(lines_of(content, has_details=True))


def test_the_order_is_that_of_a_report():
    lines = lines_of(report(with_tests(measured(reading()))), has_details=True)
    wanted = [
        wording.TITLE, wording.RESEARCH_USE, wording.WHO, "Input checks: accepted",
        wording.FINDINGS, wording.PICTURES, wording.MEASUREMENTS, wording.TRUST,
        wording.IMPRESSION, wording.MODEL, wording.DETAILS, wording.TESTS, wording.ORIGINS,
    ]  # fmt: skip
    assert [line for line in lines if line in wanted] == wanted


def test_names_are_told_as_people_write_them():
    rows = {row.label: row.value for row in report().patient}
    assert rows == {
        "Patient": "Mustermann, Erika Dr.", "Patient ID": "ID-4711", "Born": "1961-02-03",
        "Age": "64 years", "Sex": "female", "Referring physician": "Überweiser, Karla Dr.",
    }  # fmt: skip


def test_what_is_missing_is_named_and_never_blank():
    content = report(reading(facts=Facts()))
    missing = {row.label for row in (*content.patient, *content.study) if row.is_missing}
    assert missing == {
        "Patient", "Patient ID", "Born", "Age", "Sex", "Study date", "Accession", "Study", "View",
        "Device", "Place", "Referring physician",
    }  # fmt: skip
    assert all(row.value == "not in file" for row in content.patient)


def test_the_finding_stands_with_its_operating_point_and_its_method():
    (row,) = report().findings
    told = (row.name, row.probability, row.point, row.standing, row.method)
    assert told == ("pneumonia", "83 %", "50 %", "at or above", "Grad-CAM")


@pytest.mark.parametrize(
    ("probability", "shown"), [(0.0, "1 %"), (0.004, "1 %"), (0.996, "99 %"), (1.0, "99 %")]
)
def test_no_score_is_certain(probability, shown):
    content = report(reading({"pneumonia": (probability, 0.5)}))
    assert content.findings[0].probability == shown


def test_notable_findings_come_first_and_none_is_hidden():
    classes = {"a": (0.2, 0.5), "b": (0.6, 0.5), "c": (0.9, 0.95), "d": (0.7, 0.5)}
    content = report(reading(classes, explained=0))
    assert [row.name for row in content.findings] == ["d", "b"]
    assert [row.name for row in content.others] == ["c", "a"]
    assert content.others_line == "Others: c 90 %, a 20 %."
    assert content.result == "2 of 4 listed findings at or above the operating point."


def test_where_nothing_is_notable_the_highest_stands_with_its_operating_point():
    classes = {"a": (0.2, 0.5), "b": (0.3, 0.9), "c": (0.1, 0.5)}
    content = report(replace(reading(classes), explanations=()))
    told = [(row.name, row.probability, row.point, row.standing) for row in content.findings]
    assert told == [("b", "30 %", "90 %", "below")]
    assert content.others_line == "Others: a 20 %, c 10 %."


def test_what_was_explained_or_answered_is_notable():
    content = report(measured(reading({"a": (0.2, 0.5), "b": (0.1, 0.5)}, explained=1)))
    assert [row.name for row in content.findings] == ["a"]
    assert content.findings[0].decision == "accepted"
    assert content.findings[0].comment == "seen on the prior, too <i>"


def test_nothing_above_excludes_no_disease():
    content = report(reading({"pneumonia": (0.1, 0.5)}))
    assert content.result.endswith("This does not exclude disease.")


def test_without_operating_points_scores_are_an_order_only():
    content = report(
        reading({name: (0.1 * n, None) for n, name in enumerate("abcdefg")}, explained=0)
    )
    assert content.result.startswith("This model comes without operating points")
    assert len(content.findings) == 5
    assert {row.point for row in content.findings} == {"none chosen"}


@pytest.mark.parametrize("name", ["Normal", "No_Finding", "no opacity", "healthy"])
def test_a_class_for_nothing_found_is_no_conclusion(name):
    content = report(reading({name: (0.97, 0.5), "nodule": (0.02, 0.3)}, explained=0))
    told = [row for row in (*content.findings, *content.others) if row.name != "nodule"]
    assert [row.name for row in told] == [wording.NO_FINDING]
    assert told[0].standing == "excludes nothing"
    assert content.result.startswith("No listed finding reached")
    words = " ".join(lines_of(content, has_details=True)).casefold()
    assert name.casefold() not in words.replace("no listed finding", "")
    assert "normal" not in words


@pytest.mark.parametrize("classes", [ONE, FIVE, {"pneumonia": (0.01, 0.5)}])
def test_the_word_normal_is_never_said(classes):
    assert "normal" not in text_of(report(with_tests(measured(reading(classes))))).casefold()


def test_a_refused_image_has_no_scores_maps_or_tests():
    content = report(refused(with_tests(measured(reading(FIVE, explained=2)))))
    assert content.result == wording.WITHHELD
    assert (content.findings, content.others, content.explained, content.trust.rows) == ((),) * 4
    assert content.quality.is_refused
    assert content.quality.sentences[0] == "The body part is KNEE, not the chest."
    words = text_of(content)
    assert "83 %" not in words
    assert "seen on the prior" not in words


def test_an_override_is_told_with_its_reason_and_by_whom():
    content = report(refused(reading(), reason="asked by the ward"))
    assert content.quality.override == (
        "REFUSED by the input checks, scored on request: asked by the ward "
        "(erika, 2026-03-04 04:00 +00:00)"
    )
    assert len(content.explained) == 1
    assert content.findings[0].probability == "83 %"


def test_explained_pictures_are_as_large_as_the_original_and_differ_from_it():
    content = report(reading(FIVE, explained=3))
    assert len(content.explained) == 3
    original = content.original.pixels
    for shown in content.explained:
        assert shown.pixels.shape == (*original.shape[:2], 3)
        assert np.any(shown.pixels != original[..., None])
        assert shown.bar is not None
        assert "class" in shown.title


def test_the_original_is_that_of_the_file():
    content = report()
    assert content.original.letters == {"right": "L", "left": "R", "bottom": "F", "top": "H"}
    assert content.original.aspect == pytest.approx(400 / 480)
    pixels = film().frames[0].astype(float)
    shown = content.original.pixels.astype(float)
    assert np.corrcoef(pixels.ravel(), shown.ravel())[0, 1] > 0.999


def test_the_share_outside_the_lungs_stands_with_its_map():
    given = replace(reading(FIVE, explained=3), outside=[Outside(0.234, 0.7), Outside(None, 0.7)])
    first, second, third = report(given).explained
    assert first.facts[-1] == "23 % of the map outside the lungs (an even map: 70 %)."
    assert second.facts[-1] == "The map has no positive part in or outside the lungs."
    assert third.facts == ("logit 1.5",)


def test_without_orientation_no_side_is_guessed():
    content = report(reading(facts=replace(FACTS, patient_orientation=None)))
    assert content.original.letters == {}
    assert "does not say which side" in content.original.caption


def test_contours_are_grey_only():
    shown = report(look=Look(is_contour=True)).explained[0]
    assert np.ptp(shown.pixels.astype(int), axis=2).max() == 0
    assert shown.bar is None
    assert shown.note.startswith("Lines at 20 %, 47 %, 73 % of the map's greatest value")


def test_measurements_tell_where_their_millimetres_come_from():
    content = report(measured(reading()))
    ratio, length, note = content.measurements
    assert (ratio.name, ratio.value.split(",")[0]) == ("Cardiothoracic ratio", "0.38")
    assert "heart 24.0 mm" in ratio.value
    assert (length.value, length.provenance) == ("20.0 mm", "mm at the detector")
    assert note.value == "<b>see</b> prior of Mustermann"
    assert content.scale_note.startswith("Millimetres at the detector")


def test_without_marks_there_are_no_measurements():
    content = report()
    assert (content.measurements, content.scale_note) == ((), "")


def test_tests_of_the_map_are_told_in_words():
    trust = report(with_tests(reading())).trust
    assert trust.verdict == "The map passed the tests that could be made on this image."
    assert trust.summary == (
        "speaks for the map: Deletion and insertion; doubtful: Removal without a trace (ROAD); "
        "not measured: Other seed, rank correlation"
    )
    assert trust.rows[0].sentence == "The score falls quickly."


def test_an_untested_map_says_so():
    assert report().trust.verdict == wording.NOT_TESTED
    assert report(reading(explained=0)).trust.verdict == wording.NO_MAP


def test_a_report_is_preliminary_until_somebody_signs():
    assert report().impression.status_text == "PRELIMINARY - not verified by a reader"
    signed = report(status=VERIFIED, reader="Dr. Who", role="radiologist", impression="a\n\nb")
    assert signed.impression.status_text == (
        "VERIFIED by Dr. Who, radiologist, 2026-03-04 05:06 +01:00"
    )
    assert signed.impression.text == "a\n\nb"


@pytest.mark.parametrize("signed", [{"reader": "x"}, {"role": "x"}, {"reader": " ", "role": "x"}])
def test_nobody_cannot_verify(signed):
    with pytest.raises(RequestError, match="name and role"):
        report(status=VERIFIED, **signed)


def test_an_unknown_status_is_refused():
    with pytest.raises(RequestError, match="no status"):
        report(status="final")


def test_the_model_is_named_with_version_hash_and_purpose():
    content = report()
    rows = {row.label: row.value for row in (*content.model, *content.purpose)}
    assert rows["Model"] == "Chest, version 1 (chest-1)"
    assert rows["Network, SHA-256"] == "cd" * 8
    assert rows["Computed with"] == "WhyRay 1.0, CPUExecutionProvider"
    assert rows["Not for"] == "Children; lateral films; any decision about a patient."
    details = {row.label: row.value for row in content.details}
    assert details["Network, SHA-256"] == "cd" * 32
    assert "sensitivity 90%" in details["Operating point of pneumonia"]


def test_the_image_is_described_with_the_meaning_of_its_millimetres():
    details = {row.label: row.value for row in report().details}
    assert details["Image"] == "400 x 480 pixels, 12 bit"
    assert details["Pixel size"].startswith("0.2 x 0.2 mm; Millimetres at the detector")
    assert details["File, SHA-256"] == "ab" * 32


def test_calibration_is_told_or_its_absence():
    assert report().calibration.startswith("Probabilities: Platt scaling fitted")
    given = reading()
    bare = replace(given, manifest=replace(given.manifest, calibration={}))
    assert report(bare).calibration == wording.UNKNOWN_CALIBRATION


def test_markup_is_data():
    given = reading(facts=replace(FACTS, patient_name="DOE^<img src:/etc/passwd>"))
    content = report(given, impression="<table><tr><td>")
    assert content.patient[0].value == "DOE, <img src:/etc/passwd>"
    assert content.impression.text == "<table><tr><td>"


def test_a_long_impression_is_bounded():
    assert len(report(impression="word " * 10_000).impression.text) <= 4000


SECRETS = (
    "Mustermann", "Erika", "4711", "1961", "2026-03-03", "A-77", "Thorax PA", "Nordklinik", "R2",
    "film.dcm", "abab", "erika", "05:06",
)  # fmt: skip


def test_deidentified_reports_hold_no_name_number_or_date():
    given = refused(with_tests(measured(reading())), reason="Frau MUSTERMANN, ID-4711, asked")
    words = text_of(
        report(
            given,
            is_deidentified=True,
            status=VERIFIED,
            reader="Dr. Who",
            role="radiologist",
            impression="Erika's heart, accession A-77.",
        )
    )
    for secret in (*SECRETS, "Dr. Who"):
        assert secret not in words, secret
    assert "MUSTERMANN" not in words
    assert "Frau [...], [...], asked" in words
    assert "[...]'s heart, accession [...]." in words
    assert wording.DEIDENTIFIED in words


def test_the_same_secrets_stand_in_an_ordinary_report():
    words = text_of(report(refused(measured(reading()), reason="asked")))
    for secret in SECRETS:
        assert secret in words, secret


def test_the_oldest_are_told_together_where_deidentified():
    given = reading(facts=replace(FACTS, age_years=97.0))
    ages = [{r.label: r.value for r in report(given, is_deidentified=d).patient}["Age"]
            for d in (False, True)]  # fmt: skip
    assert ages == ["97 years", "90 years or more"]


def test_the_reason_of_a_refusal_does_not_tell_a_high_age_where_deidentified():
    facts = replace(FACTS, age_years=97.0)
    given = reading(facts=facts)
    refusal = admit(given.radiograph, Population(min_age_years=1, max_age_years=5))
    given = replace(given, admission=refusal)
    assert "97 years" in " ".join(report(given).quality.sentences)
    assert "97" not in text_of(report(given, is_deidentified=True))


def test_infants_have_months():
    given = reading(facts=replace(FACTS, age_years=0.5))
    assert {r.label: r.value for r in report(given).patient}["Age"] == "6 months"


def test_the_same_reading_gives_the_same_report_whenever_it_is_made():
    one, other = report(), report(created="2027-01-01T00:00:00+00:00")
    assert one.report_id == other.report_id
    assert one.created != other.created
    assert report(impression="x").report_id != one.report_id
    assert report(reading(facts=replace(FACTS, sex="M"))).report_id != one.report_id


def test_the_id_of_a_deidentified_report_tells_nothing_of_the_patient():
    other = reading(facts=replace(FACTS, patient_name="Doe^Jane", patient_id="9"), name="x.dcm")
    ids = {report(g, is_deidentified=True).report_id for g in (reading(), other)}
    assert len(ids) == 1


def test_several_frames_are_told():
    given = reading()
    frames = np.repeat(given.radiograph.frames, 3, axis=0)
    given = replace(given, frame=1, radiograph=replace(given.radiograph, frames=frames))
    assert {r.label: r.value for r in report(given).study}["Frame"] == "2 of 3"


def test_plain_values_hold_everything_but_pixels():
    plain = content_json(report(with_tests(measured(reading(FIVE)))))
    assert [row["probability"] for row in plain["findings"]] == [
        "83 %", "71 %", "66 %", "52 %", "45 %"
    ]  # fmt: skip
    assert plain["trust"]["rows"][0]["light"] == "speaks for the map"
    assert plain["impression"]["status"] == "preliminary"
