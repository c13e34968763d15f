"""What every metric must be where it can be worked out by hand: mostly on a linear network."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit

from engine.explain.gradient import InputXGradient
from engine.explain.integrated_gradients import IntegratedGradients
from engine.progress import finish
from engine.trust import confidence, curves, road, subsets, sums
from engine.trust.against import AgainstChance
from engine.trust.case import Scores, case_of, order_of
from engine.trust.effort import Effort
from engine.trust.figure import Light
from tests.support.linear import BIAS, ask, explain, linear_model

HEIGHT, WIDTH = 12, 18  # not square: swapped axes must show
SMALL = Effort(
    steps=HEIGHT * WIDTH, draws=6, subsets=80, cells=9, perturbations=3, cuts=2,
    percentages=(20, 50), thresholds=(50, 90),
)  # fmt: skip


@pytest.fixture
def weights():
    """Positive in one corner, zero elsewhere: removing anything can only lower the score."""
    made = np.zeros((1, HEIGHT, WIDTH))
    made[0, 1:4, 11:17] = np.random.default_rng(2).uniform(0.1, 0.4, (3, 6))
    return made


@pytest.fixture
def case(tmp_path, weights):
    model = linear_model(tmp_path / "linear", weights)
    request = ask(model, np.ones((HEIGHT, WIDTH)))
    method = InputXGradient()
    return case_of(method, request, explain(method, request))


def explanation_with(explanation, made):
    return replace(explanation, map=made)


def figures(work):
    return {figure.metric: figure for figure in finish(work)}


def test_removing_the_heaviest_of_four_first_gives_three_eighths():
    # f = 4a + 3b + 2c + d over 10, all ones, removed to zero: 1, .6, .3, .1, 0.
    assert curves.area(np.array([1.0, 0.6, 0.3, 0.1, 0.0])) == pytest.approx(0.375)
    assert curves.area(np.array([1.0, 0.9, 0.7, 0.4, 0.0])) == pytest.approx(0.625)


def test_pixels_are_taken_from_the_most_important_on_and_all_in_the_end():
    values = np.array([[0.3, -1.0], [0.9, 0.1], [0.5, 0.2]])
    order = order_of(values, (0,))
    masks = curves.masks_of(order, (3, 2), 6)

    assert order.tolist() == [2, 4, 0, 5, 3, 1]
    assert masks.sum(axis=(1, 2)).tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert masks[1].tolist() == [[False, False], [True, False], [False, False]]


def test_equal_pixels_are_taken_at_random_not_row_by_row():
    order = order_of(np.ones((20, 20)), (0,))
    assert abs(np.corrcoef(order, np.arange(400))[0, 1]) < 0.2


def test_the_curves_of_a_linear_network_are_the_sums_of_its_weights(case, weights):
    found = figures(curves.run(case, SMALL))

    heavy = np.sort(weights.ravel())[::-1]
    left = weights.sum() - np.concatenate([[0.0], np.cumsum(heavy)]) + BIAS
    assert found["deletion"].details["logits"] == pytest.approx(left, abs=1e-4)
    assert found["deletion"].value == pytest.approx(curves.area(expit(left)), abs=1e-5)
    assert found["deletion"].light is Light.GOOD
    # A picture of ones is blurred to itself: inserting changes nothing, whatever the order.
    assert found["insertion"].light is Light.NONE
    assert "hardly reacts" in found["insertion"].sentence


@pytest.mark.parametrize("count", [2, 10])
def test_what_passes_tells_how_many_shuffled_maps_it_beat(count):
    test = AgainstChance("m", "name", higher_is_better=True, meaning="It is more")
    found = test.figure(0.9, [0.1] * count, {})

    assert found.light is Light.GOOD
    assert f"All {count} shuffled maps were beaten." in found.sentence


def test_a_map_turned_round_is_worse_than_chance(case):
    turned = case_of(
        case.method, case.request, explanation_with(case.explanation, -case.explanation.map)
    )
    found = figures(curves.run(turned, SMALL))

    assert found["deletion"].light is Light.BAD
    assert found["deletion"].value > found["deletion"].control


def test_a_linear_network_is_foretold_exactly_by_its_contributions(tmp_path):
    random = np.random.default_rng(8)
    model = linear_model(tmp_path / "signed", random.normal(size=(1, HEIGHT, WIDTH)))
    picture = random.uniform(size=(HEIGHT, WIDTH))
    request = ask(model, picture, baseline="mean")
    case = case_of(IntegratedGradients(), request, explain(IntegratedGradients(), request))
    found = figures(subsets.run(case, SMALL))

    assert found["sensitivity-n"].value == pytest.approx(1.0, abs=1e-4)
    assert found["infidelity"].value == pytest.approx(0.0, abs=1e-4)
    assert found["sensitivity-n"].light is found["infidelity"].light is Light.GOOD

    against = case_of(
        case.method, request, explanation_with(case.explanation, -case.explanation.map)
    )
    opposite = figures(subsets.run(against, SMALL))
    assert opposite["sensitivity-n"].value == pytest.approx(-1.0, abs=1e-4)
    assert opposite["infidelity"].value == pytest.approx(1.0, abs=1e-6)  # no negative factor helps
    assert opposite["sensitivity-n"].light is Light.BAD


def test_the_standard_error_foretells_how_draws_differ():
    random = np.random.default_rng(5)
    weights, sums = random.normal(size=81), random.normal(size=81)
    found, stated = [], []
    for draw in range(60):
        sets = subsets.random_sets(81, 100, draw)
        answers = subsets.Answers(sets, sets.sum(axis=1), sets @ (weights + sums))
        found.append(subsets.infidelity(sums, answers))
        stated.append(subsets.standard_error(subsets.infidelity, sums, answers))

    assert np.mean(stated) == pytest.approx(np.std(found), rel=0.35)


def test_cells_cover_a_picture_that_is_not_square():
    cells = subsets.cells_of((HEIGHT, WIDTH), 9)

    assert cells.max() + 1 == 6 * 9
    assert np.bincount(cells.ravel()).tolist() == [4] * 54
    np.testing.assert_allclose(subsets.cell_sums(np.ones((HEIGHT, WIDTH)), cells), 4.0)


def test_gini_and_entropy_at_their_ends():
    even, single = np.full(50, -0.3), np.zeros(50)
    single[7] = 2.0

    assert sums.gini(even) == pytest.approx(0.0, abs=1e-12)
    assert sums.gini(single) == pytest.approx(1 - 1 / 50)
    assert sums.entropy(even) == pytest.approx(np.log(50))
    assert sums.entropy(single) == pytest.approx(0.0)
    assert sums.gini(np.zeros(4)) is sums.entropy(np.zeros(4)) is None


def test_gini_is_the_mean_difference_of_pairs():
    values = np.random.default_rng(1).exponential(size=40)
    pairs = np.abs(values[:, None] - values[None, :]).mean()
    assert sums.gini(values) == pytest.approx(pairs / (2 * values.mean()))


def test_keeping_all_drops_nothing_and_keeping_nothing_drops_to_black(case):
    whole = case_of(
        case.method, case.request,
        explanation_with(case.explanation, np.ones((HEIGHT, WIDTH), np.float32)),
    )  # fmt: skip
    none = case_of(
        case.method, case.request,
        explanation_with(case.explanation, -np.ones((HEIGHT, WIDTH), np.float32)),
    )  # fmt: skip
    logit = float(case.scorer(case.request.tensor).logits[0])
    share = 1.0 - expit(BIAS) / expit(logit)

    kept = figures(confidence.run(whole, SMALL))
    assert kept["drop"].value == 0.0
    assert kept["drop-hidden"].value == pytest.approx(share, abs=1e-6)
    hidden = figures(confidence.run(none, SMALL))
    assert hidden["drop"].value == pytest.approx(share, abs=1e-6)
    assert hidden["drop-hidden"].value == 0.0
    assert not hidden["drop"].details["is_increase"]


def test_masks_of_the_darkening_and_zeroing_variants_by_hand():
    values = np.array([[0.0, 1.0, 2.0], [4.0, -3.0, 3.6]])
    masks = confidence.keeping_masks(values, (50, 90))

    np.testing.assert_allclose(masks[0], [[0, 0.25, 0.5], [1, 0, 0.9]])
    np.testing.assert_array_equal(masks[1], [[0, 0, 1], [1, 0, 1]])
    np.testing.assert_array_equal(masks[2], [[0, 0, 0], [1, 0, 1]])


def test_drop_and_increase_of_probabilities_and_logits():
    own, kept, hidden = (
        Scores(np.array([z]), np.array([p])) for z, p in ((1.0, 0.8), (0.5, 0.6), (2.0, 0.9))
    )
    found = confidence.confidence(own, kept, hidden)

    assert found["drop"] == pytest.approx(0.25)
    assert found["drop_absolute"] == pytest.approx(0.2)
    assert found["drop_logit"] == pytest.approx(0.5)
    assert not found["is_increase"]
    assert found["drop_hidden"] == 0.0
    assert confidence.confidence(own, hidden, kept)["is_increase"]


def test_road_continues_a_ramp_exactly_into_the_hole():
    across, down = np.meshgrid(np.arange(30.0), np.arange(20.0))
    planes = np.stack([2.0 * across - 3.0 * down, across + down])
    removed = np.zeros((20, 30), bool)
    removed[4:13, 7:21] = True
    removed[15, 3] = True

    filled = road.imputed(np.where(removed, 99.0, planes), removed)

    np.testing.assert_allclose(filled, planes, atol=1e-9)


@pytest.mark.parametrize("widest", [0, 1000])
def test_both_ways_of_solving_reach_the_same(widest, monkeypatch):
    random = np.random.default_rng(3)
    planes, removed = random.uniform(size=(2, 40, 30)), random.uniform(size=(40, 30)) < 0.6
    expected = road.imputed(planes, removed)
    monkeypatch.setattr(road, "_WIDEST_BAND", widest)

    np.testing.assert_allclose(road.imputed(planes, removed), expected, atol=1e-10)


def test_road_fills_holes_at_the_edge_and_whole_pictures():
    planes = np.full((1, 8, 9), 0.7)
    removed = np.zeros((8, 9), bool)
    removed[:3, :] = True

    np.testing.assert_allclose(road.imputed(np.where(removed, 5.0, planes), removed), 0.7)
    np.testing.assert_allclose(road.imputed(planes, np.ones((8, 9), bool)), 0.7)


def test_road_prefers_the_true_map(tmp_path):
    random = np.random.default_rng(4)
    weights = np.zeros((1, 24, 30))
    weights[0, 3:9, 15:25] = 0.2
    model = linear_model(tmp_path / "lesion", weights)
    picture = np.full((24, 30), 0.2)
    picture[4:8, 16:24] = 0.9  # bright where the weights lie
    request = ask(model, picture + random.uniform(0, 0.05, picture.shape))
    case = case_of(InputXGradient(), request, explain(InputXGradient(), request))

    (figure,) = finish(road.run(case, SMALL))
    assert figure.light is Light.GOOD
    assert figure.value > 0.02
    assert abs(figure.control) < 0.001
