"""Grad-CAM on networks whose maps are known in closed form."""

import numpy as np
import pytest

from engine.bundle.store import read_bundle
from engine.errors import RequestError
from engine.explain.cam import GradCam
from engine.explain.explanation import NO_POSITIVE_EVIDENCE, Request
from engine.explain.registry import METHODS, find_method
from engine.images.geometry import Affine
from engine.inference.model import open_model
from engine.inference.target import find_target
from engine.progress import finish
from tests.support.bundles import SIZE, write_tiny_bundle


@pytest.fixture
def model(tmp_path):
    return open_model(read_bundle(write_tiny_bundle(tmp_path / "tiny-1")), wants_gpu=False)


def _explain(model, picture, *, target="bright", layer=None, options=None):
    request = Request(
        model=model,
        tensor=picture[None, None].astype(np.float32),
        to_image=Affine.scale(10.0, 20.0),
        target=find_target(model.manifest, target),
        layer=layer,
        options=options if options is not None else {},
    )
    return finish(GradCam().run(request))


def test_gap_and_dense_give_the_class_activation_map_over_z(model):
    picture = np.random.default_rng(3).random((SIZE, SIZE))

    explanation = _explain(model, picture)

    # d(logit)/dA_k = head_k / Z everywhere, so L = (3 A_0 - 1 A_1) / Z, with Z = 64.
    expected = (3.0 * picture - (1.0 - picture)) / SIZE**2
    np.testing.assert_allclose(explanation.map, expected, atol=1e-7)
    assert explanation.layer_tensor == "maps"
    assert explanation.score == pytest.approx(3 * picture.mean() - (1 - picture).mean() + 0.25)
    assert explanation.conventions["score"] == "logit"


def test_the_complement_has_the_negated_map(model):
    picture = np.random.default_rng(4).random((SIZE, SIZE))

    positive, negative = (_explain(model, picture, target=t) for t in ("bright", "not bright"))

    np.testing.assert_array_equal(negative.map, -positive.map)
    assert negative.score == -positive.score
    assert "minus that neuron" in negative.conventions["target"]


def test_a_map_without_positive_evidence_says_so(model):
    black = _explain(model, np.zeros((SIZE, SIZE)))

    assert black.map.max() < 0
    assert NO_POSITIVE_EVIDENCE in black.flags


def test_the_map_is_placed_by_the_exact_affine(model):
    explanation = _explain(model, np.ones((SIZE, SIZE)))

    assert explanation.map.shape == (SIZE, SIZE)
    assert explanation.to_image.apply(1.0, 1.0) == pytest.approx((10.0, 20.0))


def test_the_placement_of_cells_is_stated(model):
    explanation = _explain(model, np.ones((SIZE, SIZE)))

    # 1 x 1 convolutions look exactly where they are.
    assert explanation.conventions["placement"].endswith("centre of its receptive field")


def test_unknown_layers_and_options_are_refused(model):
    picture = np.ones((SIZE, SIZE))
    with pytest.raises(RequestError, match="conv99"):
        _explain(model, picture, layer="conv99")
    with pytest.raises(RequestError, match="steps"):
        _explain(model, picture, options={"steps": 3})


def test_every_registered_method_has_an_id_of_its_own():
    ids = [method.id for method in METHODS]

    assert len(set(ids)) == len(ids)
    assert find_method("grad-cam") in METHODS
    with pytest.raises(RequestError, match="grad-kam"):
        find_method("grad-kam")
