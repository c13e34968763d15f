"""Paints what stands around the picture: badges above, letters at the edges, the scale bar below.

Badges are painted whatever the density of the corner words is.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.edge_letters import BOTTOM, LEFT, RIGHT, TOP
from desktop.views.image.scale_bar import ScaleBar
from desktop.views.image.text_paint import INK, MARGIN_PX, cut, draw_shaded, text_font

_BADGE_GROUND = QColor(255, 196, 64)
_BADGE_INK = QColor(0, 0, 0)
_BADGE_PADDING_PX = 8.0
_BADGE_GAP_PX = 6.0
_LETTER_PX = 18
_TICK_PX = 5.0
_SHADE = QColor(0, 0, 0, 200)


@dataclass(frozen=True)
class Margins:
    """What to paint.

    Attributes:
        badges: short sentences, most important first.
        letters: by edge, see `edge_letters`.
        bar: the scale bar, or None.
    """

    badges: tuple[str, ...] = ()
    letters: dict[str, str] = field(default_factory=dict)
    bar: ScaleBar | None = None


@dataclass(frozen=True)
class Taken:
    """What the corner words and the legend take, in view pixels."""

    upper_left_px: float = 0.0  # width
    lower_left_px: float = 0.0  # height
    lower_left_width_px: float = 0.0
    legend_px: float = 0.0  # width
    is_crowded: bool = False  # no room for the scale bar


class MarginsItem(QGraphicsItem):
    """Gives way to the corner words, never the badges."""

    def __init__(self) -> None:
        super().__init__()
        self._margins = Margins()
        self._taken = Taken()
        self._area = QRectF()
        self._ratio = 1.0

    def show_margins(self, margins: Margins, ratio: float) -> None:
        """What to paint; `ratio` is device pixels per view pixel."""
        if margins != self._margins or ratio != self._ratio:
            self._margins, self._ratio = margins, ratio
            self.update()

    def leave_room(self, taken: Taken) -> None:
        """Where others paint."""
        if taken != self._taken:
            self._taken = taken
            self.update()

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        self.prepareGeometryChange()
        self._area = area

    def badges_height_px(self) -> float:
        """Room that the badges take at the top, with their gap; 0 without badges."""
        if not self._margins.badges:
            return 0.0
        return self._rows()[-1][0].bottom() - MARGIN_PX + _BADGE_GAP_PX

    def _rows(self) -> list[tuple[QRectF, str]]:
        """Badges with their places: side by side where they fit, else below each other."""
        metrics = QFontMetricsF(text_font())
        height = metrics.lineSpacing() + 4.0
        room = self._area.width() - 2 * MARGIN_PX
        shown = [cut(metrics, text, room - 2 * _BADGE_PADDING_PX) for text in self._margins.badges]
        widths = [metrics.horizontalAdvance(text) + 2 * _BADGE_PADDING_PX for text in shown]
        whole = sum(widths) + _BADGE_GAP_PX * (len(widths) - 1)
        left, top, placed = self._area.center().x() - whole / 2, MARGIN_PX, []
        for text, width in zip(shown, widths, strict=True):
            if whole > room:
                left = self._area.center().x() - width / 2
            placed.append((QRectF(left, top, width, height), text))
            if whole > room:
                top += height + _BADGE_GAP_PX
            else:
                left += width + _BADGE_GAP_PX
        return placed

    def _draw_badges(self, painter: QPainter) -> None:
        for box, text in self._rows():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_BADGE_GROUND)
            painter.drawRoundedRect(box, 4.0, 4.0)
            painter.setPen(_BADGE_INK)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_letters(self, painter: QPainter) -> None:
        font = QFont(text_font())
        font.setPixelSize(_LETTER_PX)
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        room = self._area.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        middle = room.center()
        sides = middle.y()
        if self._taken.is_crowded:  # between the words above and the legend below
            sides = room.bottom() - self._taken.lower_left_px - metrics.ascent()
        for edge, text in self._margins.letters.items():
            width = metrics.horizontalAdvance(text)
            if edge in (TOP, BOTTOM) and not self._is_free(edge, width):
                continue
            x = {LEFT: room.left(), RIGHT: room.right() - width}.get(edge, middle.x() - width / 2)
            y = {
                TOP: room.top() + self.badges_height_px() + metrics.ascent(),
                BOTTOM: room.bottom() - metrics.descent(),
            }.get(edge, sides + metrics.ascent() / 2)
            draw_shaded(painter, QPointF(x, y), text)

    def _is_free(self, edge: str, width: float) -> bool:
        half = self._area.width() / 2 - width - 2 * MARGIN_PX
        if edge == TOP:
            return self._taken.upper_left_px < half
        return max(self._taken.lower_left_width_px, self._taken.legend_px) < half

    def _draw_bar(self, painter: QPainter, bar: ScaleBar) -> None:
        painter.setFont(text_font())
        left = self._area.left() + MARGIN_PX + 1.0
        base = self._area.bottom() - MARGIN_PX - self._taken.lower_left_px - _TICK_PX - 4.0
        right = left + bar.length_px / self._ratio
        for colour, width in ((_SHADE, 4.0), (INK, 1.6)):
            painter.setPen(QPen(colour, width))
            painter.drawPolyline(
                [
                    QPointF(left, base - _TICK_PX),
                    QPointF(left, base),
                    QPointF(right, base),
                    QPointF(right, base - _TICK_PX),
                ]
            )
        draw_shaded(painter, QPointF(left, base - _TICK_PX - 4.0), bar.text)

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font())
        self._draw_badges(painter)
        if self._margins.bar is not None and not self._taken.is_crowded:
            self._draw_bar(painter, self._margins.bar)
        if self._margins.letters:
            self._draw_letters(painter)
