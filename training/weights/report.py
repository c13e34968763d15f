"""What looking at a network's weights gives: numbers for JSON, pictures for the summary."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

NEAR_ZERO = 1e-3  # of the layer's greatest weight in absolute value
_PLAIN = ("layer", "kind", "shape", "count", "greatest", "deviation", "near_zero", "channels",
          "dead", "images")  # fmt: skip


@dataclass(frozen=True)
class LayerWeights:
    """One layer with a kernel.

    Attributes:
        layer: its name.
        kind: Keras class name.
        shape: of the kernel.
        count: weights in the kernel.
        greatest: largest absolute weight.
        deviation: standard deviation of the weights.
        near_zero: share of weights below `NEAR_ZERO` times `greatest`; 1 where all are 0.
        histogram: counts in equal bins over -greatest .. greatest.
        filters: a picture of the filters, PNG bytes, convolutions only.
        filters_note: how to read it.
        channels: feature maps watched on images; None where the layer has no rectifier behind it.
        dead: those of them that never fired (greatest activation <= 0), by number.
        images: how many images were watched.
    """

    layer: str
    kind: str
    shape: tuple[int, ...]
    count: int
    greatest: float
    deviation: float
    near_zero: float
    histogram: NDArray[np.int64]
    filters: bytes | None = None
    filters_note: str = ""
    channels: int | None = None
    dead: tuple[int, ...] = ()
    images: int = 0

    def as_json(self) -> dict[str, Any]:
        """Plain values, without the picture."""
        plain = {name: getattr(self, name) for name in _PLAIN}
        lists = {"shape": list(self.shape), "dead": list(self.dead)}
        return plain | lists | {"histogram": self.histogram.tolist()}


@dataclass(frozen=True)
class WeightReport:
    """All layers, early to late.

    Attributes:
        layers: every layer with a kernel.
    """

    layers: tuple[LayerWeights, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values: the threshold of "near zero" and every layer."""
        return {
            "near_zero_below": f"{NEAR_ZERO:g} of the layer's greatest absolute weight",
            "layers": [layer.as_json() for layer in self.layers],
        }

    def warnings(self) -> list[str]:
        """Sentences about layers with many dead or nearly empty filters."""
        lines = []
        for layer in self.layers:
            if layer.channels and len(layer.dead) * 4 >= layer.channels:
                lines.append(
                    f"{len(layer.dead)} of {layer.channels} feature maps of {layer.layer} never "
                    f"fire on {layer.images} images."
                )
            if layer.near_zero >= 0.5:
                lines.append(f"{layer.near_zero:.0%} of the weights of {layer.layer} are near 0.")
        return lines
