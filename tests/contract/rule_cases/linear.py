# ruff: noqa: D403 - formulas keep their letters
"""Rows of matrix products."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import folded, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial

CASES: list[Case] = [
    Case("MatMul", [normal(3, 5), normal(5, 2)], wrt=(0, 1), batch=(0,)),
    Case("MatMul", [normal(2, 3, 5), normal(5, 2)], wrt=(0, 1), batch=(0,), id="broadcast-right"),
    Case("MatMul", [normal(3, 5), normal(2, 4, 5, 2)], wrt=(0, 1), id="broadcast-left"),
    Case("MatMul", [normal(2, 1, 3, 5), normal(4, 5, 2)], wrt=(0, 1), id="broadcast-both"),
    Case("MatMul", [normal(5), normal(5)], wrt=(0, 1), id="vectors"),
    Case("MatMul", [normal(5), normal(5, 3)], wrt=(0, 1), id="row"),
    Case("MatMul", [normal(3, 5), normal(5)], wrt=(0, 1), batch=(0,), id="column"),
    Case("MatMul", [normal(5), normal(2, 4, 5, 3)], wrt=(0, 1), id="row-broadcast"),
    Case("MatMul", [normal(2, 1, 3, 5), normal(5)], wrt=(0, 1), id="column-broadcast"),
    *(
        Case(
            "Gemm",
            [normal(*((5, 3) if a else (3, 5))), normal(*((2, 5) if b else (5, 2))), normal(2)],
            {"transA": a, "transB": b, "alpha": 0.7, "beta": 1.3},
            wrt=(0, 1, 2),
            id=f"transA{a}-transB{b}",
        )
        for a in (0, 1)
        for b in (0, 1)
    ),
    Case("Gemm", [normal(3, 5), normal(5, 2)], wrt=(0, 1), batch=(0,), id="no-bias"),
    Case("Gemm", [normal(3, 5), normal(5, 2), normal(2)], {}, (1, 2), opset=11, id="opset11"),
]


def _matmul(v: Sequence[np.ndarray], _: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    """Product by product: every a_ik meets b_kj in y_ij; a vector is one row or one column."""
    a, b = np.atleast_2d(v[0]), v[1] if v[1].ndim > 1 else v[1][:, None]
    if v[1].ndim == 1:
        g = g[..., None]
    if v[0].ndim == 1:
        g = g[..., None, :]
    da = (g[..., :, None, :] * b[..., None, :, :]).sum(axis=-1)
    db = (a[..., :, :, None] * g[..., :, None, :]).sum(axis=-3)
    return [folded(da, a).reshape(v[0].shape), folded(db, b).reshape(v[1].shape)]


def _gemm(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    left = v[0].T if a.get("transA") else v[0]
    right = v[1].T if a.get("transB") else v[1]
    d_left, d_right = (a.get("alpha", 1.0) * d for d in _matmul([left, right], {}, g))
    found = [d_left.T if a.get("transA") else d_left, d_right.T if a.get("transB") else d_right]
    return [*found, a.get("beta", 1.0) * folded(g, v[2])] if len(v) > 2 else found


CLOSED_FORMS: dict[str, ClosedForm] = {"MatMul": _matmul, "Gemm": _gemm}


def _gemm_is_bilinear(trial: RuleTrial) -> None:
    """y = a A B + b C: sum(A dA) = sum(B dB) where both are asked for."""
    sums = {
        i: (trial.inputs[i].astype(float) * d).sum()
        for i, d in zip(trial.case.wrt, trial.gradients(), strict=True)
    }
    if 1 in sums:
        law.close(sums[0], sums[1])
        law.close(sums[0] + sums.get(2, 0.0), (trial.g.astype(float) * trial.output()).sum())
    law.close(trial.gradients(inputs=[2 * trial.inputs[0]])[0], trial.gradients()[0])


INVARIANTS: dict[str, list[Invariant]] = {
    "MatMul": [law.linear_in_each(0, 1)],
    "Gemm": [_gemm_is_bilinear],
}
