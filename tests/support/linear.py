"""A network whose score is a weighted sum of pixels (or of squares): maps are known by hand."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from engine.bundle.manifest import ClassInfo, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.explain.explanation import Explanation, Request
from engine.images.geometry import Affine
from engine.inference.model import Model, open_model
from engine.inference.target import find_target
from engine.progress import Step

BIAS = 0.25


def linear_onnx(
    weights: np.ndarray, power: int = 1, layout: str = "nchw", batch: str | int = "N"
) -> bytes:
    """(N, 1, H, W), or (N, H, W, 1), -> (N, C) sigmoids of logits.

    A logit is the sum over pixels of weights (C, H, W) x pixel^power, + BIAS.
    """
    classes, height, width = weights.shape
    shape = [batch, 1, height, width] if layout == "nchw" else [batch, height, width, 1]
    nodes = [
        helper.make_node("Flatten", ["input"], ["flat"], "flatten"),
        *(
            helper.make_node("Mul", ["flat" if n == 0 else f"p{n - 1}", "flat"], [f"p{n}"], f"m{n}")
            for n in range(power - 1)
        ),
        helper.make_node(
            "Gemm",
            ["flat" if power == 1 else f"p{power - 2}", "head", "bias"],
            ["logit"],
            "dense",
        ),
        helper.make_node("Sigmoid", ["logit"], ["probability"], "sigmoid"),
    ]
    stored = {
        "head": weights.reshape(classes, -1).T.astype(np.float32),
        "bias": np.full(classes, BIAS, np.float32),
    }
    graph = helper.make_graph(
        nodes,
        "linear",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("probability", TensorProto.FLOAT, [batch, classes])],
        [numpy_helper.from_array(value, name) for name, value in stored.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def linear_model(
    folder: Path,
    weights: np.ndarray,
    *,
    power: int = 1,
    layout: str = "nchw",
    batch: str | int = "N",
    **recipe: object,
) -> Model:
    """An open model with that score; (C, H, W) weights, classes "a", "b", ... ."""
    classes, height, width = weights.shape
    made = Recipe(height=height, width=width, layout=layout, **recipe)
    manifest = Manifest(
        id="linear-1",
        name="Linear",
        version="1",
        task="multilabel",
        classes=tuple(
            ClassInfo(chr(ord("a") + n), "", OperatingPoint(0.5)) for n in range(classes)
        ),
        activation="sigmoid",
        recipe=made,
    )
    picture = np.full(made.input_shape(), 0.5, np.float32)
    logit = weights.reshape(classes, -1).sum(axis=1) * 0.5**power + BIAS
    write_bundle(
        folder,
        manifest,
        model=linear_onnx(weights, power, layout, batch),
        selftest_input=picture,
        selftest_output=1.0 / (1.0 + np.exp(-logit[None])),
        card="",
    )
    return open_model(read_bundle(folder), wants_gpu=False)


def ask(model: Model, picture: np.ndarray, *, against: str | None = None, **options) -> Request:
    """A request for class "a" on an (H, W) picture in [0, 1]; `seed` may be among the options."""
    seed = options.pop("seed", 0)
    recipe = model.manifest.recipe
    return Request(
        model=model,
        tensor=recipe.tensor_from(picture.astype(np.float32)),
        to_image=Affine(),
        target=find_target(model.manifest, "a"),
        options=options,
        seed=seed,
        against=None if against is None else find_target(model.manifest, against),
    )


def steps_of(method: object, request: Request) -> list[Step]:
    """All steps of an explanation."""
    return list(method.run(request))


def explain(method: object, request: Request) -> Explanation:
    """The finished explanation."""
    return steps_of(method, request)[-1].result
