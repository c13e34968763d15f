"""The gradient of a classifier as one ONNX file for other programs.

What `build` writes into a graph becomes a file here that needs nothing of WhyRay: only operators of
the standard, weights inside, and a description in its metadata that tells which output is the
gradient by which tensor and how the seed is filled. The same model and wish always give the same
bytes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from google.protobuf.message import EncodeError
from onnx import GraphProto, ModelProto, NodeProto, ValueInfoProto, helper, numpy_helper

from engine.autodiff.build import GradientModel, build_gradient_model
from engine.autodiff.overrides import find_override
from engine.autodiff.registry import is_standard
from engine.errors import ModelError, RequestError
from engine.graph.facts import GraphFacts, Shape
from engine.graph.layers import find_layer, list_layers
from engine.graph.score import find_score
from engine.graph.upgrade import upgraded
from engine.language import said

# What a Protobuf message, and so an ONNX model in one file, can hold.
LARGEST_BYTES = 2**31 - 1
IMAGE = "input"
_PREFIX = "whyray."


@dataclass(frozen=True)
class Wish:
    """Which gradient is wanted.

    Args:
        wrt: tensor names, human layer names, or the word ``input`` for the model's image input.
        score: tensor to differentiate; None takes the logits.
        override: a key of `OVERRIDES`, or None for the true gradient.
        also: further tensors to output, named as in `wrt`.
        target: (class index, weight, name) of a seed that the file uses where none is fed, or None.
    """

    wrt: Sequence[str]
    score: str | None = None
    override: str | None = None
    also: Sequence[str] = ()
    target: tuple[int, float, str] | None = None


@dataclass(frozen=True)
class Origin:
    """Where a gradient file comes from.

    Args:
        sha256: of the source model's file.
        version: of the program that writes the file.
        layer_names: tensor -> human layer name, where a bundle gives them.
    """

    sha256: str
    version: str
    layer_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class GradientFile:
    """A file, ready to write.

    Args:
        data: the ONNX file.
        manifest: what it holds, as plain JSON: ``inputs``, ``outputs``, ``gradients``, ``seed`` and
            how it was made. The same facts are in the file's metadata.
    """

    data: bytes
    manifest: dict[str, Any]


def make_gradient_file(model: ModelProto, wish: Wish, origin: Origin) -> GradientFile:
    """The backward model of a classifier as one standalone file.

    Raises:
        RequestError: a name is unknown, the score does not depend on a tensor, the override is not
            defined for the network, or the class does not exist.
        ModelError: operators outside the standard, no score to be found, or more than 2 GB.
        UnsupportedOperator: an operator on the way has no gradient.
    """
    model = upgraded(model)
    facts = GraphFacts(model)
    names = _Names(facts, origin.layer_names)
    score = names.tensor(wish.score) if wish.score is not None else find_score(facts).logits
    wrt, also = ([names.tensor(n) for n in wanted] for wanted in (wish.wrt, wish.also))
    gradient = build_gradient_model(
        model,
        score=score,
        wrt=wrt,
        also=also,
        overrides=None if wish.override is None else find_override(wish.override),
    )
    _check_domains(gradient.model)
    if wish.target is not None:
        _fill_seed(gradient, score, wish.target)
    manifest = _manifest(gradient, score, wish, origin)
    _describe(gradient.model, manifest)
    return GradientFile(_bytes(gradient.model), manifest)


class _Names:
    """Tensors by the names that people use for them."""

    def __init__(self, facts: GraphFacts, layer_names: Mapping[str, str]) -> None:
        self._facts = facts
        self._layer_names = layer_names

    def tensor(self, wanted: str) -> str:
        """A tensor, the word ``input``, or a layer. Raises RequestError naming near layers."""
        if self._facts.has(wanted):
            return wanted
        if wanted == IMAGE:
            return self._facts.input_name
        return find_layer(list_layers(self._facts, self._layer_names), wanted).tensor


def _check_domains(model: ModelProto) -> None:
    """Only operators of the standard; sets of others that nothing uses are not asked for either."""
    foreign = sorted({f"{n.domain}.{n.op_type}" for n in _all_nodes(model.graph)
                      if not is_standard(n)})  # fmt: skip
    if foreign:
        raise ModelError(
            said(
                "The model uses operators outside the ONNX standard: {foreign}.",
                foreign=", ".join(foreign),
            ),
            hint=said(
                "Export it again with standard operators only; other programs could not run it."
            ),
        )
    kept = [entry for entry in model.opset_import if entry.domain in ("", "ai.onnx")]
    del model.opset_import[:]
    model.opset_import.extend(kept)
    del model.functions[:]


def _all_nodes(graph: GraphProto) -> Iterator[NodeProto]:
    """The nodes of a graph and of the branches and loop bodies inside it."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            for body in (*([attribute.g] if attribute.HasField("g") else []), *attribute.graphs):
                yield from _all_nodes(body)


def _fill_seed(gradient: GradientModel, score: str, target: tuple[int, float, str]) -> None:
    """Give the seed a value for when none is fed: one row, repeated for every image.

    A stored tensor that is listed as an input as well is a default since IR version 4. The seed may
    still be fed, with one row or with one for each image. ONNX Runtime warns when it loads such a
    file, since it cannot prepare what depends on the seed, and runs it all the same.
    """
    graph = gradient.model.graph
    seed = next(v for v in graph.input if v.name == gradient.seed_input)
    shape = _shape(seed)
    axis = class_axis(shape)
    index, weight, _ = target
    if axis is None:
        raise RequestError(
            said(
                "'{score}' of shape {list} has no single axis of classes.",
                score=score,
                list=list(shape),
            ),
            hint=said("Leave the class out and feed the seed."),
        )
    if not 0 <= index < shape[axis]:
        raise RequestError(
            said("The model has no class {index}; it has {shape}.", index=index, shape=shape[axis]),
            hint=said("Choose 0 to {shape}.", shape=shape[axis] - 1),
        )
    kind = seed.type.tensor_type.elem_type
    row = np.zeros([1, *shape[1:]], helper.tensor_dtype_to_np_dtype(kind))
    row[tuple(index if a == axis else 0 for a in range(len(shape)))] = weight
    graph.initializer.append(numpy_helper.from_array(row, seed.name))
    taken = {name for node in graph.node for name in node.output}
    rows, dims = (_unused(f"{seed.name}/{word}", taken) for word in ("rows", "shape"))
    first = next(i for i, n in enumerate(graph.node) if seed.name in n.input)
    for node in graph.node:
        for i, name in enumerate(node.input):
            if name == seed.name:
                node.input[i] = rows
    graph.node.insert(first, helper.make_node("Expand", [seed.name, dims], [rows], name=rows))
    graph.node.insert(first, helper.make_node("Shape", [score], [dims], name=dims))
    seed.CopyFrom(helper.make_tensor_value_info(seed.name, kind, [f"{seed.name}_rows", *shape[1:]]))


def class_axis(shape: Shape) -> int | None:
    """The axis of a seed that counts classes: the only one beside the first that is not 1."""
    if len(shape) < 2 or any(not isinstance(d, int) for d in shape[1:]):
        return None
    wide = [axis for axis, d in enumerate(shape) if axis > 0 and d != 1]
    return None if len(wide) > 1 else (wide[0] if wide else 1)


def _unused(stem: str, taken: set[str]) -> str:
    return stem if stem not in taken else _unused(f"{stem}_", taken)


def _manifest(gradient: GradientModel, score: str, wish: Wish, origin: Origin) -> dict[str, Any]:
    graph, roles = gradient.model.graph, _roles(gradient, score, wish)
    inputs = [_entry(v) | {"role": "seed" if v.name == gradient.seed_input else "model input"}
              for v in graph.input]  # fmt: skip
    outputs = [_entry(v) | roles.get(v.name, {"role": "model output"}) for v in graph.output]
    seed = next(entry for entry in inputs if entry["role"] == "seed")
    return {
        "kind": "gradient model",
        "source_sha256": origin.sha256,
        "version": origin.version,
        "opset": GraphFacts(gradient.model).opset,
        "ir_version": gradient.model.ir_version,
        "score": score,
        "gradients": gradient.gradients,
        "inputs": inputs,
        "outputs": outputs,
        "seed": _seed(seed, wish),
        "override": wish.override,
        "notes": list(gradient.notes),
    }


def _roles(gradient: GradientModel, score: str, wish: Wish) -> dict[str, dict[str, str]]:
    """Output -> what it is."""
    roles: dict[str, dict[str, str]] = {score: {"role": "score"}}
    what = "gradient" if wish.override is None else wish.override
    return roles | {
        name: {"role": what, "of": score, "by": tensor}
        for tensor, name in gradient.gradients.items()
    }


def _seed(entry: dict[str, Any], wish: Wish) -> dict[str, Any]:
    """How the seed is filled, in words and as facts."""
    axis = class_axis(tuple(entry["shape"]))
    along = "" if axis is None else f" along axis {axis}"
    how = (
        f"one row for each image: 1 at the class{along}, 0 elsewhere; any other row differentiates"
        " the sum of the scores weighted by it"
    )
    if wish.override == "deep-lift":
        how += "; inputs and seeds hold the images first, then as many rows for their baselines"
    default = None
    if wish.target is not None:
        index, weight, name = wish.target
        default = {"class": index, "name": name, "value": weight}
    return {"input": entry["name"], "shape": entry["shape"], "dtype": entry["dtype"],
            "class_axis": axis, "how": how, "default": default}  # fmt: skip


def _entry(value: ValueInfoProto) -> dict[str, Any]:
    dtype = helper.tensor_dtype_to_np_dtype(value.type.tensor_type.elem_type)
    return {"name": value.name, "dtype": str(dtype), "shape": list(_shape(value))}


def _shape(value: ValueInfoProto) -> Shape:
    return tuple(
        d.dim_value if d.HasField("dim_value") else (d.dim_param or None)
        for d in value.type.tensor_type.shape.dim
    )


def _describe(model: ModelProto, manifest: Mapping[str, Any]) -> None:
    """Put the manifest into the metadata; texts as they are, the rest as JSON."""
    kept = {e.key: e.value for e in model.metadata_props if not e.key.startswith(_PREFIX)}
    for name in ("kind", "source_sha256", "version", "score", "override", "gradients", "seed",
                 "notes"):  # fmt: skip
        value = manifest[name]
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        kept[_PREFIX + name] = text
    del model.metadata_props[:]
    for key, value in sorted(kept.items()):
        model.metadata_props.add(key=key, value=value)
    model.producer_name, model.producer_version = "WhyRay", manifest["version"]
    what = (
        "Gradient"
        if manifest["override"] is None
        else f"Variant of the gradient ({manifest['override']})"
    )
    pairs = "; ".join(f"'{name}' by '{tensor}'" for tensor, name in manifest["gradients"].items())
    model.doc_string = (
        f"{what} of '{manifest['score']}': output {pairs}. Seed input"
        f" '{manifest['seed']['input']}': {manifest['seed']['how']}. Details are in the metadata."
    )


def _bytes(model: ModelProto) -> bytes:
    """The checked file. Raises ModelError where it would exceed what one file can hold."""
    try:
        if model.ByteSize() <= LARGEST_BYTES:
            onnx.checker.check_model(model, full_check=True)
            return model.SerializeToString(deterministic=True)
        cause = None
    except (ValueError, EncodeError) as error:
        cause = error
    raise ModelError(
        said("The gradient model would be larger than one ONNX file can hold (2 GB)."),
        hint=said("Take a smaller model, or export it in half precision."),
    ) from cause
