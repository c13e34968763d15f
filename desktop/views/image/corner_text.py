"""Paints the corner words and sees that they never run into each other."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.corner_words import PART_GAP, CornerWords
from desktop.views.image.text_paint import MARGIN_PX, cut, draw_shaded, text_font, wrap

_RIGHT_SHARE = 0.35  # of the width, where both upper corners have words
_LEAST_WIDTH_FOR_RIGHT_PX = 320
_NAME_LINES = 2
_WHO_AND_WHEN = 2  # lines below the name: number, date


class CornerTextItem(QGraphicsItem):
    """Identity first: in small views the other corners give way, then later lines."""

    def __init__(self) -> None:
        super().__init__()
        self._words = CornerWords()
        self._area = QRectF()
        self._kept_below_right_px = 0.0
        self._kept_above_px = 0.0
        self._kept_below_px = 0.0
        self._is_crowded = False

    def set_words(self, words: CornerWords) -> None:
        """Other words."""
        if words != self._words:
            self._words = words
            self.update()

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        self.prepareGeometryChange()
        self._area = area

    def keep_free_below_right(self, height_px: float) -> None:
        """Room that the legend takes in the lower right corner."""
        self._kept_below_right_px = height_px
        self.update()

    def keep_free_below(self, height_px: float, *, is_crowded: bool) -> None:
        """Room that a legend takes that is as wide as the view.

        Args:
            height_px: with its margin.
            is_crowded: whether there is room for who and when only.
        """
        self._kept_below_px, self._is_crowded = height_px, is_crowded
        self.update()

    def keep_free_above(self, height_px: float) -> None:
        """Room that the badges take at the top."""
        if height_px != self._kept_above_px:
            self._kept_above_px = height_px
            self.update()

    def lower_size_px(self) -> tuple[float, float]:
        """(width, height) of the words in the lower left corner."""
        metrics = QFontMetricsF(text_font())
        lines = self._lower_lines(metrics)
        return _widest(metrics, lines), metrics.lineSpacing() * len(lines)

    def upper_left_px(self) -> float:
        """Width of the words in the upper left corner."""
        metrics = QFontMetricsF(text_font())
        return _widest(metrics, self._upper_lines(metrics))

    def _room_px(self) -> float:
        return self._area.width() - 2 * MARGIN_PX

    def _right_px(self) -> float:
        """Width that the upper right corner takes."""
        room = self._room_px()
        has_right = self._words.top_right and room >= _LEAST_WIDTH_FOR_RIGHT_PX
        return room * _RIGHT_SHARE if has_right else 0.0

    def _upper_lines(self, metrics: QFontMetricsF) -> tuple[str, ...]:
        """A long name goes over two lines: the end of a name tells patients apart as well."""
        if not self._words.top_left:
            return ()
        name, *others = self._words.top_left
        if self._is_crowded:
            return (cut(metrics, name, self._room_px()), *others[:_WHO_AND_WHEN])
        return (*wrap(metrics, name, self._room_px() - self._right_px(), _NAME_LINES), *others)

    def _lower_lines(self, metrics: QFontMetricsF) -> tuple[str, ...]:
        """Bottom line first; what does not fit beside the legend goes into a line of its own."""
        if self._is_crowded:
            return ()
        lines: list[str] = []
        for line in self._words.bottom_left:
            fits = metrics.horizontalAdvance(line) <= self._below_px()
            lines += [line] if fits else reversed(line.split(PART_GAP))
        return tuple(lines)

    def _below_px(self) -> float:
        """Width of the lower left corner."""
        has_legend = self._kept_below_right_px > 0
        return self._area.width() / 2 - MARGIN_PX if has_legend else self._room_px()

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        font = text_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        line_px = metrics.lineSpacing()
        top = MARGIN_PX + self._kept_above_px
        room = self._area.adjusted(MARGIN_PX, top, -MARGIN_PX, -MARGIN_PX - self._kept_below_px)
        lines = max(1, int(room.height() // line_px))
        right_px, below_px = self._right_px(), self._below_px()

        upper = self._upper_lines(metrics)[: max(1, lines - 2)]
        lower = self._lower_lines(metrics)[: max(0, lines - len(upper) - 1)]
        for row, text in enumerate(upper):
            shown = cut(metrics, text, room.width() - right_px)
            baseline = room.top() + metrics.ascent() + row * line_px
            draw_shaded(painter, QPointF(room.left(), baseline), shown)
        for row, text in enumerate(lower):
            shown = cut(metrics, text, below_px)
            baseline = room.bottom() - metrics.descent() - row * line_px
            draw_shaded(painter, QPointF(room.left(), baseline), shown)
        if right_px:
            free = int((room.height() - self._kept_below_right_px) // line_px) - 1
            for row, text in enumerate(self._words.top_right[: max(0, free)]):
                shown = cut(metrics, text, right_px - MARGIN_PX)
                left = room.right() - metrics.horizontalAdvance(shown)
                baseline = room.top() + metrics.ascent() + row * line_px
                draw_shaded(painter, QPointF(left, baseline), shown)


def _widest(metrics: QFontMetricsF, lines: tuple[str, ...]) -> float:
    return max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
