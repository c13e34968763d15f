"""Names of tensors for people: what the network's author wrote, without what exporters add.

- tf2onnx: ``functional_1/block1_conv1_1/Relu:0`` is the operator Relu of the layer block1_conv1_1.
- torch's tracing exporter: ``/features/features.0/features.0.2/Relu_output_0`` is the operator Relu
  of the module that Python calls ``features.0.2``.
- torch's capturing exporter numbers its tensors (``relu_12``, ``getitem_3``), and writes the module
  into the node's metadata.
"""

import re

from onnx import NodeProto

from engine.graph.facts import GraphFacts

_SCOPES_KEY = "pkg.torch.onnx.name_scopes"
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_TRACED = re.compile(r"^/(.+)_output_\d+$")
_GRAPHS = ("functional", "sequential", "model", "StatefulPartitionedCall")


def tensor_names(facts: GraphFacts) -> dict[str, str]:
    """Tensor -> name for people, for every node's first output.

    Where a module applies an operator several times, the operator is numbered: ``relu/Relu``,
    ``relu/Relu_1``.
    """
    names: dict[str, str] = {}
    uses: dict[str, int] = {}
    for node in facts.nodes:
        module = _module_in_metadata(node)
        if module is None:
            names[node.output[0]] = readable_name(node.output[0])
            continue
        stem = f"{module}/{node.op_type}" if module else node.op_type
        count = uses.get(stem, 0)
        uses[stem] = count + 1
        names[node.output[0]] = f"{stem}_{count}" if count else stem
    return names


def readable_name(tensor: str) -> str:
    """A tensor name without the ornaments of exporters.

    ``functional_1/block1_conv1_1/Relu:0`` becomes ``block1_conv1_1/Relu``, and
    ``/layer1/layer1.0/relu/Relu_1_output_0`` becomes ``layer1.0.relu/Relu_1``.
    """
    traced = _TRACED.match(tensor)
    if traced:
        *scopes, operator = traced.group(1).split("/")
        return "/".join(part for part in (_module_path(scopes), operator) if part)
    name = tensor.removesuffix(":0").strip("/")
    head, _, rest = name.partition("/")
    return rest if head.startswith(_GRAPHS) and rest else name


def _module_path(scopes: list[str]) -> str:
    """``["layer1", "layer1.0", "relu"]`` -> ``layer1.0.relu``: containers repeat their own path."""
    path: list[str] = []
    for scope in scopes:
        if path and scope.startswith(f"{path[-1]}."):
            path.pop()
        path.append(scope)
    return ".".join(path)


def _module_in_metadata(node: NodeProto) -> str | None:
    """The module's path in Python, "" for the network itself; None where the node does not say.

    The entry lists the scopes from the network ("") to the innermost module, then the operation.
    """
    for entry in node.metadata_props:
        if entry.key == _SCOPES_KEY:
            scopes = [single or double for single, double in _QUOTED.findall(entry.value)]
            return scopes[-2] if len(scopes) > 1 else None
    return None
