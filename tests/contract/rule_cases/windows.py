"""Sliding windows as plain loops: the slow, obvious truth about convolutions and poolings."""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

Index = tuple[int, ...]


def taps(
    sizes: Sequence[int],
    counts: Sequence[int],
    kernel: Sequence[int],
    attrs: Mapping[str, object],
) -> Iterator[tuple[Index, Index, Index]]:
    """Every element that every window covers: (window, element of the kernel, place in the data).

    Places outside of the data come too.

    Args:
        sizes: spatial sizes of the data.
        counts: number of windows on each axis.
        kernel: elements per window.
        attrs: strides, dilations, pads or auto_pad.
    """
    rank = len(kernel)
    strides = attrs.get("strides") or [1] * rank
    dilations = attrs.get("dilations") or [1] * rank
    begins = begins_of(sizes, kernel, attrs)
    for window in itertools.product(*map(range, counts)):
        for element in itertools.product(*map(range, kernel)):
            place = tuple(
                w * s - b + e * d
                for w, s, b, e, d in zip(window, strides, begins, element, dilations, strict=True)
            )
            yield window, element, place


def begins_of(
    sizes: Sequence[int], kernel: Sequence[int], attrs: Mapping[str, object]
) -> list[int]:
    """Padding before the data, axis by axis."""
    return [begin for begin, _ in padding_of(sizes, kernel, attrs)]


def padding_of(
    sizes: Sequence[int], kernel: Sequence[int], attrs: Mapping[str, object]
) -> list[tuple[int, int]]:
    """Declared padding (begin, end), axis by axis."""
    rank = len(kernel)
    word = attrs.get("auto_pad", "NOTSET")
    if word == "NOTSET":
        pads = list(attrs.get("pads") or [0] * (2 * rank))
        return list(zip(pads[:rank], pads[rank:], strict=True))
    if word == "VALID":
        return [(0, 0)] * rank
    strides = attrs.get("strides") or [1] * rank
    dilations = attrs.get("dilations") or [1] * rank
    found = []
    for size, k, s, d in zip(sizes, kernel, strides, dilations, strict=True):
        missing = max((math.ceil(size / s) - 1) * s + (k - 1) * d + 1 - size, 0)
        less, more = missing // 2, missing - missing // 2
        found.append((less, more) if word == "SAME_UPPER" else (more, less))
    return found


def inside(place: Index, sizes: Sequence[int]) -> bool:
    """Whether a place lies in the data."""
    return all(0 <= p < size for p, size in zip(place, sizes, strict=True))
