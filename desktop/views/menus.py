"""Menus made from the table of commands."""

from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.commands.actions import Actions
from desktop.commands.command import translated
from desktop.commands.registry import COMMANDS, MENUS


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Adds every menu that holds a command.

    Args:
        bar: an empty menu bar.
        actions: of the commands; ticked before a menu opens.

    Returns:
        The menus by their keys in `MENUS`.
    """
    menus: dict[str, QMenu] = {}
    for command in COMMANDS:
        menu = _menu(command.menu, bar, menus, actions)
        if command.starts_group:
            menu.addSeparator()
        menu.addAction(actions[command.id])
    for key in MENUS:
        if key in menus and "/" not in key:
            bar.addMenu(menus[key])
    return menus


def _menu(key: str, bar: QMenuBar, menus: dict[str, QMenu], actions: Actions) -> QMenu:
    """The menu of that key; a submenu stands where its first command comes."""
    if key not in menus:
        menus[key] = QMenu(translated(MENUS[key]), bar)
        menus[key].setToolTipsVisible(True)
        menus[key].aboutToShow.connect(actions.tick)
        parent = key.rpartition("/")[0]
        if parent:
            _menu(parent, bar, menus, actions).addMenu(menus[key])
    return menus[key]
