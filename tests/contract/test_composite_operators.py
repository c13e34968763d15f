"""Operators that are opened into simpler ones: each against a reference of its own, per opset."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from engine.autodiff.build import build_gradient_model
from engine.autodiff.registry import COMPOSITE, NO_GRADIENT
from engine.autodiff.rules import RULES
from tests.conftest import ROOT
from tests.support import numeric
from tests.support.models import model_of

RNG = np.random.default_rng(11)
TORCH = "torch is not part of the locked environment; it is a second opinion here"
OPSETS = (23, 24, 26)


def normal(*shape):
    return RNG.normal(size=shape).astype(np.float32)


def gradients(op, inputs, attrs, opset, *, stored=None, batch=None):
    """Gradients of one operator by all its fed inputs, their seed, and y."""
    feeds = {f"x{i}": v for i, v in enumerate(inputs)}
    shapes = {k: (batch or v.shape[0], *v.shape[1:]) for k, v in feeds.items()}
    node = helper.make_node(op, [*feeds, *(stored or {})], ["y"], name="node", **attrs)
    model = model_of([node], shapes, {"y": None}, stored or {}, opset=opset)
    (y,) = numeric.run(model, feeds, ["y"])
    g = RNG.normal(size=y.shape).astype(np.float32)
    graph = build_gradient_model(model, score="y", wrt=list(feeds))
    onnx.checker.check_model(graph.model, full_check=True)
    assert {node.domain for node in graph.model.graph.node} == {""}
    outputs = [graph.gradients[name] for name in feeds]
    found = numeric.run(graph.model, {**feeds, graph.seed_input: g}, outputs)
    return found, g, y


def by_torch(function, inputs, g):
    torch = pytest.importorskip("torch", reason=TORCH)
    tensors = [torch.tensor(v, requires_grad=True) for v in inputs]
    y = function(torch, *tensors)
    y.backward(torch.tensor(g))
    return [t.grad.numpy() for t in tensors], y.detach().numpy()


def test_composites_are_operators_without_a_rule_of_their_own():
    assert not COMPOSITE & (set(RULES) | NO_GRADIENT)
    assert all(onnx.defs.has(op) for op in COMPOSITE)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = text.split("Opened into operators that have one:")[1].split(".")[0]
    assert {name.strip() for name in listed.split(",")} == COMPOSITE


@pytest.mark.parametrize("batch", [None, "N"], ids=["fixed", "free-batch"])
@pytest.mark.parametrize("opset", OPSETS)
@pytest.mark.parametrize("causal", [False, True])
def test_attention_of_four_axes(opset, causal, batch):
    inputs = [normal(2, 3, 5, 4), normal(2, 3, 5, 4), normal(2, 3, 5, 6)]

    ours, g, y = gradients("Attention", inputs, {"is_causal": int(causal)}, opset, batch=batch)

    def reference(torch, q, k, v):
        return torch.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=causal)

    theirs, y_torch = by_torch(reference, inputs, g)
    np.testing.assert_allclose(y, y_torch, rtol=1e-5, atol=1e-6)
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("opset", OPSETS)
def test_attention_of_three_axes_with_shared_keys_mask_and_scale(opset):
    inputs = [normal(2, 5, 8), normal(2, 6, 4), normal(2, 6, 4), normal(5, 6)]
    attrs = {"q_num_heads": 4, "kv_num_heads": 2, "scale": 0.3}

    ours, g, y = gradients("Attention", inputs, attrs, opset)

    def reference(torch, q, k, v, mask):
        q, k, v = (t.reshape(2, t.shape[1], -1, 2).transpose(1, 2) for t in (q, k, v))
        k, v = (t.repeat_interleave(2, dim=1) for t in (k, v))
        weights = torch.softmax(0.3 * q @ k.transpose(2, 3) + mask, dim=-1)
        return (weights @ v).transpose(1, 2).reshape(2, 5, 8)

    theirs, y_torch = by_torch(reference, inputs, g)
    np.testing.assert_allclose(y, y_torch, rtol=1e-5, atol=1e-6)
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("opset", OPSETS)
def test_attention_with_a_cap(opset):
    inputs = [normal(1, 2, 4, 3), normal(1, 2, 4, 3), normal(1, 2, 4, 3)]

    ours, g, _ = gradients("Attention", inputs, {"softcap": 1.5}, opset)

    def reference(torch, q, k, v):
        scores = q @ k.transpose(2, 3) / np.sqrt(3)
        return torch.softmax(1.5 * torch.tanh(scores / 1.5), dim=-1) @ v

    theirs, _ = by_torch(reference, inputs, g)
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("opset", OPSETS)
@pytest.mark.parametrize("interleaved", [0, 1])
def test_rotary_embedding_turns_the_gradient_back(opset, interleaved):
    """Pairs turn by an angle: the gradient turns by the opposite one."""
    x, angle = normal(2, 3, 4, 8), RNG.uniform(0, 6, (2, 4, 4))
    stored = {"cos": np.cos(angle).astype(np.float32), "sin": np.sin(angle).astype(np.float32)}

    (ours,), g, _ = gradients(
        "RotaryEmbedding", [x], {"interleaved": interleaved}, opset, stored=stored
    )

    first, second = (
        (slice(0, None, 2), slice(1, None, 2)) if interleaved else (slice(4), slice(4, 8))
    )
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    expected = np.empty(g.shape)
    expected[..., first] = cos * g[..., first] + sin * g[..., second]
    expected[..., second] = cos * g[..., second] - sin * g[..., first]
    np.testing.assert_allclose(ours, expected, rtol=1e-5, atol=1e-6)
    lengths = [np.linalg.norm(v, axis=-1) for v in (ours, g)]
    np.testing.assert_allclose(*lengths, rtol=1e-5)


@pytest.mark.parametrize("opset", [18, 23, 26])
def test_center_crop_pad_returns_the_crop_and_drops_the_border(opset):
    """4 rows become 7 (1 above, 2 below), 9 columns become 6 (1 left, 2 right cut off)."""
    stored = {"size": np.array([7, 6])}

    (ours,), g, y = gradients(
        "CenterCropPad", [normal(2, 3, 4, 9)], {"axes": [2, 3]}, opset, stored=stored
    )

    assert y.shape == (2, 3, 7, 6)
    expected = np.zeros((2, 3, 4, 9), np.float32)
    expected[..., 1:7] = g[:, :, 1:5, :]
    np.testing.assert_array_equal(ours, expected)


def test_a_composite_off_the_path_stays_whole():
    """Only what lies between the tensor asked for and the score is opened."""
    nodes = [
        helper.make_node("CenterCropPad", ["x", "size"], ["cropped"], axes=[1]),
        helper.make_node("Exp", ["cropped"], ["y"]),
    ]
    stored = {"size": np.array([4])}
    model = model_of(nodes, {"x": ("N", 6)}, {"y": ("N", 4)}, stored, opset=20)

    behind = build_gradient_model(model, score="y", wrt=["cropped"])
    before = build_gradient_model(model, score="y", wrt=["x"])

    assert "CenterCropPad" in {n.op_type for n in behind.model.graph.node}
    assert "CenterCropPad" not in {n.op_type for n in before.model.graph.node}


def test_half_precision_attention_agrees_with_single():
    inputs = [normal(1, 2, 5, 4) for _ in range(3)]
    expected, g, _ = gradients("Attention", inputs, {}, 23)
    names = [f"x{i}" for i in range(3)]
    node = helper.make_node("Attention", names, ["y"])
    shapes = {name: v.shape for name, v in zip(names, inputs, strict=True)}
    model = model_of([node], shapes, {"y": None}, opset=23, dtype=TensorProto.FLOAT16)
    graph = build_gradient_model(model, score="y", wrt=names)
    feeds = {name: v.astype(np.float16) for name, v in zip(names, inputs, strict=True)}
    feeds[graph.seed_input] = g.astype(np.float16)

    found = numeric.run(graph.model, feeds, [graph.gradients[name] for name in names])

    for a, b in zip(found, expected, strict=True):
        assert a.dtype == np.float16
        np.testing.assert_allclose(a, b, rtol=3e-2, atol=5e-3)
