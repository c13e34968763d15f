# ruff: noqa: D403 - formulas keep their letters
"""Rows of normalisations whose mean and spread depend on the image."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import IMAGE, folded, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial


def layer_norm(id_: str, axis: int, scale: tuple[int, ...], opset: int = 17) -> Case:
    """With scale and bias of the given shape, both asked for."""
    inputs = [normal(2, 3, 4), normal(*scale), normal(*scale)]
    return Case(
        "LayerNormalization", inputs, {"axis": axis, "epsilon": 1e-2}, (1, 2), (0, 1, 2),
        opset=opset, batch=(0,), id=id_,
    )  # fmt: skip


def group_norm(opset: int, groups: int, channels: int = 4) -> Case:
    """Scale and bias hold one number per channel."""
    inputs = [normal(2, channels, 3, 2), normal(channels), normal(channels)]
    return Case(
        "GroupNormalization", inputs, {"num_groups": groups, "epsilon": 1e-2}, (1, 2), (0, 1, 2),
        opset=opset, batch=(0,), id=f"opset{opset}-groups{groups}",
    )  # fmt: skip


CASES: list[Case] = [
    layer_norm("last", -1, (4,)),
    layer_norm("two-axes", 1, (3, 4)),
    layer_norm("negative", -2, (3, 4)),
    layer_norm("opset26", 2, (4,), opset=26),
    Case("LayerNormalization", [normal(2, 3, 4), normal(4)], {}, (1,), (0, 1), id="no-bias"),
    Case(
        "LayerNormalization", [normal(2, 3, 4), normal(4), normal(4)], {}, (1, 2), idle=2,
        id="all-outputs",
    ),
    Case("RMSNormalization", [normal(2, 3, 4), normal(4)], {}, (1,), (0, 1), opset=23, batch=(0,)),
    Case(
        "RMSNormalization", [normal(2, 3, 4), normal(3, 4)], {"axis": 1, "epsilon": 1e-3}, (1,),
        (0, 1), opset=24, batch=(0,), id="two-axes",
    ),
    Case(
        "InstanceNormalization", [normal(*IMAGE), normal(4), normal(4)], {"epsilon": 1e-2}, (1, 2),
        (0, 1, 2), batch=(0,),
    ),
    Case(
        "InstanceNormalization", [normal(2, 3, 9), normal(3), normal(3)], {}, (1, 2), (0, 1, 2),
        opset=22, batch=(0,), id="one-dimension",
    ),
    *(group_norm(opset, groups) for opset in (21, 26) for groups in (1, 2, 4)),
    Case("MeanVarianceNormalization", [normal(2, 3, 4, 3)], {"axes": [0, 2, 3]}),
    Case("MeanVarianceNormalization", [normal(2, 3, 4)], {"axes": [-1, 1]}, id="axes"),
]  # fmt: skip


def _adjoint(x: np.ndarray, d: np.ndarray, epsilon: float, *, centre: bool) -> np.ndarray:
    """Row by row by the Jacobian (I - [1/m] - n n^T / m) / spread; x and d are (rows, m)."""
    dx = np.zeros_like(x)
    for row, (values, weight) in enumerate(zip(x, d, strict=True)):
        m = len(values)
        middle = values.mean() if centre else 0.0
        spread = np.sqrt(((values - middle) ** 2).mean() + epsilon)
        n = (values - middle) / spread
        jacobian = (np.eye(m) - (1 / m if centre else 0) - np.outer(n, n) / m) / spread
        dx[row] = weight @ jacobian
    return dx


def _normal(x: np.ndarray, axes: tuple[int, ...], epsilon: float, *, centre: bool) -> np.ndarray:
    if centre:
        x = x - x.mean(axis=axes, keepdims=True)
    return x / np.sqrt((x**2).mean(axis=axes, keepdims=True) + epsilon)


def _last_axes(*, centre: bool) -> ClosedForm:
    def closed(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
        x, scale = v[0], v[1]
        axis, epsilon = a.get("axis", -1) % x.ndim, a.get("epsilon", 1e-5)
        rows = (int(np.prod(x.shape[:axis])), -1)
        dx = _adjoint(x.reshape(rows), (g * scale).reshape(rows), epsilon, centre=centre)
        n = _normal(x, tuple(range(axis, x.ndim)), epsilon, centre=centre)
        grads = [dx.reshape(x.shape), folded(g * n, scale)]
        return [*grads, folded(g, v[2])] if len(v) > 2 and v[2].size else grads

    return closed


def _groups(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    """Image by image and group by group."""
    x, scale, bias = v
    groups, epsilon = a.get("num_groups", x.shape[1]), a.get("epsilon", 1e-5)
    rows = (len(x) * groups, -1)
    per_channel = np.repeat(scale, x.shape[1] // len(scale))
    d = g * per_channel.reshape(-1, *[1] * (x.ndim - 2))
    dx = _adjoint(x.reshape(rows), d.reshape(rows), epsilon, centre=True).reshape(x.shape)
    n = _normal(x.reshape(rows), (1,), epsilon, centre=True).reshape(x.shape)
    ds, db = (np.moveaxis(t, 1, 0).reshape(len(scale), -1).sum(axis=1) for t in (g * n, g))
    assert db.shape == bias.shape
    return [dx, ds, db]


def _mean_variance(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray]:
    (x,) = v
    axes = [axis % x.ndim for axis in a.get("axes", (0, 2, 3))]
    kept = [axis for axis in range(x.ndim) if axis not in axes]
    order = [*kept, *axes]
    x_rows, g_rows = (t.transpose(order) for t in (x, g))
    rows = (int(np.prod([x.shape[axis] for axis in kept])), -1)
    dx = _adjoint(x_rows.reshape(rows), g_rows.reshape(rows), 0.0, centre=True)
    return [dx.reshape(x_rows.shape).transpose(np.argsort(order))]


CLOSED_FORMS: dict[str, ClosedForm] = {
    "LayerNormalization": _last_axes(centre=True),
    "RMSNormalization": _last_axes(centre=False),
    "InstanceNormalization": _groups,
    "GroupNormalization": _groups,
    "MeanVarianceNormalization": _mean_variance,
}


def _trailing(trial: RuleTrial) -> tuple[int, ...]:
    rank = trial.inputs[0].ndim
    return tuple(range(trial.case.attrs.get("axis", -1) % rank, rank))


def _of_an_image(trial: RuleTrial) -> tuple[int, ...]:
    return tuple(range(1, trial.inputs[0].ndim))


def _chosen(trial: RuleTrial) -> tuple[int, ...]:
    return tuple(trial.case.attrs.get("axes", (0, 2, 3)))


def _blind_to_scale(trial: RuleTrial) -> None:
    """y hardly moves when x grows (epsilon aside, so far from it): sum(x dx) vanishes."""
    large = trial.inputs[0] * np.float32(100)
    dx = trial.gradients(inputs=[large])[0]
    assert abs((large * dx).sum(dtype=float)) < 1e-2 * np.abs(large * dx).sum(dtype=float)


INVARIANTS: dict[str, list[Invariant]] = {
    "LayerNormalization": [law.blind_to_shift(_trailing), _blind_to_scale],
    "RMSNormalization": [_blind_to_scale],
    "InstanceNormalization": [law.blind_to_shift(_of_an_image), _blind_to_scale],
    "GroupNormalization": [law.blind_to_shift(_of_an_image), _blind_to_scale],
    "MeanVarianceNormalization": [law.blind_to_shift(_chosen), _blind_to_scale],
}
