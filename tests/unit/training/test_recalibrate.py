"""Recalibration of the tiny bundle, whose logit is known by hand, on pictures of one grey each.

Labels are drawn from a logistic curve of that logit, so the right calibration is known too.
"""

import argparse
import csv
import io
import json
import math

import numpy as np
import pytest
from PIL import Image

from engine.bundle.calibration import CalibrationCurve
from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.bundle.provenance import provenance_of
from engine.bundle.store import read_bundle
from tests.support.bundles import tiny_logit, write_tiny_bundle
from training.__main__ import _told
from training.calibrate import Scaling
from training.commands import recalibrate as command
from training.config.sections import EvaluationSection
from training.evaluate.resampling import Patients
from training.events import Events
from training.recalibrate.fitting import FOLDS, Set, cross_fit, curve_of, fit, folds_of
from training.recalibrate.recalibration import LEAST
from training.refusals import Refused

SLOPE, OFFSET = 2.5, -3.0  # of the truth, in logits of the tiny network


def logistic(value):
    return 1.0 / (1.0 + math.exp(-value))


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """A table of 420 cases of as many patients, with greys and truths."""
    folder, dice = tmp_path_factory.mktemp("cases"), np.random.default_rng(7)
    told = []
    for number in range(420):
        grey = int(dice.integers(0, 256))
        logit = tiny_logit(np.full((8, 8), grey / 255.0))
        is_there = bool(dice.random() < logistic(SLOPE * logit + OFFSET))
        path = folder / f"film{number}.png"
        Image.fromarray(np.full((16, 16), grey, np.uint8)).save(path)
        told.append((path.name, "bright" if is_there else "not bright", f"p{number}", logit))
    write(folder / "cases.csv", told)
    return folder, told


def write(path, told):
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(("path", "label", "patient_id"))
        writer.writerows(row[:3] for row in told)


def run(*arguments):
    """Exit status and events of the command."""
    parser, stream = argparse.ArgumentParser(), io.StringIO()
    command.add_arguments(parser)
    events = Events(stream)
    try:
        status = command.run(parser.parse_args([*map(str, arguments)]), events)
    except Refused as error:
        status = _told(error, events)
    return status, [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture
def tiny(tmp_path):
    return write_tiny_bundle(tmp_path / "tiny-1")


def test_the_fit_is_that_of_logistic_regression(cases, tiny, tmp_path):
    linear = pytest.importorskip("sklearn.linear_model", reason="scikit-learn is the reference")
    folder, told = cases
    status, events = run("--model", tiny, "--data", folder / "cases.csv", "--out", tmp_path / "new")
    assert status == 0
    done = events[-1]
    (entry,) = done["classes"]
    logits = np.array([row[3] for row in told])[:, None]
    ill = np.array([row[1] == "bright" for row in told])
    reference = linear.LogisticRegression(C=1e12).fit(logits, ill)

    # Platt's smoothed targets pull a little towards the middle.
    assert entry["slope"] == pytest.approx(reference.coef_[0, 0], rel=0.06)
    assert entry["offset"] == pytest.approx(reference.intercept_[0], rel=0.06)
    assert entry["slope"] == pytest.approx(SLOPE, abs=0.8)
    assert (entry["images_with"], entry["images_without"]) == (ill.sum(), (~ill).sum())
    assert done["verdict"] == "better"
    assert entry["new"]["brier"] < entry["old"]["brier"]
    assert entry["brier_change"]["high"] < 0
    by_hand = np.mean((1 / (1 + np.exp(-logits[:, 0])) - ill) ** 2)
    assert entry["old"]["brier"] == pytest.approx(by_hand, abs=1e-6)
    assert any(remark["code"] == "mix" for remark in done["remarks"])


def test_the_new_bundle_is_the_same_network_under_another_name(cases, tiny, tmp_path):
    from engine.inference.model import open_model
    from engine.inference.predict import predict

    out = tmp_path / "new.whyray"
    status, events = run("--model", tiny, "--data", cases[0] / "cases.csv", "--out", out)
    assert status == 0
    old, new = read_bundle(tiny), read_bundle(out)
    parent, entry = provenance_of(old), events[-1]["classes"][0]

    assert new.model == old.model
    assert np.array_equal(new.selftest_output, old.selftest_output)
    assert new.manifest.id != old.manifest.id
    assert new.manifest.id.startswith("tiny-1-site-")
    assert new.manifest.calibration["parent"] == parent.as_json()
    assert events[-1]["id"] == new.manifest.id
    assert parent.digest in new.card
    assert "Recalibrated for a site" in new.card
    (info,) = new.manifest.classes
    assert info.operating_point.name == "balanced"
    assert entry["thresholds"]["new"]["balanced"] == info.operating_point.threshold
    assert entry["thresholds"]["old"] == {"balanced": 0.5}
    assert info.operating_point.measured_on.startswith("420 local images of 420 patients")
    assert "on the site's own cases" in info.operating_point.source

    picture = np.full((1, 1, 8, 8), 0.5, np.float32)
    shown = predict(open_model(new, wants_gpu=False, threads=1), picture).scores[0]
    logit = tiny_logit(picture[0, 0])
    assert shown.logit == pytest.approx(logit, abs=1e-5)
    expected = logistic(entry["slope"] * logit + entry["offset"])
    assert shown.probability == pytest.approx(expected, abs=1e-3)
    assert shown.is_above == (shown.probability >= info.operating_point.threshold)


def test_a_recalibrated_bundle_is_recalibrated_from_its_network(cases, tiny, tmp_path):
    first, second = tmp_path / "one", tmp_path / "two"
    table = cases[0] / "cases.csv"
    _, one = run("--model", tiny, "--data", table, "--out", first)
    _, two = run("--model", first, "--data", table, "--out", second)

    assert two[-1]["classes"][0]["slope"] == pytest.approx(one[-1]["classes"][0]["slope"])
    assert two[-1]["id"].count("-site-") == 1
    assert two[-1]["parent"]["id"] == one[-1]["id"]
    # The first fit has seen these patients, those that are measured have not: never better.
    assert two[-1]["verdict"] != "better"


def test_too_few_patients_are_refused_with_numbers_and_source(cases, tiny, tmp_path):
    folder, told = cases
    few = [row for row in told if row[1] == "bright"][:30]
    many = [row for row in told if row[1] != "bright"]
    write(folder / "few.csv", few + many)
    out = tmp_path / "new"
    status, events = run("--model", tiny, "--data", folder / "few.csv", "--out", out)

    assert status == 2
    assert events[-1]["code"] == "E_TOO_FEW_CASES"
    facts = events[-1]["facts"]
    assert facts["least"] == LEAST == 100
    assert facts["classes"] == [{"finding": "bright", "with": 30, "without": len(many)}]
    assert "Vergouwe" in facts["source"]
    assert not out.exists()


def test_many_images_of_few_patients_are_too_few(cases, tiny, tmp_path):
    folder, told = cases
    write(folder / "same.csv", [(*row[:2], f"p{n % 60}") for n, row in enumerate(told)])
    status, events = run("--model", tiny, "--data", folder / "same.csv", "--out", tmp_path / "new")
    assert (status, events[-1]["code"]) == (2, "E_TOO_FEW_CASES")


def test_labels_that_contradict_the_scores_are_refused(cases, tiny, tmp_path):
    folder, told = cases
    other = {"bright": "not bright", "not bright": "bright"}
    write(folder / "turned.csv", [(row[0], other[row[1]], row[2]) for row in told])
    status, events = run(
        "--model", tiny, "--data", folder / "turned.csv", "--out", tmp_path / "new"
    )
    assert (status, events[-1]["code"]) == (2, "E_RANKED_WRONG")

    write(folder / "odd.csv", [(row[0], "mass", row[2]) for row in told])
    status, events = run("--model", tiny, "--data", folder / "odd.csv", "--out", tmp_path / "new")
    assert (status, events[-1]["code"]) == (2, "E_LABELS")


def test_a_table_of_files_that_are_gone_holds_no_case(tiny, tmp_path):
    write(tmp_path / "gone.csv", [("gone.png", "bright", "p1")])
    status, events = run(
        "--model", tiny, "--data", tmp_path / "gone.csv", "--out", tmp_path / "new"
    )
    assert (status, events[-1]["code"]) == (2, "E_NO_CASE")
    assert "not there: gone.png" in events[-1]["message"]


def test_a_file_that_cannot_be_read_is_named_and_left_out(cases, tiny, tmp_path):
    folder, told = cases
    (folder / "broken.png").write_bytes(b"no film")
    write(folder / "broken.csv", [("broken.png", "bright", "q"), *told])
    status, events = run(
        "--model", tiny, "--data", folder / "broken.csv", "--out", tmp_path / "new"
    )
    assert status == 1
    assert events[-1]["images"] == 420
    assert [r["facts"]["file"] for r in events[-1]["remarks"] if r["code"] == "not-read"] == [
        "broken.png"
    ]


def test_a_class_with_too_few_patients_keeps_its_curve_beside_one_that_has_enough():
    dice = np.random.default_rng(3)
    own = dice.random((300, 2))
    targets = np.stack([dice.random(300) < own[:, 0] ** 2, np.arange(300) < 5], axis=1) * 1.0
    cases = Set(own, targets, Patients(np.arange(300), 100, 1), "sigmoid")
    before = (CalibrationCurve((0.0, 1.0), (0.0, 1.0)), CalibrationCurve((0.0, 1.0), (0.2, 0.8)))
    made = fit(cases, before, (True, False))

    assert made.scalings[1] is None
    assert made.curves[1] is before[1]
    assert np.allclose(made.shown(cases)[:, 1], 0.2 + 0.6 * own[:, 1])


def test_the_curve_is_within_a_thousandth_of_its_scaling():
    dense = np.linspace(1e-6, 1 - 1e-6, 20001)
    for scaling in (Scaling(1.0, 0.0), Scaling(0.4, 1.5), Scaling(3.0, -2.0)):
        logits = np.log(dense) - np.log1p(-dense)
        exact = 1 / (1 + np.exp(-(scaling.slope * logits + scaling.offset)))
        assert np.abs(curve_of(scaling).apply(dense) - exact).max() < 1e-3


def test_patients_are_never_in_a_fit_that_is_measured_on_them():
    dice = np.random.default_rng(4)
    owner = np.repeat(np.arange(80), 4)
    own = dice.random((320, 1))
    targets = (dice.random((320, 1)) < own) * 1.0
    cases = Set(own, targets, Patients(owner, 100, 1), "sigmoid")
    folds = folds_of(cases, 1)

    assert set(folds.tolist()) == set(range(FOLDS))
    for patient in range(80):
        assert len(set(folds[owner == patient].tolist())) == 1
    # By hand: each fold's probabilities are those of the fit on the others.
    held = cross_fit(cases, (), (True,), EvaluationSection(), 1)
    for number in range(FOLDS):
        inside = folds == number
        made = fit(cases.part(~inside), (), (True,))
        assert np.allclose(held.probabilities[inside], made.shown(cases.part(inside)))


def test_a_multilabel_bundle_takes_its_own_names_or_those_of_its_training(tmp_path):
    """Labels of the table may be written as in training; points stay where nothing was fitted."""
    from tests.support.bundles import tiny_manifest
    from training.recalibrate.recalibration import _cases

    manifest = tiny_manifest(
        classes=(ClassInfo("bright", "", OperatingPoint(0.5)),),
        metrics={"test": {"classes": [{"label": "BRIGHT_FILM", "name": "bright"}]}},
    )
    Image.fromarray(np.zeros((16, 16), np.uint8)).save(tmp_path / "a.png")
    write(tmp_path / "t.csv", [("a.png", "Bright film", "p1")])
    _, samples, _ = _cases(manifest, (tmp_path / "t.csv",))
    assert samples[0].labels == ("bright",)
