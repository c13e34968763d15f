# ruff: noqa: D403 - formulas keep their letters
"""Rows of reductions over axes."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import axes_of, ints, normal, positive
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial

# Reductions that compute before or after they sum, and the numbers they are defined for.
_COMPOSED = (
    ("ReduceL1", normal),
    ("ReduceL2", normal),
    ("ReduceLogSum", positive),
    ("ReduceLogSumExp", normal),
    ("ReduceProd", normal),
    ("ReduceSumSquare", normal),
)
# A row without, with one and with two zeros.
_ZEROS = np.array([[1, -2, 3], [4, 0, 5], [0, 6, 0]], np.float32)

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
    *(
        Case(op, [make(2, 3, 4)], {"axes": [1, -1], "keepdims": k}, batch=(0,), id=f"keepdims{k}")
        for op, make in _COMPOSED
        for k in (0, 1)
    ),
    *(
        Case(op, [make(2, 3, 4), ints(0, -1)], {"keepdims": k}, opset=26, id=f"opset26-keepdims{k}")
        for op, make in _COMPOSED
        for k in (0, 1)
    ),
    *(Case(op, [make(2, 3)], {"keepdims": 0}, id="all") for op, make in _COMPOSED),
    *(
        Case(op, [make(2, 3)], {"noop_with_empty_axes": 1, "keepdims": 0}, opset=18, id="nothing")
        for op, make in (*_COMPOSED, ("ReduceMean", normal), ("ReduceMax", normal))
    ),
    *(
        Case("ReduceProd", [_ZEROS], {"axes": [1], "keepdims": k}, id=f"zeros-keepdims{k}")
        for k in (0, 1)
    ),
    Case("ReduceL2", [_ZEROS[1:] * 0], {"axes": [1]}, kink=True, id="length-0"),
    Case("ReduceL1", [_ZEROS], {"axes": [1]}, kink=True, id="zeros"),
    Case("ReduceLogSumExp", [95 + normal(2, 3)], {"axes": [1]}, id="large"),
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
            axes = () if a.get("noop_with_empty_axes", 0) else tuple(range(x.ndim))
        axes = tuple(axis % x.ndim for axis in axes)
        kept = tuple(1 if i in axes else size for i, size in enumerate(x.shape))
        return [g.reshape(kept) * weight(x, axes)]

    return closed


def _extreme(best: Callable[..., np.ndarray]) -> ClosedForm:
    def weight(x: np.ndarray, axes: tuple[int, ...]) -> np.ndarray:
        won = x == best(x, axis=axes, keepdims=True)
        return won / won.sum(axis=axes, keepdims=True)

    return shares(weight)


def _product_of_others(x: np.ndarray, axes: tuple[int, ...]) -> np.ndarray:
    """Element by element, leaving it out."""
    others = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        rest = x.copy()
        rest[index] = 1
        window = tuple(slice(None) if i in axes else place for i, place in enumerate(index))
        others[index] = rest[window].prod()
    return others


def _direction(x: np.ndarray, axes: tuple[int, ...]) -> np.ndarray:
    """x / |x|, 0 where all of x is 0."""
    length = np.sqrt((x**2).sum(axis=axes, keepdims=True))
    return x / np.where(length > 0, length, 1)


def _softmax(x: np.ndarray, axes: tuple[int, ...]) -> np.ndarray:
    e = np.exp(x - x.max(axis=axes, keepdims=True))
    return e / e.sum(axis=axes, keepdims=True)


CLOSED_FORMS: dict[str, ClosedForm] = {
    "ReduceL1": shares(lambda x, axes: np.sign(x)),
    "ReduceL2": shares(_direction),
    "ReduceLogSum": shares(
        lambda x, axes: np.broadcast_to(1 / x.sum(axis=axes, keepdims=True), x.shape)
    ),
    "ReduceLogSumExp": shares(_softmax),
    "ReduceProd": shares(_product_of_others),
    "ReduceSumSquare": shares(lambda x, axes: 2 * x),
    "ReduceSum": shares(lambda x, axes: np.ones_like(x)),
    "ReduceMean": shares(lambda x, axes: np.ones_like(x) / np.prod([x.shape[i] for i in axes])),
    "ReduceMax": _extreme(np.max),
    "ReduceMin": _extreme(np.min),
}


def _counts(trial: RuleTrial) -> None:
    """Every summed element counts once: sum dx = sum g times the elements per sum."""
    times = trial.inputs[0].size / trial.g.size
    law.close(trial.gradients()[0].sum(dtype=float), times * trial.g.sum(dtype=float))


def _every_factor_counts(trial: RuleTrial) -> None:
    """A product of n factors is homogeneous of degree n."""
    law.homogeneous(trial.inputs[0].size / trial.g.size)(trial)


def _log_is_flat_in_scale(trial: RuleTrial) -> None:
    """ln(sum t x) = ln t + ln(sum x): sum(x dx) = sum g."""
    law.close((trial.inputs[0] * trial.gradients()[0]).sum(dtype=float), trial.g.sum(dtype=float))


INVARIANTS: dict[str, list[Invariant]] = {
    "ReduceL1": [law.homogeneous(1), law.mirrored(-1)],
    "ReduceL2": [law.homogeneous(1), law.mirrored(-1)],
    "ReduceLogSum": [_log_is_flat_in_scale],
    "ReduceLogSumExp": [law.conserving],
    "ReduceProd": [_every_factor_counts],
    "ReduceSumSquare": [law.homogeneous(2), law.mirrored(-1)],
    "ReduceSum": [law.homogeneous(1), _counts],
    "ReduceMean": [law.homogeneous(1), law.conserving],
    "ReduceMax": [law.homogeneous(1), law.conserving],
    "ReduceMin": [law.homogeneous(1), law.conserving],
}
