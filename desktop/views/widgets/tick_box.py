"""A tick box whose words go over several lines where one is too short."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desktop.views import theme

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_GAP_PX = 8
_MANY_PX = 10_000


class TickBox(QCheckBox):
    """On or off; the words can be clicked as well."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return max(self._tick().height(), self._words(width).height())

    def sizeHint(self) -> QSize:
        """All in one line."""
        words = self._words(_MANY_PX)
        return QSize(words.right() + 2, max(self._tick().height(), words.height()))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        width = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
        return QSize(self._left() + width + 2, self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802
        """Anywhere on it."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the tick beside the first line."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        words = self._words(self.width())
        line = self.fontMetrics().height()
        option.text = ""
        option.rect = QRect(0, 0, self._left(), max(line, self._tick().height()))
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        words.moveTop(max(0, (option.rect.height() - line) // 2))
        painter.setPen(QColor(self._ink()))
        painter.drawText(words, _WRAPPED, self.text())

    def _ink(self) -> theme.Colour:
        if not self.isEnabled():
            return theme.FAINT
        return theme.ACCENT if self.hasFocus() else theme.TEXT

    def _tick(self) -> QSize:
        style = self.style()
        metrics = QStyle.PixelMetric
        width = style.pixelMetric(metrics.PM_IndicatorWidth, None, self)
        return QSize(width, style.pixelMetric(metrics.PM_IndicatorHeight, None, self))

    def _left(self) -> int:
        return self._tick().width() + _GAP_PX

    def _words(self, width: int) -> QRect:
        room = QRect(self._left(), 0, max(1, width - self._left()), _MANY_PX)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self.text())
