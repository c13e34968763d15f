"""Rows of smooth units that weigh x by a gate."""

import math

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import IMAGE, elementwise, normal
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant, RuleTrial

CASES: list[Case] = [
    # The reference evaluates Erf in single precision.
    Case("Gelu", [2 * normal(3, 5)], opset=20, step=1e-2, tolerance=1e-3, batch=(0,)),
    Case("Gelu", [2 * normal(3, 5)], {"approximate": "tanh"}, opset=20, batch=(0,), id="tanh"),
    Case("Gelu", [normal(2, 3)], {"approximate": "tanh"}, opset=26, id="tanh-opset26"),
    Case("Mish", [2 * normal(3, 5)], opset=18, batch=(0,)),
    Case("Mish", [2 * normal(*IMAGE)], opset=22, id="opset22"),
    # Said, because ONNX's own inlining, by which the runtime sees this operator, drops defaults.
    Case("Swish", [2 * normal(3, 5)], {"alpha": 1.0}, opset=24, batch=(0,)),
    Case("Swish", [2 * normal(3, 5)], {"alpha": 1.7}, opset=26, id="alpha"),
]

_erf = np.vectorize(math.erf)


def _gelu(x: np.ndarray, a: dict) -> np.ndarray:
    """The erf form by its parts, the tanh form as sigmoid(2 u)."""
    if a.get("approximate", "none") == "none":
        below = (1 + _erf(x / math.sqrt(2))) / 2
        return below + x * np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)
    u = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
    gate = 1 / (1 + np.exp(-2 * u))
    slope_of_u = math.sqrt(2 / math.pi) * (1 + 3 * 0.044715 * x**2)
    return gate + 2 * x * gate * (1 - gate) * slope_of_u


def _mish(x: np.ndarray, _: dict) -> np.ndarray:
    """e^x w / d^2, w = 4 (x + 1) + 4 e^2x + e^3x + e^x (4 x + 6), d = 2 e^x + e^2x + 2."""
    e = np.exp(x)
    w = 4 * (x + 1) + 4 * e**2 + e**3 + e * (4 * x + 6)
    return e * w / (2 * e + e**2 + 2) ** 2


def _swish(x: np.ndarray, a: dict) -> np.ndarray:
    """(1 + e + a x e) / (1 + e)^2 with e = exp(-a x)."""
    alpha = a.get("alpha", 1.0)
    e = np.exp(-alpha * x)
    return (1 + e + alpha * x * e) / (1 + e) ** 2


CLOSED_FORMS: dict[str, ClosedForm] = {
    "Gelu": elementwise(_gelu),
    "Mish": elementwise(_mish),
    "Swish": elementwise(_swish),
}


def _open_or_shut_far_out(trial: RuleTrial) -> None:
    """Far to the right y = x, far to the left y = 0; no number is lost on the way."""
    for reach in (60.0, 300.0, 1e4, 1e19, 3e38):
        far = np.full_like(trial.inputs[0], reach)
        np.testing.assert_array_equal(trial.gradients(inputs=[far])[0], trial.g)
        np.testing.assert_allclose(trial.gradients(inputs=[-far])[0], 0, atol=1e-20)


INVARIANTS: dict[str, list[Invariant]] = {
    "Gelu": [law.place_by_place, law.slopes_add_to_one, _open_or_shut_far_out],
    "Mish": [law.place_by_place, _open_or_shut_far_out],
    "Swish": [law.place_by_place, law.slopes_add_to_one, _open_or_shut_far_out],
}
