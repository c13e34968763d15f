"""A mark while it is drawn: by dragging, or click after click, as people are used to. No Qt."""

from dataclasses import dataclass, field

from desktop.state.marks import CALIBRATE
from engine.measure.mark import (
    ACROSS_X,
    COBB,
    CTR,
    LENGTH,
    POINT_COUNTS,
    POLYGON,
    Point,
)

# Kinds -> numbers of points at which pressing starts a stroke that may be dragged.
_STROKES = {COBB: (0, 2), POLYGON: ()}
_FIRST_ONLY = (0,)


@dataclass
class Sketch:
    """The points so far, and the one that follows the pointer.

    Attributes:
        kind: of the mark to be, or `CALIBRATE`.
        across: image axis across the patient, for the cardiothoracic ratio.
        points: fixed ones, original image pixels.
        live: where the next one would be; None before the pointer moved.
        has_begun_stroke: whether the button that is down has fixed a point already.
    """

    kind: str
    across: str = ACROSS_X
    points: list[Point] = field(default_factory=list)
    live: Point | None = None
    has_begun_stroke: bool = False

    @property
    def counts(self) -> tuple[int, int]:
        """(fewest, most) points."""
        return POINT_COUNTS[LENGTH if self.kind == CALIBRATE else self.kind]

    @property
    def is_complete(self) -> bool:
        """Whether no further point belongs to it."""
        return len(self.points) >= self.counts[1]

    @property
    def can_end(self) -> bool:
        """Whether it may end here."""
        return len(self.points) >= self.counts[0]

    @property
    def shown(self) -> tuple[Point, ...]:
        """The fixed points and the live one."""
        if self.live is None or self.is_complete or self._is_between_strokes:
            return tuple(self.points)
        return (*self.points, self._placed(self.live))

    @property
    def _is_between_strokes(self) -> bool:
        return self.kind == COBB and len(self.points) == 2

    def press(self, at: Point) -> None:
        """The button goes down: a stroke starts, or the live point follows."""
        self.has_begun_stroke = len(self.points) in _STROKES.get(self.kind, _FIRST_ONLY)
        if self.has_begun_stroke:
            self.points.append(at)
        self.live = at

    def move(self, to: Point) -> None:
        """The pointer moves, with or without the button."""
        self.live = to

    def release(self, at: Point, *, is_click: bool) -> None:
        """The button comes up: the live point is fixed, unless a click has just fixed one."""
        if not self.is_complete and not (is_click and self.has_begun_stroke):
            self.points.append(self._placed(at))

    def _placed(self, at: Point) -> Point:
        """The second wall of the thorax lies straight across from the first."""
        if self.kind == CTR and len(self.points) == 1:
            x, y = self.points[0]
            return (at[0], y) if self.across == ACROSS_X else (x, at[1])
        return at
