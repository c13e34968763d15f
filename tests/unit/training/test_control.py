"""A word in a file: a run rests, goes on, or ends."""

import threading
import time

import pytest

from training.control import CANCEL, PAUSE, RUN, Control, Stopped


def test_without_a_file_nothing_happens(tmp_path):
    Control(tmp_path / "control").heed()


def test_it_rests_until_the_word_changes_and_tells_both(tmp_path):
    file, told = tmp_path / "control", []
    file.write_text(PAUSE)
    threading.Timer(0.5, lambda: file.write_text(RUN)).start()
    used, started = time.process_time(), time.monotonic()

    Control(file, told.append).heed()

    assert told == [True, False]
    assert time.monotonic() - started >= 0.4
    assert time.process_time() - used < 0.2  # a rest costs next to no processor


def test_cancel_is_no_exception_that_work_could_swallow(tmp_path):
    (tmp_path / "control").write_text(CANCEL)
    with pytest.raises(Stopped) as stopped:
        Control(tmp_path / "control").heed()
    assert stopped.value.is_asked
    assert not isinstance(stopped.value, Exception)


def test_what_rests_can_be_cancelled(tmp_path):
    file = tmp_path / "control"
    file.write_text(PAUSE)
    threading.Timer(0.3, lambda: file.write_text(CANCEL)).start()
    with pytest.raises(Stopped):
        Control(file).heed()
