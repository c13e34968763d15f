"""Overlapping segments of the picture at several scales: the regions that XRAI chooses from.

The picture is segmented as it is displayed, never as the standardised tensor.
"""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

# The published sizes below are for pictures of this longer side.
LONG_SIDE_PX = 224
SCALES = (50, 100, 150, 250, 500, 1200)
_SIGMA_PX = 0.8
_FEWEST_PX = 150
_DILATION_PX = 5
_CHANNELS = 3


def segments_at_scales(grey: NDArray[np.float32]) -> Iterator[NDArray[np.bool_]]:
    """Segments of a picture, scale after scale, each grown by a small disk so that they overlap.

    Felzenszwalb's graph segmentation with the settings of the XRAI paper: the picture stretched to
    [-1, 1], its longer side resized to 224 px, sigma 0.8, at least 150 px, a disk of radius 5 px.

    Args:
        grey: (H, W) picture.

    Yields:
        (S, H, W) bool, S segments of one scale; every pixel is in at least one of them.
    """
    from skimage.segmentation import felzenszwalb  # slow to import

    height, width = grey.shape
    factor = LONG_SIDE_PX / max(height, width)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    # Enlarging must not soften edges: soft ones become segments of their own.
    shown = cv2.resize(
        _stretched(grey), size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_NEAREST
    )
    # The published scales are for colour pictures: grey counts three times.
    colour = np.repeat(shown[:, :, None], _CHANNELS, axis=2).astype(np.float64)
    side = 2 * _DILATION_PX + 1
    disk = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    for scale in SCALES:
        labels = felzenszwalb(colour, scale=scale, sigma=_SIGMA_PX, min_size=_FEWEST_PX)
        grown = (cv2.dilate((labels == n).astype(np.uint8), disk) for n in range(labels.max() + 1))
        masks = [cv2.resize(m, (width, height), interpolation=cv2.INTER_NEAREST) for m in grown]
        yield np.stack(masks).astype(bool)


def _stretched(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """To [-1, 1]; a flat picture to 0."""
    low, high = float(grey.min()), float(grey.max())
    if high == low:
        return np.zeros_like(grey)
    return (grey - low) / (high - low) * 2 - 1
