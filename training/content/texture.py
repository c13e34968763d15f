"""Noise and soft edges that the drawn pictures and the variation of films share."""

import cv2
import numpy as np
from numpy.typing import NDArray

SIDE = 128  # pixels of all pictures before they are reduced for the network
Picture = NDArray[np.float32]

_ROUGHNESS = (0.6, 1.0, 1.4, 1.8, 2.2)
_POOL = 60  # fields of each roughness, moved and mirrored at every use


class Clouds:
    """1/f noise from a pool of fields, which is a hundred times faster than new ones.

    Args:
        random: draws the pool.
    """

    def __init__(self, random: np.random.Generator) -> None:
        self._fields = {
            power: [_field(random, power) for _ in range(_POOL)] for power in _ROUGHNESS
        }

    def __call__(self, random: np.random.Generator, roughness: float | None = None) -> Picture:
        """(SIDE, SIDE) in [0, 1]; a greater roughness of `_ROUGHNESS` gives softer clouds."""
        power = float(random.choice(_ROUGHNESS)) if roughness is None else roughness
        field = self._fields[power][random.integers(_POOL)]
        moved = np.roll(field, tuple(random.integers(0, SIDE, 2)), (0, 1))
        return moved.T if random.random() < 0.5 else moved


def soft(mask: NDArray, random: np.random.Generator, low: float, high: float) -> Picture:
    """The mask blurred by a Gaussian of `low`..`high` pixels."""
    return cv2.GaussianBlur(mask.astype(np.float32), (0, 0), random.uniform(low, high))


def grid() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Coordinates of every pixel: x in -1..1, y in 0..1."""
    x, y = np.meshgrid(np.linspace(-1, 1, SIDE), np.linspace(0, 1, SIDE))
    return x, y


def _field(random: np.random.Generator, power: float) -> Picture:
    radius = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)[None])
    radius[0, 0] = 1.0
    spectrum = random.normal(size=radius.shape) + 1j * random.normal(size=radius.shape)
    spectrum /= radius**power
    spectrum[0, 0] = 0.0
    picture = np.fft.irfft2(spectrum, (SIDE, SIDE)).astype(np.float32)
    low, high = np.quantile(picture, (0.01, 0.99))
    return np.clip((picture - low) / (high - low), 0.0, 1.0).astype(np.float32)
