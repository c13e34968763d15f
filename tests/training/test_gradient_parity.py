"""Gradient graphs of exported Keras applications against GradientTape and central differences."""

import json
import os
import statistics
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.training

LARGE = pytest.mark.skipif(
    not os.environ.get("WHYRAY_ALL_ARCHITECTURES"), reason="minutes: WHYRAY_ALL_ARCHITECTURES=1"
)
# Smallest images that leave the last feature map more than one place.
NETWORKS = [
    ("SmallCNN", 32),
    ("MobileNetV2", 64),
    pytest.param(("DenseNet121", 64), marks=pytest.mark.slow),
    pytest.param(("ResNet50V2", 64), marks=LARGE),
    pytest.param(("InceptionV3", 107), marks=LARGE),
    pytest.param(("Xception", 71), marks=LARGE),
    pytest.param(("VGG16", 32), marks=LARGE),
    pytest.param(("EfficientNetB0", 64), marks=pytest.mark.slow),
]
# tf2onnx holds several copies of the weights: measured peaks, with room to spare.
EXPORT_GB = {"DenseNet121": 6, "ResNet50V2": 12, "InceptionV3": 12, "Xception": 12, "VGG16": 14}
# Of gradients in double precision: the exporter folds batch normalisation into float32 weights. In
# EfficientNetB0 that alone moves the last activations by 1.6e-5; central differences of the
# exported network, which share its weights, agree with its gradient a thousand times better.
DOUBLE_TOLERANCE = {"EfficientNetB0": 5e-5}
# Sigmoid gates: not homogeneous in image and biases, so FullGrad's sum is not the logit.
NOT_PIECEWISE_LINEAR = frozenset({"EfficientNetB0"})


TOGETHER = [("SmallCNN", 32), ("MobileNetV2", 64), ("EfficientNetB0", 64), ("DenseNet121", 64)]


def has_memory_for(name: str) -> bool:
    """Whether this machine can export it."""
    memory_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return memory_gb >= EXPORT_GB.get(name, 0)


def compared(networks: list[tuple[str, int]]) -> dict[str, dict[str, object]]:
    """Relative errors by network; exported and compared in a process of their own."""
    names = [f"{name}:{size}" for name, size in networks]
    command = [sys.executable, "-m", "tests.support.keras_parity", *names]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {str(row["network"]): row for row in rows}


@pytest.fixture(scope="module")
def together(request: pytest.FixtureRequest) -> dict[str, dict[str, object]]:
    """The networks of the default run that are asked for: loading TensorFlow takes longest."""
    asked = {
        item.callspec.params["figures"]
        for item in request.session.items
        if item.path == request.path and hasattr(item, "callspec")
    }
    return compared([p for p in TOGETHER if p in asked and has_memory_for(p[0])])


@pytest.fixture(scope="module", params=NETWORKS, ids=lambda p: p[0])
def figures(
    request: pytest.FixtureRequest, together: dict[str, dict[str, object]]
) -> dict[str, object]:
    """Relative errors of one network; the large ones have a process each."""
    name, size = request.param
    if not has_memory_for(name):
        pytest.skip(f"exporting {name} takes {EXPORT_GB[name]} GB of memory")
    return together[name] if name in together else compared([(name, size)])[name]


def test_logits_and_activations_are_those_of_keras(figures: dict[str, object]) -> None:
    for quantity in ("logit", "inner", "last"):
        assert max(figures[quantity]) < 1e-3


def test_gradients_by_image_and_layers_are_those_of_gradient_tape(
    figures: dict[str, object],
) -> None:
    # On three of six images at least: where an activation lies within rounding of a ReLU's kink,
    # float32 implementations that are all correct differ by far more than 1e-4 (see the next test).
    for quantity in ("dx", "d_inner", "d_last"):
        assert statistics.median_low(figures[quantity]) < 1e-4


def test_gradients_in_double_precision_have_no_exceptions(figures: dict[str, object]) -> None:
    tolerance = DOUBLE_TOLERANCE.get(figures["network"], 1e-5)
    assert max(figures["double"][q] for q in ("dx", "d_inner", "d_last")) < tolerance


def test_gradients_are_the_slope_of_central_differences(figures: dict[str, object]) -> None:
    assert figures["difference"] < 1e-4


def test_gradients_by_image_and_biases_add_up_to_the_logit(figures: dict[str, object]) -> None:
    if figures["network"] in NOT_PIECEWISE_LINEAR:
        pytest.skip("FullGrad is complete for piecewise linear networks only")
    assert figures["completeness"] < 1e-3


def test_graph_optimisation_changes_nothing(figures: dict[str, object]) -> None:
    assert statistics.median_low(figures["optimisation"]) < 1e-4


def test_logits_depend_on_the_image(figures: dict[str, object]) -> None:
    assert min(figures["logits_std"]) > 0.01
