"""Our gradients against those that torch computed in float64, stored with the networks.

Where torch itself is installed, `tests/training/test_torch_parity.py` compares far more; these
pairs hold everywhere. ``python -m tests.golden.gradients.regenerate`` writes them.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from engine.autodiff.build import build_gradient_model
from engine.graph.facts import GraphFacts, load_model
from engine.graph.layers import default_cam_layer, list_layers
from engine.graph.score import find_score
from tests.conftest import ROOT
from tests.support import numeric

FOLDER = ROOT / "tests" / "golden" / "gradients"
NAMES = sorted(path.stem for path in FOLDER.glob("*.onnx"))


@dataclass(frozen=True)
class Golden:
    """A gradient graph, what it is fed, and torch's answers in the order of `names`."""

    graph: object
    feeds: dict[str, np.ndarray]
    names: list[str]
    truths: list[np.ndarray]


@pytest.fixture(scope="module", params=NAMES)
def golden(request: pytest.FixtureRequest) -> Golden:
    model = load_model((FOLDER / f"{request.param}.onnx").read_bytes())
    stored = dict(np.load(FOLDER / f"{request.param}.npz"))
    facts = GraphFacts(model)
    score = find_score(facts)
    wrt = [facts.input_name]
    if "d_last" in stored:
        wrt.append(default_cam_layer(list_layers(facts)).tensor)
    graph = build_gradient_model(model, score=score.logits, wrt=wrt)
    seed = numeric.one_hot((1, score.class_count), int(stored["index"]))
    names = [score.logits, *graph.gradients.values()]
    truths = [stored[key] for key in ("logits", "dx", "d_last") if key in stored]
    return Golden(
        graph.model, {facts.input_name: stored["image"], graph.seed_input: seed}, names, truths
    )


def test_the_pairs_are_complete_and_small() -> None:
    assert len(NAMES) >= 10
    assert [p.stem for p in sorted(FOLDER.glob("*.npz"))] == NAMES
    assert sum(p.stat().st_size for p in FOLDER.iterdir() if p.is_file()) < 1_500_000


def test_gradients_in_float32_are_torch_s(golden: Golden) -> None:
    ours = numeric.run(golden.graph, golden.feeds, golden.names)

    for value, truth in zip(ours, golden.truths, strict=True):
        assert value.shape == truth.shape
        assert numeric.relative_error(value, truth) < 2e-5


def test_gradients_in_float64_are_torch_s(golden: Golden) -> None:
    ours = numeric.run_in_double(golden.graph, golden.feeds, golden.names)

    # Not smaller: exporters fold normalisations and write constants in float32.
    for value, truth in zip(ours, golden.truths, strict=True):
        assert numeric.relative_error(value, truth) < 2e-6


def test_no_file_tells_where_it_was_made() -> None:
    for path in Path(FOLDER).glob("*.onnx"):
        data = path.read_bytes()
        assert b"site-packages" not in data
        assert b"torch_zoo.py" not in data
