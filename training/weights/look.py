"""One look at every kernel of a network, and at its feature maps on images."""

from collections.abc import Iterable

import keras
import numpy as np
from numpy.typing import NDArray

from training.weights.dead import Fired, watch_channels
from training.weights.filters import draw_filters
from training.weights.report import NEAR_ZERO, LayerWeights, WeightReport

_BINS = 41  # odd: one bin is around 0


def look_at_weights(
    model: keras.Model, batches: Iterable[NDArray[np.float32]] = ()
) -> WeightReport:
    """Every layer with a kernel, early to late; layers of nested models as well.

    Args:
        model: a Keras model.
        batches: network inputs (n, H, W, C) on which channels are watched; none: nobody is called
            dead. Channels of nested models are not watched.
    """
    fired = watch_channels(model, batches)
    return WeightReport(
        tuple(
            _layer(layer, kernel, fired.get(layer.name), is_depthwise=is_depthwise)
            for layer, kernel, is_depthwise in _kernels(model)
        )
    )


def _kernels(model: keras.Model) -> Iterable[tuple[keras.Layer, NDArray[np.float32], bool]]:
    """Layers, kernels, and whether depthwise; those of a separable convolution apart."""
    for layer in model._flatten_layers(include_self=False):
        for name in ("kernel", "depthwise_kernel", "pointwise_kernel"):
            kernel = getattr(layer, name, None)
            if kernel is not None:
                is_depthwise = name == "depthwise_kernel"
                yield layer, np.asarray(kernel, dtype=np.float32), is_depthwise


def _layer(
    layer: keras.Layer,
    kernel: NDArray[np.float32],
    fired: Fired | None,
    *,
    is_depthwise: bool,
) -> LayerWeights:
    sizes = np.abs(kernel)
    greatest = float(sizes.max())
    near = float((sizes <= NEAR_ZERO * greatest).mean())
    reach = greatest if greatest > 0 else 1.0
    picture, note = (
        draw_filters(kernel, is_depthwise=is_depthwise) if kernel.ndim == 4 else (None, "")
    )
    return LayerWeights(
        layer=layer.name,
        kind=type(layer).__name__,
        shape=tuple(kernel.shape),
        count=int(kernel.size),
        greatest=greatest,
        deviation=float(kernel.std(dtype=np.float64)),
        near_zero=near,
        histogram=np.histogram(kernel, bins=_BINS, range=(-reach, reach))[0],
        filters=picture,
        filters_note=note,
        channels=None if fired is None else len(fired.greatest),
        dead=() if fired is None else fired.dead,
        images=0 if fired is None else fired.images,
    )
