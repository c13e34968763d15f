"""What a network starts from: ImageNet, a file of one's own, or chance - never chance by accident.

A file must fit the network layer by layer. Only the last layer, `LOGIT`, may differ in the number
of classes; it then starts anew, and the caller is told.
"""

from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np

from engine.errors import RequestError
from training.models.architecture import Architecture, InputShape
from training.models.head import LOGIT
from training.models.trainable import base_layers

NONE, IMAGENET = "none", "imagenet"


def start_from_imagenet(
    model: keras.Model, architecture: Architecture, input_shape: InputShape
) -> None:
    """Copies ImageNet weights into the layers in front of the head.

    Raises:
        RequestError: there are none for this network or this input, or Keras could not get them.
    """
    if architecture.features is None:
        raise RequestError(
            f"{architecture.id} has no ImageNet weights",
            hint='Set weights = "none" in [network], or name a file.',
        )
    if input_shape[-1] != 3:
        raise RequestError(
            f"ImageNet weights need 3 channels; the recipe has {input_shape[-1]}",
            hint="Set channels = 3 in [recipe]: grey is repeated.",
        )
    try:
        features = architecture.features(input_shape, IMAGENET)
    except Exception as error:  # Keras lets through whatever the network raised
        raise RequestError(
            f"the ImageNet weights of {architecture.id} could not be had: {_first_line(error)}",
            hint="Keras downloads them once from storage.googleapis.com into ~/.keras/models. "
            "Without that network, fetch them elsewhere and name the file in [network] weights.",
        ) from error
    _copy(features.layers, base_layers(model), f"the ImageNet weights of {architecture.id}")


def start_from_file(
    model: keras.Model, architecture: Architecture, input_shape: InputShape, file: Path
) -> tuple[str, ...]:
    """Copies the weights of a file.

    Args:
        model: the untrained network.
        architecture: what it is.
        input_shape: (H, W, C) that it was built for.
        file: ``.keras`` (a whole network of the same layers), ``.weights.h5`` (as Keras 3 writes
            them), or another ``.h5`` with the weights of the layers in front of the head alone, as
            the Keras applications are published (``..._notop.h5``).

    Returns:
        Names of the layers that the file says nothing about, and which start anew: the head's, or
        none.

    Raises:
        RequestError: the file is missing, unreadable, or does not fit.
    """
    if not file.is_file():
        raise RequestError("the weights to start from are not there", hint=_HINT, file=file)
    try:
        if file.suffix == ".keras":
            source = keras.saving.load_model(file, compile=False, safe_mode=True)
            return _copy_all(source, model, file)
        if file.name.endswith(".weights.h5"):
            model.load_weights(file)
            return ()
        if file.suffix in (".h5", ".hdf5") and architecture.features is not None:
            features = architecture.features(input_shape, str(file))
            _copy(features.layers, base_layers(model), file.name)
            return _head_layers(model)
    except RequestError:
        raise
    except Exception as error:  # h5py, zip and Keras raise most kinds of exception here
        raise RequestError(
            f"the weights do not fit the network: {_first_line(error)}", hint=_HINT, file=file
        ) from error
    raise RequestError("no weights are read from such a file", hint=_HINT, file=file)


_HINT = "A .keras, .weights.h5 or ..._notop.h5 file of the same architecture and options is needed."


def _head_layers(model: keras.Model) -> tuple[str, ...]:
    base = {layer.name for layer in base_layers(model)}
    return tuple(a.name for a in model.layers if a.weights and a.name not in base)


def _copy_all(source: keras.Model, model: keras.Model, file: Path) -> tuple[str, ...]:
    is_new_task = _shapes(source.layers, LOGIT) != _shapes(model.layers, LOGIT)
    chosen = [
        [layer for layer in network.layers if not (is_new_task and layer.name == LOGIT)]
        for network in (source, model)
    ]
    _copy(chosen[0], chosen[1], file.name)
    return (LOGIT,) if is_new_task else ()


def _copy(sources: Sequence[keras.Layer], layers: Sequence[keras.Layer], what: str) -> None:
    """Layer by layer in their order; first everything is compared, then copied."""
    pairs = [
        [layer for layer in row if layer.weights and not _is_preprocessing(layer)]
        for row in (sources, layers)
    ]
    found, wanted = ([[tuple(w.shape) for w in layer.weights] for layer in row] for row in pairs)
    if found != wanted:
        raise RequestError(
            f"{what}: {_difference(pairs, found, wanted)}; nothing was taken from it", hint=_HINT
        )
    for source, layer in zip(*pairs, strict=True):
        layer.set_weights(source.get_weights())


def _difference(pairs: list, found: list, wanted: list) -> str:
    if len(found) != len(wanted):
        return f"it has {len(found)} layers with weights, the network has {len(wanted)}"
    place = next(i for i, shape in enumerate(wanted) if found[i] != shape)
    theirs, ours = pairs[0][place].name, pairs[1][place].name
    sizes = [" ".join(map(str, shapes[place])) for shapes in (found, wanted)]
    return f"its layer {theirs} has weights of {sizes[0]}, the network's {ours} has {sizes[1]}"


def _is_preprocessing(layer: keras.Layer) -> bool:
    """Normalisation of the input: part of the architecture, never of the weights (EfficientNet)."""
    return isinstance(layer, keras.layers.Normalization)


def _shapes(layers: Sequence[keras.Layer], name: str) -> list[tuple[int, ...]]:
    return [np.shape(w) for layer in layers if layer.name == name for w in layer.get_weights()]


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
