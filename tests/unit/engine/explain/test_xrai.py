"""XRAI: regions ranked by the attribution they add, with sums kept."""

import numpy as np
import pytest

from engine.explain.segments import segments_at_scales
from engine.explain.xrai import Regions, Xrai
from tests.support.linear import ask, explain, linear_model, steps_of

ALGORITHMS = ("full", "fast")


@pytest.fixture
def quarters():
    """Four quarters of a 20 x 30 picture, and its left half."""
    masks = np.zeros((5, 20, 30), dtype=bool)
    masks[0, :10, :15] = masks[1, :10, 15:] = masks[2, 10:, :15] = masks[3, 10:, 15:] = True
    masks[4, :, :15] = True
    return masks


@pytest.fixture
def scattered():
    rng = np.random.default_rng(0)
    masks = np.zeros((40, 20, 30), dtype=bool)
    for mask in masks:
        top, left = rng.integers(0, 15), rng.integers(0, 24)
        mask[top : top + rng.integers(3, 9), left : left + rng.integers(3, 9)] = True
    return rng.normal(size=(20, 30)), masks


def _chosen(values, masks, algorithm="full", fewest=1, area=1.0):
    regions = Regions(values, masks, fewest)
    choose = regions.choose_fast if algorithm == "fast" else regions.choose
    list(choose(area))
    return regions


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_the_segment_that_holds_the_attribution_comes_first(quarters, algorithm):
    values = np.zeros((20, 30))
    values[12:18, 20:25] = 1.0

    regions = _chosen(values, quarters, algorithm)

    assert regions.chosen[0] == 3
    expected = np.zeros((20, 30))
    expected[10:, 15:] = 30 / 150
    np.testing.assert_allclose(regions.map(), expected, atol=1e-12)


def test_the_greedy_choice_is_that_of_the_definition(scattered):
    values, masks = scattered
    regions = _chosen(values, masks, fewest=3)

    covered, expected, order = np.zeros((20, 30), bool), np.zeros((20, 30)), []
    while True:
        new = masks & ~covered
        gains = [values[n].mean() if n.sum() >= 3 else -np.inf for n in new]
        best = int(np.argmax(gains))
        if gains[best] == -np.inf:
            break
        expected[new[best]], order = gains[best], [*order, best]
        covered |= masks[best]
    expected[~covered] = values[~covered].mean()
    assert regions.chosen == order
    np.testing.assert_allclose(regions.map(), expected, atol=1e-12)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("area", [0.3, 1.0])
def test_the_total_is_kept_also_where_nothing_was_chosen(scattered, algorithm, area):
    values, masks = scattered

    regions = _chosen(values, masks, algorithm, fewest=5, area=area)

    assert not regions.covered.all()
    assert regions.map().sum() == pytest.approx(values.sum(), abs=1e-9)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_scaling_the_attributions_scales_the_map_and_keeps_the_order(scattered, algorithm):
    values, masks = scattered

    once, scaled = (_chosen(factor * values, masks, algorithm) for factor in (1.0, 7.0))

    assert once.chosen == scaled.chosen
    np.testing.assert_allclose(scaled.map(), 7 * once.map(), atol=1e-12)


def test_the_chosen_area_stops_at_what_was_asked(quarters):
    values = np.zeros((20, 30))
    values[:10, :15] = 2.0
    values[:10, 15:] = 1.0

    assert _chosen(values, quarters, area=0.2).chosen == [0]
    assert _chosen(values, quarters, area=0.3).chosen == [0, 1]


def test_segments_follow_the_picture_and_overlap_by_their_growth():
    picture = np.zeros((112, 56), np.float32)
    picture[:, 28:] = 1.0

    scales = list(segments_at_scales(picture))

    assert len(scales) == 6
    for masks in scales:
        assert masks.any(axis=0).all()
        # Nothing spans the border between dark and bright; grown segments share pixels.
        assert not (masks[:, :, 10].any(axis=1) & masks[:, :, 46].any(axis=1)).any()
        assert masks.sum(axis=0).max() >= 2


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_bright_square_of_a_linear_score_stands_out_and_the_sum_is_the_scores_change(
    tmp_path, algorithm
):
    weights = np.zeros((2, 60, 90))
    weights[0, 20:40, 50:75] = 0.01
    model = linear_model(tmp_path / "linear", weights)
    picture = np.full((60, 90), 0.2)
    picture[20:40, 50:75] = 0.9

    explanation = explain(Xrai(), ask(model, picture, algorithm=algorithm, steps=2))

    # Means of the changes from black, 0.9, and from white, -0.1.
    assert explanation.map.sum() == pytest.approx(0.01 * 500 * (0.9 - 0.1) / 2, rel=1e-4)
    assert explanation.completeness_error < 1e-4
    row, column = np.unravel_index(explanation.map.argmax(), explanation.map.shape)
    assert 20 <= row < 40
    assert 50 <= column < 75
    assert explanation.map[30, 62] > 10 * abs(explanation.map[5, 5])


def test_passes_are_exact_and_maps_come_on_the_way(tmp_path):
    model = linear_model(tmp_path / "linear", np.ones((1, 16, 16)))
    request = ask(model, np.random.default_rng(1).random((16, 16)), steps=5)

    steps = steps_of(Xrai(), request)

    assert steps[-1].result.passes == Xrai().passes(request) == 2 * (2 * 5 + 3)
    assert any(step.partial is not None for step in steps)


def test_a_flat_picture_is_one_region(tmp_path):
    model = linear_model(tmp_path / "linear", np.ones((1, 16, 16)))

    flat = explain(Xrai(), ask(model, np.full((16, 16), 0.7), steps=2))

    np.testing.assert_allclose(flat.map, flat.map[0, 0])
    assert np.isfinite(flat.map).all()
