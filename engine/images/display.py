"""From stored numbers to light: the one composed look-up table, the windows, and what models see.

Order of DICOM PS3.3 C.11: modality (rescale or LUT), VOI (window or LUT), inversion, once. All of
it is composed on the 65,536 possible pixel values, never on the image.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.images.radiograph import GreyScale, Lut, Radiograph, Window
from engine.language import said

LEVELS = 65_536


def compose_lut(
    grey: GreyScale,
    voi: Window | Lut | None,
    *,
    is_user_inverted: bool = False,
    bits: int = 8,
) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """The table from pixels of `Radiograph.frames` to light.

    Args:
        grey: how the file turns numbers into light.
        voi: window or LUT in modality units; None spreads everything that a pixel can say (all
        65,536 values).
        is_user_inverted: turns the result around once more. Padding stays black.
        bits: 8 or 16 bits of light.

    Returns:
        (65536,) uint8 (`bits` 8) or uint16 (`bits` 16); 0 is black, the highest value white.
    """
    values = modality_values(grey)
    light = _apply_voi(values, _full_window(values) if voi is None else voi)
    if grey.is_inverted != is_user_inverted:
        light = 1.0 - light
    top = 2**bits - 1
    table = np.rint(light * top).astype(np.uint8 if bits == 8 else np.uint16)
    if grey.padding is not None:
        table[padding_slice(grey)] = 0
    return table


def default_voi(radiograph: Radiograph, frame: int = 0) -> Window | Lut:
    """How the file itself wants to be seen.

    The first VOI of the file (LUTs before windows). Without any: ordinary 8-bit images unchanged
    (0..255); else smallest to largest pixel of the frame, padding left out.
    """
    grey = radiograph.grey
    if grey.vois:
        return grey.vois[0]
    if radiograph.colour is not None or (
        radiograph.kind != "dicom" and radiograph.bits_stored <= 8
    ):
        return _window(0.0, 255.0, said("full range"))
    pixels = without_padding(radiograph.frames[frame].reshape(-1), grey)
    return window_of_pixels(grey, int(pixels.min()), int(pixels.max()), said("full range"))


def named_vois(radiograph: Radiograph) -> tuple[tuple[str, Window | Lut], ...]:
    """What the file offers, with names to show; unnamed ones get numbered ("window 2", "LUT 1")."""
    luts = windows = 0
    named: list[tuple[str, Window | Lut]] = []
    for voi in radiograph.grey.vois:
        if isinstance(voi, Lut):
            luts += 1
            unnamed = said("LUT {number}", number=luts)
        else:
            windows += 1
            unnamed = said("window {number}", number=windows)
        named.append((voi.name if voi.name else unnamed, voi))
    return tuple(named)


def lut_as_window(lut: Lut, grey: GreyScale) -> Window:
    """The linear window nearest to a LUT, so that dragging can start where the LUT left off.

    The line through the points where the LUT passes 10 % and 90 % of its output range. A falling
    LUT gives the window of its mirror image: windows cannot fall.

    Args:
        lut: a VOI LUT.
        grey: bounds the input to modality values that pixels can have.
    """
    values = modality_values(grey)
    inputs = np.arange(len(lut.values)) + float(lut.first)
    reachable = (inputs >= values.min()) & (inputs <= values.max())
    if np.count_nonzero(reachable) < 2:
        return _window(inputs[0], inputs[-1], lut.name)
    inputs, outputs = inputs[reachable], lut.values[reachable].astype(np.float64)
    if outputs[-1] < outputs[0]:
        outputs = outputs[::-1]
    rising = np.maximum.accumulate(outputs)
    bottom, top = rising[0], rising[-1]
    if bottom == top:
        return _window(inputs[0], inputs[-1], lut.name)
    x10, x90 = (
        inputs[np.searchsorted(rising, bottom + share * (top - bottom))] for share in (0.1, 0.9)
    )
    width = max((x90 - x10) / 0.8, 1.0)
    return Window(float(x10 + x90) / 2, float(width), "LINEAR", lut.name)


def model_grey(radiograph: Radiograph, frame: int = 0) -> NDArray[np.float32]:
    """The image as the file says it should look: what models see, whatever the screen shows.

    Returns:
        (H, W) float32 in [0, 1], 0 black, 16 bits fine: default VOI, inverted once where the file
        says so.
    """
    import cv2  # here: listing and showing files need none of it

    table = compose_lut(radiograph.grey, default_voi(radiograph, frame), bits=16)
    light = (table / np.float32(65535)).astype(np.float32)
    return cv2.LUT(radiograph.frames[frame], light[None])


def stored_value(grey: GreyScale, pixel: int) -> int:
    """The number that the file stores for `pixel` of `Radiograph.frames`."""
    return int(pixel) + grey.offset


def modality_value(grey: GreyScale, pixel: int) -> float:
    """The value in modality units (Hounsfield, ...) of `pixel` of `Radiograph.frames`."""
    return float(_modality(grey, np.array([stored_value(grey, pixel)]))[0])


def modality_values(grey: GreyScale) -> NDArray[np.float64]:
    """(65536,) float64, read-only: the modality value of every pixel value."""
    if grey.modality_lut is None:
        return _rescaled(grey.offset, grey.slope, grey.intercept)
    return _modality(grey, np.arange(LEVELS) + grey.offset)


@lru_cache(maxsize=8, typed=True)
def _rescaled(offset: int, slope: float, intercept: float) -> NDArray[np.float64]:
    """Kept, as every step of a drag asks for it."""
    values = _modality(GreyScale(offset, slope, intercept), np.arange(LEVELS) + offset)
    values.setflags(write=False)
    return values


def window_of_pixels(grey: GreyScale, low: int, high: int, name: str) -> Window:
    """The window that just holds the pixel values `low`..`high`, in modality units."""
    if grey.modality_lut is None:
        ends = [modality_value(grey, low), modality_value(grey, high)]
    else:  # need not be monotonic
        held = _modality(grey, np.arange(low, high + 1) + grey.offset)
        ends = [float(held.min()), float(held.max())]
    return _window(min(ends), max(ends), name)


def padding_slice(grey: GreyScale) -> slice:
    """Pixel values that are padding, as indices of the table; empty where there are none."""
    if grey.padding is None:
        return slice(0, 0)
    low, high = (end - grey.offset for end in grey.padding)
    return slice(max(low, 0), max(high + 1, 0))


def without_padding(pixels: NDArray[np.uint16], grey: GreyScale) -> NDArray[np.uint16]:
    """(N,) pixels that are image; all of them where nothing would be left."""
    if grey.padding is None:
        return pixels
    cut = padding_slice(grey)
    kept = pixels[(pixels < cut.start) | (pixels >= cut.stop)]
    return kept if kept.size else pixels


def _modality(grey: GreyScale, stored: NDArray[np.int64]) -> NDArray[np.float64]:
    """C.11.1: a Modality LUT replaces slope and intercept."""
    if grey.modality_lut is not None:
        return _look_up(grey.modality_lut, stored).astype(np.float64)
    return stored * grey.slope + grey.intercept


def _apply_voi(values: NDArray[np.float64], voi: Window | Lut) -> NDArray[np.float64]:
    """Light 0..1 of modality values."""
    if isinstance(voi, Lut):
        return _look_up(voi, np.rint(values).astype(np.int64)) / (2.0**voi.bits - 1)
    return _WINDOWS[voi.function](values, voi.centre, voi.width)


def _look_up(lut: Lut, inputs: NDArray[np.int64]) -> NDArray[np.uint16]:
    return lut.values[np.clip(inputs - lut.first, 0, len(lut.values) - 1)]


def _linear(x: NDArray[np.float64], centre: float, width: float) -> NDArray[np.float64]:
    """C.11.2.1.2.1: 0 up to c - 0.5 - (w-1)/2, 1 above c - 0.5 + (w-1)/2, a line between."""
    if width <= 1:  # a step: the line has no length
        return (x > centre - 0.5).astype(np.float64)
    return np.clip((x - (centre - 0.5)) / (width - 1) + 0.5, 0.0, 1.0)


def _linear_exact(x: NDArray[np.float64], centre: float, width: float) -> NDArray[np.float64]:
    """C.11.2.1.3.2: y = (x - c) / w + 0.5, cut to 0..1."""
    return np.clip((x - centre) / width + 0.5, 0.0, 1.0)


def _sigmoid(x: NDArray[np.float64], centre: float, width: float) -> NDArray[np.float64]:
    """C.11.2.1.3.1: y = 1 / (1 + exp(-4 (x - c) / w))."""
    # exp overflows beyond 709; at 60 the result is 0 or 1 in any number of bits that we use.
    return 1.0 / (1.0 + np.exp(np.clip(-4.0 * (x - centre) / width, -60.0, 60.0)))


_WINDOWS = {"LINEAR": _linear, "LINEAR_EXACT": _linear_exact, "SIGMOID": _sigmoid}


def _window(low: float, high: float, name: str) -> Window:
    """LINEAR_EXACT from `low` (black) to `high` (white)."""
    return Window((low + high) / 2, high - low if high > low else 1.0, "LINEAR_EXACT", name)


def _full_window(values: NDArray[np.float64]) -> Window:
    return _window(float(values.min()), float(values.max()), said("full range"))
