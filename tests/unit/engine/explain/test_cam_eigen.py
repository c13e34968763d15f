"""Principal components of feature maps: what they are, and that their sign is never by chance."""

import numpy as np
import pytest

from engine.explain.cam import GradCam
from engine.explain.cam_eigen import CLASS_AGNOSTIC, EigenCam, EigenGradCam
from engine.explain.principal import first_component
from tests.support.toys import explain, open_toy, relu_net


@pytest.fixture
def model(tmp_path):
    return open_toy(tmp_path / "toy", relu_net(2, has_bias=True))


@pytest.fixture
def picture():
    return np.random.default_rng(1).random((1, 8, 8))


def test_maps_of_one_pattern_give_that_pattern_centred():
    pattern = np.random.default_rng(2).random((5, 7))
    shares = np.array([0.5, 2.0, 0.1])

    found = first_component(shares[:, None, None] * pattern)

    np.testing.assert_allclose(found, np.linalg.norm(shares) * (pattern - pattern.mean()))


@pytest.mark.parametrize("shape", [(3, 6, 5), (60, 4, 5)])
def test_the_projection_is_that_of_the_singular_value_decomposition(shape):
    stack = np.random.default_rng(3).random(shape) ** 3
    places = stack.reshape(shape[0], -1).T
    centred = places - places.mean(axis=0)
    _, _, rows = np.linalg.svd(centred, full_matrices=False)
    expected = (centred @ rows[0]).reshape(shape[1:])
    expected *= np.sign((expected * stack.sum(axis=0)).sum())

    np.testing.assert_allclose(first_component(stack), expected, atol=1e-8)


def test_the_sign_is_that_of_the_summed_maps():
    rng = np.random.default_rng(4)
    for _ in range(20):
        stack = rng.random((6, 4, 4))
        found = first_component(stack)
        assert np.corrcoef(found.ravel(), stack.sum(axis=0).ravel())[0, 1] > 0.0


def test_without_correlation_the_peak_is_positive():
    pattern = np.array([[3.0, -1.0], [-1.0, -1.0]])

    for sign in (1.0, -1.0):
        found = first_component(sign * np.stack([pattern, -pattern]))
        np.testing.assert_allclose(found, np.sqrt(2) * pattern, atol=1e-12)


def test_the_order_of_channels_does_not_matter_and_constant_maps_add_nothing():
    rng = np.random.default_rng(5)
    stack = rng.random((6, 4, 4))
    with_constant = np.concatenate([stack[::-1], np.full((1, 4, 4), 7.0)])

    np.testing.assert_allclose(first_component(with_constant), first_component(stack), atol=1e-10)
    np.testing.assert_array_equal(first_component(np.full((3, 4, 4), 2.0)), 0.0)


def test_eigen_cam_is_the_same_for_every_class_and_says_so(model, picture):
    first, other = (explain(EigenCam(), model, picture, target=t) for t in "ab")

    np.testing.assert_array_equal(first.map, other.map)
    assert np.ptp(first.map) > 0
    assert CLASS_AGNOSTIC in first.flags
    assert first.conventions["class"] == CLASS_AGNOSTIC
    assert first.score != other.score


def test_eigen_grad_cam_is_eigen_smoothed_hires_cam(model, picture):
    from engine.explain.cam import HiResCam

    expected = explain(HiResCam(), model, picture, layer="r1", eigen_smoothing=True)
    found = explain(EigenGradCam(), model, picture, layer="r1")

    np.testing.assert_allclose(found.map, expected.map, atol=1e-7)
    assert not np.allclose(found.map, explain(EigenCam(), model, picture, layer="r1").map)


def test_eigen_smoothing_keeps_the_side_of_the_plain_map(model, picture):
    plain = explain(GradCam(), model, picture, layer="r1")
    smooth = explain(GradCam(), model, picture, layer="r1", eigen_smoothing=True)

    assert np.corrcoef(plain.map.ravel(), smooth.map.ravel())[0, 1] > 0.0
    assert abs(smooth.map.mean()) < 1e-7
    assert "eigen smoothing" in smooth.conventions
    assert "eigen smoothing" not in plain.conventions
