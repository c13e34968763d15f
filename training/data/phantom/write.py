"""Phantoms on disk: 16-bit DICOM and PNG, 1-bit masks, and one table of labels.

Every file is marked as synthetic, and the same seed gives the same bytes.
"""

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filewriter import dcmwrite
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

from engine.errors import OutputError
from engine.files import atomic_write
from training.data.phantom.film import MAXIMUM
from training.data.phantom.make import (
    Phantom,
    draw_mixture,
    findings_of,
    make_phantom,
    random_streams,
)

GENERATOR = "WhyRay phantom 1"
LABELS = "labels.csv"
POSITIVE, NEGATIVE = "opacity", "no opacity"
SEVERAL, NO_FINDING = "several", "No Finding"
PHOTOMETRICS = ("MONOCHROME1", "MONOCHROME2")
COLUMNS = (
    "path",
    "png",
    "mask",
    "label",
    "finding",
    "side",
    "patient_id",
    "seed",
    "photometric",
    "synthetic",
)
_SOP_CLASSES = {"CR": "1.2.840.10008.5.1.4.1.1.1", "DX": "1.2.840.10008.5.1.4.1.1.1.1"}
_AP_WORDS = ("PORTABLE", "SUPINE", "AP")
_FIELD_MM = 400.0  # side of the imaging plate


def write_phantoms(
    folder: Path,
    seeds: range,
    *,
    size: int = 512,
    kind: str | None = None,
    photometric: str | None = None,
) -> Iterator[int]:
    """Writes ``dicom/``, ``png/``, ``masks/`` and ``labels.csv`` under `folder`.

    With the kind `SEVERAL` every phantom has any number of findings, and the label names them all
    (for multi-label tasks). Yields the number done after each phantom.

    Raises:
        OutputError: the folder holds phantoms already, or cannot be written.
    """
    if (folder / LABELS).exists():
        raise OutputError(
            "there are phantoms in this folder already", hint="Choose an empty folder.", file=folder
        )
    try:
        for name in ("dicom", "png", "masks"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        rows = []
        for done, seed in enumerate(seeds, start=1):
            own = draw_mixture(seed) if kind == SEVERAL else kind
            phantom = make_phantom(seed, kind=own, size=size)
            row = _write_one(folder, phantom, photometric or draw_photometric(seed))
            if kind == SEVERAL:
                row["label"] = "|".join(findings_of(phantom.kind)) or NO_FINDING
            rows.append(row)
            yield done
        atomic_write(folder / LABELS, _table(rows))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"the phantoms could not be written ({reason})",
            hint="Choose another folder.",
            file=folder,
        ) from error


def draw_photometric(seed: int) -> str:
    """One film in five is stored as MONOCHROME1, whatever it shows."""
    return PHOTOMETRICS[0] if random_streams(seed)["header"].random() < 0.2 else PHOTOMETRICS[1]


def dicom_bytes(phantom: Phantom, photometric: str = "MONOCHROME2") -> bytes:
    """The phantom as a DICOM file.

    CR or DX for presentation, 12 bits stored in 16, explicit little endian.
    """
    buffer = io.BytesIO()
    dataset = _dataset(phantom, photometric)
    dcmwrite(buffer, dataset, enforce_file_format=True)
    return buffer.getvalue()


def png_bytes(image: NDArray[np.uint16] | NDArray[np.uint8], *, bilevel: bool = False) -> bytes:
    """A grey PNG; `bilevel` stores 0/255 with one bit per pixel."""
    options = [cv2.IMWRITE_PNG_BILEVEL, 1] if bilevel else []
    is_written, encoded = cv2.imencode(".png", image, options)
    if not is_written:
        raise OutputError("a picture could not be encoded as PNG")
    return encoded.tobytes()


def _write_one(folder: Path, phantom: Phantom, photometric: str) -> dict[str, str]:
    stem = f"phantom-{phantom.seed:06d}"
    dicom, png = f"dicom/{stem}.dcm", f"png/{stem}.png"
    (folder / dicom).write_bytes(dicom_bytes(phantom, photometric))
    (folder / png).write_bytes(png_bytes(phantom.image * np.uint16(16)))  # 12 bits spread over 16
    for name, mask in phantom.masks.items():
        mask_png = png_bytes(mask.astype(np.uint8) * np.uint8(255), bilevel=True)
        (folder / "masks" / f"{stem}__{name}.png").write_bytes(mask_png)
    return {
        "path": dicom,
        "png": png,
        "mask": f"masks/{stem}__lesion.png",
        "label": POSITIVE if phantom.has_opacity else NEGATIVE,
        "finding": phantom.kind,
        "side": "+".join(side for _, side in phantom.findings),
        "patient_id": patient_id(phantom.seed),
        "seed": str(phantom.seed),
        "photometric": photometric,
        "synthetic": "yes",
    }


def patient_id(seed: int) -> str:
    """Patient ID (0010,0020) of a phantom."""
    return f"SYN-{seed}"


def _table(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _uid(phantom: Phantom, role: str) -> str:
    """A UID under 2.25 (PS3.5 B.2) made from the seed, so that files are the same on every run."""
    text = f"{GENERATOR}/{phantom.seed}/{phantom.kind}/{phantom.image.shape[0]}/{role}"
    return f"2.25.{int.from_bytes(hashlib.sha256(text.encode()).digest()[:15], 'big')}"


def _dataset(phantom: Phantom, photometric: str) -> Dataset:
    random = random_streams(phantom.seed)["header"]
    random.random()  # the photometric interpretation's draw
    modality = str(random.choice(["CR", "DX"]))
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = _SOP_CLASSES[modality]
    dataset.file_meta.MediaStorageSOPInstanceUID = _uid(phantom, f"instance/{photometric}")
    dataset.file_meta.ImplementationClassUID = _uid_of_generator()
    dataset.file_meta.ImplementationVersionName = "WHYRAY_PHANTOM_1"
    _fill_patient(dataset, phantom, random)
    _fill_study(dataset, phantom, modality, random)
    dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID
    dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID
    _fill_pixels(dataset, phantom, photometric)
    if modality == "DX":
        _fill_dx(dataset, photometric)
    return dataset


def _uid_of_generator() -> str:
    return f"2.25.{int.from_bytes(hashlib.sha256(GENERATOR.encode()).digest()[:15], 'big')}"


def _fill_patient(dataset: Dataset, phantom: Phantom, random: np.random.Generator) -> None:
    age = int(random.integers(20, 86))
    dataset.PatientName = "Phantom^Synthetic"
    dataset.PatientID = patient_id(phantom.seed)
    dataset.PatientBirthDate = f"{2024 - age}0101"
    dataset.PatientSex = str(random.choice(["F", "M"]))
    dataset.PatientAge = f"{age:03d}Y"
    dataset.PatientComments = "SYNTHETIC - no patient"


def _fill_study(
    dataset: Dataset, phantom: Phantom, modality: str, random: np.random.Generator
) -> None:
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.ImageType = ["DERIVED", "PRIMARY", ""] if modality == "DX" else ["DERIVED", "PRIMARY"]
    dataset.StudyDate = dataset.SeriesDate = dataset.ContentDate = "20240101"
    dataset.StudyTime = dataset.SeriesTime = dataset.ContentTime = "120000"
    dataset.AccessionNumber = ""
    dataset.ReferringPhysicianName = ""
    dataset.StudyID = str(phantom.seed)
    dataset.StudyDescription = "SYNTHETIC chest phantom"
    dataset.SeriesDescription = "SYNTHETIC frontal chest"
    dataset.StudyInstanceUID = _uid(phantom, "study")
    dataset.SeriesInstanceUID = _uid(phantom, "series")
    dataset.SeriesNumber = dataset.InstanceNumber = 1
    dataset.Modality = modality
    dataset.Manufacturer = "WhyRay (synthetic)"
    dataset.ManufacturerModelName = "Chest phantom"
    dataset.SoftwareVersions = GENERATOR
    dataset.BodyPartExamined = "CHEST"
    is_ap = any(mark.text in _AP_WORDS for mark in phantom.marks)
    dataset.ViewPosition = "AP" if is_ap else "PA"
    dataset.PatientOrientation = ["L", "F"]
    dataset.ImageComments = (
        f"SYNTHETIC radiograph, seed {phantom.seed}, {phantom.kind}. Not a patient."
    )
    dataset.BurnedInAnnotation = "NO"  # side letters only, nothing that identifies anybody
    dataset.LossyImageCompression = "00"


def _fill_pixels(dataset: Dataset, phantom: Phantom, photometric: str) -> None:
    size = phantom.image.shape[0]
    is_inverted = photometric == "MONOCHROME1"
    stored = np.uint16(MAXIMUM) - phantom.image if is_inverted else phantom.image
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = photometric
    dataset.Rows, dataset.Columns = phantom.image.shape
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    dataset.PixelRepresentation = 0
    dataset.ImagerPixelSpacing = [f"{_FIELD_MM / size:.6g}"] * 2
    dataset.WindowCenter, dataset.WindowWidth = "2048", "4096"
    dataset.PixelData = np.ascontiguousarray(stored, dtype="<u2").tobytes()


def _fill_dx(dataset: Dataset, photometric: str) -> None:
    """What the DX modules ask for beyond CR (PS3.3 A.26)."""
    dataset.PresentationIntentType = "FOR PRESENTATION"
    dataset.PresentationLUTShape = "INVERSE" if photometric == "MONOCHROME1" else "IDENTITY"
    dataset.PixelIntensityRelationship = "LOG"
    dataset.PixelIntensityRelationshipSign = 1 if photometric == "MONOCHROME1" else -1
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = "0", "1", "US"
    dataset.ImageLaterality = "U"
    dataset.AcquisitionContextSequence = Sequence()
    region = Dataset()
    region.CodeValue, region.CodingSchemeDesignator, region.CodeMeaning = "51185008", "SCT", "Chest"
    dataset.AnatomicRegionSequence = Sequence([region])
