"""How fast gradient graphs are: ratios to the forward pass, to TensorFlow and to torch.

``pytest -m bench tests/bench/test_gradient_speed.py -s`` prints one row per network and batch.
All in one process after warm-up, two threads each, medians over rounds taken in turns. Rivals:
`GradientTape` in a compiled `tf.function` on the Keras network, and torch's autograd on the same
graph and weights. The goals are ratios; where one is not reached, the row says by how much.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from onnx import ModelProto

from engine.autodiff.build import build_gradient_model
from engine.graph.cut import BATCH, with_one_batch_name
from engine.graph.facts import GraphFacts
from engine.graph.layers import default_cam_layer, list_layers
from engine.graph.score import find_score
from tests.conftest import ROOT

pytestmark = [pytest.mark.bench, pytest.mark.training, pytest.mark.slow]

THREADS = 2
SIZE = 224
NETWORKS = ("starter CNN", "MobileNetV2", "ResNet50V2", "DenseNet121")
# OpenMP's threads spin for 200 ms after a parallel region.
_SETTLE_S = 0.3
_RUNS_PER_TURN = 5
Call = Callable[[], object]


@dataclass(frozen=True)
class Subject:
    """One network with everything that is measured on it."""

    keras_model: object
    model: ModelProto
    facts: GraphFacts
    cam_layer: str
    x: np.ndarray


def session(model: ModelProto, batch: int) -> onnxruntime.InferenceSession:
    """A session as `engine.inference` opens it, with two threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    options.add_free_dimension_override_by_name(BATCH, batch)
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def medians_ms(calls: Mapping[str, Call], rounds: int) -> dict[str, float]:
    """Median milliseconds of every call.

    The calls take turns, round by round. Each turn starts with a pause, in which the threads of the
    engine before stop spinning for work, and one run that does not count.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        call()
    for _ in range(rounds):
        for name, call in calls.items():
            time.sleep(_SETTLE_S)
            call()
            for _ in range(_RUNS_PER_TURN):
                started = time.perf_counter()
                call()
                times[name].append(time.perf_counter() - started)
    return {name: 1000 * statistics.median(values) for name, values in times.items()}


def prepared(name: str, batch: int) -> Subject:
    """The network with random weights and calibrated normalisation, exported."""
    import keras
    import tensorflow as tf

    from tests.support import keras_parity
    from training.models import ARCHITECTURES

    if tf.config.threading.get_intra_op_parallelism_threads() != THREADS:
        tf.config.threading.set_intra_op_parallelism_threads(THREADS)
    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    if name == "starter CNN":
        probability = ARCHITECTURES["pneumonia-cnn"]((SIZE, SIZE, 1), 0.0)
        model = keras.Model(probability.inputs, probability.get_layer("logit").output)
        exported = keras_parity.export(probability)
    else:
        model = keras_parity.build(name, SIZE, None)
        keras_parity.randomise(model, keras_parity.smooth_images(2, SIZE, rng), rng)
        exported = keras_parity.export(model)
    exported = with_one_batch_name(exported)
    facts = GraphFacts(exported)
    x = rng.normal(size=(batch, *model.inputs[0].shape[1:])).astype(np.float32)
    return Subject(model, exported, facts, default_cam_layer(list_layers(facts)).tensor, x)


def our_calls(subject: Subject, batch: int) -> dict[str, Call]:
    """Forward, forward + Grad-CAM gradient, forward + input gradient."""
    facts, score = subject.facts, find_score(subject.facts)
    seed = np.zeros((batch, score.class_count), np.float32)
    seed[:, 0] = 1
    cam = build_gradient_model(
        subject.model, score=score.logits, wrt=[subject.cam_layer], also=[subject.cam_layer]
    )
    dx = build_gradient_model(subject.model, score=score.logits, wrt=[facts.input_name])
    image = {facts.input_name: subject.x}
    seeded = {**image, cam.seed_input: seed}
    forward, cam_session, dx_session = (
        session(m, batch) for m in (subject.model, cam.model, dx.model)
    )
    cam_names = [score.logits, subject.cam_layer, *cam.gradients.values()]
    dx_names = [score.logits, *dx.gradients.values()]
    return {
        "forward": lambda: forward.run(None, image),
        "cam": lambda: cam_session.run(cam_names, seeded),
        "dx": lambda: dx_session.run(dx_names, seeded),
    }


def tensorflow_calls(subject: Subject) -> dict[str, Call]:
    """Forward and input gradient of the Keras network, compiled."""
    import tensorflow as tf

    model, image = subject.keras_model, tf.constant(subject.x)
    forward = tf.function(lambda x: model(x, training=False))

    @tf.function
    def tape(x: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as recorder:
            recorder.watch(x)
            logit = model(x, training=False)[:, 0]
        return recorder.gradient(logit, x)

    return {
        "tf forward": lambda: forward(image).numpy(),
        "tf dx": lambda: tape(image).numpy(),
    }


def torch_calls(subject: Subject) -> dict[str, Call]:
    """Forward, Grad-CAM gradient and input gradient of the same graph, eager, in eval mode."""
    torch = pytest.importorskip("torch", reason="torch is not in the locked environment")
    from tests.support.torch_graph import TorchGraph

    torch.set_num_threads(THREADS)
    graph = TorchGraph(subject.model, find_score(subject.facts).logits)
    image = torch.from_numpy(subject.x)

    def forward() -> object:
        with torch.no_grad():
            return graph(image)

    def dx() -> object:
        x = image.clone().requires_grad_(True)
        return torch.autograd.grad(graph(x)[0][:, 0].sum(), x)

    return {"torch forward": forward, "torch dx": dx}


@pytest.mark.parametrize("batch", [1, 8])
@pytest.mark.parametrize("name", NETWORKS)
def test_gradients_beside_forward_tensorflow_and_torch(name: str, batch: int) -> None:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    subject = prepared(name, batch)
    calls = {**our_calls(subject, batch), **tensorflow_calls(subject), **torch_calls(subject)}

    ms = medians_ms(calls, 7 if batch == 1 else 3)

    ratios = {
        "cam / forward": ms["cam"] / ms["forward"],
        "dx / forward": ms["dx"] / ms["forward"],
        "tf dx / dx": ms["tf dx"] / ms["dx"],
        "torch dx / dx": ms["torch dx"] / ms["dx"],
    }
    row = " | ".join(f"{k} {v:.2f}" for k, v in ratios.items())
    times = ", ".join(f"{k} {v:.1f}" for k, v in ms.items())
    print(f"\n{name}, batch {batch}: {row} (ms: {times})")
    assert ratios["tf dx / dx"] > 1.0
    assert ratios["torch dx / dx"] > 1.0


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
@pytest.mark.parametrize("batch", [1, 8])
@pytest.mark.parametrize("name", NETWORKS)
def test_peak_memory_beside_the_forward_session(name: str, batch: int, tmp_path: Path) -> None:
    subject = prepared(name, batch)
    score = find_score(subject.facts).logits
    gradient = build_gradient_model(subject.model, score=score, wrt=[subject.facts.input_name])
    peaks = []
    for model in (subject.model, gradient.model):
        path = tmp_path / "model.onnx"
        path.write_bytes(model.SerializeToString())
        command = [sys.executable, "-m", "tests.support.session_memory", str(path), str(batch)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        peaks.append(float(done.stdout))

    forward, both = peaks
    print(f"\n{name}, batch {batch}: memory {both / forward:.2f} ({forward:.0f} and {both:.0f} MB)")
    # Every activation waits for its gradient; a forward session keeps only the widest.
    assert both > forward
