"""Secondary Capture: the explained picture with legend and research line burned in."""

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.uid import SecondaryCaptureImageStorage

from engine.errors import RequestError
from engine.language import said
from engine.overlay.export import export_picture
from engine.overlay.legend import draw_caution
from engine.overlay.wording import title
from engine.report.dicom_objects.fitness import what_first
from engine.report.dicom_objects.issue import MAKER, RESEARCH_LINE, Issue


def secondary_captures(issue: Issue) -> list[Dataset]:
    """One true-colour picture per explanation; what it shows stands in its pixels.

    Raises:
        RequestError: there is no explanation to show.
    """
    explanations = issue.reading.explanations
    if not explanations:
        raise RequestError(
            said("there is no map to file as a picture"), hint=what_first(issue.reading)
        )
    made = []
    for own, explanation in zip(issue.instances(0, len(explanations)), explanations, strict=True):
        style = "heatmap" if explanation.regions is None else "superpixels"
        picture = export_picture(
            issue.reading.radiograph, explanation, frame=issue.reading.frame, style=style
        )
        line = draw_caution(RESEARCH_LINE, picture.shape[1])
        capture = _capture(issue, np.vstack([line, picture]), own)
        capture.DerivationDescription = f"{title(explanation)}; {RESEARCH_LINE}"[:1024]
        capture.ImageComments = title(explanation)
        made.append(issue.finish(capture, "AI explanation (research)"))
    return made


def _capture(issue: Issue, pixels: NDArray[np.uint8], own: dict[str, object]) -> Dataset:
    made = issue.document(SecondaryCaptureImageStorage, own)
    made.Modality = "OT"
    made.ConversionType = "WSD"
    made.ImageType = ["DERIVED", "SECONDARY"]
    made.BurnedInAnnotation = "YES"
    made.SecondaryCaptureDeviceManufacturer = MAKER
    made.SecondaryCaptureDeviceManufacturerModelName = MAKER
    made.SecondaryCaptureDeviceSoftwareVersions = issue.software_versions
    made.SourceImageSequence = issue.references()
    made.SamplesPerPixel, made.PhotometricInterpretation = 3, "RGB"
    made.PlanarConfiguration = made.PixelRepresentation = 0
    made.Rows, made.Columns = pixels.shape[:2]
    made.BitsAllocated = made.BitsStored = 8
    made.HighBit = 7
    raw = np.ascontiguousarray(pixels).tobytes()
    made.PixelData = raw + b"\0" * (len(raw) % 2)
    return made
