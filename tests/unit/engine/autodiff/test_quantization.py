"""The straight-through estimator, against its definition."""

import numpy as np
from onnx import helper

from engine.autodiff.build import build_gradient_model
from tests.support import numeric
from tests.support.models import model_of


def test_gradient_passes_inside_the_integer_range_and_stops_outside() -> None:
    # Scale 0.5, zero point 10, unsigned 8 bit: representable from -5 to 122.5.
    node = helper.make_node
    stored = {"s": np.array(0.5, np.float32), "z": np.array(10, np.uint8)}
    model = model_of(
        [
            node("QuantizeLinear", ["x", "s", "z"], ["q"]),
            node("DequantizeLinear", ["q", "s", "z"], ["y"]),
        ],
        {"x": ("N", 6)},
        {"y": ("N", 6)},
        stored,
    )
    graph = build_gradient_model(model, score="y", wrt=["x"])
    x = np.array([[-6, -5.2, 0.3, 100, 122.6, 123]], np.float32)

    (found,) = numeric.run(
        graph.model,
        {"x": x, graph.seed_input: np.full((1, 6), 3, np.float32)},
        [graph.gradients["x"]],
    )

    np.testing.assert_array_equal(found, [[0, 3, 3, 3, 3, 0]])
    assert graph.notes == ("straight-through through 1 QuantizeLinear nodes",)


def test_scales_along_an_axis_are_followed() -> None:
    node = helper.make_node
    stored = {"s": np.array([0.5, 0.25], np.float32), "z": np.array([0, 0], np.int8)}
    model = model_of(
        [
            node("QuantizeLinear", ["x", "s", "z"], ["q"], axis=1),
            node("DequantizeLinear", ["q", "s", "z"], ["y"], axis=1),
        ],
        {"x": ("N", 2, 2)},
        {"y": ("N", 2, 2)},
        stored,
    )
    graph = build_gradient_model(model, score="y", wrt=["x"])
    x = np.array([[[40, 70], [30, 40]]], np.float32)  # limits 63.5 and 31.75
    seed = np.ones((1, 2, 2), np.float32)

    (found,) = numeric.run(graph.model, {"x": x, graph.seed_input: seed}, [graph.gradients["x"]])

    np.testing.assert_array_equal(found, [[[1, 0], [1, 0]]])
