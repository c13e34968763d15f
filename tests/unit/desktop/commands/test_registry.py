from PySide6.QtGui import QKeySequence

from desktop.commands.command import Needs, is_possible
from desktop.commands.registry import COMMANDS, HELD_KEYS, MENUS
from desktop.paths import RESOURCES
from desktop.state.workspace import Item


def test_ids_are_unique():
    ids = [command.id for command in COMMANDS]

    assert len(set(ids)) == len(ids)


def test_no_two_commands_share_a_key():
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]

    assert "" not in keys
    assert len(set(keys)) == len(keys)
    assert not set(HELD_KEYS) & set(keys)


def test_every_command_is_in_a_menu_and_explains_itself():
    for command in COMMANDS:
        assert command.menu in MENUS, command.id
        assert command.tip, command.id


def test_every_icon_exists():
    for command in COMMANDS:
        if command.icon:
            assert (RESOURCES / "icons" / f"{command.icon}.svg").is_file(), command.id


def test_every_need_can_be_judged_without_and_with_an_item(tmp_path):
    for needs in Needs:
        assert is_possible(needs, None) is (needs is Needs.NOTHING)
        is_possible(needs, Item(tmp_path / "x.png"))
