"""Runs on the disk with a pretended trainer: states, control, kills, and windows that come back."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from desktop.retraining import runs as runs_module
from desktop.retraining import trainer as program
from desktop.retraining.plan import FROM_SCRATCH, Plan
from desktop.retraining.runs import Runs
from engine.errors import OutputError
from engine.files import process_started
from tests.conftest import ROOT
from tests.support.pretended_trainer import EPOCHS

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]
PATIENCE_S = 30.0


@pytest.fixture
def trainer(tmp_path, monkeypatch):
    """The pretended trainer as the one that is installed."""
    file = tmp_path / "whyray-trainer"
    script = ROOT / "tests" / "support" / "pretended_trainer.py"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    file.chmod(0o755)
    monkeypatch.setenv(program.CHOSEN, str(file))
    return file


@pytest.fixture
def runs(tmp_path, trainer):
    made = Runs(tmp_path / "site")
    yield made
    for view in made.views():
        made.delete(view.id)


def until(runs, run_id, *wanted, patience_s=PATIENCE_S):
    """The view of a run as soon as it is in one of these states."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        view = next(view for view in runs.views() if view.id == run_id)
        if view.state in wanted:
            return view
        time.sleep(0.05)
    raise AssertionError(f"{view.state} {view.log} instead of {wanted}")


def until_epoch(runs, run_id, number):
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        view = next(view for view in runs.views() if view.id == run_id)
        if len(view.epochs) >= number:
            return view
        time.sleep(0.02)
    raise AssertionError(view)


def plan(name):
    return Plan(name, start=FROM_SCRATCH)


def lives(pid):
    """Whether a process is there that is more than a zombie."""
    try:
        with open(f"/proc/{pid}/stat") as handle:  # noqa: PTH123
            return handle.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_run_goes_from_the_queue_to_a_bundle(runs):
    run_id = runs.make(plan("obeys"), None)
    view = until(runs, run_id, "finished")

    assert view.bundle == view.folder / "bundle" / "new"
    assert view.test_table == view.folder / "test.csv"
    assert [epoch.number for epoch in view.epochs] == list(range(1, EPOCHS + 1))
    assert view.fraction == 1.0
    assert view.error is None
    assert not view.may_go_on


def test_the_second_run_waits_for_the_first(runs):
    first = runs.make(plan("obeys"), None)
    time.sleep(1.1)  # names sort by seconds
    second = runs.make(plan("obeys"), None)
    seen = set()
    while until(runs, first, "queued", "running", "finished").state != "finished":
        seen |= {view.state for view in runs.views() if view.id == second}
        time.sleep(0.05)
    assert seen == {"queued"}
    assert until(runs, second, "finished").epochs


def test_a_pause_holds_it_and_going_on_finishes_it(runs):
    run_id = runs.make(plan("obeys"), None)
    until_epoch(runs, run_id, 2)
    runs.pause(run_id)
    paused = until(runs, run_id, "paused")
    time.sleep(0.5)
    again = until(runs, run_id, "paused")
    assert len(again.epochs) == len(paused.epochs) < EPOCHS
    assert not again.is_stopping

    runs.go_on(run_id)
    assert len(until(runs, run_id, "finished").epochs) == EPOCHS


def test_a_cancelled_run_is_told_apart_and_can_be_gone_on_with(runs):
    run_id = runs.make(plan("obeys"), None)
    until_epoch(runs, run_id, 2)
    runs.cancel(run_id)
    view = until(runs, run_id, "cancelled")
    assert view.error is None
    assert view.may_go_on

    runs.go_on(run_id)
    assert len(until(runs, run_id, "finished").epochs) == EPOCHS


def test_what_does_not_listen_is_killed_with_its_children(runs, monkeypatch):
    monkeypatch.setattr(runs_module, "TERM_S", 0.3)
    monkeypatch.setattr(runs_module, "KILL_S", 0.6)
    run_id = runs.make(plan("stubborn"), None)
    until(runs, run_id, "running")
    child_file = runs.folder(run_id) / "child"
    while not child_file.exists():
        time.sleep(0.05)
    child = int(child_file.read_text())
    assert lives(child)

    runs.cancel(run_id)
    until(runs, run_id, "cancelled")

    deadline = time.monotonic() + PATIENCE_S
    while lives(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not lives(child)


def test_a_trainer_that_dies_without_a_word_is_interrupted_and_goes_on_after_its_last_epoch(runs):
    run_id = runs.make(plan("dies"), None)
    view = until(runs, run_id, "interrupted")
    assert view.error.code == "E_INTERRUPTED"
    assert len(view.epochs) == 2

    runs.go_on(run_id)
    view = until(runs, run_id, "finished")
    assert [epoch.number for epoch in view.epochs] == list(range(1, EPOCHS + 1))
    assert view.error is None


def test_a_trainer_that_says_why_has_failed(runs):
    run_id = runs.make(plan("breaks"), None)
    view = until(runs, run_id, "failed")
    assert (view.error.code, view.error.facts) == ("E_DISK_FULL", {"free_mb": 1})


def test_another_window_finds_the_run_at_work_and_starts_none_beside_it(runs, tmp_path):
    run_id = runs.make(plan("obeys"), None)
    until_epoch(runs, run_id, 1)

    other = Runs(tmp_path / "site")
    view = until(other, run_id, "running")
    other.go_on(run_id)

    assert view.epochs
    finished = until(other, run_id, "finished")
    assert [line for line in finished.log if line == "begun"] == ["begun"]


def begin_window(tmp_path):
    """A process that makes a run and follows it, as a window does."""
    window = tmp_path / "window.py"
    window.write_text(
        "import time\nfrom pathlib import Path\n"
        "from desktop.retraining.plan import Plan\nfrom desktop.retraining.runs import Runs\n"
        f"runs = Runs(Path({str(tmp_path / 'site')!r}))\n"
        "print('up', flush=True)\n"
        "runs.make(Plan('obeys', start='from scratch'), None)\n"
        "while True:\n    runs.views()\n    time.sleep(0.02)\n"
    )
    child = subprocess.Popen(
        [sys.executable, str(window)], stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    child.stdout.readline()
    return child


@pytest.mark.parametrize("after_s", [*(0.002 * n for n in range(5)), 0.05, 0.1, 0.2, 0.4, 0.8])
def test_a_window_killed_at_any_moment_leaves_a_whole_run_or_none(runs, tmp_path, after_s):
    with begin_window(tmp_path) as window:
        time.sleep(after_s)
        window.send_signal(signal.SIGKILL)
        window.wait()

    for view in runs.views():
        assert view.name == "obeys"
        if view.may_go_on:  # killed between taking it from the queue and starting its trainer
            runs.go_on(view.id)
        finished = until(runs, view.id, "finished")
        assert [epoch.number for epoch in finished.epochs] == list(range(1, EPOCHS + 1))
        assert [line for line in finished.log if line == "begun"] == ["begun"]


def test_what_a_killed_window_has_left_half_made_goes_away(runs):
    runs.views()
    half = runs.site / "runs" / ".20200101-000000-aaaa.new"
    half.mkdir(parents=True)
    os.utime(half, (1.0, 1.0))
    Runs(runs.site).views()
    assert not half.exists()


def test_a_number_that_is_somebody_elses_now_is_never_killed(runs):
    run_id = runs.make(plan("dies"), None)
    until(runs, run_id, "interrupted")
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as bystander:
        started = process_started(bystander.pid)
        stale = {"pid": bystander.pid, "started": str(int(started) - 1)}
        (runs.folder(run_id) / "process.json").write_text(json.dumps(stale))
        program.kill(runs.folder(run_id))
        program.ask_to_end(runs.folder(run_id))
        time.sleep(0.2)
        assert bystander.poll() is None
        bystander.kill()


def test_a_deleted_run_leaves_neither_folder_nor_process(runs):
    run_id = runs.make(plan("stubborn"), None)
    until(runs, run_id, "running")
    child_file = runs.folder(run_id) / "child"
    while not child_file.exists():
        time.sleep(0.05)
    child = int(child_file.read_text())

    runs.delete(run_id)

    assert runs.views() == ()
    assert list(runs.folder(run_id).parent.iterdir()) == []
    deadline = time.monotonic() + PATIENCE_S
    while lives(child) and time.monotonic() < deadline:  # killed, and gone an instant later
        time.sleep(0.02)
    assert not lives(child)


def test_without_room_on_the_disk_no_run_begins_and_nothing_is_left(runs, monkeypatch):
    monkeypatch.setenv("WHYRAY_RESERVE_MB", "1e12")
    with pytest.raises(OutputError, match="MB are free"):
        runs.make(plan("obeys"), None)
    assert runs.views() == ()


def test_a_damaged_plan_hides_no_other_run(runs, monkeypatch):
    good = runs.make(plan("obeys"), None)
    until(runs, good, "finished")
    bad = runs.make(plan("obeys"), None)
    (runs.folder(bad) / "queued").unlink()
    (runs.folder(bad) / "plan.json").write_text("{")
    fresh = Runs(runs.site)
    assert {view.id: view.state for view in fresh.views()}[good] == "finished"
    assert {view.id for view in fresh.views()} == {good, bad}


def test_where_no_trainer_is_installed_a_run_waits(runs, monkeypatch):
    monkeypatch.setenv(program.CHOSEN, "/nowhere/whyray-trainer")
    assert program.find_trainer() is None
    run_id = runs.make(plan("obeys"), None)
    assert until(runs, run_id, "queued").epochs == ()
