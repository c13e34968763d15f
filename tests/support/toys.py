"""Any small ONNX graph as an open model, and small networks whose gradients are known by hand."""

from pathlib import Path

import numpy as np
from onnx import ModelProto, helper
from onnx.reference import ReferenceEvaluator

from engine.bundle.manifest import ClassInfo, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.explain.explanation import Explanation, Request
from engine.images.geometry import Affine
from engine.inference.model import Model, open_model
from engine.inference.target import find_target
from engine.progress import finish
from tests.support.models import model_of

node = helper.make_node


def open_toy(folder: Path, graph: ModelProto, **recipe: object) -> Model:
    """The graph as a bundle with classes "a", "b" ...; its input is (N, C, H, W), C 1 or 3."""
    inputs, outputs = graph.graph.input[0], graph.graph.output[0]
    channels, height, width = (d.dim_value for d in inputs.type.tensor_type.shape.dim[1:])
    count = outputs.type.tensor_type.shape.dim[1].dim_value
    is_softmax = graph.graph.node[-1].op_type == "Softmax"
    manifest = Manifest(
        id="toy-1",
        name="Toy",
        version="1",
        task="multiclass" if is_softmax else "multilabel",
        classes=tuple(ClassInfo(chr(ord("a") + n), "", OperatingPoint(0.5)) for n in range(count)),
        activation="softmax" if is_softmax else "sigmoid",
        recipe=Recipe(
            **({"height": height, "width": width, "channels": channels, "layout": "nchw"} | recipe)
        ),
    )
    picture = np.linspace(0, 1, channels * height * width, dtype=np.float32)
    picture = picture.reshape(1, channels, height, width)
    (expected,) = ReferenceEvaluator(graph).run(None, {inputs.name: picture})
    write_bundle(
        folder,
        manifest,
        model=graph.SerializeToString(),
        selftest_input=picture,
        selftest_output=np.asarray(expected, np.float32),
        card="",
    )
    return open_model(read_bundle(folder), wants_gpu=False, threads=1)


def request_for(
    model: Model,
    tensor: np.ndarray,
    *,
    target: str = "a",
    against: str | None = None,
    layer: str | None = None,
    seed: int = 0,
    **options: object,
) -> Request:
    """A question about one (C, H, W) network input."""
    return Request(
        model=model,
        tensor=tensor[None].astype(np.float32),
        to_image=Affine(),
        target=find_target(model.manifest, target),
        layer=layer,
        options=options,
        seed=seed,
        against=None if against is None else find_target(model.manifest, against),
    )


def explain(method: object, *asked: object, **how: object) -> Explanation:
    """The finished explanation of `request_for` with the same arguments."""
    return finish(method.run(request_for(*asked, **how)))


def linear_net(weights: np.ndarray, bias: float = 0.0) -> ModelProto:
    """(N, C, H, W) -> (N, K) for weights (K, C, H, W): the gradient is the row of the class."""
    stored = {
        "w": weights.reshape(len(weights), -1).T.astype(np.float32),
        "b": np.full(len(weights), bias, np.float32),
    }
    nodes = [node("Flatten", ["x"], ["flat"]), node("Gemm", ["flat", "w", "b"], ["logits"])]
    return _net(nodes, weights.shape, stored)


def quadratic_net(hessian: np.ndarray, slope: np.ndarray, size: tuple[int, int]) -> ModelProto:
    """Score x' H x / 2 + b' x for symmetric H (D, D) and b (D,): the gradient is H x + b."""
    nodes = [
        node("Flatten", ["x"], ["flat"]),
        node("MatMul", ["flat", "h"], ["bent"]),
        node("Mul", ["flat", "bent"], ["terms"]),
        node("MatMul", ["terms", "halves"], ["square"]),
        node("MatMul", ["flat", "b"], ["line"]),
        node("Add", ["square", "line"], ["logits"]),
    ]
    stored = {
        "h": hessian.astype(np.float32),
        "b": slope.reshape(-1, 1).astype(np.float32),
        "halves": np.full((slope.size, 1), 0.5, np.float32),
    }
    return _net(nodes, (1, 1, *size), stored)


def relu_net(seed: int = 7, *, has_bias: bool, classes: int = 2) -> ModelProto:
    """Conv-Relu-MaxPool-Conv-Relu-GAP-Gemm on (N, 1, 8, 8); "r1" and "r2" are its layers."""
    rng = np.random.default_rng(seed)
    same = {"pads": [1, 1, 1, 1]}
    shapes = {"w1": (4, 1, 3, 3), "w2": (5, 4, 3, 3), "w3": (5, classes)}
    stored = {name: rng.normal(size=shape) * 0.6 for name, shape in shapes.items()}
    scale = 0.3 if has_bias else 0.0
    stored |= {f"b{n}": rng.normal(size=k) * scale for n, k in ((1, 4), (2, 5), (3, classes))}
    nodes = [
        node("Conv", ["x", "w1", "b1"], ["c1"], name="conv1", **same),
        node("Relu", ["c1"], ["r1"], name="relu1"),
        node("MaxPool", ["r1"], ["p1"], name="pool1", kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", ["p1", "w2", "b2"], ["c2"], name="conv2", **same),
        node("Relu", ["c2"], ["r2"], name="relu2"),
        node("GlobalAveragePool", ["r2"], ["g"], name="gap"),
        node("Flatten", ["g"], ["f"], name="flatten"),
        node("Gemm", ["f", "w3", "b3"], ["logits"], name="dense"),
    ]
    floats = {name: value.astype(np.float32) for name, value in stored.items()}
    return _net(nodes, (classes, 1, 8, 8), floats)


def pair_net(nodes: list, stored: dict[str, np.ndarray]) -> ModelProto:
    """Of two pixels: the given nodes between "flat" (N, 2) and "logits" (N, 1)."""
    return _net([node("Flatten", ["x"], ["flat"]), *nodes], (1, 1, 1, 2), stored)


def _net(nodes: list, shape: tuple[int, ...], stored: dict[str, np.ndarray]) -> ModelProto:
    classes, channels, height, width = shape
    return model_of(
        nodes, {"x": ("N", channels, height, width)}, {"logits": ("N", classes)}, stored
    )
