"""One look at every image: what later stations of the census compare and count."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.bundle.intake import grey_of, read_radiograph
from engine.errors import ImageError
from training.data.sample import Sample

THUMBNAIL = 32


@dataclass(frozen=True)
class Look:
    """What is kept of one readable image.

    Attributes:
        sample: whose image it is.
        size_hw: (height, width) in pixels.
        kind: format, such as ``dicom`` or ``jpeg``.
        is_colour: whether it is stored in colour.
        sha256: hex digest of the decoded pixels and their shape, whatever the file's format.
        difference_hash: 64 bits, see `difference_hash`.
        thumbnail: (32, 32) uint8.
    """

    sample: Sample
    size_hw: tuple[int, int]
    kind: str
    is_colour: bool
    sha256: str
    difference_hash: int
    thumbnail: NDArray[np.uint8]


def look_at(samples: Sequence[Sample]) -> Iterator[Look | tuple[Sample, str]]:
    """Decodes every image: its look, or (sample, why it cannot be read)."""
    for sample in samples:
        try:
            yield _look(sample)
        except ImageError as error:
            yield sample, error.message


def difference_hash(grey: NDArray[np.float32]) -> int:
    """64 bits: is each of 8 x 8 cells darker than its right neighbour?

    Blind to brightness, contrast and size (Krawetz 2013, "Kind of like that").

    Args:
        grey: (H, W) float32.
    """
    small = cv2.resize(grey, (9, 8), interpolation=cv2.INTER_AREA)
    bits = (small[:, :-1] < small[:, 1:]).ravel()
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def _look(sample: Sample) -> Look:
    radiograph = read_radiograph(sample.path)
    pixels = radiograph.frames if radiograph.colour is None else radiograph.colour
    digest = hashlib.sha256(repr(pixels.shape[:3]).encode())
    # Grey stored in three equal channels is the same picture as grey in one.
    is_colour = radiograph.colour is not None and _has_colour(radiograph.colour)
    digest.update(np.ascontiguousarray(pixels if is_colour else radiograph.frames).tobytes())
    grey = grey_of(radiograph)
    small = cv2.resize(grey, (THUMBNAIL, THUMBNAIL), interpolation=cv2.INTER_AREA)
    return Look(
        sample=sample,
        size_hw=radiograph.size_hw,
        kind=radiograph.kind,
        is_colour=is_colour,
        sha256=digest.hexdigest(),
        difference_hash=difference_hash(grey),
        thumbnail=np.rint(small * 255.0).astype(np.uint8),
    )


def _has_colour(colour: NDArray[np.uint8]) -> bool:
    first = colour[..., :1]
    return bool(np.any(colour != first))
