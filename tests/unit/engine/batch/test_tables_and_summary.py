"""What the journal becomes: tables, figures and the page."""

import csv
import io
import json
import re

import pytest

from engine.batch.cells import ENCODING
from engine.batch.page import Wording, page
from engine.batch.record import FAILED, REFUSED, Failure, Picture, Record
from engine.batch.summary import summarise
from engine.batch.tables import errors, predicted_class, predictions
from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.language import Said, said
from tests.support.bundles import tiny_manifest
from tests.unit.engine.batch.records import record, score

MANIFEST = tiny_manifest()
REASONS = [{"level": "stop", "code": "lateral", "sentence": "The view is lateral."}]


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode(ENCODING), newline="")))


def refused(key):
    return Record(key, 1, 2, REFUSED, admission={"verdict": "refused", "reasons": REASONS})


def failed(key):
    return Record(
        key, 1, 2, FAILED, failures=(Failure("read", "E_IMAGE", "=broken", "Copy it.", "size: 3"),)
    )


def test_the_first_columns_are_those_of_covid_cxr():
    picture = Picture("grad-cam", "bright", "pictures/a.png.grad-cam.bright.png")

    (row,) = rows(predictions(MANIFEST, [record("a.png", pictures=(picture,))]))

    assert list(row)[:5] == [
        "Image Filename", "Predicted Class", "p(bright)", "p(not bright)", "Explanation Filename",
    ]  # fmt: skip
    assert [row[name] for name in list(row)[:5]] == [
        "a.png", "bright", "0.75", "0.25", "pictures/a.png.grad-cam.bright.png",
    ]  # fmt: skip
    assert row["threshold(bright)"] == "0.5"
    assert row["decision(bright)"] == "at or above"
    assert (row["model_id"], row["model_version"], row["provider"]) == ("tiny-1", "1", "CPU")
    assert (row["calibrated"], row["seconds_read"]) == ("no", "0.5")


def test_refused_and_failed_files_have_rows_without_scores():
    first, second = rows(predictions(MANIFEST, [refused("a.png"), failed("b.png")]))

    assert (first["status"], first["admission"]) == ("refused", "refused")
    assert first["admission_reasons"] == "lateral: The view is lateral."
    assert (first["p(bright)"], first["Predicted Class"], first["calibrated"]) == ("", "", "")
    assert (second["status"], second["p(bright)"]) == ("failed", "")


def test_errors_are_told_by_file_stage_and_hint():
    (row,) = rows(errors([record("a.png"), failed("b.png")]))

    assert row == {
        "file": "b.png", "stage": "read", "code": "E_IMAGE", "reason": "'=broken",
        "hint": "Copy it.", "details": "size: 3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("task", "scores", "expected"),
    [
        ("binary", (score(0.5), score(0.5, "not bright", None)), "bright"),
        ("binary", (score(0.49), score(0.51, "not bright", None)), "not bright"),
        ("binary", (), ""),
        ("multilabel", (score(0.6, "a"), score(0.7, "b")), "a; b"),
        ("multilabel", (score(0.4, "a"), score(0.3, "b")), ""),
        ("multiclass", (score(0.4, "a"), score(0.6, "b", 0.7)), "b"),
        ("multilabel", (score(0.4, "a", None), score(0.6, "b", None)), "b"),
    ],
)
def test_a_predicted_class_respects_operating_points(task, scores, expected):
    manifest = MANIFEST
    if task != "binary":
        classes = tuple(ClassInfo(one.name, "", OperatingPoint(0.5)) for one in scores)
        activation = "softmax" if task == "multiclass" else "sigmoid"
        manifest = tiny_manifest(task=task, classes=classes, complement=None, activation=activation)

    assert predicted_class(manifest, scores) == expected


@pytest.fixture
def summary():
    many = [record(f"{number}.png", number / 10, seconds={"read": number}) for number in range(11)]
    copy = record("copy.png", 0.0, sha256=many[0].sha256, override="wanted")
    about = {
        "folder": "/films <b>", "found": 20, "passed_over": 1, "archives": 0, "not_done": 4,
        "model": {"id": "tiny-1", "name": "Tiny", "version": "1", "sha256": "12"},
        "calibrated": False, "methods": [], "report": False, "override": "", "options": {},
        "layer": None, "program": "WhyRay",
        "is_deidentified": False, "finished": "2020-01-01", "per_second": 2.0,
    }  # fmt: skip
    counted = summarise(MANIFEST, [*many, copy, refused("r.png"), refused("s.png"), failed("f")])
    return {"batch": about} | counted


def test_the_summary_counts(summary):
    counts = summary["counts"]
    bright = summary["classes"]["bright"]

    assert counts == {
        "done": 15, "scored": 12, "refused": 2, "failed": 1, "overridden": 1, "errors": 1,
        "copies_of_another_file": 1,
    }  # fmt: skip
    assert (bright["images"], bright["at_or_above"], sum(bright["histogram"])) == (12, 6, 12)
    assert bright["histogram"][0] == 2
    assert bright["histogram"][-1] == 1  # a probability of 1 is in the last bar
    assert bright["mean"] == pytest.approx(5.5 / 12)
    assert summary["gate"]["refused_share"] == pytest.approx(2 / 14)
    assert summary["gate"]["reasons"] == [
        {"level": "stop", "code": "lateral", "images": 2, "example": "The view is lateral."}
    ]
    assert [entry["file"] for entry in summary["slowest"][:2]] == ["10.png", "9.png"]
    assert summary["failed"][0]["stage"] == "read"
    json.dumps(summary, allow_nan=False)


def test_the_page_is_whole_and_quotes_what_files_say(summary, tmp_path):
    text = page(summary, tmp_path).decode("utf-8")

    assert "<b>" not in text.split("<style>")[0]
    assert "/films &lt;b&gt;" in text
    assert "Research use - not for diagnosis." in text
    assert "4 of 20 files are not done" in text
    assert not re.search(r"(src|href)=['\"](?!data:)", text)
    assert "<script" not in text


def shouted(text):
    """Another language: our own words in capitals, what comes from files as it is."""
    if not isinstance(text, Said):
        return text
    fields = {name: shouted(value) for name, value in text.fields.items()}
    return re.sub(r"\{.*?\}|[^{]+", _upper, text.template).format(**fields)


def _upper(part):
    return part[0] if part[0].startswith("{") else part[0].upper()


def test_the_page_speaks_another_language_but_for_what_files_say(summary, tmp_path):
    said_reason = said("The view is lateral ({view}), not frontal.", view="LL")
    summary["gate"]["reasons"][0]["example"] = said_reason
    summary["failed"][0]["reason"] = said("The file is empty.")
    summary["batch"]["methods"], summary["batch"]["options"] = ["occlusion"], {}

    text = page(summary, tmp_path, Wording(shouted, "xx")).decode("utf-8")

    assert "<html lang=xx>" in text
    body = re.sub(r"<style>.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)
    body = body.replace("&lt;b&gt;", "")
    own = "/films", "tiny-1", "Tiny", "lateral", "bright", "not bright", "occlusion", ".png", "f "
    for word in sorted(own, key=len, reverse=True):
        body = body.replace(word, "")
    for known in ("WhyRay", "CPU", "copy", "Copy it."):
        body = body.replace(known, "")
    assert re.findall(r"[a-z]{2,}", body) == []
    assert "THE VIEW IS LATERAL (LL), NOT FRONTAL." in text
    assert "THE FILE IS EMPTY." in text
    assert "EXPLAINING" not in text


def test_sentences_keep_their_templates_in_the_journal():
    reason = said("The patient is {age} old.", age=said("{age:g} years", age=7.0))
    admission = {
        "verdict": "refused",
        "reasons": [{"level": "stop", "code": "age", "sentence": reason}],
    }
    failure = Failure("read", "E", said("No {count}", count=3), "a plain {hint}")
    whole = record("a.png", admission=admission, failures=(failure,))

    back = Record.from_json(json.loads(json.dumps(whole.as_json())))

    assert back == whole
    found = back.admission["reasons"][0]["sentence"]
    assert found == "The patient is 7 years old."
    assert found.fields["age"].template == "{age:g} years"
    assert back.failures[0].reason.template == "No {count}"
    assert not isinstance(back.failures[0].hint, Said)


def test_a_journal_from_before_has_plain_sentences():
    plain = json.loads(json.dumps(failed("a.png").as_json()))
    plain["failures"][0]["reason"] = "broken"
    assert Record.from_json(plain).failures[0].reason == "broken"
    plain["failures"][0]["reason"] = {"template": "{a.__class__}", "fields": {"a": 1}}
    with pytest.raises(ValueError, match="form"):
        Record.from_json(plain)
