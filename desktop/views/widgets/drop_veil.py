"""The frame that lights up while files are dragged over the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views import theme

_VEIL_ALPHA = 170


class DropVeil(QWidget):
    """Covers its parent without taking part in anything."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Shows itself over the whole parent."""
        self.setGeometry(self.parentWidget().rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame and a word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.GROUND)
        ground.setAlpha(_VEIL_ALPHA)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(theme.ACCENT), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(8, 8, -8, -8), 12, 12)
        painter.setPen(QColor(theme.TEXT))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() + 8)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to open"))
