"""Whole comparisons of networks whose merits are known by construction."""

import argparse
import json
from pathlib import Path

import numpy as np
import pytest

from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.bundle.recommendation import CANNOT_TELL, NO_DIFFERENCE, NOT_RECOMMENDED, RECOMMENDED
from engine.bundle.store import read_bundle
from engine.errors import RequestError
from tests.support.compared import Gaze, write_gazing_bundle, write_halves
from training.commands import compare_bundles as command
from training.compare.comparison import Asked, compare_bundles
from training.compare.write import FACTS, PAGE, write_comparison
from training.data.census.look import look_at
from training.data.sample import Sample
from training.evaluate.resampling import Patients, bootstrap
from training.retrain.digests import SHORT

LEFT, BOTH, RIGHT = Gaze(9.0, 0.0), Gaze(9.0, 9.0), Gaze(0.0, 9.0)
IMAGES, ROUNDS = 200, 400
VOUCHED = frozenset({"old", "new"})


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Path:
    return write_halves(tmp_path_factory.mktemp("halves") / "films", IMAGES)


@pytest.fixture(scope="module")
def bundles(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("bundles")
    gazes = {"left": LEFT, "both": BOTH, "right": RIGHT}
    return {name: write_gazing_bundle(folder / name, gaze) for name, gaze in gazes.items()}


def _compared(old: Path, new: Path, table: Path, **changes):
    asked = {"rounds": ROUNDS, "vouched": VOUCHED} | changes
    (*steps, found) = compare_bundles(Asked(read_bundle(old), read_bundle(new), (table,), **asked))
    assert all(isinstance(step, float) for step in steps)
    json.dumps(found, allow_nan=False)
    return found


def _codes(found, effect=None):
    reasons = found["recommendation"]["reasons"]
    return [r["code"] for r in reasons if effect is None or r["effect"] == effect]


def test_a_better_model_is_recommended(bundles, table):
    found = _compared(bundles["both"], bundles["left"], table)
    area = found["overall"]["roc_auc"]

    assert found["recommendation"]["verdict"] == RECOMMENDED
    assert "auc-better" in _codes(found)
    assert area["difference"]["value"] == area["new"]["value"] - area["old"]["value"] > 0
    assert area["difference"]["low"] > 0


def test_the_same_model_twice_differs_by_exactly_nothing(bundles, table):
    found = _compared(bundles["left"], bundles["left"], table)
    (entry,) = found["classes"]
    differences = [known["difference"]["value"] for known in found["overall"].values()]

    assert found["recommendation"]["verdict"] == NO_DIFFERENCE
    assert "same-answers" in _codes(found)
    assert set(differences) == {0.0}
    assert [entry[name]["p"] for name in ("mcnemar", "mcnemar_with", "mcnemar_without")] == [
        1.0
    ] * 3
    assert entry["delong"]["p"] == 1.0
    assert found["cases"] == []


def test_a_model_that_looks_at_noise_is_not_recommended(bundles, table):
    found = _compared(bundles["left"], bundles["right"], table)

    assert found["recommendation"]["verdict"] == NOT_RECOMMENDED
    assert "auc-worse" in _codes(found, "against")


def test_too_few_cases_cannot_tell(bundles, tmp_path):
    few = write_halves(tmp_path / "few", 16)
    found = _compared(bundles["both"], bundles["left"], few)

    assert found["recommendation"]["verdict"] == CANNOT_TELL
    assert _codes(found, "unknown") == ["few-cases"]


def test_figures_of_the_differences_follow_from_the_scores(bundles, table):
    """Brier and accuracy: means over images, whose spread over patients has a closed form."""
    found = _compared(bundles["both"], bundles["left"], table, rounds=4000)
    (entry,) = found["classes"]
    brier = entry["figures"]["brier"]

    assert brier["difference"]["value"] == pytest.approx(
        brier["new"]["value"] - brier["old"]["value"]
    )
    test = entry["mcnemar"]
    gained, lost = test["only_new_right"], test["only_old_right"]
    accuracy = entry["rates"]["accuracy"]["difference"]
    assert accuracy["value"] == pytest.approx((gained - lost) / IMAGES)
    kinds = [case["kind"] for case in found["cases"]]
    assert (kinds.count("gained"), kinds.count("lost")) == (gained, lost)


def test_the_paired_bootstrap_has_the_spread_of_a_mean_over_patients():
    random = np.random.default_rng(2)
    owner = np.repeat(np.arange(60), 2)
    change = random.normal(size=120) + np.repeat(random.normal(size=60), 2)
    patients = Patients(owner, 6000, 0)
    drawn = bootstrap(lambda w: {"mean": (w @ change) / w.sum(axis=1)}, patients)["mean"]
    of_patient = change.reshape(60, 2).mean(axis=1)

    assert drawn.std() == pytest.approx(of_patient.std() / np.sqrt(60), rel=0.04)


def test_images_of_patients_that_a_model_was_trained_with_are_left_out(bundles, table, tmp_path):
    seen = tmp_path / "seen.csv"
    rows = [
        f"{table.parent / f'{number:04d}.png'},bright,p{number // 2},train" for number in (0, 3)
    ]
    seen.write_text("path,label,patient_id,split\n" + "\n".join(rows) + "\n")
    found = _compared(bundles["both"], bundles["left"], table, seen={"new": [seen]})

    assert found["images"] == IMAGES - 4  # both images of p0 and p1
    assert (found["leaks"]["images"], found["leaks"]["patients"]) == (4, 2)
    assert found["leaks"]["new"] == {"known": "table", "images": 4}
    assert "left-out" in _codes(found, "note")


def test_the_same_bytes_under_another_name_and_patient_are_found(bundles, table, tmp_path):
    copy = tmp_path / "other-name.png"
    copy.write_bytes((table.parent / "0007.png").read_bytes())
    seen = tmp_path / "seen.csv"
    seen.write_text(f"path,label,patient_id,split\n{copy},bright,stranger,val\n")
    found = _compared(bundles["both"], bundles["left"], table, seen={"old": [seen]})

    assert found["leaks"]["old"]["images"] == 1


def test_a_manifest_that_tells_its_images_is_believed(table, bundles, tmp_path):
    own = Sample(table.parent / "0007.png", ("bright",), "p3")
    look = next(look_at((own,)))
    told = {"digests": {"train": [look.sha256[:SHORT]], "val": []}}
    new = write_gazing_bundle(tmp_path / "told", LEFT, training_data=told)
    found = _compared(bundles["both"], new, table, vouched=frozenset({"old"}))

    assert found["leaks"]["new"] == {"known": "manifest", "images": 1}


def test_a_new_model_of_unknown_training_cannot_be_told(bundles, table):
    found = _compared(bundles["both"], bundles["left"], table, vouched=frozenset({"old"}))

    assert found["recommendation"]["verdict"] == CANNOT_TELL
    assert _codes(found, "unknown") == ["new-may-have-seen"]


def test_models_without_a_common_class_are_refused(bundles, table, tmp_path):
    other = (ClassInfo("dark", "", OperatingPoint(0.5)),)
    new = write_gazing_bundle(tmp_path / "dark", LEFT, classes=other)

    with pytest.raises(RequestError, match="no class in common: bright against dark"):
        _compared(bundles["left"], new, table)


def test_names_are_matched_whatever_their_case(bundles, table, tmp_path):
    other = (ClassInfo("BRIGHT", "", OperatingPoint(0.5)),)
    new = write_gazing_bundle(tmp_path / "loud", LEFT, classes=other)
    found = _compared(bundles["left"], new, table)

    assert [entry["name"] for entry in found["classes"]] == ["BRIGHT"]
    assert found["same_answers"]


def test_a_lost_operating_point_is_found_though_the_ranking_is_the_same(bundles, table, tmp_path):
    strict = (ClassInfo("bright", "", OperatingPoint(0.9)),)
    new = write_gazing_bundle(tmp_path / "strict", LEFT, classes=strict)
    found = _compared(bundles["left"], new, table)

    assert found["overall"]["roc_auc"]["difference"]["value"] == 0.0
    assert _codes(found, "against") == ["sensitivity-lost"]


def test_a_failed_self_test_decides(bundles, table, monkeypatch):
    failed = {"self_test": {"error": 0.4, "limit": 1e-3, "passed": False}, "parity": None}
    monkeypatch.setattr("training.compare.comparison.checks_of", lambda _bundle: failed)
    found = _compared(bundles["both"], bundles["left"], table)

    assert found["recommendation"]["verdict"] == NOT_RECOMMENDED
    assert _codes(found, "against") == ["self-test-failed"]


def test_the_fixed_sample_is_the_same_whatever_the_models_say(bundles, table):
    one = _compared(bundles["both"], bundles["left"], table)["sample"]
    other = _compared(bundles["left"], bundles["right"], table)["sample"]

    assert [case["file"] for case in one] == [case["file"] for case in other]
    assert [case["truth"] for case in one] == [True] * 6 + [False] * 6


def test_subgroups_are_compared_where_there_are_enough(bundles, table):
    found = _compared(bundles["both"], bundles["left"], table)

    assert [(g["attribute"], g["value"], g["images"]) for g in found["subgroups"]] == [
        ("sex", "F", 100),
        ("sex", "M", 100),
    ]
    assert all(g["classes"][0]["difference"]["value"] is not None for g in found["subgroups"])


def test_facts_and_page_are_written(bundles, table, tmp_path):
    found = _compared(bundles["both"], bundles["left"], table)
    path = write_comparison(tmp_path / "out", found)
    page = (tmp_path / "out" / PAGE).read_text(encoding="utf-8")

    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(found))
    assert path.name == FACTS
    assert "The new model is recommended" in page
    assert "fixed before anything was measured" in page


def test_the_command_tells_verdict_and_codes(bundles, table, tmp_path):
    told: list[dict] = []

    class Listening:
        def progress(self, *_args): ...
        def warning(self, *_args): ...
        def metric(self, *_args, **_facts): ...
        def done(self, **facts):
            told.append(facts)

    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    given = [str(bundles["both"]), str(bundles["left"]), "--data", str(table)]
    given += ["--out", str(tmp_path / "o"), "--rounds", "50", "--unseen-by", "old", "new"]
    status = command.run(parser.parse_args(given), Listening())

    assert status == 0
    assert told[0]["verdict"] == RECOMMENDED
    assert "auc-better" in told[0]["codes"]
