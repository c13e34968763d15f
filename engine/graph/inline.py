"""Composite parts of a model, replaced by the nodes that they stand for.

A model may bring functions of its own, choose between two branches by a condition that is in fact
fixed, or use operators that the standard itself defines by simpler ones. Gradients are written node
by node, so these are opened first. Tensors of the graph keep their names; nodes from inside get new
ones.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

import numpy as np
from onnx import (
    AttributeProto,
    GraphProto,
    ModelProto,
    NodeProto,
    helper,
    inliner,
    numpy_helper,
)

from engine.errors import ModelError
from engine.graph.facts import GraphFacts, reads
from engine.language import said

_LARGEST_NUMBERS = 2**12  # elements of a constant of a definition that is computed in advance


def with_functions_inlined(model: ModelProto) -> ModelProto:
    """The same model without functions of its own.

    Raises:
        ModelError: the functions' operator sets cannot be joined with that of the graph.
    """
    if not model.functions:
        return model
    try:
        return inliner.inline_local_functions(model, convert_version=True)
    except (RuntimeError, ValueError) as error:
        raise ModelError(
            said("The functions inside this model cannot be opened."),
            hint=said("Export the model again without model-local functions."),
            details={"inliner": str(error)},
        ) from error


def with_definitions_expanded(model: ModelProto, operators: Iterable[str]) -> ModelProto:
    """The same model, in which some operators are the nodes by which the standard defines them.

    Args:
        model: any model; it is not changed.
        operators: names in the standard domain; those without a definition stay as they are.
    """
    wanted = [("", name) for name in operators]
    if not wanted:
        return model
    typed = ModelProto()
    typed.CopyFrom(GraphFacts(model).model)
    for stored in typed.graph.initializer:  # definitions may depend on the types of their inputs
        typed.graph.value_info.append(
            helper.make_tensor_value_info(stored.name, stored.data_type, stored.dims)
        )
    opened = inliner.inline_selected_functions(typed, wanted, inline_schema_functions=True)
    names = {stored.name for stored in opened.graph.initializer}
    kept = [value for value in opened.graph.value_info if value.name not in names]
    del opened.graph.value_info[:]
    opened.graph.value_info.extend(kept)
    old = {name for node in model.graph.node for name in node.output}
    return _with_numbers_stored(opened, old)


def _with_numbers_stored(model: ModelProto, old: Set[str]) -> ModelProto:
    """A model whose new nodes hold what can be computed once, and only what somebody reads.

    Definitions compute sizes and constants with many small nodes. Each number found may tell the
    shape of a tensor, which may tell further numbers.

    Args:
        model: with definitions opened.
        old: tensors computed by nodes that were there before; those nodes stay.
    """
    while True:
        facts = GraphFacts(model)
        numbers = {}
        for position, node in enumerate(facts.nodes):
            if node.op_type == "Constant" or len(node.output) != 1 or node.output[0] in old:
                continue
            value = facts.initializer(node.output[0])
            if value is not None and value.size <= _LARGEST_NUMBERS:
                tensor = numpy_helper.from_array(np.ascontiguousarray(value).reshape(value.shape))
                numbers[position] = helper.make_node("Constant", [], node.output, value=tensor)
        if not numbers:
            return _without_unread(model, old)
        result = ModelProto()
        result.CopyFrom(model)
        del result.graph.node[:]
        nodes = enumerate(model.graph.node)
        result.graph.node.extend(numbers.get(position, node) for position, node in nodes)
        model = _without_unread(result, old)


def _without_unread(model: ModelProto, old: Set[str]) -> ModelProto:
    """The model without new nodes that nobody reads."""
    read = {value.name for value in model.graph.output}
    kept = []
    for node in reversed(model.graph.node):
        if not read.isdisjoint(node.output) or not old.isdisjoint(node.output):
            kept.append(node)
            read.update(reads(node))
    result = ModelProto()
    result.CopyFrom(model)
    del result.graph.node[:]
    result.graph.node.extend(reversed(kept))
    return result


def with_fixed_branches_taken(model: ModelProto) -> ModelProto:
    """The same model, in which every If whose condition depends on no input is its branch.

    Exporters write such conditions on sizes that the model fixes. A branch inside a branch is taken
    in its turn.
    """
    while any(node.op_type == "If" for node in model.graph.node):
        facts = GraphFacts(model)
        branches: dict[int, GraphProto] = {}
        for position, node in enumerate(facts.nodes):
            condition = facts.initializer(node.input[0]) if node.op_type == "If" else None
            if condition is not None:
                word = "then_branch" if bool(condition.reshape(-1)[0]) else "else_branch"
                branches[position] = next(a.g for a in node.attribute if a.name == word)
        if not branches:
            break
        model = _with_branches(model, branches)
    return model


def _with_branches(model: ModelProto, branches: Mapping[int, GraphProto]) -> ModelProto:
    result = ModelProto()
    result.CopyFrom(model)
    del result.graph.node[:]
    for position, node in enumerate(model.graph.node):
        if position not in branches:
            result.graph.node.add().CopyFrom(node)
            continue
        body = _renamed(branches[position], node.output[0])
        result.graph.initializer.extend(body.initializer)
        result.graph.value_info.extend(body.value_info)
        result.graph.node.extend(body.node)
        for inner, outer in zip(body.output, node.output, strict=True):
            if outer:
                result.graph.node.append(helper.make_node("Identity", [inner.name], [outer]))
    return result


def _renamed(branch: GraphProto, owner: str) -> GraphProto:
    """A branch whose own tensors and nodes carry the name of the If's output in front."""
    graph = GraphProto()
    graph.CopyFrom(branch)
    made = [name for node in graph.node for name in node.output if name]
    names = {name: f"{owner}/{name}" for name in (*made, *(t.name for t in graph.initializer))}
    for value in (*graph.initializer, *graph.value_info, *graph.output):
        value.name = names.get(value.name, value.name)
    _rename_in(graph.node, names)
    for node in graph.node:
        node.name = f"{owner}/{node.name}" if node.name else ""
    return graph


def _rename_in(nodes: Sequence[NodeProto], names: Mapping[str, str]) -> None:
    """Rename what nodes, and the graphs inside them, read and make."""
    for node in nodes:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names.get(name, name) for name in node.output]
        for attribute in node.attribute:
            if attribute.type == AttributeProto.GRAPH:
                _rename_in(attribute.g.node, names)
                for value in attribute.g.output:
                    value.name = names.get(value.name, value.name)
