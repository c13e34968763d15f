"""How long the scale bar is and what it says: a round length, and where its unit comes from."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.language import figure
from desktop.views.image.placement import Placement
from engine.images.radiograph import Spacing
from engine.measure.scale import BY_HAND

_LONGEST_SHARE = 0.22  # of the view's width
_ROUND = (5, 2, 1)
_MM_PER_CM = 10.0

# Millimetres are never shown without where they come from: a projection enlarges.
ORIGINS = {
    "calibrated": QT_TRANSLATE_NOOP("ScaleBar", "calibrated"),
    "estimated patient": QT_TRANSLATE_NOOP("ScaleBar", "estimated in the patient"),
    BY_HAND: QT_TRANSLATE_NOOP("ScaleBar", "calibrated by hand"),
    "at detector": QT_TRANSLATE_NOOP("ScaleBar", "at the detector"),
}


@dataclass(frozen=True)
class ScaleBar:
    """A horizontal bar.

    Attributes:
        length_px: device pixels.
        text: its length and the origin of the unit.
    """

    length_px: float
    text: str


def scale_bar(placement: Placement, spacing: Spacing | None) -> ScaleBar:
    """The longest round bar that takes at most a fifth of the view.

    Args:
        placement: where the image lies.
        spacing: size of a pixel; None gives a bar in image pixels.
    """
    longest_px = _LONGEST_SHARE * placement.view_hw[1] / placement.scale
    if spacing is None:
        length = _round_below(longest_px)
        text = QCoreApplication.translate("ScaleBar", "{length} px").format(length=figure(length))
        return ScaleBar(length * placement.scale, text)
    height, width = placement.pixel_hw
    is_lying = placement.orientation.turns % 2 == 1
    across_mm = spacing.row_mm / height if is_lying else spacing.column_mm / width
    length_mm = _round_below(longest_px * across_mm)
    unit = _length_text(length_mm)
    origin = QCoreApplication.translate("ScaleBar", ORIGINS[spacing.provenance])
    text = QCoreApplication.translate("ScaleBar", "{length}, {origin}")
    return ScaleBar(
        length_mm / across_mm * placement.scale, text.format(length=unit, origin=origin)
    )


def _length_text(length_mm: float) -> str:
    if length_mm < _MM_PER_CM:
        return QCoreApplication.translate("ScaleBar", "{length} mm").format(
            length=figure(length_mm)
        )
    length = figure(length_mm / _MM_PER_CM)
    return QCoreApplication.translate("ScaleBar", "{length} cm").format(length=length)


def _round_below(length: float) -> float:
    """The largest of 1, 2 or 5 times a power of ten that is not above `length` (> 0)."""
    power = 10.0 ** math.floor(math.log10(length))
    return next((step * power for step in _ROUND if step * power <= length), power)
