"""Guided back-propagation and DeconvNet: where they apply, and where they are refused."""

import numpy as np
import pytest
from onnx import helper

from engine.autodiff.build import build_gradient_model
from engine.autodiff.overrides import DECONVNET, GUIDED_BACKPROP, OVERRIDES, find_override
from engine.errors import RequestError
from tests.support import numeric
from tests.support.models import model_of, small_classifier

node = helper.make_node
WEIGHTS = {"w": np.array([[1, -1, 2]], np.float32), "zero": np.array(0, np.float32)}


def one(*nodes, **stored):
    """Nodes from x to h, then h w as the score."""
    return model_of(
        [*nodes, node("Mul", ["h", "w"], ["score"])],
        {"x": ("N", 3)},
        {"score": ("N", 3)},
        WEIGHTS | stored,
    )


def gradient(model, overrides, x, seed):
    graph = build_gradient_model(model, score="score", wrt=["x"], overrides=overrides)
    feeds = {"x": np.array([x], np.float32), graph.seed_input: np.array([seed], np.float32)}
    return numeric.run(graph.model, feeds, [graph.gradients["x"]])[0][0], graph


@pytest.mark.parametrize(
    "nodes",
    [
        [node("Relu", ["x"], ["h"])],
        [node("Clip", ["x", "zero"], ["h"])],
        [node("Max", ["x", "zero"], ["h"])],
        [node("Max", ["zero", "x"], ["h"])],
    ],
    ids=["relu", "clip-from-0", "max-with-0", "max-with-0-first"],
)
def test_every_way_to_write_a_rectifier_counts(nodes) -> None:
    # x = (2, 2, -1), gradient above the rectifier (1, -1, 2).
    guided, graph = gradient(one(*nodes), GUIDED_BACKPROP, [2, 2, -1], [1, 1, 1])
    deconv, _ = gradient(one(*nodes), DECONVNET, [2, 2, -1], [1, 1, 1])

    np.testing.assert_array_equal(guided, [1, 0, 0])
    np.testing.assert_array_equal(deconv, [1, 0, 2])
    assert graph.overridden == 1


def test_smooth_activations_beside_a_rectifier_keep_their_gradient_and_a_note_says_so() -> None:
    model = one(node("Tanh", ["x"], ["t"]), node("Relu", ["t"], ["h"]))

    found, graph = gradient(model, GUIDED_BACKPROP, [2, 2, -1], [1, 1, 1])

    np.testing.assert_allclose(found, [1 - np.tanh(2) ** 2, 0, 0], rtol=1e-5)
    assert graph.notes == (
        "rectifiers by the variant's rule: Relu (1); not defined for, and true gradient at:"
        " Tanh (1)",
    )


@pytest.mark.parametrize("overrides", [GUIDED_BACKPROP, DECONVNET], ids=lambda o: o.id)
@pytest.mark.parametrize(
    ("nodes", "named"),
    [
        ([node("LeakyRelu", ["x"], ["h"])], r"LeakyRelu \(1\)"),
        ([node("Clip", ["x", "w0", "w1"], ["h"])], r"Clip \(1\)"),
        ([node("Elu", ["x"], ["e"]), node("Sigmoid", ["e"], ["h"])], r"Elu \(1\), Sigmoid \(1\)"),
        ([node("Neg", ["x"], ["h"])], "no activation function"),
    ],
    ids=["leaky", "symmetric-clip", "smooth", "linear"],
)
def test_a_network_without_rectifiers_is_refused_naming_what_it_has(
    overrides, nodes, named
) -> None:
    model = one(*nodes, w0=np.array(-1, np.float32), w1=np.array(1, np.float32))

    with pytest.raises(RequestError, match=named) as caught:
        build_gradient_model(model, score="score", wrt=["x"], overrides=overrides)

    assert caught.value.hint


def test_a_rectifier_before_the_layer_does_not_count() -> None:
    # Behind r3 only pooling and a dense layer follow.
    with pytest.raises(RequestError, match="no activation function"):
        build_gradient_model(
            small_classifier(), score="logits", wrt=["r3"], overrides=GUIDED_BACKPROP
        )


def test_a_rectifier_absorbed_by_a_quantiser_is_none() -> None:
    model = one(
        node("QuantizeLinear", ["x", "scale", "point"], ["q"]),
        node("DequantizeLinear", ["q", "scale", "point"], ["h"]),
        scale=np.array(0.1, np.float32),
        point=np.array(0, np.uint8),
    )

    with pytest.raises(RequestError, match=r"QuantizeLinear \(1\)"):
        build_gradient_model(model, score="score", wrt=["x"], overrides=GUIDED_BACKPROP)


def test_overrides_are_found_by_id() -> None:
    assert {key: find_override(key).id for key in OVERRIDES} == {key: key for key in OVERRIDES}
    with pytest.raises(RequestError, match="guided-backdrop") as caught:
        find_override("guided-backdrop")
    assert "guided-backprop" in caught.value.hint
