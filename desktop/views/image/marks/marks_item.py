"""Paints marks over the radiograph: lines and handles in logical pixels, words kept in the view."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.image.marks.shapes import Shape
from desktop.views.image.text_paint import TEXT_PX, text_font, wrap

MARK = QColor(94, 214, 255)
CHOSEN = QColor(255, 214, 84)
_INK = QColor(255, 255, 255)
_RIM = QColor(0, 0, 0, 190)
_GROUND = QColor(0, 0, 0, 165)
_LINE_PX, _RIM_PX, _HANDLE_PX = 1.6, 3.6, 4.0
_PAD_PX = 4.0
_WIDEST_PX = 330.0
_MOST_LINES = 4  # of one sentence
_FAR = 1e7


@dataclass(frozen=True)
class Drawn:
    """One mark to be painted.

    Attributes:
        id: of the mark; empty while it is drawn.
        shape: where it lies in the view.
        lines: its words.
        is_chosen: painted as selected, with handles.
    """

    id: str
    shape: Shape
    lines: tuple[str, ...]
    is_chosen: bool


class MarksItem(QGraphicsItem):
    """Paints what it is given, in view coordinates.

    Args:
        root: the view's `marks_root`.
        find_legend: gives the place of the heatmap's legend, which words keep away from.
    """

    def __init__(self, root: QGraphicsItem, find_legend: Callable[[], QRectF]) -> None:
        super().__init__(root)
        self._find_legend = find_legend
        self._drawn: tuple[Drawn, ...] = ()
        self._hint = ""
        self._area = QRectF()

    def draw(self, drawn: tuple[Drawn, ...], area: QRectF, hint: str) -> None:
        """Other marks.

        Args:
            drawn: lowest first.
            area: the view's rectangle.
            hint: what to do next; empty: nothing.
        """
        self._drawn, self._area, self._hint = drawn, area, hint
        self.update()

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """What is painted."""
        return self._drawn

    @property
    def hint(self) -> str:
        """What is said to be done next."""
        return self._hint

    def words_box(self, drawn: Drawn) -> QRectF:
        """Where the words of a mark stand: in the view and off other words where there is room."""
        return next(box for one, box in self._boxes() if one is drawn)

    def _boxes(self) -> list[tuple[Drawn, QRectF]]:
        """All words' places in the order of the marks; those of a chosen mark move the least."""
        legend = self._find_legend()
        taken = [] if legend.isEmpty() else [legend]
        found: dict[int, QRectF] = {}
        for one in sorted(self._drawn, key=lambda other: not other.is_chosen):
            box = _beside(self._wanted_box(one), taken, self._area)
            found[id(one)] = box
            if not box.isEmpty():
                taken.append(box)
        return [(one, found[id(one)]) for one in self._drawn]

    def _wanted_box(self, drawn: Drawn) -> QRectF:
        metrics = QFontMetricsF(text_font())
        lines = _wrapped(metrics, drawn.lines)
        if not lines:
            return QRectF()
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _PAD_PX
        height = len(lines) * metrics.lineSpacing() + 2 * _PAD_PX
        box = _kept_inside(
            QRectF(drawn.shape.anchor.x(), drawn.shape.anchor.y(), width, height), self._area
        )
        legend = self._find_legend()
        if box.intersects(legend):
            box.moveBottom(max(legend.top(), self._area.top() + height))
        return box

    def boundingRect(self) -> QRectF:  # noqa: D102
        return QRectF(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        to_scene, is_there = self.sceneTransform().inverted()
        if not is_there:
            return
        painter.setWorldTransform(to_scene, combine=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font())
        for drawn, box in self._boxes():
            self._paint_mark(painter, drawn, box)
        if self._hint:
            paint_hint(painter, self._hint, self._area)

    def _paint_mark(self, painter: QPainter, drawn: Drawn, box: QRectF) -> None:
        colour = CHOSEN if drawn.is_chosen else MARK
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, style in (
            (drawn.shape.lines, Qt.PenStyle.SolidLine),
            (drawn.shape.dashes, Qt.PenStyle.DashLine),
        ):
            _stroke(painter, path, colour, style)
        if drawn.is_chosen:
            for handle in drawn.shape.handles:
                painter.setPen(QPen(_RIM, 1.5))
                painter.setBrush(colour)
                painter.drawEllipse(handle, _HANDLE_PX, _HANDLE_PX)
        if not box.isEmpty():
            _paint_words(painter, box, drawn.lines, colour if drawn.is_chosen else _INK)


def paint_hint(painter: QPainter, hint: str, area: QRectF) -> None:
    """What to do next, at the foot of the view's rectangle."""
    painter.setFont(text_font())
    metrics = QFontMetricsF(text_font())
    lines = wrap(metrics, hint, area.width() * 0.6, 2)
    width = max(metrics.horizontalAdvance(line) for line in lines) + 4 * _PAD_PX
    height = len(lines) * metrics.lineSpacing() + 2 * _PAD_PX
    left = area.center().x() - width / 2
    box = QRectF(left, area.bottom() - height - 3 * TEXT_PX, width, height)
    _paint_words(painter, box, tuple(lines), CHOSEN)


def _stroke(painter: QPainter, path: QPainterPath, colour: QColor, style: Qt.PenStyle) -> None:
    if path.isEmpty():
        return
    painter.setPen(QPen(_RIM, _RIM_PX, c=Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.setPen(QPen(colour, _LINE_PX, style, c=Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)


def _wrapped(metrics: QFontMetricsF, lines: tuple[str, ...]) -> list[str]:
    return [part for line in lines for part in wrap(metrics, line, _WIDEST_PX, _MOST_LINES)]


def _paint_words(painter: QPainter, box: QRectF, lines: tuple[str, ...], ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(box, 3.0, 3.0)
    painter.setPen(ink)
    metrics = QFontMetricsF(painter.font())
    baseline = box.top() + _PAD_PX + metrics.ascent()
    for line in _wrapped(metrics, lines):
        painter.drawText(QPointF(box.left() + _PAD_PX, baseline), line)
        baseline += metrics.lineSpacing()


def _beside(box: QRectF, taken: list[QRectF], area: QRectF) -> QRectF:
    """The box moved up or down, as little as keeps it off the others; as it is without room."""
    if box.isEmpty() or not any(box.intersects(other) for other in taken):
        return box
    tops = [top for other in taken for top in (other.bottom() + 1, other.top() - box.height() - 1)]
    for top in sorted(tops, key=lambda top: abs(top - box.top())):
        moved = QRectF(box.left(), top, box.width(), box.height())
        is_inside = area.top() <= moved.top() and moved.bottom() <= area.bottom()
        if is_inside and not any(moved.intersects(other) for other in taken):
            return moved
    return box


def _kept_inside(box: QRectF, area: QRectF) -> QRectF:
    left = min(box.left(), area.right() - box.width())
    top = min(box.top(), area.bottom() - box.height())
    box.moveTo(max(left, area.left()), max(top, area.top()))
    return box
