"""What the corners say, made from the radiograph and the state of the view."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.language import figure, shown_words, translate
from engine.images.radiograph import Facts, Lut, Radiograph, Window
from engine.images.text import person_name

PART_GAP = "   "  # between the parts of a line; where it is too long, it may be broken there
DENSITIES = ("full", "short", "hidden")
NO_IDENTITY = QT_TRANSLATE_NOOP("Corners", "identity not in file")
MASKED = QT_TRANSLATE_NOOP("Corners", "Patient masked")


@dataclass(frozen=True)
class CornerWords:
    """Lines per corner, most important first (in the bottom corner: last line first)."""

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()
    bottom_left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """The state of the view that the words tell.

    Attributes:
        frame: from 0.
        scale: device pixels per image pixel.
        voi: window or LUT; None for colour images.
        is_inverted: by the reader.
        density: one of `DENSITIES`.
        is_masked: whether who the patient is, and when, must not be read.
    """

    frame: int
    scale: float
    voi: Window | Lut | None
    is_inverted: bool
    density: str
    is_masked: bool = False


def words_for(radiograph: Radiograph, shown: Shown) -> CornerWords:
    """The words of all corners."""
    if shown.density == "hidden":
        return CornerWords()
    facts = radiograph.facts
    identity = (translate("Corners", MASKED),) if shown.is_masked else _identity(facts)
    if shown.density == "short":
        return CornerWords(identity[:2], _markers(facts)[:1], _state(shown))
    pages = (_frame_text(shown.frame + 1, radiograph.frame_count),)
    markers = _markers(facts) + (pages if radiograph.frame_count > 1 else ())
    return CornerWords(identity, markers, (*_state(shown), *_badges(radiograph, shown)))


def _identity(facts: Facts) -> tuple[str, ...]:
    """Name, number, date: always first, never hidden by another corner."""
    who = [person_name(facts.patient_name)] if facts.patient_name is not None else []
    if facts.patient_id is not None:
        who.append(translate("Corners", "ID {number}").format(number=facts.patient_id))
    if not any(who):
        who = [translate("Corners", NO_IDENTITY)]
    about = [_sex(facts.sex)] if facts.sex is not None else []
    if facts.age_years is not None:
        about.append(translate("Corners", "{age} y").format(age=f"{facts.age_years:.0f}"))
    when = [part for part in (facts.study_date, _clock(facts.study_time)) if part]
    lines = (*who, " ".join(when), " ".join(about), facts.study_description or "")
    return tuple(line for line in lines if line != "")


def _clock(time: str | None) -> str | None:
    """``HHMMSS.FFFFFF`` or ``HH:MM:SS`` as ``HH:MM``; anything else as it stands."""
    digits = (time or "").replace(":", "")[:4]
    return f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 and digits.isdigit() else time


def _markers(facts: Facts) -> tuple[str, ...]:
    view = [part for part in (facts.view_position, _side(facts.laterality)) if part]
    return tuple(line for line in (" ".join(view), facts.modality or "") if line != "")


def _side(laterality: str | None) -> str:
    sides = {
        "L": translate("Corners", "left"),
        "R": translate("Corners", "right"),
        "B": translate("Corners", "both sides"),
        "U": "",
    }
    return sides.get(laterality or "", laterality or "")


def _sex(sex: str) -> str:
    """The sex of the patient (0010,0040) as people of that language write it."""
    letters = {
        "M": translate("Corners", "M", "sex: male"),
        "F": translate("Corners", "F", "sex: female"),
        "O": translate("Corners", "O", "sex: other"),
    }
    return letters.get(sex, sex)


def _frame_text(number: int, count: int) -> str:
    return translate("Corners", "frame {number} of {count}").format(number=number, count=count)


def _state(shown: Shown) -> tuple[str, ...]:
    """Bottom line first."""
    parts = [translate("Corners", "zoom {percent} %").format(percent=f"{shown.scale * 100:.0f}")]
    if isinstance(shown.voi, Window):
        window = translate("Corners", "WW {width}  WL {centre}")
        width, centre = figure(shown.voi.width, ".5g"), figure(shown.voi.centre, ".5g")
        parts.append(window.format(width=width, centre=centre))
    elif isinstance(shown.voi, Lut):
        name = shown_words(shown.voi.name)
        parts.append(translate("Corners", "LUT {name}").format(name=name).rstrip())
    return (PART_GAP.join(parts),)


def _badges(radiograph: Radiograph, shown: Shown) -> tuple[str, ...]:
    badges = []
    if shown.is_inverted:
        badges.append(translate("Corners", "Inverted"))
    if radiograph.facts.is_lossy:
        badges.append(translate("Corners", "Lossy"))
    if radiograph.pixel_hw[0] != radiograph.pixel_hw[1]:
        badges.append(translate("Corners", "Pixels not square"))
    if radiograph.notes:
        count = len(radiograph.notes)
        badges.append(translate("Corners", "Notes: {count}").format(count=count))
    return (" · ".join(badges),) if badges else ()
