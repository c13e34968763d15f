"""A copy of a model whose weights are shuffled: the same architecture, nothing learned."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import onnx
from onnx import NodeProto, numpy_helper

from engine.bundle.store import MODEL
from engine.inference.model import Model

# Operators that hold learned weights, and which of their inputs those are.
_WEIGHTED = {"Conv": (1, 2), "ConvTranspose": (1, 2), "Gemm": (1, 2), "MatMul": (0, 1)}


def weighted_nodes(model: Model) -> Sequence[NodeProto]:
    """The nodes with stored weights on the way to the score, early to late."""
    facts = model.facts
    needed = facts.ancestors_of([model.score.logits])
    return [node for node in facts.nodes if set(node.output) & needed and any(_stored(model, node))]


def shuffled_model(model: Model, layers: int, seed: int) -> Model:
    """The same model with the weights of its last `layers` weighted nodes shuffled.

    Every tensor keeps its own values in another order, so that their distribution stays. Tensors
    that several nodes share are shuffled once. Normalisations keep their numbers. The copy is not
    put to the bundle's self-test, which it would fail by design.

    Args:
        model: left as it is.
        layers: at least 1.
        seed: of the order.
    """
    graph = onnx.ModelProto()
    graph.CopyFrom(model.graph)
    chosen = {name for node in weighted_nodes(model)[-layers:] for name in _stored(model, node)}
    random = np.random.default_rng((seed, 23))
    for stored in graph.graph.initializer:
        if stored.name in chosen:
            values = numpy_helper.to_array(stored)
            dealt = random.permutation(values.ravel()).reshape(values.shape)
            stored.CopyFrom(numpy_helper.from_array(dealt, stored.name))
    contents = model.bundle.contents | {MODEL: graph.SerializeToString()}
    return model.over(replace(model.bundle, contents=contents))


def _stored(model: Model, node: NodeProto) -> list[str]:
    """Names of the node's stored floating-point weights."""
    stored = {tensor.name for tensor in model.graph.graph.initializer}
    places = _WEIGHTED.get(node.op_type, ())
    names = [node.input[place] for place in places if place < len(node.input)]
    return [name for name in names if name in stored and model.facts.is_float(name)]
