"""Fusing changes how a gradient is computed, never which one, nor the tensors asked for."""

from collections import Counter

import numpy as np
import pytest
from onnx import ModelProto, helper

from engine.autodiff import build
from engine.autodiff.build import GradientModel, build_gradient_model
from tests.support import numeric
from tests.support.models import model_of
from tests.support.networks import densenet_like, mobilenet_like, resnet_like

RNG = np.random.default_rng(5)
node = helper.make_node


def operators(graph: GradientModel) -> Counter[str]:
    """How many new nodes of each kind a gradient model has."""
    return Counter(n.op_type for n in graph.model.graph.node if n.name.startswith("grad/"))


def by_input(model: ModelProto, graph: GradientModel, x: np.ndarray) -> list[np.ndarray]:
    """Every gradient of the first class, in double precision."""
    shape = (len(x), 3)
    feeds = {"x": x, graph.seed_input: numeric.one_hot(shape, 0)}
    return numeric.run_in_double(graph.model, feeds, list(graph.gradients.values()))


@pytest.mark.parametrize("network", [resnet_like, mobilenet_like, densenet_like])
def test_fused_gradients_are_those_of_the_rules_alone(
    network: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = network()
    tensors = ["x", *(n.output[0] for n in model.graph.node if n.op_type in ("Relu", "Clip"))]
    x = RNG.normal(size=(2, 3, 8, 8)).astype(np.float32)
    fused = [build_gradient_model(model, score="logits", wrt=w) for w in (["x"], tensors)]
    monkeypatch.setattr(build, "fuse", lambda *_: None)
    plain = [build_gradient_model(model, score="logits", wrt=w) for w in (["x"], tensors)]

    for ours, reference in zip(fused, plain, strict=True):
        for a, b in zip(by_input(model, ours, x), by_input(model, reference, x), strict=True):
            np.testing.assert_allclose(a, b, rtol=1e-6, atol=1e-9)


def chain(*, pad: bool = False, group: int = 1, width: int = 4) -> ModelProto:
    """[Pad] - Conv - factor per channel - Relu - Conv - score."""
    nodes = [node("Pad", ["x", "pads"], ["p"])] if pad else []
    last = "p" if pad else "x"
    nodes += [
        node("Conv", [last, "w1"], ["c1"], name="conv1", kernel_shape=[3, 3], group=group),
        node("Mul", ["c1", "s"], ["scaled"]),
        node("Relu", ["scaled"], ["r"]),
        node("Conv", ["r", "w2"], ["c2"], kernel_shape=[3, 3]),
        node("GlobalAveragePool", ["c2"], ["g"]),
        node("Flatten", ["g"], ["logits"]),
    ]
    stored = {
        "w1": RNG.normal(size=(width, width // group, 3, 3)).astype(np.float32),
        "w2": RNG.normal(size=(3, width, 3, 3)).astype(np.float32),
        "s": RNG.uniform(0.5, 2, (width, 1, 1)).astype(np.float32),
    }
    if pad:
        stored["pads"] = np.array([0, 0, 1, 2, 0, 0, 2, 1])
    return model_of(nodes, {"x": ("N", width, 8, 8)}, {"logits": ("N", 3)}, stored)


@pytest.mark.parametrize("group", [1, 4])
def test_a_factor_per_channel_goes_into_the_weights(group: int) -> None:
    model = chain(group=group)
    graph = build_gradient_model(model, score="logits", wrt=["x"])

    data = [n for n in graph.model.graph.node if n.op_type == "Mul" and n.name.startswith("grad/")]
    stored = {t.name for t in graph.model.graph.initializer}
    # What is left: the share of the pooling, the mask, and the product of weights and factor.
    assert sum("s" in n.input for n in data) == 0
    assert len(data) == 3
    assert any(set(n.input) & stored for n in data)


def test_a_factor_of_an_asked_for_gradient_stays() -> None:
    graph = build_gradient_model(chain(), score="logits", wrt=["x", "c1"])
    x = RNG.normal(size=(1, 4, 8, 8)).astype(np.float32)
    dx, dc = by_input(chain(), graph, x)

    assert dx.shape == x.shape
    assert np.abs(dc).max() > 0


@pytest.mark.parametrize(("width", "turned"), [(4, 0), (8, 2)], ids=["thin", "wide"])
def test_a_border_becomes_the_padding_of_the_convolution(width: int, turned: int) -> None:
    model = chain(pad=True, width=width)
    padded = operators(build_gradient_model(model, score="logits", wrt=["x"]))
    # One Slice turns each kernel around where it is an ordinary convolution's; none crops an image.
    assert padded["Slice"] == turned
    assert padded["Pad"] == 0


def test_nothing_is_left_that_nobody_reads() -> None:
    model = build_gradient_model(densenet_like(), score="logits", wrt=["x"]).model.graph
    read = {name for n in model.node for name in n.input} | {v.name for v in model.output}

    assert all(not read.isdisjoint(n.output) for n in model.node)
    assert {t.name for t in model.initializer} <= read
