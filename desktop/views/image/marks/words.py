"""What a mark says: its numbers with units, and where millimetres come from."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.language import figure, in_words
from desktop.state.marks import CALIBRATE
from engine.images.text import clean_text
from engine.measure import mark as kinds
from engine.measure.mark import MAX_TEXT, Mark
from engine.measure.scale import BY_HAND, NO_PROVENANCE
from engine.measure.values import Measured, Value

CONTEXT = "Marks"
_FINE_BELOW = 1000.0

KIND_NAMES: Mapping[str, str] = MappingProxyType(
    {
        kinds.LENGTH: QT_TRANSLATE_NOOP("Marks", "Length"),
        kinds.ANGLE: QT_TRANSLATE_NOOP("Marks", "Angle"),
        kinds.COBB: QT_TRANSLATE_NOOP("Marks", "Cobb angle"),
        kinds.CTR: QT_TRANSLATE_NOOP("Marks", "Cardiothoracic ratio"),
        kinds.ELLIPSE: QT_TRANSLATE_NOOP("Marks", "Ellipse"),
        kinds.RECTANGLE: QT_TRANSLATE_NOOP("Marks", "Rectangle"),
        kinds.POLYGON: QT_TRANSLATE_NOOP("Marks", "Polygon"),
        kinds.ARROW: QT_TRANSLATE_NOOP("Marks", "Arrow"),
        kinds.TEXT: QT_TRANSLATE_NOOP("Marks", "Text"),
        CALIBRATE: QT_TRANSLATE_NOOP("Marks", "Calibration"),
    }
)

# Provenance -> the words that stand beside every length and area.
PROVENANCES: Mapping[str, str] = MappingProxyType(
    {
        "calibrated": QT_TRANSLATE_NOOP("Marks", "calibrated"),
        "estimated patient": QT_TRANSLATE_NOOP("Marks", "est. in the patient"),
        "at detector": QT_TRANSLATE_NOOP("Marks", "at the detector"),
        BY_HAND: QT_TRANSLATE_NOOP("Marks", "calibrated by hand"),
        NO_PROVENANCE: "",
    }
)

_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "mm": QT_TRANSLATE_NOOP("Marks", "{number} mm"),
        "px": QT_TRANSLATE_NOOP("Marks", "{number} px"),
        "mm2": QT_TRANSLATE_NOOP("Marks", "{number} mm²"),
        "px2": QT_TRANSLATE_NOOP("Marks", "{number} px²"),
        "deg": QT_TRANSLATE_NOOP("Marks", "{number}°"),
    }
)

# What to do next while drawing, by kind and number of points that lie already.
STEPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        kinds.LENGTH: (
            QT_TRANSLATE_NOOP("Marks", "Length: drag from end to end"),
            QT_TRANSLATE_NOOP("Marks", "Click the other end"),
        ),
        kinds.ANGLE: (
            QT_TRANSLATE_NOOP("Marks", "Angle: drag along the first arm to the vertex"),
            QT_TRANSLATE_NOOP("Marks", "Click the vertex"),
            QT_TRANSLATE_NOOP("Marks", "Click the end of the second arm"),
        ),
        kinds.COBB: (
            QT_TRANSLATE_NOOP("Marks", "Cobb angle: drag along the first end plate"),
            QT_TRANSLATE_NOOP("Marks", "Click the end of the first line"),
            QT_TRANSLATE_NOOP("Marks", "Drag along the second end plate"),
            QT_TRANSLATE_NOOP("Marks", "Click the end of the second line"),
        ),
        kinds.CTR: (
            QT_TRANSLATE_NOOP("Marks", "Ratio: drag across the thorax, inner wall to inner wall"),
            QT_TRANSLATE_NOOP("Marks", "Click the other inner wall"),
            QT_TRANSLATE_NOOP("Marks", "Click the midline (spinous processes)"),
            QT_TRANSLATE_NOOP("Marks", "Click the heart border farthest to the left"),
            QT_TRANSLATE_NOOP("Marks", "Click the heart border farthest to the right"),
        ),
        kinds.ELLIPSE: (
            QT_TRANSLATE_NOOP("Marks", "Ellipse: drag from corner to corner"),
            QT_TRANSLATE_NOOP("Marks", "Click the other corner"),
        ),
        kinds.RECTANGLE: (
            QT_TRANSLATE_NOOP("Marks", "Rectangle: drag from corner to corner"),
            QT_TRANSLATE_NOOP("Marks", "Click the other corner"),
        ),
        kinds.POLYGON: (
            QT_TRANSLATE_NOOP("Marks", "Polygon: click corner after corner"),
            QT_TRANSLATE_NOOP("Marks", "Click the next corner"),
            QT_TRANSLATE_NOOP("Marks", "Click the next corner"),
            QT_TRANSLATE_NOOP("Marks", "Next corner; double click or Enter ends it"),
        ),
        kinds.ARROW: (
            QT_TRANSLATE_NOOP("Marks", "Arrow: drag from the tip away"),
            QT_TRANSLATE_NOOP("Marks", "Click where the arrow starts"),
        ),
        kinds.TEXT: (QT_TRANSLATE_NOOP("Marks", "Text: click where it shall stand"),),
        CALIBRATE: (
            QT_TRANSLATE_NOOP("Marks", "Calibration: drag along something of known length"),
            QT_TRANSLATE_NOOP("Marks", "Click the other end"),
        ),
    }
)


def tr(english: str) -> str:
    """A text of these tables in the language in use."""
    return QCoreApplication.translate(CONTEXT, english)


def step_text(kind: str, points: int) -> str:
    """What to do next."""
    steps = STEPS[kind]
    return tr(steps[min(points, len(steps) - 1)])


def value_text(value: Value) -> str:
    """A value with its unit; millimetres without their provenance."""
    number = figure(value.value, ".2f") if value.unit == "1" else number_text(value.value)
    if value.unit in _UNITS:
        return tr(_UNITS[value.unit]).format(number=number)
    return f"{number} {clean_text(value.unit, 20)}".strip() if value.unit != "1" else number


def number_text(number: float) -> str:
    """One decimal below a thousand, else none."""
    return figure(number, ".1f" if abs(number) < _FINE_BELOW else ".0f")


def lines_of(mark: Mark, numbers: Measured) -> tuple[str, ...]:
    """The words beside a mark."""
    words = [clean_text(mark.text, MAX_TEXT)] if mark.text else []
    return (*words, *_numbers(mark, numbers), *(in_words(note) for note in numbers.notes))


def one_line(mark: Mark, numbers: Measured) -> str:
    """A mark's most important number or its words, for lists."""
    if mark.text:
        return clean_text(mark.text, MAX_TEXT)
    lines = _numbers(mark, numbers)
    return lines[0] if lines else ""


def long_text(mark: Mark, numbers: Measured) -> str:
    """Everything, line by line, for tooltips and screen readers."""
    return "\n".join((tr(KIND_NAMES[mark.kind]), *lines_of(mark, numbers)))


def _numbers(mark: Mark, numbers: Measured) -> tuple[str, ...]:
    if not numbers.values:
        return ()
    if mark.kind in kinds.REGIONS:
        return _region_lines(numbers)
    first = numbers.values[0]
    if mark.kind == kinds.CTR:
        return _ratio_lines(numbers)
    return (with_provenance(value_text(first), first.provenance),)


def _ratio_lines(numbers: Measured) -> tuple[str, ...]:
    found = {value.name: value for value in numbers.values}
    ratio = found.get("cardiothoracic ratio")
    text = "-" if ratio is None else value_text(ratio)
    heart, thorax = found["heart width"], found["thorax width"]
    widths = QCoreApplication.translate("Marks", "heart {heart} / thorax {thorax}")
    widths = widths.format(heart=value_text(heart), thorax=value_text(thorax))
    return (
        QCoreApplication.translate("Marks", "CTR {ratio}").format(ratio=text),
        with_provenance(widths, heart.provenance),
    )


def _region_lines(numbers: Measured) -> tuple[str, ...]:
    found = {value.name: value for value in numbers.values}
    area = found["area"]
    area_line = with_provenance(value_text(area), area.provenance)
    if "mean" not in found:
        return (area_line,)
    mean = QCoreApplication.translate("Marks", "mean {mean}  SD {sd}").format(
        mean=value_text(found["mean"]), sd=value_text(found["standard deviation"])
    )
    extremes = QCoreApplication.translate("Marks", "min {least}  max {greatest}").format(
        least=figure(found["minimum"].value, ".7g"),
        greatest=figure(found["maximum"].value, ".7g"),
    )
    return mean, extremes, area_line


def with_provenance(text: str, provenance: str) -> str:
    """The text with where its millimetres come from."""
    origin = PROVENANCES[provenance]
    return f"{text} ({tr(origin)})" if origin else text
