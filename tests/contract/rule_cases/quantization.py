"""Rows of quantisers: a staircase has no slope, so they are held to the line through its stairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from onnx import ModelProto, helper

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import normal
from tests.support.models import OperatorCase, model_of
from tests.support.rule_trial import ClosedForm, Invariant


@dataclass(frozen=True, eq=False)
class QuantiserCase(OperatorCase):
    """x0 through QuantizeLinear and DequantizeLinear with scale x1 and zero point x2 to y.

    The integers between the two carry no float adjoint of their own, so a row tries the pair; its
    name says which of the two the row is about.
    """

    def model(self, *, free_batch: bool = False) -> ModelProto:
        """The pair of operators as a model."""
        shape = self.inputs[0].shape
        ends = [f"x{i}" for i in range(1, len(self.inputs))]
        nodes = [
            helper.make_node("QuantizeLinear", ["x0", *ends], ["q"], name="to", **self.attrs),
            helper.make_node("DequantizeLinear", ["q", *ends], ["y"], name="from", **self.attrs),
        ]
        shape = ("N", *shape[1:]) if free_batch else shape
        stored = dict(zip(ends, self.inputs[1:], strict=True))
        return model_of(nodes, {"x0": shape}, {"y": None}, stored, opset=self.opset)


def quantiser(
    op: str, id_: str, scale: Sequence[float] | float, zero: np.ndarray | None, **more: object
) -> QuantiserCase:
    """Numbers around 0 with some far outside of what the integers can hold."""
    inputs = [40 * normal(3, 2, 4), np.array(scale, np.float32)]
    inputs += [] if zero is None else [zero]
    kept = tuple(range(1, len(inputs)))
    return QuantiserCase(op, inputs, stored=kept, batch=(0,), id=id_, **_LINE, **more)


def _limits(v: Sequence[np.ndarray], a: Mapping[str, object]) -> tuple[np.ndarray, np.ndarray]:
    """Smallest and largest number that the integers hold, half a step wider: rounding joins it."""
    zero = v[2] if len(v) > 2 else np.array(0, np.uint8)
    info = np.iinfo(zero.dtype)
    axis = a.get("axis", 1)
    dims = [1] * v[0].ndim
    if v[1].ndim:
        dims[axis] = -1
    scale = v[1].astype(float).reshape(dims)
    offset = zero.astype(float).reshape(dims if zero.ndim else [1] * v[0].ndim)
    return (info.min - 0.5 - offset) * scale, (info.max + 0.5 - offset) * scale


def _line(v: Sequence[np.ndarray], a: Mapping[str, object]) -> np.ndarray:
    """The identity inside of the limits, flat outside."""
    return np.clip(v[0], *_limits(v, a))


def _inside(v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray) -> list[np.ndarray]:
    low, high = _limits(v, a)
    return [g * ((v[0] > low) & (v[0] < high))]


# The line is evaluated in double precision, the estimator in single: the reference has none.
_LINE = {"line": _line, "single": True, "step": 1e-4, "tolerance": 1e-5}

BYTE = np.array(10, np.uint8)
SIGNED = np.array([0, -3], np.int8)

CASES: list[OperatorCase] = [
    quantiser("QuantizeLinear", "unsigned", 0.5, BYTE),
    quantiser("QuantizeLinear", "no-zero-point", 0.25, None),
    quantiser("QuantizeLinear", "along-axis", [0.5, 0.2], SIGNED, attrs={"axis": 1}),
    quantiser("QuantizeLinear", "opset13", [0.5, 0.2], SIGNED, attrs={"axis": 1}, opset=13),
    quantiser("DequantizeLinear", "signed", 0.3, np.array(5, np.int8)),
    quantiser("DequantizeLinear", "along-axis", [0.5, 0.2], SIGNED, attrs={"axis": -2}),
]

CLOSED_FORMS: dict[str, ClosedForm] = {"QuantizeLinear": _inside, "DequantizeLinear": _inside}

INVARIANTS: dict[str, list[Invariant]] = {
    "QuantizeLinear": [law.place_by_place, law.monotone],
    "DequantizeLinear": [law.place_by_place, law.monotone],
}
