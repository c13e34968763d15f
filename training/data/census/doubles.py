"""Images that occur twice: to the pixel, or re-saved, resized and brightened."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.data.census.look import THUMBNAIL, Look

# Hash bits that may differ. Candidates only: the correlation decides.
MOST_BITS = 8
# Least correlation of the detail of 32 x 32 thumbnails. Measured on 515 films of children and
# adults: no two different ones reach more than 0.81 (whole thumbnails: 0.96, as all chests are
# alike), 60 phantoms 0.94; copies that were re-saved as JPEG, halved, or changed in brightness or
# gamma stay above 0.969. Of copies cropped by 3 % few are found.
LEAST_CORRELATION = 0.95
_SIZE, _PIXELS = (THUMBNAIL, THUMBNAIL), THUMBNAIL * THUMBNAIL
_BLUR = 5  # pixels; what is coarser is no detail


@dataclass(frozen=True)
class Double:
    """Two images of the same film.

    Attributes:
        first: index of one.
        second: index of the other, larger.
        correlation: of their thumbnails' detail; 1 for equal pixels.
        is_exact: whether the decoded pixels are equal.
        crosses: what the two differ in, of ``splits``, ``patients`` and ``labels``.
    """

    first: int
    second: int
    correlation: float
    is_exact: bool
    crosses: tuple[str, ...]


def find_doubles(looks: Sequence[Look]) -> tuple[Double, ...]:
    """Pairs of images of the same film; those that cross splits or patients first.

    Of more than two equal images each is paired with the first one.
    """
    exact = _exact_pairs(looks)
    near = _near_pairs(looks, {pair for pair, _ in exact})
    doubles = [
        Double(first, second, correlation, is_exact, _crosses(looks[first], looks[second]))
        for pairs, is_exact in ((exact, True), (near, False))
        for (first, second), correlation in pairs
    ]
    return tuple(sorted(doubles, key=lambda one: (-len(one.crosses), one.first, one.second)))


def _exact_pairs(looks: Sequence[Look]) -> list[tuple[tuple[int, int], float]]:
    by_pixels: dict[str, list[int]] = defaultdict(list)
    for index, look in enumerate(looks):
        by_pixels[look.sha256].append(index)
    return [((own[0], other), 1.0) for own in by_pixels.values() for other in own[1:]]


def _near_pairs(
    looks: Sequence[Look], known: set[tuple[int, int]]
) -> list[tuple[tuple[int, int], float]]:
    hashes = np.array([look.difference_hash for look in looks], np.uint64)
    details = _details(looks)
    copies = {second for _, second in known}  # their first stands for them
    pairs = []
    for first in range(len(looks)):
        if first in copies:
            continue
        bits = np.bitwise_count(hashes[first + 1 :] ^ hashes[first])
        others = np.flatnonzero(bits <= MOST_BITS) + first + 1
        for second, correlation in zip(others, details[others] @ details[first], strict=True):
            if int(second) not in copies and correlation >= LEAST_CORRELATION:
                pairs.append(((first, int(second)), float(correlation)))
    return pairs


def _details(looks: Sequence[Look]) -> NDArray[np.float32]:
    """(N, 1024) what is left of thumbnails without their coarse shades, of length 1, or 0."""
    pictures = np.array([look.thumbnail for look in looks], np.float32).reshape(-1, *_SIZE)
    fine = np.array([one - cv2.blur(one, (_BLUR, _BLUR)) for one in pictures]).reshape(-1, _PIXELS)
    fine -= fine.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(fine, axis=1, keepdims=True)
    return np.divide(fine, lengths, out=np.zeros_like(fine), where=lengths > 0)


def _crosses(one: Look, other: Look) -> tuple[str, ...]:
    differs = {
        "splits": one.sample.split != other.sample.split,
        "patients": one.sample.patient_id != other.sample.patient_id,
        "labels": set(one.sample.labels) != set(other.sample.labels),
    }
    return tuple(name for name, is_so in differs.items() if is_so)
