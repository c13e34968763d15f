"""Operators of drawn shapes and attributes against torch's autograd, in double precision."""

from collections.abc import Callable, Sequence
from functools import reduce

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.draws import PROPERTY, numbers, seeds, shapes, whole_numbers
from tests.support.models import OperatorCase

torch = pytest.importorskip("torch", reason="torch is the reference; it is not in the lock")
compare = pytest.importorskip("tests.support.torch_reference").compare

Tensor = torch.Tensor


def ints(values: Sequence[int]) -> np.ndarray:
    return np.array(values, np.int64)


@st.composite
def operands(draw: st.DrawFn, count: int = 2) -> list[np.ndarray]:
    """Operands that broadcast: each lacks some leading axes and repeats along some others."""
    full = draw(shapes(1, 4))
    seed = draw(seeds)
    found = []
    for i in range(count):
        kept = full[draw(st.integers(0, len(full))) :]
        shape = tuple(1 if draw(st.booleans()) else size for size in kept)
        found.append(np.asarray(1.5 + np.abs(numbers(seed + i, shape)), np.float32))
    return found


BINARY = {
    "Add": torch.add,
    "Sub": torch.sub,
    "Mul": torch.mul,
    "Div": torch.div,
    "Pow": torch.pow,
    "Max": torch.maximum,
    "Min": torch.minimum,
}


@PROPERTY
@given(st.sampled_from(sorted(BINARY)), operands())
def test_broadcasting_arithmetic(op: str, values: list[np.ndarray]) -> None:
    compare(OperatorCase(op, values, wrt=(0, 1)), lambda v, _: BINARY[op](*v))


@PROPERTY
@given(st.sampled_from(("Sum", "Mean")), operands(3))
def test_broadcasting_sums(op: str, values: list[np.ndarray]) -> None:
    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        return reduce(torch.add, v) / (3 if op == "Mean" else 1)

    compare(OperatorCase(op, values, wrt=(0, 1, 2)), function)


@PROPERTY
@given(operands(3), seeds)
def test_where(values: list[np.ndarray], seed: int) -> None:
    condition = whole_numbers(seed, values[0].shape) > 0
    case = OperatorCase("Where", [condition, *values[1:]], wrt=(1, 2))

    compare(case, lambda v, _: torch.where(*v))


REDUCTIONS: dict[str, Callable[..., Tensor]] = {
    "ReduceSum": torch.sum,
    "ReduceMean": torch.mean,
    "ReduceMax": torch.amax,
    "ReduceMin": torch.amin,
    "ReduceL1": lambda x, dim, keepdim: x.abs().sum(dim=dim, keepdim=keepdim),
    "ReduceL2": lambda x, dim, keepdim: x.square().sum(dim=dim, keepdim=keepdim).sqrt(),
    "ReduceSumSquare": lambda x, dim, keepdim: x.square().sum(dim=dim, keepdim=keepdim),
    "ReduceLogSumExp": torch.logsumexp,
}
SMOOTH_ONLY = {"ReduceL2"}  # no slope where all elements are zero: torch answers 0/0


@PROPERTY
@given(st.sampled_from(sorted(REDUCTIONS)), shapes(1, 4), st.data())
def test_reductions_and_their_ties(op: str, shape: tuple[int, ...], data: st.DataObject) -> None:
    rank = len(shape)
    axes = data.draw(st.lists(st.integers(0, rank - 1), max_size=rank, unique=True))
    signed = [a - rank if data.draw(st.booleans()) else a for a in axes]
    keep = data.draw(st.booleans())
    values = (numbers,) if op in SMOOTH_ONLY else (numbers, whole_numbers)
    x = data.draw(st.sampled_from(values))(data.draw(seeds), shape)
    inputs = [x, ints(signed)] if axes else [x]
    case = OperatorCase(op, inputs, {"keepdims": int(keep)}, opset=18)
    dims = tuple(axes) or tuple(range(rank))

    compare(case, lambda v, _: REDUCTIONS[op](v[0], dim=dims, keepdim=keep))


@PROPERTY
@given(st.sampled_from(("Softmax", "LogSoftmax")), shapes(1, 4), st.data())
def test_softmax(op: str, shape: tuple[int, ...], data: st.DataObject) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    case = OperatorCase(op, [3 * numbers(data.draw(seeds), shape)], {"axis": axis})
    function = torch.softmax if op == "Softmax" else torch.log_softmax

    compare(case, lambda v, _: function(v[0], dim=axis))


@PROPERTY
@given(st.data())
def test_matrix_products(data: st.DataObject) -> None:
    rows, inner, columns = (data.draw(st.integers(1, 4)) for _ in range(3))
    lead = data.draw(shapes(0, 2))
    seed = data.draw(seeds)

    def batch() -> list[int]:
        kept = lead[data.draw(st.integers(0, len(lead))) :]
        return [1 if data.draw(st.booleans()) else size for size in kept]

    a = numbers(seed, (*batch(), rows, inner))
    b = numbers(seed + 1, (*batch(), inner, columns))

    compare(OperatorCase("MatMul", [a, b], wrt=(0, 1)), lambda v, _: torch.matmul(*v))


@PROPERTY
@given(st.data())
def test_affine_products(data: st.DataObject) -> None:
    rows, inner, columns = (data.draw(st.integers(1, 4)) for _ in range(3))
    turn_a, turn_b = data.draw(st.booleans()), data.draw(st.booleans())
    alpha, beta = (data.draw(st.sampled_from((1.0, 0.5, -2.0))) for _ in range(2))
    bias = data.draw(st.sampled_from(((), (1,), (columns,), (rows, 1), (rows, columns))))
    seed = data.draw(seeds)
    inputs = [
        numbers(seed, (inner, rows) if turn_a else (rows, inner)),
        numbers(seed + 1, (columns, inner) if turn_b else (inner, columns)),
        numbers(seed + 2, bias),
    ]
    attrs = {"transA": int(turn_a), "transB": int(turn_b), "alpha": alpha, "beta": beta}

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        left, right = v[0].T if turn_a else v[0], v[1].T if turn_b else v[1]
        return alpha * left @ right + beta * v[2]

    compare(OperatorCase("Gemm", inputs, attrs, wrt=(0, 1, 2)), function)


@PROPERTY
@given(shapes(1, 4), st.data())
def test_transpose(shape: tuple[int, ...], data: st.DataObject) -> None:
    perm = data.draw(st.permutations(range(len(shape))))
    case = OperatorCase("Transpose", [numbers(data.draw(seeds), shape)], {"perm": perm})

    compare(case, lambda v, _: v[0].permute(perm))


@PROPERTY
@given(shapes(1, 3), st.data())
def test_slice(shape: tuple[int, ...], data: st.DataObject) -> None:
    axes = data.draw(
        st.lists(st.integers(0, len(shape) - 1), min_size=1, max_size=len(shape), unique=True)
    )
    ranges = []
    for axis in axes:
        step = data.draw(st.sampled_from((1, 2, 3, -1, -2)))
        start = data.draw(st.integers(-shape[axis], shape[axis] - 1))
        room = [e for e in range(shape[axis] + 1) if len(range(shape[axis])[start:e:step])]
        end = data.draw(st.sampled_from([*room, 2**31 - 1 if step > 0 else -(2**31)]))
        ranges.append((start, end, step))
    x = numbers(data.draw(seeds), shape)
    starts, ends, steps = (ints(part) for part in zip(*ranges, strict=True))

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        y = v[0]
        for axis, (start, end, step) in zip(axes, ranges, strict=True):
            stop = None if end == -(2**31) else end
            y = y.index_select(axis, torch.tensor(list(range(shape[axis])[start:stop:step])))
        return y

    compare(OperatorCase("Slice", [x, starts, ends, ints(axes), steps]), function)


@PROPERTY
@given(shapes(1, 3), st.data())
def test_gather(shape: tuple[int, ...], data: st.DataObject) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    size = shape[axis]
    table = data.draw(shapes(0, 2))
    places = np.random.default_rng(data.draw(seeds)).integers(-size, size, table)
    case = OperatorCase("Gather", [numbers(data.draw(seeds), shape), places], {"axis": axis})

    def function(v: list[Tensor], y_shape: Sequence[int]) -> Tensor:
        return v[0].index_select(axis, v[1].reshape(-1) % size).reshape(tuple(y_shape))

    compare(case, function)


@PROPERTY
@given(shapes(1, 3), st.sampled_from(("constant", "reflect", "edge", "wrap")), st.data())
def test_pad(shape: tuple[int, ...], mode: str, data: st.DataObject) -> None:
    """By the places NumPy's padding puts where; torch pads last axes only."""
    limit = {"constant": 3, "edge": 3}
    widths = [
        tuple(data.draw(st.integers(0, limit.get(mode, size - 1))) for _ in range(2))
        for size in shape
    ]
    pads = ints([begin for begin, _ in widths] + [end for _, end in widths])
    x = numbers(data.draw(seeds), shape)
    opset = 19 if mode == "wrap" else 18
    places = np.arange(x.size).reshape(shape)
    filled = {"constant_values": -1} if mode == "constant" else {}
    places = np.pad(places, widths, mode=mode, **filled)

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        y = v[0].reshape(-1)[torch.tensor(np.maximum(places, 0))]
        return y * torch.tensor(places >= 0)

    compare(OperatorCase("Pad", [x, pads], {"mode": mode}, opset=opset), function)


@PROPERTY
@given(shapes(1, 4), st.data())
def test_concat(shape: tuple[int, ...], data: st.DataObject) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    parts = []
    for i, size in enumerate(sizes):
        part = list(shape)
        part[axis] = size
        parts.append(numbers(i, part))
    wrt = data.draw(st.lists(st.integers(0, len(sizes) - 1), min_size=1, unique=True))
    case = OperatorCase("Concat", parts, {"axis": axis}, wrt=sorted(wrt))

    compare(case, lambda v, _: torch.cat(v, dim=axis))


@PROPERTY
@given(shapes(1, 3), st.data())
def test_split(shape: tuple[int, ...], data: st.DataObject) -> None:
    """The case joins the first and the last part; those between flow nowhere."""
    axis = data.draw(st.integers(0, len(shape) - 1))
    sizes = data.draw(st.lists(st.integers(1, 3), min_size=2, max_size=4))
    shape = (*shape[:axis], sum(sizes), *shape[axis + 1 :])
    x = numbers(data.draw(seeds), shape)
    case = OperatorCase("Split", [x, ints(sizes)], {"axis": axis}, outputs=len(sizes))

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        parts = torch.split(v[0], sizes, dim=axis)
        return torch.cat([parts[0], parts[-1]], dim=axis)

    compare(case, function)


@PROPERTY
@given(shapes(0, 3), st.data())
def test_expand(shape: tuple[int, ...], data: st.DataObject) -> None:
    """Towards a shape with more axes, or with sizes 1 of its own."""
    full = [size if size > 1 else data.draw(st.integers(1, 3)) for size in shape]
    lead = data.draw(st.lists(st.integers(1, 3), min_size=0 if shape else 1, max_size=2))
    asked = [*lead, *(1 if data.draw(st.booleans()) else size for size in full)]
    case = OperatorCase("Expand", [numbers(data.draw(seeds), shape), ints(asked)])

    compare(case, lambda v, y_shape: v[0].broadcast_to(tuple(y_shape)))
