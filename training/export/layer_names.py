"""Which ONNX tensor each Keras layer became: found by comparing numbers, not by trusting names.

tf2onnx keeps layer names in most node names but not in all (convolutions fused with batch
normalisation are anonymous), so every float tensor of the graph is compared with the layers'
activations: first at some hundred fixed places, which needs no room, so that networks of many
layers fit; `training.export.parity` then compares every value of the tensors found.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from engine.bundle.manifest import LayerName
from training.export.activations import layers_by_name, listen

TOLERANCE = 1e-3  # relative to the layer's greatest activation; parity demands a tenth of it
_PLACES = 512
_TENSORS_AT_ONCE = 32
_SAME = 1e-6


@dataclass(frozen=True)
class Sampled:
    """A tensor by its shape and values at fixed places, in Keras' layout.

    Attributes:
        shape: of (N, H, W, C) or (N, C).
        values: at most `_PLACES` of them.
        greatest: largest magnitude of the whole tensor.
    """

    shape: tuple[int, ...]
    values: NDArray[np.float32]
    greatest: float

    @staticmethod
    def of(array: NDArray[np.float32]) -> "Sampled":
        """The same places for every array of that shape."""
        places = np.random.default_rng(array.size).integers(0, array.size, _PLACES)
        indices = np.unravel_index(places, array.shape)
        return Sampled(array.shape, array[indices], float(np.abs(array).max(initial=0.0)))

    def distance(self, other: "Sampled") -> float:
        """Greatest difference, relative to this one's greatest value; infinity for other shapes."""
        if self.shape != other.shape or self.greatest == 0.0:
            return float("inf")
        return float(np.abs(self.values - other.values).max()) / self.greatest


@dataclass
class TensorReader:
    """Runs an ONNX model and gives any of its tensors.

    Attributes:
        names: float32 tensors that the graph computes, in its order.
        output: name of the model's output.
    """

    names: tuple[str, ...]
    output: str
    _session: onnxruntime.InferenceSession = field(repr=False)

    @staticmethod
    def of(model: bytes, wanted: tuple[str, ...] | None = None) -> "TensorReader":
        """For the tensors `wanted`, or for all of them."""
        proto = onnx.shape_inference.infer_shapes(onnx.load_from_string(model))
        final = proto.graph.output[0].name
        names = _float_tensors(proto) if wanted is None else wanted
        extra = [name for name in names if name != final]
        proto.graph.output.extend(
            onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in extra
        )
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        session = onnxruntime.InferenceSession(
            proto.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        return TensorReader(tuple(names), final, session)

    def read(
        self, names: tuple[str, ...], inputs: NDArray[np.float32]
    ) -> dict[str, NDArray[np.float32]]:
        """Values of some of the tensors for inputs in the ONNX model's layout."""
        feeds = {self._session.get_inputs()[0].name: inputs}
        return dict(zip(names, self._session.run(list(names), feeds), strict=True))


def map_layers(
    model: Any, onnx_model: bytes, inputs: NDArray[np.float32], *, layout: str = "nhwc"
) -> tuple[LayerName, ...]:
    """The Keras layers whose tensor was found, in the order of the run.

    What the converter has merged into a neighbour (a convolution in front of a batch
    normalisation) is no tensor of the graph any more and is not found.

    Args:
        model: the Keras original.
        onnx_model: what it was exported to.
        inputs: (N, H, W, C) real inputs in Keras' layout, N >= 2.
        layout: of the ONNX model's input.
    """
    known = layers_by_name(model)
    wanted: dict[str, Sampled] = {}
    listen(model, inputs, lambda name, values: wanted.setdefault(name, Sampled.of(values)))
    tensors = _sampled_tensors(onnx_model, as_fed(inputs, layout))
    found = []
    for name, layer in wanted.items():
        best = _best_match(name, layer, tensors)
        if best is not None:
            found.append(_layer_name(name, type(known[name]).__name__, layer.shape, *best))
    return tuple(found)


def as_fed(inputs: NDArray[np.float32], layout: str) -> NDArray[np.float32]:
    """Inputs in Keras' layout (N, H, W, C) in that of the ONNX model."""
    return np.ascontiguousarray(np.moveaxis(inputs, -1, 1)) if layout == "nchw" else inputs


def in_keras_layout(values: NDArray[np.float32], layout: str) -> NDArray[np.float32]:
    """A tensor in the layout of a `LayerName` in that of Keras."""
    return np.moveaxis(values, 1, -1) if layout == "nchw" else values


def _float_tensors(proto: onnx.ModelProto) -> tuple[str, ...]:
    known = {entry.name: entry.type.tensor_type.elem_type for entry in proto.graph.value_info}
    known |= {entry.name: entry.type.tensor_type.elem_type for entry in proto.graph.output}
    names = [name for node in proto.graph.node for name in node.output]
    return tuple(name for name in names if known.get(name) == onnx.TensorProto.FLOAT)


def _sampled_tensors(model: bytes, inputs: NDArray[np.float32]) -> list[tuple[str, str, Sampled]]:
    """(tensor, layout, values) of every tensor of the graph, maps in both layouts."""
    reader, found = TensorReader.of(model), []
    for start in range(0, len(reader.names), _TENSORS_AT_ONCE):
        names = reader.names[start : start + _TENSORS_AT_ONCE]
        for name, values in reader.read(names, inputs).items():
            if values.ndim < 2 or values.shape[0] != len(inputs):
                continue
            layouts = ("nhwc", "nchw") if values.ndim == 4 else ("nc",)
            found += [(name, kind, Sampled.of(in_keras_layout(values, kind))) for kind in layouts]
    return found


def _best_match(
    name: str, layer: Sampled, tensors: list[tuple[str, str, Sampled]]
) -> tuple[str, str] | None:
    """(tensor, layout) nearest to the layer; of equals one that bears its name, else the last."""
    distances = [(layer.distance(sampled), tensor, kind) for tensor, kind, sampled in tensors]
    near = [entry for entry in distances if entry[0] <= TOLERANCE]
    if not near:
        return None
    least = min(distance for distance, _, _ in near)
    equal = [(tensor, kind) for distance, tensor, kind in near if distance <= least + _SAME]
    own = [match for match in equal if f"/{name}" in match[0] or match[0] == name]
    return (own or equal)[-1]


def _layer_name(
    name: str, kind: str, shape: tuple[int, ...], tensor: str, layout: str
) -> LayerName:
    is_map = len(shape) == 4
    return LayerName(
        name=name,
        tensor=tensor,
        kind=kind,
        channels=int(shape[-1]),
        height=int(shape[1]) if is_map else None,
        width=int(shape[2]) if is_map else None,
        layout=layout,
    )
