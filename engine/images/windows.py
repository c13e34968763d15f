"""Windows that are made for an image: automatic, by purpose, and its full range.

The numbers of a radiograph have no unit, and every detector bends them by a curve of its own, so a
fixed centre and width fits one machine only. Purposes (lung, bone, ...) are therefore shares of the
film's own pixels: lungs are the darkest part of a chest film, whatever its curve.
"""

from dataclasses import dataclass, replace

import numpy as np

from engine.images.display import window_of_pixels, without_padding
from engine.images.field import exposed_field
from engine.images.radiograph import Radiograph, Window
from engine.language import said

AUTOMATIC = said("automatic")
FULL_RANGE = said("full range")


@dataclass(frozen=True)
class Preset:
    """A window as shares of an image's own pixels, darkest first.

    Attributes:
        id: stable name.
        name: as shown, English.
        tip: what it is good for, one sentence, English.
        low: share of the film's pixels that are darker than black, 0..1.
        high: share of the film's pixels that are darker than white, `low`..1.
        spread: the window is widened about its middle by this factor.
    """

    id: str
    name: str
    tip: str
    low: float
    high: float
    spread: float = 1.0


PRESETS: tuple[Preset, ...] = (
    Preset(
        "lung", said("lung"),
        said("Vessels and markings of the lungs; what is dense turns white"), 0.03, 0.62, 1.1,
    ),
    Preset(
        "mediastinum", said("mediastinum"),
        said("Behind the heart and below the domes; lungs turn black"), 0.28, 0.995,
    ),
    Preset(
        "bone", said("bone"),
        said("Ribs, clavicles and spine with more contrast"), 0.15, 0.93,
    ),
    Preset(
        "lines", said("tubes and lines"),
        said("Catheters, tubes and wires before the mediastinum"), 0.38, 0.92,
    ),
    Preset(
        "soft", said("low contrast"),
        said("Everything at once, flat, nothing cut off"), 0.01, 0.99, 1.5,
    ),
)  # fmt: skip


def auto_window(
    radiograph: Radiograph, frame: int = 0, low: float = 0.01, high: float = 0.99
) -> Window:
    """A window between two shares of the film; borders, marks and padding are left out.

    Args:
        radiograph: the image; at most some 384 x 384 of its pixels are looked at.
        frame: which frame.
        low: share of the film's pixels darker than black, 0..1.
        high: share of the film's pixels darker than white, `low`..1.

    Returns:
        LINEAR_EXACT window in modality units.
    """
    grey = radiograph.grey
    pixels = exposed_field(radiograph, frame).film()
    is_falling = (grey.slope < 0) != grey.is_inverted  # larger pixels are darker
    shares = (1 - high, 1 - low) if is_falling else (low, high)
    ends = np.quantile(pixels, shares, method="nearest")
    return window_of_pixels(grey, int(ends[0]), int(ends[1]), AUTOMATIC)


def preset_window(preset: Preset, radiograph: Radiograph, frame: int = 0) -> Window:
    """The preset for this image: LINEAR_EXACT, in modality units."""
    window = auto_window(radiograph, frame, preset.low, preset.high)
    return replace(window, width=window.width * preset.spread, name=preset.name)


def full_window(radiograph: Radiograph, frame: int = 0) -> Window:
    """From the smallest to the largest pixel of the frame, padding left out."""
    pixels = without_padding(radiograph.frames[frame].reshape(-1), radiograph.grey)
    return window_of_pixels(radiograph.grey, int(pixels.min()), int(pixels.max()), FULL_RANGE)
