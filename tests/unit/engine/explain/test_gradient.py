"""Saliency and input x gradient against weights, central differences and Euler's theorem."""

import numpy as np
import pytest

from engine.errors import RequestError
from engine.explain.explanation import NO_POSITIVE_EVIDENCE
from engine.explain.gradient import LAYER_UNUSED, InputXGradient, Saliency
from tests.support.models import small_classifier
from tests.support.numeric import run_in_double
from tests.support.toys import explain, linear_net, open_toy, relu_net

RNG = np.random.default_rng(1)
WEIGHTS = RNG.normal(size=(2, 3, 4, 5)).astype(np.float32)
PICTURE = RNG.random((3, 4, 5)).astype(np.float32)


@pytest.fixture(scope="module")
def linear(tmp_path_factory):
    return open_toy(tmp_path_factory.mktemp("toy") / "m", linear_net(WEIGHTS, bias=0.5))


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return open_toy(tmp_path_factory.mktemp("toy") / "m", small_classifier())


def test_saliency_of_a_linear_network_is_the_row_of_its_class(linear):
    signed = explain(Saliency(), linear, PICTURE, target="b", channels="sum")
    largest = explain(Saliency(), linear, PICTURE, target="b")

    np.testing.assert_allclose(signed.map, WEIGHTS[1].sum(0), atol=1e-6)
    np.testing.assert_allclose(largest.map, np.abs(WEIGHTS[1]).max(0), atol=1e-6)
    assert "never negative" in largest.conventions["sign"]
    assert signed.score == pytest.approx((WEIGHTS[1] * PICTURE).sum() + 0.5, rel=1e-5)


def test_one_class_against_another_is_the_difference_of_rows(linear):
    found = explain(Saliency(), linear, PICTURE, against="b", channels="sum")

    np.testing.assert_allclose(found.map, (WEIGHTS[0] - WEIGHTS[1]).sum(0), atol=1e-6)
    assert found.score == pytest.approx(((WEIGHTS[0] - WEIGHTS[1]) * PICTURE).sum(), abs=1e-4)


def test_saliency_agrees_with_central_differences(network):
    picture = RNG.random((3, 8, 8))
    found = explain(Saliency(), network, picture.astype(np.float32), target="c", channels="sum")

    step, slopes = 1e-6, np.zeros((8, 8))
    for row, column in np.ndindex(8, 8):
        moved = np.stack([picture, picture])
        moved[0, :, row, column] += step
        moved[1, :, row, column] -= step
        high, low = run_in_double(small_classifier(), {"x": moved}, ["logits"])[0][:, 2]
        slopes[row, column] = (high - low) / (2 * step)
    np.testing.assert_allclose(found.map, slopes, atol=1e-4 * np.abs(slopes).max())


def test_input_x_gradient_of_a_linear_network_is_weight_times_pixel(linear):
    found = explain(InputXGradient(), linear, PICTURE)

    np.testing.assert_allclose(found.map, (WEIGHTS[0] * PICTURE).sum(0), atol=1e-5)


def test_input_x_gradient_adds_up_where_nothing_has_a_bias(tmp_path):
    model = open_toy(tmp_path / "m", relu_net(has_bias=False))

    found = explain(InputXGradient(), model, RNG.random((1, 8, 8)), target="b")

    assert abs(found.score) > 1e-3
    assert found.map.sum() == pytest.approx(found.score, rel=1e-4)


def test_a_chosen_layer_is_not_dropped_silently(network):
    found = explain(Saliency(), network, RNG.random((3, 8, 8)), layer="r3")

    assert LAYER_UNUSED in found.flags
    assert found.layer is None


def test_black_images_give_typed_maps(tmp_path):
    model = open_toy(tmp_path / "m", relu_net(has_bias=False))
    found = [
        explain(method, model, np.zeros((1, 8, 8))) for method in (Saliency(), InputXGradient())
    ]

    assert all(np.isfinite(e.map).all() for e in found)
    assert NO_POSITIVE_EVIDENCE in found[1].flags


def test_unknown_channel_reductions_are_refused(linear):
    with pytest.raises(RequestError, match="channels"):
        explain(Saliency(), linear, PICTURE, channels="median")
