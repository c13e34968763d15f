"""Where a point of one picture lies in another: image <-> model input <-> map <-> screen.

All coordinates are continuous pixel coordinates ``(x, y)``, x to the right, y down, with the
*edges* of the first pixel at 0 and 1 and its centre at 0.5 ("half pixel", ONNX Resize
``coordinate_transformation_mode=half_pixel``). A resize is therefore a pure scaling.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Affine:
    """``x' = a x + b y + c``, ``y' = d x + e y + f``."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    @staticmethod
    def scale(sx: float, sy: float) -> "Affine":
        """Stretches x by `sx` and y by `sy` about the origin."""
        return Affine(a=sx, e=sy)

    @staticmethod
    def shift(dx: float, dy: float) -> "Affine":
        """Moves by `dx`, `dy` pixels."""
        return Affine(c=dx, f=dy)

    def then(self, after: "Affine") -> "Affine":
        """The map that applies this one first and `after` second."""
        return Affine.from_matrix(after.matrix() @ self.matrix())

    def inverse(self) -> "Affine":
        """The map back. Raises numpy.linalg.LinAlgError where there is none (zero scale)."""
        return Affine.from_matrix(np.linalg.inv(self.matrix()))

    def matrix(self) -> NDArray[np.float64]:
        """(3, 3) float64 homogeneous matrix."""
        return np.array([[self.a, self.b, self.c], [self.d, self.e, self.f], [0.0, 0.0, 1.0]])

    @staticmethod
    def from_matrix(matrix: NDArray[np.float64]) -> "Affine":
        """From the upper two rows of a (3, 3) or (2, 3) matrix."""
        (a, b, c), (d, e, f) = matrix[0], matrix[1]
        return Affine(float(a), float(b), float(c), float(d), float(e), float(f))

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """The point ``(x, y)`` seen in the target picture."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def to_list(self) -> list[float]:
        """``[a, b, c, d, e, f]``, for JSON."""
        return [self.a, self.b, self.c, self.d, self.e, self.f]

    @staticmethod
    def from_list(values: Sequence[float]) -> "Affine":
        """Back from `to_list`."""
        return Affine(*(float(value) for value in values))

    def for_cv2(self) -> NDArray[np.float64]:
        """(2, 3) float64 for ``cv2.warpAffine``, which puts pixel *centres* at whole numbers."""
        half = Affine.shift(0.5, 0.5).then(self).then(Affine.shift(-0.5, -0.5))
        return half.matrix()[:2]


def resize_affine(source_hw: tuple[int, int], target_hw: tuple[int, int]) -> Affine:
    """The map of a plain resize from `source_hw` (height, width) to `target_hw`."""
    return Affine.scale(target_hw[1] / source_hw[1], target_hw[0] / source_hw[0])
