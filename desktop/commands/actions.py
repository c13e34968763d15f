"""Qt actions made from the table of commands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence

from desktop.commands.context import Context
from desktop.commands.registry import COMMANDS, Command, is_possible, translated
from desktop.state.workspace import Item


class Actions:
    """One action per command, by its id.

    Args:
        owner: the window; shortcuts work in it.
        context: what the commands may use.
        icon: gives an icon by name.
    """

    def __init__(self, owner: QObject, context: Context, icon: Callable[[str], QIcon]) -> None:
        self._by_id = {command.id: _action(command, owner, context, icon) for command in COMMANDS}

    def __getitem__(self, command_id: str) -> QAction:
        """The action of that command."""
        return self._by_id[command_id]

    def offer(self, item: Item | None) -> None:
        """Enables what makes sense for the item on screen."""
        for command in COMMANDS:
            self._by_id[command.id].setEnabled(is_possible(command.needs, item))


def _action(
    command: Command, owner: QObject, context: Context, icon: Callable[[str], QIcon]
) -> QAction:
    action = QAction(translated(command.text), owner)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setStatusTip(translated(command.tip))
    keys = QKeySequence(command.keys[0]).toString() if command.keys else ""
    action.setToolTip(f"{translated(command.tip)} ({keys})" if keys else translated(command.tip))
    if command.icon:
        action.setIcon(icon(command.icon))
    action.triggered.connect(partial(_run, command, context))
    return action


def _run(command: Command, context: Context, _is_checked: bool = False) -> None:
    command.run(context)
