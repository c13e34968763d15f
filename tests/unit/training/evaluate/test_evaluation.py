"""The whole evaluation: points, what is undefined, warnings, subgroups, speed of the bootstrap."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InvalidOutput
from training.config.sections import EvaluationSection
from training.data.sample import Sample
from training.data.task import Task
from training.evaluate import choose_points, evaluate, headline, without_curves
from training.evaluate.subgroups import age_group

SECTION = EvaluationSection(rounds=100)
COVID = Task("binary", ("covid",), ("covid-19",), "no covid-19")
FINDINGS = Task("multilabel", ("A", "B"), ("a", "b"))


def _samples(count: int, **facts) -> tuple[Sample, ...]:
    return tuple(Sample(Path(f"{i}.png"), (), f"p{i}", "test", **facts) for i in range(count))


def _point(threshold: float, name: str = "balanced") -> dict:
    return {"name": name, "threshold": threshold, "source": "a test"}


def _scores(count: int = 200, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    targets = (random.random((count, 1)) < 0.4).astype(np.float64)
    return 1 / (1 + np.exp(-random.normal(3 * targets - 1.5, 1.5))), targets


def test_an_accuracy_of_99_percent_with_nothing_found_is_said_first():
    # One of 182 images is ill and not called: accuracy 0.9945, sensitivity 0.
    targets = np.zeros((182, 1))
    targets[0] = 1.0
    found = evaluate(
        COVID, np.full((182, 1), 0.01), targets, _samples(182), [[_point(0.5)]], SECTION
    )

    assert found["overall"]["accuracy"]["value"] == pytest.approx(0.9945, abs=1e-4)
    assert found["overall"]["sensitivity"]["value"] == 0.0
    assert found["overall"]["ppv"] == {
        "value": None, "low": None, "high": None, "reason": "no image is called positive",
    }  # fmt: skip
    assert found["warnings"][0].startswith("Not one of the 1 images with covid-19 is found")
    assert "0.9945" in found["warnings"][0]
    assert any("no better than always" in line for line in found["warnings"])
    assert any("Only 1 images with covid-19" in line for line in found["warnings"])


def test_a_good_classifier_gets_no_warning():
    targets = np.repeat([[0.0], [1.0]], 50, axis=0)
    probabilities = np.where(targets > 0.5, 0.9, 0.1)
    found = evaluate(COVID, probabilities, targets, _samples(100), [[_point(0.5)]], SECTION)

    assert found["warnings"] == []
    assert headline(found)["value"] == 1.0


def test_a_set_without_the_finding_has_undefined_figures_and_says_so():
    found = evaluate(
        COVID, np.full((20, 1), 0.3), np.zeros((20, 1)), _samples(20), [[_point(0.5)]], SECTION
    )

    assert found["overall"]["roc_auc"]["value"] is None
    assert found["overall"]["sensitivity"]["reason"] == "no image has the finding"
    assert found["overall"]["specificity"]["value"] == 1.0
    assert found["curves"][0]["roc"] is None
    assert any("No image with covid-19" in line for line in found["warnings"])


def test_the_result_is_json_without_nan():
    probabilities, targets = _scores()
    points = choose_points(probabilities, targets, SECTION)
    found = evaluate(COVID, probabilities, targets, _samples(200), points, SECTION)

    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert "curves" not in without_curves(found)


def test_two_evaluations_of_the_same_are_the_same():
    probabilities, targets = _scores()
    first, again = (
        evaluate(COVID, probabilities, targets, _samples(200), [[_point(0.5)]], SECTION, seed=4)
        for _ in range(2)
    )

    assert first == again


def test_at_the_threshold_counts_as_called():
    probabilities, targets = (
        np.array([[0.1], [0.5], [0.5], [0.9]]),
        np.array([[0], [0], [1], [1.0]]),
    )
    found = evaluate(COVID, probabilities, targets, _samples(4), [[_point(0.5)]], SECTION)

    assert found["overall"]["sensitivity"]["value"] == 1.0
    assert found["overall"]["specificity"]["value"] == 0.5
    assert found["confusion"]["rows"] == [[1, 1], [0, 2]]


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1.5, -0.1])
def test_probabilities_that_are_none_are_refused(bad):
    with pytest.raises(InvalidOutput):
        evaluate(COVID, np.array([[0.5], [bad]]), np.zeros((2, 1)), _samples(2), [[]], SECTION)


def test_every_figure_of_many_images_with_a_bootstrap_holds_its_value():
    probabilities, targets = _scores(400)
    points = choose_points(probabilities, targets, SECTION)
    found = evaluate(COVID, probabilities, targets, _samples(400), points, SECTION)

    for name, value in found["overall"].items():
        assert value["low"] <= value["value"] <= value["high"], name


def test_points_keep_what_they_promise_and_are_the_best_that_do():
    probabilities, targets = _scores(500)
    scores, ill = probabilities[:, 0], targets[:, 0] > 0.5
    (points,) = choose_points(probabilities, targets, SECTION)
    by_name = {point["name"]: point for point in points}
    every = np.concatenate([[0.0], np.unique(scores)])

    def rates(threshold: float) -> tuple[float, float]:
        return float((scores[ill] >= threshold).mean()), float((scores[~ill] < threshold).mean())

    assert list(by_name) == ["balanced", "sensitive", "specific"]
    for point in points:
        assert rates(point["threshold"]) == (
            pytest.approx(point["sensitivity"]), pytest.approx(point["specificity"]),
        )  # fmt: skip
    assert by_name["sensitive"]["sensitivity"] >= 0.95
    assert by_name["specific"]["specificity"] >= 0.95
    best = max(r[1] for t in every if (r := rates(t))[0] >= 0.95)
    assert by_name["sensitive"]["specificity"] == pytest.approx(best)
    best = max(r[0] for t in every if (r := rates(t))[1] >= 0.95)
    assert by_name["specific"]["sensitivity"] == pytest.approx(best)
    best = max(sum(rates(t)) for t in every)
    assert by_name["balanced"]["sensitivity"] + by_name["balanced"]["specificity"] == (
        pytest.approx(best)
    )


def test_the_threshold_lies_in_the_middle_of_what_it_separates():
    (points,) = choose_points(
        np.array([[0.1], [0.2], [0.6], [0.9]]), np.array([[0.0], [0], [1], [1]]), SECTION
    )

    assert [point["threshold"] for point in points] == pytest.approx([0.4, 0.4, 0.4])


def test_a_class_that_validation_lacks_has_no_point_and_is_named():
    targets = np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 0.0], [0.0, 0.0]])
    probabilities = np.array([[0.9, 0.1], [0.2, 0.2], [0.8, 0.3], [0.1, 0.1]])
    points = choose_points(probabilities, targets, SECTION)
    found = evaluate(FINDINGS, probabilities, targets, _samples(4), points, SECTION)

    assert points[1] == []
    assert any(line.startswith("b has no operating point") for line in found["warnings"])
    assert found["overall"]["sensitivity_macro"]["value"] == 1.0


def test_no_specific_point_is_invented_where_healthy_images_score_1():
    (points,) = choose_points(np.array([[1.0], [1.0]]), np.array([[1.0], [0.0]]), SECTION)

    assert "specific" not in [point["name"] for point in points]


def test_a_subgroup_that_is_missed_is_seen_and_said():
    # AP: 40 ill images, none found. PA: 40 of 40.
    samples = _samples(80, view="PA") + _samples(80, view="AP")
    samples = tuple(
        Sample(s.path, (), f"{s.view}{s.patient_id}", "test", view=s.view) for s in samples
    )
    targets = np.tile(np.repeat([[1.0], [0.0]], 40, axis=0), (2, 1))
    probabilities = np.full((160, 1), 0.1)
    probabilities[:40] = 0.9
    found = evaluate(COVID, probabilities, targets, samples, [[_point(0.5)]], SECTION)
    views = {group["value"]: group for group in found["subgroups"]}

    assert views["AP"]["classes"][0]["figures"]["sensitivity"]["value"] == 0.0
    assert views["PA"]["classes"][0]["figures"]["sensitivity"]["value"] == 1.0
    assert any("sensitivity differs by view: AP" in line for line in found["warnings"])


def test_an_attribute_nobody_knows_makes_no_subgroups():
    probabilities, targets = _scores(50)
    found = evaluate(COVID, probabilities, targets, _samples(50), [[_point(0.5)]], SECTION)

    assert found["subgroups"] == []


@pytest.mark.parametrize(
    ("age", "group"),
    [(None, "not known"), (0.5, "under 18 years"), (18.0, "18 to 39 years"),
     (59.9, "40 to 59 years"), (75.0, "75 years and older")],
)  # fmt: skip
def test_ages_are_grouped(age, group):
    assert age_group(age) == group


def test_the_sweep_goes_from_calling_all_to_calling_none():
    probabilities, targets = np.array([[0.3], [0.6]]), np.array([[0.0], [1.0]])
    found = evaluate(COVID, probabilities, targets, _samples(2), [[_point(0.5)]], SECTION)
    sweep = found["curves"][0]["sweep"]

    assert sweep[0] == {
        "threshold": 0.01, "called": 2, "sensitivity": 1.0, "specificity": 0.0, "ppv": 0.5,
        "npv": None, "f1": pytest.approx(2 / 3), "accuracy": 0.5, "mcc": None,
    }  # fmt: skip
    assert sweep[-1]["called"] == 0
    assert sweep[-1]["ppv"] is None
