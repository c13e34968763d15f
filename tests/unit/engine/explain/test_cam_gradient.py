"""CAMs whose weights come from gradients, against closed forms and an independent reference."""

import numpy as np
import pytest
from onnx import helper

from engine.explain.backward import tail_from
from engine.explain.cam import (
    ElementWiseGradCam,
    GradCam,
    GradCamPlusPlus,
    HiResCam,
    LayerCam,
    XGradCam,
)
from engine.explain.cam_eigen import EigenCam, EigenGradCam
from engine.explain.explanation import NO_POSITIVE_EVIDENCE
from tests.support.models import model_of
from tests.support.toys import explain, open_toy, relu_net, request_for

ALL = (
    GradCam(),
    GradCamPlusPlus(),
    HiResCam(),
    LayerCam(),
    XGradCam(),
    ElementWiseGradCam(),
    EigenCam(),
    EigenGradCam(),
)
EVERY = pytest.mark.parametrize("method", ALL, ids=lambda method: method.id)
node = helper.make_node


def flat_net(head: np.ndarray, *, has_relu: bool = True, scale: float = 1.0, bias: float = 0.0):
    """Two maps A_0 = x, A_1 = 1 - x of a 2 x 2 picture, flattened to one logit: g is the head."""
    stored = {
        "w": np.array([1.0, -1.0], np.float32).reshape(2, 1, 1, 1),
        "b": np.array([0.0, 1.0], np.float32),
        "head": (scale * head).reshape(-1, 1).astype(np.float32),
        "c": np.array([bias], np.float32),
    }
    nodes = [
        node("Conv", ["x", "w", "b"], ["maps" if not has_relu else "conv"], name="conv"),
        *([node("Relu", ["conv"], ["maps"], name="relu")] if has_relu else []),
        node("Flatten", ["maps"], ["flat"], name="flatten"),
        node("Gemm", ["flat", "head", "c"], ["logits"], name="dense"),
    ]
    return model_of(nodes, {"x": ("N", 1, 2, 2)}, {"logits": ("N", 1)}, stored)


# Activations and gradients of the toy net, written out.
PICTURE = np.array([[1.0, 0.75], [0.5, 0.25]])
A = np.stack([PICTURE, 1.0 - PICTURE])
G = np.array([[[2.0, -1.0], [0.5, 0.0]], [[-3.0, 1.0], [0.0, 4.0]]])
# Grad-CAM: means 0.375 and 0.5. XGrad-CAM: (2 - .75 + .25) / 2.5 and (.25 + 3) / 1.5.
# Grad-CAM++: 2/(2+5) + .5/(2+1.25) and 1/(2+1.5) + 4/(2+6).
BY_HAND = {
    "grad-cam": 0.375 * A[0] + 0.5 * A[1],
    "hires-cam": np.array([[2.0, -0.5], [0.25, 3.0]]),
    "layer-cam": np.array([[2.0, 0.25], [0.25, 3.0]]),
    "elementwise-grad-cam": np.array([[2.0, 0.25], [0.25, 3.0]]),
    "xgrad-cam": 0.6 * A[0] + 3.25 / 1.5 * A[1],
    "grad-cam++": (2 / 7 + 0.5 / 3.25) * A[0] + (1 / 3.5 + 0.5) * A[1],
}


@pytest.mark.parametrize("method", ALL[:6], ids=lambda method: method.id)
def test_toy_net_gives_the_values_worked_out_by_hand(tmp_path, method):
    model = open_toy(tmp_path / "toy", flat_net(G))

    found = explain(method, model, PICTURE[None], layer="maps")

    np.testing.assert_allclose(found.map, BY_HAND[method.id], atol=1e-6)


def test_behind_pooling_four_cams_are_one(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(1).random((1, 8, 8))

    maps = [explain(m, model, picture).map for m in (GradCam(), HiResCam(), XGradCam())]

    np.testing.assert_allclose(maps[1], maps[0], atol=1e-7)
    np.testing.assert_allclose(maps[2], maps[0], atol=1e-7)
    assert np.ptp(maps[0]) > 0


def test_behind_pooling_grad_cam_plus_plus_has_its_closed_form(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(1).random((1, 8, 8))
    flow = tail_from(model, "r2").run(_activation(model, picture), np.array([[1, 0]], np.float32))
    activations, slopes = flow.activation[0].astype(np.float64), flow.gradient[0, :, 0, 0]
    places = activations[0].size

    found = explain(GradCamPlusPlus(), model, picture)

    alpha = 1 / (2 + slopes * activations.sum(axis=(1, 2)))
    weights = places * np.maximum(slopes, 0) * alpha
    np.testing.assert_allclose(found.map, np.tensordot(weights, activations, 1), atol=1e-6)
    assert (slopes > 0).any()
    assert (slopes < 0).any()


def test_grad_cam_plus_plus_survives_tiny_and_huge_gradients(tmp_path):
    for number, scale in enumerate((1e-15, 1e15)):
        model = open_toy(tmp_path / f"toy{number}", flat_net(G, scale=scale))
        found = explain(GradCamPlusPlus(), model, PICTURE[None], layer="maps").map
        positive = np.maximum(G * scale, 0)
        weights = (positive / (2 + positive * A.sum(axis=(1, 2), keepdims=True))).sum(axis=(1, 2))
        # The square of 1e-15 and the cube of 1e15 do not fit single precision.
        np.testing.assert_allclose(found, np.tensordot(weights, A, 1), rtol=1e-5)


def test_layer_cam_is_never_below_hires_cam_where_activations_are_positive(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(2).random((1, 8, 8))

    layer, hires, element = (
        explain(m, model, picture, layer="r1").map
        for m in (LayerCam(), HiResCam(), ElementWiseGradCam())
    )

    assert (layer >= hires - 1e-7).all()
    assert (layer > hires + 1e-4).any()
    np.testing.assert_allclose(element, layer, atol=1e-7)


def test_layer_cam_and_element_wise_part_where_activations_are_negative(tmp_path):
    model = open_toy(tmp_path / "toy", flat_net(G, has_relu=False))
    picture = np.array([[2.0, -1.0], [0.5, 0.25]])[None]
    maps = np.stack([picture[0], 1 - picture[0]])

    layer, element = (explain(m, model, picture, layer="maps").map for m in (ALL[3], ALL[5]))

    np.testing.assert_allclose(layer, (np.maximum(G, 0) * maps).sum(axis=0), atol=1e-6)
    np.testing.assert_allclose(element, np.maximum(G * maps, 0).sum(axis=0), atol=1e-6)
    assert not np.allclose(layer, element)


def test_xgrad_cam_adds_up_to_activation_times_gradient(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(3).random((1, 8, 8))

    xgrad, hires, grad = (
        explain(m, model, picture, layer="r1").map for m in (XGradCam(), HiResCam(), GradCam())
    )

    assert xgrad.sum() == pytest.approx(hires.sum(), rel=1e-5)
    assert grad.sum() != pytest.approx(hires.sum(), rel=1e-2)


def test_xgrad_cam_gives_no_weight_to_activations_that_cancel(tmp_path):
    model = open_toy(tmp_path / "toy", flat_net(G, has_relu=False))
    picture = np.array([[1.0, -1.0], [0.5, -0.5]])[None]

    found = explain(XGradCam(), model, picture, layer="maps")

    ones = 1 - picture[0]  # sums up to 4
    np.testing.assert_allclose(found.map, (G[1] * ones).sum() / 4 * ones, atol=1e-6)
    assert any("1 channels whose activations cancel" in flag for flag in found.flags)


@EVERY
def test_an_input_without_activations_gives_zeros_and_says_so(tmp_path, method):
    stored = {"w": np.ones((3, 1, 1, 1), np.float32), "h": np.ones((3, 1), np.float32)}
    nodes = [
        node("Conv", ["x", "w"], ["conv"], name="conv"),
        node("Relu", ["conv"], ["maps"], name="relu"),
        node("GlobalAveragePool", ["maps"], ["g"], name="gap"),
        node("Flatten", ["g"], ["flat"], name="flatten"),
        node("MatMul", ["flat", "h"], ["logits"], name="dense"),
    ]
    graph = model_of(nodes, {"x": ("N", 1, 4, 4)}, {"logits": ("N", 1)}, stored)
    model = open_toy(tmp_path / "toy", graph)

    found = explain(method, model, np.zeros((1, 4, 4)))

    np.testing.assert_array_equal(found.map, 0.0)
    assert NO_POSITIVE_EVIDENCE in found.flags


@pytest.mark.parametrize("method", [m for m in ALL[:6] if m.id != "grad-cam++"], ids=lambda m: m.id)
def test_a_score_twice_as_large_has_a_map_twice_as_large(tmp_path, method):
    maps = [
        explain(
            method,
            open_toy(tmp_path / f"toy{scale}", flat_net(G, scale=scale)),
            PICTURE[None],
            layer="maps",
        ).map
        for scale in (1.0, 2.0)
    ]

    np.testing.assert_allclose(maps[1], 2 * maps[0], atol=1e-6)
    assert np.abs(maps[0]).max() > 0.1


@EVERY
def test_the_order_of_the_channels_does_not_matter(tmp_path, method):
    graph = relu_net(2, has_bias=True)
    order = np.array([3, 0, 4, 1, 2])
    picture = np.random.default_rng(4).random((1, 8, 8))

    plain = explain(method, open_toy(tmp_path / "plain", graph), picture, layer="r2").map
    shuffled = open_toy(tmp_path / "other", _shuffled(relu_net(2, has_bias=True), order))
    found = explain(method, shuffled, picture, layer="r2").map

    np.testing.assert_allclose(found, plain, atol=2e-6)


@EVERY
def test_channels_last_gives_the_same_map(tmp_path, method):
    graph = relu_net(2, has_bias=True)
    picture = np.random.default_rng(5).random((1, 8, 8))
    model = open_toy(tmp_path / "nchw", graph)
    turned = open_toy(tmp_path / "nhwc", _with_turned_maps(relu_net(2, has_bias=True)))
    layer = next(each for each in turned.layers if each.layout == "nhwc")

    found = explain(method, turned, picture, layer=layer.tensor)

    np.testing.assert_allclose(found.map, explain(method, model, picture).map, atol=2e-6)


@EVERY
def test_a_difference_of_classes_is_the_difference_of_their_gradients(tmp_path, method):
    if method.id not in ("grad-cam", "hires-cam", "xgrad-cam"):
        pytest.skip("not linear in the gradient")
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(6).random((1, 8, 8))

    a, b = (explain(method, model, picture, target=t, layer="r1").map for t in "ab")
    both = explain(method, model, picture, target="a", against="b", layer="r1").map

    np.testing.assert_allclose(both, a - b, atol=1e-6)
    assert not np.allclose(a, b)


def test_gradients_and_maps_agree_with_torch(tmp_path):
    torch = pytest.importorskip("torch", reason="torch is not part of the locked environment")
    from onnx import numpy_helper

    graph = relu_net(2, has_bias=True)
    w = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.graph.initializer}
    picture = np.random.default_rng(7).random((1, 8, 8)).astype(np.float32)
    conv = torch.nn.functional.conv2d
    first = torch.relu(conv(torch.tensor(picture)[None], w["w1"], w["b1"], padding=1))
    first.requires_grad_(True)
    second = torch.relu(conv(torch.max_pool2d(first, 2), w["w2"], w["b2"], padding=1))
    logits = second.mean(dim=(2, 3)) @ w["w3"] + w["b3"]
    (slope,) = torch.autograd.grad(logits[0, 1], first)
    a, g = first.detach().numpy()[0].astype(np.float64), slope.numpy()[0].astype(np.float64)
    total = a.sum(axis=(1, 2))
    weights = {
        "grad-cam": g.mean(axis=(1, 2)),
        "xgrad-cam": np.divide((g * a).sum(axis=(1, 2)), total, where=total > 0, out=0 * total),
        "grad-cam++": (
            g**2 / np.where(g != 0, 2 * g**2 + g**3 * total[:, None, None], 1.0) * np.maximum(g, 0)
        ).sum(axis=(1, 2)),
    }
    expected = {name: np.tensordot(w, a, 1) for name, w in weights.items()} | {
        "hires-cam": (g * a).sum(axis=0),
        "layer-cam": (np.maximum(g, 0) * a).sum(axis=0),
        "elementwise-grad-cam": np.maximum(g * a, 0).sum(axis=0),
    }
    model = open_toy(tmp_path / "toy", graph)

    for method in ALL[:6]:
        found = explain(method, model, picture, target="b", layer="r1").map
        np.testing.assert_allclose(found, expected[method.id], atol=2e-6, err_msg=method.id)


def test_eight_maps_of_one_image_cost_one_run_and_another_class_the_tail(tmp_path):
    model = open_toy(tmp_path / "toy", relu_net(2, has_bias=True))
    picture = np.random.default_rng(8).random((1, 8, 8))

    passes = [explain(method, model, picture).passes for method in ALL]

    assert passes == [2, 0, 0, 0, 0, 0, 0, 0]
    assert explain(GradCam(), model, picture, target="b").passes == 1
    assert explain(GradCam(), model, picture[:, ::-1]).passes == 2
    assert all(m.passes(request_for(model, picture)) <= 2 for m in ALL)


def test_a_map_does_not_depend_on_what_was_asked_before(tmp_path):
    picture = np.random.default_rng(9).random((1, 8, 8))
    fresh = open_toy(tmp_path / "one", relu_net(2, has_bias=True))
    used = open_toy(tmp_path / "two", relu_net(2, has_bias=True))
    explain(EigenCam(), used, picture, layer="r1")
    explain(GradCam(), used, picture, target="b", layer="r1")

    alone, later = (explain(GradCam(), m, picture, layer="r1").map for m in (fresh, used))

    np.testing.assert_array_equal(alone, later)


def _activation(model, picture):
    from engine.explain.flows import seen_at
    from engine.graph.layers import find_layer

    request = request_for(model, picture)
    return seen_at(request, find_layer(model.layers, "r2"), request.tensor)[0].activation


def _shuffled(graph, order):
    """The same network with the channels of its last layer in another order."""
    from onnx import numpy_helper

    for stored in graph.graph.initializer:
        values = numpy_helper.to_array(stored)
        if stored.name in ("w2", "b2", "w3"):
            stored.CopyFrom(numpy_helper.from_array(values[order].copy(), stored.name))
    return graph


def _with_turned_maps(graph):
    """The last layer's maps turned to channels last and averaged there."""
    nodes = list(graph.graph.node)
    del graph.graph.node[:]
    for each in nodes:
        if each.op_type == "Relu" and each.output[0] == "r2":
            graph.graph.node.extend(
                [
                    node("Transpose", ["c2"], ["c2t"], name="turn", perm=[0, 2, 3, 1]),
                    node("Relu", ["c2t"], ["r2"], name="relu2"),
                ]
            )
        elif each.op_type == "GlobalAveragePool":
            graph.graph.node.append(
                node("ReduceMean", ["r2"], ["f"], name="gap", axes=[1, 2], keepdims=0)
            )
        elif each.op_type != "Flatten":
            graph.graph.node.append(each)
    del graph.graph.value_info[:]
    return graph
