"""Sub-models: what lies between two sets of tensors, more outputs, a free batch size.

Trunks and tails are cut from the model as stored, never from one that a runtime has optimised, so
that tensor names stay those of the layer list.
"""

from collections.abc import Sequence

import onnx
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper

from engine.errors import ModelError, RequestError
from engine.graph.facts import GraphFacts, reads, stored_inputs_removed
from engine.graph.free_batch import free_batch
from engine.graph.shapes_before import ShapesBefore
from engine.graph.upgrade import upgraded
from engine.language import said

BATCH = "batch"


def extract(model: ModelProto, inputs: Sequence[str], outputs: Sequence[str]) -> ModelProto:
    """The sub-model that computes `outputs` from `inputs`.

    A tail may ask for the shape of a tensor that lies before the cut (exporters read the batch
    size from the image). Such a shape is rebuilt from the rows of the first new input and the
    fixed dimensions.

    Args:
        model: the whole model; it is not changed.
        inputs: tensors fed to the sub-model, in order.
        outputs: tensors it returns, in order.

    Returns:
        A model with only the nodes and weights needed, in their old order.

    Raises:
        RequestError: a tensor is not in the model, an output lies before the cut, or something
            that an output needs goes around the cut (a skip connection); it is named.
    """
    facts = GraphFacts(upgraded(model))
    for name in (*inputs, *outputs):
        if not facts.has(name):
            raise RequestError(
                said("The model has no tensor '{name}'.", name=name),
                hint=said("Choose a layer from the model's list."),
            )
    before = ShapesBefore(facts, inputs)
    needed = _needed_nodes(before, outputs)
    nodes = [part for node in needed for part in before.rebuilt(node)]
    known = {*inputs, *(name for node in nodes for name in node.output)}
    read = {name for node in nodes for name in reads(node)} | set(outputs)
    if any(name not in known and not facts.is_initializer(name) for name in read):
        raise RequestError(
            said("The network cannot be cut at {quoted}: ", quoted=_quoted(inputs))
            + _reason(facts, needed, (inputs, outputs)),
            hint=said("Choose a layer that the whole network passes through."),
        )
    kept = [t for t in facts.model.graph.initializer if t.name in read]
    return _assembled(facts, nodes, kept, (inputs, outputs))


def with_outputs(model: ModelProto, tensors: Sequence[str]) -> ModelProto:
    """A copy that also returns the given tensors, after its own outputs, in the given order.

    Raises:
        RequestError: a tensor is not in the model.
    """
    facts = GraphFacts(model)
    copy = ModelProto()
    copy.CopyFrom(model)
    for name in dict.fromkeys(tensors):
        if not facts.has(name):
            raise RequestError(
                said("The model has no tensor '{name}'.", name=name),
                hint=said("Choose a layer from the model's list."),
            )
        if name not in facts.output_names:
            copy.graph.output.append(value_info(facts, name))
    return copy


def with_input_shape(model: ModelProto, shape: Sequence[int | str]) -> ModelProto:
    """A copy whose image input has the given dimensions; stale inferred shapes are dropped.

    Args:
        model: a model with one input.
        shape: one entry per axis, a str where it stays free, such as ``("N", 3, 224, 224)``.
    """
    name = GraphFacts(model).input_name
    copy = ModelProto()
    copy.CopyFrom(model)
    del copy.graph.value_info[:]
    for value in copy.graph.input:
        if value.name == name:
            _set_dims(value, shape)
    _forget_output_shapes(copy)
    return copy


def with_one_batch_name(model: ModelProto) -> ModelProto:
    """A copy whose free batch size has one name from the input to the outputs.

    Exporters name it anew at every output. Only under one name can a runtime see that a gradient
    has the shape of its activation, and keep both in its own fast layout. A model with a fixed
    batch, or with several inputs, is returned as it is.
    """
    inputs = GraphFacts(model).input_names
    first = next(v for v in model.graph.input if v.name == inputs[0]) if inputs else None
    dims = first.type.tensor_type.shape.dim if first else ()
    if len(inputs) != 1 or not dims or dims[0].HasField("dim_value"):
        return model
    copy = ModelProto()
    copy.CopyFrom(model)
    old = dims[0].dim_param
    for value in (*copy.graph.input, *copy.graph.value_info, *copy.graph.output):
        for axis, dim in enumerate(value.type.tensor_type.shape.dim):
            if (value.name == inputs[0] and axis == 0) or (old and dim.dim_param == old):
                dim.dim_param = BATCH
            elif axis == 0 and not dim.HasField("dim_value"):
                dim.Clear()
    return onnx.shape_inference.infer_shapes(copy, data_prop=True)


def with_dynamic_batch(model: ModelProto) -> tuple[ModelProto, str]:
    """Free a batch size that was fixed at 1, where the graph allows it.

    The input's first axis becomes symbolic, and what repeats the written batch size reads it
    instead (`engine.graph.free_batch`). Shape inference must then show that the batch reaches every
    output.

    Returns:
        (model, reason): the freed model and "", or the model as given and why it stays as it is.
    """
    facts = GraphFacts(model)
    shape = facts.shape(facts.input_name)
    if not shape or not isinstance(shape[0], int):
        return model, ""
    freed = stored_inputs_removed(model)
    try:
        free_batch(freed, facts)
        freed = with_input_shape(freed, (BATCH, *shape[1:]))
        after = GraphFacts(freed)
    except ModelError as error:
        return model, said("the graph contradicts a free batch size: {error}", error=error)
    for name in after.output_names:
        out = after.shape(name)
        if not out or isinstance(out[0], int):
            return model, said(
                "the output '{name}' keeps the fixed shape {out}", name=name, out=out
            )
    return freed, ""


def value_info(facts: GraphFacts, tensor: str) -> ValueInfoProto:
    """The declaration of a tensor for a graph's list of inputs or outputs."""
    code = facts.element_type(tensor)
    return helper.make_tensor_value_info(
        tensor, code if code else TensorProto.FLOAT, facts.shape(tensor)
    )


def _needed_nodes(before: ShapesBefore, outputs: Sequence[str]) -> list[NodeProto]:
    """Nodes between the cuts, in order; of a tensor before them a Shape node needs nothing."""
    facts, inputs = before.facts, before.inputs
    wanted = {name for name in outputs if name not in inputs}
    nodes = []
    for node in reversed(facts.nodes):
        if wanted.isdisjoint(node.output):
            continue
        nodes.append(node)
        if not before.is_known(node):
            wanted.update(name for name in reads(node) if name not in inputs)
    return nodes[::-1]


def _reason(
    facts: GraphFacts, needed: Sequence[NodeProto], ends: tuple[Sequence[str], Sequence[str]]
) -> str:
    """Why a cut leaves something open: what goes around it, in words."""
    inputs, outputs = ends
    after = facts.reachable_from(inputs)
    earlier = [name for name in outputs if name not in after]
    if earlier:
        return said("{quoted} is not computed from it.", quoted=_quoted(earlier))
    values = set(facts.input_names)
    for node in facts.nodes:
        if node.op_type not in ("Shape", "Size") and not values.isdisjoint(reads(node)):
            values.update(node.output)
    behind = [node for node in needed if not after.isdisjoint(node.output)]
    around = dict.fromkeys(
        name for node in behind for name in reads(node) if name in values - after
    )
    if around:
        return said(
            "Around it: {quoted}.",
            quoted=_quoted(list(around)[:3]),
        )
    return said("the shape of a tensor before it is needed behind it and is not known.")


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _assembled(
    facts: GraphFacts,
    nodes: Sequence[NodeProto],
    initializers: Sequence[TensorProto],
    ends: tuple[Sequence[str], Sequence[str]],
) -> ModelProto:
    inputs, outputs = ends
    graph = helper.make_graph(
        list(nodes),
        facts.model.graph.name or "part",
        [value_info(facts, name) for name in inputs],
        [value_info(facts, name) for name in outputs],
        initializer=list(initializers),
    )
    part = helper.make_model(graph, opset_imports=list(facts.model.opset_import))
    part.ir_version = facts.model.ir_version
    part.functions.extend(facts.model.functions)
    return part


def _forget_output_shapes(model: ModelProto) -> None:
    for value in model.graph.output:
        value.type.tensor_type.ClearField("shape")
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    del model.graph.output[:]
    model.graph.output.extend(inferred.graph.output)


def _set_dims(value: ValueInfoProto, shape: Sequence[int | str]) -> None:
    code = value.type.tensor_type.elem_type
    value.CopyFrom(helper.make_tensor_value_info(value.name, code, list(shape)))
