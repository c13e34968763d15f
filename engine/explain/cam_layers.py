"""Where a class activation map looks: one layer, or several to be fused."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.explain.explanation import Request
from engine.explain.flows import seen_at
from engine.graph.layers import Layer, default_cam_layer, find_layer
from engine.language import said

EACH_RESOLUTION = said("last of each resolution")


class OnLayer:
    """What holds for class activation maps, unless they differ."""

    family: ClassVar[str] = "cam"
    is_signed: ClassVar[bool] = True
    resolution: ClassVar[str] = "layer"
    is_deterministic: ClassVar[bool] = True
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset({"layer"})


def pick_layer(request: Request) -> Layer:
    """The asked layer, or the model's default.

    Raises:
        RequestError: there is none, or the named tensor is no feature map; the message says why.
    """
    model = request.model
    if not model.layers:
        raise RequestError(
            said("this network has no spatial layer, so it has no class activation map"),
            hint=said("Choose a method that works on the input."),
        )
    return model.default_layer if request.layer is None else named_layer(request, request.layer)


def named_layer(request: Request, name: str) -> Layer:
    """The layer of that human or tensor name. Raises RequestError as `pick_layer` does."""
    model = request.model
    known = {known for layer in model.layers for known in (layer.name, layer.tensor)}
    if name not in known and model.facts.has(name):
        raise _no_map(request, name)
    return find_layer(model.layers, name)


def fused_layers(request: Request, wanted: str) -> tuple[Layer, ...]:
    """The layers of a fused map, early to late.

    Args:
        request: whose model has them.
        wanted: comma-separated names, or `EACH_RESOLUTION`; empty for the request's one layer.

    Raises:
        RequestError: a name is unknown or no feature map, or the sizes of all maps are left free.
    """
    if not wanted.strip():
        return (pick_layer(request),)
    if wanted.strip() != EACH_RESOLUTION:
        names = dict.fromkeys(name.strip() for name in wanted.split(",") if name.strip())
        found = {named_layer(request, name) for name in names}
        return tuple(layer for layer in request.model.layers if layer in found)
    groups: dict[tuple[int, int], list[Layer]] = {}
    for layer in request.model.layers:
        if layer.height is not None and layer.width is not None:
            groups.setdefault((layer.height, layer.width), []).append(layer)
    if not groups:
        raise RequestError(
            said("this network leaves the sizes of its feature maps free"),
            hint=said("Name the layers to fuse, separated by commas."),
        )
    last = {default_cam_layer(group) for group in groups.values()}
    return tuple(layer for layer in request.model.layers if layer in last)


def extent_of(request: Request, layer: Layer) -> tuple[int, int]:
    """Rows and columns of a layer; looked at where the model leaves them free."""
    if layer.height is not None and layer.width is not None:
        return layer.height, layer.width
    seen, _ = seen_at(request, layer, request.tensor)
    return channels_first(seen.activation, layer).shape[1:]  # type: ignore[return-value]


def channels_first(array: NDArray[np.float32], layer: Layer) -> NDArray[np.float32]:
    """(1, ...) in the layer's layout -> (K, h, w)."""
    return array[0].transpose(2, 0, 1) if layer.layout == "nhwc" else array[0]


def channels_back(stack: NDArray[np.float32], layer: Layer) -> NDArray[np.float32]:
    """(N, K, h, w) -> (N, ...) in the layer's layout, contiguous."""
    ordered = stack.transpose(0, 2, 3, 1) if layer.layout == "nhwc" else stack
    return np.ascontiguousarray(ordered)


def _no_map(request: Request, name: str) -> RequestError:
    shape: Sequence[object] | None = request.model.facts.shape(name)
    if shape is None:
        why = said("its shape is not known")
    elif len(shape) != 4:
        numbers = " x ".join("N" if not isinstance(d, int) else str(d) for d in shape) or "1 number"
        why = said(
            "its shape is {numbers}; a map needs channels, rows and columns", numbers=numbers
        )
    else:
        why = said(
            "it is one place only, an intermediate step, or not between the image and the score"
        )
    return RequestError(
        said("'{name}' is no feature map: {why}", name=name, why=why),
        hint=said("Choose a layer from the model's list ('whyray layers')."),
    )
