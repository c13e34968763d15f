"""Greyscale presentation state: outlines of the maps that a viewer can switch on and off."""

import highdicom as hd
from pydicom.dataset import Dataset

from engine.errors import RequestError
from engine.explain.explanation import Explanation
from engine.images.display import default_voi
from engine.images.radiograph import Window
from engine.language import said
from engine.overlay.wording import title
from engine.report.dicom_objects.issue import Issue
from engine.report.dicom_objects.outlines import SHARE, outlines, strong_region

_COLOUR = hd.color.CIELabColor(80.0, -20.0, 75.0)  # a light yellow, seen on black and on white


def presentation_state(issue: Issue) -> list[Dataset]:
    """One layer per explained finding: outlines and a line of text, at the default window.

    Raises:
        RequestError: a colour image, or no explanation.
    """
    reading = issue.reading
    if reading.radiograph.colour is not None:
        raise RequestError(said("presentation states are for grey images only"))
    if not reading.explanations:
        raise RequestError(
            said("there is no map to outline"), hint=said("Explain a finding first.")
        )
    layers, annotations = [], []
    for place, explanation in enumerate(reading.explanations):
        layer = hd.pr.GraphicLayer(f"AI{place + 1}", place + 1, title(explanation)[:64], _COLOUR)
        layers.append(layer)
        annotations.append(_annotation(issue, explanation, layer))
    made = hd.pr.GrayscaleSoftcopyPresentationState(
        referenced_images=[issue.source],
        content_label="AI_OUTLINES",
        content_description="Outlines of explanation maps; research use"[:64],
        graphic_annotations=annotations,
        graphic_layers=layers,
        voi_lut_transformations=_window(issue),
        presentation_lut_transformation=hd.PresentationLUTTransformation(
            presentation_lut_shape="INVERSE" if reading.radiograph.grey.is_inverted else "IDENTITY"
        ),
        contributing_equipment=issue.contributors(),
        **issue.series(3),
        **issue.device(),
    )
    return [issue.finish(made, "AI outlines (research)")]


def _window(issue: Issue) -> list[hd.pr.SoftcopyVOILUTTransformation] | None:
    voi = default_voi(issue.reading.radiograph, issue.reading.frame)
    if not isinstance(voi, Window):
        return None  # the file's own LUT, which highdicom copies
    return [
        hd.pr.SoftcopyVOILUTTransformation(
            window_center=float(voi.centre),
            window_width=float(voi.width),
            voi_lut_function=voi.function,
        )
    ]


def _annotation(
    issue: Issue, explanation: Explanation, layer: hd.pr.GraphicLayer
) -> hd.pr.GraphicAnnotation:
    size_hw = issue.reading.radiograph.size_hw
    lines = outlines(strong_region(explanation, size_hw))
    is_multiframe = int(issue.source.get("NumberOfFrames") or 1) > 1
    return hd.pr.GraphicAnnotation(
        referenced_images=[issue.source],
        graphic_layer=layer,
        referenced_frame_number=issue.reading.frame + 1 if is_multiframe else None,
        graphic_objects=[hd.pr.GraphicObject("POLYLINE", line, "PIXEL") for line in lines],
        text_objects=[_words(explanation, size_hw, has_lines=bool(lines))],
    )


def _words(
    explanation: Explanation, size_hw: tuple[int, int], *, has_lines: bool
) -> hd.pr.TextObject:
    what = f"outline at {SHARE:.0%} of the maximum" if has_lines else "no positive evidence"
    height, width = size_hw
    return hd.pr.TextObject(
        f"{title(explanation)}: {what}. Research use - not for diagnosis.",
        "PIXEL",
        bounding_box=(0.0, 0.0, float(width), max(1.0, height * 0.04)),
        text_justification="LEFT",
    )
