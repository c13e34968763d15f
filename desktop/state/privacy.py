"""Whether names, numbers and dates of patients are masked on screen."""

from PySide6.QtCore import QObject, Signal


class Privacy(QObject):
    """On while strangers may see the screen; files and results are never changed by it."""

    changed = Signal(bool)  # whether it is on now

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether patients are masked."""
        return self._is_on

    def set_on(self, is_on: bool) -> None:
        """Masks patients, or shows them again."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.changed.emit(is_on)
