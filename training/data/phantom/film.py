"""Exposure: from centimetres of water to a digital film.

Scatter, blur, quantum noise and burned-in marks are added here.

Nothing here knows whether the body holds an opacity: exposure and marks come from random streams
of their own, so neither can betray the label.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.data.phantom.plane import Plane

MAXIMUM = 4095  # 12 bits
_MU_PER_CM = 0.175  # effective attenuation of water at about 110 kV


@dataclass(frozen=True)
class Exposure:
    """How the film was taken.

    Attributes:
        quanta: X-ray quanta per pixel behind nothing, in thousands; fewer give more noise.
        scatter: scattered to direct radiation.
        blur: of focus and detector, body units.
        low: attenuation shown black.
        high: attenuation shown white.
        gamma: tone curve, > 1 darkens the lungs.
        collimation: four margins (top, right, bottom, left) covered by the collimator, shares of
            the film.
    """

    quanta: float
    scatter: float
    blur: float
    low: float
    high: float
    gamma: float
    collimation: tuple[float, float, float, float]


@dataclass(frozen=True)
class Mark:
    """Burned-in letters.

    Attributes:
        text: ``L``, ``R``, ``PORTABLE`` ...
        corner_xy: left end of the base line, shares of the film.
        height: of a capital letter, share of the film.
        brightness: share of `MAXIMUM`.
    """

    text: str
    corner_xy: tuple[float, float]
    height: float
    brightness: float


def draw_exposure(random: np.random.Generator, thickness_cm: float) -> Exposure:
    """A random exposure.

    The tone range follows the patient's thickness as an automatic exposure does.
    """
    is_collimated = random.random() < 0.3
    full = _MU_PER_CM * thickness_cm
    return Exposure(
        quanta=random.uniform(25.0, 160.0),
        scatter=random.uniform(0.15, 0.6),
        blur=random.uniform(0.0015, 0.004),
        low=full * random.uniform(0.13, 0.21),
        high=full * random.uniform(0.94, 1.08),
        gamma=random.uniform(0.9, 1.2),
        collimation=tuple(float(v) for v in random.uniform(0.0, 0.045, 4) * is_collimated),
    )


def draw_marks(random: np.random.Generator) -> tuple[Mark, ...]:
    """A side marker on nearly every film, sometimes a word."""
    height, bright = random.uniform(0.022, 0.040), random.uniform(0.80, 1.0)
    top = random.uniform(0.06, 0.16)
    marks = []
    side = str(random.choice(["L", "R", ""], p=[0.5, 0.42, 0.08]))
    if side:  # L stands on the patient's left: the image's right
        left_x = random.uniform(0.87, 0.94) if side == "L" else random.uniform(0.03, 0.10)
        marks.append(Mark(side, (left_x, top), height, bright))
    word = str(
        random.choice(["", "PORTABLE", "ERECT", "SUPINE", "AP"], p=[0.6, 0.12, 0.12, 0.08, 0.08])
    )
    if word:
        corner = (
            random.uniform(0.03, 0.10) if side == "L" else random.uniform(0.70, 0.76),
            top + random.uniform(0.0, 0.04),
        )
        marks.append(Mark(word, corner, height * 0.6, bright))
    return tuple(marks)


def expose(
    water_cm: NDArray[np.float32],
    plane: Plane,
    exposure: Exposure,
    marks: tuple[Mark, ...],
    random: np.random.Generator,
) -> NDArray[np.uint16]:
    """The film: (S, S) uint16 in 0..`MAXIMUM`, dense parts bright."""
    direct = plane.blur(np.exp(-_MU_PER_CM * water_cm), exposure.blur)
    scattered = exposure.scatter * _wide_blur(direct, plane.pixels(0.35))
    quanta = np.float32(exposure.quanta * 1000.0) * (direct + scattered)
    noise = random.standard_normal(direct.shape, dtype=np.float32)
    noisy = np.maximum(quanta + np.sqrt(quanta) * noise, 1.0)
    seen = -np.log(noisy / np.float32(exposure.quanta * 1000.0 * (1.0 + exposure.scatter)))
    tone = (
        np.clip((seen - exposure.low) / (exposure.high - exposure.low), 0.0, 1.0) ** exposure.gamma
    )
    film = _collimated(tone * (0.94 * MAXIMUM), exposure.collimation)
    return np.clip(np.round(_marked(film, marks)), 0, MAXIMUM).astype(np.uint16)


def _wide_blur(picture: NDArray[np.float32], sigma_px: float) -> NDArray[np.float32]:
    """A wide Gaussian at an eighth of the resolution."""
    small = cv2.resize(picture, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    return cv2.resize(
        cv2.GaussianBlur(small, (0, 0), sigma_px / 8.0),
        picture.shape[::-1],
        interpolation=cv2.INTER_LINEAR,
    )


def _collimated(
    film: NDArray[np.float32], margins: tuple[float, float, float, float]
) -> NDArray[np.float32]:
    height, width = film.shape
    top, right, bottom, left = margins
    open_field = np.zeros_like(film)
    open_field[
        round(top * height) : height - round(bottom * height),
        round(left * width) : width - round(right * width),
    ] = 1
    return film * cv2.GaussianBlur(open_field, (0, 0), 1.2) if any(margins) else film


def _marked(film: NDArray[np.float32], marks: tuple[Mark, ...]) -> NDArray[np.float32]:
    """The film with its letters, drawn enlarged and shrunk so that their edges are smooth."""
    size = film.shape[0]
    lettering = np.zeros((size * 2, size * 2), dtype=np.uint8)
    for mark in marks:
        scale = mark.height * size * 2 / 21.0  # a Hershey capital is 21 units high
        corner = (round(mark.corner_xy[0] * size * 2), round(mark.corner_xy[1] * size * 2))
        stroke = max(1, round(scale * 2.4))
        level = round(255 * mark.brightness)
        cv2.putText(
            lettering,
            mark.text,
            corner,
            cv2.FONT_HERSHEY_SIMPLEX,
            scale,
            level,
            stroke,
            cv2.LINE_AA,
        )
    shrunk = (
        cv2.resize(lettering, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32) / 255.0
    )
    return np.maximum(film, shrunk * MAXIMUM)
