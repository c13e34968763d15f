"""Dead feature maps: channels behind a rectifier that no image of a data set makes fire."""

from collections.abc import Iterable
from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray

_RECTIFIERS = ("relu", "relu6")
_PASSING = ("BatchNormalization", "Dropout", "SpatialDropout2D", "ZeroPadding2D")


@dataclass(frozen=True)
class Fired:
    """What the images did to one layer.

    Attributes:
        greatest: (C,) each channel's greatest activation over all images and places.
        images: how many images.
    """

    greatest: NDArray[np.float32]
    images: int

    @property
    def dead(self) -> tuple[int, ...]:
        """Numbers of the channels that were never above 0."""
        return tuple(np.nonzero(self.greatest <= 0)[0].tolist())


def watch_channels(model: keras.Model, batches: Iterable[NDArray[np.float32]]) -> dict[str, Fired]:
    """By name of the convolution or dense layer, what comes out of the rectifier behind it.

    A rectifier counts as behind a layer when it is the layer's own activation, or follows directly
    or after batch normalisation or dropout. Leaky and smooth activations never die and are left
    out.

    Args:
        model: a Keras model.
        batches: network inputs (n, H, W, C).
    """
    own = {id(layer) for layer in model.layers}
    ends = {
        layer.name: end for layer in model.layers if (end := _rectified(layer, own)) is not None
    }
    if not ends:
        return {}
    watcher = keras.Model(
        model.inputs[0], [keras.ops.max(_flat(end), axis=1) for end in ends.values()]
    )
    greatest: list[NDArray[np.float32]] = []
    images = 0
    for batch in batches:
        outputs = watcher(batch, training=False)
        arrays = [np.asarray(a) for a in (outputs if isinstance(outputs, list) else [outputs])]
        tops = [array.max(axis=0) for array in arrays]
        pairs = zip(greatest, tops, strict=True) if greatest else ()
        greatest = [np.maximum(old, new) for old, new in pairs] or tops
        images += len(batch)
    return {name: Fired(top, images) for name, top in zip(ends, greatest, strict=True)}


def _flat(tensor: keras.KerasTensor) -> keras.KerasTensor:
    """(N, places, C)."""
    if len(tensor.shape) == 2:
        return keras.ops.expand_dims(tensor, 1)
    return keras.ops.reshape(tensor, (-1, int(np.prod(tensor.shape[1:-1])), tensor.shape[-1]))


def _rectified(layer: keras.Layer, known: set[int]) -> keras.KerasTensor | None:
    """The output of the rectifier behind a layer with a kernel, or None.

    `known`: ids of the model's own layers.
    """
    if getattr(layer, "kernel", None) is None or isinstance(layer, keras.Model):
        return None
    own = getattr(layer, "activation", None)
    if getattr(own, "__name__", "linear") in _RECTIFIERS:
        return layer.output
    while getattr(own, "__name__", "linear") == "linear":
        # Other models may have been built on the same layers; their nodes do not count.
        users = [node.operation for node in layer._outbound_nodes]
        followers = [user for user in users if id(user) in known]
        if len(followers) != 1:
            return None
        layer = followers[0]
        if _is_rectifier(layer):
            return layer.output
        if type(layer).__name__ not in _PASSING:
            return None
    return None


def _is_rectifier(layer: keras.Layer) -> bool:
    if isinstance(layer, keras.layers.ReLU):
        return not layer.negative_slope and not layer.threshold
    is_activation = isinstance(layer, keras.layers.Activation)
    return is_activation and layer.activation.__name__ in _RECTIFIERS
