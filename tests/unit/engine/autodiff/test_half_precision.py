"""Gradients of networks in float16, against the same weights in float32."""

import numpy as np
import onnx
import pytest

from engine.autodiff.build import HALF_PRECISION, build_gradient_model
from engine.graph.facts import GraphFacts, load_model
from engine.graph.layers import default_cam_layer, list_layers
from engine.graph.score import find_score
from tests.conftest import ROOT
from tests.support import numeric
from tests.support.half_precision import in_half, with_rounded_weights

FOLDER = ROOT / "tests" / "golden" / "gradients"
# Max pooling, depthwise kernels and gates, attention, resizing: all kinds of masks and scatters.
NAMES = ("densenet.new-18", "mobilenet-v3.new-20", "swin.old-17", "attention-gate.old-17")


@pytest.fixture(params=NAMES)
def stored(request: pytest.FixtureRequest) -> tuple[onnx.ModelProto, np.ndarray, int]:
    """A network, an image that float16 holds exactly, and a class."""
    pair = np.load(FOLDER / f"{request.param}.npz")
    model = load_model((FOLDER / f"{request.param}.onnx").read_bytes())
    return model, pair["image"].astype(np.float16), int(pair["index"])


def gradients(model: onnx.ModelProto, image: np.ndarray, index: int) -> tuple[list, tuple]:
    facts = GraphFacts(model)
    score = find_score(facts)
    layer = default_cam_layer(list_layers(facts)).tensor
    graph = build_gradient_model(model, score=score.logits, wrt=[facts.input_name, layer])
    seed = numeric.one_hot((1, score.class_count), index, facts.dtype(score.logits).type)
    feeds = {facts.input_name: image.astype(facts.dtype(facts.input_name)), graph.seed_input: seed}
    names = [score.logits, *graph.gradients.values()]
    return numeric.run(graph.model, feeds, names), graph.notes


@pytest.mark.parametrize("keeps_ends", [False, True], ids=["float16 throughout", "float32 ends"])
def test_gradients_hold_three_digits_and_say_so(
    stored: tuple[onnx.ModelProto, np.ndarray, int], keeps_ends: bool
) -> None:
    model, image, index = stored
    expected, none = gradients(with_rounded_weights(model), image, index)

    found, notes = gradients(in_half(model, keeps_ends=keeps_ends), image, index)

    assert notes == (HALF_PRECISION,)
    assert none == ()
    for value, truth in zip(found, expected, strict=True):
        assert numeric.relative_error(value.astype(np.float64), truth) < 5e-3
