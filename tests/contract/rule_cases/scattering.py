"""Rows of reads and writes at computed places; their closed form goes through them one by one."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import ints, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant

ROWS = np.array([[0, 1, 1, 3, 2], [1, -1, 0, 3, 0]])
APART = np.array([[0, 3, 1], [1, 2, -1], [4, 0, 2], [0, 1, 2]])
BLOCKS = np.array([[0, 1], [1, -1], [0, 1]])
CORNERS = np.array([5, 7, 13, 15, 16, 18, 24, 26]).reshape(1, 2, 2, 2)

CASES: list[Case] = [
    Case("GatherElements", [normal(4, 5), ROWS], {"axis": 0}),
    Case("GatherElements", [normal(4, 5), APART], {"axis": -1}, by_runtime=True, id="columns"),
    Case("GatherND", [normal(4, 5, 2), BLOCKS]),
    Case("GatherND", [normal(4, 5), BLOCKS], id="single-elements"),
    Case(
        "GatherND",
        [normal(2, 4, 5, 2), np.array([[[0, 1], [1, -1]], [[3, 1], [3, 1]]])],
        {"batch_dims": 1},
        id="batched",
    ),
    Case(
        "GatherND",
        [normal(2, 2, 5, 2), np.array([[[0], [1]], [[3], [4]]])],
        {"batch_dims": 2},
        id="batched-twice",
    ),
    Case("ScatterElements", [normal(4, 5), APART, normal(4, 3)], {"axis": 1}, wrt=(0, 2)),
    Case(
        "ScatterElements",
        [normal(4, 5), ROWS, normal(2, 5)],
        {"axis": 0, "reduction": "add"},
        wrt=(0, 2),
        id="sum",
    ),
    Case("ScatterND", [normal(4, 5, 2), ints(0, -1).reshape(2, 1), normal(2, 5, 2)], wrt=(0, 2)),
    Case("ScatterND", [normal(4, 5), BLOCKS[:2], normal(2)], wrt=(0, 2), id="single-elements"),
    Case(
        "ScatterND",
        [normal(4, 5), ints(1, 1).reshape(2, 1), normal(2, 5)],
        {"reduction": "add"},
        wrt=(0, 2),
        id="sum",
    ),
    Case("MaxUnpool", [normal(1, 2, 2, 2), CORNERS], {"kernel_shape": [2, 2], "strides": [2, 2]}),
]


def _along(places: np.ndarray, axis: int) -> Iterator[tuple[tuple, tuple]]:
    """(place in the table, place in the data) of every element."""
    for at in np.ndindex(places.shape):
        target = list(at)
        target[axis] = places[at]
        yield at, tuple(target)


def _blocks(v: Sequence[np.ndarray], batched: int = 0) -> Iterator[tuple[tuple, tuple]]:
    places = v[1]
    for at in np.ndindex(places.shape[:-1]):
        yield at, (*at[:batched], *places[at])


def _read(v: Sequence[np.ndarray], pairs: Iterator[tuple], g: np.ndarray) -> list[np.ndarray]:
    dx = np.zeros(v[0].shape)
    for at, target in pairs:
        dx[target] += g[at]
    return [dx]


def _written(
    v: Sequence[np.ndarray], pairs: Iterator[tuple], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    dx, updates = g.copy(), np.zeros(v[2].shape)
    for at, target in pairs:
        updates[at] = g[target]
        if a.get("reduction", "none") == "none":
            dx[target] = 0
    return [dx, None, updates]


def _max_unpool(
    v: Sequence[np.ndarray], _: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray]:
    return [np.array([g.flat[place] for place in v[1].flat]).reshape(v[0].shape)]


CLOSED_FORMS: dict[str, ClosedForm] = {
    "GatherElements": lambda v, a, g: _read(v, _along(v[1], a.get("axis", 0)), g),
    "GatherND": lambda v, a, g: _read(v, _blocks(v, a.get("batch_dims", 0)), g),
    "ScatterElements": lambda v, a, g: _written(v, _along(v[1], a.get("axis", 0)), a, g),
    "ScatterND": lambda v, a, g: _written(v, _blocks(v), a, g),
    "MaxUnpool": _max_unpool,
}

INVARIANTS: dict[str, list[Invariant]] = {
    "GatherElements": [law.conserving, law.homogeneous(1)],
    "GatherND": [law.conserving, law.homogeneous(1)],
    "ScatterElements": [law.homogeneous(1), law.independent_of_input],
    "ScatterND": [law.homogeneous(1), law.independent_of_input],
    "MaxUnpool": [law.homogeneous(1), law.independent_of_input],
}
