"""A network that learns on from a bundle: built anew in Keras, its weights those of the ONNX file.

Only ONNX ships. The bundle's manifest tells which network it is and which tensor each Keras layer
became; `training.models.onnx_weights` reads the weights back. Batch normalisations that the export
has folded away become the identity, their effect stays in the kernels before them. Nothing is
believed: the rebuilt network must answer as the bundle does, layer by layer, or it is refused.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import Manifest
from engine.bundle.store import Bundle, read_bundle
from engine.errors import ModelError, RequestError
from training.config.sections import NetworkSection
from training.export.layer_names import in_keras_layout
from training.export.parity import Parity, demand_parity
from training.models.architecture import Architecture, InputShape
from training.models.head import LOGIT, Head
from training.models.onnx_weights import Affine, Graph, NotFound, convolution, dense, depthwise
from training.refusals import Refused

PREFIX = "bundle:"
TOLERANCE = 1e-4  # of probabilities, as an export's parity
_LAYER_TOLERANCE = 1e-3  # of any layer, relative to its greatest activation, also on noise
_PROBES = 6
_NOT_REBUILT = "E_BASE_NOT_REBUILT"
_HINT = "Train from scratch, or choose another model to start from."


def is_bundle(weights: str) -> bool:
    """Whether ``[network] weights`` names a bundle."""
    return weights.startswith(PREFIX)


def start_from_bundle(
    model: keras.Model, architecture: Architecture, input_shape: InputShape, path: Path
) -> tuple[str, ...]:
    """Gives a network the weights of a bundle.

    Args:
        model: as `architecture` builds it; its last layer may have other classes.
        architecture: what it is.
        input_shape: (H, W, C) that it was built for.
        path: the bundle.

    Returns:
        Names of the layers that start anew: the last one where the classes are others in number.

    Raises:
        Refused: the bundle's network is another one, or its weights cannot be read back exactly.
    """
    bundle = _opened(path)
    twin, _ = rebuilt(bundle, architecture)
    if tuple(twin.inputs[0].shape[1:]) != tuple(input_shape):
        raise _refused(f"it takes {twin.inputs[0].shape[1:]}, the recipe gives {input_shape}")
    anew = []
    for source, layer in zip(twin.layers, model.layers, strict=True):
        if layer.name == LOGIT and _shapes(source) != _shapes(layer):
            anew.append(layer.name)
        elif layer.weights:
            layer.set_weights(source.get_weights())
    return tuple(anew)


def rebuilt(bundle: Bundle, architecture: Architecture) -> tuple[keras.Model, Parity]:
    """The bundle's network in Keras, proven to answer as the bundle does. Raises Refused."""
    model = _built(bundle.manifest, architecture)
    try:
        for layer, weights in recovered(model, bundle.manifest, Graph(bundle.model)):
            shapes = [tuple(w.shape) for w in layer.weights]
            if [w.shape for w in weights] != shapes:
                raise NotFound(f"layer {layer.name} wants {shapes}")
            layer.set_weights(weights)
    except NotFound as error:
        raise _refused(str(error)) from error
    return model, _parity(model, bundle)


def recovered(
    model: keras.Model, manifest: Manifest, graph: Graph
) -> Iterator[tuple[keras.Layer, list[NDArray[np.float32]]]]:
    """Every layer with weights, in order, with what the graph says of them. Raises NotFound."""
    tensors = {entry.name: entry.tensor for entry in manifest.layers}
    # Normalisations whose scale is in the kernel before them -> the shift that is left for them.
    taken: dict[str, NDArray[np.float32]] = {}
    for layer in model.layers:
        if not layer.weights or isinstance(layer, keras.layers.Normalization):
            continue
        if isinstance(layer, keras.layers.BatchNormalization):
            shift = taken.get(layer.name)
            yield layer, _normalisation(layer, shift, tensors, graph)
            continue
        tensor, follower = tensors.get(layer.name), None
        if tensor is None:
            follower = _normalisation_behind(layer)
            tensor = None if follower is None else tensors.get(follower.name)
            if tensor is None:
                raise NotFound(f"the manifest names no tensor for layer {layer.name}")
        kernel, bias = _kernel(layer, graph.follow(_linear(layer, tensor, graph)), graph)
        if follower is not None:
            taken[follower.name] = np.zeros_like(bias) if layer.use_bias else bias
        elif np.any(bias) and not layer.use_bias:
            raise NotFound(f"layer {layer.name} has no place for a bias")
        yield layer, [kernel, bias] if layer.use_bias else [kernel]


def recognised(manifest: Manifest) -> str:
    """Id of the architecture whose layers the manifest lists; empty where none fits.

    For bundles that do not tell how they were made.
    """
    from training.models import ARCHITECTURES  # it imports this module

    wanted = {entry.name: (entry.kind, entry.channels, entry.height) for entry in manifest.layers}
    for architecture in ARCHITECTURES.values():
        if architecture.features is not None:  # large ones are never guessed
            continue
        model = _built(manifest, architecture)
        own = {layer.name: _described(layer) for layer in model.layers}
        if wanted and all(own.get(name) == facts for name, facts in wanted.items()):
            return architecture.id
    return ""


def network_of(manifest: Manifest) -> NetworkSection:
    """Architecture and options of a bundle, from its configuration or by its layers.

    Raises:
        Refused: neither tells.
    """
    stated = _stated(manifest)
    if stated is not None:
        return stated
    found = recognised(manifest)
    if not found:
        raise _refused("it does not tell which network it is, and its layers fit none known here")
    return NetworkSection(architecture=found)


def _built(manifest: Manifest, architecture: Architecture) -> keras.Model:
    recipe, stated = manifest.recipe, _stated(manifest)
    network = NetworkSection() if stated is None else stated
    head = Head(len(manifest.classes), manifest.activation, network)
    return architecture.build((recipe.height, recipe.width, recipe.channels), head)


def _stated(manifest: Manifest) -> NetworkSection | None:
    """What the bundle's own configuration says of its network, or None."""
    plain = manifest.training_data.get("configuration", {}).get("network")
    if not isinstance(plain, dict):
        return None
    known = {name: plain[name] for name in NetworkSection.__dataclass_fields__ if name in plain}
    return NetworkSection(**(known | {"weights": "none"}))


def _described(layer: keras.Layer) -> tuple[str, int | None, int | None]:
    shape = layer.output.shape
    return type(layer).__name__, shape[-1], shape[1] if len(shape) == 4 else None


def _linear(layer: keras.Layer, tensor: str, graph: Graph) -> str:
    """The layer's tensor in front of its own activation."""
    activation = getattr(layer, "activation", None)
    is_linear = activation is None or activation is keras.activations.linear
    return tensor if is_linear else graph.before_activation(tensor)


def _kernel(
    layer: keras.Layer, way: Affine, graph: Graph
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Kernel as Keras keeps it, and bias, whether the layer has a place for it or not."""
    if isinstance(layer, keras.layers.DepthwiseConv2D):
        return depthwise(graph, way, layer.depth_multiplier)
    if type(layer) is keras.layers.Conv2D:
        return convolution(graph, way)
    if isinstance(layer, keras.layers.Dense):
        return dense(graph, way)
    raise NotFound(f"layer {layer.name} is a {type(layer).__name__}")


def _normalisation(
    layer: keras.layers.BatchNormalization,
    left: NDArray[np.float32] | None,
    tensors: dict[str, str],
    graph: Graph,
) -> list[NDArray[np.float32]]:
    """Scale and shift with statistics of 0 and 1: the same function with fewer numbers."""
    channels = layer.output.shape[-1]
    if left is not None:
        scale, shift = np.ones(channels), left
    else:
        tensor = tensors.get(layer.name)
        if tensor is None:
            raise NotFound(f"the manifest names no tensor for layer {layer.name}")
        before = _layer_before(layer)
        way = graph.follow(tensor, tensors.get(before.name, "") if before is not None else "")
        scale, shift = (np.broadcast_to(v, (channels,)) for v in (way.scale, way.shift))
    return _as_stored(layer, np.asarray(scale, np.float64), np.asarray(shift, np.float64))


def _as_stored(
    layer: keras.layers.BatchNormalization, scale: NDArray[np.float64], shift: NDArray[np.float64]
) -> list[NDArray[np.float32]]:
    """In the order of the layer's weights; what it has no gamma or beta for goes elsewhere."""
    ones, zeros = np.ones_like(scale), np.zeros_like(scale)
    mean, variance = zeros, ones - layer.epsilon
    if not layer.scale:  # y = (x - mean) / sqrt(variance + epsilon) + beta
        if np.any(scale <= 0):
            raise NotFound(f"layer {layer.name} has a scale that is not positive")
        variance = 1.0 / scale**2 - layer.epsilon
        if np.any(variance < 0):
            raise NotFound(f"layer {layer.name} has a scale beyond what it can hold")
    if not layer.center:
        raise NotFound(f"layer {layer.name} has no place for a shift")
    held = ([scale] if layer.scale else []) + [shift, mean, variance]
    return [np.asarray(one, np.float32) for one in held]


def _normalisation_behind(layer: keras.Layer) -> keras.layers.BatchNormalization | None:
    """The batch normalisation that alone takes what this layer gives, if one does."""
    followers = [node.operation for node in layer._outbound_nodes]
    is_linear = getattr(layer, "activation", None) in (None, keras.activations.linear)
    if len(followers) == 1 and is_linear:
        only = followers[0]
        return only if isinstance(only, keras.layers.BatchNormalization) else None
    return None


def _layer_before(layer: keras.Layer) -> keras.Layer | None:
    """The layer whose output goes into this one."""
    tensors = layer._inbound_nodes[0].input_tensors
    return tensors[0]._keras_history.operation if tensors else None


def _parity(model: keras.Model, bundle: Bundle) -> Parity:
    """On the self-test's pictures, mirrored ones, noise and mixtures; raises Refused."""
    manifest = bundle.manifest
    stored = in_keras_layout(bundle.selftest_input, manifest.recipe.layout)
    random = np.random.default_rng(0)
    low, high = float(stored.min()), float(stored.max())
    noise = random.uniform(low, high, (_PROBES, *stored.shape[1:])).astype(np.float32)
    mixed = 0.5 * noise + 0.5 * stored[random.integers(0, len(stored), _PROBES)]
    inputs = np.concatenate([stored, stored[:, ::-1], noise, mixed]).astype(np.float32)
    try:
        parity = demand_parity(
            model, bundle.model, inputs, manifest.layers,
            layout=manifest.recipe.layout, tolerance=_LAYER_TOLERANCE,
        )  # fmt: skip
    except ModelError as error:
        raise _refused(f"rebuilt, it answers differently: {error}") from error
    if not parity.probability <= TOLERANCE:
        raise _refused(
            f"rebuilt, it answers up to {parity.probability:.1e} differently "
            f"(allowed: {TOLERANCE:.0e})"
        )
    return parity


def _shapes(layer: keras.Layer) -> list[tuple[int, ...]]:
    return [tuple(weight.shape) for weight in layer.weights]


def _opened(path: Path) -> Bundle:
    try:
        return read_bundle(path)
    except RequestError:
        raise
    except OSError as error:
        raise _refused(f"it cannot be read: {error.strerror}") from error


def _refused(reason: str, **facts: Any) -> Refused:
    return Refused(
        _NOT_REBUILT,
        f"the model to start from cannot be taken up: {reason}",
        hint=_HINT,
        reason=reason,
        **facts,
    )
