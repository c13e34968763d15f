"""Which ONNX tensor each Keras layer became: found by comparing numbers, not by trusting names.

tf2onnx keeps layer names in most node names but not in all (convolutions fused with batch
normalisation are anonymous), so every float tensor of the graph is made an output and compared
with the layers' activations.
"""

import keras
import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from engine.bundle.manifest import LayerName

TOLERANCE = 1e-4  # relative to the layer's greatest activation
_WITHOUT_OWN_VALUES = ("InputLayer", "Dropout", "Flatten", "Reshape")


def layer_activations(
    model: keras.Model, inputs: NDArray[np.float32]
) -> dict[str, NDArray[np.float32]]:
    """Output of every layer that computes something, by layer name, in the model's order."""
    chosen = [layer for layer in model.layers if type(layer).__name__ not in _WITHOUT_OWN_VALUES]
    outputs = keras.Model(model.inputs[0], [layer.output for layer in chosen])(
        inputs, training=False
    )
    arrays = outputs if isinstance(outputs, list) else [outputs]
    return {layer.name: np.asarray(array) for layer, array in zip(chosen, arrays, strict=True)}


def tensor_values(model: bytes, inputs: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    """Every float32 tensor that the graph computes, by name, in the graph's order."""
    proto = onnx.shape_inference.infer_shapes(onnx.load_from_string(model))
    known = {entry.name: entry.type.tensor_type.elem_type for entry in proto.graph.value_info}
    names = [
        name
        for node in proto.graph.node
        for name in node.output
        if known.get(name) == onnx.TensorProto.FLOAT
    ]
    final = [entry.name for entry in proto.graph.output]
    proto.graph.output.extend(onnx.helper.make_tensor_value_info(name, 1, None) for name in names)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        proto.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    values = session.run(names + final, {session.get_inputs()[0].name: inputs})
    return dict(zip(names + final, values, strict=True))


def map_layers(
    model: keras.Model, onnx_model: bytes, inputs: NDArray[np.float32]
) -> tuple[LayerName, ...]:
    """The Keras layers whose tensor was found, in the model's order.

    Args:
        model: the Keras original.
        onnx_model: what it was exported to.
        inputs: (N, H, W, C) real inputs, N >= 2.
    """
    tensors = tensor_values(onnx_model, inputs)
    found = []
    for name, wanted in layer_activations(model, inputs).items():
        matches = [
            (tensor, layout)
            for tensor, value in tensors.items()
            if (layout := _layout_of_match(value, wanted)) is not None
        ]
        if matches:
            own = [match for match in matches if f"/{name}" in match[0] or match[0] == name]
            found.append(_layer_name(model.get_layer(name), wanted, *(own or matches)[-1]))
    return tuple(found)


def _layout_of_match(value: NDArray[np.float32], wanted: NDArray[np.float32]) -> str | None:
    """How `value` holds `wanted` (which has Keras' layout).

    ``nhwc`` | ``nchw`` | ``nc``; None when it does not.
    """
    layouts = (
        {"nc": wanted} if wanted.ndim == 2 else {"nhwc": wanted, "nchw": np.moveaxis(wanted, -1, 1)}
    )
    for layout, array in layouts.items():
        if value.shape == array.shape and float(np.abs(value - array).max()) <= TOLERANCE * float(
            np.abs(array).max()
        ):
            return layout
    return None


def _layer_name(
    layer: keras.Layer, values: NDArray[np.float32], tensor: str, layout: str
) -> LayerName:
    is_map = values.ndim == 4
    return LayerName(
        name=layer.name,
        tensor=tensor,
        kind=type(layer).__name__,
        channels=int(values.shape[-1]),
        height=int(values.shape[1]) if is_map else None,
        width=int(values.shape[2]) if is_map else None,
        layout=layout,
    )
