"""The legend under an exported picture: colour bar with numbers, what was asked, which model."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.overlay import wording
from engine.overlay.scale import Scale

_INK = (235, 235, 235)
_QUIET = (165, 165, 165)
_CAUTION = (255, 128, 120)
_MARGIN_PX = 12
_LEAST_TEXT_PX = 11


def draw_legend(
    explanation: Explanation,
    scale: Scale,
    colours: NDArray[np.uint8],
    width_px: int,
    *,
    has_superpixels: bool = False,
) -> NDArray[np.uint8]:
    """A black strip to stand under a picture of that width.

    Args:
        explanation: what is shown.
        scale: the scale that the picture was painted with.
        colours: (256, 3) uint8 RGB, the colours that it was painted with.
        width_px: width of the picture; text shrinks with it and is cut with an ellipsis where it
            must be.
        has_superpixels: the picture shows superpixels.

    Returns:
        (h, width_px, 3) uint8 RGB.
    """
    size = max(_LEAST_TEXT_PX, min(22, width_px // 55))
    line_px = round(size * 1.6)
    lines = _lines(explanation, wording.scale_note(scale, has_superpixels=has_superpixels))
    bar_px = 0 if scale.is_empty else size + line_px + size // 2
    strip = np.zeros((2 * _MARGIN_PX + bar_px + len(lines) * line_px, width_px, 3), np.uint8)
    top = _MARGIN_PX
    if bar_px:
        _draw_bar(strip, top, size, scale, colours)
        top += bar_px
    for text, ink in lines:
        _write(strip, text, (_MARGIN_PX, top + size), size, ink)
        top += line_px
    return strip


def draw_caution(text: str, width_px: int) -> NDArray[np.uint8]:
    """A black strip of that width with a sentence that must not be overlooked.

    Returns:
        (h, width_px, 3) uint8 RGB.
    """
    size = max(_LEAST_TEXT_PX, min(22, width_px // 55))
    strip = np.zeros((_MARGIN_PX + round(size * 1.6), width_px, 3), np.uint8)
    _write(strip, text, (_MARGIN_PX, _MARGIN_PX + size), size, _CAUTION)
    return strip


def _lines(explanation: Explanation, note: str) -> Sequence[tuple[str, tuple[int, int, int]]]:
    unit = explanation.conventions.get("score", "score")
    facts = [f"model {explanation.model_id}", f"{unit} {wording.number(explanation.score)}"]
    if (flags := wording.warnings(explanation)) != "":
        facts.append(flags)
    return (
        (note, _INK),
        (wording.title(explanation), _INK),
        (", ".join(facts), _QUIET),
        (wording.RESEARCH_USE, _INK),
    )


def _draw_bar(
    strip: NDArray[np.uint8], top: int, size: int, scale: Scale, colours: NDArray[np.uint8]
) -> None:
    """The colour bar with its numbers under the ends (and zero in the middle when signed)."""
    length = max(2, min(strip.shape[1] - 2 * _MARGIN_PX, 24 * size))
    place = np.linspace(0, 255, length).round().astype(np.uint8)
    strip[top : top + size, _MARGIN_PX : _MARGIN_PX + length] = colours[place]
    baseline = top + 2 * size + size // 3
    marks = [(0.0, scale.low), (1.0, scale.high)]
    if scale.is_signed:
        marks.insert(1, (0.5, 0.0))
    for position, value in marks:
        text = wording.number(value)
        left = _MARGIN_PX + round(position * (length - _text_width(text, size)))
        _write(strip, text, (left, baseline), size, _INK)


def _write(
    strip: NDArray[np.uint8],
    text: str,
    at_xy: tuple[int, int],
    size: int,
    ink: tuple[int, int, int],
) -> None:
    room = strip.shape[1] - _MARGIN_PX - at_xy[0]
    cv2.putText(strip, _cut(text, size, room), at_xy, ink, _face(), size)


def _cut(text: str, size: int, room_px: int) -> str:
    """`text`, or as much of it as fits, with an ellipsis."""
    if _text_width(text, size) <= room_px:
        return text
    while text and _text_width(text + "...", size) > room_px:
        text = text[:-1]
    return text + "..."


def _text_width(text: str, size: int) -> int:
    (_, _, width, _) = cv2.getTextSize((0, 0), text, (0, 0), _face(), size)
    return int(width)


def _face() -> cv2.FontFace:
    """OpenCV's own Unicode typeface: class names may be in any script; no system font needed."""
    return cv2.FontFace("sans")
