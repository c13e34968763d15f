"""Time left from what was measured."""

import pytest

from engine.batch.pace import Pace


def worked(seconds_each, files, start=0.0):
    pace = Pace(start)
    for number in range(1, files + 1):
        pace.count(start + number * seconds_each)
    return pace


def test_nothing_is_said_before_enough_was_seen():
    pace = worked(0.4, 2)
    assert pace.per_second(0.8) is None
    assert pace.seconds_left(10, 0.8) is None


def test_a_steady_pace_is_met():
    pace = worked(0.5, 20)
    assert pace.per_second(10.0) == pytest.approx(2.0)
    assert pace.seconds_left(30, 10.0) == pytest.approx(15.0)
    assert pace.mean_per_second(10.0) == pytest.approx(2.0)


def test_of_late_counts_not_the_beginning():
    pace = worked(0.1, 100)  # fast until 10 s
    for number in range(1, 101):
        pace.count(10.0 + number)  # one a second until 110 s
    assert pace.per_second(110.0) == pytest.approx(1.0, rel=0.05)
    assert pace.mean_per_second(110.0) == pytest.approx(200 / 110)


def test_a_pause_does_not_count():
    pace = worked(0.5, 20)
    pace.rest(10.0)
    assert pace.seconds_left(10, 500.0) == pytest.approx(5.0)
    pace.go_on(510.0)
    assert pace.per_second(510.0) == pytest.approx(2.0)
    pace.count(510.5)
    assert pace.mean_per_second(510.5) == pytest.approx(2.0)


def test_a_stall_shows():
    assert worked(0.5, 20).per_second(30.0) < 0.7
