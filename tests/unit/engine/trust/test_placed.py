"""Where a map lies, in words: inside, elsewhere, outside the lungs; and apart from it its truth."""

import pytest

from engine.trust.figure import Figure, Light
from engine.trust.panel import ELSEWHERE, Panel
from engine.trust.placed import placed_figures


def lights(located):
    return {figure.metric: figure.light for figure in placed_figures(located)}


@pytest.mark.parametrize(
    ("mass", "light"),
    [(0.5, Light.GOOD), (0.16, Light.GOOD), (0.12, Light.DOUBTFUL), (0.1, Light.BAD),
     (0.0, Light.BAD), (None, Light.BAD)],
)  # fmt: skip
def test_the_share_in_the_finding_beside_that_of_an_even_map(mass, light):
    located = {"relevance_mass": mass, "finding_area": 0.1, "auc": 0.9}
    figures = {figure.metric: figure for figure in placed_figures(located)}

    assert figures["relevance-mass"].light is light
    assert figures["relevance-mass"].control == 0.1
    assert figures["location-auc"].light is Light.GOOD
    assert "outside-lungs" not in figures


@pytest.mark.parametrize(
    ("outside", "light"),
    [(0.1, Light.GOOD), (0.35, Light.GOOD), (0.6, Light.DOUBTFUL), (0.7, Light.BAD),
     (None, Light.NONE)],
)  # fmt: skip
def test_the_share_outside_the_lungs(outside, light):
    assert lights({"mass_outside_organ": outside, "area_outside_organ": 0.7}) == {
        "outside-lungs": light
    }


@pytest.mark.parametrize(
    ("located", "word"),
    [
        ({"mass_outside_organ": 0.8, "area_outside_organ": 0.78}, "does not prefer the lungs"),
        ({"mass_outside_organ": 0.9, "area_outside_organ": 0.78}, "avoids the lungs"),
        ({"relevance_mass": 0.09, "finding_area": 0.1, "auc": 0.5}, "does not prefer the finding"),
        ({"relevance_mass": 0.04, "finding_area": 0.1, "auc": 0.5}, "lies elsewhere"),
    ],
)
def test_a_map_like_an_even_one_is_not_said_to_avoid_a_place(located, word):
    first = placed_figures(located)[0]

    assert first.light is Light.BAD
    assert word in first.sentence


def test_nothing_known_nothing_told():
    assert placed_figures({}) == ()


def test_a_true_map_of_a_wrong_reason_is_told_as_both():
    test = Figure("deletion", "d", 0.1, 0.5, "c", False, Light.GOOD, "s")
    (place,) = placed_figures({"mass_outside_organ": 0.9, "area_outside_organ": 0.7})

    plain, told = Panel((test,), 1), Panel((place, test), 1)
    assert plain.light is told.light is Light.GOOD
    assert told.sentence == f"{plain.sentence} {ELSEWHERE}"
