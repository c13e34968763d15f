"""Synthetic DICOM files, sane and hostile, made in memory."""

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom import config
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import ExplicitVRLittleEndian

EXPLICIT = str(ExplicitVRLittleEndian)
IMPLICIT = "1.2.840.10008.1.2"
BIG = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
BASELINE = "1.2.840.10008.1.2.4.50"
JPEG_LS = "1.2.840.10008.1.2.4.80"
J2K = "1.2.840.10008.1.2.4.90"
RLE = "1.2.840.10008.1.2.5"

DX = "1.2.840.10008.5.1.4.1.1.1.1"


def dataset(pixels: NDArray[Any], **tags: Any) -> Dataset:
    """A DX data set of `pixels` (H, W), (F, H, W) or (H, W, 3), signed or not, with `tags` on top.

    A tag given as None is left out.
    """
    is_colour = pixels.ndim == 3 and pixels.shape[-1] == 3
    bits = pixels.dtype.itemsize * 8
    found = Dataset()
    found.SOPClassUID = DX
    found.SOPInstanceUID = "1.2.3.4"
    found.Modality = "DX"
    found.SamplesPerPixel = 3 if is_colour else 1
    found.PhotometricInterpretation = "RGB" if is_colour else "MONOCHROME2"
    if is_colour:
        found.PlanarConfiguration = 0
    shape = pixels.shape[:2] if is_colour else pixels.shape[-2:]
    found.Rows, found.Columns = shape
    if pixels.ndim == 3 and not is_colour:
        found.NumberOfFrames = pixels.shape[0]
    found.BitsAllocated = found.BitsStored = bits
    found.HighBit = bits - 1
    found.PixelRepresentation = int(pixels.dtype.kind == "i")
    raw = np.ascontiguousarray(pixels).tobytes()
    found.add_new(0x7FE00010, "OW", raw + b"\0" * (len(raw) % 2))
    with _unvalidated():
        for keyword, value in tags.items():
            if value is None:
                delattr(found, keyword)
            else:
                setattr(found, keyword, value)
    return found


def encode(found: Dataset, syntax: str = EXPLICIT) -> bytes:
    """The data set as a DICOM file; nothing is validated."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = found.get("SOPClassUID", DX)
    meta.MediaStorageSOPInstanceUID = "1.2.3.4"
    meta.TransferSyntaxUID = syntax
    meta.ImplementationClassUID = "1.2.3"
    found.file_meta = meta
    stream = io.BytesIO()
    with _unvalidated():
        pydicom.dcmwrite(stream, found, enforce_file_format=True)
    return stream.getvalue()


@contextmanager
def _unvalidated() -> Iterator[None]:
    """Lets pydicom take and write values that the standard forbids."""
    settings = config.settings
    modes = settings.reading_validation_mode, settings.writing_validation_mode
    settings.reading_validation_mode = settings.writing_validation_mode = config.IGNORE
    try:
        yield
    finally:
        settings.reading_validation_mode, settings.writing_validation_mode = modes


def compressed(frames: Sequence[bytes], syntax: str, rows: int, columns: int, **tags: Any) -> bytes:
    """A file whose header says `rows` x `columns` of 8 bits and whose fragments are `frames`."""
    found = dataset(np.zeros((1, 1), np.uint8), **tags)
    found.Rows, found.Columns = rows, columns
    if len(frames) > 1:
        found.NumberOfFrames = len(frames)
    found.PixelData = encapsulate(list(frames))
    found["PixelData"].VR = "OB"
    found["PixelData"].is_undefined_length = True
    return encode(found, syntax)


def lut_item(values: Sequence[int], first: int, bits: int, name: str = "") -> Dataset:
    """An item of a Modality or VOI LUT Sequence."""
    item = Dataset()
    item.add_new(0x00283002, "SS" if first < 0 else "US", [len(values) % 65536, first, bits])
    if name:
        item.LUTExplanation = name
    item.ModalityLUTType = "US"
    item.add_new(0x00283006, "OW", np.asarray(values, "<u2").tobytes())
    return item


def nested(depth: int) -> bytes:
    """`depth` sequences in each other, undefined lengths, explicit little endian."""
    start = struct.pack("<HH2sHL", 0x0008, 0x1140, b"SQ", 0, 0xFFFFFFFF)
    item = struct.pack("<HHL", 0xFFFE, 0xE000, 0xFFFFFFFF)
    ends = struct.pack("<HHL", 0xFFFE, 0xE00D, 0) + struct.pack("<HHL", 0xFFFE, 0xE0DD, 0)
    return (start + item) * depth + ends * depth


def with_body(body: bytes, syntax: str = EXPLICIT) -> bytes:
    """`body` behind the preamble and meta group of a DICOM file."""
    uid = syntax.encode() + b"\0" * (len(syntax) % 2)
    element = struct.pack("<HH2sH", 2, 0x10, b"UI", len(uid)) + uid
    length = struct.pack("<HH2sHL", 2, 0, b"UL", 4, len(element))
    return b"\0" * 128 + b"DICM" + length + element + body


def deflated(body: bytes) -> bytes:
    """A file of the deflated transfer syntax around `body`."""
    engine = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    packed = engine.compress(body) + engine.flush()
    return with_body(packed, DEFLATED)


def jpeg_with_size(jpeg: bytes, height: int, width: int) -> bytes:
    """`jpeg` (or JPEG-LS) with other sizes written into its frame header."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2, 0xC3, 0xF7):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return jpeg[: at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9 :]


def run_lengths(fragment_bytes: int) -> bytes:
    """An RLE fragment of one segment: runs of 128 zeros."""
    header = struct.pack("<16L", 1, 64, *([0] * 14))
    return header + b"\x81\x00" * ((fragment_bytes - 64) // 2)
