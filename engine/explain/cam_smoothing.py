"""Moved pictures for smoothing, and their maps put back in place.

Small shifts and rotations are what happens between two exposures of one patient. A flip is not: it
puts the heart on the wrong side, so it is offered with a warning.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from engine.images.geometry import Affine
from engine.language import said

SHIFT_SHARE = 0.04
ROTATION_DEGREES = 5.0
FLIP_WARNING = said(
    "flipped pictures have the heart on the wrong side: the network may not know them"
)

Sums = tuple[NDArray[np.float64], NDArray[np.float64]]


@dataclass(frozen=True)
class Move:
    """One way to move a picture.

    Attributes:
        right: shift to the right, as a share of the width; whole pixels are moved.
        down: shift downwards, as a share of the height; whole pixels are moved.
        degrees: rotation about the centre, clockwise on the screen.
        is_flipped: left and right exchanged.
    """

    right: float = 0.0
    down: float = 0.0
    degrees: float = 0.0
    is_flipped: bool = False

    def affine(self, height: int, width: int) -> Affine:
        """Where points of a height x width picture go."""
        to_centre, back = (Affine.shift(s * width / 2, s * height / 2) for s in (-1, 1))
        turn = np.deg2rad(self.degrees)
        cosine, sine = float(np.cos(turn)), float(np.sin(turn))
        rotation = Affine(a=cosine, b=-sine, d=sine, e=cosine)
        mirror = Affine.scale(-1.0 if self.is_flipped else 1.0, 1.0)
        shift = Affine.shift(_whole(self.right * width), _whole(self.down * height))
        return to_centre.then(mirror).then(rotation).then(back).then(shift)


_SHIFTS = (
    Move(right=SHIFT_SHARE),
    Move(right=-SHIFT_SHARE),
    Move(down=SHIFT_SHARE),
    Move(down=-SHIFT_SHARE),
)
# The picture itself comes first in each.
SMOOTHINGS: dict[str, tuple[Move, ...]] = {
    "none": (Move(),),
    "shifts": (Move(), *_SHIFTS),
    "shifts+rotations": (
        Move(),
        *_SHIFTS,
        Move(degrees=ROTATION_DEGREES),
        Move(degrees=-ROTATION_DEGREES),
    ),
    "flip": (Move(), Move(is_flipped=True)),
}


def warning_of(smoothing: str) -> tuple[str, ...]:
    """What must be said about a smoothing."""
    return (FLIP_WARNING,) if any(move.is_flipped for move in SMOOTHINGS[smoothing]) else ()


def moved(tensor: NDArray[np.float32], recipe: Recipe, move: Move) -> NDArray[np.float32]:
    """The (1, ...) network input with its picture moved; edges are continued outwards."""
    if move == Move():
        return tensor
    planes = tensor[0] if recipe.layout == "nchw" else tensor[0].transpose(2, 0, 1)
    height, width = planes.shape[1:]
    matrix = move.affine(height, width).for_cv2()
    warped = np.stack(
        [
            cv2.warpAffine(
                np.ascontiguousarray(plane),
                matrix,
                (width, height),
                flags=cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE,
            )
            for plane in planes
        ]
    )
    ordered = warped if recipe.layout == "nchw" else warped.transpose(1, 2, 0)
    return np.ascontiguousarray(ordered[None])


def add_back(sums: Sums | None, cam: NDArray[np.floating], recipe: Recipe, move: Move) -> Sums:
    """Adds one moved picture's map, put back, to the sums of (values, how often seen).

    Args:
        sums: of the maps so far, (height, width) each; None before the first.
        cam: (h, w) raw map of the moved picture.
        recipe: whose input size is the size of the sums.
        move: how the picture was moved.
    """
    size = (recipe.width, recipe.height)
    large = cv2.resize(cam.astype(np.float64), size, interpolation=cv2.INTER_LINEAR)
    matrix = move.affine(recipe.height, recipe.width).for_cv2()
    back, seen = (
        cv2.warpAffine(plane, matrix, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        for plane in (large, np.ones_like(large))
    )
    # A place that a moved picture only half shows would be counted with the black around it.
    whole = seen > 1.0 - 1e-6
    back, seen = np.where(whole, back, 0.0), whole.astype(np.float64)
    return (back, seen) if sums is None else (sums[0] + back, sums[1] + seen)


def _whole(pixels: float) -> int:
    """At least one pixel, unless none was asked for."""
    return int(np.sign(pixels)) * max(1, round(abs(pixels))) if pixels else 0
