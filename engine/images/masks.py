"""Masks of where something lies: PNG and the like, NIfTI, DICOM segmentations.

A file holds one mask or several (segments, labels). Graded maps say how much every place matters:
grey 255, 128, 64, 32 and 0 stand for the levels 3, 2, 1, 0 and -1.

Sources: NIfTI-1 (orientation from its affine, brought to left-posterior rows and columns);
DICOM PS3.3 C.8.20 (Segmentation).
"""

import gzip
import io
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError

from engine.errors import ImageError, UnreadableFile, UnsafeImage, UnsupportedImage
from engine.images.formats import bytes_of, read_file
from engine.images.limits import MAX_DECODED_BYTES, check_size
from engine.language import said

Masks = Mapping[str, NDArray[np.bool_]]
GRADES = {255: 3, 128: 2, 64: 1, 32: 0, 0: -1}
SUFFIXES = (".png", ".tif", ".tiff", ".bmp", ".nii", ".nii.gz", ".dcm")
_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
# Stored as they are, or run-length coded: nothing that needs a codec.
_PLAIN_SYNTAXES = frozenset(
    {
        "1.2.840.10008.1.2",
        "1.2.840.10008.1.2.1",
        "1.2.840.10008.1.2.1.99",
        "1.2.840.10008.1.2.2",
        "1.2.840.10008.1.2.5",
    }
)
_HEADER_BYTES = 352


def read_masks(path: Path) -> Masks:
    """The masks of a file by name: segment labels of DICOM, label numbers of NIfTI, else ``mask``.

    Returns:
        (h, w) bool each; pictures and one-label files give a single mask of all that is not 0.

    Raises:
        ImageError: damaged, too large, or of a kind that holds no masks.
    """
    try:
        if path.name.lower().endswith((".nii", ".nii.gz")):
            return _nifti(path)
        data = bytes_of(path)
        if data[128:132] == b"DICM":
            return _segmentation(data)
        return {"mask": read_file(path).frames[0] > 0}
    except ImageError as error:
        raise error.about(path) from error


def read_levels(path: Path) -> NDArray[np.int8]:
    """(h, w) graded map -1..3 of a picture with the greys of `GRADES`.

    Raises:
        ImageError: damaged, or with other greys.
    """
    grey = read_file(path).frames[0]
    found = np.unique(grey)
    others = sorted(set(found.tolist()) - GRADES.keys())
    if others:
        raise UnsupportedImage(
            said(
                "A graded map has the greys 255, 128, 64, 32 and 0 alone; this one has {grey}.",
                grey=others[0],
            ),
            file=path,
        )
    levels = np.zeros(256, np.int8)
    for value, level in GRADES.items():
        levels[value] = level
    return levels[grey]


def _nifti(path: Path) -> Masks:
    import nibabel  # takes a second to import
    from nibabel.orientations import apply_orientation, axcodes2ornt, io_orientation, ornt_transform

    data = bytes_of(path)
    if data[:2] == b"\x1f\x8b":
        data = _unzipped(data)
    try:
        image = nibabel.Nifti1Image.from_bytes(data)
        shape = tuple(int(side) for side in image.shape)
        if len(shape) < 2 or any(side != 1 for side in shape[2:]):
            raise UnsupportedImage(
                said("A mask has two dimensions; this file has {shape}.", shape=shape)
            )
        check_size(1, shape[1], shape[0], is_colour=False)
        values = np.asanyarray(image.dataobj).reshape(shape[0], shape[1], 1)
        to_lps = ornt_transform(io_orientation(image.affine), axcodes2ornt(("L", "P", "S")))
    except ImageError:
        raise
    except Exception as error:
        raise UnreadableFile(
            said("The NIfTI file is damaged: {error}", error=str(error))
        ) from error
    turned = apply_orientation(values, to_lps)[..., 0]
    labels = np.round(turned.T).astype(np.int64)
    numbers = [int(number) for number in np.unique(labels) if number != 0]
    if len(numbers) <= 1:
        return {"mask": labels != 0}
    return {f"label {number}": labels == number for number in numbers}


def _unzipped(data: bytes) -> bytes:
    """At most what an image may take; more is a bomb."""
    limit = MAX_DECODED_BYTES + _HEADER_BYTES
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            found = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(said("The compressed NIfTI file is damaged.")) from error
    if len(found) > limit:
        raise UnsafeImage(said("The compressed NIfTI file unpacks to more than an image may take."))
    return found


def _segmentation(data: bytes) -> Masks:
    try:
        dataset = dcmread(io.BytesIO(data))
    except (InvalidDicomError, OSError, ValueError, KeyError, EOFError) as error:
        raise UnreadableFile(said("The DICOM file is damaged.")) from error
    if str(dataset.get("SOPClassUID", "")) != _SEGMENTATION:
        raise UnsupportedImage(
            said("The DICOM file is no segmentation."),
            hint=said("Masks are pictures, NIfTI files or DICOM segmentations (SEG)."),
        )
    if str(dataset.file_meta.get("TransferSyntaxUID", "")) not in _PLAIN_SYNTAXES:
        raise UnsupportedImage(said("The segmentation is stored in a compressed form."))
    try:
        return _segments(dataset)
    except ImageError:
        raise
    except Exception as error:
        raise UnreadableFile(
            said("The segmentation is damaged: {error}", error=str(error))
        ) from error


def _segments(dataset: Dataset) -> Masks:
    count = int(dataset.get("NumberOfFrames", 1))
    check_size(count, int(dataset.Rows), int(dataset.Columns), is_colour=False)
    frames = np.asarray(dataset.pixel_array).reshape(count, int(dataset.Rows), int(dataset.Columns))
    names = {
        int(entry.SegmentNumber): str(entry.get("SegmentLabel", entry.SegmentNumber))
        for entry in dataset.SegmentSequence
    }
    half = int(dataset.get("MaximumFractionalValue", 1)) / 2.0
    is_fractional = str(dataset.get("SegmentationType", "BINARY")) == "FRACTIONAL"
    masks: dict[str, NDArray[np.bool_]] = {}
    for frame, groups in zip(frames, dataset.PerFrameFunctionalGroupsSequence, strict=True):
        number = int(groups.SegmentIdentificationSequence[0].ReferencedSegmentNumber)
        mask = frame >= half if is_fractional else frame > 0
        name = names[number]
        masks[name] = masks[name] | mask if name in masks else mask
    return masks
