"""What every layer showed for one image, all from one run of the network."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import InvalidOutput, RequestError
from engine.explain.batches import free_memory_bytes
from engine.explain.explanation import Request
from engine.explain.flows import flow_at
from engine.graph.cut import with_outputs
from engine.graph.layers import Layer
from engine.graph.placement import Placement, find_placement
from engine.images.geometry import Affine, resize_affine
from engine.inference.model import Model
from engine.inference.session import Session
from engine.language import said

ORDERS = ("index", "mean", "deviation", "greatest", "gradient-x-activation")
# Operators whose results are values of their inputs, or bounds: finite where those are.
_SELECTIONS = frozenset({"Relu", "Clip", "MaxPool", "Concat"})
# Share of the free memory that the feature maps of one image may take; what is small is not asked.
_MEMORY_SHARE, _SMALL_BYTES = 0.5, 128 << 20


@dataclass(frozen=True)
class FeatureMaps:
    """One layer's feature maps for one image.

    Attributes:
        layer: the layer.
        values: (K, h, w) float32, as the network computed them.
        placement: where the cells look at the network's input; None where the graph does not tell.
        to_image: maps points of the grid (0..w, 0..h) to points of the original image; stretched
            over the network's input where `placement` is None.
    """

    layer: Layer
    values: NDArray[np.float32]
    placement: Placement | None
    to_image: Affine

    def scores(self, order: str, gradients: NDArray[np.floating] | None = None) -> Sequence[float]:
        """(K,) the numbers that channels are sorted by, largest first.

        Args:
            order: one of `ORDERS`.
            gradients: (K, h, w) d(score)/d(activation), for ``gradient-x-activation``.

        Raises:
            RequestError: no such order, or the gradients are missing.
        """
        if order == "index":
            return [-float(number) for number in range(len(self.values))]
        if order == "mean":
            return self.values.mean(axis=(1, 2), dtype=np.float64).tolist()
        if order == "deviation":
            return [float(plane.std(dtype=np.float64)) for plane in self.values]
        if order == "greatest":
            return self.values.max(axis=(1, 2)).tolist()
        if order == "gradient-x-activation" and gradients is not None:
            return (self.values.astype(np.float64) * gradients).sum(axis=(1, 2)).tolist()
        raise RequestError(
            said("channels cannot be sorted by {order!r}", order=order),
            hint=said("Choose one of: {choices}.", choices=", ".join(ORDERS)),
        )

    def order(self, by: str, gradients: NDArray[np.floating] | None = None) -> NDArray[np.int64]:
        """(K,) channel numbers, first to last; equal ones by number. Raises as `scores`."""
        return np.argsort(-np.asarray(self.scores(by, gradients)), kind="stable")

    def peak(self, channel: int) -> tuple[int, int]:
        """(row, column) of the cell where a channel is greatest; the first of equal ones."""
        plane = self.values[channel]
        row, column = np.unravel_index(int(plane.argmax()), plane.shape)
        return int(row), int(column)


def feature_maps(
    model: Model,
    tensor: NDArray[np.float32],
    to_image: Affine,
    layers: Sequence[Layer] | None = None,
) -> tuple[FeatureMaps, ...]:
    """The feature maps of layers, early to late, all from one run.

    Args:
        model: the open model.
        tensor: (1, ...) float32 network input.
        to_image: maps points of the input picture to points of the original image.
        layers: which; None for all.

    Raises:
        RequestError: there is none, or they would not fit into memory.
        InvalidOutput: one of them is NaN or infinite.
    """
    chosen = model.layers if layers is None else tuple(layers)
    if not chosen:  # a session asked for nothing returns everything
        raise RequestError(
            said("this network has no spatial layer, so it has no feature maps"),
            hint=said("Its weights can be looked at."),
        )
    _check_memory(chosen)
    session = _session(model, chosen)
    names = [layer.tensor for layer in chosen]
    arrays = session.run(names, {model.facts.input_name: tensor})
    known = frozenset(names)
    for layer, array in zip(chosen, arrays, strict=True):
        if not _only_hands_on(model, layer, known):
            _check_finite(layer, array)
    return tuple(
        _maps_of(model, layer, array, to_image) for layer, array in zip(chosen, arrays, strict=True)
    )


def gradient_at(request: Request, layer: Layer) -> NDArray[np.floating]:
    """(K, h, w) d(score)/d(activation) of the request's target at a layer.

    Raises:
        UnsupportedOperator: an operator behind the layer has no gradient rule.
    """
    flow, _ = flow_at(request, layer, request.tensor)
    gradient = flow.gradient[0]
    return gradient if layer.layout == "nchw" else np.moveaxis(gradient, 2, 0)


def _maps_of(
    model: Model, layer: Layer, array: NDArray[np.float32], to_image: Affine
) -> FeatureMaps:
    values = array[0] if layer.layout == "nchw" else np.moveaxis(array[0], 2, 0)
    placement, to_input = _place_of(model, layer, values.shape[1:])
    return FeatureMaps(layer, values, placement, to_input.then(to_image))


def _only_hands_on(model: Model, layer: Layer, known: frozenset[str]) -> bool:
    """Whether every value of a layer is one of layers that are looked at anyway, or a bound."""
    node = model.facts.producer(layer.tensor)
    data = node.input[:1] if node.op_type != "Concat" else node.input
    return node.op_type in _SELECTIONS and known.issuperset(data)


def _check_finite(layer: Layer, array: NDArray[np.float32]) -> None:
    flat = array.ravel()
    with np.errstate(over="ignore", invalid="ignore"):
        squares = np.dot(flat, flat)  # in half the time that looking at every value takes
    if not (np.isfinite(squares) or np.isfinite(array).all()):
        raise InvalidOutput(
            said("the layer {name} is NaN or infinite for this image", name=layer.name),
            hint=said("The image may be outside what the model can take; try another model."),
        )


def _place_of(
    model: Model, layer: Layer, grid_hw: tuple[int, int]
) -> tuple[Placement | None, Affine]:
    """Where the cells look, and their map to the network's input; stretched where unknown."""

    def find() -> tuple[Placement | None, Affine]:
        placement = find_placement(model.facts, layer.tensor)
        recipe = model.manifest.recipe
        stretched = resize_affine(grid_hw, (recipe.height, recipe.width))
        return placement, stretched if placement is None else placement.to_input

    return model.derived(f"where {layer.tensor} looks", find)


def _session(model: Model, layers: tuple[Layer, ...]) -> Session:
    tensors = [layer.tensor for layer in layers]
    key = "feature maps of " + ("all layers" if layers == model.layers else ", ".join(tensors))
    return model.derived(key, lambda: model.open_session(with_outputs(model.graph, tensors)))


def _check_memory(layers: Sequence[Layer]) -> None:
    cells = sum(
        layer.channels * layer.height * layer.width
        for layer in layers
        if layer.height is not None and layer.width is not None
    )
    needed = 4 * cells
    if needed > _SMALL_BYTES and needed > _MEMORY_SHARE * free_memory_bytes():
        raise RequestError(
            said("the feature maps of all layers need {size:.1f} GB", size=needed / 2**30),
            hint=said("Look at fewer layers, or close other programs."),
        )
