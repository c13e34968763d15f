"""The gradient family against torch autograd in double precision, each method written out plainly.

Torch serves here as a second, independent way to differentiate; the methods' formulas are written
down once more, without any of the engine's code.
"""

import numpy as np
import pytest
from onnx import numpy_helper

from engine.explain.deep_lift import DeepLift
from engine.explain.expected_gradients import ExpectedGradients
from engine.explain.gradient import InputXGradient, Saliency
from engine.explain.integrated_gradients import IntegratedGradients
from engine.explain.noisy_gradient import SmoothGrad, SmoothGradSquared, VarGrad
from engine.explain.rectified import DeconvNet, GuidedBackprop
from tests.support.toys import explain, open_toy, relu_net

torch = pytest.importorskip("torch", reason="torch, the second opinion, is not installed")

GRAPH = relu_net(seed=9, has_bias=True)
WEIGHTS = {
    entry.name: torch.tensor(numpy_helper.to_array(entry).astype(np.float64))
    for entry in GRAPH.graph.initializer
}
RNG = np.random.default_rng(6)
PICTURE = RNG.random((1, 8, 8)).astype(np.float32)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return open_toy(tmp_path_factory.mktemp("toy") / "m", GRAPH)


def _logits(x, rectify=torch.relu):
    functional = torch.nn.functional
    x = rectify(functional.conv2d(x, WEIGHTS["w1"], WEIGHTS["b1"], padding=1))
    x = functional.max_pool2d(x, 2)
    x = rectify(functional.conv2d(x, WEIGHTS["w2"], WEIGHTS["b2"], padding=1))
    return x.mean(dim=(2, 3)) @ WEIGHTS["w3"] + WEIGHTS["b3"]


def _gradients(points, rectify=torch.relu):
    """(N, 8, 8) gradients of the second logit at (N, 1, 8, 8) points."""
    x = torch.tensor(np.asarray(points, np.float64), requires_grad=True)
    _logits(x, rectify)[:, 1].sum().backward()
    return x.grad.numpy()[:, 0]


class _Guided(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g.clamp(min=0) * (x > 0)


class _Deconv(_Guided):
    @staticmethod
    def backward(ctx, g):
        return g.clamp(min=0)


def _same(found, expected):
    np.testing.assert_allclose(found, expected, atol=2e-5 * np.abs(expected).max())


def test_saliency_and_input_x_gradient(model):
    gradient = _gradients(PICTURE[None])[0]

    _same(explain(Saliency(), model, PICTURE, target="b", channels="sum").map, gradient)
    _same(explain(Saliency(), model, PICTURE, target="b").map, np.abs(gradient))
    _same(explain(InputXGradient(), model, PICTURE, target="b").map, gradient * PICTURE[0])


@pytest.mark.parametrize(
    ("method", "rectify"),
    [(GuidedBackprop(), _Guided.apply), (DeconvNet(), _Deconv.apply)],
    ids=["guided-backprop", "deconvnet"],
)
def test_rectifier_variants(model, method, rectify):
    found = explain(method, model, PICTURE, target="b")

    _same(found.map, _gradients(PICTURE[None], rectify)[0])


def test_integrated_gradients_agree_with_a_fine_midpoint_rule(model):
    found = explain(
        IntegratedGradients(),
        model,
        PICTURE,
        target="b",
        baseline="white",
        steps=512,
        max_steps=512,
    )

    positions = (np.arange(4000) + 0.5) / 4000
    path = 1 + positions[:, None, None, None] * (PICTURE.astype(np.float64) - 1)
    expected = (PICTURE[0] - 1.0) * _gradients(path).mean(axis=0)
    # Both rules have an error of the size of one step where the path crosses kinks.
    np.testing.assert_allclose(found.map, expected, atol=0.01 * np.abs(expected).max())


def test_expected_gradients_agree_with_many_random_samples(model, tmp_path):
    rows = RNG.random((4, 1, 8, 8)).astype(np.float32)
    np.save(tmp_path / "rows.npy", rows)

    found = explain(
        ExpectedGradients(),
        model,
        PICTURE,
        target="b",
        background=str(tmp_path / "rows.npy"),
        steps=64,
    )

    count = 20000
    starts = rows[RNG.integers(0, len(rows), count)].astype(np.float64)
    points = starts + RNG.random((count, 1, 1, 1)) * (PICTURE - starts)
    samples = (PICTURE - starts)[:, 0] * _gradients(points)
    error = samples.std(axis=0) / np.sqrt(count)
    deviation = np.abs(found.map - samples.mean(axis=0))
    assert (deviation < 4.5 * error + 0.01 * np.abs(found.map).max()).all()


def test_noisy_gradients_agree_on_the_same_noise(model):
    asked = {"samples": 64, "tolerance": 0.0, "sigma": 0.3, "seed": 3}
    maps = [
        explain(m, model, PICTURE, target="b", **asked).map
        for m in (SmoothGrad(), SmoothGradSquared(), VarGrad())
    ]

    noise = np.random.default_rng(3).standard_normal((64, 1, 8, 8), dtype=np.float32)
    gradients = _gradients(PICTURE + np.float32(0.3 * np.ptp(PICTURE)) * noise)
    _same(maps[0], gradients.mean(axis=0))
    _same(maps[1], (gradients**2).mean(axis=0))
    _same(maps[2], gradients.var(axis=0))


def test_deep_lift_agrees_with_secants_written_out(model):
    """Rectifiers by their secants, the maximum in its two steps from y0 over max(y, y0) to y."""
    functional = torch.nn.functional
    end = torch.tensor(PICTURE[None].astype(np.float64))
    start = torch.zeros_like(end)
    z1, z1_start = (
        functional.conv2d(x, WEIGHTS["w1"], WEIGHTS["b1"], padding=1) for x in (end, start)
    )
    r1, r1_start = z1.clamp(min=0), z1_start.clamp(min=0)
    p1, p1_start = (functional.max_pool2d(r, 2) for r in (r1, r1_start))
    z2, z2_start = (
        functional.conv2d(p, WEIGHTS["w2"], WEIGHTS["b2"], padding=1) for p in (p1, p1_start)
    )
    multiplier = (WEIGHTS["w3"][:, 1] / 16).reshape(1, 5, 1, 1).expand_as(z2)
    multiplier = multiplier * _secant(z2, z2_start)
    multiplier = functional.conv_transpose2d(multiplier, WEIGHTS["w2"], padding=1)
    widest = torch.maximum(p1, p1_start)
    parts = _unpooled(r1, multiplier * (widest - p1_start))
    parts = parts + _unpooled(r1_start, multiplier * (p1 - widest))
    difference = r1 - r1_start
    multiplier = torch.where(difference.abs() > 1e-9, parts / difference, 0.0)
    multiplier = multiplier * _secant(z1, z1_start)
    multiplier = functional.conv_transpose2d(multiplier, WEIGHTS["w1"], padding=1)

    found = explain(DeepLift(), model, PICTURE, target="b")

    _same(found.map, (multiplier * (end - start))[0, 0].numpy())


def _secant(z, start):
    rise = z.clamp(min=0) - start.clamp(min=0)
    return torch.where((z - start).abs() > 1e-9, rise / (z - start), (z > 0).double())


def _unpooled(r, shares):
    """Shares of 2 x 2 windows put at the place of each window's maximum."""
    functional = torch.nn.functional
    _, places = functional.max_pool2d(r, 2, return_indices=True)
    return functional.max_unpool2d(shares, places, 2)
