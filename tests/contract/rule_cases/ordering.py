"""Rows of operators that follow the order of elements along an axis."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import ints, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant

CASES: list[Case] = [
    *(
        Case(
            "CumSum",
            [normal(2, 4, 3), np.array(1, np.int64)],
            {"exclusive": e, "reverse": r},
            batch=(0,),
            id=f"exclusive{e}-reverse{r}",
        )
        for e in (0, 1)
        for r in (0, 1)
    ),
    Case("CumSum", [normal(2, 4), np.array(-1, np.int64)], opset=26, id="negative-axis-opset26"),
    Case("TopK", [normal(3, 7), ints(3)], idle=1, batch=(0,)),
    Case("TopK", [normal(2, 5, 4), ints(2)], {"axis": 1, "largest": 0}, idle=1, id="smallest"),
    Case("TopK", [normal(2, 5), ints(2)], {"axis": -2}, idle=1, id="negative-axis"),
    Case("TopK", [normal(2, 5), ints(4)], idle=1, opset=24, id="opset24"),
    Case("TopK", [np.ones((2, 4), np.float32), ints(2)], idle=1, kink=True, id="ties"),
]


def _cum_sum(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    """By the triangular matrix of who counts in which sum."""
    x, axis = v[0], int(v[1])
    size = x.shape[axis]
    counts = np.tril(np.ones((size, size)), -1 if a.get("exclusive", 0) else 0)
    if a.get("reverse", 0):
        counts = counts.T
    return [np.moveaxis(np.moveaxis(g, axis, -1) @ counts, -1, axis)]


def _top_k(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    """Ties go to the first."""
    axis = a.get("axis", -1)
    sign = -1 if a.get("largest", 1) else 1
    order = np.argsort(sign * v[0], axis=axis, kind="stable")
    dx = np.zeros_like(v[0])
    np.put_along_axis(dx, np.take(order, range(int(v[1][0])), axis=axis), g, axis=axis)
    return [dx]


CLOSED_FORMS: dict[str, ClosedForm] = {"CumSum": _cum_sum, "TopK": _top_k}

INVARIANTS: dict[str, list[Invariant]] = {
    "CumSum": [law.homogeneous(1), law.independent_of_input],
    "TopK": [law.homogeneous(1), law.conserving],
}
