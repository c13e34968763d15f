"""Shapes that ONNX does not infer, or infers wrongly, against what the runtime computes."""

import numpy as np
import pytest
from onnx import helper

from engine.graph.facts import GraphFacts
from tests.support import numeric
from tests.support.models import model_of


@pytest.mark.parametrize("opset", [11, 17, 22])
@pytest.mark.parametrize("op", ["MaxPool", "AveragePool"])
def test_no_window_starts_behind_the_data(op: str, opset: int) -> None:
    # 5 places and 1 of padding before: the windows at -1, 1, 3 start in time, that at 5 does not.
    node = helper.make_node
    attrs = {"kernel_shape": [2], "strides": [2], "pads": [1, 1], "ceil_mode": 1}
    model = model_of(
        [
            node(op, ["x"], ["p"], **attrs),
            node("Relu", ["p"], ["r"]),
            node(op, ["r"], ["y"], **attrs),
        ],
        {"x": ("N", 1, 5)},
        {"y": None},
        opset=opset,
    )

    facts = GraphFacts(model)

    (y,) = numeric.run(model, {"x": np.zeros((1, 1, 5), np.float32)}, ["y"])
    assert facts.shape("p") == facts.shape("r") == ("N", 1, 3)
    assert facts.shape("y") == ("N", *y.shape[1:])
    assert y.shape == (1, 1, 2)
