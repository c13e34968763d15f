"""Networks as games: superpixels are players, the exact values can be enumerated."""

from collections.abc import Callable
from itertools import combinations
from math import comb
from pathlib import Path

import numpy as np
from onnx import helper

from engine.bundle.manifest import ClassInfo, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.explain.baselines import BASELINES, input_picture
from engine.explain.explanation import Explanation, Request
from engine.inference.model import Model, open_model
from engine.inference.target import find_target
from tests.support.models import model_of

SIZE = 12


def absent_picture(request: Request, name: str) -> np.ndarray:
    """(H, W) what a baseline of that name looks like for the request's picture."""
    return BASELINES[name](input_picture(request.model.manifest.recipe, request.tensor))


def linear_weights(size: int = SIZE) -> np.ndarray:
    """(size, size) the pixel weights of the additive network."""
    return np.random.default_rng(8).normal(size=(size, size)).astype(np.float32)


def open_additive(folder: Path, size: int = SIZE, weights: np.ndarray | None = None) -> Model:
    """The logit is the weighted sum of the pixels: an additive game."""
    chosen = linear_weights(size) if weights is None else weights.astype(np.float32)
    stored = {"w": chosen.reshape(-1, 1), "b": np.array([0.3], np.float32)}
    nodes = [helper.make_node("Gemm", ["flat", "w", "b"], ["logit"], "dense")]
    return _opened(folder, nodes, stored, size, bend=np.asarray)


def open_entangled(folder: Path, size: int = SIZE) -> Model:
    """Hidden tanh neurons over the whole picture: every superpixel acts on every other."""
    rng = np.random.default_rng(21)
    stored = {
        "w": (rng.normal(size=(size * size, 8)) * 0.25).astype(np.float32),
        "b": rng.normal(size=8).astype(np.float32),
        "v": (rng.normal(size=(8, 1)) * 3).astype(np.float32),
    }
    nodes = [
        helper.make_node("Gemm", ["flat", "w", "b"], ["hidden"], "hidden"),
        helper.make_node("Tanh", ["hidden"], ["bent"], "tanh"),
        helper.make_node("MatMul", ["bent", "v"], ["logit"], "out"),
    ]
    return _opened(folder, nodes, stored, size)


def open_pairwise(folder: Path) -> Model:
    """The logit is the square of a weighted sum: superpixels act on each other in pairs only."""
    rng = np.random.default_rng(17)
    stored = {
        "w": (rng.normal(size=(SIZE * SIZE, 1)) * 0.5).astype(np.float32),
        "b": np.array([0.2], np.float32),
    }
    nodes = [
        helper.make_node("Gemm", ["flat", "w", "b"], ["sum"], "sum"),
        helper.make_node("Mul", ["sum", "sum"], ["logit"], "square"),
    ]
    return _opened(folder, nodes, stored, SIZE, bend=np.square)


def ask(model: Model, grey: np.ndarray, **changes) -> Request:
    """A request about the only neuron's class."""
    made = model.manifest.recipe.apply_grey(grey.astype(np.float32))
    target = find_target(model.manifest, "yes")
    return Request(model, made.tensor, made.to_image, target, **changes)


def score_of_shown(request: Request, shown: np.ndarray, absent: np.ndarray) -> np.ndarray:
    """(N,) logits of the input with the pixels that are not shown, (N, H, W), set to `absent`."""
    inputs = np.where(shown[:, None], request.tensor, absent[None, None].astype(np.float32))
    return request.model.scores(inputs)[0][:, 0].astype(np.float64)


def exact_shapley(request: Request, found: Explanation, absent: np.ndarray) -> np.ndarray:
    """(M,) Shapley values of the superpixels by enumeration of all coalitions."""
    players = int(found.regions.max()) + 1
    members = [c for size in range(players + 1) for c in combinations(range(players), size)]
    shown = np.array([np.isin(found.regions, c) for c in members])
    worth = dict(zip(members, score_of_shown(request, shown, absent), strict=True))
    values = np.zeros(players)
    for coalition in members:
        for player in set(range(players)) - set(coalition):
            size = len(coalition)
            gain = worth[tuple(sorted((*coalition, player)))] - worth[coalition]
            values[player] += gain / (players * comb(players - 1, size))
    return values


def values_by_region(found: Explanation) -> np.ndarray:
    """(M,) the map's value at each superpixel; a superpixel must have one value."""
    players = int(found.regions.max()) + 1
    values = [np.unique(found.map[found.regions == player]) for player in range(players)]
    assert all(len(value) == 1 for value in values)
    return np.array(values, np.float64)[:, 0]


def _opened(
    folder: Path, nodes: list, stored: dict[str, np.ndarray], size: int, bend: Callable = np.tanh
) -> Model:
    nodes = [
        helper.make_node("Flatten", ["x"], ["flat"], "flatten"),
        *nodes,
        helper.make_node("Sigmoid", ["logit"], ["probability"], "sigmoid"),
    ]
    graph = model_of(nodes, {"x": ("N", 1, size, size)}, {"probability": ("N", 1)}, stored)
    manifest = Manifest(
        id="game-1",
        name="Game",
        version="1",
        task="binary",
        classes=(ClassInfo("yes", "", OperatingPoint(0.5)),),
        complement="no",
        activation="sigmoid",
        recipe=Recipe(height=size, width=size, layout="nchw", fit="letterbox"),
    )
    picture = np.random.default_rng(1).random((1, 1, size, size)).astype(np.float32)
    hidden = picture.reshape(1, -1) @ stored["w"] + stored["b"]
    logit = bend(hidden) @ stored.get("v", np.ones((1, 1)))
    write_bundle(
        folder,
        manifest,
        model=graph.SerializeToString(),
        selftest_input=picture,
        selftest_output=1.0 / (1.0 + np.exp(-logit)),
        card="",
    )
    return open_model(read_bundle(folder), wants_gpu=False, threads=1)
