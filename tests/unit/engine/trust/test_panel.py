"""The panel on little networks: what it says of true maps, edges and shuffled weights."""

from dataclasses import replace

import numpy as np
import pytest

from engine.explain.controls import RandomControl, SobelControl
from engine.explain.gradient import InputXGradient, Saliency
from engine.explain.rise import Rise
from engine.inference.shuffled import shuffled_model, weighted_nodes
from engine.progress import finish
from engine.trust import randomisation, stability
from engine.trust.case import case_of
from engine.trust.effort import QUICK, Effort
from engine.trust.figure import Light
from engine.trust.panel import PROBES, judge
from tests.support.linear import ask, explain, linear_model

HEIGHT, WIDTH = 24, 30
SMALL = Effort(
    steps=20, draws=4, subsets=40, cells=8, perturbations=2, cuts=1, percentages=(20,),
    thresholds=(50,),
)  # fmt: skip


@pytest.fixture
def model(tmp_path):
    weights = np.zeros((2, HEIGHT, WIDTH))
    weights[0, 3:9, 15:25] = 0.2
    weights[1, 14:20, 3:12] = 0.2
    return linear_model(tmp_path / "two", weights)


@pytest.fixture
def picture():
    made = np.random.default_rng(3).uniform(0.1, 0.3, (HEIGHT, WIDTH))
    made[4:8, 16:24] += 0.6
    return made


def case_for(method, model, picture, **options):
    request = ask(model, picture, **options)
    return case_of(method, request, explain(method, request))


def figures(work):
    return {figure.metric: figure for figure in finish(work)}


def test_a_true_map_passes_and_every_experiment_reports(model, picture):
    steps = list(judge(case_for(InputXGradient(), model, picture), SMALL))
    panel = steps[-1].result

    assert panel.light is Light.GOOD, [(f.metric, f.light, f.value) for f in panel.figures]
    assert [step.fraction for step in steps] == sorted(step.fraction for step in steps)
    assert steps[-1].fraction == 1.0
    metrics = [figure.metric for figure in panel.figures]
    assert len(metrics) == len(set(metrics)) >= len(PROBES)
    known = [step.partial for step in steps if step.partial is not None]
    assert [len(panel.figures) for panel in known] == sorted(len(p.figures) for p in known)


def test_chance_is_called_not_better_than_random(model, picture):
    case = case_for(RandomControl(), model, picture, seed=4)
    found = {figure.metric: figure for figure in finish(judge(case, SMALL)).figures}

    assert found["weight-randomisation"].light is Light.BAD
    assert found["sensitivity-n"].light is not Light.GOOD
    assert finish(judge(case, SMALL)).light is Light.BAD


def test_edges_of_the_picture_survive_shuffled_weights_and_other_classes(model, picture):
    case = case_for(SobelControl(), model, picture)

    (weights,) = finish(randomisation.run_weights(case, SMALL))
    (other,) = finish(randomisation.run_class(case, SMALL))
    assert (weights.value, weights.light) == (pytest.approx(1.0), Light.BAD)
    assert (other.value, other.light) == (pytest.approx(1.0), Light.BAD)


def test_the_weights_of_a_linear_network_do_not(model, picture):
    case = case_for(Saliency(), model, picture)

    (weights,) = finish(randomisation.run_weights(case, SMALL))
    (other,) = finish(randomisation.run_class(case, SMALL))
    assert weights.light is Light.GOOD
    assert weights.value < 0.3
    assert other.light is Light.GOOD


def test_shuffling_keeps_the_values_and_leaves_the_model_alone(model, picture):
    before = model.scores(ask(model, picture).tensor)[0]
    shuffled = shuffled_model(model, 1, seed=3)
    own, dealt = (np.asarray(m.facts.initializer("head")) for m in (model, shuffled))

    assert len(weighted_nodes(model)) == 1
    np.testing.assert_array_equal(np.sort(own.ravel()), np.sort(dealt.ravel()))
    assert not np.array_equal(own, dealt)
    np.testing.assert_array_equal(model.scores(ask(model, picture).tensor)[0], before)


def test_the_gradient_of_a_linear_network_holds_still(model, picture):
    noise, seed = finish(stability.run(case_for(Saliency(), model, picture), SMALL))

    assert noise.value == pytest.approx(0.0, abs=1e-6)
    assert noise.control > 0.0  # the picture's edges do change
    assert noise.light is Light.GOOD
    assert seed.value is None


def test_noise_stays_within_its_radius(model, picture):
    case = case_for(Saliency(), model, picture)
    change = stability.perturbed(case, 0) - case.request.tensor
    factor, _, deviation = model.manifest.recipe.numbers()

    scale = factor / deviation[0]
    assert np.abs(change).max() <= stability.RADIUS * scale * (1 + 1e-5)
    assert np.abs(change).max() > 0.9 * stability.RADIUS * scale


def test_another_seed_of_a_few_random_masks_gives_another_picture(model, picture):
    case = case_for(Rise(), model, picture, masks=32)

    noise, seed = finish(stability.run(case, SMALL))
    assert seed.light is Light.BAD
    assert "more samples" in seed.sentence
    assert noise.value is not None


def test_costly_methods_are_not_asked_again_in_a_quick_look(model, picture):
    case = case_for(Rise(), model, picture, masks=100)

    noise, seed = finish(stability.run(case, QUICK))
    assert noise.light is seed.light is Light.NONE
    assert "101" in noise.sentence


def test_a_network_of_one_output_has_no_other_class(tmp_path, picture):
    model = linear_model(tmp_path / "one", np.ones((1, HEIGHT, WIDTH)) * 0.01)
    (figure,) = finish(randomisation.run_class(case_for(Saliency(), model, picture), SMALL))

    assert figure.value is None
    assert figure.light is Light.NONE


def test_shuffled_maps_have_the_same_values_elsewhere(model, picture):
    case = case_for(InputXGradient(), model, picture)
    one, other = case.shuffled(0), case.shuffled(1)

    np.testing.assert_allclose(np.sort(one.ravel()), np.sort(case.importance.ravel()), atol=1e-6)
    assert not np.array_equal(one, other)
    np.testing.assert_array_equal(one, case.shuffled(0))


def test_superpixels_are_shuffled_whole(model, picture):
    case = case_for(InputXGradient(), model, picture)
    regions = np.repeat(np.arange(6), HEIGHT * WIDTH // 6).reshape(HEIGHT, WIDTH).astype(np.int32)
    values = np.array([5, 1, 4, 2, 0, 3], np.float32)[regions]
    whole = case_of(
        case.method, case.request, replace(case.explanation, map=values, regions=regions)
    )

    dealt = whole.shuffled(2)
    found = [np.unique(dealt[regions == region]) for region in range(6)]
    assert all(len(entry) == 1 for entry in found)
    assert sorted(float(entry[0]) for entry in found) == [0, 1, 2, 3, 4, 5]
