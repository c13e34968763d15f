"""Figures of explanations beside the package Quantus, where it is right; where not, that is shown.

Quantus is installed by hand for these tests and is no part of the product. Measured on maps of a
picture that is not square, and on a linear network whose answers are known.
"""

import warnings

import numpy as np
import pytest

from engine.explain.gradient import InputXGradient
from engine.progress import finish
from engine.trust import curves, located, road, subsets, sums
from engine.trust.case import case_of
from engine.trust.effort import Effort
from engine.trust.similarity import spearman
from tests.support.linear import ask, explain, linear_model

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own imports
    quantus = pytest.importorskip("quantus", reason="Quantus is installed by hand")

HEIGHT, WIDTH = 12, 18
PLAIN = {"disable_warnings": True, "normalise": False}


@pytest.fixture
def maps():
    random = np.random.default_rng(6)
    mask = np.zeros((30, 44), bool)
    mask[4:15, 20:41] = True
    return random.normal(size=mask.shape) + 0.8 * mask, mask


@pytest.fixture
def case(tmp_path):
    """Of a linear network, whose contributions foretell everything."""
    random = np.random.default_rng(8)
    model = linear_model(tmp_path / "linear", 0.1 * random.normal(size=(1, HEIGHT, WIDTH)))
    picture = random.uniform(0.2, 1.0, (HEIGHT, WIDTH))
    picture[0, 0] = 0.0  # what Quantus calls black is the darkest pixel of the picture
    request = ask(model, picture)
    return case_of(InputXGradient(), request, explain(InputXGradient(), request))


class Logits:
    """A network behind the interface that Quantus asks."""

    def __init__(self, model):
        self.model = model

    def predict(self, x):
        return self.model.scores(x.astype(np.float32))[0]

    def shape_input(self, x, shape, **_):
        return x.reshape(shape)


def of_quantus(metric, values, mask=None):
    """Its figure of one map, against a mask or by itself."""
    inputs = {"x_batch": np.zeros((1, 1, *values.shape)), "a_batch": values[None, None].copy()}
    if mask is not None:
        inputs["s_batch"] = mask[None, None].copy()
    return float(metric.evaluate_batch(**inputs)[0])


def asked(metric, case, values=None):
    """Its figure of one map of the linear network."""
    values = case.importance if values is None else values
    return metric.evaluate_batch(
        model=Logits(case.request.model),
        x_batch=case.request.tensor.astype(np.float64),
        y_batch=np.array([0]),
        a_batch=values[None, None].copy(),
    )[0]


def test_relevance_mass_of_maps_without_a_negative_part(maps):
    values, mask = np.maximum(maps[0], 0.0), maps[1]
    theirs = of_quantus(quantus.RelevanceMassAccuracy(**PLAIN), values, mask)

    assert located.relevance_mass(values, mask) == pytest.approx(theirs, rel=1e-6)


def test_relevance_mass_of_signed_maps_is_a_share_here_and_more_than_one_there(maps):
    """Quantus lets negative relevance outside make room for more than all of it inside."""
    _, mask = maps
    values = np.where(mask, 1.0, -0.2)

    assert of_quantus(quantus.RelevanceMassAccuracy(**PLAIN), values, mask) > 1.0
    assert located.relevance_mass(values, mask) == 1.0


def test_relevance_rank(maps):
    theirs = of_quantus(quantus.RelevanceRankAccuracy(**PLAIN), *maps)
    assert located.relevance_rank(*maps) == pytest.approx(theirs)


def test_relevance_rank_of_an_even_map_does_not_depend_on_where_the_mask_lies(maps):
    """Of tied pixels Quantus takes those that its sort happens to put first."""
    even, mask = np.ones(maps[1].shape), maps[1]
    turned = mask[::-1, ::-1]
    theirs = [of_quantus(quantus.RelevanceRankAccuracy(**PLAIN), even, m) for m in (mask, turned)]
    ours = [located.relevance_rank(even, m) for m in (mask, turned)]

    assert ours == pytest.approx([mask.mean()] * 2)
    assert theirs != pytest.approx(ours)


def test_area_under_the_roc_curve(maps):
    theirs = of_quantus(quantus.AUC(**PLAIN), *maps)
    assert located.area_under_roc(*maps) == pytest.approx(theirs, abs=1e-9)


def test_the_pointing_game_agrees_unless_maxima_tie(maps):
    """A map of one value always wins Quantus's game; here it has the mask's share of the area."""
    values, mask = maps
    game = quantus.PointingGame(**PLAIN)
    for made in (values, -values, np.where(mask, 0.0, values)):
        assert located.pointing(made, mask) == of_quantus(game, made, mask)
    even = np.ones(mask.shape)
    assert of_quantus(game, even, mask) == 1.0
    assert located.pointing(even, mask) == pytest.approx(mask.mean())


def test_sparseness_and_complexity_of_magnitudes(maps):
    """Quantus wants magnitudes; it adds 1e-7 to each for the one, 1e-12 for the other."""
    values = np.abs(maps[0])

    theirs = of_quantus(quantus.Sparseness(**PLAIN), values)
    assert sums.gini(maps[0]) == pytest.approx(theirs, abs=1e-5)
    theirs = of_quantus(quantus.Complexity(**PLAIN), values)
    assert sums.entropy(maps[0]) == pytest.approx(theirs, abs=1e-5)


def test_rank_correlation(maps):
    one, other = maps[0], maps[0] ** 2
    theirs = quantus.similarity_func.correlation_spearman(one.ravel(), other.ravel())
    assert spearman(one, other) == pytest.approx(theirs)


def test_the_points_of_a_deletion_curve(case):
    effort = Effort(HEIGHT * WIDTH // 6, 0, 0, 6, 0, 0, (), ())
    deletion = finish(curves.run(case, effort))[0]
    metric = quantus.PixelFlipping(features_in_step=6, perturb_baseline="black", **PLAIN)
    theirs = asked(metric, case)

    # Quantus's curve begins after the first removal; ours with the whole picture.
    assert deletion.details["logits"][1:] == pytest.approx(theirs, abs=1e-4)


def test_contributions_of_a_linear_network_foretell_random_subsets_in_both(case):
    metric = quantus.FaithfulnessCorrelation(
        nr_runs=20, subset_size=30, perturb_baseline="black", **PLAIN
    )
    assert asked(metric, case) == pytest.approx(1.0, abs=1e-4)
    assert asked(metric, case, -case.importance) == pytest.approx(-1.0, abs=1e-4)
    sets = subsets.random_sets(54, 40, 0)
    cells = subsets.cells_of((HEIGHT, WIDTH), 9)
    own = subsets.cell_sums(case.importance, cells)
    answers = subsets.Answers(sets, sets.sum(axis=1), sets @ own)
    assert subsets.sensitivity_n(own, answers) == pytest.approx(1.0)


def test_what_is_imputed_into_holes():
    random = np.random.default_rng(2)
    planes, removed = random.uniform(size=(2, 15, 22)), random.uniform(size=(15, 22)) < 0.4
    removed[0, 0] = removed[-1, -1] = True
    theirs = quantus.perturb_func.noisy_linear_imputation(
        planes.copy(), np.flatnonzero(removed.ravel()), noise=0.0
    )

    np.testing.assert_allclose(road.imputed(planes, removed), theirs, atol=1e-12)


def test_completeness_is_a_gap_here_and_all_or_nothing_there(case):
    """Quantus asks whether two floating-point numbers are equal; an exact sum fails by rounding."""
    is_complete = asked(quantus.Completeness(perturb_baseline="black", **PLAIN), case)
    whole, bare = (
        float(case.request.model.scores(x)[0][0, 0])
        for x in (case.request.tensor, np.zeros_like(case.request.tensor))
    )

    assert not is_complete
    assert case.importance.sum() == pytest.approx(whole - bare, rel=1e-4)
