"""A DICOM file becomes a `Radiograph`: structure, header, pixels, greys, facts, in this order."""

import io
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pydicom

from engine.errors import ImageError, UnreadableFile, UnsupportedImage
from engine.images.assembly import Frames, colour_frames, grey_frames
from engine.images.dicom.facts import object_name, read_facts, read_spacing
from engine.images.dicom.greyscale import read_grey_scale
from engine.images.dicom.header import Header
from engine.images.dicom.pixels import PALETTE, PixelModule, decode_pixels, read_module
from engine.images.dicom.proportions import read_frame_rate, read_pixel_shape
from engine.images.dicom.scan import Scan, scan
from engine.images.dicom.syntaxes import find_syntax, syntax_name
from engine.images.radiograph import Facts, GreyScale, Radiograph, Window
from engine.language import said


def read_dicom(data: bytes, path: Path, sha256: Callable[[], str]) -> Radiograph:
    """Reads a DICOM file from memory.

    Args:
        data: the whole file.
        path: where it came from.
        sha256: gives the hex digest of `data`; asked when the pixels are there.

    Raises:
        ImageError: one of its subclasses; `details` names transfer syntax and object where known.
    """
    structure = scan(data)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        header = Header(_parse(structure))
        header.notes.extend(structure.notes)
        try:
            radiograph = _read(header, structure, path, sha256)
        except ImageError as error:
            for name, value in _technical(header, structure).items():
                error.details.setdefault(name, value)
            raise
    return replace(radiograph, notes=(*radiograph.notes, *_from_warnings(heard)))


def read_header_facts(path: Path) -> Facts:
    """Facts of a trusted file by the elements in front of its pixels.

    Raises:
        UnreadableFile: no DICOM file, or its header is damaged.
        UnsupportedImage: an unknown transfer syntax.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a header gets wrong is told when its pixels are read
        try:
            dataset = pydicom.dcmread(path, stop_before_pixels=True)
        except Exception as error:
            raise UnreadableFile(said("The DICOM header cannot be read."), file=path) from error
        uid = dataset.file_meta.get("TransferSyntaxUID", "")
        return read_facts(Header(dataset), find_syntax(str(uid)))


def _parse(structure: Scan) -> pydicom.Dataset:
    try:
        return pydicom.dcmread(io.BytesIO(structure.data))
    except (ImageError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableFile(said("The DICOM header is damaged.")) from error


def _read(header: Header, structure: Scan, path: Path, sha256: Callable[[], str]) -> Radiograph:
    _check_object(header)
    syntax = find_syntax(structure.syntax_uid)
    module = read_module(header)
    spacing = read_spacing(header)
    pixel_hw = read_pixel_shape(header, spacing)
    _note_oblong_pixels(header, pixel_hw)
    stored = decode_pixels(header, structure, module, syntax)
    if module.is_grey:
        frames, grey = grey_frames(stored, module.bits_stored), read_grey_scale(header, module)
    else:
        frames = colour_frames(stored, _colour_bits(module))
        grey = GreyScale(vois=(_as_it_is(frames),))
    return Radiograph(
        path=path,
        sha256=sha256(),
        kind="dicom",
        frames=frames.grey,
        grey=grey,
        bits_stored=frames.bits_stored,
        colour=frames.colour,
        transfer_syntax=syntax.name,
        spacing=spacing,
        pixel_hw=pixel_hw,
        frame_rate=read_frame_rate(header),
        facts=read_facts(header, syntax),
        notes=tuple(header.notes),
    )


def _note_oblong_pixels(header: Header, pixel_hw: tuple[float, float]) -> None:
    height, width = pixel_hw
    if height != width:
        header.notes.append(
            said(
                "The pixels are not square ({height:.3g} high, {width:.3g} wide); the image is"
                " shown with its true proportions.",
                height=height,
                width=width,
            )
        )


def _colour_bits(module: PixelModule) -> int:
    return 8 if module.photometric == PALETTE else module.bits_stored


def _as_it_is(frames: Frames) -> Window:
    """Colour is ready to be shown: its whole range."""
    top = 2**frames.bits_stored - 1
    return Window(top / 2, top, "LINEAR_EXACT", "full range")


def _check_object(header: Header) -> None:
    """Refuses DICOM objects that hold no picture, by name."""
    name = object_name(header) or said("DICOM object of unknown kind")
    if header.has("DirectoryRecordSequence"):
        raise UnsupportedImage(
            said("This is a DICOMDIR, the table of contents of a medium, not an image."),
            hint=said("Open the folder that the DICOMDIR lies in."),
        )
    if header.has("FloatPixelData") or header.has("DoubleFloatPixelData"):
        raise UnsupportedImage(
            said(
                "{name}: the pixels are floating point numbers, which no radiograph has.", name=name
            ),
        )
    if not header.has("PixelData"):
        raise UnsupportedImage(said("{name}: the file holds no image.", name=name))


def _technical(header: Header, structure: Scan) -> dict[str, str]:
    return {
        "transfer syntax": syntax_name(structure.syntax_uid),
        "object": object_name(header) or "not stated",
    }


def _from_warnings(heard: list[warnings.WarningMessage]) -> tuple[str, ...]:
    """Warnings of pydicom as notes for people, each kind once."""
    texts = [str(warning.message) for warning in heard]
    notes = []
    if any("encod" in text or "haracter" in text for text in texts):
        notes.append(said("Some characters of the header could not be read."))
    if any("encod" not in text and "haracter" not in text for text in texts):
        notes.append(said("Some header values do not follow the DICOM standard."))
    return tuple(notes)
