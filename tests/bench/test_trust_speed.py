"""How fast the network is opened up and maps are tested: ratios to forward passes and plain loops.

``pytest -m bench tests/bench/test_trust_speed.py -s`` prints one row per comparison, on MobileNetV2
and DenseNet121 of 224 x 224: feature maps of all layers beside one forward pass; the whole quick
panel of a class activation map in forward passes; deletion curves beside a loop that asks the
network one picture at a time, as metric libraries do without batches.
"""

import time

import numpy as np
import pytest

from engine.browse.activations import feature_maps
from engine.explain.baselines import baseline_tensor
from engine.explain.registry import find_method
from engine.progress import finish
from engine.trust import curves
from engine.trust.case import Case, case_of
from engine.trust.effort import QUICK, Effort
from engine.trust.panel import judge
from tests.bench.test_method_speed import Bench, medians_s, opened

pytestmark = [pytest.mark.bench, pytest.mark.training, pytest.mark.slow]

NETWORKS = ("MobileNetV2", "DenseNet121")
CURVES = Effort(
    steps=50, draws=0, subsets=0, cells=8, perturbations=0, cuts=0, percentages=(), thresholds=()
)


@pytest.fixture(scope="module", params=NETWORKS)
def bench(request, tmp_path_factory) -> Bench:
    return opened(request.param, tmp_path_factory)


def grad_cam(bench: Bench) -> Case:
    request = bench.request()
    method = find_method("grad-cam")
    return case_of(method, request, finish(method.run(request)))


def test_all_layers_beside_one_forward_pass(bench, capsys):
    seconds = medians_s(
        {
            "forward": lambda: bench.model.scores(bench.tensor),
            "all layers": lambda: feature_maps(bench.model, bench.tensor, bench.request().to_image),
        },
        rounds=15,
    )
    ratio = seconds["all layers"] / seconds["forward"]
    with capsys.disabled():
        print(
            f"\n{bench.subject.keras_model.name}: {len(bench.model.layers)} layers,"
            f" all over one forward {ratio:.2f} (goal 1.5)"
        )
    assert ratio < 4.0


def test_the_quick_panel_in_forward_passes(bench, capsys):
    case = grad_cam(bench)
    finish(judge(case, QUICK))  # builds what it needs once
    forward = medians_s({"forward": lambda: bench.model.scores(bench.tensor)}, rounds=9)["forward"]
    started = time.perf_counter()
    panel = finish(judge(case, QUICK))
    passes = (time.perf_counter() - started) / forward
    with capsys.disabled():
        print(
            f"\n{bench.subject.keras_model.name}: quick panel of Grad-CAM {passes:.0f} forward"
            f" passes (goal 60), {len(panel.figures)} figures"
        )
    assert passes < 200


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

    seconds = medians_s(
        {"loop": plain_loop, "ours": lambda: finish(curves.run(case, CURVES))}, rounds=3
    )
    ratio = seconds["loop"] / seconds["ours"]
    with capsys.disabled():
        print(
            f"\n{bench.subject.keras_model.name}: deletion and insertion, plain loop over ours"
            f" {ratio:.2f} (goal 5)"
        )
    assert ratio > 0.5
