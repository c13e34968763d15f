"""Opacities inside the lungs, with exact masks.

Every kind is centimetres of water added along the ray.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.data.phantom.anatomy import LUNG_DENSITY, Anatomy, centimetres
from training.data.phantom.plane import Plane

MASK_SHARE = 0.2  # of the lesion's greatest thickness: what is thinner does not belong to the mask


@dataclass(frozen=True)
class Lesion:
    """One opacity.

    Attributes:
        kind: a key of `LESIONS`.
        side: patient's side, ``left`` | ``right``.
        water_cm: (S, S) float32 >= 0, what it adds along the ray.
        mask: (S, S) bool, where that is at least `MASK_SHARE` of its maximum; always inside the
            lung field.
    """

    kind: str
    side: str
    water_cm: NDArray[np.float32]
    mask: NDArray[np.bool_]


def nodule(
    plane: Plane, anatomy: Anatomy, side: str, random: np.random.Generator
) -> NDArray[np.float32]:
    """A slightly lobulated ball of 2.3 to 4.2 cm."""
    radius = random.uniform(0.060, 0.110)
    row, column = _place(plane, anatomy.lungs[side], radius * 0.9, random)
    rows, columns = np.mgrid[: plane.size, : plane.size]
    angle = np.arctan2(rows - row, columns - column)
    lobes = 1.0 + 0.10 * np.sin(random.integers(2, 5) * angle + random.uniform(0, 6.28))
    relative = np.hypot(rows - row, columns - column) / (plane.pixels(radius) * lobes)
    thickness = centimetres(2.0 * radius) * np.sqrt(np.clip(1.0 - relative**2, 0.0, 1.0))
    return thickness.astype(np.float32) * np.float32(random.uniform(1.0, 1.3))


def consolidation(
    plane: Plane, anatomy: Anatomy, side: str, random: np.random.Generator
) -> NDArray[np.float32]:
    """Airspace filled with fluid: dense, ragged, with open bronchi running through."""
    blob = _cloud(plane, anatomy.lungs[side], random.uniform(0.15, 0.30), 0.45, random)
    dense = np.clip((blob - 0.25) * 2.2, 0.0, 1.0)
    patchy = 1.0 + 0.15 * plane.noise(random, 0.06) + 0.08 * plane.noise(random, 0.025)
    bronchi = np.zeros((plane.size, plane.size), dtype=np.float32)
    rows, columns = np.nonzero(dense > 0.5)
    for _ in range(int(random.integers(2, 5)) if len(rows) else 0):
        start = int(random.integers(len(rows)))
        heading = random.uniform(0, 6.28)
        far = (
            int(columns[start] + plane.pixels(0.16) * np.cos(heading)),
            int(rows[start] + plane.pixels(0.16) * np.sin(heading)),
        )
        cv2.line(
            bronchi,
            (int(columns[start]), int(rows[start])),
            far,
            1.0,
            max(1, round(plane.pixels(0.012))),
        )
    open_air = 1.0 - 0.35 * plane.blur(bronchi, 0.005)
    return (dense * patchy.clip(0.3) * open_air * random.uniform(4.5, 7.5)).astype(np.float32)


def ground_glass(
    plane: Plane, anatomy: Anatomy, side: str, random: np.random.Generator
) -> NDArray[np.float32]:
    """A haze with soft edges through which the vessels remain visible."""
    blob = _cloud(plane, anatomy.lungs[side], random.uniform(0.22, 0.42), 0.30, random)
    hazy = plane.blur(np.clip(blob * 1.4, 0.0, 1.0).astype(np.float32), 0.03)
    grain = 1.0 + 0.18 * plane.noise(random, 0.04) + 0.10 * plane.noise(random, 0.015)
    return (hazy * grain.clip(0.2) * random.uniform(2.4, 3.8)).astype(np.float32)


def effusion(
    plane: Plane, anatomy: Anatomy, side: str, random: np.random.Generator
) -> NDArray[np.float32]:
    """Pleural fluid in an upright patient.

    It fills the angle, and climbs at the chest wall (meniscus).
    """
    x, y = plane.grid()
    outline = anatomy.outlines[side]
    lowest, widest = float(outline[:, 1].max()), float(np.abs(outline[:, 0]).max())
    height = random.uniform(0.22, 0.50)
    climb = random.uniform(0.10, 0.20) * np.clip(np.abs(x) / widest, 0.0, 1.1) ** 3
    under = (y - (lowest - height - climb)) / np.float32(0.16)
    thickness = np.clip(under, 0.0, 1.0) ** 0.7 * random.uniform(4.5, 8.0)
    return plane.blur(thickness.astype(np.float32), 0.008)


# kind -> (thickness along the ray before it is cut to the lung, how many at most)
LESIONS: dict[str, tuple[Callable[..., NDArray[np.float32]], int]] = {
    "nodule": (nodule, 2),
    "consolidation": (consolidation, 1),
    "ground-glass": (ground_glass, 2),
    "effusion": (effusion, 1),
}


def draw_lesions(
    plane: Plane, anatomy: Anatomy, kind: str, random: np.random.Generator
) -> tuple[Lesion, ...]:
    """One or more opacities of one kind, all inside the lung fields."""
    draw, most = LESIONS[kind]
    count = int(random.integers(1, most + 1))
    sides = [str(side) for side in random.permutation(["left", "right"])]
    return tuple(
        _inside(draw(plane, anatomy, side, random), plane, anatomy, side, kind)
        for side in sides[:count]
    )


def _inside(
    water_cm: NDArray[np.float32], plane: Plane, anatomy: Anatomy, side: str, kind: str
) -> Lesion:
    """Cuts to the lung field; what replaces lung can be no thicker than the lung was."""
    lung = anatomy.lungs[side]
    is_fluid = kind == "effusion"  # fluid reaches the very edge
    feather = 1.0 if is_fluid else np.clip(_depth_px(lung) / plane.pixels(0.02), 0.0, 1.0)
    room = np.float32(1.0 - LUNG_DENSITY) * anatomy.depth_cm
    cut = (np.minimum(water_cm, room) * lung * feather).astype(np.float32)
    return Lesion(kind, side, cut, (cut >= MASK_SHARE * cut.max()) & (cut > 0))


def _place(
    plane: Plane, lung: NDArray[np.bool_], margin: float, random: np.random.Generator
) -> tuple[int, int]:
    """A random (row, column) inside the lung.

    At least `margin` body units from its edge, or as deep as the lung allows.
    """
    distance = _depth_px(lung)
    rows, columns = np.nonzero(distance >= min(plane.pixels(margin), 0.95 * float(distance.max())))
    index = int(random.integers(len(rows)))
    return int(rows[index]), int(columns[index])


def _depth_px(mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Distance of every pixel of `mask` to its edge."""
    padded = np.pad(mask.astype(np.uint8), 1)
    return cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]


def _cloud(
    plane: Plane, lung: NDArray[np.bool_], radius: float, ragged: float, random: np.random.Generator
) -> NDArray[np.float32]:
    """(S, S) float32, about 1 in the middle of a ragged blob, 0 outside."""
    row, column = _place(plane, lung, radius * 0.45, random)
    rows, columns = np.mgrid[: plane.size, : plane.size]
    squash = random.uniform(0.75, 1.3)
    relative = np.hypot((rows - row) * squash, (columns - column) / squash) / plane.pixels(radius)
    noise = 0.6 * plane.noise(random, 0.14) + 0.3 * plane.noise(random, 0.05)
    return np.clip(1.15 - relative**1.5 + ragged * noise * (relative < 1.25), 0.0, 1.0).astype(
        np.float32
    )
