"""A layer's stored weights: kernels as pictures, histograms, the share of near-zero ones."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto

from engine.inference.model import Model

NEAR_ZERO = 1e-3  # of the layer's greatest magnitude
BINS = 64
_IMAGE_CHANNELS = (1, 3)


@dataclass(frozen=True)
class Weights:
    """The kernel of one node.

    Attributes:
        name: the layer's human name, else the node's.
        operator: ONNX's.
        kernel: (out, in / groups, kh, kw) float32; (out, in, 1, 1) for dense layers.
        bias: (out,) float32, or None.
        is_first: no other stored kernel lies between it and the image.
    """

    name: str
    operator: str
    kernel: NDArray[np.float32]
    bias: NDArray[np.float32] | None
    is_first: bool = False

    @property
    def has_colours(self) -> bool:
        """Whether its filters are pictures of the image's own channels, grey or colour."""
        return self.is_first and self.kernel.shape[1] in _IMAGE_CHANNELS

    @property
    def has_one_each(self) -> bool:
        """Whether every filter has one plane only, as in the first layer or a depthwise one."""
        return self.has_colours or self.kernel.shape[1] == 1

    @property
    def near_zero(self) -> float:
        """0..1, share of weights under `NEAR_ZERO` of the greatest; 1 where all are 0."""
        sizes = np.abs(self.kernel)
        greatest = float(sizes.max())
        return float((sizes <= NEAR_ZERO * greatest).mean())

    def histogram(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Counts (`BINS`,) and edges (`BINS` + 1,), even about zero."""
        greatest = float(np.abs(self.kernel).max()) or 1.0
        counts, edges = np.histogram(self.kernel, bins=BINS, range=(-greatest, greatest))
        return counts, edges

    def planes(self, output: int) -> NDArray[np.float32]:
        """(N, kh, kw): of a layer with one plane per filter all filters, else those of one output.

        A first layer over colours has (N, kh, kw, 3).
        """
        if self.has_colours:
            planes = np.moveaxis(self.kernel, 1, -1)
            return planes if planes.shape[-1] > 1 else planes[..., 0]
        return self.kernel[:, 0] if self.has_one_each else self.kernel[output]

    def picture(self, output: int, source: int | None = None) -> NDArray[np.float32]:
        """(kh, kw) one filter over one input channel; None: the input with the most weight."""
        stack = self.kernel[output]
        if source is None:
            source = int(np.argmax((stack.astype(np.float64) ** 2).sum(axis=(1, 2))))
        return stack[source]


def all_weights(model: Model) -> tuple[Weights, ...]:
    """The stored kernels on the way to the score, early to late."""
    names = {layer.tensor: layer.name for layer in model.layers}
    found = []
    weighed: set[str] = set()  # tensors with a kernel between them and the image
    for node in model.facts.nodes:
        kernel = _kernel(model, node)
        is_behind = not weighed.isdisjoint(node.input)
        if is_behind or kernel is not None:
            weighed.update(node.output)
        if kernel is None:
            continue
        stored = model.facts.initializer(node.input[2]) if len(node.input) > 2 else None
        bias = None if stored is None else np.asarray(stored, np.float32).ravel()
        name = names.get(node.output[0]) or node.name or node.output[0]
        found.append(Weights(name, node.op_type, kernel, bias, is_first=not is_behind))
    return tuple(found)


def _kernel(model: Model, node: NodeProto) -> NDArray[np.float32] | None:
    if node.op_type == "Conv":
        stored = model.facts.initializer(node.input[1])
        if stored is None or np.ndim(stored) != 4:
            return None
        return np.asarray(stored, np.float32)
    if node.op_type in ("Gemm", "MatMul"):
        stored = model.facts.initializer(node.input[1])
        if stored is None or np.ndim(stored) != 2:
            return None
        attributes = {entry.name: entry.i for entry in node.attribute}
        wide = np.asarray(stored, np.float32)
        out_first = wide if node.op_type == "Gemm" and attributes.get("transB") else wide.T
        return np.ascontiguousarray(out_first)[:, :, None, None]
    return None
