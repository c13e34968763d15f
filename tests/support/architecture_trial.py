"""One architecture from its first step to its first Grad-CAM; a process that prints one JSON line.

``python -m tests.support.architecture_trial densenet121``

The network is built at its smallest size (or at a size asked for), learns one batch, is exported
as a trained one would be, compared with its export layer by layer, written as a bundle, opened by
the clinic's engine and explained. The Grad-CAM is compared with one computed by `tf.GradientTape`.

Batch normalisation takes its statistics from that one batch, with a floor under its variances (or
it would blow tiny differences up until rounding decides), and the head is turned so that its logits
differ between images; otherwise there would be little to compare.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import keras
import numpy as np
import tensorflow as tf

from engine.bundle.manifest import ClassInfo, LayerName, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.errors import ModelError
from engine.explain.cam import GradCam
from engine.inference.model import Model, open_model
from tests.support import numeric
from tests.support.toys import explain
from training.config.sections import ImbalanceSection, NetworkSection
from training.export.layer_names import map_layers
from training.export.parity import demand_parity
from training.export.to_onnx import convert
from training.losses import loss_of
from training.models import ARCHITECTURES, build_model
from training.models.head import LOGIT, Head

_IMAGES = 8


def try_architecture(name: str, side: int | None = None) -> dict[str, object]:
    """All figures of one architecture: sizes, errors, seconds."""
    keras.utils.set_random_seed(3)
    side = ARCHITECTURES[name].smallest if side is None else side
    clock = _Clock()
    network = NetworkSection(architecture=name, l2=1e-4)
    model = build_model(network, (side, side, 1), Head(1, "sigmoid", network))
    clock.stop("build")
    recipe = Recipe(side, side, scaling=ARCHITECTURES[name].scaling or "unit")
    images = np.concatenate([recipe.tensor_from(picture) for picture in _pictures(side)])
    figures = {"id": name, "side": side, "parameters": model.count_params()}
    figures |= _step(model, images)
    clock.stop("step")
    _spread(model, images)
    with tempfile.TemporaryDirectory() as folder:
        keras_file, onnx_file = Path(folder) / "model.keras", Path(folder) / "model.onnx"
        model.save(keras_file)
        convert(keras_file, onnx_file)
        clock.stop("export")
        onnx_model = onnx_file.read_bytes()
        layers = map_layers(model, onnx_model, images[:2])
        parity = demand_parity(model, onnx_model, images, layers)
        clock.stop("parity")
        opened = _opened(Path(folder) / "bundle", onnx_model, layers, model, images[:1], recipe)
        figures |= parity.to_json() | {"cam": _grad_cam_error(opened, model, images[:1])}
    clock.stop("grad_cam")
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return figures | {"seconds": clock.seconds, "peak_gb": peak_gb}


def _pictures(side: int) -> np.ndarray:
    """(N, side, side) float32 in 0..1: shading of several scales."""
    rng = np.random.default_rng(5)
    images = np.zeros((_IMAGES, side, side, 1))
    for cells in (2, 4, 8, side):
        coarse = rng.normal(size=(_IMAGES, cells, cells, 1))
        images += np.asarray(tf.image.resize(coarse, (side, side))) / np.sqrt(cells)
    low, high = images.min(), images.max()
    return ((images - low) / (high - low)).astype(np.float32)[..., 0]


def _step(model: keras.Model, images: np.ndarray) -> dict[str, object]:
    """One batch; the loss, and the share of weight arrays that it changed."""
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = 0.0
    targets = (np.arange(_IMAGES) % 4 == 0).astype(np.float32)[:, None]
    before = [variable.numpy() for variable in model.trainable_variables]
    loss_function = loss_of("binary", ImbalanceSection(), targets)
    # A graph would be traced, and XLA compile for a minute, what is then run once.
    model.compile("adam", loss_function, run_eagerly=True)
    loss = float(model.train_on_batch(images, targets))
    changed = [
        not np.array_equal(old, new.numpy())
        for old, new in zip(before, model.trainable_variables, strict=True)
    ]
    kernels = [place for place, old in enumerate(before) if old.ndim > 1]
    return {
        "loss": loss,
        "changed": float(np.mean(changed)),
        "ends_changed": changed[kernels[0]] and changed[kernels[-1]],
    }


def _spread(model: keras.Model, images: np.ndarray) -> None:
    """Puts the floor, lets all blocks count, turns the head to what differs (in place).

    The logits get mean 0 and deviation 1. Along the features' first principal component the images
    differ most, so that scaling enlarges their rounding least.
    """
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            mean, variance = layer.moving_mean.numpy(), layer.moving_variance.numpy()
            layer.moving_variance.assign(variance + mean**2 + 0.01)
        elif type(layer).__name__ == "LayerScale":  # ConvNeXt's blocks begin as good as absent
            layer.gamma.assign(np.full(layer.gamma.shape, 0.5))
    dense = model.get_layer(LOGIT)
    features = np.asarray(keras.Model(model.inputs[0], dense.input)(images, training=False))
    centre = features.mean(axis=0, dtype=np.float64)
    principal = np.linalg.svd(features - centre, full_matrices=False)[2][0]
    kernel = principal / ((features - centre) @ principal).std()
    dense.set_weights([kernel[:, None], -(centre @ kernel)[None]])


def _opened(
    folder: Path,
    onnx_model: bytes,
    layers: tuple[LayerName, ...],
    model: keras.Model,
    probe: np.ndarray,
    recipe: Recipe,
) -> Model:
    manifest = Manifest(
        id="trial-1",
        name="Trial",
        version="1",
        task="binary",
        classes=(ClassInfo("finding", "", OperatingPoint(0.5)),),
        complement="no finding",
        activation="sigmoid",
        recipe=recipe,
        layers=layers,
    )
    write_bundle(
        folder,
        manifest,
        model=onnx_model,
        selftest_input=probe,
        selftest_output=np.asarray(model(probe, training=False)),
        card="",
    )
    return open_model(read_bundle(folder), wants_gpu=False, threads=1)


def _grad_cam_error(opened: Model, model: keras.Model, probe: np.ndarray) -> dict[str, object]:
    """Where the map was made, and its relative difference from GradientTape's."""
    try:
        layer = opened.default_layer
    except ModelError as error:
        return {"refused": str(error)}
    found = explain(GradCam(), opened, probe[0], target="finding")
    own = next(e.name for e in opened.manifest.layers if e.tensor == layer.tensor)
    both = keras.Model(
        model.inputs[0], [model.get_layer(own).output, model.get_layer(LOGIT).output]
    )
    with tf.GradientTape() as tape:
        maps, logit = both(probe, training=False)
    gradient = tape.gradient(logit, maps)
    expected = np.asarray(tf.reduce_sum(tf.reduce_mean(gradient, (1, 2), True) * maps, -1))[0]
    return {
        "layer": own,
        "map": list(found.map.shape),
        "error": numeric.relative_error(found.map, expected),
    }


class _Clock:
    """Seconds between stops."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def stop(self, what: str) -> None:
        """Ends one piece of work and begins the next."""
        now = time.perf_counter()
        self.seconds[what], self._last = round(now - self._last, 2), now


def main() -> None:
    """Reads the arguments, prints the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("architecture", choices=ARCHITECTURES)
    parser.add_argument("--side", type=int, help="of the input in pixels; its smallest otherwise")
    options = parser.parse_args()
    print(json.dumps(try_architecture(options.architecture, options.side)))


if __name__ == "__main__":
    main()
