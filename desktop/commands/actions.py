"""Qt actions made from the table of commands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence

from desktop.commands.command import Command, all_met, plain_text, translated
from desktop.commands.context import Context
from desktop.commands.registry import COMMANDS
from desktop.commands.shortcuts import Shortcuts
from desktop.state.workspace import Item


class Actions(QObject):
    """One action per command, by its id.

    Args:
        owner: the window; shortcuts work in it, and with it they end.
        context: what the commands may use.
        icon: gives an icon by name.
        commands: the table.

    Attributes:
        shortcuts: the keys in use.
    """

    def __init__(
        self,
        owner: QObject,
        context: Context,
        icon: Callable[[str], QIcon],
        commands: tuple[Command, ...] = COMMANDS,
    ) -> None:
        super().__init__(owner)
        self._commands = commands
        self._icon = icon
        self._context = context
        self.shortcuts = Shortcuts(context.desk.state.settings, commands)
        self._by_id = {command.id: QAction(owner) for command in commands}
        for command in commands:
            action = self._by_id[command.id]
            action.setObjectName(command.id)
            action.setCheckable(command.is_on is not None)
            action.triggered.connect(partial(self._run, command))
        self.write()
        self.shortcuts.changed.connect(self.write)

    def __getitem__(self, command_id: str) -> QAction:
        """The action of that command."""
        return self._by_id[command_id]

    def all(self) -> list[QAction]:
        """Every action in the table's order."""
        return list(self._by_id.values())

    def write(self) -> None:
        """Texts, keys and icons, in the language, with the keys and the theme in use."""
        for command in self._commands:
            action, tip = self._by_id[command.id], translated(command.tip)
            keys = self.shortcuts.keys(command.id)
            action.setText(translated(command.text))
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setStatusTip(tip)
            if command.icon:
                action.setIcon(self._icon(command.icon))
            first = self.shortcuts.shown_key(command.id)
            action.setToolTip(f"{tip} ({first})" if first else tip)

    def offer(self, item: Item | None) -> None:
        """Enables what makes sense for the item on screen."""
        met = all_met(item)
        for command in self._commands:
            self._by_id[command.id].setEnabled(command.needs in met)

    def tick(self) -> None:
        """Ticks what is on; asked before a menu or the palette opens and after every command."""
        for command in self._commands:
            if command.is_on is not None:
                self._by_id[command.id].setChecked(command.is_on(self._context))

    def _run(self, command: Command, _is_checked: bool = False) -> None:
        if self._may_run(command):
            command.run(self._context)
        self.tick()

    def _may_run(self, command: Command) -> bool:
        """Menus, keys, toolbar and palette all come through here."""
        asks = self._context.admits_administrator
        return not command.is_for_administrator or asks(plain_text(command))
