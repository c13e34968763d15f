"""The builder: from a classifier to the same classifier that also outputs gradients.

Reverse-mode differentiation written into the graph. Walking the nodes from the score backwards,
every node's rule turns the adjoint of its output (d score / dy) into adjoints of its inputs; where
a tensor is read several times its adjoints add up. The explained class is not baked in: a *seed*
input, shaped as the score, holds a one-hot row for each image, so a batch can hold several classes
of one image.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onnx import ModelProto, NodeProto, TensorProto, helper

from engine.autodiff.context import RuleContext, carries_gradient, node_name
from engine.autodiff.fusion import fuse
from engine.autodiff.overrides import Applied, Override, Path
from engine.autodiff.registry import COMPOSITE, NO_GRADIENT, WITHOUT_SLOPE, Rule, is_standard
from engine.autodiff.rules import RULES
from engine.errors import ModelError, RequestError, UnsupportedOperator
from engine.graph.cut import value_info, with_one_batch_name
from engine.graph.emit import Emitter
from engine.graph.facts import GraphFacts, reads
from engine.graph.inline import with_definitions_expanded
from engine.graph.layers import Layer, list_layers
from engine.graph.upgrade import upgraded
from engine.language import said

# What float16 can hold: 11 bits, down to 2^-24.
HALF_PRECISION = said(
    "half precision: gradients hold about three digits, and below 6e-8 they are 0"
)


@dataclass(frozen=True)
class GradientModel:
    """A model that outputs scores and gradients.

    Args:
        model: plain ONNX, opset 17 or later; its inputs are those of the classifier and the seed.
        seed_input: name of the input that chooses the class: shaped as the score tensor, its
            element type, one-hot along the class axis in each row.
        gradients: tensor asked for -> output holding d(sum of seed * score) / d(tensor), shaped as
            the tensor.
        outputs: all outputs in order: the classifier's own, the score, tensors asked for besides,
            gradients.
        overridden: number of nodes differentiated by a rule of the override.
        notes: what a reader of the gradients should know, for people.
    """

    model: ModelProto
    seed_input: str
    gradients: dict[str, str]
    outputs: tuple[str, ...]
    overridden: int = 0
    notes: tuple[str, ...] = ()


def build_gradient_model(
    model: ModelProto,
    *,
    score: str,
    wrt: Sequence[str],
    overrides: Override | None = None,
    also: Sequence[str] = (),
) -> GradientModel:
    """Write the gradient of a score into a copy of the model.

    Only nodes on a path from a tensor of `wrt` to the score are differentiated.

    Args:
        model: the classifier; it is not changed. Older operator sets are brought to 17 first.
        score: tensor to differentiate, normally the logits.
        wrt: tensors to differentiate by: the input, intermediate tensors, or stored ones such as
            biases.
        overrides: variant of the gradient (guided back-propagation and the like).
        also: further tensors to output, such as the activations of a layer.

    Raises:
        RequestError: a tensor is unknown, the score does not depend on it, or the override is not
            defined for this network.
        UnsupportedOperator: an operator on the way has no gradient rule, or not in this form.
    """
    model = with_one_batch_name(upgraded(model))
    facts = GraphFacts(model)
    _check_request(facts, (score, *wrt, *also))
    model, facts = _with_composites_opened(model, facts, wrt, score)
    table = {**RULES, **(overrides.rules if overrides else {})}
    active = _active_tensors(facts, wrt, score)
    nodes = [n for n in facts.nodes if _is_on_path(n, active)]
    _check_rules(facts, nodes, table, score)
    way = Path(facts, nodes, active, wrt, score)
    applied = overrides.apply(way) if overrides else Applied(0)
    walk = _Walk(facts, Emitter(model), active, table)
    seed = walk.emitter.unused("seed")
    adjoints = walk.run(nodes, score, seed)
    gradients = _name_outputs(walk.emitter, adjoints, wrt, score)
    fuse(walk.emitter, facts, gradients.values())
    return _assemble(walk, (score, seed), gradients, also, applied)


def active_nodes(facts: GraphFacts, wrt: Sequence[str], score: str) -> tuple[NodeProto, ...]:
    """The nodes whose rules a gradient of `score` by `wrt` needs, in topological order."""
    active = _active_tensors(facts, wrt, score)
    return tuple(n for n in facts.nodes if _is_on_path(n, active))


def _with_composites_opened(
    model: ModelProto, facts: GraphFacts, wrt: Sequence[str], score: str
) -> tuple[ModelProto, GraphFacts]:
    """The model, its composite operators on the way to the score opened into what defines them."""
    found = {n.op_type for n in active_nodes(facts, wrt, score) if is_standard(n)} & COMPOSITE
    if not found:
        return model, facts
    model = with_definitions_expanded(model, sorted(found))
    return model, GraphFacts(model)


class _Walk:
    """One backward pass over the nodes, collecting adjoints by tensor."""

    def __init__(
        self, facts: GraphFacts, emitter: Emitter, active: frozenset[str], table: Mapping[str, Rule]
    ) -> None:
        self.facts = facts
        self.emitter = emitter
        self.active = active
        self.table = table
        self.switched_on: dict[str, dict[int, str]] = {}
        self.notes: list[str] = []
        self._parts: dict[str, list[str]] = {}

    def run(self, nodes: Sequence[NodeProto], score: str, seed: str) -> dict[str, str]:
        """Adjoint of every active tensor that the score reaches, by tensor name."""
        self._parts[score] = [seed]
        adjoints: dict[str, str] = {}
        for node in reversed(nodes):
            self.emitter.enter(node_name(node))
            ctx = RuleContext(node, self.facts, self.emitter, self.active)
            self._differentiate(ctx, adjoints)
            if ctx.extra_outputs:
                self.switched_on[node.output[0]] = ctx.extra_outputs
        self.emitter.enter("total")
        for tensor in list(self._parts):
            adjoints.setdefault(tensor, self._sum(tensor))
        quantisers = sum(n.op_type == "QuantizeLinear" for n in nodes)
        if quantisers:
            self.notes.append(
                said(
                    "straight-through through {quantisers} QuantizeLinear nodes",
                    quantisers=quantisers,
                )
            )
        if any(self.facts.element_type(n.output[0]) == TensorProto.FLOAT16 for n in nodes):
            self.notes.append(HALF_PRECISION)
        return adjoints

    def _differentiate(self, ctx: RuleContext, adjoints: dict[str, str]) -> None:
        node = ctx.node
        reached = [name for name in node.output if name in self._parts]
        if not reached:
            return
        for name in reached:
            adjoints[name] = self._sum(name)
        if node.op_type == "Split":
            parts = self.table["Split"](ctx, [adjoints.get(name) for name in node.output])
        elif reached != [node.output[0]]:
            ctx.refuse(said("a second output flows into the score"))
        else:
            parts = self.table[node.op_type](ctx, adjoints[node.output[0]])
        for i, part in enumerate(parts):
            if part is not None and ctx.needs(i):
                self._parts.setdefault(node.input[i], []).append(part)
        missing = [
            i for i in range(len(node.input)) if ctx.needs(i) and (i >= len(parts) or not parts[i])
        ]
        if missing:
            ctx.refuse(
                said(
                    "its input {missing} ('{x}') has no gradient rule",
                    missing=missing[0],
                    x=ctx.x(missing[0]),
                )
            )

    def _sum(self, tensor: str) -> str:
        parts = self._parts[tensor]
        total = parts[0]
        for part in parts[1:]:
            total = self.emitter.emit("Add", total, part)
        self._parts[tensor] = [total]
        return total


def _check_request(facts: GraphFacts, tensors: Iterable[str]) -> None:
    for name in tensors:
        if not facts.has(name):
            raise RequestError(
                said("The model has no tensor '{name}'.", name=name),
                hint=said("Choose a layer from the model's list."),
            )


def _active_tensors(facts: GraphFacts, wrt: Sequence[str], score: str) -> frozenset[str]:
    """Tensors with a gradient on a path from `wrt` to `score`."""
    carriers = [n for n in facts.nodes if not _ends_path(facts, n)]
    forward = set(wrt)
    for node in carriers:
        if not forward.isdisjoint(_with_slope(node)):
            forward.update(n for n in node.output if n and carries_gradient(facts, n))
    backward = {score}
    for node in reversed(carriers):
        if not backward.isdisjoint(node.output):
            backward.update(_with_slope(node))
    active = frozenset(forward & backward)
    for name in wrt:
        if name not in active:
            raise RequestError(
                said("The score does not depend on '{name}'.", name=name),
                hint=said("Choose an earlier layer."),
            )
    return active


def _ends_path(facts: GraphFacts, node: NodeProto) -> bool:
    if node.op_type in ("Cast", "CastLike"):
        return not facts.is_float(node.output[0])
    return is_standard(node) and node.op_type in NO_GRADIENT


def _with_slope(node: NodeProto) -> tuple[str, ...]:
    """What a node reads and its result may depend on smoothly."""
    blind = WITHOUT_SLOPE.get(node.op_type)
    if not blind:
        return reads(node)
    return tuple(name for i, name in enumerate(node.input) if i not in blind)


def _is_on_path(node: NodeProto, active: frozenset[str]) -> bool:
    return not active.isdisjoint(node.output) and not active.isdisjoint(_with_slope(node))


def _check_rules(
    facts: GraphFacts, nodes: Sequence[NodeProto], table: Mapping[str, Rule], score: str
) -> None:
    """Raise for the operator nearest the score that has no rule, naming a layer behind it."""
    unknown = [n for n in nodes if not is_standard(n) or n.op_type not in table]
    if not unknown:
        return
    node = unknown[-1]
    after = facts.position(node)
    layers = [
        layer
        for layer in _layers(facts)
        if facts.position(facts.producer(layer.tensor)) > after
        and facts.producer(layer.tensor) not in unknown
    ]
    nearest = layers[0].name if layers else ""
    hint = (
        said(
            "Explain layer '{nearest}' or a later one, or choose a method that needs no gradient.",
            nearest=nearest,
        )
        if nearest
        else said("Choose a method that needs no gradient, such as occlusion.")
    )
    raise UnsupportedOperator(
        said(
            "No gradient rule for operator {op_type} (node '{node_name}').",
            op_type=node.op_type,
            node_name=node_name(node),
        ),
        hint=hint,
        details={
            "operator": f"{node.domain}.{node.op_type}" if node.domain else node.op_type,
            "node": node_name(node),
            "opset": str(facts.opset),
            "nearest layer": nearest,
            "score": score,
        },
    )


def _layers(facts: GraphFacts) -> tuple[Layer, ...]:
    """The layers that may be named instead; none where no output has the form of class scores."""
    try:
        return list_layers(facts)
    except ModelError:
        return ()


def _name_outputs(
    emitter: Emitter, adjoints: Mapping[str, str], wrt: Sequence[str], score: str
) -> dict[str, str]:
    """Give every wanted gradient an output name of its own."""
    gradients = {}
    for tensor in dict.fromkeys(wrt):
        if tensor not in adjoints:
            raise RequestError(
                said(
                    "The score '{score}' does not depend on '{tensor}'.", score=score, tensor=tensor
                ),
                hint=said("Choose an earlier layer."),
            )
        name = emitter.unused(f"gradient/{tensor}")
        emitter.emit("Identity", adjoints[tensor])
        emitter.rename_last(name)
        gradients[tensor] = name
    return gradients


def _assemble(
    walk: _Walk,
    ends: tuple[str, str],
    gradients: Mapping[str, str],
    also: Sequence[str],
    applied: Applied,
) -> GradientModel:
    """Put the new nodes behind the old ones and declare inputs and outputs."""
    score, seed = ends
    facts = walk.facts
    result = ModelProto()
    result.CopyFrom(facts.model)
    for node in result.graph.node:
        for position, name in walk.switched_on.get(
            node.output[0] if node.output else "", {}
        ).items():
            node.output.extend([""] * (position - len(node.output)))
            node.output.append(name)
    walk.emitter.append_to(result)
    kind = facts.element_type(score)
    result.graph.input.append(helper.make_tensor_value_info(seed, kind, facts.shape(score)))
    for name in dict.fromkeys((score, *also)):
        if name not in facts.output_names:
            result.graph.output.append(value_info(facts, name))
    for tensor, name in gradients.items():
        shaped = helper.make_tensor_value_info(
            name, facts.element_type(tensor), facts.shape(tensor)
        )
        result.graph.output.append(shaped)
    outputs = tuple(v.name for v in result.graph.output)
    notes = (*applied.notes, *walk.notes)
    return GradientModel(result, seed, dict(gradients), outputs, applied.count, notes)
