"""Which image this is: the names under which things about it are kept, and whether they fit it.

No name tells of a patient. A SOP Instance UID should be unique and is not always (poor
de-identification gives many images the same one), so what is kept also holds a coarse picture of
the pixels, which survives another decoder or another compression.
"""

import hashlib
from dataclasses import dataclass

import cv2
import numpy as np

from engine.images.radiograph import Radiograph

_SIDE = 8
_TOLERANCE = 0.02


@dataclass(frozen=True)
class ImageIdentity:
    """One image, told apart from all others.

    Attributes:
        key: hex digest of the SOP Instance UID, else of the file's bytes.
        sop_instance_uid: None for ordinary images.
        file_sha256: hex digest of the file.
        size_hw: (height, width) in pixels.
        frame_count: number of frames.
        coarse: 64 mean brightnesses of the first frame, row by row, 0..1 of the frame's own range.
    """

    key: str
    sop_instance_uid: str | None
    file_sha256: str
    size_hw: tuple[int, int]
    frame_count: int
    coarse: tuple[float, ...]

    def is_same_image(self, other: "ImageIdentity") -> bool:
        """Same bytes, or same UID, size and look."""
        if self.file_sha256 == other.file_sha256:
            return True
        fits = (self.key, self.size_hw, self.frame_count) == (
            other.key,
            other.size_hw,
            other.frame_count,
        )
        if not fits or len(self.coarse) != len(other.coarse):
            return False
        apart = np.abs(np.subtract(self.coarse, other.coarse))
        return bool(apart.max() <= _TOLERANCE)


def record_key(radiograph: Radiograph) -> str:
    """Hex digest that stands for an image: of its SOP Instance UID, else of the file's bytes."""
    uid = radiograph.facts.sop_instance_uid
    return key_of(uid, radiograph.sha256)


def key_of(uid: str | None, file_sha256: str) -> str:
    """The same, where the pixels are gone already."""
    return key_of_uid(uid) if uid else _digest(f"file {file_sha256}")


def key_of_uid(uid: str) -> str:
    """The same for a SOP Instance UID alone, before any pixel is decoded."""
    return _digest(f"sop {uid}")


def identify(radiograph: Radiograph) -> ImageIdentity:
    """The identity of an image; takes some milliseconds."""
    return ImageIdentity(
        key=record_key(radiograph),
        sop_instance_uid=radiograph.facts.sop_instance_uid,
        file_sha256=radiograph.sha256,
        size_hw=radiograph.size_hw,
        frame_count=radiograph.frame_count,
        coarse=_coarse(radiograph),
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _coarse(radiograph: Radiograph) -> tuple[float, ...]:
    frame = radiograph.frames[0]
    small = cv2.resize(frame, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float64)
    low, high = small.min(), small.max()
    spread = small - low if high == low else (small - low) / (high - low)
    return tuple(round(float(value), 4) for value in spread.reshape(-1))
