"""The window's title: which file is on screen, unless patients are masked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.state.workspace import Item, Workspace
from desktop.views.panels.strip_words import shown_name

PROGRAM = "WhyRay"


class WindowTitle(QObject):
    """Keeps the title, which also stands in the taskbar, in step with the item on screen.

    Args:
        window: the window.
        workspace: the open items.
    """

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        workspace.current_changed.connect(self._write)
        workspace.privacy.changed.connect(self._write)
        self._write()

    def _write(self, _what: Item | bool | None = None) -> None:
        item = self._workspace.current
        if item is None or self._workspace.privacy.is_on:
            self._window.setWindowTitle(PROGRAM)
        else:
            self._window.setWindowTitle(f"{shown_name(item)} - {PROGRAM}")
