"""Guided backprop, DeconvNet and Guided Grad-CAM against numbers worked out by hand."""

import numpy as np
import pytest

from engine.errors import RequestError
from engine.explain.cam import GradCam
from engine.explain.gradient import Saliency
from engine.explain.rectified import DeconvNet, GuidedBackprop, GuidedGradCam, upsampled
from tests.support.toys import explain, linear_net, node, open_toy, pair_net, relu_net

RNG = np.random.default_rng(2)


def _toy(folder, first, second):
    """Score = second relu(first x) of two pixels."""
    nodes = [
        node("Gemm", ["flat", "w1"], ["before"], transB=1),
        node("Relu", ["before"], ["after"]),
        node("Gemm", ["after", "w2"], ["logits"], transB=1),
    ]
    stored = {"w1": np.array(first, np.float32), "w2": np.array(second, np.float32)}
    return open_toy(folder, pair_net(nodes, stored))


@pytest.mark.parametrize(
    ("method", "expected"),
    [(Saliency(), (-1, -3)), (GuidedBackprop(), (1, -1)), (DeconvNet(), (-2, -1))],
    ids=lambda value: getattr(value, "id", ""),
)
def test_rectifiers_pass_what_the_papers_let_pass(tmp_path, method, expected):
    # Before the rectifier (1, 3, -2), its gradient (1, -2, 3): true (1, -2, 0), guided (1, 0, 0),
    # deconvnet (1, 0, 3).
    model = _toy(tmp_path / "m", [[1, -1], [1, 1], [-1, 0]], [[1, -2, 3]])

    found = explain(method, model, np.array([[[2.0, 1.0]]]), channels="sum")

    np.testing.assert_allclose(found.map, [expected], atol=1e-6)


def test_where_all_is_positive_all_agree_with_saliency(tmp_path):
    model = _toy(tmp_path / "m", RNG.random((4, 2)) + 0.1, RNG.random((1, 4)) + 0.1)
    methods = (Saliency(), GuidedBackprop(), DeconvNet())

    maps = [explain(m, model, np.array([[[0.5, 0.25]]]), channels="sum").map for m in methods]

    np.testing.assert_allclose(maps[1], maps[0], rtol=1e-6)
    np.testing.assert_allclose(maps[2], maps[0], rtol=1e-6)


@pytest.mark.parametrize("method", [GuidedBackprop(), DeconvNet()], ids=lambda m: m.id)
def test_networks_without_rectifiers_are_refused(tmp_path, method):
    model = open_toy(tmp_path / "m", linear_net(RNG.normal(size=(1, 1, 4, 4))))

    with pytest.raises(RequestError, match="rectifiers"):
        explain(method, model, RNG.random((1, 4, 4)))


def test_results_state_their_caveat_and_rule(tmp_path):
    model = open_toy(tmp_path / "m", relu_net(has_bias=True))

    found = explain(GuidedBackprop(), model, RNG.random((1, 8, 8)))

    assert "randomisation poorly" in found.conventions["caveat"]
    assert "Relu (2)" in found.conventions["rule"]


def test_guided_grad_cam_is_the_product_of_its_parts(tmp_path):
    model = open_toy(tmp_path / "m", relu_net(has_bias=True))
    picture = RNG.random((1, 8, 8))
    guided = explain(GuidedBackprop(), model, picture, target="b")
    cam = explain(GradCam(), model, picture, target="b", layer="r2")

    found = explain(GuidedGradCam(), model, picture, target="b", layer="r2")

    expected = guided.map * _half_pixel(np.maximum(cam.map, 0), 8)
    assert np.abs(expected).max() > 0
    np.testing.assert_allclose(found.map, expected, atol=1e-6 * np.abs(expected).max())
    assert found.layer == "r2"
    assert found.to_image.apply(3.0, 5.0) == pytest.approx((3.0, 5.0))


def test_upsampling_is_half_pixel_bilinear():
    plane = RNG.random((4, 4))

    np.testing.assert_allclose(upsampled(plane, (12, 12)), _half_pixel(plane, 12), atol=1e-6)


def _half_pixel(plane, size):
    """Bilinear by its definition: sample i sits at (i + 1/2) n / size - 1/2, clamped."""
    count = len(plane)
    at = np.clip((np.arange(size) + 0.5) * count / size - 0.5, 0, count - 1)
    hats = np.maximum(1 - np.abs(at[:, None] - np.arange(count)), 0)
    return hats @ plane @ hats.T
