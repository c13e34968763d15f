"""What stands in for operators of ONNX's reference evaluator gives what they give."""

import numpy as np
import pytest
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

from tests.support.double_operators import DOUBLE_OPERATORS


@pytest.mark.parametrize(
    ("shape", "weights", "options"),
    [
        ((2, 3, 5, 4), (3, 2, 3, 3), {}),
        ((1, 4, 5, 4), (4, 3, 3, 2), {"group": 2, "strides": [2, 3], "pads": [1, 0, 2, 1]}),
        ((1, 4, 4, 4), (4, 1, 3, 3), {"group": 4, "strides": [2, 2], "output_padding": [1, 0]}),
        ((1, 2, 4, 5), (2, 2, 3, 2), {"dilations": [2, 3], "pads": [1, 1, 1, 1]}),
        ((1, 2, 7), (2, 3, 4), {"strides": [2]}),
        ((1, 2, 4, 4), (2, 2, 3, 3), {"auto_pad": "SAME_UPPER", "strides": [2, 2]}),
    ],
)
def test_transposed_convolutions_are_those_of_the_evaluator(shape, weights, options):
    random = np.random.default_rng(0)
    feeds = {"x": random.normal(size=shape), "w": random.normal(size=weights)}
    if "group" not in options:  # the evaluator adds the first group's biases to every group
        feeds["b"] = random.normal(size=weights[1])
    node = helper.make_node("ConvTranspose", [*feeds], ["y"], **options)
    double = TensorProto.DOUBLE
    inputs = [helper.make_tensor_value_info(n, double, v.shape) for n, v in feeds.items()]
    outputs = [helper.make_tensor_value_info("y", double, None)]
    model = helper.make_model(helper.make_graph([node], "g", inputs, outputs))

    (theirs,) = ReferenceEvaluator(model).run(None, feeds)
    (ours,) = ReferenceEvaluator(model, new_ops=DOUBLE_OPERATORS).run(None, feeds)

    assert ours.shape == theirs.shape
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)
