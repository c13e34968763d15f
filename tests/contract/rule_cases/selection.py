"""Rows of operators that take or repeat slices; their closed form moves numbered places instead."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import NONE, ints, normal, number
from tests.contract.rule_cases.layout import moved
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant

WRAP = {"mode": "wrap"}

CASES: list[Case] = [
    Case("Slice", [normal(5, 6), ints(1, -4), ints(4, 100), ints(0, -1)]),
    Case("Slice", [normal(5, 6), ints(-1), ints(-(2**63)), ints(1), ints(-2)], id="backwards"),
    Case("Slice", [normal(5, 6), ints(0), ints(5), ints(0), ints(2)], id="steps"),
    Case("Gather", [normal(4, 5), ints(0, -1, 0)], {"axis": 0}, id="repeated"),
    Case("Gather", [normal(4, 5), np.array(2, np.int64)], {"axis": 1}, batch=(0,), id="scalar"),
    Case("Gather", [normal(4, 5), np.array([[0, 1], [1, 1]])], {"axis": 1}, batch=(0,), id="table"),
    Case("Pad", [normal(2, 3), ints(1, 0, 2, 1)]),
    Case("Pad", [normal(4, 5), ints(1, 2, 0, 1)], {"mode": "reflect"}, id="reflect"),
    Case("Pad", [normal(4, 5), ints(1, 2, 0, 1)], {"mode": "edge"}, id="edge"),
    Case("Pad", [normal(2, 3), ints(1, 0, 2, 1)], opset=11, id="opset11"),
    Case(
        "Slice",
        [normal(2, 5, 6), ints(1, 1), ints(9, 9), ints(-1, 1), ints(2, 3)],
        batch=(0,),
        id="grid",
    ),
    Case("Slice", [normal(6, 5), ints(0), ints(6), ints(0), ints(3)], id="steps-that-end-early"),
    Case("Slice", [normal(3, 4), ints(0, 0), ints(2**31 - 1, 2**63 - 1)], id="everything"),
    Case("Slice", [normal(3, 4), ints(-9, -3), ints(9, -1)], id="beyond-both-ends"),
    Case("Slice", [normal(5, 6)], {"starts": [1, 2], "ends": [4, 9]}, opset=9, id="opset9"),
    Case("Gather", [normal(4, 5), ints(2, 0, 3, 1)], {"axis": -2}, id="permutation"),
    Case("Gather", [normal(2, 5, 3), ints(1, 2, 3)], {"axis": 1}, batch=(0,), id="run"),
    Case("Gather", [normal(2, 6, 3), ints(1, 3, 5)], {"axis": 1}, batch=(0,), id="every-second"),
    Case(
        "Gather", [normal(4, 2100), np.arange(600) * 7 % 2100], {"axis": 1}, batch=(0,), id="long"
    ),
    Case("Compress", [normal(4, 5), np.array([True, False, True])], {"axis": 0}),
    Case(
        "Compress",
        [normal(4, 5), np.array([True, False, True])],
        {"axis": -1},
        batch=(0,),
        id="last",
    ),
    Case("Compress", [normal(2, 3), np.array([True, False, True, True])], id="flattened"),
    Case("Pad", [normal(2, 3), ints(1, 0, 2, 1), number(0.5)], {}, (2,), (0, 2), id="fill"),
    Case("Pad", [normal(4, 5), ints(1, -2, 2, 1)], by_runtime=True, id="crops"),
    Case("Pad", [normal(2, 5), ints(1, 3), NONE, ints(-1)], opset=18, batch=(0,), id="axes"),
    Case("Pad", [normal(4, 5), ints(1, 7, 5, 3)], WRAP, opset=19, id="wrap"),
    Case(
        "Pad", [normal(2, 3, 4), ints(0, 0, 2, 0, 1, 3)], {"mode": "reflect"}, batch=(0,), id="3d"
    ),
]


def _slice(p: np.ndarray, v: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    starts, ends = v[1:3] if len(v) > 1 else (a["starts"], a["ends"])
    axes = v[3] if len(v) > 3 else range(len(starts))
    steps = v[4] if len(v) > 4 else [1] * len(starts)
    cut = [slice(None)] * p.ndim
    for start, end, axis, step in zip(starts, ends, axes, steps, strict=True):
        stop = None if step < 0 and end < -p.shape[axis] else int(end)
        cut[axis] = slice(int(start), stop, int(step))
    return p[tuple(cut)]


def _pad(p: np.ndarray, v: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    half = len(v[1]) // 2
    axes = v[3] if len(v) > 3 else range(half)
    mode = a.get("mode", "constant")
    for axis, begin, end in zip(axes, v[1][:half], v[1][half:], strict=True):
        widths = [(0, 0)] * p.ndim
        widths[axis] = (max(int(begin), 0), max(int(end), 0))
        p = np.pad(p, widths, mode, **({"constant_values": -1} if mode == "constant" else {}))
        p = p.take(range(max(-int(begin), 0), p.shape[axis] - max(-int(end), 0)), axis)
    return p


def _compress(p: np.ndarray, v: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    return p.compress(v[1], a.get("axis"))


def _pad_with_fill(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    (dx,) = moved(_pad)(v, a, g)
    border = _pad(np.zeros(v[0].shape, int), v, a) < 0
    return [dx, None, (g * border).sum()]


CLOSED_FORMS: dict[str, ClosedForm] = {
    "Slice": moved(_slice),
    "Gather": moved(lambda p, v, a: p.take(v[1], a.get("axis", 0))),
    "Compress": moved(_compress),
    "Pad": _pad_with_fill,
}

INVARIANTS: dict[str, list[Invariant]] = {
    "Slice": [law.conserving, law.homogeneous(1)],
    "Gather": [law.conserving, law.homogeneous(1)],
    "Compress": [law.conserving, law.homogeneous(1)],
    "Pad": [law.homogeneous(1), law.independent_of_input],
}
