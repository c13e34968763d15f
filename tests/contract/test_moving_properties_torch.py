"""Operators that pick, place, sort and mix values, drawn and held to torch's autograd."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.draws import PROPERTY, numbers, seeds, shapes
from tests.support.models import OperatorCase

torch = pytest.importorskip("torch", reason="torch is the reference; it is not in the lock")
compare = pytest.importorskip("tests.support.torch_reference").compare

Tensor = torch.Tensor
functional = torch.nn.functional


def ints(values: Sequence[int]) -> np.ndarray:
    return np.array(values, np.int64)


def places(seed: int, size: int, shape: Sequence[int]) -> np.ndarray:
    """Places along an axis, some of them counted from its end, some twice."""
    return np.random.default_rng(seed).integers(-size, size, tuple(shape))


EQUATIONS = (
    "ij,jk->ik",
    "bhqd,bhkd->bhqk",
    "bhqk,bhkd->bhqd",
    "bij,bjk->bik",
    "ij->ji",
    "ij->i",
    "ij->",
    "ij,ij->ij",
    "i,j->ij",
    "ij,j->i",
    "ii->i",
    "bchw,hkc->bkwh",
    "ij,jk,kl->il",
    "...ij,...jk->...ik",
    "ij,kl->il",
)


@PROPERTY
@given(st.sampled_from(EQUATIONS), st.data())
def test_einsum(equation: str, data: st.DataObject) -> None:
    letters = sorted(set(equation) - set("->,."))
    size = {letter: data.draw(st.integers(1, 3)) for letter in letters}
    lead = data.draw(shapes(0, 2))
    operands = equation.split("->")[0].split(",")
    seed = data.draw(seeds)
    values = []
    for i, operand in enumerate(operands):
        front = lead if "." in operand else ()
        shape = (*front, *(size[letter] for letter in operand if letter != "."))
        values.append(numbers(seed + i, shape))
    case = OperatorCase("Einsum", values, {"equation": equation}, wrt=range(len(values)))

    compare(case, lambda v, _: torch.einsum(equation, *v))


@PROPERTY
@given(shapes(1, 3), st.data())
def test_tile(shape: tuple[int, ...], data: st.DataObject) -> None:
    repeats = [data.draw(st.integers(1, 3)) for _ in shape]
    case = OperatorCase("Tile", [numbers(data.draw(seeds), shape), ints(repeats)])

    compare(case, lambda v, _: v[0].repeat(*repeats))


@PROPERTY
@given(st.integers(1, 3), st.data())
def test_depth_to_space_and_back(block: int, data: st.DataObject) -> None:
    n, c, h, w = (data.draw(st.integers(1, 3)) for _ in range(4))
    deep = numbers(data.draw(seeds), (n, c * block**2, h, w))
    mode = data.draw(st.sampled_from(("DCR", "CRD")))

    def deep_to_wide(v: list[Tensor], _: Sequence[int]) -> Tensor:
        if mode == "CRD":
            return functional.pixel_shuffle(v[0], block)
        split = v[0].reshape(n, block, block, c, h, w).permute(0, 3, 4, 1, 5, 2)
        return split.reshape(n, c, h * block, w * block)

    compare(OperatorCase("DepthToSpace", [deep], {"blocksize": block, "mode": mode}), deep_to_wide)

    def wide_to_deep(v: list[Tensor], _: Sequence[int]) -> Tensor:
        split = v[0].reshape(n, c, h, block, w, block).permute(0, 3, 5, 1, 2, 4)
        return split.reshape(n, c * block**2, h, w)

    wide = numbers(data.draw(seeds), (n, c, h * block, w * block))
    compare(OperatorCase("SpaceToDepth", [wide], {"blocksize": block}), wide_to_deep)


@PROPERTY
@given(shapes(1, 3), st.data(), st.booleans(), st.booleans())
def test_cumulative_sum(
    shape: tuple[int, ...], data: st.DataObject, exclusive: bool, backwards: bool
) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    x = numbers(data.draw(seeds), shape)
    attrs = {"exclusive": int(exclusive), "reverse": int(backwards)}

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        y = v[0].flip(axis) if backwards else v[0]
        total = y.cumsum(axis) - (y if exclusive else 0)
        return total.flip(axis) if backwards else total

    compare(OperatorCase("CumSum", [x, np.array(axis, np.int64)], attrs), function)


@PROPERTY
@given(shapes(2, 4), st.data(), st.booleans())
def test_triangles(shape: tuple[int, ...], data: st.DataObject, upper: bool) -> None:
    shift = data.draw(st.integers(-3, 3))
    inputs = [numbers(data.draw(seeds), shape), np.array(shift, np.int64)]
    cut = torch.triu if upper else torch.tril

    compare(OperatorCase("Trilu", inputs, {"upper": int(upper)}), lambda v, _: cut(v[0], shift))


@PROPERTY
@given(shapes(1, 3), st.data())
def test_gather_elements(shape: tuple[int, ...], data: st.DataObject) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    table = [data.draw(st.integers(1, size)) for size in shape]
    table[axis] = data.draw(st.integers(1, 4))
    where = places(data.draw(seeds), shape[axis], table)
    case = OperatorCase("GatherElements", [numbers(data.draw(seeds), shape), where], {"axis": axis})

    compare(case, lambda v, _: v[0].gather(axis, v[1] % shape[axis]))


@PROPERTY
@given(shapes(1, 3), st.data())
def test_gather_by_coordinates(shape: tuple[int, ...], data: st.DataObject) -> None:
    depth = data.draw(st.integers(1, len(shape)))
    table = data.draw(shapes(1, 2))
    columns = [places(data.draw(seeds) + i, shape[i], table) for i in range(depth)]
    case = OperatorCase("GatherND", [numbers(data.draw(seeds), shape), np.stack(columns, axis=-1)])

    compare(case, lambda v, _: v[0][tuple(v[1][..., i] for i in range(depth))])


@PROPERTY
@given(shapes(1, 3), st.data(), st.sampled_from(("none", "add")))
def test_scatter_elements(shape: tuple[int, ...], data: st.DataObject, reduction: str) -> None:
    """Without a sum, places are written once: what a second writing means is left open."""
    axis = data.draw(st.integers(0, len(shape) - 1))
    table = list(shape)
    table[axis] = data.draw(st.integers(1, shape[axis]))
    rng = np.random.default_rng(data.draw(seeds))
    where = np.argsort(rng.random(shape), axis=axis).take(range(table[axis]), axis)
    if reduction == "add":
        where = rng.integers(-shape[axis], shape[axis], table)
    seed = data.draw(seeds)
    inputs = [numbers(seed, shape), where.astype(np.int64), numbers(seed + 1, table)]
    attrs = {"axis": axis, "reduction": reduction}
    case = OperatorCase("ScatterElements", inputs, attrs, wrt=(0, 2), opset=18)

    def function(v: list[Tensor], _: Sequence[int]) -> Tensor:
        add = torch.scatter_add if reduction == "add" else torch.scatter
        return add(v[0], axis, v[1] % shape[axis], v[2])

    compare(case, function)


@PROPERTY
@given(shapes(1, 3), st.data(), st.booleans())
def test_largest_values(shape: tuple[int, ...], data: st.DataObject, largest: bool) -> None:
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    count = data.draw(st.integers(1, shape[axis]))
    inputs = [numbers(data.draw(seeds), shape), ints([count])]
    attrs = {"axis": axis, "largest": int(largest)}

    compare(
        OperatorCase("TopK", inputs, attrs, idle=1),
        lambda v, _: torch.topk(v[0], count, dim=axis, largest=largest).values,
    )


ACTIVATIONS: dict[str, tuple[dict[str, float], Callable[..., Tensor]]] = {
    "LeakyRelu": ({"alpha": 0.2}, lambda x: functional.leaky_relu(x, 0.2)),
    "Elu": ({"alpha": 1.5}, lambda x: functional.elu(x, 1.5)),
    "Celu": ({"alpha": 0.5}, lambda x: functional.celu(x, 0.5)),
    "Selu": ({}, functional.selu),
    "Relu": ({}, torch.relu),
    "Sigmoid": ({}, torch.sigmoid),
    "Tanh": ({}, torch.tanh),
    "Softplus": ({}, functional.softplus),
    "Softsign": ({}, functional.softsign),
    "HardSwish": ({}, functional.hardswish),
    "HardSigmoid": ({"alpha": 1 / 6, "beta": 0.5}, functional.hardsigmoid),
    "Mish": ({}, functional.mish),
    "Erf": ({}, torch.erf),
    "Abs": ({}, torch.abs),
}


@PROPERTY
@given(st.sampled_from(sorted(ACTIVATIONS)), shapes(0, 4), seeds, st.sampled_from((1, 5, 30)))
def test_activations(op: str, shape: tuple[int, ...], seed: int, scale: int) -> None:
    attrs, function = ACTIVATIONS[op]
    x = np.asarray(scale * numbers(seed, shape), np.float32)

    compare(OperatorCase(op, [x], attrs, opset=18), lambda v, _: function(v[0]))


@PROPERTY
@given(st.sampled_from(("none", "tanh")), shapes(0, 4), seeds, st.sampled_from((1, 5, 30)))
def test_gelu(form: str, shape: tuple[int, ...], seed: int, scale: int) -> None:
    x = np.asarray(scale * numbers(seed, shape), np.float32)
    case = OperatorCase("Gelu", [x], {"approximate": form}, opset=20)

    compare(case, lambda v, _: functional.gelu(v[0], approximate=form))


@PROPERTY
@given(shapes(2, 4), st.data())
def test_slopes_per_channel(shape: tuple[int, ...], data: st.DataObject) -> None:
    kept = (1, shape[1], *[1] * (len(shape) - 2))[data.draw(st.integers(0, 1)) :]
    seed = data.draw(seeds)
    case = OperatorCase("PRelu", [numbers(seed, shape), numbers(seed + 1, kept)], wrt=(0, 1))

    compare(case, lambda v, _: torch.where(v[0] > 0, v[0], v[0] * v[1]))
