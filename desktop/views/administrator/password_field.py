"""A line for a password: hidden or shown, with a hint where the caps lock seems to be on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.administrator.password import MOST_LETTERS
from desktop.views.widgets.plain_label import PlainLabel


class PasswordField(QWidget):
    """The line with its name above and its button beside it.

    Args:
        name: what is to be typed.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        self.line.setAccessibleName(name)
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.setCheckable(True)
        self.show_button.setAutoDefault(False)
        self.show_button.setAccessibleName(self.tr("Show what was typed: {name}").format(name=name))
        self.show_button.toggled.connect(self._show_letters)
        self._caps = PlainLabel(self.tr("The caps lock seems to be on."), "warning", wraps=True)
        self._caps.hide()
        self.line.caps_seen.connect(self._caps.setVisible)
        label = PlainLabel(name, "strong", wraps=True)
        label.setBuddy(self.line)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._caps)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def _show_letters(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.show_button.setText(self.tr("Hide") if is_shown else self.tr("Show"))


class _Line(QLineEdit):
    caps_seen = Signal(bool)  # by the case of a letter and the Shift key

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(MOST_LETTERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No system tells of the caps lock; a letter in another case than Shift gives does."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_seen.emit(False)  # it was turned; the next letter tells in which direction
        elif len(letter) == 1 and letter.lower() != letter.upper():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(letter.isupper() != has_shift)
        super().keyPressEvent(event)
