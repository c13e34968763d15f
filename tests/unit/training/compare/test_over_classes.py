"""Several classes: means over those with images enough."""

from pathlib import Path

import numpy as np
import pytest

from training.compare.cases import differing_cases
from training.compare.class_pair import Pair, compare_class
from training.compare.over_classes import mean_figures
from training.data.sample import Sample
from training.evaluate.resampling import Patients

POINT = {"name": "balanced", "threshold": 0.5}


def _pair(name: str, ill: np.ndarray, seed: int) -> Pair:
    random = np.random.default_rng(seed)
    old, new = (np.clip(0.3 + 0.3 * ill + random.normal(0, 0.2, len(ill)), 0, 1) for _ in range(2))
    return Pair(name, old, new, ill, POINT, POINT)


@pytest.fixture
def pairs() -> list[Pair]:
    number = np.arange(120)
    return [_pair("often", number % 2 == 0, 1), _pair("also", number % 3 == 0, 2),
            _pair("rare", number < 5, 3)]  # fmt: skip


def test_means_are_those_of_the_classes_that_are_judged(pairs):
    patients = Patients(np.arange(120), 200, 0)
    classes = [compare_class(pair, patients) for pair in pairs]
    found = mean_figures(pairs, patients)

    assert [entry["is_judged"] for entry in classes] == [True, True, False]
    for name in ("roc_auc", "brier", "ece"):
        for side in ("old", "new", "difference"):
            each = [entry["figures"][name][side]["value"] for entry in classes[:2]]
            assert found[name][side]["value"] == pytest.approx(np.mean(each))


def test_the_interval_of_the_mean_is_narrower_than_that_of_a_class(pairs):
    patients = Patients(np.arange(120), 800, 0)
    alone = compare_class(pairs[0], patients)["figures"]["roc_auc"]["difference"]
    mean = mean_figures(pairs, patients)["roc_auc"]["difference"]

    assert mean["high"] - mean["low"] < alone["high"] - alone["low"]


def test_cases_come_with_their_class_the_greatest_change_first(pairs):
    samples = [Sample(Path(f"{n}.png"), (), str(n)) for n in range(120)]
    cases = differing_cases(pairs, samples)
    changed = [case for case in cases if case["kind"] != "moved"]
    sizes = [abs(case["new"] - case["old"]) for case in changed]

    assert {case["class"] for case in cases} == {"often", "also", "rare"}
    assert sizes == sorted(sizes, reverse=True)
    assert all((case["old_call"] != case["new_call"]) for case in changed)
