"""Which layers a CAM looks at, how several are fused, and what is refused with a reason."""

import cv2
import numpy as np
import pytest

from engine.errors import RequestError
from engine.explain.ablation_cam import AblationCam
from engine.explain.cam import GradCam, HiResCam
from engine.explain.cam_eigen import EigenCam
from engine.explain.cam_frame import fuse_maps
from engine.explain.cam_layers import EACH_RESOLUTION, fused_layers
from engine.explain.recipro_cam import ReciproCam
from tests.support.models import model_of
from tests.support.toys import explain, node, open_toy, relu_net, request_for

PICTURE = np.random.default_rng(1).random((1, 8, 8))


@pytest.fixture
def model(tmp_path):
    return open_toy(tmp_path / "toy", relu_net(2, has_bias=True))


def residual_net():
    """Conv, relu "r", conv, relu "rc", "sum" of both, mean, logits: "r" goes around "rc"."""
    rng = np.random.default_rng(2)
    stored = {
        "w1": rng.normal(size=(3, 1, 3, 3)).astype(np.float32),
        "w2": rng.normal(size=(3, 3, 3, 3)).astype(np.float32),
        "h": rng.normal(size=(3, 2)).astype(np.float32),
    }
    same = {"pads": [1, 1, 1, 1]}
    nodes = [
        node("Conv", ["x", "w1"], ["c0"], name="first", **same),
        node("Relu", ["c0"], ["r"], name="relu"),
        node("Conv", ["r", "w2"], ["c"], name="second", **same),
        node("Relu", ["c"], ["rc"], name="relu2"),
        node("Add", ["rc", "r"], ["sum"], name="add"),
        node("GlobalAveragePool", ["sum"], ["g"], name="gap"),
        node("Flatten", ["g"], ["flat"], name="flatten"),
        node("MatMul", ["flat", "h"], ["logits"], name="dense"),
    ]
    return model_of(nodes, {"x": ("N", 1, 8, 8)}, {"logits": ("N", 2)}, stored)


def test_the_last_layer_of_each_resolution(model):
    found = fused_layers(request_for(model, PICTURE), EACH_RESOLUTION)

    assert [layer.tensor for layer in found] == ["r1", "r2"]


def test_named_layers_come_in_the_order_of_the_network_and_once(model):
    found = fused_layers(request_for(model, PICTURE), "r2, r1,r2")

    assert [layer.tensor for layer in found] == ["r1", "r2"]
    assert [layer.tensor for layer in fused_layers(request_for(model, PICTURE), "")] == ["r2"]


def test_fused_maps_are_normalised_first_and_as_fine_as_the_finest(model):
    fine, coarse = (explain(HiResCam(), model, PICTURE, layer=name).map for name in ("r1", "r2"))

    found = explain(HiResCam(), model, PICTURE, layers=EACH_RESOLUTION)

    stretched = cv2.resize(coarse / np.abs(coarse).max(), (8, 8), interpolation=cv2.INTER_LINEAR)
    expected = (fine / np.abs(fine).max() + stretched) / 2
    np.testing.assert_allclose(found.map, expected, atol=1e-6)
    assert "largest magnitude" in found.conventions["fusion"]
    assert found.map.shape == (8, 8)
    assert found.layer_tensor == "r1"


@pytest.mark.parametrize(("method", "backward"), [(GradCam(), 2), (EigenCam(), 0)])
def test_fused_layers_are_seen_in_one_run_forward(model, method, backward):
    found = explain(method, model, PICTURE, layers="r1,r2")

    assert (
        found.passes == 1 + backward <= method.passes(request_for(model, PICTURE, layers="r1,r2"))
    )


def test_layers_seen_together_do_not_change_what_one_alone_shows(tmp_path):
    alone, after = (open_toy(tmp_path / name, relu_net(2, has_bias=True)) for name in "ab")
    explain(GradCam(), after, PICTURE, layers="r1,r2")

    again = explain(GradCam(), after, PICTURE, layer="r1")

    np.testing.assert_array_equal(again.map, explain(GradCam(), alone, PICTURE, layer="r1").map)
    assert again.passes == 2  # runs of another group may round otherwise


def test_a_layer_that_cannot_be_cut_at_is_fused_all_the_same(tmp_path):
    model = open_toy(tmp_path / "residual", residual_net())

    found = explain(GradCam(), model, PICTURE, layers="rc,sum")

    assert found.passes == GradCam().passes(request_for(model, PICTURE, layers="rc,sum")) == 4
    assert np.isfinite(explain(EigenCam(), model, PICTURE, layers="rc,sum").map).all()


def test_a_map_without_evidence_counts_as_zeros():
    found = fuse_maps([np.zeros((2, 2)), np.array([[1.0, -4.0], [0.0, 2.0]])])

    np.testing.assert_array_equal(found, np.array([[0.125, -0.5], [0.0, 0.25]]))


@pytest.mark.parametrize(("name", "reason"), [("flat", "3"), ("g", "one place")])
def test_tensors_that_are_no_maps_are_refused_with_the_reason(tmp_path, name, reason):
    model = open_toy(tmp_path / "residual", residual_net())

    with pytest.raises(RequestError, match=f"no feature map.*{reason}"):
        explain(GradCam(), model, PICTURE, layer=name)
    with pytest.raises(RequestError, match="no feature map"):
        explain(GradCam(), model, PICTURE, layers=f"sum,{name}")


def test_gradient_cams_work_where_a_path_goes_around(tmp_path):
    model = open_toy(tmp_path / "residual", residual_net())
    slope = model_slope(model)

    found = explain(GradCam(), model, PICTURE, layer="rc")

    # The mean pools "rc" alone: the gradient is the head over Z, whatever goes around.
    rc = _tensor(model, "rc")
    np.testing.assert_allclose(found.map, np.tensordot(slope / 64, rc, 1), atol=1e-6)
    assert found.passes == 2


@pytest.mark.parametrize("method", [AblationCam(), ReciproCam()], ids=lambda m: m.id)
def test_tails_are_refused_where_a_path_goes_around_and_it_is_named(tmp_path, method):
    model = open_toy(tmp_path / "residual", residual_net())

    with pytest.raises(RequestError, match="Around it: 'r'"):
        explain(method, model, PICTURE, layer="rc")
    assert np.isfinite(explain(method, model, PICTURE, layer="sum").map).all()


def model_slope(model):
    from onnx import numpy_helper

    (head,) = (t for t in model.graph.graph.initializer if t.name == "h")
    return numpy_helper.to_array(head)[:, 0]


def _tensor(model, name):
    from onnx.reference import ReferenceEvaluator

    from engine.graph.cut import with_outputs

    graph = with_outputs(model.graph, (name,))
    return ReferenceEvaluator(graph).run([name], {"x": PICTURE[None].astype(np.float32)})[0][0]
