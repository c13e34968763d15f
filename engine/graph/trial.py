"""Shapes that inference cannot tell at once, by inferring with two fixed batch sizes.

Old exporters compute sizes inside the graph (``Reshape`` to ``[batch, 1, 8, 16, -1]``), and
symbolic inference loses them there, ranks included. For a number in place of the batch it does not:
what comes out the same for two batch sizes holds for all, what equals them is the batch.
"""

from onnx import ModelProto, helper

from engine.errors import ModelError
from engine.graph.facts import GraphFacts, Shape
from engine.graph.rows import SIZES, resolved, with_batch_of


def with_shapes_by_trial(model: ModelProto) -> ModelProto:
    """A copy that declares the shapes found by trial; the model itself where nothing is open.

    Only for models with one input of which nothing but the batch is free.
    """
    facts = GraphFacts(model)
    if len(facts.input_names) != 1:
        return model
    name = facts.input_names[0]
    batch, *rest = facts.shape(name) or (1,)
    if not all(isinstance(d, int) for d in rest):
        return model
    made = [output for node in facts.nodes for output in node.output if output]
    unsettled = [tensor for tensor in made if _is_open(facts.shape(tensor), batch)]
    if not unsettled:
        return model
    try:
        sizes = (batch, batch) if isinstance(batch, int) else SIZES
        small, large = (resolved(with_batch_of(model, name, size)) for size in sizes)
    except ModelError:
        return model
    found = {
        tensor: shape
        for tensor in unsettled
        if (shape := _agreed(small.shape(tensor), large.shape(tensor), batch)) is not None
    }
    return _declared(facts, found) if found else model


def _is_open(shape: Shape | None, batch: int | str | None) -> bool:
    """Whether the rank, or a size other than the batch's, is not known."""
    if shape is None:
        return True
    unknown = [d for d in shape if not isinstance(d, int)]
    return any(d is None or d != batch for d in unknown) or batch in shape[1:]


def _agreed(small: Shape | None, large: Shape | None, batch: str | None) -> Shape | None:
    """The shape for every batch size, given those for two; None where not even the rank agrees."""
    if small is None or large is None or len(small) != len(large):
        return None
    return tuple(_dim(pair, batch) for pair in zip(small, large, strict=True))


def _dim(pair: tuple[int | str | None, int | str | None], batch: str | None) -> int | str | None:
    if pair[0] == pair[1] and isinstance(pair[0], int):
        return pair[0]
    return batch if pair == SIZES else None


def _declared(facts: GraphFacts, found: dict[str, Shape]) -> ModelProto:
    model = ModelProto()
    model.CopyFrom(facts.model)
    kept = [v for v in model.graph.value_info if v.name not in found]
    del model.graph.value_info[:]
    model.graph.value_info.extend(kept)
    outputs = set(facts.output_names)
    for tensor, shape in found.items():
        code = facts.element_type(tensor)
        if tensor not in outputs and code:
            model.graph.value_info.append(helper.make_tensor_value_info(tensor, code, shape))
    return model
