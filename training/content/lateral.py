"""Drawn side views of the chest: one lung field between breast bone and spine."""

import numpy as np

from training.content.texture import Clouds, Picture, grid, soft

Random = np.random.Generator


def lateral(random: Random, clouds: Clouds) -> Picture:
    """(SIDE, SIDE) float32: facing left or right, of any build."""
    x, y = grid()
    lean = random.normal(0, 0.15) * (y - 0.5)
    front = 0.35 * (1 - y) * random.uniform(0.2, 1) - random.uniform(0.6, 0.95)
    back = random.uniform(0.6, 0.95) - random.uniform(0, 0.2) * (1 - y)
    edge = random.uniform(12, 40)
    body = _step(x - lean - front, edge) * _step(back + lean - x, edge)
    centre, base = lean + random.uniform(-0.12, 0.12), random.uniform(0.65, 0.95)

    picture = body * random.uniform(0.45, 0.75)
    field = soft(_lung(x, y, centre, base, random), random, 1.5, 4)
    picture -= field * random.uniform(0.15, 0.45)
    picture += _heart(x, y, centre, base, random) * body
    picture += _spine(x, y, lean + back, random)
    picture += _breast_bone(x - lean - front, random)
    picture += np.exp(-y / random.uniform(0.05, 0.2)) * random.uniform(0, 0.5) * body  # shoulders
    for _ in range(random.integers(0, 12)):  # ribs of both sides, down and forward
        begin, slope = random.uniform(0, 0.9), random.uniform(0.1, 0.45)
        picture += 0.06 * np.exp(-(((y - begin - slope * (back - x) / 2) / 0.012) ** 2)) * body
    if random.random() < 0.5:
        picture = picture[:, ::-1]
    return np.ascontiguousarray(picture * (0.92 + 0.16 * clouds(random, 1.4)), np.float32)


def _lung(
    x: np.ndarray, y: np.ndarray, centre: np.ndarray, base: float, random: Random
) -> np.ndarray:
    """A bean, cut below by the domes of the diaphragm, deeper behind."""
    top = random.uniform(0.05, 0.22)
    share = np.clip((y - top + 0.02) / (base - top), 0, 1)
    half = random.uniform(0.4, 0.7) * np.sqrt(share) ** random.uniform(0.5, 1.2)
    bulge = (x - centre + random.uniform(-0.1, 0.5)) / random.uniform(0.3, 0.6)
    dome = base - random.uniform(0.05, 0.25) * np.exp(-(bulge**2))
    dome = dome + random.uniform(0, 0.3) * np.clip(x - centre, 0, 1)
    return (np.abs(x - centre) < half) & (y > top) & (y < dome)


def _heart(
    x: np.ndarray, y: np.ndarray, centre: np.ndarray, base: float, random: Random
) -> np.ndarray:
    x0, y0 = centre - random.uniform(0.05, 0.3), base - random.uniform(0.1, 0.3)
    wide, high = random.uniform(0.18, 0.36), random.uniform(0.12, 0.22)
    inside = ((x - x0) / wide) ** 2 + ((y - y0) / high) ** 2 < 1
    return soft(inside, random, 2, 5) * random.uniform(0.1, 0.3)


def _spine(x: np.ndarray, y: np.ndarray, back: np.ndarray, random: Random) -> np.ndarray:
    """Vertebrae as ripples, darker towards the diaphragm."""
    bend = random.uniform(-0.15, 0.05) * np.sin(y * np.pi)
    distance = (x - back + random.uniform(0.15, 0.4) - bend) / random.uniform(0.07, 0.16)
    ripple = 1 + 0.3 * np.sin(y * random.uniform(50, 90))
    return np.exp(-(distance**2)) * ripple * random.uniform(0.05, 0.25) * (1.2 - y)


def _breast_bone(depth: np.ndarray, random: Random) -> np.ndarray:
    strength = random.uniform(0.05, 0.2) if random.random() < 0.6 else 0.0
    return np.exp(-(((depth - random.uniform(0.05, 0.15)) / 0.05) ** 2)) * strength


def _step(distance: np.ndarray, steepness: float) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-distance * steepness))
