"""The menu of what was opened last; empty while patients are masked."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.jobs.desk import Desk
from engine.errors import display_name, display_path
from engine.images.text import clean_text

_NAME_CHARS = 60


class RecentMenu(QObject):
    """Keeps the entries at the top of a menu.

    Args:
        menu: what stands in it already stays below.
        desk: knows the paths and opens them.
    """

    def __init__(self, menu: QMenu, desk: Desk) -> None:
        super().__init__(menu)
        self._menu, self._desk = menu, desk
        self._rest = menu.actions()
        self._entries: list[QAction] = []
        self._renew()
        desk.recent.changed.connect(self._renew)

    def _renew(self) -> None:
        for entry in self._entries:
            self._menu.removeAction(entry)
            entry.deleteLater()
        self._entries = [self._entry(path) for path in self._desk.recent.paths]
        self._menu.insertActions(self._rest[0] if self._rest else None, self._entries)
        self._menu.menuAction().setEnabled(bool(self._entries))

    def _entry(self, path: Path) -> QAction:
        name = clean_text(display_name(path), _NAME_CHARS).replace("&", "&&")
        entry = QAction(name or display_path(path), self)
        entry.setToolTip(clean_text(display_path(path)))
        entry.triggered.connect(partial(self._open, path))
        return entry

    def _open(self, path: Path, _is_checked: bool = False) -> None:
        self._desk.open_paths([path])
