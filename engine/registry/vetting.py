"""What a network may be made of, looked at without running it.

An ONNX file is a program. So that one which was made by somebody else can neither wait for ever nor
reach for anything outside, it may hold the standard's operators that this program knows, and of
those that steer (loops, sequences) only the plain choice between two branches.
"""

from collections.abc import Iterable, Iterator

from onnx import GraphProto, ModelProto, NodeProto

from engine.autodiff.registry import COMPOSITE, NO_GRADIENT
from engine.autodiff.rules import RULES
from engine.errors import UnsafeModel
from engine.graph.facts import load_model
from engine.language import said

STANDARD = frozenset({"", "ai.onnx"})
# Operators of the standard that compute something and have no rule of a gradient here.
WITHOUT_RULE = frozenset(
    {
        "AffineGrid", "ArrayFeatureExtractor", "Col2Im", "ConvInteger", "DeformConv", "Det",
        "DynamicQuantizeLinear", "GRU", "GridSample", "If", "LSTM", "MatMulInteger", "MaxRoiPool",
        "OneHot", "QLinearConv", "QLinearMatMul", "RNN", "Range", "RoiAlign", "Scatter", "Upsample",
    }
)  # fmt: skip
# Operators that have no number for a result, or that give another one every time.
_BARRED = frozenset(
    {
        "Bernoulli", "Multinomial", "OptionalHasElement", "RandomNormal", "RandomNormalLike",
        "RandomUniform", "RandomUniformLike", "RegexFullMatch", "SequenceLength", "TfIdfVectorizer",
    }
)  # fmt: skip
MOST_NODES = 200_000
DEEPEST = 16  # branches within branches
_MOST_NAMED = 5
_HINT = said("Ask its maker for an export with the standard's operators only.")


def allowed_operators() -> frozenset[str]:
    """Names of the standard's operators that a network may hold."""
    return (frozenset(RULES) | NO_GRADIENT | COMPOSITE | WITHOUT_RULE) - _BARRED


def vet(data: bytes) -> None:
    """Looks a network through.

    Args:
        data: the bytes of an ONNX file.

    Raises:
        UnsafeModel: it holds an operator that is not allowed, weights elsewhere, or far too much.
        ModelError: it is no ONNX model that follows the rules of its format.
    """
    model = load_model(data)  # refuses external data
    if model.training_info:
        raise UnsafeModel(said("the network brings its own training along"), hint=_HINT)
    graphs = list(_graphs(model))
    if any(graph.sparse_initializer for graph in graphs):
        raise UnsafeModel(said("the network stores weights sparsely"), hint=_HINT)
    own = frozenset(function.domain for function in model.functions) - STANDARD
    allowed, count, strange = allowed_operators(), 0, set()
    for node in _nodes(model, graphs):
        count += 1
        if node.domain in own:
            continue  # a part of the network itself: its nodes are looked at too
        if node.domain not in STANDARD or node.op_type not in allowed:
            strange.add(f"{node.domain}.{node.op_type}" if node.domain else node.op_type)
    if count > MOST_NODES:
        raise UnsafeModel(said("the network has {count} nodes", count=count), hint=_HINT)
    if strange:
        names = ", ".join(sorted(strange)[:_MOST_NAMED])
        raise UnsafeModel(
            said("the network holds operators that are not allowed: {names}", names=names),
            hint=_HINT,
            details={"operators": ", ".join(sorted(strange))},
        )


def _nodes(model: ModelProto, graphs: Iterable[GraphProto]) -> Iterator[NodeProto]:
    for graph in graphs:
        yield from graph.node
    for function in model.functions:
        yield from function.node


def _graphs(model: ModelProto) -> Iterator[GraphProto]:
    """The graph and every graph in an attribute of a node, also of functions."""
    waiting = [(model.graph, 0)]
    for function in model.functions:
        waiting.extend((graph, 1) for node in function.node for graph in _branches(node))
    while waiting:
        graph, depth = waiting.pop()
        if depth > DEEPEST:
            raise UnsafeModel(said("the network's branches are nested too deeply"), hint=_HINT)
        yield graph
        waiting.extend((inner, depth + 1) for node in graph.node for inner in _branches(node))


def _branches(node: NodeProto) -> Iterator[GraphProto]:
    for attribute in node.attribute:
        if attribute.HasField("g"):
            yield attribute.g
        yield from attribute.graphs
