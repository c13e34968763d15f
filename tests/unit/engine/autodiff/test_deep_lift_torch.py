"""DeepLIFT on what torch exports: it adds up on each family, and refuses transformers by name."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not part of the installation")
pytest.importorskip("onnxscript", reason="torch exports through onnxscript")

from engine.autodiff.build import build_gradient_model
from engine.autodiff.overrides import DEEP_LIFT
from engine.errors import UnsupportedOperator
from engine.graph.facts import GraphFacts
from engine.graph.score import find_score
from tests.support import numeric
from tests.support.torch_parity import EXPORTS, build, export


@pytest.mark.parametrize(
    "name",
    ["resnet", "densenet", "mobilenet-v3", "efficientnet", "shufflenet", "inception",
     "attention-gate"],
)  # fmt: skip
def test_contributions_add_up_in_every_family(name) -> None:
    network, images = build(name, 4)
    model = export(network, images, EXPORTS["old-17"])
    facts = GraphFacts(model)
    score = find_score(facts)
    graph = build_gradient_model(
        model, score=score.logits, wrt=[facts.input_name], overrides=DEEP_LIFT
    )
    x, seed = images.numpy(), numeric.one_hot((4, score.class_count), 0)

    found, logits = numeric.run(
        graph.model,
        {facts.input_name: x, graph.seed_input: seed},
        [*graph.gradients.values(), score.logits],
    )

    parts = (found[:2].astype(np.float64) * (x[:2] - x[2:])).reshape(2, -1)
    delta = logits[:2, 0] - logits[2:, 0]
    assert graph.overridden > 0
    np.testing.assert_allclose(parts.sum(axis=1), delta, atol=2e-5 * np.abs(delta).max())


def test_a_transformer_is_refused_at_its_first_normalisation() -> None:
    network, images = build("vit-multihead", 2)
    model = export(network, images, EXPORTS["old-17"])
    facts = GraphFacts(model)

    with pytest.raises(UnsupportedOperator, match=r"DeepLIFT has no rule for .*its statistics"):
        build_gradient_model(
            model, score=find_score(facts).logits, wrt=[facts.input_name], overrides=DEEP_LIFT
        )
