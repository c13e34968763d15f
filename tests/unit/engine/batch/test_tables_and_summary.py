"""What the journal becomes: tables, figures and the page."""

import csv
import io
import json
import re

import pytest

from engine.batch.cells import ENCODING
from engine.batch.page import page
from engine.batch.record import FAILED, REFUSED, Failure, Picture, Record
from engine.batch.summary import summarise
from engine.batch.tables import errors, predicted_class, predictions
from engine.bundle.manifest import ClassInfo, OperatingPoint
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
        "calibrated": False, "methods": [], "report": False, "override": "", "program": "WhyRay",
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
