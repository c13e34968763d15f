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
    Case("Split", [normal(2, 7)], {"axis": -1, "num_outputs": 3}, outputs=3, opset=18, id="uneven"),
    Case("Expand", [normal(3, 1), ints(2, 3, 4)]),
    Case("Expand", [normal(3, 1), ints(3, 1)], id="to-its-own-shape"),
    Case("CastLike", [normal(3, 4), np.zeros(1, np.float32)], stored=(1,), batch=(0,)),
    Case("Reshape", [normal(2, 6), ints(0, -1, 2)], batch=(0,), id="kept-and-inferred"),
    Case("Reshape", [normal(2, 6), ints(3, 4)], {"allowzero": 1}, id="allowzero"),
    Case("Flatten", [normal(2, 3, 4)], {"axis": 0}, id="to-one-row"),
    Case("Flatten", [normal(2, 3, 4)], {"axis": -1}, id="negative-axis"),
    Case("Squeeze", [normal(2, 1, 3, 1), ints(-1)], batch=(0,), id="negative-axis"),
    Case("Unsqueeze", [normal(2, 3), ints(-1, 1)], batch=(0,), id="negative-axis"),
    Case("Tile", [normal(2, 3), ints(2, 3)]),
    Case("Tile", [normal(2, 3, 2), ints(1, 3, 2)], batch=(0,), id="images-apart"),
    Case("DepthToSpace", [normal(2, 8, 3, 2)], {"blocksize": 2}, batch=(0,)),
    Case(
        "DepthToSpace", [normal(2, 18, 2, 3)], {"blocksize": 3, "mode": "CRD"}, batch=(0,), id="crd"
    ),
    Case("SpaceToDepth", [normal(2, 3, 4, 6)], {"blocksize": 2}, batch=(0,)),
    Case("Trilu", [normal(2, 4, 5)], batch=(0,)),
    Case("Trilu", [normal(2, 4, 5), np.array(-1)], {"upper": 0}, batch=(0,), id="lower"),
    Case("Trilu", [normal(4, 4), np.array(1)], id="above-diagonal"),
    Case("ReverseSequence", [normal(4, 3, 2), ints(1, 4, 2)]),
    Case(
        "ReverseSequence",
        [normal(3, 4, 2), ints(1, 3, 4)],
        {"batch_axis": 0, "time_axis": 1},
        id="rows",
    ),
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


def _reshape(p: np.ndarray, v: Sequence[np.ndarray], _: Mapping[str, object]) -> np.ndarray:
    return p.reshape([p.shape[i] if size == 0 else size for i, size in enumerate(v[1])])


def _depth_to_space(p: np.ndarray, _: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    """Place by place: channel (i, j, c) of a block, or (c, i, j), goes to row i and column j."""
    n, channels, height, width = p.shape
    b = a["blocksize"]
    count = channels // b**2
    out = np.empty((n, count, height * b, width * b), int)
    for i, j, c in np.ndindex(b, b, count):
        is_dcr = a.get("mode", "DCR") == "DCR"
        source = (i * b + j) * count + c if is_dcr else (c * b + i) * b + j
        out[:, c, i::b, j::b] = p[:, source]
    return out


def _space_to_depth(p: np.ndarray, _: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    b = a["blocksize"]
    return np.concatenate([p[:, :, i::b, j::b] for i in range(b) for j in range(b)], axis=1)


def _trilu(p: np.ndarray, v: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    shift = int(v[1]) if len(v) > 1 else 0
    rows, columns = np.indices(p.shape[-2:])
    kept = columns - rows >= shift if a.get("upper", 1) else columns - rows <= shift
    return np.where(kept, p, -1)


def _reverse_sequence(
    p: np.ndarray, v: Sequence[np.ndarray], a: Mapping[str, object]
) -> np.ndarray:
    batch, time = a.get("batch_axis", 1), a.get("time_axis", 0)
    rows = np.moveaxis(p, (batch, time), (0, 1)).copy()
    for row, length in zip(rows, v[1], strict=True):
        row[:length] = row[:length][::-1].copy()
    return np.moveaxis(rows, (0, 1), (batch, time))


def _flatten(p: np.ndarray, _: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    return p.reshape(int(np.prod(p.shape[: a.get("axis", 1)])), -1)


def _concat(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    axis = a["axis"]
    return np.split(g, np.cumsum([x.shape[axis] for x in v])[:-1], axis)


def _split(p: np.ndarray, v: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    """First and last part, which the case joins."""
    axis = a.get("axis", 0)
    count = a.get("num_outputs", 1)
    chunk = -(-p.shape[axis] // count)
    sizes = v[1] if len(v) > 1 else a.get("split", [chunk] * (count - 1) + [-1])
    parts = np.split(p, np.cumsum(sizes)[:-1], axis)
    return np.concatenate([parts[0], parts[-1]], axis)


CLOSED_FORMS: dict[str, ClosedForm] = {
    "Identity": moved(lambda p, v, a: p),
    "Dropout": moved(lambda p, v, a: p),
    "Cast": moved(lambda p, v, a: p),
    "Reshape": moved(_reshape),
    "Flatten": moved(_flatten),
    "Squeeze": moved(lambda p, v, a: p.squeeze(axes_of(v, a))),
    "Unsqueeze": moved(lambda p, v, a: np.expand_dims(p, axes_of(v, a))),
    "Transpose": moved(lambda p, v, a: p.transpose(a.get("perm"))),
    "Concat": _concat,
    "Split": moved(_split),
    "Expand": lambda v, a, g: [folded(g, v[0])],
    "CastLike": moved(lambda p, v, a: p),
    "Tile": moved(lambda p, v, a: np.tile(p, v[1])),
    "DepthToSpace": moved(_depth_to_space),
    "SpaceToDepth": moved(_space_to_depth),
    "Trilu": moved(_trilu),
    "ReverseSequence": moved(_reverse_sequence),
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
    "Expand": [law.conserving, law.homogeneous(1)],
    "CastLike": [law.conserving, law.place_by_place],
    "Tile": [law.conserving, law.homogeneous(1)],
    "DepthToSpace": [law.conserving, law.homogeneous(1)],
    "SpaceToDepth": [law.conserving, law.homogeneous(1)],
    "Trilu": [law.homogeneous(1), law.independent_of_input],
    "ReverseSequence": [law.conserving, law.homogeneous(1)],
}
