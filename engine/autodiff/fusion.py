"""Fusing new nodes where no runtime does: the last step before a gradient model is written.

Rules see one node at a time. What two rules leave behind can often be one operator:

- a factor per channel (a batch normalisation that was not folded) goes into the weights of the
  convolution behind it, or before it with only masks in between; runtimes multiply stored weights
  once, when they load the model;
- crops that follow each other, or a convolution, become one crop, or that convolution's padding.

Only tensors that nobody else reads disappear, and only nodes that the builder has written change.
"""

from collections.abc import Iterable

import numpy as np
from onnx import NodeProto, helper, numpy_helper

from engine.graph.emit import Emitter
from engine.graph.facts import GraphFacts, attributes

_TO_THE_END = 2**31 - 1
_CONVOLUTIONS = ("Conv", "ConvTranspose")


def fuse(emitter: Emitter, facts: GraphFacts, outputs: Iterable[str]) -> None:
    """Rewrite the emitter's nodes in place.

    Args:
        emitter: holds the nodes of one whole backward pass.
        facts: the model that they will join.
        outputs: tensors that stay as they are.
    """
    nodes = _Nodes(emitter, facts, frozenset(outputs))
    for node in list(emitter.nodes):
        if node.op_type == "Mul":
            _fold_factor(nodes, node)
        elif node.op_type == "Slice":
            _fold_crop(nodes, node)
    emitter.nodes = _without_unread(nodes.in_order(), nodes.outputs)
    read = {name for node in emitter.nodes for name in node.input}
    emitter.initializers = [t for t in emitter.initializers if t.name in read]


def _without_unread(nodes: list[NodeProto], outputs: frozenset[str]) -> list[NodeProto]:
    read, kept = set(outputs), []
    for node in reversed(nodes):
        if not read.isdisjoint(node.output):
            read.update(node.input)
            kept.append(node)
    return kept[::-1]


class _Nodes:
    """The new nodes while they are rewritten: who makes and who reads a tensor."""

    def __init__(self, emitter: Emitter, facts: GraphFacts, outputs: frozenset[str]) -> None:
        self.emitter, self.facts, self.outputs = emitter, facts, outputs
        self._order = list(emitter.nodes)
        self._producers = {name: node for node in self._order for name in node.output}
        self._stored = {t.name: t for t in emitter.initializers}
        self._inserted: dict[int, list[NodeProto]] = {}
        self._removed: set[int] = set()
        self._readers: dict[str, list[NodeProto]] = {}
        for node in self._order:
            for name in node.input:
                self._readers.setdefault(name, []).append(node)

    def producer(self, tensor: str) -> NodeProto | None:
        """The new node that makes a tensor; None for tensors of the model."""
        return self._producers.get(tensor)

    def only_reader(self, tensor: str) -> NodeProto | None:
        """The one node that reads a tensor made here; None where there are more, or none."""
        readers = self._readers.get(tensor, [])
        is_private = tensor not in self.outputs and tensor in self._producers
        return readers[0] if is_private and len(readers) == 1 else None

    def constant(self, tensor: str) -> np.ndarray | None:
        """The numbers of a tensor that depends on no input."""
        if tensor in self._stored:
            return numpy_helper.to_array(self._stored[tensor])
        return None if tensor in self._producers else self.facts.initializer(tensor)

    def is_stored(self, tensor: str) -> bool:
        """Whether a tensor is made of stored numbers alone, by whatever operators."""
        node = self.producer(tensor)
        if node is None:
            return self.constant(tensor) is not None
        return all(self.is_stored(name) for name in node.input if name)

    def emit_before(self, node: NodeProto, op: str, *inputs: str) -> str:
        """A new node right before another."""
        name = self.emitter.emit(op, *inputs)
        self._inserted.setdefault(id(node), []).append(self.emitter.nodes.pop())
        for tensor in inputs:
            self._readers.setdefault(tensor, []).append(self._inserted[id(node)][-1])
        self._producers[name] = self._inserted[id(node)][-1]
        return name

    def read_instead(self, node: NodeProto, i: int, tensor: str) -> None:
        """Let a node read another tensor as its input i."""
        self._readers[node.input[i]].remove(node)
        node.input[i] = tensor
        self._readers.setdefault(tensor, []).append(node)

    def bypass(self, node: NodeProto, tensor: str) -> None:
        """Take a node out: its readers read the tensor that it was made from."""
        for reader in list(self._readers.get(node.output[0], [])):
            for i, name in enumerate(reader.input):
                if name == node.output[0]:
                    self.read_instead(reader, i, tensor)
        for name in node.input:
            self._readers[name].remove(node)
        self._removed.add(id(node))

    def in_order(self) -> list[NodeProto]:
        """All nodes left, in topological order: as written, but for what a moved node reads."""
        left = [n for n in self._order if id(n) not in self._removed]
        ordered: dict[int, NodeProto] = {}
        for node in left:
            for part in (*self._inserted.get(id(node), ()), node):
                self._place(part, ordered)
        return list(ordered.values())

    def _place(self, node: NodeProto, ordered: dict[int, NodeProto]) -> None:
        if id(node) in ordered:
            return
        for name in node.input:
            if name in self._producers:
                self._place(self._producers[name], ordered)
        ordered[id(node)] = node


def _fold_factor(nodes: _Nodes, node: NodeProto) -> None:
    """``Conv(a s, W)`` -> ``Conv(a, s W)`` and ``Conv(a, W) m s`` -> ``Conv(a, s W) m``."""
    if node.output[0] in nodes.outputs:
        return
    for i in (0, 1):
        factor, data = node.input[i], node.input[1 - i]
        if not nodes.is_stored(factor):
            continue
        behind = nodes.only_reader(node.output[0])
        before = _convolution_before(nodes, data, node)
        for conv, is_input in ((behind, True), (before, False)):
            if conv is not None and _scale_weights(nodes, conv, factor, is_input=is_input):
                nodes.bypass(node, data)
                return


def _convolution_before(nodes: _Nodes, tensor: str, reader: NodeProto) -> NodeProto | None:
    """The convolution that made a tensor, looking through products that nobody else reads."""
    node = nodes.producer(tensor)
    if node is None or nodes.only_reader(tensor) is not reader:
        return None
    if node.op_type == "Mul":
        found = (_convolution_before(nodes, name, node) for name in node.input)
        return next((conv for conv in found if conv is not None), None)
    return node


def _scale_weights(nodes: _Nodes, conv: NodeProto, factor: str, *, is_input: bool) -> bool:
    """Multiply a convolution's weights by a factor per input or output channel, where that fits."""
    if conv.op_type not in _CONVOLUTIONS or len(conv.input) != 2:
        return False
    stored = _stored_weight(nodes, conv.input[1])
    if stored is None or not _is_per_channel(nodes, factor, stored.ndim):
        return False
    rank, group = stored.ndim, attributes(conv).get("group", 1)
    is_depthwise = stored.shape[:2] == (group, 1)
    if group != 1 and not is_depthwise:
        return False
    # Weights are (out, in / group, ...), those of a ConvTranspose (in, out / group, ...).
    axis = 0 if is_depthwise or is_input == (conv.op_type == "ConvTranspose") else 1
    along = nodes.emitter.constant([-1 if a == axis else 1 for a in range(rank)])
    scale = nodes.emit_before(conv, "Reshape", factor, along)
    nodes.read_instead(conv, 1, nodes.emit_before(conv, "Mul", conv.input[1], scale))
    return True


def _is_per_channel(nodes: _Nodes, factor: str, rank: int) -> bool:
    """Whether stored numbers extend along axis 1 of a tensor of that rank and along no other."""
    node = nodes.producer(factor)
    if node is None:
        shape = nodes.constant(factor).shape
    elif node.op_type == "Reshape":
        shape = tuple(nodes.constant(node.input[1]))
    else:
        return False
    shape = (1,) * (rank - len(shape)) + shape
    return len(shape) == rank and all(d == 1 for i, d in enumerate(shape) if i != 1)


def _stored_weight(nodes: _Nodes, tensor: str) -> np.ndarray | None:
    """The weight of the model that a convolution's weight was turned from."""
    while (node := nodes.producer(tensor)) is not None:
        tensor = node.input[0]
    return nodes.facts.initializer(tensor)


def _fold_crop(nodes: _Nodes, node: NodeProto) -> None:
    """A crop after a crop or a convolution becomes part of it."""
    crop = _crop_of(nodes, node)
    before = nodes.producer(node.input[0])
    if crop is None or before is None or nodes.only_reader(node.input[0]) is not node:
        return
    if before.op_type == "Slice" and (first := _crop_of(nodes, before)) is not None:
        merged = {
            a: tuple(np.add(first.get(a, (0, 0)), crop.get(a, (0, 0)))) for a in (*first, *crop)
        }
        _set_crop(nodes, node, merged)
        nodes.bypass(before, before.input[0])
    elif before.op_type in _CONVOLUTIONS and _pad_less(before, crop):
        if node.output[0] in nodes.outputs:
            return
        nodes.bypass(node, node.input[0])


def _crop_of(nodes: _Nodes, node: NodeProto) -> dict[int, tuple[int, int]] | None:
    """Axis -> places cut off at its begin and end; None where a Slice does anything else."""
    bounds = [nodes.constant(name) for name in node.input[1:]]
    if len(bounds) < 3 or any(b is None for b in bounds):
        return None
    if len(bounds) > 3 and not np.all(bounds[3] == 1):
        return None
    crop = {}
    for start, end, axis in zip(*(map(int, b) for b in bounds[:3]), strict=True):
        if start < 0 or axis < 0 or 0 <= end < _TO_THE_END:
            return None
        crop[axis] = (start, -end if end < 0 else 0)
    return crop


def _set_crop(nodes: _Nodes, node: NodeProto, crop: dict[int, tuple[int, int]]) -> None:
    axes = sorted(crop)
    starts = [int(crop[a][0]) for a in axes]
    ends = [-int(crop[a][1]) if crop[a][1] else _TO_THE_END for a in axes]
    for i, values in enumerate((starts, ends, axes), 1):
        nodes.read_instead(node, i, nodes.emitter.constant(values))


def _pad_less(conv: NodeProto, crop: dict[int, tuple[int, int]]) -> bool:
    """Change a convolution's padding so that it makes the cropped tensor; False where it cannot."""
    known = attributes(conv)
    kernel = known.get("kernel_shape")
    if kernel is None or min(crop) < 2 or known.get("auto_pad", "NOTSET") != "NOTSET":
        return False
    count = len(kernel)
    pads = list(known.get("pads", [0] * (2 * count)))
    # A transposed convolution cuts its padding off; an ordinary one adds it.
    sign = 1 if conv.op_type == "ConvTranspose" else -1
    if sign < 0 and any(s != 1 for s in known.get("strides", ())):
        return False
    for axis, (begin, end) in crop.items():
        pads[axis - 2] += sign * begin
        pads[axis - 2 + count] += sign * end
    if min(pads) < 0:
        return False
    kept = [a for a in conv.attribute if a.name != "pads"]
    del conv.attribute[:]
    conv.attribute.extend([*kept, helper.make_attribute("pads", pads)])
    return True
