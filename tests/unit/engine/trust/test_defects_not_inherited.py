"""Errors of the tables that these figures began from (SaliencyCNNAnalysis): none comes back."""

import numpy as np
import pytest

from engine.explain.gradient import InputXGradient
from engine.progress import finish
from engine.trust import confidence, curves, located
from engine.trust.case import case_of
from engine.trust.effort import QUICK
from engine.trust.survey import mean_of, summary_of
from tests.support.linear import BIAS, ask, explain, linear_model

HEIGHT, WIDTH = 6, 10


@pytest.fixture(params=["nchw", "nhwc"])
def case(request, tmp_path):
    """All weight in one pixel, above the diagonal and out of reach of a swapped index."""
    weights = np.zeros((1, HEIGHT, WIDTH))
    weights[0, 1, 8] = 2.0
    model = linear_model(tmp_path / "pixel", weights, layout=request.param)
    asked = ask(model, np.ones((HEIGHT, WIDTH)))
    return case_of(InputXGradient(), asked, explain(InputXGradient(), asked))


def test_height_and_width_are_not_swapped(case):
    """The map was transposed before it met the picture."""
    (drop, hidden) = finish(confidence.run(case, QUICK))
    for variant in drop.details["variants"].values():
        assert variant["logit"] == variant["logit_kept"] == pytest.approx(2.0 + BIAS)
        assert variant["logit_hidden"] == pytest.approx(BIAS)
    deletion = finish(curves.run(case, QUICK))[0]
    assert deletion.details["logits"][1:] == pytest.approx([BIAS] * QUICK.steps)
    assert hidden.value > 0.0


def test_drops_are_of_probabilities_with_logits_beside(case):
    """What was called a score was a logit, whose share of itself means nothing."""
    (drop, hidden) = finish(confidence.run(case, QUICK))
    rows = drop.details["variants"].values()

    assert all(0.0 <= row["drop_hidden"] <= 1.0 for row in rows)
    assert all(row["drop_logit"] == 0.0 for row in rows)
    assert 0.0 < hidden.value < 1.0


def test_means_divide_by_the_images_that_have_the_figure():
    """Sums over maps that exist were divided by all files, skipped ones among them."""
    rows = [{"iou_50": 0.4}, {}, {"iou_50": None}, {"iou_50": 0.8}]

    found = summary_of(rows)["iou_50"]
    assert (found.mean, found.images) == (pytest.approx(0.6), 2)
    assert mean_of([0.4, None, None, 0.8]).mean == pytest.approx(0.6)


def test_a_figure_without_its_level_is_undefined_and_not_nan():
    """A mean over no pixel was NaN, and the mean over images with it."""
    found = located.coverage(np.ones((2, 3)), np.zeros((2, 3), int))

    assert found == {"finding": None, "outside": None, "difference": None, "graded": None}
    assert mean_of([None, 0.5]).mean == 0.5


def test_rounding_to_eight_bits_makes_no_ties():
    """Of maps stored as bytes every pixel at 255 counted as the maximum."""
    values = np.array([[0.9990, 0.0], [1.0, 0.0]])
    levels = np.array([[-1, 0], [3, 0]])

    assert np.round(255 * values)[0, 0] == np.round(255 * values)[1, 0] == 255
    assert located.hit_rates(values, levels) == (3.0, 1.0)


def test_every_threshold_has_a_row_of_its_own(case):
    """One block of code stood copied for each threshold."""
    values = np.arange(1.0, HEIGHT * WIDTH + 1).reshape(HEIGHT, WIDTH)
    masks = confidence.keeping_masks(values, (50, 75, 95))

    counted = [int((values >= share * values.max()).sum()) for share in (0.5, 0.75, 0.95)]
    assert masks[1:].sum(axis=(1, 2)).tolist() == counted
