"""The layers of a network that a person can choose to explain.

Out of hundreds of tensors this keeps the feature maps: outputs of convolutions, activations,
poolings, sums and concatenations that still have a spatial extent and lie between the image and
the score. For each it works out which axis holds the channels (Keras exports are NCHW inside and
NHWC outside) and whether the whole network passes through it.
"""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onnx import NodeProto

from engine.errors import ModelError, RequestError
from engine.graph.facts import GraphFacts, attributes
from engine.graph.names import tensor_names
from engine.graph.score import find_score
from engine.graph.upgrade import OLDEST_OPSET, upgraded
from engine.language import said

Layout = Literal["nchw", "nhwc"]

# Operators that mix or pool neighbouring pixels: their data are NCHW by definition of ONNX.
_SPATIAL = frozenset(
    {
        "Conv", "ConvTranspose", "MaxPool", "AveragePool", "LpPool", "BatchNormalization",
        "InstanceNormalization", "GlobalAveragePool", "GlobalMaxPool", "LRN", "PRelu",
        "DepthToSpace", "SpaceToDepth",
    }
)  # fmt: skip
_POOLS = frozenset({"MaxPool", "AveragePool", "LpPool"})
_GATES = frozenset({"Sigmoid", "HardSigmoid", "Tanh", "Softplus", "Erf"})
_ACTIVATIONS = frozenset(
    {
        "Relu", "Clip", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "HardSwish", "Mish",
        "Gelu", "Softsign", "ThresholdedRelu", "Swish",
    }
)  # fmt: skip
_JOINS = frozenset({"Add", "Sum", "Mul", "Concat"})
_LISTED = (
    _POOLS
    | _GATES
    | _ACTIVATIONS
    | _JOINS
    | {"Conv", "ConvTranspose", "BatchNormalization", "Resize"}
)

# Marks for the four axes while layouts are traced.
_NCHW = ("N", "C", "H", "W")
_NHWC = ("N", "H", "W", "C")


@dataclass(frozen=True)
class Layer:
    """One feature map of a network.

    Args:
        name: for people: the training framework's name where the model's bundle tells it, else the
            tensor's.
        tensor: ONNX tensor.
        kind: ONNX operator that made it.
        channels: number of feature maps.
        height: rows, None where the model leaves it free.
        width: columns, None where the model leaves it free.
        layout: order of the tensor's axes.
        is_cuttable: whether every path from the image to the score passes through it, so that the
            network after it can be run on changed activations.
        why_not: if it is not, why, for people.
    """

    name: str
    tensor: str
    kind: str
    channels: int
    height: int | None
    width: int | None
    layout: Layout
    is_cuttable: bool
    why_not: str = ""


def list_layers(facts: GraphFacts, names: Mapping[str, str] | None = None) -> tuple[Layer, ...]:
    """All feature maps worth explaining, from the image to the score.

    A map of one place (1 x 1) is none of them: it says what was seen, but not where. Nor is a
    tensor of four axes that no operator ties to the image's rows and columns, such as attention
    weights.

    Args:
        facts: the model.
        names: tensor name -> human name, as a bundle's layer list gives them.

    Raises:
        ModelError: the model has not exactly one input, or no class scores.
    """
    names = {**tensor_names(facts), **(names or {})}
    score = find_score(facts).logits
    facts = _with_more_shapes(facts)
    between = facts.reachable_from([facts.input_name]) & facts.ancestors_of([score])
    layouts = trace_layouts(facts)
    cuts = dominating_tensors(facts, facts.input_name, score)
    layers = []
    for node in facts.nodes:
        tensor = node.output[0]
        if tensor not in between or tensor == score or not _is_listed(facts, node):
            continue
        if tensor not in names:  # made by the upgrade
            continue
        extent = _extent(facts, tensor, layouts)
        if extent is None:
            continue
        layout, (channels, height, width) = extent
        if height == 1 and width == 1:
            continue
        cuttable = tensor in cuts
        why_not = (
            "" if cuttable else said("another path goes around it (skip connection or branch)")
        )
        name = names[tensor]
        layers.append(
            Layer(name, tensor, node.op_type, channels, height, width, layout, cuttable, why_not)
        )
    return _with_unique_names(layers)


def _with_more_shapes(facts: GraphFacts) -> GraphFacts:
    """Facts of the upgraded model where it can be had: inference then follows computed shapes."""
    if facts.opset >= OLDEST_OPSET:
        return facts
    try:
        return GraphFacts(upgraded(facts.model))
    except ModelError:  # the layers whose shapes are known are still good
        return facts


def default_cam_layer(layers: Sequence[Layer]) -> Layer:
    """The layer a CAM explains by default: the last feature map before pooling ends them.

    A pooling right before the head is skipped: its input shows the same evidence in finer detail.

    Raises:
        ModelError: the network has no feature maps.
    """
    if not layers:
        raise ModelError(
            said("This network has no feature maps between image and score to draw a CAM from."),
            hint=said("Choose a method that works on the image itself, such as saliency."),
        )
    unpooled = [layer for layer in layers if layer.kind not in _POOLS] or list(layers)
    return unpooled[-1]


def find_layer(layers: Sequence[Layer], wanted: str) -> Layer:
    """The layer with this human name or tensor name; a trailing ``:0`` may be left out.

    Raises:
        RequestError: there is none; the hint names the nearest ones.
    """
    for key in (lambda a: a.name, lambda a: a.tensor, lambda a: a.tensor.removesuffix(":0")):
        for layer in layers:
            if key(layer) == wanted:
                return layer
    known = [name for layer in layers for name in (layer.name, layer.tensor)]
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
    near += [n for n in known if wanted.casefold() in n.casefold() and n not in near][:3]
    choices = near or [layer.name for layer in layers[-3:]]
    raise RequestError(
        said("The model has no layer '{wanted}'.", wanted=wanted),
        hint=said(
            "Nearest: {fromkeys}. 'whyray layers' lists all {count}.",
            fromkeys=", ".join(dict.fromkeys(choices)),
            count=len(layers),
        ),
    )


def dominating_tensors(facts: GraphFacts, source: str, target: str) -> frozenset[str]:
    """Tensors that every path of values from `source` to `target` passes, ends included.

    In topological order a tensor is such a gate exactly where, right after it is made, it is the
    only value on a path that anything later still reads. Shapes are not values: a path through
    Shape does not count.
    """
    carriers = [n for n in facts.nodes if n.op_type not in ("Shape", "Size")]
    path = _on_paths(carriers, source, target)
    last_read: dict[str, int] = {}
    for node in carriers:
        if not path.isdisjoint(node.output):
            last_read.update({name: facts.position(node) for name in node.input if name in path})
    gates, live = set(), {source}
    if source in path:
        gates.add(source)
    for node in carriers:
        made = [name for name in node.output if name in path]
        if not made:
            continue
        now = facts.position(node)
        live = {name for name in live if last_read.get(name, -1) > now} | set(made)
        if len(live) == 1:
            gates.update(live)
    return frozenset(gates)


def _on_paths(nodes: Sequence[NodeProto], source: str, target: str) -> set[str]:
    """Tensors on any path from `source` to `target` through the given nodes."""
    forward = {source}
    for node in nodes:
        if not forward.isdisjoint(node.input):
            forward.update(node.output)
    needed = {target}
    for node in reversed(nodes):
        if not needed.isdisjoint(node.output):
            needed.update(name for name in node.input if name)
    return forward & needed


def _is_listed(facts: GraphFacts, node: NodeProto) -> bool:
    if node.op_type not in _LISTED or not facts.is_float(node.output[0]):
        return False
    readers = facts.consumers(node.output[0])
    if node.op_type in _GATES:
        return not any(
            r.op_type == "Mul" and not set(r.input).isdisjoint(node.input) for r in readers
        )
    if node.op_type in ("Add", "Mul"):
        # An affine step with stored numbers is part of a convolution or normalisation, and a square
        # part of a norm: no layers of their own.
        is_square = node.input[0] == node.input[1]
        return not is_square and all(facts.initializer(name) is None for name in node.input)
    return True


def _extent(
    facts: GraphFacts, tensor: str, layouts: Mapping[str, tuple[str, ...]]
) -> tuple[Layout, tuple[int, int | None, int | None]] | None:
    """Layout and (channels, height, width) of a feature map; None where the tensor is none."""
    shape = facts.shape(tensor)
    axes = layouts.get(tensor)
    if shape is None or len(shape) != 4 or axes not in (_NCHW, _NHWC):
        return None
    channels, height, width = (shape[axes.index(a)] for a in "CHW")
    if not isinstance(channels, int):
        return None
    fixed = tuple(d if isinstance(d, int) else None for d in (height, width))
    return ("nchw" if axes == _NCHW else "nhwc"), (channels, fixed[0], fixed[1])


def trace_layouts(facts: GraphFacts) -> dict[str, tuple[str, ...]]:
    """Axis marks of every 4-D tensor that is tied to a spatial operator, forward then backward."""
    layouts: dict[str, tuple[str, ...]] = {}
    for node in facts.nodes:
        if node.op_type in _SPATIAL and len(facts.shape(node.input[0]) or ()) == 4:
            layouts[node.input[0]] = layouts[node.output[0]] = _NCHW
    for node in facts.nodes:
        if node.op_type == "ReduceMean" and node.input[0] not in layouts:
            axes = _means_over(facts, node)
            if axes in ((2, 3), (1, 2)):
                layouts[node.input[0]] = _NCHW if axes == (2, 3) else _NHWC
    for nodes in (facts.nodes, facts.nodes[::-1]):
        for node in nodes:
            _spread_layout(facts, node, layouts)
    return layouts


def _means_over(facts: GraphFacts, node: NodeProto) -> tuple[int, ...]:
    """Axes of a 4-D tensor that a ReduceMean averages: a global pooling, as exporters write it."""
    given = attributes(node).get("axes")
    if given is None and len(node.input) > 1:
        given = facts.initializer(node.input[1])
    is_map = len(facts.shape(node.input[0]) or ()) == 4
    return tuple(sorted(int(a) % 4 for a in given)) if is_map and given is not None else ()


def _spread_layout(facts: GraphFacts, node: NodeProto, layouts: dict[str, tuple[str, ...]]) -> None:
    """Carry the marks over one node: permuted by Transpose, else unchanged."""
    perm = attributes(node).get("perm") if node.op_type == "Transpose" else None
    ends = [n for n in (*node.input, *node.output) if n and len(facts.shape(n) or ()) == 4]
    out = node.output[0]
    if node.op_type == "Transpose" and perm and len(perm) == 4:
        source = node.input[0]
        if source in layouts:
            layouts.setdefault(out, tuple(layouts[source][p] for p in perm))
        elif out in layouts:
            layouts[source] = tuple(layouts[out][list(perm).index(i)] for i in range(4))
    elif node.op_type not in ("Reshape", "Transpose") and out in ends:
        marks = next(
            (layouts[n] for n in ends if n in layouts and not facts.is_initializer(n)), None
        )
        for name in ends if marks else ():
            if not facts.is_initializer(name):
                layouts.setdefault(name, marks)


def _with_unique_names(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Layers whose human name is taken by another go by their tensor name."""
    counts: dict[str, int] = {}
    for layer in layers:
        counts[layer.name] = counts.get(layer.name, 0) + 1
    return tuple(
        layer if counts[layer.name] == 1 else replace(layer, name=layer.tensor) for layer in layers
    )
