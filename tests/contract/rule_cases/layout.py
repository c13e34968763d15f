# ruff: noqa: D403 - formulas keep their letters
"""Rows of operators that move values; their closed form moves numbered places instead."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import axes_of, folded, ints, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant

CASES: list[Case] = [
    Case("Identity", [normal(3, 5)], batch=(0,)),
    Case("Dropout", [normal(3, 4)], batch=(0,)),
    Case("Cast", [normal(3, 4)], {"to": onnx.TensorProto.FLOAT}, batch=(0,)),
    Case("Reshape", [normal(2, 6), ints(3, -1)]),
    Case("Flatten", [normal(2, 3, 4)], {"axis": 2}),
    Case("Squeeze", [normal(2, 1, 3, 1), ints(1, 3)], batch=(0,)),
    Case("Squeeze", [normal(2, 1, 3, 1)], id="all"),
    Case("Squeeze", [normal(2, 1, 3, 1)], {"axes": [1]}, opset=11, id="opset11"),
    Case("Unsqueeze", [normal(2, 3), ints(0, 2)]),
    Case("Unsqueeze", [normal(2, 3)], {"axes": [1]}, opset=11, id="opset11"),
    Case("Transpose", [normal(2, 3, 4)], {"perm": [2, 0, 1]}),
    Case("Transpose", [normal(2, 3, 4)], id="reversed"),
    Case("Concat", [normal(2, 3), normal(2, 1), normal(2, 2)], {"axis": -1}, wrt=(0, 1, 2)),
    Case(
        "Concat", [normal(2, 3), normal(2, 1), normal(2, 2)], {"axis": 1}, wrt=(1,), id="one-part"
    ),
    Case("Split", [normal(2, 6), ints(1, 3, 2)], {"axis": 1}, outputs=3, id="middle-unused"),
    Case("Split", [normal(2, 6)], {"axis": 1, "split": [2, 4]}, outputs=2, opset=11, id="opset11"),
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
    Case("Expand", [normal(3, 1), ints(2, 3, 4)]),
]

# move(places, inputs, attrs) -> places in the order of y; -1 where y holds a constant.
Move = Callable[[np.ndarray, Sequence[np.ndarray], Mapping[str, object]], np.ndarray]


def moved(move: Move) -> ClosedForm:
    """dx collects g from wherever NumPy's version of the move puts each numbered place."""

    def closed(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
        x = v[0]
        places = move(np.arange(x.size).reshape(x.shape), v, a)
        assert places.shape == g.shape
        dx = np.zeros(x.size)
        kept = places >= 0
        np.add.at(dx, places[kept], g[kept])
        return [dx.reshape(x.shape)]

    return closed


def _flatten(p: np.ndarray, _: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    return p.reshape(int(np.prod(p.shape[: a.get("axis", 1)])), -1)


def _concat(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    axis = a["axis"]
    return np.split(g, np.cumsum([x.shape[axis] for x in v])[:-1], axis)


def _split(p: np.ndarray, v: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    """First and last part, which the case joins."""
    axis = a.get("axis", 0)
    sizes = v[1] if len(v) > 1 else a["split"]
    parts = np.split(p, np.cumsum(sizes)[:-1], axis)
    return np.concatenate([parts[0], parts[-1]], axis)


def _slice(p: np.ndarray, v: Sequence[np.ndarray], _: Mapping[str, object]) -> np.ndarray:
    starts, ends = v[1:3]
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


CLOSED_FORMS: dict[str, ClosedForm] = {
    "Identity": moved(lambda p, v, a: p),
    "Dropout": moved(lambda p, v, a: p),
    "Cast": moved(lambda p, v, a: p),
    "Reshape": moved(lambda p, v, a: p.reshape(v[1])),
    "Flatten": moved(_flatten),
    "Squeeze": moved(lambda p, v, a: p.squeeze(axes_of(v, a))),
    "Unsqueeze": moved(lambda p, v, a: np.expand_dims(p, axes_of(v, a))),
    "Transpose": moved(lambda p, v, a: p.transpose(a.get("perm"))),
    "Concat": _concat,
    "Split": moved(_split),
    "Slice": moved(_slice),
    "Gather": moved(lambda p, v, a: p.take(v[1], a.get("axis", 0))),
    "Pad": moved(_pad),
    "Expand": lambda v, a, g: [folded(g, v[0])],
}

INVARIANTS: dict[str, list[Invariant]] = {
    "Identity": [law.conserving, law.place_by_place],
    "Dropout": [law.conserving, law.place_by_place],
    "Cast": [law.conserving, law.place_by_place],
    "Reshape": [law.conserving, law.homogeneous(1)],
    "Flatten": [law.conserving, law.homogeneous(1)],
    "Squeeze": [law.conserving, law.homogeneous(1)],
    "Unsqueeze": [law.conserving, law.homogeneous(1)],
    "Transpose": [law.conserving, law.homogeneous(1)],
    "Concat": [law.independent_of_input],
    "Split": [law.conserving, law.homogeneous(1)],
    "Slice": [law.conserving, law.homogeneous(1)],
    "Gather": [law.conserving, law.homogeneous(1)],
    "Pad": [law.homogeneous(1), law.independent_of_input],
    "Expand": [law.conserving, law.homogeneous(1)],
}
