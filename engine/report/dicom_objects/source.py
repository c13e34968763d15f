"""The image that results are about, as far as results repeat and cite it."""

import io
import re
import warnings
from pathlib import Path

import pydicom
from pydicom.dataset import Dataset

from engine.errors import UnsupportedImage
from engine.images.dicom.scan import is_dicom, scan
from engine.images.formats import bytes_of
from engine.language import said

_NEEDED = ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "SOPClassUID")
# Type 2 attributes of patient and study (PS3.3 C.7.1.1, C.7.2.1): repeated, empty where unknown.
REPEATED = (
    "PatientName", "PatientID", "PatientBirthDate", "PatientSex", "AccessionNumber", "StudyID",
    "StudyDate", "StudyTime", "ReferringPhysicianName",
)  # fmt: skip
_PIXELS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")


def read_source(path: Path) -> Dataset:
    """The header of the image's file, without pixels.

    Raises:
        UnsupportedImage: an ordinary picture, or a header without the UIDs that results must cite.
        ImageError: the file cannot be read.
    """
    data = bytes_of(path)
    if not is_dicom(data):
        raise UnsupportedImage(
            said("Results are filed as DICOM objects only for images that came as DICOM."),
            hint=said("Export a report or a picture instead."),
            file=path,
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a header gets wrong is told when it is opened
        source = pydicom.dcmread(io.BytesIO(scan(data).data))
        for word in _PIXELS:
            if word in source:
                del source[word]
        str(source.get("PatientName"))  # values are read when first asked for, and doubted then
    missing = [word for word in _NEEDED if not source.get(word)]
    if missing:
        raise UnsupportedImage(
            said("The file has no {missing}: nothing can be filed beside it.", missing=missing[0]),
            hint=said("Ask whoever made the file for a complete copy."),
            file=path,
        )
    for word in REPEATED:
        if word not in source:
            setattr(source, word, None)
    _leave_out_invalid(source)
    return source


def _leave_out_invalid(source: Dataset) -> None:
    """Optional values that break the standard are not repeated."""
    if not re.fullmatch(r"\d{3}[DWMY]", str(source.get("PatientAge", ""))):
        source.pop("PatientAge", None)
    for word in ("PixelSpacing", "ImagerPixelSpacing"):
        if not all(float(part) > 0 for part in source.get(word) or [0]):
            source.pop(word, None)
