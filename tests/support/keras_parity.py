"""Keras applications against their exported gradient graphs; a process that prints JSON lines.

``python -m tests.support.keras_parity MobileNetV2:64 DenseNet121:64 --images 5``

The network gets random weights, batch-norm statistics taken from data and then disturbed, and a
head scaled so that its logits differ. It is exported through tf2onnx, differentiated, and compared
with

- `tf.GradientTape` on the same network, in float32 as exported;
- Keras in float64, against the gradient graph run by ONNX's reference evaluator in float64;
- central differences of the exported model in float64;
- FullGrad completeness;
- itself with the runtime's graph optimisation off.

Float32 comparisons are made for several images. Where an activation lies within rounding of the
kink of a ReLU, two correct implementations take different sides and their gradients differ visibly;
the float64 comparison has no such rounding of its own beyond the exporter's (batch normalisation
folded into float32 weights).
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Sequence

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import keras
import numpy as np
import onnx
import tensorflow as tf
import tf2onnx

from engine.autodiff.build import build_gradient_model
from engine.graph.cut import with_outputs
from engine.graph.facts import GraphFacts
from engine.graph.layers import default_cam_layer, list_layers
from engine.graph.score import find_score
from tests.support import numeric

CLASSES = 5
INDEX = 2
FIGURES = ("logit", "inner", "last", "dx", "d_inner", "d_last")

# The Keras layer that `default_cam_layer` is expected to choose, and one deep inside the network,
# in a branch where the network has branches.
LAST_MAP = {
    "SmallCNN": "last_conv",
    "DenseNet121": "relu",
    "ResNet50V2": "post_relu",
    "MobileNetV2": "out_relu",
    "InceptionV3": "mixed10",
    "Xception": "block14_sepconv2_act",
    "VGG16": "block5_conv3",
    "EfficientNetB0": "top_activation",
}
INNER_MAP = {
    "SmallCNN": "first_conv",
    "DenseNet121": "conv5_block8_0_relu",
    "ResNet50V2": "conv5_block2_1_relu",
    "MobileNetV2": "block_15_expand_relu",
    "InceptionV3": "mixed8",
    "Xception": "block13_sepconv2_act",
    "VGG16": "block4_conv3",
    "EfficientNetB0": "block6a_expand_activation",
}


def small_cnn(size: int, activation: str | None) -> keras.Model:
    """Conv 8-16-32 with max-pooling (overlapping windows) and batch normalisation, dense 16-5."""
    layers = keras.layers
    image = y = keras.Input((size, size, 3))
    for width, name in ((8, "first_conv"), (16, "second_conv")):
        y = layers.Conv2D(width, 3, padding="same", activation="relu", name=name)(y)
        y = layers.BatchNormalization()(y)
        y = layers.MaxPooling2D(3, strides=2, padding="same")(y)
    y = layers.Conv2D(32, 3, padding="same", activation="relu", name="last_conv")(y)
    y = layers.Flatten()(layers.MaxPooling2D(2)(y))
    y = layers.Dense(16, activation="relu")(y)
    return keras.Model(image, layers.Dense(CLASSES, activation=activation)(y))


def smooth_images(count: int, size: int, rng: np.random.Generator) -> np.ndarray:
    """(count, size, size, 3) float32 about -1..1: shading of several scales, contrast."""
    images = np.zeros((count, size, size, 3))
    for cells in (2, 4, 8, size):
        coarse = rng.normal(size=(count, cells, cells, 3))
        images += np.asarray(tf.image.resize(coarse, (size, size))) / np.sqrt(cells)
    contrast = rng.uniform(0.3, 1.0, (count, 1, 1, 1))
    return (images * contrast + rng.normal(0, 0.3, (count, 1, 1, 1))).astype(np.float32)


def build(name: str, size: int, activation: str | None) -> keras.Model:
    """An untrained network with `CLASSES` outputs."""
    if name == "SmallCNN":
        return small_cnn(size, activation)
    make = getattr(keras.applications, name)
    options = {"weights": None, "input_shape": (size, size, 3), "classes": CLASSES}
    return make(**options, classifier_activation=activation)


def randomise(model: keras.Model, images: np.ndarray, rng: np.random.Generator) -> None:
    """Set batch-norm statistics from the images, disturbed, and scale the head (in place).

    Offsets are two to three and a half standard deviations either way, so that most channels are
    mostly open or mostly shut: of a million activations close to zero some would be within rounding
    of it, and float32 implementations that are all correct would then disagree on the gradient.
    """
    if not any(isinstance(a, keras.layers.BatchNormalization) for a in model.layers):
        _keep_variance(model, rng)
    original = keras.layers.BatchNormalization.call

    def calibrate(layer: keras.layers.Layer, inputs: tf.Tensor, **_: object) -> tf.Tensor:
        values = np.asarray(inputs)
        mean = values.mean((0, 1, 2))
        # The floor keeps normalisation from blowing tiny differences up until rounding decides.
        variance = values.var((0, 1, 2)) + 1e-3 * (values**2).mean() + 1e-3
        count = len(mean)
        scale = rng.uniform(0.7, 1.3, count) if layer.scale else np.ones(count)
        sign = np.where(rng.uniform(size=count) < 0.6, 1.0, -1.0)
        weights = [scale] if layer.scale else []
        weights += [scale * sign * rng.uniform(2.0, 3.5, count)] if layer.center else []
        weights.append(mean + rng.normal(0, 0.1, count) * np.sqrt(variance))
        weights.append(variance * rng.uniform(0.7, 1.4, count))
        layer.set_weights(weights)
        return original(layer, inputs, training=False)

    keras.layers.BatchNormalization.call = calibrate
    try:
        model(images, training=False)
    finally:
        keras.layers.BatchNormalization.call = original
    head = model.layers[-1]
    kernel, bias = head.get_weights()
    head.set_weights([rng.normal(size=kernel.shape) * 0.3, rng.normal(size=bias.shape)])


def _keep_variance(model: keras.Model, rng: np.random.Generator) -> None:
    """He et al.'s initialisation: without normalisation Keras' own lets the signal fade out."""
    for layer in model.layers:
        if layer.get_weights():
            kernel, bias = layer.get_weights()
            spread = np.sqrt(2.0 / np.prod(kernel.shape[:-1]))
            bias = rng.normal(size=bias.shape) * 0.1
            layer.set_weights([rng.normal(size=kernel.shape) * spread, bias])


def export(model: keras.Model) -> onnx.ModelProto:
    """The network as ONNX, softmax included."""
    shape = (None, *model.inputs[0].shape[1:])
    signature = [tf.TensorSpec(shape, tf.float32, name="input")]
    return tf2onnx.convert.from_keras(model, input_signature=signature, opset=17)[0]


def tape(model: keras.Model, layers: Sequence[str], images: np.ndarray) -> list[np.ndarray]:
    """Logits, the layers' activations, d logit/d image, d logit/d activations; channels first.

    Images do not touch one another, so the gradient of the logits' sum is that of each.
    """
    outputs = [*(model.get_layer(name).output for name in layers), model.output]
    several = keras.Model(model.inputs, outputs)
    x = tf.constant(images)
    with tf.GradientTape() as recorder:
        recorder.watch(x)
        *activations, logits = several(x, training=False)
        score = logits[:, INDEX]
    dx, *da = recorder.gradient(score, [x, *activations])
    return [
        np.asarray(logits),
        *(np.transpose(a, (0, 3, 1, 2)) for a in activations),
        np.asarray(dx),
        *(np.transpose(d, (0, 3, 1, 2)) for d in da),
    ]


def compare(name: str, size: int, image_count: int) -> dict[str, object]:
    """All figures of one network: relative errors, one per image in float32, and seconds."""
    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(1)
    images = smooth_images(image_count, size, rng)
    model = build(name, size, None)
    randomise(model, images, rng)
    complete = build(name, size, "softmax")
    complete.set_weights(model.get_weights())
    clock = _Clock()
    exported = export(complete)
    clock.stop("export")

    facts = GraphFacts(exported)
    score = find_score(facts)
    layers = list_layers(facts)
    keras_names = [INNER_MAP[name], LAST_MAP[name]]
    inner = [a.tensor for a in layers if f"/{keras_names[0]}_1/" in a.tensor][-1]
    maps = [inner, default_cam_layer(layers).tensor]
    wrt = [facts.input_name, *maps]
    graph = build_gradient_model(exported, score=score.logits, wrt=wrt, also=maps)
    clock.stop("build")
    names = [score.logits, *maps, *graph.gradients.values()]
    fast, plain = (numeric.session(graph.model, optimised=o) for o in (True, False))
    clock.stop("load")

    errors, changes = [], []
    theirs = tape(model, keras_names, images)
    for place, image in enumerate(images):
        feeds = {
            facts.input_name: image[None],
            graph.seed_input: np.eye(CLASSES, dtype="f4")[[INDEX]],
        }
        ours = fast.run(names, feeds)
        errors.append(_errors(ours, [value[place : place + 1] for value in theirs]))
        changes.append(max(_errors(plain.run(names, feeds), ours)))
    clock.stop("compare")
    total, logit = numeric.completeness_gap(exported, score.logits, images[:1], INDEX)
    clock.stop("completeness")
    wide = {facts.input_name: images[:1].astype("f8"), graph.seed_input: np.eye(CLASSES)[[INDEX]]}
    exact = numeric.run_in_double(graph.model, wide, names)
    x = wide[facts.input_name]
    return {
        "network": name,
        "size": size,
        "maps": maps,
        "logits_std": np.asarray(model(images)).std(axis=0).tolist(),
        **{k: [row[i] for row in errors] for i, k in enumerate(FIGURES)},
        "optimisation": changes,
        "completeness": abs(total - logit) / max(abs(logit), 1.0),
        **_double_figures(name, model, x, exact),
        "difference": _difference_error(exported, score.logits, x, exact[FIGURES.index("dx")]),
        "seconds": clock.seconds | {"double": clock.since()},
        "peak_gb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
    }


def _double_figures(
    name: str, model: keras.Model, image: np.ndarray, ours: list[np.ndarray]
) -> dict[str, object]:
    """Errors against Keras in float64."""
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    try:
        wide = build(name, image.shape[1], None)
        wide.set_weights(model.get_weights())
        # Layers without a name of their own are numbered through the process.
        places = [model.layers.index(model.get_layer(a[name])) for a in (INNER_MAP, LAST_MAP)]
        theirs = tape(wide, [wide.layers[p].name for p in places], image)
    finally:
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")
    return {"double": dict(zip(FIGURES, _errors(ours, theirs), strict=True))}


def _difference_error(
    model: onnx.ModelProto, score: str, image: np.ndarray, dx: np.ndarray
) -> float:
    """Relative error of dx along a random direction against central differences in float64.

    The best of three steps: a step that crosses a kink measures something else.
    """
    direction = np.random.default_rng(2).normal(size=image.shape)
    slope = float((dx * direction).sum())
    model = with_outputs(model, [score])
    name = GraphFacts(model).input_name

    def evaluate(x: np.ndarray) -> np.ndarray:
        return numeric.run_in_double(model, {name: x}, [score])[0][:, INDEX]

    steps = np.array([1e-6, 1e-7, 1e-8])
    aside = np.concatenate([steps, -steps]).reshape(-1, 1, 1, 1) * direction
    forward, backward = evaluate(image + aside).reshape(2, -1)
    measured = (forward - backward) / (2 * steps)
    return float((np.abs(measured - slope) / abs(slope)).min())


def _errors(ours: Sequence[np.ndarray], theirs: Sequence[np.ndarray]) -> list[float]:
    return [numeric.relative_error(a, b) for a, b in zip(ours, theirs, strict=True)]


class _Clock:
    """Seconds between stops."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def stop(self, what: str) -> None:
        self.seconds[what] = round(self.since(), 3)
        self._last = time.perf_counter()

    def since(self) -> float:
        return time.perf_counter() - self._last


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("networks", nargs="+", metavar="NETWORK:SIZE")
    parser.add_argument("--images", type=int, default=6)
    options = parser.parse_args()
    for asked in options.networks:
        name, size = asked.split(":")
        print(json.dumps(compare(name, int(size), options.images)), flush=True)
        keras.backend.clear_session()  # layers are numbered anew


if __name__ == "__main__":
    main()
