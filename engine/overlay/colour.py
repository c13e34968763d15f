"""Colour maps: from a number in 0..1 to a colour. Uniform and colour-blind safe ones first."""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.language import said

Stops = tuple[tuple[float, tuple[int, int, int]], ...]


@dataclass(frozen=True)
class ColourMap:
    """A named colour map.

    Attributes:
        name: as on the command line and in settings.
        title: as on the screen.
        kind: ``sequential`` (zero to most) | ``signed`` (zero in the middle) | ``legacy``.
        source: OpenCV's table by number, or our own control points (position 0..1, RGB).
    """

    name: str
    title: str
    kind: str
    source: int | Stops


# Blue and red stay apart for every common colour blindness; equal strengths are equally light, so
# neither sign stands out. The grey middle (zero) is never painted, see `blend`; it is no white,
# which would make weak evidence the brightest thing on a dark film.
_BLUE_RED: Stops = (
    (0.00, (40, 110, 255)),
    (0.25, (120, 160, 245)),
    (0.50, (175, 175, 175)),
    (0.75, (235, 130, 120)),
    (1.00, (235, 40, 45)),
)

COLOUR_MAPS: tuple[ColourMap, ...] = (
    ColourMap("inferno", "Inferno", "sequential", cv2.COLORMAP_INFERNO),
    ColourMap("magma", "Magma", "sequential", cv2.COLORMAP_MAGMA),
    ColourMap("viridis", "Viridis", "sequential", cv2.COLORMAP_VIRIDIS),
    ColourMap("cividis", "Cividis", "sequential", cv2.COLORMAP_CIVIDIS),
    ColourMap("blue-red", said("Blue - red (signed)"), "signed", _BLUE_RED),
    # Not uniform: paints edges where the numbers have none. Kept because older publications use it.
    ColourMap("jet", said("Jet (legacy)"), "legacy", cv2.COLORMAP_JET),
)

DEFAULT_MAP = "inferno"
SIGNED_MAP = "blue-red"


@cache
def colour_table(name: str) -> NDArray[np.uint8]:
    """The colours of a map, lowest first.

    Returns:
        (256, 3) uint8 RGB, read-only.

    Raises:
        RequestError: no such colour map.
    """
    source = find_colour_map(name).source
    if isinstance(source, int):
        steps = np.arange(256, dtype=np.uint8)[:, None]
        return _fixed(np.ascontiguousarray(cv2.applyColorMap(steps, source)[:, 0, ::-1]))
    positions = [position for position, _ in source]
    at = np.linspace(0.0, 1.0, 256)
    channels = [np.interp(at, positions, [rgb[c] for _, rgb in source]) for c in range(3)]
    return _fixed(np.rint(np.stack(channels, axis=1)).astype(np.uint8))


def _fixed(table: NDArray[np.uint8]) -> NDArray[np.uint8]:
    table.setflags(write=False)
    return table


def find_colour_map(name: str) -> ColourMap:
    """The colour map of that name. Raises RequestError listing the choices."""
    for colour_map in COLOUR_MAPS:
        if colour_map.name == name:
            return colour_map
    choices = ", ".join(colour_map.name for colour_map in COLOUR_MAPS)
    raise RequestError(
        said("there is no colour map {name!r}", name=name),
        hint=said("Choose one of: {choices}.", choices=choices),
    )


def matching_map(name: str, is_signed: bool) -> str:
    """`name` where it fits the scale, else the default that does.

    A sequential map would paint strong evidence *against* like no evidence at all, and a signed map
    would give zero the colour of a strong value.
    """
    if (find_colour_map(name).kind == "signed") == is_signed:
        return name
    return SIGNED_MAP if is_signed else DEFAULT_MAP
