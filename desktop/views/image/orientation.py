"""Turned and flipped: the eight ways to lay an image on the screen. No Qt.

Display only: it changes neither the pixels that a model sees nor the coordinates of marks, which
stay those of the original image.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images.geometry import Affine

_ROTATIONS = {
    1: cv2.ROTATE_90_CLOCKWISE,
    2: cv2.ROTATE_180,
    3: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


@dataclass(frozen=True)
class Orientation:
    """First mirrored left to right (or not), then turned clockwise.

    Attributes:
        turns: quarter turns clockwise, 0..3.
        is_mirrored: True when the picture is a mirror image, whatever the turns.
    """

    turns: int = 0
    is_mirrored: bool = False

    @property
    def is_upright(self) -> bool:
        """True when the image lies as in its file."""
        return self == UPRIGHT

    def turned(self, quarter_turns: int) -> "Orientation":
        """Turned further, clockwise when positive."""
        return Orientation((self.turns + quarter_turns) % 4, self.is_mirrored)

    def flipped_across(self) -> "Orientation":
        """Left and right of the *screen* swapped. A flip after a turn undoes that turn's sense."""
        return Orientation(-self.turns % 4, not self.is_mirrored)

    def flipped_down(self) -> "Orientation":
        """Top and bottom of the screen swapped."""
        return Orientation((2 - self.turns) % 4, not self.is_mirrored)

    def inverse(self) -> "Orientation":
        """The way back; mirror images are their own."""
        return self if self.is_mirrored else Orientation(-self.turns % 4)

    def size(self, image_hw: tuple[int, int]) -> tuple[int, int]:
        """(height, width) of an image of that size once it lies so."""
        return (image_hw[1], image_hw[0]) if self.turns % 2 else image_hw

    def point(self, x: float, y: float, image_hw: tuple[int, int]) -> tuple[float, float]:
        """Where a point of the image comes to lie; edges at whole numbers, exact."""
        height, width = image_hw
        if self.is_mirrored:
            x = width - x
        for _ in range(self.turns):
            x, y = height - y, x
            height, width = width, height
        return x, y

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Where a direction of the image points to."""
        return self.point(x, y, (0, 0))

    def box(
        self, box: tuple[int, int, int, int], image_hw: tuple[int, int]
    ) -> tuple[int, int, int, int]:
        """Where a ``(left, top, right, bottom)`` of the image comes to lie."""
        x0, y0 = self.point(box[0], box[1], image_hw)
        x1, y1 = self.point(box[2], box[3], image_hw)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def affine(self, image_hw: tuple[int, int]) -> Affine:
        """`point` as a map."""
        c, f = self.point(0.0, 0.0, image_hw)
        a, d = self.direction(1.0, 0.0)
        b, e = self.direction(0.0, 1.0)
        return Affine(a, b, c, d, e, f)

    def lay(self, pixels: NDArray) -> NDArray:
        """A picture, (H, W) or (H, W, C), laid so; C-contiguous unless upright."""
        if pixels.size == 0:
            return np.empty((*self.size(pixels.shape[:2]), *pixels.shape[2:]), pixels.dtype)
        if self.is_mirrored:
            pixels = cv2.flip(pixels, 1)
        return cv2.rotate(pixels, _ROTATIONS[self.turns]) if self.turns else pixels


UPRIGHT = Orientation()
