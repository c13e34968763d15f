"""Stored weights and dead filters of little networks whose numbers are known."""

import csv

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from engine.browse.dead import Fired, watch
from engine.browse.export import write_fired, write_kernels
from engine.browse.grid import GAP_PX, painter_of
from engine.browse.weights import NEAR_ZERO, Weights, all_weights
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


def test_the_first_layer_is_known_and_shows_one_plane_per_filter(model):
    conv, dense = all_weights(model)

    assert (conv.is_first, dense.is_first) == (True, False)
    np.testing.assert_array_equal(conv.planes(1), KERNEL[:, 0])
    np.testing.assert_array_equal(dense.planes(0), HEAD.T[0][:, None, None])


def test_filters_over_colours_have_zero_at_middle_grey():
    kernel = np.zeros((2, 3, 1, 2), np.float32)
    kernel[0, :, 0, 0] = (1.0, -1.0, 0.0)  # red, and against green
    kernel[1, :, 0, 1] = (-0.5, 0.5, 0.5)
    planes = Weights("first", "Conv", kernel, None, is_first=True).planes(0)
    assert planes.shape == (2, 1, 2, 3)

    own = painter_of(planes, is_shared=False, has_own_colours=True)
    shared = painter_of(planes, is_shared=True, has_own_colours=True)
    assert own(0, (1, 2)).tolist() == [[[255, 0, 128], [128, 128, 128]]]
    assert own(1, (1, 2))[0, 1].tolist() == [0, 255, 255]
    assert shared(1, (1, 2))[0, 1].tolist() == [64, 191, 191]  # 127.5 -+ 63.75
    empty = painter_of(np.zeros((1, 2, 2)), is_shared=False, has_own_colours=True)
    assert set(empty(0, (4, 4)).ravel().tolist()) == {128}


def test_depthwise_kernels_are_shown_together_and_others_by_output():
    kernel = np.arange(12, dtype=np.float32).reshape(3, 1, 2, 2)
    depthwise = Weights("dw", "Conv", kernel, None)
    full = Weights("full", "Conv", np.arange(24, dtype=np.float32).reshape(3, 2, 2, 2), None)

    assert (depthwise.has_one_each, full.has_one_each, depthwise.has_colours) == (
        True,
        False,
        False,
    )
    np.testing.assert_array_equal(depthwise.planes(2), kernel[:, 0])
    np.testing.assert_array_equal(full.planes(2), full.kernel[2])


def test_kernels_are_written_as_picture_array_and_histogram(model, tmp_path):
    conv = all_weights(model)[0]
    written = write_kernels(tmp_path / "new", "conv", conv, 0, "shared")

    np.testing.assert_array_equal(np.load(written["npy"]), KERNEL)
    rows = list(csv.DictReader(written["csv"].read_text().splitlines()))
    assert sum(int(row["weights"]) for row in rows) == KERNEL.size
    assert float(rows[0]["from"]) == -2.0
    picture = np.asarray(Image.open(written["png"]))
    assert picture[GAP_PX, GAP_PX].tolist() == [191] * 3  # 1 of at most 2: 127.5 * 1.5


@pytest.mark.parametrize(("least", "counts"), [(0.0, True), (-1.0, False)])
def test_clip_from_zero_is_a_rectifier(tmp_path, least, counts):
    nodes = [
        helper.make_node("Conv", ["input", "kernel"], ["conv"], "conv"),
        helper.make_node("Clip", ["conv", "least", "most"], ["maps"], "clip"),
        helper.make_node("GlobalAveragePool", ["maps"], ["pooled"], "gap"),
        helper.make_node("Flatten", ["pooled"], ["flat"], "flatten"),
        helper.make_node("Gemm", ["flat", "head"], ["logit"], "dense"),
    ]
    kernel = np.array([1.0, -1.0], np.float32).reshape(2, 1, 1, 1)
    bounds = {"least": np.float32(least), "most": np.float32(6.0)}
    stored = {"kernel": kernel, "head": HEAD} | {k: np.array(v) for k, v in bounds.items()}
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes, "clipped",
        [value("input", TensorProto.FLOAT, ["N", 1, 6, 7])],
        [value("logit", TensorProto.FLOAT, ["N", 1])],
        [numpy_helper.from_array(array, name) for name, array in stored.items()],
    )  # fmt: skip
    opset = [helper.make_opsetid("", 17)]
    model = open_toy(tmp_path, helper.make_model(graph, opset_imports=opset, ir_version=8))
    image = np.full(model.manifest.recipe.input_shape(), 0.5, np.float32)

    fired = finish(watch(model, [image], 1))
    assert [entry.dead for entry in fired] == ([(1,)] if counts else [])


def test_the_list_of_what_can_be_pruned_is_written(model, tmp_path):
    image = np.ones(model.manifest.recipe.input_shape(), np.float32)
    dark, alive = np.array([0.0, 2.0], np.float32), np.ones(3, np.float32)
    layer = finish(watch(model, [image], 1))[0].layer
    fired = [Fired(layer, dark, 7), Fired(layer, alive, 7)]

    first, second = csv.DictReader(write_fired(tmp_path, "dead", fired).read_text().splitlines())
    assert (first["dead"], first["dead_share"], first["dead_channels"]) == ("1", "0.5", "0")
    assert (first["can_be_pruned"], second["can_be_pruned"]) == ("1", "0")
    assert (second["images"], second["dead_channels"]) == ("7", "")
