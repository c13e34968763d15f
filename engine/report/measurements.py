"""The reader's marks as lines: numbers with units, and where their millimetres come from."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.images.radiograph import Radiograph
from engine.language import joined, said
from engine.measure import mark as kinds
from engine.measure.mark import MAX_TEXT, Mark
from engine.measure.scale import BY_HAND, MEANINGS
from engine.measure.sheet import Sheet
from engine.measure.values import Measured, Value, measured
from engine.report.content import Measurement
from engine.report.hiding import free_text

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        kinds.LENGTH: said("Length"),
        kinds.ANGLE: said("Angle"),
        kinds.COBB: said("Cobb angle"),
        kinds.CTR: said("Cardiothoracic ratio"),
        kinds.ELLIPSE: said("Ellipse"),
        kinds.RECTANGLE: said("Rectangle"),
        kinds.POLYGON: said("Polygon"),
        kinds.ARROW: said("Arrow"),
        kinds.TEXT: said("Text"),
    }
)
_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "heart width": said("heart"),
        "thorax width": said("thorax"),
        "midline to one border": said("midline to one border"),
        "midline to other border": said("midline to other border"),
        "mean": said("mean"),
        "standard deviation": said("SD"),
        "minimum": said("min"),
        "maximum": said("max"),
        "count": said("pixels"),
        "area": said("area"),
    }
)
_PROVENANCES: Mapping[str, str] = MappingProxyType(
    {
        "calibrated": said("mm as the file states them, calibrated"),
        "estimated patient": said("mm estimated in the patient"),
        "at detector": said("mm at the detector"),
        BY_HAND: said("mm calibrated by hand"),
    }
)
_UNITS = {"mm2": "mm²", "px2": "px²", "deg": "°", "1": "", "pixels": ""}
_FINE_BELOW = 1000.0


def measurements_of(
    sheet: Sheet | None, radiograph: Radiograph, frame: int, *, is_hidden: bool
) -> tuple[tuple[Measurement, ...], str]:
    """What was drawn on one frame, and what its millimetres mean (empty without marks).

    Args:
        sheet: the marks; None: nothing was drawn.
        radiograph: the image.
        frame: which frame.
        is_hidden: whether the report is de-identified.
    """
    marks = () if sheet is None else sheet.on_frame(frame)
    if not marks:
        return (), ""
    scale = sheet.scale(radiograph)
    rows = [
        _measurement(mark, measured(mark, radiograph, scale), radiograph, is_hidden=is_hidden)
        for mark in marks
    ]
    return tuple(rows), MEANINGS[scale.provenance]


def _measurement(
    mark: Mark, numbers: Measured, radiograph: Radiograph, *, is_hidden: bool
) -> Measurement:
    words = free_text(mark.text, radiograph.facts, MAX_TEXT, is_hidden=is_hidden)
    values = joined(", ", [_told(value) for value in numbers.values])
    origins = {_PROVENANCES[v.provenance] for v in numbers.values if v.provenance}
    return Measurement(
        name=_NAMES[mark.kind],
        value=joined(": ", [part for part in (words, values) if part]),
        provenance=joined(", ", sorted(origins)),
        notes=numbers.notes,
    )


def _told(value: Value) -> str:
    unit = _UNITS.get(value.unit, f" {value.unit}" if value.unit else "")
    unit = f" {unit}" if unit in ("mm²", "px²") else unit
    number = joined("", [_number(value), unit])
    name = _VALUES.get(value.name)
    return number if name is None else said("{name} {number}", name=name, number=number)


def _number(value: Value) -> str:
    if value.unit == "1":
        return said("{number:.2f}", number=float(value.value))
    if value.unit == "pixels" or abs(value.value) >= _FINE_BELOW:
        return said("{number:.0f}", number=float(value.value))
    return said("{number:.1f}", number=float(value.value))
