"""Words over a radiograph: plain text, readable on black and on white."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.views import theme

INK = QColor(240, 240, 240)
QUIET = QColor(190, 190, 190)
_SHADE = QColor(0, 0, 0, 200)
_SHADE_OFFSETS = ((-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0))
TEXT_PX = 13
MARGIN_PX = 10


def text_font() -> QFont:
    """The view's font: the application's own, at a size that follows the size of words."""
    font = QFont()
    font.setPixelSize(round(TEXT_PX * theme.text_scale()))
    return font


def draw_shaded(painter: QPainter, at: QPointF, text: str, ink: QColor = INK) -> None:
    """One line with a dark rim; `at` is the left end of the base line."""
    painter.setPen(_SHADE)
    for dx, dy in _SHADE_OFFSETS:
        painter.drawText(at + QPointF(dx, dy), text)
    painter.setPen(ink)
    painter.drawText(at, text)


def cut(metrics: QFontMetricsF, text: str, room_px: float) -> str:
    """`text`, ended with an ellipsis where it does not fit."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px)


def wrap(metrics: QFontMetricsF, text: str, room_px: float, most_lines: int) -> Sequence[str]:
    """`text` in at most that many lines, broken at spaces, the last one cut."""
    lines: list[str] = []
    rest = text.split(" ")
    while rest and len(lines) < most_lines - 1:
        count = 1
        while (
            count < len(rest) and metrics.horizontalAdvance(" ".join(rest[: count + 1])) <= room_px
        ):
            count += 1
        lines.append(cut(metrics, " ".join(rest[:count]), room_px))
        rest = rest[count:]
    if rest:
        lines.append(cut(metrics, " ".join(rest), room_px))
    return lines
