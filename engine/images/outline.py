"""What the input checks look at: an image's facts, and a few figures taken from its pixels.

The pixels are looked at once, where they are decoded; the verdict (`engine.images.admission`) needs
nothing but this.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.radiograph import Facts, Radiograph

COLOURED_BY = 24  # grey levels of 255 between the brightness of a pixel and one of its colours
_SAMPLE_SIDE = 512
_TAILS = (0.01, 0.99)


@dataclass(frozen=True)
class Light:
    """How the light of a frame is spread, by a sample of its pixels.

    Attributes:
        is_constant: every pixel of the frame is the same.
        saturated_share: of fully black or of fully white pixels, whichever is more, 0..1.
        contrast: between the 1st and the 99th of a hundred pixels, darkest first, 0..1.
    """

    is_constant: bool
    saturated_share: float
    contrast: float


@dataclass(frozen=True)
class Outline:
    """An image without its pixels.

    Attributes:
        kind: sniffed format, as in `Radiograph`.
        frame_count: number of frames, >= 1.
        size_hw: (height, width) in pixels.
        pixel_hw: height and width of a pixel, the shorter side being 1.
        facts: patient, study and device facts.
        coloured_share: of pixels of the first frame whose colour is more than a tint, 0..1; None
            for grey images.
        light: of the first frame.
    """

    kind: str
    frame_count: int
    size_hw: tuple[int, int]
    pixel_hw: tuple[float, float]
    facts: Facts
    coloured_share: float | None
    light: Light


def outline_of(radiograph: Radiograph, light: NDArray[np.float32]) -> Outline:
    """Looks at the pixels of an image.

    Args:
        radiograph: the image.
        light: (H, W) float32 from `model_grey` of its first frame.
    """
    return Outline(
        radiograph.kind,
        radiograph.frame_count,
        radiograph.size_hw,
        radiograph.pixel_hw,
        radiograph.facts,
        None if radiograph.colour is None else _coloured_share(radiograph.colour[0]),
        _light_of(light),
    )


def _light_of(light: NDArray[np.float32]) -> Light:
    step = _step_of(light.shape)
    ranked = np.sort(light[::step, ::step], axis=None)
    if ranked[0] == ranked[-1]:  # what is written on a blank film may lie between the samples
        ranked = np.sort(light, axis=None)
    if ranked[0] == ranked[-1]:
        return Light(is_constant=True, saturated_share=1.0, contrast=0.0)
    black = int(np.searchsorted(ranked, 0.0, "right"))
    white = ranked.size - int(np.searchsorted(ranked, 1.0, "left"))
    low, high = (_quantile(ranked, share) for share in _TAILS)
    return Light(False, max(black, white) / ranked.size, high - low)


def _quantile(ranked: NDArray[np.float32], share: float) -> float:
    """Linear between the two nearest, as `numpy.quantile`, which would not know they are sorted."""
    place = share * (ranked.size - 1)
    below = int(place)
    above = min(below + 1, ranked.size - 1)
    low, high = float(ranked[below]), float(ranked[above])
    return low + (place - below) * (high - low)


def _coloured_share(rgb: NDArray[np.uint8]) -> float:
    """Share of the pixels whose colour is more than a tint; `rgb` is (H, W, 3)."""
    step = _step_of(rgb.shape[:2])
    sample = rgb[::step, ::step].astype(np.float32)
    brightness = sample @ np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601
    distance = np.abs(sample - brightness[..., None]).max(axis=-1)
    return float(np.mean(distance > COLOURED_BY))


def _step_of(size_hw: tuple[int, ...]) -> int:
    """Every how many pixels an image of this size is looked at."""
    return max(1, max(size_hw) // _SAMPLE_SIDE)
