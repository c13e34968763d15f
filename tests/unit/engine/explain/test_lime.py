"""LIME against the package's own explainer and against models whose weights are known."""

import contextlib
import io

import numpy as np
import pytest

from engine.explain.lime import Lime, LimeOptions, fit
from engine.images.geometry import Affine
from engine.overlay.project import project
from engine.progress import finish
from tests.support.games import (
    SIZE,
    absent_picture,
    ask,
    linear_weights,
    open_additive,
    open_entangled,
    values_by_region,
)


@pytest.fixture
def picture():
    return np.random.default_rng(2).random((SIZE, SIZE)).astype(np.float32)


def test_the_weights_are_those_of_the_package_itself(tmp_path, picture):
    from lime.lime_image import LimeImageExplainer

    model = open_entangled(tmp_path / "game")
    request = ask(
        model, picture, seed=7, options={"segments": 9, "samples": 200, "baseline": "blur"}
    )
    ours = finish(Lime().run(request))
    hidden = np.repeat(absent_picture(request, "blur")[..., None], 3, axis=2)

    def classify(images):
        grey = images[..., 0].astype(np.float32)[:, None]
        return model.scores(grey)[0]

    explainer = LimeImageExplainer(random_state=7)
    with contextlib.redirect_stderr(io.StringIO()):
        theirs = explainer.explain_instance(
            np.repeat(request.tensor[0, 0][..., None], 3, axis=2),
            classify,
            labels=(0,),
            top_labels=None,
            hide_color=hidden,
            num_samples=200,
            segmentation_fn=lambda image: ours.regions,
            random_seed=7,
        )

    weights = np.zeros(len(theirs.local_exp[0]))
    for player, weight in theirs.local_exp[0]:
        weights[player] = weight
    np.testing.assert_allclose(values_by_region(ours), weights, rtol=1e-5, atol=1e-6)
    assert f"R^2 {theirs.score:.4f}" in ours.conventions["fit"]


def test_the_weights_of_an_additive_model_are_recovered(tmp_path, picture):
    model = open_additive(tmp_path / "game")
    options = {"segments": 9, "samples": 300, "baseline": "white", "ridge": 1e-6}
    found = finish(Lime().run(ask(model, picture, options=options)))

    shares = linear_weights() * (picture - 1.0)
    expected = np.bincount(found.regions.ravel(), shares.ravel())
    np.testing.assert_allclose(values_by_region(found), expected, atol=1e-4)
    assert "R^2 1.0000" in found.conventions["fit"]
    assert found.flags == ()


def test_the_fit_is_the_closed_form_of_weighted_ridge_regression():
    rng = np.random.default_rng(3)
    data = rng.integers(0, 2, (80, 6))
    data[0] = 1
    scores = rng.normal(size=80)
    options = LimeOptions(ridge=0.7, kernel_width=0.4)

    found = fit(data, scores, options, seed=0)

    cosine = 1.0 - np.sqrt(data.sum(axis=1) / data.shape[1])
    importance = np.sqrt(np.exp(-(cosine**2) / 0.4**2))
    centred = data - np.average(data, axis=0, weights=importance)
    left = centred.T @ (importance[:, None] * centred) + 0.7 * np.eye(6)
    right = centred.T @ (importance * (scores - np.average(scores, weights=importance)))
    np.testing.assert_allclose(found.weights, np.linalg.solve(left, right), atol=1e-10)


def test_the_seed_decides_bit_for_bit(tmp_path, picture):
    model = open_entangled(tmp_path / "game")

    def explain(seed):
        options = {"segments": 9, "samples": 60}
        return finish(Lime().run(ask(model, picture, seed=seed, options=options))).map

    np.testing.assert_array_equal(explain(4), explain(4))
    assert not np.array_equal(explain(4), explain(5))


def test_a_poor_fit_and_chance_weights_are_said(tmp_path, picture):
    model = open_entangled(tmp_path / "game")
    options = {"segments": 36, "samples": 40, "ridge": 1000.0}
    found = finish(Lime().run(ask(model, picture, options=options)))

    assert any(flag.startswith("poor local fit") for flag in found.flags)
    assert any(flag.startswith("unstable") for flag in found.flags)


def test_only_the_asked_number_of_superpixels_gets_a_weight(tmp_path, picture):
    model = open_entangled(tmp_path / "game")
    options = {"segments": 16, "samples": 100, "features": 3, "selection": "highest_weights"}
    found = finish(Lime().run(ask(model, picture, options=options)))

    assert np.count_nonzero(values_by_region(found)) == 3


def test_a_flat_picture_has_no_evidence_and_no_nan(tmp_path):
    model = open_additive(tmp_path / "game")
    grey = np.full((SIZE, SIZE), 0.5)
    found = finish(Lime().run(ask(model, grey, options={"segments": 9, "samples": 60})))

    np.testing.assert_array_equal(found.map, 0.0)
    assert "no positive evidence" in found.flags


@pytest.mark.parametrize(
    ("size_hw", "corner", "side"), [((40, 40), (8, 22), 12), ((45, 90), (9, 54), 27)]
)
def test_a_bright_square_is_found_in_a_superpixel_of_its_own(tmp_path, size_hw, corner, side):
    model = open_additive(tmp_path / "game", size=40, weights=np.ones((40, 40)))
    grey = np.full(size_hw, 0.1)
    square = np.zeros(size_hw, bool)
    square[corner[0] : corner[0] + side, corner[1] : corner[1] + side] = True
    grey[square] = 0.9
    options = {"segments": 16, "baseline": "black", "samples": 300, "ridge": 1e-6}
    found = finish(Lime().run(ask(model, grey, options=options)))

    # Every superpixel lies in the square or outside of it, also on the letterboxed input.
    on_input = model.manifest.recipe.apply_grey(square.astype(np.float32)).grey
    flat = found.regions.ravel()
    inside = np.bincount(flat, on_input.ravel()) / np.bincount(flat)
    assert inside.max() > 0.9
    assert not ((inside > 0.15) & (inside < 0.85)).any()
    assert values_by_region(found).argmax() in np.flatnonzero(inside > 0.85)
    values = project(found, size_hw, Affine())
    assert square[np.unravel_index(np.nanargmax(values), size_hw)]


def test_partial_maps_come_before_the_end(tmp_path, picture):
    model = open_entangled(tmp_path / "game")
    steps = list(Lime().run(ask(model, picture, options={"segments": 4, "samples": 1000})))

    partials = [step.partial for step in steps if step.partial is not None]
    assert partials
    assert np.isfinite(partials[0].map).all()
    assert partials[0].passes < 1000


def test_it_stops_when_stable_with_the_map_of_so_many_samples(tmp_path, picture):
    model = open_entangled(tmp_path / "game")
    options = {"segments": 9, "samples": 1000, "stability": 0.8}
    found = finish(Lime().run(ask(model, picture, options=options)))
    whole = {"segments": 9, "samples": found.passes}
    fewer = finish(Lime().run(ask(model, picture, options=whole)))

    assert found.passes in (100, 200, 300, 400, 500)
    np.testing.assert_allclose(found.map, fewer.map, atol=1e-6)
