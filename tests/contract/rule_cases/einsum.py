"""Rows of Einsum; its closed form walks through all values of all letters."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant


def einsum(equation: str, *shapes: tuple[int, ...], id_: str = "", **more: object) -> Case:
    """One equation, differentiated by every operand."""
    inputs = [normal(*shape) for shape in shapes]
    every = tuple(range(len(shapes)))
    return Case("Einsum", inputs, {"equation": equation}, wrt=every, id=id_, **more)


CASES: list[Case] = [
    einsum("ij,jk->ik", (2, 3), (3, 4), batch=(0,)),
    einsum("bij,bjk->bik", (2, 2, 3), (2, 3, 4), batch=(0, 1), id_="batched"),
    einsum("bhwc,hkc->bhwk", (2, 3, 4, 5), (3, 6, 5), batch=(0,), id_="relative-positions"),
    einsum("bn,anm,bm->ba", (2, 3), (5, 3, 4), (2, 4), id_="three-operands"),
    einsum("ij,jk", (2, 3), (3, 4), id_="implicit-result"),
    einsum(" b i , i -> b ", (2, 3), (3,), batch=(0,), id_="spaces"),
    einsum("i,j->ij", (2,), (3,), id_="outer"),
    einsum("i,i->", (3,), (3,), id_="inner"),
    einsum("ij->ji", (2, 3), id_="transposed"),
    einsum("ij->", (2, 3), id_="summed"),
    einsum("ij->j", (2, 3), id_="summed-first"),
    einsum("ij,kl->il", (2, 3), (4, 5), id_="letters-of-one-operand"),
    einsum("ii->i", (3, 3), id_="diagonal"),
    einsum("ii->", (3, 3), id_="trace"),
    einsum("iji,j->i", (3, 2, 3), (2,), id_="diagonal-and-others"),
    einsum("ij,ij->i", (2, 1), (2, 3), id_="repeated-size"),
]


def _walk(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    left, _, result = a["equation"].replace(" ", "").partition("->")
    terms = left.split(",")
    if "->" not in a["equation"]:
        result = "".join(sorted(c for c in set(left) - {","} if left.count(c) == 1))
    sizes: dict[str, int] = {}
    for term, x in zip(terms, v, strict=True):
        for letter, size in zip(term, x.shape, strict=True):
            sizes[letter] = max(size, sizes.get(letter, 1))
    gradients = [np.zeros(x.shape) for x in v]
    for values in np.ndindex(*sizes.values()):
        at = dict(zip(sizes, values, strict=True))
        places = [
            tuple(min(at[c], size - 1) for c, size in zip(term, x.shape, strict=True))
            for term, x in zip(terms, v, strict=True)
        ]
        factors = [x[place] for x, place in zip(v, places, strict=True)]
        slope = g[tuple(at[c] for c in result)]
        for i, place in enumerate(places):
            gradients[i][place] += slope * np.prod([f for j, f in enumerate(factors) if j != i])
    return gradients


CLOSED_FORMS: dict[str, ClosedForm] = {"Einsum": _walk}

INVARIANTS: dict[str, list[Invariant]] = {"Einsum": [law.linear_in_each(0, 1, 2)]}
