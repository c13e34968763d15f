"""Figures over many images: means by hand, intervals that cover, rankings, verdicts."""

from dataclasses import replace

import numpy as np
import pytest

from engine.explain.gradient import InputXGradient
from engine.trust.survey import (
    PERCENTS,
    Reliability,
    Thresholds,
    Truth,
    Verdict,
    located_figures,
    looks_right,
    mean_of,
    ranking,
    reliability_of,
    summary_of,
    verdict_of,
)
from tests.support.linear import ask, explain, linear_model

HEIGHT, WIDTH = 20, 32


@pytest.fixture
def explanation(tmp_path):
    """A map that is 1 in a box and 0 elsewhere."""
    weights = np.zeros((1, HEIGHT, WIDTH))
    weights[0, 4:10, 16:28] = 1.0
    model = linear_model(tmp_path / "box", weights)
    return explain(InputXGradient(), ask(model, np.ones((HEIGHT, WIDTH))))


def truth_at(rows, columns, **more):
    finding = np.zeros((HEIGHT, WIDTH), bool)
    finding[rows, columns] = True
    return Truth(finding, **more)


def test_a_map_on_its_finding_is_perfect(explanation):
    organ = np.zeros((HEIGHT, WIDTH), bool)
    organ[:, 8:] = True
    truth = truth_at(slice(4, 10), slice(16, 28), organ=organ)
    figures = located_figures(explanation, (HEIGHT, WIDTH), truth)

    perfect = {"hit_rate_1": 3.0, "hit_rate_2": 1.0, "pointing": 1.0, "relevance_mass": 1.0}
    for name, value in perfect.items():
        assert figures[name] == value, name
    assert figures["auc"] == pytest.approx(1.0)
    assert figures["mass_outside_organ"] == 0.0
    assert figures["coverage_difference"] == 1.0
    assert all(figures[f"iou_{percent}"] == 1.0 for percent in PERCENTS)
    assert looks_right(figures, Thresholds()) is True


def test_a_map_beside_its_finding_is_not(explanation):
    figures = located_figures(explanation, (HEIGHT, WIDTH), truth_at(slice(12, 18), slice(2, 10)))

    assert figures["relevance_mass"] == figures["pointing"] == figures["iou_50"] == 0.0
    assert figures["auc"] < 0.5
    assert looks_right(figures, Thresholds()) is False


def test_masks_of_another_size_and_images_that_are_not_square(explanation):
    small = truth_at(slice(4, 10), slice(16, 28))
    large = Truth(np.kron(small.finding, np.ones((3, 3), bool)))

    figures = located_figures(explanation, (HEIGHT, WIDTH), large)
    assert figures["pointing"] == 1.0
    assert figures["relevance_mass"] == pytest.approx(1.0, abs=0.15)  # bilinear edges
    swapped = Truth(small.finding.T.copy())
    assert located_figures(explanation, (HEIGHT, WIDTH), swapped)["relevance_mass"] < 0.6


def test_an_image_without_a_finding_has_no_location(explanation):
    empty = Truth(np.zeros((HEIGHT, WIDTH), bool))
    figures = located_figures(explanation, (HEIGHT, WIDTH), empty)

    assert "auc" not in figures
    assert looks_right(figures, Thresholds()) is None


def test_missing_figures_take_no_part_and_shift_nothing():
    rows = [{"a": 1.0, "b": 4.0}, {"a": None, "b": 6.0}, {"b": 8.0}, {"a": 3.0, "b": None}]
    found = summary_of(rows)

    assert (found["a"].mean, found["a"].images) == (2.0, 2)
    assert (found["b"].mean, found["b"].images) == (6.0, 3)
    assert mean_of([None, None]).mean is None


def test_intervals_cover_the_true_mean_about_as_often_as_they_say():
    random = np.random.default_rng(7)
    covered = 0
    for trial in range(200):
        found = mean_of(random.normal(size=60).tolist(), seed=trial)
        covered += found.low <= 0.0 <= found.high
    assert 180 <= covered <= 199


def test_ranking_puts_the_best_first_and_the_undefined_last():
    summaries = {
        name: {"auc": replace(mean_of([0.0]), mean=value)}
        for name, value in (("one", 0.6), ("two", None), ("three", 0.9))
    }
    assert ranking(summaries, "auc") == ["three", "one", "two"]
    assert ranking(summaries, "auc", higher_is_better=False) == ["one", "three", "two"]
    assert ranking(summaries, "unknown") == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("is_accurate", "is_right_place", "expected"),
    [
        (True, True, Verdict.TRUSTED),
        (True, False, Verdict.WRONG_REASON),
        (False, True, Verdict.RIGHT_PLACE),
        (False, False, Verdict.WRONG),
    ],
)
def test_the_first_diagram(is_accurate, is_right_place, expected):
    assert verdict_of(is_accurate=is_accurate, is_right_place=is_right_place) is expected


def test_the_second_diagram():
    limits = Thresholds(drop=0.3)
    found = [
        reliability_of(drop, is_right_place=place, limits=limits)
        for drop in (0.3, 0.31)
        for place in (True, False)
    ]
    assert found == [
        Reliability.BELIEVED, Reliability.SHORTCUT, Reliability.LUCKY, Reliability.NOTHING,
    ]  # fmt: skip
