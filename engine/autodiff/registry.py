"""The table of gradient rules: which function differentiates which operator.

Four states: an operator has a rule, or it is listed as carrying no gradient, or as composed of
operators that have rules, or it is unknown, and then the builder refuses by name. Nothing is ever
passed through on a guess.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from onnx import NodeProto

if TYPE_CHECKING:
    from engine.autodiff.context import RuleContext

# rule(ctx, g) -> one adjoint tensor (or None) per input of the node; g is the adjoint of output 0.
# A rule may return fewer entries than the node has inputs: the rest get no gradient.
Rule = Callable[["RuleContext", str], Sequence[str | None]]
# Short form for y = f(x), element by element: factor(ctx) -> tensor holding dy/dx.
Factor = Callable[["RuleContext"], str]

_RULES: dict[str, Rule] = {}

# Piecewise constant operators and those whose result is no number that flows on (shapes, indices,
# comparisons). Their derivative is zero almost everywhere, so paths through them end.
NO_GRADIENT = frozenset(
    {
        "And", "ArgMax", "ArgMin", "Bernoulli", "BitShift", "BitwiseAnd", "BitwiseNot", "BitwiseOr",
        "BitwiseXor", "BlackmanWindow", "Ceil", "Constant", "ConstantOfShape", "Equal", "EyeLike",
        "Floor", "Greater", "GreaterOrEqual", "HammingWindow", "HannWindow", "Hardmax", "IsInf",
        "IsNaN", "Less", "LessOrEqual", "Multinomial", "NonMaxSuppression", "NonZero", "Not",
        "OptionalHasElement", "Or", "RandomNormal", "RandomNormalLike", "RandomUniform",
        "RandomUniformLike", "RegexFullMatch", "Round", "SequenceLength", "Shape", "Sign",
        "Size", "TfIdfVectorizer", "Xor",
    }
)  # fmt: skip

# Inputs that an operator takes something else from than their numbers: here the element type.
WITHOUT_SLOPE = MappingProxyType({"CastLike": frozenset({1})})

# Operators that the standard defines by simpler ones, which all have rules: opened into those
# before the gradient is written.
COMPOSITE = frozenset({"Attention", "CenterCropPad", "RotaryEmbedding"})


def rule(*operators: str) -> Callable[[Rule], Rule]:
    """Register a function as the gradient rule of standard ONNX operators."""

    def register(function: Rule) -> Rule:
        for name in operators:
            if name in _RULES or name in NO_GRADIENT:
                raise ValueError(f"operator {name} is registered twice")
            _RULES[name] = function
        return function

    return register


def elementwise(*operators: str) -> Callable[[Factor], Factor]:
    """Register y = f(x) by its derivative alone: dx = g * dy/dx."""

    def register(factor: Factor) -> Factor:
        rule(*operators)(lambda ctx, g: [ctx.emit("Mul", g, factor(ctx))])
        return factor

    return register


def registered() -> Mapping[str, Rule]:
    """Operator name -> rule, for the families imported so far; `rules.RULES` has them all."""
    return MappingProxyType(_RULES)


def is_standard(node: NodeProto) -> bool:
    """Whether the node is an operator of the ONNX standard, not of a vendor's."""
    return node.domain in ("", "ai.onnx")
