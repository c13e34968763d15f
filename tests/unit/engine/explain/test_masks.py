"""Masks inside the graph give what mixing pictures by hand gives."""

import numpy as np
import pytest

from engine.explain.masks import MaskedScorer, Masks
from engine.explain.scores import Scorer
from tests.support.linear import BIAS, ask, linear_model

HEIGHT, WIDTH = 9, 14


@pytest.fixture
def masks():
    rng = np.random.default_rng(0)
    shapes = (50, HEIGHT, 3), (50, 3, 4), (50, 4, WIDTH)
    return Masks(*(rng.random(shape).astype(np.float32) / 3 for shape in shapes))


@pytest.fixture
def picture():
    return np.random.default_rng(1).random((HEIGHT, WIDTH)).astype(np.float32)


@pytest.fixture(params=["nchw", "nhwc"])
def model(request, tmp_path):
    weights = np.random.default_rng(2).normal(size=(2, HEIGHT, WIDTH))
    layout = request.param
    scaling = {"scaling": "mean-std", "mean": (0.4,), "deviation": (0.2,)}
    return linear_model(tmp_path / "linear", weights, power=2, layout=layout, **scaling)


@pytest.mark.parametrize(("fill", "shown"), [("black", 0.0), ("white", 1.0), ("mid-grey", 0.5)])
def test_scores_are_those_of_pictures_mixed_as_they_are_displayed(
    model, masks, picture, fill, shown
):
    request = ask(model, picture, against="b")
    mixed = masks.spread() * picture + (1.0 - masks.spread()) * shown
    recipe = model.manifest.recipe
    by_hand = np.concatenate([recipe.tensor_from(one.astype(np.float32)) for one in mixed])

    scores = MaskedScorer(request, fill)(masks)

    np.testing.assert_allclose(scores, Scorer(request)(by_hand), rtol=1e-4, atol=1e-3)
    assert np.ptp(scores) > 1.0


def test_the_batch_size_changes_nothing(model, masks, picture):
    scorer = MaskedScorer(ask(model, picture), "blur")
    whole = scorer(masks)

    scorer.size.size = 3

    np.testing.assert_allclose(scorer(masks), whole, rtol=1e-6, atol=1e-5)
    assert scorer.runs == 100
    assert len(list(scorer.each_batch(masks))) == 17


def test_masks_of_ones_and_zeros_show_the_picture_and_the_fill_untouched(model, picture):
    request = ask(model, picture)
    scorer = MaskedScorer(request, "white")
    rows, columns = np.ones((2, HEIGHT, 1), np.float32), np.ones((2, 1, WIDTH), np.float32)
    masks = Masks(rows, np.float32([1.0, 0.0]).reshape(2, 1, 1), columns)
    recipe = model.manifest.recipe

    white = recipe.tensor_from(np.ones((HEIGHT, WIDTH), np.float32))

    expected = Scorer(request)(np.concatenate([request.tensor, white]))
    np.testing.assert_array_equal(scorer(masks), expected)


def test_a_network_that_takes_one_picture_at_a_time_is_scored_one_by_one(tmp_path, picture):
    weights = np.random.default_rng(2).normal(size=(2, HEIGHT, WIDTH))
    request = ask(linear_model(tmp_path / "fixed", weights, batch=1), picture)

    scorer = Scorer(request)
    scores = scorer(np.concatenate([request.tensor, 2 * request.tensor]))

    assert scorer.size.size == 1
    expected = (weights[0] * picture).sum() * np.array([1.0, 2.0]) + BIAS
    np.testing.assert_allclose(scores, expected, atol=1e-4)
