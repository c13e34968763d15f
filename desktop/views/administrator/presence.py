"""Whoever types or clicks is here: as long as an administrator session is open, it does not end.

Asked are the windows of the screen, which get what a person does first. A filter of the whole
application would be called for every event of every widget, thousands for an image that comes on
screen, and each time wait for the workers to let Python go.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

from desktop.jobs.administration import Administration

_OF_A_PERSON = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)


class Presence(QObject):
    """Tells the session of keys, clicks, wheel and touches in any window of the program.

    Args:
        administration: has the session.
    """

    def __init__(self, administration: Administration, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._administration = administration
        administration.changed.connect(self._follow)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees what a person does; keeps nothing back."""
        if event.type() in _OF_A_PERSON:
            self._administration.touch()
        return False

    def _follow(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    def _watch(self, window: QWindow | None) -> None:
        if window is None:
            return
        window.removeEventFilter(self)
        if self._administration.way:
            window.installEventFilter(self)
