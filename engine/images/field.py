"""The part of a film that is film: without collimator borders, printed margins and burned-in marks.

Automatic windows, presets and histograms look at this part only, on a small sample of the pixels.
Found from the pixels alone, because headers rarely say it; where nothing would be left, nothing is
left out.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images.display import compose_lut, padding_slice
from engine.images.radiograph import Radiograph

SAMPLE_SIDE = 384
_FLAT = 7  # of 255: the spread of a line of border, print in it left out
_CALM = (0.15, 0.85)  # shares: up to 15 % print on either side of a line of border
_SAME = 5  # of 255: how far the level of a border may drift
_LEAST_LEFT = 0.25  # of the sample: less cannot be the film
_LEAST_BORDER = 0.01  # of the sample: smaller flat patches at the edge are anatomy
_BINS = 256
_SPARSE = 0.0004  # of the pixels per bin: the blurred edges of letters, not anatomy
_GAP = 0.06  # of the range, empty between anatomy and marks
_MOST_MARKS = 0.06  # of the pixels


@dataclass(frozen=True)
class ExposedField:
    """A sample of one frame and which of it is film.

    Attributes:
        pixels: (h, w) uint16, every `step`-th pixel of every `step`-th row.
        is_film: (h, w) bool; never all False.
        step: distance between samples, in pixels of the frame.
    """

    pixels: NDArray[np.uint16]
    is_film: NDArray[np.bool_]
    step: int

    def film(self) -> NDArray[np.uint16]:
        """(N,) the sampled pixels that are film."""
        return self.pixels[self.is_film]


def exposed_field(radiograph: Radiograph, frame: int = 0) -> ExposedField:
    """Finds the exposed field of one frame, with marks left out.

    Each step is undone where it would leave too little: padding; levels that a wide empty gap
    separates from the anatomy (letters, lead markers); lines at the edges and flat areas grown from
    the edges (collimators at any angle, direct exposure, printed margins); then levels again, on a
    scale that the borders no longer stretch.
    """
    whole = radiograph.frames[frame]
    step = max(1, -(-max(whole.shape) // SAMPLE_SIDE))
    pixels = np.ascontiguousarray(whole[::step, ::step])
    table = compose_lut(radiograph.grey, None, bits=16).astype(np.float32)
    is_film = np.ones(pixels.shape, dtype=bool)
    padding = padding_slice(radiograph.grey)
    is_film = _less(is_film, (pixels >= padding.start) & (pixels < padding.stop), least=0.0)
    is_film = _less(is_film, _marks(_light(table[pixels], is_film), is_film))
    light = _light(table[pixels], is_film)
    is_film = _less(is_film, ~_inside_borders(light))
    is_film = _less(is_film, _flat_from_edges(light))
    is_film = _less(is_film, _marks(_light(table[pixels], is_film), is_film))
    return ExposedField(pixels, is_film, step)


def _light(shown: NDArray[np.float32], is_film: NDArray[np.bool_]) -> NDArray[np.float32]:
    """(h, w) float32 0..1: darkest to lightest of the film; what is no film is cut to that."""
    low, high = float(shown[is_film].min()), float(shown[is_film].max())
    return np.clip((shown - low) / max(high - low, 1.0), 0.0, 1.0)


def _less(
    kept: NDArray[np.bool_], left_out: NDArray[np.bool_], least: float = _LEAST_LEFT
) -> NDArray[np.bool_]:
    """`kept` without what is left out, or as it was where that would leave too little."""
    rest = kept & ~left_out
    return rest if np.count_nonzero(rest) > least * kept.size else kept


def _inside_borders(light: NDArray[np.float32]) -> NDArray[np.bool_]:
    """(h, w) bool: False in the rows and columns at the edges that are one level, print or not."""
    inside = np.ones(light.shape, dtype=bool)
    top, bottom = _trimmed(light)
    left, right = _trimmed(light[top:bottom].T)
    inside[:top] = inside[bottom:] = False
    inside[:, :left] = inside[:, right:] = False
    return inside


def _trimmed(lines: NDArray[np.float32]) -> tuple[int, int]:
    """First and last (excluded) line of (n, m) that is not flat."""
    ranked = np.sort(np.rint(lines * 255).astype(np.uint8), axis=1)
    low, high = (ranked[:, round(share * (ranked.shape[1] - 1))] for share in _CALM)
    busy = np.flatnonzero(high - low > _FLAT)
    return (int(busy[0]), int(busy[-1]) + 1) if busy.size else (0, len(lines))


def _flat_from_edges(light: NDArray[np.float32]) -> NDArray[np.bool_]:
    """(h, w) bool: areas of nearly one extreme level that touch an edge of the picture."""
    calm = cv2.medianBlur(np.rint(light * 255).astype(np.uint8), 3)
    found = np.zeros(light.shape, dtype=bool)
    low, high = cv2.inRange(calm, 0, _SAME), cv2.inRange(calm, 255 - _SAME, 255)
    for flat in (low, high):
        count, labels, facts, _ = cv2.connectedComponentsWithStats(flat)
        at_edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
        is_border = np.zeros(count, dtype=bool)
        is_border[at_edge] = True
        is_border &= facts[:, cv2.CC_STAT_AREA] >= _LEAST_BORDER * light.size
        is_border[0] = False  # what is not flat
        found |= is_border[labels]
    return _with_rim(found)


def _with_rim(found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What was found and its blurred edge."""
    return cv2.dilate(found.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)


def _marks(light: NDArray[np.float32], is_film: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(h, w) bool: pixels at either end of the range, behind a gap that anatomy does not leave."""
    levels = np.minimum((light * _BINS).astype(np.int64), _BINS - 1)
    counts = np.bincount(levels[is_film], minlength=_BINS)
    highest = _last_before_gap(counts)
    lowest = _BINS - 1 - _last_before_gap(counts[::-1])
    return _with_rim(is_film & ((levels > highest) | (levels < lowest)))


def _last_before_gap(counts: NDArray[np.int64]) -> int:
    """The last bin of the anatomy: what lies beyond a wide sparse gap, and is little, is marks."""
    total = int(counts.sum())
    is_sparse = counts < _SPARSE * total
    beyond = np.cumsum(counts[::-1])[::-1]  # pixels in this bin or above
    run = 0
    for level in range(_BINS - 1, 0, -1):
        if beyond[level] > _MOST_MARKS * total:
            break
        run = run + 1 if is_sparse[level] else 0
        if run >= _GAP * _BINS and not is_sparse[level - 1]:
            return level - 1
    return _BINS - 1
