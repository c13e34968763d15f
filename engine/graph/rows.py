"""Which tensors of a network hold one block of rows for each image, in the order of the images.

Cuts and gradient variants need to know it: exporters fold places into the leading axis
(``(N, C, H, W) -> (N H W, C)``), and the symbolic shapes that inference writes do not tell such an
axis from the batch. So the shapes are inferred for two batch sizes and compared.
"""

import numpy as np
from onnx import ModelProto, numpy_helper

from engine.errors import ModelError
from engine.graph.facts import GraphFacts, Shape

# Two primes that no layer's size is likely to be a multiple of by chance.
SIZES = (5, 7)


def rows_per_image(facts: GraphFacts) -> dict[str, int]:
    """Tensor -> number of rows along its first axis that each image has.

    Tensors are left out whose first axis does not grow with the batch, or of which another axis
    does, or whose shape is not known. Rows keep the order of the images only as far as the
    operators on the way do: `Concat` along the first axis, say, does not.

    Args:
        facts: a model with one input and a free batch size.

    Returns:
        The counts; empty where the model contradicts some batch size.

    Raises:
        ModelError: the model has not exactly one input.
    """
    name = facts.input_name
    if not facts.shape(name):
        return {}
    try:
        small, large = (resolved(with_batch_of(facts.model, name, size)) for size in SIZES)
    except ModelError:
        return {}
    tensors = (name, *(output for node in facts.nodes for output in node.output if output))
    rows = {tensor: _rows(small.shape(tensor), large.shape(tensor)) for tensor in tensors}
    return {tensor: count for tensor, count in rows.items() if count}


def with_batch_of(model: ModelProto, input_name: str, size: int) -> ModelProto:
    """A copy for one batch size; all shapes known before are forgotten but the input's."""
    copy = ModelProto()
    copy.CopyFrom(model)
    del copy.graph.value_info[:]
    for value in copy.graph.output:
        value.type.tensor_type.ClearField("shape")
    (given,) = (value for value in copy.graph.input if value.name == input_name)
    given.type.tensor_type.shape.dim[0].dim_value = size
    return copy


def resolved(model: ModelProto) -> GraphFacts:
    """Facts with as many shapes as the model's own computed bounds and targets give away.

    Where every size is a number, so is what exporters work out from shapes; each such number may
    settle the shapes that lead to the next. The model is changed.
    """
    while True:
        facts = GraphFacts(model)
        found = {
            node.output[0]: value
            for node in facts.nodes
            if node.op_type != "Constant"
            and len(node.output) == 1
            and facts.dtype(node.output[0]) == np.int64
            and (value := facts.initializer(node.output[0])) is not None
        }
        is_open = any(
            _size(facts, name) is None for node in facts.nodes for name in node.output if name
        )
        if not found or not is_open:
            return facts
        kept = [node for node in model.graph.node if node.output[0] not in found]
        del model.graph.node[:]
        model.graph.node.extend(kept)
        model.graph.initializer.extend(numpy_helper.from_array(v, k) for k, v in found.items())


def _size(facts: GraphFacts, tensor: str) -> int | None:
    """Number of elements of a tensor; None where a dimension is not known."""
    shape = facts.shape(tensor)
    if shape is None or not all(isinstance(d, int) for d in shape):
        return None
    return int(np.prod(shape))


def _rows(small: Shape | None, large: Shape | None) -> int:
    """Rows per image of a tensor of which the shapes for both batch sizes are given, else 0."""
    if not small or not large or small[1:] != large[1:]:
        return 0
    counts = set()
    for first, size in zip((small[0], large[0]), SIZES, strict=True):
        if not isinstance(first, int) or first % size:
            return 0
        counts.add(first // size)
    return counts.pop() if len(counts) == 1 else 0
