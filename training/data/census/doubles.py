"""Images that occur twice: to the pixel, or re-saved, resized and brightened."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.data.census.look import Look

# Hash bits that may differ. Candidates only: the correlation decides.
MOST_BITS = 8
# Least correlation of 32 x 32 thumbnails. Measured on 515 films of children and adults: no two
# different ones reach more than 0.963; copies that were re-saved as JPEG, halved, or changed in
# brightness or gamma stay above 0.988. Of copies cropped by 3 % about every third is found.
LEAST_CORRELATION = 0.98


@dataclass(frozen=True)
class Double:
    """Two images of the same film.

    Attributes:
        first: index of one.
        second: index of the other, larger.
        correlation: of their thumbnails; 1 for equal pixels.
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
    pictures = np.array([look.thumbnail for look in looks])
    copies = {second for _, second in known}  # their first stands for them
    pairs = []
    for first in range(len(looks)):
        if first in copies:
            continue
        bits = np.bitwise_count(hashes[first + 1 :] ^ hashes[first])
        for second in (np.flatnonzero(bits <= MOST_BITS) + first + 1).tolist():
            if second in copies:
                continue
            correlation = _correlation(pictures[first], pictures[second])
            if correlation >= LEAST_CORRELATION:
                pairs.append(((first, second), correlation))
    return pairs


def _correlation(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Pearson's; 0 where a picture is flat."""
    a, b = (picture.astype(np.float64) - picture.mean() for picture in (one, other))
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum() / size) if size > 0 else 0.0


def _crosses(one: Look, other: Look) -> tuple[str, ...]:
    differs = {
        "splits": one.sample.split != other.sample.split,
        "patients": one.sample.patient_id != other.sample.patient_id,
        "labels": set(one.sample.labels) != set(other.sample.labels),
    }
    return tuple(name for name, is_so in differs.items() if is_so)
