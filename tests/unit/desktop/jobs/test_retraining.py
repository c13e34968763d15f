"""Retraining on the desk: answers come by signals, and what lives outlives the window."""

import sys
import time

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.jobs.retraining import Retraining
from desktop.retraining import trainer as program
from desktop.retraining.plan import FROM_SCRATCH, Plan
from engine.bundle.store import ModelStore
from tests.conftest import ROOT
from tests.support.pretended_trainer import EPOCHS

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform == "win32", reason="a script as a program"),
]
PATIENCE_MS = 30_000


@pytest.fixture
def trainer(tmp_path, monkeypatch):
    file = tmp_path / "whyray-trainer"
    script = ROOT / "tests" / "support" / "pretended_trainer.py"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    file.chmod(0o755)
    monkeypatch.setenv(program.CHOSEN, str(file))


@pytest.fixture
def make(tmp_path, qapp):
    """Gives a new `Retraining`, as of a new window, on the same folder."""
    made = []

    def new() -> Retraining:
        store = ModelStore(ROOT / "resources" / "models", tmp_path / "models")
        made.append(Retraining(store, tmp_path / "retraining"))
        return made[-1]

    yield new
    last = new()
    last.follow()
    settled(last)
    for view in last.runs():
        last.delete(view.id)
    deadline = time.monotonic() + 20
    while last.runs() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    for one in made:
        assert one.close(5.0)


def settled(retraining):
    deadline = time.monotonic() + 20
    while not retraining._lane.is_idle and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    QCoreApplication.processEvents()


def plan(name="obeys", **options):
    return Plan(name, start=FROM_SCRATCH, **options)


def state(retraining, wanted):
    return lambda: [view.state for view in retraining.runs()] == [wanted]


def test_a_run_is_started_followed_and_finished(qtbot, make, trainer):
    retraining, views = make(), []
    retraining.changed.connect(views.append)
    with qtbot.waitSignal(retraining.started, timeout=PATIENCE_MS) as begun:
        retraining.start(plan())
    run_id = begun.args[0]
    qtbot.waitUntil(state(retraining, "finished"), timeout=PATIENCE_MS)

    assert {view.id for view in views} == {run_id}
    assert {"running", "finished"} <= {view.state for view in views}
    assert len(views[-1].epochs) == EPOCHS
    assert retraining.run(run_id).bundle is not None
    qtbot.waitUntil(lambda: not retraining._poll.isActive(), timeout=PATIENCE_MS)


def test_pause_go_on_and_cancel(qtbot, make, trainer):
    retraining = make()
    with qtbot.waitSignal(retraining.started, timeout=PATIENCE_MS) as begun:
        retraining.start(plan())
    run_id = begun.args[0]
    qtbot.waitUntil(lambda: bool(retraining.runs()), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(retraining.runs()[0].epochs), timeout=PATIENCE_MS)
    retraining.pause(run_id)
    qtbot.waitUntil(state(retraining, "paused"), timeout=PATIENCE_MS)
    retraining.go_on(run_id)
    qtbot.waitUntil(state(retraining, "running"), timeout=PATIENCE_MS)
    retraining.cancel(run_id)
    qtbot.waitUntil(state(retraining, "cancelled"), timeout=PATIENCE_MS)


def test_a_new_window_finds_what_still_runs(qtbot, make, trainer):
    first = make()
    first.start(plan())
    qtbot.waitUntil(state(first, "running"), timeout=PATIENCE_MS)
    assert first.close(5.0)

    second = make()
    with qtbot.waitSignal(second.listed, timeout=PATIENCE_MS) as listed:
        second.follow()
    assert [view.name for view in listed.args[0]] == ["obeys"]
    qtbot.waitUntil(state(second, "finished"), timeout=PATIENCE_MS)
    assert len(second.runs()[0].epochs) == EPOCHS


def test_looks_estimates_and_options_are_answered(qtbot, make, trainer):
    retraining = make()
    asked, notes = plan(), []
    retraining.looking.connect(lambda share, note: notes.append((share, note)))
    with qtbot.waitSignal(retraining.looked, timeout=PATIENCE_MS) as looked:
        retraining.look(asked)
    assert looked.args[0].plan is asked
    assert looked.args[0].parts == {"train": {"ill": 3}}
    assert looked.args[0].warnings[0].code == "W_NOTE"
    assert looked.args[0].may_start
    assert notes[-1] == (1.0, "")  # steps that come at once are told as one

    with qtbot.waitSignal(retraining.estimated, timeout=PATIENCE_MS) as estimated:
        retraining.estimate(asked)
    assert estimated.args[0].seconds == 60.0

    found = []
    retraining.options_read.connect(found.append)
    retraining.read_options()
    qtbot.waitUntil(lambda: len(found) == 2, timeout=PATIENCE_MS)
    assert found[0].architectures == ()
    assert found[1].architectures[0]["id"] == "cnn-small"
    retraining.read_options()  # known now
    assert len(found) == 3


def test_a_look_that_is_given_up_takes_no_options_with_it(qtbot, make, trainer):
    retraining, found, failures = make(), [], []
    retraining.options_read.connect(found.append)
    retraining.failed.connect(failures.append)
    with qtbot.waitSignal(retraining.looking, timeout=PATIENCE_MS):
        retraining.look(plan("slow"))
    retraining.read_options()
    retraining.stop_looking()
    qtbot.waitUntil(lambda: len(found) == 2, timeout=PATIENCE_MS)
    assert failures == []


def test_a_look_that_is_given_up_ends_its_child(qtbot, make, trainer):
    retraining = make()
    with qtbot.waitSignal(retraining.looking, timeout=PATIENCE_MS):
        retraining.look(plan("slow"))
    retraining.stop_looking()
    qtbot.waitUntil(lambda: not retraining._held._children, timeout=PATIENCE_MS)


def test_a_new_look_takes_the_place_of_the_old_one(qtbot, make, trainer):
    retraining, found = make(), []
    retraining.looked.connect(found.append)
    with qtbot.waitSignal(retraining.looking, timeout=PATIENCE_MS):
        retraining.look(plan("slow"))
    retraining.look(plan())
    qtbot.waitUntil(lambda: len(found) == 1, timeout=PATIENCE_MS)
    assert found[0].plan.name == "obeys"


def test_what_the_trainer_refuses_is_an_error_with_its_code(qtbot, make, trainer):
    retraining = make()
    with qtbot.waitSignal(retraining.failed, timeout=PATIENCE_MS) as failed:
        retraining.look(plan("refused"))
    assert failed.args[0].code == "E_SOURCE"
    assert failed.args[0].hint == "Choose another."


def test_without_a_trainer_everything_says_how_to_get_one(qtbot, make, monkeypatch):
    monkeypatch.setenv(program.CHOSEN, "/nowhere/whyray-trainer")
    retraining = make()
    assert not retraining.is_installed
    assert "/nowhere/whyray-trainer" in retraining.advice()
    for ask in (retraining.start, retraining.look, retraining.estimate):
        with qtbot.waitSignal(retraining.failed, timeout=PATIENCE_MS) as failed:
            ask(plan())
        assert "not installed" in str(failed.args[0])
        assert failed.args[0].hint == retraining.advice()
