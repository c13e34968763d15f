"""Bones and lung vessels, as centimetres of water along the ray that they add."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.data.phantom.anatomy import SIDES, Anatomy, Build
from training.data.phantom.plane import CM_PER_UNIT, Plane, smooth_curve

RIB_COUNT = 10


def bones_cm(
    plane: Plane, build: Build, anatomy: Anatomy, random: np.random.Generator
) -> NDArray[np.float32]:
    """Ribs, clavicles, scapulae and spine: (S, S) float32 >= 0."""
    density = np.float32(random.uniform(1.5, 2.3))
    pitch, start = random.uniform(0.118, 0.130), random.uniform(-0.86, -0.81)
    slope = random.uniform(0.85, 1.15)
    total = _spine(plane, build)
    for side, sign in SIDES:
        wall = anatomy.outlines[side]
        for front in (False, True):
            lines = [
                _rib(sign, start + pitch * i, slope, wall, front=front) for i in range(RIB_COUNT)
            ]
            total = total + _ribs(plane, [line for line in lines if line is not None], front=front)
        total = total + _clavicle(plane, sign, build, random) + _scapula(plane, sign, build, random)
    return np.maximum(total, 0.0) * density


def vessels_cm(
    plane: Plane, build: Build, anatomy: Anatomy, random: np.random.Generator
) -> NDArray[np.float32]:
    """Pulmonary vessels, tapering from both hila, and the lung's fine texture.

    Returns: (S, S) float32, centimetres of water, mean about 0.3.
    """
    canvas = np.zeros((plane.size, plane.size), dtype=np.float32)
    for _, sign in SIDES:
        hilum = (sign * 0.17 + build.turn, 0.0 if sign < 0 else -0.05)
        for angle in np.linspace(-1.45, 1.45, 11):
            heading = angle + random.normal(0.0, 0.12)
            width = random.uniform(0.020, 0.034)
            length = random.uniform(0.40, 0.62)
            _branch(plane, canvas, sign, _Vessel(hilum, heading, width, length), random)
    lung = np.clip(anatomy.depth_cm / 3.0, 0.0, 1.0)
    texture = sum(plane.noise(random, scale) for scale in (0.012, 0.025, 0.05)) * np.float32(0.14)
    hila = sum(_hilum(plane, sign, build) for _, sign in SIDES)
    return ((plane.blur(canvas, 0.004) + texture) * lung + hila).astype(np.float32)


def _rib(
    sign: float, level: float, slope: float, wall: NDArray[np.float64], *, front: bool
) -> NDArray[np.float64] | None:
    """The back or the front part of the rib whose neck is at y = `level`.

    None for the fronts of floating ribs.
    """
    side_y = level + 0.19 * slope
    reach = _wall_at(wall, side_y) + 0.015
    if not front:
        knots = [
            (0.06, level),
            (0.06 + 0.28 * reach, level - 0.025),
            (0.68 * reach, level + 0.04 * slope),
            (0.92 * reach, level + 0.12 * slope),
            (reach, side_y),
        ]
    else:
        if level > 0.05:
            return None
        end = max(0.30, 0.40 * reach)
        low = side_y + 0.24 * slope
        knots = [
            (reach, side_y),
            (0.97 * reach, side_y + 0.06),
            (0.78 * reach, side_y + 0.15 * slope),
            (end + 0.05, low - 0.02),
            (end, low),
        ]
    return smooth_curve([(sign * x, y) for x, y in knots], closed=False)


def _wall_at(wall: NDArray[np.float64], level: float) -> float:
    """Greatest |x| of the lung's outline near y = `level`."""
    near = np.abs(wall[:, 1] - level) < 0.05
    return float(np.abs(wall[near, 0]).max()) if near.any() else 0.72


def _ribs(plane: Plane, lines: list[NDArray[np.float64]], *, front: bool) -> NDArray[np.float32]:
    """Flat bones with a denser rim; the front ends fade into cartilage, which shows nothing."""
    canvas = np.zeros((plane.size, plane.size), dtype=np.float32)
    width = 0.050 if front else 0.046
    for line in lines:
        fade = (
            np.linspace(1.0, 0.15, len(line)) * 0.75 if front else np.linspace(1.0, 1.05, len(line))
        )
        plane.stroke(canvas, line, np.full(len(line), width), fade)
        plane.stroke(canvas, line, np.full(len(line), width * 0.62), fade * 0.72)
    return plane.blur(canvas, 0.0055)


def _clavicle(
    plane: Plane, sign: float, build: Build, random: np.random.Generator
) -> NDArray[np.float32]:
    rise = random.uniform(-0.05, 0.05)
    knots = [
        (0.075, -0.57),
        (0.20, -0.60),
        (0.38, -0.66 - rise),
        (0.60, -0.73 - rise),
        (0.88, -0.76 - 2 * rise),
    ]
    line = smooth_curve(
        [(sign * x * build.width + build.turn * (1 - x), y) for x, y in knots], closed=False
    )
    widths = np.interp(np.linspace(0, 1, len(line)), [0, 0.15, 0.6, 1], [0.075, 0.055, 0.050, 0.06])
    canvas = np.zeros((plane.size, plane.size), dtype=np.float32)
    plane.stroke(canvas, line, widths, np.full(len(line), 1.35))
    plane.stroke(canvas, line, widths * 0.6, np.full(len(line), 0.95))
    return plane.blur(canvas, 0.006)


def _scapula(
    plane: Plane, sign: float, build: Build, random: np.random.Generator
) -> NDArray[np.float32]:
    away = random.uniform(0.0, 0.10)  # rolled forward or not
    knots = [
        (0.63, -0.62),
        (0.86, -0.66),
        (0.96, -0.52),
        (0.86, -0.25),
        (0.72, 0.02),
        (0.66, -0.02),
        (0.62, -0.35),
    ]
    outline = smooth_curve([(sign * (x + away) * build.width, y) for x, y in knots], closed=True)
    blade = plane.blur(plane.fill(outline), 0.008) * np.float32(0.42)
    rim = np.zeros((plane.size, plane.size), dtype=np.float32)
    edge = outline[24:60]
    plane.stroke(rim, edge, np.full(len(edge), 0.022), np.full(len(edge), 0.55))
    head = plane.fill(
        np.array(
            [
                (sign * 1.0 + 0.10 * np.cos(a), -0.66 + 0.11 * np.sin(a))
                for a in np.arange(0, 6.28, 0.2)
            ]
        )
    )
    return blade + plane.blur(rim, 0.007) + plane.blur(head, 0.012) * np.float32(1.4)


def _spine(plane: Plane, build: Build) -> NDArray[np.float32]:
    x, y = plane.grid()
    bend = x - np.float32(0.3 * build.turn) * np.cos(2.0 * y)
    body = 1.0 / (1.0 + np.exp(np.minimum(90.0 * (np.abs(bend) - 0.078), 50.0)))
    discs = 0.5 + 0.5 * np.cos(2 * np.pi * y / (0.115 + 0.012 * y))
    pedicles = np.exp(-(((np.abs(bend) - 0.048) / 0.016) ** 2)) * np.clip(discs * 2 - 0.9, 0, 1)
    processes = np.exp(-((bend / 0.012) ** 2)) * np.clip(discs * 2 - 1.1, 0, 1)
    column = 0.6 * (
        body * (0.9 + 0.7 * np.clip(discs * 3.0, 0.0, 1.0))
        + 0.6 * pedicles * body
        + 0.6 * processes
    )
    return column.astype(np.float32)


def _hilum(plane: Plane, sign: float, build: Build) -> NDArray[np.float32]:
    x, y = plane.grid()
    dx = (x - np.float32(sign * 0.17 + build.turn)) / 0.055
    dy = (y - np.float32(0.0 if sign < 0 else -0.05)) / 0.11
    return (2.2 * np.exp(-(dx**2) - dy**2)).astype(np.float32)


@dataclass(frozen=True)
class _Vessel:
    """Where a vessel begins, its heading (radians below the horizontal), width and length."""

    start: tuple[float, float]
    heading: float
    width: float
    length: float


def _branch(
    plane: Plane,
    canvas: NDArray[np.float32],
    sign: float,
    vessel: _Vessel,
    random: np.random.Generator,
) -> None:
    """One vessel on one side (`sign` of x) and, thinner, those that leave it."""
    steps = 9
    angles = vessel.heading + np.cumsum(random.normal(0.0, 0.09, steps))
    moves = np.stack([sign * np.cos(angles), np.sin(angles)], axis=1) * (vessel.length / steps)
    start = np.array([vessel.start])
    line = np.concatenate([start, start + np.cumsum(moves, axis=0)])
    widths = np.linspace(vessel.width, vessel.width * 0.35, len(line))
    if vessel.length > 0.12:
        for at in (3, 5, 7):
            turn = random.choice([-1.0, 1.0]) * random.uniform(0.35, 0.8)
            thinner = float(widths[at]) * random.uniform(0.6, 0.8)
            heading = float(angles[at - 1]) + turn
            origin = (float(line[at, 0]), float(line[at, 1]))
            _branch(
                plane, canvas, sign, _Vessel(origin, heading, thinner, vessel.length * 0.42), random
            )
    part = np.zeros_like(canvas)
    plane.stroke(part, line, widths, widths * CM_PER_UNIT * 3.0)
    np.maximum(canvas, part, out=canvas)
