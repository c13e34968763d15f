"""The legend under an exported picture: colour bar with numbers, what was asked, which model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.overlay import wording
from engine.overlay.lettering import INK, MARGIN_PX, QUIET, draw_bar, size_for, write
from engine.overlay.scale import Scale

_CAUTION = (255, 128, 120)


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
    size = size_for(width_px)
    line_px = round(size * 1.6)
    lines = _lines(explanation, wording.scale_note(scale, has_superpixels=has_superpixels))
    bar_px = 0 if scale.is_empty else size + line_px + size // 2
    strip = np.zeros((2 * MARGIN_PX + bar_px + len(lines) * line_px, width_px, 3), np.uint8)
    top = MARGIN_PX
    if bar_px:
        draw_bar(strip, top, size, scale, colours)
        top += bar_px
    for text, ink in lines:
        write(strip, text, (MARGIN_PX, top + size), size, ink)
        top += line_px
    return strip


def draw_caution(text: str, width_px: int) -> NDArray[np.uint8]:
    """A black strip of that width with a sentence that must not be overlooked.

    Returns:
        (h, width_px, 3) uint8 RGB.
    """
    size = size_for(width_px)
    strip = np.zeros((MARGIN_PX + round(size * 1.6), width_px, 3), np.uint8)
    write(strip, text, (MARGIN_PX, MARGIN_PX + size), size, _CAUTION)
    return strip


def _lines(explanation: Explanation, note: str) -> Sequence[tuple[str, tuple[int, int, int]]]:
    unit = explanation.conventions.get("score", "score")
    facts = [f"model {explanation.model_id}", f"{unit} {wording.number(explanation.score)}"]
    if (flags := wording.warnings(explanation)) != "":
        facts.append(flags)
    return (
        (note, INK),
        (wording.title(explanation), INK),
        (", ".join(facts), QUIET),
        (wording.RESEARCH_USE, INK),
    )
