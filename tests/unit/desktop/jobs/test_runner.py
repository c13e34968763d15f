import os
import sys
import threading
import time

import pytest

from desktop.jobs.precedence import AT_ONCE, LATER, SOON
from desktop.jobs.runner import Runner
from engine.progress import Cancelled, Step

pytestmark = pytest.mark.gui


@pytest.fixture
def runner(qtbot):
    runner = Runner("test")
    yield runner
    assert runner.close(2.0)


@pytest.fixture
def heard(runner):
    """Everything the runner says, in order."""
    said = []
    runner.progressed.connect(
        lambda job, fraction, note: said.append(("progressed", job, fraction))
    )
    for name in ("partial", "succeeded", "failed"):
        getattr(runner, name).connect(lambda job, value, name=name: said.append((name, job, value)))
    for name in ("cancelled", "finished"):
        getattr(runner, name).connect(lambda job, name=name: said.append((name, job)))
    return said


def test_a_plain_callable_succeeds_on_the_gui_thread(qtbot, runner):
    threads = []
    runner.succeeded.connect(lambda job, value: threads.append(threading.current_thread()))

    with qtbot.waitSignal(runner.finished, timeout=2000):
        runner.start("slot", threading.current_thread)

    assert threads == [threading.main_thread()]


def test_a_generator_reports_partials_and_its_last_result(qtbot, runner, heard):
    def work():
        yield Step(0.5, partial="half")
        yield Step(1.0, result="whole")

    with qtbot.waitSignal(runner.finished, timeout=2000):
        job = runner.start("slot", work)

    assert heard == [
        ("progressed", job, 0.5),
        ("partial", job, "half"),
        ("progressed", job, 1.0),
        ("succeeded", job, "whole"),
        ("finished", job),
    ]


def test_an_exception_is_handed_over_as_a_value(qtbot, runner, heard):
    error = ValueError("broken")

    def work():
        raise error

    with qtbot.waitSignal(runner.finished, timeout=2000):
        job = runner.start("slot", work)

    assert heard == [("failed", job, error), ("finished", job)]


def test_a_late_answer_of_a_replaced_request_is_dropped(qtbot, runner, heard):
    may_answer = threading.Event()

    def slow():
        may_answer.wait(2)
        return "map of the first image"

    first = runner.start("explain", slow)
    second = runner.start("explain", lambda: "map of the second image")
    may_answer.set()
    qtbot.waitUntil(lambda: runner.is_idle, timeout=2000)

    assert heard[0] == ("cancelled", first)
    assert ("succeeded", first, "map of the first image") not in heard
    assert ("succeeded", second, "map of the second image") in heard


def test_other_slots_are_left_alone(qtbot, runner, heard):
    gate = threading.Event()
    runner.start("one", lambda: gate.wait(2))
    runner.start("two", lambda: "two")
    gate.set()
    qtbot.waitUntil(lambda: runner.is_idle, timeout=2000)

    assert [kind for kind, *_ in heard].count("succeeded") == 2


@pytest.mark.alone
def test_cancel_stops_a_blocked_call_within_200_ms(qtbot, runner, heard):
    started, stopped = threading.Event(), threading.Event()

    def blocked_call():
        started.set()
        if stopped.wait(5):
            raise Cancelled
        return "never"

    job = runner.start("score", blocked_call, stop=stopped.set)
    qtbot.waitUntil(started.is_set, timeout=2000)
    began = time.perf_counter()
    with qtbot.waitSignal(runner.finished, timeout=2000):
        assert runner.cancel("score")

    assert time.perf_counter() - began < 0.2
    assert heard == [("cancelled", job), ("finished", job)]


def test_cancel_is_seen_at_the_next_yield_and_closes_the_generator(qtbot, runner, heard):
    closed = threading.Event()

    def endless():
        try:
            while True:
                time.sleep(0.005)
                yield Step(0.1)
        finally:
            closed.set()

    runner.start("explain", endless)
    qtbot.waitUntil(lambda: bool(heard), timeout=2000)
    runner.cancel("explain")
    qtbot.waitUntil(closed.is_set, timeout=200)
    qtbot.waitUntil(lambda: runner.is_idle, timeout=2000)

    kinds = [kind for kind, *_ in heard]
    assert kinds[-2:] == ["cancelled", "finished"]


def test_stop_is_not_called_for_a_job_that_only_waits(qtbot, runner):
    gate, stops = threading.Event(), []
    runner.start("running", lambda: gate.wait(2), stop=lambda: stops.append("running"))
    runner.start("waiting", lambda: None, stop=lambda: stops.append("waiting"))
    runner.cancel("waiting")
    gate.set()
    qtbot.waitUntil(lambda: runner.is_idle, timeout=2000)

    assert stops == []


def test_close_ends_the_thread_while_work_is_running(qtbot):
    runner, stopped = Runner("closing"), threading.Event()
    runner.start("slot", lambda: stopped.wait(5), stop=stopped.set)

    assert runner.close(2.0)


def test_a_flood_of_steps_is_thinned_but_keeps_the_last(qtbot, runner, heard):
    def flood():
        for index in range(20_000):
            yield Step(index / 20_000)
        yield Step(1.0, result=1)

    with qtbot.waitSignal(runner.finished, timeout=5000):
        runner.start("slot", flood)

    assert len(heard) < 20_000
    assert heard[-3][2] == 1.0


@pytest.mark.skipif(sys.platform != "linux", reason="threads have no niceness of their own")
@pytest.mark.parametrize("behind", [AT_ONCE, SOON, LATER])
def test_workers_stand_back_behind_the_window_unless_somebody_waits(qtbot, behind):
    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    runner = Runner("standing", behind=behind)
    with qtbot.waitSignal(runner.succeeded, timeout=2000) as answer:
        runner.start("slot", niceness)

    assert runner.close(2.0)
    assert answer.args[1] == min(19, niceness() + behind)
