"""Where millimetres come from: the file, a calibration by hand, or nowhere (then pixels).

A projection enlarges: the same structure is longer on the detector than in the patient. So no
millimetre is without its provenance.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from engine.images.radiograph import Spacing
from engine.language import said
from engine.measure.mark import Point

BY_HAND = "by hand"
NO_PROVENANCE = ""

# Provenance -> what a person should know about it.
MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "calibrated": said("Millimetres: calibrated, as the file says."),
        "estimated patient": said(
            "Millimetres: estimated in the patient from the magnification that the file states."
        ),
        "at detector": said(
            "Millimetres at the detector: the body lies before it, so true sizes are smaller."
        ),
        BY_HAND: said("Millimetres: calibrated by hand; they hold for the depth of that object."),
        NO_PROVENANCE: said("The file states no pixel size: lengths are in pixels."),
    }
)


@dataclass(frozen=True)
class Calibration:
    """A known length that somebody drew.

    Attributes:
        points: its two ends, original image pixels.
        known_mm: how long it is in truth, > 0.
        made_at: when, UTC, ISO 8601.
    """

    points: tuple[Point, Point]
    known_mm: float
    made_at: str

    def __post_init__(self) -> None:
        """Refuses what would make every length nonsense."""
        if not (math.isfinite(self.known_mm) and self.known_mm > 0):
            raise ValueError("a known length is positive")
        if self.points[0] == self.points[1]:
            raise ValueError("a known length needs two different ends")


@dataclass(frozen=True)
class Scale:
    """Size of an image pixel in the unit of lengths.

    Attributes:
        column: distance between columns (along x).
        row: distance between rows (along y).
        unit: ``mm`` | ``px``.
        provenance: a key of `MEANINGS`.
    """

    column: float
    row: float
    unit: str
    provenance: str

    def span(self, one: Point, two: Point) -> tuple[float, float]:
        """The way from `one` to `two` along x and along y, in the unit of lengths."""
        return (two[0] - one[0]) * self.column, (two[1] - one[1]) * self.row


def scale_of(
    spacing: Spacing | None,
    calibration: Calibration | None,
    pixel_hw: tuple[float, float] = (1.0, 1.0),
) -> Scale:
    """What lengths are measured with: the calibration, else the file's pixel size, else pixels.

    Args:
        spacing: as the file says.
        calibration: by hand.
        pixel_hw: height and width of a pixel, the shorter side being 1 and the unit of lengths
            where there are no millimetres.
    """
    if calibration is not None:
        spacing = calibrated_spacing(spacing, calibration, pixel_hw)
    if spacing is None:
        return Scale(pixel_hw[1], pixel_hw[0], "px", NO_PROVENANCE)
    return Scale(spacing.column_mm, spacing.row_mm, "mm", spacing.provenance)


def calibrated_spacing(
    spacing: Spacing | None,
    calibration: Calibration,
    pixel_hw: tuple[float, float] = (1.0, 1.0),
) -> Spacing:
    """The pixel size that makes the drawn length as long as it is known to be.

    The proportion of a pixel stays as the file states it; without a statement pixels are square.
    """
    row, column = pixel_hw if spacing is None else (spacing.row_mm, spacing.column_mm)
    (x0, y0), (x1, y1) = calibration.points
    factor = calibration.known_mm / math.hypot((x1 - x0) * column, (y1 - y0) * row)
    return Spacing(row_mm=row * factor, column_mm=column * factor, provenance=BY_HAND)
