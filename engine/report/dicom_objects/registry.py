"""The table of kinds: what results may be filed as."""

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import pydicom
from pydicom.dataset import Dataset

from engine.errors import RequestError
from engine.language import said
from engine.report.dicom_objects.capture import secondary_captures
from engine.report.dicom_objects.document import encapsulated_pdf
from engine.report.dicom_objects.issue import Issue
from engine.report.dicom_objects.parametric_map import parametric_maps
from engine.report.dicom_objects.presentation import presentation_state
from engine.report.dicom_objects.segmentation import segmentation
from engine.report.dicom_objects.structured_report import structured_report


@dataclass(frozen=True)
class Kind:
    """One kind of object.

    Attributes:
        id: on the command line and in file names.
        name: for people.
        make: an issue -> data sets with file meta information.
    """

    id: str
    name: str
    make: Callable[[Issue], list[Dataset]]


KINDS: tuple[Kind, ...] = (
    Kind("sc", said("Secondary Capture (picture)"), secondary_captures),
    Kind("pdf", said("Encapsulated PDF (report)"), encapsulated_pdf),
    Kind("sr", said("Structured report (TID 1500)"), structured_report),
    Kind("gsps", said("Presentation state (outlines)"), presentation_state),
    Kind("seg", said("Segmentation (regions)"), segmentation),
    Kind("pm", said("Parametric Map (numbers)"), parametric_maps),
)


def objects_of(kind: Kind, issue: Issue) -> list[Dataset]:
    """The objects of one kind. Raises RequestError where the reading has nothing for it."""
    with warnings.catch_warnings():
        # highdicom doubts names of persons that the image's own file states.
        warnings.filterwarnings("ignore", "The string .* is unlikely to represent", UserWarning)
        warnings.filterwarnings("ignore", "The PN component length", UserWarning)
        return kind.make(issue)


def find_kind(kind_id: str) -> Kind:
    """The kind with this id. Raises RequestError."""
    for kind in KINDS:
        if kind.id == kind_id:
            return kind
    raise RequestError(
        said("results are not filed as {kind!r}", kind=kind_id),
        hint=said("Choose one of: {kinds}.", kinds=", ".join(kind.id for kind in KINDS)),
    )


def file_bytes(made: Dataset) -> bytes:
    """The whole DICOM file of an object."""
    file = io.BytesIO()
    pydicom.dcmwrite(file, made, enforce_file_format=True)
    return file.getvalue()
