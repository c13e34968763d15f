"""Published Keras files, exported in two ways, against GradientTape; prints one JSON line each.

``python -m tests.support.keras_files_parity FILE...``

Each file is loaded without running code of its own, exported by tf2onnx and by Keras' own
``Model.export``, and differentiated by the image. GradientTape gives d p/d image of the published
network, sigmoid included; divided by p (1 - p) that is the gradient of the logit.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import keras
import numpy as np
import onnx
import tensorflow as tf
import tf2onnx

from engine.autodiff.build import build_gradient_model
from engine.graph.facts import GraphFacts
from engine.graph.layers import default_cam_layer, list_layers
from engine.graph.score import find_score
from tests.support import numeric


def by_tf2onnx(model: keras.Model) -> onnx.ModelProto:
    """Export through a traced function."""
    shape = (None, *model.inputs[0].shape[1:])
    call = tf.function(lambda x: model(x, training=False))
    signature = [tf.TensorSpec(shape, tf.float32, name="input")]
    return tf2onnx.convert.from_function(call, input_signature=signature, opset=17)[0]


def by_keras(model: keras.Model) -> onnx.ModelProto:
    """Export by Keras itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        model.export(str(path), format="onnx", verbose=False)
        return onnx.load(path)


EXPORTERS: dict[str, Callable[[keras.Model], onnx.ModelProto]] = {
    "tf2onnx": by_tf2onnx,
    "keras": by_keras,
}


def images(count: int, shape: tuple[int, int, int]) -> np.ndarray:
    """(count, H, W, C) float32 about 0..1: smooth shading and a little noise."""
    rng = np.random.default_rng(0)
    coarse = rng.uniform(size=(count, 10, 10, shape[2]))
    smooth = np.asarray(tf.image.resize(coarse, shape[:2]))
    return (smooth + rng.normal(0.0, 0.02, smooth.shape)).astype(np.float32)


def slope_of_logit(model: keras.Model, image: np.ndarray) -> np.ndarray:
    """Gradient of the logit behind sigmoid output 0 by the image, by GradientTape; float64."""
    x = tf.constant(image)
    with tf.GradientTape() as tape:
        tape.watch(x)
        probability = model(x, training=False)[:, 0]
    p = float(probability[0])
    return np.asarray(tape.gradient(probability, x)).astype(np.float64) / (p * (1.0 - p))


def compare(path: Path, count: int = 3) -> list[dict[str, object]]:
    """One row of figures for each exporter."""
    model = keras.models.load_model(path, compile=False, safe_mode=True)
    sample = images(count, model.inputs[0].shape[1:])
    truths = [slope_of_logit(model, sample[i : i + 1]) for i in range(count)]
    rows = []
    for exporter, export in EXPORTERS.items():
        exported = export(model)
        facts = GraphFacts(exported)
        score = find_score(facts)
        layer = default_cam_layer(list_layers(facts))
        wrt = [facts.input_name, layer.tensor]
        graph = build_gradient_model(exported, score=score.logits, wrt=wrt)
        session = numeric.session(graph.model)
        seed = numeric.one_hot((1, score.class_count), 0)
        errors = []
        for i, truth in enumerate(truths):
            feeds = {facts.input_name: sample[i : i + 1], graph.seed_input: seed}
            (dx,) = session.run([graph.gradients[facts.input_name]], feeds)
            errors.append(numeric.relative_error(dx, truth))
        rows.append(
            {
                "file": path.name,
                "exporter": exporter,
                "activation": score.activation,
                "classes": score.class_count,
                "layer": layer.name,
                "dx": errors,
            }
        )
    return rows


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        for row in compare(path):
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
