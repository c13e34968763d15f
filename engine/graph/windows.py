"""Arithmetic of sliding windows, shared by convolutions and poolings.

ONNX gives the padding of a window operator either as numbers or as a word (SAME_UPPER, ...).
Gradients need numbers: a transposed convolution with a word for its padding does not give the
forward input's size back in every runtime. All functions work axis by axis on plain integers.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Windows:
    """How windows slide over the spatial axes; one entry per axis.

    Args:
        kernel: elements per window.
        strides: step from one window to the next.
        dilations: step between the elements of a window.
        begins: padding before the data.
        ends: padding behind the data.
    """

    kernel: tuple[int, ...]
    strides: tuple[int, ...]
    dilations: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def reach(self) -> tuple[int, ...]:
        """Span of one window in elements, dilation included."""
        return tuple((k - 1) * d + 1 for k, d in zip(self.kernel, self.dilations, strict=True))

    @property
    def is_dense(self) -> bool:
        """Whether windows move by one element on every axis."""
        return all(s == 1 for s in self.strides)

    def closing(
        self, inputs: Sequence[int], outputs: Sequence[int]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """End padding and output padding that give the forward input's size back.

        Where the last window leaves a remainder of the input uncovered, the output padding fills
        it; where it reaches further than the declared padding (ceil_mode), the end padding grows.

        Args:
            inputs: spatial sizes of the forward input.
            outputs: spatial sizes of the forward output.

        Returns:
            (ends, output_padding), one entry per axis, none negative.
        """
        ends, extra = [], []
        for axis, (size, count) in enumerate(zip(inputs, outputs, strict=True)):
            covered = (count - 1) * self.strides[axis] + self.reach[axis] - self.begins[axis]
            rest = size - (covered - self.ends[axis])
            ends.append(self.ends[axis] + max(-rest, 0))
            extra.append(max(rest, 0))
        return tuple(ends), tuple(extra)

    def counts(
        self, inputs: Sequence[int], outputs: Sequence[int], *, include_pad: bool
    ) -> np.ndarray:
        """Number of elements that each window averages over.

        Args:
            inputs: spatial sizes of the forward input.
            outputs: spatial sizes of the forward output.
            include_pad: whether declared padding counts; what ceil_mode adds beyond it never does.

        Returns:
            float64, shaped as `outputs`.
        """
        total = np.ones(())
        for axis, (size, count) in enumerate(zip(inputs, outputs, strict=True)):
            first = np.arange(count) * self.strides[axis] - self.begins[axis]
            places = first[:, None] + np.arange(self.kernel[axis]) * self.dilations[axis]
            low = -self.begins[axis] if include_pad else 0
            high = size + (self.ends[axis] if include_pad else 0)
            inside = ((places >= low) & (places < high)).sum(axis=1)
            total = np.multiply.outer(total, inside)
        return total


def same_padding(size: int, reach: int, stride: int, *, upper: bool) -> tuple[int, int]:
    """Padding (begin, end) of SAME_UPPER or SAME_LOWER on one axis.

    ceil(size / stride) windows fit.

    An odd total puts the larger half at the end for SAME_UPPER, at the begin for SAME_LOWER.
    """
    total = max((math.ceil(size / stride) - 1) * stride + reach - size, 0)
    small, large = total // 2, total - total // 2
    return (small, large) if upper else (large, small)
