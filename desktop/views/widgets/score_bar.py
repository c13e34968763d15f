"""The bar of one score with a tick at its operating point."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import theme

_HEIGHT = 18
_BAR_HEIGHT = 8


class ScoreBar(QWidget):
    """A horizontal bar, 0 at the left end and 1 at the right.

    Args:
        probability: 0..1.
        threshold: the operating point, 0..1, or None.
        is_above: whether the score reached it, or None.
        unsure: the probabilities between which the model decides badly, or None.
    """

    def __init__(
        self,
        probability: float,
        threshold: float | None,
        is_above: bool | None,
        unsure: tuple[float, float] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._probability = probability
        self._threshold = threshold
        self._is_above = is_above
        self._unsure = unsure
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws ground, bar and tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _BAR_HEIGHT) / 2
        ground = QRectF(0, top, self.width(), _BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.LINE))
        painter.drawRoundedRect(ground, 4, 4)
        if self._unsure is not None:
            self._draw_zone(painter, *self._unsure)
        length = max(_BAR_HEIGHT, self._probability * self.width())
        painter.setBrush(QColor(theme.ABOVE if self._is_above else theme.BELOW))
        painter.drawRoundedRect(QRectF(0, top, length, _BAR_HEIGHT), 4, 4)
        if self._threshold is not None:
            self._draw_tick(painter, self._threshold * self.width())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(160, _HEIGHT)

    def _draw_zone(self, painter: QPainter, low: float, high: float) -> None:
        left, right = low * self.width(), high * self.width()
        painter.setBrush(QColor(theme.FAINT))
        painter.drawRect(QRectF(left, 2, right - left, self.height() - 4))

    def _draw_tick(self, painter: QPainter, x: float) -> None:
        inside = min(self.width() - 2.0, max(2.0, x))
        for width, colour in ((5.0, theme.PANEL), (2.0, theme.TEXT)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(int(inside), 1, int(inside), self.height() - 1)
