"""Where a map is strong: the region at or above a share of its largest value, and its outline."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.language import said
from engine.overlay.project import project
from engine.report.dicom_objects.issue import Issue

SHARE = 0.5  # of the largest value: the region filed as contour and mask
MOST_OUTLINES = 12
_SMOOTH_PX = 0.7


def strong_region(explanation: Explanation, image_hw: tuple[int, int]) -> NDArray[np.bool_]:
    """Where the evidence for the class is at least `SHARE` of its maximum.

    Returns:
        (H, W) bool in the image's pixels; all False where no evidence is positive.
    """
    values = np.nan_to_num(project(explanation, image_hw, Affine()), nan=0.0)
    top = float(values.max())
    return values >= SHARE * top if top > 0 else np.zeros(image_hw, bool)


def outlines(region: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """Closed outlines of the largest parts, first point repeated at the end.

    Returns:
        (N, 2) float64 each: x to the right and y downwards, (0, 0) the upper left corner of the
        upper left pixel, as PS3.3 C.10.5 counts pixels; the outline runs through the middle of the
        part's border pixels.
    """
    found, _ = cv2.findContours(region.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    large = sorted(found, key=cv2.contourArea, reverse=True)[:MOST_OUTLINES]
    smooth = (cv2.approxPolyDP(line, _SMOOTH_PX, closed=True)[:, 0] for line in large)
    return [
        np.vstack([points, points[:1]]).astype(np.float64) + 0.5
        for points in smooth
        if len(points) >= 3
    ]


def refuse_frames(issue: Issue) -> None:
    """Raises RequestError for images of several frames, which maps of one frame do not fit."""
    if int(issue.source.get("NumberOfFrames") or 1) > 1:
        raise RequestError(said("masks and maps are filed for images of one frame only"))
