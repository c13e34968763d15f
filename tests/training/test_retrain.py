"""The real trainer: killed, paused, short of disk, and over generations of one site."""

import csv
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

from desktop.retraining.runs import Runs
from engine.bundle.store import read_bundle
from tests.support.retrains import Process, begin, planned, processor_seconds, stages
from tests.support.runs import phantom_folder

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def phantoms(tmp_path_factory) -> Path:
    return phantom_folder(tmp_path_factory.mktemp("phantoms"), 60)


@pytest.fixture(scope="module")
def unbroken(phantoms, tmp_path_factory) -> Process:
    """A run that was paused once and otherwise left alone; how it rested is kept beside it."""
    run = planned(tmp_path_factory.mktemp("whole") / "site", "r1", phantoms)
    process = begin(run)
    process.until(lambda events: any(event["event"] == "step" for event in events))
    asked = time.monotonic()
    process.say("pause")
    process.until(lambda events: any(event["event"] == "resting" for event in events))
    rested = time.monotonic() - asked
    time.sleep(0.5)
    used = processor_seconds(process.child.pid)
    time.sleep(2.0)
    used = processor_seconds(process.child.pid) - used
    count = len(process.events())
    process.say("run")
    process.until(lambda events: len(events) > count)
    (run / "rest.txt").write_text(f"{rested} {used}")
    assert process.wait() == 0
    return process


def test_a_pause_comes_soon_and_costs_no_processor(unbroken):
    rested, used = map(float, (unbroken.run / "rest.txt").read_text().split())
    assert rested < 5.0
    assert used < 0.4  # of two seconds


def test_a_finished_run_has_a_bundle_a_locked_test_set_and_a_table_to_compare_on(unbroken):
    done = unbroken.events("done")[-1]
    bundle = read_bundle(Path(done["bundle"]))
    site = unbroken.run.parents[1]
    locked = rows(site / "test_set.csv")

    assert bundle.manifest.id == "tiny-r1-r1"
    assert {row["digest"] for row in locked} == {
        r["digest"] for r in rows(unbroken.run / "test.csv")
    }
    assert {row["is_kept"] for row in locked} == {"yes"}
    told = bundle.manifest.training_data["digests"]
    assert not {row["digest"] for row in locked} & {*told["train"], *told["val"]}
    assert len(told["train"]) + len(told["val"]) + len(locked) == 60
    assert told["is_complete"]
    assert [e["number"] for e in unbroken.events("epoch")] == [1, 2, 3, 4, 5, 6]


# (what must have happened in this attempt, seconds after it): the trainer is killed then.
MOMENTS = (
    ("begin", 0.0), ("reading", 0.0), ("reading", 0.3), ("reading", 0.6), ("fitting", 0.3),
    ("step", 0.0), ("epoch", 0.1), ("exporting", 0.1), ("exporting", 3.0), ("writing", 0.0),
)  # fmt: skip


@pytest.fixture(scope="module")
def battered(phantoms, tmp_path_factory) -> Path:
    """One run that all kills below befall, one after the other."""
    return planned(tmp_path_factory.mktemp("killed") / "site", "r1", phantoms)


@pytest.mark.parametrize(("moment", "after_s"), MOMENTS)
def test_killed_at_any_moment_a_run_is_interrupted_and_may_go_on(battered, moment, after_s):
    before = len(begin_count(battered))
    process = begin(battered)
    process.until(lambda events: reached(events[before:], moment))
    time.sleep(after_s * random.Random(7).uniform(0.5, 1.5))
    child = children_of(process.child.pid)
    os.killpg(process.child.pid, signal.SIGKILL) if not child else process.child.kill()
    process.child.wait()

    view = Runs(battered.parents[1]).views()[0]
    assert view.state == "interrupted"
    assert view.may_go_on
    deadline = time.monotonic() + 20
    while any(map(lives, child)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(lives, child))  # a converter sees that nobody waits for it


def test_after_ten_kills_it_still_ends_in_the_very_same_model(unbroken, battered):
    process = begin(battered)
    assert process.wait() == 0

    one, other = (read_bundle(Path(p.events("done")[-1]["bundle"])) for p in (process, unbroken))
    inputs = np.random.default_rng(0).uniform(0, 1, (4, 32, 32, 1)).astype(np.float32)
    assert len(process.events("begin")) == len(MOMENTS) + 1
    assert one.manifest.classes == other.manifest.classes
    np.testing.assert_allclose(outputs(one, inputs), outputs(other, inputs), atol=1e-6)
    assert {e["number"] for e in process.events("epoch")} == {1, 2, 3, 4, 5, 6}


def children_of(pid: int) -> list[int]:
    file = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(text) for text in file.read_text().split()] if file.exists() else []


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def begin_count(run: Path) -> list[str]:
    file = run / "events.jsonl"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def reached(events: list[dict], moment: str) -> bool:
    return any(event["event"] == moment for event in events) or stages(events, moment) > 0


def outputs(bundle, inputs):
    from training.export.bundle import run_onnx

    return run_onnx(bundle.model, inputs)


def test_cancel_ends_it_soon_and_it_says_so(phantoms, tmp_path):
    process = begin(planned(tmp_path / "site", "r1", phantoms, **{"schedule.epochs": 500}))
    process.until(lambda events: any(event["event"] == "step" for event in events))
    asked = time.monotonic()
    process.say("cancel")

    assert process.wait() == 143
    assert time.monotonic() - asked < 10.0
    assert process.events()[-1]["code"] == "E_CANCELLED"


def test_a_second_generation_learns_from_the_first_and_keeps_its_test_set(
    unbroken, phantoms, tmp_path
):
    site = tmp_path / "site"
    shutil.copytree(unbroken.run.parents[1], site)
    base = Path(str(unbroken.events("done")[-1]["bundle"]).replace(
        str(unbroken.run.parents[1]), str(site)))  # fmt: skip
    more = phantom_folder(tmp_path / "more", 40, first=200)
    for folder in sorted(path for path in phantoms.iterdir() if path.is_dir()):
        shutil.copytree(folder, more / folder.name, dirs_exist_ok=True)
    merged = (phantoms / "labels.csv").read_text().splitlines()[1:]
    with (more / "labels.csv").open("a", encoding="utf-8") as handle:
        handle.write("\n".join(merged) + "\n")
    broken = [
        more / line.split(",")[0] for line in (more / "labels.csv").read_text().splitlines()[1:3]
    ]
    for file in broken:
        file.write_bytes(b"no image")
    first = {row["digest"] for row in rows(site / "test_set.csv")}
    options = {"schedule.epochs": 3, "network.frozen_epochs": 1}

    process = begin(planned(site, "r2", more, base=base, **options))

    assert process.wait() == 0, process.events()[-1]
    warned = {event.get("code"): event for event in process.events("warning")}
    assert warned["W_UNREADABLE"]["facts"]["count"] == 2
    assert warned["W_TEST_LOCKED"]["facts"]["images"] == len(first)
    after = {row["digest"] for row in rows(site / "test_set.csv")}
    told = read_bundle(Path(process.events("done")[-1]["bundle"])).manifest.training_data
    assert first < after
    assert not after & {*told["digests"]["train"], *told["digests"]["val"]}
    trained = read_bundle(base).manifest.training_data["digests"]
    assert not after & {*trained["train"], *trained["val"]}
    assert {*trained["train"], *trained["val"]} <= {
        *told["digests"]["train"],
        *told["digests"]["val"],
    }
    assert told["digests"]["is_complete"]
    assert told["configuration"]["network"]["weights"].startswith("bundle:")


def test_a_full_disk_fails_the_run_and_room_lets_it_go_on(unbroken, phantoms, tmp_path):
    run = planned(tmp_path / "site", "r1", phantoms, **{"schedule.epochs": 2})
    limit = 60 * 1024  # bytes of any one file: a state of this network has 200,000

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "OMP_NUM_THREADS": "1"}
    with (run / "events.jsonl").open("ab") as out:
        status = subprocess.run(
            [sys.executable, "-m", "training", "retrain", str(run)],
            stdout=out, stderr=subprocess.DEVNULL, preexec_fn=small, env=env, check=False,
        ).returncode  # fmt: skip
    process = Process(run, unbroken.child)
    assert status == 3
    assert process.events()[-1]["code"] == "E_DISK_FULL"

    again = begin(run)
    again.until(lambda events: stages(events, "calibrating") > 0)
    assert again.child.poll() is None  # all epochs are done; the rest is tested above
    os.killpg(again.child.pid, signal.SIGKILL)
    again.child.wait()
    assert [event["number"] for event in again.events("epoch")] == [1, 2]
