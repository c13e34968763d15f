"""Whole-model ``.h5`` files as Keras 2 wrote them, each converted; prints one JSON line per file.

``python -m tests.support.keras2_files FOLDER``: everything in one process, for TensorFlow takes
longer to load than all of these networks to convert.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import h5py
import numpy as np
import tf_keras

from engine.bundle.answers import Answers
from engine.errors import WhyRayError
from tests.support.keras2_names import BYTES
from training.export.conversion_child import converted

L = tf_keras.layers


def _spread(model: Any, greatest: float = 1.0) -> Any:
    """Random biases, and normalisations that know some pictures, so that outputs differ."""
    rng = np.random.default_rng(0)
    for variable in model.variables:
        if "gamma" in variable.name:
            variable.assign(rng.uniform(0.8, 1.2, variable.shape))
        elif "bias" in variable.name or "beta" in variable.name:
            variable.assign(rng.normal(0.0, 0.1, variable.shape))
    for layer in model._flatten_layers():
        if isinstance(layer, L.BatchNormalization):
            layer.momentum = 0.0
    brightness = greatest * np.linspace(0.2, 1.0, 96).reshape(96, 1, 1, 1)
    model(rng.random((96, *model.inputs[0].shape[1:])) * brightness, training=True)
    for layer in model._flatten_layers():
        if isinstance(layer, L.BatchNormalization):  # no channel's rounding is blown up
            spread = layer.moving_variance.numpy()
            layer.moving_variance.assign(np.maximum(spread, spread.mean()))
    return model


def _convolutional(head: list[Any], *before: Any, greatest: float = 1.0) -> Any:
    layers = [
        tf_keras.Input((32, 32, 1)),
        *before,
        L.Conv2D(6, 3, padding="same", name="conv"),
        L.BatchNormalization(name="norm"),
        L.Activation("relu", name="relu"),
        L.MaxPooling2D(name="pool"),
        L.Flatten(),
        L.Dropout(0.3),
    ]
    return _spread(tf_keras.Sequential([*layers, *head]), greatest)


def _base() -> Any:
    return tf_keras.applications.MobileNetV2(
        input_shape=(32, 32, 3), alpha=0.35, include_top=False, weights=None
    )


def _nested() -> Any:
    layers = [_base(), L.GlobalAveragePooling2D(), L.Dense(3, activation="softmax")]
    return _spread(tf_keras.Sequential(layers))


def _functional() -> Any:
    base = _base()
    pooled = L.GlobalAveragePooling2D()(base.output)
    return _spread(tf_keras.Model(base.input, L.Dense(1, activation="sigmoid")(pooled)))


def _preprocessed() -> Any:
    picture = tf_keras.Input((32, 32, 3))
    scaled = tf_keras.applications.mobilenet_v2.preprocess_input(picture)
    base = _base()
    pooled = L.GlobalAveragePooling2D()(base(scaled))
    return _spread(tf_keras.Model(picture, L.Dense(1, activation="sigmoid")(pooled)), 255.0)


def _compiled() -> Any:
    model = _convolutional([L.Dense(1, activation="sigmoid")])
    model.compile(tf_keras.optimizers.legacy.Adam(1e-3), "mse", metrics=["mae"])
    model.fit(np.zeros((2, 32, 32, 1)), np.zeros((2, 1)), verbose=0)
    return model


def _two_inputs() -> Any:
    a, b = tf_keras.Input((8, 8, 1)), tf_keras.Input((8, 8, 1))
    return tf_keras.Model([a, b], L.Dense(1, activation="sigmoid")(L.Flatten()(a + b)))


def _one() -> list[Any]:
    return [L.Dense(1, activation="sigmoid")]


class Own(L.Layer):
    """A layer that no other program knows."""

    def call(self, inputs: Any) -> Any:
        return inputs * 2.0


WORKING: dict[str, Callable[[], Any]] = {
    "sequential": lambda: _convolutional(_one()),
    "compiled-legacy-adam": _compiled,
    "two-softmax": lambda: _convolutional([L.Dense(2, activation="softmax")]),
    "two-sigmoids": lambda: _convolutional([L.Dense(2, activation="sigmoid")]),
    "lone-logit": lambda: _convolutional([L.Dense(1)]),
    "softmax-layer": lambda: _convolutional([L.Dense(4), L.Softmax()]),
    "augmentation": lambda: _convolutional(_one(), L.RandomFlip(), L.RandomRotation(0.1)),
    "rescaling": lambda: _convolutional(
        _one(), L.Rescaling(1 / 127.5, offset=-1.0), greatest=255.0
    ),
    "functional": _functional,
    "nested": _nested,
    "preprocess-input": _preprocessed,
}
REFUSED: dict[str, Callable[[], Any]] = {
    "lambda": lambda: _convolutional(_one(), L.Lambda(lambda x: x / 255.0, name="by_255")),
    "own-layer": lambda: _convolutional(_one(), Own(name="doubling")),
    "tanh": lambda: _convolutional([L.Dense(1, activation="tanh")]),
    "two-inputs": _two_inputs,
    "three-logits": lambda: _convolutional([L.Dense(3)]),
}


def _files(folder: Path) -> Iterator[Path]:
    for name, make in (WORKING | REFUSED).items():
        path = folder / f"{name}.h5"
        tf_keras.utils.set_random_seed(3)
        make().save(path)
        yield path
    yield _writes_a_file(folder)
    path = folder / "weights-alone.h5"
    _convolutional(_one()).save_weights(path)
    yield path


def _writes_a_file(folder: Path) -> Path:
    """A file whose configuration names a TensorFlow function that is no computation."""
    path = folder / "function-that-writes.h5"
    _preprocessed().save(path)
    with h5py.File(path, "r+") as file:
        text = file.attrs["model_config"]
        file.attrs["model_config"] = text.replace("math.truediv", "io.write_file")
    return path


def _row(path: Path) -> dict[str, Any]:
    answers = Answers(classes="numbered", scaling="byte" if path.stem in BYTES else "unit")
    try:
        _, facts = converted(path, answers, None, path.parent)
    except WhyRayError as error:
        return {"file": path.stem, "error": error.as_json()}
    names = [layer["name"] for layer in facts["layers"]]
    keys = ("activation", "parity", "reader", "classes", "recipe")
    return {"file": path.stem, "layers": names} | {key: facts[key] for key in keys}


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for file in _files(target):
        print(json.dumps(_row(file)), flush=True)
