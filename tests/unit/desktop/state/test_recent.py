import os
from pathlib import Path

import pytest

from desktop.settings import Settings
from desktop.state.recent import MOST, Recent


@pytest.fixture
def recent(qtbot, tmp_path):
    return Recent(Settings(tmp_path / "user"))


def test_the_last_one_comes_first_and_none_twice(recent):
    for name in ("a", "b", "a"):
        recent.remember([Path(name)])

    assert recent.paths == (Path("a"), Path("b"))


def test_only_some_are_kept_also_over_a_restart(recent, tmp_path):
    for number in range(MOST + 5):
        recent.remember([Path(f"{number}")])
    odd = Path(os.fsdecode(b"/x/\xff, and; [more].dcm"))
    recent.remember([odd])
    recent._settings.save()
    again = Recent(Settings(tmp_path / "user"))

    assert len(again.paths) == MOST
    assert again.paths[0] == odd


def test_in_privacy_mode_nothing_is_shown_or_remembered(recent):
    recent.remember([Path("a")])
    recent.set_masked(True)
    recent.remember([Path("b")])

    assert recent.paths == ()
    recent.set_masked(False)
    assert recent.paths == (Path("a"),)


def test_who_wants_nothing_remembered_leaves_nothing(recent):
    recent.remember([Path("a")])
    recent._settings.set("files/remembers_recent", False)
    recent._settings.set("files/remembers_recent", True)

    assert recent.paths == ()


@pytest.mark.parametrize("stored", ["{", "3", '[1, "", null]', "x"])
def test_a_damaged_entry_means_none(recent, stored):
    recent._settings.set("files/recent", stored)

    assert recent.paths == ()
