"""What property-based tests draw: shapes, windows and numbers for single operators."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

# Repeatable in every run; a failing example is printed with what reproduces it.
PROPERTY = settings(
    derandomize=True,
    deadline=None,
    print_blob=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

seeds = st.integers(0, 2**20)


def numbers(seed: int, shape: Sequence[int]) -> np.ndarray:
    """Float32 numbers around 0."""
    return np.random.default_rng(seed).normal(size=tuple(shape)).astype(np.float32)


def whole_numbers(seed: int, shape: Sequence[int]) -> np.ndarray:
    """Float32 numbers -2 ... 2: many of them are equal."""
    return np.random.default_rng(seed).integers(-2, 3, tuple(shape)).astype(np.float32)


def shapes(least: int, most: int) -> st.SearchStrategy[tuple[int, ...]]:
    """Shapes with this many axes of size 1 to 4."""
    return st.lists(st.integers(1, 4), min_size=least, max_size=most).map(tuple)


def close(found: np.ndarray, expected: np.ndarray) -> None:
    """Equal shapes, and numbers equal to single precision."""
    assert found.shape == expected.shape
    limit = 1e-5 * max(1.0, float(np.abs(expected).max(initial=0.0)))
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=limit)


@dataclass(frozen=True)
class DrawnWindows:
    """Windows that fit at least once into an image.

    Args:
        sizes: spatial sizes of the image.
        kernel: elements per window.
        attrs: strides, dilations and pads or auto_pad, as ONNX attributes.
    """

    sizes: tuple[int, ...]
    kernel: tuple[int, ...]
    attrs: dict[str, object]

    @property
    def rank(self) -> int:
        """Number of spatial axes."""
        return len(self.sizes)

    @property
    def strides(self) -> tuple[int, ...]:
        """Steps between windows."""
        return tuple(self.attrs.get("strides", [1] * self.rank))

    @property
    def dilations(self) -> tuple[int, ...]:
        """Steps inside of windows."""
        return tuple(self.attrs.get("dilations", [1] * self.rank))

    @property
    def reach(self) -> tuple[int, ...]:
        """Span of a window."""
        return tuple((k - 1) * d + 1 for k, d in zip(self.kernel, self.dilations, strict=True))

    def padding(self, counts: Sequence[int]) -> list[tuple[int, int]]:
        """(begin, end) that make exactly `counts` windows fit; an end below 0 is cut off."""
        pads = self.attrs.get("pads", [0] * (2 * self.rank))
        word = self.attrs.get("auto_pad", "NOTSET")
        found = []
        for i, (size, count) in enumerate(zip(self.sizes, counts, strict=True)):
            needed = (count - 1) * self.strides[i] + self.reach[i]
            total = max(needed - size, 0)
            by_word = {
                "NOTSET": pads[i],
                "VALID": 0,
                "SAME_UPPER": total // 2,
                "SAME_LOWER": total - total // 2,
            }
            found.append((by_word[word], needed - size - by_word[word]))
        return found

    def declared(self, counts: Sequence[int]) -> list[tuple[int, int]]:
        """(begin, end) as the operator declares them."""
        if not self.attrs.get("auto_pad", "NOTSET").startswith("SAME"):
            pads = self.attrs.get("pads", [0] * (2 * self.rank))
            return list(zip(pads[: self.rank], pads[self.rank :], strict=True))
        return [(begin, max(end, 0)) for begin, end in self.padding(counts)]


@st.composite
def windows(
    draw: st.DrawFn,
    *,
    ranks: Sequence[int] = (1, 2, 3),
    dilated: bool = True,
    wide_padding: bool = True,
    padding: Sequence[str] = ("NONE", "NUMBERS", "VALID", "SAME_UPPER", "SAME_LOWER"),
) -> DrawnWindows:
    """Windows on 1 to 3 axes; `wide_padding` allows as much padding as the kernel or more."""
    rank = draw(st.sampled_from(ranks))
    largest = {1: 9, 2: 7, 3: 4}[rank]

    def axes(low: int, high: int) -> list[int]:
        return draw(st.lists(st.integers(low, high), min_size=rank, max_size=rank))

    kernel, strides = axes(1, 4 if rank < 3 else 3), axes(1, 3)
    word = draw(st.sampled_from(padding))
    if word.startswith("SAME"):  # the runtime has no dilation here, and no negative padding
        dilated = False
        strides = [min(s, k) for s, k in zip(strides, kernel, strict=True)]
    dilations = axes(1, 3) if dilated and draw(st.booleans()) else [1] * rank
    attrs: dict[str, object] = {"strides": strides}
    if dilated:
        attrs["dilations"] = dilations
    pads = [0] * (2 * rank)
    if word == "NUMBERS":
        limit = [k if wide_padding else k - 1 for k in kernel] * 2
        pads = [draw(st.integers(0, most)) for most in limit]
        attrs["pads"] = pads
    elif word != "NONE":
        attrs["auto_pad"] = word
    sizes = axes(1, largest)
    if not word.startswith("SAME"):
        reach = [(k - 1) * d + 1 for k, d in zip(kernel, dilations, strict=True)]
        least = [r - pads[i] - pads[i + rank] for i, r in enumerate(reach)]
        sizes = [max(s, n) for s, n in zip(sizes, least, strict=True)]
    return DrawnWindows(tuple(sizes), tuple(kernel), attrs)
