"""A small network that looks for a bright dot, as a bundle: where it looks is known beforehand.

Class "dot" speaks for bright places, "dark" for dark ones, "mixed" for both with random weights.
"""

from pathlib import Path

import numpy as np
from onnx import helper, numpy_helper

from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.inference.model import Model, open_model
from tests.support.models import model_of

SIZE = 32
CLASSES = ("dot", "dark", "mixed")


def open_dot_model(folder: Path) -> Model:
    """Writes the bundle and opens it on the CPU with one thread."""
    graph = _network()
    picture = dot_picture((SIZE, SIZE), (10, 20))[None, None]
    manifest = Manifest(
        id="dot-1",
        name="Dot",
        version="1",
        task="multiclass",
        classes=tuple(ClassInfo(name, "", None) for name in CLASSES),
        complement=None,
        activation="softmax",
        recipe=Recipe(height=SIZE, width=SIZE, layout="nchw", fit="letterbox"),
    )
    write_bundle(
        folder,
        manifest,
        model=graph.SerializeToString(),
        selftest_input=picture,
        selftest_output=_softmax(_forward(graph, picture)),
        card="",
    )
    return open_model(read_bundle(folder), wants_gpu=False, threads=1)


def dot_picture(size_hw: tuple[int, int], centre: tuple[int, int]) -> np.ndarray:
    """(h, w) float32: a bright soft dot, a fifth of the longer side wide, on near black."""
    rows, columns = np.indices(size_hw)
    distance = np.hypot(rows - centre[0], columns - centre[1])
    radius = 0.1 * max(size_hw)
    edge = np.clip((1.5 * radius - distance) / radius, 0.0, 1.0)
    return (0.05 + 0.9 * edge).astype(np.float32)


def _network():
    rng = np.random.default_rng(5)
    node = helper.make_node
    first = np.zeros((4, 1, 3, 3), np.float32)
    first[0] = 1 / 9  # bright on average
    first[1, 0, 1, 1] = 1.0  # bright here
    first[2] = -1 / 9  # dark on average
    first[3] = rng.normal(size=(1, 3, 3)) * 0.3
    second = (rng.normal(size=(4, 4, 3, 3)) * 0.02).astype(np.float32)
    second[range(4), range(4), 1, 1] = 1.0
    stored = {
        "w1": first,
        "b1": np.array([-0.4, -0.5, 0.3, 0.0], np.float32),
        "w2": second,
        "b2": np.array([-0.02, -0.02, -0.02, 0.0], np.float32),
        "w3": np.array(
            [[30, -3, 8], [40, -5, -6], [-1, 9, 5], [2, 2, -9]], np.float32
        ),
        "b3": np.array([-0.5, 0.1, 0.2], np.float32),
    }  # fmt: skip
    same = {"pads": [1, 1, 1, 1]}
    nodes = [
        node("Conv", ["x", "w1", "b1"], ["c1"], name="conv1", **same),
        node("Relu", ["c1"], ["r1"], name="relu1"),
        node("MaxPool", ["r1"], ["p1"], name="pool1", kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", ["p1", "w2", "b2"], ["c2"], name="conv2", **same),
        node("Relu", ["c2"], ["r2"], name="relu2"),
        node("GlobalAveragePool", ["r2"], ["g"], name="gap"),
        node("Flatten", ["g"], ["f"], name="flatten"),
        node("Gemm", ["f", "w3", "b3"], ["logits"], name="dense"),
        node("Softmax", ["logits"], ["probabilities"], name="softmax"),
    ]
    return model_of(
        nodes, {"x": ("N", 1, SIZE, SIZE)}, {"probabilities": ("N", len(CLASSES))}, stored
    )


def _forward(graph, picture: np.ndarray) -> np.ndarray:
    """(1, C) logits from the definition of the layers, in float64."""
    stored = {i.name: numpy_helper.to_array(i).astype(np.float64) for i in graph.graph.initializer}
    maps = np.maximum(_convolved(picture.astype(np.float64), stored["w1"], stored["b1"]), 0)
    half = maps.shape[-1] // 2
    maps = maps.reshape(1, -1, half, 2, half, 2).max(axis=(3, 5))
    maps = np.maximum(_convolved(maps, stored["w2"], stored["b2"]), 0)
    return maps.mean(axis=(2, 3)) @ stored["w3"] + stored["b3"]


def _convolved(x: np.ndarray, weights: np.ndarray, bias: np.ndarray) -> np.ndarray:
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    views = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", views, weights) + bias[None, :, None, None]


def _softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return (shifted / shifted.sum(axis=1, keepdims=True)).astype(np.float32)
