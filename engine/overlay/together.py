"""Several findings on one picture: a colour for each class, lines or boxes, so that all stay seen.

The maps are not mixed and not compared: each keeps its own scale.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation

# Okabe and Ito (2008), "Color Universal Design", without black: told apart by every kind of colour
# vision. The order puts colours side by side that also differ in lightness.
FINDING_COLOURS: tuple[tuple[int, int, int], ...] = (
    (230, 159, 0),
    (86, 180, 233),
    (240, 228, 66),
    (0, 158, 115),
    (213, 94, 0),
    (204, 121, 167),
    (0, 114, 178),
)


def finding_place(explanation: Explanation) -> int:
    """Number of the explained class; the complement of a one-neuron model comes after its class."""
    target = explanation.target
    return target.column if target.sign > 0 else target.column + 1


def finding_colour(place: int) -> tuple[int, int, int]:
    """RGB of the class of that number; after the last the first comes again."""
    return FINDING_COLOURS[place % len(FINDING_COLOURS)]


def finding_colours(place: int) -> NDArray[np.uint8]:
    """(256, 3) uint8: a colour table that is that class's colour everywhere."""
    return np.repeat(np.array([finding_colour(place)], np.uint8), 256, axis=0)


def stacked(overlays: Sequence[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Lays premultiplied overlays over each other (Porter and Duff 1984, "over").

    Args:
        overlays: (H, W, 4) uint8 each, lowest first, at least one.

    Returns:
        (H, W, 4) uint8; a single one as it is.
    """
    if len(overlays) == 1:
        return overlays[0]
    whole = overlays[0].astype(np.uint16)
    for upper in overlays[1:]:
        rest = 255 - upper[..., 3:].astype(np.uint16)
        whole = upper + (whole * rest + 127) // 255
    return whole.astype(np.uint8)
