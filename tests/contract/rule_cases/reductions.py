# ruff: noqa: D403 - formulas keep their letters
"""Rows of reductions over axes."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import axes_of, ints, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial

CASES: list[Case] = [
    *(
        Case(op, [normal(2, 3, 4)], {"axes": [1, -1], "keepdims": k}, batch=(0,), id=f"keepdims{k}")
        for op in ("ReduceMean", "ReduceMax", "ReduceMin")
        for k in (0, 1)
    ),
    *(
        Case(
            op, [normal(2, 3, 4), ints(0, 2)], {"keepdims": k}, opset=18, id=f"opset18-keepdims{k}"
        )
        for op in ("ReduceMean", "ReduceMax", "ReduceMin", "ReduceSum")
        for k in (0, 1)
    ),
    Case("ReduceSum", [normal(2, 3, 4)], {"keepdims": 0}, id="all"),
    Case("ReduceSum", [normal(2, 3, 4)], {"noop_with_empty_axes": 1}, id="nothing"),
    Case("ReduceSum", [normal(2, 3, 4)], {"axes": [1], "keepdims": 0}, opset=11, id="opset11"),
    Case("ReduceMean", [normal(2, 3, 4)], {"axes": [2]}, opset=11, id="opset11"),
    Case(
        "ReduceMax",
        [np.array([[1, 3, 3], [2, 2, 2]], np.float32)],
        {"axes": [1]},
        kink=True,
        id="ties",
    ),
]


def shares(weight: Callable[[np.ndarray, tuple[int, ...]], np.ndarray]) -> ClosedForm:
    """dx = g times dy/dx(x, axes), which is shaped as x."""

    def closed(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
        x, axes = v[0], axes_of(v, a)
        if not axes:
            if a.get("noop_with_empty_axes", 0):
                return [g]
            axes = tuple(range(x.ndim))
        axes = tuple(axis % x.ndim for axis in axes)
        kept = tuple(1 if i in axes else size for i, size in enumerate(x.shape))
        return [g.reshape(kept) * weight(x, axes)]

    return closed


def _extreme(best: Callable[..., np.ndarray]) -> ClosedForm:
    def weight(x: np.ndarray, axes: tuple[int, ...]) -> np.ndarray:
        won = x == best(x, axis=axes, keepdims=True)
        return won / won.sum(axis=axes, keepdims=True)

    return shares(weight)


CLOSED_FORMS: dict[str, ClosedForm] = {
    "ReduceSum": shares(lambda x, axes: np.ones_like(x)),
    "ReduceMean": shares(lambda x, axes: np.ones_like(x) / np.prod([x.shape[i] for i in axes])),
    "ReduceMax": _extreme(np.max),
    "ReduceMin": _extreme(np.min),
}


def _counts(trial: RuleTrial) -> None:
    """Every summed element counts once: sum dx = sum g times the elements per sum."""
    times = trial.inputs[0].size / trial.g.size
    law.close(trial.gradients()[0].sum(dtype=float), times * trial.g.sum(dtype=float))


INVARIANTS: dict[str, list[Invariant]] = {
    "ReduceSum": [law.homogeneous(1), _counts],
    "ReduceMean": [law.homogeneous(1), law.conserving],
    "ReduceMax": [law.homogeneous(1), law.conserving],
    "ReduceMin": [law.homogeneous(1), law.conserving],
}
