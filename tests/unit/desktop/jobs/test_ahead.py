"""What a method needs is loaded when it is chosen, once, and nobody waits for it."""

import threading

import pytest

from desktop.jobs import tasks
from desktop.jobs.ahead import Ahead
from desktop.settings import Settings
from desktop.state.session import start_session
from engine.progress import Step

pytestmark = pytest.mark.gui


def test_choosing_a_method_loads_its_packages_off_the_window(qtbot, tmp_path, monkeypatch):
    loads = []

    def load(method):
        loads.append((method, threading.current_thread()))
        yield Step(1.0)

    monkeypatch.setattr(tasks, "load_packages", load)
    inquiry = start_session(Settings(tmp_path / "user")).inquiry
    ahead = Ahead(inquiry)

    inquiry.change(method="lime")
    qtbot.waitUntil(lambda: len(loads) == 1, timeout=2000)
    inquiry.set_options("lime", {"samples": 50})
    inquiry.change(method="sobol")
    qtbot.waitUntil(lambda: len(loads) == 2, timeout=2000)

    assert [method for method, _ in loads] == ["lime", "sobol"]
    assert threading.main_thread() not in {thread for _, thread in loads}
    assert ahead.close(2.0)
