"""How long every method works before it looks whether it was cancelled.

``pytest -m bench tests/bench/test_cancel_gap.py -s`` prints, for every method on a MobileNetV2 of
224 x 224 pixels with one thread (as the window runs it on two cores), the longest time between two
steps: in a fresh process, and of the next request. Of the first use also what is left of it where a
run of the network in it is stopped at once, as the window does it. Each method has a process of its
own, without TensorFlow. Only the second use is judged: the first one reads packages from the disk,
builds graphs and touches memory for the first time. It is judged by the processor's time where that
is shorter, which other programs on the machine do not lengthen.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.explain.registry import METHODS
from engine.inference.session import Session
from tests.bench.test_gradient_speed import SIZE, prepared, session
from tests.conftest import ROOT

pytestmark = [pytest.mark.bench, pytest.mark.training, pytest.mark.slow]

MOST_S = 0.2
# A method that takes longer is left after so long: its steps are all alike.
BUDGET_S = 2.5


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """MobileNetV2 with random weights, written by TensorFlow."""
    from engine.bundle.manifest import ClassInfo, Manifest
    from engine.bundle.recipe import Recipe
    from engine.bundle.store import write_bundle

    subject = prepared("MobileNetV2", 1)
    recipe = Recipe(SIZE, SIZE, 3, layout="nhwc", scaling="symmetric")
    inputs = recipe.tensor_from(_picture(SIZE))
    outputs = session(subject.model, 1).run(None, {subject.facts.input_name: inputs})[0]
    manifest = Manifest(
        id="gap-1",
        name="Gap",
        version="1",
        task="multilabel",
        classes=tuple(ClassInfo(f"class {n}") for n in range(outputs.shape[1])),
        activation="sigmoid",
        recipe=recipe,
    )
    folder = tmp_path_factory.mktemp("gap") / "bundle"
    model = subject.model.SerializeToString()
    write_bundle(
        folder, manifest, model=model, selftest_input=inputs, selftest_output=outputs, card=""
    )
    return folder


def test_every_method_stops_within_two_tenths_of_a_second(bundle: Path) -> None:
    late = []
    columns = ("first", "processor", "no run", "second", "processor")
    print(f"\n{'method':22} {' '.join(f'{name:>9}' for name in columns)} ms  first's longest after")
    for method in METHODS:
        found = measured(method.id, bundle)
        first, again = found
        times = (*(first[key] for key in ("gap", "busy", "fixed")), again["gap"], again["busy"])
        row = " ".join(f"{1e3 * seconds:9.0f}" for seconds in times)
        print(f"{method.id:22} {row}     {first['after']}", flush=True)
        if min(again["gap"], again["busy"]) > MOST_S:
            late.append(method.id)
    assert not late


def measured(method: str, bundle: Path) -> list[dict[str, object]]:
    """The gaps of the first and the second use, in a process of its own."""
    program = f"from {__name__} import report; report({method!r}, {str(bundle)!r})"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def report(method: str, bundle: str) -> None:
    """Prints what `measured` reads; runs in the child."""
    from engine.bundle.store import read_bundle
    from engine.explain.explanation import Request
    from engine.explain.imports import load_for
    from engine.explain.registry import find_method
    from engine.images.geometry import Affine
    from engine.inference.model import open_model
    from engine.inference.target import list_targets
    from engine.progress import finish

    model = open_model(read_bundle(Path(bundle)), wants_gpu=False, threads=1)
    target = list_targets(model.manifest)[0]
    runs = _watched_runs()
    found = []
    for shade in (0.0, 0.1):
        if shade > 0.0:
            finish(load_for(method))  # a first use that was left early may not have come so far
        tensor = model.manifest.recipe.tensor_from(np.clip(_picture(SIZE) + shade, 0.0, 1.0))
        work = find_method(method).run(Request(model, tensor.copy(), Affine(), target))
        found.append(_longest(work, runs))
    print(json.dumps(found))


def _longest(work: Iterator, runs: list[tuple[float, float]]) -> dict[str, object]:
    """The longest gap, what it came after, and the longest stretch without any model run."""
    begin = last = time.perf_counter()
    busy = time.process_time()
    longest = {"gap": 0.0, "busy": 0.0, "fixed": 0.0, "after": ""}
    note = "the request"
    runs.clear()
    for step in work:
        now = time.perf_counter()
        marks = [last, *(moment for run in runs for moment in run), now]
        stretches = zip(marks[::2], marks[1::2], strict=True)
        longest["fixed"] = max(longest["fixed"], *(stop - start for start, stop in stretches))
        longest["busy"] = max(longest["busy"], time.process_time() - busy)
        if now - last > longest["gap"]:
            longest |= {"gap": now - last, "after": note}
        note, last, busy = step.note, time.perf_counter(), time.process_time()
        runs.clear()
        if last - begin > BUDGET_S:
            break
    return longest


def _watched_runs() -> list[tuple[float, float]]:
    """Where the begin and end of every run of the network are put."""
    seen: list[tuple[float, float]] = []
    run = Session.run

    def watched(self: Session, *args: object) -> object:
        started = time.perf_counter()
        try:
            return run(self, *args)
        finally:
            seen.append((started, time.perf_counter()))

    Session.run = watched
    return seen


def _picture(size: int) -> np.ndarray:
    rows, columns = np.mgrid[0:size, 0:size] / size
    noise = np.random.default_rng(0).random((size, size))
    waves = 0.45 + 0.3 * np.sin(9 * columns) * np.cos(7 * rows) + 0.1 * noise
    return waves.astype(np.float32)
