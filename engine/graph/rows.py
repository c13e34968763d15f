"""Which tensors of a network hold one block of rows for each image, in the order of the images.

Cuts and gradient variants need to know it: exporters fold places into the leading axis
(``(N, C, H, W) -> (N H W, C)``), and the symbolic shapes that inference writes do not tell such an
axis from the batch. So the shapes are inferred for two batch sizes and compared.
"""

from onnx import ModelProto

from engine.errors import ModelError
from engine.graph.facts import GraphFacts, Shape

# Two primes that no layer's size is likely to be a multiple of by chance.
_SIZES = (5, 7)


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
        small, large = (GraphFacts(_with_batch(facts.model, name, size)) for size in _SIZES)
    except ModelError:
        return {}
    tensors = (name, *(output for node in facts.nodes for output in node.output if output))
    rows = {tensor: _rows(small.shape(tensor), large.shape(tensor)) for tensor in tensors}
    return {tensor: count for tensor, count in rows.items() if count}


def _with_batch(model: ModelProto, input_name: str, size: int) -> ModelProto:
    """A copy for one batch size; all shapes known before are forgotten but the input's."""
    copy = ModelProto()
    copy.CopyFrom(model)
    del copy.graph.value_info[:]
    for value in copy.graph.output:
        value.type.tensor_type.ClearField("shape")
    (given,) = (value for value in copy.graph.input if value.name == input_name)
    given.type.tensor_type.shape.dim[0].dim_value = size
    return copy


def _rows(small: Shape | None, large: Shape | None) -> int:
    """Rows per image of a tensor of which the shapes for both batch sizes are given, else 0."""
    if not small or not large or small[1:] != large[1:]:
        return 0
    counts = set()
    for first, size in zip((small[0], large[0]), _SIZES, strict=True):
        if not isinstance(first, int) or first % size:
            return 0
        counts.add(first // size)
    return counts.pop() if len(counts) == 1 else 0
