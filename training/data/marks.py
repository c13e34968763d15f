"""Burned-in text painted over before training, so that no network can read it.

Letters are small bright pieces near the rim of the film. Bone, bowel gas, pacemakers and tubes are
bright as well: therefore only pieces are removed that are small, outside the middle of the picture,
apart from everything larger, and steep at their border as print is. What is missed stays a mark;
what is removed is counted for the log. The clinic never does this: there the film is shown, and the
network sees it, as it is.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

LEVEL = 230 / 255  # grey from which a pixel may be print
_MIDDLE = 0.6  # share of either side, about the centre, that is never touched
_LONGEST = 0.08  # side of the largest letter, as a share of the picture's longer side
_SMALLEST_PX = 4  # area; single specks are noise
_STEEP = 0.25  # least fall of grey from a letter to the ring around it
_RADIUS_PX = 3.0  # of inpainting
_ROOM_PX = 8


def text_mask(grey: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Where print is.

    Args:
        grey: (H, W) float32 in [0, 1].

    Returns:
        (H, W) True on letters and their blurred rims.
    """
    height, width = grey.shape
    bright = (grey > LEVEL).astype(np.uint8)
    count, labels, facts, centres = cv2.connectedComponentsWithStats(bright, connectivity=8)
    longest = max(_LONGEST * max(height, width), 3.0)
    found = np.zeros(grey.shape, bool)
    for label in range(1, count):
        left, top, across, down, area = (int(fact) for fact in facts[label])
        x, y = centres[label]
        is_small = area >= _SMALLEST_PX and max(across, down) <= longest
        is_aside = max(abs(x / width - 0.5), abs(y / height - 0.5)) > _MIDDLE / 2
        if is_small and is_aside:
            box = _box(top, left, down, across, grey.shape)
            letter = labels[box] == label
            if _is_print(grey[box], letter):
                found[box] |= _grown(letter)
    return found


def remove_text(grey: NDArray[np.float32]) -> tuple[NDArray[np.float32], int]:
    """The picture with print painted over from its surroundings, and how many pixels changed.

    Navier-Stokes inpainting (Bertalmio et al. 2001) as OpenCV has it, in 16 bits.

    Args:
        grey: (H, W) float32 in [0, 1].
    """
    mask = text_mask(grey)
    pixels = int(mask.sum())
    if pixels == 0:
        return grey, 0
    painted = np.rint(grey * 65535.0).astype(np.uint16)
    for box in _lines(mask):  # inpainting takes its time by the picture's size, not by the hole's
        hole = mask[box].astype(np.uint8)
        painted[box] = cv2.inpaint(painted[box], hole, _RADIUS_PX, cv2.INPAINT_NS)
    return np.where(mask, painted.astype(np.float32) / np.float32(65535), grey), pixels


def _lines(mask: NDArray[np.bool_]) -> list[tuple[slice, slice]]:
    """Boxes about letters that stand close together, with room to paint from around them."""
    near = cv2.dilate(mask.astype(np.uint8), np.ones((2 * _ROOM_PX + 1,) * 2, np.uint8))
    _, _, facts, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    return [
        (slice(top, top + down), slice(left, left + across))
        for left, top, across, down, _ in facts[1:].tolist()
    ]


def _box(top: int, left: int, down: int, across: int, shape: tuple[int, ...]) -> tuple[slice, ...]:
    """The piece with a rim of three pixels."""
    return (
        slice(max(0, top - 3), min(shape[0], top + down + 3)),
        slice(max(0, left - 3), min(shape[1], left + across + 3)),
    )


def _grown(letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return cv2.dilate(letter.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def _is_print(grey: NDArray[np.float32], letter: NDArray[np.bool_]) -> bool:
    """Print ends abruptly: the ring two pixels away is much darker than the letter."""
    inner = _grown(letter)
    ring = (cv2.dilate(inner.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0) & ~inner
    if not ring.any():
        return False
    return float(np.median(grey[letter]) - np.median(grey[ring])) >= _STEEP
