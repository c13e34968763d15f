"""The toolbar: every command with an icon; words beside the icons as long as there is room.

For the keyboard it is one stop: Tab comes to the tool used last, the arrows go on from there.
"""

from PySide6.QtCore import QEvent, QObject, Qt
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
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        self._buttons: list[QToolButton] = []
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
            button.installEventFilter(self)
            self._buttons.append(button)
            if command.icon in _PLAIN_ICONS:
                button.setToolButtonStyle(_NO_WORDS)
            else:
                self._worded.append(button)

        self._stop_at(self._buttons[0])

    def _stop_at(self, chosen: QToolButton) -> None:
        """Tab comes to this one; a click never takes the keys away from the image."""
        for button in self._buttons:
            is_chosen = button is chosen
            policy = Qt.FocusPolicy.TabFocus if is_chosen else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)

    def _turn_to(self, button: QToolButton, key: int) -> None:
        usable = [b for b in self._buttons if b.isEnabled() and b.isVisible()]
        if key in _ENDS:
            chosen = usable[_ENDS[key]]
        else:
            step = _STEPS[key] * (1 if self.layoutDirection() == _LEFT_TO_RIGHT else -1)
            chosen = usable[(usable.index(button) + step) % len(usable)]
        self._stop_at(chosen)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_room(self) -> None:
        for style in (_WORDS, _NO_WORDS):
            for button in self._worded:
                button.setToolButtonStyle(style)
            self.layout().invalidate()
            if self.layout().sizeHint().width() <= self.width():
                break

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys go from tool to tool, Enter presses as Space does."""
        if event.type() == QEvent.Type.KeyPress and not event.modifiers():
            if event.key() in _STEPS or event.key() in _ENDS:
                self._turn_to(watched, event.key())
                return True
            if event.key() in _PRESSING:
                watched.click()
                return True
        if event.type() == QEvent.Type.EnabledChange and not watched.isEnabled():
            self._leave(watched)
        return super().eventFilter(watched, event)

    def _leave(self, button: QToolButton) -> None:
        """A tool that cannot be used is no stop."""
        usable = next((b for b in self._buttons if b.isEnabled()), None)
        if usable is not None and button.focusPolicy() == Qt.FocusPolicy.TabFocus:
            self._stop_at(usable)

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
