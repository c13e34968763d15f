"""Masks that a person drew: kept packed in the `Sheet`, in pixels of the original image."""

import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import OutputError
from engine.files import atomic_write
from engine.language import said
from engine.measure.mark import REGIONS, Mark, utc_now
from engine.measure.regions import covered

Mask = NDArray[np.bool_]
MAX_NAME, MAX_MASKS = 80, 64
_FAST = 1  # of zlib: a stroke must not be waited for


@dataclass(frozen=True)
class DrawnMask:
    """Where a structure lies, as a person drew it. One per structure and frame.

    Attributes:
        structure: ``lesion``, ``lungs``, ``heart`` or what the person called it.
        frame: from 0.
        size_hw: (height, width) of the image.
        packed: zlib of the rows, eight pixels a byte, the leftmost in the highest bit.
        made_at: when it was changed last, UTC, ISO 8601.
    """

    structure: str
    frame: int
    size_hw: tuple[int, int]
    packed: bytes
    made_at: str = ""

    def __post_init__(self) -> None:
        """Refuses what nobody could have drawn."""
        if not 0 < len(self.structure.strip()) <= MAX_NAME or self.frame < 0:
            raise ValueError("a mask needs the name of a structure and a frame")

    def pixels(self) -> Mask:
        """(H, W) bool, a new array. Raises ValueError where `packed` is something else."""
        height, width = self.size_hw
        columns = -(-width // 8)
        try:
            rows = zlib.decompressobj().decompress(self.packed, height * columns + 1)
        except zlib.error as error:
            raise ValueError("the pixels of a mask are damaged") from error
        if len(rows) != height * columns:
            raise ValueError("a mask has another size than its image")
        bits = np.frombuffer(rows, np.uint8).reshape(height, columns)
        return np.unpackbits(bits, axis=1, count=width).astype(bool)


def drawn_mask(structure: str, pixels: Mask, frame: int) -> DrawnMask:
    """A mask as it is kept.

    Args:
        structure: its name; blanks around it are left out.
        pixels: (H, W) bool.
        frame: from 0.
    """
    height, width = pixels.shape
    packed = zlib.compress(np.packbits(pixels, axis=1).tobytes(), _FAST)
    return DrawnMask(structure.strip()[:MAX_NAME], frame, (height, width), packed, utc_now())


def mask_of_mark(mark: Mark, image_hw: tuple[int, int]) -> Mask:
    """(H, W) bool: the pixels whose centres lie in an ellipse, rectangle or polygon.

    Raises ValueError for marks that enclose nothing.
    """
    if mark.kind not in REGIONS:
        raise ValueError(f"a {mark.kind} encloses nothing")
    mask = np.zeros(image_hw, bool)
    found = covered(mark.kind, mark.points, image_hw)
    height, width = found.mask.shape
    mask[found.top : found.top + height, found.left : found.left + width] = found.mask > 0
    return mask


def write_masks(folder: Path, stem: str, masks: tuple[DrawnMask, ...]) -> tuple[Path, ...]:
    """Each mask as a PNG of one bit per pixel, white inside: ``STEM__STRUCTURE.png``.

    Args:
        folder: exists.
        stem: of the image's file; masks of this name are found again by ``--masks``.
        masks: of one frame.

    Raises:
        OutputError: the folder or the disk refused.
    """
    written = []
    for mask in masks:
        name = re.sub(r"[^\w-]+", "_", mask.structure).strip("_") or "mask"
        grey = mask.pixels().astype(np.uint8) * np.uint8(255)
        is_encoded, data = cv2.imencode(".png", grey, [cv2.IMWRITE_PNG_BILEVEL, 1])
        if not is_encoded:
            raise OutputError(said("the mask could not be encoded as PNG"))
        path = folder / f"{stem}__{name}.png"
        atomic_write(path, data.tobytes())
        written.append(path)
    return tuple(written)
