"""Class activation maps on networks whose maps are known in closed form."""

import numpy as np
import pytest

from engine.bundle.store import read_bundle, write_bundle
from engine.errors import RequestError
from engine.explain.cam import GradCam, HiResCam
from engine.explain.cam_frame import AVERAGED_AWAY
from engine.explain.explanation import NO_POSITIVE_EVIDENCE, Request
from engine.explain.registry import METHODS, find_method
from engine.images.geometry import Affine
from engine.inference.model import open_model
from engine.inference.target import find_target
from engine.progress import finish
from tests.support.bundles import (
    HEAD_BIAS,
    SIZE,
    tiny_manifest,
    tiny_onnx,
    write_tiny_bundle,
)


@pytest.fixture
def model(tmp_path):
    return open_model(read_bundle(write_tiny_bundle(tmp_path / "tiny-1")), wants_gpu=False)


@pytest.fixture
def flat_model(tmp_path):
    """No pooling: map 0 counts 1.1 on the left half and -1 on the right, map 1 nothing."""
    head = np.zeros((2, SIZE, SIZE), dtype=np.float32)
    head[0, :, : SIZE // 2], head[0, :, SIZE // 2 :] = 1.1, -1.0
    picture = np.full((1, 1, SIZE, SIZE), 0.5, dtype=np.float32)
    write_bundle(
        tmp_path / "flat",
        tiny_manifest(),
        model=tiny_onnx(is_pooled=False, head=head.reshape(-1, 1)),
        selftest_input=picture,
        # 32 places x (1.1 - 1) x 0.5, plus the bias.
        selftest_output=1 / (1 + np.exp(-np.full((1, 1), 1.6 + HEAD_BIAS[0]))),
        card="",
    )
    return open_model(read_bundle(tmp_path / "flat"), wants_gpu=False)


def _explain(model, picture, *, method=None, target="bright", layer=None, options=None):
    request = Request(
        model=model,
        tensor=picture[None, None].astype(np.float32),
        to_image=Affine.scale(10.0, 20.0),
        target=find_target(model.manifest, target),
        layer=layer,
        options=options if options is not None else {},
    )
    return finish((GradCam() if method is None else method).run(request))


def test_gap_and_dense_give_the_class_activation_map_over_z(model):
    picture = np.random.default_rng(3).random((SIZE, SIZE))

    explanation = _explain(model, picture)

    # d(logit)/dA_k = head_k / Z everywhere, so L = (3 A_0 - 1 A_1) / Z, with Z = 64.
    expected = (3.0 * picture - (1.0 - picture)) / SIZE**2
    np.testing.assert_allclose(explanation.map, expected, atol=1e-7)
    assert explanation.layer_tensor == "maps"
    assert explanation.score == pytest.approx(3 * picture.mean() - (1 - picture).mean() + 0.25)
    assert explanation.conventions["score"] == "logit"


def test_behind_global_pooling_hires_cam_is_grad_cam(model):
    picture = np.random.default_rng(3).random((SIZE, SIZE))

    maps = [_explain(model, picture, method=method).map for method in (GradCam(), HiResCam())]

    np.testing.assert_allclose(maps[0], maps[1], atol=1e-7)


def test_behind_flattening_hires_cam_adds_up_to_the_logit(flat_model):
    picture = np.random.default_rng(6).random((SIZE, SIZE))

    explanation = _explain(flat_model, picture, method=HiResCam())

    assert explanation.map.sum() + HEAD_BIAS[0] == pytest.approx(explanation.score, abs=1e-5)
    assert explanation.flags == ()


def test_grad_cam_says_where_its_averaging_hides_the_places(flat_model):
    picture = np.random.default_rng(6).random((SIZE, SIZE)) * 0.2
    picture[:, SIZE // 2 :] += 0.8

    explanation = _explain(flat_model, picture)

    # The mean weights are 0.05 and 0: Grad-CAM shows the bright half, which speaks against.
    np.testing.assert_allclose(explanation.map, 0.05 * picture, atol=1e-6)
    assert explanation.flags == (AVERAGED_AWAY,)
    assert AVERAGED_AWAY not in _explain(flat_model, picture[:, ::-1]).flags


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
