"""Stored weights and dead filters of little networks whose numbers are known."""

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from engine.browse.dead import watch
from engine.browse.weights import NEAR_ZERO, all_weights
from engine.progress import finish
from tests.support.toys import open_toy

KERNEL = np.array([[[[1.0, 0.0], [0.0, -2.0]]], [[[0.0, 0.0], [0.0, 1e-9]]]], np.float32)
HEAD = np.array([[1.0], [-1.0]], np.float32)


@pytest.fixture
def model(tmp_path):
    """Two filters of 2 x 2: one that fires on bright corners, one that never can (bias -5)."""
    nodes = [
        helper.make_node("Conv", ["input", "kernel", "bias"], ["conv"], "conv"),
        helper.make_node("Relu", ["conv"], ["maps"], "relu"),
        helper.make_node("GlobalAveragePool", ["maps"], ["pooled"], "gap"),
        helper.make_node("Flatten", ["pooled"], ["flat"], "flatten"),
        helper.make_node("Gemm", ["flat", "head"], ["logit"], "dense"),
    ]
    stored = {"kernel": KERNEL, "bias": np.array([0.0, -5.0], np.float32), "head": HEAD}
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "two filters",
        [value("input", TensorProto.FLOAT, ["N", 1, 6, 7])],
        [value("logit", TensorProto.FLOAT, ["N", 1])],
        [numpy_helper.from_array(array, name) for name, array in stored.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    return open_toy(tmp_path, helper.make_model(graph, opset_imports=opset, ir_version=8))


def test_kernels_come_with_outputs_first(model):
    conv, dense = all_weights(model)

    np.testing.assert_array_equal(conv.kernel, KERNEL)
    np.testing.assert_array_equal(conv.bias, [0.0, -5.0])
    np.testing.assert_array_equal(dense.kernel[:, :, 0, 0], HEAD.T)
    assert dense.bias is None
    assert (conv.operator, dense.operator) == ("Conv", "Gemm")


def test_near_zero_weights_and_histogram_by_hand(model):
    conv = all_weights(model)[0]

    assert np.sort(np.abs(KERNEL).ravel())[5] <= NEAR_ZERO * 2.0
    assert conv.near_zero == 6 / 8
    counts, edges = conv.histogram()
    assert counts.sum() == 8
    assert (edges[0], edges[-1]) == (-2.0, 2.0)
    assert counts[0] == 1  # the -2
    np.testing.assert_array_equal(conv.picture(0), KERNEL[0, 0])


def test_a_filter_that_no_image_makes_fire_is_dead(model):
    shape = model.manifest.recipe.input_shape()
    images = [np.random.default_rng(n).uniform(size=shape).astype(np.float32) for n in range(3)]

    steps = list(watch(model, images, len(images)))
    (fired,) = steps[-1].result

    assert fired.layer.kind == "Relu"
    assert (fired.images, fired.dead, fired.can_be_pruned) == (3, (1,), True)
    by_hand = max((image[0, 0, :-1, :-1] - 2.0 * image[0, 0, 1:, 1:]).max() for image in images)
    assert fired.greatest[0] == pytest.approx(by_hand, abs=1e-5)
    assert [step.fraction for step in steps] == [0.25, 0.5, 0.75, 1.0]


def test_one_image_is_enough_to_bring_a_filter_to_life(model):
    shape = model.manifest.recipe.input_shape()
    dark = np.zeros(shape, np.float32)
    bright = dark.copy()
    bright[0, 0, 2, 2] = 1.0

    assert finish(watch(model, [dark], 1))[0].dead == (0, 1)
    assert finish(watch(model, [dark, bright], 2))[0].dead == (1,)
