"""Which keys mean which command: those of the table, changed by what a person chose instead.

A key means one command only. Keys that are held or that the window itself needs are refused.
"""

import json
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence

from desktop.commands.command import Command, plain_text
from desktop.commands.registry import COMMANDS, HELD_KEYS
from desktop.settings import Settings

SETTING = "shortcuts/changed"
# Without these no panel could be used by keyboard.
_NEEDED_KEYS = ("Tab", "Shift+Tab", "Backtab", "Return", "Enter")


class Shortcuts(QObject):
    """The keys in use.

    Args:
        settings: keeps what differs from the table.
        commands: the table.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        commands: tuple[Command, ...] = COMMANDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._commands = {command.id: command for command in commands}
        self._own = _read(str(settings.get(SETTING)), self._commands)

    def keys(self, command_id: str) -> tuple[str, ...]:
        """The keys of a command in Qt's portable notation, the one to show first."""
        if command_id in self._own:
            return self._own[command_id]
        taken = {key for keys in self._own.values() for key in keys}
        keys = (portable(key) for key in self._commands[command_id].keys)
        return tuple(key for key in keys if key not in taken)

    def shown_keys(self, command_id: str) -> str:
        """The keys as the system writes them, for people; empty when there are none."""
        return ", ".join(shown(key) for key in self.keys(command_id))

    def shown_key(self, command_id: str) -> str:
        """The first of them; empty when there is none."""
        return next((shown(key) for key in self.keys(command_id)), "")

    def owner_of(self, key: str) -> Command | None:
        """The command that this key means."""
        wanted = portable(key)
        found = (c for c in self._commands.values() if wanted in self.keys(c.id))
        return next(found, None)

    def objection(self, command_id: str, key: str) -> str:
        """Why a key cannot be given to a command, for people; empty when it can."""
        wanted = portable(key)
        if wanted == "":
            return QCoreApplication.translate("Shortcuts", "This is no key that can be used.")
        if QKeySequence(wanted).count() > 1:
            return QCoreApplication.translate("Shortcuts", "Press one key, not a sequence.")
        if wanted in _NEEDED_KEYS:
            return QCoreApplication.translate(
                "Shortcuts", "{key} is needed to move through the window."
            ).format(key=shown(wanted))
        if wanted in HELD_KEYS:
            return QCoreApplication.translate(
                "Shortcuts", "{key} does something while it is held."
            ).format(key=shown(wanted))
        owner = self.owner_of(wanted)
        if owner is not None and owner.id != command_id:
            return QCoreApplication.translate(
                "Shortcuts", "{key} already means: {command}. Take it away there first."
            ).format(key=shown(wanted), command=plain_text(owner))
        return ""

    def is_changed(self, command_id: str) -> bool:
        """Whether a person chose other keys than those of the table."""
        return command_id in self._own

    def choose(self, command_id: str, keys: Iterable[str]) -> None:
        """Gives a command exactly these keys, and remembers it.

        Raises:
            ValueError: a key is refused; the message is that of `objection`. Nothing is changed.
        """
        chosen = tuple(dict.fromkeys(portable(key) for key in keys))
        for key in chosen:
            reason = self.objection(command_id, key)
            if reason:
                raise ValueError(reason)
        first = tuple(portable(key) for key in self._commands[command_id].keys)
        self._own.pop(command_id, None)
        if chosen != first:
            self._own[command_id] = chosen
        self._store()

    def restore(self, command_id: str | None = None) -> None:
        """The keys of the table again, for one command or for all.

        Raises:
            ValueError: another command has been given one of these keys.
        """
        if command_id is None:
            self._own = {}
            self._store()
        else:
            self.choose(command_id, self._commands[command_id].keys)

    def _store(self) -> None:
        text = json.dumps(self._own, sort_keys=True) if self._own else ""
        self._settings.set(SETTING, text)
        self.changed.emit()


def portable(key: str) -> str:
    """One spelling for one key: ``ctrl+pgdown`` -> ``Ctrl+PgDown``; empty when it is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def shown(key: str) -> str:
    """A key as the system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _read(text: str, commands: dict[str, Command]) -> dict[str, tuple[str, ...]]:
    """The stored changes; what is damaged, unknown or doubled means the table's keys."""
    try:
        stored = json.loads(text) if text else {}
    except ValueError:
        return {}
    own: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set(_NEEDED_KEYS) | set(HELD_KEYS)
    for command_id, keys in stored.items() if isinstance(stored, dict) else ():
        is_list = isinstance(keys, list) and all(isinstance(key, str) for key in keys)
        if command_id not in commands or not is_list:
            continue
        wanted = tuple(portable(key) for key in keys)
        if "" in wanted or taken & set(wanted):
            continue
        taken |= set(wanted)
        own[command_id] = wanted
    return own
