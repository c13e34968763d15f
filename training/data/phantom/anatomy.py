"""The soft body: torso, lungs, heart, great vessels, diaphragm.

As centimetres of water along the ray.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.data.phantom.plane import CM_PER_UNIT, Plane, smooth_curve

LUNG_DENSITY = 0.28  # of water, inflated
SIDES = (("right", -1.0), ("left", 1.0))  # patient's side and the sign of x on the image

# One lung seen from the spine outwards: |x|, y. Apex, chest wall, costophrenic angle, dome,
# mediastinal border.
_WALL = [
    (0.28, -0.80),
    (0.46, -0.68),
    (0.59, -0.46),
    (0.68, -0.14),
    (0.73, 0.17),
    (0.755, 0.42),
    (0.75, 0.58),
]
_DOME = [(0.68, 0.47), (0.53, 0.375), (0.37, 0.35), (0.23, 0.40), (0.13, 0.47)]
_HILAR = [(0.105, 0.25), (0.10, 0.0), (0.115, -0.25), (0.13, -0.5), (0.17, -0.70)]


@dataclass(frozen=True)
class Build:
    """What varies from patient to patient, in body units unless said otherwise.

    Attributes:
        thickness_cm: of the chest, front to back.
        width: factor of the chest's width.
        lift: of the right and the left dome above their usual height (deep or shallow breath).
        heart: factor of the heart's size.
        turn: of the mediastinum to the image's right (the patient stands turned).
        aorta: factor of the aortic knob's size.
        breast_cm: of breast tissue over the lower zones.
    """

    thickness_cm: float
    width: float
    lift: tuple[float, float]
    heart: float
    turn: float
    aorta: float
    breast_cm: float


@dataclass(frozen=True)
class Anatomy:
    """The healthy body on the film.

    Attributes:
        water_cm: (S, S) float32, soft tissue along the ray.
        lungs: patient's side -> (S, S) bool lung field as drawn on films (heart and mediastinum
            left out).
        heart: (S, S) bool.
        depth_cm: (S, S) float32, lung along the ray.
        outlines: patient's side -> (N, 2) outline of the lung in body coordinates.
    """

    water_cm: NDArray[np.float32]
    lungs: dict[str, NDArray[np.bool_]]
    heart: NDArray[np.bool_]
    depth_cm: NDArray[np.float32]
    outlines: dict[str, NDArray[np.float64]]


def draw_build(random: np.random.Generator) -> Build:
    """A random patient."""
    breath = random.uniform(-0.05, 0.09)
    return Build(
        thickness_cm=random.uniform(17.0, 24.0),
        width=random.uniform(0.93, 1.06),
        lift=(breath + random.uniform(0.03, 0.07), breath + random.uniform(-0.02, 0.02)),
        heart=random.uniform(0.86, 1.18),
        turn=random.uniform(-0.035, 0.035),
        aorta=random.uniform(0.8, 1.25),
        breast_cm=max(0.0, random.uniform(-3.0, 3.0)),
    )


def build_anatomy(plane: Plane, build: Build, random: np.random.Generator) -> Anatomy:
    """Lungs, heart and soft tissue of one patient."""
    x, y = plane.grid()
    heart = _heart(x, y, build)
    centre = _mediastinum(x, y, build)
    outlines = {side: _lung_outline(sign, build, random) for side, sign in SIDES}
    fields = {side: plane.fill(outline) for side, outline in outlines.items()}
    depth = sum(_lung_depth(plane, field, build) for field in fields.values())
    depth = depth * (1.0 - 0.80 * np.maximum(heart, 0.9 * centre)) + _recess(
        plane, fields, y, build
    )
    water = _torso(plane, x, y, build, random) - (1.0 - LUNG_DENSITY) * depth
    water = water - _airways(plane, build) - _stomach(x, y, build, random)
    water = water + _breasts(x, y, build) + 1.2 * heart + 1.0 * centre
    blocked = (heart > 0.25) | (centre > 0.45)
    return Anatomy(
        water_cm=np.maximum(water, 0.0).astype(np.float32),
        lungs={side: (field > 0.5) & ~blocked for side, field in fields.items()},
        heart=heart > 0.25,
        depth_cm=depth.astype(np.float32),
        outlines=outlines,
    )


def _lung_outline(sign: float, build: Build, random: np.random.Generator) -> NDArray[np.float64]:
    lift = build.lift[0] if sign < 0 else build.lift[1]
    dome = [(x, y - lift * (1.0 - abs(x - 0.4) / 0.6)) for x, y in _DOME]
    wall = [(x, y - (lift * 0.5 if y > 0.4 else 0.0)) for x, y in _WALL]
    knots = np.array(wall + dome + _HILAR) + random.normal(0.0, 0.006, (17, 2))
    x = sign * knots[:, 0] * build.width + build.turn * (knots[:, 0] < 0.2)
    return smooth_curve(list(zip(x, knots[:, 1], strict=True)), closed=True)


def _lung_depth(plane: Plane, field: NDArray[np.float32], build: Build) -> NDArray[np.float32]:
    """Lung along the ray: rounded at the wall, deepest inside."""
    inside = np.pad((field > 0.5).astype(np.uint8), 1)
    distance = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1]
    relative = np.minimum(distance / plane.pixels(0.20), 1.0)
    profile = np.sqrt(np.maximum(1.0 - (1.0 - relative) ** 2, 0.0))
    return plane.blur((profile * field * 0.72 * build.thickness_cm).astype(np.float32), 0.006)


def _recess(
    plane: Plane, fields: dict[str, NDArray[np.float32]], y: NDArray[np.float32], build: Build
) -> NDArray[np.float32]:
    """The lung that reaches down behind the dome: a faint lucency that fades below it."""
    both = np.clip(sum(fields.values()), 0.0, 1.0)
    lowered = cv2.warpAffine(
        both,
        np.float32([[1, 0, 0], [0, 1, plane.pixels(0.13)]]),
        both.shape[::-1],
        flags=cv2.INTER_LINEAR,
    )
    below = np.clip(lowered - both, 0.0, 1.0) * (y > 0.2)
    return plane.blur(below.astype(np.float32), 0.035) * np.float32(0.16 * build.thickness_cm)


def _torso(
    plane: Plane,
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    build: Build,
    random: np.random.Generator,
) -> NDArray[np.float32]:
    levels = [-1.6, -1.06, -0.96, -0.88, -0.78, -0.3, 0.05, 0.6, 1.6]
    halves = [0.27, 0.29, 0.42, 0.85, 1.20, 1.22, 0.93, 0.90, 0.88]
    half = np.interp(y, levels, halves).astype(np.float32) * np.float32(build.width)
    depth = np.interp(
        y, [-1.6, -0.95, -0.6, 0.0, 0.5, 1.6], [0.55, 0.6, 0.82, 1.0, 1.0, 1.05]
    ).astype(np.float32)
    across = np.sqrt(np.clip(1.0 - np.abs(x / half) ** 2.6, 0.0, 1.0))
    flesh = np.float32(build.thickness_cm) * depth * across
    uneven = 0.35 * plane.noise(random, 0.5) + 0.15 * plane.noise(random, 0.12)
    return plane.blur((flesh + uneven * (across > 0)).astype(np.float32), 0.012)


def _soft_ellipse(
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    centre_xy: tuple[float, float],
    radii_xy: tuple[float, float],
    tilt: float,
    sharpness: float,
) -> NDArray[np.float32]:
    """1 inside an ellipse turned by `tilt` radians, 0 outside.

    The edge is softer for a smaller `sharpness`.
    """
    dx, dy = x - centre_xy[0], y - centre_xy[1]
    along = (dx * np.cos(tilt) + dy * np.sin(tilt)) / radii_xy[0]
    across = (dy * np.cos(tilt) - dx * np.sin(tilt)) / radii_xy[1]
    return (
        1.0 / (1.0 + np.exp(np.minimum(sharpness * (np.sqrt(along**2 + across**2) - 1.0), 50.0)))
    ).astype(np.float32)


def _heart(x: NDArray[np.float32], y: NDArray[np.float32], build: Build) -> NDArray[np.float32]:
    """Apex to the patient's left, that is to the image's right."""
    size, drop = build.heart, -0.6 * min(build.lift)
    ventricle = _soft_ellipse(
        x, y, (0.14 + build.turn, 0.25 + drop), (0.33 * size, 0.215 * size), 0.55, 26.0
    )
    atrium = _soft_ellipse(
        x, y, (-0.055 + build.turn, 0.22 + drop), (0.105 * size, 0.20), 0.0, 20.0
    )
    return np.maximum(ventricle, atrium)


def _mediastinum(
    x: NDArray[np.float32], y: NDArray[np.float32], build: Build
) -> NDArray[np.float32]:
    turned = x - np.float32(build.turn)
    half = np.interp(
        y, [-1.0, -0.8, -0.5, -0.2, 0.1, 0.5], [0.17, 0.14, 0.12, 0.11, 0.11, 0.13]
    ).astype(np.float32)
    column = 1.0 / (1.0 + np.exp(np.minimum(70.0 * (np.abs(turned) - half), 50.0)))
    knob = _soft_ellipse(
        turned, y, (0.115, -0.29), (0.082 * build.aorta, 0.085 * build.aorta), 0.0, 18.0
    )
    descending = (
        np.exp(-(((turned - 0.115) / 0.035) ** 2)) * np.clip((y + 0.3) * 8.0, 0.0, 1.0) * 0.5
    )
    return np.maximum(
        np.maximum(column * np.clip((y + 1.2) * 4.0, 0.0, 1.0), knob), descending
    ).astype(np.float32)


def _airways(plane: Plane, build: Build) -> NDArray[np.float32]:
    """Trachea and main bronchi: air within the mediastinum."""
    canvas = np.zeros((plane.size, plane.size), dtype=np.float32)
    lean = build.turn + 0.012
    trunk = smooth_curve(
        [(build.turn, -1.1), (build.turn, -0.7), (lean, -0.4), (lean, -0.22)], closed=False
    )
    right = smooth_curve([(lean, -0.22), (lean - 0.06, -0.14), (lean - 0.13, -0.04)], closed=False)
    left = smooth_curve([(lean, -0.22), (lean + 0.08, -0.16), (lean + 0.17, -0.10)], closed=False)
    for line, width, value in ((trunk, 0.085, 1.7), (right, 0.055, 1.0), (left, 0.05, 1.0)):
        plane.stroke(canvas, line, np.full(len(line), width), np.full(len(line), value))
    return plane.blur(canvas, 0.012)


def _stomach(
    x: NDArray[np.float32], y: NDArray[np.float32], build: Build, random: np.random.Generator
) -> NDArray[np.float32]:
    """The gastric bubble under the left dome."""
    top = 0.37 - build.lift[1]
    size = random.uniform(0.05, 0.11)
    bubble = _soft_ellipse(x, y, (0.40, top + 0.04 + size), (size * 1.5, size), 0.1, 9.0)
    return bubble * np.float32(random.uniform(1.0, 4.0))


def _breasts(x: NDArray[np.float32], y: NDArray[np.float32], build: Build) -> NDArray[np.float32]:
    both = sum(
        _soft_ellipse(x, y, (sign * 0.46, 0.30), (0.30, 0.27), 0.0, 9.0) for _, sign in SIDES
    )
    return (both * np.clip(0.6 + y, 0.0, 1.0)).astype(np.float32) * np.float32(build.breast_cm)


def centimetres(length: float) -> float:
    """A length in body units as centimetres."""
    return length * CM_PER_UNIT
