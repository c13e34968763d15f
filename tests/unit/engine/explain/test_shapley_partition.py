"""PartitionSHAP against brute force, the package shap, and the axioms."""

from itertools import pairwise

import numpy as np
import pytest

from engine.explain.explanation import NO_POSITIVE_EVIDENCE
from engine.explain.shapley_partition import Box, PartitionShap
from engine.images.geometry import Affine
from engine.overlay.project import project
from engine.progress import finish
from tests.support.games import (
    SIZE,
    ask,
    linear_weights,
    open_additive,
    open_entangled,
    score_of_shown,
)
from tests.support.shap_package import import_shap

BLACK = np.zeros((SIZE, SIZE))


@pytest.fixture
def picture():
    return np.random.default_rng(2).random((SIZE, SIZE)).astype(np.float32)


@pytest.fixture
def entangled(tmp_path):
    return open_entangled(tmp_path / "game")


def _explain(model, picture, **options):
    options = {"baseline": "black"} | options
    return finish(PartitionShap().run(ask(model, picture, options=options)))


def _difference(model, picture):
    ends = np.stack([np.ones((SIZE, SIZE), bool), np.zeros((SIZE, SIZE), bool)])
    scores = score_of_shown(ask(model, picture), ends, BLACK)
    return scores[0] - scores[1]


def test_four_quarters_have_the_owen_values_of_brute_force(entangled, picture):
    found = _explain(entangled, picture, smallest=SIZE // 2)

    half = SIZE // 2
    quarters = [(0, 0), (0, half), (half, 0), (half, half)]

    def worth(members):
        shown = np.zeros((1, SIZE, SIZE), bool)
        for member in members:
            top, left = quarters[member]
            shown[0, top : top + half, left : left + half] = True
        return score_of_shown(ask(entangled, picture), shown, BLACK)[0]

    # Unions {0, 1} (upper half) and {2, 3} enter in either order, their members likewise.
    unions = [(0, 1), (2, 3)]
    for mine, other in (unions, unions[::-1]):
        for player, partner in (mine, mine[::-1]):
            gains = [
                worth({*outside, *inside, player}) - worth({*outside, *inside})
                for outside in ((), other)
                for inside in ((), (partner,))
            ]
            top, left = quarters[player]
            box = found.map[top : top + half, left : left + half]
            assert box.sum() == pytest.approx(np.mean(gains), abs=2e-5)
            assert np.ptp(box) == 0.0
    assert found.passes == 2 + 2 + 4 * 2


def test_the_values_are_those_of_the_package(tmp_path):
    """Eight by eight: the package mirrors its tree, which shows where a side is no power of two."""
    shap = import_shap()
    model = open_entangled(tmp_path / "game", size=8)
    grey = np.random.default_rng(6).random((8, 8)).astype(np.float32)

    def classify(images):
        return model.scores(images[..., 0].astype(np.float32)[:, None])[0]

    masker = shap.maskers.Image(np.zeros((8, 8, 1)), (8, 8, 1))
    explainer = shap.PartitionExplainer(classify, masker)
    image = grey[None, ..., None].astype(np.float64)
    theirs = explainer(image, max_evals=20000, batch_size=64, silent=True)
    ours = _explain(model, grey, smallest=1, evaluations=20000)

    np.testing.assert_allclose(ours.map, theirs.values[0, ..., 0, 0], atol=1e-5)
    assert np.abs(ours.map).max() > 0.1
    assert ours.passes < 20000  # both went down to the last pixel


@pytest.mark.parametrize("evaluations", [4, 5, 37, 500])
def test_the_sum_is_exact_at_any_budget(entangled, picture, evaluations):
    found = _explain(entangled, picture, evaluations=evaluations, smallest=1)

    assert found.map.sum() == pytest.approx(_difference(entangled, picture), abs=1e-5)
    assert found.completeness_error < 1e-6
    assert evaluations - 1 <= found.passes <= evaluations


def test_an_additive_game_has_the_shares_of_its_boxes(tmp_path, picture):
    model = open_additive(tmp_path / "game")
    found = _explain(model, picture, smallest=3, evaluations=100000)

    shares = (linear_weights() * picture).reshape(4, 3, 4, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(found.map, np.kron(shares, np.ones((3, 3))), atol=1e-5)


def test_mirrored_pictures_have_mirrored_values(tmp_path):
    rng = np.random.default_rng(4)
    left = rng.random((SIZE, SIZE // 2))
    model = open_additive(tmp_path / "game", weights=np.ones((SIZE, SIZE)))
    found = _explain(model, np.hstack([left, left[:, ::-1]]), smallest=3, evaluations=100000)

    np.testing.assert_allclose(found.map, found.map[:, ::-1], atol=1e-6)


def test_what_equals_the_baseline_gets_nothing(entangled, picture):
    grey = picture.copy()
    grey[:6] = 0.0
    found = _explain(entangled, grey, smallest=3, evaluations=2000)

    assert np.abs(found.map[:6]).max() < 1e-6
    assert np.abs(found.map[6:]).max() > 1e-2


def test_a_larger_budget_comes_nearer_to_the_whole_division(entangled, picture):
    whole = _explain(entangled, picture, smallest=3, evaluations=100000).map
    off = [
        np.abs(_explain(entangled, picture, smallest=3, evaluations=n).map - whole).mean()
        for n in (4, 20, 60)
    ]

    assert off[0] > off[1] > off[2] > 0.0


def test_a_flat_picture_has_no_evidence_and_no_nan(entangled):
    found = _explain(entangled, np.full((SIZE, SIZE), 0.5), baseline="mean")

    np.testing.assert_array_equal(found.map, 0.0)
    assert NO_POSITIVE_EVIDENCE in found.flags


def test_partial_maps_are_complete_too(entangled, picture):
    request = ask(entangled, picture, options={"evaluations": 400, "smallest": 1})
    steps = list(PartitionShap().run(request))

    partials = [step.partial for step in steps if step.partial is not None]
    assert len(partials) >= 5
    assert all(partial.completeness_error < 1e-6 for partial in partials)
    assert all(a.passes < b.passes for a, b in pairwise(partials))


@pytest.mark.parametrize("evaluations", [4, 30, 100000])
def test_regions_are_the_smallest_boxes_reached(entangled, picture, evaluations):
    found = _explain(entangled, picture, smallest=3, evaluations=evaluations)

    numbers = np.unique(found.regions)
    np.testing.assert_array_equal(numbers, np.arange(len(numbers)))
    boxes = set()
    for number in numbers:
        rows, columns = np.nonzero(found.regions == number)
        box = Box(rows.min(), rows.max() + 1, columns.min(), columns.max() + 1)
        assert box.area == len(rows)  # a whole rectangle
        assert np.ptp(found.map[box.slices]) <= 1e-6  # of one value
        boxes.add(box)
    # Every one of them comes out of the halving: climbing down from the whole reaches it.
    assert boxes <= set(_below(Box(0, SIZE, 0, SIZE)))
    assert len(boxes) > 1


def _below(box):
    yield box
    for half in box.halves(3) or ():
        yield from _below(half)


def test_a_bright_square_is_found_through_a_letterbox(tmp_path):
    model = open_additive(tmp_path / "game", size=40, weights=np.ones((40, 40)))
    grey = np.zeros((45, 90))
    grey[9:36, 54:81] = 0.9
    found = _explain(model, grey, smallest=2, evaluations=5000)

    values = project(found, (45, 90), Affine())
    assert values[12:33, 57:78].min() > 0.8
    assert np.abs(values[:, :43]).max() < 0.05


def test_boxes_are_halved_across_the_longer_side():
    assert Box(0, 5, 0, 4).halves(1) == (Box(0, 2, 0, 4), Box(2, 5, 0, 4))
    assert Box(0, 4, 2, 9).halves(1) == (Box(0, 4, 2, 5), Box(0, 4, 5, 9))
    assert Box(0, 4, 0, 3).halves(4) is None
