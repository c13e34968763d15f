"""A button for a command with an icon of its own, in panels; others stand in the toolbar."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from desktop.views.icons import icon

_ICON_PX = 20


class ToolButton(QToolButton):
    """Follows its command.

    Args:
        name: of the command; its icon is ``mark-NAME``.
        action: of the command.
    """

    def __init__(self, name: str, action: QAction) -> None:
        super().__init__()
        self._name, self._action = name, action
        self.setObjectName(name)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIcon(icon(f"mark-{name}"))
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text().replace("&", "").rstrip("."))
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: the icon in its colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon(f"mark-{self._name}"))
        super().changeEvent(event)
