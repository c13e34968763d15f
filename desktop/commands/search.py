"""Finding commands by a few typed letters, for the palette and the lists of keys."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.commands.command import Command, plain_text, translated
from desktop.commands.registry import MENUS

IN_TIP, _NOT_FOUND = 3, 99


def find_commands(commands: Iterable[Command], typed: str) -> list[Command]:
    """The commands that hold every typed word, best first; all in their order for no words.

    A word counts most where it begins the name, then where it begins a word of it, then anywhere in
    it, then in the sentence that explains the command. Case and accents do not matter.
    """
    ranked = [(rank(command, typed), command) for command in commands]
    found = [entry for entry in ranked if entry[0] < _NOT_FOUND]
    return [command for _, command in sorted(found, key=lambda entry: entry[0])]


def rank(command: Command, typed: str) -> int:
    """How far from the top: the worst place of any of the words, `IN_TIP` for the sentence."""
    name, tip = _folded(full_text(command)), _folded(translated(command.tip))
    return max((_place(word, name, tip) for word in _folded(typed).split()), default=0)


def full_text(command: Command) -> str:
    """Its name with that of its submenu, where it is in one."""
    name = plain_text(command)
    if "/" not in command.menu:
        return name
    menu = translated(MENUS[command.menu]).replace("&", "")
    return QCoreApplication.translate("Search", "{menu}: {command}").format(menu=menu, command=name)


def _place(word: str, name: str, tip: str) -> int:
    if name.startswith(word):
        return 0
    if any(part.startswith(word) for part in name.split()):
        return 1
    if word in name:
        return 2
    return IN_TIP if word in tip else _NOT_FOUND


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
