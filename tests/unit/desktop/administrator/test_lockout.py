"""The lock-out counts attempts; clocks and restarts give nobody one more."""

import pytest

from desktop.administrator import lockout
from desktop.administrator.errors import LockedOut, WrongPassword
from desktop.administrator.lockout import Attempts, wait_after
from desktop.administrator.vault import Vault
from tests.support.administrators import CHEAP, OTHER, PASSWORD, TestClock

DAY_S = 86400.0


@pytest.fixture
def clock():
    return TestClock()


@pytest.fixture
def open_vault(tmp_path, clock):
    """Gives the same file to another start of the program."""

    def start():
        return Vault(tmp_path / "administrator", CHEAP, clock)

    start().set_password(PASSWORD)
    return start


def fail(vault, times=1):
    for _ in range(times):
        with pytest.raises(WrongPassword):
            vault.unlock(OTHER)


def check_locked(vault, wait_s):
    with pytest.raises(LockedOut) as caught:
        vault.unlock(PASSWORD)
    assert caught.value.wait_s == pytest.approx(wait_s, abs=0.01)


def test_the_waits_double_from_30_s_to_15_minutes():
    waits = [wait_after(failures) for failures in range(12)]

    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert wait_after(10**9) == 900


def test_four_failures_are_free_and_the_right_password_forgives_them(open_vault):
    vault = open_vault()
    for _ in range(3):
        fail(vault, 4)
        assert vault.attempts_left() == 1
        vault.unlock(PASSWORD)
        assert vault.attempts_left() == 5


def test_the_fifth_failure_locks_even_for_the_right_password(open_vault, clock):
    vault = open_vault()
    fail(vault, 5)

    check_locked(vault, 30)
    clock.pass_by(29)
    check_locked(vault, 1)
    clock.pass_by(1.5)
    vault.unlock(PASSWORD)


def test_every_further_failure_costs_twice_as_much(open_vault, clock):
    vault = open_vault()
    fail(vault, 5)
    for wait in (30, 60, 120, 240, 480, 900, 900):
        check_locked(vault, wait)
        clock.pass_by(wait + 1)
        fail(vault)


def test_asking_while_locked_neither_compares_nor_prolongs(open_vault, clock, monkeypatch):
    vault = open_vault()
    fail(vault, 5)
    monkeypatch.setattr("desktop.administrator.password.derived", None)
    for _ in range(20):
        check_locked(vault, 30)
    monkeypatch.undo()
    clock.pass_by(31)
    vault.unlock(PASSWORD)


def test_the_count_and_the_wait_outlive_the_program(open_vault, clock):
    for _ in range(5):
        fail(open_vault())
    check_locked(open_vault(), 30)
    clock.pass_by(10)
    check_locked(open_vault(), 20)
    clock.pass_by(21)
    open_vault().unlock(PASSWORD)


def test_a_program_that_dies_while_it_compares_has_used_its_attempt_up(open_vault, monkeypatch):
    def dies(*_what):
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.administrator.password.derived", dies)
    for left in (4, 3, 2, 1, 0):
        vault = open_vault()
        with pytest.raises(KeyboardInterrupt):
            vault.unlock(PASSWORD)
        assert vault.attempts_left() == left
    monkeypatch.undo()
    check_locked(open_vault(), 30)


@pytest.mark.parametrize("back_s", [1.0, DAY_S, 10 * 365 * DAY_S])
def test_setting_the_clock_back_gives_nothing(open_vault, clock, back_s):
    vault = open_vault()
    fail(vault, 5)
    clock.pass_by(10)
    check_locked(vault, 20)
    clock.set_wall(clock.wall() - back_s)

    check_locked(open_vault(), 20)  # a program started anew cannot know more than the latest time
    assert open_vault().attempts_left() == 0


def test_back_and_forth_gives_nothing(open_vault, clock):
    vault = open_vault()
    fail(vault, 5)
    now = clock.wall()
    for _ in range(10):
        clock.set_wall(now - DAY_S)
        check_locked(open_vault(), 30)
        clock.set_wall(now)
        check_locked(open_vault(), 30)


def test_a_clock_put_right_by_years_locks_nobody_out_for_years(open_vault, clock):
    clock.set_wall(clock.wall() + 9 * 365 * DAY_S)  # an empty battery
    vault = open_vault()
    fail(vault, 5)
    clock.set_wall(clock.wall() - 9 * 365 * DAY_S)

    check_locked(vault, 30)
    clock.pass_by(31)  # by the running time of this program
    vault.unlock(PASSWORD)


def test_a_clock_set_forward_ends_one_wait_but_not_the_count(open_vault, clock):
    vault = open_vault()
    fail(vault, 5)
    for wait in (60, 120, 240):
        clock.set_wall(clock.wall() + DAY_S)
        fail(vault)
        check_locked(vault, wait)


def test_a_wait_is_never_longer_than_it_was_set():
    attempts = Attempts(5, until=1030.0, seen=1000.0)

    assert attempts.wait_s(1010.0) == 20
    assert attempts.wait_s(-1e9) == 30
    assert attempts.wait_s(2000.0) == 0
    assert lockout.LONGEST_WAIT_S == 900
