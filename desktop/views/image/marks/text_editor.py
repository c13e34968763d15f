"""The field over the image in which the words of a mark are typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.measure.mark import MAX_TEXT

_WIDTH_PX = 240


class TextEditor(QLineEdit):
    """Enter or a click elsewhere takes the words, Esc leaves everything as it was.

    Args:
        place: the viewport it lies on.
    """

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self.setMaxLength(MAX_TEXT)
        self.setAccessibleName(self.tr("Words of the mark"))
        self.setPlaceholderText(self.tr("Type, then Enter"))
        self.setFixedWidth(_WIDTH_PX)
        self.hide()
        self._take: Callable[[str], None] | None = None
        self.editingFinished.connect(self._finish)

    def ask(self, at: QPointF, text: str, take: Callable[[str], None]) -> None:
        """Asks for words.

        Args:
            at: where, in the viewport.
            text: what stands there so far.
            take: gets the words; not called after Esc.
        """
        self._finish()
        room = self.parentWidget().rect()
        left = min(max(0, round(at.x())), max(0, room.width() - _WIDTH_PX))
        top = min(max(0, round(at.y())), max(0, room.height() - self.sizeHint().height()))
        self.move(left, top)
        self.setText(text)
        self._take = take
        self.show()
        self.setFocus()
        self.selectAll()

    def leave(self) -> bool:
        """Closes without taking the words. False: it was not open."""
        was_open, self._take = self._take is not None, None
        self.hide()
        return was_open

    def event(self, event: QEvent) -> bool:
        """Esc means this field while it is open, not the window's command."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.parentWidget().setFocus()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        take, self._take = self._take, None
        if take is None:
            return
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self.parentWidget().setFocus()
        take(self.text().strip())
