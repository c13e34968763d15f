"""What is derived of a model is built once, and never keeps others waiting that need it not."""

import threading

import pytest

from engine.bundle.store import read_bundle
from engine.inference.model import open_model
from tests.support.bundles import write_tiny_bundle


@pytest.fixture
def model(tmp_path):
    return open_model(read_bundle(write_tiny_bundle(tmp_path / "tiny-1")), wants_gpu=False)


def test_building_one_thing_may_ask_for_another(model):
    assert model.derived("sum", lambda: model.derived("part", lambda: 2) + 1) == 3
    assert model.derived("part", lambda: 5) == 2


def test_what_is_there_is_had_while_something_else_is_built(model):
    begun, may_end = threading.Event(), threading.Event()

    def build():
        begun.set()
        assert may_end.wait(10)
        return "built"

    model.derived("quick", lambda: "quick")
    worker = threading.Thread(target=lambda: model.derived("slow", build))
    worker.start()
    assert begun.wait(10)
    found = []
    asker = threading.Thread(target=lambda: found.append(model.derived("quick", lambda: "other")))
    asker.start()
    asker.join(5)
    was_had_at_once = not asker.is_alive()
    may_end.set()
    worker.join()
    asker.join()

    assert was_had_at_once
    assert found == ["quick"]
    assert model.derived("slow", lambda: "again") == "built"


def test_two_threads_build_once(model):
    built = []
    threads = [
        threading.Thread(target=lambda: model.derived("one", lambda: built.append(1)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert built == [1]
