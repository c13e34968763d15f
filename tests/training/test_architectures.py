"""Every architecture learns a step, is exported, matches its export, and yields a Grad-CAM.

Here those whose conversion takes seconds. ``WHYRAY_ALL_ARCHITECTURES=1`` adds the large ones, each
in a process of its own: hours, and up to 22 GB of memory; one of them alone with ``-k``.
"""

import json
import os
import subprocess
import sys

import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

from tests.conftest import ROOT
from tests.support.architecture_trial import try_architecture
from training.export.memory import available_gb, needed_gb
from training.export.parity import TOLERANCE
from training.models import ARCHITECTURES

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    # Keras' own conversion of its variables, with NumPy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
SMALL = [name for name, row in ARCHITECTURES.items() if row.parameters < 1_000_000]
QUICK = [*SMALL, "mobilenetv2"]
LARGE = [name for name in ARCHITECTURES if name not in QUICK]
# Side in pixels where the smallest leaves the last feature map one place: too little to compare.
SIDES = {name: 64 for name in LARGE if name.startswith(("efficientnet", "convnext"))}
# Every architecture has feature maps but these.
WITHOUT_MAPS = {"dense-small", "dense-deep"}


def _holds(figures: dict[str, object]) -> None:
    name = figures["id"]
    assert figures["side"] == SIDES.get(name, ARCHITECTURES[name].smallest)
    assert 0.0 < figures["loss"] < 100.0
    assert figures["ends_changed"]
    assert figures["changed"] > 0.95  # a bias in front of a batch normalisation has no gradient
    assert figures["spread"] > 0.1
    assert figures["probability"] <= TOLERANCE
    assert figures["layer"] <= TOLERANCE
    if name in WITHOUT_MAPS:
        assert "no feature maps" in figures["cam"]["refused"]
    else:
        assert figures["cam"]["error"] <= 1e-3


@pytest.mark.parametrize("name", QUICK)
def test_the_whole_way_of_a_quick_architecture(name):
    _holds(try_architecture(name, SIDES.get(name)))


@pytest.mark.skipif(
    not os.environ.get("WHYRAY_ALL_ARCHITECTURES"), reason="hours: WHYRAY_ALL_ARCHITECTURES=1"
)
@pytest.mark.parametrize("name", LARGE)
def test_the_whole_way_of_a_large_architecture(name):
    parameters = ARCHITECTURES[name].parameters
    if (free := available_gb()) is not None and free < needed_gb(parameters) + 2.0:
        pytest.skip(f"{free:.1f} GB are free, converting takes about {needed_gb(parameters):.1f}")
    command = [sys.executable, "-m", "tests.support.architecture_trial", name]
    if name in SIDES:
        command += ["--side", str(SIDES[name])]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=3600, check=False
    )

    assert done.returncode == 0, done.stderr[-2000:]
    _holds(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.skipif(
    not os.environ.get("WHYRAY_ALL_ARCHITECTURES"), reason="hours: WHYRAY_ALL_ARCHITECTURES=1"
)
@pytest.mark.parametrize("name", LARGE)
def test_the_table_counts_large_architectures_right(name):
    from training.config.sections import NetworkSection
    from training.models.head import Head

    row, network = ARCHITECTURES[name], NetworkSection()
    model = row.build((row.smallest, row.smallest, 1), Head(1, "sigmoid", network))

    assert model.count_params() == row.parameters
