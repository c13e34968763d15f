"""What a mark measures: named values with unit and provenance, and what limits them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from engine.images.radiograph import Facts, Radiograph
from engine.language import said
from engine.measure import arithmetic
from engine.measure.mark import (
    ACROSS_X,
    ANGLE,
    COBB,
    CTR,
    LENGTH,
    REGIONS,
    Mark,
)
from engine.measure.scale import Scale
from engine.measure.statistics import Statistics, statistics

DEGREES, RATIO, PIXELS = "deg", "1", "pixels"


@dataclass(frozen=True)
class Value:
    """One number.

    Attributes:
        name: stable, e.g. ``length``.
        value: the number, not rounded.
        unit: ``mm``, ``px``, ``mm2``, ``px2``, ``deg``, ``1`` (a ratio), ``pixels`` (a count), the
            file's modality unit (``HU``), or empty for modality values without a unit.
        provenance: where millimetres come from, a key of `scale.MEANINGS`; empty for others.
    """

    name: str
    value: float
    unit: str
    provenance: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "provenance": self.provenance or None,
        }


@dataclass(frozen=True)
class Measured:
    """All numbers of a mark.

    Attributes:
        values: the most important first; empty for arrows and texts.
        notes: what limits them, one sentence each, for people.
        is_complete: False while statistics are left out for speed.
    """

    values: tuple[Value, ...] = ()
    notes: tuple[str, ...] = ()
    is_complete: bool = True

    def value(self, name: str) -> float | None:
        """The value of that name; None where there is none."""
        return next((value.value for value in self.values if value.name == name), None)


def measured(
    mark: Mark, radiograph: Radiograph, scale: Scale, *, with_statistics: bool = True
) -> Measured:
    """The numbers of a mark on its image.

    Args:
        mark: lies on one of the radiograph's frames.
        radiograph: the image.
        scale: what lengths are measured with.
        with_statistics: counting the pixels of a large region takes tens of milliseconds.
    """
    if mark.kind in REGIONS:
        return _region(mark, radiograph, scale, with_statistics=with_statistics)
    measure = _MEASURES.get(mark.kind)
    return Measured() if measure is None else measure(mark, radiograph.facts, scale)


def _length(mark: Mark, _facts: Facts, scale: Scale) -> Measured:
    value = arithmetic.length(*mark.points, scale)
    return Measured((Value("length", value, scale.unit, scale.provenance),))


def _angle(mark: Mark, _facts: Facts, scale: Scale) -> Measured:
    return Measured((Value("angle", arithmetic.angle_deg(*mark.points, scale), DEGREES),))


def _cobb(mark: Mark, _facts: Facts, scale: Scale) -> Measured:
    line, other = mark.points[:2], mark.points[2:]
    return Measured((Value("cobb angle", arithmetic.cobb_deg(line, other, scale), DEGREES),))


def _ctr(mark: Mark, facts: Facts, scale: Scale) -> Measured:
    """Cardiothoracic ratio (Danzer 1919): widest heart over widest inner thorax, both horizontal.

    A quotient of two lengths along one axis, so it needs no pixel size.
    """
    wall, other_wall, midline, border, other_border = mark.points
    thorax = arithmetic.across(wall, other_wall, mark.across, scale)
    heart = arithmetic.across(border, other_border, mark.across, scale)
    lengths = {
        "heart width": heart,
        "thorax width": thorax,
        "midline to one border": arithmetic.across(midline, border, mark.across, scale),
        "midline to other border": arithmetic.across(midline, other_border, mark.across, scale),
    }
    values = [Value(name, size, scale.unit, scale.provenance) for name, size in lengths.items()]
    if thorax > 0:
        values.insert(0, Value("cardiothoracic ratio", heart / thorax, RATIO))
    return Measured(tuple(values), (*_view_notes(facts), *_place_notes(mark)))


def _view_notes(facts: Facts) -> tuple[str, ...]:
    view = facts.view_position
    if view == "PA":
        return ()
    if view is None or view == "":
        return (said("The file does not state the view: the ratio is defined for PA only."),)
    if view == "AP":
        return (said("AP view: the heart is enlarged; the ratio is defined for PA only."),)
    return (said("View {view}: the ratio is defined for PA only.", view=view),)


def _place_notes(mark: Mark) -> tuple[str, ...]:
    axis = 0 if mark.across == ACROSS_X else 1
    wall, other_wall, midline, border, other_border = (point[axis] for point in mark.points)
    notes = []
    if not min(border, other_border) <= midline <= max(border, other_border):
        notes.append(said("The midline does not lie between the heart borders."))
    low, high = min(wall, other_wall), max(wall, other_wall)
    if min(border, other_border) < low or max(border, other_border) > high:
        notes.append(said("A heart border lies outside of the thorax."))
    return tuple(notes)


def _region(mark: Mark, radiograph: Radiograph, scale: Scale, *, with_statistics: bool) -> Measured:
    size = arithmetic.area(mark.kind, mark.points, scale)
    area = Value("area", size, f"{scale.unit}2", scale.provenance)
    if not with_statistics:
        return Measured((area,), is_complete=False)
    found = statistics(radiograph, mark.frame, mark.kind, mark.points)
    if found is None:
        return Measured((area,), (said("No pixel of the image lies in the region."),))
    notes = () if radiograph.colour is None else (said("Colour image: values are its luma."),)
    return Measured((*_grey_values(found, radiograph.grey.unit), area), notes)


def _grey_values(found: Statistics, unit: str) -> tuple[Value, ...]:
    return (
        Value("mean", found.mean, unit),
        Value("standard deviation", found.sd, unit),
        Value("minimum", found.least, unit),
        Value("maximum", found.greatest, unit),
        Value("count", found.count, PIXELS),
    )


_MEASURES: Mapping[str, Callable[[Mark, Facts, Scale], Measured]] = MappingProxyType(
    {LENGTH: _length, ANGLE: _angle, COBB: _cobb, CTR: _ctr}
)
