"""Fixed batches set free: several images at once give what they give one by one."""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
import pytest
from onnx import helper

from engine.graph.cut import with_dynamic_batch
from engine.graph.facts import GraphFacts
from tests.support import numeric
from tests.support.models import model_of

node = helper.make_node
RNG = np.random.default_rng(0)
X = RNG.normal(size=(3, 4, 4, 4)).astype(np.float32)


def ints(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def network(
    nodes: Sequence[onnx.NodeProto],
    shape: Sequence[int],
    stored: Mapping[str, np.ndarray],
    opset: int = 17,
) -> onnx.ModelProto:
    return model_of(list(nodes), {"x": (1, 4, 4, 4)}, {"y": shape}, dict(stored), opset=opset)


CASES = {
    "reshape": network([node("Reshape", ["x", "to"], ["y"])], (1, 64), {"to": ints(1, 64)}),
    "reshape that allows zeros": network(
        [node("Reshape", ["x", "to"], ["y"], allowzero=1)], (1, 64), {"to": ints(1, 64)}
    ),
    "reshape with a size to work out": network(
        [node("Reshape", ["x", "to"], ["y"])], (1, 8, 8), {"to": ints(1, 8, -1)}
    ),
    "windows folded into the batch and back": network(
        [
            node("Reshape", ["x", "fold"], ["windows"]),
            node("Softmax", ["windows"], ["weights"], axis=-1),
            node("Reshape", ["weights", "open"], ["opened"]),
            node("Add", ["opened", "bias"], ["biased"]),
            node("Reshape", ["biased", "whole"], ["y"]),
        ],
        (1, 4, 4, 4),
        {
            "fold": ints(4, 2, 8),
            "open": ints(1, 4, 2, 8),
            "bias": RNG.normal(size=(4, 2, 8)).astype(np.float32),
            "whole": ints(1, 4, 4, 4),
        },
    ),
    "batch moved behind and back": network(
        [
            node("Transpose", ["x"], ["t"], perm=[1, 0, 2, 3]),
            node("Reshape", ["t", "flat"], ["f"]),
            node("Transpose", ["f"], ["y"], perm=[1, 0, 2]),
        ],
        (1, 4, 16),
        {"flat": ints(4, 1, 16)},
    ),
    "class token": network(
        [
            node("Reshape", ["x", "tokens"], ["t"]),
            node("Expand", ["token", "one"], ["first"]),
            node("Concat", ["first", "t"], ["y"], axis=1),
        ],
        (1, 5, 16),
        {
            "tokens": ints(1, 4, 16),
            "one": ints(1, 1, 16),
            "token": RNG.normal(size=(1, 1, 16)).astype(np.float32),
        },
    ),
    "expand": network(
        [
            node("GlobalAveragePool", ["x"], ["mean"]),
            node("Expand", ["mean", "to"], ["y"]),
        ],
        (1, 4, 4, 4),
        {"to": ints(1, 4, 4, 4)},
    ),
    "resize to sizes": network(
        [node("Resize", ["x", "", "", "sizes"], ["y"], mode="nearest")],
        (1, 4, 8, 8),
        {"sizes": ints(1, 4, 8, 8)},
    ),
    "old operator set": network(
        [node("Reshape", ["x", "to"], ["y"])], (1, 64), {"to": ints(1, 64)}, opset=11
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_images_together_give_what_they_give_one_by_one(name: str) -> None:
    model = CASES[name]

    freed, reason = with_dynamic_batch(model)

    assert reason == ""
    assert GraphFacts(freed).shape("x") == ("batch", 4, 4, 4)
    onnx.checker.check_model(freed)
    (together,) = numeric.run(freed, {"x": X}, ["y"])
    apart = [numeric.run(model, {"x": X[i : i + 1]}, ["y"])[0] for i in range(len(X))]
    np.testing.assert_allclose(together, np.concatenate(apart), rtol=1e-6)


@pytest.mark.parametrize(
    ("nodes", "stored", "why"),
    [
        (
            [
                node("Transpose", ["x"], ["t"], perm=[1, 0, 2, 3]),
                node("Reshape", ["t", "to"], ["f"]),
                node("Reshape", ["f", "back"], ["y"]),
            ],
            {"to": ints(4, 16), "back": ints(1, 64)},
            "between other axes",
        ),
        (
            [
                node("Gather", ["x", "first"], ["one"], axis=0),
                node("Reshape", ["one", "to"], ["y"]),
            ],
            {"first": ints(0), "to": ints(1, 64)},
            "keeps the fixed shape",
        ),
    ],
    ids=["inner axis", "first image only"],
)
def test_what_cannot_be_freed_stays_and_says_why(
    nodes: list[onnx.NodeProto], stored: dict[str, np.ndarray], why: str
) -> None:
    model = network(nodes, (1, 64), stored)

    kept, reason = with_dynamic_batch(model)

    assert kept is model
    assert why in reason
