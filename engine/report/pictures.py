"""The radiograph and the same picture with a map on it, at the size that paper can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.images.edges import edge_letters
from engine.images.geometry import resize_affine
from engine.images.radiograph import Radiograph
from engine.language import joined, said
from engine.overlay import wording as map_wording
from engine.overlay.blend import blend, contour_levels, rgba_overlay
from engine.overlay.colour import colour_table, matching_map
from engine.overlay.export import shown_picture
from engine.overlay.project import project, project_image
from engine.overlay.scale import Scale, scale_of
from engine.report import wording
from engine.report.content import Explained, Original

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.explain.explanation import Explanation
    from engine.report.request import Look
    from engine.trust.outside import Outside

LONG_SIDE_PX = 1400  # 300 dots per inch at 118 mm
LEAST_SIDE_PX = 700
_WHITE = np.full((256, 3), 255, np.uint8)  # lines are cased in black, see `blend`


def original_of(radiograph: Radiograph, frame: int) -> Original:
    """The radiograph at the default window of its file, as stored.

    Args:
        radiograph: the image.
        frame: which frame.
    """
    pixels = _resized(shown_picture(radiograph, frame))
    height, width = radiograph.size_hw
    aspect = width * radiograph.pixel_hw[1] / (height * radiograph.pixel_hw[0])
    letters = edge_letters(radiograph.facts.patient_orientation)
    sides = said("The file does not say which side of the patient is where.")
    if letters:
        sides = said("Letters: side of the patient, as the file says.")
    stored = said("Original, greys and orientation as in the file, neither turned nor flipped.")
    return Original(pixels, aspect, letters, joined(" ", [stored, sides]))


def explained_of(
    radiograph: Radiograph,
    original: Original,
    explanation: Explanation,
    look: Look,
    outside: Outside | None = None,
) -> Explained:
    """The original with one map on it.

    Args:
        radiograph: the image.
        original: from `original_of`.
        explanation: of the same frame.
        look: how maps are painted.
        outside: how much of the map lies outside the lungs, where they are known.
    """
    is_signed = explanation.regions is not None if look.is_signed is None else look.is_signed
    is_signed = is_signed and not look.is_contour  # lines of one colour cannot tell the sign
    scale = scale_of(project_image(explanation, radiograph.size_hw), is_signed=is_signed)
    picture_hw = (original.pixels.shape[0], original.pixels.shape[1])
    values = project(explanation, picture_hw, resize_affine(radiograph.size_hw, picture_hw))
    mode = "contour" if look.is_contour else "heat"
    colours = _WHITE if look.is_contour else colour_table(matching_map(look.colour_map, is_signed))
    overlay = rgba_overlay(values, scale, colours, look.threshold, mode)
    opacity = 1.0 if look.is_contour else look.opacity
    has_bar = not look.is_contour and not scale.is_empty
    return Explained(
        pixels=blend(original.pixels, overlay, opacity),
        title=map_wording.title(explanation),
        note=_note(scale, look),
        facts=(*_facts(explanation), *_outside(outside)),
        bar=colours if has_bar else None,
        marks=_marks(scale) if has_bar else (),
    )


def _note(scale: Scale, look: Look) -> str:
    if scale.is_empty or not look.is_contour:
        return map_wording.scale_note(scale)
    levels = [wording.percent_text(level) for level in contour_levels(look.threshold)]
    return said(
        "Lines at {levels} of the map's greatest value, evidence for the class only; {kind}",
        levels=joined(", ", levels),
        kind=map_wording.scale_note(scale),
    )


def _facts(explanation: Explanation) -> tuple[str, ...]:
    unit = said(explanation.conventions.get("score", "score"))
    score = said("{unit} {value}", unit=unit, value=wording.number_text(explanation.score))
    flags = map_wording.warnings(explanation)
    return (score, flags) if flags else (score,)


def _outside(outside: Outside | None) -> tuple[str, ...]:
    if outside is None:
        return ()
    if outside.share is None:
        return (said("The map has no positive part in or outside the lungs."),)
    shares = {"share": round(100 * outside.share), "even": round(100 * outside.even)}
    text = said("{share} % of the map outside the lungs (an even map: {even} %).", **shares)
    return (text,)


def _marks(scale: Scale) -> tuple[tuple[float, str], ...]:
    ends = ((0.0, wording.number_text(scale.low)), (1.0, wording.number_text(scale.high)))
    return (ends[0], (0.5, "0"), ends[1]) if scale.is_signed else ends


def _resized(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Fit for paper: reduced, or its pixels repeated so that thin lines stay thin."""
    height, width = picture.shape[:2]
    factor = LONG_SIDE_PX / max(height, width)
    if factor >= 1.0:
        times = max(1, int(LEAST_SIDE_PX / max(height, width)))
        return np.repeat(np.repeat(picture, times, axis=0), times, axis=1)
    size_wh = (max(1, round(width * factor)), max(1, round(height * factor)))
    return cv2.resize(picture, size_wh, interpolation=cv2.INTER_AREA)
