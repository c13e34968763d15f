"""Colours a projected map and lays it over a picture.

Opacity does not grow with the value: a constant veil above the threshold, a soft ramp just below
it, nothing at zero. Otherwise weak evidence would be both dark and thin, and the background would
carry a veil of its own.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.language import said
from engine.overlay.scale import Scale

MODES = ("heat", "contour")

# The ramp ends at the threshold; a threshold of zero still needs a ramp or zero itself would be
# painted.
_LEAST_RAMP_END = 0.04
_LINE_HALF_WIDTH_PX = 1.0
_CASING_HALF_WIDTH_PX = 2.0
# Of the composed table; 256 would show as bands in the ramp. Odd, so that signed zero has a step.
_STEPS = 2049
_INDICES = 65_536  # of 16 bits
_BAND_PIXELS = 2**18


def rgba_overlay(
    values: NDArray[np.float32],
    scale: Scale,
    colours: NDArray[np.uint8],
    threshold: float,
    mode: str = "heat",
) -> NDArray[np.uint8]:
    """The overlay alone.

    Args:
        values: (H, W) float32 from `project`, NaN where unseen.
        scale: from the same explanation.
        colours: (256, 3) uint8 RGB from `colour_table`.
        threshold: 0..1 of the scale; weaker values fade out.
        mode: ``heat`` | ``contour`` (iso-lines at the threshold and at two higher levels).

    Returns:
        (H, W, 4) uint8 RGBA, premultiplied. All zeros where unseen, at zero, and when the scale is
        empty.

    Raises:
        RequestError: unknown mode.
    """
    if mode not in MODES:
        raise RequestError(
            said("there is no overlay mode {mode!r}", mode=mode),
            hint=said("Choose one of: {MODES}.", MODES=MODES),
        )
    if scale.is_empty:
        return np.zeros((*values.shape, 4), dtype=np.uint8)
    if mode == "contour":
        position = scale.position(values)
        distance_px = _distance_to_lines(scale.strength(position), threshold)
        distance_px[_near_unseen(values)] = np.inf  # the edge of what was seen is no iso-line
        return _cased(colours, position, distance_px)
    return _heat(values, scale, colours, threshold)


def blend(
    picture: NDArray[np.uint8], overlay: NDArray[np.uint8], opacity: float
) -> NDArray[np.uint8]:
    """Lays a premultiplied overlay over a picture.

    Args:
        picture: (H, W) uint8 grey or (H, W, 3) uint8 RGB.
        overlay: (H, W, 4) uint8 from `rgba_overlay`.
        opacity: 0..1 of the whole overlay.

    Returns:
        (H, W, 3) uint8 RGB: overlay * opacity + picture * (1 - alpha * opacity).
    """
    base = picture if picture.ndim == 3 else np.repeat(picture[:, :, None], 3, axis=2)
    cover = overlay[:, :, 3:].astype(np.float32) * np.float32(opacity / 255.0)
    mixed = overlay[:, :, :3] * np.float32(opacity) + base * (np.float32(1.0) - cover)
    return np.rint(mixed).clip(0, 255).astype(np.uint8)


def contour_levels(threshold: float) -> tuple[float, float, float]:
    """Where the lines of the mode ``contour`` run, 0..1 of the scale.

    Args:
        threshold: 0..1 of the scale, of the lowest line.
    """
    lowest = max(threshold, _LEAST_RAMP_END)
    return lowest, (2 * lowest + 1) / 3, (lowest + 2) / 3


def _ramp(strength: NDArray[np.float32], threshold: float) -> NDArray[np.float32]:
    """Cover 0..1: 0 up to half the threshold, then smooth (3t^2 - 2t^3) to 1 at the threshold."""
    end = max(threshold, _LEAST_RAMP_END)
    t = np.clip((strength - end / 2.0) / (end / 2.0), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


def _heat(
    values: NDArray[np.float32], scale: Scale, colours: NDArray[np.uint8], threshold: float
) -> NDArray[np.uint8]:
    """(H, W, 4) uint8 premultiplied RGBA.

    Band after band: what lies between value and colour uses the same memory again, where fresh
    memory for the whole picture costs several times the arithmetic. Few of them: between the steps
    of each other threads may take the interpreter.
    """
    place = np.linspace(0.0, 1.0, _STEPS, dtype=np.float32)
    table = _painted(colours, place, _ramp(scale.strength(place), threshold))
    colours_of_steps = np.zeros((1, _INDICES), dtype=np.int32)  # cv2.LUT wants every index there is
    colours_of_steps[0, :_STEPS] = table.view(np.int32)[:, 0]
    overlay = np.empty((*values.shape, 4), dtype=np.uint8)
    packed = overlay.view(np.int32)[:, :, 0]
    rows = max(1, _BAND_PIXELS // max(1, values.shape[1]))
    for top in range(0, len(values), rows):
        band = slice(top, top + rows)
        position = scale.position(values[band])
        steps = (position * np.float32(_STEPS - 1) + np.float32(0.5)).astype(np.uint16)
        cv2.LUT(steps, colours_of_steps, packed[band])
    return overlay


def _distance_to_lines(strength: NDArray[np.float32], threshold: float) -> NDArray[np.float32]:
    """(H, W) float32: pixels to the nearest place where the strength crosses a level.

    The distance to a level line is |s - level| / |grad s| to first order, so no line appears along
    the border of the picture, where tracing a mask would draw one.
    """
    across = cv2.Sobel(strength, -1, 1, 0, scale=1 / 8)
    down = cv2.Sobel(strength, -1, 0, 1, scale=1 / 8)
    slope = np.maximum(cv2.magnitude(across, down), np.float32(1e-6))
    nearest = np.full_like(strength, np.inf)
    for level in contour_levels(threshold):
        np.minimum(nearest, np.abs(strength - np.float32(level)) / slope, out=nearest)
    return nearest


def _near_unseen(values: NDArray[np.float32]) -> NDArray[np.bool_]:
    """(H, W) bool: unseen pixels and their neighbours."""
    unseen = np.isnan(values).astype(np.uint8)
    return cv2.dilate(unseen, np.ones((3, 3), dtype=np.uint8)).astype(bool)


def _painted(
    colours: NDArray[np.uint8], position: NDArray[np.float32], cover: NDArray[np.float32]
) -> NDArray[np.uint8]:
    """(..., 4) uint8 premultiplied RGBA of any shape of positions."""
    colour = colours[np.rint(position * np.float32(255.0)).astype(np.uint8)]
    overlay = np.empty((*position.shape, 4), dtype=np.uint8)
    overlay[..., :3] = np.rint(colour * cover[..., None])
    overlay[..., 3] = np.rint(cover * 255.0)
    return overlay


def _cased(
    colours: NDArray[np.uint8], position: NDArray[np.float32], distance_px: NDArray[np.float32]
) -> NDArray[np.uint8]:
    """(H, W, 4) uint8 premultiplied RGBA: lines in their colour, cased in white or black.

    Without a casing a dark line is lost on a dark lung, a pale one on the heart.
    """
    overlay = np.zeros((*position.shape, 4), dtype=np.uint8)
    near = distance_px < _CASING_HALF_WIDTH_PX + 0.5
    line = np.clip(_LINE_HALF_WIDTH_PX + 0.5 - distance_px[near], 0.0, 1.0)
    cover = np.clip(_CASING_HALF_WIDTH_PX + 0.5 - distance_px[near], 0.0, 1.0)
    colour = colours[np.rint(position[near] * np.float32(255.0)).astype(np.uint8)]
    is_dark = colour.astype(np.float32) @ np.float32([0.299, 0.587, 0.114]) < 128.0  # BT.601
    casing = np.where(is_dark, np.float32(255.0), np.float32(0.0)) * (cover - line)
    overlay[near, :3] = np.rint(colour * line[:, None] + casing[:, None])
    overlay[near, 3] = np.rint(cover * 255.0)
    return overlay
