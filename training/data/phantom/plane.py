"""Where the synthetic body lies on the film, and how shapes are drawn there.

Body coordinates: x to the image's right, y down, both about -1..1; the spine is at x = 0. The
image's left half shows the patient's right side. One unit is about 19 cm.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

CM_PER_UNIT = 19.0
_FRACTION_BITS = 4  # cv2 draws at 1/16 pixel


@dataclass(frozen=True)
class Plane:
    """A square film with a body placed on it.

    Attributes:
        size: pixels per side.
        rotation: of the body, radians, clockwise on the image.
        zoom: film half-sides per body unit.
        shift_xy: of the body's origin, in film half-sides.
    """

    size: int
    rotation: float
    zoom: float
    shift_xy: tuple[float, float]

    def grid(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Body coordinates x and y of every pixel centre, each (size, size) float32."""
        axis = (np.arange(self.size, dtype=np.float32) + 0.5) * np.float32(2.0 / self.size) - 1.0
        film_x, film_y = np.meshgrid(
            axis - np.float32(self.shift_xy[0]), axis - np.float32(self.shift_xy[1])
        )
        cosine, sine = np.float32(np.cos(self.rotation)), np.float32(np.sin(self.rotation))
        x = (film_x * cosine + film_y * sine) / np.float32(self.zoom)
        y = (film_y * cosine - film_x * sine) / np.float32(self.zoom)
        return x, y

    def to_pixels(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(N, 2) body coordinates as (N, 2) continuous pixel coordinates.

        Pixel centres lie at whole + 0.5.
        """
        cosine, sine = np.cos(self.rotation), np.sin(self.rotation)
        x, y = points[:, 0] * self.zoom, points[:, 1] * self.zoom
        film_x = x * cosine - y * sine + self.shift_xy[0]
        film_y = x * sine + y * cosine + self.shift_xy[1]
        return (np.stack([film_x, film_y], axis=1) + 1.0) * (self.size / 2.0)

    def pixels(self, length: float) -> float:
        """A length in body units as pixels."""
        return length * self.zoom * self.size / 2.0

    def fill(self, outline: NDArray[np.float64]) -> NDArray[np.float32]:
        """(size, size) float32 in [0, 1]: a filled polygon, smooth at its edge.

        `outline` is (N, 2) in body coordinates.
        """
        canvas = np.zeros((self.size, self.size), dtype=np.uint8)
        cv2.fillPoly(canvas, [self._fixed(outline)], 255, cv2.LINE_AA, _FRACTION_BITS)
        return canvas.astype(np.float32) / np.float32(255.0)

    def stroke(
        self,
        canvas: NDArray[np.float32],
        line: NDArray[np.float64],
        widths: NDArray[np.float64],
        values: NDArray[np.float64],
    ) -> None:
        """Draws `line` ((N, 2) body coordinates) into `canvas`, overwriting.

        Args:
            canvas: (size, size) float32, changed in place.
            line: at least two points.
            widths: (N,) in body units.
            values: (N,) written where the line passes.
        """
        fixed = self._fixed(line)
        for index in range(len(line) - 1):
            width_px = max(1, round(self.pixels(float(widths[index]))))
            start, stop = fixed[index].tolist(), fixed[index + 1].tolist()
            cv2.line(
                canvas, start, stop, float(values[index]), width_px, cv2.LINE_8, _FRACTION_BITS
            )

    def blur(self, picture: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
        """Gaussian blur by `sigma` body units."""
        return cv2.GaussianBlur(picture, (0, 0), max(self.pixels(sigma), 0.3))

    def noise(self, random: np.random.Generator, scale: float) -> NDArray[np.float32]:
        """(size, size) float32 smooth random field, mean 0, deviation 1.

        Its features are about `scale` body units wide.
        """
        cells = max(2, round(2.0 / scale) + 1)
        coarse = random.standard_normal((cells, cells)).astype(np.float32)
        field = cv2.resize(coarse, (self.size, self.size), interpolation=cv2.INTER_CUBIC)
        return (field - field.mean()) / max(float(field.std()), 1e-6)

    def _fixed(self, points: NDArray[np.float64]) -> NDArray[np.int32]:
        return np.round((self.to_pixels(points) - 0.5) * (1 << _FRACTION_BITS)).astype(np.int32)


def smooth_curve(
    points: list[tuple[float, float]], *, closed: bool, steps: int = 12
) -> NDArray[np.float64]:
    """Catmull-Rom curve through `points`: (N, 2) float64, `steps` points per segment."""
    knots = np.asarray(points, dtype=np.float64)
    if closed:
        padded = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        padded = np.concatenate([2 * knots[:1] - knots[1:2], knots, 2 * knots[-1:] - knots[-2:-1]])
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[:, None]
    pieces = [_segment(padded[index : index + 4], t) for index in range(len(padded) - 3)]
    if not closed:
        pieces.append(knots[-1:])
    return np.concatenate(pieces)


def _segment(knots: NDArray[np.float64], t: NDArray[np.float64]) -> NDArray[np.float64]:
    before, start, stop, after = knots
    return 0.5 * (
        2 * start
        + (stop - before) * t
        + (2 * before - 5 * start + 4 * stop - after) * t**2
        + (3 * start - before - 3 * stop + after) * t**3
    )
