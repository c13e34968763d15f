# ruff: noqa: D403 - formulas keep their letters
"""Rows of the activation functions."""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import IMAGE, NONE, folded, normal, number
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial

CASES: list[Case] = [
    *(
        Case(op, [normal(3, 5)], batch=(0,))
        for op in (
            "Relu", "LeakyRelu", "Elu", "Selu", "Celu", "Sigmoid", "Tanh", "Softplus", "Softsign",
        )
    ),
    *(
        Case(op, [3 * normal(4, 5)], batch=(0,))
        for op in ("HardSigmoid", "HardSwish", "ThresholdedRelu")
    ),
    Case("Relu", [np.array([[-1, 0, 2]], np.float32)], kink=True, id="at-zero"),
    Case("Elu", [normal(3, 5)], {"alpha": 0.7}, id="alpha"),
    Case("Celu", [normal(3, 5)], {"alpha": 0.7}, id="alpha"),
    Case("LeakyRelu", [normal(3, 5)], {"alpha": 0.3}, id="alpha"),
    Case("HardSigmoid", [normal(3, 5)], {"alpha": 0.4, "beta": 0.3}, id="slope"),
    Case("PRelu", [normal(*IMAGE), normal(4, 1, 1)], {}, (1,), (0, 1), batch=(0,)),
    Case("Clip", [3 * normal(3, 5), number(0), number(2)], {}, (1, 2), (0, 1, 2)),
    Case("Clip", [3 * normal(3, 5), NONE, number(2)], {}, (2,), (0, 2), id="only-max"),
    Case("Softmax", [normal(3, 5)], batch=(0,)),
    Case("Softmax", [normal(2, 3, 4)], {"axis": 1}, batch=(0,), id="axis1"),
    Case("LogSoftmax", [normal(3, 5)], {"axis": 1}, batch=(0,)),
    Case("Relu", [normal(3, 5)], opset=11, id="opset11"),
    Case("Clip", [3 * normal(3, 5), number(0), number(2)], {}, (1, 2), opset=11, id="opset11"),
    Case("Softmax", [normal(3, 5)], {"axis": 1}, opset=11, id="opset11"),
    Case("HardSigmoid", [normal(3, 5)], opset=13, id="opset13"),
    Case("Shrink", [normal(3, 5)], batch=(0,)),
    Case("Shrink", [normal(3, 5)], {"lambd": 0.8, "bias": 0.3}, opset=26, id="bias-opset26"),
]  # fmt: skip


def _slope(derivative: Callable[[np.ndarray, Mapping[str, object]], np.ndarray]) -> ClosedForm:
    """dx = g f'(x), element by element."""
    return lambda v, a, g: [g * derivative(v[0], a)]


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


_SELU = (1.67326319217681884765625, 1.05070102214813232421875)


def _prelu(
    v: Sequence[np.ndarray], _: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    x, slope = v
    return [np.where(x > 0, g, g * slope), folded(np.where(x > 0, 0, g * x), slope)]


def _clip(
    v: Sequence[np.ndarray], _: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    x = v[0]
    low = v[1] if v[1].size else -np.inf
    high = v[2] if len(v) > 2 else np.inf
    return [g * ((x > low) & (x < high)), np.sum(g * (x <= low)), np.sum(g * (x >= high))]


def _softmax(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    """By the Jacobian itself, diag(p) - p p^T."""
    axis = a.get("axis", -1)
    p = np.exp(np.moveaxis(v[0], axis, -1))
    p /= p.sum(axis=-1, keepdims=True)
    jacobian = np.eye(p.shape[-1]) * p[..., None, :] - p[..., :, None] * p[..., None, :]
    dx = np.einsum("...i,...ij->...j", np.moveaxis(g, axis, -1), jacobian)
    return [np.moveaxis(dx, -1, axis)]


def _log_softmax(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    axis = a.get("axis", -1)
    p = np.exp(v[0]) / np.exp(v[0]).sum(axis=axis, keepdims=True)
    return [g - p * g.sum(axis=axis, keepdims=True)]


CLOSED_FORMS: dict[str, ClosedForm] = {
    "Relu": _slope(lambda x, _: x > 0),
    "LeakyRelu": _slope(lambda x, a: np.where(x > 0, 1, a.get("alpha", 0.01))),
    "Elu": _slope(lambda x, a: np.where(x > 0, 1, a.get("alpha", 1.0) * np.exp(x))),
    "Selu": _slope(lambda x, _: _SELU[1] * np.where(x > 0, 1, _SELU[0] * np.exp(x))),
    "Celu": _slope(lambda x, a: np.where(x > 0, 1, np.exp(x / a.get("alpha", 1.0)))),
    "Sigmoid": _slope(lambda x, _: 1 / (2 + 2 * np.cosh(x))),
    "Tanh": _slope(lambda x, _: np.cosh(x) ** -2.0),
    "Softplus": _slope(lambda x, _: _sigmoid(x)),
    "Softsign": _slope(lambda x, _: (1 + np.abs(x)) ** -2.0),
    "HardSigmoid": _slope(
        lambda x, a: (
            a.get("alpha", 0.2) * (np.abs(a.get("alpha", 0.2) * x + a.get("beta", 0.5) - 0.5) < 0.5)
        )
    ),
    "HardSwish": _slope(lambda x, _: np.where(np.abs(x) < 3, (2 * x + 3) / 6, x > 0)),
    "ThresholdedRelu": _slope(lambda x, a: x > a.get("alpha", 1.0)),
    "PRelu": _prelu,
    "Clip": _clip,
    "Shrink": _slope(lambda x, a: np.abs(x) > a.get("lambd", 0.5)),
    "Softmax": _softmax,
    "LogSoftmax": _log_softmax,
}


def _class_axis(trial: RuleTrial) -> tuple[int, ...]:
    return (trial.case.attrs.get("axis", -1),)


def _drops_by_e(trial: RuleTrial) -> None:
    """Exponential units on the left side: one step down divides the slope by e^(1/alpha)."""
    left = -np.abs(trial.inputs[0]) - 0.1
    rate = trial.case.attrs.get("alpha", 1.0) if trial.case.op == "Celu" else 1.0
    ahead, back = (trial.gradients(inputs=[x])[0] for x in (left, left - np.float32(1)))
    law.close(back * math.exp(1 / rate), ahead)


def _shares(trial: RuleTrial) -> None:
    """Moving x and both bounds by one moves y by one: the three gradients add up to g."""
    if trial.case.wrt == (0, 1, 2) or trial.case.id == "only-max":
        law.conserving(trial)
    law.close(trial.gradients()[0] * (trial.gradients()[0] - trial.g), 0.0)


INVARIANTS: dict[str, list[Invariant]] = {
    "Relu": [law.place_by_place, law.monotone, law.homogeneous(1)],
    "LeakyRelu": [law.place_by_place, law.monotone, law.homogeneous(1)],
    "Elu": [law.place_by_place, law.monotone, _drops_by_e],
    "Selu": [law.place_by_place, law.monotone, _drops_by_e],
    "Celu": [law.place_by_place, law.monotone, _drops_by_e],
    "Sigmoid": [law.place_by_place, law.monotone, law.mirrored(1)],
    "Tanh": [law.place_by_place, law.monotone, law.mirrored(1)],
    "Softplus": [law.place_by_place, law.monotone, law.slopes_add_to_one],
    "Softsign": [law.place_by_place, law.monotone, law.mirrored(1)],
    "HardSigmoid": [law.place_by_place, law.monotone],
    "HardSwish": [law.place_by_place, law.slopes_add_to_one],
    "ThresholdedRelu": [law.place_by_place, law.monotone],
    "Shrink": [law.place_by_place, law.monotone, law.mirrored(1)],
    "PRelu": [law.place_by_place, law.batch_is_loop],
    "Clip": [law.place_by_place, law.monotone, _shares],
    "Softmax": [law.blind_to_shift(_class_axis)],
    "LogSoftmax": [law.blind_to_shift(_class_axis)],
}
