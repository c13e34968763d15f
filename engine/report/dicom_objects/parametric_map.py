"""Parametric Map: the map's signed numbers as 32-bit floats on the image's own pixels."""

import copy

import highdicom as hd
import numpy as np
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes

from engine.errors import RequestError
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.language import said
from engine.overlay.project import project
from engine.overlay.wording import title
from engine.report.dicom_objects.codes import own_code
from engine.report.dicom_objects.fitness import what_first
from engine.report.dicom_objects.issue import CREATOR, Issue, own_uid
from engine.report.dicom_objects.outlines import refuse_frames

_ATTRIBUTION = own_code("Attribution to the score of a class, signed")


def parametric_maps(issue: Issue) -> list[Dataset]:
    """One object per explanation, outside what the network saw 0; no normalising.

    Raises:
        RequestError: no explanation, or an image of several frames.
    """
    refuse_frames(issue)
    explanations = issue.reading.explanations
    if not explanations:
        raise RequestError(said("there is no map to file"), hint=what_first(issue.reading))
    owns = issue.instances(5, len(explanations))
    return [
        issue.finish(_map(issue, explanation, own), "AI maps (research)")
        for explanation, own in zip(explanations, owns, strict=True)
    ]


def _map(issue: Issue, explanation: Explanation, own: dict[str, object]) -> Dataset:
    size_hw = issue.reading.radiograph.size_hw
    values = np.nan_to_num(project(explanation, size_hw, Affine()), nan=0.0)
    low, high = float(values.min()), float(values.max())
    made = hd.pm.ParametricMap(
        source_images=[_in_own_plane(issue)],
        pixel_array=values[None].astype(np.float32),
        contains_recognizable_visual_features=False,
        real_world_value_mappings=[
            hd.pm.RealWorldValueMapping(
                lut_label=explanation.method[:16].upper(),
                lut_explanation=title(explanation)[:64],
                unit=codes.UCUM.NoUnits,
                value_range=(low, high if high > low else low + 1.0),
                slope=1.0,
                intercept=0.0,
                quantity_definition=_ATTRIBUTION,
            )
        ],
        voi_lut_transformations=[
            hd.VOILUTTransformation(
                window_center=(low + high) / 2,
                window_width=max(high - low, 1e-6),
                voi_lut_function="LINEAR_EXACT",
            )
        ],
        content_qualification="RESEARCH",
        content_label="AI_MAP",
        content_description=title(explanation)[:64],
        content_creator_name=CREATOR,
        contributing_equipment=issue.contributors(),
        **own,
        **issue.device(),
    )
    made.DerivationDescription = _conventions(explanation)
    made.PositionReferenceIndicator = ""
    return made


def _in_own_plane(issue: Issue) -> Dataset:
    """The image with a frame of reference, which the object must have (PS3.3 A.75) and films lack.

    It is the picture's own plane as a frontal view lies in the patient (rows to the left, columns
    to the feet) with its corner as origin: fit to lay maps of one image over each other, no place
    in the patient's body.
    """
    spacing = issue.reading.radiograph.spacing
    source = copy.copy(issue.source)
    source.FrameOfReferenceUID = own_uid(f"plane of {issue.source.SOPInstanceUID}")
    source.PositionReferenceIndicator = ""
    source.ImagePositionPatient = [0.0, 0.0, 0.0]
    source.ImageOrientationPatient = [1.0, 0.0, 0.0, 0.0, 0.0, -1.0]
    source.PixelSpacing = [1.0, 1.0] if spacing is None else [spacing.row_mm, spacing.column_mm]
    source.SliceThickness = 1.0
    return source


def _conventions(explanation: Explanation) -> str:
    told = [f"{name} {value}" for name, value in explanation.conventions.items()]
    return "; ".join([f"{explanation.method}, seed {explanation.seed}", *told])[:1024]
