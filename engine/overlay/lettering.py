"""Words and colour bars in pictures that leave the program."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.overlay import wording
from engine.overlay.scale import Scale

INK = (235, 235, 235)
QUIET = (165, 165, 165)
MARGIN_PX = 12
LEAST_TEXT_PX = 11


def size_for(width_px: int) -> int:
    """Height of the letters in pixels for a picture of that width."""
    return max(LEAST_TEXT_PX, min(22, width_px // 55))


def draw_bar(
    strip: NDArray[np.uint8], top: int, size: int, scale: Scale, colours: NDArray[np.uint8]
) -> None:
    """The colour bar with its numbers under the ends (and zero in the middle when signed)."""
    length = max(2, min(strip.shape[1] - 2 * MARGIN_PX, 24 * size))
    place = np.linspace(0, 255, length).round().astype(np.uint8)
    strip[top : top + size, MARGIN_PX : MARGIN_PX + length] = colours[place]
    baseline = top + 2 * size + size // 3
    marks = [(0.0, scale.low), (1.0, scale.high)]
    if scale.is_signed:
        marks.insert(1, (0.5, 0.0))
    for position, value in marks:
        text = wording.number(value)
        left = MARGIN_PX + round(position * (length - text_width(text, size)))
        write(strip, text, (left, baseline), size, INK)


def write(
    strip: NDArray[np.uint8],
    text: str,
    at_xy: tuple[int, int],
    size: int,
    ink: tuple[int, int, int],
) -> None:
    """Writes onto a picture, `at_xy` the left end of the base line; what has no room is cut."""
    room = strip.shape[1] - MARGIN_PX - at_xy[0]
    cv2.putText(strip, cut(text, size, room), at_xy, ink, _face(), size)


def cut(text: str, size: int, room_px: int) -> str:
    """`text`, or as much of it as fits, with an ellipsis."""
    if text_width(text, size) <= room_px:
        return text
    while text and text_width(text + "...", size) > room_px:
        text = text[:-1]
    return text + "..."


def text_width(text: str, size: int) -> int:
    """Pixels that a text takes."""
    (_, _, width, _) = cv2.getTextSize((0, 0), text, (0, 0), _face(), size)
    return int(width)


def _face() -> cv2.FontFace:
    """OpenCV's own Unicode typeface: class names may be in any script; no system font needed."""
    return cv2.FontFace("sans")
