"""The bounded queue between two stations."""

import threading
import time

import pytest

from desktop.jobs.channel import Channel
from engine.progress import Cancelled


def later(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_values_come_in_order_and_then_nothing():
    channel = Channel(4, 100)
    for value in "abc":
        channel.put(value, 1)
    channel.end()

    assert channel.take(2, 0.0) == ["a", "b"]
    assert channel.take(2, 60.0) == ["c"]
    assert channel.take(2, 60.0) == []


@pytest.mark.parametrize(("most", "most_bytes"), [(2, 1000), (9, 20)], ids=["number", "bytes"])
def test_a_full_channel_holds_its_filler_up(most, most_bytes):
    channel = Channel(most, most_bytes)
    passed = []

    def fill():
        for value in range(4):
            channel.put(value, 10)
            passed.append(value)

    thread = later(fill)
    time.sleep(0.1)
    assert passed == [0, 1]
    assert channel.take(1, 0.0) == [0]
    time.sleep(0.1)
    assert passed == [0, 1, 2]
    channel.take(9, 0.0)
    thread.join(5.0)
    assert not thread.is_alive()


def test_what_is_larger_than_the_channel_passes_alone():
    channel = Channel(4, 10)
    channel.put("huge", 1000)
    assert channel.take(4, 60.0) == ["huge"]  # and is not waited with
    channel.put("huge", 1000)


def test_a_run_is_waited_for_but_not_for_ever():
    channel = Channel(8, 1000)
    channel.put("a", 1)
    start = time.monotonic()
    assert channel.take(2, 0.1) == ["a"]
    assert 0.09 < time.monotonic() - start < 2.0

    channel.put("a", 1)
    thread = later(lambda: (time.sleep(0.05), channel.put("b", 1)))
    assert channel.take(2, 30.0) == ["a", "b"]
    thread.join()


def test_an_abort_wakes_those_who_wait():
    full, empty, ended = Channel(1, 10), Channel(1, 10), []
    full.put("a", 1)

    def wait(work):
        try:
            work()
        except Cancelled:
            ended.append(True)

    threads = [
        later(lambda: wait(lambda: full.put("b", 1))),
        later(lambda: wait(lambda: empty.take(1, 0.0))),
    ]
    time.sleep(0.05)
    full.abort()
    empty.abort()
    for thread in threads:
        thread.join(5.0)
    assert ended == [True, True]
