"""Labels for text that may come from files: always plain, never interpreted, bounded in length."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.language import shown_words
from desktop.views import theme
from engine.images.text import clean_text

MAX_TEXT = 2000
_NO_BREAK = "\u00a0"
_BEFORE_UNIT = re.compile(r"(\d) (%|px|mm|cm|MB|GiB|ms|s)(?!\w)")  # a number stays with its unit
# role -> (colour of the theme, points added to the application's font, weight)
ROLES = {
    "body": ("TEXT", 0, 400),
    "muted": ("MUTED", 0, 400),
    "on_black": ("ON_BLACK", 0, 400),
    "small": ("MUTED", -1, 400),
    "strong": ("TEXT", 0, 600),
    "heading": ("TEXT", 1, 700),
    "title": ("TEXT", 10, 700),
    "figure": ("TEXT", 8, 600),
    "warning": ("ABOVE", 0, 600),
    "stop": ("STOP", 0, 600),
}


class PlainLabel(QLabel):
    """A label that shows its text letter by letter: no markup, no links, no control characters.

    Args:
        text: may come from a file.
        role: a key of `ROLES`.
        wraps: whether long text goes over several lines.
    """

    _role = ""
    _keeps_colour = False  # until it is made; never where a style sheet of its own colours it

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.set_role(role)
        self._keeps_colour = True
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Changes the look."""
        if role != self._role:
            self._role = role
            self.dress_again()

    def dress_again(self) -> None:
        """Follows the theme and the size of words."""
        colour, extra_points, weight = ROLES[self._role]
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() + extra_points)
        font.setWeight(QFont.Weight(weight))
        self.setFont(font)
        self._colour = colour
        self._take_colour()

    def _take_colour(self) -> None:
        ink = QColor(getattr(theme, self._colour))
        palette = self.palette()  # a style sheet per label would cost a millisecond each
        if palette.color(QPalette.ColorRole.WindowText) != ink:
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Keeps the colour: a new style sheet around the label would bring an older one back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._keeps_colour:
            self._take_colour()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Shows cleaned text in the language in use; line breaks are kept."""
        text = shown_words(text)
        lines = text[: 4 * MAX_TEXT].split("\n")
        cleaned = "\n".join(clean_text(line, MAX_TEXT) for line in lines)
        super().setText(_BEFORE_UNIT.sub(f"\\1{_NO_BREAK}\\2", cleaned))

    def text(self) -> str:
        """What it says, with plain spaces only."""
        return super().text().replace(_NO_BREAK, " ")


class ElidedLabel(PlainLabel):
    """One line that loses its middle when there is no room; the whole text is in the tooltip."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        parent: QWidget | None = None,
    ) -> None:
        self._mode = mode
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws as much as fits; offers the whole text as a tooltip where it is cut."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room, text = self.contentsRect(), self.text()
        shown = QFontMetrics(self.font()).elidedText(text, self._mode, room.width())
        painter.drawText(room, int(self.alignment()) | Qt.TextFlag.TextSingleLine, shown)
        painter.end()
        self.setToolTip("" if shown == text else plain_tooltip(text))

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Shows cleaned text on one line."""
        super().setText(shown_words(text).replace("\n", " "))
        self.setToolTip("")  # until it is painted

    def minimumSizeHint(self) -> QSize:
        """Next to nothing in width."""
        return QSize(24, super().minimumSizeHint().height())


def plain_tooltip(text: str) -> str:
    """Text for a tooltip, where Qt would otherwise guess whether it is markup."""
    cleaned = clean_text(shown_words(text), MAX_TEXT)
    escaped = cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
