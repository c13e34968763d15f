import json

import pytest

from desktop.commands.command import Command
from desktop.commands.shortcuts import SETTING, Shortcuts, portable
from desktop.settings import Settings


def command(command_id, *keys):
    return Command(command_id, "file", f"&{command_id}...", "Does it", print, keys)


COMMANDS = (command("open", "Ctrl+O"), command("fit", "F", "Ctrl+0"), command("about"))


@pytest.fixture
def settings(qtbot, tmp_path):
    return Settings(tmp_path)


@pytest.fixture
def shortcuts(settings):
    return Shortcuts(settings, COMMANDS)


def test_the_table_gives_the_first_keys(shortcuts):
    assert shortcuts.keys("fit") == ("F", "Ctrl+0")
    assert shortcuts.keys("about") == ()
    assert shortcuts.shown_keys("fit") == "F, Ctrl+0"
    assert shortcuts.owner_of("ctrl+o").id == "open"


def test_chosen_keys_replace_the_others_and_come_back(qtbot, shortcuts, settings):
    with qtbot.waitSignal(shortcuts.changed):
        shortcuts.choose("fit", ["x"])

    again = Shortcuts(settings, COMMANDS)
    assert shortcuts.keys("fit") == again.keys("fit") == ("X",)
    assert again.is_changed("fit")
    assert again.owner_of("F") is None


def test_a_taken_key_is_refused_and_nothing_changes(shortcuts):
    with pytest.raises(ValueError, match="already means: open"):
        shortcuts.choose("fit", ["Ctrl+O"])

    assert shortcuts.keys("fit") == ("F", "Ctrl+0")
    assert shortcuts.keys("open") == ("Ctrl+O",)


@pytest.mark.parametrize("key", ["Q", "Space", "Tab", "Return", "", "nonsense+key", "Ctrl+K, A"])
def test_keys_that_cannot_mean_a_command_are_refused(shortcuts, key):
    assert shortcuts.objection("fit", key)


def test_comma_keys_are_single_keys(shortcuts):
    assert shortcuts.objection("fit", ",") == ""
    assert shortcuts.objection("fit", "Ctrl+,") == ""


def test_a_key_taken_away_can_be_given_to_another(shortcuts):
    shortcuts.choose("open", [])
    shortcuts.choose("fit", ["Ctrl+O"])

    assert shortcuts.keys("open") == ()
    with pytest.raises(ValueError, match="already means"):
        shortcuts.restore("open")
    shortcuts.restore()
    assert shortcuts.keys("open") == ("Ctrl+O",)
    assert shortcuts.keys("fit") == ("F", "Ctrl+0")


def test_choosing_the_first_keys_again_stores_nothing(shortcuts, settings):
    shortcuts.choose("fit", ["X"])
    shortcuts.choose("fit", ["F", "Ctrl+0"])

    assert settings.get(SETTING) == ""
    assert not shortcuts.is_changed("fit")


@pytest.mark.parametrize(
    "stored",
    [
        "no json",
        "[1]",
        json.dumps({"gone": ["X"]}),
        json.dumps({"fit": "X"}),
        json.dumps({"fit": ["Q"]}),
        json.dumps({"fit": [3]}),
    ],
)
def test_damaged_or_unknown_keys_mean_those_of_the_table(settings, stored):
    settings.set(SETTING, stored)
    shortcuts = Shortcuts(settings, COMMANDS)

    assert shortcuts.keys("fit") == ("F", "Ctrl+0")


def test_two_commands_never_get_one_key_from_the_file(settings):
    settings.set(SETTING, json.dumps({"fit": ["X"], "about": ["x"]}))
    shortcuts = Shortcuts(settings, COMMANDS)

    assert shortcuts.keys("fit") == ("X",)
    assert shortcuts.keys("about") == ()


def test_a_person_s_key_wins_over_that_of_a_later_table(settings):
    settings.set(SETTING, json.dumps({"about": ["F"]}))
    shortcuts = Shortcuts(settings, COMMANDS)

    assert shortcuts.keys("about") == ("F",)
    assert shortcuts.keys("fit") == ("Ctrl+0",)


def test_one_spelling_for_one_key():
    assert portable("ctrl+pgdown") == "Ctrl+PgDown"
