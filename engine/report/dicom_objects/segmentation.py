"""Segmentation: the strong regions of the maps as binary masks on the image's own pixels."""

import highdicom as hd
import numpy as np
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes

from engine.errors import RequestError
from engine.explain.explanation import Explanation
from engine.language import said
from engine.overlay.wording import title
from engine.report.dicom_objects.codes import own_code
from engine.report.dicom_objects.issue import CREATOR, MAKER, Issue
from engine.report.dicom_objects.outlines import SHARE, refuse_frames, strong_region

_REGION = own_code("Region of high attribution in an explanation map")
_FAMILY = codes.DCM.ArtificialIntelligence


def segmentation(issue: Issue) -> list[Dataset]:
    """One segment per explanation; its name states the share of the maximum that bounds it.

    Raises:
        RequestError: no map has positive evidence, or the image has several frames.
    """
    size_hw = issue.reading.radiograph.size_hw
    refuse_frames(issue)
    pairs = [(e, strong_region(e, size_hw)) for e in issue.reading.explanations]
    pairs = [(explanation, region) for explanation, region in pairs if region.any()]
    if not pairs:
        raise RequestError(
            said("no map with positive evidence: there is no region to file"),
            hint=said("Explain a finding first."),
        )
    descriptions = [_segment(issue, e, place + 1) for place, (e, _) in enumerate(pairs)]
    made = hd.seg.Segmentation(
        source_images=[issue.source],
        pixel_array=np.stack([region for _, region in pairs], axis=-1)[None].astype(np.uint8),
        segmentation_type="BINARY",
        segment_descriptions=descriptions,
        content_label="AI_REGIONS",
        content_description="Strong regions of explanation maps; research use",
        content_creator_name=CREATOR,
        contributing_equipment=issue.contributors(),
        **issue.series(4),
        **issue.device(),
    )
    made.PatientOrientation = issue.source.get("PatientOrientation", "")
    return [issue.finish(made, "AI regions (research)")]


def _segment(issue: Issue, explanation: Explanation, number: int) -> hd.seg.SegmentDescription:
    return hd.seg.SegmentDescription(
        segment_number=number,
        segment_label=f"{title(explanation)} >= {SHARE:.0%}"[:64],
        segmented_property_category=codes.SCT.SpatialAndRelationalConcept,
        segmented_property_type=_REGION,
        algorithm_type="AUTOMATIC",
        algorithm_identification=hd.AlgorithmIdentificationSequence(
            name=issue.manifest.id[:64],
            family=_FAMILY,
            version=issue.manifest.version[:64],
            source=MAKER,
        ),
        tracking_uid=hd.UID(),
        tracking_id=title(explanation)[:64],
    )
