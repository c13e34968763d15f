"""The `Mark`: something that a person drew on an image, in original image pixels."""

import math
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType

Point = tuple[float, float]  # (x, y): x right, y down, the first pixel reaches from 0 to 1

LENGTH, ANGLE, COBB, CTR = "length", "angle", "cobb", "cardiothoracic ratio"
ELLIPSE, RECTANGLE, POLYGON = "ellipse", "rectangle", "polygon"
ARROW, TEXT = "arrow", "text"

# Kind -> (fewest, most) points.
POINT_COUNTS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        LENGTH: (2, 2),  # ends
        ANGLE: (3, 3),  # end of an arm, vertex, end of the other arm
        COBB: (4, 4),  # ends of one line, ends of the other
        CTR: (5, 5),  # inner wall, other inner wall, midline, heart border, other heart border
        ELLIPSE: (2, 2),  # opposite corners of its box
        RECTANGLE: (2, 2),  # opposite corners
        POLYGON: (3, 500),  # corners in order
        ARROW: (2, 2),  # tip, tail
        TEXT: (1, 1),  # its upper left corner on an upright image
    }
)
REGIONS = (ELLIPSE, RECTANGLE, POLYGON)
MAX_TEXT = 500
ACROSS_X, ACROSS_Y = "x", "y"
_FARTHEST = 1e7  # pixels; beyond it no image reaches


@dataclass(frozen=True)
class Mark:
    """One mark.

    Attributes:
        kind: a key of `POINT_COUNTS`, which also tells what the points are.
        points: original image pixels.
        frame: the frame it lies on, from 0.
        text: words of a text or an arrow; else a remark; may be empty.
        across: for the cardiothoracic ratio the image axis that runs from one side of the patient
            to the other (``y`` for images stored lying on their side).
        id: unique.
        made_at: when, UTC, ISO 8601.
    """

    kind: str
    points: tuple[Point, ...]
    frame: int = 0
    text: str = ""
    across: str = ACROSS_X
    id: str = ""
    made_at: str = ""

    def __post_init__(self) -> None:
        """Refuses what nobody could have drawn."""
        fewest, most = POINT_COUNTS[self.kind]
        if not fewest <= len(self.points) <= most:
            raise ValueError(f"a {self.kind} has {fewest} to {most} points, not {len(self.points)}")
        if not all(math.isfinite(c) and abs(c) < _FARTHEST for p in self.points for c in p):
            raise ValueError("a point lies nowhere")
        if self.frame < 0 or self.across not in (ACROSS_X, ACROSS_Y) or len(self.text) > MAX_TEXT:
            raise ValueError("frame, axis or text of a mark make no sense")

    def moved(self, dx: float, dy: float) -> "Mark":
        """The same mark elsewhere, by pixels."""
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))

    def with_point(self, index: int, point: Point) -> "Mark":
        """With one point elsewhere."""
        return replace(self, points=(*self.points[:index], point, *self.points[index + 1 :]))


def new_mark(
    kind: str, points: tuple[Point, ...], frame: int, *, text: str = "", across: str = ACROSS_X
) -> Mark:
    """A mark made now, with an id of its own."""
    return Mark(kind, points, frame, text, across, id=secrets.token_hex(8), made_at=utc_now())


def utc_now() -> str:
    """The time, UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
