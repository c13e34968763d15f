"""Nothing holds the window up: not a folder of thousands, not an explanation."""

import time

import numpy as np
import pytest

from desktop.jobs.batching import Order
from desktop.state.workspace import Status
from tests.gui.conftest import WAIT_MS
from tests.support.batches import ReadHere, write_films
from tests.support.dicoms import dataset, encode
from tests.support.watchdog import FROZEN_S, EventLoopWatch

pytestmark = [
    pytest.mark.usefixtures("short_turns"),
    pytest.mark.alone,
    pytest.mark.gui,
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
]
TRIES = 3


def best_of(run):
    """The watch of the calmest of some runs.

    Judged is what the GUI thread itself does: what other programs on the machine take away from it
    is their doing, and `tests/bench` measures by the clock.
    """
    watches = []
    for number in range(TRIES):
        watches.append(run(number))
        if watches[-1].longest_held_ms <= FROZEN_S * 1000:
            break
    return min(watches, key=lambda watch: watch.longest_held_ms)


def hold(seconds: float, *, is_computing: bool) -> None:
    """Keeps the calling thread."""
    if not is_computing:
        time.sleep(seconds)
        return
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        sum(range(1000))


@pytest.mark.parametrize("is_computing", [False, True], ids=["sleeps", "computes"])
def test_the_watchdog_sees_a_held_loop(qtbot, is_computing):
    with EventLoopWatch() as watch:
        qtbot.wait(50)
        hold(0.15, is_computing=is_computing)
        qtbot.wait(50)

    assert watch.longest_ms > 130
    assert watch.longest_held_ms > 100
    assert watch.longest_busy_ms > 130 if is_computing else watch.longest_busy_ms < 60
    assert "in hold" in watch.stacks[0]


def test_a_folder_of_thousands_does_not_hold_the_window_up(qtbot, window, desk, tmp_path):
    data = encode(dataset(np.zeros((40, 40), np.uint16), PatientID="1", StudyInstanceUID="1.1"))
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)

    def load(number):
        folder = tmp_path / f"many{number}"
        folder.mkdir()
        for file in range(2500):
            (folder / f"{file:04d}").write_bytes(data)
        before = len(workspace.items)
        with EventLoopWatch() as watch:
            desk.open_paths([folder])
            qtbot.waitUntil(lambda: len(workspace.items) == before + 2500, timeout=60_000)
            qtbot.wait(300)
        return watch

    watch = best_of(load)
    assert watch.longest_held_ms <= FROZEN_S * 1000, watch.told()


def test_an_explanation_does_not_hold_the_window_up(qtbot, window, desk, make_png):
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)

    def explain(number):
        path = make_png(f"bright{number}.png", level=200)
        with EventLoopWatch() as watch:
            desk.open_paths([path])
            item = workspace.current
            qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
        assert item.status is Status.READY
        return watch

    watch = best_of(explain)
    assert watch.longest_held_ms <= FROZEN_S * 1000, watch.told()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_batch_does_not_hold_the_window_up(qtbot, window, desk, tmp_path):
    films = write_films(tmp_path / "in", 24)
    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(desk.state.inquiry.methods), timeout=WAIT_MS)
    desk.batching._make_preparer = ReadHere
    window.actions_by_id["batch"].trigger()
    qtbot.wait(200)

    def run(number):
        order = Order(films, tmp_path / f"out{number}", "tiny-1", ("grad-cam",))
        with EventLoopWatch() as watch:
            desk.batching.start(order)
            qtbot.waitUntil(lambda: not desk.batching.is_running, timeout=WAIT_MS)
        assert desk.batching.progress.scored == 24
        return watch

    watch = best_of(run)
    assert watch.longest_held_ms <= FROZEN_S * 1000, watch.told()
