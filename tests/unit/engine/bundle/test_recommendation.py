"""What each criterion does to the verdict, on facts made by hand."""

import copy
from typing import Any

import pytest

from engine.bundle.recommendation import (
    CANNOT_TELL,
    CRITERIA,
    NO_DIFFERENCE,
    NOT_RECOMMENDED,
    RECOMMENDED,
    Reason,
    recommend,
)
from engine.bundle.recommendation_words import criterion_words, reason_words


def _figure(value: float, low: float | None = None, high: float | None = None) -> dict[str, Any]:
    return {"value": value, "low": low, "high": high}


def _pair(old: float, new: float, low: float | None, high: float | None) -> dict[str, Any]:
    return {"old": _figure(old), "new": _figure(new), "difference": _figure(new - old, low, high)}


def _facts() -> dict[str, Any]:
    area, brier = _pair(0.9, 0.9, -0.01, 0.01), _pair(0.1, 0.1, -0.004, 0.004)
    entry = {
        "name": "pneumonia", "positives": 60, "negatives": 80, "is_judged": True,
        "points": {"old": {"threshold": 0.5}, "new": {"threshold": 0.5}},
        "figures": {"roc_auc": area, "brier": brier},
        "rates": {"sensitivity": _pair(0.8, 0.8, -0.1, 0.1),
                  "specificity": _pair(0.8, 0.8, -0.1, 0.1)},
        "mcnemar": {"only_old_right": 4, "only_new_right": 4, "p": 1.0},
    }  # fmt: skip
    passed = {"self_test": {"error": 0.0, "limit": 1e-3, "passed": True}, "parity": None}
    return {
        "images": 140, "same_answers": False, "classes": [entry],
        "overall": {"roc_auc": area, "brier": brier},
        "subgroups": [], "unmatched": {"old": [], "new": []},
        "checks": {"old": passed, "new": copy.deepcopy(passed)},
        "leaks": {"images": 0, "patients": 0, "old": {"known": "table", "images": 0},
                  "new": {"known": "table", "images": 0}},
    }  # fmt: skip


EVIDENCE = {
    "outside": {"cases": 8, "old": 0.3, "new": 0.3, "difference": _figure(0.0, -0.05, 0.05)},
    "trust": {"cases": 8, "old": {"bad": 1}, "new": {"bad": 1}, "p": 1.0},
}


def _told(facts: dict[str, Any], evidence: dict[str, Any] = EVIDENCE) -> tuple[str, list[str]]:
    found = recommend(facts, evidence)
    return found.verdict, [reason.code for reason in found.reasons]


def test_nothing_to_say_is_no_clear_difference():
    assert _told(_facts()) == (NO_DIFFERENCE, [])


AREA = ("overall", "roc_auc", "difference")
ENTRY = ("classes", 0)
CHANGES = [
    ("auc-worse", AREA, _figure(-0.01, -0.018, -0.002), NOT_RECOMMENDED),
    ("auc-lost", AREA, _figure(-0.021, -0.05, 0.001), NOT_RECOMMENDED),
    ("auc-uncertain", AREA, _figure(-0.019, -0.03, 0.01), CANNOT_TELL),
    ("auc-better", AREA, _figure(0.01, 0.001, 0.02), RECOMMENDED),
    ("sensitivity-lost", (*ENTRY, "rates", "sensitivity"), _pair(0.8, 0.74, -0.1, 0.0),
     NOT_RECOMMENDED),
    ("specificity-lost", (*ENTRY, "rates", "specificity"), _pair(0.8, 0.69, -0.1, 0.0),
     NOT_RECOMMENDED),
    ("calibration-worse", ("overall", "brier", "difference"), _figure(0.02, 0.01, 0.03),
     NOT_RECOMMENDED),
    ("calibration-better", ("overall", "brier", "difference"), _figure(-0.02, -0.03, -0.01),
     RECOMMENDED),
    ("decisions-better", (*ENTRY, "mcnemar"), {"only_old_right": 1, "only_new_right": 12,
     "p": 0.003}, RECOMMENDED),
    ("few-cases", (*ENTRY, "is_judged"), False, CANNOT_TELL),
    ("new-may-have-seen", ("leaks", "new", "known"), "nothing", CANNOT_TELL),
    ("old-may-have-seen", ("leaks", "old", "known"), "nothing", NO_DIFFERENCE),
    ("left-out", ("leaks", "images"), 3, NO_DIFFERENCE),
    ("same-answers", ("same_answers",), True, NO_DIFFERENCE),
    ("only-in-old", ("unmatched", "old"), ["mass"], NO_DIFFERENCE),
    ("only-in-new", ("unmatched", "new"), ["mass"], NO_DIFFERENCE),
    ("no-operating-point", (*ENTRY, "points", "new"), None, NO_DIFFERENCE),
    ("self-test-failed", ("checks", "new", "self_test", "passed"), False, NOT_RECOMMENDED),
    ("parity-failed", ("checks", "new", "parity"), {"error": 0.1, "limit": 1e-4, "passed": False},
     NOT_RECOMMENDED),
    ("subgroup-worse", ("subgroups",), [{"attribute": "age", "value": "under 18 years", "classes":
     [{"name": "pneumonia", "positives": 40, "negatives": 40,
       "difference": _figure(-0.1, -0.2, -0.01)}]}], NOT_RECOMMENDED),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "where", "value", "verdict"), CHANGES, ids=[c[0] for c in CHANGES]
)
def test_one_criterion_alone(code, where, value, verdict):
    facts = _facts()
    place: Any = facts
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = value

    assert _told(facts) == (verdict, [code])


@pytest.mark.parametrize(
    ("code", "evidence"),
    [
        ("outside-risen", {"outside": {"cases": 8, "old": 0.2, "new": 0.4,
                                       "difference": _figure(0.2, 0.1, 0.3)}}),
        ("trust-worse", {"trust": {"cases": 12, "old": {"bad": 1}, "new": {"bad": 7}, "p": 0.03}}),
    ],
)  # fmt: skip
def test_maps_can_speak_against(code, evidence):
    assert _told(_facts(), EVIDENCE | evidence) == (NOT_RECOMMENDED, [code])


def test_few_maps_say_nothing():
    few = {"trust": {"cases": 3, "old": {"bad": 0}, "new": {"bad": 3}, "p": 0.01}}

    assert _told(_facts(), EVIDENCE | few) == (NO_DIFFERENCE, [])


def test_maps_that_fail_more_often_by_chance_say_nothing():
    chance = {"trust": {"cases": 12, "old": {"bad": 2}, "new": {"bad": 6}, "p": 0.22}}

    assert _told(_facts(), EVIDENCE | chance) == (NO_DIFFERENCE, [])


def test_maps_that_were_not_looked_at_are_missed():
    assert _told(_facts(), {}) == (NO_DIFFERENCE, ["maps-not-looked-at"])


def test_against_outweighs_for():
    facts = _facts()
    facts["overall"]["roc_auc"]["difference"] = _figure(0.05, 0.01, 0.09)
    facts["classes"][0]["rates"]["sensitivity"] = _pair(0.9, 0.7, -0.3, -0.1)

    assert _told(facts) == (NOT_RECOMMENDED, ["sensitivity-lost", "auc-better"])


def test_a_rare_class_of_several_decides_nothing_and_is_named():
    facts = _facts()
    rare = copy.deepcopy(facts["classes"][0]) | {"name": "hernia", "positives": 3,
                                                 "is_judged": False}  # fmt: skip
    rare["rates"]["sensitivity"] = _pair(1.0, 0.0, -1.0, -0.2)
    facts["classes"].append(rare)

    assert _told(facts) == (NO_DIFFERENCE, ["class-not-judged"])


FIGURES = {
    "class": "hernia", "value": -0.1, "low": -0.2, "high": -0.01, "old": 0.5, "new": 0.4,
    "cases": 8, "images": 5, "patients": 4, "positives": 3, "negatives": 9, "error": 0.01,
    "limit": 0.001, "attribute": "sex", "group": "F", "only_new_right": 3, "only_old_right": 2,
    "p": 0.04,
}  # fmt: skip


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.code)
def test_every_criterion_and_its_reason_have_words(criterion):
    assert criterion_words(criterion).endswith(".")
    told = reason_words(Reason(criterion.code, criterion.effect, FIGURES))
    assert told.endswith(".")
    assert "{" not in told


def test_codes_are_given_once():
    codes = [criterion.code for criterion in CRITERIA]

    assert len(set(codes)) == len(codes)
