"""Python's search for cyclic garbage runs on the GUI thread only and leaves out what stays."""

import gc
import threading
import weakref

import pytest

from desktop import garbage

pytestmark = pytest.mark.gui


class Ring:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def sweep(qapp):
    gc.collect()
    sweep = garbage.Sweep()
    yield sweep
    sweep.stop()
    gc.unfreeze()
    assert gc.isenabled()


def in_another_thread(work) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_worker_that_makes_many_objects_takes_nothing_apart(sweep):
    ring = weakref.ref(lost := Ring())
    del lost
    in_another_thread(lambda: [[number] for number in range(100_000)])
    assert ring() is not None

    kept = [[number] for number in range(1000)]
    sweep.look()
    assert ring() is None
    assert len(kept) == 1000


def test_what_is_spared_is_not_looked_at_again(sweep):
    before = gc.get_freeze_count()
    kept = [[number] for number in range(1000)]
    sweep.spare()
    assert gc.get_freeze_count() >= before + len(kept)


def test_the_event_loop_looks(sweep, qtbot, monkeypatch):
    looked = []
    monkeypatch.setattr(garbage.gc, "collect", looked.append)
    kept = [[number] for number in range(50_000)]
    qtbot.waitUntil(lambda: bool(looked), timeout=5000)
    assert len(kept) == 50_000
