"""Proof that ONNX Runtime computes what Keras computed, on real inputs, layer by layer.

Without it no bundle is written.
"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import LayerName
from engine.errors import ModelError
from training.export.activations import listen
from training.export.layer_names import TensorReader, as_fed, in_keras_layout

TOLERANCE = 1e-4
_BYTES_AT_ONCE = 1 << 29
_HINT = "The export is not the trained model. Check the versions of tf2onnx and TensorFlow."


@dataclass(frozen=True)
class Parity:
    """Greatest differences between Keras and ONNX Runtime.

    Attributes:
        probability: of the model's output, absolute.
        layer: of any mapped layer's activation, relative to the layer's greatest one.
        worst_layer: the layer of that difference.
        layers: number of layers compared.
        images: number of images compared.
        spread: of the probabilities compared; near 0 the comparison would say little.
    """

    probability: float
    layer: float
    worst_layer: str
    layers: int
    images: int
    spread: float

    def to_json(self) -> dict[str, Any]:
        """As it stands in a manifest."""
        return asdict(self)


def demand_parity(
    model: Any,
    onnx_model: bytes,
    inputs: NDArray[np.float32],
    layers: tuple[LayerName, ...],
    *,
    layout: str = "nhwc",
    tolerance: float = TOLERANCE,
) -> Parity:
    """Compares both models, as many images at a time as memory allows.

    Args:
        model: the Keras original.
        onnx_model: what it was exported to.
        inputs: (N, H, W, C) real inputs in the network's units and Keras' layout.
        layers: from `training.export.layer_names.map_layers`.
        layout: of the ONNX model's input.
        tolerance: greatest difference allowed.

    Raises:
        ModelError: they differ by more than `tolerance`, a value is not finite, or no layer is
            known.
    """
    if not layers:
        raise ModelError("no layer of the network is found in the exported graph", hint=_HINT)
    comparison = _Comparison(model, onnx_model, layers, layout)
    step = _images_at_once(layers)
    parts = [inputs[start : start + step] for start in range(0, len(inputs), step)]
    pairs = [comparison.run(part) for part in parts]
    expected, found = (np.concatenate([pair[i] for pair in pairs]) for i in (0, 1))
    relative = comparison.relative()
    worst = max(relative, key=lambda name: _rank(relative[name]))
    parity = Parity(
        probability=float(np.abs(found.reshape(expected.shape) - expected).max()),
        layer=relative[worst],
        worst_layer=worst,
        layers=len(relative),
        images=len(inputs),
        spread=float(expected.max() - expected.min()),
    )
    _refuse_differences(parity, tolerance)
    return parity


class _Comparison:
    """Both models side by side; the greatest difference of every layer so far."""

    def __init__(
        self, model: Any, onnx_model: bytes, layers: tuple[LayerName, ...], layout: str
    ) -> None:
        self._model = model
        self._layout = layout
        self._layers = {layer.name: layer for layer in layers}
        tensors = tuple(dict.fromkeys(layer.tensor for layer in layers))
        self._reader = TensorReader.of(onnx_model, tensors)
        self._gaps: dict[str, float] = {}
        self._greatest: dict[str, float] = {}

    def run(self, inputs: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The outputs of Keras and of ONNX Runtime."""
        names = tuple(dict.fromkeys((*self._reader.names, self._reader.output)))
        values = self._reader.read(names, as_fed(inputs, self._layout))
        left = dict(self._layers)

        def compare(name: str, wanted: NDArray[np.float32]) -> None:
            layer = left.pop(name, None)  # a layer called again has another output then
            if layer is None:
                return
            found = in_keras_layout(values[layer.tensor], layer.layout)
            gap, greatest = float(np.abs(found - wanted).max()), float(np.abs(wanted).max())
            self._gaps[name] = max(gap, self._gaps.get(name, 0.0), key=_rank)
            self._greatest[name] = max(greatest, self._greatest.get(name, 0.0), key=_rank)

        return listen(self._model, inputs, compare), values[self._reader.output]

    def relative(self) -> dict[str, float]:
        """Per layer, the difference as a share of its greatest activation."""
        return {
            name: gap / self._greatest[name] if self._greatest[name] > 0.0 else gap
            for name, gap in self._gaps.items()
        }


def _rank(value: float) -> float:
    """NaN counts as the worst of all."""
    return float("inf") if np.isnan(value) else value


def _images_at_once(layers: tuple[LayerName, ...]) -> int:
    cells = [1 if e.height is None or e.width is None else e.height * e.width for e in layers]
    size = sum(4 * e.channels * count for e, count in zip(layers, cells, strict=True))
    return max(1, _BYTES_AT_ONCE // max(1, size))


def _refuse_differences(parity: Parity, tolerance: float) -> None:
    if parity.probability <= tolerance and parity.layer <= tolerance:  # NaN is neither
        return
    raise ModelError(
        f"ONNX Runtime and Keras differ by {parity.probability:.2g} (probability) and "
        f"{parity.layer:.2g} (layer {parity.worst_layer}, of its greatest activation); at most "
        f"{tolerance:g} is allowed, no bundle was written",
        hint=_HINT,
    )
