"""Rows of circular and hyperbolic functions and their inverses."""

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import elementwise, normal, positive
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant

_INSIDE = np.linspace(-0.9, 0.9, 12, dtype=np.float32).reshape(3, 4)

CASES: list[Case] = [
    *(
        Case(op, [normal(3, 4)], batch=(0,))
        for op in ("Sin", "Cos", "Tan", "Sinh", "Cosh", "Atan", "Asinh")
    ),
    *(Case(op, [_INSIDE], batch=(0,)) for op in ("Asin", "Acos", "Atanh")),
    Case("Acosh", [1 + positive(3, 4)], batch=(0,)),
    *(
        Case(op, [np.array([[-1, 1]], np.float32)], kink=True, id="ends")
        for op in ("Asin", "Acos", "Atanh")
    ),
    Case("Acosh", [np.array([[1]], np.float32)], kink=True, id="end"),
    *(Case(op, [normal(2, 2, 2)], opset=26, id="opset26") for op in ("Sin", "Atan", "Cosh")),
]


def _inside(slope: np.ndarray) -> np.ndarray:
    """0 in place of an infinite slope."""
    return np.where(np.isfinite(slope), slope, 0)


@np.errstate(divide="ignore")
def _arc_sine(x: np.ndarray) -> np.ndarray:
    return _inside((1 - x**2) ** -0.5)


@np.errstate(divide="ignore")
def _area_cosine(x: np.ndarray) -> np.ndarray:
    return _inside((x**2 - 1) ** -0.5)


@np.errstate(divide="ignore")
def _area_tangent(x: np.ndarray) -> np.ndarray:
    return _inside(1 / (1 - x**2))


CLOSED_FORMS: dict[str, ClosedForm] = {
    "Sin": elementwise(lambda x, _: np.cos(x)),
    "Cos": elementwise(lambda x, _: -np.sin(x)),
    "Tan": elementwise(lambda x, _: np.cos(x) ** -2.0),
    "Sinh": elementwise(lambda x, _: (np.exp(x) + np.exp(-x)) / 2),
    "Cosh": elementwise(lambda x, _: (np.exp(x) - np.exp(-x)) / 2),
    "Asin": elementwise(lambda x, _: _arc_sine(x)),
    "Acos": elementwise(lambda x, _: -_arc_sine(x)),
    "Atan": elementwise(lambda x, _: np.cos(np.arctan(x)) ** 2),
    "Asinh": elementwise(lambda x, _: 1 / np.cosh(np.arcsinh(x))),
    "Acosh": elementwise(lambda x, _: _area_cosine(x)),
    "Atanh": elementwise(lambda x, _: _area_tangent(x)),
}

_EVEN = [law.place_by_place, law.mirrored(1)]
_ODD = [law.place_by_place, law.mirrored(-1)]

INVARIANTS: dict[str, list[Invariant]] = {
    "Sin": _EVEN,
    "Cos": _ODD,
    "Tan": [*_EVEN, law.monotone],
    "Sinh": [*_EVEN, law.monotone],
    "Cosh": _ODD,
    "Asin": [*_EVEN, law.monotone],
    "Acos": _EVEN,
    "Atan": [*_EVEN, law.monotone],
    "Asinh": [*_EVEN, law.monotone],
    "Acosh": [law.place_by_place, law.monotone],
    "Atanh": [*_EVEN, law.monotone],
}
