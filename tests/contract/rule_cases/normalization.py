"""Rows of normalisations."""

from collections.abc import Mapping, Sequence

import numpy as np

from tests.contract.rule_cases import invariants as law
from tests.contract.rule_cases.inputs import IMAGE, normal, positive
from tests.support.models import OperatorCase as Case
from tests.support.rule_trial import ClosedForm, Invariant


def batch_norm(rank: int, opset: int = 17) -> Case:
    """Inference form on IMAGE, or its first axes."""
    inputs = [normal(*IMAGE[:rank]), normal(4), normal(4), normal(4), positive(4)]
    return Case(
        "BatchNormalization",
        inputs,
        {"epsilon": 1e-3},
        (1, 2, 3, 4),
        (0, 1, 2, 3),
        opset=opset,
        # The reference evaluator differs from the standard in the older form.
        **({} if opset > 14 else {"single": True, "step": 1.0, "tolerance": 1e-4}),
        batch=(0,),
        id=f"rank{rank}-opset{opset}",
    )


CASES: list[Case] = [batch_norm(2), batch_norm(4), batch_norm(4, opset=11), batch_norm(4, opset=13)]


def _batch_norm(
    v: Sequence[np.ndarray], a: Mapping[str, object], g: np.ndarray
) -> list[np.ndarray | None]:
    x, scale, _, mean, variance = (
        np.moveaxis(v[0], 1, -1), *v[1:],
    )  # fmt: skip
    g = np.moveaxis(g, 1, -1)
    spread = np.sqrt(variance + a.get("epsilon", 1e-5))
    others = tuple(range(x.ndim - 1))
    return [
        np.moveaxis(g * scale / spread, -1, 1),
        (g * (x - mean) / spread).sum(axis=others),
        g.sum(axis=others),
        (-g * scale / spread).sum(axis=others),
    ]


CLOSED_FORMS: dict[str, ClosedForm] = {"BatchNormalization": _batch_norm}

INVARIANTS: dict[str, list[Invariant]] = {
    # Image, shift and mean scaled together scale the output.
    "BatchNormalization": [law.place_by_place],
}
