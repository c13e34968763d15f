"""How fast the network is opened up and maps are tested: ratios to forward passes and plain loops.

``pytest -m bench tests/bench/test_trust_speed.py -s`` prints one row per comparison, on MobileNetV2
and DenseNet121 of 224 x 224: feature maps of all layers beside one forward pass; the whole quick
panel of a class activation map in forward passes; deletion curves and random subsets beside a
plain loop over the same session, and beside Quantus, which asks the Keras network.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.browse.activations import feature_maps
from engine.explain.baselines import baseline_tensor
from engine.explain.registry import find_method
from engine.graph.cut import with_outputs
from engine.progress import finish
from engine.trust import curves, subsets
from engine.trust.case import Case, case_of
from engine.trust.effort import QUICK, Effort
from engine.trust.panel import judge
from tests.bench.test_method_speed import Bench, medians_s, opened

pytestmark = [pytest.mark.bench, pytest.mark.training, pytest.mark.slow]

NETWORKS = ("MobileNetV2", "DenseNet121")
CURVES = Effort(
    steps=48, draws=0, subsets=0, cells=8, perturbations=0, cuts=0, percentages=(), thresholds=()
)
SUBSETS = replace(CURVES, subsets=50)


@pytest.fixture(scope="module", params=NETWORKS)
def bench(request, tmp_path_factory) -> Bench:
    return opened(request.param, tmp_path_factory)


def grad_cam(bench: Bench) -> Case:
    request = bench.request()
    method = find_method("grad-cam")
    return case_of(method, request, finish(method.run(request)))


def test_all_layers_beside_one_forward_pass(bench, capsys):
    """What opening the network up costs beside a score of the same image.

    `feature_maps` hands out every value of every listed layer, also the raw results of
    convolutions before their normalisation and rectifier. The second number is ONNX Runtime alone
    with the same outputs: a layer that is handed out can neither be fused into the next operator
    nor stay in the runtime's blocked layout. No picture is made here: cells are painted when they
    come into sight.
    """
    model = bench.model
    feeds, names = {model.facts.input_name: bench.tensor}, [layer.tensor for layer in model.layers]
    alone = model.open_session(with_outputs(model.graph, names))
    seconds = medians_s(
        {
            "forward": lambda: model.scores(bench.tensor),
            "all layers": lambda: feature_maps(model, bench.tensor, bench.request().to_image),
            "runtime alone": lambda: alone.run(names, feeds),
        },
        rounds=15,
    )
    ratio, least = (seconds[name] / seconds["forward"] for name in ("all layers", "runtime alone"))
    with capsys.disabled():
        print(
            f"\n{bench.subject.keras_model.name}: {len(model.layers)} layers,"
            f" all over one forward {ratio:.2f} (goal 1.5), the runtime alone {least:.2f}"
        )
    assert ratio < 4.0


def test_the_quick_panel_in_forward_passes(bench, capsys):
    finish(judge(grad_cam(bench), QUICK))  # builds what the network needs once
    forward = cpu_s(lambda: bench.model.scores(bench.tensor), rounds=25)
    passes = cpu_s(lambda: finish(judge(grad_cam(bench), QUICK)), rounds=5) / forward
    with capsys.disabled():
        print(
            f"\n{bench.subject.keras_model.name}: Grad-CAM and its quick panel {passes:.0f}"
            " forward passes (goal 60)"
        )
    assert passes < 120


def test_a_deletion_curve_beside_a_plain_loop(bench, capsys):
    case = grad_cam(bench)
    black = baseline_tensor(case.request, "black")

    def plain_loop() -> None:
        order = np.argsort(-case.importance.ravel())
        for fill in (black, black):  # deletion and insertion
            picture = case.request.tensor.copy()
            for part in np.array_split(order, CURVES.steps):
                rows, columns = np.unravel_index(part, case.size_hw)
                picture[0, rows, columns] = fill[0, rows, columns]
                bench.model.scores(picture)

    ours = cpu_s(lambda: finish(curves.run(replace(case, _kept={}), CURVES)), rounds=3)
    ratio = cpu_s(plain_loop, rounds=3) / ours
    with capsys.disabled():
        print(
            f"\n{bench.subject.keras_model.name}: deletion and insertion, plain loop over the"
            f" same session over ours {ratio:.2f} (1 is all that one core can give)"
        )
    assert ratio > 0.7


def test_deletion_and_random_subsets_beside_quantus(bench, capsys):
    """Quantus asks the Keras network, one changed picture at a time, as its users do."""
    quantus = pytest.importorskip("quantus", reason="Quantus is installed by hand")
    case = grad_cam(bench)
    first = np.moveaxis(case.request.tensor, 3, 1).copy()
    values = (case.importance - case.importance.min())[None, None].astype(np.float32)
    column = np.array([case.request.target.column])
    asked = Asked(lambda x: bench.subject.keras_model.predict(np.moveaxis(x, 1, 3), verbose=0))
    pixels = first.size // CURVES.steps
    flipping = quantus.PixelFlipping(features_in_step=pixels, disable_warnings=True)
    subset = quantus.FaithfulnessCorrelation(
        nr_runs=SUBSETS.subsets, subset_size=first.size // 4, disable_warnings=True
    )

    def theirs(metric: Any) -> None:
        whole = np.broadcast_to(values, first.shape).copy()
        metric.evaluate_batch(model=asked, x_batch=first.copy(), y_batch=column, a_batch=whole)

    def ours(experiment: Any, effort: Effort) -> None:
        finish(experiment.run(replace(case, _kept={}), effort))

    # Our curves are two, and one of Quantus's.
    deletion = 2 * cpu_s(lambda: theirs(flipping), 1) / cpu_s(lambda: ours(curves, CURVES), 3)
    random = cpu_s(lambda: theirs(subset), 1) / cpu_s(lambda: ours(subsets, SUBSETS), 3)
    with capsys.disabled():
        print(
            f"\n{bench.subject.keras_model.name}: Quantus over ours {deletion:.1f} (deletion),"
            f" {random:.1f} (random subsets; goal 5)"
        )
    assert min(deletion, random) > 2.0


class Asked:
    """A network behind the interface that Quantus asks, channels first."""

    def __init__(self, predict: Callable[[np.ndarray], np.ndarray]) -> None:
        self.predict = predict

    def shape_input(self, x: np.ndarray, shape: tuple[int, ...], **_: object) -> np.ndarray:
        """As it came."""
        return x.reshape(shape)


def cpu_s(work: Callable[[], object], rounds: int) -> float:
    """Least processor time of several turns: what else runs on the machine does not count."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)
