"""What every gradient rule is tried on: rows of operators, and three unrelated truths about each.

One module per family of `engine/autodiff/rules`, each with three tables:

- ``CASES``: `OperatorCase` rows, an operator with numbers, attributes and an operator set;
- ``CLOSED_FORMS``: operator -> the gradients in NumPy, from (inputs, attrs, g), written without
  looking at the rule (a one-liner, or a naive loop);
- ``INVARIANTS``: operator -> laws (see `invariants`) that its gradients obey whatever the numbers.

To add a rule: one or more rows (`batch=(0,)` where axis 0 holds images that do not see each other;
`kink=True` where the row sits on a tie, which has no slope but a convention), one closed form, one
law. The second truth, central differences in double precision, is taken for every row without a
kink; so are laws that hold for every gradient (linear in the seed, same bytes when built twice,
plain operators only, the same at the newest operator set). `tests/contract/test_rules.py` refuses
a rule that lacks one of the three.
"""

from tests.contract.rule_cases import (
    activations,
    arithmetic,
    convolution,
    einsum,
    gated_units,
    layout,
    lengths,
    linear,
    normalization,
    ordering,
    pooling,
    quantization,
    reductions,
    resampling,
    scattering,
    selection,
    standardisation,
    transposed_convolution,
    trigonometry,
)
from tests.support.models import OperatorCase
from tests.support.rule_trial import ClosedForm, Invariant

FAMILIES = (
    activations,
    arithmetic,
    convolution,
    einsum,
    gated_units,
    layout,
    lengths,
    linear,
    normalization,
    ordering,
    pooling,
    quantization,
    reductions,
    resampling,
    scattering,
    selection,
    standardisation,
    transposed_convolution,
    trigonometry,
)

CASES: tuple[OperatorCase, ...] = tuple(case for family in FAMILIES for case in family.CASES)
CLOSED_FORMS: dict[str, ClosedForm] = {
    op: form for family in FAMILIES for op, form in family.CLOSED_FORMS.items()
}
INVARIANTS: dict[str, list[Invariant]] = {
    op: laws for family in FAMILIES for op, laws in family.INVARIANTS.items()
}
