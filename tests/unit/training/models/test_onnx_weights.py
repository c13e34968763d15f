"""Constants of a hand-made graph, followed backwards."""

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from training.models.onnx_weights import Graph, NotFound, convolution, dense, depthwise

RANDOM = np.random.default_rng(5)


def graph(nodes, **constants):
    """A graph of (operator, inputs, output[, attributes]) and named constants."""
    made = [helper.make_node(n[0], n[1], [n[2]], **(n[3] if len(n) > 3 else {})) for n in nodes]
    held = [numpy_helper.from_array(np.asarray(v, np.float32), k) for k, v in constants.items()]
    tensor = onnx.TensorProto.FLOAT
    body = helper.make_graph(
        made, "g", [helper.make_tensor_value_info("x", tensor, None)],
        [helper.make_tensor_value_info(nodes[-1][2], tensor, None)], held,
    )  # fmt: skip
    return Graph(helper.make_model(body).SerializeToString())


def test_what_follows_a_convolution_is_folded_into_it():
    kernel, bias = RANDOM.normal(size=(4, 2, 3, 3)), RANDOM.normal(size=4)
    scale, shift = RANDOM.normal(size=(4, 1, 1)), RANDOM.normal(size=(4, 1, 1))
    found = graph(
        [
            ("Conv", ["x", "k", "b"], "c"), ("Mul", ["c", "s"], "m"), ("Add", ["t", "m"], "y"),
            ("Transpose", ["y"], "z", {"perm": [0, 2, 3, 1]}),
        ],
        k=kernel, b=bias, s=scale, t=shift,
    )  # fmt: skip

    own_kernel, own_bias = convolution(found, found.follow("z"))

    factors = scale.ravel()
    expected = kernel.transpose(2, 3, 1, 0) * factors
    np.testing.assert_allclose(own_kernel, expected, rtol=1e-5)
    np.testing.assert_allclose(own_bias, bias * factors + shift.ravel(), rtol=1e-5)


def test_it_stops_at_the_tensor_of_the_layer_before():
    found = graph(
        [("Conv", ["x", "k"], "c"), ("Mul", ["c", "s"], "m"), ("Sub", ["m", "t"], "y")],
        k=RANDOM.normal(size=(4, 2, 1, 1)), s=[2.0, 3.0, 4.0, 5.0], t=[1.0, 1.0, 1.0, 1.0],
    )  # fmt: skip
    way = found.follow("y", until="c")
    assert way.core is None
    np.testing.assert_allclose(way.scale, [2.0, 3.0, 4.0, 5.0])
    np.testing.assert_allclose(way.shift, [-1.0] * 4)


def test_depthwise_kernels_keep_their_channels_and_multipliers():
    kernel = RANDOM.normal(size=(6, 1, 3, 3))  # three channels, two filters each
    found = graph([("Conv", ["x", "k"], "y", {"group": 3})], k=kernel)
    own, bias = depthwise(found, found.follow("y"), 2)
    assert own.shape == (3, 3, 3, 2)
    np.testing.assert_allclose(own[..., 1, 0], kernel[2, 0], rtol=1e-6)
    np.testing.assert_allclose(own[..., 2, 1], kernel[5, 0], rtol=1e-6)
    assert not bias.any()


@pytest.mark.parametrize("transposed", [0, 1])
def test_dense_layers_are_matmul_and_add_or_gemm(transposed):
    kernel, bias = RANDOM.normal(size=(5, 3)), RANDOM.normal(size=3)
    plain = graph([("MatMul", ["x", "k"], "m"), ("Add", ["m", "b"], "y")], k=kernel, b=bias)
    gemm = graph(
        [("Gemm", ["x", "k", "b"], "y", {"transB": transposed})],
        k=kernel.T if transposed else kernel, b=bias,
    )  # fmt: skip
    for found in (plain, gemm):
        own = dense(found, found.follow("y"))
        np.testing.assert_allclose(own[0], kernel, rtol=1e-6)
        np.testing.assert_allclose(own[1], bias, rtol=1e-6)


def test_activations_and_swish_are_passed_and_nothing_else():
    found = graph(
        [
            ("Conv", ["x", "k"], "c"), ("Sigmoid", ["c"], "g"), ("Mul", ["g", "c"], "swish"),
            ("Relu", ["c"], "r"), ("Mul", ["r", "g"], "other"),
        ],
        k=RANDOM.normal(size=(1, 1, 1, 1)),
    )  # fmt: skip
    assert found.before_activation("swish") == "c"
    assert found.before_activation("r") == "c"
    assert found.before_activation("other") == "other"
    assert found.before_activation("c") == "c"


def test_what_is_computed_or_of_another_kind_is_not_found():
    found = graph([("Relu", ["x"], "k"), ("Conv", ["x", "k"], "y")])
    with pytest.raises(NotFound, match="no stored kernel"):
        convolution(found, found.follow("y"))
    with pytest.raises(NotFound, match="MatMul"):
        dense(found, found.follow("y"))
    grouped = graph([("Conv", ["x", "k"], "y", {"group": 2})], k=RANDOM.normal(size=(4, 2, 1, 1)))
    with pytest.raises(NotFound, match="groups"):
        convolution(grouped, grouped.follow("y"))
