"""A DICOM file without what tells whose it is: PS3.15 annex E, Basic Confidentiality Profile.

The pixels stay as they are: names burned into the picture are *not* removed, and whoever is handed
the result is told so. UIDs and patients get pseudonyms made with a secret key: the same key gives
the same pseudonyms, so that the images of a patient and of a study stay together.
"""

import hashlib
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pydicom
from pydicom.datadict import dictionary_has_tag
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset, FileDataset
from pydicom.sequence import Sequence

from engine.errors import UnreadableFile, UnsupportedImage
from engine.images.dicom.confidentiality import BASIC_PROFILE, NOT_REMOVED
from engine.images.dicom.scan import is_dicom, scan
from engine.images.dicom.syntaxes import find_syntax
from engine.images.pseudonyms import Pseudonyms
from engine.language import said

PROFILE_CODE = "113100"
PROFILE_NAME = "Basic Application Confidentiality Profile"

# The last action of a composite code keeps every kind of object valid (PS3.15 table E.1-1a).
_LAST = {"X/Z": "Z", "X/D": "D", "Z/D": "D", "X/Z/D": "D", "X/Z/U*": "U"}
_ANONYMOUS = "ANONYMOUS"
_DUMMIES: dict[str, Any] = {
    "AE": _ANONYMOUS,
    "AS": "000Y",
    "CS": _ANONYMOUS,
    "DA": "19000101",
    "DT": "19000101000000",
    "TM": "000000",
    "LO": _ANONYMOUS,
    "LT": _ANONYMOUS,
    "PN": _ANONYMOUS,
    "SH": _ANONYMOUS,
    "ST": _ANONYMOUS,
    "UC": _ANONYMOUS,
    "UT": _ANONYMOUS,
    "UR": "about:blank",
    "OB": b"\0\0",
    "OW": b"\0\0",
    "UN": b"\0\0",
}


@dataclass(frozen=True)
class Deidentified:
    """A file that may leave, as far as its header goes.

    Attributes:
        data: the whole new DICOM file.
        sop_instance_uid: its new name.
        patient: the patient's pseudonym; empty where the file does not say who it is.
        removed: how many elements were removed, inside sequences too.
        replaced: how many were emptied or got another value.
        cautions: sentences for the person who passes it on; never empty.
    """

    data: bytes
    sop_instance_uid: str
    patient: str
    removed: int
    replaced: int
    cautions: tuple[str, ...]


def deidentify(data: bytes, key: bytes, path: Path | None = None) -> Deidentified:
    """The same image with a header after the Basic Application Level Confidentiality Profile.

    Args:
        data: a DICOM file of an image.
        key: secret (`engine.images.pseudonyms.KEY_BYTES` bytes).
        path: where it came from, for errors.

    Raises:
        UnreadableFile: no DICOM file.
        UnsupportedImage: an object without pixels (reports, waveforms): its text cannot be cleaned.
        ImageError: the file's structure makes no sense.
    """
    dataset = _read(data, path)
    cleaner = _Cleaner(key)
    patient = cleaner.patient(dataset)
    cleaner.clean(dataset)
    dataset.PatientID = dataset.PatientName = patient
    _state_method(dataset)
    dataset.SOPInstanceUID = dataset.get("SOPInstanceUID") or cleaner.uid(
        hashlib.sha256(data).hexdigest()
    )
    _clean_meta(dataset)
    return Deidentified(
        _written(dataset),
        str(dataset.SOPInstanceUID),
        patient,
        cleaner.removed,
        cleaner.replaced,
        _cautions(dataset),
    )


class _Cleaner:
    """Walks a data set and applies the table; counts what it did."""

    def __init__(self, key: bytes) -> None:
        self._pseudonyms = Pseudonyms(key)
        self.removed = 0
        self.replaced = 0
        self._actions: dict[str, Callable[[Dataset, DataElement], None]] = {
            "X": self._remove,
            "Z": self._empty,
            "D": self._dummy,
            "U": self._other_uid,
        }

    def patient(self, dataset: Dataset) -> str:
        """A name for the patient; empty where the file does not say who it is."""
        known, issuer = (str(dataset.get(w, "")) for w in ("PatientID", "IssuerOfPatientID"))
        if not known:
            known, issuer = str(dataset.get("PatientName", "")), ""
        return self._pseudonyms.patient(known, issuer) if known else ""

    def uid(self, original: str) -> str:
        """Another UID, the same for the same original."""
        return self._pseudonyms.uid(original) if original else ""

    def clean(self, dataset: Dataset) -> None:
        """Applies the table to every element, inside sequences too."""
        for element in list(dataset):
            action = _action(element)
            if action:
                self._actions[action](dataset, element)
            elif element.VR == "SQ":
                self._clean_items(element)

    def _clean_items(self, element: DataElement) -> None:
        for item in element.value:
            self.clean(item)

    def _remove(self, dataset: Dataset, element: DataElement) -> None:
        del dataset[element.tag]
        self.removed += 1

    def _empty(self, dataset: Dataset, element: DataElement) -> None:
        self._put(dataset, element, Sequence() if element.VR == "SQ" else None)

    def _dummy(self, dataset: Dataset, element: DataElement) -> None:
        if element.VR == "UI":
            self._other_uid(dataset, element)
            return
        dummy = Sequence([Dataset()]) if element.VR == "SQ" else _DUMMIES.get(element.VR, 0)
        self._put(dataset, element, dummy)

    def _other_uid(self, dataset: Dataset, element: DataElement) -> None:
        if element.VR == "SQ":
            self._clean_items(element)
            return
        several = element.VM > 1
        values = element.value if several else [element.value]
        others = [self.uid(str(value or "")) for value in values]
        self._put(dataset, element, others if several else others[0])

    def _put(self, dataset: Dataset, element: DataElement, value: Any) -> None:
        dataset.add_new(element.tag, element.VR, value)
        self.replaced += 1


def _action(element: DataElement) -> str:
    """``X``, ``Z``, ``D``, ``U``, or empty: the element stays."""
    tag = element.tag
    if tag.is_private or tag.group & 0xFF00 == 0x5000:
        return "X"
    if tag.group & 0xFF00 == 0x6000 and tag.element in (0x3000, 0x4000):
        return "X"
    listed = BASIC_PROFILE.get(int(tag))
    if listed is None:  # what no dictionary knows may say anything
        return "" if dictionary_has_tag(tag) or tag.element == 0 else "X"
    return _LAST.get(listed, listed)


def _read(data: bytes, path: Path | None) -> FileDataset:
    if not is_dicom(data):
        raise UnreadableFile(
            said("This is no DICOM file."),
            hint=said("Ordinary pictures hold no header that names a patient; copy them as is."),
            file=path,
        )
    structure = scan(data)
    find_syntax(structure.syntax_uid)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a header gets wrong is told when it is opened
        try:
            dataset = pydicom.dcmread(io.BytesIO(structure.data))
            dataset.decode()
        except UnicodeError as error:
            raise UnreadableFile(
                said("Some characters of the header could not be read."), file=path
            ) from error
    if not any(word in dataset for word in ("PixelData", "FloatPixelData", "DoubleFloatPixelData")):
        raise UnsupportedImage(
            said("The file holds no image; the words of such objects cannot be cleaned safely."),
            hint=said("Only images are de-identified."),
            file=path,
        )
    return dataset


def _state_method(dataset: Dataset) -> None:
    """Says in the file what was done (PS3.15 E.1.1, PS3.3 C.7.1.1)."""
    code = Dataset()
    code.CodeValue = PROFILE_CODE
    code.CodingSchemeDesignator = "DCM"
    code.CodeMeaning = PROFILE_NAME
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = "PS3.15 Basic Profile, pixels unchanged"
    dataset.DeidentificationMethodCodeSequence = Sequence([code])
    dataset.LongitudinalTemporalInformationModified = "REMOVED"


def _clean_meta(dataset: FileDataset) -> None:
    meta = dataset.file_meta
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    kept = {0x00020000, 0x00020001, 0x00020002, 0x00020003, 0x00020010}
    for tag in [element.tag for element in meta if int(element.tag) not in kept]:
        del meta[tag]
    dataset.preamble = b"\0" * 128


def _written(dataset: FileDataset) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # values that were wrong in the original stay as they were
        pydicom.dcmwrite(file, dataset, enforce_file_format=True)
    return file.getvalue()


def _cautions(dataset: Dataset) -> tuple[str, ...]:
    burned = str(dataset.get("BurnedInAnnotation", "")).upper()
    if burned != "YES":
        return (NOT_REMOVED,)
    return (said("The file says that words are burned into its picture."), NOT_REMOVED)
