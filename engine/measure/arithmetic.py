"""Lengths, angles and areas in the unit of a `Scale`: closed forms, no pixels."""

import math

from engine.measure.mark import ACROSS_X, ELLIPSE, RECTANGLE, Point
from engine.measure.scale import Scale


def length(one: Point, two: Point, scale: Scale) -> float:
    """Distance of two points."""
    return math.hypot(*scale.span(one, two))


def angle_deg(arm: Point, vertex: Point, other: Point, scale: Scale) -> float:
    """Angle at `vertex` between two arms, 0..180 degrees; 0 where an arm has no length."""
    one, two = scale.span(vertex, arm), scale.span(vertex, other)
    return _between(one, two)


def cobb_deg(line: tuple[Point, Point], other: tuple[Point, Point], scale: Scale) -> float:
    """Cobb angle: between two lines, whichever way they were drawn, 0..90 degrees."""
    turned = _between(scale.span(*line), scale.span(*other))
    return min(turned, 180.0 - turned)


def across(one: Point, two: Point, axis: str, scale: Scale) -> float:
    """Distance along one axis of the image."""
    dx, dy = scale.span(one, two)
    return abs(dx if axis == ACROSS_X else dy)


def area(kind: str, points: tuple[Point, ...], scale: Scale) -> float:
    """Area of an ellipse, rectangle or polygon (simple; crossing parts cancel out)."""
    if kind in (ELLIPSE, RECTANGLE):
        dx, dy = scale.span(points[0], points[1])
        return abs(dx * dy) * (math.pi / 4.0 if kind == ELLIPSE else 1.0)
    doubled = sum(
        x0 * y1 - x1 * y0
        for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True)
    )
    return abs(doubled) / 2.0 * scale.column * scale.row


def _between(one: tuple[float, float], two: tuple[float, float]) -> float:
    cross = one[0] * two[1] - one[1] * two[0]
    dot = one[0] * two[0] + one[1] * two[1]
    return math.degrees(math.atan2(abs(cross), dot))
