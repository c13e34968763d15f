"""Networks published by others: scores, layers, upgrades and gradients."""

from pathlib import Path

import numpy as np
import onnx
import pytest

from engine.autodiff.build import build_gradient_model
from engine.errors import ModelError
from engine.graph.cut import with_dynamic_batch, with_outputs
from engine.graph.facts import GraphFacts, load_model
from engine.graph.layers import default_cam_layer, list_layers
from engine.graph.score import find_score
from engine.graph.upgrade import upgraded
from tests.support import numeric

pytestmark = pytest.mark.real_data

# file: (logits, classes, activation, default layer, what the gradient model notes)
MODELS = {
    "cifar100_selu_fixed_batch.onnx": ("output", 100, "none", "/act_3/Selu_output_0", ()),
    "cxr_nih15_mobilenetv3_int8.onnx": (
        "output",
        15,
        "none",
        "/hs2/Mul_output_0",
        ("straight-through through 158 QuantizeLinear nodes",),
    ),
    "light_densenet121.onnx": ("fc6_1", 1000, "none", "r907", ()),
    "squeezenet_cifar10_nhwc.onnx": (
        "squeezenet/global_average_pooling2d/Mean_Squeeze__83:0",
        10,
        "softmax",
        "squeezenet/relu_conv10/Relu:0",
        (),
    ),
    "skin_external_data/model.onnx": ("output", 1, "none", "relu_3", ()),
}


@pytest.fixture(params=MODELS, ids=lambda name: name.split(".")[0].split("/")[0])
def named(request: pytest.FixtureRequest, shared_data: Path) -> tuple[str, onnx.ModelProto]:
    """File name and model; loaded with its weights' file where it has one."""
    return request.param, onnx.load(shared_data / "models" / "onnx" / request.param)


def image_for(facts: GraphFacts) -> np.ndarray:
    shape = [d if isinstance(d, int) else 1 for d in facts.shape(facts.input_name)]
    return np.random.default_rng(0).normal(size=shape).astype(np.float32)


def test_score_and_default_layer_are_found(named: tuple[str, onnx.ModelProto]) -> None:
    name, model = named
    facts = GraphFacts(model)
    score = find_score(facts)
    layer = default_cam_layer(list_layers(facts))

    found = (score.logits, score.class_count, score.activation, layer.tensor)
    assert found == MODELS[name][:4]
    assert layer.is_cuttable


def test_upgrading_changes_no_bit_of_the_output(named: tuple[str, onnx.ModelProto]) -> None:
    _, model = named
    facts = GraphFacts(model)
    feeds = {facts.input_name: image_for(facts)}

    before, after = (numeric.run(m, feeds, facts.output_names)[0] for m in (model, upgraded(model)))

    np.testing.assert_array_equal(before, after)


def test_gradient_is_the_slope_of_the_published_network(
    named: tuple[str, onnx.ModelProto],
) -> None:
    name, model = named
    facts = GraphFacts(model)
    score = find_score(facts)
    layer = default_cam_layer(list_layers(facts))
    graph = build_gradient_model(model, score=score.logits, wrt=[facts.input_name, layer.tensor])
    assert graph.notes == MODELS[name][4]
    x = image_for(facts)
    seed = numeric.one_hot([d if isinstance(d, int) else 1 for d in score.shape], 0)
    feeds = {facts.input_name: x, graph.seed_input: seed}
    names = list(graph.gradients.values())
    dx, da = numeric.run(graph.model, feeds, names)
    assert dx.shape == x.shape
    assert np.isfinite(da).all()
    if "int8" in name:  # a staircase has no slope to compare with
        assert np.abs(dx).max() > 0
        return
    if "densenet" in name:  # 121 convolutions are slow in the reference evaluator
        total, logit = numeric.completeness_gap(model, score.logits, x, 0)
        assert total == pytest.approx(logit, rel=1e-4)
        return
    exact, _ = numeric.run_in_double(graph.model, feeds, names)
    assert numeric.relative_error(dx, exact) < 1e-3
    direction = np.random.default_rng(1).normal(size=x.shape)
    whole = with_outputs(upgraded(model), [score.logits])

    def evaluate(v: np.ndarray) -> np.ndarray:
        return seed * numeric.run_in_double(whole, {facts.input_name: v}, [score.logits])[0]

    slope = numeric.directional_difference(evaluate, x.astype(np.float64), direction, 1e-7)
    assert (exact * direction).sum() == pytest.approx(slope, rel=1e-4)


def test_a_fixed_batch_of_one_can_be_freed(shared_data: Path) -> None:
    model = onnx.load(shared_data / "models" / "onnx" / "cifar100_selu_fixed_batch.onnx")
    freed, reason = with_dynamic_batch(model)
    x = np.random.default_rng(0).normal(size=(2, 3, 32, 32)).astype(np.float32)

    (both,) = numeric.run(freed, {"input": x}, ["output"])

    assert reason == ""
    for i in (0, 1):
        (single,) = numeric.run(model, {"input": x[i : i + 1]}, ["output"])
        np.testing.assert_allclose(both[i], single[0], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(
    "name", ["bad_missing_external_data.onnx", "skin_external_data/model.onnx"]
)
def test_models_with_weights_elsewhere_are_refused(shared_data: Path, name: str) -> None:
    with pytest.raises(ModelError, match="separate file"):
        load_model((shared_data / "models" / "onnx" / name).read_bytes())
