"""What stands in for operators of ONNX's reference evaluator gives what they give."""

import numpy as np
import pytest
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator
from onnx.reference.op_run import OpRun

from tests.support.double_operators import DOUBLE_OPERATORS


@pytest.mark.parametrize(
    ("shape", "weights", "options"),
    [
        ((2, 3, 5, 4), (3, 2, 3, 3), {}),
        ((1, 4, 5, 4), (4, 3, 3, 2), {"strides": [2, 3], "pads": [1, 0, 2, 1]}),
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

    theirs, ours = (_transposed(feeds, options, new_ops=ops) for ops in ([], DOUBLE_OPERATORS))

    assert ours.shape == theirs.shape
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)


def test_groups_of_a_transposed_convolution_do_not_touch_one_another():
    """The evaluator knows groups of one channel only."""
    random = np.random.default_rng(1)
    x, w = random.normal(size=(2, 4, 3, 5)), random.normal(size=(4, 3, 2, 2))
    halves = [{"x": x[:, half], "w": w[half]} for half in (slice(0, 2), slice(2, 4))]

    whole = _transposed({"x": x, "w": w}, {"group": 2}, new_ops=DOUBLE_OPERATORS)

    parts = [_transposed(feeds, {}, new_ops=[]) for feeds in halves]
    np.testing.assert_allclose(whole, np.concatenate(parts, axis=1), rtol=1e-12, atol=1e-12)


def _transposed(
    feeds: dict[str, np.ndarray], options: dict[str, object], *, new_ops: list[type[OpRun]]
) -> np.ndarray:
    node = helper.make_node("ConvTranspose", [*feeds], ["y"], **options)
    double = TensorProto.DOUBLE
    inputs = [helper.make_tensor_value_info(n, double, v.shape) for n, v in feeds.items()]
    outputs = [helper.make_tensor_value_info("y", double, None)]
    model = helper.make_model(helper.make_graph([node], "g", inputs, outputs))
    return ReferenceEvaluator(model, new_ops=new_ops).run(None, feeds)[0]
