"""Resize of drawn sizes: the transpose of what it computes, and torch's interpolation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.rule_cases.inputs import NONE
from tests.support.draws import PROPERTY, close, numbers, seeds
from tests.support.models import OperatorCase
from tests.support.rule_trial import RuleTrial

MODES = ("nearest", "linear", "cubic")
COORDINATES = (
    "half_pixel",
    "half_pixel_symmetric",
    "pytorch_half_pixel",
    "align_corners",
    "asymmetric",
)
ROUNDINGS = ("round_prefer_floor", "round_prefer_ceil", "floor", "ceil")


@st.composite
def resizes(draw: st.DrawFn) -> OperatorCase:
    mode = draw(st.sampled_from(MODES))
    attrs: dict[str, object] = {
        "mode": mode,
        "coordinate_transformation_mode": draw(st.sampled_from(COORDINATES)),
    }
    if mode == "nearest":
        attrs["nearest_mode"] = draw(st.sampled_from(ROUNDINGS))
    sizes = [draw(st.integers(1, 5)) for _ in range(2)]
    if draw(st.booleans()):
        wanted = [draw(st.integers(1, 7)) for _ in range(2)]
        ends = [NONE, NONE, np.array([2, 3, *wanted], np.int64)]
    else:
        factors = st.sampled_from((0.5, 1.0, 1.5, 2.0, 3.0))
        scales = [max(draw(factors), 1.0 / size) for size in sizes]
        ends = [NONE, np.array([1, 1, *scales], np.float32)]
    x = numbers(draw(seeds), (2, 3, *sizes))
    return OperatorCase("Resize", [x, *ends], attrs, stored=(2,), opset=19)


@PROPERTY
@given(resizes(), seeds)
def test_gradient_is_the_transpose_of_the_interpolation(case: OperatorCase, seed: int) -> None:
    """<g, R v> = <R' g, v>: Resize is linear, whatever its modes."""
    trial = RuleTrial(case)

    (dx,) = trial.gradients()

    assert dx.shape == trial.inputs[0].shape
    ahead = (trial.g.astype(np.float64) * trial.output()).sum()
    close(np.asarray((trial.inputs[0].astype(np.float64) * dx).sum()), np.asarray(ahead))


@PROPERTY
@given(
    st.sampled_from(("nearest", "bilinear", "corners", "bicubic")),
    st.lists(st.integers(1, 5), min_size=2, max_size=2),
    st.lists(st.integers(2, 8), min_size=2, max_size=2),  # one place: not torch's rule in ONNX
    seeds,
)
def test_torch_interpolation(kind: str, sizes: list[int], wanted: list[int], seed: int) -> None:
    pytest.importorskip("torch", reason="torch is the reference; it is not in the lock")
    from torch.nn.functional import interpolate

    from tests.support.torch_reference import compare

    attrs, options = {
        "nearest": (
            {"coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"},
            {"mode": "nearest"},
        ),
        "bilinear": (
            {"mode": "linear", "coordinate_transformation_mode": "pytorch_half_pixel"},
            {"mode": "bilinear"},
        ),
        "corners": (
            {"mode": "linear", "coordinate_transformation_mode": "align_corners"},
            {"mode": "bilinear", "align_corners": True},
        ),
        "bicubic": (
            {"mode": "cubic", "coordinate_transformation_mode": "pytorch_half_pixel"},
            {"mode": "bicubic"},
        ),
    }[kind]
    x = numbers(seed, (2, 2, *sizes))
    target = np.array([2, 2, *wanted], np.int64)
    case = OperatorCase("Resize", [x, NONE, NONE, target], attrs, opset=19)

    compare(case, lambda v, _: interpolate(v[0], size=tuple(wanted), **options))
