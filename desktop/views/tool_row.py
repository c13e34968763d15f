"""The toolbar: every command with an icon; words beside the icons as long as there is room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from desktop.commands.actions import Actions
from desktop.commands.registry import COMMANDS

# Icons that everybody reads; the room is for the words of the others.
_PLAIN_ICONS = (
    "fit", "one-to-one", "tool-window", "tool-pan", "tool-zoom", "tool-scroll", "magnifier",
    "invert", "reset",
)  # fmt: skip
_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_NO_WORDS = Qt.ToolButtonStyle.ToolButtonIconOnly


class ToolRow(QToolBar):
    """Never hides a tool: in narrow windows the words go.

    Args:
        actions: of the window.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setToolButtonStyle(_WORDS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._worded: list[QToolButton] = []
        menu = None
        for command in COMMANDS:
            if not command.icon:
                continue
            if menu not in (None, command.menu):
                self.addSeparator()
            menu = command.menu
            self.addAction(actions[command.id])
            button = self.widgetForAction(actions[command.id])
            if command.icon in _PLAIN_ICONS:
                button.setToolButtonStyle(_NO_WORDS)
            else:
                self._worded.append(button)

    def _make_room(self) -> None:
        for style in (_WORDS, _NO_WORDS):
            for button in self._worded:
                button.setToolButtonStyle(style)
            self.layout().invalidate()
            if self.layout().sizeHint().width() <= self.width():
                break

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words, or no words."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room, and those of another language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._make_room()
