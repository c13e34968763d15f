"""The legend in the lower right corner: what the colours mean, with numbers.

In low views it keeps to three lines: the bar between its numbers, the short title, and what matters
most of the rest.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.language import figure, shown_words
from desktop.views import theme
from desktop.views.image.device_pixels import rgb_image
from desktop.views.image.overlay_style import SUPERPIXELS, Layer, OverlayStyle
from desktop.views.image.text_paint import INK, MARGIN_PX, QUIET, cut, text_font, wrap
from engine.explain.explanation import Explanation
from engine.overlay import wording
from engine.overlay.scale import Scale

_BACKGROUND = QColor(0, 0, 0, 190)
_PADDING_PX, _SMALL_PADDING_PX = 8.0, 4.0
_BAR_PX = 10.0
_WIDEST_PX = 340.0
_LEAST_WIDTH_PX = 110.0
_GAP_PX = 6.0  # to the words in the lower left, which end at the middle
_NARROW_PX, _LOW_PX = 300.0, 330.0
_LEAST_ROOM_FOR_TITLE_PX = 240.0
_LEAST_LINES_FOR_TITLE = 4


class LegendItem(QGraphicsItem):
    """Colour bar, numbers, title; a plain sentence where there is no evidence to colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setVisible(False)
        self._explanation: Explanation | None = None
        self._scale: Scale | None = None
        self._style = OverlayStyle()
        self._layers: Sequence[Layer] = ()
        self._place = ""
        self._area = QRectF()
        # Wrapping costs more than painting, and only these change it: room and size of words.
        self._wrapped: tuple[tuple[float, ...], list[tuple[str, QColor]]] | None = None

    def show_legend(
        self,
        explanation: Explanation | None,
        scale: Scale | None,
        style: OverlayStyle,
        layers: Sequence[Layer] = (),
    ) -> None:
        """What to explain; several layers are findings, each in a colour of its own."""
        self._explanation, self._scale, self._style = explanation, scale, style
        self._layers = layers
        self._wrapped = None
        self.update()

    def say_place(self, place: str) -> None:
        """Where the map lies, in a sentence; empty where that is not known."""
        if place != self._place:
            self._place, self._wrapped = place, None
            self.update()

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        self.prepareGeometryChange()
        self._area = area

    def height_px(self) -> float:
        """Height that the legend takes with its margin; 0 when it is not shown."""
        return self._box().height() + MARGIN_PX if self.isVisible() else 0.0

    def width_px(self) -> float:
        """Width that the legend takes where it is shown."""
        return self._width()

    def box(self) -> QRectF:
        """Where it stands in the scene; empty when it is not shown."""
        return self._box() if self.isVisible() and self._width() >= _LEAST_WIDTH_PX else QRectF()

    def is_across(self) -> bool:
        """Whether it lies below the words at the left, in views too narrow for both."""
        return self._area.width() < _NARROW_PX * theme.text_scale()

    def is_low(self) -> bool:
        """Whether little room is left above it."""
        return self._area.height() < _LOW_PX * theme.text_scale()

    def _width(self) -> float:
        if self.is_across():
            return self._area.width() - 2 * MARGIN_PX
        return min(_WIDEST_PX, self._area.width() / 2 - MARGIN_PX - _GAP_PX)

    def _texts(self, metrics: QFontMetricsF) -> list[tuple[str, QColor]]:
        """Lines under the bar, most important first; fewer in low views."""
        room = (self._area.width(), self._area.height(), metrics.height())
        if self._wrapped is None or self._wrapped[0] != room:
            self._wrapped = room, self._wrap(metrics)
        return self._wrapped[1]

    def _wrap(self, metrics: QFontMetricsF) -> list[tuple[str, QColor]]:
        explanation, scale = self._explanation, self._scale
        if explanation is None or scale is None:
            return []
        room = self._width() - 2 * self._padding_px()
        if self.is_low():
            return self._few_lines(metrics, explanation, scale, room)
        most = max(2, int(self._area.height() * 0.45 // metrics.lineSpacing()) - 2)
        is_narrow = room < _LEAST_ROOM_FOR_TITLE_PX or most < _LEAST_LINES_FOR_TITLE
        title = wording.short_title(explanation) if is_narrow else wording.title(explanation)
        lines = [
            (line, INK) for line in wrap(metrics, shown_words(title), room, 1 if is_narrow else 3)
        ]
        if self._has_findings():
            note = QCoreApplication.translate(
                "Legend", "Findings together, each on its own scale; not a probability"
            )
            return self._finding_lines() + [(line, QUIET) for line in wrap(metrics, note, room, 2)]
        note_ink = INK if scale.is_empty else QUIET
        is_cut = self._style.mode_for(explanation) == SUPERPIXELS
        note = wording.scale_note(scale, has_superpixels=is_cut)
        lines += [(line, note_ink) for line in wrap(metrics, shown_words(note), room, 3)]
        if self._place:
            lines += [(line, INK) for line in wrap(metrics, self._place, room, 2)]
        if (flags := wording.warnings(explanation)) != "":
            lines += [(line, INK) for line in wrap(metrics, shown_words(flags), room, 2)]
        return lines[:most]

    def _few_lines(
        self, metrics: QFontMetricsF, explanation: Explanation, scale: Scale, room: float
    ) -> list[tuple[str, QColor]]:
        """The title and one line more; of several findings one line each."""
        if self._has_findings():
            return self._finding_lines()
        rest = shown_words(wording.warnings(explanation)) or self._place
        ink = INK
        if scale.is_empty or not rest:
            is_cut = self._style.mode_for(explanation) == SUPERPIXELS
            rest = shown_words(wording.scale_note(scale, has_superpixels=is_cut))
            ink = INK if scale.is_empty else QUIET
        lines = ((shown_words(wording.short_title(explanation)), INK), (rest, ink))
        return [(cut(metrics, text, room), ink) for text, ink in lines]

    def _padding_px(self) -> float:
        return _SMALL_PADDING_PX if self.is_low() else _PADDING_PX

    def _bar_px(self, metrics: QFontMetricsF) -> float:
        """Height of the colour bar with its numbers."""
        if not self._has_bar():
            return 0.0
        return metrics.lineSpacing() + (0.0 if self.is_low() else _BAR_PX)

    def _has_findings(self) -> bool:
        return len(self._layers) > 1

    def _has_bar(self) -> bool:
        return self._scale is not None and not self._scale.is_empty and not self._has_findings()

    def _finding_lines(self) -> list[tuple[str, QColor]]:
        """A line in its own colour for each finding, with the largest value of its map."""
        lines = []
        for layer in reversed(self._layers):
            red, green, blue = (int(channel) for channel in layer.colours[0])
            until = figure(layer.scale.high, ".3g")
            name = shown_words(wording.class_name(layer.explanation))
            span = shown_words(layer.scale.empty_text()) if layer.scale.is_empty else f"0 - {until}"
            text = f"\u25a0 {name}   {span}"
            lines.append((text, QColor(red, green, blue)))
        return lines

    def _box(self) -> QRectF:
        metrics = QFontMetricsF(text_font())
        words = len(self._texts(metrics)) * metrics.lineSpacing()
        height = self._bar_px(metrics) + words + 2 * self._padding_px()
        right, bottom = self._area.right() - MARGIN_PX, self._area.bottom() - MARGIN_PX
        return QRectF(right - self._width(), bottom - height, self._width(), height)

    def _draw_bar(self, painter: QPainter, bar: QRectF, scale: Scale) -> None:
        colours = self._style.colours_for(self._explanation)
        painter.drawImage(bar, rgb_image(colours[None]))
        numbers = QRectF(bar.left(), bar.bottom(), bar.width(), painter.fontMetrics().lineSpacing())
        painter.setPen(INK)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.drawText(numbers, left, figure(scale.low, ".3g"))
        painter.drawText(numbers, right, figure(scale.high, ".3g"))
        if scale.is_signed:
            painter.drawText(numbers, Qt.AlignmentFlag.AlignHCenter, "0")

    def _draw_bar_in_line(self, painter: QPainter, line: QRectF, scale: Scale) -> None:
        """The bar between its two numbers."""
        metrics = QFontMetricsF(painter.font())
        low, high = figure(scale.low, ".3g"), figure(scale.high, ".3g")
        painter.setPen(INK)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, high)
        left, right = (metrics.horizontalAdvance(text) + _GAP_PX for text in (low, high))
        spare = (line.height() - _BAR_PX) / 2
        colours = self._style.colours_for(self._explanation)
        painter.drawImage(line.adjusted(left, spare, -right, -spare), rgb_image(colours[None]))

    def boundingRect(self) -> QRectF:  # noqa: D102
        return self._area

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._scale is None or self._width() < _LEAST_WIDTH_PX:
            return
        font = text_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        box = self._box()
        painter.fillRect(box, _BACKGROUND)
        padding = self._padding_px()
        inner = box.adjusted(padding, padding, -padding, -padding)
        top = inner.top()
        if self._has_bar():
            is_low = self.is_low()
            height = metrics.lineSpacing() if is_low else _BAR_PX
            draw = self._draw_bar_in_line if is_low else self._draw_bar
            draw(painter, QRectF(inner.left(), top, inner.width(), height), self._scale)
            top += self._bar_px(metrics)
        for text, ink in self._texts(metrics):
            painter.setPen(ink)
            painter.drawText(QPointF(inner.left(), top + metrics.ascent()), text)
            top += metrics.lineSpacing()
