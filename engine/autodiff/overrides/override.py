"""What an override is: rules of its own, and a look at the network before they are used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onnx import NodeProto

from engine.autodiff.registry import Rule
from engine.graph.facts import GraphFacts
from engine.language import said

# Nonlinear functions of one tensor, element by element; operators with further inputs count where
# those are stored numbers.
ELEMENTWISE = frozenset(
    {
        "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Celu", "Clip", "Cos", "Cosh",
        "Elu", "Erf", "Exp", "Gelu", "HardSigmoid", "HardSwish", "LeakyRelu", "Log", "Max", "Min",
        "Mish", "PRelu", "Pow", "QuantizeLinear", "Reciprocal", "Relu", "Selu", "Shrink",
        "Sigmoid", "Sin", "Sinh", "Softplus", "Softsign", "Sqrt", "Swish", "Tan", "Tanh",
        "ThresholdedRelu",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Path:
    """The part of a network that a gradient runs through.

    Args:
        facts: the whole network.
        nodes: the nodes to differentiate, in topological order.
        active: tensors through which the gradient flows.
        wrt: tensors to differentiate by.
        score: tensor to differentiate.
    """

    facts: GraphFacts
    nodes: Sequence[NodeProto]
    active: frozenset[str]
    wrt: Sequence[str]
    score: str


@dataclass(frozen=True)
class Applied:
    """What an override does to one network.

    Args:
        count: number of nodes that it differentiates by a rule of its own.
        notes: what a reader of the result should know, for people.
    """

    count: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Override:
    """A variant of the gradient.

    Args:
        id: as on the command line.
        reference: the paper.
        rules: operator -> rule used instead of the true one.
        apply: looks at the way through a network; raises RequestError or UnsupportedOperator where
            the variant is not defined for it.
    """

    id: str
    reference: str
    rules: Mapping[str, Rule]
    apply: Callable[[Path], Applied]


def counted(nodes: Sequence[NodeProto]) -> str:
    """Operators with their numbers, such as ``LeakyRelu (3), Sigmoid (1)``."""
    kinds = sorted({n.op_type for n in nodes})
    return ", ".join(
        said("{kind} ({sum})", kind=kind, sum=sum(n.op_type == kind for n in nodes))
        for kind in kinds
    )
