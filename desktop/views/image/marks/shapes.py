"""Where the lines, handles and words of a mark lie in the view, in logical view pixels."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from engine.measure.mark import (
    ACROSS_X,
    ANGLE,
    ARROW,
    COBB,
    CTR,
    ELLIPSE,
    POLYGON,
    RECTANGLE,
    TEXT,
    Mark,
    Point,
)

ToView = Callable[[Point], QPointF]

HANDLE_REACH_PX = 8.0
LINE_REACH_PX = 6.0
_TICK_PX = 9.0
_HEAD_PX = 14.0
_HEAD_DEG = 24.0
_ARC_PX = 26.0


@dataclass(frozen=True)
class Shape:
    """A mark as it lies on screen.

    Attributes:
        lines: what is stroked.
        dashes: what is stroked thinly and dashed.
        handles: what can be taken, in the order of `handle_points`.
        anchor: where the words start, before they are kept inside of the view.
    """

    lines: QPainterPath
    dashes: QPainterPath
    handles: tuple[QPointF, ...]
    anchor: QPointF

    def handle_at(self, at: QPointF) -> int | None:
        """The handle within reach, the nearest; None without one."""
        reach = [(QLineF(handle, at).length(), i) for i, handle in enumerate(self.handles)]
        near = [entry for entry in reach if entry[0] <= HANDLE_REACH_PX]
        return min(near)[1] if near else None

    def is_line_at(self, at: QPointF) -> bool:
        """Whether a line of the mark is within reach."""
        stroker = QPainterPathStroker()
        stroker.setWidth(2.0 * LINE_REACH_PX)
        return stroker.createStroke(self.lines).contains(at)


def handle_points(mark: Mark) -> tuple[Point, ...]:
    """What can be taken, in image pixels: the points, and all four corners of boxes."""
    if mark.kind not in (ELLIPSE, RECTANGLE):
        return mark.points
    (x0, y0), (x1, y1) = mark.points
    return (x0, y0), (x1, y1), (x1, y0), (x0, y1)


def with_handle(mark: Mark, index: int, to: Point) -> Mark:
    """The mark with one of its `handle_points` elsewhere."""
    if mark.kind == CTR and index < 2:  # the thorax line stays straight across
        other = mark.points[1 - index]
        level = (other[0], to[1]) if mark.across == ACROSS_X else (to[0], other[1])
        return mark.with_point(index, to).with_point(1 - index, level)
    if index < len(mark.points):
        return mark.with_point(index, to)
    (x0, y0), (x1, y1) = mark.points
    if index == 2:
        return mark.with_point(1, (to[0], y1)).with_point(0, (x0, to[1]))
    return mark.with_point(0, (to[0], y0)).with_point(1, (x1, to[1]))


def shape_of(mark: Mark, to_view: ToView) -> Shape:
    """How a mark lies in the view."""
    return shape_of_points(mark.kind, mark.points, to_view, mark.across, handle_points(mark))


def shape_of_points(
    kind: str,
    points: tuple[Point, ...],
    to_view: ToView,
    across: str = ACROSS_X,
    handles: tuple[Point, ...] | None = None,
) -> Shape:
    """The same for a mark that is not complete yet: as much as its points allow."""
    seen = [to_view(point) for point in points]
    lines, dashes = QPainterPath(), QPainterPath()
    if kind in (ELLIPSE, RECTANGLE) and len(seen) == 2:
        box = QRectF(seen[0], seen[1]).normalized()
        (lines.addEllipse if kind == ELLIPSE else lines.addRect)(box)
    elif kind == POLYGON:
        _follow(lines, seen, is_closed=len(seen) > 2)
    elif kind == CTR:
        _ratio(lines, dashes, points, across, to_view)
    elif kind == COBB:
        _cobb(lines, dashes, seen)
    elif kind != TEXT:
        _follow(lines, seen, is_closed=False)
    if kind == ARROW and len(seen) == 2:
        _head(lines, *seen)
    if kind == ANGLE and len(seen) == 3:
        _arc(dashes, *seen)
    shown = tuple(to_view(point) for point in (points if handles is None else handles))
    return Shape(lines, dashes, shown, _anchor(kind, seen))


def _anchor(kind: str, seen: list[QPointF]) -> QPointF:
    if not seen:
        return QPointF()
    if kind == TEXT:
        return seen[0]
    if kind == ARROW:
        return seen[-1] + QPointF(8.0, 4.0)
    if kind == CTR:
        return QPointF(min(p.x() for p in seen[:2]) + 8.0, max(p.y() for p in seen) + 14.0)
    rightmost = max(seen, key=lambda point: point.x())
    lowest = max(point.y() for point in seen)
    if kind in (ELLIPSE, RECTANGLE, POLYGON):
        return QPointF(rightmost.x() + 10.0, (lowest + min(p.y() for p in seen)) / 2.0)
    return rightmost + QPointF(10.0, 4.0)


def _follow(path: QPainterPath, seen: list[QPointF], *, is_closed: bool) -> None:
    if not seen:
        return
    path.moveTo(seen[0])
    for point in seen[1:]:
        path.lineTo(point)
    if is_closed:
        path.closeSubpath()


def _line(path: QPainterPath, one: QPointF, two: QPointF) -> None:
    path.moveTo(one)
    path.lineTo(two)


def _head(path: QPainterPath, tip: QPointF, tail: QPointF) -> None:
    """The head of an arrow that points at `tip`."""
    shaft = QLineF(tip, tail)
    if shaft.length() == 0.0:
        return
    for turn in (-_HEAD_DEG, _HEAD_DEG):
        barb = QLineF(shaft)
        barb.setAngle(shaft.angle() + turn)
        barb.setLength(min(_HEAD_PX, shaft.length()))
        _line(path, tip, barb.p2())


def _arc(path: QPainterPath, arm: QPointF, vertex: QPointF, other: QPointF) -> None:
    one, two = QLineF(vertex, arm), QLineF(vertex, other)
    radius = min(_ARC_PX, one.length() / 2, two.length() / 2)
    if radius <= 0.0:
        return
    box = QRectF(vertex.x() - radius, vertex.y() - radius, 2 * radius, 2 * radius)
    sweep = one.angleTo(two)
    path.arcMoveTo(box, one.angle())
    path.arcTo(box, one.angle(), sweep if sweep <= 180.0 else sweep - 360.0)


def _cobb(lines: QPainterPath, dashes: QPainterPath, seen: list[QPointF]) -> None:
    _follow(lines, seen[:2], is_closed=False)
    _follow(lines, seen[2:], is_closed=False)
    if len(seen) == 4:
        middles = [QLineF(seen[i], seen[i + 1]).center() for i in (0, 2)]
        _line(dashes, *middles)


def _ratio(
    lines: QPainterPath,
    dashes: QPainterPath,
    points: tuple[Point, ...],
    across: str,
    to_view: ToView,
) -> None:
    """The thorax line with ticks; from midline and heart borders straight lines down to it."""
    if len(points) < 2:
        return
    axis = 0 if across == ACROSS_X else 1
    level = points[0][1 - axis]

    def on_level(point: Point) -> QPointF:
        return to_view((point[0], level) if axis == 0 else (level, point[1]))

    walls = [on_level(point) for point in points[:2]]
    _line(lines, *walls)
    for wall in walls:
        tick = _crosswise(walls[0], walls[1])
        _line(lines, wall - tick, wall + tick)
    for place, point in enumerate(points[2:]):
        _line(dashes if place == 0 else lines, to_view(point), on_level(point))
    for point in points[3:]:
        at_midline = (points[2][0], point[1]) if axis == 0 else (point[0], points[2][1])
        _line(dashes, to_view(at_midline), to_view(point))


def _crosswise(one: QPointF, two: QPointF) -> QPointF:
    """A short way at right angles to the line from `one` to `two`."""
    length = math.hypot(two.x() - one.x(), two.y() - one.y())
    if length == 0.0:
        return QPointF(0.0, _TICK_PX)
    return QPointF(one.y() - two.y(), two.x() - one.x()) * (_TICK_PX / length)
