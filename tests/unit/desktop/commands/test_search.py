import pytest

from desktop.commands.command import Command
from desktop.commands.search import find_commands


def command(command_id, text, tip, menu="file"):
    return Command(command_id, menu, text, tip, print)


COMMANDS = (
    command("open", "&Open files...", "Open pictures"),
    command("reopen", "Open again", "Once more"),
    command("invert", "Invert", "Swap light and dark"),
    command("lung", "Lung", "Vessels and markings", menu="image/greys"),
    command("grosse", "Größe ändern", "Vue élargie"),
)


def ids(typed):
    return [command.id for command in find_commands(COMMANDS, typed)]


def test_nothing_typed_finds_all_in_their_order():
    assert ids("  ") == ["open", "reopen", "invert", "lung", "grosse"]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("inv", ["invert"]),
        ("OPEN", ["open", "reopen"]),
        ("file", ["open"]),  # a later word of the name
        ("dark", ["invert"]),  # of the sentence
        ("open more", ["reopen"]),  # every word must be there
        ("greys lung", ["lung"]),  # with the name of the submenu
        ("grosse", ["grosse"]),  # sharp s folds to double s
        ("größe", ["grosse"]),
        ("andern", ["grosse"]),
        ("elargie", ["grosse"]),
        ("zebra", []),
    ],
)
def test_commands_are_found(typed, wanted):
    assert ids(typed) == wanted


def test_names_come_before_sentences():
    table = (command("tip", "Elsewhere", "Invert it"), command("name", "Invert", "Other"))

    assert [c.id for c in find_commands(table, "invert")] == ["name", "tip"]
