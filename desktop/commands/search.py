"""Finding commands by a few typed letters, for the palette and the lists of keys."""

import unicodedata
from collections.abc import Iterable

from desktop.commands.command import Command, plain_text, translated

_NOT_FOUND = 99


def find_commands(commands: Iterable[Command], typed: str) -> list[Command]:
    """The commands that hold every typed word, best first; all in their order for no words.

    A word counts most where it begins the name, then where it begins a word of it, then anywhere in
    it, then in the sentence that explains the command. Case and accents do not matter.
    """
    words = _folded(typed).split()
    ranked = [(rank(command, words), command) for command in commands]
    found = [entry for entry in ranked if entry[0] < _NOT_FOUND]
    return [command for _, command in sorted(found, key=lambda entry: entry[0])]


def rank(command: Command, words: list[str]) -> int:
    """How far from the top: the worst place of any of the words."""
    name, tip = _folded(plain_text(command)), _folded(translated(command.tip))
    return max((_place(word, name, tip) for word in words), default=0)


def _place(word: str, name: str, tip: str) -> int:
    if name.startswith(word):
        return 0
    if any(part.startswith(word) for part in name.split()):
        return 1
    if word in name:
        return 2
    return 3 if word in tip else _NOT_FOUND


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
