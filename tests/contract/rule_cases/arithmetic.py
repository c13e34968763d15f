# ruff: noqa: D403 - formulas keep their letters
"""Rows of element-wise arithmetic with broadcasting."""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import folded, normal, number, positive
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial

_AROUND_ZERO = np.array([[-2, -1, -0.5, 0, 0.5, 1, 2]], np.float32)
_SLOPELESS = np.array([[0, 1, 4]], np.float32)

CASES: list[Case] = [
    *(Case(op, [normal(3, 5)], batch=(0,)) for op in ("Neg", "Abs", "Exp")),
    *(Case(op, [positive(3, 5)], batch=(0,)) for op in ("Log", "Sqrt", "Reciprocal")),
    # The reference evaluates Erf in single precision.
    Case("Erf", [normal(3, 5)], step=1e-2, tolerance=1e-3),
    *(
        Case(op, [normal(3, 5), normal(3, 5)], wrt=(0, 1), batch=(0, 1))
        for op in ("Add", "Sub", "Mul", "Max", "Min")
    ),
    *(
        Case(op, [normal(2, 3, 4), positive(3, 1)], wrt=(0, 1), batch=(0,), id="broadcast")
        for op in ("Add", "Sub", "Mul", "Div", "Max", "Min")
    ),
    Case("Add", [normal(1, 3, 1), normal(2, 1, 4)], wrt=(0, 1), id="both-broadcast"),
    Case("Add", [normal(2, 3), number(0.5)], {}, (1,), (0, 1), id="scalar"),
    Case("Div", [normal(3, 5), positive(3, 5)], wrt=(0, 1), batch=(0, 1)),
    Case("Sum", [normal(3, 5), normal(5), normal(3, 1)], wrt=(0, 1, 2)),
    Case("Mean", [normal(3, 5), normal(5), normal(3, 1)], wrt=(0, 1, 2)),
    Case("Max", [normal(3, 5), normal(5), normal(3, 1)], wrt=(0, 1, 2), id="three"),
    Case(
        "Max",
        [np.array([[1, 2, 3]], np.float32), np.array([[1, 3, 2]], np.float32)],
        wrt=(0, 1),
        kink=True,
        id="tie",
    ),
    Case("Pow", [positive(3, 5), normal(3, 5)], wrt=(0, 1), batch=(0, 1)),
    Case("Pow", [normal(3, 5), number(2)], {}, (1,), id="square"),
    Case("Pow", [np.array([[0, -1]], np.float32), number(2)], {}, (1,), id="square-at-zero"),
    Case("Pow", [_AROUND_ZERO, number(3)], {}, (1,), id="cube"),
    Case("Pow", [_AROUND_ZERO, np.array(3, np.int64)], {}, (1,), id="whole-exponent"),
    Case("Pow", [_AROUND_ZERO, number(0)], {}, (1,), id="constant"),
    Case("Pow", [_AROUND_ZERO, number(1)], {}, (1,), id="line"),
    Case("Pow", [normal(3, 5), number(-2)], {}, (1,), id="negative-exponent"),
    Case(
        "Pow",
        [np.array([[0, 0, 0, 0.5]], np.float32), np.array([[0, 0.5, 1, 2]], np.float32)],
        wrt=(0, 1),
        kink=True,
        id="base-0",
    ),
    Case("Pow", [positive(2, 3, 4), normal(3, 1)], wrt=(0, 1), opset=26, id="broadcast-opset26"),
    Case("Mod", [3 * normal(3, 5), positive(3, 5)], {"fmod": 1}, wrt=(0, 1), batch=(0, 1)),
    Case("Mod", [3 * normal(3, 5), -positive(5)], {"fmod": 1}, wrt=(0, 1), id="broadcast"),
    Case("Mod", [3 * normal(2, 3), number(0.7)], {"fmod": 1}, (1,), opset=26, id="opset26"),
    Case("Max", [normal(3, 5)], id="one"),
    Case(
        "Min", [normal(3, 5), number(0.1), normal(3, 1), normal(5)], {}, (1,), (0, 2, 3), id="four"
    ),
    Case("Max", [normal(2, 1, 4), normal(3, 1)], wrt=(0, 1), opset=26, id="opset26"),
    *(Case(op, [_SLOPELESS], kink=True, id="at-zero") for op in ("Log", "Sqrt", "Reciprocal")),
    Case(
        "Div",
        [np.array([[1, 0, 2]], np.float32), np.array([[0, 0, 4]], np.float32)],
        wrt=(0, 1),
        kink=True,
        id="by-zero",
    ),
    Case(
        "Div", [normal(2, 3), np.array([1, 0, 2], np.float32)], {}, (1,), kink=True, id="stored-0"
    ),
    Case("Where", [normal(3, 5) > 0, normal(3, 5), normal(5)], wrt=(1, 2)),
    Case("Add", [normal(2, 3), normal(3)], wrt=(0, 1), opset=11, id="opset11"),
    Case("Pow", [normal(3, 5), number(2)], {}, (1,), opset=11, id="opset11"),
    Case("Mul", [normal(2, 3), normal(3)], wrt=(0, 1), opset=13, id="opset13"),
]


def _slope(derivative: Callable[[np.ndarray], np.ndarray]) -> ClosedForm:
    """dx = g f'(x), element by element."""
    return lambda v, a, g: [g * derivative(v[0])]


def _partial(*slopes: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> ClosedForm:
    """By slopes dy/da(a, b) and dy/db(a, b) of a function of two operands."""
    return lambda v, a, g: [
        folded(g * slope(v[0], v[1]), operand) for slope, operand in zip(slopes, v, strict=True)
    ]


def _winner(best: Callable[..., int]) -> ClosedForm:
    """Max or Min of any number of operands by arg-max; the first one wins a tie."""

    def closed(v: Sequence[np.ndarray], _: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
        won = best(np.stack(np.broadcast_arrays(*v)), axis=0)
        return [folded(g * (won == i), operand) for i, operand in enumerate(v)]

    return closed


@np.errstate(all="ignore")
def _or_zero(slope: np.ndarray) -> np.ndarray:
    """0 in place of a slope that does not exist."""
    return np.where(np.isfinite(slope), slope, 0)


def _finite(derivative: Callable[[np.ndarray], np.ndarray]) -> ClosedForm:
    """dx = g f'(x), 0 where there is no slope."""
    with_zeros = np.errstate(all="ignore")(lambda x: _or_zero(derivative(x)))
    return _slope(with_zeros)


@np.errstate(all="ignore")
def _slope_of_base(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.where((a == 0) & (b < 1), 0, b * a ** (b - 1.0))


@np.errstate(all="ignore")
def _slope_of_exponent(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.where(a > 0, a**b * np.log(np.where(a > 0, a, 1)), 0)


CLOSED_FORMS: dict[str, ClosedForm] = {
    "Neg": _slope(lambda x: -np.ones_like(x)),
    "Abs": _slope(np.sign),
    "Exp": _slope(np.exp),
    "Log": _finite(lambda x: 1 / x),
    "Sqrt": _finite(lambda x: 0.5 * x**-0.5),
    "Reciprocal": _finite(lambda x: -(x**-2.0)),
    "Erf": _slope(lambda x: 2 / math.sqrt(math.pi) * np.exp(-(x**2))),
    "Add": _partial(lambda a, b: 1, lambda a, b: 1),
    "Sub": _partial(lambda a, b: 1, lambda a, b: -1),
    "Mul": _partial(lambda a, b: b, lambda a, b: a),
    "Div": _partial(
        lambda a, b: np.divide(1, b, out=np.zeros_like(b), where=b != 0),
        lambda a, b: -a * np.divide(1, b**2, out=np.zeros_like(b), where=b != 0),
    ),
    "Pow": _partial(_slope_of_base, _slope_of_exponent),
    "Mod": _partial(lambda a, b: 1, lambda a, b: -np.trunc(a / b)),
    "Max": _winner(np.argmax),
    "Min": _winner(np.argmin),
    "Sum": lambda v, a, g: [folded(g, operand) for operand in v],
    "Mean": lambda v, a, g: [folded(g, operand) / len(v) for operand in v],
    "Where": lambda v, a, g: [None, folded(g * v[0], v[1]), folded(g * ~v[0], v[2])],
}


def _swaps(sign: float) -> Invariant:
    """Operands changed places: so do their gradients (Sub: and their signs)."""

    def swap(trial: RuleTrial) -> None:
        if trial.case.stored:
            return
        a, b = trial.gradients()
        other = trial.gradients(trial.g, [trial.inputs[1], trial.inputs[0]])
        law.close(other[1], sign * a)
        law.close(other[0], sign * b)

    return swap


def _grows_by_e(trial: RuleTrial) -> None:
    """Exp: one step to the right multiplies the slope by e."""
    law.close(trial.gradients(inputs=[trial.inputs[0] + 1])[0], math.e * trial.gradients()[0])


def _quotient(trial: RuleTrial) -> None:
    """a / b stays when both grow alike: sum(a da) = -sum(b db)."""
    if trial.case.stored:
        return
    da, db = trial.gradients()
    a, b = trial.inputs
    law.close((a * da).sum(dtype=float), -(b * db).sum(dtype=float))


def _log_is_flat_in_scale(trial: RuleTrial) -> None:
    """log(t x) = log t + log x: sum(x dx) = sum g."""
    law.close((trial.inputs[0] * trial.gradients()[0]).sum(dtype=float), trial.g.sum(dtype=float))


def _power_of_base(trial: RuleTrial) -> None:
    """a da = b g y."""
    exponent = np.broadcast_to(trial.inputs[1], trial.g.shape)
    law.close(trial.inputs[0] * trial.gradients()[0], exponent * trial.g * trial.output())


def _scales_with_its_operands(trial: RuleTrial) -> None:
    """Mod(t a, t b) = t Mod(a, b)."""
    if not trial.case.stored:
        law.homogeneous(1)(trial)


INVARIANTS: dict[str, list[Invariant]] = {
    "Neg": [law.place_by_place, law.homogeneous(1)],
    "Abs": [law.place_by_place, law.homogeneous(1), law.mirrored(-1)],
    "Exp": [law.place_by_place, law.monotone, _grows_by_e],
    "Log": [law.place_by_place, law.monotone, _log_is_flat_in_scale],
    "Sqrt": [law.place_by_place, law.monotone, law.homogeneous(0.5)],
    "Reciprocal": [law.place_by_place, law.homogeneous(-1)],
    "Erf": [law.place_by_place, law.monotone, law.mirrored(1)],
    "Add": [law.homogeneous(1), _swaps(1)],
    "Sub": [law.homogeneous(1), _swaps(-1)],
    "Mul": [law.linear_in_each(0, 1), _swaps(1)],
    "Div": [law.linear_in_each(0), _quotient],
    "Max": [law.homogeneous(1), law.conserving],
    "Min": [law.homogeneous(1), law.conserving],
    "Sum": [law.homogeneous(1)],
    "Mean": [law.homogeneous(1), law.conserving],
    "Pow": [law.place_by_place, _power_of_base],
    "Mod": [law.place_by_place, _scales_with_its_operands],
    "Where": [law.homogeneous(1), law.conserving],
}
