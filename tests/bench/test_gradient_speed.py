"""How fast the gradient graph is beside TensorFlow: a ratio, on this machine, two threads each."""

import statistics
import time
from collections.abc import Callable

import numpy as np
import pytest

from engine.autodiff.build import build_gradient_model
from engine.graph.facts import GraphFacts
from engine.graph.score import find_score
from tests.support import numeric

pytestmark = [pytest.mark.bench, pytest.mark.training, pytest.mark.slow]


def median_ms(call: Callable[[], object], repeats: int = 15) -> float:
    """Median milliseconds of a call, after two calls that are not counted."""
    call()
    call()
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)


@pytest.mark.parametrize("name", ["MobileNetV2", "DenseNet121"])
def test_input_gradient_is_not_slower_than_gradient_tape(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    import tensorflow as tf

    from tests.support import keras_parity

    tf.config.threading.set_intra_op_parallelism_threads(2)
    model = keras_parity.build(name, 224, None)
    exported = keras_parity.export(model)
    facts = GraphFacts(exported)
    score = find_score(facts).logits
    graph = build_gradient_model(exported, score=score, wrt=[facts.input_name])
    x = np.random.default_rng(0).normal(size=(1, 224, 224, 3)).astype(np.float32)
    feeds = {facts.input_name: x, graph.seed_input: numeric.one_hot((1, keras_parity.CLASSES), 0)}
    backward, forward = numeric.session(graph.model), numeric.session(exported)

    def tape(image: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as recorder:
            recorder.watch(image)
            logit = model(image, training=False)[:, 0]
        return recorder.gradient(logit, image)

    compiled, image = tf.function(tape), tf.constant(x)
    ours = median_ms(lambda: backward.run(list(graph.gradients.values()), feeds))
    figures = {
        "gradient ms": ours,
        "over forward": ours / median_ms(lambda: forward.run(None, {facts.input_name: x})),
        "tape eager over ours": median_ms(lambda: tape(image).numpy(), 3) / ours,
        "tape compiled over ours": median_ms(lambda: compiled(image).numpy()) / ours,
    }
    for key, value in figures.items():
        record_property(key, round(value, 2))
    print(name, {k: round(v, 2) for k, v in figures.items()})
    assert figures["tape compiled over ours"] > 1.0
